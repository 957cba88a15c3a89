"""Quantities, percentages and ranks: the cases of quantities.yaml, offsets, taken spans, and no crash on any text."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from parsers.language.mention import PercentValue, QuantityValue, RankValue
from parsers.language.quantities import find_numbers

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "quantities.yaml").read_text(encoding="utf-8"))
PIECES = [
    "two", "12th", " largest", " trading", " partner", "5", "1,200", " million", "%", " percent", " to ", "–",
    " or ", "between ", "from ", "half a", " ", "İ", " ships", "a dozen", "Resolution ", ".", "No. ", "number ",
    "1999",
]  # fmt: skip


def expected_value(row: dict[str, Any]) -> QuantityValue | PercentValue | RankValue:
    if "rank" in row:
        return RankValue(row["rank"])
    if "percent" in row:
        return PercentValue(row["percent"], row.get("high"))
    return QuantityValue(row["quantity"], row.get("unit"), row.get("approximate", False), row.get("high"))


def spans(text: str, words: list[str]) -> list[tuple[int, int]]:
    return [(text.index(part), text.index(part) + len(part)) for part in words]


@pytest.mark.parametrize("case", CASES, ids=[f"{case['why']}: {case['text'][:40]}" for case in CASES])
def test_each_text_gives_its_quantities(case: dict[str, Any]) -> None:
    text = case["text"]
    found = find_numbers(text, 0, len(text), spans(text, case.get("taken", [])))
    assert [(mention.text, mention.value) for mention in found] == [
        (row["words"], expected_value(row)) for row in case["expected"]
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_offsets_are_into_the_whole_text(case: dict[str, Any]) -> None:
    before, after = "A first İ sentence. ", " A last one."
    text = before + case["text"] + after
    found = find_numbers(text, len(before), len(before) + len(case["text"]), spans(text, case.get("taken", [])))
    assert [mention.text for mention in found] == [row["words"] for row in case["expected"]]
    assert all(text[mention.start : mention.end] == mention.text for mention in found)


def test_taken_spans_hide_what_they_touch() -> None:
    text = "From 3 to 5 tons, the 12th largest supplier, 7%"
    hidden = spans(text, ["3 to 5", "largest", "7%"])
    assert find_numbers(text, 0, len(text), hidden) == []
    assert len(find_numbers(text, 0, len(text))) == 4


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join)))
@example("the 10 largest partner States")
def test_no_text_crashes_and_spans_are_in_order(text: str) -> None:
    found = find_numbers(text, 0, len(text))
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
