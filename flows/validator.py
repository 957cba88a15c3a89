"""Validation in a process of its own, which imports Great Expectations (3 s and more) while articles are read."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.pool import Pool
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from expectations.gate import Validation
    from parsers.assemble import Rows

_pools: list[Pool] = []


@contextmanager
def ahead() -> Iterator[None]:
    """While it is open, `validate` runs in a process that has begun to import what it needs."""
    # Spawned, not forked: Prefect's threads hold locks that a forked child would wait for without end.
    with get_context("spawn").Pool(1) as pool:
        pool.apply_async(_load)
        _pools.append(pool)
        try:
            yield
        finally:
            _pools.remove(pool)


def validate(rows: Rows) -> Validation:
    """What the expectations say of the rows: from the process that was started ahead, else from this one."""
    if not _pools:
        return _validate(rows)
    validation = _pools[-1].apply_async(_validate, (rows,))
    import expectations.gate  # noqa: F401 (what comes back is made of its classes; meanwhile the other process works)

    return validation.get()


def require(validation: Validation, *, report: str) -> None:
    """Nothing; raises ValidationFailed, naming the rows and the `report`, where a critical expectation was not met."""
    from expectations import gate

    gate.require(validation, report=report)


def _load() -> None:
    import expectations.engine  # noqa: F401 (it imports Great Expectations, which gate.py leaves to its first use)


def _validate(rows: Rows) -> Validation:
    from expectations import gate

    return gate.validate(rows)
