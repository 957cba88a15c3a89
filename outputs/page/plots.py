"""Where the marks of a plot stand: in percent of its width, so that it fits any screen and its text keeps its size."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil, sqrt

from outputs.page.figures import Sizes

SPAN = 120
"""Years that a plot over years shows at most, up to the last: an early date would leave the others no room."""

HEIGHT = 120
"""Of a plot of bars, in pixels."""

SCALES = {6: "million", 9: "billion", 12: "trillion"}


@dataclass(frozen=True)
class Tick:
    """A label below the axis; a minor one is left out on a narrow screen."""

    at: float
    text: str
    minor: bool


@dataclass(frozen=True)
class Mark:
    """A bar or a cell: left edge and width in percent, top and height in pixels, what it says, its strength to 1."""

    x: float
    width: float
    y: float
    height: float
    says: str
    strength: float = 1.0


@dataclass(frozen=True)
class Plot:
    """Marks over years, `first` to `last`; `before` rows lie earlier and are not shown; `most` is the largest count."""

    first: int
    last: int
    marks: tuple[Mark, ...]
    ticks: tuple[Tick, ...]
    most: int
    before: int
    height: int
    rows: tuple[str, ...] = ()


def span(counts: Sequence[Mapping[int, int]]) -> tuple[int, int] | None:
    """First and last year of plots that share an axis; None where there is nothing to show."""
    known = sorted({year for one in counts for year in one})
    if not known:
        return None
    last = known[-1]
    return next(year for year in known if year > last - SPAN), last


def bars(counts: Mapping[int, int], first: int, last: int, noun: str) -> Plot:
    """A bar a year."""
    shown = {year: count for year, count in sorted(counts.items()) if first <= year <= last}
    most = max(shown.values(), default=1)
    step = 100 / (last - first + 1)
    marks = []
    for year, count in shown.items():
        height = max(2.0, round(HEIGHT * count / most, 1))
        says = f"{year}: {count:,} {noun if count == 1 else noun + 's'}"
        x = round((year - first) * step + step * 0.1, 3)
        marks.append(Mark(x, round(step * 0.8, 3), HEIGHT - height, height, says))
    before = sum(count for year, count in counts.items() if year < first)
    return Plot(first, last, tuple(marks), ticks(first, last), most, before, HEIGHT)


def cells(sizes: Sizes, row: int = 22) -> Plot | None:
    """A cell for each year and power of ten, darker where more figures lie; None where there is nothing to show."""
    by_year = Counter[int]()
    for (year, _), count in sizes.counts.items():
        by_year[year] += count
    range_ = span([by_year])
    if range_ is None:
        return None
    first, last = range_
    powers = [power for year, power in sizes.counts if year >= first]
    rows = range(max(powers), min(powers) - 1, -1)
    grid = _Grid(first, 100 / (last - first + 1), rows, row, max(sizes.counts.values()))
    marks = tuple(grid.cell(*cell, count) for cell, count in sorted(sizes.counts.items()) if cell[0] >= first)
    before = sum(count for year, count in by_year.items() if year < first)
    names = tuple(map(_amount, rows))
    return Plot(first, last, marks, ticks(first, last), grid.most, before, len(rows) * row, names)


@dataclass(frozen=True)
class _Grid:
    """Columns of years from the first on, `step` percent wide, and rows of powers of ten, `row` pixels high.

    `most` is the count of the darkest cell.
    """

    first: int
    step: float
    powers: Sequence[int]
    row: int
    most: int

    def cell(self, year: int, power: int, count: int) -> Mark:
        """The cell of so many figures."""
        left, top = round((year - self.first) * self.step, 3), self.powers.index(power) * self.row
        says = f"{year}: {count:,} × {_amount(power)} or more"
        strength = round(0.25 + 0.75 * sqrt(count / self.most), 3)
        return Mark(left, round(self.step * 0.94, 3), top, self.row - 2, says, strength)


def ticks(first: int, last: int) -> tuple[Tick, ...]:
    """Round years in the middle of their bars, some ten of them, every other one minor."""
    span_, step = last - first + 1, 100 / (last - first + 1)
    every = next(size for size in (1, 2, 5, 10, 20, 50, 100, 500, 1000, 10000) if span_ / size <= 12)
    years = range(ceil(first / every) * every, last + 1, every)
    return tuple(
        Tick(round((year - first + 0.5) * step, 3), str(year), (year // every) % 2 == 1 and len(years) > 4)
        for year in years
    )


def _amount(power: int) -> str:
    """A power of ten in words: "$10 billion" for 10."""
    if power < 6:
        return f"${10**power:,}"
    base = max(scale for scale in SCALES if scale <= power)
    return f"${10 ** (power - base):,} {SCALES[base]}"
