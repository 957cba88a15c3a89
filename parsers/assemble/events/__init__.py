"""Events: each dated statement exactly once, with the fact that another table has of it.

A dated statement is a sentence (list item, row, field) and a date in it. It belongs to the row of the first of the
tables below that states a fact there at that date; all statements of one fact row are one event. A dated fact row
makes an event itself where no `events` fact has its statement. Two facts of one sentence at one date are one event,
of the first table. A date that a sentence only takes over from another one is no dated statement of its own where
that other one has an event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from parsers.assemble.events.links import Group, linked
from parsers.assemble.events.made import event_of
from parsers.assemble.likeness import Likeness, phrase_likeness
from parsers.assemble.merge import merge
from parsers.assemble.row import Merged
from parsers.assemble.stated import Span, Stated
from parsers.assemble.timing import is_fine, length, overlap
from parsers.tables import table

PRIORITY = (
    "ties", "missions", "visits", "meetings", "agreements", "partnerships", "memberships", "aid", "trade",
    "investments", "positions", "envoys", "institutions",
)  # fmt: skip
"""The table that has a statement which several have, first to last; those not named here come last, by name."""


def event_rows(
    stated: Sequence[Stated], facts: Mapping[str, Sequence[Merged]], pair: Sequence[str] = ()
) -> list[Merged]:
    """The rows of events from the `events` facts and the identified rows of the other tables; no identifiers yet.

    `pair` are the codes of the article's two states.
    """
    rows = [row for name in _order(facts) for row in facts[name]]
    names = {row.row_id: str(row.values["name"]) for row in facts.get("institutions", ()) if row.values.get("name")}
    bound, unbound = linked(_by_statement(stated), rows)
    events = [event_of(group, row, pair) for row, groups in zip(rows, bound, strict=True) for group in _apart(groups)]
    known = _Known(events, names)
    for row in merge(table("events"), (_other(one) for group in unbound for one in group)):
        known.add(_unlinked(row))
    told = _Told(events)
    for row, groups in zip(rows, bound, strict=True):
        if row.date is not None and not groups and not told.has(row):
            events.append(event_of([one for one in row.members if overlap(one.date, row.date)], row, pair))
            told.add(events[-1])
    return events


def _order(facts: Mapping[str, Sequence[Merged]]) -> list[str]:
    return sorted(facts, key=lambda name: (PRIORITY.index(name) if name in PRIORITY else len(PRIORITY), name))


def _by_statement(stated: Sequence[Stated]) -> list[Group]:
    """The facts by dated statement: those of one sentence, one date and one entry of what it counts up together."""
    groups: dict[tuple[object, ...], Group] = {}
    for one in stated:
        entry = one.values.get("description") if one.fact.table == "events" else None
        groups.setdefault((one.statement, one.date.edtf if one.date else one.fact.start, entry), []).append(one)
    return list(groups.values())


def _apart(groups: list[Group]) -> Iterator[Group]:
    """The statements of one row as events: one, unless dates contradict (a post opened, and closed)."""
    left = sorted((one for group in groups for one in group), key=lambda one: (length(one.date), one.fact.start))
    while left:
        first = left[0].date
        yield [one for one in left if overlap(one.date, first)]
        left = [one for one in left if not overlap(one.date, first)]


class _Known:
    """The events, those of facts by what they say and when, so that what no table has is told with them.

    `names` are those of the institutions by their row's identifier.
    """

    def __init__(self, events: list[Merged], names: Mapping[str, str]) -> None:
        self._events, self._names = events, names
        self._precise: dict[int, list[tuple[int, Stated]]] = defaultdict(list)
        """The statements of precise dates, by the years in which these lie."""
        self._founded: dict[str, list[tuple[int, str]]] = defaultdict(list)
        for number, event in enumerate(events):
            self._note(number, event.members)

    def _note(self, number: int, members: Iterable[Stated]) -> None:
        name = self._names.get(str(self._events[number].values["fact_id"]))
        for one in members:
            for year in _fine_years(one):
                self._precise[year].append((number, one))
            if one.date is not None and name is not None:
                self._founded[one.date.edtf].append((number, name.casefold()))

    def add(self, row: Merged) -> None:
        """Adds an event that no table has, or its statements to the first that says the same of the same time."""
        one = row.members[0]
        number = min(chain(self._repeated(one), self._told_of(one)), default=None)
        if number is None:
            self._events.append(row)
            return
        event = self._events[number]
        self._events[number] = replace(event, members=(*event.members, *row.members))
        self._note(number, row.members)

    def _repeated(self, one: Stated) -> Iterator[int]:
        """The events of which the statement repeats one: a precise date that overlaps, the same words of content."""
        for number, member in chain.from_iterable(self._precise[year] for year in _fine_years(one)):
            if (
                overlap(one.date, member.date)
                and one.statement != member.statement
                and phrase_likeness(one.text, member.text, one.parties) >= Likeness.ALIKE
            ):
                yield number

    def _told_of(self, one: Stated) -> Iterator[int]:
        """The events that are the founding, at the statement's date, of an institution that it names."""
        founded = self._founded.get(one.date.edtf, ()) if one.date is not None else ()
        return (number for number, name in founded if name in one.text.casefold())


def _fine_years(one: Stated) -> set[int]:
    """The years of a precise date, of which it may have two; none of another date."""
    date = one.date
    if date is None or date.start is None or date.end is None or not is_fine(date):
        return set()
    return {date.start.year, date.end.year}


class _Told:
    """The dated statements that events have: by sentence and date, and the dates alone."""

    def __init__(self, events: Iterable[Merged]) -> None:
        self.statements: set[tuple[Span, str]] = set()
        self.dates: set[str] = set()
        for event in events:
            self.add(event)

    def add(self, event: Merged) -> None:
        for one in event.members:
            if one.date is not None:
                self.statements.add((one.statement, one.date.edtf))
                self.dates.add(one.date.edtf)

    def has(self, row: Merged) -> bool:
        """Whether a row's dated statement is among them, or its sentences only take the date over from one that is."""
        dated = [(one, one.date.edtf) for one in row.members if one.date is not None]
        if any((one.statement, edtf) in self.statements for one, edtf in dated):
            return True
        inherited = all((one.fact.date_text or "") not in one.text for one, _ in dated)
        return inherited and row.date is not None and row.date.edtf in self.dates


def _other(one: Stated) -> Stated:
    """A statement that no other table has."""
    return replace(
        one, values={**one.values, "kind": "other", "description": one.values.get("description") or one.text}
    )


def _unlinked(row: Merged) -> Merged:
    values = {name: value for name, value in row.values.items() if name not in ("fact_table", "fact_id")}
    return Merged(row.table, row.members, values)
