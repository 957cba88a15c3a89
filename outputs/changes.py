"""The rows of one table in two releases, matched by key: which were added, which were removed, which cells differ.

Found in Arrow, column by column; python values are made of the rows that are asked for, when they are asked for. Two
releases of hundreds of thousands of rows are compared in a second or two.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TypeVar, overload

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from outputs.cells import Row
from outputs.markdown import plural
from outputs.narrowing import Narrowed, Places, narrowed
from parsers.columnar import Stored, plain, repeated
from parsers.errors import OutputError

T = TypeVar("T", covariant=True)
Mask = npt.NDArray[np.bool_]

CHUNK = 10_000
NONE: Places = np.empty(0, dtype=np.int64)


@dataclass(frozen=True)
class Cell:
    """One cell that differs: the column with the value before and after."""

    column: str
    before: object
    after: object


@dataclass(frozen=True)
class ChangedRow:
    """A row that both releases have under the same key, with the cells that differ."""

    key: str
    cells: tuple[Cell, ...]


class OnDemand(Sequence[T]):
    """A sequence of known length whose items are made when they are asked for, a slice at a time; equal by its items.

    >>> OnDemand(3, lambda start, stop: [n * n for n in range(start, stop)])[1:]
    (1, 4)
    """

    def __init__(self, length: int, make: Callable[[int, int], Iterable[T]]) -> None:
        self._length = length
        self._make = make

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, place: int) -> T: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[T, ...]: ...

    def __getitem__(self, place: int | slice) -> T | tuple[T, ...]:
        if isinstance(place, slice):
            start, stop, step = place.indices(self._length)
            return tuple(self._make(start, stop)) if step == 1 else tuple(self)[place]
        number = range(self._length)[place]
        return next(iter(self._make(number, number + 1)))

    def __iter__(self) -> Iterator[T]:
        for start in range(0, self._length, CHUNK):
            yield from self._make(start, min(start + CHUNK, self._length))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and len(self) == len(other) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"<{self._length:,} on demand>"


@dataclass(frozen=True, eq=False)
class RowChanges:
    """The rows of one table that were added, changed or removed, in the order of the release that has them.

    `before` and `after` are the rows of the two tables that were compared, since they may differ; `kept` is how many
    rows are the same beside them, `places` where those of `after` stand in its table. Of a table in a first release all
    rows are added: `all_new` is that table, and `after` is empty, as nothing is compared. `added_at` are row numbers of
    `after`, `removed_at` of `before`; `old_at` and `new_at` are those of the rows that both have, in the order of
    `after`. `differs` masks these by column where any cell differs. `filled` masks those that hold a value in a column
    that is new, or of another type now, by column too.
    """

    key: str
    before: pa.Table
    after: pa.Table
    added_at: Places = field(default_factory=lambda: NONE)
    removed_at: Places = field(default_factory=lambda: NONE)
    old_at: Places = field(default_factory=lambda: NONE)
    new_at: Places = field(default_factory=lambda: NONE)
    differs: Mapping[str, Mask] = field(default_factory=dict)
    filled: Mapping[str, Mask] = field(default_factory=dict)
    places: Places = field(default_factory=lambda: NONE)
    kept: int = 0
    all_new: Stored | None = None

    def __bool__(self) -> bool:
        return bool(len(self.added_at) or len(self.removed_at) or self.differs)

    @cached_property
    def changed_mask(self) -> Mask:
        """Which of the rows that both have differ in any column that both have."""
        return self._mask(())

    @property
    def added(self) -> Sequence[Row]:
        """The rows that only the newer release has."""
        return OnDemand(len(self.added_at), lambda start, stop: rows_at(self._new, self.added_at[start:stop]))

    @property
    def removed(self) -> Sequence[Row]:
        """The rows that only the older release has."""
        return OnDemand(len(self.removed_at), lambda start, stop: rows_at(self.before, self.removed_at[start:stop]))

    @property
    def added_keys(self) -> list[object]:
        """The keys of the rows that only the newer release has."""
        return list(self._new[self.key].take(self.added_at).to_pylist())

    @property
    def removed_keys(self) -> list[object]:
        """The keys of the rows that only the older release has."""
        return list(self.before[key_of(self.before)].take(self.removed_at).to_pylist())

    @property
    def changed(self) -> Sequence[ChangedRow]:
        """The rows that differ, each with its cells."""
        return self._changed(self.changed_mask)

    def changed_beyond(self, columns: Iterable[str]) -> Sequence[ChangedRow]:
        """The rows that differ in any column but these, each with all its cells that differ."""
        return self._changed(self._mask(frozenset(columns)))

    @property
    def words(self) -> str:
        """The counts in words: "2 rows added, 1 changed, 0 removed"."""
        return f"{plural(len(self.added), 'row')} added, {len(self.changed):,} changed, {len(self.removed):,} removed"

    @cached_property
    def _new(self) -> pa.Table:
        return self.after if self.all_new is None else self.all_new.read()

    def _mask(self, without: Iterable[str]) -> Mask:
        masks = [mask for name, mask in self.differs.items() if name not in without]
        return np.logical_or.reduce(masks) if masks else np.zeros(len(self.new_at), dtype=bool)

    def _changed(self, mask: Mask) -> Sequence[ChangedRow]:
        places = np.flatnonzero(mask)
        return OnDemand(len(places), lambda start, stop: self._changed_rows(places[start:stop]))

    def _changed_rows(self, places: Places) -> list[ChangedRow]:
        """The rows at these places among those that both releases have."""
        cells: list[list[Cell]] = [[] for _ in places]
        for name, mask in self.differs.items():
            here = np.flatnonzero(mask[places])
            old = self.before[name].take(self.old_at[places[here]]).to_pylist()
            new = self.after[name].take(self.new_at[places[here]]).to_pylist()
            for number, one, other in zip(here, old, new, strict=True):
                cells[number].append(Cell(name, one, other))
        keys = self.after[self.key].take(self.new_at[places]).to_pylist()
        return [ChangedRow(str(key), tuple(found)) for key, found in zip(keys, cells, strict=True)]


def key_of(table: pa.Table) -> str:
    """The key column of a table, as its schema says."""
    return str(table.schema.metadata[b"key"].decode())


def row_changes(older: Stored, newer: Stored, known: tuple[Narrowed, Narrowed] | None = None) -> RowChanges:
    """What separates the rows of two tables; both as the Parquet files of a release hold them.

    `known` are the rows to which the difference is known to be limited. Rows are matched by the key, and compared in
    the columns that both have; where the key is another column, no row is the same. Raises OutputError where a key is
    null or occurs twice, as rows could not be told apart then.
    """
    one, other = known or narrowed(older, newer)
    before, after, places = one.rows, other.rows, other.places
    key = key_of(after)
    if key_of(before) != key or before.schema.field(key).type != after.schema.field(key).type:
        return RowChanges(key, before, after, np.arange(after.num_rows), np.arange(before.num_rows), places=places)
    for table in (before, after):
        _require_keys(key, table)
    matched = _matched(before[key], after[key])
    changes = RowChanges(key, before, after, *matched, places=places, kept=other.left_out)
    return replace(changes, differs=_differs(changes), filled=_filled(changes))


def _matched(before: pa.ChunkedArray, after: pa.ChunkedArray) -> tuple[Places, Places, Places, Places]:
    """By their keys the places of the rows that came and of those that went, and where the others were and are."""
    at = pc.index_in(after, value_set=before.combine_chunks())
    there = _mask(pc.is_valid(at))
    were, are = _places(at.drop_null()), np.flatnonzero(there)
    gone = np.ones(len(before), dtype=bool)
    gone[were] = False
    return np.flatnonzero(~there), np.flatnonzero(gone), were, are


def all_new(rows: Stored) -> RowChanges:
    """What separates a table from none before it: every row is added."""
    empty, numbers = rows.schema.empty_table(), np.arange(rows.num_rows)
    return RowChanges(key_of(empty), empty, empty, numbers, places=numbers, all_new=rows)


def rows_at(table: pa.Table, places: Places) -> list[Row]:
    """The rows at these places, as dicts."""
    return list(table.take(places).to_pylist())


def unequal(one: pa.ChunkedArray, other: pa.ChunkedArray) -> Mask:
    """Where two columns of equal length differ; nulls are equal, categories are compared by value.

    Columns of different types: numbers by value; else values differ wherever one is not null.
    """
    one, other = plain(one), plain(other)
    if one.type != other.type:
        return _unequal_types(one, other)
    if pa.types.is_list(one.type):
        return _unequal_lists(one.combine_chunks(), other.combine_chunks())
    unlike = pc.xor(pc.is_null(one), pc.is_null(other))
    return _mask(pc.coalesce(pc.not_equal(one, other), unlike))


def _unequal_types(one: pa.ChunkedArray, other: pa.ChunkedArray) -> Mask:
    if all(pa.types.is_integer(side.type) or pa.types.is_floating(side.type) for side in (one, other)):
        return unequal(one.cast(pa.float64(), safe=False), other.cast(pa.float64(), safe=False))
    return _mask(pc.or_(pc.is_valid(one), pc.is_valid(other)))


def _unequal_lists(one: pa.Array, other: pa.Array) -> Mask:
    """Lists differ by null, by length, or by any item; those of one length are compared item by item."""
    lengths = [pa.chunked_array([pc.list_value_length(side)]) for side in (one, other)]
    mask = unequal(*lengths)
    same = pc.and_(pa.array(~mask), pc.is_valid(one))
    left, right = one.filter(same), other.filter(same)
    items = _mask(pc.not_equal(pc.list_flatten(left), pc.list_flatten(right)))
    mask[np.flatnonzero(_mask(same))[_places(pc.list_parent_indices(left))[items]]] = True
    return mask


def _differs(changes: RowChanges) -> dict[str, Mask]:
    """The masks of the columns that both tables have, where any cell differs."""
    before, after = changes.before, changes.after
    if before.equals(after):
        return {}
    shared = [name for name in after.column_names if name in before.column_names and name != changes.key]
    masks = {name: unequal(*_sides(changes, name)) for name in shared}
    return {name: mask for name, mask in masks.items() if mask.any()}


def _sides(changes: RowChanges, name: str) -> tuple[pa.ChunkedArray, pa.ChunkedArray]:
    """A column of the rows that both have, as it was and as it is."""
    return _taken(changes.before[name], changes.old_at), _taken(changes.after[name], changes.new_at)


def _taken(column: pa.ChunkedArray, places: Places) -> pa.ChunkedArray:
    """The column at these places; itself where these are all, in order, which saves a copy of every article's text."""
    if len(places) == len(column) and (places == np.arange(len(places))).all():
        return column
    return column.take(places)


def _filled(changes: RowChanges) -> dict[str, Mask]:
    """The masks of the columns that are new or of another type, where any holds a value."""
    before, after = changes.before.schema, changes.after.schema
    new = [one.name for one in after if one.name not in before.names or before.field(one.name).type != one.type]
    masks = {name: _mask(pc.is_valid(_taken(changes.after[name], changes.new_at))) for name in new}
    return {name: mask for name, mask in masks.items() if mask.any()}


def _require_keys(key: str, table: pa.Table) -> None:
    if table[key].null_count or len(repeated(table[key])):
        raise OutputError(
            f"the key {key} is null or occurs twice",
            where=f"table {table.schema.metadata[b'table'].decode()}",
            expected="keys that occur once",
            remedy="restore that release; `bilaterals verify` says more",
        )


def _mask(values: pa.ChunkedArray | pa.Array) -> Mask:
    found = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=bool).copy()


def _places(values: pa.ChunkedArray | pa.Array) -> Places:
    found = values.combine_chunks() if isinstance(values, pa.ChunkedArray) else values
    return np.asarray(found.to_numpy(zero_copy_only=False), dtype=np.int64)
