"""Validation, in a process of its own that is started ahead; of rows that the last run validated, it is not run again.

That process imports Great Expectations (3 s and more) while articles are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.pool import Pool
from typing import TYPE_CHECKING

from flows.memory import lasting
from flows.state.tables import led
from parsers.columnar import Stored
from parsers.tables import tables

if TYPE_CHECKING:
    from expectations.gate import Validation
    from expectations.outcome import Outcome
    from flows.assembled import Assembled
    from outputs.narrowing import Since


@dataclass
class _Ahead:
    """What may be started ahead, and whether that was done."""

    may: bool = False
    pools: list[Pool] = field(default_factory=list)


_ahead = _Ahead()


@contextmanager
def ahead() -> Iterator[None]:
    """While it is open, `start` starts the process, which is gone at its end."""
    _ahead.may = True
    try:
        yield
        # Let it end by itself: what is killed leaves semaphores behind, of which Python warns on the terminal.
        for pool in _ahead.pools:
            pool.close()
    except BaseException:
        for pool in _ahead.pools:
            pool.terminate()
        raise
    finally:
        for pool in _ahead.pools:
            pool.join()
        _ahead.may = False
        _ahead.pools.clear()


def start() -> None:
    """Nothing; starts the process, which begins to import what it needs, where that may be and was not done."""
    if _ahead.may and not _ahead.pools:
        # Spawned, not forked: Prefect's threads hold locks that a forked child would wait for without end.
        pool = get_context("spawn").Pool(1)
        pool.apply_async(_load)
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
    found = _ahead.pools[-1].apply_async(_examine, (rows, changed))
    import expectations.gate  # noqa: F401 (what comes back is made of its classes; meanwhile the other process works)

    return found.get


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
