"""Parts of a period: "first quarter of 2019", "second half of that year", "first nine months of 2018", "Q3 2020"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.language.calendar_words import NUMBERS, ORDINAL_WORD, YEAR, YEAR_SHIFT, YEAR_WORDS, any_of, leading_number
from parsers.language.date_memory import DateMemory
from parsers.language.date_points import Point, read_point
from parsers.language.edtf import stated


@dataclass(frozen=True, slots=True)
class Period:
    """Months of a year, or a part of another date (`point`) named in `part`; `resolved` where memory gave the year."""

    end: int
    year: int | None = None
    months: tuple[int, int] | None = None
    point: Point | None = None
    part: str | None = None
    resolved: bool = False

    @property
    def edtf(self) -> str:
        """The interval of its months; only where `year` and `months` are set."""
        first, last = self.months or (1, 12)
        return f"{stated(self.year or 1, first)}/{stated(self.year or 1, last)}"


_OF_YEAR = (
    rf"(?:of\s+)?(?:the\s+)?(?:(?:fiscal|financial)\s+year\s+)?(?:(?P<year>{YEAR})|(?P<words>{YEAR_WORDS})|"
    rf"(?P<current>(?<=\bthe\s)year))"
    r"(?![a-z])"
)
_ORDINAL = rf"(?P<number>{ORDINAL_WORD}|[Ff]irst|[Ll]ast|1st|2nd|3rd|4th)"
_HALF = re.compile(rf"{_ORDINAL}\s+(?P<unit>quarter|half)\s+{_OF_YEAR}", re.ASCII)
_SHORT = re.compile(rf"(?P<unit>[QH])(?P<number>[1-4])\s+{_OF_YEAR}", re.ASCII)
_MONTHS = re.compile(
    rf"{_ORDINAL}\s+(?P<count>{any_of(list(NUMBERS))}|[0-9]{{1,2}})\s+(?P<unit>month|quarter)s\s+{_OF_YEAR}",
    re.ASCII,
)
_PART = re.compile(rf"{_ORDINAL}\s+(?P<unit>quarter|half)\s+of\s+(?:the\s+)?", re.ASCII)
_LENGTHS = {"month": 1, "quarter": 3, "half": 6, "Q": 3, "H": 6}


def read_period(text: str, start: int, end: int, memory: DateMemory) -> Period | None:
    """The part of a period that starts at `start`, or None.

    >>> read_period("first quarter of 2019", 0, 21, DateMemory()).edtf
    '2019-01/2019-03'
    """
    for pattern in (_HALF, _SHORT, _MONTHS):
        match = pattern.match(text, start, end)
        months = _months(match) if match else None
        if match and months:
            return _of_year(match, months, memory)
    match = _PART.match(text, start, end)
    point = read_point(text, match.end(), end) if match and match.end() < end else None
    if match is None or point is None or point.year is None or point.is_lone_year:
        return None
    return Period(point.end, point=point, part=f"{match['number']} {match['unit']}".lower())


def _months(match: re.Match[str]) -> tuple[int, int] | None:
    """First and last month, counted from the year's end for "last"; None for a fifth quarter."""
    found = match.groupdict()
    word = found["number"].lower()
    if found.get("count"):
        length, number = leading_number(found["count"]) * _LENGTHS[found["unit"]], 1
        if word not in ("first", "last"):
            return None
    else:
        length, number = _LENGTHS[found["unit"]], leading_number(word) if word != "last" else 1
    if not 1 <= length * number <= 12:
        return None
    return (13 - length, 12) if word == "last" else (length * (number - 1) + 1, length * number)


def _of_year(match: re.Match[str], months: tuple[int, int], memory: DateMemory) -> Period | None:
    if match["year"]:
        return Period(match.end(), int(match["year"]), months)
    if memory.year is None:
        return None
    return Period(match.end(), memory.year + YEAR_SHIFT.get(match["shift"] or "", 0), months, resolved=True)
