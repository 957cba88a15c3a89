"""Trips of those who went before: "the first minister to visit Kenya since Jon Berg in 1998" tells of two trips, and
"it was the first visit by a Kenyan minister since Jon Berg in 1998" of one more than the sentence before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from parsers.language.mention import Mention, PersonValue
from parsers.language.reading import Statement, named
from parsers.language.sides import is_foreign, side_of
from parsers.phrases.journeys.journeys_told import going
from parsers.phrases.journeys.noun_trips import of_nouns
from parsers.phrases.journeys.trips import Trip, trip

_NAME = r"[A-ZÀ-Þ](?:[\w.-]|['’](?!s\b))+"
_SINCE = re.compile(
    r"\b(?:first|second|only|last|next)\b[^;]{0,80}? since (?:that (?:of|by) |the (?:visit|trip|tour) (?:of|by) )?"
    rf"(?:\[person:(?P<person>\d+)\]|(?P<name>{_NAME}(?: {_NAME}){{1,3}}?))(?:'s|’s)?(?: own)?"
    r"(?: (?:did so|did|(?:had )?visited|had gone|went|(?:had )?c[oa]me"
    r"|(?:\(?[a-z-]+\)? ){0,2}(?:visit|trip|stay|tour)))?"
    r"(?: (?:there|it|(?:to|in|of) (?:the )?\[(?:state|place):\d+\]))?,? (?:in |on )?(?:the year )?"
    r"\[date:(?P<date>\d+)\]"
)
_REMARK = re.compile(r"(?:it|this|that|the|this (?:visit|trip)|the (?:visit|trip)) (?:was|is|marked|became)\b")
_TRIP = re.compile(r"\b(?:visit|trip|to (?:visit|travel|come|go))\b")


def earlier(statement: Statement) -> Iterator[Trip]:
    """The trip of the one since whom nobody of the side had gone where somebody goes now; nothing where no trip is
    told, or the earlier one has no date.
    """
    match = _SINCE.search(statement.skeleton) if " since " in statement.low else None
    sender, goal = _way(statement, match) if match is not None else (None, None)
    if match is None or sender is None:
        return
    to = next((one for one in statement.of("state", "place") if side_of(one, statement.context) == goal), None)
    visitor, date = _visitor(statement, match, sender), statement.mentions[int(match["date"])]
    found = trip(statement, visitor, to, date, at=(visitor.start, visitor.end))
    if found is not None:
        yield found


def _way(statement: Statement, match: re.Match[str]) -> tuple[str | None, str | None]:
    """Who sends and who receives in the trip told now; where a remark calls the visit told right before "the first by a
    Kenyan president since", in that one, if it was by one of that side.
    """
    before = statement.earlier
    now = next(chain(going(statement), of_nouns(statement)), None)
    if now is None and before is not None and _REMARK.match(statement.low) and _TRIP.search(statement.low):
        now = next(reversed([*of_nouns(before), *going(before)]), None)
        first, end = statement.offset(match.start()), statement.offset(match.end())
        by = [one for one in statement.of("person") if first <= one.start < end and not named(one)]
        sides = {side_of(one, statement.context) for one in by} - {None}
        others = any(is_foreign(one, statement.context) for one in by)
        now = now if now is not None and sides <= {now.way[0]} and not others else None
    return now.way if now is not None else (None, None)


def _visitor(statement: Statement, match: re.Match[str], sender: str) -> Mention:
    """Who went before: the person of the slot, else the name as it stands, of the side of the one who goes now."""
    if match["person"]:
        told = statement.mentions[int(match["person"])]
        known = side_of(told, statement.context) or is_foreign(told, statement.context)
        if known or not isinstance(told.value, PersonValue):
            return told
        return replace(told, value=replace(told.value, iso3=sender))
    start, end = statement.offset(match.start("name")), statement.offset(match.end("name"))
    return Mention(start, end, match["name"], PersonValue(match["name"], None, None, sender))
