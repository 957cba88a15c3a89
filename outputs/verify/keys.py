"""Keys name one row each, and what refers to a row refers to one that is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from outputs.markdown import plural
from outputs.model import parquet_path
from outputs.verify.report import Check, Fault, named
from outputs.verify.standing import Standing, key_of
from parsers.columnar import Stored, repeated

POINTERS = (("table", "row_id"), ("table", "row_ids"), ("fact_table", "fact_id"))
"""Pairs of columns of which one names a table and the other a row, or several, of it."""


def check(release: Standing) -> Check:
    """Keys are unique and never null; foreign keys (by the `references` of a field) and pointers lead to rows."""
    keys = {name: table for name, table in release.tables.items() if key_of(table) in _names(table)}
    faults, examined = [], 0
    for name, table in release.tables.items():
        found = [*_unique(keys.get(name)), *_references(release, table), *_pointers(keys, table)]
        faults += [Fault(parquet_path(name), words) for words in found if words]
        examined += len(found)
    return Check("keys", plural(examined, "key"), tuple(faults))


def _names(table: Stored) -> list[str]:
    return list(table.schema.names)


def _unique(table: Stored | None) -> Iterator[str]:
    """An empty text for a key that is sound."""
    if table is None:
        return
    key = table.column(key_of(table))
    if key.null_count:
        yield f"{plural(key.null_count, 'row')} without a key"
    twice = repeated(key)
    yield f"keys that occur twice: {named(twice.to_pylist())}" if len(twice) else ""


def _references(release: Standing, table: Stored) -> Iterator[str]:
    """A text for each foreign key, empty where every value is there."""
    for field in table.schema:
        referred = (field.metadata or {}).get(b"references", b"").decode()
        name, _, column = referred.partition(".")
        if name in release.tables and column in _names(release.tables[name]):
            yield _missing(field.name, table.column(field.name), release.tables[name].column(column), referred)


def _pointers(keys: Mapping[str, Stored], table: Stored) -> Iterator[str]:
    """A text for each pair of columns that point to rows, empty where every row is there."""
    for names, rows in POINTERS:
        if names not in _names(table) or rows not in _names(table):
            continue
        cells = table.read([names, rows])
        pointed = cells[names].cast(pa.string())
        for name in map(str, pointed.unique().drop_null().to_pylist()):
            values: Any = cells[rows].filter(pc.equal(pointed, pa.scalar(name)))
            values = pc.list_flatten(values) if pa.types.is_list(values.type) else values
            there = (
                keys[name].column(key_of(keys[name])) if name in keys else pa.chunked_array([pa.array([], pa.string())])
            )
            yield _missing(rows, values, there, name)


def _missing(column: str, values: pa.ChunkedArray, keys: pa.ChunkedArray, referred: str) -> str:
    there = pc.is_in(values, value_set=keys.combine_chunks())
    lost = values.filter(pc.and_(pc.is_valid(values), pc.invert(there))).unique().to_pylist()
    return f"{column} leads to no row of {referred}: {named(lost)}" if lost else ""
