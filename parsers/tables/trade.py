"""Stated figures of commerce."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table, money_columns, state_columns

FLOWS = {
    "total": "both directions together",
    "export": "from the reporter to the partner",
    "import": "from the partner to the reporter",
    "balance": "exports less imports of the reporter",
}
MEASURES = {
    "value": "an amount of money",
    "growth": "a change against another period",
    "rank": "a place among partners",
    "share": "a part of the reporter's trade",
}

TABLE = fact_table(
    "trade",
    "one stated figure of commerce; the date columns are its period",
    state_columns("reporter", "The state whose trade it is; null for a total that has no side"),
    state_columns("partner", "The other state"),
    Column("flow", "category", "The direction.", required=True, values=FLOWS),
    Column("measure", "category", "What is measured.", required=True, values=MEASURES),
    money_columns(),
    Column("change_pct", "float", "Change against the period before.", unit="percent"),
    Column("change_pct_max", "float", "Upper end, where the change is a range.", unit="percent"),
    Column("change_value", "float", "Change in money against the period before.", unit="units of `currency`"),
    Column("rank", "int", "Place of the partner among the reporter's partners.", minimum=1),
    Column("rank_scope", "string", "Region or group that the rank holds within, as written; null: among all partners."),
    Column("share_pct", "float", "Part of the reporter's trade.", unit="percent", minimum=0, maximum=100),
    key="trade_id",
    identity=Identity(
        same=("flow", "measure", "value", "rank", "rank_scope", "change_pct"),
        compatible=("currency", "reporter_iso3", "partner_iso3", "share_pct"),
    ),
)
