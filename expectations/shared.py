"""The rules that every table with the same columns shares: facts, their dates, amounts of money, spans of text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd
import pyarrow.compute as pc

from expectations.cells import mask_of
from expectations.masks import needs, not_after, rowwise
from expectations.rule import CRITICAL, WARNING, Holds, Rule, Typed, Whole
from parsers.tables import Table

_BOUNDED = {
    "day": lambda start, end: start == end,
    "month": lambda start, end: (
        start.day == 1 and end.is_month_end and (start.year, start.month) == (end.year, end.month)
    ),
    "year": lambda start, end: start.year == end.year,
    "decade": lambda start, end: start.year // 10 == end.year // 10,
    "century": lambda start, end: start.year // 100 == end.year // 100,
    "interval": lambda start, end: True,
}
"""What the first and last day have to do with each other at each precision; an open interval lacks one of them."""

_BEFORE_YEAR_1 = re.compile(r"-|0000|000X|00XX|[^/]*/(?:-|0000)")
"""Dates whose days no calendar of the tables reaches, so that they may be missing."""


def shared_rules(table: Table) -> Iterator[Rule]:
    """The rules that a table has by its columns."""
    if table.is_fact:
        yield from _fact_rules(table)
    if {"value", "currency"} <= set(table.names):
        meaning = "an amount of money has a currency"
        yield Rule("value_has_currency", ("value", "currency"), WARNING, meaning, needs("value", "currency"))
    if {"article_id", "start", "end"} <= set(table.names):
        yield from _span_rules(table)


def _fact_rules(table: Table) -> Iterator[Rule]:
    ends = ("date_start", "date_end")
    yield Rule("date_order", ends, CRITICAL, "a date does not end before it starts", not_after(*ends))
    dated = ("date_edtf", "date_precision", *ends)
    meaning = "first and last day are what the stated date means at its precision"
    yield Rule("date_precision_agrees", dated, CRITICAL, meaning, rowwise(_agrees, *dated))
    meaning = "every fact has a span of text that states it"
    yield Rule("has_evidence", (table.key,), CRITICAL, meaning, _is_in_rows("evidence", table))
    meaning = "a row says that another statement disagrees just when the table of conflicts has it"
    columns = ("has_conflict",)
    yield Rule("conflict_is_listed", columns, WARNING, meaning, _conflict_is_listed(table))


def _span_rules(table: Table) -> Iterator[Rule]:
    span = ("start", "end")
    # A table whose spans may be empty (a heading with nothing below it) lets them end at 0.
    least = table.column("end").minimum or 0
    meaning = "a span of text does not end before it starts, and is empty only where its table allows it"
    long_enough = lambda frame, whole: frame["end"] - frame["start"] >= min(least, 1)  # noqa: E731
    yield Rule("span_order", span, CRITICAL, meaning, long_enough)
    if "text" in table.names:
        meaning = "the words are the article's stored text from start to end"
        yield Rule("text_is_slice", ("article_id", *span, "text"), CRITICAL, meaning, _text_is_slice)
    else:
        yield Rule("span_in_text", ("article_id", *span), CRITICAL, "a span lies within the stored text", _span_in_text)


def _agrees(edtf: str | None, precision: str | None, start: pd.Timestamp, end: pd.Timestamp) -> bool:
    """Whether a stated date, its precision and its first and last day say the same."""
    missing = pd.isna(start), pd.isna(end)
    if edtf is None or precision is None:
        return edtf is None and precision is None and all(missing)
    if _BEFORE_YEAR_1.match(edtf):
        return any(missing) or precision in _BOUNDED
    low, _, high = edtf.partition("/")
    if precision == "open interval":
        return missing == (low == "..", high == "..") and any(missing)
    if precision not in _BOUNDED or any(missing):
        return False
    return _BOUNDED[precision](start, end) and _begins(start, low) and _begins(end, high or low)


def _begins(day: pd.Timestamp, point: str) -> bool:
    """Whether a day begins with what one end of an EDTF date states of it; a season states its year."""
    stated = point.rstrip("~?%X")
    return day.isoformat().startswith(stated[:4] if re.fullmatch(r"\d{4}-2[1-4]", stated) else stated)


def _is_in_rows(other: str, table: Table) -> Holds:
    """Holds where a row of the other table (evidence, conflicts) names the row."""

    def holds(frame: Typed, whole: Whole) -> pd.Series:
        named = whole.named(other, table.name)
        return pd.Series(mask_of(pc.is_in(frame.cells(table.key), value_set=named)), index=frame.index)

    return holds


def _conflict_is_listed(table: Table) -> Holds:
    listed = _is_in_rows("conflicts", table)
    return lambda frame, whole: frame["has_conflict"].eq(True) == listed(frame, whole)


def _text_is_slice(frame: Typed, whole: Whole) -> pd.Series:
    """Rows of one span stand one behind the other, as one has several cells: each span is looked at once."""
    columns = ("article_id", "start", "end", "text")
    first, which = frame.runs(columns)
    spans = (frame.cells(name).take(first).to_pylist() for name in columns)
    passes = [
        None not in (start, end) and (stored := whole.texts.get(article)) is not None and stored[start:end] == text
        for article, start, end, text in zip(*spans, strict=True)
    ]
    return pd.Series(np.array(passes, dtype=bool)[which], index=frame.index)


def _span_in_text(frame: Typed, whole: Whole) -> pd.Series:
    return frame["end"] <= frame["article_id"].map(whole.texts.lengths)
