"""Trips that nouns of visiting tell, from the tellings of `visit_nouns`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.mention import Mention, PersonValue
from parsers.language.modality import happened
from parsers.language.reading import Statement, lies_in, named
from parsers.language.sides import side_of
from parsers.phrases.journeys.journeys import as_holder, subjects
from parsers.phrases.journeys.journeys_told import going
from parsers.phrases.journeys.legs import is_since
from parsers.phrases.journeys.noun_visitors import is_named, those_meant
from parsers.phrases.journeys.purposes import is_posted_elsewhere, presents_credentials
from parsers.phrases.journeys.trip_dates import ANOTHER_TRIP, as_stays, is_presupposed, trip_dates, years_apart
from parsers.phrases.journeys.trips import Trip, routed, trip
from parsers.phrases.journeys.verbs import FIRST_WAS, ON_VISIT, VISITS_IN, WENT
from parsers.phrases.journeys.visit_nouns import Party, Telling, tellings

_WHEN_HE = re.compile(
    r"[^;]{0,110}?\b(?:when|as) (?:the |its |then )*\[person:(\d+)\](?:,? of \[state:\d+\],?)? (?:\w+ly )?"
    r"(?:visited|came|arrived|travell?ed|went|flew|made|paid|undertook|landed|toured|attended|spent|was received)\b"
)
_ROUND = re.compile(
    r"\w+ (?:of|through|around|across) (?:[\w-]+ ){0,3}(?:countries|states|nations|capitals|region|continent)\b"
)
_PREPARED = re.compile(
    r"\b(?:prepar(?:ed?|es|ing|ations?(?: of)?)|arrang(?:ed?|es|ing)|prospects? of|plans? for"
    r"|request(?:ed)?)(?: for)? $"
)
_MADE = re.compile(r"\b(?:made|paid|undertook) (?P<whose>their|his|her) (?:[a-z]+ )*\Z")
_PAID = re.compile(
    r"\b(?:made|paid|undertook) (?:an?|the|his|her) (?:(?:very|\[rank:\d+\]|first|second|third|last|only|ever|official"
    r"|state|working|high-level) ?)*\Z"
)
_BROUGHT = re.compile(r"[a-z]+ (?:also |then )?(?:brought|took|led) (?:him|her|them)\b")
_APART = re.compile(r"\b(?:shortly|soon|immediately|(?:days|weeks|months|years)) $")
_FOLLOWED = re.compile(r"(?:this|it|that|these) (?:was|were) (?:later |then |soon )?followed by ")
_EXPECTED = re.compile(
    r",? (?:which|that) (?:was|is|were|had been|has been) (?:[a-z]+ly )?(?:expected|planned|scheduled|due|foreseen"
    r"|postponed|put off|cancelled|called off)\b"
)
_REMARK = re.compile(r"(?:it|this|that|these) (?:was|is|were|marked|became) (?:\w+ly |also |thus )*(?:the |an? )?")
_NEXT = re.compile(r",(?: (?:the|then|its|his|her))? ")
_DOES = re.compile(r" (?!(?:and|in|on|at|to|as|for|from|during|who|of|with|along|together|between)\b)[a-z]+")
_FIRST_BY = re.compile(
    r"\b(?:was|were|became|marked|being|is) (?:also |thus )?(?:the |only the )?(?:very )?"
    r"(?:first|second|third|last|only)\b[^;.]{0,50}? (?:by|of|from) (?:an? |any )(?:[a-z-]+ )?\Z"
)
_OF_ONE = ("this", "that", "his", "her", "their", "its")  # determiners of a visit that was told of
_NONE = ("no", "each", "every", "any")  # as determiners
_SAID_OF_IT = re.compile(
    r"\b(?:was|were|is|being|became|becoming|marked|marking) (?:\w+ly |also |thus )*(?:the |an? )?(?:\w+ )?$"
)


def of_nouns(statement: Statement) -> Iterator[Trip]:
    """The trips that nouns of visiting tell, but for remarks on one told before: "it was the first visit by a king"."""
    told_of = list(tellings(statement))
    for number, telling in enumerate(told_of):
        if _is_remark(statement, telling, told_of[:number]) or _is_elsewhere(telling, statement):
            continue
        if _is_read_otherwise(statement, telling) or _is_ahead(telling, statement):
            continue
        at = (telling.begin, telling.end)
        if happened(statement, *at) or is_presupposed(telling, statement):
            told = _told_trips(statement, telling)
            found = (trip(statement, *one, at=at) or _following(statement, *one) for one in told)
            yield from (_dated_as_told(one, statement) for one in found if one is not None)


def _is_remark(statement: Statement, telling: Telling, before: Sequence[Telling]) -> bool:
    """Whether something is only said of a visit that was told of: "it was the first visit by a king"."""
    at = telling.begin - statement.start
    told = any(one.determiner in _OF_ONE or one.parties[0].visitors for one in before)
    if told and _SAID_OF_IT.search(statement.low, 0, at):
        return True
    return not telling.preposition and _REMARK.fullmatch(statement.low, 0, at) is not None


def _is_read_otherwise(statement: Statement, telling: Telling) -> bool:
    """Whether a verb or another shape tells the trip: "a tour brought him", "made his visit", "came on a visit"."""
    at = telling.at - statement.start
    made = _MADE.search(statement.low, 0, at)
    if _BROUGHT.match(statement.low, at) or (made is not None and _is_told_by_verb(statement, made, telling)):
        return True
    if telling.preposition == "on" and _is_of_going(telling, statement):
        return True
    shaped = (match for shape in (ON_VISIT, FIRST_WAS, VISITS_IN) for match in shape.find(statement))
    return any(match.start <= telling.at < match.end for match in shaped)


def _is_told_by_verb(statement: Statement, made: re.Match[str], telling: Telling) -> bool:
    """Whether "made his visit to" is read by its verb, with the one who made it."""
    is_read = any(match.start < telling.at < match.end for match in WENT.find(statement))
    return bool(going(statement)) and (made["whose"] == "their" or is_read)


def _is_of_going(telling: Telling, statement: Statement) -> bool:
    """Whether the noun stands right behind where somebody went: "came to Oslo on a state visit"."""
    text = statement.document.text
    return any(text[match.end : telling.begin] == " " for match in WENT.find(statement) if match.end < telling.at)


def _following(statement: Statement, visitor: Mention, to: Mention | None, date: Mention | None) -> Trip | None:
    """The trip of one of no known side that followed those told before: "it was followed by a visit of King A"."""
    before = statement.earlier
    if before is None or to is not None or not _FOLLOWED.match(statement.low):
        return None
    told = [*going(before), *of_nouns(before)][-1:]
    return routed(statement, visitor, None, told[0].way if told else (None, None), date)


def _dated_as_told(found: Trip, statement: Statement) -> Trip:
    """The trip with the date of the same visitor's that the paragraph told before, where the statement has no date."""
    before, name = statement.earlier, found.last_name
    another = ANOTHER_TRIP.search(statement.low) is not None
    while not statement.dates and name and before is not None and not another:
        for one in going(before):
            if one.last_name == name and one.way[1] == found.way[1]:
                return replace(found, date=one.date)
        before = before.earlier
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


