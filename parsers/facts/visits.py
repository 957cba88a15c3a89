"""Visits: trips of officials and delegations from one state of the pair to the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.directions import direction_above
from parsers.language.itineraries import LISTED, cell_people, listed_people, listed_route, row_date, spots_of
from parsers.language.journey_nouns import (
    AND_BY,
    DURING,
    EXCHANGED,
    FIRST_WAS,
    HIS_VISIT,
    HOSTED,
    MADE_BY,
    MET,
    SENT,
    THEIR_VISIT,
    VISIT_OF,
    VISIT_TO_BY,
)
from parsers.language.journeys import (
    ATTENDED,
    HE_WENT,
    WENT,
    WITHOUT_PLACE,
    as_stays,
    gapped,
    is_destination,
    legs,
    subjects,
    travellers,
)
from parsers.language.mention import Mention
from parsers.language.modality import happened
from parsers.language.pattern import Match
from parsers.language.reading import Statement, kept
from parsers.language.sides import facing, is_foreign, is_resident_envoy, side_of
from parsers.language.trips import is_official, person_meant, presents_credentials, routed, trip, trip_dates

_GOING = (
    "visit", "travel", "trip", "went", "came ", "arriv", "flew", "tour", "journey", "landed", "returned", "stop",
    "stay", "delegation", "sailed", "been to", "mission to", "received", "hosted", "welcomed", "greeted", "was in ",
    "spent ", "set foot", "were in ", "was again in", "was also in", "once more in",
)  # fmt: skip


def _finding(
    statement: Statement, visitor: Mention, to: Mention | None, date: Mention | None, *, at: tuple[int, int]
) -> Finding | None:
    """The visit of one visitor as a finding; null where direction or fact are not sure."""
    found = trip(statement, visitor, to, at=at)
    return Finding(found.values, date, dict(found.spans)) if found is not None else None


def _visits(statement: Statement, match: Match, visitors: list[Mention]) -> Iterator[Finding]:
    """The visits of these people to the destinations of a match, one a destination and date."""
    at = match.span("verb") or (match.start, match.end)
    if not happened(statement, at[0], match.end) or presents_credentials(statement, visitors):
        return
    for visitor in visitors:
        for leg in legs(match):
            for date in as_stays(leg.dates or trip_dates(statement, at[0])):
                found = _finding(statement, visitor, leg.to, date, at=(at[0], leg.to.end))
                if found is not None and is_official(visitor, statement):
                    yield found
    for visitor, date in gapped(match) if visitors else []:
        found = _finding(statement, visitor, match.mention("to"), date, at=(at[0], match.end))
        if found is not None:
            yield found


@kept
def _going(statement: Statement) -> list[Finding]:
    return [
        finding
        for match in WENT.find(statement)
        if is_destination(match)
        for finding in _visits(statement, match, travellers(match))
    ]


@rule(*_GOING)
def went(statement: Statement) -> Iterator[Finding]:
    """Someone visited, paid a visit to, travelled to, arrived in, led a delegation to … the other state or a place in
    it.

    Several visitors, destinations and dates are a visit each. Not read: plans, invitations, postponed visits; third
    states; an ambassador who takes up office.
    """
    yield from _going(statement)


@rule(*_GOING)
def pronoun(statement: Statement) -> Iterator[Finding]:
    """He or she visited …: the last person named before, of the side that is not visited. Not read where nobody was
    named.
    """
    for match in HE_WENT.find(statement):
        receiving = side_of(match.mention("to"), statement.context)
        visitor = person_meant(statement, match.start, facing(receiving, statement.context.pair))
        if visitor is not None and is_destination(match):
            yield from _visits(statement, match, [visitor])


@rule("returned", "reciprocated", "repaid", "arrived", "visit")
def without_place(statement: Statement) -> Iterator[Finding]:
    """Someone returned the visit, or arrived on a date: the other side is visited. Not read: people of an unknown side,
    but for a visit returned to the person named before.
    """
    for match in WITHOUT_PLACE.find(statement):
        at = match.span("verb") or (match.start, match.end)
        host = statement.context.person if "visit" in (match.words("verb") or "") else None
        visitors = [] if presents_credentials(statement, subjects(statement, at[0])) else subjects(statement, at[0])
        for visitor in visitors:
            if side_of(visitor, statement.context) is None and side_of(host, statement.context) is None:
                continue
            for date in trip_dates(statement, at[0]):
                found = _finding(statement, visitor, None if side_of(visitor, statement.context) else host, date, at=at)
                if found is not None and happened(statement, *at):
                    yield found


@rule("first", "last", "second", "only")
def first(statement: Statement) -> Iterator[Finding]:
    """The first … to visit Y was X. Not read: a first visitor who is not named."""
    for match in FIRST_WAS.find(statement):
        yield from _visits(statement, match, match.mentions("visitors"))


@rule("attend", "participated", "took part", "addressed", "spoke at", "present at")
def attended(statement: Statement) -> Iterator[Finding]:
    """Someone attended, took part in or addressed something in a place of the other state, where no trip is told
    besides.
    """
    if not _going(statement):
        for match in ATTENDED.find(statement):
            yield from _visits(statement, match, subjects(statement, (match.span("verb") or (0, 0))[0]))


@rule("met", "talks", "meeting", "received", "welcomed", "hosted", "discussions", "conferred", "consultations",
      "called on")  # fmt: skip
def met(statement: Statement) -> Iterator[Finding]:
    """People of the two sides met in a place of one of them: those of the other side travelled. Not read: third
    states.
    """
    verb = MET.search(statement.text)
    if verb is None or _going(statement):
        return
    at = statement.start + verb.start()
    people = [person for person in statement.of("person") if abs(person.start - at) < 250]
    for to in statement.of("place"):
        place = side_of(to, statement.context)
        before = statement.document.text[max(0, to.start - 30) : to.start]
        if (
            not place
            or not re.search(r"\b(?:in|at|to)(?: the)?(?: \w+,?){0,3} $", before)
            or to.start < people[0].start
            if people
            else True
        ):
            continue
        guests = [
            one for one in people if (side_of(one, statement.context) or place) != place and not is_resident_envoy(one)
        ]
        if guests and len(guests) < len(people) and happened(statement, at, to.end):
            found = [_finding(statement, guest, to, statement.date_at(at), at=(at, to.end)) for guest in guests]
            yield from (finding for finding in found if finding is not None)
            return


@rule("visit", "trip", "tour", "journey", "stay")
def visit_of(statement: Statement) -> Iterator[Finding]:
    """A visit by or of someone, someone's visit to a state, "his visit" with a date of its own. Not read beside a
    told trip.
    """
    if re.match(r"(?:it|this|that) (?:was|is|marked)\b", statement.low):
        return
    if _going(statement):
        yield from _dated_besides(statement)
        return
    told: set[tuple[int, int] | None] = set()
    for pattern in (MADE_BY, VISIT_TO_BY, THEIR_VISIT, VISIT_OF, AND_BY, DURING):
        for match in pattern.find(statement):
            verb = match.span("verb")
            if verb not in told and (told or pattern is not AND_BY):
                found = list(_named_visit(statement, match))
                told |= {verb} if found else set()
                yield from found
    for match in HIS_VISIT.find(statement) if not told else ():
        receiving = side_of(match.mention("to"), statement.context)
        visitor = person_meant(statement, match.start, facing(receiving, statement.context.pair))
        if visitor is not None and statement.dates:
            yield from _visits(statement, match, [visitor])


def _dated_besides(statement: Statement) -> Iterator[Finding]:
    """The visits of a noun with its own date and visitor, where another clause tells another's trip: "a visit in May
    2004 by A was noted, and in June B visited X".
    """
    gone = [one.values.get("visitor") for one in _going(statement)]
    for match in VISIT_OF.find(statement):
        if match.mention("dated") is not None:
            yield from (one for one in _named_visit(statement, match) if one.values.get("visitor") not in gone)


def _named_visit(statement: Statement, match: Match) -> Iterator[Finding]:
    """The visits of a noun phrase; without a destination, to the other side."""
    visitors = match.mentions("visitors")
    when = [one for name in ("when", "early") if name in match.found.re.groupindex for one in match.mentions(name)]
    if when and happened(statement, match.start, match.end):
        at = (match.start, match.end)
        dated = [_finding(statement, visitor, match.mention("to"), when[0], at=at) for visitor in visitors]
        yield from (finding for finding in dated if finding is not None)
    elif match.mention("to") is not None:
        yield from _visits(statement, match, visitors)
    elif happened(statement, match.start, match.end) and not presents_credentials(statement, visitors):
        for visitor in visitors:
            for date in trip_dates(statement, match.start):
                found = _finding(statement, visitor, None, date, at=(match.start, match.end))
                if found is not None:
                    yield found


@rule("visited by", "received", "hosted", "welcomed")
def received(statement: Statement) -> Iterator[Finding]:
    """A state or city was visited by, received or hosted someone of the other side."""
    for match in HOSTED.find(statement):
        at = match.span("verb") or (match.start, match.end)
        for visitor in match.mentions("visitors"):
            for date in trip_dates(statement, at[0]):
                found = _finding(statement, visitor, match.mention("to"), date, at=at)
                if found is not None and happened(statement, *at):
                    yield found


@rule("sent ", "dispatched")
def sent(statement: Statement) -> Iterator[Finding]:
    """A state sent a delegation or an envoy to the other state. Not read: aid, troops, ambassadors."""
    for match in SENT.find(statement):
        sender, visitor = match.mention("sender"), match.mention("visitors")
        if sender and visitor and side_of(sender, statement.context) != side_of(match.mention("to"), statement.context):
            yield from _visits(statement, match, [visitor])


@rule("exchanged")
def exchanged(statement: Statement) -> Iterator[Finding]:
    """Two people of the two sides exchanged visits: a visit each; of two dates, the first is the first one's."""
    for match in EXCHANGED.find(statement):
        pair = [mention for name in ("one", "other") if (mention := match.mention(name))]
        dates = trip_dates(statement, match.start)
        for number, visitor in enumerate(pair):
            date = dates[number] if len(dates) == len(pair) else dates[0]
            found = _finding(statement, visitor, None, date, at=(match.start, match.end))
            if (
                found is not None
                and side_of(visitor, statement.context)
                and happened(statement, match.start, match.end)
            ):
                yield found


