"""What separates a release from the one before, as tables: release A and the delta of B make release B.

A delta table has the columns of its table, with four more (see EXPLAINED). Tables in which nothing changed have none,
and a first release has no delta at all: all its rows are new, and stand in its tables.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc

from outputs.changes import Places, RowChanges, key_of
from outputs.parquet import ARROW_TYPES, read_arrow
from outputs.renamed import id_map
from outputs.shelf import said_of
from outputs.version import Difference
from parsers.columnar import plain
from parsers.errors import OutputError

FOLDER = "delta"
ID_MAP = "id_map"
CHANGES = ("added", "changed", "removed")
TEXTS = ARROW_TYPES["list<string>"]

CHANGE, COLUMNS, BEFORE, ROW = "change", "changed_columns", "before", "row_number"
OWN = {
    CHANGE: "added, changed or removed since the release before.",
    COLUMNS: "The columns in which a changed row differs; null for other rows.",
    BEFORE: "The row as it stood in the release before, null for an added row.",
    ROW: "Where the row stands in the table of this release, from 0; null for a removed row.",
}
"""The columns that a delta table has beside those of its table."""

EXPLAINED = f"""\
## delta

`delta/<table>.parquet` says what changed since the release before (`previous` in `manifest.json`), row by row. There is
one for each table in which rows or columns changed, also for a table that was removed, and none in a first release. Its
columns are those of the table, in which a row stands as in this release (a removed row as it last stood), and:

| column | type | meaning |
|---|---|---|
| `{CHANGE}` | `category` | {OWN[CHANGE]} |
| `{COLUMNS}` | `list<string>` | {OWN[COLUMNS]} |
| `{BEFORE}` | `struct` | {OWN[BEFORE]} One field a column: `before.city`. |
| `{ROW}` | `int` | {OWN[ROW]} |

Rows that hold a value in a column that is new count as changed here. `outputs.apply_delta(before, release)` makes the
tables of this release from those of the release before and the delta.

