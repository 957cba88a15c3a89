"""Stances that one state takes."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table, state_columns

STANCES = {
    "supports": "speaks for it",
    "opposes": "speaks against it",
    "recognizes": "recognises it as such",
    "condemns": "condemns it",
    "abstains": "takes no side in a vote",
}

TABLE = fact_table(
    "positions",
    "a stance one state takes",
    state_columns("holder", "The state that takes the stance", required=True),
    Column("stance", "category", "The stance.", required=True, values=STANCES),
    Column("topic", "string", "What it is about, as written.", required=True),
    state_columns("about", "The state or polity that it concerns"),
    key="position_id",
    identity=Identity(same=("holder_iso3", "stance"), compatible=("about_iso3",), similar=("topic",)),
)
