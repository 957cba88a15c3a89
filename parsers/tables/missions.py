"""Diplomatic and consular posts."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table, state_columns

KINDS = {
    "embassy": "an embassy, headed by an ambassador or chargé d'affaires",
    "high commission": "an embassy between states of the Commonwealth",
    "consulate-general": "a consulate-general",
    "consulate": "a consulate",
    "honorary consulate": "a consulate headed by an honorary consul",
    "permanent mission": "a permanent mission or delegation",
    "trade office": "a trade, economic or cultural office",
    "liaison office": "a liaison, representative or information office",
    "interests section": "an interests section in another state's embassy",
    "accredited": "a non-resident accreditation from a post in a third state, or from the capital of the sender",
}
EMBASSIES = ("embassy", "high commission")
"""The posts of full relations. `parsers.phrases.posts` has them again, since it knows no declaration."""
STATUSES = {"open": "in operation as far as stated", "closed": "closed", "planned": "announced, not opened yet"}

TABLE = fact_table(
    "missions",
    "a diplomatic or consular post",
    state_columns("sending", "The sending state", required=True),
    state_columns("receiving", "The receiving state", required=True),
    Column("kind", "category", "The kind of post.", required=True, values=KINDS),
    Column("name", "string", "The post's own name, where the text gives one."),
    Column("city", "string", "The city in which the post stands, as written."),
    state_columns("seat", "The state, most often a third one, in which a non-resident post stands"),
    Column("status", "category", "Whether the post is open.", required=True, values=STATUSES),
    Column("opened_edtf", "string", "When it opened, EDTF."),
    Column("closed_edtf", "string", "When it closed, EDTF."),
    key="mission_id",
    identity=Identity(
        same=("sending_iso3", "receiving_iso3", "kind"),
        compatible=("city", "seat_iso3"),
        dated=False,
        latest=("status",),
    ),
    order=("relation_id", "sending_iso3", "receiving_iso3", "kind", "city", "mission_id"),
)
