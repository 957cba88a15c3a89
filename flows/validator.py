"""Validation, where it was not run on the same rows before: in a process of its own, started ahead.

That process imports Great Expectations (3 s and more) while articles are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from multiprocessing import get_context
from multiprocessing.pool import Pool
from typing import TYPE_CHECKING

from flows import verdicts

if TYPE_CHECKING:
    from expectations.gate import Validation
    from parsers.columnar import Stored

_pools: list[Pool] = []


@contextmanager
def ahead() -> Iterator[None]:
    """While it is open, `validate` runs in a process that has begun to import what it needs.

    No process is started where this code found rows sound before: most likely they are the same ones.
    """
    if verdicts.any_known():
        yield
        return
    # Spawned, not forked: Prefect's threads hold locks that a forked child would wait for without end.
    with get_context("spawn").Pool(1) as pool:
        pool.apply_async(_load)
        _pools.append(pool)
        try:
            yield
            # Let it end by itself: what is killed leaves semaphores behind, of which Python warns on the terminal.
            pool.close()
        except BaseException:
            pool.terminate()
            raise
        finally:
            _pools.remove(pool)
            pool.join()


def validate(tables: Mapping[str, Stored]) -> Validation:
    """What the expectations say of the rows: as kept from an earlier run, else from the process started ahead, else
    from this one.
    """
    return begun(tables)()


def begun(tables: Mapping[str, Stored]) -> Callable[[], Validation]:
    """What gives that: the process started ahead works until it is called."""
    said = verdicts.known(tables)
    if said is not None:
        return lambda: said
    asked = _asked(tables)

    def kept() -> Validation:
        found = asked()
        verdicts.keep(tables, found)
        return found

    return kept


def _asked(tables: Mapping[str, Stored]) -> Callable[[], Validation]:
    if not _pools:
        return lambda: _validate(tables)
    validation = _pools[-1].apply_async(_validate, (tables,))
    import expectations.gate  # noqa: F401 (what comes back is made of its classes; meanwhile the other process works)

    return validation.get


def require(validation: Validation, *, report: str) -> None:
    """Nothing; raises ValidationFailed, naming the rows and the `report`, where a critical expectation was not met."""
    from expectations import gate

    gate.require(validation, report=report)


def _load() -> None:
    import expectations.engine  # noqa: F401 (it imports Great Expectations, which gate.py leaves to its first use)


def _validate(tables: Mapping[str, Stored]) -> Validation:
    from expectations import gate

    return gate.validate(tables)
