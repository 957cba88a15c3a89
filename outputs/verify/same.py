"""The CSV files hold the rows of the Parquet files, in the same order."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
from pyarrow.csv import ConvertOptions, ParseOptions, ReadOptions, open_csv

from outputs.changes import unequal
from outputs.markdown import plural
from outputs.model import csv_path
from outputs.verify.report import Check, Fault, named
from outputs.verify.standing import WORKERS, Standing
from parsers.columnar import Stored, plain

BLOCK = 2**24
"""Bytes that are parsed at once; a row, with the text of a long article, must fit into it."""


def check(release: Standing) -> Check:
    """Each table in both forms: the same columns, rows and values."""
    names = {Path(path).stem for path in release.files if path.startswith("csv/") and path.endswith(".csv")}
    both = sorted(names & release.tables.keys())
    with ThreadPoolExecutor(WORKERS) as pool:
        found = pool.map(lambda name: _differs(release.path / csv_path(name), release.tables[name]), both)
        faults = [Fault(csv_path(name), words) for name, words in zip(both, found, strict=True) if words]
    faults += [Fault(*one) for one in _alone(release, names)]
    return Check("csv", plural(len(both), "table"), tuple(faults))


def _alone(release: Standing, names: set[str]) -> Iterator[tuple[str, str]]:
    """Tables in one form alone; those whose other file is damaged are told of elsewhere."""
    forms = {"csv": names, "parquet": {*release.tables, *release.unreadable}}
    for form, other in (("csv", "parquet"), ("parquet", "csv")):
        for name in sorted(forms[form] - forms[other]):
            if not (release.path / other / f"{name}.{other}").is_file():
                yield f"{form}/{name}.{form}", f"there is no {other}/{name}.{other}"


def _differs(path: Path, table: Stored) -> str | None:
    """How a CSV file differs from its table, in words; both are read side by side, some rows at a time."""
    with path.open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file), [])
    if head != table.schema.names:
        return "its columns are others than those of the Parquet file"
    try:
        wrong = _first_unequal(path, table)
    except _OfOtherLength as error:
        return f"it has {error.rows:,} rows, the Parquet file {table.num_rows:,}"
    except (pa.ArrowException, ValueError) as error:
        return f"its values are not of the declared types ({error})"
    found = [f"{name} (row {wrong[name] + 1:,})" for name in head if name in wrong]
    return f"it has other values than the Parquet file in {named(found)}" if found else None


def _first_unequal(path: Path, table: Stored) -> dict[str, int]:
    """The first row, counted from 0, in which each column differs that does."""
    wrong: dict[str, int] = {}
    done = 0
    for rows, typed in _side_by_side(path, table):
        masks = ((name, unequal(rows[name], plain(typed[name]))) for name in table.schema.names)
        wrong = {name: done + int(np.flatnonzero(mask)[0]) for name, mask in masks if mask.any()} | wrong
        done += rows.num_rows
    return wrong


class _OfOtherLength(Exception):
    """The two have not the same number of rows."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows


def _side_by_side(path: Path, table: Stored) -> Iterator[tuple[pa.Table, pa.Table]]:
    """The next rows of the CSV file with those of the table; raises _OfOtherLength where their numbers differ."""
    typed, waiting = table.batches(), table.schema.empty_table()
    done = 0
    for rows in _read(path, table.schema):
        done += rows.num_rows
        while waiting.num_rows < rows.num_rows:
            more = next(typed, None)
            if more is None:
                raise _OfOtherLength(sum(one.num_rows for one in _read(path, table.schema)))
            waiting = pa.concat_tables([waiting, more])
        yield rows, waiting.slice(0, rows.num_rows)
        waiting = waiting.slice(rows.num_rows)
    if done != table.num_rows:
        raise _OfOtherLength(done)


def _read(path: Path, schema: pa.Schema) -> Iterator[pa.Table]:
    """The rows of a CSV file in the types of a schema, categories as strings; an empty field is a null."""
    types: dict[str, Any] = {one.name: _csv_type(one.type) for one in schema}
    convert = ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=True)
    parse, read = ParseOptions(newlines_in_values=True), ReadOptions(block_size=BLOCK)
    with open_csv(path, read_options=read, parse_options=parse, convert_options=convert) as file:
        for batch in file:
            rows = pa.Table.from_batches([batch])
            for number, one in enumerate(schema):
                if pa.types.is_list(one.type):
                    rows = rows.set_column(number, one.name, _lists(rows[one.name], one.type))
            yield rows


def _csv_type(type_: Any) -> Any:
    return pa.string() if pa.types.is_list(type_) or pa.types.is_dictionary(type_) else type_


def _lists(column: pa.ChunkedArray, type_: Any) -> Any:
    values = [None if text is None else json.loads(text) for text in column.to_pylist()]
    return pa.chunked_array([pa.array(values, type_)])
