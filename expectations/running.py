"""What the custom expectations look up while a validation runs: all tables, their rules, and the keys of parents.

Great Expectations copies an expectation's arguments into its results; so the arguments name a rule or a parent, and
what the name stands for is kept here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field

from expectations.rule import Frames, Rule


@dataclass(frozen=True)
class Run:
    """One validation: typed frames by table, and rules by table and name."""

    frames: Frames
    rules: Mapping[str, Mapping[str, Rule]]
    _keys: dict[str, frozenset[object]] = field(default_factory=dict)

    def keys(self, parent: str) -> frozenset[object]:
        """The values of a parent's key, `parent` being "table.column"; collected once a run."""
        if parent not in self._keys:
            table, column = parent.split(".")
            self._keys[parent] = frozenset(self.frames[table][column].dropna())
        return self._keys[parent]


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
