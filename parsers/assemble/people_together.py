"""People whom several articles name: one identifier and one row each.

Two are one where the state and the fullest name agree and their pages, if both have one, do too; or where both names
link to one page. A full name without a state has that of its namesake of one side of the article's pair. A surname
alone, but for a monarch's name, and any other name without a state, are one only within a pair of states, or by their
page. Most people occur in one article, under a name that no other has: their rows stay as they are, and only those of
the others become dicts.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa

from parsers.assemble.appearances import is_full
from parsers.assemble.likeness import Likeness, person_likeness
from parsers.assemble.people import Known, forms, identities, reigns, seen, seen_again
from parsers.assemble.persons import related
from parsers.assemble.words import person_words
from parsers.columnar import table_of
from parsers.tables import table

Row = dict[str, object]
Group = list[tuple[int, Row]]
"""Rows of people, each with the number of its article."""
Places = npt.NDArray[np.int64]
"""Numbers of rows."""


@dataclass(frozen=True)
class People:
    """The rows of all people, and for each article the identifiers of its people that are others now."""

    rows: pa.Table
    renamed: Sequence[dict[str, str]]


def one_person_one_row(relations: Sequence[str], people: Sequence[pa.Table]) -> People:
    """The people of all articles, given for each the pair of states and its own rows; the first that names one counts.

    No order of the rows is meant.
    """
    everyone = _Everyone.of(people)
    known = _at_home(everyone.known(relations))
    shared = _shared(known)
    alone = np.setdiff1d(np.arange(len(known)), shared)
    groups = list(_by_page(_by_name(everyone.at(shared), [known[place].base for place in shared.tolist()])))
    found = [_known(group, relations) for group in groups]
    taken = {one.base for one in found}
    clashing = np.array([place for place in alone.tolist() if known[place].base in taken], dtype=np.int64)
    groups += [[entry] for entry in everyone.at(clashing)]
    keys = identities(found + [known[place] for place in clashing.tolist()])
    united = table_of(table("people"), [_united(group, key) for group, key in zip(groups, keys, strict=True)])
    untouched = everyone.rows.take(np.setdiff1d(alone, clashing))
    return People(pa.concat_tables([untouched, united]), _renamed(groups, keys, len(people)))


@dataclass(frozen=True)
class _Everyone:
    """The rows of all people, and the number of each one's article."""

    rows: pa.Table
    articles: Sequence[int]

    @classmethod
    def of(cls, people: Sequence[pa.Table]) -> _Everyone:
        """All of them, given the rows of each article."""
        rows = pa.concat_tables([table_of(table("people"), []), *people]).combine_chunks()
        return cls(rows, np.repeat(np.arange(len(people)), [one.num_rows for one in people]).tolist())

    def known(self, relations: Sequence[str]) -> list[Known]:
        """What tells each one apart, given the pair of states of each article."""
        columns = ("state_iso3", "name", "wikidata_title", "offices")
        said: list[list[Any]] = [self.rows[name].to_pylist() for name in columns]
        return [
            Known(state, name, page, relations[number], reigns(offices or ()))
            for state, name, page, offices, number in zip(*said, self.articles, strict=True)
        ]

    def at(self, places: Places) -> Group:
        """Those at some places."""
        rows = self.rows.take(places).to_pylist()
        return [(self.articles[place], row) for place, row in zip(places.tolist(), rows, strict=True)]


def _renamed(groups: Sequence[Group], keys: Sequence[str], articles: int) -> list[dict[str, str]]:
    """For each article the identifiers of its people that are others now."""
    renamed: list[dict[str, str]] = [{} for _ in range(articles)]
    for group, key in zip(groups, keys, strict=True):
        for number, row in group:
            if row["person_id"] != key:
                renamed[number][str(row["person_id"])] = key
    return renamed


def _at_home(known: Sequence[Known]) -> list[Known]:
    """The people, those without a state with that of the one side of their article of which a namesake is.

    Full names only, and only where no namesake is of the other side.
    """
    of_name: dict[str, set[str]] = defaultdict(set)
    for one in known:
        if one.state and len(one.base) == 2:
            of_name[one.base[1]].add(one.state)

    def settled(one: Known) -> Known:
        if one.state or len(one.base) < 3 or not is_full(tuple(one.base[1].split())):
            return one
        homes = of_name.get(one.base[1], set()).intersection(one.relation_id.split("-"))
        return replace(one, state=homes.pop()) if len(homes) == 1 else one

    return [settled(one) for one in known]


