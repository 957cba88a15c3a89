"""Verifying: nothing is wrong with a release as published, and one byte that changed in any of its files is found."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from pages import NORTH, SOUTH, publish_pages

from outputs.parquet import read_arrow, write_arrow
from outputs.verify import Report, as_object, as_text, verify
from parsers.errors import OutputError


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two releases, of which the second has a delta."""
    root = tmp_path_factory.mktemp("published")
    publish_pages(root, NORTH, SOUTH)
    publish_pages(root, NORTH.replace("Mart Tamm", "Mart Tamme"), SOUTH)
    return root


@pytest.fixture
def copy(published: Path, tmp_path: Path) -> Path:
    """A copy of the second release, to be damaged, with the index beside it."""
    shutil.copy(published / "index.json", tmp_path)
    return Path(shutil.copytree(published / "1.1.0", tmp_path / "1.1.0"))


def found(report: Report) -> dict[str, str]:
    """What is wrong, by check and path."""
    return {f"{check.name}: {fault.path}": fault.found for check in report.checks for fault in check.faults}


def restamped(release: Path) -> Path:
    """The release with checksums that fit its files, as if whoever changed these had written them anew."""
    files = sorted(path for path in release.rglob("*") if path.is_file() and path.name != "SHA256SUMS")
    sums = {path.relative_to(release).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
    (release / "SHA256SUMS").write_text("".join(f"{sha256}  {name}\n" for name, sha256 in sorted(sums.items())))
    return release


def rewritten(release: Path, table: str, change: Callable[[pa.Table], pa.Table]) -> Report:
    """The report on the release with another table in the place of one of its own, and fitting checksums."""
    path = release / "parquet" / f"{table}.parquet"
    write_arrow(change(read_arrow(path)), path)
    return verify(restamped(release))


def with_cell(table: pa.Table, column: str, value: Any, row: int = 0) -> pa.Table:
    values = table[column].to_pylist()
    values[row] = value
    field = table.schema.field(column)
    return table.set_column(table.schema.get_field_index(column), field, pa.array(values, field.type))


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_a_release_is_sound_as_published(version: str, published: Path) -> None:
    report = verify(published / version)
    assert report.is_sound and report.notes == (), as_text(report)
    assert (report.version, report.place) == (version, str(published / version))
    assert [check.name for check in report.checks] == [
        *("checksums", "versions", "data package", "schema", "keys", "spans", "csv"),
    ]
    assert as_text(report).endswith(f"{version} in {published / version} is sound.")
    assert verify(published / "latest").place == str(published / "1.1.0")


def test_the_sample_is_sound(sample: Path) -> None:
    report = verify(sample / "latest")
    assert report.is_sound, as_text(report)
    assert "spans" in as_text(report)


@pytest.mark.slow
def test_one_byte_in_any_file_is_found(copy: Path) -> None:
    """One bit of each file is turned: of one in its first byte, of the next in the middle, of the next in the last."""
    files = sorted(path for path in copy.rglob("*") if path.is_file())
    assert len(files) > 80
    for number, path in enumerate(files):
        whole = path.read_bytes()
        damaged = bytearray(whole)
        damaged[(0, len(whole) // 2, len(whole) - 1)[number % 3]] ^= 1
        path.write_bytes(damaged)
        faults = {fault.path for fault in verify(copy).faults}
        assert path.relative_to(copy).as_posix() in faults or (faults and path.name == "SHA256SUMS"), path
        path.write_bytes(whole)
    assert verify(copy).is_sound


@pytest.mark.parametrize("place", [0, 63, 64, 66, -1])
def test_one_byte_of_the_checksums_is_found(place: int, copy: Path) -> None:
    """In the hash, between it and the name, in the name, at the end."""
    whole = (copy / "SHA256SUMS").read_bytes()
    for value in (ord("Z"), whole[place] ^ 1, whole[place] ^ 32):
        damaged = bytearray(whole)
        damaged[place] = value
        (copy / "SHA256SUMS").write_bytes(damaged)
        assert not verify(copy).is_sound, (place, value)


def test_a_file_cut_short_or_made_longer_is_found(copy: Path) -> None:
    path = copy / "csv" / "visits.csv"
    whole = path.read_bytes()
    for content in (b"", whole[:-1], whole + b"\n"):
        path.write_bytes(content)
        assert found(verify(copy)) == {"checksums: csv/visits.csv": "it was changed since it was published"}


def test_a_file_too_many_and_one_too_few(copy: Path) -> None:
    (copy / "notes.txt").write_text("mine")
    (copy / "empty").mkdir()
    (copy / "LICENSE").unlink()
    assert found(verify(copy)) == {
        "checksums: LICENSE": "it is not there",
        "checksums: empty/": "SHA256SUMS does not list it",
        "checksums: notes.txt": "SHA256SUMS does not list it",
        "versions: LICENSE": "the manifest names it, and it is not there",
        "data package: LICENSE": "datapackage.json lists it, and it is not there",
    }


def test_a_link_in_the_place_of_a_file(copy: Path) -> None:
    (copy / "LICENSE").rename(copy.parent / "LICENSE")
    (copy / "LICENSE").symlink_to("../LICENSE")
    assert found(verify(copy)) == {"checksums: LICENSE": "it was changed since it was published"}


def test_without_checksums_nothing_is_trusted(copy: Path) -> None:
    (copy / "SHA256SUMS").unlink()
    report = verify(copy)
    assert report.version is None
    assert found(report)["checksums: SHA256SUMS"] == "it cannot be read (No such file or directory)"


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda text: text.replace("  LICENSE", " *LICENSE"), "is no checksum"),
        (lambda text: text.rstrip("\n"), "it ends within a line"),
        (lambda text: text + text.splitlines(keepends=True)[0], "a file is listed twice"),
    ],
    ids=["form", "end", "twice"],
)
def test_checksums_that_are_none(change: Callable[[str], str], words: str, copy: Path) -> None:
    sums = copy / "SHA256SUMS"
    sums.write_text(change(sums.read_text()))
    assert any(words in fault.found for fault in verify(copy).faults)


