"""Rows of tables: the cell under a head, its words, and the mentions in it, wherever it stands.

A cell that a rowspan repeats stands in an earlier row, which is its home: mentions in it are those of that statement.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from parsers.document.model import Cell
from parsers.language.mention import Mention
from parsers.language.reading import Statement


def cells_of(statement: Statement) -> list[tuple[Cell, str]]:
    """The cells of a row with their words, those that a rowspan repeats among them."""
    return [(cell, words_in(statement, cell)) for cell in statement.block.cells]


def words_in(statement: Statement, cell: Cell) -> str:
    """The words of a cell."""
    return statement.document.text[cell.start : cell.end]


def cell_under(statement: Statement, names: Iterable[str]) -> Cell | None:
    """The first cell whose head has one of the words (lower case), the first words first."""
    for name in names:
        for cell in statement.block.cells:
            if name in _words_of(cell.head):
                return cell
    return None


@lru_cache(maxsize=4096)
def _words_of(head: str) -> frozenset[str]:
    """The words of a column's head in lower case."""
    return frozenset(re.findall(r"\w+", head.lower()))


def cells_headed(statement: Statement, pattern: re.Pattern[str]) -> Iterator[Cell]:
    """The cells whose heads match."""
    return (cell for cell in statement.block.cells if pattern.search(cell.head))


def home_of(statement: Statement, cell: Cell) -> Statement:
    """The statement in which a cell's words stand."""
    home: Statement | None = statement
    while home is not None and not home.start <= cell.start < home.end:
        home = home.context.previous
    return home or statement


def mentions_in(statement: Statement, cell: Cell, *kinds: str) -> list[Mention]:
    """The mentions of these kinds in a cell, also those inside others, in order."""
    home = home_of(statement, cell)
    found = [one for one in (*home.mentions, *home.inner) if one.kind in kinds and cell.start <= one.start < cell.end]
    return sorted(found, key=lambda one: one.start)


def date_in(statement: Statement, cell: Cell | None) -> Mention | None:
    """The first date in a cell that is no attribute of a name."""
    home = home_of(statement, cell) if cell is not None else statement
    return next((one for one in home.dates if cell is not None and cell.start <= one.start < cell.end), None)
