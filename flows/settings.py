"""What Prefect must find in the environment before it is imported: state inside the project, no word to outside."""

from __future__ import annotations

import errno
import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from parsers.errors import EngineError

HOME = "BILATERALS_HOME"
DEFAULT_HOME = ".bilaterals"
DEFAULT_OUTPUT = "outputs/releases"

UNFIT = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EIO}
"""Errors of the system that tell of a disk that is full, or broken."""

LOGGERS = ("flows", "parsers", "expectations", "outputs")
"""The loggers of our own packages."""

EPHEMERAL_START_SECONDS = 90
"""How long a temporary server may take to start; with a fresh database on a busy machine it takes 20 seconds."""


def state_folder() -> Path:
    """The folder for Prefect's database and results: BILATERALS_HOME, else `.bilaterals` in the working folder."""
    return Path(os.environ.get(HOME) or DEFAULT_HOME).absolute()


def require_state_folder() -> None:
    """Nothing, where the state folder is there, or could be made, and can be written; raises EngineError."""
    folder = state_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise _unwritable(error) from error


@contextmanager
def keeping() -> Iterator[None]:
    """Turns an OSError inside that tells of a full or broken disk into an EngineError: what a run keeps has no room.

    Sources and outputs tell of theirs themselves.
    """
    try:
        yield
    except OSError as error:
        if error.errno not in UNFIT:
            raise
        raise _unwritable(error) from error


def _unwritable(error: OSError) -> EngineError:
    return EngineError(
        f"it cannot be written ({os.strerror(error.errno or 0)})",
        where=f"the state folder {state_folder()}",
        expected="a folder for what runs keep",
        remedy=f"make it, with room and rights to write, or name another in {HOME}",
    )


def environment() -> dict[str, str]:
    """The variables that Prefect is to find, with our values.

    Telemetry is off, of the server and of the client. `PREFECT_LOGGING_EXTRA_LOGGERS` sends the log lines of our own
    packages to the run's page as well. Arrow's columns come from jemalloc, which gives back what is let go: mimalloc
    held 170 MB more of 860 when 1,500 articles were put together.
    """
    home = state_folder()
    return {
        "PREFECT_HOME": str(home),
        "PREFECT_LOCAL_STORAGE_PATH": str(home / "results"),
        "ARROW_DEFAULT_MEMORY_POOL": "jemalloc",
        "DO_NOT_TRACK": "1",
        "GX_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": str(EPHEMERAL_START_SECONDS),
        "PREFECT_LOGGING_EXTRA_LOGGERS": ",".join(LOGGERS),
        "PREFECT_LOGGING_TO_API_WHEN_MISSING_FLOW": "ignore",
        "PREFECT_LOGGING_LEVEL": "INFO",
        "PREFECT_SERVER_LOGGING_LEVEL": "ERROR",
    }


def configure() -> None:
    """Nothing; sets the variables above, but for those that the user has set, and our own loggers to info."""
    for name, value in environment().items():
        os.environ.setdefault(name, value)
    for name in LOGGERS:
        if logging.getLogger(name).level == logging.NOTSET:
            logging.getLogger(name).setLevel(logging.INFO)


def quieten() -> None:
    """Nothing; keeps Prefect's own lines and tracebacks off the terminal, for a command that speaks for itself."""
    os.environ.setdefault("PREFECT_LOGGING_HANDLERS_CONSOLE_LEVEL", "CRITICAL")
