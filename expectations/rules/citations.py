"""Rules of footnotes."""

from __future__ import annotations

import pandas as pd

from expectations.rule import CRITICAL, Frames, Rule


def _mark_stands_in_text(frame: pd.DataFrame, frames: Frames) -> pd.Series:
    articles = frames["articles"]
    lengths = dict(zip(articles["article_id"], articles["text"].str.len(), strict=True))
    return frame["position"] <= frame["article_id"].map(lengths)


RULES = (
    Rule(
        "mark_stands_in_text",
        ("article_id", "position"),
        CRITICAL,
        "a footnote's mark stands within the stored text",
        _mark_stands_in_text,
    ),
)
