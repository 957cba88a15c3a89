"""States joining and leaving bodies and initiatives."""

from __future__ import annotations

from parsers.tables.declaration import Column, Identity, fact_table, state_columns

ACTIONS = {
    "joined": "became a member",
    "left": "ceased to be a member",
    "applied": "asked to become a member",
    "member": "is a member, with no act stated",
    "observer": "became or is an observer or partner",
}

TABLE = fact_table(
    "memberships",
    "a state joining or leaving a body or initiative",
    state_columns("state", "The state", required=True),
    Column("body", "string", "The body or initiative by its main name.", required=True),
    Column("action", "category", "What the state did.", required=True, values=ACTIONS),
    key="membership_id",
    identity=Identity(same=("state_iso3", "body", "action")),
)
