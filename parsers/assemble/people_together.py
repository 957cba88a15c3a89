"""People whom several articles name: one identifier and one row each.

Two are one where the state and the fullest name agree and their pages, if both have one, do too; or where both names
link to one page. A surname alone, and a name without a state, are one only within a pair of states, or by their page.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from parsers.assemble.likeness import Likeness, person_likeness
from parsers.assemble.people import Known, forms, identities, seen, seen_again
from parsers.assemble.persons import related
from parsers.assemble.row import Rows
from parsers.assemble.words import person_words

Row = dict[str, object]
Group = list[tuple[int, Row]]
"""Rows of people, each with the number of its article."""


def one_person_one_row(parts: Sequence[Rows]) -> list[Rows]:
    """The articles' rows, where a person has one identifier in all, and a row in the first that names the person."""
    relations = [str(part["articles"][0]["relation_id"]) for part in parts]
    entries = [(number, row) for number, part in enumerate(parts) for row in part.get("people", ())]
    groups = list(_by_page(_by_name(entries, relations)))
    keys = identities([_known(group, relations) for group in groups])
    renamed: list[dict[object, str]] = [{} for _ in parts]
    people: list[list[Row]] = [[] for _ in parts]
    for group, key in zip(groups, keys, strict=True):
        people[group[0][0]].append(_united(group, key))
        for number, row in group:
            renamed[number][row["person_id"]] = key
    return [_renamed(part, new, own) for part, new, own in zip(parts, renamed, people, strict=True)]


def _by_name(entries: Group, relations: Sequence[str]) -> list[Group]:
    """Those of one state and name together; apart by page where there are several pages."""
    named: dict[tuple[str, ...], Group] = defaultdict(list)
    for entry in entries:
        named[_known([entry], relations).base].append(entry)
    groups: list[Group] = []
    for found in named.values():
        pages = {row["wikidata_title"] for _, row in found if row["wikidata_title"]}
        apart: dict[object, Group] = defaultdict(list)
        for number, row in found:
            apart[row["wikidata_title"] if len(pages) > 1 else None].append((number, row))
        groups.extend(apart.values())
    return groups


def _by_page(groups: Sequence[Group]) -> Iterator[Group]:
    """Those together that link to one page under names of one person."""
    paged: dict[object, list[Group]] = defaultdict(list)
    for group in groups:
        page = _first(group, "wikidata_title")
        home = next((one for one in paged[page] if page and _one_person(one, group)), None)
        if home is None:
            paged[page].append(list(group))
        else:
            home.extend(group)
    for found in paged.values():
        yield from (sorted(group, key=lambda entry: entry[0]) for group in found)


def _one_person(one: Group, other: Group) -> bool:
    names = [str(group[0][1]["name"]) for group in (one, other)]
    states = [value if isinstance(value := _first(group, "state_iso3"), str) else None for group in (one, other)]
    return related(*states) and person_likeness(*names) is not Likeness.DIFFERENT


def _first(group: Group, column: str) -> object:
    return next((row[column] for _, row in group if row[column]), None)


def _fullest(group: Group) -> str:
    """The name of most words; of those the first in the alphabet, so that the order of articles does not matter."""
    names = sorted(str(row["name"]) for _, row in group)
    return min(names, key=lambda name: (-len(person_words(name)), person_words(name)))


def _known(group: Group, relations: Sequence[str]) -> Known:
    state, link = _first(group, "state_iso3"), _first(group, "wikidata_title")
    return Known(str(state) if state else None, _fullest(group), str(link) if link else None, relations[group[0][0]])


def _united(group: Group, key: str) -> Row:
    """The row of a person: the fullest name, all other forms and offices, the first and last date."""
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


def _renamed(part: Rows, new: dict[object, str], people: list[Row]) -> Rows:
    """An article's rows with its own rows of people, and new identifiers wherever people are referred to."""
    rows = part | {"people": people}
    for name in ("visits", "envoys"):
        rows[name] = [row | {"person_id": new.get(row["person_id"])} for row in part.get(name, ())]
    for name in ("evidence", "conflicts"):
        rows[name] = [
            row | {"row_id": new[row["row_id"]]} if row["table"] == "people" else row for row in part.get(name, ())
        ]
    return rows
