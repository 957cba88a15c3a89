"""Whose aid a heading tells of: "Japanese aid", "Aid to Kenya"."""

from __future__ import annotations

import re

from parsers.language.reading import Context, Statement
from parsers.language.sides import facing, side_of
from parsers.language.states import find_states

OF_AID = re.compile(
    r"\b(?:gifts?|donations?|donated|aid|assistance|oda|grants?|loans?|scholarships?|relief|humanitarian"
    r"|lines? of credit|credits?|(?:development|economic|technical) cooperation)\b"
)
_TO = re.compile(r"\b(?:to|for|in|towards?)(?: the)? $", re.IGNORECASE)


def of_heading(statement: Statement) -> str | None:
    """The side whose aid the heading right above names ("Chilean aid to Kenya"); null where it names none, or both."""
    path = statement.context.path
    if not path or not OF_AID.search(path[-1].lower()):
        return None
    return of_words(path[-1], statement.context)


def of_words(words: str, context: Context) -> str | None:
    """The side that a caption or heading of aid has as the giver, else the one that faces the taker: "to", "for".

    Null where it names a third state.
    """
    named = [one for one in find_states(words, context.pair) if not words.startswith("$", one.end)]
    givers = {side_of(one, context) for one in named if not _TO.search(words[: one.start])}
    takers = {side_of(one, context) for one in named if _TO.search(words[: one.start])}
    if None in givers | takers:
        return None
    if len(givers) == 1:
        return givers.pop()
    return facing(takers.pop(), context.pair) if len(takers) == 1 and not givers else None
