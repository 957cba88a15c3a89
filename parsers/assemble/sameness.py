"""Whether two statements are of the same fact, from the table's `Identity` alone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from parsers.assemble.likeness import Likeness, list_likeness, person_likeness, phrase_likeness, respelt_place
from parsers.assemble.stated import Stated
from parsers.assemble.timing import contradict, is_fine, overlap
from parsers.assemble.words import single, vague, words
from parsers.tables import Identity, Table
from parsers.tables.declaration import CODE

NUMBERS = (int, float)
_REMARKS = ("value_text", "approximate", "person_id")


def compare(table: Table, one: Stated, other: Stated) -> Likeness:
    """How alike two statements of a table are.

    DIFFERENT: they exclude each other. OPEN: nothing speaks for or against. UNSAID: the same, though a name is unsaid.
    ALIKE and SAME: the names agree. Dates that contradict, and values of `same` columns that differ, always exclude.
    A `compatible` column may differ only where a person's name and a precise date agree: then it is a conflict.
    """
    identity = _identity(table)
    if _told_twice(identity, one, other) or (identity.dated and contradict(one.date, other.date)):
        return Likeness.DIFFERENT
    if any(not equal(one.values.get(name), other.values.get(name)) for name in identity.same):
        return Likeness.DIFFERENT
    if not identity.similar:
        return Likeness.DIFFERENT if _incompatible(table, one, other) else Likeness.SAME
    named = _names(table, one, other)
    if named is Likeness.DIFFERENT or (_incompatible(table, one, other) and not _surely(table, named, one, other)):
        return Likeness.DIFFERENT
    if named >= Likeness.ALIKE:
        return named
    return Likeness.UNSAID if named is Likeness.UNSAID or _grounded(table, one, other) else Likeness.OPEN


def shared(table: Table, one: Stated) -> tuple[object, ...]:
    """What a statement must share with another to be compared: its `same` columns, all numbers standing for each other.

    `compare` finds statements DIFFERENT that differ here.
    """
    return tuple([_shared(one.values.get(name)) for name in _identity(table).same])


def _shared(value: object) -> object:
    if value is None:
        return None
    if isinstance(value, str):
        return value.casefold()
    if isinstance(value, NUMBERS):
        return float
    return tuple(value) if isinstance(value, list) else value


def _told_twice(identity: Identity, one: Stated, other: Stated) -> bool:
    """Whether one rule read two facts from one sentence: of different titles or cities, or dates that identify."""
    if one.statement != other.statement or one.fact.rule_id != other.fact.rule_id:
        return False
    dates = [side.date.edtf if identity.dated and side.date else None for side in (one, other)]
    return differ(*dates) or any(differ(one.values.get(name), other.values.get(name)) for name in ("title", "city"))


def equal(one: object, other: object) -> bool:
    """Whether two values are equal; two nulls are, numbers up to rounding in their storage."""
    if one is other:
        return True
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    if isinstance(one, NUMBERS) and isinstance(other, NUMBERS):
        return abs(one - other) <= 1e-9 * max(abs(one), abs(other))
    return one == other


def is_person(table: Table, column: str) -> bool:
    """Whether a column holds people's names: a list of participants, or the name beside a person_id."""
    if table.types[column] == "list<string>":
        return True
    return column in ("visitor", "name") and "person_id" in table.types


def _likeness(table: Table, column: str, one: Stated, other: Stated) -> Likeness:
    """How alike two values of a `similar` column are; UNSAID where one is null or names nothing."""
    left, right = one.values.get(column), other.values.get(column)
    if left is None or right is None:
        return Likeness.UNSAID
    if isinstance(left, list) and isinstance(right, list):
        if names_only_states(left) or names_only_states(right):
            return Likeness.UNSAID
        other_company = len(left) != len(right) and _passing(one, other)
        return Likeness.DIFFERENT if other_company else list_likeness(left, right)
    if is_person(table, column):
        return person_likeness(str(left), str(right))
    found = phrase_likeness(str(left), str(right), one.parties)
    return Likeness.ALIKE if found is Likeness.DIFFERENT and _single(table, one, other) else found


def names_only_states(names: object) -> bool:
    """Whether a list names no people but the states they came for ("a meeting was held between Chad and Taiwan")."""
    return isinstance(names, list) and all(re.fullmatch(CODE, str(name)) for name in names)


def _for_states(table: Table, one: Stated, other: Stated) -> bool:
    """Whether a side names only the states that met, so that what else it leaves unsaid speaks against nothing."""
    lists = [side.values.get(name) for name in _identity(table).similar for side in (one, other)]
    return any(names_only_states(names) for names in lists)


def _passing(one: Stated, other: Stated) -> bool:
    """Whether one is dated by an interval and the other by a part of it: a meeting on one day of a visit."""
    dates = [date for date in (one.date, other.date) if date is not None]
    return len(dates) == 2 and dates[0].edtf != dates[1].edtf and "interval" in {date.precision for date in dates}


def _single(table: Table, one: Stated, other: Stated) -> bool:
    """Whether both are of a kind that two states make one of at a time, at one precise date."""
    if one.date != other.date or not is_fine(one.date):
        return False
    kinds = [name for name in table.names if one.values.get(name) and one.values.get(name) == other.values.get(name)]
    return any(str(one.values[name]) in single(table.name, name) for name in kinds)


def _identity(table: Table) -> Identity:
    if table.identity is None:
        raise ValueError(f"table {table.name} has no identity: its rows are not merged")
    return table.identity


