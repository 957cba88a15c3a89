"""Trips: one visitor's journey between the two sides as columns of the visits table, with the words they were read
from."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from parsers.language.directions import home_told_before
from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention, PersonValue
from parsers.language.modality import clause
from parsers.language.offices import is_relative
from parsers.language.pattern import Match
from parsers.language.reading import Statement, named
from parsers.language.referents import holder_of
from parsers.language.sides import facing, is_foreign, is_resident_envoy, present, side_of
from parsers.phrases.journeys.allegiances import side_served
from parsers.phrases.journeys.journeys import as_holder, subjects
from parsers.phrases.journeys.receptions import city_of, hosts_of, kind_of, occasion_of
from parsers.phrases.journeys.trip_dates import as_stays, trip_dates, years_apart
from parsers.phrases.journeys.visit_nouns import ONE_OF_TWO, Party, Telling

_CREDENTIALS = ("credentials", "letters of credence", "letter of credence", "to take up")
_LEISURE = ("sport", "cultur", "music", "education", "film", "tourism", "art", "literature", "religio", "diaspora",
            "migration")  # fmt: skip
_SUBJECT = re.compile(
    r",? (?:(?:the|then|both|an?|its|his|her|former|visiting|newly|elected|outgoing|acting|incoming|new|late"
    r"|counterpart|fellow|[a-z]+-born) )*"
)
_FOR_VISIT = re.compile(
    r",? (?:again )?(?:on|for|to attend|as part of) (?:an? |the |his |her |further )?(?:[\w-]+ ){0,3}?"
    r"(?:visit|trip|talks|meetings?|summit|conference|funeral|inauguration|ceremony)\b"
)
_OPENS_WITH_HE = re.compile(r"(?:(?:in|on|during) \[date:\d+\],? )?(?:he|she)\b(?=[^;]*; )")
# "After talks with King Harald, he …": he is not the one whom he met.
_MEETING_OPENS = re.compile(
    r"(?:by|after|before|upon|on|while|when|following|besides) (?:his |her |an? |the )?(?:\w+ )?(?:meeting|talks"
    r"|holding|discussions|negotiations|audience|conferring|speaking|seeing|consultations)\b[^,;]{0,40}\[person:\d+\][^;\[]{0,80}"
    r", (?:he|she)\b"
)
_NEW_CLAUSE = re.compile(r"; (?:(?:in|on|from) [^,;]{3,40} )?(?:he|she)\b|; [^;]{3,40}$", re.I)
_HIM = re.compile(r"\b(?:him|gave her|awarded her)\b")
_HE = re.compile(r",[^;.]{0,90}?\b(?:he|she)\b")
_AS = re.compile(r"^[^;.]{0,60}?\bas (?:an?|the|its|his|her) (?!goodwill)(?:([a-z-]+) )?([a-z]+)\b")
_BECAME = re.compile(
    r",? (?:who )?(?:became|was elected|was appointed|was named|was|is|took office as)(?: the| as)?(?: \w+)? "
)
_WHEN_HE = re.compile(
    r"[^;]{0,110}?\b(?:when|as) (?:the |its |then )*\[person:(\d+)\](?:,? of \[state:\d+\],?)? (?:\w+ly )?"
    r"(?:visited|came|arrived|travell?ed|went|flew|made|paid|undertook|landed|toured|attended|spent|was received)\b"
)
_FOR_A_BODY = re.compile(
    r"[^;.]{0,60}?\bas (?:the )?(?:(?:un|united nations|nato|eu|european (?:union|commission)|oau|imf|ioc|fifa"
    r"|world bank|commonwealth) |secretary[- ]general\b|high commissioner for\b|president of the (?:european|un\b"
    r"|united nations|general assembly|security council)|special rapporteur)"
)
_ONE_MORE = re.compile(
    r"(?:(?:a|an) (?:second|third|fourth|further|new|final|repeat) |another )"
    r"(?:(?:state|official|working|private|longer) )*"
)
_PARTNER = re.compile(r"\b(?:met|meets|with|told|called on|thanked|congratulated|informed)\b(?:(?! by )[^;.])*$")
_NOT_RESIDENT = re.compile(r"\bnon-? ?resident\b")
_ROUND = re.compile(
    r"\w+ (?:of|through|around|across) (?:[\w-]+ ){0,3}(?:countries|states|nations|capitals|region|continent)\b"
)
_POSTED = re.compile(r"[^;.]{0,20}\b(?:to study|to live|to work as|as (?:the )?(?:first )?ambassador)\b")


@dataclass(frozen=True, slots=True)
class Trip:
    """The columns of a visit, by name, its date, and the mentions that visitor and destination were read from."""

    values: dict[str, object]
    spans: dict[str, Mention]
    date: Mention | None = None


def trip(
    statement: Statement, visitor: Mention, to: Mention | None, date: Mention | None, *, at: tuple[int, int]
) -> Trip | None:
    """The trip of one visitor, where direction and fact are sure: sender and receiver are the two sides."""
    context, person = statement.context, visitor.value
    if not isinstance(person, PersonValue) or is_foreign(visitor, context) or (to and is_foreign(to, context)):
        return None
    unsure = is_told_of(visitor, statement) or statement.inside(visitor, "body", "state")
    if unsure and not side_of(visitor, context):
        return None
    receiving = side_of(to, context)
    sending = side_of(visitor, context) or facing(receiving, context.pair)
    if not sending and not receiving:
        sending = home_told_before(statement) or side_served(visitor, statement)
    receiving = receiving or facing(sending, context.pair)
    if not sending or not receiving or facing(sending, context.pair) != present(receiving, context.pair):
        return None
    values = _person_columns(visitor, statement) | {
        "sending_iso3": sending,
        "receiving_iso3": receiving,
        "receiving_name": to.text if to is not None and to.kind == "state" else None,
        "city": city_of(statement, to),
        "kind": kind_of(clause(statement, *at)),
        "occasion": occasion_of(statement, at[0]),
        "hosts": hosts_of(statement, visitor, receiving, at[0]),
    }
    return Trip(values, _spans(visitor, to), date)


def routed(
    statement: Statement,
    visitor: Mention,
    to: Mention | None,
    codes: tuple[str | None, str | None],
    date: Mention | None = None,
) -> Trip | None:
    """The trip in the direction of the lines above a list or table; what the item says itself comes first."""
    context = statement.context
    target = side_of(to, context) or codes[1]
    source = side_of(visitor, context) or codes[0] or facing(target, context.pair)
    target = target or facing(source, context.pair)
    if not isinstance(visitor.value, PersonValue) or not source or not target or is_foreign(visitor, context):
        return None
    if facing(source, context.pair) != present(target, context.pair):
        return None
    values = _person_columns(visitor, statement) | {
        "sending_iso3": source,
        "receiving_iso3": target,
        "city": city_of(statement, to),
        "kind": kind_of(statement.text),
    }
    return Trip(values, _spans(visitor, to), date)


def _person_columns(visitor: Mention, statement: Statement) -> dict[str, object]:
    person = visitor.value
    assert isinstance(person, PersonValue)
    name = person.name or holder_of(visitor, statement)
    if name and is_relative(person.office):
        return {"visitor": name}
    return {"visitor": name, "office": person.office, "rank": person.rank}


def _spans(visitor: Mention, to: Mention | None) -> dict[str, Mention]:
    return {"visitor": visitor} | ({"receiving_iso3": to} if to is not None else {})


def is_told_of(visitor: Mention, statement: Statement) -> bool:
    """Whether this is a delegation that the text told of before: "the delegation"."""
    the = statement.document.text[statement.start : visitor.start].lower().endswith("the ")
    return isinstance(visitor.value, PersonValue) and visitor.value.group and the


def is_official(visitor: Mention, statement: Statement) -> bool:
    """Whether the visitor has an office, or nothing tells that he travelled for himself.

    Told so by a section on sport, culture and the like, or by what he is called: "the Kenyan runner A", "A, a poet".
    """
    value = visitor.value
    if isinstance(value, PersonValue) and value.office:
        return True
    if _calling(visitor, statement):
        return False
    return bool(isinstance(value, PersonValue) and value.iso3) or not statement.context.heading(*_LEISURE)


def _calling(visitor: Mention, statement: Statement) -> bool:
    """Whether the words beside a name say what somebody is who does not travel for a state."""
    text = statement.document.text
    before = text[max(statement.start, visitor.start - 40) : visitor.start].lower().split()[-1:]
    after = text[visitor.end : min(statement.end, visitor.end + 40)].lower()
    apposed = re.match(r", (?:an?|the) (?:[\w-]+ ){0,3}?([a-z]+)\b", after)
    return any(word in private() for word in (*before, *(apposed.groups() if apposed else ())))


def is_certain(visitor: Mention, statement: Statement) -> bool:
    """Whether the visitor's side is said and the office is no post in the other state."""
    return side_of(visitor, statement.context) is not None and not is_resident_envoy(visitor)


