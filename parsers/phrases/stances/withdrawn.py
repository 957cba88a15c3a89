"""A recognition that was taken back, or given anew, where its question is told before: "but withdrew it in 1996"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.phrases.stances.stances import Stance, stances

_GIVEN = "recognizes"
_ENDED = r"withdr[ae]wn?|revoked|rescinded|retracted|suspended|froze|frozen|cancell?ed|annulled"
_ANEW = r"restored|reinstated|renewed|resumed|re-?established"
_TAKEN_BACK = re.compile(
    rf"(?:,|,? (?:and|but)|\A|, (?:and|but) it| it| (?:and|but) (?:then|later|subsequently))(?: it| he| she)? "
    rf"(?:in \d{{4}} |later |then |again |subsequently |formally |officially )*(?:(?P<ended>{_ENDED})|{_ANEW}) "
    r"(?:(?:its|the|this|that) (?:diplomatic )?recognition|it)\b(?! of\b| from\b| by\b)"
    r"|\b(?:the|its|this|that) (?:recognition|decision) (?:was|has been|had been) "
    rf"(?:later |then |again |\w+ly )*(?:(?P<was_ended>{_ENDED}|reversed|overturned)|{_ANEW})\b"
    r"|, an? (?:decision|move|recognition|step) (?:(?:that|which) (?:was|has been) )?(?:later |\w+ly )*"
    rf"(?P<undone>{_ENDED}|reversed|overturned)\b"
)
_NEEDS = re.compile(rf"\b(?:{_ENDED}|{_ANEW}|reversed|overturned)\b")
_RIGHT_BEHIND = re.compile(r",? (?:again )?(?:in|on)(?: the)? ")
_AHEAD = re.compile(r"[,.]?(?: (?:it|he|she))?,?\s*")


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """What became of a recognition: the stance that was told, the one that came, when, and where the words stand."""

    told: Stance
    stance: str
    date: Mention | None


def withdrawn(statement: Statement) -> Iterator[Withdrawn]:
    """The recognitions that words of a statement take back or give anew: the last that is told before them there, or in
    the statement before; none where a state is named between.
    """
    for found in _TAKEN_BACK.finditer(statement.low) if _NEEDS.search(statement.low) else ():
        at, end = statement.start + found.start(), statement.start + found.end()
        told = _before(statement, at)
        if told is not None:
            ended = found["ended"] or found["was_ended"] or found["undone"]
            yield Withdrawn(told, "opposes" if ended else _GIVEN, _date(statement, at, end))


def _before(statement: Statement, at: int) -> Stance | None:
    """The recognition that was told last before a place, with no other state named since."""
    previous = statement.context.previous
    for one in (statement, previous) if previous is not None and previous.block is statement.block else (statement,):
        given = [each for each in stances(one) if each.stance == _GIVEN and each.topic[1] <= at]
        if given:
            last = max(given, key=lambda each: each.topic[1])
            named = (m for told in {id(one): one, id(statement): statement}.values() for m in told.of("state"))
            return None if any(last.topic[1] <= m.start < at for m in named) else last
    return None


def _date(statement: Statement, at: int, end: int) -> Mention | None:
    """The date right behind words of a statement, else the one right before them or among them."""
    text = statement.document.text
    behind = (date for date in statement.dates if _RIGHT_BEHIND.fullmatch(text, end, date.start))
    ahead = (date for date in statement.dates if date.end <= end and _is_ahead(text, date, at))
    return next(behind, None) or next(ahead, None)


def _is_ahead(text: str, date: Mention, at: int) -> bool:
    """Whether a date stands among the words that begin at a place, or right before them."""
    return date.start >= at or _AHEAD.fullmatch(text, date.end, at + 1) is not None
