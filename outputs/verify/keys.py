"""Keys name one row each, and what refers to a row refers to one that is there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from outputs.markdown import plural
from outputs.verify.report import Check, Fault, named
from outputs.verify.standing import Standing

POINTERS = (("table", "row_id"), ("table", "row_ids"), ("fact_table", "fact_id"))
"""Pairs of columns of which one names a table and the other a row, or several, of it."""


def check(release: Standing) -> Check:
    """Keys are unique and never null; foreign keys (by the `references` of a field) and pointers lead to rows."""
    keys = {name: table[key] for name, table in release.tables.items() if (key := _key(table)) in table.column_names}
    faults, examined = [], 0
    for name, table in release.tables.items():
        found = [*_unique(keys.get(name)), *_references(release, table), *_pointers(keys, table)]
        faults += [Fault(f"parquet/{name}.parquet", words) for words in found if words]
        examined += len(found)
    return Check("keys", plural(examined, "key"), tuple(faults))


def _key(table: pa.Table) -> str:
    return (table.schema.metadata or {}).get(b"key", b"").decode()


def _unique(key: pa.ChunkedArray | None) -> Iterator[str]:
    """An empty text for a key that is sound."""
    if key is None:
        return
    if key.null_count:
        yield f"{plural(key.null_count, 'row')} without a key"
    counts: Any = pc.value_counts(key)
    twice = counts.filter(pc.greater(counts.field("counts"), pa.scalar(1))).field("values")
    yield f"keys that occur twice: {named(twice.to_pylist())}" if len(twice) else ""


def _references(release: Standing, table: pa.Table) -> Iterator[str]:
    """A text for each foreign key, empty where every value is there."""
    for field in table.schema:
        referred = (field.metadata or {}).get(b"references", b"").decode()
        name, _, column = referred.partition(".")
        if name in release.tables and column in release.tables[name].column_names:
            yield _missing(field.name, table[field.name], release.tables[name][column], referred)


def _pointers(keys: dict[str, pa.ChunkedArray], table: pa.Table) -> Iterator[str]:
    """A text for each pair of columns that point to rows, empty where every row is there."""
    for names, rows in POINTERS:
        if names not in table.column_names or rows not in table.column_names:
            continue
        pointed = table[names].cast(pa.string())
        for name in map(str, pc.unique(pointed).drop_null().to_pylist()):
            values: Any = table[rows].filter(pc.equal(pointed, pa.scalar(name)))
            values = pc.list_flatten(values) if pa.types.is_list(values.type) else values
            none = pa.chunked_array([pa.array([], pa.string())])
            yield _missing(rows, values, keys.get(name, none), name)


def _missing(column: str, values: pa.ChunkedArray, keys: pa.ChunkedArray, referred: str) -> str:
    there = pc.is_in(values, value_set=keys.combine_chunks())
    lost = pc.unique(values.filter(pc.and_(pc.is_valid(values), pc.invert(there)))).to_pylist()
    return f"{column} leads to no row of {referred}: {named(lost)}" if lost else ""
