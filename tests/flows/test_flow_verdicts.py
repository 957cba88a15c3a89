"""Verdicts of validation: kept for the same rows and code, and for nothing else."""

from __future__ import annotations

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from expectations.gate import Validation
from expectations.outcome import WARNING, Failure
from flows import server, validator, verdicts
from parsers.columnar import Stored

Tables = dict[str, Stored]

WARNED = Failure("visits", "order", "start_date", ("a", "b"), "in order", WARNING)
SOUND = Validation({"success": True}, "<p>sound</p>", (), (WARNED,))


def visits(folder: Path, year: object = 2001) -> Tables:
    """One table with one row, in a file."""
    path = folder / f"{year!r}.parquet"
    pq.write_table(pa.table({"visit_id": ["a"], "year": [year]}), path)
    return {"visits": Stored(path)}


@pytest.fixture
def rows(tmp_path: Path) -> Tables:
    """The rows that were validated."""
    return visits(tmp_path)


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own."""
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path))
    return tmp_path


def test_a_verdict_is_known_again_as_it_was(rows: Tables) -> None:
    assert not verdicts.any_known()
    assert verdicts.known(rows) is None
    verdicts.keep(rows, SOUND)
    assert verdicts.any_known()
    assert verdicts.known(rows) == SOUND


@pytest.mark.parametrize("year", [2002, "2001", 2001.0, None])
def test_another_cell_or_another_type_has_no_verdict(year: object, rows: Tables, tmp_path: Path) -> None:
    verdicts.keep(rows, SOUND)
    assert verdicts.known(visits(tmp_path, year)) is None


def test_other_code_has_no_verdict(rows: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    verdicts.keep(rows, SOUND)
    monkeypatch.setattr(verdicts, "_code", lambda: "0" * 16)
    assert not verdicts.any_known()
    assert verdicts.known(rows) is None


def test_rows_with_a_critical_failure_leave_none(rows: Tables) -> None:
    verdicts.keep(rows, Validation({}, "", (WARNED,), ()))
    assert verdicts.known(rows) is None


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"results": {}, "report_html": "", "warnings": [{}]}'])
def test_a_verdict_that_cannot_be_read_is_none(content: str, rows: Tables, state: Path) -> None:
    verdicts.keep(rows, SOUND)
    for path in state.rglob("*.json"):
        path.write_text(content)
    assert verdicts.known(rows) is None


def test_the_oldest_go(tmp_path: Path, state: Path) -> None:
    for year in range(verdicts.KEPT + 3):
        verdicts.keep(visits(tmp_path, year), SOUND)
    assert len(list(state.rglob("*.json"))) == verdicts.KEPT
    assert not [path for path in (state / "validation").rglob("*") if path.is_file() and path.suffix != ".json"]


def test_rows_that_were_found_sound_are_not_validated_again(rows: Tables, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def ask(tables: object) -> Validation:
        asked.append(tables)
        return SOUND

    monkeypatch.setattr(validator, "_validate", ask)
    assert validator.validate(rows) == validator.validate(rows) == SOUND
    assert asked == [rows]


def test_no_server_is_started_where_one_is_named(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    monkeypatch.setattr(server, "_started", pytest.fail)
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:1/api")
    server.started_ahead()()
    monkeypatch.delenv("PREFECT_API_URL")
    (state / "profiles.toml").write_text('[profiles.mine]\nPREFECT_API_URL = "http://127.0.0.1:1/api"\n')
    server.started_ahead()()
