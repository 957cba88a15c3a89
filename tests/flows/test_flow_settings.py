"""The environment that Prefect finds: state in our folder, no word to outside, the user's own values kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from flows import settings


def test_state_stays_in_the_working_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("BILATERALS_HOME", raising=False)
    monkeypatch.chdir(tmp_path)
    assert settings.environment()["PREFECT_HOME"] == str(tmp_path / ".bilaterals")
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path / "state"))
    assert settings.environment()["PREFECT_HOME"] == str(tmp_path / "state")


def test_nothing_is_told_to_outside() -> None:
    said = settings.environment()
    switches = "DO_NOT_TRACK", "PREFECT_SERVER_ANALYTICS_ENABLED", "GX_ANALYTICS_ENABLED"
    assert [said[name] for name in switches] == ["1", "false", "false"]


def test_values_of_the_user_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_HOME", "/elsewhere")
    monkeypatch.delenv("DO_NOT_TRACK", raising=False)
    settings.configure()
    assert settings.os.environ["PREFECT_HOME"] == "/elsewhere"
    assert settings.os.environ["DO_NOT_TRACK"] == "1"


@pytest.mark.parametrize("module", ["flows.cli", "flows.sources", "flows.report"])
def test_prefect_and_great_expectations_are_not_imported_by(module: str) -> None:
    code = f"import sys, {module}; sys.exit(any(name in sys.modules for name in ('prefect', 'great_expectations')))"
    assert subprocess.run([sys.executable, "-c", code], timeout=60).returncode == 0
