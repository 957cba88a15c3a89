"""The command line: help, errors and their exit codes, and whole runs under one test server."""

from __future__ import annotations

import errno
import json
import os
import re
import signal
from pathlib import Path

import pytest
from flow_pages import ARTICLE, WRONG
from folders import contents
from httpx import ConnectError
from typer.testing import CliRunner

from flows import article, cli, tasks
from flows.streams import READER_LEFT
from outputs.parquet import to_arrow, write_arrow
from parsers.errors import EXITS, NOT_SOUND, BilateralsError
from parsers.tables import tables

READERS = [["release"], ["schedule"]]
COMMANDS = [[], ["list"], ["explain"], ["diff"], ["verify"], ["publish"], ["prune"], ["serve"], *READERS]


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_there_for_every_command(command: list[str]) -> None:
    said = CliRunner().invoke(cli.app, [*command, "--help"])
    assert said.exit_code == 0
    assert "Usage:" in said.output
    assert ("SOURCE" in said.output) == (command in READERS)


def test_exit_codes_are_said_once() -> None:
    """The errors have a code of the list, and the help and the README say what the list says."""
    kinds = [BilateralsError]
    for kind in kinds:
        kinds += kind.__subclasses__()
    raised = {kind.exit_code for kind in kinds} | {NOT_SOUND}
    assert raised | {0, 2, 130, READER_LEFT, 143} == EXITS.keys()
    said = " ".join(CliRunner().invoke(cli.app, ["--help"]).output.replace("│", " ").split())
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    table = readme.partition("| exit code | meaning |\n|---|---|\n")[2].partition("\n\n")[0].splitlines()
    assert table == [f"| {code} | {meaning} |" for code, meaning in EXITS.items()]
    for meaning in EXITS.values():
        assert meaning.replace("`", "") in said


@pytest.mark.parametrize(
    "arguments", [["release", "--form", "html"], ["frobnicate"], ["schedule"], ["schedule", "--cron", "on Mondays"]]
)
def test_wrong_usage_exits_with_2(arguments: list[str], run) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert "Usage:" in err


@pytest.mark.parametrize("source", ["missing.wiki", "missing/*.wiki", "."])
def test_a_wrong_source_exits_with_3(source: str, run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = run("release", source, "--output", "out")
    assert (code, out) == (3, "")
    assert err.startswith(f"error: {source}: ")
    assert err.count("\n") == 1
    assert not Path("out").exists()


@pytest.mark.parametrize("command", [["release"], ["schedule", "--cron", "0 6 * * 1"]], ids=["release", "schedule"])
def test_a_state_folder_that_cannot_be_made_exits_with_8_before_anything_is_read(
    command: list[str], run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli, "check", pytest.fail)
    (tmp_path / "file").touch()
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path / "file" / "state"))
    code, out, err = run(*command, articles, "--output", tmp_path / "out")
    assert (code, out, err.count("\n")) == (8, "", 1)
    assert err.startswith(f"error: the state folder {tmp_path / 'file' / 'state'}: it cannot be written (Not a dir")
    assert "BILATERALS_HOME" in err


def test_a_state_folder_that_is_full_in_the_middle_of_a_run_exits_with_8(
    run, articles: Path, tmp_path: Path, state: Path, monkeypatch: pytest.MonkeyPatch, prefect_server
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "Error writing bytes to file")

    monkeypatch.setattr(tasks, "assembled", full)
    code, out, err = run("release", articles, "--output", tmp_path / "out", "--quiet")
    assert (code, out, err.count("\n")) == (8, "", 1)
    assert err.startswith(f"error: the state folder {state}: it cannot be written (No space left on device)")


def test_a_server_that_is_lost_in_the_middle_of_a_run_exits_with_8(
    run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prefect_server
) -> None:
    def lost(**_: object) -> None:
        raise ConnectError("Connection refused")

    monkeypatch.setattr("flows.release.release", lost)
    code, out, err = run("release", articles, "--output", tmp_path / "out")
    assert (code, out, err.count("\n")) == (8, "", 1)
    assert re.match(r"error: the Prefect server of this run \(http://.*\): it was lost \(Connection refused\)", err)


