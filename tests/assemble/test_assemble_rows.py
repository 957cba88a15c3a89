"""Rows: declared keys, identifiers that stay, evidence that slices, articles together."""

import datetime as dt
import hashlib
from dataclasses import replace
from typing import Any, cast

import pytest
from articles import TITLE, URL, Article, agreement, assemble, event, rows_of, tell, visit

from outputs.cells import check_rows
from parsers.assemble import Rows, assemble_article, duplicates, part_of
from parsers.tables import tables

SUMMIT = "In May 2014 the Prime Minister of Norway, Astrid Lund, came to Nairobi and signed the Air Services Agreement."
LIST = "Prime Minister Astrid Lund (2014)"


def full_article() -> Article:
    """Three statements on one trip, an embassy, a batch of papers, and a dated sentence that no table has."""
    article = tell(
        (SUMMIT, visit("Astrid Lund", "2014-05", cells={"visitor": "Astrid Lund", "date": "May 2014"}),
         agreement("Air Services Agreement", "2014-05"), event("2014-05", SUMMIT)),
        ("A museum in Bergen showed Kenyan masks in 2016.", event("2016", "A museum showed masks")),
        ("It has an embassy in Nairobi.", {"table": "missions", "sending_iso3": "NOR", "receiving_iso3": "KEN",
         "kind": "embassy", "city": "Nairobi", "status": "open", "cells": {"city": "Nairobi"}}),
    )  # fmt: skip
    article.say(LIST, visit("Astrid Lund", "2014", cells={"visitor": "Astrid Lund"}), listed="A")
    article.say(
        "They were established on 12 December 1963.", {"table": "ties", "kind": "established", "date": "1963-12-12"}
    )
    article.say("A strategic partnership came in 2020.", {"table": "partnerships", "level": "strategic partnership",
                "date": "2020", "date_text": "2020"})  # fmt: skip
    return article


@pytest.fixture(scope="module")
def rows() -> Rows:
    return rows_of(full_article())


def ids(rows: Rows, *names: str) -> dict[str, set[Any]]:
    """The identifiers of the tables, without those of the text that was added."""
    return {name: {row[tables()[name].key] for row in rows[name]} for name in names}


# ---- form ------------------------------------------------------------------------------------------------------------
def test_every_table_has_its_declared_keys_and_types(rows: Rows) -> None:
    assert rows.keys() == tables().keys()
    for name, declared in tables().items():
        check_rows(declared, rows[name])


def test_every_row_of_facts_has_evidence_that_slices(rows: Rows) -> None:
    texts = {row["article_id"]: str(row["text"]) for row in rows["articles"]}
    for row in cast("list[dict[str, Any]]", rows["evidence"]):
        assert row["text"] == texts[row["article_id"]][row["start"] : row["end"]]
    for name, declared in tables().items():
        if declared.is_fact:
            found = {row["row_id"] for row in rows["evidence"] if row["table"] == name and row["column"] is None}
            assert found == {row[declared.key] for row in rows[name]}, name


def test_one_evidence_row_for_each_statement_and_each_cell(rows: Rows) -> None:
    trip = rows["visits"][0]
    found = [(row["column"], row["text"]) for row in rows["evidence"] if row["row_id"] == trip["visit_id"]]
    whole: list[Any]
    whole, cells = [(None, SUMMIT), (None, LIST)], [("date_edtf", "May 2014"), *2 * [("visitor", "Astrid Lund")]]
    assert sorted(found, key=repr) == sorted(whole + cells, key=repr)


def test_evidence_url_shows_the_sentence(rows: Rows) -> None:
    assert rows["missions"][0]["evidence_url"] == f"{URL}#:~:text=It%20has%20an%20embassy%20in%20Nairobi."
    assert rows["visits"][0]["evidence_url"] == (
        f"{URL}#:~:text=In%20May%202014%20the%20Prime,signed%20the%20Air%20Services%20Agreement."
    )


def test_no_evidence_url_without_revision() -> None:
    article = full_article()
    article.revision_id = None
    assert {row["evidence_url"] for row in rows_of(article)["visits"]} == {None}


def test_undeclared_column_is_refused() -> None:
    article = tell(("A sentence.", visit("Astrid Lund", colour="red")))
    with pytest.raises(ValueError, match=r"visits\.by_hand.*colour"):
        assemble_article(article.reading(), article.facts)


# ---- identifiers -----------------------------------------------------------------------------------------------------
FACTS = ("visits", "agreements", "missions", "ties", "partnerships", "events", "evidence", "relations")


