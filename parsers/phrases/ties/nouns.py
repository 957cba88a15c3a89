"""Changes of relations told by a noun: "establishment of relations", "a protocol on the restoration of relations"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import Mention
from parsers.language.modality import happened, is_planned
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.phrases.ties.changes import TieChange, change_at, end_of
from parsers.phrases.ties.proofs import SIGNED
from parsers.phrases.ties.relations import is_diplomatic, is_theirs, kind_of_change
from parsers.phrases.ties.shapes import NAMED

_LED_TO = re.compile(r"\b(?:led to|resulted in|brought about|caused|culminated in|prompted) (?:an? )?$")
_AGREED = re.compile(r"\bagree(?:d|s|ment)? (?:to|on|upon) (?:the )?$")
_SAW = re.compile(r"\b(?:saw|sees|marked|marks|witnessed|brought) (?:the )?$")
_THEN_WITH = re.compile(r"\[date:\d+\],? (?:\w+ )?(?:with|at|upon) $")
_DECLARED = re.compile(r"\b(?:announced|declared)\b[^.;]{0,30}$")


def named_changes(statement: Statement) -> Iterator[TieChange]:
    """The changes that nouns tell which a date, a label, a signature or "led to" makes facts."""
    for match in NAMED.find(statement):
        what, before = match.span("what"), _words_before(statement, match)
        if not match.span("verb") or not what or "anniversary" in before or not _is_stated(match, before):
            continue
        if is_diplomatic(statement, what[0]) and is_theirs(statement, match.start, what[1]):
            yield from _dated(statement, match, before)


def _words_before(statement: Statement, match: Match) -> str:
    """The lower-case skeleton before a noun, without its article and a date that opens the statement."""
    before = statement.skeleton[: match.found.start()].lower().removesuffix("the ")
    return re.sub(r"^\[date:0\]", "", before)


def _is_stated(match: Match, before: str) -> bool:
    """Whether the noun has a date beside it, is a label or opens a dated item, or was signed, agreed on, led to, or
    stands with what a date tells: "reopened in 1976 with the return of relations"."""
    statement, label = match.statement, before.strip(" :–—-.")
    opens = statement.block.kind == "item" and not label and bool(statement.dates)
    labelled = match.span("told") is not None or label in ("date of", "the date of")
    behind = (_LED_TO, SIGNED, _DECLARED, _AGREED, _SAW, _THEN_WITH)
    dated = match.span("dated") is not None or _year_of(statement, match) is not None
    return dated or opens or labelled or any(words.search(before) for words in behind)


def _year_of(statement: Statement, match: Match) -> Mention | None:
    """The year right before a noun: "after the 1973 severance of relations"."""
    year = statement.before(match.start, "date")
    return year if year is not None and statement.document.text[year.end : match.start] == " " else None


def _dated(statement: Statement, match: Match, before: str) -> Iterator[TieChange]:
    """The change of a noun on its date, and its end; undated only behind "led to"."""
    dated = match.span("dated") is not None
    date = _year_of(statement, match) or (
        statement.before(match.end, "date") if dated else statement.date_at(match.start)
    )
    agreed_on = _AGREED.search(before) is not None and is_planned(statement, match.start, match.end)
    stated = agreed_on or happened(statement, match.start, match.end)
    if stated and (date is not None or _LED_TO.search(before)):
        change = change_at(kind_of_change(match.words("verb") or ""), statement, match.start, date)
        yield from (change, *end_of(change, date))