# ---- with checksums that fit, what was changed is found by what the files say ----------------------------------------
def test_a_changed_table_disagrees_with_manifest_and_csv(copy: Path) -> None:
    faults = found(rewritten(copy, "visits", lambda table: with_cell(table, "city", "Cusco")))
    assert faults == {
        "versions: parquet/visits.parquet": "the manifest has another hash of it",
        "data package: parquet/visits.parquet": "datapackage.json says another size or hash of it",
        "csv: csv/visits.csv": "it has other values than the Parquet file in city (row 1)",
    }


def test_a_row_too_few(copy: Path) -> None:
    report = rewritten(copy, "visits", lambda table: table.slice(1))
    assert "it has 1 rows, the manifest says 2" in found(report)["schema: parquet/visits.parquet"]
    assert found(report)["csv: csv/visits.csv"] == "it has 2 rows, the Parquet file 1"


def test_a_key_that_occurs_twice(copy: Path) -> None:
    key = read_arrow(copy / "parquet" / "visits.parquet")["visit_id"][1].as_py()
    report = rewritten(copy, "visits", lambda table: with_cell(table, "visit_id", key))
    assert found(report)["keys: parquet/visits.parquet"] == f"keys that occur twice: {key}"


@pytest.mark.parametrize(
    ("table", "column", "value", "words"),
    [
        ("visits", "relation_id", "AAA-BBB", "relation_id leads to no row of relations.relation_id: AAA-BBB"),
        ("events", "fact_id", "visit-0", "fact_id leads to no row of"),
        ("evidence", "row_id", "visit-0", "row_id leads to no row of"),
        ("checks", "row_ids", ["visit-0"], "row_ids leads to no row of"),
    ],
)
def test_what_leads_nowhere_is_found(table: str, column: str, value: object, words: str, copy: Path) -> None:
    report = rewritten(copy, table, lambda rows: with_cell(rows, column, value))
    assert words in found(report)[f"keys: parquet/{table}.parquet"]


@pytest.mark.parametrize(
    ("column", "value"), [("start", 1), ("end", 10**6), ("text", "other words"), ("article_id", "x")]
)
def test_a_span_of_other_words_is_found(column: str, value: object, copy: Path) -> None:
    report = rewritten(copy, "evidence", lambda rows: with_cell(rows, column, value))
    key = read_arrow(copy / "parquet" / "evidence.parquet")["evidence_id"][0].as_py()
    assert found(report)["spans: parquet/evidence.parquet"] == f"1 span of other words than the text: {key}"


def test_another_text_makes_all_its_spans_wrong(copy: Path) -> None:
    report = rewritten(copy, "articles", lambda rows: with_cell(rows, "text", "Nothing."))
    assert {"spans: parquet/evidence.parquet", "spans: parquet/sentences.parquet"} <= found(report).keys()


