"""Pointers that name a table in one column and a row, or several, in another; no foreign key can say that."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from expectations.cells import Mask, mask_of
from expectations.rule import Holds, Typed, Whole


def points_to_rows(table_column: str, row_column: str) -> Holds:
    """Holds where the named table has the named row, or every row of a list, and where no table is named."""

    def holds(frame: Typed, whole: Whole) -> pd.Series:
        named = frame.cells(table_column)
        rows: Any = frame.cells(row_column).combine_chunks()
        at, wanted = np.arange(len(rows)), rows
        if pa.types.is_list(rows.type):
            at, wanted = pc.list_parent_indices(rows).to_numpy(), pc.list_flatten(rows)
        of_table = named.take(at).combine_chunks()
        known = pc.and_(pc.is_in(named, value_set=pa.array(list(whole))), pc.is_valid(frame.cells(row_column)))
        passes = mask_of(pc.or_(pc.is_null(named), known))
        for name in map(str, of_table.unique().drop_null().to_pylist()):
            own = mask_of(pc.equal(of_table, pa.scalar(name)).fill_null(False))
            passes[at[own][~_there(whole, name, wanted.filter(pa.array(own)))]] = False
        return pd.Series(passes, index=frame.index)

    return holds


def named_exist(other: str) -> Holds:
    """Holds where the row exists that a row of the table `other` names in its columns `table` and `row_id`.

    As `points_to_rows` of these, for a table of millions of rows: all that it names is looked up at once.
    """

    def holds(frame: Typed, whole: Whole) -> pd.Series:
        named, rows = frame.cells("table"), frame.cells("row_id")
        passes = np.ones(len(frame.index), dtype=bool)
        for name, keys in whole.astray(other).items():
            of_table: Any = pc.equal(named, pa.scalar(name))
            passes &= ~(mask_of(of_table.fill_null(False)) & mask_of(pc.is_in(rows, value_set=keys)))
        return pd.Series(passes, index=frame.index)

    return holds


def _there(whole: Whole, name: str, keys: pa.Array) -> Mask:
    """Which of the keys are those of rows of the table; none where there is no such table."""
    if name not in whole:
        return np.zeros(len(keys), dtype=bool)
    return mask_of(pc.is_in(keys, value_set=whole.keys_of(name)))
