"""Tables as Parquet: the Arrow schema of a declaration, rows in it, and files that are the same bytes every time."""

from __future__ import annotations

import json
from collections import deque
from concurrent.futures import Executor, Future
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from outputs.cells import Rows, check_rows
from parsers.columnar import BATCH, TYPES
from parsers.errors import OutputError
from parsers.tables import Column, Table

ARROW_TYPES: dict[str, pa.DataType] = {**TYPES, "category": pa.dictionary(pa.int32(), pa.string())}
"""The types in the files of a release, by the declared ones."""

AHEAD = 2
"""Row groups of a file that may wait to be written."""

# What pandas' plain reader is asked to make of a column. Without this, a nullable int becomes a float and a date an
# object; a type that is not here is read as pandas reads it.
PANDAS_TYPES = {"int": "Int64", "bool": "boolean", "date": "date32[day][pyarrow]"}


def arrow_schema(table: Table) -> pa.Schema:
    """The Arrow schema of a declared table.

    Fields carry `description` and, where declared, `unit`, `values` (JSON: code → meaning), `references` and `pattern`;
    the schema carries `table`, `description`, `key`, and `PANDAS_ATTRS`, which pandas reads into `DataFrame.attrs`
    (field metadata does not reach pandas), and `pandas`, which names the dtypes of PANDAS_TYPES. Required columns are
    not nullable.
    """
    fields = [
        pa.field(column.name, ARROW_TYPES[column.type], nullable=not column.required, metadata=_field_metadata(column))
        for column in table.columns
    ]
    return pa.schema(fields, metadata=_schema_metadata(table))


def to_arrow(table: Table, rows: Rows) -> pa.Table:
    """The rows as an Arrow table; raises OutputError naming table, row and column where a row is not as declared."""
    check_rows(table, rows)
    return pa.Table.from_pylist([dict(row) for row in rows], schema=arrow_schema(table))


def write_arrow(arrow: pa.Table, where: Path | BinaryIO) -> None:
    """Writes an Arrow table compressed with zstd, as `Writer` does piece by piece.

    The bytes depend on the rows, the schema and the version of pyarrow (which Parquet records in the file), on
    nothing else.
    """
    with Writer(arrow.schema, where) as writer:
        writer.write(arrow)


class Writer:
    """Writes a Parquet file from pieces of a table: the bytes are the same however the rows are divided into pieces.

    A row group holds BATCH rows, the last what is left; the values of a category are numbered in each as they occur.
    Raises OutputError where a required cell is null. With a `pool` of one thread, rows are written in it while others
    are made, at most AHEAD row groups behind.
    """

    def __init__(self, schema: pa.Schema, where: Path | BinaryIO, pool: Executor | None = None) -> None:
        self._schema = schema
        self._pool = pool
        self._ahead: deque[Future[None]] = deque()
        self._file = pq.ParquetWriter(where, schema, compression="zstd")
        self._waiting: list[pa.Table] = []
        self._rows = 0
        self._is_empty = True

    def __enter__(self) -> Writer:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        """Writes what is left and closes the file; after an error it is closed as it is."""
        try:
            if error is None and (self._rows or self._is_empty):
                self._put(self._taken())
            self._await(0)
        finally:
            self._file.close()

    def write(self, piece: pa.Table) -> None:
        """Takes the next rows; their columns are those of the schema, categories may be plain strings."""
        self._waiting.append(piece)
        self._rows += piece.num_rows
        if self._rows >= BATCH:
            rows = self._taken()
            whole = rows.num_rows - rows.num_rows % BATCH
            for start in range(0, whole, BATCH):
                self._put(rows.slice(start, BATCH))
            self._waiting, self._rows = [rows.slice(whole)], rows.num_rows - whole

    def _taken(self) -> pa.Table:
        """The rows that wait."""
        taken = pa.concat_tables(self._waiting) if self._waiting else self._schema.empty_table()
        self._waiting, self._rows = [], 0
        return taken

    def _put(self, rows: pa.Table) -> None:
        self._is_empty = False
        if self._pool is None:
            self._write(rows)
        else:
            self._ahead.append(self._pool.submit(self._write, rows))
            self._await(AHEAD)

    def _await(self, most: int) -> None:
        """Waits until no more than so many row groups are to be written; raises what went wrong with any."""
        while len(self._ahead) > most:
            self._ahead.popleft().result()

    def _write(self, rows: pa.Table) -> None:
        try:
            self._file.write_table(typed(self._schema, rows))
        except pa.ArrowInvalid as error:
            raise OutputError(
                str(error),
                where=f"table {(self._schema.metadata or {}).get(b'table', b'').decode()}",
                expected="a value in every required cell",
                remedy="mend what makes the rows, or the declaration in parsers/tables",
            ) from error


def typed(schema: pa.Schema, rows: pa.Table) -> pa.Table:
    """The rows in the types of a schema; the values of a category are numbered as they occur in these rows."""
    return pa.Table.from_arrays([_typed(rows[one.name].combine_chunks(), one.type) for one in schema], schema=schema)


def _typed(cells: pa.Array, type_: pa.DataType) -> pa.Array:
    if not pa.types.is_dictionary(type_):
        return cells
    if pa.types.is_dictionary(cells.type):
        cells = cells.cast(pa.string())
    return pc.dictionary_encode(cells)


def read_arrow(path: Path) -> pa.Table:
    """The table in a Parquet file, with its schema as `arrow_schema` made it; raises OSError, pyarrow.ArrowInvalid."""
    return pq.ParquetFile(path).read()


def _field_metadata(column: Column) -> dict[str, str]:
    values = json.dumps(dict(column.values), ensure_ascii=False) if column.values else None
    said = {
        "description": column.meaning,
        "unit": column.unit,
        "values": values,
        "references": column.references,
        "pattern": column.pattern,
    }
    return {name: text for name, text in said.items() if text}


def _schema_metadata(table: Table) -> dict[str | bytes, str | bytes]:
    columns = {column.name: column.meaning for column in table.columns}
    units = {column.name: column.unit for column in table.columns if column.unit}
    attributes = {"table": table.name, "description": table.row, "key": table.key, "columns": columns, "units": units}
    return {
        "table": table.name,
        "description": table.row,
        "key": table.key,
        "PANDAS_ATTRS": json.dumps(attributes, ensure_ascii=False),
        "pandas": json.dumps(_pandas_metadata(table)),
    }


def _pandas_metadata(table: Table) -> dict[str, object]:
    """The `pandas` key of a schema (pandas developer guide, "Storing pandas DataFrame objects in Apache Parquet").

    The version that it asks for is a constant: the bytes of a file do not depend on the pandas that is installed.
    """
    wanted = {column.name: column.pandas or PANDAS_TYPES.get(column.type) for column in table.columns}
    columns = [
        {"name": name, "field_name": name, "pandas_type": "object", "numpy_type": dtype, "metadata": None}
        for name, dtype in wanted.items()
        if dtype
    ]
    return {"index_columns": [], "column_indexes": [], "columns": columns, "pandas_version": "3.0.0"}