def test_identifiers_survive_a_sentence_added_elsewhere(rows: Rows) -> None:
    grown = Article()
    grown.say("Both have long coasts.")
    told = full_article()
    offset = len(grown.text) - len(TITLE)
    grown.text += told.text[len(TITLE) :]
    grown.spans += [(s + offset, e + offset, k, h and (h[0] + offset, h[1] + offset)) for s, e, k, h in told.spans]
    grown.facts = [_moved(fact, offset) for fact in told.facts]
    after = rows_of(grown)
    assert ids(after, *FACTS) == ids(rows, *FACTS)
    assert ids(rows, "sentences")["sentences"] < ids(after, "sentences")["sentences"]
    assert ids(after, "links", "citations", "sections") == ids(rows, "links", "citations", "sections")


def _moved(fact: Any, offset: int) -> Any:
    cells = tuple((column, start + offset, end + offset) for column, start, end in fact.cells)
    return type(fact)(
        fact.table, fact.rule_id, fact.start + offset, fact.end + offset, fact.values, fact.date, fact.date_text, cells
    )


@pytest.mark.parametrize("date", ["2014", "2014-05-20", "2014-05-20/2014-05-22"])
def test_a_better_date_in_the_same_year_keeps_the_identifier(date: str) -> None:
    known = rows_of(tell(("She came.", visit("Astrid Lund", "2014-05"))))
    better = rows_of(tell(("She came then.", visit("Dr. Ástrid Lund", date))))
    assert ids(known, "visits") == ids(better, "visits")


@pytest.mark.parametrize(
    "other",
    [
        visit("Astrid Lund", "2015-05"),
        visit("Grace Otieno", "2014-05"),
        visit("Astrid Lund", "2014-05", sending_iso3="KEN", receiving_iso3="NOR"),
        visit("Astrid Lund"),
    ],
)
def test_another_fact_has_another_identifier(other: dict[str, Any]) -> None:
    known = rows_of(tell(("She came.", visit("Astrid Lund", "2014-05"))))
    assert ids(known, "visits") != ids(rows_of(tell(("She came.", other))), "visits")


def test_two_trips_of_a_year_are_told_apart_by_month_then_day() -> None:
    dates = ("2014-05-03", "2014-05-20", "2014-11-02")
    found = [rows_of(tell(*((f"On {d}.", visit("Astrid Lund", d)) for d in order))) for order in (dates, dates[::-1])]
    assert len(ids(found[0], "visits")["visits"]) == 3
    assert [row["visit_id"] for row in found[0]["visits"]] == [row["visit_id"] for row in found[1]["visits"]]


def test_learning_when_a_post_opened_keeps_its_identifier() -> None:
    post = {"table": "missions", "sending_iso3": "NOR", "receiving_iso3": "KEN", "kind": "embassy", "status": "open"}
    known = rows_of(tell(("It has an embassy.", {**post, "city": "Nairobi"})))
    dated = rows_of(tell(("It opened an embassy.", {**post, "city": "Nairobi", "date": "1965-08"})))
    assert ids(known, "missions") == ids(dated, "missions")


def test_each_dated_statement_is_one_event(rows: Rows) -> None:
    found = [(row["date_edtf"], row["kind"], row["plover_type"], row["fact_table"]) for row in rows["events"]]
    assert found == [
        ("1963-12-12", "tie", "SUPPORT", "ties"),
        ("2014-05", "visit", "CONSULT", "visits"),
        ("2016", "other", None, None),
        ("2020", "partnership", "SUPPORT", "partnerships"),
    ]
    assert rows["events"][1]["fact_id"] == rows["visits"][0]["visit_id"]
    assert rows["events"][1]["actor_iso3"] == "NOR" and rows["events"][1]["target_iso3"] == "KEN"
    assert rows["events"][1]["description"] == SUMMIT


# ---- the text, the relation, articles together ----------------------------------------------------------------------
def test_the_text_its_sentences_links_and_notes_are_kept(rows: Rows) -> None:
    article, raw = rows["articles"][0], full_article().text
    assert article["sha256"] == hashlib.sha256(raw.encode()).hexdigest() and article["text"] == raw
    assert article["timestamp"] == dt.datetime(2024, 5, 3, 10, 11, 12, tzinfo=dt.UTC)
    assert [row["kind"] for row in rows["sentences"]].count("item") == 1
    assert {row["section_id"] for row in rows["sentences"]} == {rows["sections"][0]["section_id"]}
    assert [row["target"] for row in rows["links"]] == ["Norway", "Kenya"]
    assert rows["sections"][0]["title"] is None and rows["citations"][1]["url"] is None


