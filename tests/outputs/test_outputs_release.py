"""Publishing: what stands in the folder afterwards, and what does not where something fails."""

from __future__ import annotations

import errno
import filecmp
import json
import os
import resource
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from plausible import MANIFEST, REPORT, VALIDATION, Rows, make_rows, stored_rows

from outputs import Published, describe, placing
from outputs.describe import Describer
from outputs.model import Departed, Release
from outputs.page.parts import parts
from parsers.errors import OutputError
from parsers.tables import tables

Publish = Callable[..., Published]

FILES = {
    *(f"parquet/{name}.parquet" for name in tables()),
    *(f"csv/{name}.csv" for name in tables()),
    *("validation/results.json", "validation/report.html"),
    *(part.path for name, rows in stored_rows(tables(), make_rows()).items() for part in parts(tables()[name], rows)),
    *(one.path for one in describe.describers()),
}


def files_in(root: Path) -> dict[str, bytes]:
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def stamps(root: Path) -> dict[str, int]:
    return {str(path): path.lstat().st_mtime_ns for path in (root, *root.rglob("*"))}


def moved(rows: Rows) -> Rows:
    rows["visits"][0]["city"] = "Tartu"
    return rows


def test_the_files_of_a_release(tmp_path: Path, release: Publish) -> None:
    published = release(tmp_path / "x")
    assert (published.version, published.path) == ("1.0.0", tmp_path / "x" / "1.0.0")
    assert files_in(published.path).keys() == FILES
    assert (tmp_path / "x" / "latest").readlink() == Path("1.0.0")
    assert json.loads((published.path / "validation" / "results.json").read_text()) == VALIDATION
    assert (published.path / "validation" / "report.html").read_text() == REPORT
    assert published.counts["visits"] == 2


def test_sha256sum_agrees(tmp_path: Path, release: Publish) -> None:
    path = release(tmp_path).path
    subprocess.run(["sha256sum", "--strict", "--quiet", "-c", "SHA256SUMS"], cwd=path, check=True)
    listed = {line.split("  ", 1)[1] for line in (path / "SHA256SUMS").read_text().splitlines()}
    assert listed == FILES - {"SHA256SUMS"}


def test_two_folders_are_identical(tmp_path: Path, release: Publish) -> None:
    for name in ("one", "two/deep"):
        release(tmp_path / name)
        release(tmp_path / name, moved(make_rows()))
    one, two = files_in(tmp_path / "one"), files_in(tmp_path / "two" / "deep")
    assert one == two
    assert not filecmp.dircmp(tmp_path / "one", tmp_path / "two" / "deep").diff_files
    assert not [path for path, content in one.items() if str(tmp_path).encode() in content]


def test_a_second_run_writes_nothing(tmp_path: Path, release: Publish) -> None:
    release(tmp_path)
    before = stamps(tmp_path)
    again = release(tmp_path)
    assert (again.version, again.reasons) == (None, ("nothing changed since 1.0.0",))
    assert again.path == tmp_path / "1.0.0"
    assert stamps(tmp_path) == before


def test_a_changed_cell_is_minor_and_named(tmp_path: Path, release: Publish) -> None:
    release(tmp_path)
    published = release(tmp_path, moved(make_rows()))
    assert (published.version, published.changes["rows_changed"]) == ("1.1.0", 1)
    changelog = (tmp_path / "latest" / "CHANGELOG.md").read_text()
    assert "## 1.1.0\n" in changelog and "Release before: 1.0.0." in changelog
    assert "- `visit-1`: city `Tallinn` → `Tartu`" in changelog
    listed = changelog.partition("Files with other contents")[2].split()
    assert {"`csv/visits.csv`", "`CODEBOOK.md`"} < set(listed) and "`CHANGELOG.md`" not in listed


