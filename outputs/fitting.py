"""Whether a row that is gone and a row that came are of one fact, as far as their cells and sentences tell."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from rapidfuzz import fuzz

from outputs.cells import Row
from parsers.assemble.likeness import Likeness, list_likeness, person_likeness, phrase_likeness
from parsers.assemble.sameness import differ, is_person
from parsers.tables import Identity, Table

BASES = {
    "same cells": "what identifies it is the same; another row that resembles it came or went",
    "better date": "the date is another, and may mean the same day",
    "other date": "the date was corrected, in a sentence that is nearly the same",
    "spelling": "a name is spelt otherwise, or given more or less fully",
    "reference": "the row that it refers to has another identifier",
}
"""Why two rows are held to be of one fact."""

NEARLY = 0.9
ALIKE = 0.6
"""Likeness of two sentences (rapidfuzz's ratio) from which one is the other with a word changed, or edited."""

DATES = ("date_edtf", "date_start", "date_end")
PERSON = ("name", "aliases", "state_iso3", "wikidata_title")


@dataclass(frozen=True)
class Match:
    """How well two rows fit, and on what basis (see BASES)."""

    score: float
    basis: str


def compared(table: Table) -> list[str]:
    """The columns that are looked at: the key, the relation, the identity, the date, the sentence."""
    identity = table.identity
    if identity is None:
        return [table.key, *PERSON]
    return [table.key, "relation_id", *identity.same, *identity.similar, *identity.compatible, *DATES, "evidence"]


def fitting(table: Table, one: Row, other: Row) -> Match | None:
    """How two rows fit that are equal in relation and `same` columns (people: in state and a word); None: they do not.

    Names must be alike, or the sentences where a name is unsaid. Dates must be able to mean one day, or be undated on
    one side; where they are not, the row is that of a corrected date if the sentence is nearly the same.
    """
    identity = table.identity
    if identity is None:
        return _same_person(table, one, other)
    apart = identity.dated and _apart(one, other)
    unlike = any(differ(one[name], other[name]) for name in identity.compatible)
    if (apart and unlike) or (names := _names(table, identity, one, other)) is Likeness.DIFFERENT:
        return None
    needed = _needed(names, apart or unlike, _half_dated(one, other))
    text = fuzz.ratio(str(one["evidence"]), str(other["evidence"]), score_cutoff=needed * 100) / 100
    if text < needed:
        return None
    return Match(names + text - apart - unlike / 2, basis(table, one, other))


def _needed(names: Likeness, contradicted: bool, half_dated: bool) -> float:
    """How alike the sentences must be, with what else is known of the rows."""
    if contradicted:
        return NEARLY
    return ALIKE if half_dated or names < Likeness.ALIKE else 0.0


def _names(table: Table, identity: Identity, one: Row, other: Row) -> Likeness:
    """The likeness of the first name that both rows say; SAME where `same` columns alone identify."""
    if not identity.similar or one.get("fact_id") is not None:
        return Likeness.SAME
    for name in identity.similar:
        left, right = one[name], other[name]
        if left is None or right is None:
            continue
        if isinstance(left, list) and isinstance(right, list):
            found = list_likeness(left, right) if len(left) == len(right) else Likeness.UNSAID
        else:
            compare = person_likeness if is_person(table, name) else phrase_likeness
            found = compare(str(left), str(right))
        return Likeness.SAME if left == right else found
    return Likeness.UNSAID


def basis(table: Table, one: Row, other: Row) -> str:
    """Why two rows that fit are held to be the same: what of them is another."""
    identity = table.identity
    if identity is None:
        return "same cells" if one["name"] == other["name"] else "spelling"
    if "fact_id" in identity.same and one["fact_id"] is not None:
        return "reference"
    if identity.dated and _apart(one, other):
        return "other date"
    if any(one[name] != other[name] for name in identity.similar):
        return "spelling"
    return "better date" if identity.dated and one["date_edtf"] != other["date_edtf"] else "same cells"


def _same_person(table: Table, one: Row, other: Row) -> Match | None:
    """People of one state: by the page that they link to, else by name or by a former form of it."""
    pages = one["wikidata_title"], other["wikidata_title"]
    if None not in pages and pages[0] != pages[1]:
        return None
    forms = [[str(row["name"]), *map(str, row["aliases"] or ())] for row in (one, other)]  # type: ignore[call-overload]
    name = person_likeness(forms[0][0], forms[1][0])
    named = forms[0][0] in forms[1] or forms[1][0] in forms[0]
    page = pages[0] is not None and pages[0] == pages[1]
    if not page and not named and name is Likeness.DIFFERENT:
        return None
    return Match(page * 2 + named + name, basis(table, one, other))


def _apart(one: Row, other: Row) -> bool:
    """Whether two dates, both stated, cannot mean one day; what is not bounded is compared as written."""
    if one["date_edtf"] is None or other["date_edtf"] is None or one["date_edtf"] == other["date_edtf"]:
        return False
    first, second = ((row["date_start"] or dt.date.min, row["date_end"] or dt.date.max) for row in (one, other))
    return bool(first[0] > second[1] or second[0] > first[1])  # type: ignore[operator]


def _half_dated(one: Row, other: Row) -> bool:
    return (one["date_edtf"] is None) != (other["date_edtf"] is None)
