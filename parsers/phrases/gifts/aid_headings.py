"""Whose aid a heading tells of: "Japanese aid", "Aid to Kenya"."""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.sides import facing, side_of
from parsers.language.states import find_states

OF_AID = re.compile(
    r"\b(?:gifts?|donations?|donated|aid|assistance|oda|grants?|loans?|scholarships?|relief|humanitarian)\b"
)
_TO = re.compile(r"\b(?:to|for|in|towards?)(?: the)? $", re.IGNORECASE)


def of_heading(statement: Statement) -> str | None:
    """The side whose aid the heading right above names ("Chilean aid to Kenya"); null where it names none, or both."""
    path = statement.context.path
    if not path or not OF_AID.search(path[-1].lower()):
        return None
    named = find_states(path[-1], statement.context.pair)
    givers = {side_of(one, statement.context) for one in named if not _TO.search(path[-1][: one.start])}
    takers = {side_of(one, statement.context) for one in named if _TO.search(path[-1][: one.start])}
    if len(givers) == 1:
        return givers.pop()
    return facing(takers.pop(), statement.context.pair) if len(takers) == 1 and not givers else None
