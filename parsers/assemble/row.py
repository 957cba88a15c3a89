"""The values of this stage: statements merged into one row, and the dicts that leave it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from parsers.assemble.stated import Stated
from parsers.assemble.timing import precision
from parsers.columnar import Row
from parsers.language.mention import DateValue
from parsers.lazy import lazy
from parsers.tables import Table

Rows = dict[str, Sequence[Row]]
"""Rows of every declared table, by its name; each row has exactly the declared keys."""


@dataclass(frozen=True)
class Merged:
    """One row to be: its table, its statements (the one it follows first), and the values of its own columns.

    `row_id` is empty until `identity.identified` gives it.
    """

    table: Table
    members: tuple[Stated, ...]
    values: Mapping[str, object]
    row_id: str = ""

    @lazy
    def dated(self) -> Stated:
        """The statement with the most precise date, the first of equals."""
        if len(self.members) == 1:
            return self.members[0]
        return min(self.members, key=lambda member: precision(member.date))

    @lazy
    def date(self) -> DateValue | None:
        """The most precise date stated."""
        return self.dated.date

    @lazy
    def statements(self) -> int:
        """How many statements say it; two rules that read one sentence count once."""
        return len({member.statement for member in self.members})


def blank(table: Table, values: Mapping[str, object]) -> dict[str, object]:
    """A row with exactly the declared keys, in their order; what is not given is null."""
    row = {**table.empty, **values}
    if len(row) > len(table.empty):
        unknown = ", ".join(sorted(values.keys() - table.empty.keys()))
        raise ValueError(f"table {table.name}: column {unknown} is not declared")
    return row
