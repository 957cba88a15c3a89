"""Trips as statements tell them: who went where and when, from the verbs of `verbs` and the nouns of
`visit_nouns`.

A trip is given only where its direction is sure and nothing keeps it from having happened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.directions import direction
from parsers.language.mention import Mention, PersonValue
from parsers.language.modality import happened
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, kept, lies_in, named
from parsers.language.sides import facing, side_of
from parsers.phrases.journeys.allegiances import as_served
from parsers.phrases.journeys.dated_people import dated_before, instances, named_from
from parsers.phrases.journeys.journeys import (
    gapped,
    is_destination,
    is_way_home,
    legs,
    subjects,
    travellers,
)
from parsers.phrases.journeys.trip_dates import (
    as_stays,
    counted_off,
    is_presupposed,
    shared_out,
    took_place,
    trip_dates,
    years_apart,
)
from parsers.phrases.journeys.trips import (
    Trip,
    came_to_stay,
    is_certain,
    is_official,
    person_meant,
    routed,
    told_trips,
    trip,
)
from parsers.phrases.journeys.verbs import HE_BEFORE, ON_VISIT, RETURNED_BY, VISITORS_WERE, WENT
from parsers.phrases.journeys.visit_nouns import Telling, tellings

_IN_RETURN = re.compile(r"^(?:followed|did |returned|reciproc|repaid)|\b(?:return|reciprocal) visit")
_CAME_AGAIN = re.compile(r"return(?:ed|ing)(?! (?:the|his|her|this|that) (?:[\w-]+ )?(?:visit|gesture))")
_PREPARED = re.compile(
    r"\b(?:prepar(?:ed?|es|ing)|arrang(?:ed?|es|ing)|prospects? of|plans? for|request(?:ed)?)(?: for)? $"
)
_EXPECTED = re.compile(
    r",? (?:which|that) (?:was|is|were|had been|has been) (?:[a-z]+ly )?(?:expected|planned|scheduled|due|foreseen"
    r"|postponed|put off|cancelled|called off)\b"
)
_PASSED = re.compile(r"\b(?:after|before|from|via|than|through)(?: the)? $")
_TO_LAND = re.compile(r" to (?:the|this|that) (?:[\w-]+ ){0,2}?(?:country|nation|republic|kingdom)\b(?!['’])")
_CITIES = ("city", "town")
_LEADERS = ("president", "prime minister", "premier")
_REMARK = re.compile(
    r"(?:it|this|that|these) (?:was|is|were|marked|became) (?:\w+ly |also |only |thus )*(?:the |an? )?"
)


def on_dates(
    statement: Statement, visitors: Sequence[Mention], to: Mention | None, dates: Sequence[Mention | None], match: Match
) -> Iterator[Trip]:
    """A visit of each person on each date ("respectively": each person on one), as far as direction and fact are
    sure.
    """
    at = match.span("verb") or (match.start, match.end)
    for visitor, date in shared_out(statement, visitors, dates, match.end):
        words = (at[0], max(at[1], to.end if to is not None else at[1]))
        found = trip(statement, visitor, to, date, at=words)
        if found is not None and is_official(visitor, statement):
            yield found


def of_match(statement: Statement, match: Match, visitors: Sequence[Mention]) -> Iterator[Trip]:
    """The visits of these people to the destinations of a match, one a destination and date."""
    at, named = match.span("verb") or (match.start, match.end), instances(match) or dated_before(match)
    visitors = [visitor for visitor, _ in named] or visitors
    if not visitors or not took_place(statement, *at, match.end) or came_to_stay(statement, match, visitors):
        return
    for visitor, days in named:
        yield from on_dates(statement, [visitor], match.mention("to"), as_stays(days or [statement.when(at[0])]), match)
    for leg in legs(match) if not named else ():
        yield from on_dates(
            statement,
            visitors,
            leg.to,
            as_stays(
                counted_off(statement, leg.to.end) or years_apart(statement, leg.dates) or trip_dates(statement, at[0])
            ),
            match,
        )
    for leg in gapped(match):
        if leg.visitor is not None:
            yield from on_dates(statement, [leg.visitor], leg.to, leg.dates or trip_dates(statement, at[0]), match)


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
    name = str(found.values.get("visitor") or "").split()[-1:]
    for one in gone:
        same = one.values["receiving_iso3"] == found.values["receiving_iso3"]
        who = str(one.values.get("visitor") or "").split()[-1:]
        if same and (not name or name == who) and (found.date is None or found.date == one.date):
            return True
    return False


def he_who(statement: Statement, match: Match) -> list[Mention]:
    """The person whom a "he" or "she" right before a verb means."""
    at = (match.span("verb") or (match.start, match.end))[0]
    told = HE_BEFORE.search(statement.document.text, statement.start, at)
    meant = he_means(statement, match) if told else None
    return [meant] if meant is not None else []


def he_means(statement: Statement, match: Match) -> Mention | None:
    """The person whom "he" or "she" means, of the side that is not visited."""
    to = match.mention("to") if "to" in match.found.re.groupindex else None
    receiving = side_of(to, statement.context)
    return person_meant(statement, match.start, facing(receiving, statement.context.pair))


def of_shape(statement: Statement, pattern: Pattern) -> Iterator[Trip]:
    """The visits of a shape that names its visitors, and its destination or the other side."""
    for match in pattern.find(statement):
        at = match.span("verb") or (match.start, match.end)
        told = {name: match.mention(name) for name in ("when", "then", "to") if name in match.found.re.groupindex}
        when, to = told.get("then") or told.get("when"), told.get("to")
        to = next(iter(subjects(statement, at[0])), None) if pattern is ON_VISIT else to
        dates = [when] if when is not None else trip_dates(statement, at[0])
        if not happened(statement, *at):
            continue
        visitors = match.mentions("visitors")
        if pattern is RETURNED_BY and all(side_of(one, statement.context) is None for one in visitors):
            told_too = {one.values.get("visitor") for one in (*of_nouns(statement), *going(statement))}
            others = [who for who in visitors if named(who) not in told_too]
            yield from (one for who in others for one in _in_turn(statement, match, who, dates))
            continue
        counted_up = named_from(statement, match.found.start("visitors") - 1)
        if len(counted_up) > 1 and all(days for _, days in counted_up):
            for visitor, days in counted_up:
                yield from on_dates(statement, [visitor], to, as_stays(days), match)
        else:
            yield from on_dates(statement, visitors, to, dates, match)


def without_place(statement: Statement, match: Match) -> Iterator[Trip]:
    """The trips of a match that names no place: to the other side, to the person named before whom a visit returned, or
    to the city or country told of before.

    Visitors of an unknown side go nowhere but there.
    """
    at = match.span("verb") or (match.start, match.end)
    verb = (match.words("verb") or "").lower()
    behind = _TO_LAND.match(statement.low, at[1] - statement.start)
    verb += behind[0] if behind is not None else ""
    people = subjects(statement, at[0]) or he_who(statement, match)
    if not took_place(statement, *at, match.end) or came_to_stay(statement, match, people):
        return
    days = trip_dates(statement, at[0]) if people else []
    days = [*years_apart(statement, [day for day in days if day is not None])] or days
    each = shared_out(statement, people, days, match.end)
    for one in people:
        visitor, dates = as_served(one, statement), [date for who, date in each if who is one]
        known = side_of(visitor, statement.context) is not None
        if _CAME_AGAIN.match(verb) or (not known and _IN_RETURN.search(verb)):
            yield from _in_turn(statement, match, visitor)
            continue
        to = _spot_meant(statement, verb, at[0], known=known)
        if (known and not verb.endswith(_CITIES)) or side_of(to, statement.context):
            yield from on_dates(statement, [visitor], to, dates, match)


def _spot_meant(statement: Statement, verb: str, at: int, *, known: bool) -> Mention | None:
    """The destination of a verb that names none: "the city" is the last city told of, "there" the last place or state,
    "the country" of a visitor of unknown side the one that the text tells of; where no land is meant, that of the
    trip told before, else that of the last person.
    """
    if verb.endswith(_CITIES):
        return next(_told_before(statement, at, "place"), None)
    if verb.endswith(" there"):
        text = statement.document.text
        told = _told_before(statement, at, "state", "place")
        return next((one for one in told if not _PASSED.search(text, max(0, one.start - 12), one.start)), None)
    if known:
        return None
    if verb.endswith(("country", "nation", "republic", "kingdom")):
        spots = list(_told_before(statement, at, "state", "place"))
        return spots[0] if len({side_of(one, statement.context) for one in spots}) == 1 else None
    visited = visited_before(statement) if verb == "visited" else None
    if visited is not None:
        return visited
    return statement.context.person if "visit" in verb or verb in ("reciprocated", "repaid") else None


def visited_before(statement: Statement) -> Mention | None:
    """Where the last trip of the sentence before, in the same paragraph, led: what "B visited in 2001" leaves out."""
    before = statement.context.previous
    told = going(before) if before is not None and before.block is statement.block else []
    return next((to for one in reversed(told) if (to := one.spans.get("receiving_iso3")) is not None), None)


def _told_before(statement: Statement, at: int, *kinds: str) -> Iterator[Mention]:
    """The mentions of these kinds before a position, the last first: those of the statement, where it has none those of
    the one before in its paragraph.
    """
    before = statement.context.previous
    told = [one for one in statement.of(*kinds) if one.end <= at]
    if not told and before is not None and before.block is statement.block:
        told = before.of(*kinds)
    return reversed(told)


def _in_turn(
    statement: Statement, match: Match, visitor: Mention, dates: Sequence[Mention | None] = ()
) -> Iterator[Trip]:
    """The trip of one who followed those of whom the sentence, or the one before, told, who returned their visit, or
    who came again himself ("he returned in 2005").
    """
    at, before = match.span("verb") or (match.start, match.end), statement.context.previous
    told = [one for one in (*going(statement), *of_nouns(statement)) if one.spans["visitor"].end <= at[0]]
    if not told and before is not None and before.block is statement.block:
        told = list(going(before))
    verb = (match.words("verb") or "").lower()
    again = _CAME_AGAIN.match(verb) is not None and "visitors" not in match.found.re.groupindex
    if again:
        told = list(_told_of_him(statement, visitor))
    if told:
        codes = (str(told[-1].values["sending_iso3"]), str(told[-1].values["receiving_iso3"]))
        codes = codes if again or verb.startswith(("followed", "did ")) else (codes[1], codes[0])
        dates = dates or trip_dates(statement, at[0])
        dates = [one for one in dates if not (again and is_way_home(told[-1].date, one))]
        found = (routed(statement, visitor, None, codes, date) for date in dates)
        yield from (one for one in found if one is not None)


def _told_of_him(statement: Statement, visitor: Mention) -> Iterator[Trip]:
    """The trips of the visitor, known by his last name, that a statement and those of the same section before it tell
    by a verb of going, the last one at the end; only those of the nearest statement that has any.
    """
    last, now = (named(visitor) or "").split(" ")[-1], statement
    while last:
        trips = [one for one in going(now) if one.spans["visitor"].end <= visitor.end]
        told = [one for one in trips if str(one.values.get("visitor")).split(" ")[-1] == last]
        if told or now.context.previous is None:
            yield from told
            return
        now = now.context.previous


def at_ceremony(
    statement: Statement, match: Match, visitors: Sequence[Mention], host: Mention | None
) -> Iterator[Trip]:
    """The trips of guests to the state of the person whose feast or funeral they attended.

    A holder of a high office, of whom no state is told, is the other side's where the guest's side is told.
    """
    at = match.span("verb") or (match.start, match.end)
    home = side_of(host, statement.context) or _home_facing(statement, host, visitors)
    if host is None or home is None or not took_place(statement, *at, match.end):
        return
    guests = [one for one in visitors if side_of(one, statement.context) != home]
    if not came_to_stay(statement, match, guests):
        to = host if side_of(host, statement.context) else None
        dates = trip_dates(statement, at[0])
        dates = [statement.date_at(at[0])] if dates == [None] else dates  # that of the feast
        yield from on_dates(statement, guests, to, dates, match)


def _home_facing(statement: Statement, host: Mention | None, visitors: Sequence[Mention]) -> str | None:
    """The side that the guests do not serve, for a president or premier of whom no state is told."""
    value = host.value if host is not None else None
    sides = {side_of(one, statement.context) for one in visitors}
    office = (value.office or "").lower() if isinstance(value, PersonValue) and value.iso3 is None else ""
    leads = office.startswith(_LEADERS)
    return facing(sides.pop(), statement.context.pair) if leads and len(sides) == 1 and None not in sides else None


def of_nouns(statement: Statement) -> Iterator[Trip]:
    """The trips that nouns of visiting tell, but for remarks on one told before: "it was the first visit by a king"."""
    for telling in tellings(statement):
        at = (telling.begin, telling.end)
        if _REMARK.fullmatch(statement.low, 0, telling.begin - statement.start) or _is_elsewhere(telling, statement):
            continue
        if any(match.start < telling.at < match.end for match in ON_VISIT.find(statement)) or _is_ahead(
            telling, statement
        ):
            continue
        if happened(statement, *at) or is_presupposed(telling, statement):
            found = (trip(statement, *one, at=at) for one in told_trips(statement, telling))
            yield from (_dated_as_told(one, statement) for one in found if one is not None)


def _dated_as_told(found: Trip, statement: Statement) -> Trip:
    """The trip with the date of the same visitor's that the paragraph told before, where the statement has no date."""
    before, name = statement.context.previous, str(found.values.get("visitor") or "").split()[-1:]
    while not statement.dates and name and before is not None and before.block is statement.block:
        for one in going(before):
            same = str(one.values.get("visitor") or "").split()[-1:] == name
            if same and one.values["receiving_iso3"] == found.values["receiving_iso3"]:
                return replace(found, date=one.date)
        before = before.context.previous
    return found


