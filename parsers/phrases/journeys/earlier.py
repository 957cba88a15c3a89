"""Trips of those who went before: "the first minister to visit Kenya since Jon Berg in 1998" tells of two trips."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import Mention, PersonValue
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.journeys.journeys_told import going
from parsers.phrases.journeys.trips import Trip, trip

_SINCE = re.compile(
    r"\b(?:first|second|only|last|next)\b[^;]{0,80}? since (?:that (?:of|by) |the (?:visit|trip|tour) (?:of|by) )?"
    r"(?:\[person:(?P<person>\d+)\]|(?P<name>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,3}?))(?:'s|’s)?(?: own)?"
    r"(?: (?:did so|did|visited|had gone|went|visit|trip))?(?: (?:there|it))?,? (?:in |on )?\[date:(?P<date>\d+)\]"
)


def earlier(statement: Statement) -> Iterator[Trip]:
    """The trip of the one since whom nobody of the side had gone where somebody goes now; nothing where no trip is
    told, or the earlier one has no date.
    """
    match = _SINCE.search(statement.skeleton) if " since " in statement.low else None
    now = next(iter(going(statement)), None) if match is not None else None
    if match is None or now is None:
        return
    goal, sender = now.values["receiving_iso3"], now.values["sending_iso3"]
    to = next((one for one in statement.of("state", "place") if side_of(one, statement.context) == goal), None)
    visitor, date = _visitor(statement, match, str(sender)), statement.mentions[int(match["date"])]
    found = trip(statement, visitor, to, date, at=(visitor.start, visitor.end))
    if found is not None:
        yield found


def _visitor(statement: Statement, match: re.Match[str], sender: str) -> Mention:
    """Who went before: the person of the slot, else the name as it stands, of the side of the one who goes now."""
    if match["person"]:
        return statement.mentions[int(match["person"])]
    start, end = statement.offset(match.start("name")), statement.offset(match.end("name"))
    return Mention(start, end, match["name"], PersonValue(match["name"], None, None, sender))
