"""What the custom expectations look up while a validation runs: the rows at hand, all tables, and their rules.

Great Expectations copies an expectation's arguments into its results; so the arguments name a rule or a parent, and
what the name stands for is kept here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

import pyarrow as pa

from expectations.frames import Typed
from expectations.rule import Rule
from expectations.whole import Whole


@dataclass(frozen=True)
class Run:
    """One validation: all tables, rules by table and name, and the rows of a table that are validated now."""

    whole: Whole
    rules: Mapping[str, Mapping[str, Rule]]
    batch: Typed
    _repeated: dict[str, pa.Array] = field(default_factory=dict)

    def repeated(self, name: str) -> pa.Array:
        """The keys that more than one row of a table has, found once a run."""
        if name not in self._repeated:
            self._repeated[name] = self.whole.repeated(name)
        return self._repeated[name]


_RUN: ContextVar[Run] = ContextVar("run")


def current() -> Run:
    """The validation that runs now; LookupError where none does."""
    return _RUN.get()


@contextmanager
def running(run: Run) -> Iterator[None]:
    """Makes a run the current one for the time of the block."""
    token = _RUN.set(run)
    try:
        yield
    finally:
        _RUN.reset(token)