def _is_ahead(telling: Telling, statement: Statement) -> bool:
    """Whether a visit is only prepared, or was expected and is not told to have taken place."""
    before = statement.low[: telling.begin - statement.start]
    behind = statement.low[telling.end - statement.start :]
    return _PREPARED.search(before) is not None or (
        _EXPECTED.match(behind) is not None and "took place" not in behind and "was made" not in behind
    )


def _is_elsewhere(telling: Telling, statement: Statement) -> bool:
    """Whether a noun without a destination tells of a trip to the third state before it: "flew to X for a visit"."""
    spot = statement.before(telling.begin, "state", "place")
    beside = spot is not None and not statement.document.text[spot.end : telling.begin].strip(" ,")
    there = lies_in(spot, statement.context.pair) if spot is not None and beside else None
    placed = any(party.to for party in telling.parties)
    return there is not None and there not in statement.context.pair and not placed and bool(telling.preposition)


def counted(statement: Statement, match: Match) -> Iterator[Trip]:
    """The trips of visitors who are counted up by name behind a noun: "visitors from Y included A (1999) and B"."""
    sides = direction(statement.text, statement.context.pair)
    gone = {one.values.get("visitor") for one in going(statement)}
    for visitor, days in (
        named_from(statement, match.found.end()) if happened(statement, match.start, match.end) else ()
    ):
        if named(visitor) in gone or statement.document.text.startswith(" to ", visitor.end):
            continue
        if is_certain(visitor, statement) or any(sides):
            found = (routed(statement, visitor, None, sides, date) for date in as_stays(days) or [None])
            yield from (one for one in found if one is not None)
