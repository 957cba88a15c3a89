"""Two tables are compared in the units that differ alone; the difference is that of the whole tables."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from outputs import narrowing
from outputs.changes import RowChanges, row_changes
from outputs.delta import delta_table, patched
from outputs.narrowing import narrowed
from outputs.parquet import to_arrow
from parsers.columnar import Stored
from parsers.tables import Column, Table

TABLE = Table(
    "visits",
    "a visit",
    (
        Column("visit_id", "string", "Key.", required=True),
        Column("relation_id", "string", "Unit."),
        Column("kind", "category", "Kind.", values={"state": "", "working": ""}),
        Column("hosts", "list<string>", "List."),
    ),
    "visit_id",
    ("relation_id", "visit_id"),
)
UNITS = ("CHL-EST", "EST-FJI", "EST-PER", "FJI-PER", "KEN-NOR")
ROWS = st.lists(
    st.fixed_dictionaries(
        {
            "visit_id": st.integers(0, 30).map(str),
            "relation_id": st.sampled_from(UNITS),
            "kind": st.sampled_from(["state", "working", None]),
            "hosts": st.none() | st.lists(st.sampled_from("ab"), max_size=2),
        }
    ),
    max_size=12,
    unique_by=lambda row: row["visit_id"],
)


def stored(rows: list[dict[str, Any]]) -> Stored:
    return Stored(to_arrow(TABLE, sorted(rows, key=lambda row: (row["relation_id"], row["visit_id"]))))


def said(changes: RowChanges) -> tuple[object, ...]:
    removed = sorted(row["visit_id"] for row in changes.removed)
    changed = sorted((row.key, sorted(cell.column for cell in row.cells)) for row in changes.changed)
    return list(changes.added), removed, changed


@given(before=ROWS, after=ROWS, kept=ROWS, block=st.integers(1, 4))
@settings(max_examples=150, deadline=None)
def test_the_difference_is_that_of_the_whole(before: Any, after: Any, kept: Any, block: int) -> None:
    """Some rows are the same in both, so that units are left out; whole tables are compared where no unit is known."""
    same = [{**row, "visit_id": f"k{row['visit_id']}"} for row in kept]
    one, other = stored([*before, *same]), stored([*after, *same])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(narrowing, "BLOCK", block)
        found = row_changes(one, other)
        patch.setattr(narrowing, "UNITS", ())
        whole = row_changes(one, other)
    assert said(found) == said(whole)
    assert (found.kept, whole.kept) == (other.num_rows - found.after.num_rows, 0)
    made = patched(one.source, delta_table(found))
    assert made is not None and made.to_pylist() == other.source.to_pylist()


def test_only_the_units_that_differ_are_held() -> None:
    rows = [{"visit_id": str(n), "relation_id": UNITS[n // 10], "kind": "state", "hosts": []} for n in range(50)]
    edited = [*rows[:25], {**rows[25], "kind": "working"}, *rows[26:]]
    one, other = narrowed(stored(rows), stored(edited))
    assert one.rows["relation_id"].unique().to_pylist() == other.rows["relation_id"].unique().to_pylist() == [UNITS[2]]
    assert other.places.tolist() == list(range(20, 30)) and other.left_out == 40


def test_rows_that_do_not_stand_together_are_compared_as_a_whole() -> None:
    rows = [{"visit_id": str(n), "relation_id": UNITS[n % 2], "kind": None, "hosts": None} for n in range(4)]
    mixed = Stored(to_arrow(TABLE, rows))
    assert [one.left_out for one in narrowed(mixed, mixed)] == [0, 0]
