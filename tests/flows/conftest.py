"""Prefect's state goes to a folder of the test run, set before Prefect is imported; one server for all quick tests."""

from __future__ import annotations

import atexit
import os
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from flow_pages import ARTICLE, OTHER

_HOME = tempfile.mkdtemp(prefix="bilaterals-tests-")
atexit.register(shutil.rmtree, _HOME, ignore_errors=True)
os.environ["BILATERALS_HOME"] = _HOME


@pytest.fixture
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty state folder of the test's own, of which Prefect's part stays where it is for the whole test run."""
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path / "state"))
    return tmp_path / "state"


@pytest.fixture(scope="session")
def prefect_server() -> Iterator[None]:
    """A Prefect server with a database of its own, for the whole test run."""
    from prefect.settings import PREFECT_API_URL
    from prefect.testing.utilities import prefect_test_harness

    with prefect_test_harness(server_startup_timeout=200), pytest.MonkeyPatch.context() as patch:
        # Named in the environment too, where the command line looks before it starts a server of its own.
        patch.setenv("PREFECT_API_URL", str(PREFECT_API_URL.value()))
        yield


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder with two short articles in the flattened form."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "estonia-peru.txt").write_text(ARTICLE, encoding="utf-8")
    (folder / "chile-estonia.txt").write_text(OTHER, encoding="utf-8")
    return folder


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]):
    """Runs `bilaterals …` here: its exit code, standard output and standard error."""
    from flows import cli

    monkeypatch.setattr(cli, "ahead", nullcontext)  # one import of Great Expectations for all tests

    def call(*arguments: object) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "argv", ["bilaterals", *map(str, arguments)])
        with pytest.raises(SystemExit) as ended:
            cli.main()
        said = capsys.readouterr()
        return int(ended.value.code or 0), said.out, said.err

    before, hook = signal.getsignal(signal.SIGTERM), sys.unraisablehook
    yield call
    signal.signal(signal.SIGTERM, before)
    sys.unraisablehook = hook
