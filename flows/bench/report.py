"""The one table that `make bench` prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.table import Table

from flows.bench.cost import Cost


@dataclass(frozen=True)
class Row:
    """One thing that was measured: its cost, over so many articles and megabytes, and how it compares to another.

    `wanted` is the most that `ratio` should be.
    """

    what: str
    cost: Cost | None = None
    articles: int | None = None
    megabytes: float | None = None
    ratio: float | None = None
    wanted: float | None = None
    note: str = ""

    @property
    def speed(self) -> float | None:
        """Megabytes a second: of processor, where that is known, else on the wall."""
        seconds = (self.cost.cpu or self.cost.wall) if self.cost else None
        return self.megabytes / seconds if seconds and self.megabytes else None

    def cells(self) -> list[str]:
        """What the row says, column by column."""
        cost = self.cost
        return [
            self.what,
            _number(self.articles, 0),
            _number(self.megabytes, 1),
            _number(cost.wall if cost else None, 1),
            _number(cost.cpu if cost else None, 1),
            _number(cost.memory if cost else None, 0),
            _number(self.speed, 2),
            _number(self.ratio, 2) + (f" ≤ {self.wanted:g}" if self.wanted else ""),
            self.note,
        ]


HEADS = ("what", "articles", "MB", "wall s", "CPU s", "peak MB", "MB/s", "ratio", "")


def shown(rows: Sequence[Row], title: str, console: Console | None = None) -> None:
    """Prints the rows as a table."""
    table = Table(title=title, title_justify="left", box=None, pad_edge=False)
    for number, head in enumerate(HEADS):
        table.add_column(head, justify="left" if number in (0, len(HEADS) - 1) else "right", no_wrap=True)
    for row in rows:
        table.add_row(*row.cells())
    (console or Console(width=150, highlight=False)).print(table)


def _number(value: float | None, decimals: int) -> str:
    return "" if value is None else f"{value:,.{decimals}f}"