def _shared(known: Sequence[Known]) -> Places:
    """The rows that may be of one person with another: by state and name, or by page."""
    bases = [one.base for one in known]
    names, pages = Counter(bases), Counter(one.link for one in known if one.link)
    found = [names[base] > 1 or (one.link and pages[one.link] > 1) for one, base in zip(known, bases, strict=True)]
    return np.flatnonzero(np.array(found, dtype=bool))


def _by_name(entries: Group, bases: Sequence[tuple[str, ...]]) -> list[Group]:
    """Those of one state and name together, as their bases say; apart by page where there are several pages."""
    named: dict[tuple[str, ...], Group] = defaultdict(list)
    for entry, base in zip(entries, bases, strict=True):
        named[base].append(entry)
    groups: list[Group] = []
    for found in named.values():
        pages = {row["wikidata_title"] for _, row in found if row["wikidata_title"]}
        apart: dict[object, Group] = defaultdict(list)
        for number, row in found:
            apart[row["wikidata_title"] if len(pages) > 1 else None].append((number, row))
        groups.extend(apart.values())
    return groups


@dataclass
class _Home:
    """A person that a page is of: the rows, the name of the first, and the first state that one has."""

    rows: Group
    name: str
    state: str | None

    def take(self, other: _Home) -> None:
        """Takes the rows of another one of the same person, and the state, where none was known."""
        self.rows += other.rows
        self.state = self.state or other.state


def _by_page(groups: Sequence[Group]) -> Iterator[Group]:
    """Those together that link to one page under names of one person."""
    alone: list[Group] = []
    paged: dict[object, list[Group]] = defaultdict(list)
    for group in groups:
        page = _first(group, "wikidata_title")
        (paged[page] if page else alone).append(group)
    found = (one.rows for several in paged.values() for one in _homes(several))
    for rows in (*alone, *found):
        yield sorted(rows, key=lambda entry: entry[0])


def _homes(groups: Sequence[Group]) -> list[_Home]:
    """The persons of a page. Homes are looked up by state, as a page that many articles link to has hundreds."""
    homes: list[_Home] = []
    of_state: dict[str | None, list[int]] = defaultdict(list)
    for group in groups:
        new = _Home(list(group), str(group[0][1]["name"]), _state(group))
        places = sorted(place for state, those in of_state.items() if related(state, new.state) for place in those)
        at = next((n for n in places if person_likeness(homes[n].name, new.name) is not Likeness.DIFFERENT), None)
        if at is None:
            of_state[new.state].append(len(homes))
            homes.append(new)
            continue
        if homes[at].state is None and new.state is not None:
            of_state[None].remove(at)
            of_state[new.state].append(at)
        homes[at].take(new)
    return homes


def _state(group: Group) -> str | None:
    state = _first(group, "state_iso3")
    return str(state) if state else None


def _first(group: Group, column: str) -> object:
    for _, row in group:
        if row[column]:
            return row[column]
    return None


def _fullest(group: Group) -> str:
    """The name of most words; of those the first in the alphabet, so that the order of articles does not matter."""
    names = sorted({str(row["name"]) for _, row in group})
    if len(names) == 1:
        return names[0]
    return min(names, key=lambda name: (-len(person_words(name)), person_words(name)))


def _known(group: Group, relations: Sequence[str]) -> Known:
    link = _first(group, "wikidata_title")
    reigning = reigns(office for _, row in group for office in _listed(row, "offices"))
    return Known(_state(group), _fullest(group), str(link) if link else None, relations[group[0][0]], reigning)


def _united(group: Group, key: str) -> Row:
    """The row of a person: the fullest name, all other forms and offices, the first and last date."""
    if len(group) == 1:
        return group[0][1] | {"person_id": key}
    name = _fullest(group)
    others = forms(form for _, row in group for form in (str(row["name"]), *_listed(row, "aliases")) if form != name)
    return group[0][1] | {
        "person_id": key, "name": name, "aliases": others, "state_iso3": _first(group, "state_iso3"),
        "offices": forms(office for _, row in group for office in _listed(row, "offices")),
        "wikidata_title": _first(group, "wikidata_title"),
        **seen(date for _, row in group for date in seen_again(row)),
    }  # fmt: skip


def _listed(row: Row, column: str) -> list[str]:
    value = row[column]
    return [str(part) for part in value] if isinstance(value, list) else []
