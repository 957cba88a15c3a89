"""One date as written, its missing parts not yet known: "7 March", "2 June of the same year", "15th" of two centuries.

`read_point` looks at one place of a text and returns a `Point` there or nothing. What a point lacks (year, month, era)
is filled by `dates.py` from its neighbours in a range or list, and from what was read before.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from parsers.language.calendar_words import (
    DASH,
    DAY,
    DECADES,
    ERA,
    FULL_MONTH,
    MONTH,
    ORDINAL_NUMBER,
    ORDINAL_WORD,
    SEASON,
    SEASONS,
    YEAR,
    YEAR_SHIFT,
    YEAR_WORDS,
    leading_number,
    month_number,
)


@dataclass(frozen=True, slots=True)
class Point:
    """One date as written; `unit` is date, decade (`year` is its first year) or century (`year` is its number).

    `month` may be a season's code (21–24). `shift` is set where words stand for the year ("the following year" is 1).
    `month_words` is true for "the same month". `bc` is null where no era is written. `bare` tells a lone number.
    """

    start: int
    end: int
    unit: str = "date"
    year: int | None = None
    month: int | None = None
    day: int | None = None
    shift: int | None = None
    month_words: bool = False
    bc: bool | None = None
    bare: bool = False
    part: str | None = None

    @property
    def is_lone_year(self) -> bool:
        """True for a number alone, which only its surroundings make a year."""
        return self.bare and self.unit == "date" and self.day is None


Reader = Callable[[re.Match[str]], Point | None]

_LAST_OF_OLD_CALENDAR = 1923  # when Greece, the last, left the Julian calendar
_LIST = rf"(?:\s*{DASH}\s*|\s*,\s*(?:and\s+|or\s+)?|\s+(?:and|or|to|until|till|through|&)\s+)(?:the\s+)?"
_TO = rf"(?:\s*{DASH}\s*|\s+(?:and|to|until|till)\s+)"
_PART = r"(?:(?:early|mid|late)[-\s])?"
_CENTURY = r"[-\s]+centur(?:y|ies)(?![a-z])"


def _is_bc(era: str | None) -> bool | None:
    return None if era is None else era.startswith("B")


def _is_month_day(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= 31


def _full_year(digits: str) -> int:
    """The year of two or four digits; two digits are 1930–2029, as articles speak of the past."""
    year = int(digits)
    if len(digits) > 2:
        return year
    return year + (2000 if year < 30 else 1900)


def _iso(match: re.Match[str]) -> Point | None:
    year, month, day = (int(part) for part in match.groups())
    return Point(*match.span(), year=year, month=month, day=day) if _is_month_day(month, day) else None


def _iso_month(match: re.Match[str]) -> Point | None:
    # "2004-05" is a range of school, budget or reigning years; "2018-06" can only be a month.
    year, month = int(match[1]), int(match[2])
    return Point(*match.span(), year=year, month=month) if 1 <= month <= 12 and month <= year % 100 else None


def _dotted(match: re.Match[str]) -> Point | None:
    day, month, year = int(match[1]), int(match[2]), _full_year(match[3])
    return Point(*match.span(), year=year, month=month, day=day) if _is_month_day(month, day) else None


def _slashed(match: re.Match[str]) -> Point | None:
    """Day and month only where one order is possible; else the year alone."""
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if first != second and _is_month_day(first, second) and _is_month_day(second, first):
        return Point(*match.span(), year=year)
    for month, day in ((second, first), (first, second)):
        if _is_month_day(month, day):
            return Point(*match.span(), year=year, month=month, day=day)
    return None


def _two_calendars(match: re.Match[str]) -> Point | None:
    """The day of the new calendar, which stands behind that of the old one: "12/24 September 1884"."""
    gap = int(match["day"]) - int(match["old"])
    if int(match["year"]) > _LAST_OF_OLD_CALENDAR or not 10 <= gap <= 13:
        return None
    return _dotted_day(match) if match["month"].isdigit() else _named_month(match)


def _dotted_day(match: re.Match[str]) -> Point:
    return Point(*match.span(), year=int(match["year"]), month=int(match["month"]), day=int(match["day"]))


def _month_of_year(match: re.Match[str]) -> Point:
    return Point(*match.span(), year=int(match["year"]), month=int(match["month"]))


def _named_month(match: re.Match[str]) -> Point:
    """Any order of month name, day and year; words for the year count as one."""
    found = match.groupdict()
    year, day = found.get("year"), found.get("day")
    return Point(
        *match.span(),
        year=int(year) if year else None,
        month=month_number(match["month"]),
        day=leading_number(day) if day else None,
        shift=_shift_of(found),
    )


def _shift_of(found: dict[str, str | None]) -> int | None:
    if not found.get("words"):
        return None
    return YEAR_SHIFT.get(found.get("shift") or "", 0)


def _day_of_same_month(match: re.Match[str]) -> Point:
    return Point(*match.span(), day=leading_number(match["day"]), month_words=True)


def _lone_day(match: re.Match[str]) -> Point:
    return Point(*match.span(), day=leading_number(match["day"]))


def _season(match: re.Match[str]) -> Point:
    year = match["year"]
    return Point(
        *match.span(),
        year=int(year) if year else None,
        month=SEASONS[match["season"].lower()],
        shift=_shift_of(match.groupdict()),
    )


def _decade(match: re.Match[str]) -> Point:
    """The ten years, but the hundred where a round number is older than our talk of decades: "the 1800s"."""
    year = int(match["year"])
    if year % 100 == 0 and 1000 <= year <= 1800:
        return Point(*match.span(), unit="century", year=year // 100 + 1)
    return Point(*match.span(), unit="decade", year=int(match["year"]), bare=int(match["year"]) <= 1000)


def _short_decade(match: re.Match[str]) -> Point:
    return Point(*match.span(), unit="decade", year=1900 + int(match["year"]), bare=True)


def _decade_word(match: re.Match[str]) -> Point:
    return Point(*match.span(), unit="decade", year=1900 + DECADES[match[0].lower()], bare=True)


def _century(match: re.Match[str]) -> Point | None:
    number = leading_number(match["number"])
    if not 1 <= number <= 22:
        return None
    return Point(*match.span(), unit="century", year=number, bc=_is_bc(match.groupdict().get("era")))


def _year_of_era(match: re.Match[str]) -> Point | None:
    year = int(match["year"])
    return Point(*match.span(), year=year, bc=_is_bc(match.groupdict().get("era"))) if year else None


def _bare_year(match: re.Match[str]) -> Point:
    return Point(*match.span(), year=int(match[0]), bare=True)


def _short_year(match: re.Match[str]) -> Point:
    """The year of "FY16", which nothing else can be."""
    return Point(*match.span(), year=_full_year(match[0]), bare=True)


def _shapes(*rows: tuple[str, Reader]) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    return tuple((re.compile(pattern, re.ASCII), reader) for pattern, reader in rows)


_WORDS_FOR_YEAR = rf"(?:,?\s+(?:of\s+|in\s+|later\s+)?(?P<words>{YEAR_WORDS}))"
# In "2006 May" the month must end the phrase, or it might be the verb or a name.
_PHRASE_END = r"(?=\s*[,.;:)\]]|\s*$|\s+(?:[0-9]|the\b))"

_YEAR_OF_ERA = (
    (rf"(?P<year>[0-9]{{1,4}})\s?(?P<era>{ERA})", _year_of_era),
    (rf"(?P<year>[0-9]{{1,4}})(?={_TO}(?:[0-9]{{1,4}}\s?{ERA}|AD\s+[0-9]))", _year_of_era),
)
_BARE_YEAR = (r"[0-9]{3,4}(?![0-9A-Za-z%°$€£+]|,[0-9]{3}(?![0-9])|[.:][0-9])", _bare_year)
_FISCAL_YEAR = (r"(?:(?<=FY)|(?<=FY )|(?<=FY'))[0-9]{2}(?![0-9A-Za-z%]|[.,][0-9])", _short_year)
_DECADE = (r"(?P<year>[0-9]{2,3}0)['’]?s(?![A-Za-z0-9])", _decade)
# Tried in this order, the first that fits wins; numbers of four digits have shapes of their own.
_FOUR_DIGIT_SHAPES = _shapes(
    (r"([0-9]{4})[-.]([0-9]{2})[-.]([0-9]{2})(?![0-9])", _iso),
    (r"([0-9]{4})-([0-9]{2})(?![0-9-])", _iso_month),
    (rf"(?P<year>{YEAR})\s+(?P<month>{MONTH})(?:\s+(?P<day>{DAY})(?!,?\s*[0-9]{{4}}))?{_PHRASE_END}", _named_month),
    # … but for the months that are nothing else: "in 2016 December President Maro visited".
    (rf"(?P<year>{YEAR})\s+(?P<month>(?:Jan|Febr)uary|July|(?:Sept|Nov|Dec)ember|October)(?![A-Za-z])", _named_month),
    # … and where they open a line, as in lists: "2016 May President Maro".
    (rf"(?<![^\n])(?P<year>{YEAR})\s+(?P<month>{MONTH})(?=[ :])", _named_month),
    _DECADE,
    *_YEAR_OF_ERA,
    _BARE_YEAR,
)
_BARE_YEAR_SHAPES = _shapes(_BARE_YEAR)
# Four digits behind which none of the other shapes can go on: most years of an article.
_NOTHING_BUT_YEAR = re.compile(
    rf"[0-9]{{4}}(?=[,;)\]]|\s+(?!{MONTH}|(?:and|to|until|till)\s)[a-z])", re.ASCII
)  # fmt: skip
_SHORT_NUMBER_SHAPES = _shapes(
    (
        rf"(?P<day>{DAY})(?:\s+|-)(?:day\s+)?(?:of\s+)?(?P<month>{MONTH})"
        rf"(?:(?:\s*,?\s+(?:of\s+|in\s+)?|-|,)(?P<year>{YEAR})|{_WORDS_FOR_YEAR})?",
        _named_month,
    ),
    (rf"(?P<day>{DAY})\.\s?(?P<month>{FULL_MONTH})\s+(?P<year>{YEAR})", _named_month),
    (
        rf"(?P<old>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}})(?:\s+(?P<month>{MONTH}),?\s+)(?P<year>{YEAR})",
        _two_calendars,
    ),
    (rf"(?P<old>[0-9]{{1,2}})/(?P<day>[0-9]{{1,2}})\.(?P<month>0?[1-9]|1[0-2])\.(?P<year>{YEAR})", _two_calendars),
    (r"([0-9]{1,2})\.\s?([0-9]{1,2})\.\s?([0-9]{4}|[0-9]{2})(?![0-9]|\.[0-9])", _dotted),
    (r"([0-9]{1,2})([/-])([0-9]{1,2})\2([0-9]{4})(?![0-9/-])", _slashed),
    (rf"(?P<month>0[1-9]|1[0-2])/(?P<year>{YEAR})(?!/)", _month_of_year),
    (rf"(?P<day>{DAY})\s+of\s+(?:the\s+same|that(?:\s+same)?)\s+month(?![a-z])", _day_of_same_month),
    _DECADE,
    _FISCAL_YEAR,
    (r"(?P<year>[2-9]0)['’]?s(?![A-Za-z0-9])", _short_decade),
    (rf"(?P<number>[0-9]{{1,2}}(?:st|nd|rd|th)){_CENTURY}(?:\s+(?P<era>{ERA}))?", _century),
    (rf"(?P<number>{ORDINAL_NUMBER})(?={_LIST}{_PART}{ORDINAL_NUMBER}{_CENTURY})", _century),
    (rf"(?P<day>{DAY})(?=(?:{_LIST}{DAY}){{1,8}}(?:\s+of)?\s+{MONTH})", _lone_day),
    *_YEAR_OF_ERA,
    _BARE_YEAR,
)
_LETTER_SHAPES = _shapes(
    (
        rf"(?P<month>{MONTH})\s+(?:the\s+)?(?P<day>{DAY})(?![0-9%]|[.:][0-9])"
        rf"(?:(?:\s*,?\s+(?:of\s+)?|\s+in\s+|,)(?P<year>{YEAR})|{_WORDS_FOR_YEAR})?",
        _named_month,
    ),
    (
        rf"(?P<month>{MONTH})(?:,|\s+of(?:\s+(?:last|this)\s+year,?)?|\s+in|\s+the\s+year)?\s+(?P<year>{YEAR})",
        _named_month,
    ),
    (rf"(?P<month>{FULL_MONTH}){_WORDS_FOR_YEAR}", _named_month),
    (rf"(?P<month>{FULL_MONTH})", _named_month),
    (
        rf"(?![Ff]all\s+in\b)(?P<season>{SEASON})(?:\s+of|\s+in|,)?\s+(?:(?P<year>{YEAR})|(?P<words>{YEAR_WORDS}))",
        _season,
    ),
    (rf"(?P<number>{ORDINAL_WORD}){_CENTURY}(?:\s+(?P<era>{ERA}))?", _century),
    (rf"(?P<number>{ORDINAL_WORD})(?={_LIST}{_PART}{ORDINAL_WORD}{_CENTURY})", _century),
    (r"(?P<era>AD|A\.D\.)\s+(?P<year>[0-9]{1,4})(?![0-9])", _year_of_era),
    ("(?:" + "|".join(DECADES) + ")(?![a-z])", _decade_word),
)
# Of the first date's month: "March 7 to 10, 1994". A list goes on only where the phrase ends there.
_DAY_AFTER = re.compile(
    rf"(?P<day>{DAY})(?![0-9%]|[.:/][0-9])(?:(?:\s*,?|\s+of|\s+in)\s+(?P<year>{YEAR})|{_WORDS_FOR_YEAR})?",
    re.ASCII,
)
_TWO_DIGITS = re.compile(r"['’]?([0-9]{2})(?![0-9A-Za-z%]|[.,/][0-9])", re.ASCII)
_PART_BEFORE = re.compile(
    r"(?:the\s+)?(?:(early|mid|late)[-\s]|(?:the\s+)?(beginning|start|middle|end)\s+of\s+)?(?:the\s+)?"
)


def read_point(text: str, start: int, end: int) -> Point | None:
    """The date that starts exactly at `start`, or None; only its own words are looked at.

    >>> point = read_point("7 March 1994", 0, 12)
    >>> point.year, point.month, point.day
    (1994, 3, 7)
    """
    for pattern, reader in _shapes_at(text, start):
        match = pattern.match(text, start, end)
        if match:
            point = reader(match)
            if point:
                return point
    return None


def _shapes_at(text: str, start: int) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    if not text[start].isdigit():
        return _LETTER_SHAPES
    if _NOTHING_BUT_YEAR.match(text, start):
        return _BARE_YEAR_SHAPES
    return _FOUR_DIGIT_SHAPES if text[start : start + 4].isdigit() else _SHORT_NUMBER_SHAPES


def read_day_after(text: str, start: int, end: int, month: int) -> Point | None:
    """A day number, perhaps with a year, that continues "March 7 to …"; the month is given."""
    match = _DAY_AFTER.match(text, start, end)
    if match is None:
        return None
    year = match["year"]
    return Point(
        *match.span(),
        year=int(year) if year else None,
        month=month,
        day=leading_number(match["day"]),
        shift=_shift_of(match.groupdict()),
        bare=True,
    )


def read_short_year(text: str, start: int, end: int, before: int) -> Point | None:
    """The second year of "2004–05" or "2004–'05": the next year that ends in these two digits."""
    match = _TWO_DIGITS.match(text, start, end)
    if match is None:
        return None
    year = before - before % 100 + int(match[1])
    year += 100 if year < before else 0
    return Point(*match.span(), year=year) if before < year <= before + 60 else None


def read_part(text: str, start: int, end: int) -> tuple[str | None, int]:
    """The part before a range's second date ("to mid-2011", "to the end of 2011") and where the date itself starts."""
    match = _PART_BEFORE.match(text, start, end)
    if match is None:
        return None, start
    return match[1] or match[2], match.end()
