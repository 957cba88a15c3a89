"""What the columns of a table hold: nulls, codes, an example, counted in Arrow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa
import pyarrow.compute as pc


@dataclass(frozen=True)
class Profile:
    """One column: `nulls` are the rows without a value, `example` is its first value (None where there is none).

    `codes` are the rows of each code, in alphabetical order; empty where the column is no category.
    """

    nulls: int
    example: object
    codes: Mapping[str, int] = field(default_factory=dict)


def profiles(table: pa.Table) -> dict[str, Profile]:
    """A profile of each column, by name."""
    return {name: _profile(table[name]) for name in table.column_names}


def _profile(column: pa.ChunkedArray) -> Profile:
    return Profile(column.null_count, _first(column), _codes(column))


def _first(column: pa.ChunkedArray) -> object:
    place = pc.index(pc.is_valid(column), pa.scalar(True)).as_py()
    return column[place].as_py() if place >= 0 else None


def _codes(column: pa.ChunkedArray) -> dict[str, int]:
    if not pa.types.is_dictionary(column.type):
        return {}
    counted = column.value_counts()
    codes = zip(counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True)
    return dict(sorted((code, rows) for code, rows in codes if code is not None))