def test_the_changelog_names_fifty_and_counts_the_rest(tmp_path: Path, release: Publish) -> None:
    release(tmp_path)
    rows = make_rows()
    rows["visits"] += [{**rows["visits"][0], "visit_id": f"new-{number:03}"} for number in range(53)]
    del rows["states"][1]
    release(tmp_path, rows)
    changelog = (tmp_path / "latest" / "CHANGELOG.md").read_text()
    assert "`new-049`" in changelog and "`new-050`" not in changelog and "- and 3 more" in changelog
    assert "Removed:\n\n- `PER`: `Peru`" in changelog
    assert changelog.index("### visits") < changelog.index("### states"), "facts come first"


def test_rows_that_only_moved_are_counted_in_the_changelog(tmp_path: Path, release: Publish) -> None:
    rows = make_rows()
    release(tmp_path, rows)
    rows["sentences"] = [row | {"start": row["start"] + 5, "end": row["end"] + 5} for row in rows["sentences"]]
    changelog = (release(tmp_path, rows).path / "CHANGELOG.md").read_text(encoding="utf-8")
    moved = len(rows["sentences"])
    assert f"edited: {moved} row{'s' * (moved != 1)} with another revision, link or offset alone." in changelog
    assert "Changed:" not in changelog


def test_another_manifest_is_a_patch(tmp_path: Path, release: Publish) -> None:
    release(tmp_path)
    published = release(tmp_path, manifest={**MANIFEST, "failures": ["empty.txt"]})
    words, _, files = published.reasons[0].partition(": ")
    assert (published.version, words) == ("1.0.1", "the same rows, other files")
    assert {"manifest.json", "quality.json", "datapackage.json"} <= set(files.split(", ")), "with what follows from it"


