"""The parts of two tables in which they may differ, found without holding either as a whole.

Most of two releases is the same: the rows of an article or of a pair of states stand together, and are compared as a
block. What is left are the rows of those in which anything differs; of two tables of millions of rows, some thousands.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from outputs.parquet import typed
from parsers.columnar import Forward, Stored, copied, plain_rows, runs

Places = npt.NDArray[np.int64]
"""Row numbers, from 0."""

UNITS = ("article_id", "relation_id")
"""Columns of which the rows with one value may stand together, in order."""

BLOCK = 16
"""Units that are compared at once."""

Range = tuple[int, int]
Ranges = dict[str, Range]
"""The first row of each unit, and the row behind its last."""
Pair = tuple[Range | None, Range | None]
"""Where the rows of a unit stand in either table; None where it has none."""


@dataclass(frozen=True)
class Narrowed:
    """Rows of a table, where they stand in it, and how many rows of it were left out, being the same in the other."""

    rows: pa.Table
    places: Places
    left_out: int = 0


@dataclass(frozen=True)
class Since:
    """The rows of tables that are others than in tables whose Parquet files had these hashes: those there, those here.

    Both by table.
    """

    hashes: Mapping[str, str]
    rows: Mapping[str, tuple[Narrowed, Narrowed]]

    def values(self, name: str, column: str) -> set[str]:
        """What these rows of a table have in a column, those there and those here."""
        return {str(one) for side in self.rows[name] for one in side.rows[column].unique().to_pylist()}


def narrowed(before: Stored, after: Stored) -> tuple[Narrowed, Narrowed]:
    """The rows of both that are to be compared: all of them where nothing is known of their order."""
    units = _units(before, after)
    if units is None:
        return _whole(before), _whole(after)
    one, other = _Taken(before), _Taken(after)
    for block in _blocks(*units):
        _compare(one, other, block)
    return one.found(), other.found()


def _whole(table: Stored) -> Narrowed:
    rows = table.read()
    return Narrowed(rows, np.arange(rows.num_rows))


def _units(before: Stored, after: Stored) -> tuple[Ranges, Ranges] | None:
    """Where the rows of each unit stand in both, by the first column that has them in order in both; None: by none."""
    if before.schema != after.schema:
        return None
    for name in UNITS:
        if name in after.schema.names:
            one = _ranges(before, name)
            other = None if one is None else _ranges(after, name)
            if one is not None and other is not None:
                return one, other
    return None


def _ranges(table: Stored, name: str) -> Ranges | None:
    """Where the rows of each unit stand; None where those of one do not stand together, or not in ascending order."""
    found: dict[str, Range] = {}
    start, last = 0, ""
    for batch in table.batches([name]):
        base = start
        for unit, end in zip(*runs(batch[name]), strict=True):
            if unit is None or unit < last:
                return None
            begin = found[unit][0] if unit in found else start
            found[unit] = begin, base + end
            start, last = base + end, unit
    return found


def _blocks(before: Ranges, after: Ranges) -> Iterator[list[Pair]]:
    """The units of both in order, BLOCK at a time."""
    pairs = iter([(before.get(unit), after.get(unit)) for unit in sorted(before.keys() | after.keys())])
    while block := list(islice(pairs, BLOCK)):
        yield block


def _compare(one: _Taken, other: _Taken, block: Sequence[Pair]) -> None:
    """Takes the rows of the units that differ."""
    sides = [[pair[side] for pair in block] for side in (0, 1)]
    if all(place for side in sides for place in side):
        first, second = ((side[0][0], side[-1][1]) for side in sides)  # type: ignore[index]
        if first[1] - first[0] == second[1] - second[0] and one.at(*first).equals(other.at(*second)):
            return
    if len(block) > 1:
        for pair in block:
            _compare(one, other, [pair])
        return
    for table, place in zip((one, other), block[0], strict=True):
        if place:
            table.take(*place)


class _Taken(Forward):
    """Reads a table from its beginning to its end, and keeps the rows that are taken."""

    def __init__(self, table: Stored) -> None:
        super().__init__(table)
        self._places: list[Places] = []
        self._kept: list[pa.Table] = []

    def take(self, start: int, stop: int) -> None:
        """Keeps the rows."""
        self._kept.append(copied(self.at(start, stop)))
        self._places.append(np.arange(start, stop))

    def found(self) -> Narrowed:
        """The rows that were kept, in the types of the table."""
        return gathered(self.table.schema, self._kept, self._places, self.table.num_rows)


def gathered(schema: pa.Schema, rows: Sequence[pa.Table], places: Sequence[Places], total: int) -> Narrowed:
    """Rows that were kept piece by piece of a table of so many, in the types of its schema."""
    found = np.concatenate([np.empty(0, dtype=np.int64), *places])
    plain = pa.concat_tables([plain_rows(schema.empty_table()), *rows])
    return Narrowed(typed(schema, plain), found, total - len(found))
