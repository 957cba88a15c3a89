"""Checks: the table of cases in tests/cases/checks.yaml, the rows they name, and visits of different articles."""

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from articles import Article, assemble, rows_of, tell, visit

from parsers.assemble import assemble_article
from parsers.tables import tables

TABLES: dict[str, Any] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "checks.yaml").read_text("utf-8"))
CASES: list[dict[str, Any]] = TABLES["cases"]


def article_of(case: dict[str, Any]) -> Article:
    article = Article()
    for number, given in enumerate(case.get("facts", ()), start=1):
        article.say(
            f"Sentence {number} of this case tells it.", {**TABLES["defaults"].get(given["table"], {}), **given}
        )
    if "words" in case:
        article.say(case["words"])
    return article


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_facts_make_the_checks_of_the_case(case: dict[str, Any]) -> None:
    rows = rows_of(article_of(case))
    found = [(str(row["kind"]), row["passed"], str(row["found"])) for row in rows["checks"]]
    assert [one[:2] for one in found] == [(kind, passed) for kind, passed, _ in case["checks"]], (case["why"], found)
    for (*_, said), (*_, words) in zip(found, case["checks"], strict=True):
        assert words in said, case["why"]
    for row in rows["checks"]:
        declared = tables()[str(row["table"])]
        ids: Any = row["row_ids"]
        assert ids == sorted(ids) and set(ids) <= {one[declared.key] for one in rows[declared.name]}


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_order_of_facts_does_not_matter(case: dict[str, Any]) -> None:
    article = article_of(case)
    shuffled = random.Random(7).sample(article.facts, len(article.facts))
    assert assemble_article(article.reading(), article.facts) == assemble_article(article.reading(), shuffled)


def test_identifiers_do_not_depend_on_the_figures_found() -> None:
    post = {"table": "missions", "sending_iso3": "NOR", "receiving_iso3": "KEN", "kind": "embassy", "status": "open"}
    known, better = (
        rows_of(tell(("Since 1963.", {"table": "ties", "kind": "established", "date": "1963"}), ("Open.", post | day)))
        for day in ({"opened_edtf": "1964"}, {"opened_edtf": "1964-03"})
    )
    assert [row["check_id"] for row in known["checks"]] == [row["check_id"] for row in better["checks"]] != []


def abroad(receiving: str, date: str) -> Article:
    article = Article(title=f"Norway–{receiving} relations", pair=("NOR", receiving))
    article.say(f"She came to {receiving}.", visit("Astrid Lund", date, receiving_iso3=receiving))
    return article


@pytest.mark.parametrize(
    ("dates", "passed"),
    [
        (("2014-05-03/2014-05-09", "2014-05-05"), [False]),
        (("2014-05-03", "2014-05-03"), [False]),
        (("2014-05-03", "2014-05-04"), [True]),
        (("2014-05-03/2014-05-09", "2014-05-09"), [True]),
        (("2014-05-09/2014-05-11", "2014-05-03/2014-05-10"), [False]),
        (("2014-05-03", "2014-09-04"), []),
        (("2014-05-03", "2014-05"), []),
    ],
)
def test_one_person_in_two_states_of_two_articles(dates: tuple[str, str], passed: list[bool]) -> None:
    told = [abroad(state, date) for state, date in zip(("KEN", "TCD"), dates, strict=True)]
    parts = [assemble_article(one.reading(), one.facts) for one in told]
    rows = assemble(parts)
    assert rows == assemble(parts[::-1])
    found = [row for row in rows["checks"] if row["kind"] == "overlap"]
    assert [row["passed"] for row in found] == passed
    assert all(row["row_ids"] == sorted(str(one["visit_id"]) for one in rows["visits"]) for row in found)
