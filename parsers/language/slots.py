"""The slots of a statement's skeleton, with their places, and small questions about the words between them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parsers.language.mention import Mention
from parsers.language.reading import Statement, kept

CLAUSE = re.compile(
    r"; |: |, (?:while|whereas|but|although|which|and (?=(?:the |its |their )?\[(?:state|person|both)))| "
    r"while | whereas | but "
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A mention and its span in the statement's skeleton."""

    kind: str
    mention: Mention
    start: int
    end: int


@kept
def _all_slots(statement: Statement) -> Iterator[Slot]:
    for mention, (start, end) in zip(statement.mentions, statement.slot_spans, strict=True):
        yield Slot(mention.kind, mention, start, end)


def slots(statement: Statement, *kinds: str) -> list[Slot]:
    """The slots of these kinds (all, where none is given), in order."""
    return [slot for slot in _all_slots(statement) if not kinds or slot.kind in kinds]


def slot_of(statement: Statement, mention: Mention) -> Slot | None:
    """The slot of a mention; null where it is an inner one."""
    return next((slot for slot in slots(statement, mention.kind) if slot.mention is mention), None)


def mention_of(statement: Statement, slot: str) -> Mention:
    """The mention of a slot as the skeleton has it: "[state:2]" is the third."""
    return statement.mentions[int(slot.strip("[]").rpartition(":")[2])]


def words_of(statement: Statement, start: int, stop: int) -> str:
    """The words of the text between two places of the skeleton."""
    return statement.document.text[statement.offset(start) : statement.offset(stop)]


def clause_start(skeleton: str, position: int) -> int:
    """Where the clause around a place in the skeleton begins."""
    return max((found.end() for found in CLAUSE.finditer(skeleton, 0, position)), default=0)


def clause_end(skeleton: str, position: int) -> int:
    """Where the clause around a place in the skeleton ends."""
    found = CLAUSE.search(skeleton, position)
    return found.start() if found else len(skeleton)


def any_of(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first, at the borders of words."""
    return rf"\b(?:{one_of(words)})\b"


def one_of(words: Iterable[str]) -> str:
    """The alternatives of a regular expression for these words, the longest first.

    >>> one_of(["aid", "aid package"])
    'aid\\\\ package|aid'
    """
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
