"""Spans of text that support cells and rows."""

from __future__ import annotations

from parsers.tables.declaration import Column, Table, relation_column, span_columns

TABLE = Table(
    "evidence",
    "one span that supports one cell or row",
    (
        Column("evidence_id", "string", "Stable identifier.", required=True),
        Column("table", "string", "The table of the row.", required=True),
        Column("row_id", "string", "The row's key in that table.", required=True),
        Column("column", "string", "The column that the span supports; null: the whole row."),
        relation_column(),
        Column("article_id", "string", "The article.", required=True, references="articles.article_id"),
        Column("revision_id", "int", "The page's revision; null where the source has none."),
        *span_columns(),
        Column("text", "string", "The words: stored text from start to end.", required=True),
        Column("rule_id", "string", "The rule that read it: the codebook says what each reads.", required=True),
    ),
    "evidence_id",
    ("article_id", "start", "end", "table", "row_id", "column", "evidence_id"),
)
