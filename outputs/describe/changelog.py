"""CHANGELOG.md: what changed since the release before, in words and counts, with the rows by name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from outputs.cells import Row
from outputs.changes import Cell, ChangedRow, RowChanges
from outputs.describe import FIRST
from outputs.excerpt import PLACES, excerpts
from outputs.fitting import BASES
from outputs.markdown import by_folder, code, grid, plural, shorten
from outputs.model import Release

PATH = "CHANGELOG.md"
ROUND = FIRST

NAMED = 50
"""How many rows of a table are named as added, changed and removed each; the others are counted."""


def render(release: Release) -> str:
    """Markdown: the version with its reasons, then the tables and columns, then the rows of each table, facts first.

    Of the first release, of which all is new, the tables with their rows.
    """
    if release.previous is None:
        return "\n".join(["# Changelog", "", *_beginning(release)])
    return "\n".join(
        [
            "# Changelog",
            "",
            *_opening(release),
            *_departed(release),
            *_shape(release),
            *_rows(release),
            *_renamed(release),
            *_files(release),
        ]
    )


def _beginning(release: Release) -> Iterator[str]:
    """What is said where there is no release before; the version-free form of any release has no table here."""
    yield from (f"## {release.version}", "", f"The first release. {_newest(release)}", "")
    found = release.difference
    rows = {name: len(found.rows[name].added) if name in found.rows else 0 for name in found.tables_added}
    if rows:
        yield from (grid(["table", "rows"], ([code(name), f"{count:,}"] for name, count in rows.items())), "")


def _newest(release: Release) -> str:
    return f"Newest source: {release.date}." if release.date else "No source has a date."


def _opening(release: Release) -> Iterator[str]:
    yield from (f"## {release.version}", "", f"Release before: {release.previous}. {_newest(release)}", "")
    yield from ("Why this version:", "", *(f"- {reason}" for reason in release.reasons), "")


def _departed(release: Release) -> Iterator[str]:
    if release.departed:
        yield from ("### Articles that left", "")
        yield from (f"- {code(one.title)}: {one.reason}" for one in release.departed[:NAMED])
        if len(release.departed) > NAMED:
            yield f"- and {len(release.departed) - NAMED:,} more, in `manifest.json`"
        yield ""


def _shape(release: Release) -> Iterator[str]:
    difference = release.difference
    lists = {
        "Tables added": difference.tables_added,
        "Tables removed": difference.tables_removed,
        "Tables with identifiers made in another way": difference.rekeyed,
        "Columns added": difference.columns_added,
        "Columns removed": difference.columns_removed,
    }
    for title, names in lists.items():
        if names:
            yield from (f"### {title}", "", *(f"- {code(name)}" for name in names), "")
    if difference.retyped:
        lines = (f"- {code(one.column)}: {code(one.before)} → {code(one.after)}" for one in difference.retyped)
        yield from ("### Columns of another type", "", *lines, "")


def _rows(release: Release) -> Iterator[str]:
    changes = release.difference.rows
    for name in sorted(changes, key=lambda name: (not _is_fact(release, name), name)):
        yield from (f"### {name}: {changes[name].words}", "", *_table(changes[name]))


def _is_fact(release: Release, name: str) -> bool:
    return name in release.tables and release.tables[name].is_fact


def _table(changes: RowChanges) -> Iterator[str]:
    yield from _named("Added", (_row(changes.key, row) for row in changes.added[:NAMED]), len(changes.added))
    changed = changes.changed_beyond(PLACES)
    yield from _named("Changed", map(_changed, changed[:NAMED]), len(changed))
    moved = len(changes.changed) - len(changed)
    if moved:
        words = "with another revision, link or offset alone"
        yield from (f"Moved, as the article was edited: {plural(moved, 'row')} {words}.", "")
    yield from _named("Removed", (_row(changes.key, row) for row in changes.removed[:NAMED]), len(changes.removed))


def _named(title: str, lines: Iterable[str], count: int) -> Iterator[str]:
    if count:
        yield from (f"{title}:", "", *lines)
        if count > NAMED:
            yield f"- and {count - NAMED:,} more"
        yield ""


def _row(key: str, row: Row) -> str:
    words = row.get("evidence") or row.get("text") or row.get("name")
    return f"- {code(str(row[key]))}" + (f": {code(shorten(str(words)))}" if words else "")


def _changed(row: ChangedRow) -> str:
    return f"- {code(row.key)}: " + "; ".join(f"{cell.column} {_values(cell)}" for cell in row.cells)


def _values(cell: Cell) -> str:
    return " → ".join("null" if text is None else code(text) for text in excerpts(cell.before, cell.after))


def _renamed(release: Release) -> Iterator[str]:
    found = release.difference.renamed
    if found:
        lines = (f"- {code(one.old_id)} → {code(one.new_id)}: {BASES[one.basis]}" for one in found[:NAMED])
        yield from ("### Identifiers that changed, of rows that are the same", "", *lines)
        if len(found) > NAMED:
            yield f"- and {len(found) - NAMED:,} more, in `delta/id_map.parquet`"
        yield ""


def _files(release: Release) -> Iterator[str]:
    if release.difference.files:
        files = by_folder(release.difference.files)
        yield from ("### Files with other contents", "", *(f"- {code(path)}" for path in files), "")
