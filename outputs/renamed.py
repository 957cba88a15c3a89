"""Identifiers that changed though the row is of the same fact: from removed and added rows to old and new identifier.

An identifier is made from what identifies the fact (`parsers.assemble.identity`). It survives edits elsewhere in the
article and a better date in the same year; it cannot survive a name that is now spelt otherwise, a date where none was,
or a second fact from which the first must now be told apart. Such rows are found here: a removed and an added row of
one table and one relation, equal in the `same` columns of the table's identity, alike in its names, with dates that
may mean one day. Where two rows fit equally well, neither is taken. Rows of the text layer, evidence, conflicts and
checks are not followed: they name the row or the words that they belong to.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, product

import pyarrow as pa

from outputs.cells import Row
from outputs.changes import RowChanges, rows_at
from outputs.fitting import BASES, Match, basis, compared, fitting
from outputs.parquet import ARROW_TYPES
from parsers.tables import Table, tables

CROWD = 2_500
MOST = 100_000
"""Pairs of removed and added rows that are compared within one group, and in one table. Beyond these only rows with
equal cells are found: two releases of which little is the same need no map, and no minutes spent on one.
"""

PEOPLE, EVENTS, POINTER = "people", "events", "fact_id"

Pair = tuple[Row, Row, str]
"""The removed row, the added row, and the basis on which they are held to be of one fact."""


@dataclass(frozen=True)
class Renamed:
    """A row that has another identifier than in the release before; `relation_id` is null for people."""

    table: str
    relation_id: str | None
    old_id: str
    new_id: str
    basis: str


def renamed(matched: Mapping[str, RowChanges]) -> tuple[Renamed, ...]:
    """The rows of facts, events and people under other identifiers, by table and old identifier."""
    declared = tables()
    names = [name for name, table in declared.items() if name in matched and (table.is_fact or name == PEOPLE)]
    found: list[Renamed] = []
    for name in sorted(names, key=lambda name: (name == EVENTS, name)):  # events refer to the facts
        known = {one.old_id: one.new_id for one in found}
        found += _renamed(declared[name], matched[name], known)
    return tuple(sorted(found, key=lambda one: (one.table, one.old_id)))


def id_map(found: Sequence[Renamed]) -> pa.Table:
    """The table of `delta/id_map.parquet`."""
    texts = {
        "table": ("The table of the row.", False),
        "relation_id": ("The pair of states; null for people.", True),
        "old_id": ("The row's key in the release before.", False),
        "new_id": ("Its key in this release.", False),
    }
    fields: list[pa.Field] = [
        pa.field(name, pa.string(), null, {"description": words}) for name, (words, null) in texts.items()
    ]
    words = "; ".join(f"{basis}: {meaning}" for basis, meaning in BASES.items())
    said: dict[bytes | str, bytes | str] = {"description": f"Why they are held to be the same. {words}."}
    fields.append(pa.field("basis", ARROW_TYPES["category"], False, said))
    metadata: dict[str | bytes, str | bytes] = {
        "table": "id_map",
        "description": "a row that has another identifier than before",
        "key": "old_id",
    }
    return pa.Table.from_pylist([vars(one) for one in found], pa.schema(fields, metadata))


def _renamed(table: Table, changes: RowChanges, known: Mapping[str, str]) -> list[Renamed]:
    """The rows of a table under other identifiers; `known` leads from the old ones of facts to the new."""
    names = compared(table)
    shared = set(changes.before.column_names) & set(changes.after.column_names)
    if not shared.issuperset(names) or not len(changes.added_at) or not len(changes.removed_at):
        return []
    gone = [_pointed(row, known) for row in rows_at(changes.before.select(names), changes.removed_at)]
    come = rows_at(changes.after.select(names), changes.added_at)
    pairs = [*_equal(table, gone, come)]
    taken = {id(row) for one, other, _ in pairs for row in (one, other)}
    left, right = ([row for row in rows if id(row) not in taken] for rows in (gone, come))
    pairs += _likely(table, left, right)
    return [
        Renamed(table.name, _text(other.get("relation_id")), str(one[table.key]), str(other[table.key]), basis)
        for one, other, basis in pairs
    ]


def _pointed(row: Row, known: Mapping[str, str]) -> Row:
    """The row, with the new identifier of the fact that it refers to."""
    return {**row, POINTER: known.get(str(row[POINTER]), row[POINTER])} if POINTER in row else row


def _equal(table: Table, gone: Sequence[Row], come: Sequence[Row]) -> Iterator[Pair]:
    """The rows that are alone on either side with all cells that are compared."""
    old, new = (_alone(table, rows) for rows in (gone, come))
    for cells in old.keys() & new.keys():
        yield old[cells], new[cells], basis(table, old[cells], new[cells])


def _alone(table: Table, rows: Sequence[Row]) -> dict[Hashable, Row]:
    """The rows by all their cells but the key, those that are alone with them."""
    lists = [column.name for column in table.columns if column.type == "list<string>"]
    keyed = [(tuple(_hashable(table, row, lists).values()), row) for row in rows]
    count = Counter(cells for cells, _ in keyed)
    return {cells: row for cells, row in keyed if count[cells] == 1}


def _hashable(table: Table, row: Row, lists: Sequence[str]) -> Row:
    return {**row, table.key: None, **{name: tuple(row[name] or ()) for name in lists if name in row}}  # type: ignore[arg-type]


def _likely(table: Table, gone: Sequence[Row], come: Sequence[Row]) -> Iterator[Pair]:
    """The pairs that fit best, each row once; a row that fits two others equally well is left."""
    groups: dict[Hashable, list[Row]] = defaultdict(list)
    for row in come:
        for group in _groups(table, row):
            groups[group].append(row)
    sides: dict[Hashable, list[Row]] = defaultdict(list)
    for row in gone:
        for group in _groups(table, row):
            if group in groups:
                sides[group].append(row)
    fits: dict[tuple[int, int], tuple[Match, Row, Row]] = {}
    for one, other in islice(_pairs(sides, groups), MOST):
        if (id(one), id(other)) not in fits and (match := fitting(table, one, other)):
            fits[id(one), id(other)] = match, one, other
    yield from _best(table, list(fits.values()))


def _pairs(gone: Mapping[Hashable, list[Row]], come: Mapping[Hashable, list[Row]]) -> Iterator[tuple[Row, Row]]:
    """The pairs of rows that share a group, but for the largest groups."""
    for group, rows in gone.items():
        if len(rows) * len(come[group]) <= CROWD:
            yield from product(rows, come[group])


def _groups(table: Table, row: Row) -> list[Hashable]:
    """What rows must share to be compared: relation and `same` columns; people the state and any word of a name."""
    if table.identity is None:
        names = [row["name"], *(row["aliases"] or ())]  # type: ignore[misc]
        words = {word for name in names for word in str(name).casefold().split()}
        return [(row["state_iso3"], word) for word in sorted(words)]
    cells = (row[name] for name in table.identity.same)
    return [(row["relation_id"], *(cell.casefold() if isinstance(cell, str) else cell for cell in cells))]


def _best(table: Table, fits: Sequence[tuple[Match, Row, Row]]) -> Iterator[Pair]:
    """The pairs in order of fit, while both rows are free and neither fits another free row equally well."""
    taken: set[int] = set()
    by_score: dict[float, list[tuple[Match, Row, Row]]] = defaultdict(list)
    for fit in fits:
        by_score[fit[0].score].append(fit)
    for score in sorted(by_score, reverse=True):
        free = [fit for fit in by_score[score] if not taken & {id(fit[1]), id(fit[2])}]
        count = Counter(id(row) for _, one, other in free for row in (one, other))
        for match, one, other in sorted(free, key=lambda fit: str(fit[1][table.key])):
            if count[id(one)] == count[id(other)] == 1:
                yield one, other, match.basis
        taken |= count.keys()


def _text(value: object) -> str | None:
    return None if value is None else str(value)
