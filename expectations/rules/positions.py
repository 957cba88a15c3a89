"""Rules of stances."""

from __future__ import annotations

from expectations.masks import differ
from expectations.rule import WARNING, Rule

RULES = (
    Rule(
        "states_differ",
        ("holder_iso3", "about_iso3"),
        WARNING,
        "a stance concerns another state than its holder",
        differ("holder_iso3", "about_iso3"),
    ),
)
