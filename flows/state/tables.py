"""What the last run put together, kept in the state folder: the next takes from it what is made of the same articles.

Kept are the files of rows, those of the page too (as links to those of the release, where that is on the same disk),
what each unit was made of, where its rows and lines stand, and what validation said of them. All of it stands for the
very same code; where a file is not as it was kept, nothing is used. A run takes from it once, from the beginning of
each table to its end.
"""

from __future__ import annotations

import json
import os
import shutil
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from expectations.outcome import Outcome
from flows.code import release_code
from flows.settings import state_folder
from flows.state.marks import Marks, Places, Span
from outputs.making import Made, put
from outputs.narrowing import Narrowed, gathered
from parsers.assemble import Plan, Unit
from parsers.assemble.part import led_by
from parsers.assemble.units import LEADING
from parsers.columnar import Forward, Stored, copied, plain_rows
from parsers.tables import tables

INDEX, MARKS, OUTCOMES = "index.json", "marks.parquet", "outcomes.json"

WORTH = 0.5
"""The share of articles that must be the same: of less, taking what is known is no gain."""

WHOLE = frozenset({"checks"})
"""Tables that are put together as a whole, though they are ordered by a unit: rows of several articles make one."""


@cache
def led() -> Mapping[str, str]:
    """The column that tells the units of a table apart, by the table's name; tables without units lack."""
    return {name: leading for leading in LEADING for name in led_by(leading) if name not in WHOLE}


