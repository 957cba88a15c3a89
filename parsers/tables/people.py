"""People named in the articles."""

from __future__ import annotations

from parsers.tables.declaration import Column, Table, state_columns

TABLE = Table(
    "people",
    "a person named",
    (
        Column("person_id", "string", "Stable identifier.", required=True),
        Column("name", "string", "The fullest form of the name, as written.", required=True),
        Column("aliases", "list<string>", "Other forms of the name, as written."),
        *state_columns("state", "The state served"),
        Column("offices", "list<string>", "Offices as written; one of several holders in the singular."),
        Column("wikidata_title", "string", "The wiki page that the name links to; the key to its Wikidata item."),
        Column("first_seen", "string", "The earliest date at which the person occurs, EDTF."),
        Column("last_seen", "string", "The latest date at which the person occurs, EDTF."),
    ),
    "person_id",
    ("person_id",),
)
