"""What the release's page says, gathered for its template: plain values, in the order in which they are shown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from outputs.cells import Rows
from outputs.model import File, Release, csv_path, once, parquet_path
from outputs.page import figures, plots
from outputs.page.parts import Part, parts, shown_rows
from parsers.tables import Column, Table

GROUPS = {
    "Reference": ("relations", "states", "people"),
    "Trust": ("evidence", "conflicts", "checks"),
    "Text": ("articles", "sections", "sentences", "links", "citations"),
}
FACTS, OTHERS = "Facts", "Others"

MATRIX = 24
"""States that the matrix of missions shows."""

HIDDEN_ENDS = ("_name", "_cow", "_gw", "_qid")
HIDDEN = frozenset(
    (
        *("date_start", "date_end", "date_precision", "date_text", "evidence", "evidence_url", "statements"),
        *("rule_id", "has_conflict", "value_text", "approximate", "sha256", "start", "end", "level", "position"),
    )
)
"""Columns that a row shows only when it is opened; `evidence` comes last, and is added again."""

COLUMNS = 14
"""Columns that a preview shows side by side at most."""


@dataclass(frozen=True)
class Listed:
    """A table as the page lists it."""

    name: str
    row: str
    rows: int
    share: float
    parquet: File | None
    csv: File | None


@dataclass(frozen=True)
class Tested:
    """Expectations of a table, or checks of a kind: how many there are and how many are met."""

    name: str
    total: int
    met: int


def groups(release: Release) -> dict[str, list[Listed]]:
    """The tables in groups: facts first, the largest first within them."""
    listed = {name: _listed(release, table) for name, table in release.tables.items()}
    known = {name for names in GROUPS.values() for name in names}
    facts = sorted((one for name, one in listed.items() if release.tables[name].is_fact), key=lambda one: -one.rows)
    others = [one for name, one in listed.items() if name not in known and not release.tables[name].is_fact]
    found = {FACTS: facts}
    found |= {group: [listed[name] for name in names if name in listed] for group, names in GROUPS.items()}
    return {group: tables for group, tables in (found | {OTHERS: others}).items() if tables}


def _listed(release: Release, table: Table) -> Listed:
    counts = release.counts
    largest = max((counts[name] for name, one in release.tables.items() if one.is_fact == table.is_fact), default=0)
    rows, name = counts[table.name], table.name
    files = (release.files.get(parquet_path(name)), release.files.get(csv_path(name)))
    return Listed(name, table.row, rows, rows / largest if largest else 0.0, *files)


def key_numbers(release: Release) -> dict[str, int]:
    """The numbers at the head of the page. Events repeat what other tables have in detail, so no fact counts twice."""
    counts = release.counts
    facts = sum(counts[name] for name, table in release.tables.items() if table.is_fact and name != "events")
    numbers = {"relations": counts.get("relations"), "states and polities": counts.get("states"), "facts": facts}
    numbers |= {"dated events": counts.get("events"), "passages as evidence": counts.get("evidence")}
    return {name: number for name, number in numbers.items() if number is not None}


def checks(release: Release) -> list[Tested]:
    """The arithmetic and logical tests by kind."""
    tested = rows(release, "checks", "kind", "passed")
    total, met = (Counter(str(row["kind"]) for row in tested if row["passed"] or not only) for only in (False, True))
    return [Tested(kind, count, met[kind]) for kind, count in sorted(total.items())]


def expectations(validation: Mapping[str, object]) -> list[Tested]:
    """The expectations of each table, as `validation/results.json` says; none where it says nothing of tables."""
    tables = validation.get("tables")
    if not isinstance(tables, Mapping):
        return []
    found = []
    for name, said in tables.items():
        outcomes = said["expectations"]
        found.append(Tested(str(name), len(outcomes), sum(bool(one["success"]) for one in outcomes)))
    return found


def contents(release: Release) -> dict[str, object]:
    """What the scripts must know of the tables before any row is loaded."""
    tables = {name: _spec(release, table) for name, table in release.tables.items()}
    return {"version": release.version, "tables": tables}


def rows(release: Release, name: str, *columns: str) -> Rows:
    """The rows of a table as dicts, of these columns (none named: of all); none where the release has no such table."""
    return list(release.stored[name].rows(columns or None)) if name in release.stored else []


def _spec(release: Release, table: Table) -> dict[str, object]:
    stored = release.stored[table.name]
    return {
        "row": table.row,
        "key": table.key,
        "fact": table.is_fact,
        "rows": len(stored),
        "shown": shown_rows(table, stored),
        "columns": [_column(column) for column in table.columns],
        "grid": grid_columns(table, _filled(release, table)),
        "parts": [_part(part) for part in parts(table, stored)],
    }


def _column(column: Column) -> dict[str, object]:
    said: dict[str, object] = {"name": column.name, "type": column.type, "meaning": column.meaning}
    if column.unit:
        said["unit"] = column.unit
    if column.values:
        said["codes"] = dict(column.values)
    return said


def _part(part: Part) -> list[object]:
    return [part.stop, part.first, part.last, part.name]


def _filled(release: Release, table: Table) -> frozenset[str]:
    """The columns that are not null throughout the rows that are shown."""
    stored = release.stored[table.name]
    shown = shown_rows(table, stored)
    if shown == len(stored):
        return frozenset(name for name, one in release.profile(table.name).items() if one.nulls < shown)
    head = stored.head(shown)
    return frozenset(name for name in head.column_names if head[name].null_count < shown)


def grid_columns(table: Table, filled: Collection[str]) -> list[str]:
    """The columns that a preview shows side by side: date first, evidence last; those that are filled alone."""
    names = [column.name for column in table.columns if not _is_hidden(table, column)]
    if table.is_fact:
        names = ["date_edtf", *(name for name in names if name != "date_edtf"), "evidence"]
    return [name for name in names if name in filled][:COLUMNS]


def _is_hidden(table: Table, column: Column) -> bool:
    refers = column.references is not None and not column.references.startswith(("states.", "relations."))
    own = column.name == table.key and table.name not in ("relations", "states")
    return own or refers or column.name in HIDDEN or column.name.endswith(HIDDEN_ENDS)


@once
def yearly(release: Release) -> dict[str, tuple[figures.Years, plots.Plot]]:
    """Visits and agreements by year, on one axis; empty where neither has a year."""
    names = [name for name in ("visits", "agreements") if name in release.stored]
    counted = {name: figures.years(rows(release, name, *figures.DATED)) for name in names}
    range_ = plots.span([one.counts for one in counted.values()])
    if range_ is None:
        return {}
    return {name: (one, plots.bars(one.counts, *range_, name[:-1])) for name, one in counted.items()}


@once
def names(release: Release) -> dict[str, str]:
    """The name of each state of the release, by its code."""
    return {str(row["iso3"]): str(row["name"]) for row in rows(release, "states", "iso3", "name")}


@once
def relations(release: Release) -> Rows:
    """The rows of the pairs of states."""
    return rows(release, "relations")


@once
def sizes(release: Release) -> figures.Sizes:
    """How many stated values of trade fall in each year and power of ten."""
    return figures.trade_sizes(rows(release, "trade", *figures.SIZED))


@once
def posts(release: Release) -> figures.Matrix:
    """The open posts among the states that have most of them."""
    return figures.posts(rows(release, "missions", *figures.POSTED), MATRIX, names(release))


def listing(files: Mapping[str, File]) -> list[tuple[str, File]]:
    """The files to download, without those that only feed the page."""
    return [(path, file) for path, file in sorted(files.items()) if not path.startswith("page/")]


def changes(release: Release) -> Iterator[tuple[str, str]]:
    """What changed in each table since the release before, in words; nothing for a first release."""
    if release.previous:
        yield from ((name, one.words) for name, one in release.difference.rows.items())


def pages_not_read(manifest: Mapping[str, object]) -> Sequence[object]:
    """The failures that the run's manifest lists."""
    failures = manifest.get("failures")
    return failures if isinstance(failures, list | tuple) else ()