def _told_trips(statement: Statement, telling: Telling) -> Iterator[tuple[Mention, Mention | None, Mention | None]]:
    """The visitor, the destination and the date of each trip that a noun of visiting tells, as far as they are said."""
    for party in telling.parties:
        if not party.to and _is_vague(statement, telling):
            continue
        visitors, days = _visitors_and_days(statement, telling, party)
        if presents_credentials(statement, [one for one in visitors if not is_posted_elsewhere(one, statement)]):
            continue
        for visitor in (_from_home(one, telling, statement) for one in visitors):
            for day in as_stays(years_apart(statement, days)) or trip_dates(statement, telling.at):
                date = None if _is_of_other_part(statement, telling, day) else day
                if date is not None or is_named(visitor):
                    yield visitor, _destination(party.to, visitor, statement), date


def _visitors_and_days(
    statement: Statement, telling: Telling, party: Party
) -> tuple[tuple[Mention, ...], list[Mention]]:
    """Who made the visit of a party, and when: the next date behind one who is named only after the noun."""
    apart = _named_apart(statement, telling, party)
    visitors = apart or _guests(statement, telling, party) or those_meant(statement, telling, party)
    behind = apart[0].end if apart and apart[0].start > telling.at else statement.end
    own = tuple(one for one in statement.dates if one.start > behind)[:1]
    days = [day for day in own or party.dates if not is_since(day)]
    return visitors or _by_office(statement, telling), days


