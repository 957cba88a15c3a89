"""Rules of tests on the facts."""

from __future__ import annotations

from expectations.pointers import points_to_rows
from expectations.rule import CRITICAL, Rule

RULES = (
    Rule(
        "rows_exist",
        ("table", "row_ids"),
        CRITICAL,
        "a test is about rows that exist",
        points_to_rows("table", "row_ids"),
    ),
)
