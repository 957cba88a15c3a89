"""Engines, as users have them: whole runs in processes and on a real Dask cluster, with what may happen to each."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import pytest
from flow_pages import ARTICLE
from folders import contents

from flows import cli, cluster
from flows.server import free_port

ROOT = Path(__file__).parent.parent.parent
STATES = ("Chad", "Chile", "Ghana", "Kenya", "Peru", "Togo", "Nepal", "Qatar")


# ---- usage -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "arguments", [["--workers", "0"], ["--workers", "many"], ["--workers", "2", "--dask", "tcp://127.0.0.1:8786"]]
)
@pytest.mark.parametrize("command", [["release"], ["schedule", "--cron", "0 6 * * 1"]], ids=["release", "schedule"])
def test_wrong_usage_exits_with_2(command: list[str], arguments: list[str], run) -> None:
    code, out, err = run(*command, *arguments)
    assert (code, out) == (2, "")
    assert "Usage:" in err


@pytest.mark.parametrize("address", ["127.0.0.1:8786", "http://127.0.0.1:8786", "cluster"])
def test_what_is_no_address_of_a_scheduler_exits_with_8(address: str, run) -> None:
    code, out, err = run("release", "--dask", address)
    assert (code, out) == (8, "")
    assert f"the Dask cluster {address}: not the address of a scheduler" in err and "tcp://host:8786" in err


def test_without_the_extra_the_error_says_so(run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "prefect_dask", None)
    code, out, err = run("release", "--dask", "tcp://127.0.0.1:8786")
    assert (code, out) == (8, "")
    assert 'in the folder of the project: pip install ".[dask]"; or leave out --dask' in err
    assert "Traceback" not in err


def test_an_output_that_is_not_there_is_refused_before_anything_is_read(s3, run, monkeypatch) -> None:
    monkeypatch.setattr(cli, "started_ahead", lambda: pytest.fail("begun"))
    code, out, err = run("release", "--output", "s3://not-a-bucket/releases")
    assert (code, out) == (6, "")
    assert "there is no bucket not-a-bucket" in err


# ---- runs ------------------------------------------------------------------------------------------------------------
@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A folder of short articles and one that is empty."""
    folder = tmp_path / "corpus"
    folder.mkdir()
    for state in STATES:
        text = ARTICLE.replace("Estonia–Peru", f"Estonia–{state}").replace("Peru", state)
        (folder / f"{state.lower()}.txt").write_text(text, encoding="utf-8")
    (folder / "empty.txt").touch()
    return folder


def released(run, corpus: Path, output: object, *options: object) -> dict[str, object]:
    code, out, err = run("release", corpus, "--output", output, "--json", *options)
    assert code == 0, err
    assert "read: 9 of 9 pages, 1 failed" in err
    assert [line[:30] for line in err.splitlines()].count("warning: not read: empty.txt: ") == 1
    said = json.loads(out)
    assert [one["error"] for one in said["failures"]] == ["Unreadable"]
    return said


@pytest.fixture
def by_one(run, corpus: Path, tmp_path: Path, state: Path, prefect_server, monkeypatch) -> dict[str, bytes]:
    """The files of the release that this process makes alone; the state folder is another one then."""
    with monkeypatch.context() as patch:
        patch.setenv("BILATERALS_HOME", str(tmp_path / "alone"))
        released(run, corpus, tmp_path / "by-one", "--workers", 1)
    return contents(tmp_path / "by-one" / "1.0.0")


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_processes_make_the_same_release(run, corpus: Path, tmp_path: Path, by_one, monkeypatch) -> None:
    monkeypatch.setattr("flows.reading.BATCH_PAGES", 2)
    released(run, corpus, tmp_path / "out", "--workers", 2)
    assert contents(tmp_path / "out" / "1.0.0") == by_one
    assert released(run, corpus, tmp_path / "out", "--workers", 2)["version"] is None


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_release_into_a_store(run, corpus: Path, tmp_path: Path, state: Path, place, prefect_server) -> None:
    url, _files = place
    said = released(run, corpus, url, "--workers", 1)
    assert (said["version"], said["path"]) == ("1.0.0", f"{url}/1.0.0")
    assert (state / "stores").is_dir()
    assert released(run, corpus, url, "--workers", 1)["version"] is None
    (corpus / "qatar.txt").unlink()
    code, out, _err = run("release", corpus, "--output", url, "--keep", 1, "--json")
    said = json.loads(out)
    assert (code, said["version"], said["path"], said["pruned"]) == (0, "1.1.0", f"{url}/1.1.0", ["1.0.0"])
    code, out, _ = run("list", "--output", url)
    assert (code, [line.split()[0] for line in out.splitlines()]) == (0, ["1.1.0"])


