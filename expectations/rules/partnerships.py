"""Rules of declared levels of partnership."""

from __future__ import annotations

from expectations.masks import rowwise
from expectations.rule import WARNING, Rule


def _is_normalised(level: str | None) -> bool:
    return level is None or (level == " ".join(level.lower().split()))


RULES = (
    Rule(
        "level_is_normalised",
        ("level",),
        WARNING,
        "a level is a phrase in lower case with single spaces",
        rowwise(_is_normalised, "level"),
    ),
)
