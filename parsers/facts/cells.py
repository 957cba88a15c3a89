"""Where each cell of a finding was read: the spans that its rule names, and the words of the statement that say the
rest.

A rule names the spans that only it can know. Every other cell is looked up: a code of a state at the mention that is
in, of or from that state; a number at the amount; a date at its words; text, and a class that the text has as a word
("embassy", "export"), where it stands. A cell that no words of the statement say (a side that the title alone gives)
has no span.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
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

Cell = tuple[str, int, int]
"""Column, start and end in the document's text."""

_WITH = {"currency": "value", "value_text": "value", "approximate": "value", "rank": "office"}
"""Columns that say more of the words that another was read from."""


def cells_of(statement: Statement, finding: Finding) -> tuple[Cell, ...]:
    """The column, start and end of every cell with words of its own, in order of columns; offsets are into the
    document's text.

    A list has one span for each part that is found. The finding's date is the column `date_edtf`.
    """
    named = {column: _span(where) for column, where in finding.spans.items()}
    found = [(column, *span) for column, span in named.items()]
    if finding.date is not None and not {"date", "date_edtf"} & named.keys():
        found.append(("date_edtf", finding.date.start, finding.date.end))
    for column, value in finding.values.items():
        if column not in named and value not in (None, "", ()):
            source = _WITH.get(column, column)
            source = source if source in finding.values else column
            spans = [named[source]] if source in named else _spans(statement, source, finding.values[source])
            found.extend((column, *span) for span in spans)
    return tuple(sorted(set(found)))


def _span(where: Mention | tuple[int, int]) -> tuple[int, int]:
    return (where.start, where.end) if isinstance(where, Mention) else where


def _spans(statement: Statement, column: str, value: object) -> Iterator[tuple[int, int]]:
    """The spans of one cell: one at most, but for lists."""
    if isinstance(value, tuple | list):
        for part in value:
            yield from _spans(statement, column, part)
        return
    mention = next(_meaning(statement, column, value), None)
    if mention is not None:
        yield mention.start, mention.end
    elif isinstance(value, str):
        yield from _verbatim(statement, value)


def _meaning(statement: Statement, column: str, value: object) -> Iterator[Mention]:
    """The mentions of the statement that mean the value; a state by its own name or demonym before a person of it."""
    for mention in (*statement.of("state"), *statement.inner, *statement.mentions):
        if mention.kind == "date":
            if column.endswith("_edtf") and isinstance(mention.value, DateValue) and mention.value.edtf == value:
                yield mention
        elif isinstance(value, str):
            if _is_code(value) and _is_of(mention, value, statement):
                yield mention
        elif isinstance(value, int | float) and not isinstance(value, bool) and value in _numbers(mention):
            yield mention


def _is_code(value: str) -> bool:
    return len(value) == 3 and value.isupper()


def _is_of(mention: Mention, iso3: str, statement: Statement) -> bool:
    """Whether the mention is in, of or from the state, or names both states of the article."""
    return lies_in(mention, statement.context.pair) == iso3 or (
        isinstance(mention.value, BothValue) and iso3 in statement.context.pair
    )


def _numbers(mention: Mention) -> Iterable[float]:
    """The numbers that a mention may stand for, a fall as a negative change."""
    value = mention.value
    if isinstance(value, MoneyValue | QuantityValue | PercentValue):
        return value.value, -value.value
    return (value.rank,) if isinstance(value, RankValue) else ()


def _verbatim(statement: Statement, value: str) -> Iterator[tuple[int, int]]:
    """Where the statement has the value as words, whatever their case; an ending may follow ("exports")."""
    at = _words(value).search(statement.text)
    if at is not None:
        yield statement.start + at.start(), statement.start + at.end()


@lru_cache(maxsize=4096)
def _words(value: str) -> re.Pattern[str]:
    """A value as an expression: its words after a border, hyphens and blanks alike, to the end of the last word."""
    words = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", value)))
    return re.compile(rf"(?<!\w){words}\w*", re.IGNORECASE)
