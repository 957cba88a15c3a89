"""Consumers of a release that cannot live in the project's environment, as commands to run.

`check-datapackage` needs Python 3.12; `cffconvert` asks for an older jsonschema than Prefect. Each is run from this
environment where it is installed, else by uv in one of its own.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

BIN = Path(sys.executable).parent
NEWER = ("3.12", "3.13", "3.14")


@cache
def command(name: str, requirement: str, *, newer: bool = False) -> tuple[str, ...]:
    """The start of a command line that runs a consumer; skips the test where it cannot be had.

    `requirement` is what uv installs, `newer` whether it needs a Python newer than 3.11.
    """
    if (BIN / name).is_file():
        return (str(BIN / name),)
    python = next(_pythons(), None) if newer else sys.executable
    if python is None:
        pytest.skip(f"{name} needs Python 3.12, and there is none on this machine")
    run = (str(BIN / "uv"), "tool", "run", "--quiet", "--no-config", "--python", python, "--from", requirement, name)
    if not _runs((*run, "--help")):
        pytest.skip(f"{name} is not installed, and uv cannot install it (no index within reach?)")
    return run


def _pythons() -> Iterator[str]:
    """Interpreters of 3.12 or newer that run: on the path, or among pyenv's."""
    names = [f"python{version}" for version in NEWER]
    folder = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv")) / "versions"
    found = [str(path) for version in NEWER for path in sorted(folder.glob(f"{version}*/bin/python"))]
    yield from (each for each in [*names, *found] if _runs((each, "-c", "")))


def _runs(line: tuple[str, ...]) -> bool:
    try:
        return subprocess.run(line, capture_output=True, timeout=120, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False
