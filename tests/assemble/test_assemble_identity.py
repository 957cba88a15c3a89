"""Identifiers: what comes or goes elsewhere in the article leaves them, and none passes to another fact."""

from __future__ import annotations

from typing import Any

from articles import Article, agreement, rows_of, visit
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.tables import tables

Fact = dict[str, Any]
SENTENCE = "Statement {number} of those that tell of it."
KINDS = ("treaty", "protocol", "convention")

TRIPS = st.builds(
    lambda visitor, date: visit(visitor, date),
    st.sampled_from(["Astrid Lund", "Ole Dahl", "Kari Berg"]),
    st.sampled_from(["2014", "2014-05", "2014-11-02", "2015-01-09", "2019"]),
)
PAPERS = st.builds(
    lambda count, date: {**agreement("x", date, count=count), "title": None},
    st.sampled_from([None, 2]),
    st.sampled_from(["2014", "2019"]),
)


def keys_by_sentence(facts: dict[str, Fact]) -> dict[str, str]:
    """The identifier of the row that each sentence states, where a row has but one statement."""
    article = Article()
    for sentence, fact in facts.items():
        article.say(sentence, {name: value for name, value in fact.items() if value is not None})
    rows = rows_of(article)
    found = {}
    for name in ("visits", "agreements"):
        for row in rows[name]:
            if row["statements"] == 1:
                found[str(row["evidence"])] = str(row[tables()[name].key])
    return found


@given(facts=st.lists(st.one_of(TRIPS, PAPERS), min_size=2, max_size=6), gone=st.integers(0, 5))
@settings(max_examples=150, deadline=None)
def test_no_identifier_passes_to_another_fact(facts: list[Fact], gone: int) -> None:
    """One statement is taken away: each other row keeps its identifier, or has one that no row had."""
    sentences = {SENTENCE.format(number=number): fact for number, fact in enumerate(facts)}
    fewer = {words: fact for number, (words, fact) in enumerate(sentences.items()) if number != gone % len(facts)}
    before, after = keys_by_sentence(sentences), keys_by_sentence(fewer)
    for words in before.keys() & after.keys():
        others = {key for one, key in before.items() if one != words and one in after}
        assert after[words] not in others


def test_a_sentence_that_comes_first_takes_no_identifier() -> None:
    """Three papers that only their sentences tell apart, and a fourth that stands first in order of words."""
    paper = {**agreement("x", "2014"), "title": None, "action": "announced"}
    three = {
        f"{letter} was agreed in 2014.": {**paper, "kind": kind} for letter, kind in zip("BCD", KINDS, strict=True)
    }
    four = {"A was agreed in 2014.": {**paper, "kind": "plan"}, **three}
    before, after = keys_by_sentence(three), keys_by_sentence(four)
    assert len(before) == 3 and len(after) == 4
    assert {words: after[words] for words in before} == before


def test_a_better_date_keeps_the_identifier() -> None:
    keys = [
        keys_by_sentence({"She came.": visit("Astrid Lund", date)})["She came."]
        for date in ("2014", "2014-05", "2014-05-20")
    ]
    assert len(set(keys)) == 1
