"""Statements that disagree, within a row, between two rows, between a row and a statement that made none."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from parsers.assemble.conflicts.between import between
from parsers.assemble.conflicts.disagreement import Disagreement
from parsers.assemble.conflicts.elsewhere import elsewhere
from parsers.assemble.conflicts.resembling import resembling
from parsers.assemble.conflicts.within import within
from parsers.assemble.identity import identifier
from parsers.assemble.persons import Person
from parsers.assemble.row import Merged, blank
from parsers.language.reading import Reading
from parsers.tables import table

__all__ = ["conflict_rows"]


def conflict_rows(
    reading: Reading, found: Mapping[str, Sequence[Merged]], people: Sequence[Person], relation_id: str
) -> list[dict[str, object]]:
    """The conflicts of an article: of a row each reading that disagrees with it, once.

    Where two rows disagree, facts or people, each has the other's reading. Events have none: theirs are those of the
    facts that they stand for.
    """
    declared = table("conflicts")
    rows: dict[str, dict[str, object]] = {}
    for one in _disagreements(reading, found, people):
        place = (one.table, one.row_id) if one.table != "people" else (one.table, one.row_id, relation_id)
        key = identifier(declared.kind, *place, one.column, one.one, one.other)
        rows.setdefault(key, blank(declared, {"conflict_id": key, "relation_id": relation_id, **asdict(one)}))
    return list(rows.values())


def _disagreements(
    reading: Reading, found: Mapping[str, Sequence[Merged]], people: Sequence[Person]
) -> Iterator[Disagreement]:
    """Those within rows, between rows, of rows with other statements, and of people among themselves."""
    for name, rows in found.items():
        if name != "events":
            for row in rows:
                yield from within(row)
    yield from between(found)
    yield from elsewhere(reading, found.get("visits", ()))
    yield from resembling(reading.document, people)
