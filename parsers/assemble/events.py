"""Events: each dated statement exactly once, with the fact that another table has of it.

A dated statement is a sentence (list item, row, field) and a date in it. It belongs to the row of the first of the
tables below that states a fact there at that date; all statements of one fact row are one event. A dated fact row
makes an event itself where no `events` fact has its statement. Two facts of one sentence at one date are one event,
of the first table. A date that a sentence only takes over from another one is no dated statement of its own where
that other one has an event.

`plover_type` and `plover_mode` follow PLOVER, the Political Language Ontology for Verifiable Event Records of the
Open Event Data Alliance (https://github.com/openeventdata/PLOVER), by `plover.yaml`.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from parsers.assemble.likeness import Likeness, phrase_likeness
from parsers.assemble.merge import merge, merged
from parsers.assemble.row import Merged
from parsers.assemble.sameness import names_only_states
from parsers.assemble.stated import Stated
from parsers.assemble.timing import FINE, length, overlap
from parsers.assemble.words import read_yaml
from parsers.language.mention import DateValue
from parsers.tables import table
from parsers.tables.events import KINDS

PRIORITY = (
    "ties", "missions", "visits", "meetings", "agreements", "partnerships", "memberships", "aid", "trade",
    "investments", "positions", "envoys", "institutions",
)  # fmt: skip
"""The table that has a statement which several have, first to last."""

_ACTORS = ("sending", "actor", "donor", "reporter", "from", "holder", "state")
_ROLES = ("actor_", "target")
"""How the columns of an event's roles begin."""
_TARGETS = ("receiving", "object", "recipient", "partner", "to", "about")

_DECADE = 3653
"""Days."""

Group = list[Stated]
Span = tuple[int, int]
Taken = tuple[int, Span]
"""A row, by its number, and a statement of which it already has an event."""
Place = tuple[int, Merged, Stated]
"""A row, with its number, and one of its statements."""


def event_rows(stated: Sequence[Stated], facts: Mapping[str, Sequence[Merged]]) -> list[Merged]:
    """The rows of events from the `events` facts and the identified rows of the other tables; no identifiers yet."""
    rows = [row for name in _order(facts) for row in facts[name]]
    names = {row.row_id: str(row.values["name"]) for row in facts.get("institutions", ()) if row.values.get("name")}
    linked, unlinked = _linked(_by_statement(stated), rows)
    events = [_event(group, row) for row, groups in zip(rows, linked, strict=True) for group in _apart(groups)]
    known = _Known(events, names)
    for row in merge(table("events"), (_other(one) for group in unlinked for one in group)):
        known.add(_unlinked(row))
    told = _Told(events)
    for row, groups in zip(rows, linked, strict=True):
        if row.date is not None and not groups and not told.has(row):
            events.append(_event([one for one in row.members if overlap(one.date, row.date)], row))
            told.add(events[-1])
    return events


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
    if date is None or date.start is None or date.end is None or length(date) > FINE:
        return set()
    return {date.start.year, date.end.year}


def _order(facts: Mapping[str, Sequence[Merged]]) -> list[str]:
    return sorted(facts, key=lambda name: (PRIORITY.index(name) if name in PRIORITY else len(PRIORITY), name))


def _by_statement(stated: Sequence[Stated]) -> list[Group]:
    """The facts by dated statement: those of one sentence, one date and one entry of what it counts up together."""
    groups: dict[tuple[object, ...], Group] = {}
    for one in stated:
        entry = one.values.get("description") if one.fact.table == "events" else None
        groups.setdefault((one.statement, one.date.edtf if one.date else one.fact.start, entry), []).append(one)
    return list(groups.values())


def _told_at(group: Group) -> tuple[Span, DateValue | None]:
    """The sentence and the date, which several groups share that are entries of one sentence."""
    return group[0].statement, group[0].date


