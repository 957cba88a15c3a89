"""Recognitions with their dates: the first, the further ones, and the periods for which they held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.terms import beginning, ending
from parsers.phrases.ties.changes import TieChange
from parsers.phrases.ties.periods import is_followed, is_period, is_until, later_periods
from parsers.phrases.ties.recognition import Recognition, find_recognition
from parsers.phrases.ties.relations import date_right_after

_FOLLOWED = re.compile(r"(?:after|following|upon|in the (?:wake|aftermath) of|shortly after|soon after) [^;,]+, ")
_RECOGNISED_AGAIN = re.compile(
    r"\b(?:re-?recogni[sz]ed|again recogni[sz]ed|recogni[sz]ed)(?: its| the)?(?: restored| renewed| regained)?"
    r"(?: (?:it|independence|statehood|country))?(?: again| once more)?(?: de jure)?(?= (?:in|on) )"
)
_PRESENT = re.compile(r"recogni[sz]es\b|(?:(?<=that )|(?<=which )|(?<=still ))recogni[sz]e\b")


def recognitions(statement: Statement) -> Iterator[TieChange]:
    """The recognition of a statement and what followed it, as changes; undated only where it opens with a cause."""
    found = find_recognition(statement)
    if found is None:
        return
    near = date_right_after(statement, found.end)
    holds = _PRESENT.match(statement.low, found.at - statement.start)
    date = near or (None if holds else statement.date_at(found.at))
    if date is None and not _FOLLOWED.match(statement.low):
        return
    if date is not None and date.text.lower().startswith("as of"):
        return
    if is_until(date) and is_followed(statement, date) and date.end <= found.at:
        date = ending(date)  # "lasted until 1960, when Kenya recognised …"
    first = TieChange("recognised", date, found.actor, found.object, found.manner)
    if near is not None and is_period(near):
        yield replace(first, date=beginning(near))
        yield TieChange("severed", ending(near))
        yield from (TieChange(kind, day) for kind, day in later_periods(statement, near))
    else:
        yield first
    yield from (replace(first, date=day, level=None) for day in _further_dates(statement, found, date))


def _further_dates(statement: Statement, found: Recognition, date: Mention | None) -> list[Mention]:
    """The dates of further recognitions: "recognised its restored independence in 1991", "in 1918 and 1991"."""
    if date is None:
        return []
    again = _RECOGNISED_AGAIN.search(statement.low, found.end - statement.start)
    later = date_right_after(statement, statement.start + again.end()) if again is not None else None
    listed = statement.listed_with(date)
    return [day for day in (later, *listed[listed.index(date) + 1 :]) if day is not None]
