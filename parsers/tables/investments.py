"""Stated investment between the two states."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table, money_columns, state_columns

KINDS = {
    "stock": "investment accumulated up to the date",
    "flow": "investment in the period",
    "contract": "contracts and projects of companies",
    "company": "companies, branches, joint ventures",
    "loan": "commercial loans",
}

TABLE = fact_table(
    "investments",
    "a stated stock or flow of investment, contracts, companies",
    state_columns("from", "The state that the investor comes from"),
    state_columns("to", "The state invested in"),
    Column("kind", "category", "What is counted.", required=True, values=KINDS),
    money_columns(),
    Column("count", "int", "How many of `unit`.", minimum=0),
    Column("unit", "string", "What `count` counts: companies, projects …"),
    key="investment_id",
    identity=Identity(
        same=("kind", "value", "count"), compatible=("from_iso3", "to_iso3", "currency"), similar=("unit",)
    ),
)
