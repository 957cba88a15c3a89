"""Where each cell of a finding was read: the spans that its rule names, and the words of the statement that say the
rest.

A rule names the spans that only it can know. Every other cell is looked up: a code of a state at the mention that is
in, of or from that state; a number at the amount; a date at its words; text, and a class that the text has as a word
("embassy", "export") or in another form of it ("recognised": "recognition"), where it stands. A cell that no words of
the statement say (a side that the title alone gives) has no span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from parsers.facts.model import Finding
from parsers.language.mention import (
    BothValue,
    DateValue,
    Mention,
    MoneyValue,
    PercentValue,
    QuantityValue,
    RankValue,
)
from parsers.language.reading import Statement, lies_in
from parsers.language.states import Pair

Cell = tuple[str, int, int]
"""Column, start and end in the document's text."""

_UNLIKE = re.compile("[ıİſẛﬅﬆ\u0345\u0370-\u03ff\u1f00-\u1fff\u1c80-\u1c88]")
"""Letters that `re` takes for others, case ignored, though lower case leaves them apart (`re._casefix`)."""
_GAPS = re.compile(r"[\s-]+")
_NOT_PLAIN = re.compile(rf"{_UNLIKE.pattern}|[\s-]{{2}}|[^\S ]")
_CLASSES = ("kind", "stance", "action", "status")
"""Columns whose classes are verbs, which the text may have in another form."""
_SHORT = 4
_ENDING = re.compile(r"(?:[sz]?e[sd]|[sz]e|ed|d|s)$")
_WITH = {"currency": "value", "value_text": "value", "approximate": "value", "rank": "office"}
"""Columns that say more of the words that another was read from."""


def cells_of(statement: Statement, finding: Finding) -> tuple[Cell, ...]:
    """The column, start and end of every cell with words of its own, in order of columns; offsets are into the
    document's text.

    A list has one span for each part that is found. The finding's date is the column `date_edtf`.
    """
    values, named = finding.values, {column: _span(where) for column, where in finding.spans.items()}
    found = {(column, *span) for column, span in named.items()}
    if finding.date is not None and "date" not in named and "date_edtf" not in named:
        found.add(("date_edtf", finding.date.start, finding.date.end))
    for column, value in values.items():
        if column not in named and value not in (None, "", ()):
            source = _WITH.get(column, column)
            source = source if source in values else column
            spans = [named[source]] if source in named else _spans(statement, source, values[source])
            found.update((column, *span) for span in spans)
    return tuple(sorted(found))


def _span(where: Mention | tuple[int, int]) -> tuple[int, int]:
    return (where.start, where.end) if isinstance(where, Mention) else where


def _spans(statement: Statement, column: str, value: object) -> list[tuple[int, int]]:
    """The spans of one cell: one at most, but for lists."""
    if isinstance(value, tuple | list):
        return [span for part in value for span in _spans(statement, column, part)]
    span = None
    if isinstance(value, str):
        if _is_code(value) or column.endswith("_edtf"):
            span = _meanings(statement).get(value)
        span = span or _verbatim(statement, value)
        if span is None and column in _CLASSES and len(value) > _SHORT and value.isalpha():
            span = _inflected(statement, value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        span = _meanings(statement).get(value)
    return [span] if span is not None else []


def _meanings(statement: Statement) -> dict[object, tuple[int, int]]:
    """The code of each state, the EDTF of each date and each number that a mention means: where the first such stands.

    A state's own name or demonym comes before a person of it.
    """
    found: dict[object, tuple[int, int]] | None = statement.known.get(_meanings)
    if found is None:
        found = statement.known[_meanings] = {}
        for mention in (*statement.of("state"), *statement.inner, *statement.mentions):
            for meaning in _meanings_of(mention, statement.context.pair):
                found.setdefault(meaning, (mention.start, mention.end))
    return found


def _meanings_of(mention: Mention, pair: Pair) -> Iterable[object]:
    """What a mention may stand for: a date, states that it is in, of or from, a number, a fall as a negative change."""
    value = mention.value
    if isinstance(value, DateValue):
        return (value.edtf,)
    if isinstance(value, MoneyValue | QuantityValue | PercentValue):
        return value.value, -value.value
    if isinstance(value, RankValue):
        return (value.rank,)
    return pair if isinstance(value, BothValue) else (lies_in(mention, pair),)


def _is_code(value: str) -> bool:
    return len(value) == 3 and value.isupper()


def _verbatim(statement: Statement, value: str) -> tuple[int, int] | None:
    """Where the statement has the value as words, whatever their case; an ending may follow ("exports").

    They begin after a border; hyphens and blanks are alike.
    """
    words, plain = _plain(value), _plain_statement(statement)
    if words is None or plain is None:
        found = _expression(value).search(statement.text)
        return (statement.start + found.start(), statement.start + found.end()) if found is not None else None
    at = plain.find(words)
    while at > 0 and _is_of_word(plain[at - 1]):
        at = plain.find(words, at + 1)
    if at < 0:
        return None
    end = at + len(words)
    while end < len(plain) and _is_of_word(plain[end]):
        end += 1
    return statement.start + at, statement.start + end


def _inflected(statement: Statement, value: str) -> tuple[int, int] | None:
    """Where the statement has another form of a verb: "supported" for "supports", "recognition" for "recognised"."""
    plain, stem = _plain_statement(statement), _stem(value)
    if plain is not None and stem not in plain:
        return None
    found = _forms(stem).search(statement.text)
    return (statement.start + found.start(), statement.start + found.end()) if found is not None else None


@lru_cache(maxsize=256)
def _stem(value: str) -> str:
    return _ENDING.sub("", value)


@lru_cache(maxsize=256)
def _forms(stem: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:re-?)?{stem}(?:[sz]?(?:e|ed|es|ing)|s|d|t?ion|ition|ment|ance)?\b", re.IGNORECASE)


def _is_of_word(character: str) -> bool:
    return character.isalnum() or character == "_"


@lru_cache(maxsize=4096)
def _plain(words: str) -> str | None:
    """The words in lower case with a blank for each run of hyphens and blanks; null where case is not that simple."""
    return None if _UNLIKE.search(words) else _GAPS.sub(" ", words.lower())


def _plain_statement(statement: Statement) -> str | None:
    """The statement so, each character at its place; null where a gap is more than one blank, or case is not simple."""
    if _plain_statement not in statement.known:
        statement.known[_plain_statement] = statement.low.replace("-", " ") if _is_plain(statement.text) else None
    plain: str | None = statement.known[_plain_statement]
    return plain


def _is_plain(text: str) -> bool:
    if text.isascii() and text.isprintable():  # so that a blank is the only white space: asked in a tenth of the time
        return "  " not in text.replace("-", " ")
    return _NOT_PLAIN.search(text) is None


@lru_cache(maxsize=4096)
def _expression(value: str) -> re.Pattern[str]:
    words = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", value)))
    return re.compile(rf"(?<!\w){words}\w*", re.IGNORECASE)
