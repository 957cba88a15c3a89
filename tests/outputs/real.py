"""Real releases for the tests of what is done with one: articles read and published by the stages' plain functions."""

from __future__ import annotations

import tempfile
from pathlib import Path

from plausible import REPORT

from flows.article import read_page
from flows.assembled import assembled
from flows.report import articles_of, manifest
from flows.sources import gather
from outputs import publish

VALIDATION: dict[str, object] = {
    "success": True,
    "expectations": 4,
    "critical_failures": 0,
    "warnings": 1,
    "tables": {},
}


def publish_articles(root: Path, sources: list[str]) -> Path:
    """The folder with the next release of the sources; none: of the embedded sample."""
    outcomes = [read_page(page) for page in gather(sources, None)]
    with tempfile.TemporaryDirectory() as folder:
        rows = assembled([one.part for one in articles_of(outcomes)], Path(folder)).tables
        publish(root, rows, manifest(outcomes), VALIDATION, REPORT)
    return root
