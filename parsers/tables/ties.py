"""Changes in diplomatic relations."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table, state_columns

KINDS = {
    "established": "diplomatic relations begin",
    "recognised": "one state recognises the other or its independence",
    "severed": "relations are broken off or recognition is withdrawn",
    "resumed": "relations are restored after a break",
    "upgraded": "relations or their level are raised",
    "downgraded": "relations or their level are lowered",
}

TABLE = fact_table(
    "ties",
    "a change in diplomatic relations",
    Column("kind", "category", "What changed.", required=True, values=KINDS),
    state_columns("actor", "The state that acts (recognises, breaks off); null when both act"),
    state_columns("object", "The state that is acted upon; null when both act"),
    Column("level", "string", "The level named: ambassadorial, consular, de facto, de jure …"),
    key="tie_id",
    identity=Identity(
        same=("kind",),
        compatible=("actor_iso3", "object_iso3"),
        turns=(("established", "severed"), ("resumed", "severed"), ("severed", "resumed")),
    ),
)