def test_a_run_that_is_terminated_cleans_up_as_after_an_error(run, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = []

    def terminated() -> None:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
            signal.pause()
        finally:
            ended.append("servers, pools, staging")

    monkeypatch.setattr(cli, "app", terminated)
    assert run("release") == (143, "", "")
    assert ended


def test_listing_a_folder_without_releases_exits_with_6(run, tmp_path: Path) -> None:
    code, out, err = run("list", "--output", tmp_path)
    assert (code, out) == (6, "")
    assert "index.json" in err


@pytest.mark.parametrize(("content", "words"), [(one[0], one[2]) for one in WRONG.values()], ids=WRONG.keys())
def test_where_every_page_failed_exits_with_4(content: bytes, words: str, run, tmp_path: Path, prefect_server) -> None:
    (tmp_path / "page.txt").write_bytes(content)
    code, out, err = run("release", tmp_path / "page.txt", "--output", tmp_path / "out")
    assert (code, out) == (4, "")
    assert "page.txt: " in err
    assert "Traceback" not in err
    assert any(word in err for word in words.split("|"))
    assert not (tmp_path / "out").exists()


def test_a_whole_run_and_a_second_one(run, articles: Path, tmp_path: Path, prefect_server) -> None:
    (articles / "empty.txt").touch()
    code, out, err = run("release", articles, "--output", tmp_path / "one", "--json")
    said = json.loads(out)
    assert code == 0
    assert said["version"] == "1.0.0"
    assert said["counts"].keys() == tables().keys()
    assert [(one["page"], one["error"]) for one in said["failures"]] == [("empty.txt", "Unreadable")]
    assert "warning: not read: empty.txt: an empty page" in err
    assert "read: 3 of 3 pages, 1 failed" in err
    assert err.count("empty.txt") == 1
    assert "info: " not in err

    manifest = json.loads((tmp_path / "one" / "latest" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["failures"] == said["failures"]
    assert str(tmp_path) not in json.dumps(manifest)

    assert re.search(r"validate: (all [\d,]+ expectations met|\d+ of \d+ expectations not met, none critical)", err)
    assert "See it: " not in err

    code, out, err = run("release", articles / "*.txt", "--output", tmp_path / "one", "--quiet")
    assert (code, err.count("\n")) == (0, 1)
    assert out.startswith("Nothing changed since 1.0.0")

    code, out, _ = run("list", "--output", tmp_path / "one", "--json")
    assert [one["version"] for one in json.loads(out)["releases"]] == ["1.0.0"]
    assert run("list", "--output", tmp_path / "one")[1].startswith("1.0.0  ")

    _, _, err = run("release", *articles.glob("*.txt"), "--output", tmp_path / "other" / "two")
    two = tmp_path / "other" / "two"
    assert f"See it: bilaterals serve --output {two}, or open {two}/1.0.0/index.html\n" in err
    assert f"Load it in Python: import outputs; outputs.load('visits', root='{two}')\n" in err
    assert contents(tmp_path / "one") == contents(tmp_path / "other" / "two")


def test_a_failing_article_does_not_stop_the_others(
    run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prefect_server
) -> None:
    read = article.read_facts

    def fail_on_chile(reading):
        if "Chile" in reading.document.page.title:
            raise RecursionError("too deep")
        return read(reading)

    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path / "state"))  # where no article was kept yet
    monkeypatch.setattr(article, "read_facts", fail_on_chile)
    code, out, err = run("release", articles, "--output", tmp_path / "out", "--json")
    said = json.loads(out)
    assert code == 0
    assert said["counts"]["articles"] == 1
    assert [one["error"] for one in said["failures"]] == ["RecursionError"]
    assert "chile-estonia.txt: an error of the program" in err


def test_a_critical_failure_leaves_latest_as_it_was(
    run, articles: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prefect_server
) -> None:
    code, _, _ = run("release", articles, "--output", tmp_path / "out")
    before = contents(tmp_path / "out")
    assembled = tasks.assembled

    def planted(parts, folder):
        stored = assembled(parts, folder)
        rows = [row | {"relation_id": "ZZZ-ZZZ"} for row in stored.tables["missions"].rows()]
        write_arrow(to_arrow(tables()["missions"], rows), stored.tables["missions"].path)
        return stored

    monkeypatch.setattr(tasks, "assembled", planted)
    page = next(articles.glob("*.txt"))
    page.write_text(page.read_text(encoding="utf-8") + "\nThey are neighbours.\n", encoding="utf-8")
    code, out, err = run("release", articles, "--output", tmp_path / "out")
    assert (code, out) == (5, "")
    assert "missions" in err
    assert contents(tmp_path / "out") == before
    report = tasks.state_folder() / "validation" / "report.html"
    assert str(report) in err
    assert report.is_file()


@pytest.mark.parametrize("command", [["release"], ["schedule", "--cron", "0 6 * * 1"]], ids=["release", "schedule"])
def test_an_output_that_cannot_be_written_exits_with_6_before_anything_is_read(
    command: list[str], run, articles: Path, tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    code, out, err = run(*command, articles, "--output", tmp_path / "file" / "out")
    assert (code, out) == (6, "")
    assert err.startswith(f"error: output folder {tmp_path / 'file' / 'out'}: Not a directory ({tmp_path / 'file'})")
    assert err.count("\n") == 1


def test_where_every_page_failed_each_is_told(run, tmp_path: Path, prefect_server) -> None:
    names = [f"{number}.txt" for number in range(5)]
    for name in names:
        (tmp_path / name).touch()
    code, _, err = run("release", tmp_path, "--output", tmp_path / "out")
    told = [line for line in err.splitlines() if line.startswith("warning: ")]
    assert code == 4
    assert [name for name, line in zip(names, told, strict=True) if name in line] == names


def test_one_changed_sentence_is_a_minor_version(run, articles: Path, tmp_path: Path, prefect_server) -> None:
    run("release", articles, "--output", tmp_path / "out")
    changed = ARTICLE.replace("in 2015", "in 2017")
    (articles / "estonia-peru.txt").write_text(changed, encoding="utf-8")
    code, out, _ = run("release", articles, "--output", tmp_path / "out", "--json")
    assert (code, json.loads(out)["version"]) == (0, "1.1.0")
    assert "missions" in (tmp_path / "out" / "latest" / "CHANGELOG.md").read_text(encoding="utf-8")
