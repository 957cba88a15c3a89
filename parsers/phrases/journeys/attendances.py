"""Attendances: trips of those who attended, addressed or opened something in a place, where no trip is told."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.phrases.journeys.journeys import is_no_place, subjects, travellers
from parsers.phrases.journeys.journeys_told import of_match
from parsers.phrases.journeys.pronouns import he_means, he_who
from parsers.phrases.journeys.trips import Trip, is_certain
from parsers.phrases.journeys.verbs import ACTED, ADDRESSED, AT_EVENT, ATTENDED, ATTENDED_BY, SPOKE_AT, WHICH_ATTENDED


def attendances(statement: Statement) -> Iterator[Trip]:
    """The trips of those who were at something in a place of the other side."""
    yield from _at_events(statement)
    for match in WHICH_ATTENDED.find(statement):
        who = match.mention("visitors") or he_means(statement, match)
        yield from of_match(statement, match, [who] if who is not None else [])
    for match in ATTENDED_BY.find(statement):
        yield from of_match(statement, match, [one for one in match.mentions("visitors") if is_certain(one, statement)])
    yield from _acted(statement)


def _at_events(statement: Statement) -> Iterator[Trip]:
    """The trips of those who attended or took part in an event."""
    for match in ATTENDED.find(statement) if ATTENDED.first(statement) else AT_EVENT.find(statement):
        goers = subjects(statement, match.verb[0]) or he_who(statement, match)
        yield from of_match(statement, match, () if is_no_place(match) else goers)


def _acted(statement: Statement) -> Iterator[Trip]:
    """The trips of those who opened or unveiled something, or addressed a parliament, whose side is told."""
    for pattern in (ACTED, ADDRESSED, SPOKE_AT):
        for match in pattern.find(statement):
            told = match.mentions("visitors") if pattern is SPOKE_AT else travellers(match)
            yield from of_match(statement, match, [one for one in told if is_certain(one, statement)])
