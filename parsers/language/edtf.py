"""EDTF strings (ISO 8601-2) and the days they can mean: the values behind every date mention.

Written are: `1992-04-02`, `1992-04`, `1992`, `2001-21` (season), `199X`, `19XX`, `1961~`, `1994-03-07/1994-03-10`,
`2004/..`, `../1991`, `-0220` (221 BC). Not supported: sets, exponents, other unspecified digits.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from functools import lru_cache

from parsers.language.mention import DateValue

_STATED = re.compile(r"(-?\d{4})(?:-(\d\d)(?:-(\d\d))?)?|(-?\d{3})X|(-?\d\d)XX", re.ASCII)
_SEASONS = range(21, 25)
Days = tuple[dt.date | None, dt.date | None, str]


def date_value(edtf: str, *, resolved: bool = False, qualifier: str | None = None) -> DateValue:
    """The value of an EDTF string: first day, last day and precision are derived from it.

    A season means any day of its year, since the hemisphere is not stated. A century is EDTF's (`19XX` is 1900–1999).
    Raises ValueError on a string outside the forms above and on days that the calendar does not have.

    >>> value = date_value("1994-03-07/1994-03-10")
    >>> value.start.isoformat(), value.end.isoformat(), value.precision
    ('1994-03-07', '1994-03-10', 'interval')
    """
    start, end, precision = _days(edtf)
    return DateValue(edtf, start, end, precision, resolved, qualifier)


def stated(year: int, month: int | None = None, day: int | None = None) -> str:
    """The EDTF of a year (astronomical: 0 is 1 BC), month or season code, and day.

    A day that the month does not have is left out rather than moved.

    >>> stated(1992, 4, 2), stated(-220), stated(1999, 2, 30)
    ('1992-04-02', '-0220', '1999-02')
    """
    text = f"{year:04d}" if year >= 0 else f"-{-year:04d}"
    if month is None:
        return text
    if day is None or month > 12 or day > month_end(year, month):
        return f"{text}-{month:02d}"
    return f"{text}-{month:02d}-{day:02d}"


def century(number: int, bc: bool) -> str:
    """The EDTF of a century by its number.

    >>> century(19, False), century(2, True)
    ('18XX', '-01XX')
    """
    return f"{'-' if bc else ''}{number - 1:02d}XX"


def month_end(year: int, month: int) -> int:
    """The last day of a month."""
    return calendar.monthrange(year, month)[1] if 1 <= year <= 9999 else 31


@lru_cache(maxsize=4096)
def _days(edtf: str) -> Days:
    if "/" not in edtf:
        return _days_of_one(edtf)
    low, high = edtf.split("/", 1)
    if low == high == "..":
        raise ValueError(f"EDTF {edtf!r}: an interval needs one end at least")
    start = None if low == ".." else _days_of_one(low)[0]
    end = None if high == ".." else _days_of_one(high)[1]
    return start, end, "open interval" if ".." in (low, high) else "interval"


def _days_of_one(edtf: str) -> Days:
    """First day, last day and precision of one date."""
    match = _STATED.fullmatch(edtf.rstrip("~?%"))
    if match is None:
        raise ValueError(f"EDTF {edtf!r}: expected a year, month, day, season, decade, century or an interval of two")
    year, month, day, decade, century_ = match.groups()
    if decade:
        return *_years(decade, 10), "decade"
    if century_:
        return *_years(century_, 100), "century"
    if month is None or int(month) in _SEASONS:
        return *_years(year, 1), "year"
    if day is None:
        last = month_end(int(year), int(month))
        return _day(int(year), int(month), 1), _day(int(year), int(month), last), "month"
    exact = _day(int(year), int(month), int(day))
    return exact, exact, "day"


def _years(digits: str, length: int) -> tuple[dt.date | None, dt.date | None]:
    """First and last day of the `length` years that the leading digits leave open; null before year 1."""
    if digits.startswith("-"):
        return None, None
    first = int(digits) * length
    return _day(max(first, 1 if length > 1 else 0), 1, 1), _day(first + length - 1, 12, 31)


def _day(year: int, month: int, day: int) -> dt.date | None:
    return dt.date(year, month, day) if 1 <= year <= 9999 else None
