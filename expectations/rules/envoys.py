"""Rules of heads of mission."""

from __future__ import annotations

from expectations.days import surely_before
from expectations.masks import differ, rowwise
from expectations.rule import CRITICAL, WARNING, Rule

RULES = (
    Rule(
        "states_differ",
        ("sending_iso3", "receiving_iso3"),
        CRITICAL,
        "a head of mission serves one state in another",
        differ("sending_iso3", "receiving_iso3"),
    ),
    Rule(
        "term_in_order",
        ("from_edtf", "until_edtf"),
        WARNING,
        "a term does not end before it begins",
        rowwise(lambda begins, ends: not surely_before(ends, begins), "from_edtf", "until_edtf"),
    ),
)
