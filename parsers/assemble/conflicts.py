"""Merged statements that disagree: in the spelling of a name, in a column that should be compatible, in precise dates.

A shorter form of a name is no disagreement, another spelling of the same word is. The row keeps what it follows; the
other statement is kept beside it.
"""

from __future__ import annotations

from collections.abc import Iterator

from parsers.assemble.identity import identifier, prefix
from parsers.assemble.likeness import respelt
from parsers.assemble.row import Merged, blank
from parsers.assemble.sameness import equal, is_person
from parsers.assemble.stated import Stated
from parsers.assemble.timing import disagree
from parsers.tables import Table, table

_COUNTS = ("count", "quantity")


def conflict_rows(row: Merged, relation_id: str) -> list[dict[str, object]]:
    """The conflicts of one row, each pair of readings once."""
    declared = table("conflicts")
    found: dict[str, dict[str, object]] = {}
    for kind, column, one, other in _disagreements(row):
        readings = one[0], other[0]
        key = identifier(prefix(declared), row.table.name, row.row_id, column, *readings)
        found.setdefault(key, blank(declared, {
            "conflict_id": key, "relation_id": relation_id, "table": row.table.name, "row_id": row.row_id, "kind": kind,
            "column": column, "one": readings[0], "other": readings[1],
            "one_evidence": one[1].text, "other_evidence": other[1].text,
        }))  # fmt: skip
    return list(found.values())


Reading = tuple[str, Stated]


def _disagreements(row: Merged) -> Iterator[tuple[str, str, Reading, Reading]]:
    """Kind, column, what the row holds and what another statement says, each with the statement."""
    identity = row.table.identity
    if identity is None:
        return
    for column in (*identity.similar, *identity.compatible):
        source = _source(row, column)
        if source is None:
            continue
        held = source.values[column]
        for member in row.members:
            said = member.values.get(column)
            if said is not None and _contrary(row.table, column, held, said):
                yield _kind(row.table, column), column, (_shown(held), source), (_shown(said), member)
    for member in row.members if identity.dated else ():
        if member.date and row.date and disagree(row.date, member.date):
            yield "date", "date_edtf", (row.date.edtf, row.dated), (member.date.edtf, member)


def _source(row: Merged, column: str) -> Stated | None:
    """The first statement that says what the row holds in a column."""
    held = row.values.get(column)
    return next((member for member in row.members if held is not None and member.values.get(column) == held), None)


def _contrary(table: Table, column: str, held: object, said: object) -> bool:
    if table.identity and column in table.identity.compatible:
        return not equal(held, said)
    if not is_person(table, column):
        return False
    if isinstance(held, list) and isinstance(said, list):
        return any(respelt(one, other) for one in held for other in said if one not in said and other not in held)
    return respelt(str(held), str(said))


def _kind(table: Table, column: str) -> str:
    if column in _COUNTS:
        return "count"
    return "amount" if table.column(column).type in ("int", "float") or column == "currency" else "name"


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
