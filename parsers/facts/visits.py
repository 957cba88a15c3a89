"""Visits: trips of officials and delegations from one state of the pair to the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import PROSE, rule
from parsers.language.directions import direction_above
from parsers.language.mention import Mention
from parsers.language.modality import happened
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign, is_resident_envoy, side_of
from parsers.phrases.encounters.guests import guests_at_talks
from parsers.phrases.journeys.attendances import attendances
from parsers.phrases.journeys.brought import brought as journeys_of
from parsers.phrases.journeys.brought import came as who_came
from parsers.phrases.journeys.ceremonies import guests_told
from parsers.phrases.journeys.firsts import firsts
from parsers.phrases.journeys.guests import at_ceremonies, at_feasts, at_national_days, guests_of_hosts
from parsers.phrases.journeys.itineraries import (
    TALKS_BETWEEN,
    column_heads,
    guests_of,
    is_on_the_way,
    is_under_visits,
    listed_people,
    listed_route,
    row_date,
    spots_of,
)
from parsers.phrases.journeys.journeys import is_destination, subjects
from parsers.phrases.journeys.journeys_told import besides, going, of_match, on_dates
from parsers.phrases.journeys.meeting_places import times_met, where_visited
from parsers.phrases.journeys.noun_trips import of_nouns
from parsers.phrases.journeys.pronouns import he_means
from parsers.phrases.journeys.receptions import guests_met
from parsers.phrases.journeys.shapes_told import counted as counted_up
from parsers.phrases.journeys.shapes_told import each_other, of_shape
from parsers.phrases.journeys.trip_dates import as_stays, own_date, took_place, trip_dates
from parsers.phrases.journeys.trips import Trip, is_certain, routed, trip
from parsers.phrases.journeys.trips_before import is_guest
from parsers.phrases.journeys.unnamed_places import without_place as to_other_side
from parsers.phrases.journeys.verbs import (
    EXCHANGED,
    HE_WENT,
    HOSTED,
    ON_VISIT,
    RETURNED_BY,
    SENT,
    TO_PERSON,
    VISIT_THAT,
    VISITING,
    VISITORS_WERE,
    VISITS_IN,
    WELCOMED_TO,
    WHICH_RETURNED,
    WITHOUT_PLACE,
)

_GOING = (
    "visit", "travel", "trip", "went", "came ", "arriv", "flew", "tour", "journey", "landed", "returned", "stop",
    "stay", "delegation", "sailed", "been to", "been in", "received", "hosted", "welcomed", "greeted",
    "was in ", " is in ", "spent ", "set foot", "were in ", "was again in", "was also in", "once more in",
    "touched down", "back in", "twice in", "times in", "sent to", "dispatched", "despatched", "would ", "mission",
    "represented", "headed ", "his way", "her way", "left for", "departed for", "set off for", "set out for", "guest",
    "called on", "reached ", " come ", "gone ", "inspected ", "group of", "party of", "team of",
)  # fmt: skip


def _holds_office(person: Mention) -> bool:
    """Whether a person is told with an office other than an envoy's."""
    return bool(getattr(person.value, "office", None)) and not is_resident_envoy(person)


def _found(trips: Iterable[Trip | None]) -> Iterator[Finding]:
    """The trips as findings."""
    return (Finding(one.values, one.date, dict(one.spans)) for one in trips if one is not None)


@rule(*_GOING, kinds=(*PROSE, "row"))
def went(statement: Statement) -> Iterator[Finding]:
    """Someone visited, paid a visit to, travelled to, arrived in, led a delegation to … the other state or a place in
    it.

    Several visitors, destinations and dates are a visit each; "several ministers went, including A in 2018" is A's.
    Not read: plans, invitations, postponed visits; third states; an ambassador who takes up office; students, artists.
    """
    yield from _found(going(statement))


@rule(*_GOING)
def pronoun(statement: Statement) -> Iterator[Finding]:
    """He or she visited …: the last person named before, of the side that is not visited. Not read where nobody was
    named.
    """
    told = any(word in f" {statement.low}" for word in (" he ", " she ", " they ", "the latter"))
    for match in HE_WENT.find(statement) if told else ():
        they = match.found[0].startswith("they") and match.start - statement.start > _OPENS
        visitor = he_means(statement, match) if not they else None
        if visitor is not None and is_destination(match):
            yield from _found(of_match(statement, match, [visitor]))


_OPENS = len("In 2004, ")  # how far "they" may stand from where a sentence opens; else a people or family may be meant


@rule("returned", "reciprocated", "repaid", "arrived", "flew in", "visit", " trip", "toured", "the country", " there ",
      "came in", "came on", "followed", "guest", "returning", "did so", "done so", "did the same", "did likewise",
      " back ",
      "spent ", "went ", "came twice", "came again", " times", "led a", "led the", "headed a",
      "headed the", "the independence ")  # fmt: skip
def without_place(statement: Statement) -> Iterator[Finding]:
    """Someone returned the visit, arrived on a date, visited the country: the other side is visited.

    Not read: people of an unknown side, but for a visit returned to the person named before.
    """
    told = [one for match in WITHOUT_PLACE.find(statement) for one in to_other_side(statement, match)]
    once = {(one.spans["visitor"].start, one.date): one for one in told}
    yield from _found(besides(iter(once.values()), statement))


