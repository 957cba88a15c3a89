"""Declared levels of partnership."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table

TABLE = fact_table(
    "partnerships",
    "a declared level of partnership",
    Column("level", "string", "The level as a normalised phrase: strategic partnership …", required=True),
    key="partnership_id",
    identity=Identity(same=("level",)),
)
