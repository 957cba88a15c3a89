"""Guests: trips told by whose guest somebody was, or whose inauguration, wedding or funeral he attended, where the
place is not told.

They went to the state of the one who is honoured: by what is said of that person, else since the guest is of the other
side and the honoured one was told of before. Not read: guests of whom neither is known; feasts of people named once
only, who may be of any state ("attended the funeral of the pope").
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from parsers.language.mention import Mention, PersonValue
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, named
from parsers.language.sides import facing, is_foreign, side_of
from parsers.phrases.journeys.allegiances import as_served, side_served
from parsers.phrases.journeys.journeys import as_holder, subjects
from parsers.phrases.journeys.journeys_told import on_dates
from parsers.phrases.journeys.last_names import last_name
from parsers.phrases.journeys.pronouns import he_who
from parsers.phrases.journeys.purposes import came_to_stay
from parsers.phrases.journeys.trip_dates import took_place, trip_dates
from parsers.phrases.journeys.trips import Trip, is_certain
from parsers.phrases.journeys.verbs import CEREMONY, CEREMONY_BY, CEREMONY_NOUN, GUEST_AT, GUESTS_WERE

_KIND = r"(?:(?:state|official|honou?red|special|personal|house|first|\[rank:\d+\]) )*"
_NOT_THERE = r"(?! (?:in|at) (?:the )?\[(?:place|state))"
_OTHERS_GUEST = (
    Pattern(
        rf"\b(?P<verb>(?:was|were) (?:also |again )?(?:the |an? )?{_KIND}guests? of) (?:(?:the|his|her|then) )*"
        rf"<host:person>{_NOT_THERE}"
    ),
    Pattern(rf"\b(?P<verb>(?:was|were) (?P<host><person>)['’]s? {_KIND}guests?)\b{_NOT_THERE}"),
)
_FEAST = Pattern(
    rf"\b(?P<verb>{GUEST_AT}) (?:the|his|her) (?:(?!of\b)[a-z-]+ )?{CEREMONY_NOUN}"
    r"(?=[,.;]|$| (?:(?:in|on) )?\[date| (?:as|on behalf|with|and|alongside)\b)"
)
_FEAST_OF = Pattern(
    rf"\b(?P<verb>{GUEST_AT}) (?:the )?(?:{CEREMONY_NOUN} (?:of|for) (?:(?:the|late|then|new) )*"
    r"(?P<host><person>)"
    rf"|(?P<owner><person>)['’]s? (?:[\w-]+ )?{CEREMONY_NOUN})"
)
_DAY = Pattern(
    r"\b(?P<verb>(?:was|were) (?:also )?(?:the |an? )?(?:chief |special |honou?red )?guests?(?: of honou?r)?),? (?:at|"
    r"on|for|during) (?:the |its )?(?:(?!\[)[\w-]+ ){0,3}?(?:republic|national|independence|army|navy|victory|unity|"
    r"constitution) day\b"
)
_CAPACITY = Pattern(r"\bas (?:an? |the |his |her )?(?:[a-z-]+ )?(?P<role><person>)(?: of (?:the )?(?P<state><state>))?")
_LEADERS = ("president", "prime minister", "premier")


def guests_of_hosts(statement: Statement) -> Iterator[Trip]:
    """The trips of those who were "the guest of A", "A's guest"."""
    for match in (match for pattern in _OTHERS_GUEST for match in pattern.find(statement)):
        host = match.mention("host")
        for guest in _guests(statement, match):
            home = side_of(host, statement.context)
            if host is not None and (home or (named(host) and is_certain(guest, statement))):
                yield from _trips(statement, match, guest, host)


def at_national_days(statement: Statement) -> Iterator[Trip]:
    """The trips of guests of honour at "the Republic Day parade", which is the other side's where theirs is told."""
    for match in _DAY.find(statement):
        for guest in _guests(statement, match):
            if is_certain(guest, statement):
                yield from on_dates(statement, [guest], None, trip_dates(statement, match.end), match)


def at_feasts(statement: Statement) -> Iterator[Trip]:
    """The trips of those who attended "his inauguration", "the funeral", or that of somebody told of before."""
    for match in (match for pattern in (_FEAST, _FEAST_OF) for match in pattern.find(statement)):
        for guest in _guests(statement, match):
            host = _host_of_feast(statement, match, guest)
            if host is not None and (is_certain(guest, statement) or side_of(host, statement.context)):
                yield from _trips(statement, match, guest, host)


def _host_of_feast(statement: Statement, match: Match, guest: Mention) -> Mention | None:
    """Whose feast it is: who is named with it, if anything tells who that is; where nobody is, the last told before."""
    told = match.mention("host") or match.mention("owner")
    if told is None:
        return _honoured(statement, match, guest)
    return told if _was_told(statement, told) or side_served(told, statement) else None


def at_ceremonies(statement: Statement) -> Iterator[Trip]:
    """The trips of those who attended the funeral, inauguration … of a person, or the independence day of a state."""
    for pattern in (CEREMONY, CEREMONY_BY, GUESTS_WERE):
        for match in pattern.find(statement):
            hosts = (match.mention(name) for name in ("host", "owner", "land", "country"))
            host = next((one for one in hosts if one is not None), None)
            goers = subjects(statement, match.verb[0]) if pattern is CEREMONY else match.mentions("visitors")
            goers = [one for one in goers or he_who(statement, match) if one is not host]
            yield from _at_ceremony(statement, match, goers, host)


def _guests(statement: Statement, match: Match) -> Sequence[Mention]:
    """The subjects of a match, with the office that "as special envoy of Y" gives to a single one."""
    found = subjects(statement, match.verb[0]) or he_who(statement, match)
    role = next((one for one in _CAPACITY.find(statement) if one.start >= match.end), None)
    office = role.mention("role") if role is not None else None
    held = [as_holder(found[0], office)] if len(found) == 1 and office is not None else found
    return [as_served(one, statement) for one in held]


def _trips(statement: Statement, match: Match, guest: Mention, host: Mention) -> Iterator[Trip]:
    at = match.verb
    elsewhere = any(is_foreign(one, statement.context) for one in statement.of("state", "place"))
    if not elsewhere and took_place(statement, *at, match.end):
        told = statement.context.date if host.start < statement.start and not statement.dates else None
        yield from on_dates(statement, [guest], host, [told] if told else trip_dates(statement, at[0]), match)


def _was_told(statement: Statement, host: Mention) -> bool:
    """Whether the last name of a person stands in the same paragraph before."""
    last = last_name(host)
    return bool(last) and last in statement.document.text[statement.block.start : host.start]


def _honoured(statement: Statement, match: Match, guest: Mention) -> Mention | None:
    """The last person named before a feast, in its paragraph, who is not the guest nor of the guest's side; null where
    that is somebody of a third state.
    """
    own, now = side_of(guest, statement.context), statement
    while now.block is statement.block:
        people = [one for one in now.of("person") if named(one) and one.end <= match.start and one.start < guest.start]
        others = [one for one in people if own is None or side_of(one, statement.context) != own]
        if others:
            host = others[-1]
            wanted = (None, facing(own, statement.context.pair)) if own else statement.context.pair
            return host if side_of(host, statement.context) in wanted and not is_foreign(host, now.context) else None
        if now.context.previous is None:
            return None
        now = now.context.previous
    return None


def _at_ceremony(
    statement: Statement, match: Match, visitors: Sequence[Mention], host: Mention | None
) -> Iterator[Trip]:
    """The trips of guests to the state of the person whose feast or funeral they attended.

    A holder of a high office, of whom no state is told, is the other side's where the guest's side is told.
    """
    at = match.verb
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