@rule("first", "last", "latest", "second", "only", "next", "highest", "most senior", "most recent")
def first(statement: Statement) -> Iterator[Finding]:
    """The first … to visit Y was X; Y was the first country that X visited; X chose Y for his first journey abroad;
    X was the first there since Z in a year, which tells of both.

    Not read: a visitor who is not named.
    """
    yield from _found(firsts(statement))


@rule("went to the", "went for the", "came to the", "came for the", "flew to the", "attend", "participated",
      "took part", "address", "spoke ", "to speak", "present at", "joined", "among", "represented",
      "co-chaired", "speech", "lecture", "inaugurated", "unveiled", "laid ", "planted", "inspected", "opened",
      "visited a", "toured a", "awarded", "decorated", "presented with", "conferred", "honoured", "honored",
      "bestowed", "guest", "prize", "respects", "doctorate", "medal", "order", "degree")  # fmt: skip
def attended(statement: Statement) -> Iterator[Finding]:
    """Someone attended, took part in, addressed or inaugurated something in a place of the other state, where no trip
    is told besides, or "became the first … to address" its parliament. Not read: what people of an unknown side, or
    embassies, open; who spoke from afar.
    """
    yield from _found(besides(attendances(statement), statement))


@rule("independence", "national day", "republic day", "liberation", "centen", "funeral", "burial", "inauguration",
      "coronation", "wedding", "investiture", "enthronement", "swearing-in", "memorial", "jubilee", "birthday",
      "proclamation", "requiem", "constitution day", "victory day", "unity day")  # fmt: skip
def ceremony(statement: Statement) -> Iterator[Finding]:
    """Someone attended the funeral, inauguration, wedding … of a person of the other side, or its independence day,
    where no place is told.

    Not read: ceremonies of people of an unknown side, or of the guest's own; those at an embassy.
    """
    if "embassy" not in statement.low and not list(attended.read(statement)):
        yield from _found(besides(at_ceremonies(statement), statement))


@rule("represented", "in the presence of", "with the presence of", "was led by", "was headed by", "which he did",
      "which she did", "did so", "funeral", "burial", "memorial", "by the visiting", "embassy", last=True)  # fmt: skip
def guest(statement: Statement) -> Iterator[Finding]:
    """A state was represented by someone at a ceremony of the other side; something was opened there in someone's
    presence; someone who was invited came; someone attended, or was sent to, the funeral of one whose death is told.

    Not read: ceremonies in third states, or in a place that is not told; resident envoys; what is told of an embassy
    but who came to its opening.
    """
    yield from _found(besides(guests_told(statement), statement))


@rule("inauguration", "funeral", "burial", "coronation", "wedding", "investiture", "enthronement", "swearing-in",
      "memorial", "jubilee", "guest", last=True)  # fmt: skip
def honoured(statement: Statement) -> Iterator[Finding]:
    """Someone was the guest of a person, or attended that person's, "his" or "the" inauguration, funeral …, where no
    place is told.

    Not read: guests and hosts of unknown sides; feasts of people whom the paragraph names once only.
    """
    for told in () if "embassy" in statement.low else (guests_of_hosts, at_feasts, at_national_days):
        yield from _found(besides(told(statement), statement))


@rule("visited", "visit to", "called on")
def to_person(statement: Statement) -> Iterator[Finding]:
    """Someone visited a person of the other side, or in a place of it. Not read: people of unknown sides elsewhere, and
    those of whom it was told right before that they came.
    """
    for match in TO_PERSON.find(statement):
        at = match.verb
        goers = [one for one in subjects(statement, at[0]) if is_certain(one, statement) or _holds_office(one)]
        to = where_visited(statement, match)
        if to is None or is_guest(statement, to):
            continue
        if side_of(to, statement.context) and took_place(statement, *at, match.end):
            trips = on_dates(statement, goers, to, trip_dates(statement, at[0]), match)
            yield from _found(besides(trips, statement))


@rule("met", "talks", "meeting", "receiv", "welcom", "hosted", "discussions", "conferred", "consultations",
      "called on")  # fmt: skip
def met(statement: Statement) -> Iterator[Finding]:
    """People of the two sides met, or talks "in X between A and B" were held, in a place of one of them: those of the
    other side travelled. Not read: third states.
    """
    if going(statement):
        return
    for visitor, to, at in (*guests_met(statement), *guests_at_talks(statement)):
        if happened(statement, at, to.end):
            then = next((stop.date for stop in times_met(statement, to) if stop.place is to), None)
            dates = as_stays(statement.listed_with(then or own_date(statement, at)))
            yield from _found(trip(statement, visitor, to, date, at=(at, to.end)) for date in dates)


@rule("visit", "trip", "tour", "journey", "stay", "voyage", "arrival", "pilgrimage", "while in",
      "stop", "returning from", "arriving in", "travelling to", "traveling to", "first ", " last ",
      " recent ", kinds=(*PROSE, "row"))  # fmt: skip
