"""The flow again and again: served by this process, on a cron schedule, one run at a time."""

from __future__ import annotations

from collections.abc import Mapping

from prefect.client.schemas.schedules import CronSchedule
from prefect.flows import EntrypointType
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.release import release
from flows.server import server

NAME = "scheduled"


def serve(cron: str, parameters: Mapping[str, object]) -> None:
    """Nothing, once it is interrupted; runs are started by the schedule, or by hand (`prefect deployment run`).

    `parameters` are those of the flow. Relative paths are looked up from the folder in which it was started. `cron`
    must have passed `check_cron`.
    """
    with server() as address, temporary_settings({PREFECT_API_URL: address}):
        release.serve(
            name=NAME,
            cron=cron,
            parameters=dict(parameters),
            limit=1,
            # A module, since a path of this machine would stand in the deployment otherwise.
            entrypoint_type=EntrypointType.MODULE_PATH,
        )


def check_cron(cron: str) -> str:
    """The cron expression; raises ValueError where it is none.

    >>> check_cron("0 6 * * 1")
    '0 6 * * 1'
    """
    CronSchedule(cron=cron)
    return cron
