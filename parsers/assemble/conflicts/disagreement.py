"""Two readings of one fact, before they become a row."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.assemble.row import Merged
from parsers.assemble.stated import Stated


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What the row of a table holds in a column and what is said elsewhere, each with its statement."""

    table: str
    row_id: str
    kind: str
    column: str
    one: str
    other: str
    one_evidence: str
    other_evidence: str


def shown(value: object) -> str:
    """A value as text: a list by its parts, a whole number without decimals.

    >>> shown(["Astrid Lund", "Grace Otieno"]), shown(4000000.0)
    ('Astrid Lund, Grace Otieno', '4000000')
    """
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def saying(row: Merged, column: str) -> Stated:
    """The first statement of a row that says what it holds in a column; the first of all where none does."""
    held = row.values.get(column)
    return next((one for one in row.members if held is not None and one.values.get(column) == held), row.members[0])
