"""Arithmetic and logical tests on the facts: each that could be made is a row, passed or not."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from parsers.assemble.checks.changes import changes
from parsers.assemble.checks.check import Check, Facts
from parsers.assemble.checks.fragments import fragments
from parsers.assemble.checks.order import orders
from parsers.assemble.checks.places import PLACED, places
from parsers.assemble.checks.sums import sums
from parsers.assemble.checks.tenure import tenures
from parsers.assemble.identity import identifier, numbered
from parsers.assemble.persons import Person
from parsers.assemble.row import blank
from parsers.tables import table

__all__ = ["PLACED", "check_rows", "place_rows"]

Row = dict[str, object]


def check_rows(
    facts: Facts, people: Sequence[Person], sentences: Sequence[Mapping[str, object]], relation_id: str
) -> list[Row]:
    """The checks that one article's facts and sentences allow; each once."""
    pair = tuple(relation_id.split("-"))
    found = (*sums(facts), *changes(facts), *orders(facts, pair), *tenures(facts, people), *fragments(sentences))
    return _rows((relation_id, one) for one in found)


def place_rows(visits: Iterable[Mapping[str, object]]) -> list[Row]:
    """The checks on trips of one person, over all articles."""
    return _rows(places(visits))


def _rows(checks: Iterable[tuple[str, Check]]) -> list[Row]:
    """The rows of the checks, identified by the rows tested and the words of the test, without its figures."""
    declared, found = table("checks"), list(dict.fromkeys(checks))
    keys = numbered(
        (relation_id, one.kind, one.table, one.row_ids, _letters(one.expected)) for relation_id, one in found
    )
    return [
        blank(declared, {
            "check_id": identifier(declared.kind, *key), "relation_id": relation_id, "kind": one.kind,
            "table": one.table, "row_ids": list(one.row_ids), "expected": one.expected, "found": one.found,
            "passed": one.passed,
        })
        for (relation_id, one), key in zip(found, keys, strict=True)
    ]  # fmt: skip


def _letters(text: str) -> str:
    return " ".join(re.findall(r"[^\W\d_]+", text))
