"""People: the cases of people_rows.yaml, read from words to rows; identifiers, evidence, references."""

from pathlib import Path
from typing import Any, cast

import pytest
import yaml
from articles import TITLE, Article, assemble, rows_of, tell, visit

from parsers.assemble import Rows, assemble_article
from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "people_rows.yaml").read_text("utf-8")
)["cases"]
IDS = [case["case"] for case in CASES]


def parts_of(case: dict[str, Any]) -> list[Rows]:
    texts = case.get("articles") or {"Kenya–Norway relations": case["text"]}
    readings = [read_article(read_document(Page("test", title, text, "wikitext"))) for title, text in texts.items()]
    return [assemble_article(reading, read_facts(reading)) for reading in readings]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_articles_make_the_people_and_conflicts_of_the_case(case: dict[str, Any]) -> None:
    rows = assemble(parts_of(case))
    found = sorted(
        rows["people"], key=lambda row: (str(row["name"]), str(row["wikidata_title"]), str(row["first_seen"]))
    )
    shown = [{name: row[name] for name in wanted} for row, wanted in zip(found, case["people"], strict=False)]
    assert shown == case["people"] and len(found) == len(case["people"]), case["why"]
    conflicts = [[row["table"], row["kind"], row["one"], row["other"]] for row in rows["conflicts"]]
    assert sorted(conflicts) == sorted(case.get("conflicts", [])), case["why"]


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_references_hold_in_any_order_of_articles(case: dict[str, Any]) -> None:
    parts = parts_of(case)
    rows = assemble(parts)
    assert rows == assemble(parts[::-1])
    people = {row["person_id"] for row in rows["people"]}
    assert len(people) == len(rows["people"])
    assert {row["person_id"] for row in rows["visits"]} <= people
    for name in ("evidence", "conflicts"):
        assert {row["row_id"] for row in rows[name] if row["table"] == "people"} <= people
    visited = {row["visit_id"] for row in rows["visits"] if row["has_conflict"]}
    assert visited == {row["row_id"] for row in rows["conflicts"] if row["table"] == "visits"}


@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_each_form_and_office_has_the_words_it_was_read_from(case: dict[str, Any]) -> None:
    rows = assemble(parts_of(case))
    texts = {row["article_id"]: str(row["text"]) for row in rows["articles"]}
    spans = [cast("dict[str, Any]", row) for row in rows["evidence"] if row["table"] == "people"]
    assert all(row["text"] == texts[row["article_id"]][row["start"] : row["end"]] for row in spans)
    for person in cast("list[dict[str, Any]]", rows["people"]):
        own = {(row["column"], row["text"]) for row in spans if row["row_id"] == person["person_id"]}
        forms = {text for column, text in own if column in ("name", "aliases")}
        assert forms == {person["name"], *(person["aliases"] or ())}
        assert len({text for column, text in own if column == "offices"}) >= len(person["offices"] or ())


def test_a_sentence_added_above_keeps_the_identifier() -> None:
    text = "In 2010, President of Kenya Joseph Otieno visited Norway."
    short, long = (parts_of({"text": words})[0] for words in (text, f"The coasts are long.\n\n{text}"))
    assert [row["person_id"] for row in short["people"]] == [row["person_id"] for row in long["people"]] != []


def test_names_that_no_mention_covers() -> None:
    envoy = {"table": "envoys", "name": "Nora Vik", "sending_iso3": "NOR", "receiving_iso3": "KEN", "from_edtf": "1999"}
    article = tell(("Astrid Lund came in 2014.", visit("Astrid Lund", "2014")), ("Nora Vik since 1999.", envoy))
    rows = rows_of(article)
    named = {row["name"]: row["person_id"] for row in rows["people"]}
    assert named.keys() == {"Astrid Lund", "Nora Vik"} and {row["state_iso3"] for row in rows["people"]} == {"NOR"}
    assert rows["visits"][0]["person_id"] == named["Astrid Lund"]
    assert rows["envoys"][0]["person_id"] == named["Nora Vik"]


def test_an_unnamed_visitor_is_nobody_among_people() -> None:
    article = Article(title=TITLE)
    article.say("A delegation came in 2014.", visit(None, "2014", office="delegation"))
    rows = rows_of(article)
    assert rows["people"] == [] and rows["visits"][0]["person_id"] is None


def test_an_envoy_who_acts_after_the_term() -> None:
    envoy = {"table": "envoys", "name": "Nora Vik", "sending_iso3": "NOR", "receiving_iso3": "KEN", "rule": "envoys.x"}
    acts, served = "opened a school in {}", "served from 1995 to 1999"
    for office, year, passed in (
        ("Ambassador", "1997", [True]), ("Ambassador", "2003", [False]), ("Consul General", "1991", []),
    ):  # fmt: skip
        text = f"Norwegian {office} to Kenya Nora Vik {acts}.\n\nNorwegian Ambassador Nora Vik {served}."
        reading = read_article(read_document(Page("test", "Kenya–Norway relations", text.format(year), "wikitext")))
        last = reading.statements[-1]
        article = Article()
        article.text, article.spans = reading.document.text, [(last.start, last.end, "paragraph", None)]
        article.add({**envoy, "office": "Ambassador", "from_edtf": "1995", "until_edtf": "1999"})
        rows = assemble([assemble_article(reading, article.facts)])
        assert [row["passed"] for row in rows["checks"] if row["kind"] == "tenure"] == passed
