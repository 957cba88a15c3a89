"""One article's rows as columns: what is known of the article without them, and the tables when they are asked for.

Tables are asked for by the column that they are ordered by first, as those are put together at one time: those of a
pair of states (`relation_id`), those of a text (`article_id`), and people.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Protocol

import pyarrow as pa

from parsers.assemble.row import Rows
from parsers.columnar import Columns, Row, table_of
from parsers.tables import Table, tables

RELATION, ARTICLE, PERSON = "relation_id", "article_id", "person_id"

Tables = Mapping[str, pa.Table]


class Source(Protocol):
    """Where an article's tables are: in memory, or in a file."""

    @property
    def identity(self) -> str | None:
        """What names these very tables among all that the same code makes; null where nothing does."""

    def tables(self, leading: str) -> Tables:
        """The tables ordered by a column first, by name, each in its declared order; those without rows may lack."""


@dataclass(frozen=True)
class InMemory:
    """An article's tables as they were made."""

    found: Tables

    @property
    def identity(self) -> str | None:
        """Nothing names them."""
        return None

    def tables(self, leading: str) -> Tables:
        """The tables ordered by a column first."""
        return {name: self.found[name] for name in led_by(leading)}


@dataclass(frozen=True)
class Part:
    """What one article gives to the whole.

    `age` orders readings of one article: revision, time, hash of the page.
    """

    article_id: str
    relation_id: str
    title: str
    age: tuple[int, str, str]
    source: Source


@cache
def led_by(leading: str) -> tuple[str, ...]:
    """The tables that an article has rows of, ordered by that column first.

    >>> led_by("person_id"), "visits" in led_by("relation_id"), "evidence" in led_by("article_id")
    (('people',), True, True)
    """
    return tuple(name for name, declared in tables().items() if declared.order[0] == leading)


def part_of(rows: Rows) -> Part:
    """The rows of one article as columns; raises ValueError where a value is not of its column's type."""
    (article,) = rows["articles"]
    found = {name: _table(declared, rows.get(name, ())) for name, declared in tables().items()}
    revision = article["revision_id"]
    age = revision if isinstance(revision, int) else 0, str(article["timestamp"] or ""), str(article["sha256"])
    return Part(
        str(article["article_id"]), str(article["relation_id"]), str(article["title"]), age, InMemory(found)
    )  # fmt: skip


def _table(declared: Table, rows: Sequence[Row]) -> pa.Table:
    """The rows as a table; those that are columns already are in order."""
    return table_of(declared, rows if isinstance(rows, Columns) else sorted(rows, key=_place_in(declared)))


def _place_in(declared: Table) -> Callable[[Row], Any]:
    """What puts rows in the declared order of their table, nulls last."""
    return lambda row: [((cell := row[name]) is None, cell) for name in declared.order]


def in_order(name: str, table: pa.Table) -> pa.Table:
    """The rows in the declared order of their table, nulls last; text is in order of its code points."""
    if table.num_rows < 2:
        return table
    return table.sort_by([(column, "ascending") for column in tables()[name].order])
