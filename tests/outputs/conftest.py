from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from plausible import MANIFEST, REPORT, VALIDATION, Rows, make_rows
from real import publish_articles

from outputs import Published, publish


@pytest.fixture
def rows() -> Rows:
    return make_rows()


@pytest.fixture
def release() -> Callable[..., Published]:
    """Publishes rows (those of `make_rows` unless told otherwise) into a folder."""

    def run(root: Path, rows: Rows | None = None, **changed: object) -> Published:
        given: dict[str, object] = {"manifest": MANIFEST, "validation": VALIDATION, "report_html": REPORT, **changed}
        return publish(root, make_rows() if rows is None else rows, **given)  # type: ignore[arg-type]

    return run


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one release of the embedded sample, read and published as the flow does, but for the validation."""
    return publish_articles(tmp_path_factory.mktemp("sample"), [])
