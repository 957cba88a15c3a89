"""Relations that stand, or do not, since a date or between two: "have had relations since 1964", "none since 1973"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.mention import Mention, StateValue
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.terms import beginning, bounds, ending
from parsers.phrases.ties.changes import TieChange, change_at, took_place
from parsers.phrases.ties.levels import level_of
from parsers.phrases.ties.periods import is_period, is_since, later_periods
from parsers.phrases.ties.proofs import is_change
from parsers.phrases.ties.relations import is_consular
from parsers.phrases.ties.shapes import (
    DIPLOMATIC_NAMED,
    DIPLOMATIC_TOO,
    EXISTING,
    INTERRUPTED,
    LAPSED,
    NONE_SINCE,
    SINCE,
    STANDING,
)

_NO = re.compile(r"\bno (?:\w+ )?$")
_NOT = re.compile(r"(?:\bnot|n['’]t|\bnever) $")


def standing_since(statement: Statement) -> Iterator[TieChange]:
    """The beginning of relations that stand since a date, with the end and the later periods where they are told."""
    for match in (*STANDING.find(statement), *SINCE.find(statement), *EXISTING.find(statement)):
        date, what = match.mention("since") if "since" in match.found.groupdict() else None, match.span("what")
        date = date or statement.before(match.end, "date")
        ends = is_period(date)
        event = "event" in match.found.groupdict() and match.span("event") is not None
        place = (match.start, what[0]) if what else (match.start, match.end)
        if not date or not what or not (ends or event or is_since(date)) or not took_place(statement, place, what):
            continue
        denied = _NO.search(statement.low, 0, what[0] - statement.start) or match.found.group("what").startswith("no ")
        denied = denied or _NOT.search(statement.low, 0, match.start - statement.start)
        if not denied and is_change(statement, place, what, "established"):
            yield from _begun(statement, match, change_at("established", statement, date.start, date))
            yield from _interruptions(statement, date)
            if ends and not _is_with_predecessor(statement):
                yield TieChange("severed", ending(date), level=level_of(statement))
                yield from (TieChange(kind, day) for kind, day in later_periods(statement, date))
            return


def _begun(statement: Statement, match: Match, change: TieChange) -> Iterator[TieChange]:
    """The beginning; of consular relations also that of the diplomatic ones behind them: "consular relations since 1923
    and diplomatic ones since 1948".
    """
    consular = is_consular(statement, match.span("what") or (match.start, match.end))
    yield replace(change, level=change.level or "consular") if consular else change
    for further in DIPLOMATIC_TOO.find(statement) if consular else ():
        if further.start >= match.end and (when := further.mention("when")) is not None:
            yield replace(change, date=beginning(when), level=None)


def _interruptions(statement: Statement, since: Mention) -> Iterator[TieChange]:
    """Both ends of a break in relations that stand otherwise: "since 1923, with an interruption from 1940 to 1946"."""
    for match in INTERRUPTED.find(statement):
        gap = match.mention("gap")
        if gap is not None and gap is not since and None not in bounds(gap):
            yield TieChange("severed", beginning(gap))
            yield TieChange("resumed", ending(gap))


def lapsed_since(statement: Statement) -> Iterator[TieChange]:
    """The break of which relations that two states do not have since a date tell; "between" two dates its end too."""
    for match in (*LAPSED.find(statement), *NONE_SINCE.find(statement)):
        date, what, verb = match.mention("since"), match.span("what"), match.span("verb")
        if not date or not what or not verb or not (is_period(date) or is_since(date)):
            continue
        if DIPLOMATIC_NAMED.search(statement.low) and is_change(statement, verb, what, "severed"):
            yield TieChange("severed", beginning(date), level=level_of(statement))
            if is_period(date):
                yield TieChange("resumed", ending(date), level=level_of(statement))
            return


def _is_with_predecessor(statement: Statement) -> bool:
    """Whether a state is named that one of the pair followed, so that relations ended with it and were not broken."""
    values = [one.value for one in statement.of("state")]
    codes = [value.iso3 for value in values if isinstance(value, StateValue)]
    return any(code not in statement.context.pair for code in codes)
