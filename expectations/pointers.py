"""Pointers that name a table in one column and a row, or several, in another; no foreign key can say that."""

from __future__ import annotations

import pandas as pd

from expectations.masks import rowwise
from expectations.rule import Frames, Holds
from parsers.tables import tables


def points_to_rows(table_column: str, row_column: str) -> Holds:
    """Holds where the named table has the named row, or every row of a list, and where no table is named."""

    def holds(frame: pd.DataFrame, frames: Frames) -> pd.Series:
        keys = {name: frozenset(frames[name][declared.key]) for name, declared in tables().items()}

        def exists(name: str | None, rows: str | tuple[str, ...] | None) -> bool:
            wanted = rows if isinstance(rows, tuple) else (rows,)
            return name is None or (name in keys and all(row in keys[name] for row in wanted))

        return rowwise(exists, table_column, row_column)(frame, frames)

    return holds
