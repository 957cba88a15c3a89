"""Trips of verbs that name no place: "A visited in 2005", "came to the country", "went there", "returned the visit"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.language.mention import Mention
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.journeys.allegiances import as_served
from parsers.phrases.journeys.dated_people import company
from parsers.phrases.journeys.journeys import LIVED, subjects
from parsers.phrases.journeys.journeys_told import going, on_dates
from parsers.phrases.journeys.legs import dates_behind, gapped
from parsers.phrases.journeys.pronouns import he_who
from parsers.phrases.journeys.purposes import came_to_stay
from parsers.phrases.journeys.returns import CAME_AGAIN, in_turn
from parsers.phrases.journeys.trip_dates import as_stays, shared_out, took_place, trip_dates, years_apart
from parsers.phrases.journeys.trips import Trip, routed

_IN_RETURN = re.compile(
    r"^(?:followed|did |ha\w+ (?:\w+ )?done |returned|reciproc|repaid)|\b(?:return|reciprocal) visit"
)
_PASSED = re.compile(r"\b(?:after|before|from|via|than|through)(?: the)? $")
_TO_LAND = re.compile(r" to (?:the|this|that) (?:[\w-]+ ){0,2}?(?:country|nation|republic|kingdom)\b(?!['’])")
_GONE = re.compile(r"(?:visited|went|came(?! back)|flew in|arrived|led|headed)\b")
_CITIES = ("city", "town")
_LANDS = ("country", "nation", "republic", "kingdom")


def without_place(statement: Statement, match: Match) -> Iterator[Trip]:
    """The trips of a match that names no place: to the other side, to the person named before whom a visit returned, or
    to the city or country told of before.

    Visitors of an unknown side go nowhere but there.
    """
    at, verb = match.verb, _verb_and_land(statement, match)
    people = subjects(statement, at[0]) or he_who(statement, match)
    if LIVED.match(verb) or not took_place(statement, *at, match.end) or came_to_stay(statement, match, people):
        return
    days = (dates_behind(match) or trip_dates(statement, at[0])) if people else []
    days = [*years_apart(statement, [day for day in days if day is not None])] or days
    each = shared_out(statement, people, as_stays(days), match.end)
    for one in people:
        dates = [date for who, date in each if who is one]
        yield from _of_visitor(statement, match, verb, as_served(one, statement), dates)


def _verb_and_land(statement: Statement, match: Match) -> str:
    """The verb, with "to the country" where that stands behind it."""
    land = _TO_LAND.match(statement.low, match.verb[1] - statement.start)
    return (match.words("verb") or "").lower() + (land[0] if land is not None else "")


def _of_visitor(
    statement: Statement, match: Match, verb: str, visitor: Mention, dates: Sequence[Mention | None]
) -> Iterator[Trip]:
    """The trips of one visitor, and of those behind him for whom the verb is not said again."""
    known = side_of(visitor, statement.context) is not None
    if CAME_AGAIN.match(verb) or (not known and _IN_RETURN.search(verb)):
        yield from in_turn(statement, match, visitor)
        return
    to = _spot_meant(statement, verb, match.verb[0], known=known)
    if (known and not verb.endswith(_CITIES)) or side_of(to, statement.context):
        trips = list(on_dates(statement, [visitor], to, dates, match))
        yield from trips
        yield from _too(statement, match, trips[-1]) if trips else ()


def _too(statement: Statement, match: Match, before: Trip) -> Iterator[Trip]:
    """The trips, the same way, of those for whom the verb is not said again, and of those who went along: "A went in
    1999 and B in 2006", "came to the country accompanied by B".
    """
    along = (routed(statement, one, None, before.way, before.date) for one in company(match))
    yield from (one for one in along if one is not None)
    for leg in gapped(match, before.spans["visitor"]):
        if leg.visitor is not None:
            found = (routed(statement, leg.visitor, None, before.way, date) for date in as_stays(leg.dates))
            yield from (one for one in found if one is not None)


def _spot_meant(statement: Statement, verb: str, at: int, *, known: bool) -> Mention | None:
    """The destination of a verb that names none: "the city" is the last city told of, "there" the last place or state,
    "the country" of a visitor of unknown side the one that the text tells of; where no land is meant, that of the
    trip told before, else that of the last person.
    """
    if verb.endswith(_CITIES):
        return next(_told_before(statement, at, "place"), None)
    if verb.endswith(" there"):
        return _there(statement, at)
    if known:
        return None
    if verb.endswith(_LANDS):
        return _only_land(statement, at)
    visited = visited_before(statement) if _GONE.match(verb) else None
    return visited or _host_before(statement, verb)


def _there(statement: Statement, at: int) -> Mention | None:
    """What "there" means: the last place or state that was not left; where none is told of, that of the trip before."""
    told, text = list(_told_before(statement, at, "state", "place")), statement.document.text
    there = (one for one in told if not _PASSED.search(text, max(0, one.start - 12), one.start))
    return next(there, None if told else visited_before(statement))


def _only_land(statement: Statement, at: int) -> Mention | None:
    """What "the country" means: the last place or state told of, where all are of one side."""
    spots = list(_told_before(statement, at, "state", "place"))
    return spots[0] if len({side_of(one, statement.context) for one in spots}) == 1 else None


def _host_before(statement: Statement, verb: str) -> Mention | None:
    """The person told of before, whom a visit leads to: in the same paragraph, but for a visit in return."""
    before = statement.context.person
    near = before is not None and (before.start >= statement.block.start or _IN_RETURN.search(verb))
    return before if near and ("visit" in verb or verb in ("reciprocated", "repaid")) else None


def visited_before(statement: Statement) -> Mention | None:
    """Where the last trip led that the paragraph told before: what "B visited in 2001" leaves out.

    Null where the sentence before tells of none, and those before it of trips to both sides.
    """
    before, found = statement.earlier, list[Mention]()
    while before is not None:
        found += (to for one in reversed(going(before)) if (to := one.spans.get("receiving_iso3")) is not None)
        if found and before is statement.earlier:
            break
        before = before.earlier
    sides = {side_of(one, statement.context) for one in found}
    return found[0] if found and (before is not None or len(sides) == 1) else None


def _told_before(statement: Statement, at: int, *kinds: str) -> Iterator[Mention]:
    """The mentions of these kinds before a position, the last first: those of the statement, where it has none those of
    the one before in its paragraph.
    """
    before = statement.earlier
    told = [one for one in statement.of(*kinds) if one.end <= at]
    if not told and before is not None:
        told = before.of(*kinds)
    return reversed(told)
