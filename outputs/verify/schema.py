"""Every table is as the release itself declares it; where this program declares it otherwise, that is a note."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa

from outputs.markdown import plural
from outputs.model import parquet_path
from outputs.parquet import arrow_schema
from outputs.verify.files import DESCRIPTOR, resources
from outputs.verify.report import Check, Fault, named
from outputs.verify.standing import Standing, key_of
from parsers.columnar import Stored
from parsers.tables import tables

FIELD_TYPES = (
    (pa.types.is_dictionary, "string"),
    (pa.types.is_string, "string"),
    (pa.types.is_int64, "integer"),
    (pa.types.is_float64, "number"),
    (pa.types.is_boolean, "boolean"),
    (pa.types.is_date32, "date"),
    (pa.types.is_timestamp, "datetime"),
    (pa.types.is_list, "array"),
)
"""The types of Table Schema, by the Arrow type that they stand for."""


def check(release: Standing) -> Check:
    """The Parquet files can be read, count as the manifest counts, and have the columns that datapackage.json says."""
    schemas = {str(one["name"]): one["schema"] for one in resources(release) if isinstance(one.get("schema"), dict)}
    faults = [Fault(parquet_path(name), f"it cannot be read ({why})") for name, why in release.unreadable.items()]
    faults += [Fault(parquet_path(name), found) for name, found in _counts(release)]
    for name, table in release.tables.items():
        faults += [Fault(parquet_path(name), found) for found in _table(name, table)]
        if schemas:
            faults += [Fault(parquet_path(name), found) for found in _declared(schemas.get(name), table)]
    return Check("schema", plural(len(release.tables), "table"), tuple(faults))


def notes(release: Standing) -> tuple[str, ...]:
    """Where the release differs from what this program declares: it was made by another version of it."""
    declared, there = {name: arrow_schema(table) for name, table in tables().items()}, release.tables
    lists = {
        "tables that this program declares and the release has not": sorted(declared.keys() - there.keys()),
        "tables that this program does not declare": sorted(there.keys() - declared.keys()),
        "tables that this program declares with other columns, types or meanings": [
            name for name in there if name in declared and not there[name].schema.equals(declared[name], True)
        ],
    }
    return tuple(f"{words}: {named(found)}" for words, found in lists.items() if found)


def _counts(release: Standing) -> Iterator[tuple[str, str]]:
    said = release.manifest.get("tables")
    counts = said if isinstance(said, dict) else {}
    for name, table in release.tables.items():
        if counts.get(name) != table.num_rows:
            yield name, f"it has {table.num_rows:,} rows, the manifest says {counts.get(name)}"


def _table(name: str, table: Stored) -> Iterator[str]:
    """What a table of a release must say of itself."""
    metadata = table.schema.metadata or {}
    if metadata.get(b"table", b"").decode() != name:
        yield f"it says that it is the table {metadata.get(b'table', b'').decode()!r}"
    if key_of(table) not in table.schema.names:
        yield "its key is no column of it"
    nulls = [one.name for one in table.schema if not one.nullable and table.nulls(one.name)]
    if nulls:
        yield f"nulls in required columns: {named(nulls)}"


def _declared(schema: Any, table: Stored) -> Iterator[str]:
    """How a table differs from its schema in datapackage.json."""
    if schema is None:
        yield f"{DESCRIPTOR} has no schema of it"
        return
    fields: list[Mapping[str, Any]] = schema.get("fields", [])
    if [one.get("name") for one in fields] != table.schema.names:
        yield f"{DESCRIPTOR} names other columns"
        return
    typed = {one["name"]: one.get("type") for one in fields}
    wrong = [one.name for one in table.schema if typed[one.name] != _field_type(one.type)]
    if wrong:
        yield f"{DESCRIPTOR} says another type of {named(wrong)}"
    needed = {one["name"] for one in fields if one.get("constraints", {}).get("required")}
    if needed != {one.name for one in table.schema if not one.nullable}:
        yield f"{DESCRIPTOR} requires other columns"
    if schema.get("primaryKey") != [key_of(table)]:
        yield f"{DESCRIPTOR} names another key"


def _field_type(type_: pa.DataType) -> str:
    return next((word for matches, word in FIELD_TYPES if matches(type_)), "any")
