"""Rules of pairs of states."""

from __future__ import annotations

import pandas as pd
import pyarrow.compute as pc

from expectations.masks import rowwise
from expectations.rule import CRITICAL, Rule, Typed, Whole
from parsers.tables import table

_CODES = ("state_a_iso3", "state_b_iso3")
_COUNTS = tuple(name for name in table("relations").names if name.endswith("_count"))


def _counts_agree(frame: Typed, whole: Whole) -> pd.Series:
    agree = pd.Series(True, index=frame.index)
    for column in _COUNTS:
        counted = pc.value_counts(whole[column.removesuffix("_count")].cells("relation_id"))
        rows = dict(zip(counted.field("values").to_pylist(), counted.field("counts").to_pylist(), strict=True))
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
