"""Money: the cases of money.yaml, offsets, the order of the pair, and no crash on any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from parsers.language.currencies import currencies
from parsers.language.mention import MoneyValue
from parsers.language.money import find_money
from parsers.language.numbers import MONEY, numeral_at

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "money.yaml").read_text(encoding="utf-8"))
PIECES = [
    "$", "US$", "€", "¥", "Rs", "RMB", "USD", "euros", " dollars", "5", "1,200", "1.2", " million", "bn", " to ",
    "–", " and ", "between ", "from ", "half a", " ", "İ", "won", "pounds", " of ", ".", "Swedish ", "crowns",
    "\u00a0",
]  # fmt: skip


def expected_value(row: dict[str, Any]) -> MoneyValue:
    return MoneyValue(row["value"], row["currency"], row.get("approximate", False), row.get("high"))


@pytest.mark.parametrize("case", CASES, ids=[f"{case['why']}: {case['text'][:40]}" for case in CASES])
def test_each_text_gives_its_amounts(case: dict[str, Any]) -> None:
    text, pair = case["text"], tuple(case["pair"]) if "pair" in case else None
    found = find_money(text, 0, len(text), pair)
    assert [(mention.text, mention.value) for mention in found] == [
        (row["words"], expected_value(row)) for row in case["expected"]
    ]


@pytest.mark.parametrize("case", [case for case in CASES if "pair" in case], ids=lambda case: case["text"][:40])
def test_the_order_of_the_pair_is_free(case: dict[str, Any]) -> None:
    text, (one, other) = case["text"], case["pair"]
    assert find_money(text, 0, len(text), (one, other)) == find_money(text, 0, len(text), (other, one))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_offsets_are_into_the_whole_text(case: dict[str, Any]) -> None:
    before, after = "A first İ sentence. ", " A last one."
    text = before + case["text"] + after
    pair = tuple(case["pair"]) if "pair" in case else None
    found = find_money(text, len(before), len(before) + len(case["text"]), pair)
    assert [mention.text for mention in found] == [row["words"] for row in case["expected"]]
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


def test_nothing_is_read_outside_the_stretch() -> None:
    text = "It paid $5 million and €3 million."
    assert [mention.text for mention in find_money(text, 8, 18)] == ["$5 million"]
    assert [mention.text for mention in find_money(text, 8, 10)] == ["$5"]
    assert find_money(text, 9, 18) == []


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
def test_no_text_crashes_and_spans_are_in_order(text: str) -> None:
    found = find_money(text, 0, len(text), ("CHN", "JPN"))
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    assert all(one.end <= other.start for one, other in pairwise(found))


def test_every_meaning_of_the_lexicon_is_a_code_or_a_known_family() -> None:
    known = currencies()
    for word, mark in known.marks.items():
        assert (mark.code and len(mark.code) == 3 and mark.code.isupper()) or mark.family in known.families, word
    assert known.defaults.keys() <= known.families.keys()


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("1.847", 1.847), ("1,414", 1414), ("6 million", 6e6), ("eight", 8), ("half a million", 5e5), ("5k", 5000),
        ("one and a half million", 1.5e6), ("25 crore", 2.5e8), ("120 lakh", 1.2e7), ("10m", 1e7), ("1.2bn", 1.2e9),
        ("5 mln", 5e6), ("1.200.000", 1.2e6), ("ninety-nine thousand", 99000), ("two thousand three hundred", 2300),
        ("19,5", None), ("a few", None), ("million", None), ("", None),
    ],
)  # fmt: skip
def test_a_number_is_read_to_its_end(words: str, number: float | None) -> None:
    numeral = numeral_at(words, 0, len(words), MONEY)
    assert (numeral.value if numeral and numeral.end == len(words) else None) == number
