"""Where people's names stand in an article: each person mention with a name, and each name that a row has besides."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from parsers.assemble.likeness import REGNAL
from parsers.assemble.row import Merged
from parsers.assemble.stated import Stated
from parsers.assemble.words import person_words
from parsers.document.model import Span
from parsers.language.mention import DateValue, Mention, PersonValue
from parsers.language.office_words import is_relative
from parsers.language.reading import Reading, Statement, lies_in
from parsers.language.sides import side_of

NAMED = {"visits": "visitor", "envoys": "name"}
"""The tables whose rows have a `person_id`, and the column with that person's name."""

_OTHER_TIME = re.compile(
    r"\b(?:has|have|is|are|may|might|would|will|since|after|before|later|now|born|earlier|according)\b"
)
"""Words of statements that do not go on with what the one before tells."""

_SUBORDINATE = re.compile(r"\b(?:when|which|where|that) (?!(?:he|she|they|same|year|month|day|time|took|was|were)\b)")
"""What leads from a person to a date that is of something else: "Lund rejected the claim that ties began in 1975"."""


@dataclass(frozen=True, slots=True)
class Appearance:
    """A person's name as it stands in the text, with what is said of the person there.

    `start` and `end` are the span of the name, `whole` that of the name with its titles, `statement` that of the
    sentence around, `served` that of the words for the state within `whole`, null where none stand there. `office` is
    null where none is said there. `dates` are those of the facts that name the person there, else the date that goes
    with the place. `rows` are the identifiers of the rows that the name stands for.
    """

    name: str
    start: int
    end: int
    whole: Span
    statement: Span
    office: str | None = None
    rank: str | None = None
    iso3: str | None = None
    link: str | None = None
    dates: tuple[DateValue, ...] = ()
    rows: frozenset[str] = frozenset()
    served: Span | None = None

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the name without titles of courtesy, letter case and accents."""
        return person_words(self.name)


@lru_cache(maxsize=65536)
def is_full(words: tuple[str, ...]) -> bool:
    """Whether a name tells a person by itself: two words or a regnal number, where initials do not count.

    >>> is_full(("astrid", "lund")), is_full(("harald", "v")), is_full(("a", "lund"))
    (True, True, False)
    """
    return sum(len(word) > 1 or word in REGNAL for word in words) > 1 and len(words[0]) > 1


def appearances(reading: Reading, found: Mapping[str, Sequence[Merged]]) -> list[Appearance]:
    """Every appearance of a named person, in order of place; groups and bare offices are none.

    A name that a visit or a term has and no mention covers (a cell of a table) is an appearance too.
    """
    told = _by_statement(member for rows in found.values() for row in rows for member in row.members)
    marked = {
        (mention.start, mention.end): _marked(mention, statement, told.get((statement.start, statement.end), ()))
        for statement in reading.statements
        for mention in statement.of("person")
        if isinstance(mention.value, PersonValue) and mention.value.name and not mention.value.group
    }
    for table, column in NAMED.items():
        for row in found.get(table, ()):
            for member in row.members:
                if member.values.get(column):
                    _bind(marked, reading, row, member, column)
    return sorted(marked.values(), key=lambda one: (one.start, one.end))


def _by_statement(members: Iterable[Stated]) -> dict[Span, list[Stated]]:
    told: dict[Span, list[Stated]] = defaultdict(list)
    for member in members:
        told[member.statement].append(member)
    return told


def _marked(mention: Mention, statement: Statement, told: Sequence[Stated]) -> Appearance:
    """The appearance at a mention. An office is said there only where more than the name stands there."""
    value = mention.value
    if not isinstance(value, PersonValue) or not value.name:
        raise ValueError(f"{mention.text!r} names no person")
    at = statement.document.text.find(value.name, mention.start, mention.end)
    span = (at, at + len(value.name)) if at >= 0 else (mention.start, mention.end)
    said = mention.text != value.name and not is_relative(value.office)
    dates = tuple(member.date for member in told if member.date and value.name in _names(member))
    return Appearance(
        value.name, *span, (mention.start, mention.end), (statement.start, statement.end),
        value.office if said else None, value.rank if said else None,
        value.iso3 or side_of(mention, statement.context), value.link, dates or _dates_around(mention, statement),
        served=_served(mention, value, statement),
    )  # fmt: skip


def _dates_around(mention: Mention, statement: Statement) -> tuple[DateValue, ...]:
    """The date of what a statement tells at a mention, where it tells when; none of a clause of its own behind it."""
    around = statement.when(mention.start) if _is_dated(statement) else None
    if around is None or not isinstance(around.value, DateValue):
        return ()
    is_apart = _SUBORDINATE.search(statement.document.text, mention.end, around.start) is not None
    return () if is_apart else (around.value,)


def _served(mention: Mention, value: PersonValue, statement: Statement) -> Span | None:
    """The words within a mention that name the state of the person: "the Kenyan president", "Otieno of Kenya"."""
    if value.iso3 is None or mention.text == value.name:
        return None
    states = statement.inside(mention, "state")
    return next(((one.start, one.end) for one in states if lies_in(one, statement.context.pair) == value.iso3), None)


def _is_dated(statement: Statement) -> bool:
    """Whether a statement tells when: by a date, by words such as "during the visit", or as it goes on with what the
    one just before it dates.
    """
    if statement.dates or statement.refers_back:
        return True
    before = statement.context.previous
    follows = before is not None and before.block is statement.block and bool(before.dates)
    return follows and _OTHER_TIME.search(statement.low) is None


def _names(member: Stated) -> Iterator[object]:
    for value in member.values.values():
        yield from value if isinstance(value, list) else (value,)


def _bind(marked: dict[Span, Appearance], reading: Reading, row: Merged, member: Stated, column: str) -> None:
    """Notes on the appearance that a row's name was read from that it stands for the row, or adds it."""
    name = str(member.values[column])
    cell = next(((start, end) for at, start, end in member.fact.cells if at == column), member.statement)
    span = cell if cell in marked else _within(marked, cell, name)
    known = marked.get(span) or _unmarked(reading, member, name, cell)
    known = known if known.office else _with_office(known, member)
    sender = member.values.get("sending_iso3")
    marked[span] = replace(
        known, rows=known.rows | {row.row_id},
        iso3=known.iso3 or (str(sender) if sender else None),
        dates=known.dates if member.date is None or member.date in known.dates else (*known.dates, member.date),
    )  # fmt: skip


def _with_office(known: Appearance, member: Stated) -> Appearance:
    """The appearance with the office that a row reads elsewhere in its statement: "The ambassador was Nora Vik"."""
    office = member.values.get("office")
    where = next(((start, end) for at, start, end in member.fact.cells if at == "office"), None)
    if office is None or where is None:
        return known
    return replace(known, office=str(office), whole=(min(known.whole[0], where[0]), max(known.whole[1], where[1])))


def _within(marked: Mapping[Span, Appearance], span: Span, name: str) -> Span:
    """The place of the first appearance of a name within a span, or around it; the span itself where there is none."""
    inside = (
        at for at, one in marked.items()
        if one.name == name and ((span[0] <= at[0] and at[1] <= span[1]) or (at[0] <= span[0] and span[1] <= at[1]))
    )  # fmt: skip
    return min(inside, default=span)


def _unmarked(reading: Reading, member: Stated, name: str, span: Span) -> Appearance:
    at = reading.document.text.find(name, *span)
    start, end = (at, at + len(name)) if at >= 0 else span
    office = member.values.get("office")
    return Appearance(name, start, end, span, member.statement, str(office) if office else None)