def told_trips(statement: Statement, telling: Telling) -> Iterator[tuple[Mention, Mention | None, Mention | None]]:
    """The visitor, the destination and the date of each trip that a noun of visiting tells, as far as they are said."""
    arrival = statement.low.startswith("arrival", telling.at - statement.start)
    for party in telling.parties:
        if not party.to and _ROUND.match(statement.low, telling.at - statement.start):
            continue  # a tour of countries, this one perhaps among them
        if arrival and not party.to and telling.determiner != "owner":
            continue  # "the arrival of X, who ruled Y from 1864" tells neither where nor when
        behind = _named_behind(statement, telling, party)
        visitors = behind or party.visitors or _those_meant(statement, telling, party)
        own = tuple(one for one in statement.dates if one.start > behind[0].end)[:1] if behind else ()
        if presents_credentials(statement, [one for one in visitors if not is_posted_elsewhere(one, statement)]):
            continue
        for visitor in (_from_home(one, telling, statement) for one in visitors):
            for date in as_stays(years_apart(statement, own or party.dates)) or trip_dates(statement, telling.at):
                date = None if _is_of_other_part(statement, telling, date) else date
                if date is None and not _is_named(visitor):
                    continue
                yield visitor, _destination(party.to, visitor, statement), date


def _named_behind(statement: Statement, telling: Telling, party: Party) -> tuple[Mention, ...]:
    """The visitor of whom the noun tells the office alone and a clause behind it the name: "… by a Kenyan minister came
    when A visited".
    """
    office = party.visitors[0].value if len(party.visitors) == 1 else None
    if not isinstance(office, PersonValue) or office.name or office.group:
        return ()
    clause_behind = _WHEN_HE.match(statement.skeleton, telling.place)
    one = statement.mentions[int(clause_behind[1])] if clause_behind else None
    who = as_holder(one, party.visitors[0]).value if one is not None and named(one) else None
    if one is None or not isinstance(who, PersonValue):
        return ()
    return (replace(one, value=replace(who, iso3=who.iso3 or office.iso3)),)


