"""Dates said through an earlier one: "the same year", "two years later", "the next day", "that month", "on the 9th"."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from parsers.language.calendar_words import NUMBERS, YEAR_BEFORE, YEAR_SHIFT, any_of, leading_number
from parsers.language.date_memory import DateMemory
from parsers.language.edtf import stated


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that stand for a date: where they end, the date meant, and whether the text goes on from there."""

    end: int
    edtf: str
    memory: DateMemory
    moves: bool
    approximate: bool = False


_UNIT = r"(?P<unit>year|month|week|day|decade|period)"
_SAME = re.compile(rf"(?:[Ss]ame|[Tt]hat\s+(?:very\s+)?(?:same\s+)?)\s*{_UNIT}(?![a-z’'-])")
_NEXT = re.compile(
    rf"(?P<which>{any_of(list(YEAR_SHIFT))})\s+(?P<fiscal>(?:fiscal|financial|budget)\s+)?{_UNIT}(?![a-z’'-])"
)
_LATER = re.compile(
    rf"(?P<number>{any_of(list(NUMBERS))}|[0-9]{{1,2}})\s+{_UNIT}s?\s+"
    r"(?P<way>later|afterwards?|thereafter|after\s+that(?!\s+of\b)|on(?=,)|earlier|before\s+that(?!\s+of\b)|previously|"
    r"prior(?!\s+to))(?![a-z])",
    re.ASCII | re.IGNORECASE,
)
_THE_YEAR = re.compile(rf"year(?P<turn>{YEAR_BEFORE})?")
_IN_THE_YEAR = re.compile(r"\b(?:(?:[Ll]ater|[Ee]arlier)\s+in\s+)?the\s+$")
_TENS = re.compile(r"\b(twenty|thirty|forty|fifty)[-‑]$", re.IGNORECASE)
_DAY = re.compile(
    r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)(?=[,.;)]|$|\s+(?:and(?!\s+[0-9])|when|while|but|in|at|by|with|after|before|he|she|they"
    r"|it|to|from|the|an?|both|his|its|their|diplomatic|relations|was|were|led|brought|saw|took|ended)\b)"
)
_ON_THE = re.compile(r"\b[Oo]n\s+the\s+$")
_BACK = ("earlier", "before", "previously", "prior")
_THE = re.compile(r"the\s+(?:very\s+)?$", re.IGNORECASE)
_LENGTH = re.compile(r"(?:over|within|during|for|throughout|of)\s+the\s+(?:very\s+)?$", re.IGNORECASE)
_YEARS_BEFORE = ("previous", "preceding")
# "Up 11% from the previous year" tells of no date.
_COMPARED = re.compile(
    r"(?:%|\bper ?cent|\b(?:increase|rise|drop|fall|decrease|decline|growth|up|down|more|less|higher|lower)"
    r"(?: of [^,;.]{1,20})?)"
    r" (?:from|on|over|than|against|compared (?:to|with)) the (?:very )?$"
)
_ROUGHLY = re.compile(r"(?:about|almost|nearly|some|around|approximately|roughly|over|than)\s+$", re.IGNORECASE)


def read_reference(text: str, start: int, end: int, memory: DateMemory) -> Reference | None:
    """The reference that starts at `start`, resolved, or None where there is none or nothing to resolve it with.

    Not supported: "several years later", "two years after the visit", weekdays.

    >>> read_reference("two years later", 0, 15, DateMemory(1992, 4)).edtf
    '1994'
    """
    if match := _SAME.match(text, start, end):
        return _moved(match, memory, match["unit"], 0)
    if match := _NEXT.match(text, start, end):
        return _next(text, match, memory)
    if match := _LATER.match(text, start, end):
        return _later(text, match, memory)
    return _the_year(text, start, end, memory) or _day(text, start, end, memory)


def _next(text: str, match: re.Match[str], memory: DateMemory) -> Reference | None:
    """The period before or behind the memory's: "the following year"; none without "the", of a length ("over the next
    year") or that something is compared with.
    """
    start = match.start()
    before = text[max(0, start - 24) : start]
    if not _THE.search(before) or _LENGTH.search(before):
        return None
    if match["which"] in _YEARS_BEFORE and _COMPARED.search(text[max(0, start - 40) : start]):
        return None
    return _fiscal(match, memory) or _moved(match, memory, match["unit"], YEAR_SHIFT[match["which"]])


