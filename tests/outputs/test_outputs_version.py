"""The version that follows from a difference, and the difference by rows and cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from outputs.changes import Cell
from outputs.parquet import to_arrow
from outputs.version import difference, next_version
from parsers.columnar import Stored
from parsers.tables import Column, Table

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "version.yaml").read_text(encoding="utf-8"))


def made(tables: dict[str, Any]) -> dict[str, Stored]:
    """The tables of a case as Arrow tables."""
    arrows = {}
    for name, said in tables.items():
        columns = tuple(Column(column, kind, "Of a test.") for column, kind in said["columns"].items())
        table = Table(name, "a row of a test", columns, said.get("key", columns[0].name), ())
        arrows[name] = Stored(to_arrow(table, [dict(zip(table.names, row, strict=True)) for row in said["rows"]]))
    return arrows


@pytest.mark.parametrize("case", CASES, ids=[case["why"] for case in CASES])
def test_a_difference_makes_the_version_and_its_reasons(case: dict[str, Any]) -> None:
    change = difference(made(case["before"]), made(case["after"]), files=tuple(case.get("files", ())))
    assert next_version(case["previous"], change) == (case["version"], tuple(case["reasons"]))


def test_the_difference_names_rows_and_cells() -> None:
    columns = {"visit_id": "string", "city": "string", "hosts": "list<string>"}
    before = made({"visits": {"columns": columns, "rows": [["a", "Baku", ["x"]], ["b", None, []]]}})
    after = made({"visits": {"columns": columns, "rows": [["c", "Suva", []], ["a", "Ganja", []]]}})
    changes = difference(before, after).rows["visits"]
    assert changes.added == ({"visit_id": "c", "city": "Suva", "hosts": []},)
    assert changes.removed == ({"visit_id": "b", "city": None, "hosts": []},)
    assert [row.key for row in changes.changed] == ["a"]
    assert changes.changed[0].cells == (Cell("city", "Baku", "Ganja"), Cell("hosts", ["x"], []))


def test_another_column_as_the_key_is_another_way_to_make_identifiers() -> None:
    """Also where no row is otherwise the same."""
    said = {"columns": {"visit_id": "string", "visit": "string"}}
    before = made({"visits": {**said, "rows": [["a", "x"]]}})
    after = made({"visits": {**said, "rows": [["b", "y"]], "key": "visit"}})
    change = difference(before, after)
    assert change.rekeyed == ("visits",)
    assert next_version("1.0.0", change)[0] == "2.0.0"


def test_a_category_is_compared_by_value() -> None:
    table = Table(
        "visits",
        "a visit",
        (
            Column("visit_id", "string", "Key."),
            Column("kind", "category", "Kind.", values={"state": "", "working": ""}),
        ),
        "visit_id",
        (),
    )
    before = Stored(to_arrow(table, [{"visit_id": "a", "kind": "working"}, {"visit_id": "b", "kind": "state"}]))
    after = Stored(to_arrow(table, [{"visit_id": "b", "kind": "state"}, {"visit_id": "a", "kind": "state"}]))
    changed = difference({"visits": before}, {"visits": after}).rows["visits"].changed
    assert [(row.key, row.cells) for row in changed] == [("a", (Cell("kind", "working", "state"),))]
