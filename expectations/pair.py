"""What rules ask of the pair of states that a row belongs to: when its relations began, whether the row is about it."""

from __future__ import annotations

from expectations.masks import in_pair, rowwise
from expectations.rule import WARNING, Rule, Whole


def established(whole: Whole) -> dict[str | None, str | None]:
    """When relations began, in EDTF, by the pair's identifier; None where that is not stated."""
    relations = whole["relations"]
    return dict(zip(relations["relation_id"], relations["established_edtf"], strict=True))


CONCERNS_THE_PAIR = Rule(
    "concerns_the_pair",
    ("relation_id", "sending_iso3", "receiving_iso3"),
    WARNING,
    "the sending or the receiving state is one of the two that the article is about",
    rowwise(lambda relation, *codes: in_pair(relation, codes), "relation_id", "sending_iso3", "receiving_iso3"),
)
