"""Statements that take a known visitor, at the time of a known visit, to a third state instead.

No rule makes a visit to a third state a row, so these are found in the statements. Not read: a tour of which the
visit to the partner is read from the same statement, a pronoun for the visitor, dates longer than a month.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from parsers.assemble.conflicts.disagreement import Disagreement, saying
from parsers.assemble.likeness import Likeness, name_parts, person_likeness
from parsers.assemble.row import Merged
from parsers.assemble.timing import is_fine, overlap
from parsers.language.mention import DateValue
from parsers.language.modality import happened
from parsers.language.reading import Reading, Statement, lies_in, named
from parsers.language.sides import is_foreign
from parsers.phrases.journeys.journeys import is_destination, subjects
from parsers.phrases.journeys.legs import legs
from parsers.phrases.journeys.verbs import WENT

Trip = tuple[str, str, DateValue]


def elsewhere(reading: Reading, visits: Sequence[Merged]) -> Iterator[Disagreement]:
    """The visits whose visitor another statement sends to a third state at the same time."""
    visited = _by_name(visits)
    for statement in reading.statements if visited else ():
        for row, iso3 in _contradicted(statement, _told_elsewhere(statement, visited)):
            held, texts = str(row.values["receiving_iso3"]), (saying(row, "receiving_iso3").text, statement.text)
            yield Disagreement("visits", row.row_id, "third state", "receiving_iso3", held, iso3, *texts)


def _by_name(visits: Sequence[Merged]) -> Mapping[str, list[Merged]]:
    """The visits of named people that are dated by the month or finer, by each part of the name."""
    visited: dict[str, list[Merged]] = defaultdict(list)
    for row in visits:
        if row.values.get("visitor") and is_fine(row.date):
            for part in name_parts(str(row.values["visitor"])):
                visited[part].append(row)
    return visited


def _contradicted(statement: Statement, rows: Sequence[Merged]) -> Iterator[tuple[Merged, str]]:
    """Those of some visits whose visitor a statement sends elsewhere, each with the state."""
    trips = _trips(statement) if rows else ()
    return ((row, iso3) for visitor, iso3, date in trips for row in rows if _same_trip(row, visitor, date))


def _told_elsewhere(statement: Statement, visited: Mapping[str, Sequence[Merged]]) -> list[Merged]:
    """The visits, by parts of the visitors' names, of those that a statement may name, but for its own visits."""
    parts = {part for name in map(named, statement.of("person")) if name for part in name_parts(name)}
    rows = {row.row_id: row for part in sorted(parts) for row in visited.get(part, ())}
    own = statement.start, statement.end
    return [row for row in rows.values() if all(member.statement != own for member in row.members)]


def _same_trip(row: Merged, visitor: str, date: DateValue) -> bool:
    same = person_likeness(str(row.values["visitor"]), visitor) is Likeness.SAME
    return same and is_fine(date) and overlap(row.date, date)


def _trips(statement: Statement) -> Iterator[Trip]:
    """The named visitors of a statement that go to third states only, with state and date."""
    for match in WENT.find(statement):
        if not is_destination(match):
            continue
        at = match.verb[0]
        visitors = [name for name in map(named, subjects(statement, at)) if name]
        for stop in legs(match) if happened(statement, at, match.end) else ():
            iso3 = lies_in(stop.to, statement.context.pair)
            for date in stop.dates or (statement.when(at),):
                if iso3 and is_foreign(stop.to, statement.context) and date and isinstance(date.value, DateValue):
                    yield from ((name, iso3, date.value) for name in visitors)
