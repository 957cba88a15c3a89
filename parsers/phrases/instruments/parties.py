"""The parties of an instrument as a statement tells them: the sides of the pair, names of bodies."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import BodyValue
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign, present, side_of
from parsers.phrases.instruments.instrument import Instrument

# "Signed with his Peruvian counterpart": who signed is of the other side.
_COUNTERPART = re.compile(r"\b(?:with|and) (?:his|her|their) (?:[A-Z][\w-]+ ){1,3}counterparts?\b")
# "The Agreement between Peru and the states of ABC": a body is a party, not what the agreement is about.
_AS_PARTY = re.compile(
    r"[^,;]{0,20}? (?:[Bb]etween|[Ww]ith)\b(?:(?! (?:on|under|for|to|about|regarding|concerning) )[^,;])*\Z"
)
# "When Peru's minister came, an agreement was signed": by both.
_SIGNED_BY_BOTH = re.compile(
    r"[^,;.]{0,80}? (?:was|were|(?:has|have|had) been) (?:\w+ly )?"
    r"(?:signed|concluded|reached|initialled|agreed)\b(?! by\b)"
)
# "The two foreign ministers signed", "by both presidents", "the parties agreed on".
_THE_TWO = re.compile(
    r"\b(?:both|the two|their) (?:[a-z]+ ){0,2}?(?:ministers|presidents|leaders|premiers|kings|monarchs|delegations"
    r"|ministries|parliaments|heads of (?:state|government))\b"
    r"|\bthe (?:parties|sides) (?:sign|conclu|agree|adopt|initial)"
    r"|\b(?:[Tt]he two|[Bb]oth) (?:(?:also|then|later|have|had) )*(?:sign|conclud|initial)"
)
# "He and President A signed", "A and B signed".
_AND_ONE = re.compile(r"(?:\b(?:[Hh]e|[Ss]he)|[A-Z][\w’-]+) and (?:(?:the|then|[a-z]+) ){0,3}\Z")
_SIGNED_TOO = re.compile(
    r"(?: and (?:[A-Z][\w’.-]+ ){1,4}| (?=[a-z]))(?:(?:have|had|then|also|jointly|both) ){0,2}"
    r"(?:signed|issued|concluded|adopted|initialled|released)\b"
)


def sides_of(statement: Statement) -> set[str]:
    """The sides of the pair that states and people of the statement stand for, and places beside a single one; both,
    where it says so.
    """
    if statement.of("both"):
        return set(statement.context.pair)
    named = codes_of(statement, "state", "person")
    return named if len(named) != 1 else named | codes_of(statement, "place")


def codes_of(statement: Statement, *kinds: str) -> set[str]:
    """The sides of the pair that mentions of these kinds stand for."""
    found = {side for m in statement.of(*kinds) if (side := side_of(m, statement.context))}
    return {present(side, statement.context.pair) or side for side in found}


def parties_of(statement: Statement, one: Instrument) -> tuple[str, ...]:
    """Codes of the pair's states that the statement names, or means by "both", "his Peruvian counterpart" or an act of
    two of which it names one ("an agreement was signed", "he and President A signed"), and names of bodies that the
    title names as parties.
    """
    named, bodies = codes_of(statement, "state", "person"), [*dict.fromkeys(_bodies(statement, one))]
    is_both = bool(statement.of("both")) or (len(named) < 2 and not bodies and _means_both(statement, one, named))
    return (*sorted(statement.context.pair if is_both else named), *bodies)


def _bodies(statement: Statement, one: Instrument) -> Iterator[str]:
    """The bodies that are parties by the title: "agreement with the ABC", "the ABC–Peru pact"."""
    text = statement.document.text
    for m in statement.of("body"):
        if one.start <= m.start < one.end and isinstance(m.value, BodyValue):
            is_joined = any(mark in (text[m.end : m.end + 1], text[m.start - 1 : m.start]) for mark in "–—-")
            if is_joined if m.end <= one.noun[0] else _AS_PARTY.fullmatch(text, one.noun[1], m.start):
                yield m.value.name


def _means_both(statement: Statement, one: Instrument, named: set[str]) -> bool:
    """Whether both sides signed where a statement names one or none: "the two leaders signed"; where it names one, also
    by the passive, a "counterpart", or somebody else whom "and" joins. By the passive no treaty with a name, which may
    be one of many states.
    """
    if _THE_TWO.search(statement.low):
        return not any(is_foreign(m, statement.context) for m in statement.of("state"))
    if not named:
        return False
    text = statement.document.text
    is_passive = not text[one.noun[0]].isupper() and _SIGNED_BY_BOTH.match(text, one.stop) is not None
    return is_passive or _COUNTERPART.search(statement.text) is not None or _signed_with_other(statement, one)


def _signed_with_other(statement: Statement, one: Instrument) -> bool:
    """Whether a person of a side signed with somebody else: "he and President A signed", "A and B signed"."""
    text = statement.document.text
    signers = [m for m in statement.of("person") if m.end <= one.start and side_of(m, statement.context)]
    return any(
        _SIGNED_TOO.match(text, m.end)
        and (text.startswith(" and ", m.end) or _AND_ONE.search(text, statement.start, m.start))
        for m in signers
    )
