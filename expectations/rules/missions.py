"""Rules of diplomatic and consular posts.

An embassy is the seat of a mission between states that have diplomatic relations (Vienna Convention on Diplomatic
Relations, 1961, article 2); consulates and trade offices may come before (Convention on Consular Relations, 1963).
"""

from __future__ import annotations

import pandas as pd

from expectations.days import surely_before
from expectations.masks import differ, rowwise
from expectations.pair import CONCERNS_THE_PAIR, established
from expectations.rule import CRITICAL, WARNING, Rule, Typed, Whole
from parsers.tables.missions import EMBASSIES


def _opens_after_relations_begin(frame: Typed, whole: Whole) -> pd.Series:
    began = established(whole)

    def holds(relation: str | None, kind: str | None, opened: str | None, marked: bool | None) -> bool:
        if marked is True or kind not in EMBASSIES:
            return True
        return not surely_before(opened, began.get(relation))

    return rowwise(holds, "relation_id", "kind", "opened_edtf", "has_conflict")(frame, whole)


def _has_third_seat(kind: str | None, seat: str | None, receiving: str | None) -> bool:
    return kind != "accredited" or (seat is not None and seat != receiving)


RULES = (
    Rule(
        "states_differ",
        ("sending_iso3", "receiving_iso3"),
        CRITICAL,
        "a state sends a mission to another",
        differ("sending_iso3", "receiving_iso3"),
    ),
    Rule(
        "opens_after_relations_begin",
        ("relation_id", "kind", "opened_edtf", "has_conflict"),
        WARNING,
        "an embassy opens after relations begin, unless a conflict is marked",
        _opens_after_relations_begin,
    ),
    Rule(
        "closes_after_opening",
        ("opened_edtf", "closed_edtf"),
        WARNING,
        "a post does not close before it opens (it may have been opened again)",
        rowwise(lambda opened, closed: not surely_before(closed, opened), "opened_edtf", "closed_edtf"),
    ),
    Rule(
        "accredited_from_third_state",
        ("kind", "seat_iso3", "receiving_iso3"),
        WARNING,
        "a non-resident accreditation names the state, not the receiving one, where the post sits",
        rowwise(_has_third_seat, "kind", "seat_iso3", "receiving_iso3"),
    ),
    CONCERNS_THE_PAIR,
)
