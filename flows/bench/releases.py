"""What a release costs: at several sizes, again with nothing changed, again with one article of a hundred changed."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from flows.bench.corpus import corpus, write
from flows.bench.cost import Cost, of_command
from flows.bench.report import Row
from flows.settings import HOME
from outputs.shelf import shelved

SIZES = (10, 100, 1_000)
STAGES = {
    "gather": "start, and gather", "read": "read", "assemble": "assemble", "validate": "validate", "publish": "publish",
}  # fmt: skip
CHANGED = 0.01
DIFF_SECONDS, VERIFY_SECONDS = 10, 15
"""The most that comparing two releases of 7,000 articles should take, and verifying one."""

NOTHING_RATIO, CHANGED_RATIO, FLAT = 0.10, 0.15, 1.2
"""The most that a rerun should cost of the full run, and an article of many of an article of a few."""


class Workshop:
    """Folders of a corpus, its releases and the state of their runs, below one folder."""

    def __init__(self, folder: Path, seed: int, options: Sequence[str]) -> None:
        self.folder, self._seed, self._options = folder, seed, options

    def corpus(self, articles: int, changed: float = 0.0) -> float:
        """Megabytes of the corpus that is written for the next release, in place of the one before."""
        shutil.rmtree(self.folder / "corpus", ignore_errors=True)
        _, size = write(self.folder / "corpus", corpus(articles, self._seed, changed))
        return size / 1e6

    def release(self, articles: int) -> Cost:
        """The cost of a release of the corpus, after those of the same size."""
        state = self.folder / f"state-{articles}"
        output = self.folder / f"releases-{articles}"
        command = (sys.executable, "-m", "flows.cli", "release", self.folder / "corpus", "--output", output)
        return of_command([*command, *self._options], {HOME: str(state)})

    def compared(self, articles: int) -> Cost:
        """The cost of comparing the oldest release of a size with the newest."""
        found = self._releases(articles)
        return of_command([sys.executable, "-m", "flows.cli", "diff", found[0], found[-1]], {})

    def verified(self, articles: int) -> Cost:
        """The cost of verifying the newest release of a size."""
        return of_command([sys.executable, "-m", "flows.cli", "verify", self._releases(articles)[-1]], {})

    def _releases(self, articles: int) -> list[Path]:
        """The releases of a size, oldest first."""
        return [one.path for one in reversed(shelved(self.folder / f"releases-{articles}"))]

    def warm_up(self, articles: int) -> None:
        """A release that is not measured: the first one of a fresh clone compiles modules and reads them from disk."""
        self.forget(articles)
        self.corpus(articles)
        self.release(articles)

    def forget(self, articles: int) -> None:
        """Removes the releases of a size, and what their runs kept."""
        for kind in ("state", "releases"):
            shutil.rmtree(self.folder / f"{kind}-{articles}", ignore_errors=True)


def measured(workshop: Workshop, articles: int) -> Iterator[Row]:
    """A row a size, up to so many articles; then the stages and the reruns of the largest."""
    workshop.warm_up(min(*SIZES, articles))
    rows: list[Row] = []
    for row in _by_size(workshop, articles):
        rows.append(row)
        yield row
    full = rows[-1]
    assert full.cost
    yield from _stages(full, full.cost)
    yield from _again(workshop, articles, full.cost)
    yield from _read_back(workshop, articles)


def _by_size(workshop: Workshop, articles: int) -> Iterator[Row]:
    """A row a size; the releases of the largest alone stay."""
    rows: list[Row] = []
    for size in sorted({*(size for size in SIZES if size < articles), articles}):
        workshop.forget(size)
        megabytes = workshop.corpus(size)
        rows.append(_scaled(Row("release", workshop.release(size), size, megabytes), rows))
        yield rows[-1]
        if size < articles:
            workshop.forget(size)


def _stages(full: Row, cost: Cost) -> Iterator[Row]:
    """A row a stage of a full run."""
    for stage, words in STAGES.items():
        if stage in cost.stages:
            yield Row(f"  {words}", Cost(cost.stages[stage]), full.articles, full.megabytes)


def _again(workshop: Workshop, articles: int, full: Cost) -> Iterator[Row]:
    """The reruns: with nothing changed, and with one article of a hundred changed."""
    for what, share, wanted in (("nothing changed", 0.0, NOTHING_RATIO), ("1 % changed", CHANGED, CHANGED_RATIO)):
        megabytes = workshop.corpus(articles, share)
        cost = workshop.release(articles)
        ratio = cost.wall / full.wall
        yield Row(f"again, {what}", cost, articles, megabytes, ratio, wanted, "wall, to the full run")


def _read_back(workshop: Workshop, articles: int) -> Iterator[Row]:
    """What reads the releases made: the comparison of two, and the check of the newer."""
    for what, measure, seconds in (
        ("diff of the two", workshop.compared, DIFF_SECONDS),
        ("verify of the newer", workshop.verified, VERIFY_SECONDS),
    ):
        cost = measure(articles)
        yield Row(what, cost, articles, None, cost.wall / seconds, 1, f"wall, to {seconds} s")


def _scaled(row: Row, smaller: list[Row]) -> Row:
    """The row with what a megabyte costs beyond the smallest run, which is mostly start, to the same of the second."""
    if len(smaller) < 2:
        return row
    start, first = smaller[:2]
    ratio = _beyond(start, row) / _beyond(start, first)
    note = f"CPU a MB beyond {start.articles} articles, to that at {first.articles}"
    return replace(row, ratio=ratio, wanted=FLAT, note=note)


def _beyond(start: Row, row: Row) -> float:
    """CPU seconds a megabyte, of what a row has more than the smallest run."""
    (seconds, size), (first_seconds, first_size) = _spent(row), _spent(start)
    return (seconds - first_seconds) / (size - first_size)


def _spent(row: Row) -> tuple[float, float]:
    return (row.cost.cpu if row.cost else None) or 0.0, row.megabytes or 0.0
