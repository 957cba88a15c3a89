"""The difference between two releases, and the version that it makes.

The rule is that of the release contract, on three levels. MAJOR: a column or table was removed, renamed (removed under
one name, added under another) or changed type, or an identifier scheme changed. MINOR: tables, columns or rows were
added, or rows changed or removed. PATCH: the same rows, other files. Nothing at all: no release.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from outputs.cells import Row
from outputs.markdown import plural

FIRST = "1.0.0"


@dataclass(frozen=True)
class Cell:
    """One cell that differs: the column with the value before and after."""

    column: str
    before: object
    after: object


@dataclass(frozen=True)
class ChangedRow:
    """A row that both releases have under the same key, with the cells that differ."""

    key: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class RowChanges:
    """The rows of one table that were added, changed or removed, in the order of the release that has them."""

    key: str
    added: tuple[Row, ...] = ()
    changed: tuple[ChangedRow, ...] = ()
    removed: tuple[Row, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)

    @property
    def words(self) -> str:
        """The counts in words: "2 rows added, 1 changed, 0 removed"."""
        return f"{plural(len(self.added), 'row')} added, {len(self.changed):,} changed, {len(self.removed):,} removed"


@dataclass(frozen=True)
class Retyped:
    """A column ("table.column") whose type differs, with the Arrow types before and after."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """What separates a release from the one before; columns are named "table.column", `files` by their path."""

    tables_added: tuple[str, ...] = ()
    tables_removed: tuple[str, ...] = ()
    columns_added: tuple[str, ...] = ()
    columns_removed: tuple[str, ...] = ()
    retyped: tuple[Retyped, ...] = ()
    rekeyed: tuple[str, ...] = ()
    rows: Mapping[str, RowChanges] = field(default_factory=dict)
    files: tuple[str, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many tables, columns, rows and files were added, changed or removed."""
        changes = self.rows.values()
        return {
            "tables_added": len(self.tables_added),
            "tables_removed": len(self.tables_removed),
            "columns_added": len(self.columns_added),
            "columns_removed": len(self.columns_removed),
            "columns_retyped": len(self.retyped),
            "tables_rekeyed": len(self.rekeyed),
            "rows_added": sum(len(change.added) for change in changes),
            "rows_changed": sum(len(change.changed) for change in changes),
            "rows_removed": sum(len(change.removed) for change in changes),
            "files_changed": len(self.files),
        }


def difference(
    before: Mapping[str, pa.Table], after: Mapping[str, pa.Table], *, files: tuple[str, ...] = ()
) -> Difference:
    """What changed from one release to the next, both given as Arrow tables by name, as their Parquet files say.

    Rows are matched by the key that the schema names, and compared in the columns that both have. `files` are the
    paths of files whose contents differ.
    """
    shared = sorted(before.keys() & after.keys())
    pairs = [(name, before[name], after[name]) for name in shared]
    changes = {name: _row_changes(old, new) for name, old, new in pairs}
    changes |= {name: _row_changes(table.slice(0, 0), table) for name, table in after.items() if name not in before}
    return Difference(
        tables_added=tuple(sorted(after.keys() - before.keys())),
        tables_removed=tuple(sorted(before.keys() - after.keys())),
        columns_added=tuple(f"{name}.{column}" for name, old, new in pairs for column in _beyond(new, old)),
        columns_removed=tuple(f"{name}.{column}" for name, old, new in pairs for column in _beyond(old, new)),
        retyped=tuple(retyped for name, old, new in pairs for retyped in _retyped(name, old.schema, new.schema)),
        rekeyed=tuple(name for name, old, new in pairs if _is_rekeyed(old, new, changes[name])),
        rows={name: change for name, change in sorted(changes.items()) if change},
        files=tuple(sorted(files)),
    )


