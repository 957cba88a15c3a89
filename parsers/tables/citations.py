"""The footnotes of the articles."""

from __future__ import annotations

from parsers.tables.declaration import CODE_POINTS, Column, Table

TABLE = Table(
    "citations",
    "a footnote and what it cites",
    (
        Column("citation_id", "string", "Stable identifier.", required=True),
        Column("article_id", "string", "The article.", required=True, references="articles.article_id"),
        Column(
            "position",
            "int",
            "Where its mark stands: after so many characters of the stored text.",
            required=True,
            minimum=0,
            unit=CODE_POINTS,
        ),
        Column("text", "string", "The footnote as text."),
        Column("title", "string", "Title of what is cited."),
        Column("publisher", "string", "Publisher, work or site."),
        Column("date", "string", "Date as the footnote gives it."),
        Column("url", "string", "Address cited."),
    ),
    "citation_id",
    ("article_id", "position", "citation_id"),
)
