"""Rules of dated statements."""

from __future__ import annotations

from expectations.masks import differ, rowwise, together
from expectations.pointers import points_to_rows
from expectations.rule import CRITICAL, WARNING, Rule
from parsers.tables import tables

_POINTER = ("fact_table", "fact_id")


def _kind_names_table(kind: str | None, fact_table: str | None) -> bool:
    """An event of kind `other` has no table; every other kind is its table's, as the key of that has it."""
    declared = tables().get(fact_table or "")
    return fact_table is None or kind is None or (declared is not None and kind == declared.kind)


RULES = (
    Rule(
        "pointer_is_whole",
        _POINTER,
        CRITICAL,
        "an event names a table and a row of it, or neither",
        together(*_POINTER),
    ),
    Rule("fact_exists", _POINTER, CRITICAL, "the fact that an event names exists", points_to_rows(*_POINTER)),
    Rule(
        "kind_names_table",
        ("kind", "fact_table"),
        WARNING,
        "the kind of an event is that of the table which has it",
        rowwise(_kind_names_table, "kind", "fact_table"),
    ),
    Rule(
        "states_differ",
        ("actor_iso3", "target_iso3"),
        WARNING,
        "a state acts upon another",
        differ("actor_iso3", "target_iso3"),
    ),
)