# ---- a real Dask cluster ---------------------------------------------------------------------------------------------
@contextmanager
def started(*command: str, log: Path, environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A process of its own session, killed at the end with all that it started."""
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", *command], env=environment, stdout=said, stderr=said, start_new_session=True
        )
    try:
        yield process
    finally:
        with ExitStack() as closing:
            closing.callback(process.wait)
            closing.callback(process.kill)
            os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def dask(folder: Path, workers: int) -> Iterator[tuple[str, subprocess.Popen[bytes], list[subprocess.Popen[bytes]]]]:
    """A scheduler on the loopback address and its workers."""
    address = f"tcp://127.0.0.1:{free_port()}"
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "BILATERALS_HOME": str(folder / "of-dask")}
    with ExitStack() as stack:
        port = address.rpartition(":")[2]
        where = ["--host", "127.0.0.1", "--port", port, "--no-dashboard"]
        command = ["distributed.cli.dask_scheduler", *where]
        scheduler = stack.enter_context(started(*command, log=folder / "scheduler.log", environment=environment))
        ways = ["distributed.cli.dask_worker", address, "--nthreads", "1", "--no-dashboard", "--no-nanny"]
        all_workers = [
            stack.enter_context(started(*ways, log=folder / f"worker-{number}.log", environment=environment))
            for number in range(workers)
        ]
        yield address, scheduler, all_workers


def awaited(log: Path, words: str, seconds: float = 120) -> None:
    deadline = time.monotonic() + seconds
    while words not in log.read_text(encoding="utf-8", errors="replace"):
        assert time.monotonic() < deadline, log.read_text(encoding="utf-8", errors="replace")[-3000:]
        time.sleep(0.1)


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_a_cluster_makes_the_same_release(run, corpus: Path, tmp_path: Path, state: Path, by_one, monkeypatch) -> None:
    monkeypatch.setattr("flows.reading.BATCH_PAGES", 2)
    with dask(tmp_path, 2) as (address, _, workers):
        released(run, corpus, tmp_path / "out", "--dask", address)
        assert not any(children(one.pid) for one in workers), "they start no servers of their own"
        assert contents(tmp_path / "out" / "1.0.0") == by_one
        assert released(run, corpus, tmp_path / "out", "--dask", address)["version"] is None
    assert len(list((state / "articles").rglob("*.pickle"))) == len(STATES), "kept here"
    assert not (tmp_path / "of-dask" / "articles").exists(), "and not there"


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.parametrize("lost", ["a worker", "all workers", "the scheduler"])
def test_what_is_lost_of_a_cluster(
    lost: str, run, corpus: Path, tmp_path: Path, state: Path, by_one, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One worker: its pages go to the other. More: a clear error, in time, and no release."""
    monkeypatch.setattr("flows.reading.BATCH_PAGES", 1)
    monkeypatch.setattr(cluster, "PATIENCE", 20.0)
    with dask(tmp_path, 2) as (address, scheduler, workers):
        victims = {"a worker": workers[:1], "all workers": workers, "the scheduler": [scheduler]}[lost]
        finished = cluster._finished

        def then(*arguments: object) -> object:
            found = finished(*arguments)
            while victims:
                victims.pop().kill()
            return found

        monkeypatch.setattr(cluster, "_finished", then)
        if lost == "a worker":
            released(run, corpus, tmp_path / "out", "--dask", address)
            assert contents(tmp_path / "out" / "1.0.0") == by_one
            return
        begun = time.monotonic()
        code, out, err = run("release", corpus, "--output", tmp_path / "out", "--dask", address)
        assert (code, out) == (8, ""), err
        assert f"error: the Dask cluster {address}: " in err
        assert time.monotonic() - begun < 120
        assert not (tmp_path / "out").exists()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_cluster_that_is_not_there(run, corpus: Path, tmp_path: Path, state, prefect_server, monkeypatch) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 5.0)
    code, _, err = run("release", corpus, "--output", tmp_path / "out", "--dask", f"tcp://127.0.0.1:{free_port()}")
    assert code == 8 and "it cannot be reached" in err
    with dask(tmp_path, 0) as (address, _, _):
        awaited(tmp_path / "scheduler.log", "Scheduler at")
        code, _, err = run("release", corpus, "--output", tmp_path / "out", "--dask", address)
    assert code == 8 and "it has no worker after 5 s" in err


