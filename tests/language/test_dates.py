"""Dates: the table of cases, offsets, the EDTF of anything that is produced, and each way to write one."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.language.date_memory import DateMemory
from parsers.language.dates import find_dates
from parsers.language.edtf import date_value
from parsers.language.mention import DateValue, Mention

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "dates.yaml").read_text("utf-8"))

# Words that meet in dates, so that random texts come near to real ones.
PIECES = st.sampled_from(
    [
        "1994",
        "2004",
        "05",
        "7",
        "10th",
        "31",
        "April",
        "May",
        "March",
        "of",
        "in",
        "on",
        "the",
        "same",
        "year",
        "month",
        "day",
        "that",
        "following",
        "two",
        "years",
        "later",
        "–",
        "-",
        "/",
        ",",
        ".",
        "and",
        "to",
        "from",
        "between",
        "since",
        "until",
        "early",
        "mid-",
        "late",
        "1990s",
        "nineties",
        "19th",
        "century",
        "first",
        "quarter",
        "half",
        "summer",
        "(",
        ")",
        "BC",
        "AD",
        "present",
        "12.05.1994",
        "2015/16",
        "FY",
        "Q2",
        "0",
        "9999",
        "999",
        "1000",
        "0000",
        "schools",
        "Olympics",
        "c.",
        "Resolution",
        "$",
        "%",
        "as",
        "end",
        "next",
        "decade",
        "period",
    ]
)
TEXTS = st.one_of(
    st.text(max_size=60), st.lists(PIECES, max_size=14).map(" ".join), st.lists(PIECES, max_size=8).map("".join)
)
MEMORIES = st.builds(
    DateMemory,
    st.integers(1, 9999),
    st.none() | st.integers(1, 12),
    st.none() | st.integers(1, 28),
    st.none() | st.just("2001/2005"),
)


def read(sentences: str | list[str]) -> tuple[str, list[Mention]]:
    """The text of the sentences and its mentions, each sentence read with the memory of those before."""
    sentences = [sentences] if isinstance(sentences, str) else sentences
    text, memory, mentions = " ".join(sentences), DateMemory(), []
    start = 0
    for sentence in sentences:
        found, memory = find_dates(text, start, start + len(sentence), memory)
        mentions += found
        start += len(sentence) + 1
    return text, mentions


def shown(mention: Mention) -> dict[str, str]:
    value = mention.value
    assert isinstance(value, DateValue)
    row = {"text": mention.text, "edtf": value.edtf}
    return row | {"qualifier": value.qualifier} if value.qualifier else row


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['why']}: {case['text']}"[:80])
def test_each_text_gives_its_dates(case: dict[str, Any]) -> None:
    text, mentions = read(case["text"])
    assert [shown(mention) for mention in mentions] == case["expected"]
    assert all(text[mention.start : mention.end] == mention.text for mention in mentions)


def test_there_are_enough_cases_and_each_has_a_reason() -> None:
    assert len(CASES) >= 120
    assert all(case["why"] for case in CASES)


@settings(max_examples=400, deadline=None)
@given(TEXTS, MEMORIES, st.integers(0, 20), st.integers(0, 80))
def test_no_text_breaks_the_reading(text: str, memory: DateMemory, start: int, length: int) -> None:
    start = min(start, len(text))
    end = min(start + length, len(text))
    mentions, after = find_dates(text, start, end, memory)
    edges = [start, *(edge for mention in mentions for edge in (mention.start, mention.end)), end]
    assert edges == sorted(edges)
    assert all(
        mention.start < mention.end and text[mention.start : mention.end] == mention.text for mention in mentions
    )
    assert isinstance(after, DateMemory)
    for mention in mentions:
        value = mention.value
        assert isinstance(value, DateValue)
        assert date_value(value.edtf, resolved=value.resolved, qualifier=value.qualifier) == value
        assert value.start is None or value.end is None or value.start <= value.end


@pytest.mark.slow
def test_edtf_of_all_cases_is_accepted_by_the_reference_parser() -> None:
    from edtf import parse_edtf

    for value in {row["edtf"] for case in CASES for row in case["expected"]}:
        assert parse_edtf(value), value


@pytest.mark.slow
@settings(max_examples=500, deadline=None)
@given(TEXTS, MEMORIES)
def test_edtf_of_any_text_is_accepted_by_the_reference_parser(text: str, memory: DateMemory) -> None:
    from edtf import parse_edtf

    for mention in find_dates(text, 0, len(text), memory)[0]:
        assert isinstance(mention.value, DateValue)
        edtf_ = mention.value.edtf
        # The package does not parse "since the 1990s" (199X/..), though the standard's level 2 has it.
        if not ("X" in edtf_ and ".." in edtf_):
            assert parse_edtf(edtf_), mention


@pytest.mark.parametrize(
    ("words", "edtf_"),
    [
        ("2002", "2002"),
        ("June 2003", "2003-06"),
        ("10–13 August 1975", "1975-08-10/1975-08-13"),
        ("12.05.1994", "1994-05-12"),
        ("2002-05-12", "2002-05-12"),
        ("1245", "1245"),
        ("c. 1961", "1961~"),
        ("since 2004", "2004/.."),
        ("2005–present", "2005/.."),
        ("the 1990s", "199X"),
    ],
)
def test_each_way_to_write_a_date_is_read_whole(words: str, edtf_: str) -> None:
    text = f"in {words}"
    found = [(mention.end, mention.value) for mention in find_dates(text, 0, len(text))[0]]
    assert [(end, value.edtf) for end, value in found if isinstance(value, DateValue)] == [(len(text), edtf_)]


@pytest.mark.parametrize("words", ["", "Lima", "June", "77", "1,500", "$2000"])
def test_what_is_no_date_makes_no_mention(words: str) -> None:
    text = f"in {words}"
    assert find_dates(text, 0, len(text))[0] == []


@pytest.mark.parametrize(
    ("edtf_", "start", "end", "precision"),
    [
        ("1992-04-02", dt.date(1992, 4, 2), dt.date(1992, 4, 2), "day"),
        ("1992-02", dt.date(1992, 2, 1), dt.date(1992, 2, 29), "month"),
        ("1961~", dt.date(1961, 1, 1), dt.date(1961, 12, 31), "year"),
        ("2001-22", dt.date(2001, 1, 1), dt.date(2001, 12, 31), "year"),
        ("199X", dt.date(1990, 1, 1), dt.date(1999, 12, 31), "decade"),
        ("19XX", dt.date(1900, 1, 1), dt.date(1999, 12, 31), "century"),
        ("00XX", dt.date(1, 1, 1), dt.date(99, 12, 31), "century"),
        ("2004/..", dt.date(2004, 1, 1), None, "open interval"),
        ("../1991", None, dt.date(1991, 12, 31), "open interval"),
        ("-0220", None, None, "year"),
        ("1994-03-07/1994-03-10", dt.date(1994, 3, 7), dt.date(1994, 3, 10), "interval"),
    ],
)
def test_days_and_precision_of_an_edtf(edtf_: str, start: dt.date | None, end: dt.date | None, precision: str) -> None:
    value = date_value(edtf_)
    assert (value.start, value.end, value.precision) == (start, end, precision)


@pytest.mark.parametrize("edtf_", ["", "1992-13", "1992-02-30", "May", "92", "1992/May", "../.."])
def test_a_wrong_edtf_is_refused(edtf_: str) -> None:
    with pytest.raises(ValueError):
        date_value(edtf_)


def test_memory_is_of_the_last_date_and_handed_back() -> None:
    _, memory = find_dates("They met on 7–10 March 1994.", 0, 28)
    assert memory == DateMemory(1994, 3, 10, "1994-03-07/1994-03-10")
    assert find_dates("Nothing here.", 0, 13, memory) == ([], memory)


def test_resolved_tells_what_was_taken_from_before() -> None:
    _, mentions = read(["Ties began on 5 May 1992.", "In August an office opened.", "In 1994 it closed."])
    assert [isinstance(mention.value, DateValue) and mention.value.resolved for mention in mentions] == [
        False,
        True,
        False,
    ]


def test_offsets_are_into_the_whole_text_and_the_stretch_is_kept() -> None:
    text = "In 1990 they met. In May 2001 they parted in 2003."
    mentions, _ = find_dates(text, 18, 41)
    assert [(mention.start, mention.text) for mention in mentions] == [(21, "May 2001")]
