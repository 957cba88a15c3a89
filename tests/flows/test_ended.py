"""A signal to end is not lost, wherever it arrives."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from flows import cli

LOST = """
import os, signal, time
from flows import cli

class Finalised:
    def __del__(self):
        os.kill(os.getpid(), signal.{name})
        time.sleep(0.01)

def run():
    Finalised()
    time.sleep(10)

cli.app = run
cli.main()
"""


@pytest.mark.parametrize(("name", "code"), [("SIGTERM", 143), ("SIGINT", -2)])
def test_a_signal_that_meets_a_finaliser_ends_the_run_all_the_same(name: str, code: int) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", LOST.format(name=name)],
        capture_output=True,
        timeout=9,
        check=False,
        # A parent in the background hands its children SIGINT ignored.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    assert ended.returncode == code


def test_an_error_of_what_is_closed_in_haste_hides_no_signal(monkeypatch: pytest.MonkeyPatch) -> None:
    def closed_in_haste() -> None:
        try:
            os.kill(os.getpid(), signal.SIGTERM)
        finally:
            raise OSError("columns of different lengths")

    monkeypatch.setattr(cli, "app", closed_in_haste)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 143
