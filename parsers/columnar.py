"""Rows as typed columns: the Arrow types of the declared ones, and tables that stand in memory or in a Parquet file.

Rows become columns as soon as an article is read, and stay so: an article makes a thousand rows, and thousands of
articles would be millions of dicts. Categories are plain strings here; the files of a release number them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, overload

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from parsers.lazy import lazy
from parsers.tables import Column, Table

# A list's child is named `element` because Parquet reads it back under that name whatever it was called before.
TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "category": pa.string(),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", tz="UTC"),
    "list<string>": pa.list_(pa.field("element", pa.string(), nullable=False)),
}

BATCH = 65_536
"""Rows that are handled at once, which bounds the memory that a stage takes."""

DIGITS = 12
"""Hexadecimal digits at the end of most identifiers, by which equal ones are looked for first."""

_REFUSED = (pa.ArrowException, UnicodeEncodeError, TypeError)
"""What Arrow raises for a value of another type."""

Row = Mapping[str, object]


def schema_of(table: Table) -> pa.Schema:
    """The names and types of a table's columns; whether a cell may be null is the expectations' to test."""
    return _schema(tuple(table.types.items()))


@cache
def _schema(columns: tuple[tuple[str, str], ...]) -> pa.Schema:
    return pa.schema([pa.field(name, TYPES[kind]) for name, kind in columns])


@cache
def _empty(columns: tuple[tuple[str, str], ...]) -> pa.Table:
    """Made once: it takes as long as a table with rows, and most articles have none of many tables."""
    return _schema(columns).empty_table()


@cache
def _struct(columns: tuple[tuple[str, str], ...]) -> pa.DataType:
    return pa.struct(list(_schema(columns)))


@dataclass(frozen=True)
class Columns(Sequence[Row]):
    """Rows of which the cells stand by column, from the first row to the last; a dict is made of a row asked for.

    >>> Columns({"iso3": ["PER", "EST"], "gw": [135, 366]})[1]
    {'iso3': 'EST', 'gw': 366}
    """

    cells: Mapping[str, Sequence[object]]

    def __len__(self) -> int:
        return len(next(iter(self.cells.values()), ()))

    def __iter__(self) -> Iterator[Row]:
        """The rows in order, each as a dict."""
        names = tuple(self.cells)
        return (dict(zip(names, row, strict=True)) for row in zip(*self.cells.values(), strict=True))

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Row]: ...
    def __getitem__(self, at: int | slice) -> Row | Sequence[Row]:
        """A row as a dict, or some of the rows as columns."""
        if isinstance(at, slice):
            return Columns({name: cells[at] for name, cells in self.cells.items()})
        return {name: cells[at] for name, cells in self.cells.items()}


def table_of(table: Table, rows: Sequence[Row]) -> pa.Table:
    """The rows as a table; every row has the declared keys. Raises ValueError for a value of another type.

    >>> from parsers.tables import table
    >>> table_of(table("states"), [dict(table("states").empty, iso3="PER", gw=135)]).num_rows
    1
    """
    columns = tuple(table.types.items())
    if not rows:
        return _empty(columns)
    if isinstance(rows, Columns):
        return _from_columns(table, rows)
    try:
        # Arrow looks the cells up itself: for the few rows of an article in a fifth of the time of a list a column.
        found: Any = pa.array(rows, _struct(columns))
        return pa.Table.from_struct_array(found)
    except _REFUSED:
        return _from_columns(table, Columns({name: [row[name] for row in rows] for name in table.names}))


def _from_columns(table: Table, rows: Columns) -> pa.Table:
    arrays = [_array(table, column, rows.cells[column.name]) for column in table.columns]
    return pa.Table.from_arrays(arrays, schema=schema_of(table))


def _array(table: Table, column: Column, cells: Sequence[object]) -> pa.Array:
    try:
        return pa.array(cells, TYPES[column.type])
    except _REFUSED as error:
        raise ValueError(f"table {table.name}, column {column.name}: not a {column.type} ({error})") from error


class Stored:
    """A table in memory or in a Parquet file, of which only what is asked for is read."""

    def __init__(self, source: pa.Table | Path) -> None:
        self.source = source

    def __repr__(self) -> str:
        return f"<{self.num_rows:,} rows>"

    def __len__(self) -> int:
        return self.num_rows

    @lazy
    def num_rows(self) -> int:
        """How many rows there are."""
        return self.source.num_rows if isinstance(self.source, pa.Table) else pq.read_metadata(self.source).num_rows

    @lazy
    def schema(self) -> pa.Schema:
        """Names, types and metadata of the columns."""
        return self.source.schema if isinstance(self.source, pa.Table) else pq.read_schema(self.source)

    @property
    def path(self) -> Path:
        """The file that it stands in; ValueError for a table in memory."""
        if isinstance(self.source, Path):
            return self.source
        raise ValueError("a table in memory has no file")

    def read(self, columns: Sequence[str] | None = None) -> pa.Table:
        """All rows, of the columns named (None: of all)."""
        names = None if columns is None else list(columns)
        if isinstance(self.source, pa.Table):
            return self.source if names is None else self.source.select(names)
        with pq.ParquetFile(self.source) as file:
            return file.read(names)

    def column(self, name: str) -> pa.ChunkedArray:
        """One column."""
        return self.read([name])[name]

    def head(self, rows: int) -> pa.Table:
        """The first rows, so many at most."""
        return next(self.batches(rows=rows), self.schema.empty_table())

    def batches(self, columns: Sequence[str] | None = None, rows: int = BATCH) -> Iterator[pa.Table]:
        """The rows in order, so many at a time and in the last batch what is left; none where there are no rows."""
        waiting, count = [], 0
        for piece in self._pieces(columns):
            waiting.append(piece)
            count += piece.num_rows
            if count >= rows:
                whole = pa.concat_tables(waiting)
                stop = count - count % rows
                yield from (whole.slice(start, rows) for start in range(0, stop, rows))
                waiting, count = [whole.slice(stop)], count - stop
        if count:
            yield pa.concat_tables(waiting)

    def rows(self, columns: Sequence[str] | None = None) -> Iterator[dict[str, object]]:
        """The rows in order, as dicts."""
        for batch in self.batches(columns):
            yield from batch.to_pylist()

    def nulls(self, name: str) -> int:
        """How many cells of a column are null; of a file as its own statistics say."""
        if isinstance(self.source, pa.Table) or pa.types.is_list(self.schema.field(name).type):
            return self.column(name).null_count
        said: Any = pq.read_metadata(self.source)
        leaf = next(place for place in range(said.num_columns) if said.schema.column(place).path == name)
        groups = [said.row_group(number) for number in range(said.num_row_groups)]
        return sum(group.column(leaf).statistics.null_count for group in groups if group.num_rows)

    def _pieces(self, columns: Sequence[str] | None) -> Iterator[pa.Table]:
        """The rows in order, a row group of the file at a time."""
        if isinstance(self.source, pa.Table):
            yield self.read(columns)
            return
        with pq.ParquetFile(self.source) as file:
            for number in range(file.num_row_groups):
                yield file.read_row_group(number, None if columns is None else list(columns))


class Forward:
    """Reads a table from its beginning to its end, some rows at a time; categories as plain strings."""

    def __init__(self, table: Stored) -> None:
        self.table = table
        self._batches = table.batches()
        self._start, self._rows = 0, plain_rows(table.schema.empty_table())

    def at(self, start: int, stop: int) -> pa.Table:
        """The rows from start to stop; no call may ask for rows before those of an earlier one."""
        while self._start + self._rows.num_rows < stop:
            self._drop(start)
            self._rows = pa.concat_tables([self._rows, plain_rows(next(self._batches))])
        self._drop(start)
        return self._rows.slice(0, stop - start)

    def _drop(self, start: int) -> None:
        """Lets go of the rows before, as far as they were read."""
        count = min(start - self._start, self._rows.num_rows)
        self._rows, self._start = self._rows.slice(count), self._start + count


def copied(rows: pa.Table) -> pa.Table:
    """The rows in memory of their own: a few rows of a batch would hold all of it."""
    return rows.take(np.arange(rows.num_rows))


def plain(column: pa.ChunkedArray) -> pa.ChunkedArray:
    """The column, a category as plain strings."""
    return column.cast(column.type.value_type) if pa.types.is_dictionary(column.type) else column


def plain_rows(rows: pa.Table) -> pa.Table:
    """The rows as they are before they are written: categories as plain strings, and no column that must be filled."""
    kinds = {one.name: one.type.value_type if pa.types.is_dictionary(one.type) else one.type for one in rows.schema}
    return rows.cast(pa.schema([pa.field(name, kind) for name, kind in kinds.items()]))


def runs(units: pa.ChunkedArray) -> tuple[list[Any], list[int]]:
    """The values of a column that stand one behind the other, each once a run, and the row behind each run.

    >>> runs(pa.chunked_array([["AZE-CHN", "AZE-CHN"], ["AZE-CHN", "EST-PER"]]))
    (['AZE-CHN', 'EST-PER'], [3, 4])
    """
    found: Any = pc.call_function("run_end_encode", [plain(units).combine_chunks()])
    return found.values.to_pylist(), found.run_ends.to_pylist()


def repeated(keys: pa.ChunkedArray) -> pa.Array:
    """The keys that occur more than once.

    Those that end alike are looked for first: numbers are sorted in a tenth of the time and memory of texts.

    >>> repeated(pa.chunked_array([["trade-0123456789ab", "trade-000000000000", "trade-0123456789ab"]])).to_pylist()
    ['trade-0123456789ab']
    """
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
        content = np.frombuffer(texts, np.uint8, len(chunk) * length[0], start).reshape(len(chunk), length[0])
        for some in range(0, len(chunk), BATCH):
            digits = _VALUES[content[some : some + BATCH, -DIGITS:]]
            if (digits > 15).any():
                return None
            found.append(digits.astype(np.int64) @ (16 ** np.arange(DIGITS - 1, -1, -1, dtype=np.int64)))
    return np.concatenate(found) if found else None


_VALUES = np.full(256, 255, dtype=np.uint8)
"""What a byte is worth as a hexadecimal digit."""
_VALUES[np.frombuffer(b"0123456789abcdef", np.uint8)] = np.arange(16)
