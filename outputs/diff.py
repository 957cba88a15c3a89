"""The difference between any two releases, as text and as an object for JSON."""

from __future__ import annotations

import filecmp
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from outputs.cells import Row
from outputs.changes import ChangedRow, RowChanges
from outputs.csv import cell_text
from outputs.excerpt import PLACES, excerpts
from outputs.markdown import by_folder, plural, shorten
from outputs.shelf import Shelved, said_of
from outputs.version import Difference, difference, files_changed, next_version
from parsers.columnar import Stored
from parsers.errors import OutputError

ROWS = 10
"""How many rows of a table the text names as added, changed and removed each."""


@dataclass(frozen=True)
class Compared:
    """Two releases and what separates them: the versions, the difference, the version that it makes, with reasons.

    `next_version` is None where nothing differs.
    """

    before: str
    after: str
    difference: Difference
    next_version: str | None
    reasons: tuple[str, ...]


def compare(before: Path, after: Path) -> Compared:
    """What separates two releases, each given by its folder; in time, `before` comes first.

    Rows are matched by key, so that neither order nor the way in which a file was written counts. Raises OutputError
    where one is no release or has a table that cannot be read.
    """
    one, other = (Shelved(path, said_of(path)) for path in (before, after))
    old, new = ({name: _stored(path) for name, path in release.parquet.items()} for release in (one, other))
    same = {name for name in old.keys() & new.keys() if filecmp.cmp(old[name].path, new[name].path, shallow=False)}
    try:
        found = difference(old, new, files=files_changed(one.contents, other.contents), same=same)
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(f"{before}, {after}", error) from error
    previous, newer = (str(release.said["version"]) for release in (one, other))
    return Compared(previous, newer, found, *next_version(previous, found))


def _stored(path: Path) -> Stored:
    try:
        pq.read_metadata(path)
    except (OSError, pa.ArrowException) as error:
        raise _unreadable(str(path), error) from error
    return Stored(path)


def _unreadable(where: str, error: Exception) -> OutputError:
    return OutputError(
        f"it cannot be read ({error})",
        where=where,
        expected="a table of a release",
        remedy="restore that release; `bilaterals verify` says what else is wrong with it",
    )


def as_text(found: Compared, rows: int = ROWS) -> str:
    """The difference in lines: tables and columns, then each table with its rows, at most `rows` of a kind."""
    change = found.difference
    lines = [f"{found.before} → {found.after}", *(f"  {reason}" for reason in found.reasons)]
    if change.files:
        lines.append(f"  files with other contents: {', '.join(by_folder(change.files))}")
    for name, changes in change.rows.items():
        lines += ["", f"{name}: {changes.words}", *_rows(changes, rows)]
    if change.renamed:
        lines += ["", f"{plural(len(change.renamed), 'row')} of one fact under another identifier:"]
        lines += [f"  {one.old_id} → {one.new_id} ({one.basis})" for one in change.renamed[:rows]]
        lines += _more(len(change.renamed), rows)
    return "\n".join(lines)


def as_object(found: Compared) -> dict[str, object]:
    """The difference as an object that JSON can hold: rows added and removed by identifier, changed ones by cell."""
    change = found.difference
    shape = {
        name: list(getattr(change, name))
        for name in ("tables_added", "tables_removed", "columns_added", "columns_removed", "rekeyed", "files")
    }
    return {
        "before": found.before,
        "after": found.after,
        "next_version": found.next_version,
        "reasons": list(found.reasons),
        "counts": change.counts,
        **shape,
        "retyped": [asdict(one) for one in change.retyped],
        "rows": {name: _rows_object(changes) for name, changes in change.rows.items()},
        "renamed": [asdict(one) for one in change.renamed],
    }


def _rows_object(changes: RowChanges) -> dict[str, object]:
    changed = [
        {"id": row.key, "cells": {cell.column: [_plain(cell.before), _plain(cell.after)] for cell in row.cells}}
        for row in changes.changed
    ]
    return {
        "key": changes.key,
        "added": changes.added_keys,
        "changed": changed,
        "removed": changes.removed_keys,
    }


def _rows(changes: RowChanges, rows: int) -> Iterator[str]:
    """The rows of a table; those whose offsets, links or revision alone differ are counted."""
    for sign, some in (("+", changes.added), ("-", changes.removed)):
        yield from (_row(sign, changes.key, row) for row in some[:rows])
        yield from _more(len(some), rows)
    changed = changes.changed_beyond(PLACES)
    yield from map(_changed, changed[:rows])
    yield from _more(len(changed), rows)
    moved = len(changes.changed) - len(changed)
    if moved:
        yield f"  ~ {plural(moved, 'row')} with another revision, link or offset alone"


def _row(sign: str, key: str, row: Row) -> str:
    words = row.get("evidence") or row.get("text") or row.get("name") or ""
    return f"  {sign} {row[key]}  {shorten(' '.join(str(words).split()))}".rstrip()


def _changed(row: ChangedRow) -> str:
    pairs = ((cell.column, excerpts(cell.before, cell.after)) for cell in row.cells)
    words = (f"{column}: {_said(one)} → {_said(other)}" for column, (one, other) in pairs)
    return f"  ~ {row.key}  {'; '.join(words)}"


def _said(text: str | None) -> str:
    return "null" if text is None else " ".join(text.split())


def _more(count: int, shown: int) -> list[str]:
    return [f"    and {count - shown:,} more"] if count > shown else []


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, bool | int | float | list) else cell_text(value)
