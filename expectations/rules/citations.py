"""Rules of footnotes."""

from __future__ import annotations

import pandas as pd

from expectations.rule import CRITICAL, Rule, Typed, Whole


def _mark_stands_in_text(frame: Typed, whole: Whole) -> pd.Series:
    return frame["position"] <= frame["article_id"].map(whole.texts.lengths)


RULES = (
    Rule(
        "mark_stands_in_text",
        ("article_id", "position"),
        CRITICAL,
        "a footnote's mark stands within the stored text",
        _mark_stands_in_text,
    ),
)
