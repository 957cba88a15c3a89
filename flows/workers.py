"""Calls in processes of this machine: fed in batches, replaced where they die, and gone when we are.

Prefect's own ProcessPoolTaskRunner was measured first: with each of its processes importing Prefect, and 75 ms of CPU
time a task, 200 short pages took 14.2 to 17.4 s of CPU time, where a plain pool inside one task takes 8.9.
"""

from __future__ import annotations

import logging
import os
import pickle
import signal
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager
from itertools import islice
from multiprocessing import Pipe, get_context
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from parsers.errors import EngineError

log = logging.getLogger(__name__)
T = TypeVar("T")
R = TypeVar("R")

AHEAD = 2
"""Batches for each process that are handed over at one time: one in its hands, one that waits."""

MOST_LOSSES = 3
"""How often in a row processes may die before any batch was finished."""


def cores() -> int:
    """The processors that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def in_processes(call: Callable[[T], R], batches: Sequence[T], workers: int) -> Iterator[tuple[int, R]]:
    """What `call` gives for each batch, with the batch's number, in the order in which they are finished.

    Where a process dies, what it had in hand is done again; raises EngineError where they die again and again. The
    processes are gone when the iterator is exhausted or closed, and when this process is gone, however it ended.
    """
    left, losses = dict(enumerate(batches)), 0
    while left:
        try:
            with closing(_pooled(call, dict(left), workers)) as finished:
                for number, found in finished:
                    del left[number]
                    losses = 0
                    yield number, found
        except BrokenProcessPool as error:
            losses += 1
            if losses == MOST_LOSSES:
                raise _lost(losses) from error
            log.warning("a process that reads pages has died; what it had in hand is read again")


def _pooled(call: Callable[[T], R], batches: Mapping[int, T], workers: int) -> Generator[tuple[int, R], None, None]:
    """The same by one pool; raises BrokenProcessPool where a process dies."""
    left, waiting = iter(batches.items()), dict[Future[R], tuple[int, Path]]()
    with TemporaryDirectory(prefix="bilaterals-") as folder, pooled(min(workers, len(batches))) as pool:

        def hand_over(most: int) -> None:
            for number, batch in islice(left, most):
                path = Path(folder, f"{number}.pickle")
                path.write_bytes(pickle.dumps(batch))
                waiting[pool.submit(_called, call, path)] = number, path

        hand_over(AHEAD * workers)
        while waiting:
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                number, path = waiting.pop(future)
                found = future.result()
                path.unlink()
                hand_over(1)
                yield number, found


def _called(call: Callable[[T], R], path: Path) -> R:
    """What `call` gives for the batch in a file.

    In files, since what a pool hands to its processes must fit into a pipe: else, before Python 3.11.5, it waits for
    ever where one of them is killed.
    """
    return call(pickle.loads(path.read_bytes()))


@contextmanager
def pooled(workers: int) -> Iterator[ProcessPoolExecutor]:
    """Processes that end with the block: by themselves where it is done, else whatever they have in hand."""
    # Spawned, not forked: Prefect's threads hold locks that a forked child would wait for without end.
    ours, theirs = Pipe()
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_begin, initargs=(theirs,))
    try:
        yield pool
        # What is made to end leaves semaphores behind, of which Python warns on the terminal.
        pool.shutdown()
    finally:
        ours.close()
        theirs.close()
        pool.shutdown(cancel_futures=True)


def _begin(parent: Connection) -> None:
    """Prepares a process: Ctrl-C, which a terminal sends to all, is the parent's to act on."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: Connection) -> None:
    """Ends this process when the other end of the line is closed, as it also is where its holder was killed."""
    try:
        parent.recv_bytes()
    except (EOFError, OSError):
        os._exit(1)


def _lost(times: int) -> EngineError:
    return EngineError(
        f"processes that read pages died {times} times in a row",
        where="--workers",
        expected="processes that live until they are done",
        remedy="see whether memory runs out (each takes some hundred MB), and try fewer workers, or 1 to read in place",
    )
