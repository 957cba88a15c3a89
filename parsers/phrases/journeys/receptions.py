"""What a sentence says of a trip besides who went where: its kind, its city, what it was for, who received the
visitor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from parsers.language.colouring import BEFORE_VERB
from parsers.language.mention import Mention, PersonValue, PlaceValue
from parsers.language.office_words import is_relative
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign, is_resident_envoy, side_of
from parsers.language.slots import slot_of
from parsers.phrases.journeys.journeys import with_head
from parsers.phrases.journeys.meeting_places import Stop, times_met
from parsers.phrases.journeys.verbs import MET

_KIND = re.compile(
    r"(?<!\bof )(?<!-of-)(?<!-)\b(state|official|working|private|transit)\b(?:,? (?:and "
    r"|[\w-]+ ){0,2})?(?:visit|trip|tour|stop)s?\b",
    re.I,
)
_SEAT = re.compile(
    r"\b(?:Palace|Pal[aá]cio|Palazzo|Palais|Diwan|House|Castle|Casa|Kremlin|Residence|Hall|Villa|Elys[eé]e|Élysée"
    r"|Pavilion|Guesthouse|Moneda)\b"
)
_CONSULTED = re.compile(
    r"(?:held|had|conducted) (?:[\w-]+ ){0,3}?(?:talks|consultations|discussions|meetings) (?:in|at) (?:the )?"
)
_HOSTED = re.compile(r"(?:received|welcomed|hosted) (?:(?:the|its|their|then) )*")
_COUNTERPART = re.compile(
    rf",? {BEFORE_VERB}"
    r"(?:met|held talks|had talks|conferred)(?: with)? (?:his|her|the) | and (?:his|her) "
)
_RECEIVED = re.compile(
    rf",? (?:was |were )?{BEFORE_VERB}"
    r"(?:received|welcomed|hosted|greeted)(?: [^;.,]{0,40}?)??(?P<by> by)?(?: (?:the|his|her"
    r"|then))*(?: counterpart,?)? "
)
_SUCCESSOR_OF = re.compile(r"['’]s? (?:successor|predecessor|deputy|wife|husband|son|daughter|brother|sister)\b")
_AT = re.compile(r"\b(?:in|at|to)(?: the)?(?: \w+,?){0,3} $")
_TOWN_OF = re.compile(r"(?:['’]s?)?(?: [\w-]+){0,2} (?:city|capital|town|port)(?: of|,)? ")
_FARTHEST = 250  # letters between a verb of meeting and those who met
_HOSTS = re.compile(
    r"\bwith (?:the |his |her |its |their |senior |local )*(?:[a-z-]+ )?(?:officials|authorities|leaders|"
    r"ministers|counterparts?"
    r"|members|representatives|businessmen|executives|parliamentarians|lawmakers|government|leadership)\b"
)


def guests_met(statement: Statement) -> Iterator[tuple[Mention, Mention, int]]:
    """Those who travelled to where people of the two sides met, with the place and where the verb of meeting stands.

    The first place behind "in" or "at" that lies in one of the pair, and those counted up with it; none where only the
    hosts, or only guests without a partner, are told of.
    """
    verb = MET.search(statement.text)
    at = statement.start + verb.start() if verb else 0
    people = _people_near(statement, at) if verb else []
    stops: tuple[Stop, ...] = ()
    for to in statement.of("place") if people else ():
        if stops and not any(stop.place is to for stop in stops):
            continue
        guests = _guests_in(statement, to, people, at)
        yield from ((guest, to, at) for guest in guests)
        stops = times_met(statement, to) if guests else stops
        if guests and not stops:
            return


def _people_near(statement: Statement, at: int) -> list[Mention]:
    """The people around a verb of meeting, but for those who only tell who another is."""
    near = (person for person in statement.of("person") if abs(person.start - at) < _FARTHEST)
    return [person for person in near if not _is_owner(person, statement)]


def _guests_in(statement: Statement, to: Mention, people: list[Mention], at: int) -> list[Mention]:
    """Those of the people who came to a place behind them, or who headed them; none where no host is told of."""
    text, place = statement.document.text, side_of(to, statement.context)
    if not place or to.start < people[0].start or not _AT.search(text[max(0, to.start - 30) : to.start]):
        return []
    sides = ((one, side_of(one, statement.context)) for one in people)
    abroad = [one for one, side in sides if side not in (None, place) and not is_resident_envoy(one)]
    guests = abroad or _received(statement, people, place)
    hosted = guests and (
        len(guests) < len(people) or _with_host(statement, guests, place, at)
        or _CONSULTED.fullmatch(text, at, to.start) or _HOSTED.fullmatch(text, at, guests[0].start)
    )  # fmt: skip
    return _named_heads(statement, guests) if hosted else []


def _is_owner(person: Mention, statement: Statement) -> bool:
    """Whether a person only tells who another is: "A's successor B"."""
    return _SUCCESSOR_OF.match(statement.document.text, person.end) is not None


def _named_heads(statement: Statement, guests: list[Mention]) -> list[Mention]:
    """The guests, or who headed the only one, a delegation: "a delegation of farmers, led by A"."""
    slot = slot_of(statement, guests[0]) if len(guests) == 1 else None
    return with_head(statement, guests, slot.end) if slot is not None else guests


def _received(statement: Statement, people: list[Mention], place: str) -> list[Mention]:
    """Those of a side that is not told whom somebody of the place's state received there, with or without a passive, or
    who met "his counterpart" of that state.
    """
    text, found = statement.document.text, list[Mention]()
    for one, other in pairwise(people):
        told = _RECEIVED.fullmatch(text, one.end, other.start)
        host, guest = (other, one) if told and told["by"] else (one, other)
        hosted = side_of(other, statement.context) == place and _COUNTERPART.fullmatch(text, one.end, other.start)
        if hosted and isinstance(other.value, PersonValue) and is_relative(other.value.office):
            found.append(one)
        elif told and _may_host(host, statement, place) and side_of(guest, statement.context) is None:
            found.append(guest)
    return found


def _may_host(host: Mention, statement: Statement, place: str) -> bool:
    """Whether a person who received somebody in a place serves its state, or an office of a state that is not told."""
    side, value = side_of(host, statement.context), host.value
    holds = isinstance(value, PersonValue) and value.office is not None
    return side == place or (side is None and holds and not is_foreign(host, statement.context))


def _with_host(statement: Statement, guests: list[Mention], place: str, at: int) -> bool:
    """Whether the guests, named before the verb, talked with unnamed people of the place's state: "with the Norwegian
    government".
    """
    behind = [one for one in (*statement.mentions, *statement.inner) if one.kind == "state" and one.start > at]
    hosts = any(side_of(one, statement.context) == place for one in behind) or _HOSTS.search(statement.low)
    return bool(hosts) and " with " in statement.low[at - statement.start :] and all(one.end <= at for one in guests)


def kind_of(words: str) -> str | None:
    """The kind of visit that the words name; a stop on the way is a transit.

    >>> kind_of("paid an official three-day visit to"), kind_of("made a stopover in")
    ('official', 'transit')
    """
    found = _KIND.search(words)
    if found:
        return found[1].lower()
    return "transit" if "stopover" in words.lower() else None


def is_seat(place: Mention) -> bool:
    """Whether a place is the palace or house of a state's leadership or a parliament, which stands in a city and is
    none.
    """
    organ = isinstance(place.value, PlaceValue) and place.value.organ
    return organ or _SEAT.search(place.text) is not None


def city_of(statement: Statement, to: Mention | None) -> str | None:
    """The city named as the destination, or right after its state ("the Peruvian city of Arequipa")."""
    if to is None:
        return None
    is_place = isinstance(to.value, PlaceValue)
    if is_place and not is_seat(to):
        return to.text
    after = statement.after(to.end, "place")
    if after is None:
        return None
    between = statement.document.text[to.end : after.start]
    beside = between in (", ", " in ") if is_place else _TOWN_OF.fullmatch(between)
    return after.text if beside else None