def test_the_relation_sums_the_facts_up(rows: Rows) -> None:
    relation = rows["relations"][0]
    assert (relation["relation_id"], relation["state_a_name"], relation["state_b_iso3"]) == ("KEN-NOR", "Kenya", "NOR")
    assert (relation["established_edtf"], relation["partnership"]) == ("1963-12-12", "strategic partnership")
    assert (relation["visits_count"], relation["events_count"], relation["trade_count"]) == (1, 4, 0)


def other_pair() -> Article:
    article = Article(title="Norway–Chad relations", pair=("NOR", "TCD"))
    trip = {**visit("Idriss Haroun", "2001"), "sending_iso3": "TCD", "receiving_iso3": "NOR"}
    article.say("He came in 2001.", trip, {**agreement("pact on oil", "2001"), "parties": ["NOR", "TCD"]})
    return article


def test_relations_begin_with_diplomatic_ones_where_consular_ones_came_before() -> None:
    consular = {"table": "ties", "kind": "established", "level": "consular", "date": "1908"}
    for ties, began in (((consular,), "1908"), ((consular, {**consular, "level": "", "date": "1931"}), "1931")):
        article = tell(*((f"They came to be in {tie['date']}.", tie) for tie in ties))
        assert rows_of(article)["relations"][0]["established_edtf"] == began


def test_order_of_articles_does_not_matter() -> None:
    parts = [assemble_article(one.reading(), one.facts) for one in (full_article(), other_pair())]
    together = assemble(parts)
    assert together == assemble(parts[::-1])
    assert [row["iso3"] for row in together["states"]] == ["KEN", "NOR", "TCD"]
    assert [row["relation_id"] for row in together["relations"]] == ["KEN-NOR", "NOR-TCD"]
    assert duplicates(list(map(part_of, parts))) == []


def test_two_articles_on_one_pair_make_one_relation() -> None:
    again = tell((SUMMIT, visit("Astrid Lund", "2014-05")), ("In 2018 she came.", visit("Astrid Lund", "2018")))
    again.title = "Kenya–Norway relations"
    parts = [assemble_article(one.reading(), one.facts) for one in (full_article(), again)]
    together = assemble(parts)
    assert together == assemble(parts[::-1])
    assert [row["title"] for row in together["relations"]] == ["Kenya–Norway relations"]
    assert len(together["articles"]) == 2
    assert [row["statements"] for row in together["visits"]] == [3, 1]
    assert together["relations"][0]["visits_count"] == 2
    assert duplicates(list(map(part_of, parts))) == [
        f"relation KEN-NOR has 2 articles (Kenya–Norway relations, {TITLE}); its row follows the first"
    ]
    for name, declared in tables().items():
        check_rows(declared, together[name])


GIVEN_TWICE = "article norway-kenya-relations was given 2 times; "


def test_an_article_given_twice_counts_once() -> None:
    newer = full_article()
    newer.revision_id = 18
    newer.say("In 2018 she came again.", visit("Astrid Lund", "2018"))
    parts = [assemble_article(one.reading(), one.facts) for one in (newer, full_article())]
    assert assemble(parts) == assemble(parts[:1])
    assert duplicates(list(map(part_of, parts))) == [f"{GIVEN_TWICE}only its newest revision (18) is in the tables"]


def test_what_tells_that_an_article_is_the_newest_is_said() -> None:
    one = part_of(assemble_article((article := full_article()).reading(), article.facts))
    revision = one.age[0]
    assert duplicates([replace(one, age=(revision, day, "0")) for day in ("2024-05-01", "2024-05-02")]) == [
        f"{GIVEN_TWICE}only the one with the latest timestamp (2024-05-02) is in the tables"
    ]
    assert duplicates([replace(one, age=(0, "", name)) for name in "ab"]) == [
        f"{GIVEN_TWICE}no revision or timestamp tells which is newest, so that one was taken by its hash; leave the "
        "others out"
    ]


def test_no_article_gives_empty_tables() -> None:
    assert assemble([]) == {name: [] for name in tables()}


def test_an_article_without_facts_has_its_relation_and_states() -> None:
    found = rows_of(Article())
    assert found["relations"][0]["established_edtf"] is None and found["visits"] == [] and len(found["states"]) == 2
