"""Validation, in a process of its own that is started ahead; of rows that the last run validated, it is not run again.

That process imports Great Expectations (3 s and more) while articles are read. It forks to validate on two cores, as
two processes that each import it would take 280 MB more.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable, Collection, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING

from flows.earlier import led
from flows.workers import cores, pool_of
from parsers.assemble.part import ARTICLE, led_by
from parsers.columnar import Stored
from parsers.tables import tables

if TYPE_CHECKING:
    from expectations.gate import Validation
    from expectations.outcome import Outcome
    from flows.assembled import Assembled
    from outputs.narrowing import Since

FORKS = sys.platform == "linux" and cores() > 1
"""Whether it forks: elsewhere that is not safe behind what Great Expectations imports."""


@dataclass
class _Ahead:
    """What the process is started in; null where none may be started, none of it where that was not done."""

    opened: ExitStack | None = None
    pool: ProcessPoolExecutor | None = None


_ahead = _Ahead()


@contextmanager
def ahead() -> Iterator[None]:
    """While it is open, `start` starts the process, which is gone at its end."""
    with ExitStack() as _ahead.opened:
        try:
            yield
            # Let it end by itself: what is killed leaves semaphores behind, of which Python warns on the terminal.
            if _ahead.pool:
                _ahead.pool.shutdown()
        finally:
            _ahead.opened = _ahead.pool = None


def start() -> None:
    """Nothing; starts the process, which begins to import what it needs, where that may be and was not done."""
    if _ahead.opened and not _ahead.pool:
        _ahead.pool = _ahead.opened.enter_context(pool_of(1))
        _ahead.pool.submit(_load)


def validate(rows: Assembled) -> Validation:
    """What the expectations say of the rows: of those that the last run had, what was said then."""
    return begun(rows)()


def begun(rows: Assembled) -> Callable[[], Validation]:
    """What gives that: the process that was started works until it is called."""
    earlier, changed = rows.earlier, rows.changed
    if earlier is None or changed is None:
        asked = _asked(rows.tables, None)
        return lambda: _concluded(rows, asked())
    if rows.hashes == earlier.hashes:
        return lambda: _concluded(rows, earlier.outcomes)
    asked = _asked(rows.tables, {name: Stored(here.rows) for name, (_, here) in changed.rows.items()})
    return lambda: _concluded(rows, _joined(earlier.outcomes, asked(), changed))


def _asked(rows: Mapping[str, Stored], changed: Mapping[str, Stored] | None) -> Callable[[], tuple[Outcome, ...]]:
    if not _ahead.pool:
        return lambda: _examine(rows, changed)
    found = _ahead.pool.submit(_examine_in_two if FORKS else _examine, rows, changed)
    import expectations.gate  # noqa: F401 (what comes back is made of its classes; meanwhile the other process works)

    return found.result


def _joined(before: tuple[Outcome, ...], now: tuple[Outcome, ...], changed: Since) -> tuple[Outcome, ...]:
    """What was said of the rows of the last run, but for units that are others now, and tables without units."""
    anew = {
        name: {str(unit) for side in pair for unit in side.rows[tables()[name].order[0]].unique().to_pylist()}
        for name, pair in changed.rows.items()
    }
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
    import expectations.engine  # noqa: F401 (it imports Great Expectations, which gate.py leaves to its first use)


def _examine_in_two(rows: Mapping[str, Stored], changed: Mapping[str, Stored] | None) -> tuple[Outcome, ...]:
    """What `_examine` gives: of the rows of articles, most of all rows, by a fork of this process, which shares what it
    has imported.
    """
    articles = led_by(ARTICLE)
    with get_context("fork").Pool(1, _end_with_parent) as fork:
        found = fork.apply_async(_examine, (rows, changed, articles))
        others = _examine(rows, changed, [name for name in tables() if name not in articles])
        both = (*found.get(), *others)
    places = {name: place for place, name in enumerate(tables())}
    return tuple(sorted(both, key=lambda one: places[one.table]))


def _examine(
    rows: Mapping[str, Stored], changed: Mapping[str, Stored] | None, only: Collection[str] | None = None
) -> tuple[Outcome, ...]:
    from expectations import gate

    return tuple(gate.examine(rows, changed=changed, only=only))


def _end_with_parent() -> None:
    """Prepares a forked process: it ends when its parent does, however that ended."""
    threading.Thread(target=_await_parent, daemon=True).start()


def _await_parent() -> None:
    parent = parent_process()
    assert parent
    parent.join()
    os._exit(1)
