"""Arithmetic and logical tests on the facts."""

from __future__ import annotations

from parsers.tables.declaration import Column, Table, relation_column

KINDS = {
    "sum": "parts add up to the total",
    "change": "a change agrees with the levels",
    "order of dates": "what must come first does",
    "tenure": "an office-holder acts within the term",
    "overlap": "nobody is in two places at once",
    "fragment": "a sentence of a paragraph has more than one word; only those that fail are listed",
}

TABLE = Table(
    "checks",
    "one arithmetic or logical test on the facts",
    (
        Column("check_id", "string", "Stable identifier.", required=True),
        relation_column(),
        Column("kind", "category", "What is tested.", required=True, values=KINDS),
        Column("table", "string", "The table of the rows.", required=True),
        Column("row_ids", "list<string>", "The rows tested.", required=True),
        Column("expected", "string", "What should hold.", required=True),
        Column("found", "string", "What the rows say.", required=True),
        Column("passed", "bool", "Whether it holds.", required=True),
    ),
    "check_id",
    ("relation_id", "kind", "check_id"),
)
