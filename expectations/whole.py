"""All tables, for rules and keys that look rows of others up: only what is asked for is read, and found once.

A release has millions of rows of evidence; so what is looked up is kept as Arrow has it, and only as much as answers
the question: the keys of a table, which rows of it another table names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from expectations.frames import Typed, plain
from parsers.columnar import Stored, repeated
from parsers.tables import table


class Whole(Mapping[str, Typed]):
    """Every declared table by its name, and what is looked up in it.

    `examined` are the rows that are validated: all of them, or with `changed` those of some tables, by units (pairs of
    states, articles) of which all rows are there. What rows of a unit say of each other is looked up among these.
    """

    def __init__(self, stored: Mapping[str, Stored], changed: Mapping[str, Stored] | None = None) -> None:
        self.stored = stored
        self.examined = {**stored, **(changed or {})}
        self._typed = {name: Typed(rows) for name, rows in stored.items()}
        self._keys: dict[str, pa.Array] = {}
        self._named: dict[str, dict[str, pa.Array]] = {}

    def __getitem__(self, name: str) -> Typed:
        return self._typed[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._typed)

    def __len__(self) -> int:
        return len(self._typed)

    def keys_of(self, name: str) -> pa.Array:
        """The keys of a table."""
        if name not in self._keys:
            self._keys[name] = self.stored[name].column(table(name).key).combine_chunks()
        return self._keys[name]

    def named(self, other: str, name: str) -> pa.Array:
        """The keys of rows of a table that another table names in its columns `table` and `row_id`.

        Of another table of the same units, such as evidence and conflicts of facts.
        """
        if other not in self._named:
            self._named[other] = _named(self.examined[other])
        return self._named[other].get(name, pa.array([], pa.string()))

    def repeated(self, name: str) -> pa.Array:
        """The keys that more than one row of a table has."""
        return repeated(self.stored[name].column(table(name).key))

    @cached_property
    def texts(self) -> dict[str | None, str]:
        """The stored text of each article that is validated."""
        articles = self.examined["articles"].read(["article_id", "text"])
        ids, texts = (articles[name].to_pylist() for name in ("article_id", "text"))
        return {one: text or "" for one, text in zip(ids, texts, strict=True)}


def _named(rows: Stored) -> dict[str, Any]:
    found: dict[str, list[Any]] = defaultdict(list)
    for batch in rows.batches(["table", "row_id"]):
        names = plain(batch["table"])
        for name in map(str, names.unique().drop_null().to_pylist()):
            found[name].append(batch["row_id"].filter(pc.equal(names, pa.scalar(name))).unique())
    return {name: pa.chunked_array(parts).unique() for name, parts in found.items()}