def _is_of_other_part(statement: Statement, telling: Telling, date: Mention | None) -> bool:
    """Whether a date stands behind a semicolon, apart from "during A's visit" before it."""
    return (
        date is not None
        and telling.preposition == "during"
        and ";" in statement.document.text[telling.end : date.start]
    )


def _from_home(visitor: Mention, telling: Telling, statement: Statement) -> Mention:
    """The visitor as one of the state whose visit it is called, where nothing else tells his own."""
    home, value = side_of(telling.home, statement.context), visitor.value
    if home is None or side_of(visitor, statement.context) or not isinstance(value, PersonValue):
        return visitor
    return replace(visitor, value=replace(value, iso3=value.iso3 or home))


def _is_named(visitor: Mention) -> bool:
    return isinstance(visitor.value, PersonValue) and visitor.value.name is not None


def _destination(spots: tuple[Mention, ...], visitor: Mention, statement: Statement) -> Mention | None:
    """Of the places of a visit, the first of the side that the visitor does not serve, else the first."""
    own = side_of(visitor, statement.context)
    sides = [(one, side_of(one, statement.context)) for one in spots]
    return next((one for one, side in sides if side and side != own), spots[0] if spots else None)


def _those_meant(statement: Statement, telling: Telling, party: Party) -> tuple[Mention, ...]:
    """The visitors of a noun that does not name them: "his", or those who do something "during a visit to …".

    Only where the noun has a destination or a date of its own, since "the visit" tells of one named before.
    """
    if not (party.to or party.dates) or telling.determiner in ("owner", "no", "each", "every", "any"):
        return ()
    following = statement.after(telling.end, "person") if telling.preposition else None
    if following is not None and not _SUBJECT.fullmatch(statement.document.text, telling.end, following.start):
        following = None
    if telling.determiner in ONE_OF_TWO:
        return _of_two(statement, telling)
    if telling.determiner in ("a", "another") and not telling.preposition:
        return _who_came_before(statement, telling)
    his = telling.determiner in ("his", "her", "their") or telling.preposition.endswith("return from")
    if following is not None and not (his and not party.to and _HIM.search(statement.low)):
        return (following,)
    receiving = next((side for one in party.to if (side := side_of(one, statement.context))), None)
    meant = person_meant(statement, telling.at, facing(receiving, statement.context.pair))
    if his and following is not None:
        return (statement.context.person,) if statement.context.person is not None else ()
    if his or (telling.preposition and _HE.match(statement.document.text, telling.end)):
        dated = statement.dates or party.dates
        return (meant,) if meant is not None and (dated or _is_beside(statement, meant, telling)) else ()
    return tuple(subjects(statement, telling.begin)) if telling.preposition else ()


