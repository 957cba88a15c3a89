"""The sentences of the articles."""

from __future__ import annotations

from parsers.tables.declaration import Column, Table, span_columns

KINDS = {
    "title": "the page's title",
    "heading": "a heading",
    "paragraph": "a sentence of prose",
    "item": "a sentence of a list item",
    "field": "an infobox field",
    "row": "a table row",
    "caption": "a caption",
}

TABLE = Table(
    "sentences",
    "a sentence, list item, infobox field or table row",
    (
        Column("sentence_id", "string", "Stable identifier.", required=True),
        Column("article_id", "string", "The article.", required=True, references="articles.article_id"),
        Column("section_id", "string", "The section.", required=True, references="sections.section_id"),
        Column("kind", "category", "What it is.", required=True, values=KINDS),
        *span_columns(),
        Column("text", "string", "The words.", required=True),
    ),
    "sentence_id",
    ("article_id", "start", "sentence_id"),
)
