"""Rules of changes in diplomatic relations. None asks for today's date, so results are the same on any day."""

from __future__ import annotations

from collections import defaultdict

import pandas as pd

from expectations.days import surely_before
from expectations.masks import differ, rowwise
from expectations.rule import CRITICAL, WARNING, Rule, Typed, Whole


def _resumes_what_began(frame: Typed, whole: Whole) -> pd.Series:
    """False where a resumption is before every dated beginning or break that the article states."""
    earlier: dict[str | None, list[str]] = defaultdict(list)
    for relation, kind, edtf in zip(frame["relation_id"], frame["kind"], frame["date_edtf"], strict=True):
        if kind in ("established", "severed") and edtf is not None:
            earlier[relation].append(edtf)

    def holds(relation: str | None, kind: str | None, edtf: str | None) -> bool:
        known = earlier[relation]
        return kind != "resumed" or not known or not all(surely_before(edtf, other) for other in known)

    return rowwise(holds, "relation_id", "kind", "date_edtf")(frame, whole)


RULES = (
    Rule(
        "states_differ",
        ("actor_iso3", "object_iso3"),
        CRITICAL,
        "a state acts upon another",
        differ("actor_iso3", "object_iso3"),
    ),
    Rule(
        "recognition_has_actor",
        ("kind", "actor_iso3"),
        WARNING,
        "a recognition names the state that recognises",
        rowwise(lambda kind, actor: kind != "recognised" or actor is not None, "kind", "actor_iso3"),
    ),
    Rule(
        "resumes_what_began",
        ("relation_id", "kind", "date_edtf"),
        WARNING,
        "relations are resumed after they were established or severed",
        _resumes_what_began,
    ),
)
