"""The rows of all articles in one: states derived, doubles settled, every table in its declared order.

Two articles on one pair of states keep their text and evidence each; the relations row is that of the first by title,
and facts that both state are one row. A person whom several articles name is one row. Of an article that comes twice
(one title, two forms or revisions) the newest alone counts. `duplicates` reports both, for the flow to tell
the user.

All of it is done in columns, some articles at a time in the order in which their rows are to stand, so that memory does
not grow with the number of articles; dicts are made only of rows that several articles have. The rows of a unit (a pair
of states, or an article) follow from its articles and from what people are called in them, and from nothing else: so
where an earlier run put the same together, its rows are taken as they stand (`Earlier`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import pyarrow as pa
import pyarrow.compute as pc

from parsers.assemble.checks import PLACED, place_rows
from parsers.assemble.part import PERSON, RELATION, Part, Tables, in_order, led_by
from parsers.assemble.row import blank
from parsers.assemble.united import united
from parsers.assemble.units import LEADING, Earlier, Plan, Renamed, Unit
from parsers.columnar import table_of
from parsers.language.states import State, states
from parsers.tables import table, tables

AT_ONCE = 100
"""Units that are put together at a time."""

POINTED = {"visits": PERSON, "envoys": PERSON, "evidence": "row_id", "conflicts": "row_id"}
"""The columns that hold identifiers of people, some of them beside those of other rows, which begin otherwise."""

TRIP = ["visit_id", RELATION, PERSON, "visitor", "office", "receiving_iso3", "date_edtf"]
"""The columns of visits from which it is seen whether anybody was in two states at once."""


class Piece(NamedTuple):
    """The next rows of a table; `taken_at` is where they stood in the table of an earlier run, if they are from it."""

    table: str
    rows: pa.Table
    taken_at: int | None = None


def assemble(plan: Plan, earlier: Earlier | None = None) -> Iterator[Piece]:
    """The rows of every table, piece by piece: the pieces of one table, in the order in which they come, are its rows.

    They are the same whatever the order of the articles, and whatever is taken from an earlier run. A table without
    rows has no piece, or an empty one.
    """
    codes: set[str] = set()
    checks: list[pa.Table] = []
    visits: list[pa.Table] = []
    for piece in _pieces(plan, earlier):
        codes.update(_codes(piece))
        if piece.table == "visits":
            visits.append(piece.rows.select(TRIP))
        if piece.table == "checks":
            checks.append(piece.rows)
        else:
            yield piece
    yield Piece("checks", _with_places(checks, visits))
    known = [_state(one) for iso3, one in sorted(states().items()) if iso3 in codes]
    yield Piece("states", table_of(table("states"), known))


def duplicates(parts: Sequence[Part]) -> list[str]:
    """What `assemble` had to settle, in sentences: articles that come twice, pairs of states with several articles."""
    copies: dict[str, list[Part]] = defaultdict(list)
    titles: dict[str, set[str]] = defaultdict(set)
    for one in parts:
        copies[one.article_id].append(one)
        titles[one.relation_id].add(one.title)
    return [
        f"article {article_id} was given {len(same)} times; {_chosen(same)}"
        for article_id, same in sorted(copies.items()) if len(same) > 1
    ] + [
        f"relation {relation_id} has {len(names)} articles ({', '.join(sorted(names))}); its row follows the first"
        for relation_id, names in sorted(titles.items()) if len(names) > 1
    ]  # fmt: skip


def _chosen(same: Sequence[Part]) -> str:
    """Which of the readings of one article is in the tables, and what tells that it is the newest."""
    *_, before, newest = sorted(one.age for one in same)
    if newest[0] > before[0]:
        return f"only its newest revision ({newest[0]}) is in the tables"
    if newest[1] > before[1]:
        return f"only the one with the latest timestamp ({newest[1]}) is in the tables"
    return "no revision or timestamp tells which is newest, so that one was taken by its hash; leave the others out"


def _pieces(plan: Plan, earlier: Earlier | None) -> Iterator[Piece]:
    """The tables that articles have: people, then those in order of relations, then those in order of articles."""
    yield Piece("people", in_order("people", united(table("people"), plan.people.rows)))
    for leading in LEADING:
        told = [(bool(earlier and earlier.has(leading, unit)), unit) for unit in plan.units[leading]]
        for is_known, same in groupby(told, lambda one: one[0]):
            units = [unit for _, unit in same]
            if is_known and earlier:
                yield from _taken(earlier, leading, [unit.name for unit in units])
            else:
                for start in range(0, len(units), AT_ONCE):
                    yield from _together(units[start : start + AT_ONCE], leading)


def _taken(earlier: Earlier, leading: str, units: Sequence[str]) -> Iterator[Piece]:
    for name in led_by(leading):
        for at, rows in earlier.rows(name, units):
            yield Piece(name, rows, at)


def _together(units: Sequence[Unit], leading: str) -> Iterator[Piece]:
    """The tables of some units, each in order; the relations with the counts of their facts."""
    made = [_of_unit(unit, leading) for unit in units]
    found: dict[str, pa.Table] = {}
    for name in led_by(leading):
        pieces = [tables_[name] for tables_ in made if name in tables_]
        # Copied, since what an article's file gives is one buffer, which the smallest of its tables would hold.
        found[name] = pa.concat_tables(pieces or [table_of(table(name), [])]).combine_chunks()
    if "relations" in found:
        found["relations"] = _counted(found)
    yield from (Piece(name, rows) for name, rows in found.items())


def _of_unit(unit: Unit, leading: str) -> Tables:
    """The tables of a unit, each in order; of several articles, the rows that have one key are one."""
    parts = [_renamed(part.source.tables(leading), new) for part, new in unit.articles]
    if len(parts) == 1:
        return parts[0]
    names = [name for name in led_by(leading) if any(name in part for part in parts)]
    whole = {name: pa.concat_tables([part[name] for part in parts if name in part]) for name in names}
    return {name: in_order(name, united(table(name), rows.combine_chunks())) for name, rows in whole.items()}


def _renamed(part: Tables, new: Renamed) -> Tables:
    """An article's tables with new identifiers wherever people are referred to."""
    if not new:
        return part
    changed = {name: _pointing(part[name], column, new) for name, column in POINTED.items() if name in part}
    return {**part, **{name: _in_order_again(name, rows) for name, rows in changed.items()}}


