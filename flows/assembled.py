"""The tables of a run, put together: each as the Parquet and CSV files that the release will hold, in the run's folder.

Both are written while the next rows are put together. What the last run made of the same articles is taken from its
files (`flows.state.tables`); then it is known which rows are others.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from expectations.outcome import Outcome
from flows.memory import uncollected
from flows.state.marks import Marking, Marks, Places, Span
from flows.state.tables import Earlier, find, keep, led
from outputs.csv import csv_line, csv_lines
from outputs.digest import of_file
from outputs.making import Made
from outputs.narrowing import Narrowed, Since, gathered
from outputs.page.parts import Before
from outputs.parquet import Writer, arrow_schema
from parsers.assemble import Part, Piece, Plan, assemble, planned
from parsers.assemble.part import RELATION
from parsers.columnar import Stored, plain_rows, repeated
from parsers.tables import Table, tables

log = logging.getLogger(__name__)

WAITING = 32
"""Pieces of CSV that may wait to be written."""

COPIED = 2**24
"""Bytes of a file that are copied at once."""


@dataclass(frozen=True)
class Assembled:
    """The tables of a run, in files by their path in a release.

    `earlier` is what the last run put together, and `changed` has what separates the tables from that; null where
    nothing was taken from it.
    """

    tables: Mapping[str, Stored]
    files: Mapping[str, Path]
    plan: Plan
    marks: Mapping[str, Marks]
    twice: frozenset[str] = frozenset()
    earlier: Earlier | None = None
    changed: Since | None = None

    @cached_property
    def hashes(self) -> dict[str, str]:
        """Those of the Parquet files by table."""
        return {name: of_file(rows.path).sha256 for name, rows in self.tables.items()}

    @property
    def before(self) -> dict[str, Before]:
        """The tables from which the last run made the page's files, by name; none where nothing was taken from it."""
        if self.earlier is None or self.changed is None:
            return {}
        of_pairs = [name for name, leading in led().items() if leading == RELATION]
        stored, files = self.earlier.stored, self.earlier.files
        return {name: Before(stored(name), files, self.changed.values(name, RELATION)) for name in of_pairs}

    def keep(self, outcomes: Sequence[Outcome], files: Made) -> None:
        """Keeps them, so that the next run takes from them, and from the `files` made of them, what is the same."""
        keep(self.plan, self.marks, files, self.hashes, outcomes, self.twice)


def assembled(parts: Sequence[Part], folder: Path) -> Assembled:
    """The rows of all articles, in files of the folder; raises OSError, OutputError where a required cell is null."""
    with uncollected():
        return _assembled(planned(parts), folder)


def _assembled(plan: Plan, folder: Path) -> Assembled:
    earlier = find(plan, folder / "earlier")
    makings = _made(plan, folder, earlier)
    twice = frozenset().union(*(_once(one) for one in makings.values()))
    changed = None
    if earlier and not twice:
        changed = Since(earlier.hashes, {name: (earlier.gone(name), makings[name].fresh()) for name in led()})
    return Assembled(
        {name: Stored(one.parquet) for name, one in makings.items()},
        {path: file for one in makings.values() for path, file in one.files.items()},
        plan,
        {name: one.marking.made() for name, one in makings.items() if name in led()},
        twice,
        earlier if changed else None,
        changed,
    )


def _made(plan: Plan, folder: Path, earlier: Earlier | None) -> dict[str, _Making]:
    """The files of each table by its name, whole and closed."""
    with ThreadPoolExecutor(1) as writing, ThreadPoolExecutor(1) as lining, ExitStack() as opened:
        makings = {
            name: opened.enter_context(_Making(declared, folder, writing, lining, earlier))
            for name, declared in tables().items()
        }
        for piece in assemble(plan, earlier):
            makings[piece.table].take(piece)
    return makings


