"""The side of somebody whose office the words beside the name do not tell: what the rest of the article tells of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from parsers.language.mention import PersonValue
from parsers.language.reading import Context, Statement
from parsers.language.sides import facing, is_side, side_of

_UNDER = re.compile(
    r"\[state:(?P<told>\d+)\](?:(?:'s|’s)? (?:government|regime|leadership))?,? (?:was )?(?:under|led by"
    r"|headed by|ruled by)"
    r"(?: (?:the )?(?:rule|leadership|government|regime|presidency|premiership) of)? \[person:(?P<who>\d+)\]"
)
_LED_THEN = re.compile(
    r"\b(?:under|with) (?:the )?(?:(?:rule|leadership|government|presidency|premiership) of )?"
    r"\[person:(?P<who>\d+)\],? (?:the )?\[state:(?P<told>\d+)\] (?:was|is|has|had|did|also|\w+ed|began|sought|took)\b"
)
_WENT_TO = re.compile(
    r"\[person:(?P<who>\d+)\](?:, who (?:[^;.,\[\]]|\[date:\d+\]){3,60},)?(?: \w+){0,2}?,? "
    r"(?:visited|travell?ed to|went to|flew to|arrived in|made [^,;.\[]{3,30} to|"
    r"paid [^,;.\[]{3,30} to) (?:the )?\[state:(?P<told>\d+)\]"
)
_SERVED_AS = re.compile(
    r"\[person:(?P<who>\d+)\](?:,| was| is|,? who (?:was|became)| has been| had been)? ?"
    r"(?:as|became|(?:re-?)?elected(?: as)?|appointed(?: as)?|inaugurated as|took office as|served as|sworn in as)? "
    r"(?:the )?(?:\[rank:\d+\] )?\[person:(?P<told>\d+)\]"
)
_MET = re.compile(
    r"\[person:(?P<who>\d+)\](?: \w+ly| also| later| has| had)* (?:met(?: with)?|"
    r"(?:held|had) (?:\w+ )?(?:talks|meetings?) with|referred to|received|hosted|welcomed|congratulated|telephoned|"
    r"spoke with|thanked) (?:the )?\[person:(?P<told>\d+)\]"
)
_COMMITTED = re.compile(
    r"\[person:(?P<who>\d+)\](?: \w+ly| also| later| has| had)* (?:said|stated|announced|declared|replied|pledged|"
    r"confirmed|promised)(?: (?:in|on) \[date:\d+\])?(?: that)? (?:the )?\[state:(?P<told>\d+)\] [\"“]?"
    r"(?:will|would|respects|supports|supported|opposes|opposed|recogni[sz]e[sd]|never)\b"
)
_OF_A_SIDE = (_UNDER, _SERVED_AS, _LED_THEN, _COMMITTED)
_FACING_A_SIDE = (_WENT_TO, _MET)


def known_side(name: str, context: Context) -> str | None:
    """The side of the last officer whose name ends so, else of the one of whom the article tells it elsewhere; null
    where nothing does.
    """
    for iso3, officer in context.people:
        known = officer.value
        if isinstance(known, PersonValue) and known.office and (known.name or "").endswith(name):
            return iso3 if is_side(iso3, context.pair) else None
    return _told_elsewhere(name, context) or _told_in_words(name, context)


def _told_in_words(name: str, context: Context) -> str | None:
    """The side that the words around the name tell, by shape: the one of which they are, else the one that faces whom
    they visited or met.
    """
    telling = [one for one in context.article if name in one.text]
    own = (_told_by(shape, name, telling) for shape in _OF_A_SIDE)
    facing_it = (facing(_told_by(shape, name, telling), context.pair) for shape in _FACING_A_SIDE)
    return next((side for side in chain(own, facing_it) if side), None)


def _told_by(shape: re.Pattern[str], name: str, telling: Iterable[Statement]) -> str | None:
    """The one side of whom or what a shape tells of one whose name ends so, anywhere in the article: what office he
    held ("A was elected president of Peru"), whom he met, what he said that a state would do; null where none is or
    both are.
    """
    sides = set[str | None]()
    for statement in telling:
        for told in shape.finditer(statement.low_skeleton):
            who, other = (statement.mentions[int(told[group])] for group in ("who", "told"))
            same = isinstance(other.value, PersonValue) and shape is _SERVED_AS and other.value.name
            if isinstance(who.value, PersonValue) and f" {who.value.name}".endswith(f" {name}") and not same:
                sides.add(side_of(other, statement.context))
    return sides.pop() if len(sides) == 1 else None


def _told_elsewhere(name: str, context: Context) -> str | None:
    """The side of the officer whose name ends so, anywhere in the article; null where none or several are."""
    sides = {
        side_of(one, context)
        for statement in context.article for one in statement.of("person")
        if isinstance(one.value, PersonValue) and one.value.office and f" {one.value.name}".endswith(f" {name}")
    } - {None}  # fmt: skip
    return sides.pop() if len(sides) == 1 else None
