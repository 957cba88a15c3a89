"""Every dated statement."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table, facts_but, state_columns

KINDS = {
    **{table.kind: table.row for table in facts_but("events", "relations").values()},
    "other": "a dated statement that no other table has",
}
"""What a row can be about: each table of facts, in the singular as its key has it."""

TABLE = fact_table(
    "events",
    "a dated statement, whether or not another table has it",
    Column(
        "kind", "category", "The table that has it, in the singular; other where none has.", required=True, values=KINDS
    ),
    Column(
        "plover_type",
        "string",
        "Event type of the PLOVER ontology, upper case; null where none fits.",
        pattern=r"^[A-Z]+$",
    ),
    Column("plover_mode", "string", "Mode of that PLOVER type."),
    state_columns("actor", "The state that acts"),
    state_columns("target", "The state acted upon"),
    Column("city", "string", "The city named."),
    Column("description", "string", "The clause that states it, as written.", required=True),
    Column("fact_table", "string", "The table that holds the fact, null where none does."),
    Column("fact_id", "string", "The fact's identifier in that table."),
    key="event_id",
    identity=Identity(same=("kind", "fact_id"), similar=("description",)),
)
