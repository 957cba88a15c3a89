"""Whether the cells of a column are as it was declared: tests by kind, which need no other row or table."""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime
from functools import lru_cache

import pandas as pd

from parsers.tables import Column

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


def fits(kind: str, column: Column, cells: pd.Series) -> pd.Series:
    """True for each cell that passes the kind of test; an empty cell fails only where it is required.

    >>> from parsers.tables import table
    >>> fits("pattern", table("states").column("iso3"), pd.Series(["PER", "Peru", None], dtype=object)).tolist()
    [True, False, True]
    """
    if kind == "required":
        return pd.Series([cell is not None for cell in cells], index=cells.index, dtype=bool)
    passes = _TESTS[kind]
    return pd.Series([cell is None or passes(column, cell) for cell in cells], index=cells.index, dtype=bool)


def is_of_type(kind: str, value: object) -> bool:
    """Whether a value is of a declared type; true and false are no numbers, and neither infinity nor NaN is one.

    >>> is_of_type("int", True), is_of_type("string", ""), is_of_type("list<string>", ("a", "b"))
    (False, False, True)
    """
    return _TYPES[kind](value)


def pattern_of(column: Column) -> str | None:
    """The regular expression that every value of the column matches whole: its own, or EDTF's by its name."""
    if column.pattern is not None:
        return column.pattern
    return EDTF if column.name.endswith("_edtf") else None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value != ""


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_in_bounds(column: Column, value: object) -> bool:
    if not (isinstance(value, int | float) and _is_number(value)):
        return False
    return (column.minimum is None or value >= column.minimum) and (column.maximum is None or value <= column.maximum)


def _is_shaped(column: Column, value: object) -> bool:
    return isinstance(value, str) and _matches(pattern_of(column) or "", value)


@lru_cache(maxsize=65536)
def _matches(pattern: str, value: str) -> bool:
    return re.fullmatch(pattern, value, re.ASCII) is not None


_TYPES: dict[str, Callable[[object], bool]] = {
    "string": _is_text,
    "category": _is_text,
    "int": _is_int,
    "float": _is_number,
    "bool": lambda value: isinstance(value, bool),
    "date": lambda value: isinstance(value, date) and not isinstance(value, datetime),
    "timestamp": lambda value: isinstance(value, datetime) and value.utcoffset() is not None,
    "list<string>": lambda value: isinstance(value, list | tuple) and all(map(_is_text, value)),
}
_TESTS: dict[str, Callable[[Column, object], bool]] = {
    "type": lambda column, value: is_of_type(column.type, value),
    "pattern": _is_shaped,
    "bounds": _is_in_bounds,
}
_SAYS: dict[str, Callable[[Column], bool]] = {
    "required": lambda column: column.required,
    "type": lambda column: True,
    "pattern": lambda column: pattern_of(column) is not None,
    "bounds": lambda column: column.minimum is not None or column.maximum is not None,
}
