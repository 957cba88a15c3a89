"""Rules of pairs of states."""

from __future__ import annotations

import pandas as pd

from expectations.masks import rowwise
from expectations.rule import CRITICAL, Frames, Rule
from parsers.tables import table

_CODES = ("state_a_iso3", "state_b_iso3")
_COUNTS = tuple(name for name in table("relations").names if name.endswith("_count"))


def _counts_agree(frame: pd.DataFrame, frames: Frames) -> pd.Series:
    agree = pd.Series(True, index=frame.index)
    for column in _COUNTS:
        rows = frames[column.removesuffix("_count")]["relation_id"].value_counts()
        agree &= frame["relation_id"].map(rows).fillna(0).astype("float64") == frame[column]
    return agree


RULES = (
    Rule(
        "states_in_order",
        _CODES,
        CRITICAL,
        "the two states differ and stand in alphabetical order of their codes",
        rowwise(lambda a, b: a is None or b is None or a < b, *_CODES),
    ),
    Rule(
        "identifier_is_codes",
        ("relation_id", *_CODES),
        CRITICAL,
        "the identifier is made of the two codes",
        rowwise(lambda relation, a, b: relation == f"{a}-{b}", "relation_id", *_CODES),
    ),
    Rule("counts_agree", ("relation_id", *_COUNTS), CRITICAL, "the counts are those of the tables", _counts_agree),
)
