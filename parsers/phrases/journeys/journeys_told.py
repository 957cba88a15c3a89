"""Trips as statements tell them: who went where and when, from the verbs of `verbs`.

A trip is given only where its direction is sure and nothing keeps it from having happened.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.antecedents import he_beside
from parsers.language.mention import Mention
from parsers.language.pattern import Match
from parsers.language.reading import Statement, kept
from parsers.language.sides import present, side_of
from parsers.phrases.journeys.dated_people import company, dated_before, instances
from parsers.phrases.journeys.journeys import is_destination, travellers
from parsers.phrases.journeys.legs import Leg, again_on, gapped, legs
from parsers.phrases.journeys.purposes import came_to_stay, is_official
from parsers.phrases.journeys.trip_dates import as_stays, counted_off, shared_out, took_place, trip_dates, years_apart
from parsers.phrases.journeys.trips import Trip, trip
from parsers.phrases.journeys.verbs import VISITORS_WERE, WENT


def on_dates(
    statement: Statement, visitors: Sequence[Mention], to: Mention | None, dates: Sequence[Mention | None], match: Match
) -> Iterator[Trip]:
    """A visit of each person on each date ("respectively": each person on one), as far as direction and fact are
    sure.
    """
    at = match.verb
    for visitor, date in shared_out(statement, visitors, dates, match.end):
        words = (at[0], max(at[1], to.end if to is not None else at[1]))
        found = trip(statement, visitor, to, date, at=words)
        if found is not None and is_official(visitor, statement):
            yield found


def of_match(statement: Statement, match: Match, visitors: Sequence[Mention]) -> Iterator[Trip]:
    """The visits of these people to the destinations of a match, one a destination and date; whoever visits both sides
    and is not said to be of one is a stranger.
    """
    at, dated = match.verb, instances(match) or dated_before(match)
    visitors = [visitor for visitor, _ in dated] or visitors
    if not visitors or not took_place(statement, *at, match.end) or came_to_stay(statement, match, visitors):
        return
    for visitor, days in dated:
        yield from on_dates(statement, [visitor], match.mention("to"), as_stays(days or [statement.when(at[0])]), match)
    yield from _to_each(statement, match, visitors) if not dated else ()
    for leg in gapped(match, match.mention("to")):
        if leg.visitor is not None:
            yield from on_dates(statement, [leg.visitor], leg.to, leg.dates or trip_dates(statement, at[0]), match)


def _to_each(statement: Statement, match: Match, visitors: Sequence[Mention]) -> Iterator[Trip]:
    """The visits of these people, and of their company, to each destination; those of a day on which the journey was
    only made again have no occasion.
    """
    at, beside = match.verb[0], (one for one in company(match) if is_official(visitors[0], statement))
    goals, going_there = legs(match), [*he_beside(statement, visitors), *visitors, *beside]
    if _is_to_both(statement, goals):
        going_there = [one for one in going_there if side_of(one, statement.context)]
    for leg in goals:
        again = again_on(match) if leg is goals[-1] else []
        told = counted_off(statement, leg.to) or years_apart(statement, leg.dates) or trip_dates(statement, at)
        days = as_stays([*told, *(day for day in again if day not in told)])
        for one in on_dates(statement, going_there, leg.to, days, match):
            yield replace(one, values={**one.values, "occasion": None}) if one.date in again else one


def _is_to_both(statement: Statement, goals: Sequence[Leg]) -> bool:
    """Whether a journey leads to both sides."""
    sides = (side_of(leg.to, statement.context) for leg in goals)
    return len({present(side, statement.context.pair) for side in sides if side}) > 1


@kept
def going(statement: Statement) -> list[Trip]:
    """The visits that verbs of going tell."""
    spans = [(listed.start, listed.end) for listed in VISITORS_WERE.find(statement)]
    matches = (
        match for match in WENT.find(statement)
        if is_destination(match) and not any(start <= match.start < end for start, end in spans)
    )  # fmt: skip
    return [one for match in matches for one in of_match(statement, match, travellers(match))]


def besides(found: Iterator[Trip], statement: Statement) -> Iterator[Trip]:
    """The visits without those that a verb of the statement tells too."""
    gone = going(statement)
    return (one for one in found if not _repeats(one, gone))


def _repeats(found: Trip, gone: Sequence[Trip]) -> bool:
    """Whether a trip is one of these: who and whereto are the same, or nobody is named; dates of their own tell trips
    apart.
    """
    return any(
        one.way[1] == found.way[1] and found.last_name in ("", one.last_name) and found.date in (None, one.date)
        for one in gone
    )
