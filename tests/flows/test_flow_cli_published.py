"""The commands about releases that are there: what they print, and their exit codes."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import fsspec
import pyarrow.parquet as pq
import pytest
from flow_pages import ARTICLE, OTHER

from flows import tasks
from flows.article import Article, read_page
from flows.assembled import assembled
from outputs import publish
from outputs.remote import send
from outputs.store import reached
from parsers.document.model import Page
from parsers.errors import OutputError


def published(root: Path, *articles: str, licence: str | None = None) -> None:
    pages = [
        Page(f"{number}.txt", text.splitlines()[0].strip("= "), text, "flattened", licence=licence)
        for number, text in enumerate(articles)
    ]
    read = [one.part for page in pages if isinstance(one := read_page(page), Article)]
    said = {"sources": [], "failures": []}, {"success": True, "tables": {}}, "<title>T</title>\n"
    with tempfile.TemporaryDirectory() as folder:
        publish(root, assembled(read, Path(folder)).tables, *said)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three releases."""
    root = tmp_path_factory.mktemp("made")
    for articles in ((ARTICLE,), (ARTICLE, OTHER), (ARTICLE.replace("in 2015", "in 2017"), OTHER)):
        published(root, *articles)
    return root


@pytest.fixture
def root(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "root", symlinks=True))


def test_the_list_says_which_is_the_latest_and_how_many_rows_each_has(root: Path, run) -> None:
    code, out, _ = run("list", "--output", root)
    newest, _, oldest = out.splitlines()
    assert code == 0
    assert re.fullmatch(r"1\.2\.0    latest  undated     \d+ rows  (\w+: [^;]*; ){3}and 3 more", newest)
    assert re.fullmatch(r"1\.0\.0            undated     \d+ rows  the first release", oldest)


def test_a_row_of_an_older_release_is_explained(root: Path, run) -> None:
    before, now = (json.loads(run("explain", mission_of(root / version), "--json", "--output", root, *options)[1])
                   for version, options in (("1.0.0", ["--release", "1.0.0"]), ("latest", [])))  # fmt: skip
    assert (before["row"]["opened_edtf"], now["row"]["opened_edtf"]) == ("2015", "2017")
    code, out, err = run("explain", "visit-0", "--release", "9.9.9", "--output", root)
    assert (code, out) == (6, "") and "no such release" in err


def mission_of(release: Path) -> str:
    """The mission of the article that all releases have."""
    rows = pq.read_table(release / "parquet" / "missions.parquet").to_pylist()
    return next(str(row["mission_id"]) for row in rows if row["relation_id"] == "EST-PER")


def test_diff_says_what_changed(root: Path, run) -> None:
    code, out, err = run("diff", "1.1.0", "latest", "--output", root)
    assert (code, err) == (0, "")
    assert out.startswith("1.1.0 → 1.2.0\n") and "2015 → 2017" in out
    code, out, _ = run("diff", root / "1.1.0", root / "latest", "--json")
    said = json.loads(out)
    assert (code, said["before"], said["after"]) == (0, "1.1.0", "1.2.0")
    assert said["rows"]["missions"]["changed"][0]["cells"]["opened_edtf"] == ["2015", "2017"]
    assert run("diff", "1.1.0", "1.1.0", "--output", root)[1] == "1.1.0 → 1.1.0\n  nothing changed since 1.1.0\n"


def test_diff_names_so_many_rows(root: Path, run) -> None:
    some, none = (run("diff", "1.0.0", "1.1.0", "--rows", rows, "--output", root)[1] for rows in (1, 0))
    assert some.count("\n  + mission-") == 1 and "\n  + " not in none


def test_verify_finds_the_damaged_release_and_exits_with_7(root: Path, run) -> None:
    for named in ([], ["latest"], ["1.0.0"]):
        code, out, err = run("verify", *named, "--output", root)
        assert (code, err) == (0, "") and out.endswith("is sound.\n")
    (root / "1.0.0" / "LICENSE").write_text("mine")
    code, out, err = run("verify", root / "1.0.0")
    assert (code, err) == (7, "")
    assert "LICENSE: it was changed since it was published" in out
    code, out, _ = run("verify", "1.0.0", "--output", root, "--json")
    assert (code, json.loads(out)["sound"]) == (7, False)
    assert run("verify", "1.1.0", "--output", root)[0] == 0


