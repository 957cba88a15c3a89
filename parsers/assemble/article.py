"""One article's rows: its facts merged, identified and written out, with its text layer and its relation."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from parsers.assemble.checks import check_rows
from parsers.assemble.conflicts import conflict_rows
from parsers.assemble.events import event_rows
from parsers.assemble.evidence import evidence, evidence_url, spans_of
from parsers.assemble.identity import identified
from parsers.assemble.layer import layer
from parsers.assemble.merge import merge
from parsers.assemble.people import people_of, people_rows, people_spans, with_people
from parsers.assemble.relation import counted, relation_id_of, relation_row
from parsers.assemble.row import Merged, Rows, blank
from parsers.assemble.stated import Stated, place
from parsers.document.model import Document
from parsers.facts.model import Fact
from parsers.language.reading import Reading
from parsers.tables import tables


def assemble_article(reading: Reading, facts: Sequence[Fact]) -> Rows:
    """The rows of every declared table for one article; each row has exactly the declared keys.

    `states` is derived when articles are put together. Raises ValueError where a fact fills a column that its table
    does not declare, KeyError where its table is not declared.
    """
    document, relation_id = reading.document, relation_id_of(reading.pair)
    found: Mapping[str, Sequence[Merged]] = _merged(place(reading, facts), relation_id)
    people = people_of(reading, found, relation_id)
    found = with_people(found, people)
    rows: Rows = {name: [] for name in tables()} | layer(document, relation_id)
    rows["people"] = people_rows(people)
    rows["conflicts"] = conflict_rows(reading, found, people, relation_id)
    disputed = {(row["table"], row["row_id"]) for row in rows["conflicts"]}
    for name, merged_rows in found.items():
        rows[name] = [_fact_row(document, relation_id, row, (name, row.row_id) in disputed) for row in merged_rows]
    rows["checks"] = check_rows(found, people, rows["sentences"], relation_id)
    every = (row for name in sorted(found) for row in found[name])
    rows["evidence"] = evidence(document, relation_id, chain(spans_of(every), people_spans(people, document.text)))
    counts = {name: len(merged_rows) for name, merged_rows in found.items()}
    rows["relations"] = [counted(relation_row(document, reading.pair, found), counts)]
    return rows


def _merged(stated: Sequence[Stated], relation_id: str) -> Mapping[str, Sequence[Merged]]:
    """The rows of each fact table, identified; events last, as they refer to the others."""
    of_table: dict[str, list[Stated]] = {name: [] for name, declared in tables().items() if declared.is_fact}
    for one in stated:
        of_table[one.fact.table].append(one)
    events = of_table.pop("events")
    found = {name: identified(merge(tables()[name], those), relation_id) for name, those in of_table.items()}
    return {**found, "events": identified(event_rows(events, found, relation_id.split("-")), relation_id)}


def _fact_row(document: Document, relation_id: str, row: Merged, has_conflict: bool) -> dict[str, object]:
    """The row of a fact: its own columns, and those that every fact table has."""
    date, first = row.date, row.dated
    return blank(row.table, {
        **row.values, row.table.key: row.row_id, "relation_id": relation_id,
        "date_edtf": date.edtf if date else None, "date_start": date.start if date else None,
        "date_end": date.end if date else None, "date_precision": date.precision if date else None,
        "date_text": first.fact.date_text if date else None,
        "evidence": first.text, "evidence_url": evidence_url(document, first.text),
        "statements": row.statements, "rule_id": first.fact.rule_id, "has_conflict": has_conflict,
    })  # fmt: skip
