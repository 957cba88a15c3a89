"""The files that hold rows, made outside of the folder of releases, once: they say nothing of the version.

Only where they differ from those of the release before, or others do, does `release` put them there.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa

from outputs.cells import Rows
from outputs.csv import write_csv
from outputs.model import csv_path, parquet_path
from outputs.page.parts import Before, row_files, same_files
from outputs.parquet import to_arrow, write_arrow
from parsers.columnar import Stored
from parsers.errors import OutputError
from parsers.tables import Table, tables

WRITERS = 2
"""Threads that write files of rows: most of the work is done in Arrow, which leaves the interpreter free."""

Made = Mapping[str, Path]
"""Files that were made, by their path in the release."""


def make_files(
    folder: Path,
    rows: Mapping[str, Rows | Stored],
    declared: Mapping[str, Table] | None = None,
    made: Made | None = None,
    before: Mapping[str, Before] | None = None,
) -> Made:
    """The files of rows, made in the folder but for those that hold them already; needs no result of validation.

    `made` are those that were made before, `before` has by table what of the page's files was made of rows that are
    the same in part.
    """
    ready, before = made or {}, before or {}
    declared = tables() if declared is None else declared
    check_tables(declared, rows)
    parquet = {name: _table_file(folder / parquet_path(name), table, rows[name]) for name, table in declared.items()}
    largest = sorted(parquet, key=lambda name: -parquet[name].stat().st_size)
    files = {parquet_path(name): path for name, path in parquet.items()}
    with ThreadPoolExecutor(WRITERS) as pool:
        jobs = [
            job
            for name in largest
            for job in _jobs(folder, declared[name], Stored(parquet[name]), ready, before.get(name))
        ]
        for found in pool.map(lambda job: job(), jobs):
            files |= found
    return {**ready, **files}


def _table_file(path: Path, table: Table, rows: Rows | Stored) -> Path:
    if isinstance(rows, Stored) and isinstance(rows.source, Path):
        return rows.source
    return write_table(path, rows.read() if isinstance(rows, Stored) else to_arrow(table, rows))


def _jobs(folder: Path, table: Table, rows: Stored, ready: Made, before: Before | None) -> Iterator[Callable[[], Made]]:
    """What makes the other files of a table, but for those that are ready."""
    path = csv_path(table.name)

    def as_csv() -> Made:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        write_csv(rows, folder / path)
        return {path: folder / path}

    def for_page() -> Made:
        same = same_files(table, rows, before)
        return same | {path: write_file(folder / path, content) for path, content in row_files(table, rows, but=same)}

    if path not in ready:
        yield as_csv
    yield for_page


def put(file: Path, where: Path) -> None:
    """Nothing; the file stands there too, as a link to the same bytes where the disk is the same."""
    where.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, where)
    except OSError:
        shutil.copyfile(file, where)


def write_file(path: Path, content: bytes) -> Path:
    """The path, at which a file of these bytes then stands; its folder is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def write_table(path: Path, table: pa.Table) -> Path:
    """The path, at which a Parquet file of the table then stands; its folder is made where it is missing."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_arrow(table, path)
    return path


def check_tables(declared: Mapping[str, Table], rows: Mapping[str, Rows | Stored]) -> None:
    """Nothing; raises OutputError where rows are given of other tables than those declared."""
    if rows.keys() == declared.keys():
        return
    missing, undeclared = sorted(declared.keys() - rows.keys()), sorted(rows.keys() - declared.keys())
    found = [f"no rows given for {', '.join(missing)}"] * bool(missing)
    found += [f"undeclared tables {', '.join(undeclared)}"] * bool(undeclared)
    raise OutputError(
        " and ".join(found),
        where="the rows to publish",
        expected="every declared table, with no rows where there are none, and no other",
        remedy="mend what makes the rows, or declare the table in parsers/tables",
    )
