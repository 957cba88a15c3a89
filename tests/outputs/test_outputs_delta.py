"""Release A and the delta of B make release B; an identifier that changed leads to the row under its new one."""

from __future__ import annotations

import io
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pages import NORTH, SOUTH, publish_pages, rows_of
from plausible import MANIFEST, REPORT, VALIDATION, Rows, make_rows, stored_rows
from test_outputs_diff import ROWS, TABLE

from outputs import publish
from outputs.changes import row_changes
from outputs.delta import OWN, apply_delta, delta_table, patched
from outputs.describe import describers
from outputs.parquet import read_arrow, to_arrow, write_arrow
from outputs.renamed import renamed
from outputs.version import difference
from parsers.columnar import Stored
from parsers.errors import OutputError
from parsers.tables import Table, tables


def written(table: pa.Table) -> bytes:
    sink = io.BytesIO()
    write_arrow(table, sink)
    return sink.getvalue()


def assert_applies(root: Path, before: str, after: str) -> None:
    """The release before and the delta make the Parquet files of the release, byte for byte."""
    made = apply_delta(root / before, root / after)
    files = {path.stem: path.read_bytes() for path in (root / after / "parquet").iterdir()}
    assert {name: written(table) for name, table in made.items()} == files


@given(before=ROWS, after=ROWS)
@settings(max_examples=100, deadline=None)
def test_a_table_and_its_delta_make_the_next(before: list[dict[str, Any]], after: list[dict[str, Any]]) -> None:
    """Rows stand in order of the key, as in a release: what did not change keeps its order."""
    old, new = (to_arrow(TABLE, sorted(rows, key=lambda row: row["visit_id"])) for rows in (before, after))
    delta = delta_table(row_changes(Stored(old), Stored(new)))
    again = pq.ParquetFile(io.BytesIO(written(delta))).read()
    made = patched(old, again)
    assert made is not None and written(made) == written(new)


def test_each_release_of_articles_follows_from_the_one_before(tmp_path: Path) -> None:
    publish_pages(tmp_path, NORTH, SOUTH)
    publish_pages(tmp_path, NORTH.replace("In May 2014", "On 12 May 2014"))
    publish_pages(tmp_path, NORTH, SOUTH.replace("2015", "2016"))
    assert_applies(tmp_path, "1.0.0", "1.1.0")
    assert_applies(tmp_path, "1.1.0", "1.2.0")


def declared_without(table: str, column: str) -> dict[str, Table]:
    declared = dict(tables())
    columns = tuple(one for one in declared[table].columns if one.name != column)
    declared[table] = replace(declared[table], columns=columns)
    return declared


def rows_without(table: str, column: str) -> Rows:
    rows = make_rows()
    rows[table] = [{name: value for name, value in row.items() if name != column} for row in rows[table]]
    return rows


def released(root: Path, rows: Rows, declared: dict[str, Table] | None = None) -> Path:
    return publish(root, rows, MANIFEST, VALIDATION, REPORT, declared=declared).path


def test_a_column_that_came_and_one_that_went(tmp_path: Path) -> None:
    old = released(tmp_path, rows_without("visits", "city"), declared_without("visits", "city"))
    new = released(tmp_path, make_rows())
    assert_applies(tmp_path, old.name, new.name)
    delta = read_arrow(new / "delta" / "visits.parquet").to_pylist()
    assert [(row["change"], row["changed_columns"]) for row in delta] == [("changed", ["city"])]
    newest = released(tmp_path, rows_without("visits", "city"), declared_without("visits", "city"))
    assert newest.name == "2.0.0"
    assert_applies(tmp_path, new.name, newest.name)
    assert read_arrow(newest / "delta" / "visits.parquet").num_rows == 0


def test_a_column_of_another_type(tmp_path: Path) -> None:
    old = released(tmp_path, make_rows())
    declared = dict(tables())
    columns = (replace(one, type="float") if one.name == "cow" else one for one in declared["states"].columns)
    declared["states"] = replace(declared["states"], columns=tuple(columns))
    new = released(tmp_path, make_rows(), declared)
    assert new.name == "2.0.0"
    assert_applies(tmp_path, old.name, new.name)


def test_a_table_that_came_and_one_that_went(tmp_path: Path) -> None:
    fewer, rows = dict(tables()), make_rows()
    del fewer["aid"], rows["aid"]
    released(tmp_path, rows, fewer)
    released(tmp_path, make_rows())
    released(tmp_path, rows, fewer)
    assert_applies(tmp_path, "1.0.0", "1.1.0")
    assert_applies(tmp_path, "1.1.0", "2.0.0")
    delta = read_arrow(tmp_path / "2.0.0" / "delta" / "aid.parquet")
    assert delta["change"].to_pylist() == ["removed"]
    assert "### aid: 0 rows added, 0 changed, 1 removed" in (tmp_path / "2.0.0" / "CHANGELOG.md").read_text()