def _who_came_before(statement: Statement, telling: Telling) -> tuple[Mention, ...]:
    """The one whose visit the sentence before told, where "a second visit" or "another visit" opens this one."""
    before, words = statement.context.previous, statement.low[: telling.at - statement.start]
    if before is None or before.block is not statement.block or not _ONE_MORE.fullmatch(words):
        return ()
    person = statement.context.person
    if person is None or not _is_named(person) or person.start < before.start:
        return ()
    return (person,) if re.search(r"\b(?:visit|trip|came|went|arriv)", before.low) else ()


def _is_beside(statement: Statement, person: Mention, telling: Telling) -> bool:
    """Whether the person stands right before the noun's phrase in the same statement: "A during his visit to"."""
    return statement.start <= person.start and 0 <= telling.begin - person.end < len(", while ")


def _of_two(statement: Statement, telling: Telling) -> tuple[Mention, ...]:
    """The first or the second of two named people, told of right before as "the former" and "the latter"."""
    people = [one for one in statement.of("person") if one.end <= telling.at and _is_named(one)]
    before = statement.context.previous
    if not people and before is not None and before.block is statement.block:
        people = [one for one in before.of("person") if _is_named(one)]
    return (people[-2 if telling.determiner.startswith("former") else -1],) if len(people) > 1 else ()


def came_to_stay(statement: Statement, match: Match, visitors: Sequence[Mention]) -> bool:
    """Whether the people of a match come for something else than a visit: as envoys, for a purpose of their own, or
    home (somebody of unknown side who "returned").
    """
    verb = (match.words("verb") or "").lower()
    behind = statement.document.text[match.end : min(statement.end, match.end + 80)].lower()
    to = match.mention("to") if "to" in match.found.re.groupindex else None
    own = (None, side_of(to, statement.context))
    home = verb == "returned" and to is not None and any(side_served(one, statement) in own for one in visitors)
    if home and not _FOR_VISIT.match(behind) and not _was_there(statement, match, visitors):
        return True
    if _FOR_A_BODY.match(behind):
        return True
    capacity = _AS.search(behind)
    if capacity and any(word in private() or word in ("ambassador", "consul") for word in capacity.groups()):
        return True
    staying = [one for one in visitors if not is_posted_elsewhere(one, statement) and "to visit" not in verb]
    return presents_credentials(statement, staying) or _POSTED.match(behind) is not None


