"""Levels of relations: of ambassadors, embassies, legations, chargés; de jure or de facto."""

from __future__ import annotations

import re

from parsers.language.mention import Mention
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.phrases.ties.relations import AGAIN, BEGAN, BROKE, LEVELLED

_LEVEL = Pattern(
    r"(?:to|at|on) (?:the |that of )?(?:full |non-resident |resident )?(?:(?:level|rank|status) of (?:the |an?"
    r" )?)?(?P<level>ambassador(?:ial|s)?"
    r"|embass(?:y|ies)"
    r"|consular|consulates?|legations?|nunciatures?"
    r"|ministerial|chargés?(?: d['’]affaires)?|high commission(?:er)?s?)(?:(?:-| )(?:level|rank|status))?\b"
    r"|(?:to|at) (?:(?:the )?level of |that of (?:an? )?)(?P<heads><person>)"
    r"|(?:to|at) (?:the )?(?P<rank><person>)(?=[ -](?:level|rank|status))"
)
_AND = re.compile(r",? and (?:then |later |since then )?")
_CHANGE = re.compile(rf"\b(?:{AGAIN}|{BEGAN}|{BROKE}|{LEVELLED})\b")


def level_of(statement: Statement, position: int | None = None) -> str | None:
    """The level that a statement names: "ambassadorial", "consular", "de facto" …

    Of the verb at a position that which stands behind it, before another change is told, else the last before it.
    """
    levels = list(_LEVEL.find(statement))
    level = _level_at(statement, levels, position) if position is not None else next(iter(levels), None)
    if level is not None:
        return next((words for name in ("level", "heads", "rank") if (words := level.words(name))), None)
    return manner_in(statement.low)


def manner_in(words: str) -> str | None:
    """Whether words, in lower case, say that somebody was recognised de jure, or de facto."""
    return next((manner for manner in ("de jure", "de facto") if manner in words), None)


def _level_at(statement: Statement, levels: list[Match], position: int) -> Match | None:
    """The level of a verb at a position: the first behind it, unless another verb stands between, else the last
    before."""
    behind = next((one for one in levels if one.start >= position and not _follows_date(statement, one)), None)
    if behind is not None:
        first = statement.low.find(" ", position - statement.start)
        if _CHANGE.search(statement.low, max(first, 0), behind.start - statement.start) is None:
            return behind
    return next((one for one in reversed(levels) if one.end <= position), None)


def raised_later(statement: Statement, position: int) -> tuple[str, Mention] | None:
    """The level to which relations rose after they began with the verb at a position, with its date: "were set up in
    1964 and at the level of ambassadors in 1966"; null where none is told."""
    for level in _LEVEL.find(statement):
        when = next((date for date in statement.dates if date.start >= level.end), None)
        near = when is not None and statement.document.text[level.end : when.start].strip() in ("", "in", "on")
        if when is not None and near and level.start > position and _follows_date(statement, level):
            return level.words("level") or level.words("rank") or level.words("heads") or "", when
    return None


def _follows_date(statement: Statement, level: Match) -> bool:
    """Whether a level stands behind a date and "and", so that it is not that of the verb before."""
    date, low = next((one for one in reversed(statement.dates) if one.end <= level.start), None), statement.low
    between = low[date.end - statement.start : level.start - statement.start] if date is not None else ""
    return _AND.fullmatch(between) is not None


def has_level(statement: Statement) -> bool:
    """Whether a diplomatic level (ambassadors, embassies, chargés …) is named."""
    return _LEVEL.first(statement) is not None
