"""Verdicts of validation: kept for the same rows and code, and for nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from expectations.gate import Validation
from expectations.outcome import WARNING, Failure
from flows import server, validator, verdicts

ROWS = {"visits": [{"visit_id": "a", "year": 2001}]}
WARNED = Failure("visits", "order", "start_date", ("a", "b"), "in order", WARNING)
SOUND = Validation({"success": True}, "<p>sound</p>", (), (WARNED,))


@pytest.fixture(autouse=True)
def state(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A state folder of the test's own."""
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path))
    return tmp_path


def test_a_verdict_is_known_again_as_it_was() -> None:
    assert not verdicts.any_known()
    assert verdicts.known(ROWS) is None
    verdicts.keep(ROWS, SOUND)
    assert verdicts.any_known()
    assert verdicts.known(ROWS) == SOUND


@pytest.mark.parametrize("year", [2002, "2001", 2001.0, None])
def test_another_cell_or_another_type_has_no_verdict(year: object) -> None:
    verdicts.keep(ROWS, SOUND)
    assert verdicts.known({"visits": [{"visit_id": "a", "year": year}]}) is None


def test_other_code_has_no_verdict(monkeypatch: pytest.MonkeyPatch) -> None:
    verdicts.keep(ROWS, SOUND)
    monkeypatch.setattr(verdicts, "_code", lambda: "0" * 16)
    assert not verdicts.any_known()
    assert verdicts.known(ROWS) is None


def test_rows_with_a_critical_failure_leave_none() -> None:
    verdicts.keep(ROWS, Validation({}, "", (WARNED,), ()))
    assert verdicts.known(ROWS) is None


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"results": {}, "report_html": "", "warnings": [{}]}'])
def test_a_verdict_that_cannot_be_read_is_none(content: str, state: Path) -> None:
    verdicts.keep(ROWS, SOUND)
    for path in state.rglob("*.json"):
        path.write_text(content)
    assert verdicts.known(ROWS) is None


def test_the_oldest_go(state: Path) -> None:
    for year in range(verdicts.KEPT + 3):
        verdicts.keep({"visits": [{"year": year}]}, SOUND)
    assert len(list(state.rglob("*.json"))) == verdicts.KEPT
    assert not [path for path in state.rglob("*") if path.is_file() and path.suffix != ".json"]


def test_rows_that_were_found_sound_are_not_validated_again(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[object] = []

    def ask(rows: object) -> Validation:
        asked.append(rows)
        return SOUND

    monkeypatch.setattr(validator, "_validate", ask)
    assert validator.validate(ROWS) == validator.validate(ROWS) == SOUND
    assert asked == [ROWS]


def test_no_server_is_started_where_one_is_named(monkeypatch: pytest.MonkeyPatch, state: Path) -> None:
    monkeypatch.setattr(server, "_started", pytest.fail)
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:1/api")
    server.started_ahead()()
    monkeypatch.delenv("PREFECT_API_URL")
    (state / "profiles.toml").write_text('[profiles.mine]\nPREFECT_API_URL = "http://127.0.0.1:1/api"\n')
    server.started_ahead()()
