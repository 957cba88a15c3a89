"""The state or polity that a question concerns: the other side where its words name it, a side that is taken, else who
is named first.
"""

from __future__ import annotations

import re

from parsers.document.model import Span
from parsers.language.mention import Mention, PersonValue, PlaceValue, StateValue
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import facing, side_of

_UNIT_OF = re.compile(
    r"\b(?:province|region|republic|territory|entity|state|enclave|area|statelet|peninsula|district)s? of (?:the )?$",
    re.IGNORECASE,
)
# "A against B", "A's stance on B": the side is A.
_ITS_SIDE = re.compile(
    r"(?: (?:in|on|over|against|during) |(?:'s|’s|'|’) (?:[a-z]+ ){0,2}(?:stance|position|stand|view|side|case)s?\b)"
)
_OF_OLD = re.compile(r"\b(?:former|ex-?|erstwhile) ?$")
_UNIT = re.compile(r" (?:republic|colony|possession|territory|protectorate|state)\b")
# "The government in Beijing", "the regime in Damascus", "relations with Taipei" speak of a state by its capital.
_BY_CAPITAL = re.compile(
    r"\b(?:(?:government|regime|authorities|leadership|rulers|junta) in|(?:relations|ties) with|against) $"
)
_OFFICE_OF = re.compile(r" of (?:the )?([A-Z][^,]*)\Z")
_MUTUAL = ("country", "each other", "one another")
_THE_COUNTRY = re.compile(r"\bthe (?:country|republic|kingdom)\b(?! (?:of|which|that|with)\b)")


def concerned(
    statement: Statement, topic: Span, holder: str, stance: str, *, owned: bool
) -> tuple[str | None, str | None]:
    """The code and the name as written of whom a question concerns; the other side without a name where it is only
    pointed at ("each other", "the country") or the question is `owned` by it; nulls where no state is meant.
    """
    pair = statement.context.pair
    found = _named(statement, topic, holder, stance)
    if found is not None:
        return lies_in(found, pair), found.text
    office = _by_office(statement, topic, holder)
    if office is not None:
        return office
    words = statement.document.text[slice(*topic)]
    old = any(_is_descriptor(statement, one) for one in _states(statement, topic))
    near = owned or old or words.lower().startswith(_MUTUAL) or _THE_COUNTRY.search(words) is not None
    return facing(holder, pair) if near else None, None


def _named(statement: Statement, topic: Span, holder: str, stance: str) -> Mention | None:
    """The mention of whom a question concerns; of a recognition the state whose territory or status it is."""
    pair = statement.context.pair
    others = [one for one in _states(statement, topic) if lies_in(one, pair) != holder]
    others = [one for one in others if not _is_descriptor(statement, one)]
    if not others:
        return _by_capital(statement, topic, holder)
    head = _head_of(statement, topic, others)
    if stance == "recognizes" or (_opens(others[0], topic) and _is_side(statement, others[0])):
        return head
    partner = facing(holder, pair)
    return next((one for one in others if side_of(one, statement.context) == partner), head)


def _by_office(statement: Statement, topic: Span, holder: str) -> tuple[str, str] | None:
    """The state whose office a question names, code and name: "the deputy as interim president of Peru"; null else."""
    for one in statement.of("person"):
        office = _OFFICE_OF.search(one.text) if topic[0] <= one.start < topic[1] else None
        iso3 = one.value.iso3 if isinstance(one.value, PersonValue) else None
        if office is not None and iso3 not in (None, holder):
            return str(iso3), office[1]
    return None


def _states(statement: Statement, topic: Span) -> list[Mention]:
    return [one for one in statement.of("state") if topic[0] <= one.start < topic[1]]


def _is_descriptor(statement: Statement, one: Mention) -> bool:
    """Whether a state only tells what another once was: "the former Soviet republic"."""
    text = statement.document.text
    old = _OF_OLD.search(text, statement.start, one.start) is not None
    return old and _UNIT.match(text, one.end) is not None


def _opens(one: Mention, topic: Span) -> bool:
    return one.start == topic[0] and isinstance(one.value, StateValue) and one.value.form == "name"


def _is_side(statement: Statement, one: Mention) -> bool:
    """Whether a state with which a question opens is a side in it: "A against B", "A's position on B"."""
    return _ITS_SIDE.match(statement.document.text, one.end) is not None


def _head_of(statement: Statement, topic: Span, named: list[Mention]) -> Mention:
    """The state that the words of a question are of: "the [B] province of [A]" is of A; else the first named."""
    text = statement.document.text
    return next((one for one in named if _UNIT_OF.search(text, topic[0], one.start)), named[0])


def _by_capital(statement: Statement, topic: Span, holder: str) -> Mention | None:
    """The capital by which a question speaks of a state: "the government in Lima"; null where it is the holder's."""
    text, pair = statement.document.text, statement.context.pair
    capitals = (
        one for one in statement.of("place")
        if topic[0] <= one.start < topic[1] and isinstance(one.value, PlaceValue) and one.value.capital
        and (text[one.end : one.end + 2] in ("'s", "’s") or _BY_CAPITAL.search(text, topic[0], one.start))
    )  # fmt: skip
    return next((one for one in capitals if lies_in(one, pair) != holder), None)
