"""All tables, for rules and keys that look rows of others up: only what is asked for is read, and found once.

A release has millions of rows of evidence; so what is looked up is kept as Arrow has it, and only as much as answers
the question: the keys of a table, which rows of it another table names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from expectations.frames import Typed, plain
from parsers.columnar import Stored
from parsers.tables import table

DIGITS = 12
"""Hexadecimal digits at the end of most identifiers, by which equal ones are looked for first."""


class Whole(Mapping[str, Typed]):
    """Every declared table by its name, and what is looked up in it."""

    def __init__(self, stored: Mapping[str, Stored]) -> None:
        self.stored = stored
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
        """The keys of rows of a table that another table names in its columns `table` and `row_id`."""
        if other not in self._named:
            self._named[other] = _named(self.stored[other])
        return self._named[other].get(name, pa.array([], pa.string()))

    def repeated(self, name: str) -> pa.Array:
        """The keys that more than one row of a table has."""
        return _repeated(self.stored[name].column(table(name).key))

    @cached_property
    def texts(self) -> dict[str | None, str]:
        """The stored text of each article."""
        articles = self.stored["articles"].read(["article_id", "text"])
        ids, texts = (articles[name].to_pylist() for name in ("article_id", "text"))
        return {one: text or "" for one, text in zip(ids, texts, strict=True)}


def _named(rows: Stored) -> dict[str, Any]:
    found: dict[str, list[Any]] = defaultdict(list)
    for batch in rows.batches(["table", "row_id"]):
        names = plain(batch["table"])
        for name in map(str, names.unique().drop_null().to_pylist()):
            found[name].append(batch["row_id"].filter(pc.equal(names, pa.scalar(name))).unique())
    return {name: pa.chunked_array(parts).unique() for name, parts in found.items()}


def _repeated(keys: pa.ChunkedArray) -> pa.Array:
    """Those that end alike are looked for first: numbers are sorted in a tenth of the time and memory of texts."""
    ends = _ends(keys)
    if ends is not None:
        ordered = np.sort(ends)
        twice = np.unique(ordered[1:][ordered[1:] == ordered[:-1]])
        keys = keys.filter(pa.array(np.isin(ends, twice))) if len(twice) else keys.slice(0, 0)
    counted: Any = pc.value_counts(keys.drop_null())
    return counted.filter(pc.greater(counted.field("counts"), pa.scalar(1))).field("values")


def _ends(keys: pa.ChunkedArray) -> Any:
    """The last DIGITS of each key as a number; None where not all keys are of one length, and end in such digits."""
    found = []
    chunk: Any
    for chunk in keys.chunks:
        length = pc.binary_length(chunk).unique().to_pylist()
        if length in ([], [None]):
            continue
        if len(length) > 1 or length[0] < DIGITS:
            return None
        _, offsets, texts = chunk.buffers()
        start = memoryview(offsets).cast("i")[chunk.offset]
        content = np.frombuffer(texts, np.uint8, len(chunk) * length[0], start)
        digits = _VALUES[content.reshape(len(chunk), length[0])[:, -DIGITS:]]
        if (digits > 15).any():
            return None
        found.append(digits.astype(np.int64) @ (16 ** np.arange(DIGITS - 1, -1, -1, dtype=np.int64)))
    return np.concatenate(found) if found else None


_VALUES = np.full(256, 255, dtype=np.uint8)
"""What a byte is worth as a hexadecimal digit."""
_VALUES[np.frombuffer(b"0123456789abcdef", np.uint8)] = np.arange(16)