def test_a_missing_or_retyped_column_is_found(copy: Path) -> None:
    report = rewritten(copy, "visits", lambda table: table.drop_columns(["city"]))
    assert found(report)["schema: parquet/visits.parquet"] == "datapackage.json names other columns"
    report = rewritten(copy, "trade", lambda table: table.cast(_retyped(table.schema, "rank", pa.float64())))
    assert found(report)["schema: parquet/trade.parquet"] == "datapackage.json says another type of rank"
    assert "with other columns, types or meanings: trade, visits" in " ".join(report.notes)


def _retyped(schema: pa.Schema, column: str, type_: pa.DataType) -> pa.Schema:
    number = schema.get_field_index(column)
    return schema.set(number, schema.field(column).with_type(type_))


def test_a_file_that_is_no_parquet_is_found(copy: Path) -> None:
    (copy / "parquet" / "visits.parquet").write_bytes(b"PAR1 not")
    report = verify(restamped(copy))
    assert "it cannot be read" in found(report)["schema: parquet/visits.parquet"]


def with_other_csv(copy: Path, old: str, new: str) -> dict[str, str]:
    """The faults of a release in whose file of visits other words stand, with checksums made anew."""
    path = copy / "csv" / "visits.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    return found(verify(restamped(copy)))


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("Lima", "Cusco", "it has other values than the Parquet file in"),
        ("2014-05-01", "2014-05", "its values are not of the declared types"),
        ("visitor", "visitors", "its columns are others"),
    ],
)
def test_csv_that_differs_from_the_parquet_is_found(old: str, new: str, words: str, copy: Path) -> None:
    faults = with_other_csv(copy, old, new)
    assert "versions: csv/visits.csv" in faults and "data package: csv/visits.csv" in faults
    assert words in faults["csv: csv/visits.csv"]


def test_an_empty_line_makes_another_file_of_the_same_rows(copy: Path) -> None:
    assert with_other_csv(copy, "\n", "\n\n").keys() == {"versions: csv/visits.csv", "data package: csv/visits.csv"}


def test_versions_that_differ_are_found(copy: Path) -> None:
    moved = copy.rename(copy.parent / "1.2.0")
    assert found(verify(moved)) == {
        "versions: manifest.json": "it says version 1.1.0, the folder is named 1.2.0",
    }
    for name in ("datapackage.json", "manifest.json"):
        path = moved / name
        path.write_text(path.read_text().replace('"version": "1.1.0"', '"version": "1.2.0"', 1))
    faults = found(verify(restamped(moved)))
    assert faults["versions: croissant.json"] == "it says version 1.1.0, the manifest 1.2.0"
    assert faults["versions: ../index.json"] == "it does not say of 1.2.0 what the manifest says"


def test_an_index_that_says_otherwise_is_found(copy: Path) -> None:
    index = copy.parent / "index.json"
    said = json.loads(index.read_text())
    for change, words in (
        ({"latest": "9.9.9"}, "latest is 9.9.9, which it does not list"),
        ({"releases": said["releases"][1:]}, "it does not say of 1.1.0 what the manifest says"),
        ({"releases": 3}, "it is no index of releases"),
    ):
        index.write_text(json.dumps({**said, **change}))
        assert any(words in fault.found for fault in verify(copy).faults), words
    index.unlink()
    assert verify(copy).is_sound, "a release alone, without an index beside it"


def test_a_content_hash_that_is_another(copy: Path) -> None:
    path = copy / "manifest.json"
    said = json.loads(path.read_text())
    said["release"]["content_hash"] = "0" * 64
    path.write_text(json.dumps(said))
    assert "the content hash is not that of its contents" in found(verify(restamped(copy)))["versions: manifest.json"]


def test_a_release_made_by_another_program_is_sound_with_a_note(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from outputs.verify import schema
    from parsers.tables import tables

    fewer = {name: table for name, table in tables().items() if name != "aid"}
    monkeypatch.setattr(schema, "tables", lambda: fewer)
    report = verify(copy)
    assert report.is_sound and report.notes == ("tables that this program does not declare: aid",)


def test_the_report_as_an_object(copy: Path) -> None:
    (copy / "LICENSE").write_text("mine")
    said = json.loads(json.dumps(as_object(verify(copy))))
    assert (said["version"], said["sound"]) == ("1.1.0", False)
    faults = [fault for check in said["checks"] for fault in check["faults"]]
    assert faults == [{"path": "LICENSE", "found": "it was changed since it was published"}]
    assert "1.1.0 in " in as_text(verify(copy)) and "is not sound: 1 fault." in as_text(verify(copy))


def test_where_there_is_no_release(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no such folder"):
        verify(tmp_path / "none")
    assert not verify(tmp_path).is_sound
