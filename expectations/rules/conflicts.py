"""Rules of statements that disagree."""

from __future__ import annotations

from expectations.masks import differ
from expectations.pointers import points_to_rows
from expectations.rule import CRITICAL, WARNING, Rule

RULES = (
    Rule(
        "row_exists",
        ("table", "row_id"),
        CRITICAL,
        "a conflict is about a row that exists",
        points_to_rows("table", "row_id"),
    ),
    Rule("statements_differ", ("one", "other"), WARNING, "what the two statements say differs", differ("one", "other")),
)
