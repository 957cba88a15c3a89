"""What a command costs, with all that it starts: seconds, seconds of processor, memory; and seconds of its stages."""

from __future__ import annotations

import os
import re
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

SAMPLED = 0.2
"""The least seconds between two looks at the memory."""

SHARE = 0.02
"""The most of a processor that looking may take, as the run that is watched needs it: the system counts all pages."""

_STAGE = re.compile(r"^([a-z]+): ")
_PSS = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
T = TypeVar("T")


@dataclass(frozen=True)
class Cost:
    """Seconds on the wall and of processors, and the most memory at once in MB; null where they are not known.

    `stages` are the seconds on the wall from the last line of one stage to that of the next, by stage.
    """

    wall: float
    cpu: float | None = None
    memory: float | None = None
    stages: Mapping[str, float] = field(default_factory=dict)


def of_command(command: Sequence[str | Path], environment: Mapping[str, str]) -> Cost:
    """The cost of a command that says on standard error `stage: …`; raises CalledProcessError where it fails.

    Memory is that of the command and its descendants together, pages that they share counted once.
    """
    began = time.monotonic()
    process = subprocess.Popen(
        [*map(str, command)],
        env={**os.environ, **environment},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    memory = _Memory(process.pid)
    said: list[tuple[float, str]] = []
    assert process.stderr is not None
    with memory, process.stderr:
        said.extend((time.monotonic(), line) for line in process.stderr)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        errors = "".join(line for _, line in said[-20:])
        raise subprocess.CalledProcessError(process.returncode, process.args, stderr=errors)
    return Cost(time.monotonic() - began, used.ru_utime + used.ru_stime, memory.most, _stages(began, said))


def of_work(work: Callable[[], T]) -> tuple[Cost, T]:
    """The cost of a call in this process, and what it gave; its memory is not known."""
    wall, cpu = time.monotonic(), time.process_time()
    result = work()
    return Cost(time.monotonic() - wall, time.process_time() - cpu), result


def _stages(began: float, said: Sequence[tuple[float, str]]) -> dict[str, float]:
    stages: dict[str, float] = {}
    for moment, line in said:
        found = _STAGE.match(line)
        if found and found[1] not in ("warning", "error", "info"):
            stages[found[1]] = stages.get(found[1], 0) + moment - began
            began = moment
    return stages


class _Memory:
    """The most memory of a process and its descendants, looked at again and again while this is open.

    A peak that is shorter than the time between two looks may be missed: some 15 ms a GB, so that is a second and more.
    """

    def __init__(self, pid: int) -> None:
        self.most: float | None = None
        self._pid = pid
        self._ended = threading.Event()
        self._looking = threading.Thread(target=self._look, daemon=True)

    def __enter__(self) -> None:
        self._looking.start()

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._looking.join()

    def _look(self) -> None:
        took = 0.0
        while not self._ended.wait(max(SAMPLED, took / SHARE)):
            began = time.thread_time()
            now = sum(map(_memory, _family(self._pid)))
            took = time.thread_time() - began
            if now:
                self.most = max(self.most or 0, now)


def _family(pid: int) -> list[int]:
    """A process and its descendants; nothing where the system does not tell."""
    family = [pid]
    for one in family:
        for children in Path(f"/proc/{one}/task").glob("*/children"):
            with suppress(OSError):
                family.extend(map(int, children.read_text().split()))
    return family


def _memory(pid: int) -> float:
    """MB of a process, with its share of what it shares; 0 where that cannot be read."""
    with suppress(OSError):
        found = _PSS.search(Path(f"/proc/{pid}/smaps_rollup").read_text())
        return int(found[1]) / 1000 if found else 0
    return 0
