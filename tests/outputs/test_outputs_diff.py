"""The difference between two releases, found in Arrow, must be that which a plain comparison of rows finds."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import NORTH, SOUTH, publish_pages, publish_rows, rows_of

from outputs import Published
from outputs.changes import RowChanges, row_changes
from outputs.diff import as_object, as_text, compare
from outputs.parquet import to_arrow
from parsers.columnar import Stored
from parsers.errors import OutputError
from parsers.tables import Column, Table

Publish = Callable[..., Published]
Row = dict[str, Any]

TABLE = Table(
    "visits",
    "a row of a test",
    (
        Column("visit_id", "string", "Key.", required=True),
        Column("city", "string", "Text."),
        Column("kind", "category", "Code.", values={"state": "", "working": ""}),
        Column("count", "int", "Number."),
        Column("value", "float", "Number."),
        Column("passed", "bool", "Truth."),
        Column("day", "date", "Day."),
        Column("hosts", "list<string>", "List."),
    ),
    "visit_id",
    ("visit_id",),
)

VALUES = {
    "city": st.sampled_from([None, "Baku", "Suva"]),
    "kind": st.sampled_from([None, "state", "working"]),
    "count": st.sampled_from([None, 0, 2**60]),
    "value": st.sampled_from([None, 0.0, 1.5]),
    "passed": st.sampled_from([None, True, False]),
    "day": st.sampled_from([None, dt.date(2011, 5, 1), dt.date(2011, 5, 2)]),
    "hosts": st.sampled_from([None, [], ["a"], ["b"], ["a", "b"], ["ab"], ["b", "a"]]),
}
ROWS = st.dictionaries(st.sampled_from("abcdef"), st.fixed_dictionaries(VALUES), max_size=6).map(
    lambda found: [{"visit_id": key, **row} for key, row in found.items()]
)


def changes_between(before: list[Row], after: list[Row]) -> RowChanges:
    return row_changes(Stored(to_arrow(TABLE, before)), Stored(to_arrow(TABLE, after)))


@given(before=ROWS, after=ROWS)
@settings(max_examples=150, deadline=None)
def test_every_difference_is_found_and_no_other(before: list[Row], after: list[Row]) -> None:
    old, new = ({row["visit_id"]: row for row in rows} for rows in (before, after))
    changes = changes_between(before, after)
    assert list(changes.added) == [row for row in after if row["visit_id"] not in old]
    assert list(changes.removed) == [row for row in before if row["visit_id"] not in new]
    expected = {
        key: {name: (old[key][name], row[name]) for name in row if old[key][name] != row[name]}
        for key, row in new.items()
        if key in old and old[key] != row
    }
    assert {row.key: {one.column: (one.before, one.after) for one in row.cells} for row in changes.changed} == expected
    assert changes.added_keys == [row["visit_id"] for row in changes.added]
    assert bool(changes) == (sorted(map(str, before)) != sorted(map(str, after)))


def test_rows_are_made_on_demand_in_slices() -> None:
    rows = [{**dict.fromkeys(TABLE.names), "visit_id": f"v{number:05}", "count": number} for number in range(25_000)]
    changes = changes_between([], rows)
    assert len(changes.added) == 25_000
    assert [row["count"] for row in changes.added[24_998:]] == [24_998, 24_999]
    assert changes.added[-1]["count"] == 24_999
    assert sum(row["count"] for row in changes.added) == sum(range(25_000))


def test_rows_with_one_key_cannot_be_compared() -> None:
    twice = to_arrow(TABLE, [{**dict.fromkeys(TABLE.names), "visit_id": key} for key in "ab"])
    twice = twice.set_column(0, twice.schema.field(0), [["a", "a"]])
    with pytest.raises(OutputError, match="the key visit_id is null or occurs twice"):
        row_changes(Stored(twice), Stored(twice))


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two releases: a visit got a day, an embassy went, a meeting's sentence is new."""
    root = tmp_path_factory.mktemp("two")
    publish_pages(root, NORTH, SOUTH)
    north = NORTH.replace("In May 2014", "On 12 May 2014")
    publish_pages(root, north, SOUTH.replace(" Estonia opened an embassy in Santiago in 2015.", ""))
    return root


def test_two_releases_in_words(two: Path) -> None:
    text = as_text(compare(two / "1.0.0", two / "1.1.0"))
    assert text.startswith("1.0.0 → 1.1.0\n")
    assert "missions: 0 rows added, 0 changed, 1 removed\n  - mission-" in text
    assert "date_edtf: 2014-05 → 2014-05-12" in text
    assert "with another revision, link or offset alone" in text


def test_two_releases_as_json(two: Path) -> None:
    found = json.loads(json.dumps(as_object(compare(two / "1.0.0", two / "1.1.0"))))
    assert (found["before"], found["after"], found["next_version"]) == ("1.0.0", "1.1.0", "1.1.0")
    visit = found["rows"]["visits"]["changed"]
    assert [one["cells"]["date_edtf"] for one in visit] == [["2014-05", "2014-05-12"]]
    assert visit[0]["cells"]["date_start"] == ["2014-05-01", "2014-05-12"]
    assert len(found["rows"]["missions"]["removed"]) == 1
    assert found["counts"]["tables_added"] == 0


def test_the_other_way_round_what_was_removed_is_added(two: Path) -> None:
    there, back = (compare(two / one, two / other) for one, other in (("1.0.0", "1.1.0"), ("1.1.0", "1.0.0")))
    assert there.difference.counts["rows_added"] == back.difference.counts["rows_removed"]
    assert there.difference.counts["rows_changed"] == back.difference.counts["rows_changed"] > 0


def test_a_release_and_itself(two: Path) -> None:
    found = compare(two / "1.0.0", two / "1.0.0")
    assert (found.next_version, found.reasons) == (None, ("nothing changed since 1.0.0",))
    assert not found.difference.rows


def test_at_most_so_many_rows_are_named(tmp_path: Path) -> None:
    rows = rows_of(NORTH)
    publish_rows(tmp_path, rows)
    rows["visits"] += [{**rows["visits"][0], "visit_id": f"visit-{number:03}"} for number in range(12)]
    publish_rows(tmp_path, rows)
    text = as_text(compare(tmp_path / "1.0.0", tmp_path / "1.1.0"), 5)
    assert text.count("  + visit-") == 5 and "    and 7 more" in text


def test_what_is_no_release_cannot_be_compared(two: Path, tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="it cannot be read"):
        compare(tmp_path, two / "1.0.0")