# ---- processes, seen from outside ------------------------------------------------------------------------------------
def children(process: int) -> dict[int, str]:
    """The processes that a process has started, and those that they have, with their command lines."""
    found: dict[int, str] = {}
    for path in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((path / "stat").read_text(encoding="utf-8").rpartition(")")[2].split()[1])
            command = (path / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
        except (FileNotFoundError, ProcessLookupError):
            continue
        if parent == process:
            found |= {int(path.name): command, **children(int(path.name))}
    return found


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """A folder of articles that take some seconds to read."""
    folder = tmp_path / "large"
    folder.mkdir()
    for number in range(120):
        one, other = STATES[number % 8], STATES[(number + 1 + number // 8 % 7) % 8]
        history = ARTICLE.split("== History ==")[1].replace("Peru", other).replace("Estonia", one)
        text = f"= {one}–{other} relations =\n\nThey are {number}.\n\n== History ==\n{history * 20}"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")
    return folder


@contextmanager
def outside(large: Path, tmp_path: Path, prefect_server: None) -> Iterator[tuple[subprocess.Popen[str], list[int]]]:
    """`bilaterals release --workers 2` as a terminal runs it, once its workers read; and these."""
    command = [sys.executable, "-m", "flows.cli", "release", str(large), "--workers", "2"]
    process = subprocess.Popen(
        [*command, "--output", str(tmp_path / "out")],
        env={**os.environ, "PYTHONPATH": str(ROOT), "BILATERALS_HOME": str(tmp_path / "outside")},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    try:
        kept = tmp_path / "outside" / "articles"
        deadline = time.monotonic() + 200
        while not any(kept.rglob("*.pickle")):
            assert process.poll() is None and time.monotonic() < deadline, process.communicate()[1]
            time.sleep(0.05)
        yield process, [number for number, said in children(process.pid).items() if "spawn_main" in said]
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_a_killed_process_costs_nothing_but_time(large: Path, tmp_path: Path, prefect_server) -> None:
    with outside(large, tmp_path, prefect_server) as (process, workers):
        os.kill(workers[-1], signal.SIGKILL)
        _, err = process.communicate(timeout=300)
    assert process.returncode == 0, err
    assert "has died; what it had in hand is read again" in err
    assert "read: 120 of 120 pages, 0 failed" in err


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_ctrl_c_ends_all_processes(large: Path, tmp_path: Path, prefect_server) -> None:
    with outside(large, tmp_path, prefect_server) as (process, workers):
        assert len(workers) >= 2
        os.killpg(process.pid, signal.SIGINT)
        _, err = process.communicate(timeout=60)
        left = [number for number in workers if Path(f"/proc/{number}").exists()]
    assert process.returncode == 130, err
    assert not left
    assert not (tmp_path / "out").exists()
