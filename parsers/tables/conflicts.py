"""Statements that disagree. Where two rows disagree each has its own row here, so that `row_id` finds it."""

from __future__ import annotations

from parsers.tables.declaration import Column, Table, relation_column

KINDS = {
    "date": "different dates",
    "direction": "sending and receiving state exchanged",
    "amount": "different amounts",
    "name": "different spellings or names",
    "third state": "one names a third state where the other names the partner",
    "count": "different counts",
}

TABLE = Table(
    "conflicts",
    "what a row holds, and a statement that disagrees",
    (
        Column("conflict_id", "string", "Stable identifier.", required=True),
        relation_column(),
        Column("table", "string", "The table of the row.", required=True),
        Column("row_id", "string", "The row's key in that table.", required=True),
        Column("kind", "category", "What they disagree on.", required=True, values=KINDS),
        Column("column", "string", "The column in question."),
        Column("one", "string", "What the row holds.", required=True),
        Column("other", "string", "What the other statement says; of two people, the other name.", required=True),
        Column("one_evidence", "string", "The statement that the row follows.", required=True),
        Column("other_evidence", "string", "The statement that disagrees.", required=True),
    ),
    "conflict_id",
    ("relation_id", "table", "row_id", "column", "conflict_id"),
)
