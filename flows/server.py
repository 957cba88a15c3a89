"""A Prefect server for as long as it is needed: the one that PREFECT_API_URL names, else one of our own."""

from __future__ import annotations

import atexit
import logging
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.client import HTTPException
from urllib.request import urlopen

from flows.settings import state_folder
from parsers.errors import EngineError

log = logging.getLogger(__name__)

ADDRESS = "PREFECT_API_URL"
START_SECONDS = 120
STOP_SECONDS = 20


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server's API.

    A server of our own listens on the loopback address alone, and is stopped at the end. Flows cannot be scheduled on
    the temporary server that Prefect starts by itself. Raises EngineError where it does not answer.
    """
    given = os.environ.get(ADDRESS)
    if given:
        require_named()
        yield given
        return
    address, running = _started()
    try:
        await_health(address, running)
        log.info("Prefect server at %s", address)
        yield address
    finally:
        stop(running)


def started_ahead() -> Callable[[], None]:
    """A function that waits until a server answers, or raises EngineError; call this before Prefect is imported.

    Where none is named, in PREFECT_API_URL or in a profile of the state folder, one is started and named to Prefect. It
    starts (6 s) while Prefect is imported, and spares this process the server's code, which the temporary server that
    Prefect starts by itself would make it import (3 s).
    """
    if os.environ.get(ADDRESS) or _is_in_profile():
        return require_named
    address, running = _started()
    # Registered before Prefect is imported, so called after it has sent off its last log lines.
    atexit.register(stop, running)
    os.environ[ADDRESS] = address
    return lambda: await_health(address, running)


def _is_in_profile() -> bool:
    """Whether the user named a server with `prefect config set` or `prefect profile`."""
    profiles = state_folder() / "profiles.toml"
    return profiles.is_file() and ADDRESS in profiles.read_text(encoding="utf-8", errors="replace")


def _started() -> tuple[str, subprocess.Popen[bytes]]:
    """The address of a server that begins to start on the loopback address, and its process.

    It has a session of its own: Ctrl-C goes to us alone, and we stop it when the run is reported as interrupted, or the
    schedule as paused; without it Prefect's client tries for minutes. It ends too where this process is killed.
    """
    port = free_port()
    where = ["--host", "127.0.0.1", "--port", str(port), "--no-ui"]
    command = [sys.executable, "-m", "flows.tended", "server", "start", *where]
    # The working folder is the user's: a file there named like a module of Python's must not stand in for it.
    environment = {**os.environ, "PYTHONSAFEPATH": "1"}
    running = subprocess.Popen(
        command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, start_new_session=True
    )
    return f"http://127.0.0.1:{port}/api", running


def free_port() -> int:
    """A port of the loopback address on which nothing listens at the moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def await_health(address: str, running: subprocess.Popen[bytes], seconds: float = START_SECONDS) -> None:
    """Nothing, once the server answers; raises EngineError where it does not in time, or has ended."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and running.poll() is None:
        try:
            with urlopen(f"{address}/health", timeout=5):
                return
        except (OSError, HTTPException):
            time.sleep(0.2)
    ended = running.poll()
    raise EngineError(
        f"no answer in {seconds:g} seconds" if ended is None else f"it ended with exit code {ended}",
        where=f"the Prefect server of this run ({address})",
        expected="a server that answers",
        remedy=f"see its lines above, if it wrote any, and that its state folder {state_folder()} has room; or name a "
        f"server that runs in {ADDRESS}",
    )


def require_named() -> None:
    """Nothing, where the server that the user named answers, and is of our version; raises EngineError."""
    from httpx import HTTPError
    from prefect.client.orchestration import get_client

    try:
        with get_client(sync_client=True) as client:
            client.raise_for_api_version_mismatch_once()
    except (RuntimeError, HTTPError) as error:  # what Prefect makes of any fault, but for a wrong password
        raise EngineError(
            str(error),
            where=f"the Prefect server that {ADDRESS} names",
            expected="a server of this version that answers",
            remedy=f"start it, or leave {ADDRESS} out of the environment and of Prefect's profile: a run then starts "
            "one for itself",
        ) from error


@contextmanager
def answering() -> Iterator[None]:
    """Turns what Prefect raises inside where its server is lost, or fails, into an EngineError."""
    from httpx import HTTPError

    try:
        yield
    except HTTPError as error:
        raise EngineError(
            f"it was lost ({error})",
            where=f"the Prefect server of this run ({os.environ.get(ADDRESS, 'as its profile names it')})",
            expected="a server that answers to the end of the run",
            remedy="run again; `bilaterals list` tells whether a release was made",
        ) from error


def stop(running: subprocess.Popen[bytes]) -> None:
    """Nothing, once the process has ended: asked to at first, made to after STOP_SECONDS."""
    running.terminate()
    try:
        running.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        running.kill()
        running.wait()