`delta/{ID_MAP}.parquet`, where there is one, leads from identifiers that are gone to those under which the same fact,
event or person stands now: `table`, `relation_id`, `old_id`, `new_id`, and `basis`, why they are held to be the same.
"""


def delta_tables(difference: Difference) -> Iterator[tuple[str, pa.Table]]:
    """The delta of each table in which rows or columns changed, by name; the map of identifiers where any changed."""
    other = {**dict.fromkeys(difference.tables_added, "added"), **dict.fromkeys(difference.tables_removed, "removed")}
    for name, changes in difference.matched.items():
        if name in other or changes or changes.filled or not changes.before.schema.equals(changes.after.schema):
            yield name, delta_table(changes, other.get(name, "kept"))
    if difference.renamed:
        yield ID_MAP, id_map(difference.renamed)


def delta_table(changes: RowChanges, table: str = "kept") -> pa.Table:
    """The rows added, then those changed, then those removed; `table` says whether the table was kept, added, removed.

    The schema's metadata are those of the table, with `delta`: JSON of `table` and of the columns that are `required`.
    """
    touched = np.flatnonzero(np.logical_or.reduce([changes.changed_mask, *changes.filled.values()]))
    new = np.concatenate([changes.added_at, changes.new_at[touched]])
    old = np.concatenate([changes.old_at[touched], changes.removed_at])
    added, changed, removed = len(changes.added_at), len(touched), len(changes.removed_at)
    schema = _schema(changes, table)
    here = _as(schema, changes.after.take(new))
    gone = _as(schema, changes.before.take(changes.removed_at))
    own = {
        CHANGE: pa.array(np.repeat(CHANGES, (added, changed, removed)), pa.string()),
        COLUMNS: pa.array([*[None] * added, *_changed_columns(changes, touched), *[None] * removed], TEXTS),
        BEFORE: pa.concat_arrays([pa.nulls(added, schema.field(BEFORE).type), _structs(changes.before, old)]),
        ROW: pa.array([*changes.places[new].tolist(), *[None] * removed], pa.int64()),
    }
    return _typed(schema, {name: pa.concat_arrays([here[name], gone[name]]) for name in here} | own)


def apply_delta(before: Path, release: Path) -> dict[str, pa.Table]:
    """The tables of the release in `release`, by name, from those of the release before and the delta between them.

    Of `release` only the manifest and the folder `delta` are read. The tables are those of its Parquet files, to the
    byte where order and descriptions are declared as before. Raises OutputError where `before` is not the release
    before.
    """
    _require_before(before, release)
    tables: dict[str, pa.Table | None] = {
        path.stem: read_arrow(path) for path in (before / "parquet").glob("*.parquet")
    }
    for path in (release / FOLDER).glob("*.parquet"):
        if path.stem != ID_MAP:
            tables[path.stem] = patched(tables.get(path.stem), read_arrow(path))
    return {name: table for name, table in sorted(tables.items()) if table is not None}


def _require_before(before: Path, release: Path) -> None:
    """Nothing; raises OutputError where the delta of a release is not to the one named."""
    previous, version = said_of(release).get("previous"), said_of(before)["version"]
    if previous != version:
        raise OutputError(
            f"its delta is to {previous or 'no release, since it is a first one'}",
            where=str(release),
            expected=f"a delta to {version}",
            remedy="name the release before; where others lie between, apply their deltas one by one",
        )


def patched(before: pa.Table | None, delta: pa.Table) -> pa.Table | None:
    """The table of the newer release, from that of the older one (None: it had none); None where the table is gone."""
    said = json.loads(delta.schema.metadata[b"delta"])
    if said["table"] == "removed":
        return None
    schema, key, change = _declared(delta.schema, said["required"]), key_of(delta), plain(delta[CHANGE])
    news = delta.filter(pc.not_equal(change, pa.scalar("removed")))
    kept = schema.empty_table() if before is None else before
    gone = delta[key].filter(pc.not_equal(change, pa.scalar("added"))).combine_chunks()
    kept = kept.filter(pc.invert(pc.is_in(kept[key], value_set=gone)))
    order = _order(kept.num_rows, news[ROW].to_numpy())
    stays, comes = _as(schema, kept), _as(schema, news)
    return _typed(schema, {name: pa.concat_arrays([stays[name], comes[name]]).take(order) for name in stays})


def _order(kept: int, places: Places) -> Places:
    """Where each row of the new table comes from: those of the delta stand at their places, the others between them."""
    order = np.full(kept + len(places), -1, dtype=np.int64)
    order[places] = kept + np.arange(len(places))
    order[order < 0] = np.arange(kept)
    return order


def _schema(changes: RowChanges, table: str) -> pa.Schema:
    """The schema of a delta table; only the change and the key always hold a value, as a column may be new."""
    after = changes.after.schema
    own = {
        CHANGE: pa.field(CHANGE, ARROW_TYPES["category"], nullable=False),
        COLUMNS: pa.field(COLUMNS, TEXTS),
        BEFORE: pa.field(BEFORE, _struct(changes.before.schema)),
        ROW: pa.field(ROW, pa.int64()),
    }
    first, *others = (one.with_metadata({"description": OWN[name]}) for name, one in own.items())
    columns = (one.with_nullable(one.name != changes.key) for one in after)
    said = {"table": table, "required": [one.name for one in after if not one.nullable]}
    metadata: dict[bytes | str, bytes | str] = {name: text for name, text in after.metadata.items()}
    metadata[b"delta"] = json.dumps(said)
    return pa.schema([first, *columns, *others], metadata=metadata)


def _declared(delta: pa.Schema, required: list[str]) -> pa.Schema:
    """The schema of the table that a delta is of."""
    metadata: dict[bytes | str, bytes | str] = {name: text for name, text in delta.metadata.items() if name != b"delta"}
    columns = [one.with_nullable(one.name not in required) for one in delta if one.name not in OWN]
    return pa.schema(columns, metadata=metadata)


def _struct(schema: pa.Schema) -> pa.StructType:
    return pa.struct([pa.field(one.name, _plain_type(one.type)) for one in schema])


def _structs(table: pa.Table, places: Places) -> pa.StructArray:
    rows = table.take(places)
    arrays = [plain(rows[name]).combine_chunks() for name in rows.column_names]
    return pa.StructArray.from_arrays(arrays, fields=list(_struct(table.schema)))


def _changed_columns(changes: RowChanges, touched: Places) -> list[list[str]]:
    """The columns in which each row differs, in their order in the table."""
    masks = {**changes.differs, **changes.filled}
    names: list[list[str]] = [[] for _ in touched]
    for name in (name for name in changes.after.column_names if name in masks):
        for number in np.flatnonzero(masks[name][touched]):
            names[number].append(name)
    return names


def _plain_type(type_: Any) -> Any:
    return type_.value_type if pa.types.is_dictionary(type_) else type_


def _as(schema: pa.Schema, table: pa.Table) -> dict[str, pa.Array]:
    """The columns of the schema but for a delta's own, categories as strings; null where the table has none such."""
    return {
        one.name: plain(table[one.name]).combine_chunks()
        if one.name in table.column_names and table.schema.field(one.name).type == one.type
        else pa.nulls(table.num_rows, _plain_type(one.type))
        for one in schema
        if one.name not in OWN
    }


def _typed(schema: pa.Schema, arrays: Mapping[str, pa.Array]) -> pa.Table:
    """The table of these columns; the values of a category are numbered as they occur, as in every table."""
    coded = [
        arrays[one.name].dictionary_encode() if pa.types.is_dictionary(one.type) else arrays[one.name] for one in schema
    ]
    return pa.Table.from_arrays(coded, schema=schema)
