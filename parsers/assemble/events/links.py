"""Which dated statement belongs to which row of the fact tables."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence

from parsers.assemble.row import Merged
from parsers.assemble.sameness import names_only_states
from parsers.assemble.stated import Span, Stated
from parsers.assemble.timing import length, overlap
from parsers.language.mention import DateValue

_DECADE = 3653
"""Days."""

Group = list[Stated]
Taken = tuple[int, Span]
"""A row, by its number, and a statement of which it already has an event."""
Place = tuple[int, Merged, Stated]
"""A row, with its number, and one of its statements."""


def linked(groups: Sequence[Group], rows: Sequence[Merged]) -> tuple[list[list[Group]], list[Group]]:
    """For each row the dated statements that it has, and those that no row has.

    First binds a sentence from which the row has its date, then one that gives the row the same date as the event, then
    one whose date only overlaps, where nothing else in the sentence has that fact.
    """
    bound: list[list[Group]] = [[] for _ in rows]
    places = _places(rows)
    rest, taken = _bind_dated(groups, places, bound)
    unbound: list[Group] = []
    for group in rest:
        at = _first(group, places, set(), _overlaps)
        if at is None or (at, group[0].statement) in taken:
            unbound.append(group)
        else:
            bound[at].append(group)
    _hand_on(bound, rows)
    return bound, unbound


def _bind_dated(
    groups: Sequence[Group], places: Mapping[Span, list[Place]], bound: list[list[Group]]
) -> tuple[list[Group], set[Taken]]:
    """Binds the statements that give a row its date, or the same one; gives the others, and what rows have of which."""
    rest: list[Group] = []
    taken: set[Taken] = set()
    entries = Counter(map(_told_at, groups))
    for group in groups:
        tests = (_dates_it, _same_date, _has_then)
        several = entries[_told_at(group)] > 1
        at = _first(group, places, taken, *((_told_in, *tests) if several else tests))
        if at is None:
            rest.append(group)
        else:
            bound[at].append(group)
            taken.add((at, group[0].statement))
    return rest, taken


def _told_at(group: Group) -> tuple[Span, DateValue | None]:
    """The sentence and the date, which several groups share that are entries of one sentence."""
    return group[0].statement, group[0].date


def _hand_on(bound: list[list[Group]], rows: Sequence[Merged]) -> None:
    """Gives a statement that only the two states met to the row that has the named people's own statement.

    That is another row where the people's sentence tells of a trip too.
    """
    for number, row in enumerate(rows):
        vague = [one.statement for one in row.members if names_only_states(one.values.get("participants"))]
        if not vague:
            continue
        named = [one for one in row.members if one.statement not in vague]
        for group in [one for one in bound[number] if one[0].statement in vague]:
            home = next((at for at, groups in enumerate(bound) if at != number and _tells(groups, named)), None)
            if home is not None:
                bound[number].remove(group)
                bound[home].append(group)


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


def _has_then(_row: Merged, member: Stated, one: Stated) -> bool:
    """Whether a fact has the date in a column of its own: when the post that it tells of was closed."""
    columns = (name for name in member.values if name.endswith("_edtf"))
    return one.date is not None and any(member.values[name] == one.date.edtf for name in columns)


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
