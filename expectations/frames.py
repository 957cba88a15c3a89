"""Rows → data frames: typed by Arrow, for Great Expectations; and as numpy has them, for rules that compute."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from parsers.columnar import Stored, plain
from parsers.tables import Table

Places = npt.NDArray[np.int64]

ROW = "__row__"
"""The column that names a row in results: its key, or its place where it has none."""

UNIT = "__unit__"
"""The column that names what a row stands with in results: its cell in the first column of its table's order."""


def raw_frame(table: Table, rows: pa.Table, start: int = 0) -> pd.DataFrame:
    """Some rows of a table, from the row number `start` on: every declared column in Arrow's types; ROW, UNIT.

    >>> from parsers.columnar import table_of
    >>> from parsers.tables import table
    >>> articles = table_of(table("articles"), [{**table("articles").empty, "title": "A"}])
    >>> raw_frame(table("articles"), articles)[[ROW, "title"]].values.tolist()
    [['(row 1)', 'A']]
    """
    columns = {name: pd.Series(pd.arrays.ArrowExtensionArray(plain(rows[name]))) for name in table.names}
    keys = rows[table.key].to_pylist()
    named = [key or f"(row {place})" for place, key in enumerate(keys, start=start + 1)]
    return pd.DataFrame({**columns, ROW: pd.Series(named, dtype=object), UNIT: columns[table.order[0]]})


def cells_of(frame: pd.DataFrame, name: str) -> pa.ChunkedArray:
    """A column of a frame as Arrow has it."""
    found = frame[name].array
    assert isinstance(found, pd.arrays.ArrowExtensionArray)
    return found.__arrow_array__()


def whole_units(rows: Stored, unit: str, most: int) -> Iterator[pa.Table]:
    """The rows, so many at a time or some more: those that stand together with one value of a column stay together."""
    waiting = rows.schema.empty_table()
    for batch in rows.batches(rows=most):
        last, found = batch[unit][-1], pa.concat_tables([waiting, batch])
        stays = pc.index(found[unit], last).as_py() if last.is_valid else found.num_rows
        if stays:
            yield found.slice(0, stays)
        waiting = found.slice(stays)
    if waiting.num_rows:
        yield waiting


class Typed:
    """Rows of a table for rules that compute: a column is made when it is first asked for.

    Numbers are float64, dates datetime64 in seconds (which reaches the years 1 to 9999), truth values and texts objects
    with None where they are missing, lists tuples.
    """

    def __init__(self, rows: Stored) -> None:
        self._rows = rows
        self._made: dict[str, pd.Series] = {}

    @property
    def index(self) -> pd.RangeIndex:
        """The numbers of the rows."""
        return pd.RangeIndex(len(self._rows))

    def __getitem__(self, name: str) -> pd.Series:
        if name not in self._made:
            self._made[name] = _typed(self.cells(name))
        return self._made[name]

    def given(self, name: str) -> pd.Series:
        """Which rows hold something in a column."""
        cells = self.cells(name)
        filled = (
            pc.is_valid(cells)
            if not pa.types.is_floating(cells.type)
            else pc.invert(pc.is_null(cells, nan_is_null=True))
        )
        return pd.Series(filled.to_numpy().astype(bool))

    def distinct(self, names: Sequence[str]) -> tuple[list[pd.Series], Places]:
        """The rows that differ in some columns, each once, as a series a column; and for each row which of these it is.

        >>> from parsers.columnar import Stored
        >>> (cells,), which = Typed(Stored(pa.table({"kind": ["a", "b", "a"]}))).distinct(["kind"])
        >>> cells.tolist(), which.tolist()
        (['a', 'b'], [0, 1, 0])
        """
        which = np.zeros(len(self._rows), dtype=np.int64)
        for name in names:
            coded, most = _numbered(self.cells(name))
            which = pd.factorize(which * most + coded)[0]
        first = np.zeros(which.max(initial=-1) + 1, dtype=np.int64)
        first[which[::-1]] = np.arange(len(which))[::-1]
        return [_typed(self.cells(name).take(first)) for name in names], which

    def runs(self, names: Sequence[str]) -> tuple[Places, Places]:
        """The rows that differ in some columns from the one before; and for each row which of these it is like.

        >>> from parsers.columnar import Stored
        >>> first, which = Typed(Stored(pa.table({"start": [3, 3, 5, 3]}))).runs(["start"])
        >>> first.tolist(), which.tolist()
        ([0, 2, 3], [0, 0, 1, 2])
        """
        begins = np.arange(len(self._rows)) == 0
        for cells in map(self.cells, names):
            differs: Any = pc.not_equal(cells[1:], cells[:-1]).fill_null(True)
            begins[1:] |= differs.to_numpy()
        return np.flatnonzero(begins), np.cumsum(begins) - 1

    def cells(self, name: str) -> pa.ChunkedArray:
        """A column as Arrow has it."""
        return plain(self._rows.column(name))


def _numbered(cells: pa.ChunkedArray) -> tuple[Places, int]:
    """A number for each cell, the same for the same value, and how many numbers there are."""
    if pa.types.is_list(cells.type):
        cells = pa.chunked_array([[None if one is None else repr(one) for one in cells.to_pylist()]], pa.string())
    coded = cells.combine_chunks().dictionary_encode()
    return coded.indices.fill_null(len(coded.dictionary)).to_numpy().astype(np.int64), len(coded.dictionary) + 1


def _typed(cells: pa.ChunkedArray) -> pd.Series:
    """The cells as rules have them: see `Typed`."""
    kind = cells.type
    if pa.types.is_integer(kind) or pa.types.is_floating(kind):
        numbers = cells.cast(pa.float64(), safe=False)
        return pd.Series(numbers.to_numpy().astype("float64"))
    if pa.types.is_date(kind):
        return pd.Series(cells.cast(pa.timestamp("s")).to_numpy().astype("datetime64[s]"))
    if pa.types.is_list(kind):
        return pd.Series([None if one is None else tuple(one) for one in cells.to_pylist()], dtype=object)
    if pa.types.is_string(kind):
        return pd.Series(cells.combine_chunks().to_numpy(zero_copy_only=False), dtype=object)
    return pd.Series(cells.to_pylist(), dtype=object)