class _Making:
    """The files of a table in the making."""

    def __init__(
        self,
        table: Table,
        folder: Path,
        writing: ThreadPoolExecutor,
        lining: ThreadPoolExecutor,
        earlier: Earlier | None = None,
    ) -> None:
        self.table, self.folder = table, folder
        self.schema = arrow_schema(table)
        self.parquet, self.lines = (folder / form / f"{table.name}.{form}" for form in ("parquet", "csv"))
        self._writing, self._lining, self._earlier = writing, lining, earlier
        self._waiting: deque[Future[None]] = deque()
        self._rows = 0
        self._fresh: list[tuple[Places, pa.Table]] = []

    @property
    def files(self) -> dict[str, Path]:
        """The files by their path in the release."""
        return {path.relative_to(self.folder).as_posix(): path for path in (self.parquet, self.lines)}

    def __enter__(self) -> _Making:
        for path in (self.parquet, self.lines):
            path.parent.mkdir(parents=True, exist_ok=True)
        header = csv_line(self.schema.names).encode()
        self.marking = Marking(len(header))
        self._writer = Writer(self.schema, self.parquet, self._writing)
        self._file: BinaryIO = self.lines.open("wb")
        self._file.write(header)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Writes what is left and closes the files."""
        with self._file:
            self._writer.__exit__(kind, error, at)
            self._await(0)

    def take(self, piece: Piece) -> None:
        """Takes the next rows."""
        self._writer.write(piece.rows)
        name, rows = self.table.name, piece.rows
        if piece.taken_at is None or name not in led():
            if self._earlier:
                self._fresh.append((np.arange(self._rows, self._rows + rows.num_rows), rows))
            self._waiting.append(self._lining.submit(self._line, rows))
        elif self._earlier:
            span = self._earlier.span(name, piece.taken_at)
            self._waiting.append(self._lining.submit(self._copy, self._earlier.marks[name], span))
        self._rows += rows.num_rows
        self._await(WAITING)

    def fresh(self) -> Narrowed:
        """The rows that were not taken from the last run."""
        found, self._fresh = self._fresh, []
        return gathered(self.schema, [rows for _, rows in found], [at for at, _ in found], self._rows)

    def _line(self, rows: pa.Table) -> None:
        sizes = []
        for lines, own in csv_lines(rows):
            self._file.write(lines)
            sizes.append(own)
        if self.table.name in led() and sizes:
            self.marking.add(rows[self.table.order[0]], np.concatenate(sizes))

    def _copy(self, marks: Marks, span: Span) -> None:
        assert self._earlier
        with self._earlier.csv(self.table.name).open("rb") as file:
            file.seek(span.lines[0])
            for start in range(*span.lines, COPIED):
                self._file.write(file.read(min(COPIED, span.lines[1] - start)))
        self.marking.copy(marks, span)

    def _await(self, most: int) -> None:
        """Waits until no more than so many pieces of CSV are to be written; raises what went wrong with any."""
        while len(self._waiting) > most:
            self._waiting.popleft().result()


def _once(making: _Making) -> frozenset[str]:
    """The units of rows whose keys occur twice in a table, of which the first in order stays; none in most tables.

    An identifier has 48 bits, so that among five million rows of evidence two are alike in one of twenty releases.
    """
    table, rows = making.table, Stored(making.parquet)
    twice = repeated(rows.column(table.key))
    if not len(twice):
        return frozenset()
    log.warning("%s: %d identifiers of two rows each; the first stays", table.name, len(twice))
    units, seen = set[str](), set[object]()
    with ThreadPoolExecutor(1) as pool, _Making(table, making.folder / "once", pool, pool) as again:
        for batch in map(plain_rows, rows.batches()):
            is_twice = pc.is_in(batch[table.key], value_set=twice)
            units |= set(map(str, batch.filter(is_twice)[table.order[0]].to_pylist()))
            again.take(Piece(table.name, batch.filter(_stays(batch[table.key], is_twice, seen))))
    again.parquet.replace(making.parquet)
    again.lines.replace(making.lines)
    making.marking = again.marking
    return frozenset(units)


def _stays(keys: pa.ChunkedArray, is_twice: pa.BooleanArray, seen: set[object]) -> pa.Array:
    """Which rows stay: all but those that occur twice and whose keys were seen before."""
    pairs = zip(is_twice.to_pylist(), keys.to_pylist(), strict=True)
    return pa.array([not (known and _is_in(seen, key)) for known, key in pairs], pa.bool_())


def _is_in(seen: set[object], key: object) -> bool:
    """Whether the key was seen before; it is now."""
    known = key in seen
    seen.add(key)
    return known
