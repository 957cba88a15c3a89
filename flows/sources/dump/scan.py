"""All parts of a dump, on all cores, in order; what an earlier scan of the same dump found is not read again."""

from __future__ import annotations

import logging
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from flows.sources.dump.journal import Journal
from flows.sources.dump.layout import Layout
from flows.sources.dump.request import Request
from parsers.document.model import Page

log = logging.getLogger(__name__)
P = TypeVar("P")
R = TypeVar("R")


def scan(request: Request, layout: Layout) -> Iterator[Page]:
    """The wanted pages of the dump, in its order; raises SourceError.

    What is found stays in the journal part by part, so that an interrupted scan goes on where it stopped. In memory
    are the pages of a few parts.
    """
    with Journal.of(request) as journal:
        found = 0
        for page in journal.pages():
            found += 1
            yield page
        parts = journal.parts or layout.parts()
        journal.begin(parts)
        if journal.done:
            log.info("%d of %d parts are known from an earlier scan", journal.done, len(parts))
        for pages in in_order(layout.read, parts[journal.done :]):
            journal.add(pages)
            found += len(pages)
            _tell(journal.done, len(parts), found)
            yield from pages


def in_order(read: Callable[[P], R], parts: Iterable[P]) -> Iterator[R]:
    """What reading each part gives, in order, on all cores; only a few parts are read ahead.

    Threads suffice: decompression, which is nearly all of the work, leaves the interpreter to others.
    """
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    waiting: deque[Future[R]] = deque()
    pool = ThreadPoolExecutor(cores, thread_name_prefix="dump")
    try:
        for part in parts:
            waiting.append(pool.submit(read, part))
            if len(waiting) > 2 * cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)


def _tell(done: int, total: int, found: int) -> None:
    """Logs every hundredth of the dump."""
    if done * 100 // total > (done - 1) * 100 // total:
        counts = {"stage": "gather", "done": done, "total": total}
        log.info("%d of %d parts of the dump, %d pages", done, total, found, extra=counts)
