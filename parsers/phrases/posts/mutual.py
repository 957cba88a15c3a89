"""Posts of both states in each other: "both have embassies in each other's capitals", "they exchanged ambassadors"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.language.mention import Mention
from parsers.language.modality import clause, happened
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.sides import is_foreign, side_of
from parsers.phrases.posts.shapes import (
    BOTH_OPENED,
    BOTH_RAISED,
    EACH_OTHER,
    EXCHANGED,
    IN_BOTH,
    IN_EACH_OTHER,
    NEW_KIND,
    OPENED,
    THEY_RAISED,
    WERE_OPENED,
)
from parsers.phrases.ties.relations import date_right_after

_NEITHER = re.compile(r"\b(?:neither|none)\b[^;.]*$")
_NOT = re.compile(r"\b(?:do|does|did) not\b|n['’]t\b|\b(?:have|has|had) no\b")
_OF_BOTH = re.compile(r" of (?:both|the two|each)\b")  # "when the ambassadors of both states to Chad met"
_KEEP = re.compile(r"\b(?:each|both|they)(?: \w+ly| now| still)? (?:maintains?|keeps?|have|has)(?: \w+){0,3} $")
_SHAPES = (EACH_OTHER, IN_EACH_OTHER, IN_BOTH, BOTH_OPENED, WERE_OPENED, BOTH_RAISED, THEY_RAISED, EXCHANGED)


@dataclass(frozen=True, slots=True)
class Mutual:
    """The kind of both posts, the date of what is told of them, whether they were opened then, or only exchanged."""

    kind: str
    date: Mention | None
    opened: bool
    exchanged: bool


def mutual_posts(statement: Statement) -> Mutual | None:
    """The posts of both, by the first shape that tells of them as a fact; null where a third state is named."""
    told = ((shape, match) for shape in _SHAPES if (match := shape.first(statement)) is not None)
    found = next(((shape, match) for shape, match in told if _is_fact(statement, match)), None)
    if found is None:
        return None
    shape, match = found
    raised = shape in (BOTH_RAISED, THEY_RAISED)
    opened = (NEW_KIND if raised else OPENED).search(clause(statement, match.start, match.end)) is not None
    opened = opened and not _KEEP.search(statement.low, 0, (match.span("kind") or (0, 0))[0] - statement.start)
    dated = opened or raised or shape is EXCHANGED
    return Mutual(_kind_of(match), _date_of(statement, match) if dated else None, opened, shape is EXCHANGED)


def _is_fact(statement: Statement, match: Match) -> bool:
    """Whether what a match tells took place, of both states, and of none but the pair."""
    envoy = match.mention("kind")
    if envoy is not None and getattr(envoy.value, "rank", None) != "envoy":
        return False
    envoys = match.words("kind") if "both" in match.found.re.groupindex else None
    if envoys and _OF_BOTH.match(statement.low, (match.span("kind") or (0, 0))[1] - statement.start):
        return False
    denied = _NEITHER.search(statement.low, 0, match.end - statement.start) or _NOT.search(match.found[0].lower())
    return happened(statement, match.start, match.end) and not denied and not _names_third(statement, match)


def _kind_of(match: Match) -> str:
    """The kind of the posts that both have, by the words of a match."""
    words = (match.words("kind") or "").lower()
    kinds = {"commission": "high commission", "consulate": "consulate", "interest": "interests section",
             "liaison": "liaison office"}  # fmt: skip
    return next((kind for word, kind in kinds.items() if word in words), "embassy")


def _date_of(statement: Statement, match: Match) -> Mention | None:
    """The date within a match or right behind the words for the posts, else that of its clause."""
    own = match.mention("day") if "day" in match.found.re.groupindex else None
    own = own or date_right_after(statement, (match.span("kind") or (0, match.end))[1])
    return own or statement.date_at(match.start)


def _names_third(statement: Statement, match: Match) -> bool:
    """Whether one of the two states that a match names is none of the pair; with none named, any before it."""
    if "day" in match.found.re.groupindex:
        return any(is_foreign(one, statement.context) for one in statement.of("state") if one.end <= match.start)
    named = [one for name in ("one", "two") if name in match.found.re.groupindex and (one := match.mention(name))]
    return any(side_of(one, statement.context) is None for one in named)
