"""A real Prefect server: runs happen as scheduled, as triggered with parameters, and by a worker."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 240
"""Seconds to wait for a run: a minute until the schedule fires, and a run on a busy machine."""

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """The environment of a stranger: state in a folder of its own, nothing of Prefect set but how often it looks."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    polling = {"PREFECT_RUNNER_POLL_FREQUENCY": "2", "PREFECT_WORKER_QUERY_SECONDS": "2"}
    paths = {"BILATERALS_HOME": str(tmp_path / "state"), "PREFECT_HOME": str(tmp_path / "state")}
    return kept | polling | paths | {"PYTHONPATH": str(ROOT)}


@contextmanager
def running(log: Path, environment: dict[str, str], *command: str) -> Iterator[subprocess.Popen[bytes]]:
    """A process that is interrupted at the end, and killed with all its children where it does not end."""
    with log.open("wb") as said:
        process = subprocess.Popen(
            [sys.executable, "-m", *command],
            cwd=ROOT,
            env=environment,
            stdout=said,
            stderr=said,
            start_new_session=True,
            # A parent in the background hands its children SIGINT ignored; here it is the way to end them.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
        )
    try:
        yield process
    finally:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(60)
        finally:
            if process.returncode is None:
                os.killpg(process.pid, signal.SIGKILL)


def awaited(found: Callable[[], object], log: Path, seconds: float = PATIENCE) -> object:
    """What `found` gives, once it gives something; fails with the end of the log where it does not in time."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        value = found()
        if value:
            return value
        time.sleep(0.5)
    pytest.fail(f"waited {seconds} s in vain:\n{log.read_text(encoding='utf-8', errors='replace')[-4000:]}")


def idle(said: str) -> bool:
    """Whether every run that was begun has ended, as the log says."""
    return len(re.findall("Beginning flow run", said)) == len(re.findall(r"Flow run '.*' - Finished in state", said))


def prefect(environment: dict[str, str], *arguments: str) -> None:
    command = [sys.executable, "-m", "prefect", *arguments]
    ended = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=PATIENCE)
    assert ended.returncode == 0, ended.stdout + ended.stderr


def titles(release: Path) -> list[str]:
    """The titles of the pages that a release was read from."""
    manifest = json.loads((release / "manifest.json").read_text(encoding="utf-8"))
    return [source["title"] for source in manifest["sources"]]


def test_a_scheduled_run_happens_and_one_with_parameters(
    articles: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    log = tmp_path / "schedule.log"
    command = "flows.cli", "schedule", "--cron", "* * * * *", str(articles), "--output", str(tmp_path / "out")
    with running(log, environment, *command) as process:
        address = awaited(lambda: re.search(r"http://127\.0\.0\.1:\d+/api", log.read_text(encoding="utf-8")), log)
        assert isinstance(address, re.Match)
        awaited((tmp_path / "out" / "latest" / "manifest.json").is_file, log)

        (articles / "chile-estonia.txt").unlink()
        other = f"output={tmp_path / 'other'}"
        client = environment | {"PREFECT_API_URL": address[0]}
        prefect(client, "deployment", "run", "release/scheduled", "-p", f'sources=["{articles}"]', "-p", other)
        awaited((tmp_path / "other" / "latest" / "manifest.json").is_file, log)
        awaited(lambda: idle(log.read_text(encoding="utf-8")), log)
        assert process.poll() is None
    assert process.returncode == 0
    by_hand = f"PREFECT_API_URL={address[0]} prefect deployment run release/scheduled"
    assert by_hand in log.read_text(encoding="utf-8")
    assert any("Chile" in title for title in titles(tmp_path / "out" / "1.0.0"))
    assert not any("Chile" in title for title in titles(tmp_path / "other" / "latest"))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_schedule_that_is_ended_ends_the_run_that_goes_on(
    number: signal.Signals, articles: Path, tmp_path: Path, environment: dict[str, str]
) -> None:
    """Prefect leaves the run alone, which would look for its server for minutes, and the schedule wait for it."""
    log = tmp_path / "schedule.log"
    command = "flows.cli", "schedule", "--cron", "* * * * *", str(articles), "--output", str(tmp_path / "out")
    with running(log, environment, *command) as process:
        awaited(lambda: "Beginning flow run" in log.read_text(encoding="utf-8"), log)
        process.send_signal(number)
        assert process.wait(60) == 0
        # The server is a group of its own, whose end is waited for; all others are of the group of the schedule.
        awaited(lambda: is_gone(process.pid), log, 5)
    assert "Traceback" not in log.read_text(encoding="utf-8")


def is_gone(group: int) -> bool:
    """Whether no process of the group runs any more."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return True
    return False


def test_prefect_yaml_deploys_to_a_process_work_pool(
    articles: Path, tmp_path: Path, environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from flows.server import server

    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    log = tmp_path / "worker.log"
    with server() as address:
        client = environment | {"PREFECT_API_URL": address}
        prefect(client, "work-pool", "create", "local", "--type", "process")
        prefect(client, "--no-prompt", "deploy", "--all")
        output = f"output={tmp_path / 'out'}"
        prefect(client, "deployment", "run", "release/release", "-p", f'sources=["{articles}"]', "-p", output)
        with running(log, client, "prefect", "worker", "start", "--pool", "local"):
            awaited((tmp_path / "out" / "latest" / "manifest.json").is_file, log)


def test_files_of_the_working_folder_do_not_stand_in_for_modules(environment: dict[str, str], tmp_path: Path) -> None:
    (tmp_path / "h2.py").write_text("raise SystemExit('not the package of that name')\n", encoding="utf-8")
    program = "from flows.settings import configure; configure(); from flows.server import server\nwith server(): pass"
    done = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        text=True,
        timeout=200,
    )
    assert done.returncode == 0, done.stderr