def _in_order_again(name: str, rows: pa.Table) -> pa.Table:
    return in_order(name, rows) if POINTED[name] in table(name).order else rows


def _pointing(rows: pa.Table, column: str, new: Renamed) -> pa.Table:
    cells = rows[column]
    places = pc.index_in(cells, value_set=pa.array(new.keys(), pa.string()))
    changed: Any = pc.coalesce(pa.array(new.values(), pa.string()).take(places), cells)
    return rows.set_column(rows.column_names.index(column), column, changed)


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
    trips = pa.concat_tables([table_of(table("visits"), []).select(TRIP), *visits])
    told = trips.filter(pc.and_(pc.is_valid(trips[PERSON]), pc.is_valid(trips["date_edtf"]))).to_pylist()
    # What an earlier run took for all articles is tested again.
    own = [one.filter(pc.not_equal(one["kind"], pa.scalar(PLACED))) for one in checks]
    whole = pa.concat_tables([*own, table_of(table("checks"), place_rows(told))])
    return in_order("checks", united(table("checks"), whole))


def _codes(piece: Piece) -> Iterator[str]:
    """The codes of states that occur."""
    for column in table(piece.table).names:
        if column.endswith("_iso3"):
            yield from map(str, piece.rows[column].unique().drop_null().to_pylist())


def _state(state: State) -> dict[str, object]:
    return blank(table("states"), {
        "iso3": state.iso3, "code_scheme": state.code_scheme, "name": state.name, "cow": state.cow, "gw": state.gw,
        "wikidata_qid": state.wikidata_qid, "existed_from": state.existed_from, "existed_until": state.existed_until,
        "demonym": state.demonym, "capital": state.capital,
    })  # fmt: skip
