"""The value of dates as written: EDTF with what their words leave out, and what stands before them, taken in."""

from __future__ import annotations

import re

from parsers.language.date_chains import Link
from parsers.language.date_context import name_qualifier
from parsers.language.date_lead import Lead
from parsers.language.date_memory import DateMemory
from parsers.language.date_points import Point
from parsers.language.edtf import century, date_value, stated
from parsers.language.mention import DateValue, Mention

_ORDINAL_DAY = re.compile(r"[0-9]{1,2}(?:st|nd|rd|th)", re.ASCII)


def mention_of(
    text: str, points: list[Point], links: tuple[Link, ...], end: int, memory: DateMemory, lead: Lead | None
) -> Mention | None:
    """The mention of one date, or of an interval's two; None where its year is not known.

    `lead` is what stands before it, None behind the first date of a chain.
    """
    first, last = points[0], points[-1]
    lead = lead or Lead(first.start)
    stated_as = [edtf for point in points if (edtf := edtf_of(point, memory))]
    if len(stated_as) < len(points):
        return None
    edtf = f"{stated_as[0]}/.." if links[-1].is_now else _from_to(stated_as[0], stated_as[-1])
    describes = first.unit == "date" and not _ORDINAL_DAY.match(text, first.start)
    name = name_qualifier(text, first.start, last.end, end, lead) if describes else None
    start = first.start if name and not lead.part else lead.start
    value = qualified(edtf, lead, name, last.part, any(_is_resolved(point) for point in points))
    return Mention(start, last.end, text[start : last.end], value)


def _from_to(first: str, last: str) -> str:
    """The interval of two dates; the one alone where they are one date, or the last is before the first."""
    if first == last:
        return first
    if last.startswith(f"{first}-"):  # "2010 – September" heads a line, and is no range
        return last
    interval = f"{first}/{last}"
    return interval if _is_ordered(interval) else first


def _is_resolved(point: Point) -> bool:
    return point.year is None or point.month_words


def _is_ordered(edtf: str) -> bool:
    value = date_value(edtf)
    return value.start is None or value.end is None or value.start <= value.end


def edtf_of(point: Point, memory: DateMemory) -> str | None:
    """The point in EDTF, its year or month taken from memory where need be; None where memory has none."""
    if point.unit == "century":
        return century(point.year or 1, bool(point.bc))
    if point.unit == "decade":
        return f"{(point.year or 0) // 10:03d}X"
    year, month = point.year, point.month
    if year is None:
        year = memory.year + (point.shift or 0) if memory.year is not None else None
        month = memory.month if point.month_words else month
    if year is None or not -9999 <= year <= 9999 or (month is None and point.day is not None):
        return None
    return stated(1 - year if point.bc else year, month, point.day)


def qualified(edtf: str, lead: Lead, name: str | None, last_part: str | None, resolved: bool) -> DateValue:
    """The value with what stands before it: since and until open the interval, circa is a tilde."""
    if name and not lead.part:
        return date_value(edtf, resolved=resolved, qualifier=name)
    qualifier = lead.qualifier
    if "/" in edtf:
        qualifier = qualifier if lead.relation != "from" or lead.part else None
        qualifier = qualifier or (f"until {last_part}" if last_part else None)
    if lead.relation == "since":
        edtf = f"{edtf.split('/')[0]}/.."
    elif lead.relation == "until" and not lead.negated and not edtf.endswith(".."):
        edtf = f"../{edtf.split('/')[-1]}"
    elif lead.relation == "circa" and "/" not in edtf and "X" not in edtf:
        edtf = f"{edtf}~"
    return date_value(edtf, resolved=resolved, qualifier=qualifier)
