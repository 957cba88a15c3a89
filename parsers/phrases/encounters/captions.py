"""Captions of pictures that show people of both sides together: "A and B before their talks in X, 19 May 2017",
"President A (left) with B in X, 2015".

Not read: captions without a date; two people of unknown sides, unless they are called by one office ("Presidents A and
B") or something is told that two sides do; couples and colleagues of one side.
"""

from __future__ import annotations

import re

from parsers.language.mention import Mention, PersonValue
from parsers.language.reading import Statement, named
from parsers.language.sides import side_of
from parsers.phrases.encounters.encounters import Encounter

_WHERE = r"(?:,? ?\((?:left|right|centre|center|middle|second [a-z ]+|far [a-z]+)\)|,? (?:left|right),?)?"
_ONE = rf"(?:(?:the|then|his|her|its) )?(?:[\w-]+ ){{0,3}}?\[person:\d+\]{_WHERE}"
_BESIDE = (
    r"(?:,? (?:and|with|together with|alongside|beside|next to|facing)|,"
    r"|,? (?:meets|meeting|greets|greeting|greeted by|welcomes|welcoming|welcomed by|receives|receiving|received by"
    r"|shakes hands with|shaking hands with|talks to|talking to|talks with|talking with|hosts|hosting"
    r"|signs [^;.]{3,40}? with|embracing|embraces)(?: by| with)?)"
)
_TOGETHER = re.compile(rf"{_ONE}(?:{_BESIDE} {_ONE})+", re.I)
_BETWEEN_SIDES = re.compile(
    r"\b(?:talks|meet\w*|summit|shak\w+ hands|handshake|greet\w*|welcom\w+|receiv\w+|sign\w*|press conference|host\w*"
    r"|presidents|prime ministers|foreign ministers|heads of state|leaders|state visit|state dinner)\b"
)


def pictured(statement: Statement) -> Encounter | None:
    """The people whom a caption shows together, if they are of both sides as far as is known; null else."""
    found = _TOGETHER.match(statement.skeleton)
    if found is None:
        return None
    end = statement.offset(found.end())
    people = [one for one in statement.of("person") if one.end <= end and _is_named(one)]
    sides = {side_of(one, statement.context) for one in people}
    told = {None} != sides or _BETWEEN_SIDES.search(statement.low)
    return Encounter(tuple(people), statement.start, end) if len(people) > 1 and told else None


def _is_named(person: Mention) -> bool:
    return isinstance(person.value, PersonValue) and named(person) is not None
