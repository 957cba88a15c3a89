"""Terms of heads of mission."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table, state_columns

TABLE = fact_table(
    "envoys",
    "a head of mission's term",
    Column("person_id", "string", "The head of mission among people.", references="people.person_id"),
    Column("name", "string", "The name as written.", required=True),
    state_columns("sending", "The sending state", required=True),
    state_columns("receiving", "The receiving state", required=True),
    Column("office", "string", "The office as written: ambassador, chargé d'affaires …"),
    Column("from_edtf", "string", "Beginning of the term, EDTF; null where only the post is told."),
    Column("until_edtf", "string", "End of the term, EDTF; null where it is not told."),
    key="envoy_id",
    identity=Identity(same=("sending_iso3", "receiving_iso3"), similar=("name",)),
)
