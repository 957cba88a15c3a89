"""Rows as columns: what is refused, and that a table in a file is that in memory."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from parsers.columnar import Stored, table_of
from parsers.tables import tables

REFUSED = [
    ("trade", {"value": "4 million"}),
    ("sections", {"level": True}),
    ("meetings", {"participants": [1]}),
    ("visits", {"date_start": "2011-05-03"}),
    ("visits", {"kind": ["state"]}),
    ("visits", {"city": "half of a pair: \ud800"}),
    ("checks", {"passed": 1}),
]


@pytest.mark.parametrize(("name", "cells"), REFUSED, ids=[f"{name}.{next(iter(cells))}" for name, cells in REFUSED])
def test_a_value_of_another_type_is_refused_by_its_column(name: str, cells: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=f"table {name}, column {next(iter(cells))}: not a "):
        table_of(tables()[name], [{**tables()[name].empty, **cells}])


TABLE = pa.table({
    "id": [f"n-{number}" for number in range(10)],
    "kind": pa.array(["a", None, "b", "a", "a"] * 2).dictionary_encode(),
    "names": pa.array([["x"], None, []] * 3 + [["y", "z"]], pa.list_(pa.string())),
})  # fmt: skip


@pytest.fixture(params=["memory", "file"])
def stored(request: pytest.FixtureRequest, tmp_path: Path) -> Stored:
    """The table, in a file with three row groups."""
    if request.param == "memory":
        return Stored(TABLE)
    pq.write_table(TABLE, tmp_path / "table.parquet", row_group_size=4)
    return Stored(tmp_path / "table.parquet")


def test_what_is_asked_for_is_read(stored: Stored) -> None:
    assert len(stored) == stored.num_rows == 10
    assert stored.read(["names"]).to_pylist() == TABLE.select(["names"]).to_pylist()
    assert stored.column("id").to_pylist() == TABLE["id"].to_pylist()
    assert list(stored.rows()) == TABLE.to_pylist()
    assert stored.head(3).to_pylist() == TABLE.to_pylist()[:3]
    assert [stored.nulls(name) for name in TABLE.column_names] == [0, 2, 3]


@pytest.mark.parametrize("rows", [1, 3, 4, 5, 9, 10, 11])
def test_batches_have_the_rows_asked_for_and_the_last_what_is_left(stored: Stored, rows: int) -> None:
    found = list(stored.batches(["id", "kind"], rows=rows))
    assert [one.num_rows for one in found] == [rows] * (10 // rows) + [10 % rows] * bool(10 % rows)
    assert [row for one in found for row in one.to_pylist()] == TABLE.select(["id", "kind"]).to_pylist()