def test_articles_that_left_are_told_once(tmp_path: Path, release: Publish) -> None:
    left = [Departed(f"Chad–{number} relations", 7, "the page was deleted") for number in range(52)]
    release(tmp_path)
    assert release(tmp_path, departed=left).version is None  # nothing of the rows says so
    path = release(tmp_path, moved(make_rows()), departed=left).path
    said = json.loads((path / "manifest.json").read_text(encoding="utf-8"))
    assert said["departed"][0] == {"title": "Chad–0 relations", "revision_id": 7, "reason": "the page was deleted"}
    changelog = (path / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "### Articles that left\n\n- `Chad–0 relations`: the page was deleted\n" in changelog
    assert "and 2 more" in changelog
    assert release(tmp_path, moved(make_rows())).version is None


def test_a_column_removed_is_major(tmp_path: Path, release: Publish) -> None:
    release(tmp_path)
    declared = dict(tables())
    without = tuple(column for column in declared["visits"].columns if column.name != "occasion")
    declared["visits"] = type(declared["visits"])(
        "visits", declared["visits"].row, without, "visit_id", declared["visits"].order, declared["visits"].identity
    )
    rows = make_rows()
    for row in rows["visits"]:
        del row["occasion"]
    published = release(tmp_path, rows, declared=declared)
    assert (published.version, published.reasons) == ("2.0.0", ("the column visits.occasion was removed",))


def test_the_index_is_newest_first(tmp_path: Path, release: Publish) -> None:
    for city in "abcdefghijkl":
        rows = make_rows()
        rows["visits"][0]["city"] = city
        release(tmp_path, rows)
    index = json.loads((tmp_path / "index.json").read_text())
    assert index["latest"] == "1.11.0" == str((tmp_path / "latest").readlink())
    versions = [entry["version"] for entry in index["releases"]]
    assert versions == [f"1.{minor}.0" for minor in range(11, -1, -1)]
    newest = index["releases"][0]
    assert newest["path"] == "1.11.0" and newest["date"] == "2024-05-03T10:11:12Z"
    assert newest["changes"]["by_table"] == {"visits": {"added": 0, "changed": 1, "removed": 0}}
    assert len({entry["content_hash"] for entry in index["releases"]}) == 12


def test_without_revisions_there_is_no_date(tmp_path: Path, release: Publish) -> None:
    rows = make_rows()
    rows["articles"] = rows["articles"][1:]
    path = release(tmp_path, rows).path
    assert json.loads((tmp_path / "index.json").read_text())["releases"][0]["date"] is None
    assert "null in `index.json`" in (path / "README.md").read_text()


def test_a_run_that_was_killed_is_mended(tmp_path: Path, release: Publish) -> None:
    release(tmp_path)
    release(tmp_path, moved(make_rows()))
    whole = files_in(tmp_path)
    (tmp_path / "latest").unlink()
    (tmp_path / "latest").symlink_to("1.0.0")
    (tmp_path / "index.json").unlink()
    (tmp_path / ".staging" / "1.2.0").mkdir(parents=True)
    assert release(tmp_path, moved(make_rows())).version is None
    assert (tmp_path / "latest").readlink() == Path("1.1.0")
    assert files_in(tmp_path) == whole and not (tmp_path / ".staging").exists()


class BrokenError(Exception):
    """What a faulty writer raises."""


def broken(release: Release) -> str:
    if release.version:
        raise BrokenError
    return ""


@pytest.mark.parametrize("round_", [describe.FIRST, describe.LAST])
def test_a_failing_writer_leaves_all_as_it_was(
    round_: int, tmp_path: Path, release: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    release(tmp_path)
    before = files_in(tmp_path)
    writers = sorted((*describe.describers(), Describer("broken.txt", round_, broken)), key=lambda one: one.round)
    monkeypatch.setattr("outputs.release.describers", lambda: writers)
    with pytest.raises(BrokenError):
        release(tmp_path, moved(make_rows()))
    assert untouched(tmp_path, before)


def untouched(root: Path, before: dict[str, bytes]) -> bool:
    names = {path.name for path in root.iterdir()}
    return (
        files_in(root) == before
        and (root / "latest").readlink() == Path("1.0.0")
        and names == {"1.0.0", "latest", "index.json", "index.html", ".lock"}
    )


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_a_failing_move_is_undone(step: int, tmp_path: Path, release: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    """The release, `latest`, the page and the index are moved in turn; each may fail, as on a disk taken away."""
    release(tmp_path)
    before, calls = files_in(tmp_path), []

    def failing(move: Callable[[Path, Path], Path]) -> Callable[[Path, Path], Path]:
        def wrapped(path: Path, target: Path) -> Path:
            calls.append(path)
            if len(calls) == step:
                raise OSError(errno.EIO, "Input/output error", str(path))
            return move(path, target)

        return wrapped

    monkeypatch.setattr(Path, "rename", failing(Path.rename))
    monkeypatch.setattr(Path, "replace", failing(Path.replace))
    with pytest.raises(OutputError, match="Input/output error"):
        release(tmp_path, moved(make_rows()))
    monkeypatch.undo()
    assert len(calls) >= step and untouched(tmp_path, before)


def test_a_full_disk_changes_nothing(tmp_path: Path, release: Publish) -> None:
    """A limit on the size of files fails a write half-way, as a full disk does, and binds the administrator too."""
    release(tmp_path)
    before = files_in(tmp_path)
    rows = moved(make_rows())
    rows["articles"][0]["text"] = os.urandom(200_000).hex()
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, hard))
    try:
        with pytest.raises(OutputError, match="make room on the disk"):
            release(tmp_path, rows)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert untouched(tmp_path, before)


def test_a_file_where_the_folder_should_be_is_named_and_stays(tmp_path: Path, release: Publish) -> None:
    (tmp_path / "x").write_text("mine")
    for root in (tmp_path / "x", tmp_path / "x" / "below"):
        with pytest.raises(OutputError, match=f"output folder {root}: .*move away what stands there"):
            release(root)
    assert (tmp_path / "x").read_text() == "mine"


@pytest.mark.parametrize("below", [(), ("a",), ("a", "b")])
def test_a_place_for_releases_is_looked_for_ahead(below: tuple[str, ...], tmp_path: Path) -> None:
    placing.require_place(tmp_path.joinpath(*below))
    assert not any(tmp_path.iterdir())
    (tmp_path / "file").touch()
    with pytest.raises(OutputError, match="move away what stands there"):
        placing.require_place(tmp_path.joinpath("file", *below))


def test_a_folder_that_cannot_be_made(release: Publish) -> None:
    # /proc refuses new folders to everyone, the administrator too.
    with pytest.raises(OutputError, match=r"output folder /proc/bilaterals: .*expected a folder that can be written"):
        release(Path("/proc/bilaterals"))


@pytest.mark.skipif(os.geteuid() == 0, reason="the administrator may write anywhere")
def test_a_folder_without_permission(tmp_path: Path, release: Publish) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError, match="permit writing there"):
        release(tmp_path)


