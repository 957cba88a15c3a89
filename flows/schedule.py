"""The flow again and again: served by this process, on a cron schedule, one run at a time."""

from __future__ import annotations

import multiprocessing
import time
import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from prefect.client.schemas.schedules import CronSchedule
from prefect.flows import EntrypointType
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.release import release
from flows.server import STOP_SECONDS, server

NAME = "scheduled"


def serve(cron: str, parameters: Mapping[str, object], say: Callable[[str], None]) -> None:
    """Nothing, once it is interrupted; runs are started by the schedule, or by hand (`prefect deployment run`).

    `parameters` are those of the flow; `say` is told where it is served. Relative paths are looked up from the folder
    in which it was started. `cron` must have passed `check_cron`.
    """
    # Prefect's own handler of SIGTERM makes a coroutine that it then does not need.
    warnings.filterwarnings("ignore", message="coroutine 'Runner.astop' was never awaited", category=RuntimeWarning)
    with server() as address, temporary_settings({PREFECT_API_URL: address}), runs_ended():
        say(_beginning(cron, address))
        release.serve(
            name=NAME,
            cron=cron,
            parameters=dict(parameters),
            limit=1,
            # It names a page that a server of our own does not have, and a command that does not find this server.
            print_starting_message=False,
            # A module, since a path of this machine would stand in the deployment otherwise.
            entrypoint_type=EntrypointType.MODULE_PATH,
        )


@contextmanager
def runs_ended() -> Iterator[None]:
    """At the end no run is left: one that goes on is asked to end, as by SIGTERM, and made to after STOP_SECONDS.

    Prefect leaves it alone; without its server it would try to report for minutes, and this process wait for it.
    """
    try:
        yield
    finally:
        runs = multiprocessing.active_children()
        for run in runs:
            run.terminate()
        deadline = time.monotonic() + STOP_SECONDS
        for run in runs:
            run.join(max(0, deadline - time.monotonic()))
            run.kill()


def _beginning(cron: str, address: str) -> str:
    """What is served, and how a run of it is started by hand.

    >>> print(_beginning("0 6 * * 1", "http://127.0.0.1:4200/api"))
    Serving the schedule "0 6 * * 1" (UTC), until Ctrl-C ends it.
    A run by hand: PREFECT_API_URL=http://127.0.0.1:4200/api prefect deployment run release/scheduled
    """
    by_hand = f"PREFECT_API_URL={address} prefect deployment run {release.name}/{NAME}"
    return f'Serving the schedule "{cron}" (UTC), until Ctrl-C ends it.\nA run by hand: {by_hand}'


def check_cron(cron: str) -> str:
    """The cron expression; raises ValueError where it is none.

    >>> check_cron("0 6 * * 1")
    '0 6 * * 1'
    """
    CronSchedule(cron=cron)
    return cron
