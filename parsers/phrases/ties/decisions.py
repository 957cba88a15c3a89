"""Relations that two states decided on or announced, were led to, or had first with each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.modality import happened, is_planned
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.sides import facing, party_of
from parsers.phrases.ties.changes import TieChange, chained_after, change_at, parts_of, told_changes
from parsers.phrases.ties.proofs import is_change
from parsers.phrases.ties.relations import date_of_cause
from parsers.phrases.ties.shapes import ANNOUNCED, CAUSED, DECIDED, FIRST_WITH

_RANKED_OR_CAUSED = re.compile(
    r"(?:first|second|third|fourth|fifth|last|only|earliest|led|prompt|caus|leading|forc|compel|induc|provok|push|drove"
    r"|persuaded|convinced)"
)


def decisions(statement: Statement) -> Iterator[TieChange]:
    """The first change that a statement tells to be decided, announced or caused, and those chained to it.

    Without a date only where it is ranked ("the first to") or caused.
    """
    for match in sorted(_decisions(statement), key=lambda match: match.start):
        kind, verb, what = parts_of(match)
        stated = happened(statement, verb[0], what[1]) or is_planned(statement, verb[0], what[1])
        if stated and is_change(statement, verb, what, kind):
            change = change_at(kind, statement, verb[0], date_of_cause(statement, match.start))
            ranked = match.place("partner") or _RANKED_OR_CAUSED.match(match.found[0].lower())
            if change.date is not None or ranked:
                yield change
                yield from chained_after(statement, match, kind)
                return


def _decisions(statement: Statement) -> Iterator[Match]:
    """The decisions and announcements of a statement, and who was "the first with which" the other had, or began,
    relations.
    """
    yield from DECIDED.find(statement)
    yield from ANNOUNCED.find(statement)
    yield from CAUSED.find(statement)
    for match in FIRST_WITH.find(statement):
        actor, partner = (party_of(match.mention(name), statement.context) for name in ("actor", "partner"))
        theirs = actor and partner == facing(actor, statement.context.pair)
        if theirs and not any(told_changes(statement)):
            yield match
