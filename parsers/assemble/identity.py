"""Stable identifiers: `<singular>-<12 hex of SHA-256>` from what identifies a row, never from its position or wording.

A fact's identifier is made from the table, the relation, the columns of its identity (names without case, accents and
titles of courtesy) and the year or decade of its date. So it survives edits elsewhere in the article, and a better date
in the same year. Rows that would get one identifier are told apart by the month, then the day of the date, then the
`compatible` columns, then the words of the sentence, then an ordinal in order of date; only these change when such a
fellow comes or goes, and none takes the identifier of another.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from hashlib import sha256

from parsers.assemble.row import Merged
from parsers.assemble.sameness import NUMBERS, is_person
from parsers.assemble.timing import stages
from parsers.assemble.words import content_words, person_words, words
from parsers.columnar import DIGITS
from parsers.tables import Table


def identifier(prefix: str, *parts: object) -> str:
    """The prefix and 12 hexadecimal digits of the SHA-256 of the parts.

    >>> identifier("visit", "AZE-CHN", "ilham aliyev", "2014")
    'visit-153736877255'
    """
    return _hashed(prefix, joined(*[part if isinstance(part, str) else _plain(part) for part in parts]))


def identifiers(prefix: str, keys: Iterable[str]) -> list[str]:
    """The identifiers of keys of `joined` parts, each with an ordinal among its equals as its last part.

    >>> twice = identifiers("visit", [joined("AZE-CHN", "2014")] * 2)
    >>> twice == [identifier("visit", "AZE-CHN", "2014", number) for number in (1, 2)]
    True
    """
    seen: dict[str, int] = {}
    found = []
    for key in keys:
        number = seen[key] = seen.get(key, 0) + 1
        found.append(_hashed(prefix, f"{key}\x1f{number}"))
    return found


def joined(*parts: str) -> str:
    """The parts as one text, from which an identifier is made."""
    return "\x1f".join(parts)


def _hashed(prefix: str, key: str) -> str:
    return f"{prefix}-{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"


def numbered(keys: Iterable[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Each key with an ordinal among its equals at its end, so that all differ: 1, then 2 …

    >>> numbered([("a",), ("b",), ("a",)])
    [('a', 1), ('b', 1), ('a', 2)]
    """
    seen: dict[tuple[object, ...], int] = defaultdict(int)
    result = []
    for key in keys:
        seen[key] += 1
        result.append((*key, seen[key]))
    return result


def identified(rows: Sequence[Merged], relation_id: str) -> list[Merged]:
    """The rows of one table with their identifiers, in order of date."""
    based = sorted(((row, _base(row)) for row in rows), key=lambda one: _in_time(*one))
    ordered = [row for row, _ in based]
    keys = _told_apart(ordered, [base for _, base in based], list(_TELLING))
    return [
        Merged(row.table, row.members, row.values, identifier(row.table.kind, row.table.name, relation_id, *key))
        for row, key in zip(ordered, keys, strict=True)
    ]


def normalised(table: Table, column: str, value: object) -> str:
    """A value as it enters an identifier; empty for null."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "|".join(sorted(normalised(table, column, name) for name in value))
    if isinstance(value, NUMBERS):
        return _plain(float(value))
    return _telling_words(str(value), is_person(table, column))


@lru_cache(maxsize=65536)
def _telling_words(text: str, is_person: bool) -> str:
    if is_person:
        return " ".join(person_words(text))
    return " ".join(sorted(content_words(text))) or " ".join(words(text))


Key = tuple[object, ...]


def _base(row: Merged) -> Key:
    """The columns of the identity and the year.

    Of the names the first that is given; the `compatible` columns where a table of names or without dates has none.
    """
    identity = row.table.identity
    if identity is None:
        raise ValueError(f"table {row.table.name} has no identity")
    year = stages(row.date)[0] if identity.dated else ""
    named = next((name for name in identity.similar if row.values.get(name) is not None), None)
    if row.values.get("fact_id") is not None and "fact_id" in identity.same:
        named = "fact_id"
    columns = (*identity.same, named) if named else identity.same
    if named is None and (identity.similar or not identity.dated):
        columns += identity.compatible
    return (*[f"{name}={_value(row, name)}" for name in columns], year)


def _value(row: Merged, name: str) -> str:
    value = row.values.get(name)
    return "" if value is None else normalised(row.table, name, value)


def _compatible(row: Merged) -> Key:
    identity = row.table.identity
    return tuple(_value(row, name) for name in identity.compatible) if identity else ()


_TELLING: tuple[Callable[[Merged], object], ...] = (
    lambda row: stages(row.date)[1],
    lambda row: stages(row.date)[2],
    _compatible,
    # Not the ordinal alone: a sentence that comes first would take the identifier of the next.
    lambda row: " ".join(words(row.members[0].text)),
)


def _told_apart(rows: Sequence[Merged], keys: list[Key], telling: list[Callable[[Merged], object]]) -> list[Key]:
    """The keys, those that occur twice extended by the next thing that may tell rows apart, at last by an ordinal."""
    twice = {key for key, count in Counter(keys).items() if count > 1}
    if not twice:
        return keys
    if not telling:
        return [key[:-1] if key[-1] == 1 else key for key in numbered(keys)]
    longer = [(*key, telling[0](row)) if key in twice else key for row, key in zip(rows, keys, strict=True)]
    return _told_apart(rows, longer, telling[1:])


def _in_time(row: Merged, base: Key) -> tuple[object, ...]:
    """The order of rows that does not depend on where they stand in the text: date, identity, words of the evidence."""
    date = row.date
    start = date.start.toordinal() if date and date.start else 10**7
    return start, date.edtf if date else "", repr(base), row.members[0].text


def _plain(part: object) -> str:
    if isinstance(part, tuple):
        return "\x1e".join(map(_plain, part))
    return repr(part) if isinstance(part, float) else str(part)
