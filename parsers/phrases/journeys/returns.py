"""Trips in turn: of those who returned a visit or followed it, and of one who came again himself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.language.mention import Mention
from parsers.language.pattern import Match
from parsers.language.reading import Statement, named
from parsers.phrases.journeys.journeys_told import going
from parsers.phrases.journeys.legs import is_way_home
from parsers.phrases.journeys.noun_trips import of_nouns
from parsers.phrases.journeys.trip_dates import as_stays, trip_dates
from parsers.phrases.journeys.trips import Trip, routed

CAME_AGAIN = re.compile(
    r"(?:was|were|came|went) back\b(?! there)"
    r"|return(?:ed|ing)(?! (?:there\b|(?:the|his|her|this|that) (?:[\w-]+ )?(?:visit|gesture|call|compliment)))"
)


def in_turn(
    statement: Statement, match: Match, visitor: Mention, dates: Sequence[Mention | None] = ()
) -> Iterator[Trip]:
    """The trip of one who followed those of whom the sentence, or the one before, told, who returned their visit, or
    who came again himself ("he returned in 2005").
    """
    at, before = match.verb, statement.earlier
    told = [one for one in (*going(statement), *of_nouns(statement)) if one.spans["visitor"].end <= at[0]]
    if not told and before is not None:
        told = list(going(before))
    verb = (match.words("verb") or "").lower()
    again = CAME_AGAIN.match(verb) is not None and "visitors" not in match.found.re.groupindex
    if again:
        told = list(_told_of_him(statement, visitor))
    if told:
        codes = (str(told[-1].values["sending_iso3"]), str(told[-1].values["receiving_iso3"]))
        codes = codes if again or verb.startswith(("followed", "did ", "ha")) else (codes[1], codes[0])
        dates = dates or as_stays(trip_dates(statement, at[0]))
        dates = [one for one in dates if not (again and is_way_home(told[-1].date, one))]
        found = (routed(statement, visitor, None, codes, date) for date in dates)
        yield from (one for one in found if one is not None)


def _told_of_him(statement: Statement, visitor: Mention) -> Iterator[Trip]:
    """The trips of the visitor, known by his last name, that a statement and those of the same section before it tell
    by a verb of going or by a noun, the last one at the end; only those of the nearest statement that has any.
    """
    last, now = (named(visitor) or "").split(" ")[-1], statement
    while last:
        trips = [one for one in (*going(now), *of_nouns(now)) if one.spans["visitor"].end <= visitor.end]
        told = [one for one in trips if str(one.values.get("visitor")).split(" ")[-1] == last]
        if told or now.context.previous is None:
            yield from told
            return
        now = now.context.previous
