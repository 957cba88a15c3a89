"""Rules of figures of commerce. That a share lies in 0–100 and a rank starts at 1 is in the declaration."""

from __future__ import annotations

import pandas as pd

from expectations.masks import differ, rowwise
from expectations.rule import CRITICAL, WARNING, Rule

LONGEST = 10
"""Years; no statistic of commerce has a longer period, so a longer one is a misread date."""


def _is_signed_as_it_may_be(flow: str | None, value: float) -> bool:
    return flow == "balance" or not value < 0


def _has_its_figure(
    measure: str | None, value: float, change_pct: float, change_value: float, rank: float, share_pct: float
) -> bool:
    figures = {"value": (value,), "growth": (change_pct, change_value), "rank": (rank,), "share": (share_pct,)}
    return measure not in figures or any(pd.notna(figure) for figure in figures[measure])


def _is_a_period(start: pd.Timestamp, end: pd.Timestamp) -> bool:
    return pd.isna(start) or pd.isna(end) or end.year - start.year <= LONGEST


RULES = (
    Rule(
        "states_differ",
        ("reporter_iso3", "partner_iso3"),
        CRITICAL,
        "a state trades with another",
        differ("reporter_iso3", "partner_iso3"),
    ),
    Rule(
        "value_not_negative",
        ("flow", "value"),
        CRITICAL,
        "an amount of money is not negative, unless it is a balance",
        rowwise(_is_signed_as_it_may_be, "flow", "value"),
    ),
    Rule(
        "measure_has_figure",
        ("measure", "value", "change_pct", "change_value", "rank", "share_pct"),
        WARNING,
        "the column of what is measured holds a figure",
        rowwise(_has_its_figure, "measure", "value", "change_pct", "change_value", "rank", "share_pct"),
    ),
    Rule(
        "range_of_change_in_order",
        ("change_pct", "change_pct_max"),
        WARNING,
        "the upper end of a change goes with a lower end, and is further from nought",
        rowwise(lambda low, high: pd.isna(high) or abs(low) <= abs(high), "change_pct", "change_pct_max"),
    ),
    Rule(
        "period_at_most_10_years",
        ("date_start", "date_end"),
        WARNING,
        f"the period of a figure is at most {LONGEST} years",
        rowwise(_is_a_period, "date_start", "date_end"),
    ),
)
