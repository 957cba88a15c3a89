"""For whom and for what people come: for their state, or as envoys who stay, students, singers, officials of a body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.mention import Mention, PersonValue
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign, is_resident_envoy, side_of
from parsers.phrases.journeys.allegiances import side_served
from parsers.phrases.journeys.last_names import last_names

_CREDENTIALS = ("credentials", "letters of credence", "letter of credence", "to take up")
_FOR_VISIT = re.compile(
    r",? (?:again )?(?:on|for|to attend|as part of) (?:an? |the |his |her |further )?(?:[\w-]+ ){0,3}?"
    r"(?:visit|trip|talks|meetings?|summit|conference|funeral|inauguration|ceremony)\b"
)
_AS = re.compile(r"^[^;.]{0,60}?\bas (?:an?|the|its|his|her) (?!goodwill)(?:([a-z-]+) )?([a-z]+)\b")
_FOR_A_BODY = re.compile(
    r"[^;.]{0,60}?\bas (?:the )?(?:(?:un|united nations|nato|eu|european (?:union|commission)|oau|imf|ioc|fifa"
    r"|world bank|commonwealth) |secretary[- ]general\b|high commissioner for\b|president of the (?:european|un\b"
    r"|united nations|general assembly|security council)|special rapporteur)"
)
_NOT_RESIDENT = re.compile(r"\bnon-? ?resident\b")
_POSTED = re.compile(
    r"[^;.]{0,20}\b(?:to study|to live|to work as|as (?:(?:an?|the|its|his|her) )?"
    r"(?:(?!special|goodwill|roving|itinerant)[a-z-]+ ){0,3}"
    r"(?:ambassador|high commissioner|consul|minister plenipotentiary))\b"
)


def is_official(visitor: Mention, statement: Statement) -> bool:
    """Whether the visitor has an office, or nothing tells that he travelled for himself.

    Told so by a section on sport, culture and the like, or by what he is called: "the Kenyan runner A", "A, a poet".
    """
    value = visitor.value
    if isinstance(value, PersonValue) and value.office:
        return True
    if _calling(visitor, statement):
        return False
    return bool(isinstance(value, PersonValue) and value.iso3) or not statement.context.heading(*_leisure())


def _calling(visitor: Mention, statement: Statement) -> bool:
    """Whether the words beside a name say what somebody is who does not travel for a state."""
    text = statement.document.text
    before = text[max(statement.start, visitor.start - 40) : visitor.start].lower().split()[-1:]
    after = text[visitor.end : min(statement.end, visitor.end + 40)].lower()
    apposed = re.match(r", (?:an?|the) (?:[\w-]+ ){0,3}?([a-z]+)\b", after)
    return any(word in _private() for word in (*before, *(apposed.groups() if apposed else ())))


def came_to_stay(statement: Statement, match: Match, visitors: Sequence[Mention]) -> bool:
    """Whether the people of a match come for something else than a visit: as envoys, for a purpose of their own, or
    home (somebody of unknown side who "returned").
    """
    verb = (match.words("verb") or "").lower()
    behind = statement.document.text[match.end : min(statement.end, match.end + 80)].lower()
    if verb == "returned" and not _FOR_VISIT.match(behind) and _are_home(statement, match, visitors):
        return True
    if _FOR_A_BODY.match(behind) or _POSTED.match(behind) or _is_private(behind):
        return True
    staying = [one for one in visitors if not is_posted_elsewhere(one, statement) and "to visit" not in verb]
    return presents_credentials(statement, staying)


def _is_private(behind: str) -> bool:
    """Whether words tell that somebody comes "as a student" or the like, or as an envoy."""
    capacity = _AS.search(behind)
    told = capacity.groups() if capacity is not None else ()
    return any(word in _private() or word in ("ambassador", "consul") for word in told)


def _are_home(statement: Statement, match: Match, visitors: Sequence[Mention]) -> bool:
    """Whether one who "returned" to a place went home: his side is that of the place, or is not known, unless the
    sentence before tells that he had been there.
    """
    to = match.mention("to")
    own = (None, side_of(to, statement.context))
    home = to is not None and any(side_served(one, statement) in own for one in visitors)
    return home and not _was_there(statement, match, visitors)


def _was_there(statement: Statement, match: Match, visitors: Sequence[Mention]) -> bool:
    """Whether the sentence before tells of one of the visitors and of the state that he returned to."""
    before, to = statement.earlier, match.mention("to")
    if before is None or to is None:
        return False
    there = {side_of(one, statement.context) for one in before.of("state", "place")}
    told = last_names(before.of("person"))
    return side_of(to, statement.context) in there and not told.isdisjoint(last_names(visitors))


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


@cache
def _leisure() -> tuple[str, ...]:
    """How the words begin of headings under which people do not travel for a state."""
    return tuple(read_yaml("context.yaml")["leisure"])


@cache
def _private() -> frozenset[str]:
    """What people are who do not travel for a state: student, singer, missionary."""
    return frozenset(read_yaml("context.yaml")["private"])
