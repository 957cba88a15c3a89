"""When the collector of cycles runs: between pages, not in them, and not over what is imported."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """A stretch of work in which Python looks for no cycles; what it leaves is collected behind it, as ever.

    A page makes some ten thousand objects that all live until it is read, and few cycles: looking through them every
    700 objects, and through everything now and then, took a tenth of the time.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def lasting() -> Iterator[None]:
    """A stretch of work without looking for cycles, and of what it leaves, which lasts as the process does: imports.

    The flow and what it imports leave 200,000 objects, which were looked through several times a run.
    """
    with uncollected():
        yield
        gc.freeze()
