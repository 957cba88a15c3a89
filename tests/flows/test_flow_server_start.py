"""The server of a run: whether one is started, and what is said where it does not answer."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from test_flow_workers import is_running

from flows import server
from parsers.errors import EngineError


def test_no_server_is_started_where_one_is_named(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    monkeypatch.setattr(server, "_started", pytest.fail)
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:1/api")
    assert server.started_ahead() is server.require_named
    monkeypatch.delenv("PREFECT_API_URL")
    state.mkdir()
    (state / "profiles.toml").write_text('[profiles.mine]\nPREFECT_API_URL = "http://127.0.0.1:1/api"\n')
    assert server.started_ahead() is server.require_named


@pytest.mark.parametrize(
    ("program", "found"),
    [("raise SystemExit(3)", "it ended with exit code 3"), ("import time; time.sleep(60)", "no answer in 2 seconds")],
)
def test_a_server_that_does_not_start_is_told(program: str, found: str, state: Path) -> None:
    address = f"http://127.0.0.1:{server.free_port()}/api"
    with subprocess.Popen([sys.executable, "-c", program]) as running, pytest.raises(EngineError) as raised:
        try:
            server.await_health(address, running, seconds=2)
        finally:
            running.kill()
    assert raised.value.found == found
    assert address in raised.value.where and str(state) in raised.value.remedy


def test_a_named_server_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    from prefect.settings import PREFECT_API_URL, temporary_settings

    address = f"http://127.0.0.1:{server.free_port()}/api"
    with temporary_settings({PREFECT_API_URL: address}), pytest.raises(EngineError, match=address):
        server.require_named()


STARTING = """
import time
from flows import server
print(server._started()[1].pid, flush=True)
time.sleep(300)
"""


def test_a_server_ends_with_the_run_that_is_killed_and_not_by_its_ctrl_c(state: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", STARTING], stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout
        started = int(run.stdout.readline())
        assert os.getsid(started) == started, "what a terminal sends to all goes to the run alone"
        run.send_signal(signal.SIGKILL)
    deadline = time.monotonic() + 60
    while is_running(started) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert not is_running(started)