def _names(table: Table, one: Stated, other: Stated) -> Likeness:
    """The likeness of the names: the first `similar` column decides; another only where the first is unsaid.

    UNSAID: another column agrees in its stead. OPEN: no column is said on both sides.
    """
    first, *others = _identity(table).similar
    found = _likeness(table, first, one, other)
    if found is not Likeness.UNSAID:
        return found
    stand_ins = [_likeness(table, name, one, other) for name in others]
    said = [stand_in for stand_in in stand_ins if stand_in is not Likeness.UNSAID]
    if Likeness.DIFFERENT in said:
        return Likeness.DIFFERENT
    return Likeness.UNSAID if said and _nothing_differs(table, one, other) else Likeness.OPEN


def _incompatible(table: Table, one: Stated, other: Stated) -> bool:
    """Whether a `compatible` column differs, or, where titles identify, a category outside the identity does."""
    identity = _identity(table)
    if any(_differs_as_spelt(one.values.get(name), other.values.get(name)) for name in identity.compatible):
        return True
    if not identity.similar or is_person(table, identity.similar[0]):
        return False
    return any(_category_differs(table, name, one, other) for name in _others(table))


def _category_differs(table: Table, name: str, one: Stated, other: Stated) -> bool:
    values = one.values.get(name), other.values.get(name)
    if table.types[name] != "category" or not differ(*values):
        return False
    return vague(table.name, name).isdisjoint(map(str, values))


def _surely(table: Table, named: Likeness, one: Stated, other: Stated) -> bool:
    """Whether a person's name and a precise date agree, so that any other difference is one about the same fact."""
    person = is_person(table, _identity(table).similar[0])
    sure = named >= Likeness.ALIKE and person and overlap(one.date, other.date)
    return sure and is_fine(one.date) and is_fine(other.date)


def _grounded(table: Table, one: Stated, other: Stated) -> bool:
    """Whether two statements are the same though a name is unsaid: by a figure, or by date and nothing against it."""
    identity = _identity(table)
    if any(one.values.get(name) is not None for name in _numeric(table, identity.same)):
        return True
    if overlap(one.date, other.date) and any(
        _say_alike(name, one, other) for name in _numeric(table, identity.compatible)
    ):
        return True
    agreed = _for_states(table, one, other) or all(
        equal(one.values.get(name), other.values.get(name)) for name in identity.compatible
    )
    return agreed and _nothing_differs(table, one, other) and _dates_agree(table, one, other)


def _dates_agree(table: Table, one: Stated, other: Stated) -> bool:
    """Whether the dates of two statements make them one: as precise ones, or the very same of two that name nothing."""
    named = [any(_names_it(table, name, side) for name in _identity(table).similar) for side in (one, other)]
    if any(named) and not all(named) and _only_of_kind(table, *((other, one) if named[0] else (one, other))):
        return False
    nameless = not any(named)
    if one.date is None and other.date is None:
        return nameless
    fine = is_fine(one.date) and is_fine(other.date)
    return overlap(one.date, other.date) and (fine or (nameless and one.date == other.date))


def _only_of_kind(table: Table, nameless: Stated, named: Stated) -> bool:
    """Whether a side that only its kind names is of another kind than one with a name is said to be: "a communiqué"
    beside "Agreement on Tuna", but "an agreement" beside "Treaty of Amity".
    """
    kinds = nameless.values.get("kind"), named.values.get("kind")
    return "kind" in _others(table) and differ(*kinds) and str(kinds[0]) not in vague(table.name, "kind")


def _numeric(table: Table, columns: Iterable[str]) -> Iterator[str]:
    """Those of some columns that hold numbers."""
    return (name for name in columns if table.types[name] in ("int", "float"))


def _say_alike(column: str, one: Stated, other: Stated) -> bool:
    """Whether both say the same of a column, and not nothing."""
    return one.values.get(column) is not None and one.values.get(column) == other.values.get(column)


def _names_it(table: Table, column: str, side: Stated) -> bool:
    """Whether a column names anything: a title of general words alone does not."""
    return _likeness(table, column, side, side) is not Likeness.UNSAID


def _nothing_differs(table: Table, one: Stated, other: Stated) -> bool:
    """Whether no column outside the identity is said on both sides and differs."""
    return all(_agree(table, name, one.values.get(name), other.values.get(name)) for name in _others(table))


def _agree(table: Table, name: str, one: object, other: object) -> bool:
    if not differ(one, other):
        return True
    if table.types[name] == "category":
        return not vague(table.name, name).isdisjoint((str(one), str(other)))
    if isinstance(one, list) and isinstance(other, list):
        return list_likeness(one, other) is not Likeness.DIFFERENT
    return isinstance(one, str) and phrase_likeness(one, str(other)) >= Likeness.ALIKE


def _others(table: Table) -> list[str]:
    """The own columns outside the identity that say something of the fact."""
    identity = _identity(table)
    known = {*identity.same, *identity.compatible, *identity.similar, *_REMARKS}
    return [name for name in table.own if name not in known and not name.endswith(("_name", "_edtf"))]


def differ(one: object, other: object) -> bool:
    """Whether two values are both said and not equal."""
    return one is not None and other is not None and not equal(one, other)


def _differs_as_spelt(one: object, other: object) -> bool:
    """Whether two values differ beyond their spelling: "Teheran" and "Tehran" are one city."""
    if isinstance(one, str) and isinstance(other, str) and words(one):
        return not respelt_place(one, other)
    return differ(one, other)
