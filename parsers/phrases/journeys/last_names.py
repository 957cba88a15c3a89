"""Last names, by which people are known again from one sentence to the next."""

from __future__ import annotations

from collections.abc import Iterable

from parsers.language.mention import Mention
from parsers.language.reading import named


def last_name(person: Mention) -> str:
    """The last word of a person's name; empty where none is told."""
    return ((named(person) or "").split() or [""])[-1]


def last_names(people: Iterable[Mention]) -> set[str]:
    """The last names of those of the people who have a name."""
    return {last_name(one) for one in people} - {""}
