"""Repeated statements of one fact → one row.

Each statement goes to the one row that it is most like, in order of precision of date, then of place, so that “(2014)”
finds “May 2014” already there, and joins one of two trips of that year. A row is joined only by a statement that
contradicts none of its statements: likeness is not handed on from one to the next (a surname may be the father's or the
son's, who are not each other).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from parsers.assemble.likeness import Likeness
from parsers.assemble.row import Merged
from parsers.assemble.sameness import compare, shared
from parsers.assemble.stated import Stated
from parsers.assemble.timing import length
from parsers.assemble.words import content_words, person_words, vague, words
from parsers.tables import Table

_NEXT = 1
"""Characters between two sentences of one paragraph; between paragraphs there are more."""
_MANY = 10
"""Years from which a date is compared with all others."""
_MOST_COMPARED = 16
"""Statements of one row, the most precise, to which another is compared; few facts are told more often in an
article."""


def merge(table: Table, statements: Iterable[Stated]) -> list[Merged]:
    """The rows of one table from its statements, in order of precision of date, then of place; no identifiers yet."""
    ordered = sorted(statements, key=lambda one: (length(one.date), one.fact.start, one.fact.end, one.fact.rule_id))
    groups, undone = _Groups(table), _undone(table, ordered)
    for statement in ordered:
        place = groups.place_of(statement)
        near = [group for group in groups.open_to(place) if not _is_past(undone, group, statement)]
        home = _home(table, near, statement)
        if home is None:
            groups.begin(statement, place)
        else:
            home.append(statement)
    return [merged(table, group) for group in groups.all]


Place = tuple[tuple[object, ...], range | None]
"""What a statement must share with another, and the years that tell it from those of others."""


class _Groups:
    """The statements of each row to be, found by what another one must share with the first of them: see `shared`."""

    def __init__(self, table: Table) -> None:
        self._table = table
        self.all: list[list[Stated]] = []
        self._by_shared: dict[tuple[object, ...], dict[int | None, list[int]]] = defaultdict(lambda: defaultdict(list))

    def place_of(self, statement: Stated) -> Place:
        """Where a statement is looked for, and is found from then on."""
        return shared(self._table, statement), self._years(statement)

    def begin(self, statement: Stated, place: Place) -> None:
        """A row of its own for a statement."""
        key, years = place
        of_year = self._by_shared[key]
        for year in years or (None,):
            of_year[year].append(len(self.all))
        self.all.append([statement])

    def open_to(self, place: Place) -> list[list[Stated]]:
        """The groups that a statement may belong to, in order: those that begin with none of another year."""
        key, years = place
        of_year = self._by_shared.get(key)
        if of_year is None:
            return []
        near = (of_year.get(year, ()) for year in (*years, None)) if years else of_year.values()
        return [self.all[number] for number in sorted({number for numbers in near for number in numbers})]

    def _years(self, statement: Stated) -> range | None:
        """The years that tell a statement from those of others; null where its date does not, or reaches too far."""
        date = statement.date if self._table.identity and self._table.identity.dated else None
        if date is None or date.start is None or date.end is None or date.end.year - date.start.year > _MANY:
            return None
        return range(date.start.year, date.end.year + 1)


def _undone(table: Table, statements: Sequence[Stated]) -> dict[int, int]:
    """Where the next sentence undoes what an undated statement tells, by the statement's `id`."""
    turns = table.identity.turns if table.identity is not None else ()
    if table.identity is None or not turns:
        return {}
    column = table.identity.same[0]
    return {
        id(one): after.start
        for one in statements
        if one.date is None
        for after in statements
        if 0 <= after.start - one.end <= _NEXT and (one.values.get(column), after.values.get(column)) in turns
    }


def _is_past(undone: dict[int, int], group: Sequence[Stated], statement: Stated) -> bool:
    """Whether a statement comes after what undid one of the group, or the other way round."""
    return bool(undone) and any(
        undone.get(id(one), other.start) < other.start
        for member in group
        for one, other in ((member, statement), (statement, member))
    )


def merged(table: Table, group: Sequence[Stated]) -> Merged:
    """One row from the statements of one fact; the first is the one that the row follows."""
    if len(group) == 1:
        only = group[0].values
        return Merged(table, tuple(group), {name: only[name] for name in table.own if only.get(name) is not None})
    said = {name for member in group for name in member.values}
    values = {name: _chosen(table, name, group) for name in table.own if name in said}
    return Merged(table, tuple(group), {name: value for name, value in values.items() if value is not None})


def _home(table: Table, groups: Sequence[list[Stated]], statement: Stated) -> list[Stated] | None:
    """The row that a statement belongs to, or null: the likest, then one new to its list, then the earliest."""
    found = [(likeness, group) for group in groups if (likeness := _likeness(table, group, statement))]
    if len(found) < 2:
        return found[0][1] if found else None
    return min(found, key=lambda candidate: _rank(candidate[0], candidate[1], statement))[1]


def _rank(likeness: Likeness, group: Sequence[Stated], statement: Stated) -> tuple[object, ...]:
    listed = any(member.listed == statement.listed and member.statement != statement.statement for member in group)
    first = group[0].date
    same_day = first is not None and statement.date is not None and first.edtf == statement.date.edtf
    begins = first.start.toordinal() if first and first.start else 10**7
    return -likeness, listed, not same_day, begins, group[0].fact.start


def _likeness(table: Table, group: Sequence[Stated], statement: Stated) -> Likeness | None:
    """The best likeness to a statement of the row; null where one excludes it, or none speaks for it."""
    best = Likeness.OPEN
    for member in group[:_MOST_COMPARED]:
        found = compare(table, member, statement)
        if found is Likeness.DIFFERENT:
            return None
        best = max(best, found)
    return best if best > Likeness.OPEN else None


def _chosen(table: Table, name: str, group: Sequence[Stated]) -> object:
    """The value of one column: the fullest name, the category that says most or was so last, else the first stated."""
    stated = [member.values[name] for member in group if member.values.get(name) is not None]
    if len(stated) < 2:
        return stated[0] if stated else None
    if table.identity is not None and name in table.identity.similar:
        return max(stated, key=lambda value: (_fullness(value), sum(value == other for other in stated)))
    telling = [value for value in stated if value not in vague(table.name, name)] if isinstance(stated[0], str) else []
    if telling and table.identity is not None and name in table.identity.latest:
        return _last([member for member in group if member.values.get(name) in telling]).values[name]
    return (telling or stated)[0]


def _last(group: Sequence[Stated]) -> Stated:
    """The statement that tells how things were last: an undated one behind the latest dated one, else that one."""
    dated = [member for member in group if _times(member)]
    if not dated:
        return group[0]
    latest = max(dated, key=lambda member: (max(_times(member)), member.fact.start))
    behind = [member for member in group if not _times(member) and member.fact.start > latest.fact.start]
    return max(behind, key=lambda member: member.fact.start) if behind else latest


def _times(member: Stated) -> list[str]:
    """The dates that a statement has in its columns, and its own."""
    stated = [str(value) for name, value in member.values.items() if name.endswith("_edtf") and value]
    return [*stated, member.date.edtf] if member.date is not None else stated


def _fullness(value: object) -> tuple[int, int]:
    """How much a name says: words of content, then all words (names of a list first by their number)."""
    if isinstance(value, list):
        return len(value), sum(len(person_words(str(name))) for name in value)
    return len(content_words(str(value))), len(words(str(value)))
