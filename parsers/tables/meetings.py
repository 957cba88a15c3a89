"""Talks, calls and exchanges of letters."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table

MODES = {
    "in person": "face to face",
    "phone call": "by telephone",
    "video call": "by video link",
    "letters": "an exchange of letters or messages",
}

TABLE = fact_table(
    "meetings",
    "talks, a call, an exchange of letters",
    # pandas' plain reader gives it as text, because shared/tools/score.py asks each cell for its truth, which an array
    # of several names has not; `dtype_backend="pyarrow"` gives lists.
    Column(
        "participants",
        "list<string>",
        "Who took part: names, whole where the article told them before, else offices, else state codes.",
        pandas="string[python]",
    ),
    Column("mode", "category", "How they met.", required=True, values=MODES),
    Column("city", "string", "The city, as written."),
    Column("venue", "string", "The building or place within the city."),
    Column("occasion", "string", "The event in whose margins it took place."),
    key="meeting_id",
    identity=Identity(same=("mode",), similar=("participants",), compatible=("city",)),
)
