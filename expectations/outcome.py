"""What came of one expectation in one table, and the failures that follow from it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

CRITICAL = "critical"
"""Stops the release."""

WARNING = "warning"
"""Is published with the release."""


@dataclass(frozen=True)
class Outcome:
    """One expectation: `columns` it concerns, `row_ids` all rows that do not meet it, `found` what those rows hold.

    `units` are the pairs of states, articles … that these rows stand with, by the first column of their table's order.
    `error` says why it could not be evaluated (a cell that cannot be compared); it then counts as not met.
    """

    table: str
    name: str
    columns: tuple[str, ...]
    severity: str
    meaning: str
    row_ids: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    error: str | None = None

    @property
    def success(self) -> bool:
        """Whether every row meets the expectation."""
        return not self.row_ids and self.error is None

    def joined(self, other: Outcome, anew: Collection[str]) -> Outcome:
        """This outcome of a whole table, and another of its units that are `anew`, as one of both, in order of units.

        >>> one = Outcome("ties", "order", ("a",), WARNING, "…", ("t1", "t2"), ("x", "y"), ("EST-PER", "PER-TGO"))
        >>> other = Outcome("ties", "order", ("a",), WARNING, "…", ("t3",), ("z",), ("CHL-EST",))
        >>> one.joined(other, {"CHL-EST", "EST-PER"}).row_ids
        ('t3', 't2')
        """
        rows = [row for row in self._rows if row[0] not in anew] + other._rows
        units, row_ids, found = zip(*sorted(rows, key=lambda row: row[0]), strict=True) if rows else ((), (), ())
        return replace(self, row_ids=row_ids, found=found, units=units)

    @property
    def _rows(self) -> list[tuple[str, str, str]]:
        return list(zip(self.units, self.row_ids, self.found, strict=True))

    @property
    def column(self) -> str:
        """The columns as one string."""
        return ", ".join(self.columns)


@dataclass(frozen=True)
class Failure:
    """An expectation that some rows do not meet: `row_ids` names all of them, in the order of the table."""

    table: str
    expectation: str
    column: str
    row_ids: tuple[str, ...]
    meaning: str
    severity: str
    error: str | None = None
