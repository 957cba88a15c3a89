"""The two ends of a stated period: "since 1965", "from 1970 until 1985", "until March 2003", and of one day or year."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.language.edtf import date_value
from parsers.language.mention import DateValue, Mention

_TWO_YEARS = re.compile(r"\d{4} ?[–—-] ?\d{2,4}")
_ENDING = frozenset(("until", "till", "to", "through", "before", "up to", "by"))


def bounds(date: Mention | None) -> tuple[str | None, str | None]:
    """First and last date of a period, in EDTF; null where that end is open or no period is stated.

    A single date is its own first end, unless a word such as "until" makes it the last.
    """
    if date is None or not isinstance(date.value, DateValue):
        return None, None
    edtf = date.value.edtf
    if "/" not in edtf:
        return (None, edtf) if date.value.qualifier in _ENDING else (edtf, None)
    first, last = edtf.split("/", 1)
    return (None if first == ".." else first), (None if last == ".." else last)


def is_brief(date: Mention) -> bool:
    """Whether a date is of some days of one month, or of a year and the next with a dash, within which something
    happened: "11–12 October 1962", "1962–63"; "from 1962–63" tells when something began.
    """
    first, last = bounds(date)
    if not first or not last or len(first) != len(last):
        return False
    if len(first) == len("1962"):
        return _TWO_YEARS.fullmatch(date.text) is not None and int(last) - int(first) == 1
    return len(first) == len("1962-10-11") and first[:7] == last[:7]


def beginning(date: Mention) -> Mention:
    """The mention with the first end of its period as value: "since 1965" says that something began in 1965."""
    first = bounds(date)[0]
    if first is None or not isinstance(date.value, DateValue) or first == date.value.edtf:
        return date
    return replace(date, value=date_value(first, resolved=date.value.resolved, qualifier=date.value.qualifier))


def ending(date: Mention) -> Mention:
    """The mention with the last end of its period as value: "not until 1965" says that it began in 1965."""
    last = bounds(date)[1]
    if last is None or not isinstance(date.value, DateValue):
        return date
    return replace(date, value=date_value(last, resolved=date.value.resolved, qualifier=date.value.qualifier))
