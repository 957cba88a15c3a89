"""Rows with one key as one row."""

from __future__ import annotations

from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from parsers.columnar import table_of
from parsers.tables import Table


def united(declared: Table, rows: pa.Table) -> pa.Table:
    """The rows, those with one key as one: the first's values, with the statements of all counted.

    The very same table where no key occurs twice; else those rows that are alone come first.
    """
    keys = rows[declared.key]
    if pc.count_distinct(keys).as_py() == rows.num_rows:
        return rows
    counted: Any = pc.value_counts(keys)
    twice = counted.filter(pc.greater(counted.field("counts"), pa.scalar(1))).field("values")
    several = pc.is_in(keys, value_set=twice)
    found: dict[object, dict[str, Any]] = {}
    for row in rows.filter(several).to_pylist():
        first = found.setdefault(row[declared.key], row)
        if first is not row and declared.is_fact:
            first["statements"] += row["statements"]
            first["has_conflict"] = first["has_conflict"] or row["has_conflict"]
    return pa.concat_tables([rows.filter(pc.invert(several)), table_of(declared, list(found.values()))])
