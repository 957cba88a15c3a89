"""Rules of evidence. That its words are the stored text's, from start to end, is a rule of all spans (see `shared`)."""

from __future__ import annotations

from expectations.masks import rowwise
from expectations.pointers import named_exist
from expectations.rule import CRITICAL, Rule
from parsers.tables import tables


def _column_exists(name: str | None, column: str | None) -> bool:
    return column is None or (name in tables() and column in tables()[name].names)


RULES = (
    Rule(
        "row_exists",
        ("table", "row_id"),
        CRITICAL,
        "evidence supports a row that exists",
        named_exist("evidence"),
    ),
    Rule(
        "column_exists",
        ("table", "column"),
        CRITICAL,
        "evidence supports a column of its table, or the whole row",
        rowwise(_column_exists, "table", "column"),
    ),
)
