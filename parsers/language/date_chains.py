"""Ranges and lists of dates that share their parts: "7–10 March 1994", "in May and June 2012", "15th and 17th century".

`read_chain` gives the dates one after another with the words that link them; `fill` supplies each with the month, year
and era that it shares with a neighbour.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from parsers.language.date_context import counts_after_day
from parsers.language.date_points import Point, read_day_after, read_part, read_point, read_short_year

_RANGE_WORDS = r"(?:to|till|until|through|up\s+to)"
_LINK = re.compile(
    rf"(?P<range>\s*[-–—−]\s*|\s+{_RANGE_WORDS}\s+)|(?P<slash>/)|(?P<comma>\s*,\s*(?:and\s+|or\s+)?(?:on\s+|in\s+)?)"
    r"|(?P<and>\s+(?:and|or|&)\s+(?:again\s+)?(?:on\s+|in\s+)?)"
)
_NOW = re.compile(r"(?:the\s+)?present(?:\s+day|-day)?(?![a-z])|(?:now|today|date)(?![a-z])|(?=\))", re.IGNORECASE)
_ONWARDS = re.compile(r"(?:\s+|-)(?:onwards?(?![a-z])|on(?=\s*(?:[.,;:)]|$)))")
# "March 2011", but no "May 2000", which may count.
_YEAR_BEHIND = re.compile(r"[a-z] (?:19|20)(?!00)[0-9]{2}\Z")
_OF_RANGES = ("range", "slash")
_ONE_YEAR_MORE = re.compile(r"\s*,\s*[12][0-9]{3}")
_DAY_LIST_END = re.compile(r"\s*(?:[,.;:)]|$|,?\s*[12][0-9]{3}|(?:and|to|of|in|the|at|for|with|-|–)(?![a-z]))")


@dataclass(frozen=True, slots=True)
class Link:
    """A date of a chain and how it hangs on the one before it: range, slash, comma, and; first has none.

    `is_now` tells a range that is still open ("2000–present"); its point repeats the start.
    """

    point: Point
    by: str = ""
    is_now: bool = False


def read_chain(text: str, start: int, end: int, between: bool) -> tuple[Link, ...]:
    """The dates from `start` on that hang together, at least one, or none.

    `between` tells that "and" joins the ends of a range.

    >>> [(link.point.day, link.by) for link in read_chain("2 and 3 May 2010", 0, 16, False)]
    [(2, ''), (3, 'and')]
    """
    first = _read_whole_point(text, start, end)
    if first is None:
        return ()
    chain = [Link(first)]
    while len(chain) < 12:
        link = _read_link(text, end, chain, between)
        if link is None:
            return tuple(chain)
        chain.append(link)
        if link.is_now:
            return tuple(chain)
    return tuple(chain)


def _read_whole_point(text: str, start: int, end: int) -> Point | None:
    """A point without a last number that counts what follows ("In May 20 soldiers …", "On 3 May, 1500 people …"); one
    that is no round number of our times, right behind its month, is the year: "In March 2011 workers …".
    """
    point = read_point(text, start, end)
    if point is None or point.month is None or not counts_after_day(text, point.end, end):
        return point
    if _YEAR_BEHIND.search(text, start, point.end):
        return point
    shorter = re.search(r"[,\s]+[0-9]+$", text[start : point.end], re.ASCII)
    return read_point(text, start, start + shorter.start()) if shorter else point


def _read_link(text: str, end: int, chain: list[Link], between: bool) -> Link | None:
    """The next date of a chain, and how it hangs on the last; None where nothing goes on."""
    last = chain[-1].point
    match = _LINK.match(text, last.end, end)
    if match is None:
        return _onwards(text, end, chain[-1])
    by = match.lastgroup or ""
    in_range = by in _OF_RANGES or (between and by == "and" and len(chain) == 1)
    if in_range and chain[-1].by in _OF_RANGES:
        return None
    until_now = _until_now(text, end, match, last) if in_range and _is_dated(last) else None
    if until_now is not None:
        return until_now
    if not in_range and _ends_list(last, match):
        return None
    point = _next_point(text, match.end(), end, last, match)
    if point is None or not _fits(text, end, chain, point, by, in_range):
        return None
    return Link(point, "range" if in_range else by)


def _onwards(text: str, end: int, link: Link) -> Link | None:
    """The open end of "2000 onwards", whose start no range has ended yet."""
    is_start = link.point.year is not None and link.by not in _OF_RANGES
    onwards = _ONWARDS.match(text, link.point.end, end) if is_start else None
    return Link(replace(link.point, end=onwards.end()), "range", True) if onwards else None


def _until_now(text: str, end: int, match: re.Match[str], start: Point) -> Link | None:
    """The open end of "2000–present", or of "(2000–)", which a dash alone leaves open."""
    now = _NOW.match(text, match.end(), end)
    if now is None or (now.end() == now.start() and "-" not in match[0] and "–" not in match[0]):
        return None
    return Link(replace(start, end=now.end()), "range", True)


def _ends_list(last: Point, match: re.Match[str]) -> bool:
    """Whether nothing can go on behind a whole date but a year behind a year: "1990 and 1991" may be one period, "in
    1990 and again in 1991" is none.
    """
    one_more = match.lastgroup == "and" and "again" in match[0]
    pair = match.lastgroup == "and" and last.is_lone_year
    return _is_complete(last) and (one_more or not pair)


def _next_point(text: str, start: int, end: int, last: Point, link: re.Match[str]) -> Point | None:
    """The date behind a link, which may be a day or the end of a year alone."""
    part, position = read_part(text, start, end)
    if position >= end:
        return None
    point = _read_whole_point(text, position, end)
    if point is None or (point.is_lone_year and not (last.is_lone_year or _spans(last, point, link.lastgroup))):
        point = None
        if last.month is not None and last.day is not None and last.year is None:
            point = read_day_after(text, position, end, last.month)
        elif last.is_lone_year and last.year is not None and not link[0].strip().isalpha():
            point = read_short_year(text, position, end, last.year)
    return replace(point, part=part) if point and part else point


def _spans(last: Point, point: Point, by: str | None) -> bool:
    """Whether a range can lead from a month to a year, or between a year and a decade: "1965 to the mid-1980s"."""
    years = last.day is None and point.day is None and last.year is not None and not last.bc
    units = {last.unit, point.unit} <= {"date", "decade"} and point.month is None
    return by in ("range", "and") and units and years and (point.year or 0) > (last.year or 0)


def _is_dated(point: Point) -> bool:
    return point.year is not None and point.unit == "date"


def _is_complete(point: Point) -> bool:
    return point.unit == "decade" or (point.year is not None and (point.unit == "date" or point.bc is not None))


def _fits(text: str, end: int, chain: list[Link], point: Point, by: str, in_range: bool) -> bool:
    """True where the next point can be the end of the range, or belongs to the same list."""
    last = chain[-1].point
    if point.unit != last.unit:
        return in_range and _spans(last, point, by)
    if by == "slash":
        return _follows(last, point) or (last.month is not None and point.day is None)
    if in_range:
        return _ends_range(text, end, last, point, by)
    if point.is_lone_year:
        pair = len(chain) == 1 and _follows(last, point)
        return pair and not _ONE_YEAR_MORE.match(text, point.end, point.end + 8)
    if last.is_lone_year and not last.bc and point.month is not None and point.year is not None:
        return False  # "in 1999 and June 2006" are two dates, each whole
    return not (point.bare and point.day is not None) or _DAY_LIST_END.match(text, point.end, end) is not None


def _follows(last: Point, point: Point) -> bool:
    """Whether a lone year and the next are consecutive."""
    return last.is_lone_year and point.year == (last.year or 0) + 1


def _ends_range(text: str, end: int, last: Point, point: Point, by: str) -> bool:
    """Whether a point of the same unit ends a range: a year of the right length that counts nothing, or a date."""
    if not point.is_lone_year:
        return point.unit != "date" or last.year is not None or point.month is not None
    counted = text[point.start - 1].isspace() and counts_after_day(text, point.end, end)
    return _spans(last, point, by) and not counted


def fill(chain: tuple[Link, ...]) -> list[Point]:
    """The chain's points, each with the month, year and era that it shares with a neighbour.

    A range over the turn of the year ("December to February 2010") starts the year before.
    """
    points = [link.point for link in chain]
    for at in range(len(points) - 2, -1, -1):
        points[at] = _shared(points[at], points[at + 1], chain[at + 1].by == "range")
    for at in range(1, len(points)):
        if points[at].year is None and points[at].shift is None:
            points[at] = replace(points[at], year=points[at - 1].year, shift=points[at - 1].shift)
    return points


def _shared(point: Point, after: Point, in_range: bool) -> Point:
    """The point with what it takes over from the one behind it."""
    if point.unit != "date" or point.is_lone_year:
        return replace(point, bc=after.bc) if point.bc is None else point
    if point.year is not None:
        return replace(point, bc=after.bc) if point.bc is None and point.month is None else point
    month = point.month if point.month is not None else after.month
    filled = replace(point, month=month, year=after.year, shift=after.shift)
    turns = (
        in_range and filled.year is not None and month is not None and after.month is not None and month > after.month
    )
    return replace(filled, year=filled.year - 1) if turns and filled.year is not None else filled
