"""Whether the cells of a column are as it was declared: tests by kind, which need no other row or table.

Columns come typed, so that a cell is of its column's type unless it is an empty text or no finite number.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from parsers.tables import Column

Mask = npt.NDArray[np.bool_]

_POINT = (
    r"(?:-?\d{4}(?:-(?:2[1-4]|(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?))?"
    r"|-?\d{3}X|-?\d{2}XX)[~?%]?"
)
EDTF = rf"(?:{_POINT}|{_POINT}/(?:{_POINT}|\.\.)|\.\./{_POINT})"
"""The forms of EDTF in tables: year, month, season, day, decade, century, intervals with at most one open end."""

MEANINGS = {
    "required": "a required column is never empty",
    "type": "a value is of its column's type, and text is not empty",
    "pattern": "a code has its declared form",
    "bounds": "a number lies within its bounds",
}
"""The kinds of test by name, with what holds in a sound row."""


def checked_columns(kind: str, columns: tuple[Column, ...]) -> tuple[str, ...]:
    """The names of the columns that a kind of test says something about, in order."""
    return tuple(column.name for column in columns if _SAYS[kind](column))


def fits(kind: str, column: Column, cells: pa.ChunkedArray) -> Mask:
    """True for each cell that passes the kind of test; an empty cell fails only where it is required.

    >>> from parsers.tables import table
    >>> fits("pattern", table("states").column("iso3"), pa.chunked_array([["PER", "Peru", None]])).tolist()
    [True, False, True]
    """
    if kind == "required":
        return mask_of(pc.is_valid(cells))
    return mask_of(pc.fill_null(_TESTS[kind](column, cells), True))


def mask_of(passes: Any) -> Mask:
    """An array of truth values for numpy."""
    found = passes.combine_chunks() if isinstance(passes, pa.ChunkedArray) else passes
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=bool)


def pattern_of(column: Column) -> str | None:
    """The regular expression that every value of the column matches whole: its own, or EDTF's by its name."""
    if column.pattern is not None:
        return column.pattern
    return EDTF if column.name.endswith("_edtf") else None


def _is_of_type(column: Column, cells: pa.ChunkedArray) -> Any:
    if column.type in ("string", "category"):
        return pc.not_equal(pc.binary_length(cells), pa.scalar(0))
    if column.type == "float":
        return pc.is_finite(cells)
    if column.type == "list<string>":
        return _holds_texts(cells)
    return pa.array(np.ones(len(cells), dtype=bool))


def _holds_texts(cells: pa.ChunkedArray) -> pa.Array:
    """Whether all that a list holds are texts, none of them empty."""
    lists: Any = cells.combine_chunks()
    items = pc.list_flatten(lists)
    wrong = pc.fill_null(pc.equal(pc.binary_length(items), pa.scalar(0)), True)
    passes = np.ones(len(lists), dtype=bool)
    passes[pc.list_parent_indices(lists).filter(wrong).to_numpy()] = False
    return pa.array(passes)


def _is_in_bounds(column: Column, cells: pa.ChunkedArray) -> Any:
    passes = pc.is_finite(cells) if pa.types.is_floating(cells.type) else pc.is_valid(cells)
    if column.minimum is not None:
        passes = pc.and_(passes, pc.greater_equal(cells, pa.scalar(column.minimum)))
    if column.maximum is not None:
        passes = pc.and_(passes, pc.less_equal(cells, pa.scalar(column.maximum)))
    return pc.or_kleene(passes, pc.is_null(cells))


def _is_shaped(column: Column, cells: pa.ChunkedArray) -> Any:
    """Each value is looked at once: the dates of a million facts are some ten thousand."""
    coded: Any = pc.dictionary_encode(cells.combine_chunks())
    pattern = pattern_of(column) or ""
    passes = pa.array([_matches(pattern, value) for value in coded.dictionary.to_pylist()], pa.bool_())
    return passes.take(coded.indices)


@lru_cache(maxsize=65536)
def _matches(pattern: str, value: str) -> bool:
    return re.fullmatch(pattern, value, re.ASCII) is not None


_TESTS: dict[str, Callable[[Column, pa.ChunkedArray], Any]] = {
    "type": _is_of_type,
    "pattern": _is_shaped,
    "bounds": _is_in_bounds,
}
_SAYS: dict[str, Callable[[Column], bool]] = {
    "required": lambda column: column.required,
    "type": lambda column: True,
    "pattern": lambda column: pattern_of(column) is not None,
    "bounds": lambda column: column.minimum is not None or column.maximum is not None,
}