def test_what_a_delta_holds(tmp_path: Path) -> None:
    released(tmp_path, make_rows())
    rows = make_rows()
    rows["visits"][0]["city"] = "Tartu"
    rows["visits"].append({**rows["visits"][0], "visit_id": "visit-3", "kind": "state"})
    del rows["visits"][1]
    path = released(tmp_path, rows)
    assert {one.name for one in (path / "delta").iterdir()} == {"visits.parquet"}
    delta = read_arrow(path / "delta" / "visits.parquet")
    assert delta.column_names == ["change", *tables()["visits"].names, "changed_columns", "before", "row_number"]
    assert all(field.metadata[b"description"] for field in delta.schema)
    found = {row["visit_id"]: row for row in delta.to_pylist()}
    added, changed, removed = (found[key] for key in ("visit-3", "visit-1", "visit-2"))
    assert (added["change"], added["before"], added["kind"], added["row_number"]) == ("added", None, "state", 1)
    assert (changed["change"], changed["changed_columns"], changed["city"]) == ("changed", ["city"], "Tartu")
    assert (changed["before"]["city"], changed["before"]["hosts"]) == ("Tallinn", changed["hosts"])
    assert (removed["change"], removed["kind"], removed["row_number"]) == ("removed", "working", None)
    assert removed["before"]["kind"] == "working"


def test_a_first_release_and_a_patch_have_no_delta(tmp_path: Path) -> None:
    assert not (released(tmp_path, make_rows()) / "delta").exists()
    patch = publish(tmp_path, make_rows(), {**MANIFEST, "failures": ["a.txt"]}, VALIDATION, REPORT)
    assert patch.version == "1.0.1" and not (patch.path / "delta").exists()
    assert_applies(tmp_path, "1.0.0", "1.0.1")


def test_a_delta_fits_the_release_before_alone(tmp_path: Path) -> None:
    for city in ("Tartu", "Narva", "Paide"):
        rows = make_rows()
        rows["visits"][0]["city"] = city
        released(tmp_path, rows)
    with pytest.raises(OutputError, match=r"its delta is to 1\.1\.0; expected a delta to 1\.0\.0"):
        apply_delta(tmp_path / "1.0.0", tmp_path / "1.2.0")
    with pytest.raises(OutputError, match="its delta is to no release"):
        apply_delta(tmp_path / "1.0.0", tmp_path / "1.0.0")


def test_no_table_has_a_column_that_a_delta_has_for_itself() -> None:
    assert not [name for name, table in tables().items() if OWN.keys() & set(table.names)]
    assert "id_map" not in tables()


def test_a_delta_is_among_the_files_of_the_release(tmp_path: Path) -> None:
    publish_pages(tmp_path, NORTH)
    path = publish_pages(tmp_path, NORTH.replace("In May 2014", "On 12 May 2014")).path
    assert "  delta/visits.parquet\n" in (path / "SHA256SUMS").read_text()
    resources = json.loads((path / "datapackage.json").read_text())["resources"]
    assert "delta/visits.parquet" in {one["path"] for one in resources}
    assert not [one for one in describers() if one.path.startswith("delta")]


# ---- identifiers -----------------------------------------------------------------------------------------------------
TRIP = "In May 2014, Estonian Foreign Minister Mart Tamm visited Lima."
EDITS = {
    "a better date": ("In May 2014", "On 12 May 2014", {}),
    "an accent": ("Mart Tamm", "Märt Tamm", {}),
    "another spelling": (
        "Mart Tamm",
        "Mart Tamme",
        {"visits": "spelling", "events": "reference", "people": "spelling"},
    ),
    "a year where none was": (" in 2018", "", {"visits": "better date"}),
    "a year that was corrected": ("in 2018", "in 2017", {"visits": "other date", "events": "reference"}),
}


@pytest.mark.parametrize(("old", "new", "bases"), EDITS.values(), ids=EDITS)
def test_a_fact_that_was_edited_is_followed(old: str, new: str, bases: dict[str, str]) -> None:
    before, after = rows_of(NORTH), rows_of(NORTH.replace(old, new))
    assert before["visits"] and len(before["visits"]) == len(after["visits"])
    arrows = [stored_rows(tables(), rows) for rows in (before, after)]
    found = renamed(difference(*arrows).matched)
    assert {one.table: one.basis for one in found} == bases
    for one in found:
        key = tables()[one.table].key
        assert [row for row in before[one.table] if row[key] == one.old_id]
        assert [row for row in after[one.table] if row[key] == one.new_id]
        assert not [row for row in after[one.table] if row[key] == one.old_id]


