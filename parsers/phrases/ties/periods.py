"""Periods in which relations stood, by the dates that tell when they began and ended."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeGuard

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.terms import beginning, bounds, ending


def is_period(date: Mention | None) -> TypeGuard[Mention]:
    """Whether a date tells when something began and when it ended."""
    told = date is not None and date.text.lower().startswith(("between", "from"))
    return told and None not in bounds(date)


def is_since(date: Mention | None) -> bool:
    """Whether a date tells since when something has lasted."""
    return date is not None and date.text.lower().startswith(("since", "ever since"))


def is_until(date: Mention | None) -> TypeGuard[Mention]:
    """Whether a date tells until when something has lasted."""
    return date is not None and date.text.lower().startswith(("until", "till"))


def is_followed(statement: Statement, date: Mention) -> bool:
    """Whether what happened at the end of a period is told behind it: "from 1968 to 1974, when …"."""
    return statement.document.text.startswith((", when ", " when "), date.end)


def later_periods(statement: Statement, first: Mention) -> Iterator[tuple[str, Mention | None]]:
    """What began and ended the later periods of relations, with its date: "from 1966 to 1983 and again from 1990 to
    1994", "… and again since 1990".
    """
    for later in statement.listed_with(first)[1:]:
        if later is not None and (is_period(later) or is_since(later)):
            yield "resumed", beginning(later)
        if is_period(later):
            yield "severed", ending(later)
