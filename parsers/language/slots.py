"""The slots of a statement's skeleton, with their places, and small questions about the words between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import wraps
from typing import TypeVar

from parsers.language.mention import Mention
from parsers.language.reading import Statement

T = TypeVar("T")
_SLOT = re.compile(r"\[(\w+):(\d+)\]")
CLAUSE = re.compile(
    r"; |: |, (?:while|whereas|but|although|which|and (?=(?:the |its |their )?\[(?:state|person|both)))| "
    r"while | whereas | but "
)


@dataclass(frozen=True)
class Slot:
    """A mention and its span in the statement's skeleton."""

    kind: str
    mention: Mention
    start: int
    end: int


def for_each_statement(read: Callable[[Statement], list[T]]) -> Callable[[Statement], list[T]]:
    """The reader, remembering what it gave for the last statement, since several rules ask for the same one in turn."""
    last: list[tuple[Statement, list[T]]] = []

    @wraps(read)
    def remembered(statement: Statement) -> list[T]:
        known = last[-1:]
        if known and known[0][0] is statement:
            return known[0][1]
        found = read(statement)
        last[:] = [(statement, found)]
        return found

    return remembered


def slots(statement: Statement, *kinds: str) -> list[Slot]:
    """The slots of these kinds (all, where none is given), in order."""
    return [
        Slot(found[1], statement.mentions[int(found[2])], found.start(), found.end())
        for found in _SLOT.finditer(statement.skeleton)
        if not kinds or found[1] in kinds
    ]


def slot_of(statement: Statement, mention: Mention) -> Slot | None:
    """The slot of a mention; null where it is an inner one."""
    return next((slot for slot in slots(statement, mention.kind) if slot.mention is mention), None)


def clause_start(skeleton: str, position: int) -> int:
    """Where the clause around a place in the skeleton begins."""
    return max((found.end() for found in CLAUSE.finditer(skeleton, 0, position)), default=0)


def clause_end(skeleton: str, position: int) -> int:
    """Where the clause around a place in the skeleton ends."""
    found = CLAUSE.search(skeleton, position)
    return found.start() if found else len(skeleton)


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first, at the borders of words."""
    return rf"\b(?:{'|'.join(re.escape(word) for word in sorted(words, key=len, reverse=True))})\b"
