"""Movements that came to govern a state, which stand for it where it is a side of the pair: help for the one is help
for the other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.slots import any_of, slots


@dataclass(frozen=True, slots=True)
class Movement:
    """The movement of a side, and the span of its name in the skeleton."""

    side: str
    start: int
    end: int


def own_movement(statement: Statement, begin: int, end: int) -> Movement | None:
    """The movement of a side that a stretch of the skeleton names first; null for none."""
    for side in statement.context.pair:
        named = _named(side)
        if named is None:
            continue
        found = named.search(statement.skeleton, begin, end)
        if found is not None:
            return Movement(side, *found.span())
        for one in slots(statement, "body"):
            if begin <= one.start and one.end <= end and named.fullmatch(one.mention.text):
                return Movement(side, one.start, one.end)
    return None


def without_movements(statement: Statement, words: str) -> str:
    """Words of a skeleton, in lower case or not, without the names of the movements of both sides."""
    for side in statement.context.pair:
        named = _named(side)
        words = named.sub("", words) if named is not None else words
    return words


@cache
def _named(side: str) -> re.Pattern[str] | None:
    """The names of the movements of a side; null where the lexicon has none."""
    names = [name for name, iso3 in read_yaml("aid.yaml")["movements"].items() if iso3 == side]
    return re.compile(any_of(names), re.IGNORECASE) if names else None
