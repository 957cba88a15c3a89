"""What a command has to say and cannot print: a clear error and its own exit code, and nothing of a reader who left."""

from __future__ import annotations

import subprocess
import sys

import pytest

from parsers.errors import PrintError

SAID = "error: standard output: it cannot be written ({}); expected room for what the command says"
BILATERALS = f'"{sys.executable}" -m flows.cli'


def shell(command: str) -> tuple[int, str]:
    """The exit code of a command line, and what it says to standard error."""
    ended = subprocess.run(["bash", "-c", command], capture_output=True, text=True, timeout=60, check=False)
    return ended.returncode, ended.stderr


@pytest.mark.parametrize("argument", ["--version", "--help"])
@pytest.mark.parametrize(
    ("place", "why"), [("/dev/full", "No space left on device"), ("&-", "Bad file descriptor")], ids=["full", "closed"]
)
def test_where_standard_output_cannot_be_written_it_is_said(argument: str, place: str, why: str) -> None:
    code, said = shell(f"{BILATERALS} {argument} >{place}")
    assert code == PrintError.exit_code
    assert said.startswith(SAID.format(why))
    assert said.count("\n") == 1


def test_a_reader_who_left_is_told_nothing() -> None:
    assert shell(f"set -o pipefail; {{ sleep 1; {BILATERALS} --help; }} | true") == (141, "")


@pytest.mark.parametrize("place", ["/dev/full", "&-"], ids=["full", "closed"])
def test_where_standard_error_cannot_be_written_the_exit_code_stays(place: str) -> None:
    assert shell(f"{BILATERALS} verify nosuch 2>{place}") == (6, "")
