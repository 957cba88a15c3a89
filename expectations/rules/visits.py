"""Rules of visits. That a visit's end is not before its start is a rule of every dated fact (see `shared`)."""

from __future__ import annotations

import re

import pandas as pd

from expectations.masks import differ, rowwise
from expectations.pair import CONCERNS_THE_PAIR
from expectations.rule import CRITICAL, WARNING, Rule

LONGEST = 60
"""Days; state visits last days, and longer stays are residence, exile or a misread date."""

_TWO_DAYS = re.compile(r"\d{4}-\d\d-\d\d/\d{4}-\d\d-\d\d")


def _is_short(edtf: str | None, start: pd.Timestamp, end: pd.Timestamp) -> bool:
    """A visit dated to a month or year may be of one day; only two stated days tell how long it took."""
    return edtf is None or not _TWO_DAYS.fullmatch(edtf) or not (end - start).days > LONGEST


RULES = (
    Rule(
        "states_differ",
        ("sending_iso3", "receiving_iso3"),
        CRITICAL,
        "a visit leads from one state to another",
        differ("sending_iso3", "receiving_iso3"),
    ),
    Rule(
        "at_most_60_days",
        ("date_edtf", "date_start", "date_end"),
        WARNING,
        f"a visit takes at most {LONGEST} days",
        rowwise(_is_short, "date_edtf", "date_start", "date_end"),
    ),
    CONCERNS_THE_PAIR,
)
