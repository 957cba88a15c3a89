"""Plausible rows for every declared table: two invented pages, with a few facts that refer to each other.

What a row does not name is filled by the type of its column, so that a new table or column needs no edit here.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from outputs.model import Release
from outputs.page.parts import row_files
from outputs.parquet import to_arrow
from parsers.columnar import Stored
from parsers.tables import Column, Table, tables

SENTENCE = "In May 2011 the foreign minister of Peru, Ana Quispe, came to Tallinn for two days of talks."
TEXT = f"Estonia–Peru relations\n{SENTENCE}\nBoth sides spoke of trade, fishing; and of visas."

Rows = dict[str, list[dict[str, object]]]

DATED: dict[str, object] = {
    "date_edtf": "2011-05",
    "date_start": date(2011, 5, 1),
    "date_end": date(2011, 5, 31),
    "date_precision": "month",
    "date_text": "In May 2011",
    "evidence": SENTENCE,
    "rule_id": "visits.came",
    "has_conflict": False,
}

NAMED: dict[str, list[dict[str, object]]] = {
    "articles": [
        {
            "article_id": "estonia-peru",
            "title": "Estonia–Peru relations",
            "form": "wikitext",
            "revision_id": 123456789,
            "timestamp": datetime(2024, 5, 3, 10, 11, 12, tzinfo=UTC),
            "url": "https://wiki.example/index.php?oldid=123456789",
            "licence": "CC BY-SA 4.0",
            "sha256": hashlib.sha256(TEXT.encode()).hexdigest(),
            "text": TEXT,
        },
        {
            "article_id": "chile-fiji",
            "title": "Chile–Fiji relations",
            "relation_id": "CHL-FJI",
            "form": "flattened",
            "sha256": hashlib.sha256(b"x").hexdigest(),
            "text": 'Said "yes", and\nno, to | bars.',
        },
    ],
    "sentences": [
        {"sentence_id": "s1", "kind": "title", "start": 0, "end": 22, "text": "Estonia–Peru relations"},
        {"sentence_id": "s2", "kind": "paragraph", "start": 23, "end": 23 + len(SENTENCE), "text": SENTENCE},
    ],
    "states": [
        {"iso3": "EST", "name": "Estonia", "cow": 366, "gw": 366, "capital": "Tallinn", "code_scheme": "iso3166-1"},
        {"iso3": "PER", "name": "Peru", "cow": 135, "existed_from": 1821, "code_scheme": "iso3166-1"},
    ],
    "visits": [
        {
            "visit_id": "visit-1",
            "visitor": "Ana Quispe",
            "office": "foreign minister of Peru",
            "rank": "foreign minister",
            "sending_iso3": "PER",
            "receiving_iso3": "EST",
            "city": "Tallinn",
            "hosts": ["Urmas Tamm", 'Jaan "Jan" Saar'],
            **DATED,
        },
        {"visit_id": "visit-2", "sending_iso3": "EST", "receiving_iso3": "PER", "kind": "working", "hosts": ()},
    ],
    "trade": [
        {"trade_id": "trade-1", "flow": "export", "measure": "value", "value": 4.5e9, "currency": "USD"},
        {"trade_id": "trade-2", "flow": "total", "measure": "growth", "change_pct": -12.5, "approximate": True},
    ],
}


def _default(column: Column, number: int) -> object:
    """A value of the column's type, null where that may be."""
    if not column.required:
        return None
    if column.name == "relation_id":
        return "EST-PER"
    made: dict[str, object] = {
        "string": f"{column.name}-{number}",
        "category": next(iter(column.values), None),
        "int": number,
        "float": float(number),
        "bool": False,
        "date": date(2011, 5, number),
        "timestamp": datetime(2011, 5, number, tzinfo=UTC),
        "list<string>": [f"{column.name}-{number}"],
    }
    return made[column.type]


def make_rows() -> Rows:
    """Rows for all declared tables, new on each call: those above, else one made-up row; none in `checks`."""
    rows: Rows = {}
    for name, table in tables().items():
        named = NAMED.get(name, [] if name == "checks" else [{}])
        rows[name] = [
            {column.name: row.get(column.name, _default(column, number)) for column in table.columns}
            for number, row in enumerate(named, start=1)
        ]
    return rows


MANIFEST: dict[str, object] = {"sources": ["estonia-peru.txt", "chile-fiji.txt"], "failures": [], "templates": {}}
VALIDATION: dict[str, object] = {"success": True, "results": []}
REPORT = "<!doctype html><title>Validation</title><p>All tests passed.</p>\n"


def stored_rows(declared: Mapping[str, Table], rows: Mapping[str, Sequence[dict[str, object]]]) -> dict[str, Stored]:
    """Rows given as dicts as the tables that a release is made from, in memory; tables that lack have none."""
    return {name: Stored(to_arrow(table, rows.get(name, ()))) for name, table in declared.items()}


def release_of(rows: Rows, declared: Mapping[str, Table] | None = None, **said: Any) -> Release:
    """What is to be published of these rows."""
    declared = tables() if declared is None else declared
    return Release(declared, stored_rows(declared, rows), said.pop("manifest", {}), said.pop("date", None), **said)


def page_files(release: Release) -> dict[str, bytes]:
    """The files of rows that the page of a release reads, by path."""
    return {
        path: content
        for name, table in release.tables.items()
        for path, content in row_files(table, release.stored[name])
    }
