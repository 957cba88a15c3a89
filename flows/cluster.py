"""Task runs on a Dask cluster that is there, through Prefect's Dask task runner.

The cluster sees to its workers: a batch whose worker dies goes to another one. Here it is seen to that a run never
waits without end for a cluster that has no worker left, or is gone itself.
"""

from __future__ import annotations

import pickle
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from parsers.errors import BilateralsError, EngineError

if TYPE_CHECKING:
    from prefect import Task

R = TypeVar("R")

LOGS = "see its logs, and run again"

AHEAD = 2
"""Batches for each thread of the cluster that are handed over at one time."""

PATIENCE = 60.0
"""Seconds that a run waits for a cluster to answer, or for one without workers to get some."""

LOOK = 1.0
"""Seconds between two looks at a cluster that has finished nothing."""


def require_cluster(address: str) -> None:
    """Nothing, where what talks to clusters is installed and the address has the form of one; raises EngineError."""
    _runner_class(address)
    scheme, found, _ = address.partition("://")
    if not (found and scheme in {"tcp", "tls", "ws", "wss", "ucx"}):
        raise _refused(address, "not the address of a scheduler", "name it as tcp://host:8786")


def on_cluster(task: Task[Any, Any], batches: Sequence[object], address: str) -> Iterator[tuple[int, Any]]:
    """What runs of the task give for each batch, with the batch's number, in the order in which they are finished.

    The task's one parameter, `pickled`, is the batch as `pickle.dumps` gives it. Must be called in a flow. Raises
    EngineError where the cluster cannot be reached, has no worker or loses them all, or a batch was lost with several
    of them; what a task raises on purpose is raised as it is.
    """
    with _connected(address) as runner:
        left, waiting = iter(enumerate(batches)), dict[Any, int]()
        threads = sum(runner.client.nthreads().values())

        def submit(number: int, batch: object) -> None:
            # In one piece, as Prefect and Dask would both walk through every value in it.
            future = runner.submit(task, {"pickled": pickle.dumps(batch)})
            waiting[future.wrapped_future] = number

        for number, batch in islice(left, AHEAD * threads):
            submit(number, batch)
        while waiting:
            for done in _finished(runner, list(waiting), address):
                number = waiting.pop(done)
                found = _result(runner, done, address)
                for following, batch in islice(left, 1):
                    submit(following, batch)
                yield number, found


def _runner_class(address: str) -> Any:
    try:
        from prefect_dask import DaskTaskRunner
    except ImportError as error:
        found = f"what talks to Dask is not installed ({error})"
        remedy = 'in the folder of the project: pip install ".[dask]"; or leave out --dask'
        raise _refused(address, found, remedy) from error
    return DaskTaskRunner


@contextmanager
def _connected(address: str) -> Iterator[Any]:
    """A task runner that is connected to a cluster with workers."""
    runner = _runner_class(address)(address=address, client_kwargs={"timeout": PATIENCE})
    with runner:
        try:
            runner.client.wait_for_workers(1, timeout=PATIENCE)
        except TimeoutError as error:
            raise _refused(address, f"it has no worker after {PATIENCE:.0f} s", "start workers") from error
        except OSError as error:
            raise _refused(address, f"it cannot be reached ({_line(error)})", "check the address") from error
        with runner.client.as_current():
            yield runner


def _finished(runner: Any, futures: Sequence[Any], address: str) -> list[Any]:
    """Futures that are finished, at least one."""
    from distributed import wait

    return list(_answered(runner, address, lambda: wait(futures, timeout=LOOK, return_when="FIRST_COMPLETED").done))


def _result(runner: Any, future: Any, address: str) -> Any:
    """What a finished run of the task gave; it lies with the worker, so that the run is done again where that died."""
    state = _answered(runner, address, lambda: future.result(timeout=LOOK))
    try:
        return state.result()
    except BilateralsError:
        raise
    except Exception as error:  # whatever was raised at a worker
        raise _unread(address, error) from error


def _answered(runner: Any, address: str, ask: Callable[[], R]) -> R:
    """What the cluster answers, asked again and again; raises EngineError where it is lost meanwhile."""
    from distributed import CancelledError, KilledWorker

    alive = time.monotonic()
    while True:
        try:
            return ask()
        except TimeoutError:
            alive = time.monotonic() if _has_workers(runner.client) else alive
        except (CancelledError, OSError) as error:
            raise _refused(address, f"it was lost ({_line(error)})", LOGS) from error
        except KilledWorker as error:
            raise _refused(
                address, f"workers died of the same pages ({_line(error)})", f"{LOGS}, for memory"
            ) from error
        except Exception as error:  # unpickling at the scheduler or at a worker raises anything
            raise _unread(address, error) from error
        if time.monotonic() - alive > PATIENCE:
            raise _refused(address, f"no worker of it answers for {PATIENCE:.0f} s", LOGS)


def _has_workers(client: Any) -> bool:
    return client.status == "running" and bool(client.scheduler_info()["workers"])


def _unread(address: str, error: Exception) -> EngineError:
    remedy = f"{LOGS}: scheduler and workers need this very version of the project and of its libraries"
    return _refused(address, f"pages could not be read there ({_line(error)})", remedy)


def _line(error: BaseException) -> str:
    """The first error of the chain, in one line."""
    while error.__cause__:
        error = error.__cause__
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]


def _refused(address: str, found: str, remedy: str) -> EngineError:
    return EngineError(found, where=f"the Dask cluster {address}", expected="a cluster with workers", remedy=remedy)
