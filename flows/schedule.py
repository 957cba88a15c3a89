"""The flow again and again: served by this process, on a cron schedule, one run at a time."""

from __future__ import annotations

from prefect.client.schemas.schedules import CronSchedule
from prefect.flows import EntrypointType
from prefect.settings import PREFECT_API_URL, temporary_settings

from flows.release import release
from flows.server import server

NAME = "scheduled"


def serve(cron: str, sources: list[str], output: str, form: str | None, keep: int | None = None) -> None:
    """Nothing, once it is interrupted; runs are started by the schedule, or by hand (`prefect deployment run`).

    Relative paths are looked up from the folder in which it was started. `cron` must have passed `check_cron`.
    """
    with server() as address, temporary_settings({PREFECT_API_URL: address}):
        release.serve(
            name=NAME,
            cron=cron,
            parameters={"sources": sources, "output": output, "form": form, "keep": keep},
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