def _linked(groups: Sequence[Group], rows: Sequence[Merged]) -> tuple[list[list[Group]], list[Group]]:
    """For each row the dated statements that it has, and those that no row has.

    First binds a sentence from which the row has its date, then one that gives the row the same date as the event, then
    one whose date only overlaps, where nothing else in the sentence has that fact.
    """
    linked: list[list[Group]] = [[] for _ in rows]
    rest: list[Group] = []
    taken: set[Taken] = set()
    places = _places(rows)
    entries = Counter(map(_told_at, groups))
    for group in groups:
        tests = (_dates_it, _same_date)
        several = entries[_told_at(group)] > 1
        at = _first(group, places, taken, *((_told_in, *tests) if several else tests))
        if at is None:
            rest.append(group)
        else:
            linked[at].append(group)
            taken.add((at, group[0].statement))
    unlinked: list[Group] = []
    for group in rest:
        at = _first(group, places, set(), _overlaps)
        if at is None or (at, group[0].statement) in taken:
            unlinked.append(group)
        else:
            linked[at].append(group)
    _hand_on(linked, rows)
    return linked, unlinked


def _hand_on(linked: list[list[Group]], rows: Sequence[Merged]) -> None:
    """Gives a statement that only the two states met to the row that has the named people's own statement.

    That is another row where the people's sentence tells of a trip too.
    """
    for number, row in enumerate(rows):
        vague = [one.statement for one in row.members if names_only_states(one.values.get("participants"))]
        if not vague:
            continue
        named = [one for one in row.members if one.statement not in vague]
        for group in [one for one in linked[number] if one[0].statement in vague]:
            home = next((at for at, groups in enumerate(linked) if at != number and _tells(groups, named)), None)
            if home is not None:
                linked[number].remove(group)
                linked[home].append(group)


def _tells(groups: Sequence[Group], members: Sequence[Stated]) -> bool:
    """Whether one of the dated statements is that of one of the facts, at its date."""
    return any(group[0].statement == one.statement and group[0].date == one.date for group in groups for one in members)


Test = Callable[[Merged, Stated, Stated], bool]


def _told_in(row: Merged, member: Stated, one: Stated) -> bool:
    """Whether the row gets its date here, and its title stands in the event's own entry of the sentence."""
    title = str(row.values.get("title") or "").casefold()
    description = str(one.values.get("description") or "").casefold()
    return bool(title) and title in description and _same_date(row, member, one)


def _dates_it(row: Merged, member: Stated, one: Stated) -> bool:
    return _same_date(row, member, one) and row.date is not None and member.date == row.date


def _same_date(_row: Merged, member: Stated, one: Stated) -> bool:
    return member.date is not None and one.date is not None and member.date.edtf == one.date.edtf


def _overlaps(row: Merged, member: Stated, one: Stated) -> bool:
    """Whether the dates have days in common; relations that lasted more than a decade are not their establishment."""
    lasting = one.date is not None and one.date.precision == "interval" and length(one.date) > _DECADE
    lasting = lasting and row.values.get("kind") == "established"
    return overlap(member.date, one.date) and not (lasting and length(member.date) < _DECADE)


def _places(rows: Sequence[Merged]) -> Mapping[Span, list[Place]]:
    """What the rows have of each statement."""
    found: dict[Span, list[Place]] = defaultdict(list)
    for number, row in enumerate(rows):
        for member in row.members:
            found[member.statement].append((number, row, member))
    return found


def _first(group: Group, places: Mapping[Span, list[Place]], taken: set[Taken], *tests: Test) -> int | None:
    """The number of the first row that has the group's sentence and passes the first test that any row passes.

    A row that already has an event of the sentence is `taken`; it serves only where no other row passes. Of rows of one
    table, that comes first whose cells stand first in the sentence.
    """
    statement = group[0].statement
    for free in (True, False):
        for test in tests:
            found = [
                (row.table.name, _place_of(member), number)
                for number, row, member in places.get(statement, ())
                if free is ((number, statement) not in taken) and test(row, member, group[0])
            ]
            if found:
                return min(one for one in found if one[0] == found[0][0])[2]
    return None


