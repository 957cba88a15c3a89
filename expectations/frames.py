"""Rows → data frames: as they are, for Great Expectations; and by declared type, for rules that compute."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from expectations.cells import is_of_type
from parsers.tables import Table

ROW = "__row__"
"""The column that names a row in results: its key, or its place where it has none."""

Row = Mapping[str, object]


def raw_frame(table: Table, rows: Sequence[Row]) -> pd.DataFrame:
    """The rows as they are: every declared column as objects, None where unsaid, lists as tuples; and ROW.

    >>> from parsers.tables import table
    >>> raw_frame(table("articles"), [{"title": "A"}])[[ROW, "title", "text"]].values.tolist()
    [['(row 1)', 'A', None]]
    """
    columns = {name: [_whole(row.get(name)) for row in rows] for name in table.names}
    columns[ROW] = [
        key if isinstance(key, str) and key else f"(row {place})"
        for place, key in enumerate(columns[table.key], start=1)
    ]
    return pd.DataFrame({name: pd.Series(cells, dtype=object) for name, cells in columns.items()})


def typed_frame(table: Table, raw: pd.DataFrame) -> pd.DataFrame:
    """The same rows by declared type, so that rules can compute: what is not of its column's type is missing.

    Numbers are float64, dates datetime64 in seconds (which reaches the years 1 to 9999), all else stays an object.
    """
    return pd.DataFrame({column.name: _typed(column.type, raw[column.name]) for column in table.columns})


def _whole(value: object) -> object:
    return tuple(value) if isinstance(value, list) else value


def _typed(kind: str, cells: pd.Series) -> pd.Series:
    kept: list[Any] = [cell if cell is not None and is_of_type(kind, cell) else None for cell in cells]
    if kind in ("int", "float"):
        return pd.Series([np.nan if cell is None else float(cell) for cell in kept], dtype="float64")
    if kind == "date":
        return pd.Series(np.array(kept, dtype="datetime64[D]").astype("datetime64[s]"))
    return pd.Series(kept, dtype=object)