def visit_of(statement: Statement) -> Iterator[Finding]:
    """A visit by or of someone, someone's visit, "his visit", what someone did "during a visit to …", in any order of
    visitor, destination and date.

    Not read: remarks on a visit that the sentence or the one before tells ("it was the first visit by a king").
    """
    yield from _found(besides(of_nouns(statement), statement))


@rule("visitors", "guests", "visits", "trips", "visited", "travelled to", "traveled to", "been to")
def counted(statement: Statement) -> Iterator[Finding]:
    """Visitors or visits that are counted up by name: "visitors from Y included A (1999) and B (2003)", "visits took
    place in 1999 (A) and 2003 (B)".

    Not read: people of an unknown side.
    """
    for match in (*VISITORS_WERE.find(statement), *VISITS_IN.find(statement)):
        yield from _found(besides(counted_up(statement, match), statement))


@rule("visited by", "visited in", "visited on", "received", "hosted", "welcomed", "greeted", "saw ", "witnessed",
      "host to", "red carpet", "entertained", "visiting", "reciprocated", "returned", "repaid", "followed",
      "visit that", "visit which", "trip that", "had made", "had paid")  # fmt: skip
def received(statement: Statement) -> Iterator[Finding]:
    """A state or city was visited by, received or hosted someone of the other side; someone was received on a visit; a
    visit was returned by someone; "the visiting president" did something. Not read: guests beside a third state.
    """
    yield from _found(of_shape(statement, HOSTED))
    for pattern in (ON_VISIT, RETURNED_BY, WHICH_RETURNED, WELCOMED_TO, VISIT_THAT):
        yield from _found(besides(of_shape(statement, pattern), statement))
    named = (*statement.mentions, *(one for one in statement.inner if one.kind != "place"))  # President Lagos
    if not any(is_foreign(one, statement.context) for one in named):
        yield from _found(besides(of_shape(statement, VISITING), statement))


@rule("brought ", "took ", "led ", "included", "including", "came ", "arrived ", "followed ")
def brought(statement: Statement) -> Iterator[Finding]:
    """A journey brought someone to the other side, or a tour included it; "in March 2009 came A".

    Not read: tours of which it is not said whose they were; people of an unknown side, where no place is told.
    """
    for told in (journeys_of, who_came):
        yield from _found(besides(told(statement), statement))


@rule("sent ", "dispatched", "despatched")
def sent(statement: Statement) -> Iterator[Finding]:
    """A state or its head sent a delegation or an envoy to the other state. Not read: aid, troops, ambassadors."""
    for match in SENT.find(statement):
        sender, to = match.mention("sender"), match.mention("to")
        visitor = match.mention("head") or match.mention("chief") or match.mention("visitors")
        if sender and side_of(sender, statement.context) != side_of(to, statement.context):
            goers = [one for one in (visitor, match.mention("second")) if one is not None]
            yield from _found(of_match(statement, match, goers))


@rule("exchanged", "reciprocal", "each other", "one another")
def exchanged(statement: Statement) -> Iterator[Finding]:
    """Two people of the two sides exchanged visits or visited each other; of two dates the first is the first one's.

    Not read: exchanges of which neither visitor is told, and those with a third state.
    """
    for match in EXCHANGED.find(statement):
        yield from _found(each_other(statement, match))


@rule(kinds=("item",), last=True)
def listed(statement: Statement) -> Iterator[Finding]:
    """A list item under a head line or heading of visits: people and, in brackets, years: "Name (2002, 2014)" is two
    trips; under "From Kenya to Norway" one that holds nothing but an official and a date.

    The lines above give the direction ("from Estonia to Mexico", "Kenya to Norway"), else the person's own state or the
    destination in the item. Not read: items that tell a trip in a clause, which the other rules read; what an item goes
    on to tell after its first sentence.
    """
    if statement.start > statement.block.start or not (is_under_visits(statement) or is_on_the_way(statement)):
        return
    if TALKS_BETWEEN.match(statement.low) or going(statement):
        return
    for visitor, dates in listed_people(statement):
        to, codes = listed_route(statement, visitor)
        if happened(statement, statement.start, statement.end):
            yield from _found(routed(statement, visitor, to, codes, date) for date in as_stays(dates) or [None])


@rule(kinds=("row",))
def row(statement: Statement) -> Iterator[Finding]:
    """A row of a table of visits: a cell with the visitor, one with the date, one with place, host or state.

    Not read: rows without a person, and tables without a column, a head or a heading that tells the direction.
    """
    heads = column_heads(statement)
    if not is_under_visits(statement) and "guest" not in heads and "visit" not in heads:
        return
    spots, above = spots_of(statement), direction_above(statement)
    if spots and is_foreign(spots[0], statement.context):
        return
    for visitor, told in guests_of(statement):
        route = told[0] or (above[0] if not told[1] else None), told[1] or (above[1] if not told[0] else None)
        own = side_of(visitor, statement.context) or route[0]
        to = next((one for one in spots if side_of(one, statement.context) not in (None, own)), None)
        yield from _found([routed(statement, visitor, to, route, row_date(statement))])
