"""What came of one expectation in one table, and the failures that follow from it."""

from __future__ import annotations

from dataclasses import dataclass

CRITICAL = "critical"
"""Stops the release."""

WARNING = "warning"
"""Is published with the release."""


@dataclass(frozen=True)
class Outcome:
    """One expectation: `columns` it concerns, `row_ids` all rows that do not meet it, `found` what those rows hold.

    `error` says why it could not be evaluated (a cell that cannot be compared); it then counts as not met.
    """

    table: str
    name: str
    columns: tuple[str, ...]
    severity: str
    meaning: str
    row_ids: tuple[str, ...] = ()
    found: tuple[str, ...] = ()
    error: str | None = None

    @property
    def success(self) -> bool:
        """Whether every row meets the expectation."""
        return not self.row_ids and self.error is None

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
