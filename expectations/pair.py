"""The rule that a row with a sender and a receiver is about the pair of its article."""

from __future__ import annotations

from expectations.masks import in_pair, rowwise
from expectations.rule import WARNING, Rule

CONCERNS_THE_PAIR = Rule(
    "concerns_the_pair",
    ("relation_id", "sending_iso3", "receiving_iso3"),
    WARNING,
    "the sending or the receiving state is one of the two that the article is about",
    rowwise(lambda relation, *codes: in_pair(relation, codes), "relation_id", "sending_iso3", "receiving_iso3"),
)
