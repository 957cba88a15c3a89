"""The word lists that the annotators read: one CSV or YAML file a subject, reviewed by hand; see README.md here."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files
from typing import Any

from parsers.written import written


@cache
def read_csv(name: str) -> tuple[dict[str, str], ...]:
    """The rows of one CSV file of the lexicon, every cell a string."""
    return tuple(csv.DictReader(files(__name__).joinpath(name).read_text(encoding="utf-8").splitlines()))


@cache
def read_yaml(name: str) -> Any:
    """The content of one YAML file of the lexicon."""
    return written(files(__name__).joinpath(name).read_text(encoding="utf-8"))


def several(cell: str) -> tuple[str, ...]:
    """The parts of a cell that holds several names.

    >>> several("Slovene|Slovenian")
    ('Slovene', 'Slovenian')
    """
    return tuple(part for part in cell.split("|") if part)