def _was_there(statement: Statement, match: Match, visitors: Sequence[Mention]) -> bool:
    """Whether the sentence before tells of one of the visitors and of the state that he returned to."""
    before, to = statement.context.previous, match.mention("to")
    if before is None or before.block is not statement.block or to is None:
        return False
    there = {side_of(one, statement.context) for one in before.of("state", "place")}
    names = {(named(one) or "").split(" ")[-1] for one in before.of("person")} - {""}
    returning = {(named(one) or "").split(" ")[-1] for one in visitors}
    return side_of(to, statement.context) in there and not names.isdisjoint(returning)


@cache
def private() -> frozenset[str]:
    """What people are who do not travel for a state: student, singer, missionary."""
    return frozenset(read_yaml("context.yaml")["private"])


def presents_credentials(statement: Statement, visitors: list[Mention]) -> bool:
    """Whether it tells of envoys who come to stay: credentials are presented, or each visitor is a resident envoy."""
    stays = bool(visitors) and all(map(is_resident_envoy, visitors))
    return any(word in statement.low for word in _CREDENTIALS) or stays


def is_posted_elsewhere(envoy: Mention, statement: Statement) -> bool:
    """Whether an envoy lives in a third state, by the words of his post: "ambassador to Y", "non-resident"."""
    if not is_resident_envoy(envoy):
        return False
    office = envoy.value.office if isinstance(envoy.value, PersonValue) else None
    posts = statement.inside(envoy, "state", "place")
    beside = statement.after(envoy.end, "state", "place")
    if beside is not None and statement.document.text[envoy.end : beside.start] == " in ":
        posts.append(beside)
    resides = _NOT_RESIDENT.search((office or "").lower()) is None
    return not resides or any(is_foreign(one, statement.context) for one in posts)


def _renamed(statement: Statement, office: Mention | None) -> Mention | None:
    """The named person before an office that he "became" or "was", with that office; the mention itself else."""
    before = statement.before(office.start, "person") if office is not None else None
    if office is None or before is None or not _BECAME.fullmatch(statement.document.text[before.end : office.start]):
        return office
    return as_holder(before, office)


def _who_met(statement: Statement, at: int, side: str) -> Mention | None:
    """The person before a position who met the last ones before it, who are not told to be of a side: A in "A met B and
    C".
    """
    people = [one for one in statement.of("person") if one.end <= at]
    for one, other in reversed(list(pairwise(people))):
        if side_of(other, statement.context) == side:
            return None
        if _PARTNER.search(statement.document.text[one.end : other.start]):
            return one
    return None


def person_meant(statement: Statement, at: int, side: str | None) -> Mention | None:
    """The person that "he" or "she" stands for: the last named one who may serve the side; the subject rather than the
    partner whom it met; whoever "he" is in all clauses of a sentence that opens with it.
    """
    opens = _OPENS_WITH_HE.match(statement.low_skeleton)
    met = _MEETING_OPENS.match(statement.low_skeleton)
    if met or (opens and _NEW_CLAUSE.search(statement.document.text, statement.start, at)):
        at = statement.start
    subject = _who_met(statement, at, side) if side is not None else None
    if subject is not None and side_of(subject, statement.context) in (None, side):
        return subject
    last = _renamed(statement, statement.before(at, "person")) or statement.context.person
    if last is not None and (side is None or side_of(last, statement.context) in (None, side)):
        return last
    return dict(statement.context.people).get(side or "")
