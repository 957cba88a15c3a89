"""The rows of all articles in one: states derived, doubles settled, every table in its declared order.

Two articles on one pair of states keep their text and evidence each; the relations row is that of the first by title,
and facts that both state are one row. A person whom several articles name is one row. Of an article that comes twice
(one title, two forms or revisions) the newest revision alone counts. `duplicates` reports both, for the flow to tell
the user.

All of it is done in columns, some articles at a time in the order in which their rows are to stand, so that memory does
not grow with the number of articles; dicts are made only of rows that several articles have.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc

from parsers.assemble.checks import place_rows
from parsers.assemble.part import ARTICLE, PERSON, RELATION, Part, Tables, in_order, led_by
from parsers.assemble.people_together import one_person_one_row
from parsers.assemble.row import blank
from parsers.assemble.united import united
from parsers.columnar import table_of
from parsers.language.states import State, states
from parsers.tables import table, tables

AT_ONCE = 100
"""Articles that are put together at a time; all that are on one pair of states are."""

Piece = tuple[str, pa.Table]
"""The name of a table, and its next rows."""

POINTED = {"visits": PERSON, "envoys": PERSON, "evidence": "row_id", "conflicts": "row_id"}
"""The columns that hold identifiers of people; where a column `table` names a row's table, in some of the rows."""


def assemble(parts: Sequence[Part]) -> Iterator[Piece]:
    """The rows of every table, piece by piece: the pieces of one table, in the order in which they come, are its rows.

    They are the same whatever the order of the parts. A table without rows has no piece, or an empty one.
    """
    chosen = _newest(parts)
    relations = [one.relation_id for one in chosen]
    none = table_of(table("people"), [])
    people = one_person_one_row(relations, [one.source.tables(PERSON).get("people", none) for one in chosen])
    named = dict(zip((id(one) for one in chosen), people.renamed, strict=True))
    codes: set[str] = set()
    checks: list[pa.Table] = []
    visits: list[pa.Table] = []
    for name, piece in _pieces(chosen, named, people.rows):
        codes.update(_codes(name, piece))
        if name == "visits":
            visits.append(piece)
        if name == "checks":
            checks.append(piece)
        else:
            yield name, piece
    yield "checks", _with_places(checks, visits)
    yield "states", table_of(table("states"), [_state(one) for iso3, one in sorted(states().items()) if iso3 in codes])


def duplicates(parts: Sequence[Part]) -> list[str]:
    """What `assemble` had to settle, in sentences: articles that come twice, pairs of states with several articles."""
    copies = Counter(one.article_id for one in parts)
    titles: dict[str, set[str]] = defaultdict(set)
    for one in parts:
        titles[one.relation_id].add(one.title)
    return [
        f"article {article_id} was given {count} times; only its newest revision is in the tables"
        for article_id, count in sorted(copies.items()) if count > 1
    ] + [
        f"relation {relation_id} has {len(names)} articles ({', '.join(sorted(names))}); its row follows the first"
        for relation_id, names in sorted(titles.items()) if len(names) > 1
    ]  # fmt: skip


def _newest(parts: Sequence[Part]) -> list[Part]:
    """One part for each article, in order of title: the highest revision, then the latest time, then by hash."""
    best = {one.article_id: one for one in sorted(parts, key=lambda one: one.age)}
    return sorted(best.values(), key=lambda one: (one.title, one.age))


def _pieces(chosen: Sequence[Part], named: Mapping[int, Mapping[str, str]], people: pa.Table) -> Iterator[Piece]:
    """The tables that articles have: people, then those in order of relations, then those in order of articles."""
    yield "people", in_order("people", united(table("people"), people))
    for leading in (RELATION, ARTICLE):
        for some in _some(chosen, leading):
            yield from _together(some, leading, [named[id(one)] for one in some])


def _some(chosen: Sequence[Part], leading: str) -> Iterator[list[Part]]:
    """The articles in order of the column, some AT_ONCE at a time; those of one relation, by title, are not divided."""
    taken: list[Part] = []
    ordered = sorted(chosen, key=lambda one: str(getattr(one, leading)))
    for _, same in groupby(ordered, key=lambda one: getattr(one, leading)):
        taken += same
        if len(taken) >= AT_ONCE:
            yield taken
            taken = []
    if taken:
        yield taken


