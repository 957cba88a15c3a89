"""The digest of code: another for other files of a package, the same whatever was released or compiled among them."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.code import digest_of


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / f"package_{tmp_path.name}"
    folder.mkdir()
    (folder / "__init__.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)
    return folder


def test_what_is_released_into_a_package_is_none_of_its_code(package: Path) -> None:
    before = digest_of([package.name], [])
    for path in ("releases/index.json", "releases/1.0.0/csv/visits.csv", "begun/.lock", "__pycache__/a.pyc"):
        (package / path).parent.mkdir(parents=True, exist_ok=True)
        (package / path).write_text("x")
    (package / "dangling.py").symlink_to("nowhere")
    assert digest_of([package.name], []) == before


@pytest.mark.parametrize("path", ["a.py", "words/b.csv"])
def test_other_files_are_other_code(path: str, package: Path) -> None:
    before = digest_of([package.name], [])
    (package / path).parent.mkdir(exist_ok=True)
    (package / path).write_text("x")
    written = digest_of([package.name], [])
    (package / path).write_text("y")
    assert len({before, written, digest_of([package.name], [])}) == 3