def visits(*rows: dict[str, Any]) -> dict[str, Stored]:
    """Tables with visits alone; a row says what matters."""
    made = make_rows()
    base = {**made["visits"][0], "hosts": None, "kind": None, "person_id": None}
    return stored_rows({"visits": tables()["visits"]}, {"visits": [{**base, **row} for row in rows]})


def dated(edtf: str, start: str, end: str) -> dict[str, Any]:
    from datetime import date

    return {"date_edtf": edtf, "date_start": date.fromisoformat(start), "date_end": date.fromisoformat(end)}


def test_who_cannot_be_told_apart_is_not_followed() -> None:
    """Two trips that fit equally well: no guess."""
    before = visits({"visit_id": "a"})
    after = visits({"visit_id": "b"}, {"visit_id": "c"})
    assert renamed(difference(before, after).matched) == ()


def test_another_person_or_another_direction_is_another_trip() -> None:
    before = visits({"visit_id": "a", "visitor": "Ana Quispe"})
    assert renamed(difference(before, visits({"visit_id": "b", "visitor": "Ivo Rebane"})).matched) == ()
    turned = {"visit_id": "b", "visitor": "Ana Quispe", "sending_iso3": "EST", "receiving_iso3": "PER"}
    assert renamed(difference(before, visits(turned)).matched) == ()


def test_the_likest_row_is_taken() -> None:
    may, june = dated("2011-05", "2011-05-01", "2011-05-31"), dated("2011-06", "2011-06-01", "2011-06-30")
    before = visits({"visit_id": "a", **may}, {"visit_id": "b", **june})
    after = visits({"visit_id": "c", **june}, {"visit_id": "d", **may})
    found = renamed(difference(before, after).matched)
    assert {(one.old_id, one.new_id, one.basis) for one in found} == {
        ("a", "d", "same cells"),
        ("b", "c", "same cells"),
    }


def test_the_map_is_a_table_of_the_delta(tmp_path: Path) -> None:
    publish_pages(tmp_path, NORTH)
    path = publish_pages(tmp_path, NORTH.replace("Mart Tamm", "Mart Tamme")).path
    found = read_arrow(path / "delta" / "id_map.parquet")
    assert found.column_names == ["table", "relation_id", "old_id", "new_id", "basis"]
    rows = {row["table"]: row for row in found.to_pylist()}
    assert rows["visits"]["relation_id"] == "EST-PER" and rows["people"]["relation_id"] is None
    assert f"`{rows['visits']['old_id']}` → `{rows['visits']['new_id']}`" in (path / "CHANGELOG.md").read_text()
    assert_applies(tmp_path, "1.0.0", "1.1.0")


def test_rows_under_a_new_scheme_are_all_followed() -> None:
    """Another way to make identifiers is a new major version, and the map leads from each old one to its new one."""
    rows = rows_of(NORTH, SOUTH)
    made = {
        name: [{**row, table.key: f"new-{row[table.key]}"} for row in rows[name]] for name, table in tables().items()
    }
    for row in made["events"]:
        row["fact_id"] = row["fact_id"] and f"new-{row['fact_id']}"
    before, after = (stored_rows(tables(), one) for one in (rows, made))
    found = {one.old_id: one.new_id for one in renamed(difference(before, after).matched)}
    facts = [name for name, table in tables().items() if table.is_fact]
    wanted = [row[tables()[name].key] for name in (*facts, "people") for row in rows[name]]
    assert found == {key: f"new-{key}" for key in wanted}


@st.composite
def edited(draw: st.DrawFn) -> str:
    """An article with paragraphs that tell of other things, anywhere but within a paragraph."""
    filler = st.sampled_from(
        (
            "The coast has many lighthouses.",
            "Both flags have a band of blue.",
            "== Culture ==",
            "Choirs sing in June.",
            "A bridge bears both names.",
        )
    )
    lines = NORTH.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        lines[(at := draw(st.integers(1, len(lines)))) : at] = ["", draw(filler), ""]
    return "\n".join(lines)


@given(article=edited())
@settings(max_examples=15, deadline=None)
def test_edits_elsewhere_leave_identifiers(article: str) -> None:
    before, after = rows_of(NORTH), rows_of(article)
    for name, table in tables().items():
        if table.is_fact or name == "people":
            assert {row[table.key] for row in before[name]} <= {row[table.key] for row in after[name]}, name