def _together(some: Sequence[Part], leading: str, named: Sequence[Mapping[str, str]]) -> Iterator[Piece]:
    """The tables of some articles, each in order; the relations with the counts of their facts."""
    parts = [_renamed(one.source.tables(leading), new) for one, new in zip(some, named, strict=True)]
    several = len({getattr(one, leading) for one in some}) < len(some)
    found: dict[str, pa.Table] = {}
    for name in led_by(leading):
        pieces = [part[name] for part in parts if name in part]
        # Copied, since what an article's file gives is one buffer, which the smallest of its tables would hold.
        whole = pa.concat_tables(pieces or [table_of(table(name), [])]).combine_chunks()
        single = united(table(name), whole)
        found[name] = in_order(name, single) if several or single is not whole else whole
    if "relations" in found:
        found["relations"] = _counted(found)
    yield from found.items()


def _renamed(part: Tables, new: Mapping[str, str]) -> Tables:
    """An article's tables with new identifiers wherever people are referred to."""
    if not new:
        return part
    changed = {name: _pointing(part[name], column, new) for name, column in POINTED.items() if name in part}
    return {**part, **{name: _in_order_again(name, rows) for name, rows in changed.items()}}


def _in_order_again(name: str, rows: pa.Table) -> pa.Table:
    return in_order(name, rows) if POINTED[name] in table(name).order else rows


def _pointing(rows: pa.Table, column: str, new: Mapping[str, str]) -> pa.Table:
    about: list[Any] = rows["table"].to_pylist() if "table" in rows.column_names else ["people"] * rows.num_rows
    cells: list[Any] = rows[column].to_pylist()
    cells = [new.get(cell, cell) if name == "people" else cell for name, cell in zip(about, cells, strict=True)]
    return rows.set_column(rows.column_names.index(column), column, pa.array(cells, pa.string()))


def _counted(found: Tables) -> pa.Table:
    """The relations with the number of rows of each fact table."""
    relations = found["relations"]
    for name, declared in tables().items():
        if declared.is_fact:
            counts = _counts(found[name])
            column = f"{name}_count"
            cells = [counts.get(relation, 0) for relation in relations[RELATION].to_pylist()]
            relations = relations.set_column(relations.column_names.index(column), column, pa.array(cells, pa.int64()))
    return relations


def _counts(rows: pa.Table) -> dict[object, int]:
    found: Any = pc.value_counts(rows[RELATION])
    return dict(zip(found.field("values").to_pylist(), found.field("counts").to_pylist(), strict=True))


def _with_places(checks: Sequence[pa.Table], visits: Sequence[pa.Table]) -> pa.Table:
    """The checks of the articles, with those on trips of one person over all articles."""
    columns = ["visit_id", RELATION, PERSON, "visitor", "office", "receiving_iso3", "date_edtf"]
    trips = pa.concat_tables([one.select(columns) for one in (table_of(table("visits"), []), *visits)])
    told = trips.filter(pc.and_(pc.is_valid(trips[PERSON]), pc.is_valid(trips["date_edtf"]))).to_pylist()
    whole = pa.concat_tables([*checks, table_of(table("checks"), place_rows(told))])
    return in_order("checks", united(table("checks"), whole))


def _codes(name: str, piece: pa.Table) -> Iterator[str]:
    """The codes of states that occur."""
    for column in table(name).names:
        if column.endswith("_iso3"):
            yield from map(str, piece[column].unique().drop_null().to_pylist())


def _state(state: State) -> dict[str, object]:
    return blank(table("states"), {
        "iso3": state.iso3, "code_scheme": state.code_scheme, "name": state.name, "cow": state.cow, "gw": state.gw,
        "wikidata_qid": state.wikidata_qid, "existed_from": state.existed_from, "existed_until": state.existed_until,
        "demonym": state.demonym, "capital": state.capital,
    })  # fmt: skip
