"""What the position of a state is told to be: "its policy is one of support for …", "its view is that …"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parsers.language.pattern import Match, Pattern, Piece
from parsers.language.reading import Statement
from parsers.phrases.stances.claim import Frame, Link, claims_by
from parsers.phrases.stances.subjects import NOT, PEOPLE

_POSITION = r"(?:position|stand|stance|view|policy|line|attitude)"
_POSITION_OF = (
    rf"(?:(?P<who><state|both|place>)(?:'s|’s|'|’)?{PEOPLE}(?:'s|’s)? (?:[\w-]+ ){{0,2}}?{_POSITION}|"
    rf"{_POSITION} of (?:the )?(?P<which><state|both>))"
)
_ON_WHAT = r"(?: (?:on|regarding|towards?|over|about|concerning|in|with regard to) [^;.]{3,90}?)?"
_IS = r"(?:is|was|has been|has always been|had been|remains|remained)(?: [a-z]+ly)?"
_BETWEEN = Piece(rf"{_ON_WHAT},? {_IS} (?:one of |to |a policy of |based on |in )?{NOT}?")
_POSITIONS = (
    (Link("standings", sections=("standings", "nouns", "participles", "verbs")), Frame(_BETWEEN, Piece(_POSITION_OF))),
)


@cache
def _position_that() -> Pattern:
    return Pattern(rf"{_POSITION_OF}{_ON_WHAT},? {_IS} (?P<verb>that) ")


def told_positions(statement: Statement) -> Iterator[Match]:
    """What the position of a state is: a support, a refusal, or "that" something is so."""
    yield from _position_that().find(statement)
    yield from claims_by(statement, _POSITIONS)
