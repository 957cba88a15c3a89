"""Rules of people."""

from __future__ import annotations

import re

from expectations.cells import EDTF
from expectations.days import surely_before
from expectations.masks import rowwise
from expectations.rule import CRITICAL, WARNING, Rule


def _are_dates(*dates: str | None) -> bool:
    return all(date is None or re.fullmatch(EDTF, date, re.ASCII) for date in dates)


RULES = (
    Rule(
        "seen_at_dates",
        ("first_seen", "last_seen"),
        CRITICAL,
        "the dates at which a person occurs are in EDTF",
        rowwise(_are_dates, "first_seen", "last_seen"),
    ),
    Rule(
        "seen_in_order",
        ("first_seen", "last_seen"),
        WARNING,
        "a person does not occur for the last time before the first",
        rowwise(lambda first, last: not surely_before(last, first), "first_seen", "last_seen"),
    ),
)
