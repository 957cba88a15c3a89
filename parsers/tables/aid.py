"""Stated transfers from one state to the other."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table, money_columns, state_columns

KINDS = {
    "military": "arms, training, military equipment",
    "financial": "budget support, grants",
    "humanitarian": "relief after a disaster or in war, food",
    "medical": "medicine, vaccines, health",
    "technical": "experts, technical assistance",
    "development": "projects, infrastructure",
    "education": "scholarships, schools",
    "loan": "loans and credit lines",
}
STATUSES = {"pledged": "promised", "committed": "agreed or signed", "delivered": "given as far as stated"}

TABLE = fact_table(
    "aid",
    "one stated transfer",
    state_columns("donor", "The state that gives", required=True),
    state_columns("recipient", "The state that receives", required=True),
    Column("kind", "category", "The kind of aid.", values=KINDS),
    Column("item", "string", "What was given, as written."),
    money_columns(),
    Column("quantity", "float", "How much of `unit` was given.", minimum=0, unit="`unit`"),
    Column("unit", "string", "What `quantity` counts: doses, tonnes …"),
    Column("status", "category", "How far the transfer has gone.", values=STATUSES),
    key="aid_id",
    identity=Identity(
        same=("donor_iso3", "recipient_iso3", "value", "quantity"), compatible=("currency", "kind"), similar=("item",)
    ),
)
