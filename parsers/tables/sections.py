"""The headings of the articles."""

from __future__ import annotations

from parsers.tables.declaration import Column, Table, span_columns

TABLE = Table(
    "sections",
    "a heading and what stands below it",
    (
        Column("section_id", "string", "Stable identifier.", required=True),
        Column("article_id", "string", "The article.", required=True, references="articles.article_id"),
        Column("level", "int", "Depth of the heading; 1 is the lead.", required=True, minimum=1),
        Column("title", "string", "The heading's words; null for the lead."),
        Column("path", "list<string>", "Headings from the outermost to this one.", required=True),
        *span_columns(least=0),
    ),
    "section_id",
    ("article_id", "start", "section_id"),
)
