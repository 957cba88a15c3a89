"""Which of a statement's dates goes with its words at a place, and whether they take one from what was told before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.mention import Mention

_JOINT = re.compile(
    r"(?: \((?:twice|\w+ times)\))?\s*(?:,|and|,\s*and|as well as|,?\s*and (?:again|once more|later))\s*(?:in|on)?\s*"
)
_FRONT = 14  # letters before a date that opens its statement
_SUBJECT = re.compile(r",? (?:the )?[A-ZÀ-Þ]")
_MEASURED_FROM = re.compile(
    r",(?: [\w-]+){0,4}? (?:days?|weeks?|months?|years?|decades?|shortly|soon) (?:after|before|following) [^;]*",
    re.DOTALL,
)
_WRITTEN_THEN = re.compile(
    r"\b(?:yesterday|tomorrow|tonight|(?:on|last|this|next) (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)
_LATER_YEARS = re.compile(
    r"\b(?:in|over|during|throughout|for) (?:the |its |their )?(?:\w+ )?(?:subsequent|following|ensuing|later"
    r"|intervening|succeeding|recent)(?: \w+)? (?:years|decades|centuries)\b|\b(?:over|through) the (?:years|decades)\b"
)
_REFERRING = re.compile(
    r"\b(?:during|at|on|in) (?:the|this|that|his|her|their|these|those|the same) "
    r"(?:[a-z]+ )?(?:visit|trip|meeting|talks|summit|occasion|stay|tour|event|ceremony|conference|discussions)\b"
)
_BORDERS = (
    "; ", ", and ", ", while ", ", whereas ", " while ", " whereas ", " but ", ", before ", ", after ", " (", " - ",
    " – ",
)  # fmt: skip
_JOINS = (" and ", ", ")


def date_at(dates: Sequence[Mention], text: str, position: int) -> Mention | None:
    """The date that goes with the words at a position: the only one, else that of the same clause, else the last
    before; null where there is none.

    A statement that opens with a date gives it to every clause that has none of its own; a date from which another
    is measured ("In 1993, two years after the war ended in 1991, …") is only that of its own clause.
    """
    if len(dates) < 2:
        return dates[0] if dates else None
    found = min(dates, key=lambda date: _distance(text, date, position))
    at = dates.index(found)
    is_measured = at and position > found.end and _is_measured(text, dates[at - 1], found)
    return dates[at - 1] if is_measured else _within(dates, text, found, position) or found


def listed_with(dates: Sequence[Mention], date: Mention, text: str, start: int) -> Sequence[Mention]:
    """Those of a statement's dates that are counted up together with one of them: "in 2002, 2005 and again in 2014".

    `start` is where the statement begins.
    """
    first = last = dates.index(date)
    while first and _is_joint(text, start, dates[first - 1], dates[first]):
        first -= 1
    while last + 1 < len(dates) and _is_joint(text, start, dates[last], dates[last + 1]):
        last += 1
    return dates[first : last + 1]


def is_writers_day(low: str) -> bool:
    """Whether words in lower case tell of a day that only the writer's own time dates: "yesterday", "on Monday"."""
    return _WRITTEN_THEN.search(low) is not None


def is_of_later_years(low: str) -> bool:
    """Whether words in lower case tell of years behind those told before, which have no number: "over the following
    decades".
    """
    return _LATER_YEARS.search(low) is not None


def refers_back(low: str) -> bool:
    """Whether words in lower case, such as "during the visit", tie a statement to what was told before."""
    return _REFERRING.search(low) is not None


def _within(dates: Sequence[Mention], text: str, century: Mention, position: int) -> Mention | None:
    """The year behind a position that lies in the century told before it: "the 19th century, when … in 1844"."""
    edtf = getattr(century.value, "edtf", "")
    behind = next((date for date in dates if date.start > position), None)
    if not edtf.endswith("XX") or behind is None or century.start > position or _distance(text, behind, position)[0]:
        return None
    return behind if getattr(behind.value, "edtf", "")[: len("18")] == edtf[: len("18")] else None


def _is_joint(text: str, start: int, one: Mention, other: Mention) -> bool:
    """Whether nothing but "and", a comma or the like stands between two dates."""
    return _JOINT.fullmatch(text, one.end, other.start) is not None and not _opens_clause(text, start, one, other)


def _opens_clause(text: str, start: int, first: Mention, date: Mention) -> bool:
    """Whether a date behind "and in" opens what is told of another: "on 4 May, and in June the king came"."""
    behind = _SUBJECT.match(text, date.end) is not None
    return first.start - start >= _FRONT and behind and text.endswith((" and in ", " and on "), start, date.start)


def _is_measured(text: str, one: Mention, other: Mention) -> bool:
    """Whether the first date is told by its distance from the second, whose clause is closed."""
    closed = text[other.end : other.end + 1] in (",", ";")
    return closed and _MEASURED_FROM.fullmatch(text, one.end, other.start) is not None


def _distance(text: str, date: Mention, position: int) -> tuple[int, int, int]:
    """How far a date is from a position: marks of clauses between, whether it stands after, characters."""
    low, high = (date.end, position) if date.end <= position else sorted((date.start, position))
    between = text[low:high]
    marks = sum(between.count(mark) for mark in _BORDERS) * 2 + sum(between.count(mark) for mark in _JOINS)
    return marks, int(date.start > position), high - low
