"""Rules of transfers."""

from __future__ import annotations

from expectations.masks import differ, more_than, needs
from expectations.rule import CRITICAL, WARNING, Rule

RULES = (
    Rule(
        "states_differ",
        ("donor_iso3", "recipient_iso3"),
        CRITICAL,
        "a state gives to another",
        differ("donor_iso3", "recipient_iso3"),
    ),
    Rule("value_above_nought", ("value",), CRITICAL, "an amount given is more than nothing", more_than("value", 0)),
    Rule(
        "quantity_has_unit",
        ("quantity", "unit"),
        WARNING,
        "a quantity says what it counts",
        needs("quantity", "unit"),
    ),
)