def next_version(previous: str | None, difference: Difference) -> tuple[str | None, tuple[str, ...]]:
    """The version after `previous` and the reasons for it, in words; (None, reasons) where nothing changed.

    >>> next_version("1.4.2", Difference(columns_removed=("visits.city",)))
    ('2.0.0', ('the column visits.city was removed',))
    >>> next_version("1.4.2", Difference())
    (None, ('nothing changed since 1.4.2',))
    """
    if previous is None:
        return FIRST, ("the first release",)
    major, minor, patch = map(int, previous.split("."))
    if reasons := _major(difference):
        return f"{major + 1}.0.0", reasons
    if reasons := _minor(difference):
        return f"{major}.{minor + 1}.0", reasons
    if difference.files:
        return f"{major}.{minor}.{patch + 1}", (f"the same rows, other files: {_listed(difference.files)}",)
    return None, (f"nothing changed since {previous}",)


def _major(difference: Difference) -> tuple[str, ...]:
    return (
        *(f"the table {name} was removed" for name in difference.tables_removed),
        *(f"the column {name} was removed" for name in difference.columns_removed),
        *(f"the column {one.column} changed type from {one.before} to {one.after}" for one in difference.retyped),
        *(f"the identifiers of {name} are made in another way" for name in difference.rekeyed),
    )


def _minor(difference: Difference) -> tuple[str, ...]:
    return (
        *(f"the table {name} was added" for name in difference.tables_added),
        *(f"the column {name} was added" for name in difference.columns_added),
        *(f"{name}: {changes.words}" for name, changes in difference.rows.items()),
    )


def _listed(paths: tuple[str, ...], limit: int = 10) -> str:
    more = f" and {len(paths) - limit:,} more" if len(paths) > limit else ""
    return ", ".join(paths[:limit]) + more


def _beyond(one: pa.Table, other: pa.Table) -> list[str]:
    return [name for name in one.column_names if name not in other.column_names]


def _retyped(table: str, before: pa.Schema, after: pa.Schema) -> list[Retyped]:
    shared = [name for name in after.names if name in before.names]
    pairs = [(name, before.field(name).type, after.field(name).type) for name in shared]
    return [Retyped(f"{table}.{name}", str(old), str(new)) for name, old, new in pairs if old != new]


def _key(table: pa.Table) -> str:
    return table.schema.metadata[b"key"].decode()


def _row_changes(before: pa.Table, after: pa.Table) -> RowChanges:
    key = _key(after)
    if key not in before.column_names:
        return RowChanges(key, added=tuple(after.to_pylist()), removed=tuple(before.to_pylist()))
    if before.equals(after):
        return RowChanges(key)
    shared = [name for name in after.column_names if name in before.column_names]
    old = {row[key]: row for row in before.to_pylist()}
    new = {row[key]: row for row in after.to_pylist()}
    pairs = [(name, _cells(old[name], row, shared)) for name, row in new.items() if name in old]
    return RowChanges(
        key,
        added=tuple(row for name, row in new.items() if name not in old),
        changed=tuple(ChangedRow(str(name), cells) for name, cells in pairs if cells),
        removed=tuple(row for name, row in old.items() if name not in new),
    )


def _cells(before: Row, after: Row, columns: list[str]) -> tuple[Cell, ...]:
    return tuple(Cell(name, before[name], after[name]) for name in columns if before[name] != after[name])


def _is_rekeyed(before: pa.Table, after: pa.Table, changes: RowChanges) -> bool:
    """Whether the key is another column, or no identifier was kept though some row is otherwise the same."""
    if _key(before) != _key(after):
        return True
    kept = after.num_rows - len(changes.added)
    if kept or not changes.removed:
        return False
    columns = [name for name in after.column_names if name in before.column_names and name != _key(after)]
    gone = {_rest(row, columns) for row in changes.removed}
    return bool(columns) and any(_rest(row, columns) in gone for row in changes.added)


def _rest(row: Row, columns: list[str]) -> str:
    return repr([row[name] for name in columns])