def _guests(statement: Statement, telling: Telling, party: Party) -> tuple[Mention, ...]:
    """The visitors of a party without those behind a comma who do something on that visit: "during a visit by A, B
    said".
    """
    text, visitors = statement.document.text, party.visitors
    if len(visitors) < 2 or not telling.preposition or not _DOES.match(text, visitors[-1].end):
        return visitors
    apart = (n for n in range(1, len(visitors)) if _NEXT.fullmatch(text, visitors[n - 1].end, visitors[n].start))
    return visitors[: next(apart, None)]


def _by_office(statement: Statement, telling: Telling) -> tuple[Mention, ...]:
    """The one after whose office a visit with a date is called, if any: "a presidential visit in 1996"."""
    dated = telling.office is not None and telling.determiner not in _NONE and statement.dates
    return (telling.office,) if telling.office is not None and dated else ()


def _is_vague(statement: Statement, telling: Telling) -> bool:
    """Whether a noun without a destination tells neither where nor when: a tour of countries, this one perhaps among
    them; "the arrival of X, who ruled Y from 1864".
    """
    at = telling.at - statement.start
    arrival = statement.low.startswith("arrival", at) and telling.determiner != "owner"
    return arrival or _ROUND.match(statement.low, at) is not None


def _named_apart(statement: Statement, telling: Telling, party: Party) -> tuple[Mention, ...]:
    """The visitor of whom the noun tells the office alone and the words around it the name: "… by a Kenyan minister
    came when A visited", "A paid the first visit of a Kenyan minister to".
    """
    office = party.visitors[0].value if len(party.visitors) == 1 else None
    if not isinstance(office, PersonValue) or office.name or office.group:
        return ()
    behind = _WHEN_HE.match(statement.skeleton, telling.place)
    one = statement.mentions[int(behind[1])] if behind else _who_paid(statement, telling)
    who = as_holder(one, party.visitors[0]).value if one is not None and named(one) else None
    if one is None or not isinstance(who, PersonValue):
        return ()
    return (replace(one, value=replace(who, iso3=who.iso3 or office.iso3)),)


def _who_paid(statement: Statement, telling: Telling) -> Mention | None:
    """The only subject of "paid" or "made" right before a noun and what is said of it."""
    paid = _PAID.search(statement.skeleton, 0, telling.place)
    doers = subjects(statement, statement.offset(paid.start())) if paid is not None else []
    return doers[0] if len(doers) == 1 else None


def _is_of_other_part(statement: Statement, telling: Telling, date: Mention | None) -> bool:
    """Whether a date stands behind a semicolon, apart from "during A's visit" before it, or is of what was "shortly
    after A's visit".
    """
    if date is None:
        return False
    if date.end <= telling.begin and telling.preposition in ("after", "following"):
        return _APART.search(statement.low, 0, telling.begin - statement.start) is not None
    return telling.preposition == "during" and ";" in statement.document.text[telling.end : date.start]


def _from_home(visitor: Mention, telling: Telling, statement: Statement) -> Mention:
    """The visitor as one of the state whose visit it is called, where nothing else tells his own."""
    home, value = side_of(telling.home, statement.context) or _first_of(statement, telling), visitor.value
    if home is None or side_of(visitor, statement.context) or not isinstance(value, PersonValue):
        return visitor
    return replace(visitor, value=replace(value, iso3=value.iso3 or home))


def _first_of(statement: Statement, telling: Telling) -> str | None:
    """The side of the office of which a visit is said to be the first: "was the first by a Norwegian minister"."""
    text = statement.document.text
    behind = (one for one in statement.of("person") if one.start > telling.at and not named(one))
    sides = (side_of(one, statement.context) for one in behind if _FIRST_BY.search(text, telling.at, one.start))
    return next(sides, None)


def _destination(spots: tuple[Mention, ...], visitor: Mention, statement: Statement) -> Mention | None:
    """Of the places of a visit, the first of the side that the visitor does not serve, else the first."""
    own = side_of(visitor, statement.context)
    sides = [(one, side_of(one, statement.context)) for one in spots]
    return next((one for one, side in sides if side and side != own), spots[0] if spots else None)
