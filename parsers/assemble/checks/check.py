"""One test on facts, before it becomes a row, and how figures and dates are put into words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from parsers.assemble.row import Merged

Facts = Mapping[str, Sequence[Merged]]


@dataclass(frozen=True, slots=True)
class Check:
    """What was tested on which rows of a table, what should hold, what the rows say, and whether it holds."""

    kind: str
    table: str
    row_ids: tuple[str, ...]
    expected: str
    found: str
    passed: bool


def number(value: Fraction | float) -> str:
    """A number with separators of thousands, at most two decimals.

    >>> number(1847000000.0), number(-15.4306)
    ('1,847,000,000', '-15.43')
    """
    return f"{float(value):,.2f}".rstrip("0").rstrip(".")


def money(value: Fraction | float, currency: object) -> str:
    """An amount with its currency in front, where it is known."""
    return f"{currency} {number(value)}" if currency else number(value)


def when(row: Merged) -> str:
    """The date of a row; words where it has none."""
    return row.date.edtf if row.date else "an unstated time"
