from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from sound_rows import Rows, plant, sound_rows, validate

from expectations.gate import Validation


@pytest.fixture
def rows() -> Rows:
    return sound_rows()


@pytest.fixture(scope="session")
def sound() -> Validation:
    """The validation of rows in which nothing is wrong."""
    return validate(sound_rows())


@pytest.fixture
def planted() -> Callable[[str, int, Mapping[str, object]], Validation]:
    """Validates one table of the sound rows, after a change to one of its rows."""

    def run(table: str, row: int, change: Mapping[str, object]) -> Validation:
        return validate(plant(sound_rows(), table, row, change), only=[table])

    return run
