"""Rules of states."""

from __future__ import annotations

from expectations.masks import not_after
from expectations.rule import CRITICAL, Rule

RULES = (
    Rule(
        "years_in_order",
        ("existed_from", "existed_until"),
        CRITICAL,
        "a state does not end before it begins",
        not_after("existed_from", "existed_until"),
    ),
)
