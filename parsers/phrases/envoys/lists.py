"""Several envoys counted up in a sentence: each name with the term behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.language.mention import Mention
from parsers.language.reading import Statement, kept
from parsers.phrases.envoys.names import NAME, TITLE

_SEVERAL = r"(?:ambassadors|high commissioners|envoys|heads of mission)"
_BEHIND = re.compile(
    rf"\b(?i:{_SEVERAL})\b[^:;.]{{0,80}}?(?:\b(?:includ(?:ed?|es|ing)|were|are|been)\b:?|:)\s+(?=[^\W\d_a-z])"
)
_BEFORE = re.compile(
    rf" (?:have been|were|are|have served as|served as|have all been)\b[^:;.]{{0,30}}?\b{_SEVERAL}\b", re.I
)
_JOINT = re.compile(r"(?:,? and|,|;)\s+(?![^(]*\))")
_MORE = re.compile(r"(?:who|appointed|accredited|from|since|in office|between|until)\b")


@dataclass(frozen=True, slots=True)
class Listed:
    """One of several envoys: the name with its span, and the date told with it; null where there is none.

    `is_term` is false for a date that only lies within the term.
    """

    name: str
    at: tuple[int, int]
    date: Mention | None
    is_term: bool = True


@kept
def envoys_listed(statement: Statement) -> Iterator[Listed]:
    """The envoys that a sentence counts up, behind "its ambassadors were" or before "have been ambassadors".

    Not read: a single name, and what is no name of two words or more.
    """
    span = _span(statement)
    found = list(_entries(statement, *span)) if span is not None else []
    if len(found) > 1:
        yield from found


def _span(statement: Statement) -> tuple[int, int] | None:
    """Where the names stand, in the document's text."""
    behind = _BEHIND.search(statement.text)
    if behind is not None:
        return statement.start + behind.end(), statement.end
    before = _BEFORE.search(statement.text)
    return (statement.start, statement.start + before.start()) if before is not None else None


def _entries(statement: Statement, start: int, end: int) -> Iterator[Listed]:
    """Each name between two places with the date behind it; the last is read up to what is neither name nor term."""
    text, waiting = statement.document.text, None
    for first, last in _pieces(text, start, end):
        name = NAME.match(text, first, last)
        if name is None and not _MORE.match(text, first, last) and not text[first:last][:1].isupper():
            break
        if name is not None:
            if waiting is not None:
                yield waiting
            words = TITLE.sub("", name[0])
            begin, words = name.end() - len(words), words.rstrip(".") if name.end() == statement.end else words
            waiting = Listed(words, (begin, begin + len(words)), _date_in(statement, name.end(), last))
        elif waiting is not None and waiting.date is None and _MORE.match(text, first, last):
            waiting = Listed(waiting.name, waiting.at, _date_in(statement, first, last))
    if waiting is not None:
        yield waiting


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans between the joints of a list; what stands in brackets is not divided."""
    for joint in _JOINT.finditer(text, start, end):
        yield start, joint.start()
        start = joint.end()
    yield start, end


def _date_in(statement: Statement, start: int, end: int) -> Mention | None:
    return next((date for date in statement.of("date") if start <= date.start < end), None)
