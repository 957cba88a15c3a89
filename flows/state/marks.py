"""Where the rows of each unit stand in the files of a table: a unit is a pair of states, or an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from parsers.columnar import BATCH, runs

Places = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Span:
    """Units that stand one behind the other, from the first to that before `stop`: their rows, and bytes of CSV."""

    first: int
    stop: int
    rows: tuple[int, int]
    lines: tuple[int, int]


@dataclass(frozen=True)
class Marks:
    """The units of a table in order, those that have rows: how many, and of how many bytes of CSV.

    `header` is how many bytes of CSV come before the first.
    """

    header: int
    units: tuple[str, ...]
    rows: Places
    lines: Places

    def spans(self, units: Sequence[str], most: int = BATCH) -> Iterator[Span]:
        """Where some units stand, which are in order; those with no rows between them in one span, of about `most`."""
        places = [self._place[unit] for unit in units if unit in self._place]
        first = 0
        for number, place in enumerate(places):
            is_last = number + 1 == len(places) or places[number + 1] != place + 1
            if is_last or self.rows[places[first] : place + 1].sum() >= most:
                yield self._span(places[first], place + 1)
                first = number + 1

    def _span(self, first: int, stop: int) -> Span:
        row_ends, line_ends = self._row_ends, self._line_ends
        start = (int(row_ends[first - 1]), int(line_ends[first - 1])) if first else (0, self.header)
        return Span(first, stop, (start[0], int(row_ends[stop - 1])), (start[1], int(line_ends[stop - 1])))

    @cached_property
    def _place(self) -> dict[str, int]:
        return {unit: place for place, unit in enumerate(self.units)}

    @cached_property
    def _row_ends(self) -> Places:
        return np.cumsum(self.rows)

    @cached_property
    def _line_ends(self) -> Places:
        return self.header + np.cumsum(self.lines)


@dataclass
class Marking:
    """Marks in the making, unit by unit."""

    header: int
    _units: list[str] = field(default_factory=list)
    _rows: list[Places] = field(default_factory=list)
    _lines: list[Places] = field(default_factory=list)

    def add(self, units: pa.ChunkedArray, sizes: Places) -> None:
        """Notes the next rows: the unit of each, and the bytes of its line."""
        if not len(units):
            return
        names, ends = runs(units)
        bounds = np.array([0, *ends], dtype=np.int64)
        rows = bounds[1:] - bounds[:-1]
        lines = np.add.reduceat(sizes.astype(np.int64), bounds[:-1])
        if self._units and names[0] == self._units[-1]:
            self._rows[-1][-1] += rows[0]
            self._lines[-1][-1] += lines[0]
            names, rows, lines = names[1:], rows[1:], lines[1:]
        self._units += names
        self._rows.append(rows)
        self._lines.append(lines)

    def copy(self, marks: Marks, span: Span) -> None:
        """Notes the next rows, which stood in another file so far."""
        self._units += marks.units[span.first : span.stop]
        self._rows.append(marks.rows[span.first : span.stop].copy())
        self._lines.append(marks.lines[span.first : span.stop].copy())

    def made(self) -> Marks:
        """The marks."""
        none = np.empty(0, dtype=np.int64)
        return Marks(
            self.header, tuple(self._units), *(np.concatenate([none, *of]) for of in (self._rows, self._lines))
        )
