"""Rows in which nothing is wrong: an invented article on two states, with facts that bear each other out.

A row says only what matters to the expectations; the rest is filled by the type of its column, so that a new table or
column needs no edit here. `plant` makes one thing wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from datetime import UTC, date, datetime

from expectations import gate
from expectations.gate import Validation
from parsers.columnar import Stored, table_of
from parsers.tables import Column, Table, tables

Row = dict[str, object]
Rows = dict[str, list[Row]]

TITLE = "Estonia–Peru relations"
VISIT = "From 3 to 5 May 2011 the foreign minister of Peru, Ana Quispe, came to Tallinn."
TIES = "The two states have had diplomatic relations since 12 November 1991, and Peru opened an embassy in 1994."
TRADE = "Exports of Estonia came to 4 million euros in 2012, a share of 0.3 percent."
TEXT = "\n".join((TITLE, TIES, VISIT, TRADE))


def stated(sentence: str, edtf: str | None, start: date | None, end: date | None, precision: str | None) -> Row:
    """The shared columns of a fact that the sentence states."""
    return {
        "date_edtf": edtf,
        "date_start": start,
        "date_end": end,
        "date_precision": precision,
        "evidence": sentence,
        "rule_id": "sound.rows",
    }


DAY = stated(TIES, "1991-11-12", date(1991, 11, 12), date(1991, 11, 12), "day")
DAYS = stated(VISIT, "2011-05-03/2011-05-05", date(2011, 5, 3), date(2011, 5, 5), "interval")
MONTH = stated(VISIT, "2011-05", date(2011, 5, 1), date(2011, 5, 31), "month")
YEAR = stated(TRADE, "2012", date(2012, 1, 1), date(2012, 12, 31), "year")
UNDATED = stated(TIES, None, None, None, None)
TO_ESTONIA: Row = {"sending_iso3": "PER", "receiving_iso3": "EST"}

FACTS: dict[str, list[Row]] = {
    "ties": [
        {"kind": "established", **DAY},
        {"kind": "recognised", "actor_iso3": "PER", "object_iso3": "EST", **DAY},
        {"kind": "resumed", **YEAR},
    ],
    "missions": [
        {"kind": "embassy", "city": "Tallinn", "status": "open", "opened_edtf": "1994", **TO_ESTONIA, **UNDATED},
        {"kind": "accredited", "seat_iso3": "FIN", "status": "closed", **TO_ESTONIA, **UNDATED}
        | {"opened_edtf": "1996", "closed_edtf": "1999"},
    ],
    "visits": [
        {"visitor": "Ana Quispe", "person_id": "people-1", "rank": "foreign minister", **TO_ESTONIA, **DAYS},
        {"visitor": "Rosa Mamani", "kind": "working", "hosts": ["Urmas Tamm"], **TO_ESTONIA, **MONTH},
    ],
    "meetings": [{"participants": ["Ana Quispe", "Urmas Tamm"], "mode": "in person", **DAYS}],
    "agreements": [{"kind": "treaty", "title": "treaty on fishing", "parties": ["EST", "PER"], **DAYS}],
    "trade": [
        {"flow": "export", "measure": "value", "value": 4e6, "currency": "EUR", **YEAR}
        | {"reporter_iso3": "EST", "partner_iso3": "PER"},
        {"flow": "balance", "measure": "value", "value": -2.5e6, "currency": "EUR", **YEAR},
        {"flow": "export", "measure": "share", "share_pct": 0.3, "reporter_iso3": "EST", **YEAR},
    ],
    "aid": [
        {"donor_iso3": "EST", "recipient_iso3": "PER", "value": 1e5, "currency": "EUR", **YEAR},
        {"donor_iso3": "EST", "recipient_iso3": "PER", "quantity": 20.0, "unit": "tonnes", **YEAR},
    ],
    "investments": [{"kind": "stock", "from_iso3": "EST", "to_iso3": "PER", "count": 4, "unit": "firms", **YEAR}],
    "partnerships": [{"level": "strategic partnership", **DAYS}],
    "memberships": [{"state_iso3": "EST", "body": "Fishing Union", "action": "joined", **YEAR}],
    "positions": [{"holder_iso3": "PER", "stance": "supports", "topic": "fishing", "about_iso3": "EST", **YEAR}],
    "envoys": [{"name": "Rosa Mamani", "from_edtf": "1994", "until_edtf": "1998", **TO_ESTONIA, **UNDATED}],
    "institutions": [{"name": "Fishing Chamber", "kind": "business council", "established_edtf": "199X", **UNDATED}],
    "events": [
        {"kind": "visit", "description": VISIT, "fact_table": "visits", "fact_id": "visits-1", **DAYS},
        {"kind": "other", "description": TRADE, "plover_type": "CONSULT", **YEAR},
    ],
}


def _span(words: str) -> Row:
    return {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "text": words}


OTHERS: dict[str, list[Row]] = {
    "articles": [
        {
            "title": TITLE,
            "form": "wikitext",
            "revision_id": 123,
            "timestamp": datetime(2024, 5, 3, 10, 11, tzinfo=UTC),
            "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
            "text": TEXT,
        }
    ],
    "states": [
        {"iso3": "EST", "name": "Estonia", "existed_from": 1918},
        {"iso3": "PER", "name": "Peru", "wikidata_qid": "Q419"},
        {"iso3": "FIN", "name": "Finland"},
        {"iso3": "SUN", "name": "Soviet Union", "existed_from": 1922, "existed_until": 1991},
    ],
    "people": [
        {"name": "Ana Quispe", "state_iso3": "PER", "offices": ["foreign minister"]}
        | {"first_seen": "2011-05", "last_seen": "2011-05"}
    ],
    "sections": [{"level": 1, "path": [TITLE], "start": 0, "end": len(TEXT)}],
    "sentences": [
        {"kind": "title", **_span(TITLE)},
        *({"kind": "paragraph", **_span(words)} for words in (TIES, VISIT, TRADE)),
    ],
    "links": [{"target": "Tallinn", **_span("Tallinn")}],
    "citations": [{"position": 30, "text": "A newspaper."}],
    "conflicts": [],
    "checks": [{"kind": "tenure", "table": "visits", "row_ids": ["visits-1", "visits-2"], "passed": True}],
}

KEYS: Row = {"relation_id": "EST-PER", "article_id": "articles-1", "section_id": "sections-1"}


def sound_rows() -> Rows:
    """Rows for every declared table, new on each call; the key of the first visit is `visits-1`."""
    stated_rows = FACTS | OTHERS
    rows = {name: _filled(table, stated_rows.get(name, [])) for name, table in tables().items()}
    rows["evidence"] = _filled(tables()["evidence"], [row for name in FACTS for row in _evidence(name, rows[name])])
    counts = {f"{name}_count": len(rows[name]) for name in FACTS}
    pair: Row = {"state_a_iso3": "EST", "state_b_iso3": "PER", "established_edtf": "1991-11-12", **counts}
    rows["relations"] = _filled(tables()["relations"], [{"relation_id": "EST-PER", "title": TITLE, **pair}])
    return rows


def plant(rows: Rows, table: str, row: int, change: Mapping[str, object]) -> Rows:
    """The rows with one of them changed, or with a copy of the last one changed where `row` is one too many."""
    if row == len(rows[table]):
        rows[table].append(dict(rows[table][-1]) if rows[table] else {})
    rows[table][row] |= change
    return rows


def _evidence(name: str, facts: list[Row]) -> list[Row]:
    key = tables()[name].key
    return [{"table": name, "row_id": fact[key], **_span(str(fact["evidence"]))} for fact in facts]


def _filled(table: Table, rows: list[Row]) -> list[Row]:
    return [
        {column.name: row.get(column.name, _default(table, column, number)) for column in table.columns}
        for number, row in enumerate(rows, start=1)
    ]


def _default(table: Table, column: Column, number: int) -> object:
    """What a row holds in a column of which it says nothing: null where that may be."""
    if not column.required:
        return None
    if column.name in KEYS and column.name != table.key:
        return KEYS[column.name]
    if column.name == table.key:
        return f"{table.name}-{number}"
    made: dict[str, object] = {"category": next(iter(column.values), None), "int": 1, "bool": False}
    return made.get(column.type, f"{column.name} {number}")


def validate(rows: Rows, *, only: Collection[str] | None = None) -> Validation:
    """What the expectations say of rows given as dicts, in which what is not given is null."""
    stored = {
        name: Stored(table_of(tables()[name], [{**tables()[name].empty, **row} for row in some]))
        for name, some in rows.items()
    }
    return gate.concluded(stored, gate.examine(stored, only=only))
