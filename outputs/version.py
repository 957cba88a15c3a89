"""The difference between two releases, and the version that it makes.

The version counts on three levels. MAJOR: a column or table was removed, renamed (removed under one name, added under
another) or changed type, or an identifier scheme changed. MINOR: tables, columns or rows were added, or rows changed or
removed. PATCH: the same rows, other files. Nothing at all: no release.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from outputs.changes import RowChanges, all_new, key_of, row_changes
from outputs.narrowing import Narrowed
from outputs.renamed import Renamed, renamed
from parsers.columnar import Stored, plain

FIRST = "1.0.0"

Tables = Mapping[str, Stored]
"""The tables of a release by name."""

Known = Mapping[str, tuple[Narrowed, Narrowed]]
"""By table the rows of the release before and of the new one to which their difference is limited."""


@dataclass(frozen=True)
class Retyped:
    """A column ("table.column") whose type differs, with the Arrow types before and after."""

    column: str
    before: str
    after: str


@dataclass(frozen=True)
class Difference:
    """What separates a release from the one before; columns are named "table.column", `files` by their path.

    `rows` are the tables in which any row differs; `matched` are all that were compared. `renamed` are rows that are
    among the removed and the added ones, but of one fact: only the identifier is another.
    """

    tables_added: tuple[str, ...] = ()
    tables_removed: tuple[str, ...] = ()
    columns_added: tuple[str, ...] = ()
    columns_removed: tuple[str, ...] = ()
    retyped: tuple[Retyped, ...] = ()
    rekeyed: tuple[str, ...] = ()
    rows: Mapping[str, RowChanges] = field(default_factory=dict)
    files: tuple[str, ...] = ()
    matched: Mapping[str, RowChanges] = field(default_factory=dict, repr=False)
    renamed: tuple[Renamed, ...] = ()

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
    before: Tables, after: Tables, *, files: Iterable[str] = (), same: Collection[str] = (), known: Known | None = None
) -> Difference:
    """What changed from one release to the next, both given as tables by name, as their Parquet files say.

    Rows are matched by the key that the schema names, and compared in the columns that both have. `files` are the
    paths of files whose contents differ; `same` names tables that are known to be the same, and are not read;
    `known` has the rows to which the difference of a table is known to be limited.
    """
    shared = sorted(before.keys() & after.keys())
    pairs = [(name, before[name].schema, after[name].schema) for name in shared]
    matched = _matched(before, after, same, known or {})
    return Difference(
        tables_added=tuple(sorted(after.keys() - before.keys())),
        tables_removed=tuple(sorted(before.keys() - after.keys())),
        columns_added=tuple(f"{name}.{column}" for name, old, new in pairs for column in _beyond(new, old)),
        columns_removed=tuple(f"{name}.{column}" for name, old, new in pairs for column in _beyond(old, new)),
        retyped=tuple(retyped for name, old, new in pairs for retyped in _retyped(name, old, new)),
        rekeyed=tuple(name for name in shared if _is_rekeyed(matched[name])),
        rows={name: change for name, change in matched.items() if change},
        files=tuple(sorted(files)),
        matched=matched,
        renamed=renamed(matched),
    )


def _matched(before: Tables, after: Tables, same: Collection[str], known: Known) -> dict[str, RowChanges]:
    """The rows of each table of either release, by its name, matched with those of the other."""
    matched: dict[str, RowChanges] = {}
    for name, rows in sorted({**before, **after}.items()):
        none = Stored(rows.schema.empty_table())
        if name in same:
            matched[name] = row_changes(none, none)
        else:
            matched[name] = row_changes(before.get(name, none), after.get(name, none), known.get(name))
    return matched


def files_changed(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """The paths at which two releases have other files, both given as the hashes of their contents by path."""
    return tuple(path for path in sorted(before.keys() | after.keys()) if before.get(path) != after.get(path))


def first(tables: Tables) -> Difference:
    """What separates a first release from nothing: every table and row is new, and no row is looked at."""
    matched = {name: all_new(rows) for name, rows in sorted(tables.items())}
    changed = {name: change for name, change in matched.items() if change}
    return Difference(tables_added=tuple(matched), rows=changed, matched=matched)


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


def _beyond(one: pa.Schema, other: pa.Schema) -> list[str]:
    return [name for name in one.names if name not in other.names]


def _retyped(table: str, before: pa.Schema, after: pa.Schema) -> list[Retyped]:
    shared = [name for name in after.names if name in before.names]
    pairs = [(name, before.field(name).type, after.field(name).type) for name in shared]
    return [Retyped(f"{table}.{name}", str(old), str(new)) for name, old, new in pairs if old != new]


def _is_rekeyed(change: RowChanges) -> bool:
    """Whether the key is another column, or no identifier was kept though some row is otherwise the same."""
    before, after, key = change.before, change.after, change.key
    if key_of(before) != key:
        return True
    if change.kept or len(change.new_at) or not len(change.removed_at):
        return False
    columns = [name for name in after.column_names if name in before.column_names and name != key]
    return bool(columns) and bool(pc.any(pc.is_in(_rest(after, columns), value_set=_rest(before, columns))).as_py())


def _rest(table: pa.Table, columns: list[str]) -> pa.Array:
    """One text for each row that holds all its cells in these columns, nulls too."""
    cells: Any = [_text(plain(table[name]).combine_chunks()) for name in columns]
    return pc.binary_join_element_wise(*cells, "\x1f", null_handling="replace", null_replacement="\x00")


def _text(column: Any) -> Any:
    """Each cell as text; a list with its length, so that no two lists are alike for what stands between their items."""
    if not pa.types.is_list(column.type):
        return column.cast(pa.string())
    joined = pc.binary_join(column.cast(pa.list_(pa.string())), "\x1e")
    return pc.binary_join_element_wise(pc.list_value_length(column).cast(pa.string()), joined, "\x1e")