def test_a_folder_in_the_place_of_latest(tmp_path: Path, release: Publish) -> None:
    (tmp_path / "latest").mkdir()
    (tmp_path / "latest" / "mine").touch()
    with pytest.raises(OutputError, match="move away what stands there"):
        release(tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"latest", ".lock"}


def test_one_run_at_a_time(tmp_path: Path, release: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    """A second run starts while the first is writing its files."""
    second = []

    def render(described: Release) -> str:
        if described.version:
            with pytest.raises(OutputError, match="another run is publishing there") as caught:
                release(tmp_path, moved(make_rows()))
            second.append(caught.value)
        return ""

    slow = Describer("slow.txt", describe.LAST, render)
    monkeypatch.setattr("outputs.release.describers", lambda: (*describe.describers(), slow))
    assert release(tmp_path).version == "1.0.0"
    assert len(second) == 1 and not (tmp_path / ".staging").exists()
    assert release(tmp_path).version is None, "the lock is free again"


@pytest.mark.parametrize("content", ["", "[]", '{"release": {"version": "9.9.9"}}'])
def test_a_release_that_cannot_be_read(content: str, tmp_path: Path, release: Publish) -> None:
    (release(tmp_path).path / "manifest.json").write_text(content)
    with pytest.raises(OutputError, match=r"1\.0\.0/manifest\.json: it .*restore that release"):
        release(tmp_path)


@pytest.mark.parametrize("damage", [Path.unlink, lambda path: path.write_bytes(b"gone")], ids=["missing", "changed"])
def test_a_damaged_release_is_noticed_where_nothing_changed(
    damage: Callable[[Path], object], tmp_path: Path, release: Publish
) -> None:
    damage(release(tmp_path).path / "csv" / "visits.csv")
    with pytest.raises(OutputError, match=r"1\.0\.0/csv/visits\.csv: it .*restore that release"):
        release(tmp_path)


def test_a_table_of_the_release_before_that_cannot_be_read(tmp_path: Path, release: Publish) -> None:
    (release(tmp_path).path / "parquet" / "visits.parquet").write_bytes(b"gone")
    with pytest.raises(OutputError, match="a table cannot be read"):
        release(tmp_path, moved(make_rows()))


def test_tables_must_be_those_declared(tmp_path: Path, release: Publish) -> None:
    rows = make_rows()
    rows["treaties"] = rows.pop("aid")
    with pytest.raises(OutputError, match="no rows given for aid and undeclared tables treaties"):
        release(tmp_path / "x", rows)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"manifest": {"at": Path("x")}}, "manifest.json: cannot be written"),
        ({"manifest": {"tables": {}}}, "manifest.json: tables given twice"),
        ({"validation": {"rate": float("nan")}}, "validation/results.json: cannot be written"),
    ],
)
def test_what_json_cannot_hold(changed: dict[str, Any], words: str, tmp_path: Path, release: Publish) -> None:
    with pytest.raises(OutputError, match=words):
        release(tmp_path / "x", **changed)
    assert not (tmp_path / "x").exists()


def test_a_file_name_that_is_not_utf8(tmp_path: Path, release: Publish) -> None:
    name = os.fsdecode(b"caf\xe9.txt")
    path = release(tmp_path, manifest={"sources": [name]}).path
    assert json.loads((path / "manifest.json").read_text())["sources"] == [name]


def test_an_error_says_what_to_do() -> None:
    with pytest.raises(OutputError) as caught, placing.refusing(Path("x")):
        raise OSError(errno.ENOSPC, "No space left on device", "x/1.0.0/csv/visits.csv")
    assert caught.value.where == "output folder x"
    assert caught.value.found == "No space left on device (x/1.0.0/csv/visits.csv)"
    assert caught.value.remedy.startswith("make room on the disk")
