"""Validation, in a process of its own that is started ahead; of rows that the last run validated, it is not run again.

That process imports Great Expectations (3 s and more) while articles are read.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flows.memory import lasting
from flows.state.tables import led
from flows.workers import pooled
from parsers.columnar import Stored
from parsers.errors import BilateralsError
from parsers.tables import tables

if TYPE_CHECKING:
    from expectations.gate import Validation
    from expectations.outcome import Outcome
    from flows.assembled import Assembled
    from outputs.narrowing import Since

log = logging.getLogger(__name__)


@dataclass
class _Ahead:
    """What ends the processes that were started, where any may be, and those that were."""

    ending: ExitStack | None = None
    pools: list[ProcessPoolExecutor] = field(default_factory=list)


_ahead = _Ahead()


@contextmanager
def ahead() -> Iterator[None]:
    """While it is open, `start` starts the process, which is gone at its end."""
    with ExitStack() as ending:
        _ahead.ending = ending
        try:
            yield
        except BilateralsError:
            # Foreseen, so that nobody waits in vain: let it end by itself (see `pooled`).
            for pool in _ahead.pools:
                pool.shutdown(cancel_futures=True)
            raise
        finally:
            _ahead.ending = None
            _ahead.pools.clear()


def start() -> None:
    """Nothing; starts the process, which begins to import what it needs, where that may be and was not done."""
    if _ahead.ending and not _ahead.pools:
        pool = _ahead.ending.enter_context(pooled(1))
        pool.submit(_load)
        _ahead.pools.append(pool)


def begun(rows: Assembled) -> Callable[[], Validation]:
    """What gives what the expectations say of the rows when it is called; the process that was started works till then.

    Of rows that the last run had, it is what was said then.
    """
    earlier, changed = rows.earlier, rows.changed
    if earlier is None or changed is None:
        asked = _asked(rows.tables, None)
        return lambda: _concluded(rows, asked())
    if rows.hashes == earlier.hashes:
        return lambda: _concluded(rows, earlier.outcomes)
    asked = _asked(rows.tables, {name: Stored(here.rows) for name, (_, here) in changed.rows.items()})
    return lambda: _concluded(rows, _joined(earlier.outcomes, asked(), changed))


def _asked(rows: Mapping[str, Stored], changed: Mapping[str, Stored] | None) -> Callable[[], tuple[Outcome, ...]]:
    if not _ahead.pools:
        return lambda: _examine(rows, changed)

    def examined() -> tuple[Outcome, ...]:
        try:
            return found.result()
        except BrokenProcessPool:
            log.warning("the process that validates has died; its work is done again here")
            return _examine(rows, changed)

    try:
        found = _ahead.pools[-1].submit(_examine, rows, changed)
    except BrokenProcessPool:
        return lambda: _examine(rows, changed)
    import expectations.gate  # noqa: F401 (what comes back is made of its classes; meanwhile the other process works)

    return examined


def _joined(before: tuple[Outcome, ...], now: tuple[Outcome, ...], changed: Since) -> tuple[Outcome, ...]:
    """What was said of the rows of the last run, but for units that are others now, and tables without units."""
    anew = {name: changed.values(name, tables()[name].order[0]) for name in changed.rows}
    return tuple(
        one.joined(other, anew[one.table]) if one.table in led() else other
        for one, other in zip(before, now, strict=True)
    )


def _concluded(rows: Assembled, outcomes: tuple[Outcome, ...]) -> Validation:
    from expectations import gate

    return gate.concluded(rows.tables, outcomes)


def require(validation: Validation, *, report: str) -> None:
    """Nothing; raises ValidationFailed, naming the rows and the `report`, where a critical expectation was not met."""
    from expectations import gate

    gate.require(validation, report=report)


def _load() -> None:
    with lasting():
        import expectations.engine  # noqa: F401 (it imports Great Expectations, which gate.py leaves to its first use)


def _examine(rows: Mapping[str, Stored], changed: Mapping[str, Stored] | None) -> tuple[Outcome, ...]:
    from expectations import gate

    return tuple(gate.examine(rows, changed=changed))
