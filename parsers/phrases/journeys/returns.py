"""Trips in turn: of those who returned a visit or followed it, and of one who came again himself."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.language.mention import Mention
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.phrases.journeys.journeys_told import going
from parsers.phrases.journeys.last_names import last_name
from parsers.phrases.journeys.legs import is_way_home
from parsers.phrases.journeys.noun_trips import of_nouns
from parsers.phrases.journeys.trip_dates import as_stays, trip_dates
from parsers.phrases.journeys.trips import Trip, routed

CAME_AGAIN = re.compile(
    r"(?:was|were|came|went) back\b(?! there)"
    r"|return(?:ed|ing)(?! (?:there\b|(?:the|his|her|this|that) (?:[\w-]+ )?(?:visit|gesture|call|compliment)))"
)
_THE_SAME_WAY = ("followed", "did ", "ha")
"""Verbs of one who went where those before him had gone; what is returned leads back."""


def in_turn(
    statement: Statement, match: Match, visitor: Mention, dates: Sequence[Mention | None] = ()
) -> Iterator[Trip]:
    """The trip of one who followed those of whom the sentence, or the one before, told, who returned their visit, or
    who came again himself ("he returned in 2005").
    """
    verb = (match.words("verb") or "").lower()
    again = CAME_AGAIN.match(verb) is not None and not match.place("visitors")
    told = list(_told_of_him(statement, visitor)) if again else _told_before(statement, match)
    if not told:
        return
    before = told[-1]
    sender, goal = before.way
    codes = (sender, goal) if again or verb.startswith(_THE_SAME_WAY) else (goal, sender)
    for date in dates or as_stays(trip_dates(statement, match.verb[0])):
        home = again and is_way_home(before.date, date)
        found = routed(statement, visitor, None, codes, date) if not home else None
        if found is not None:
            yield found


def _told_before(statement: Statement, match: Match) -> list[Trip]:
    """The trips that the sentence tells before a verb, else those that a verb of going tells in the sentence before."""
    told = [one for one in (*going(statement), *of_nouns(statement)) if one.spans["visitor"].end <= match.verb[0]]
    return told or (list(going(statement.earlier)) if statement.earlier is not None else [])


def _told_of_him(statement: Statement, visitor: Mention) -> Iterator[Trip]:
    """The trips of the visitor, known by his last name, that a statement and those of the same section before it tell
    by a verb of going or by a noun, the last one at the end; only those of the nearest statement that has any.
    """
    last, now = last_name(visitor), statement
    while last:
        trips = [one for one in (*going(now), *of_nouns(now)) if one.spans["visitor"].end <= visitor.end]
        told = [one for one in trips if one.last_name == last]
        if told or now.context.previous is None:
            yield from told
            return
        now = now.context.previous
