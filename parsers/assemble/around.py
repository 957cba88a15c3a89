"""What stands around people's names in an article: the statements, the others named there, the trips and meetings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.assemble.appearances import Appearance
from parsers.assemble.persons import Person
from parsers.assemble.row import Merged
from parsers.document.model import Span
from parsers.language.antecedents import last_told
from parsers.language.reading import Reading, Statement
from parsers.language.sides import facing, is_side

NEAR = 60
"""Characters before a name in which what leads to it is looked for."""


@dataclass(frozen=True)
class Around:
    """An article's text and pair of states, its people, by statement, by name and by where a name begins, statements,
    meetings and visits by where they stand.
    """

    reading: Reading
    people: Sequence[Person]
    at: Mapping[Span, tuple[tuple[int, Appearance], ...]]
    named: Mapping[str, set[int]]
    begun: Mapping[int, int]
    statements: Mapping[Span, Statement]
    rows: Mapping[Span, Sequence[Merged]]

    def facing(self, iso3: str | None) -> str | None:
        """The other side, where the code is of one."""
        return facing(iso3, self.reading.pair) if is_side(iso3, self.reading.pair) else None


def around(reading: Reading, people: Sequence[Person], found: Mapping[str, Sequence[Merged]]) -> Around:
    """What stands around the people of an article, of whom and of what its tables say the rows are."""
    statements = {(one.start, one.end): one for one in reading.statements}
    begun = {one.whole[0]: number for number, person in enumerate(people) for one in person.appearances}
    return Around(reading, people, _by_statement(people), _by_name(people), begun, statements, _by_place(found))


def again(article: Around, people: Sequence[Person]) -> Around:
    """The same with the states that the people have got since."""
    return replace(article, people=people, at=_by_statement(people))


def _by_place(found: Mapping[str, Sequence[Merged]]) -> Mapping[Span, Sequence[Merged]]:
    """The meetings and visits that each statement tells."""
    rows: dict[Span, list[Merged]] = defaultdict(list)
    for row in (*found.get("meetings", ()), *found.get("visits", ())):
        for span in {member.statement for member in row.members}:
            rows[span].append(row)
    return rows


def _by_name(people: Sequence[Person]) -> Mapping[str, set[int]]:
    """The numbers of the persons that each name is a form of."""
    named: dict[str, set[int]] = defaultdict(set)
    for number, person in enumerate(people):
        for one in person.appearances:
            named[one.name].add(number)
    return named


def _by_statement(people: Sequence[Person]) -> Mapping[Span, tuple[tuple[int, Appearance], ...]]:
    """The appearances of each statement in order of place, each with the number of its person."""
    at: dict[Span, list[tuple[int, Appearance]]] = {}
    for number, person in enumerate(people):
        for one in person.appearances:
            at.setdefault(one.statement, []).append((number, one))
    return {span: tuple(sorted(those, key=lambda known: known[1].start)) for span, those in at.items()}


def lead_of(article: Around, one: Appearance) -> str:
    """What stands right before a name and its titles in the statement."""
    start = max(one.statement[0], one.whole[0] - NEAR)
    return article.reading.document.text[start : one.whole[0]]


def before_of(article: Around, number: int, one: Appearance) -> Appearance | None:
    """The last appearance of somebody else before, in the same statement."""
    others = [form for other, form in article.at[one.statement] if other != number and form.whole[1] <= one.whole[0]]
    return others[-1] if others else None


def behind_of(article: Around, number: int, one: Appearance) -> Appearance | None:
    """The first appearance of somebody else behind, in the same statement."""
    others = (form for other, form in article.at[one.statement] if other != number and form.whole[0] >= one.whole[1])
    return next(others, None)


def told_before(article: Around, one: Appearance) -> str | None:
    """The state of the person whom the sentences before tell of: of "he" where the statement names nobody before."""
    statement = article.statements.get(one.statement)
    last = last_told(statement) if statement is not None else None
    if last is None:
        return None
    number = article.begun.get(last.start)
    return article.people[number].state if number is not None else None
