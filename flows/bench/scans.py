"""What a scan of a dump costs beside decompressing the same file, on the same cores."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from flows.bench.cost import of_work
from flows.bench.dumps import elements, write_dump
from flows.bench.report import Row
from flows.sources.dump import pages
from flows.sources.dump.bzip2 import blocks
from flows.sources.dump.layout import BZIP2_RANGE
from flows.sources.dump.scan import in_order

WANTED = 1.5
"""The most that a scan should take, as a multiple of decompressing alone."""

NAME = "bench-pages-articles-multistream.xml.bz2"


def measured(folder: Path, articles: int, megabytes: float) -> Iterator[Row]:
    """Decompressing a generated dump of so many megabytes, and scans of it: through its index, and without."""
    shutil.rmtree(folder, ignore_errors=True)
    dump, alone = folder / NAME, folder / "alone" / NAME
    alone.parent.mkdir(parents=True)
    write_dump(dump, elements(articles, megabytes), "multistream")
    shutil.copyfile(dump, alone)
    alone_cost, _ = of_work(lambda: _decompressed(dump))
    yield Row("decompressing a dump", alone_cost, None, megabytes)
    for what, path in (("scan of it", alone), ("scan through its index", dump)):
        cost, found = of_work(partial(_scanned, path))
        ratio = cost.wall / alone_cost.wall
        yield Row(what, cost, found, megabytes, ratio, WANTED, "wall, to decompressing alone, all cores")


def _scanned(path: Path) -> int:
    """How many articles are found."""
    return sum(1 for _ in pages(f"dump:{path}", None))


def _decompressed(path: Path) -> int:
    """How many bytes a dump has, decompressed on all cores."""
    starts = range(0, path.stat().st_size, BZIP2_RANGE)
    return sum(in_order(partial(_range, path), starts))


def _range(path: Path, start: int) -> int:
    """The bytes of the blocks that begin in a range of the file."""
    size = 0
    with path.open("rb") as file:
        for place, text in blocks(file, start):
            if place >= start + BZIP2_RANGE:
                break
            size += len(text())
    return size
