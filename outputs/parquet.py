"""Tables as Parquet: the Arrow schema of a declaration, rows in it, and files that are the same bytes every time."""

from __future__ import annotations

import json
from pathlib import Path
from typing import BinaryIO

import pyarrow as pa
import pyarrow.parquet as pq

from outputs.cells import Rows, check_rows
from parsers.tables import Column, Table

# A list's child is named `element` because Parquet reads it back under that name whatever it was called before.
ARROW_TYPES: dict[str, pa.DataType] = {
    "string": pa.string(),
    "category": pa.dictionary(pa.int32(), pa.string()),
    "int": pa.int64(),
    "float": pa.float64(),
    "bool": pa.bool_(),
    "date": pa.date32(),
    "timestamp": pa.timestamp("us", tz="UTC"),
    "list<string>": pa.list_(pa.field("element", pa.string(), nullable=False)),
}


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


def write_parquet(table: Table, rows: Rows, where: Path | BinaryIO) -> None:
    """Writes the rows of a table as one Parquet file, to a path or an open binary file; raises OutputError, OSError."""
    write_arrow(to_arrow(table, rows), where)


def write_arrow(arrow: pa.Table, where: Path | BinaryIO) -> None:
    """Writes an Arrow table compressed with zstd.

    The bytes depend on the rows, the schema and the version of pyarrow (which Parquet records in the file), on
    nothing else.
    """
    pq.write_table(arrow, where, compression="zstd")


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
