"""What the columns of a table hold: nulls, codes, an example, counted in Arrow, a column at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from parsers.columnar import Stored


@dataclass(frozen=True)
class Profile:
    """One column: `nulls` are the rows without a value, `example` is its first value (None where there is none).

    `codes` are the rows of each code, in alphabetical order; empty where the column is no category. `trues` are the
    rows that say true, `days` the first and last day, where the column is of such.
    """

    nulls: int
    example: object
    codes: Mapping[str, int] = field(default_factory=dict)
    trues: int = 0
    days: tuple[date, date] | None = None


def profiles(rows: Stored) -> dict[str, Profile]:
    """A profile of each column, by name."""
    return {one.name: _profile(rows, one) for one in rows.schema}


def _profile(rows: Stored, column: pa.Field) -> Profile:
    nulls, name, kind = rows.nulls(column.name), column.name, column.type
    if nulls == rows.num_rows:
        return Profile(nulls, None)
    codes = _codes(rows, name) if pa.types.is_dictionary(kind) else {}
    trues = pc.sum(rows.column(name)).as_py() if pa.types.is_boolean(kind) else 0
    return Profile(nulls, _first(rows, name), codes, trues, _days(rows, name) if pa.types.is_date(kind) else None)


def _first(rows: Stored, name: str) -> object:
    """The first value of a column that has any."""
    cells = (batch[name].drop_null() for batch in rows.batches([name]))
    return next(some[0].as_py() for some in cells if len(some))


def _codes(rows: Stored, name: str) -> dict[str, int]:
    counts: Counter[str] = Counter()
    for batch in rows.batches([name]):
        counted: Any = pc.value_counts(batch[name].cast(pa.string()).drop_null())
        counts.update(dict(zip(counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True)))
    return dict(sorted(counts.items()))


def _days(rows: Stored, name: str) -> tuple[date, date]:
    said: Any = pc.min_max(rows.column(name))
    return said["min"].as_py(), said["max"].as_py()
