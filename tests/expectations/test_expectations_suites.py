"""The suites: sound rows meet them, and each defect that is planted is caught by the rule that should."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml
from sound_rows import sound_rows

from expectations.gate import Validation
from expectations.rule import Rule
from expectations.rules import rules_of
from parsers.tables import tables

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "expectations.yaml").read_text(encoding="utf-8"))
DERIVED = ("unique", "required", "type", "values", "pattern", "bounds", "foreign_key")
Planted = Callable[[str, int, Mapping[str, object]], Validation]


def test_sound_rows_meet_every_expectation(sound: Validation) -> None:
    assert sound.failures == ()
    assert sound.results["success"] is True


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['table']}: {case['why']}")
def test_planted_defect_is_caught(case: dict[str, object], planted: Planted) -> None:
    table, row = str(case["table"]), int(str(case.get("row", 0)))
    change = {name: value for name, value in case["change"].items()}  # type: ignore[attr-defined]
    found = planted(table, row, change)
    if case["catches"] is None:
        assert found.failures == ()
        return
    caught = [each for each in found.failures if each.expectation == case["catches"]]
    caught = [each for each in caught if case.get("column", each.column) == each.column]
    assert [each.severity for each in caught] == [case["severity"]], found.failures
    rows = sound_rows()[table]
    key = tables()[table].key
    unchanged = rows[row][key] if row < len(rows) else None
    assert (change.get(key, unchanged) or f"(row {row + 1})") in caught[0].row_ids


def test_a_case_for_every_kind_and_every_rule() -> None:
    caught = {(case["table"], case["catches"]) for case in CASES}
    kinds = {name for _, name in caught}
    assert set(DERIVED) <= kinds
    own = {(name, rule) for name, table in tables().items() for rule in rules_of(table)}
    shared = {rule for _, rule in own if sum(rule == other for _, other in own) > 2}
    missing = {each for each in own if each[1] not in shared and each not in caught} | (shared - kinds)
    assert not missing, "a rule without a planted defect proves nothing"


def test_rules_name_declared_columns() -> None:
    for name, table in tables().items():
        for rule in rules_of(table).values():
            assert set(rule.columns) <= set(table.names), f"{name}.{rule.name}"


def test_every_file_of_rules_belongs_to_a_table() -> None:
    import expectations.rules as package

    files = {path.stem for path in Path(package.__path__[0]).glob("*.py")} - {"__init__"}
    assert files <= set(tables())


def test_unknown_severity_is_refused() -> None:
    with pytest.raises(ValueError, match="severity"):
        Rule("name", (), "fatal", "", lambda frame, frames: frame)  # type: ignore[arg-type,return-value]
