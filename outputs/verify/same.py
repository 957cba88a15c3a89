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
from pyarrow.csv import ConvertOptions, ParseOptions, ReadOptions, read_csv

from outputs.changes import plain, unequal
from outputs.markdown import plural
from outputs.verify.report import Check, Fault, named
from outputs.verify.standing import WORKERS, Standing

BLOCK = 2**26
"""Bytes that are parsed at once; a row, with the text of a long article, must fit into it."""


def check(release: Standing) -> Check:
    """Each table in both forms: the same columns, rows and values."""
    names = {Path(path).stem for path in release.files if path.startswith("csv/") and path.endswith(".csv")}
    both = sorted(names & release.tables.keys())
    with ThreadPoolExecutor(WORKERS) as pool:
        found = pool.map(lambda name: _differs(release.path / f"csv/{name}.csv", release.tables[name]), both)
        faults = [Fault(f"csv/{name}.csv", words) for name, words in zip(both, found, strict=True) if words]
    faults += [Fault(*one) for one in _alone(release, names)]
    return Check("csv", plural(len(both), "table"), tuple(faults))


def _alone(release: Standing, names: set[str]) -> Iterator[tuple[str, str]]:
    """Tables in one form alone; those whose other file is damaged are told of elsewhere."""
    forms = {"csv": names, "parquet": {*release.tables, *release.unreadable}}
    for form, other in (("csv", "parquet"), ("parquet", "csv")):
        for name in sorted(forms[form] - forms[other]):
            if not (release.path / other / f"{name}.{other}").is_file():
                yield f"{form}/{name}.{form}", f"there is no {other}/{name}.{other}"


def _differs(path: Path, table: pa.Table) -> str | None:
    """How a CSV file differs from its table, in words."""
    with path.open(encoding="utf-8", newline="") as file:
        head = next(csv.reader(file), [])
    if head != table.column_names:
        return "its columns are others than those of the Parquet file"
    try:
        rows = _read(path, table.schema)
        if rows.num_rows != table.num_rows:
            return f"it has {rows.num_rows:,} rows, the Parquet file {table.num_rows:,}"
        wrong = {name: unequal(rows[name], plain(table[name])) for name in head}
    except (pa.ArrowException, ValueError) as error:
        return f"its values are not of the declared types ({error})"
    found = [f"{name} (row {np.flatnonzero(mask)[0] + 1:,})" for name, mask in wrong.items() if mask.any()]
    return f"it has other values than the Parquet file in {named(found)}" if found else None


def _read(path: Path, schema: pa.Schema) -> pa.Table:
    """The rows of a CSV file in the types of a schema, categories as strings; an empty field is a null."""
    types: dict[str, Any] = {one.name: _csv_type(one.type) for one in schema}
    convert = ConvertOptions(column_types=types, null_values=[""], strings_can_be_null=True)
    parse, read = ParseOptions(newlines_in_values=True), ReadOptions(block_size=BLOCK)
    rows = read_csv(path, read_options=read, parse_options=parse, convert_options=convert)
    for number, one in enumerate(schema):
        if pa.types.is_list(one.type):
            rows = rows.set_column(number, one.name, _lists(rows[one.name], one.type))
    return rows


def _csv_type(type_: Any) -> Any:
    return pa.string() if pa.types.is_list(type_) or pa.types.is_dictionary(type_) else type_


def _lists(column: pa.ChunkedArray, type_: Any) -> Any:
    values = [None if text is None else json.loads(text) for text in column.to_pylist()]
    return pa.chunked_array([pa.array(values, type_)])
