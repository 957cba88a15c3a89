"""The history of a post as a sum of events: what opened and what closed it, each with its date."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.language.mention import Mention
from parsers.language.terms import bounds

_SPAN = re.compile(r"between|from")


@dataclass(frozen=True, slots=True)
class History:
    """The status of a post (open, closed, planned), when it opened and closed (EDTF), and the date of the statement."""

    status: str
    opened: str | None = None
    closed: str | None = None
    date: Mention | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """One verb: where it stands, whether it opens, its date, and whether it is only planned."""

    at: int
    opens: bool
    date: Mention | None
    planned: bool


def summed(events: list[Event], *, planned_noun: bool) -> History | None:
    """The history of several events; a post that was closed "from 1967 to 1970" is open since, and
    opened then where no other day is told."""
    real = [event for event in events if not event.planned and not (planned_noun and event.opens)]
    if not real:
        opening = next((event for event in events if event.opens), None)
        return History("planned", date=opening.date) if opening else History("open")
    opened = next((_opening(event) for event in real if event.opens), None)
    closings = [event for event in real if not event.opens]
    closed = next((_closing(event) for event in closings), None)
    last = max(real, key=lambda event: bounds(event.date)[0] or "") if all(event.date for event in real) else real[-1]
    is_again = not last.opens and all(bounds(last.date)) and _closing(last) == bounds(last.date)[0]
    is_open = last.opens or is_again
    opened = opened or (bounds(last.date)[1] if is_again else None)
    return History("open" if is_open else "closed", opened, closed, real[0].date)


def _opening(event: Event) -> str | None:
    """When a post was opened: the end of what lasted "until 1998, when it was opened"."""
    first, last = bounds(event.date)
    return first or (last if event.date is not None and event.date.end <= event.at else None)


def _closing(event: Event) -> str | None:
    """When a post was closed: of a time that stands before the verb ("from 1966 to 1979, when it closed") the end."""
    first, last = bounds(event.date)
    is_before = event.date is not None and event.date.end <= event.at and _SPAN.match(event.date.text.lower())
    return last if is_before and first and last else first or last