@rule(kinds=("item",))
def listed(statement: Statement) -> Iterator[Finding]:
    """A list item under a head line or heading of visits: people and, in brackets, years: "Name (2002, 2014)" is two
    trips.

    The lines above give the direction ("from Estonia to Mexico", "Kenya to Norway"), else the person's own state or the
    destination in the item. Not read: items that tell a trip in a clause, which the other rules read; what an item goes
    on to tell after its first sentence.
    """
    lines = (*statement.context.path, getattr(statement.context.head, "text", ""))
    if statement.start > statement.block.start or not any(LISTED.search(line) for line in lines):
        return
    if _going(statement) or any(list(one.read(statement)) for one in (visit_of, met, attended, first, received)):
        return
    for visitor, dates in listed_people(statement):
        to, codes = listed_route(statement, visitor)
        found = routed(statement, visitor, to, codes)
        if found is not None and happened(statement, statement.start, statement.end):
            for date in as_stays(dates) or [None]:
                yield Finding(found.values, date, dict(found.spans))


@rule(kinds=("row",))
def row(statement: Statement) -> Iterator[Finding]:
    """A row of a table of visits: a cell with the visitor, one with the date, one with place, host or state.

    Not read: rows without a person, and tables without a column, a head or a heading that tells the direction.
    """
    lines = (*statement.context.path, getattr(statement.context.head, "text", "") or "")
    heads = " ".join(cell.head.lower() for cell in statement.block.cells)
    if not any(LISTED.search(line) for line in lines) and "guest" not in heads and "visit" not in heads:
        return
    spots = spots_of(statement)
    route = direction_above(statement)
    for visitor in cell_people(statement):
        own = side_of(visitor, statement.context) or route[0]
        to = next((one for one in spots if side_of(one, statement.context) not in (None, own)), None)
        found = routed(statement, visitor, to, route)
        if found is not None and not (spots and is_foreign(spots[0], statement.context)):
            yield Finding(found.values, row_date(statement), dict(found.spans))