def _later(text: str, match: re.Match[str], memory: DateMemory) -> Reference | None:
    """The date so many units behind or before the memory's: "twenty-two years later"."""
    start = match.start()
    tens = _TENS.search(text, max(0, start - 8), start)
    sign = -1 if match["way"].lower().startswith(_BACK) else 1
    number = leading_number(match["number"]) + (leading_number(tens[1]) if tens is not None else 0)
    rough = _ROUGHLY.search(text[max(0, start - 16) : start]) is not None
    return _moved(match, memory, match["unit"].lower(), sign * number, rough)


def _the_year(text: str, start: int, end: int, memory: DateMemory) -> Reference | None:
    """The year of the memory or the one beside it: "later in the year", "the year before"; none that is compared."""
    match = _THE_YEAR.match(text, start, end)
    the = _IN_THE_YEAR.search(text, max(0, start - 16), start) if match is not None else None
    if match is None or the is None:
        return None
    turn = (match["turn"] or "").strip()
    compared = turn == "before" and _COMPARED.search(text[max(0, start - 40) : start]) is not None
    if compared or not (turn or "in" in the[0]):
        return None
    return _moved(match, memory, "year", {"before": -1, "after": 1}.get(turn, 0))


def _day(text: str, start: int, end: int, memory: DateMemory) -> Reference | None:
    """The day of the memory's month that is said alone, not before the memory's own, or the first day of the stretch of
    days that it closes: "and, on the 9th, …", "came from the 7th to the 11th of May; on the 8th …".
    """
    match = _DAY.match(text, start, end)
    told = _ON_THE.search(text, max(0, start - 8), start)
    if match is None or told is None or memory.year is None or memory.month is None:
        return None
    try:
        day = dt.date(memory.year, memory.month, int(match["day"]))
    except ValueError:
        return None
    if day.isoformat() < _first_day(memory):
        return None
    return Reference(match.end(), day.isoformat(), DateMemory(day.year, day.month, day.day), True)


def _fiscal(match: re.Match[str], memory: DateMemory) -> Reference | None:
    """The year of accounts before or behind one of two years: "in 2015/16 … the previous fiscal year"."""
    if not match["fiscal"] or memory.year is None or memory.interval != f"{memory.year - 1}/{memory.year}":
        return None
    year = memory.year + YEAR_SHIFT[match["which"]]
    return Reference(match.end(), f"{year - 1}/{year}", DateMemory(year, interval=f"{year - 1}/{year}"), False)


def _first_day(memory: DateMemory) -> str:
    """The day from which a story goes on: the memory's own, or the first of the interval that ends with it."""
    own = stated(memory.year, memory.month, memory.day) if memory.year is not None else ""
    first, _, last = (memory.interval or "").partition("/")
    return first if memory.day is not None and last == own else own


def _moved(match: re.Match[str], memory: DateMemory, unit: str, steps: int, rough: bool = False) -> Reference | None:
    """The memory's date, moved by so many units, at the unit's precision."""
    if unit == "period":
        return Reference(match.end(), memory.interval, memory, False) if memory.interval and steps == 0 else None
    moved = _step(memory, unit, steps)
    if moved is None or moved.year is None:
        return None
    if unit == "year" and not steps and memory.month is None and memory.interval == f"{moved.year - 1}/{moved.year}":
        return Reference(match.end(), memory.interval, memory, True)  # a fiscal year
    return Reference(match.end(), stated(moved.year, moved.month, moved.day), moved, steps >= 0, rough)


def _step(memory: DateMemory, unit: str, steps: int) -> DateMemory | None:
    """The memory, moved by so many units; None where it lacks what the unit needs."""
    if memory.year is None:
        return None
    if unit in ("year", "decade"):
        year = memory.year + steps * (10 if unit == "decade" else 1)
        return DateMemory(year) if 1 <= year <= 9999 else None
    if memory.month is None or memory.month > 12:
        return None
    if unit == "month":
        years, month = divmod(memory.month - 1 + steps, 12)
        return DateMemory(memory.year + years, month + 1)
    return _days_on(memory, steps * (7 if unit == "week" else 1))


def _days_on(memory: DateMemory, days: int) -> DateMemory | None:
    """The memory, moved by so many days; None where it has no day, or none of the calendar is met."""
    if memory.year is None or memory.month is None or memory.day is None:
        return None
    try:
        moved = dt.date(memory.year, memory.month, memory.day) + dt.timedelta(days)
    except (ValueError, OverflowError):
        return None
    return DateMemory(moved.year, moved.month, moved.day)