@dataclass
class Earlier:
    """What the last run put together, in `files`; `hashes` are those of the Parquet files by table (see `keep`)."""

    folder: Path
    made_of: Mapping[str, Mapping[str, str]]
    marks: Mapping[str, Marks]
    hashes: Mapping[str, str]
    files: Made = field(default_factory=dict)
    _readers: dict[str, Forward] = field(default_factory=dict)
    _next: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    _gone: dict[str, list[tuple[Places, pa.Table]]] = field(default_factory=lambda: defaultdict(list))
    _spans: dict[tuple[str, int], Span] = field(default_factory=dict)
    _read: dict[str, pa.Table] = field(default_factory=dict)

    def has(self, leading: str, unit: Unit) -> bool:
        """Whether it put the very same together."""
        return unit.made_of is not None and self.made_of[leading].get(unit.name) == unit.made_of

    def rows(self, name: str, units: Sequence[str]) -> Iterator[tuple[int, pa.Table]]:
        """The rows of some units in a table, in pieces of whole units, each with the number of its first row there."""
        if name not in self.marks:
            yield from self._whole(name, units)
            return
        for span in self.marks[name].spans(units):
            self._pass(name, span.rows[0])
            self._spans[name, span.rows[0]] = span
            self._next[name] = span.rows[1]
            yield span.rows[0], self._reader(name).at(*span.rows)

    def _whole(self, name: str, units: Sequence[str]) -> Iterator[tuple[int, pa.Table]]:
        if name not in self._read:
            self._read[name] = plain_rows(self.stored(name).read())
        rows = self._read[name]
        yield 0, rows.filter(pc.is_in(rows[tables()[name].order[0]], value_set=pa.array(units, pa.string())))

    def span(self, name: str, at: int) -> Span:
        """Where a piece that `rows` gave stands."""
        return self._spans[name, at]

    def stored(self, name: str) -> Stored:
        """A table."""
        return Stored(self.folder / "parquet" / f"{name}.parquet")

    def csv(self, name: str) -> Path:
        """The CSV file of a table."""
        return self.folder / "csv" / f"{name}.csv"

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What validation said of its rows."""
        said: list[dict[str, Any]] = json.loads((self.folder / OUTCOMES).read_text(encoding="utf-8"))
        for one in said:
            one |= {name: tuple(value) for name, value in one.items() if isinstance(value, list)}
        return tuple(Outcome(**one) for one in said)

    def gone(self, name: str) -> Narrowed:
        """The rows of a table with units that were not taken; asked for when everything was."""
        self._pass(name, self.stored(name).num_rows)
        self._readers.pop(name, None)
        found, stored = self._gone.pop(name, []), self.stored(name)
        return gathered(stored.schema, [rows for _, rows in found], [at for at, _ in found], stored.num_rows)

    def _pass(self, name: str, stop: int) -> None:
        """Keeps the rows before a place that were not taken."""
        start = self._next[name]
        if start < stop:
            self._gone[name].append((np.arange(start, stop), copied(self._reader(name).at(start, stop))))
            self._next[name] = stop

    def _reader(self, name: str) -> Forward:
        if name not in self._readers:
            self._readers[name] = Forward(self.stored(name))
        return self._readers[name]


def find(plan: Plan, folder: Path) -> Earlier | None:
    """What the last run put together; None where there is none, where it is not whole, or of other articles.

    Its files are linked to in the folder, so that they stay while another run keeps others.
    """
    try:
        said = json.loads((_folder() / INDEX).read_text(encoding="utf-8"))
        if said["code"] != release_code():
            return None
        for path in said["files"]:
            put(_folder() / path, folder / path)
        if any(_seal(folder / path) != seal for path, seal in said["files"].items()):
            return None
        marks, files = _read_marks(folder / MARKS, said["headers"]), {path: folder / path for path in said["files"]}
        earlier = Earlier(folder, said["made_of"], marks, said["hashes"], files)
    except (OSError, ValueError, LookupError, TypeError, pa.ArrowException):
        return None
    return earlier if _is_worth(plan, earlier) else None


def _is_worth(plan: Plan, earlier: Earlier) -> bool:
    units = [(leading, unit) for leading in LEADING for unit in plan.units[leading]]
    return sum(earlier.has(*one) for one in units) >= WORTH * len(units) > 0


def keep(
    plan: Plan,
    marks: Mapping[str, Marks],
    files: Made,
    hashes: Mapping[str, str],
    outcomes: Sequence[Outcome],
    twice: frozenset[str],
) -> None:
    """Nothing; keeps what was put together, in place of what was kept before: `files` by their path in a release.

    `hashes` are those of the Parquet files, `outcomes` what validation said of the rows. Units that are named `twice`
    share an identifier with another, and are made anew each time.
    """
    folder = _folder()
    written = folder.with_suffix(f".{os.getpid()}")
    shutil.rmtree(written, ignore_errors=True)
    said = {
        "code": release_code(),
        "made_of": _made_of(plan, twice),
        "headers": {name: one.header for name, one in marks.items()},
        "hashes": dict(hashes),
        "files": _write_files(written, files, marks, outcomes),
    }
    (written / INDEX).write_text(json.dumps(said), encoding="utf-8")
    _put_in_place(written, folder)


def _write_files(
    folder: Path, files: Made, marks: Mapping[str, Marks], outcomes: Sequence[Outcome]
) -> dict[str, list[int]]:
    """The seals of all files but the index, which then stand in the folder."""
    for path, file in files.items():
        put(file, folder / path)
    _write_marks(folder / MARKS, marks)
    (folder / OUTCOMES).write_text(json.dumps([asdict(one) for one in outcomes]), encoding="utf-8")
    return {path: _seal(folder / path) for path in (*files, MARKS, OUTCOMES)}


def _made_of(plan: Plan, twice: frozenset[str]) -> dict[str, dict[str, str]]:
    """What each unit was put together of, by what leads it and its name; nothing of those named twice."""
    return {
        leading: {one.name: one.made_of for one in units if one.made_of and one.name not in twice}
        for leading, units in plan.units.items()
    }


def _put_in_place(written: Path, folder: Path) -> None:
    """Moves what was written to where the next run looks, in place of what stands there."""
    shutil.rmtree(folder, ignore_errors=True)
    try:
        written.rename(folder)
    except OSError:  # another run has put its own there
        shutil.rmtree(written, ignore_errors=True)


def _seal(path: Path) -> list[int]:
    """Size and time of the last change of a file, by which one that was changed is known."""
    said = path.stat()
    return [said.st_size, said.st_mtime_ns]


def _write_marks(path: Path, marks: Mapping[str, Marks]) -> None:
    """Writes the marks of all tables into one file, a row a unit."""
    tables_ = [
        pa.Table.from_arrays(
            [
                pa.repeat(name, len(one.units)),
                pa.array(one.units, pa.string()),
                pa.array(one.rows),
                pa.array(one.lines),
            ],
            names=["table", "unit", "rows", "lines"],
        )
        for name, one in marks.items()
    ]
    pq.write_table(pa.concat_tables(tables_), path)


def _read_marks(path: Path, headers: Mapping[str, int]) -> dict[str, Marks]:
    whole = pq.read_table(path)
    found: dict[str, Marks] = {}
    for name, header in headers.items():
        own = whole.filter(pc.equal(whole["table"], pa.scalar(name)))
        counts = (own[column].to_numpy() for column in ("rows", "lines"))
        found[name] = Marks(header, tuple(map(str, own["unit"].to_pylist())), *counts)
    return found


def _folder() -> Path:
    return state_folder() / "tables" / "whole"
