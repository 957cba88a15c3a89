"""Sums of money as they are stated: a number and how far it may be off.

A figure is as exact as its last digit: "1.847 billion" may be half a million more or less. Noughts at the end of a
long number do not count as digits, a figure marked as approximate may be off by the whole of its last digit.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

from parsers.assemble.row import Merged

_NUMBER = re.compile(r"\d[\d,   ]*(?:\.\d+)?")
_NOUGHTS = re.compile(r"000+$")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and the most that it may be off, both in the same unit."""

    value: Fraction
    slack: Fraction

    @property
    def ends(self) -> tuple[Fraction, Fraction]:
        """The least and the most that it can mean."""
        return self.value - self.slack, self.value + self.slack

    def plus(self, other: Figure) -> Figure:
        """The sum."""
        return Figure(self.value + other.value, self.slack + other.slack)

    def minus(self, other: Figure) -> Figure:
        """The difference."""
        return Figure(self.value - other.value, self.slack + other.slack)


def agree(one: Figure, other: Figure) -> bool:
    """Whether two figures can mean one number."""
    return abs(one.value - other.value) <= one.slack + other.slack


def figure(row: Merged) -> Figure | None:
    """The sum that a row states, as exact as its words; null where it states none."""
    value = row.values.get("value")
    if not isinstance(value, int | float):
        return None
    return stated(value, str(row.values.get("value_text") or ""), bool(row.values.get("approximate")))


@lru_cache(maxsize=4096)
def stated(value: float, text: str = "", approximate: bool = False) -> Figure:
    """A number as exact as its words, or as its own digits where there are none.

    >>> [float(part) for part in stated(1847000000.0, "US$1.847 billion").ends]
    [1846500000.0, 1847500000.0]
    >>> float(stated(15.4).slack), float(stated(337000000.0).slack)
    (0.05, 500000.0)
    """
    exact = Fraction(repr(value))
    written = _NUMBER.search(text)
    digits = re.sub(r"[,   ]", "", written[0]) if written else _plain(exact)
    number = Fraction(digits)
    scale = abs(exact / number) if number else Fraction(1)
    unit = scale * _last_place(digits)
    return Figure(exact, unit if approximate else unit / 2)


def _plain(number: Fraction) -> str:
    """The digits of a number: 337000000, 15.4."""
    if number.denominator == 1:
        return str(abs(number.numerator))
    return repr(abs(float(number)))


def _last_place(digits: str) -> Fraction:
    """The worth of the last digit that counts."""
    whole, _, decimals = digits.partition(".")
    if decimals:
        return Fraction(1, 10 ** len(decimals))
    noughts = _NOUGHTS.search(whole)
    return Fraction(10 ** (len(noughts[0]) if noughts else 0))