@pytest.mark.parametrize(
    "arguments", [["verify", "9.9.9"], ["verify", "none"], ["diff", "1.0.0", "x"], ["publish", "x", "y"]]
)
def test_a_release_that_is_not_there(arguments: list[str], root: Path, run) -> None:
    code, out, err = run(*arguments, "--output", root)
    assert (code, out) == (6, "")
    assert "no such release" in err and err.count("\n") == 1


def test_what_is_published_is_listed(root: Path, run, tmp_path: Path) -> None:
    there = tmp_path / "there"
    code, out, err = run("publish", "1.0.0", there, "--output", root)
    assert (code, err) == (0, "") and out.startswith(f"Published 1.0.0 in {there} (")
    code, out, _ = run("publish", root / "latest", there, "--json")
    assert json.loads(out).items() >= {"version": "1.2.0", "url": str(there)}.items()
    assert run("publish", "latest", there, "--output", root)[1].startswith("1.2.0 stands in")
    code, out, _ = run("list", "--output", f"file://{there}")
    assert (code, [line.split()[0] for line in out.splitlines()]) == (0, ["1.2.0", "1.0.0"])
    assert json.loads(run("list", "--output", there, "--json")[1])["latest"] == "1.2.0"


def test_who_publishes_what_may_not_be_passed_on_is_warned(run, tmp_path: Path) -> None:
    published(tmp_path / "ours", ARTICLE, licence="CC BY-ND 4.0")
    code, out, err = run("publish", "latest", tmp_path / "there", "--output", tmp_path / "ours")
    assert code == 0 and out.startswith("Published 1.0.0 in ")
    assert err == (
        "warning: sources under CC BY-ND 4.0: see ATTRIBUTION.csv, and ask before you pass on rows of theirs\n"
    )


def test_publishing_a_damaged_release_exits_with_6(root: Path, run, tmp_path: Path) -> None:
    (root / "1.2.0" / "LICENSE").unlink()
    code, out, err = run("publish", "latest", tmp_path / "there", "--output", root)
    assert (code, out) == (6, "") and "it is not sound (LICENSE: it is not there" in err


def test_prune_keeps_the_newest(root: Path, run, tmp_path: Path) -> None:
    assert run("prune", "--keep", 2, "--output", root) == (0, "Removed: 1.0.0.\n", "")
    assert run("prune", "--keep", 2, "--output", root) == (0, "Removed: none.\n", "")
    assert json.loads(run("prune", "--keep", 1, "--output", root, "--json")[1]) == {"removed": ["1.1.0"]}
    assert run("prune", "--keep", 0, "--output", root)[0] == 2
    assert run("prune", "--keep", 1, "--output", tmp_path / "none")[0] == 6
    assert not (tmp_path / "none").exists()


def test_serve_needs_releases(run, tmp_path: Path) -> None:
    code, out, err = run("serve", "--output", tmp_path)
    assert (code, out) == (6, "") and "error: " in err


def test_a_run_keeps_so_many_releases(run, articles: Path, root: Path, prefect_server) -> None:
    code, out, _ = run("release", articles, "--output", root, "--keep", 2, "--json")
    said = json.loads(out)
    assert (code, said["version"], said["pruned"]) == (0, "1.3.0", ["1.1.0", "1.0.0"])
    assert [one["version"] for one in json.loads((root / "index.json").read_text())["releases"]] == ["1.3.0", "1.2.0"]