def _place_of(member: Stated) -> int:
    """Where the first of a fact's cells stands in the text; where the fact does, if no cell has a place."""
    return min((start for _, start, _ in member.fact.cells), default=member.fact.start)


def _apart(groups: list[Group]) -> Iterator[Group]:
    """The statements of one row as events: one, unless dates contradict (a post opened, and closed)."""
    left = sorted((one for group in groups for one in group), key=lambda one: (length(one.date), one.fact.start))
    while left:
        first = left[0].date
        yield [one for one in left if overlap(one.date, first)]
        left = [one for one in left if not overlap(one.date, first)]


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


def _event(group: Sequence[Stated], row: Merged) -> Merged:
    """The event of a fact row: who acts upon whom as the row has it, the rest from its own facts first."""
    declared = table("events")
    own = merged(declared, [one for one in group if one.fact.table == "events"])
    told = {name: value for name, value in _of_row(row).items() if value is not None}
    roles = tuple(f"{name.partition('_')[0]}_" for name in told if name in ("actor_iso3", "target_iso3"))
    values = told | {name: value for name, value in own.values.items() if not roles or not name.startswith(roles)}
    if values.get("actor_iso3") == values.get("target_iso3"):
        values = {name: value for name, value in values.items() if not name.startswith("target_")}
    values["description"] = group[0].values.get("description") or group[0].text
    values |= {"kind": _kind(row), "fact_table": row.table.name, "fact_id": row.row_id}
    members = tuple(_with_roles(one, row, values) for one in group)
    return Merged(declared, members, {name: value for name, value in values.items() if value is not None})


def _with_roles(one: Stated, row: Merged, values: Mapping[str, object]) -> Stated:
    """A statement of an event with the places where it says who acts upon whom: those of the fact in that statement,
    and its own where it names the same.
    """
    if one.fact.table != "events":
        return one
    own = [
        cell for cell in one.fact.cells
        if cell[0][:6] not in _ROLES or one.values.get(cell[0]) == values.get(cell[0])
    ]  # fmt: skip
    roles = {f"{name}_{part}": f"{role}_{part}" for role, name in _roles(row).items() for part in ("iso3", "name")}
    told = [
        (roles[column], start, end)
        for member in row.members if member.statement == one.statement
        for column, start, end in member.fact.cells
        if column in roles and values.get(roles[column]) == member.values.get(column)
    ]  # fmt: skip
    known = {column for column, *_ in told}
    cells = [cell for cell in own if cell[0] not in known] + told
    return replace(one, fact=replace(one.fact, cells=tuple(sorted(set(cells)))))


def _kind(row: Merged) -> str:
    """The table in the singular, as its key has it."""
    kind = row.table.key.removesuffix("_id")
    return kind if kind in KINDS else "other"


def _of_row(row: Merged) -> dict[str, object]:
    code = _plover(row)
    values: dict[str, object] = {"city": row.values.get("city") or row.values.get("place")}
    values |= dict(zip(("plover_type", "plover_mode"), code, strict=False))
    for role, name in _roles(row).items():
        values |= {f"{role}_{part}": row.values.get(f"{name}_{part}") for part in ("iso3", "name")}
    return values


def _roles(row: Merged) -> dict[str, str]:
    """The roles of an event's actor and target in a row, where it has such: "sending" and "receiving"."""
    found = (
        (role, next((name for name in names if row.values.get(f"{name}_iso3")), None))
        for role, names in (("actor", _ACTORS), ("target", _TARGETS))
    )
    return {role: name for role, name in found if name is not None}


def _plover(row: Merged) -> list[str]:
    """The PLOVER type and, where there is one, mode of a row; empty where none fits."""
    codes = read_yaml("plover.yaml").get(row.table.name, {})
    found = codes.get(str(row.values.get(codes.get("by", "")))) if "by" in codes else None
    return list(found or codes.get("any", ()))
