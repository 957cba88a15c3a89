"""People: the rows of an article's persons, their identifiers, and the spans where their names stand.

A `person_id` is made from the state and the fullest name without case, accents and titles. A surname alone, or a name
without a state, is known only within its pair of states, which then enters the identifier; a monarch's one name is
enough. Two people with one name and different pages are told apart by the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from parsers.assemble.appearances import NAMED, appearances, is_full
from parsers.assemble.evidence import Support
from parsers.assemble.identity import identifier, numbered
from parsers.assemble.persons import Person, persons
from parsers.assemble.row import Merged, blank
from parsers.assemble.served import with_states
from parsers.assemble.words import person_words
from parsers.language.edtf import date_value
from parsers.language.mention import DateValue
from parsers.language.office_words import find_heads, is_relative, singular
from parsers.language.offices import find_offices
from parsers.language.reading import Reading
from parsers.language.tokens import tokens_of
from parsers.lazy import lazy
from parsers.tables import table

RULE = "people.named"
RULE_READS = "A name in the text, with titles and offices beside it; the state of the office or of words around."
"""What evidence of people names as its rule, and what that reads: it is none of those of facts."""
_TITLES = frozenset(("sheikh", "sheikha", "shaikh"))
_MONARCHS = frozenset(("king", "queen", "emperor", "empress", "sultan", "emir", "amir", "shah", "tsar", "pope"))


@dataclass(frozen=True)
class Known:
    """What identifies a person: state and name, the page linked to, the pair of states of the article, and whether
    the person reigns, whom one name tells from others of the state.
    """

    state: str | None
    name: str
    link: str | None
    relation_id: str
    reigns: bool = False

    @lazy
    def base(self) -> tuple[str, ...]:
        """What the identifier is made from, but for a page that tells two of one name apart."""
        words = person_words(self.name)
        place = () if self.state and (self.reigns or is_full(words)) else (self.relation_id,)
        return (self.state or "", " ".join(words), *place)


def reigns(offices: Iterable[str | None]) -> bool:
    """Whether one of the offices is a monarch's.

    >>> reigns(["Danish Queen"]), reigns(["Crown Prince", None])
    (True, False)
    """
    return any(not _MONARCHS.isdisjoint(office.lower().split()) for office in offices if office)


def identities(known: Sequence[Known]) -> list[str]:
    """The identifier of each person."""
    twice = {base for base, count in Counter(one.base for one in known).items() if count > 1}
    keys = [(*one.base, one.link) if one.base in twice and one.link else one.base for one in known]
    name = table("people").kind
    return [identifier(name, *(key[:-1] if key[-1] == 1 else key)) for key in numbered(keys)]


def people_of(reading: Reading, found: Mapping[str, Sequence[Merged]], relation_id: str) -> list[Person]:
    """The persons of an article, with their identifiers, in order of the text."""
    unnamed = with_states(reading, persons(appearances(reading, found)), found)
    keys = identities(
        [
            Known(one.state, one.name, one.link, relation_id, reigns(form.office for form in one.appearances))
            for one in unnamed
        ]
    )
    return [Person(one.appearances, key) for one, key in zip(unnamed, keys, strict=True)]


def with_people(found: Mapping[str, Sequence[Merged]], people: Sequence[Person]) -> dict[str, Sequence[Merged]]:
    """The rows of all tables, `person_id` filled in those that name a person."""
    of_row: dict[str, list[Person]] = {}
    for person in people:
        for row_id in person.rows:
            of_row.setdefault(row_id, []).append(person)

    def filled(row: Merged) -> Merged:
        known = of_row.get(row.row_id)
        if not known:
            return row
        name = row.values.get(NAMED[row.table.name])
        meant = next((one for one in known if any(name == form.name for form in one.appearances)), known[0])
        return Merged(row.table, row.members, {**row.values, "person_id": meant.person_id}, row.row_id)

    return {name: [filled(row) for row in rows] if name in NAMED else rows for name, rows in found.items()}


def people_rows(people: Iterable[Person]) -> list[dict[str, object]]:
    """The rows of the table of people."""
    declared = table("people")
    return [
        blank(declared, {
            "person_id": one.person_id, "name": one.name, "state_iso3": one.state, "wikidata_title": one.link,
            "aliases": forms(form.name for form in one.appearances if form.name != one.name),
            "offices": forms(chain.from_iterable(offices_in(form.office) for form in one.appearances if form.office)),
            **seen(date for form in one.appearances for date in form.dates),
        })
        for one in people
    ]  # fmt: skip


@lru_cache(maxsize=16384)
def offices_in(words: str) -> tuple[str, ...]:
    """The offices that a chain of them names, each as one person holds it; a sheikh's title only where it stands alone.

    >>> offices_in("Emir of Qatar, Sheikh"), offices_in("Minister of Trade, Industry and Energy")
    (('Emir of Qatar',), ('Minister of Trade, Industry and Energy',))
    >>> offices_in("Senators")
    ('Senator',)
    """
    parts: list[str] = []
    for part in words.split(", "):
        if parts and not (find_heads(parts[-1]) and _opens_office(part)):
            parts[-1] += f", {part}"
        else:
            parts.append(part)
    held = [part for part in parts if not is_relative(part)] or parts
    return tuple(map(singular, [part for part in held if part.lower() not in _TITLES] or held))


def _opens_office(words: str) -> bool:
    """Whether words begin with an office: "deputy head of the bureau"; not "Industry and Energy"."""
    tokens = tokens_of(words, 0, len(words))
    found = find_offices(tokens, find_heads(words))
    return bool(found) and found[0].first == 0


def forms(names: Iterable[str | None]) -> list[str] | None:
    """The names that are there, each once however it is capitalised, in order; null where there is none."""
    found: dict[str, str] = {}
    for name in names:
        if name:
            found.setdefault(name.casefold(), name)
    return list(found.values()) or None


def seen(dates: Iterable[DateValue]) -> dict[str, str | None]:
    """The columns `first_seen` and `last_seen`: of dates that hold others, the finer ones count.

    >>> from parsers.language.edtf import date_value
    >>> seen(map(date_value, ("2014", "2014-05-20", "2018-06")))
    {'first_seen': '2014-05-20', 'last_seen': '2018-06'}
    """
    bounded = {date.edtf: (date.start, date.end) for date in dates if date.start and date.end}
    holding, least = set(), None
    for days in sorted(set(bounded.values()), key=lambda days: (-days[0].toordinal(), days[1])):
        if least is not None and least <= days[1]:
            holding.add(days)
        else:
            least = days[1]
    fine = {edtf: days for edtf, days in bounded.items() if days not in holding}
    return {
        "first_seen": min(fine, key=lambda edtf: (fine[edtf][0], edtf), default=None),
        "last_seen": max(fine, key=lambda edtf: (fine[edtf][1], edtf), default=None),
    }


def seen_again(row: Mapping[str, object]) -> list[DateValue]:
    """The dates that a row of people holds."""
    return [date_value(str(row[name])) for name in ("first_seen", "last_seen") if row[name]]


def people_spans(people: Iterable[Person], text: str) -> Iterator[Support]:
    """The spans where people are named in a text: the first of each form, of each office, and of the state beside."""
    for person in people:
        told: set[tuple[str, str]] = set()
        for column, words, (start, end) in _cells(person, text):
            if (column, words.casefold()) not in told:
                told.add((column, words.casefold()))
                yield start, end, "people", person.person_id, False, column, RULE


def _cells(person: Person, text: str) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """What each appearance tells of a person: column, words and span."""
    for one in person.appearances:
        yield "name" if one.name == person.name else "aliases", one.name, (one.start, one.end)
        told = offices_in(one.office) if one.office else ()
        for office in told:
            at = text.find(office, *one.whole) if len(told) > 1 else -1
            yield "offices", office, (at, at + len(office)) if at >= 0 else one.whole
        if one.served is not None and one.iso3 == person.state:
            yield "state_iso3", person.state or "", one.served
