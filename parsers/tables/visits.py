"""Trips of officials and delegations from one state to the other."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table, state_columns

RANKS = {
    "head of state": "president, monarch, governor-general",
    "head of government": "prime minister, premier, chancellor",
    "foreign minister": "minister of foreign affairs, secretary of state",
    "minister": "any other minister, vice president, deputy head of government",
    "deputy minister": "deputy or vice minister, undersecretary, state secretary",
    "legislature": "speaker, chairman or members of a parliament",
    "military": "officers and chiefs of staff",
    "royal": "members of a royal house who do not reign",
    "envoy": "special envoys, ambassadors",
    "delegation": "a group with no single visitor named",
    "other": "anyone else",
}
KINDS = {
    "state": "state visit",
    "official": "official visit",
    "working": "working visit",
    "private": "private visit",
    "transit": "stop on the way elsewhere",
}

TABLE = fact_table(
    "visits",
    "one visitor's trip to the other state",
    Column("visitor", "string", "The visitor's name as written, without titles; null for an unnamed office-holder."),
    Column("person_id", "string", "The visitor among people.", references="people.person_id"),
    Column("office", "string", "The visitor's office as written."),
    Column("rank", "category", "The rank of that office.", values=RANKS),
    state_columns("sending", "The state that the visitor comes from or serves", required=True),
    state_columns("receiving", "The state visited", required=True),
    Column("city", "string", "The city visited, as written."),
    Column("kind", "category", "The kind of visit, where stated.", values=KINDS),
    Column("occasion", "string", "The event or purpose that is named."),
    Column("hosts", "list<string>", "The people who received the visitor, as written."),
    key="visit_id",
    identity=Identity(same=("sending_iso3", "receiving_iso3"), compatible=("kind",), similar=("visitor", "office")),
)
