"""The articles and their stored text."""

from __future__ import annotations

from parsers.tables.declaration import Column, Table, relation_column

TABLE = Table(
    "articles",
    "an article with the text that every offset points into",
    (
        Column("article_id", "string", "Stable identifier, from the title.", required=True),
        relation_column(),
        Column("title", "string", "The page's title.", required=True),
        Column(
            "form",
            "category",
            "The form it was read from.",
            required=True,
            values={"wikitext": "MediaWiki markup", "flattened": "plain text as TextExtracts gives it"},
        ),
        Column("revision_id", "int", "The page's revision; null where the source has none."),
        Column("timestamp", "timestamp", "When that revision was saved, UTC."),
        Column("url", "string", "Permanent link to the revision."),
        Column("licence", "string", "Licence of the page's text."),
        Column(
            "sha256", "string", "SHA-256 of the page as the source gave it.", required=True, pattern=r"^[0-9a-f]{64}$"
        ),
        Column("text", "string", "The stored text.", required=True),
    ),
    "article_id",
    ("article_id",),
)
