"""The rows of all articles in one: states derived, doubles settled, every table in its declared order.

Two articles on one pair of states keep their text and evidence each; the relations row is that of the first by title,
and facts that both state are one row. A person whom several articles name is one row. Of an article that comes twice
(one title, two forms or revisions) the newest revision alone counts. `duplicates` reports both, for the flow to tell
the user.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence

from parsers.assemble.checks import place_rows
from parsers.assemble.people_together import one_person_one_row
from parsers.assemble.relation import counted
from parsers.assemble.row import Rows, blank
from parsers.language.states import State, states
from parsers.tables import Table, table, tables

Row = dict[str, object]


def assemble(parts: Iterable[Rows]) -> Rows:
    """The rows of all articles, the same whatever the order of the parts."""
    chosen = one_person_one_row(_newest(parts))
    rows: Rows = {name: [row for part in chosen for row in part.get(name, ())] for name in tables()}
    for name, declared in tables().items():
        rows[name] = _united(declared, rows[name])
    counts = {name: Counter(row["relation_id"] for row in rows[name]) for name in _fact_tables()}
    rows["relations"] = [
        counted(row, {name: count[row["relation_id"]] for name, count in counts.items()}) for row in rows["relations"]
    ]
    rows["checks"] += place_rows(rows["visits"])
    rows["states"] = _states(rows)
    return {name: ordered(tables()[name], found) for name, found in rows.items()}


def duplicates(parts: Iterable[Rows]) -> list[str]:
    """What `assemble` had to settle, in sentences: articles that come twice, pairs of states with several articles."""
    everything = [row for part in parts for row in part.get("articles", ())]
    copies = Counter(str(row["article_id"]) for row in everything)
    titles: dict[str, set[str]] = defaultdict(set)
    for row in everything:
        titles[str(row["relation_id"])].add(str(row["title"]))
    return [
        f"article {article_id} was given {count} times; only its newest revision is in the tables"
        for article_id, count in sorted(copies.items()) if count > 1
    ] + [
        f"relation {relation_id} has {len(names)} articles ({', '.join(sorted(names))}); its row follows the first"
        for relation_id, names in sorted(titles.items()) if len(names) > 1
    ]  # fmt: skip


def ordered(declared: Table, rows: Iterable[Row]) -> list[Row]:
    """The rows in the declared order of their table, nulls last; rows alike in it by all they hold."""
    return sorted(rows, key=lambda row: ([_nulls_last(row[name]) for name in declared.order], repr(row)))


def _nulls_last(value: object) -> tuple[bool, object]:
    return value is None, 0 if value is None else value


def _newest(parts: Iterable[Rows]) -> list[Rows]:
    """One part for each article, in order of title: the highest revision, then the latest time, then by hash."""
    best: dict[str, Rows] = {}
    for part in sorted(parts, key=_age):
        best[str(part["articles"][0]["article_id"])] = part
    return sorted(best.values(), key=lambda part: (str(part["articles"][0]["title"]), _age(part)))


def _age(part: Rows) -> tuple[object, ...]:
    article = part["articles"][0]
    return article["revision_id"] or 0, str(article["timestamp"] or ""), str(article["sha256"])


def _united(declared: Table, rows: Sequence[Row]) -> list[Row]:
    """The rows, those with one key as one: the first's values, with the statements of all counted."""
    found: dict[object, Row] = {}
    for row in rows:
        first = found.setdefault(row[declared.key], row)
        if first is not row and declared.is_fact:
            count = sum(number for number in (first["statements"], row["statements"]) if isinstance(number, int))
            conflict = bool(first["has_conflict"] or row["has_conflict"])
            found[row[declared.key]] = {**first, "statements": count, "has_conflict": conflict}
    return list(found.values())


def _fact_tables() -> list[str]:
    return [name for name, declared in tables().items() if declared.is_fact]


def _states(rows: Rows) -> list[Row]:
    """A row for every code that occurs in a column of codes; a code that the lexicon does not have gets none."""
    codes = set(_codes(rows))
    return [_state(state) for iso3, state in sorted(states().items()) if iso3 in codes]


def _codes(rows: Rows) -> Iterator[object]:
    for name, found in rows.items():
        columns = [column for column in table(name).names if column.endswith("_iso3")]
        yield from (row[column] for row in found for column in columns if row[column] is not None)


def _state(state: State) -> Row:
    return blank(table("states"), {
        "iso3": state.iso3, "code_scheme": state.code_scheme, "name": state.name, "cow": state.cow, "gw": state.gw,
        "wikidata_qid": state.wikidata_qid, "existed_from": state.existed_from, "existed_until": state.existed_until,
        "demonym": state.demonym, "capital": state.capital,
    })  # fmt: skip
