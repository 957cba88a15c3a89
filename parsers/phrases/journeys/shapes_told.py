"""Trips of shapes that name their visitors otherwise than as the subjects of a verb of going.

"The visitors from Y included A (1999) and B", "A was on a visit to X", "it was returned by A".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.language.directions import direction
from parsers.language.mention import Mention, PersonValue
from parsers.language.modality import happened
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, named
from parsers.language.sides import side_of
from parsers.phrases.journeys.dated_people import behind_years, named_from
from parsers.phrases.journeys.journeys import subjects
from parsers.phrases.journeys.journeys_told import going, on_dates
from parsers.phrases.journeys.noun_trips import of_nouns
from parsers.phrases.journeys.returns import in_turn
from parsers.phrases.journeys.trip_dates import as_stays, trip_dates, years_apart
from parsers.phrases.journeys.trips import Trip, is_certain, routed
from parsers.phrases.journeys.verbs import ON_VISIT, RETURNED_BY, WHICH_RETURNED

Days = list[Mention | None]
"""The dates of trips; null where a trip has none."""


def of_shape(statement: Statement, pattern: Pattern) -> Iterator[Trip]:
    """The visits of a shape that names its visitors, and its destination or the other side."""
    for match in pattern.find(statement):
        if not happened(statement, *match.verb):
            continue
        visitors, dates = match.mentions("visitors"), _dates_told(statement, match)
        unknown = all(side_of(one, statement.context) is None for one in visitors)
        if unknown and pattern in (RETURNED_BY, WHICH_RETURNED):
            yield from _returned(statement, match, dates)
            continue
        to = _host_of(statement, match) if pattern is ON_VISIT else match.mention("to")
        apart = [([who], days) for who, days in _dated_apart(statement, match)]
        for people, days in apart or [(visitors, dates)]:
            yield from on_dates(statement, people, to, days, match)


def _host_of(statement: Statement, match: Match) -> Mention | None:
    """Who does something while somebody is on a visit, which is then one to his state."""
    return next(iter(subjects(statement, match.verb[0])), None)


def _dates_told(statement: Statement, match: Match) -> Days:
    """The date that a shape has a slot for, else those that go with its verb."""
    when = match.mention("then") or match.mention("when")
    return [when] if when is not None else trip_dates(statement, match.verb[0])


def _dated_apart(statement: Statement, match: Match) -> list[tuple[Mention, Days]]:
    """Several visitors who are counted up, each with dates of his own; empty where one has none."""
    told = named_from(statement, match.found.start("visitors") - 1)
    apart = len(told) > 1 and all(days for _, days in told)
    return [(who, as_stays(days)) for who, days in told] if apart else []


def _returned(statement: Statement, match: Match, dates: Days) -> Iterator[Trip]:
    """The trips of people of no known side who returned a visit, but for those that a noun or a verb of going tells."""
    told_too = {one.values.get("visitor") for one in (*of_nouns(statement), *going(statement))}
    for who, days in _dated_apart(statement, match) or [(who, dates) for who in match.mentions("visitors")]:
        if named(who) not in told_too:
            yield from in_turn(statement, match, who, days)


def each_other(statement: Statement, match: Match) -> Iterator[Trip]:
    """The trips of two who visited each other; of two dates the first is the first one's.

    Two whom their words do not part are of the states that are named before them, in that order: "the presidents of Y
    and X, A and B".
    """
    named_ones = [one for name in ("one", "other") if (one := match.mention(name)) is not None]
    pair = _of_each_side(statement, named_ones, match.start)
    told = trip_dates(statement, match.start)
    dates = [*years_apart(statement, [date for date in told if date is not None])] or told
    sides = [side_of(one, statement.context) for one in pair]
    for number, visitor in enumerate(pair):
        date = dates[number] if len(dates) == len(pair) else dates[0]
        if any(sides) and happened(statement, match.start, match.end):
            to = pair[1 - number] if sides[number] is None else None
            yield from on_dates(statement, [visitor], to, [date], match)


def _of_each_side(statement: Statement, pair: list[Mention], end: int) -> list[Mention]:
    """The two people, each of the side that is named for him: where their own words do not part them, the sides that
    are named before a position, in that order.
    """
    if len({side_of(one, statement.context) for one in pair}) > 1:
        return pair
    before = (one for one in (*statement.mentions, *statement.inner) if one.end <= end)
    each = (side_of(one, statement.context) for one in sorted(before, key=lambda one: one.start))
    sides = list(dict.fromkeys(side for side in each if side is not None))
    both = zip(pair, sides, strict=True) if len(sides) == len(pair) else ()
    parted = [
        replace(one, value=replace(one.value, iso3=side)) for one, side in both if isinstance(one.value, PersonValue)
    ]
    return parted or pair


def counted(statement: Statement, match: Match) -> Iterator[Trip]:
    """The trips of visitors who are counted up by name behind a noun: "visitors from Y included A (1999) and B",
    "visits took place in 1999 (A)".
    """
    sides = direction(statement.text, statement.context.pair)
    gone = {one.values.get("visitor") for one in going(statement)}
    by_noun = {(one.values.get("visitor"), one.date) for one in of_nouns(statement)}
    told = named_from(statement, match.found.end()) or behind_years(statement, match.found.end())
    for visitor, days in told if happened(statement, match.start, match.end) else ():
        if named(visitor) in gone or statement.document.text.startswith((" to ", "'s ", "’s "), visitor.end):
            continue
        if is_certain(visitor, statement) or any(sides):
            found = (routed(statement, visitor, None, sides, date) for date in as_stays(days) or [None])
            yield from (one for one in found if one and (one.values.get("visitor"), one.date) not in by_noun)
