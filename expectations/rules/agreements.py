"""Rules of instruments."""

from __future__ import annotations

import pandas as pd

from expectations.days import surely_before
from expectations.masks import at_least, rowwise
from expectations.pair import established
from expectations.rule import CRITICAL, WARNING, Rule, Typed, Whole


def _follows_relations(frame: Typed, whole: Whole) -> pd.Series:
    began = established(whole)
    test = lambda relation, edtf: not surely_before(edtf, began.get(relation))  # noqa: E731
    return rowwise(test, "relation_id", "date_edtf")(frame, whole)


RULES = (
    Rule(
        "follows_relations",
        ("relation_id", "date_edtf"),
        WARNING,
        "an instrument is dated after diplomatic relations begin",
        _follows_relations,
    ),
    Rule("value_not_negative", ("value",), CRITICAL, "an amount of money is not negative", at_least("value", 0)),
)
