"""All tables, for rules and keys that look rows of others up: only what is asked for is read, and found once.

A release has millions of rows of evidence; so what is looked up is kept as Arrow has it, and only as much as answers
the question: the keys of a table, which rows of it another table names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property, lru_cache
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from expectations.frames import Typed
from parsers.columnar import Stored, plain, repeated
from parsers.tables import table

FEW = 8
"""Texts that are at hand: rows come in order of articles."""


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
        self._astray: dict[str, dict[str, pa.Array]] = {}

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

    def astray(self, other: str) -> dict[str, pa.Array]:
        """The keys that another table names so and that no row has, by the table that is named; most often none."""
        if other not in self._astray:
            self.named(other, "")
            named = self._named[other].items()
            self._astray[other] = {name: found for name, keys in named if len(found := self._unknown(name, keys))}
        return self._astray[other]

    def _unknown(self, name: str, keys: pa.Array) -> pa.Array:
        known = self.keys_of(name) if name in self else pa.array([], pa.string())
        return keys.filter(pc.invert(pc.is_in(keys, value_set=known.drop_null())))

    @cached_property
    def texts(self) -> Texts:
        """The stored texts of the articles that are validated."""
        return Texts(self.examined["articles"].read(["article_id", "text"]))


class Texts:
    """Texts by their article, each made when it is asked for: a release has a hundred megabytes of them."""

    def __init__(self, articles: pa.Table) -> None:
        self._places = {one: place for place, one in enumerate(articles["article_id"].to_pylist())}
        self._texts = articles["text"]
        self.get = lru_cache(maxsize=FEW)(self._get)

    def _get(self, article: str | None) -> str | None:
        """The text of an article; None where there is no such article."""
        place = self._places.get(article)
        return None if place is None else self._texts[place].as_py() or ""

    @cached_property
    def lengths(self) -> dict[str | None, int]:
        """The characters of each text."""
        return dict(zip(self._places, pc.utf8_length(self._texts).fill_null(0).to_pylist(), strict=True))


def _named(rows: Stored) -> dict[str, Any]:
    found: dict[str, list[Any]] = defaultdict(list)
    for batch in rows.batches(["table", "row_id"]):
        names = plain(batch["table"])
        for name in map(str, names.unique().drop_null().to_pylist()):
            found[name].append(batch["row_id"].filter(pc.equal(names, pa.scalar(name))).unique())
    return {name: pa.chunked_array(parts).unique() for name, parts in found.items()}
