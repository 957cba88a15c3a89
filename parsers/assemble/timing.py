"""When statements can be of the same fact: how long a date is, whether two overlap, its year."""

from __future__ import annotations

import datetime as dt
import re
from functools import lru_cache

from parsers.language.mention import DateValue

FINE = 31
"""Days that a date may span to be precise enough to stand in for a name: those of a month."""

_UNKNOWN = 10**7
_PARTS = re.compile(r"(-?[0-9X]{4})(?:-(\d\d))?(?:-(\d\d))?")


def length(date: DateValue | None) -> int:
    """How many days a date can mean; undated is longest, then what has no bounded days.

    >>> from parsers.language.edtf import date_value
    >>> length(date_value("1994-03-07/1994-03-10"))
    4
    """
    if date is None:
        return 2 * _UNKNOWN
    if date.start is None or date.end is None:
        return _UNKNOWN
    return (date.end - date.start).days + 1


def is_fine(date: DateValue | None) -> bool:
    """Whether a date is stated precisely enough to stand in for a name: by the month, or finer."""
    return length(date) <= FINE


def precision(date: DateValue | None) -> tuple[int, bool, int]:
    """What orders dates from the most precise: the unit in which they are stated, closed before open, the longer first.

    So an interval of days says more of a trip than one of its days, and a term of years more than one of its years.
    """
    return (9, True, 0) if date is None else (*_unit(date.edtf), -length(date))


@lru_cache(maxsize=65536)
def _unit(edtf: str) -> tuple[int, bool]:
    """The rank of the unit in which a date is stated, from the day, and whether it is open."""
    parts = [part for part in edtf.split("/") if part != ".."]
    return max((4 - sum(map(bool, stages_of(part))) + part.count("X") for part in parts), default=9), ".." in edtf


def overlap(one: DateValue | None, other: DateValue | None) -> bool:
    """Whether two dates, both stated, can mean a same day.

    An open end reaches without limit. Dates outside the years 1–9999 overlap only when they are written alike.
    """
    if one is None or other is None:
        return False
    if one.edtf == other.edtf:
        return True
    first, second = days(one), days(other)
    return bool(first and second and first[0] <= second[1] and second[0] <= first[1])


def contradict(one: DateValue | None, other: DateValue | None) -> bool:
    """Whether two dates, both stated, cannot mean a same day."""
    return one is not None and other is not None and not overlap(one, other)


def disagree(one: DateValue | None, other: DateValue | None) -> bool:
    """Whether two precise dates overlap and yet neither lies within the other: 7–10 March and 8–11 March."""
    first, second = one and days(one), other and days(other)
    if not first or not second or not (is_fine(one) and is_fine(other)):
        return False
    inside = (first[0] <= second[0] and second[1] <= first[1]) or (second[0] <= first[0] and first[1] <= second[1])
    return not inside


def stages(date: DateValue | None) -> tuple[str, str, str]:
    """The year (or decade), month and day that a date begins with; empty where it has none.

    >>> from parsers.language.edtf import date_value
    >>> stages(date_value("1994-03-07/1994-03-10")), stages(date_value("199X"))
    (('1994', '03', '07'), ('199X', '', ''))
    """
    if date is None:
        return "", "", ""
    low, _, high = date.edtf.partition("/")
    return stages_of(high if low == ".." else low)


@lru_cache(maxsize=65536)
def stages_of(edtf: str) -> tuple[str, str, str]:
    """The year, month and day of one EDTF date."""
    match = _PARTS.match(edtf)
    return (match[1], match[2] or "", match[3] or "") if match else (edtf, "", "")


def days(date: DateValue) -> tuple[dt.date, dt.date] | None:
    """The first and the last day that a date can mean; an open end reaches without limit. Null where it has none."""
    if date.precision == "open interval":
        return date.start or dt.date.min, date.end or dt.date.max
    if date.start is None or date.end is None:
        return None
    return date.start, date.end


def gap(one: DateValue | None, other: DateValue | None) -> int | None:
    """Days from the end of the earlier date to the start of the later; null where they overlap or are not bounded.

    >>> from parsers.language.edtf import date_value
    >>> gap(date_value("1992-04-02"), date_value("1992-04-05"))
    3
    """
    first, second = one and days(one), other and days(other)
    if not first or not second or overlap(one, other):
        return None
    earlier, later = sorted((first, second))
    return (later[0] - earlier[1]).days


def is_stay(date: DateValue | None) -> bool:
    """Whether a date is from one stated day to another."""
    if date is None or "/" not in date.edtf:
        return False
    return all(all(stages_of(part)) for part in date.edtf.split("/"))


def by_day(date: DateValue | None) -> bool:
    """Whether a date is a day or is from one stated day to another."""
    return date is not None and (date.precision == "day" or is_stay(date))


def before(one: DateValue | None, other: DateValue | None) -> bool:
    """Whether every day that the one can mean is before every day that the other can."""
    if one is None or other is None or one.end is None or other.start is None:
        return False
    return one.end < other.start
