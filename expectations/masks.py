"""Tests of whole columns, of which rules are made: each says what it makes of a missing cell."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from expectations.rule import Holds, Typed, Whole


def rowwise(test: Callable[..., bool], *columns: str) -> Holds:
    """A rule's `holds` that puts the cells of the columns to a test, row by row; a missing object is None.

    Rows that are alike in the columns are tested once: the dates of a million facts are some ten thousand.

    >>> import pyarrow as pa
    >>> from parsers.columnar import Stored
    >>> frame = Typed(Stored(pa.table({"a": ["x", None, "x"]})))
    >>> rowwise(lambda a: a is None, "a")(frame, {}).tolist()
    [False, True, False]
    """

    def holds(frame: Typed, whole: Whole) -> pd.Series:
        cells, which = frame.distinct(columns)
        passes = np.array([test(*row) for row in zip(*cells, strict=True)], dtype=bool)
        return pd.Series(passes[which], index=frame.index)

    return holds


def differ(one: str, other: str) -> Holds:
    """Holds where the two columns differ or either is missing."""
    return rowwise(lambda a, b: a is None or b is None or a != b, one, other)


def needs(column: str, *others: str) -> Holds:
    """Holds where the column is missing, or else all the others are given."""
    return lambda frame, whole: ~frame.given(column) | _given(frame, others).all(axis=1)


def together(*columns: str) -> Holds:
    """Holds where the columns are all given or all missing."""
    return lambda frame, whole: _given(frame, columns).all(axis=1) | ~_given(frame, columns).any(axis=1)


def at_least(column: str, least: float) -> Holds:
    """Holds where a number is missing, or no less than that."""
    return lambda frame, whole: ~(frame[column] < least)


def more_than(column: str, bound: float) -> Holds:
    """Holds where a number is missing, or more than that."""
    return lambda frame, whole: ~(frame[column] <= bound)


def not_after(first: str, last: str) -> Holds:
    """Holds where either number or date is missing, or the first is no more than the last."""
    return lambda frame, whole: ~(frame[first] > frame[last])


def _given(frame: Typed, columns: Iterable[str]) -> pd.DataFrame:
    """Which of the columns hold something."""
    return pd.DataFrame({name: frame.given(name) for name in columns})


def in_pair(relation: str | None, codes: Iterable[str | None]) -> bool:
    """Whether any of the codes is one of the two of a relation's identifier; true where that is missing.

    >>> in_pair("EST-PER", ["PER", None]), in_pair("EST-PER", ["LVA"])
    (True, False)
    """
    return relation is None or not set(relation.split("-")).isdisjoint(code for code in codes if code)
