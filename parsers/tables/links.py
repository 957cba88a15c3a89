"""The links of the articles."""

from __future__ import annotations

from parsers.tables.declaration import Column, Table, span_columns

TABLE = Table(
    "links",
    "words that link to another page",
    (
        Column("link_id", "string", "Stable identifier.", required=True),
        Column("article_id", "string", "The article.", required=True, references="articles.article_id"),
        *span_columns(),
        Column("text", "string", "The words.", required=True),
        Column("target", "string", "The page linked to.", required=True),
    ),
    "link_id",
    ("article_id", "start", "link_id"),
)