def test_what_fails_once_a_release_is_published_is_told_and_the_release_stands(
    run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prefect_server
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def busy(output: str, _keep: int) -> None:
        raise OutputError("another run is publishing", where=output, expected="none", remedy="wait")

    monkeypatch.setattr(tasks.releases, "keep", full)
    monkeypatch.setattr(tasks, "prune_at", busy)
    code, out, err = run("release", articles, "--output", tmp_path / "out", "--keep", 1)
    assert (code, out.split(" with ")[0]) == (0, "Published 1.0.0")
    assert f"warning: what the next run could use was not kept in {tasks.state_folder()} (No space left on" in err
    assert f"error: older releases were not removed: {tmp_path / 'out'}: another run is publishing" in err


@pytest.fixture
def store(made: Path) -> Iterator[str]:
    """The address of a store in memory with the three releases."""
    url = "memory://shelf/releases"
    for version in ("1.0.0", "1.1.0", "1.2.0"):
        send(made / version, url)
    yield url
    fsspec.filesystem("memory").rm("/shelf", recursive=True)


@pytest.mark.slow
def test_a_release_in_a_store_is_looked_at_as_one_in_a_folder(root: Path, store: str, run) -> None:
    row = mission_of(root / "1.2.0")
    for command in (["explain", row], ["diff", "1.0.0", "latest"]):
        assert run(*command, "--output", store) == run(*command, "--output", root)
    for release, place in (("latest", "1.2.0"), (f"{store}/1.1.0/", "1.1.0")):
        code, out, _ = run("verify", release, "--output", store)
        assert (code, out.splitlines()[-1]) == (0, f"{place} in {store}/{place} is sound.")
    assert run("publish", f"{store}/1.1.0", root.parent / "copy")[0] == 0
    assert (root.parent / "copy" / "1.1.0" / "SHA256SUMS").read_bytes() == (root / "1.1.0" / "SHA256SUMS").read_bytes()


@pytest.mark.slow
def test_a_damaged_release_in_a_store_is_not_sound(store: str, run) -> None:
    fsspec.filesystem("memory").pipe_file("/shelf/releases/1.2.0/csv/visits.csv", b"other")
    code, out, _ = run("verify", "--output", store)
    assert code == 7
    assert "csv/visits.csv" in out
    code, _, err = run("publish", f"{store}/1.2.0", "memory://elsewhere")
    assert code == 6
    assert err.startswith(f"error: {store}/1.2.0: it is not sound")


@pytest.mark.slow
def test_the_oldest_leave_a_store(store: str, run) -> None:
    assert run("prune", "--keep", 1, "--output", store)[:2] == (0, "Removed: 1.1.0, 1.0.0.\n")
    code, out, err = run("verify", "1.0.0", "--output", store)
    assert (code, out) == (6, "")
    assert f"{store}/1.0.0: no such release" in err


@pytest.mark.parametrize("command", [["verify"], ["explain", "visit-1"], ["prune", "--keep", "1"]])
def test_a_store_without_releases_has_none_to_look_at(command: list[str], run) -> None:
    code, out, err = run(*command, "--output", "memory://nowhere")
    assert (code, out) == (6, "")
    assert "memory://nowhere/" in err


def test_a_store_is_no_folder_to_serve(run) -> None:
    code, out, err = run("serve", "--output", "s3://bucket/releases")
    assert (code, out) == (2, "")
    assert "a store" in err


@pytest.mark.parametrize("named", ["", " "])
def test_an_output_that_is_not_named_is_refused(named: str, run, tmp_path: Path, monkeypatch) -> None:
    """As of a variable that is not set: it would be the working folder."""
    monkeypatch.chdir(tmp_path)
    code, out, err = run("release", "--output", named)
    assert (code, out) == (6, "")
    assert err.startswith("error: output folder: nothing is named")
    with pytest.raises(OutputError, match="nothing is named"), reached(named):
        pass
    assert not list(tmp_path.glob("*.*.*"))


@pytest.mark.parametrize("command", ["verify", "diff"])
def test_a_folder_that_is_no_release_is_told_from_one_that_is_damaged(command: str, run, tmp_path: Path) -> None:
    (tmp_path / "index.json").write_text("{}")
    (tmp_path / "csv").mkdir()
    for folder, found in (
        (tmp_path, "no such release, but a folder of releases"),
        (tmp_path / "csv", "no such release;"),
    ):
        code, out, err = run(command, *[folder] * (2 if command == "diff" else 1))
        assert (code, out) == (6, "")
        assert f"{folder}: {found}" in err
    (tmp_path / "csv" / "SHA256SUMS").touch()
    code, out, _ = run("verify", tmp_path / "csv")
    assert code == 7
    assert "manifest.json: a release without it is none" in out
