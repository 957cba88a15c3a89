"""Rules of investment."""

from __future__ import annotations

from expectations.masks import at_least, differ
from expectations.rule import CRITICAL, Rule

RULES = (
    Rule(
        "states_differ",
        ("from_iso3", "to_iso3"),
        CRITICAL,
        "investment goes from one state to another",
        differ("from_iso3", "to_iso3"),
    ),
    Rule("value_not_negative", ("value",), CRITICAL, "an amount of money is not negative", at_least("value", 0)),
)
