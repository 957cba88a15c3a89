"""How fast each stage of reading is, in one process, without Prefect."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TypeVar

from flows.memory import uncollected
from parsers.assemble.article import assemble_article
from parsers.document.model import Document, Page
from parsers.document.read import read_document
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article

FACTS = ("text → document", "document → mentions", "mentions → facts")
"""The stages from a text to its facts."""

T = TypeVar("T")


def stages(pages: Sequence[Page], rounds: int = 5) -> tuple[dict[str, float], list[Document]]:
    """CPU seconds of each stage on the pages, and their documents."""
    seconds, documents = timed(lambda: [read_document(page) for page in pages], rounds)
    spent = {"text → document": seconds}
    # Statements keep what rules looked up in them, so each round needs readings that no rule has seen.
    seconds, readings = timed(lambda: [read_article(document) for document in documents], rounds)
    spent["document → mentions"] = seconds
    fresh = iter([readings, *([read_article(document) for document in documents] for _ in range(rounds))])
    seconds, facts = timed(lambda: [read_facts(reading) for reading in next(fresh)], rounds)
    spent["mentions → facts"] = seconds
    spent["facts → rows"], _ = timed(lambda: list(map(assemble_article, readings, facts)), rounds)
    return spent, documents


def megabytes(pages: Sequence[Page]) -> float:
    """Of their texts, in UTF-8."""
    return sum(len(page.raw.encode()) for page in pages) / 1e6


def timed(work: Callable[[], T], rounds: int) -> tuple[float, T]:
    """The CPU seconds of the fastest round, and what it gave; a first run, which fills the caches, is not counted.

    As in a release, no cycles are looked for within a round (`flows.memory`).
    """
    result = work()
    best = float("inf")
    for _ in range(rounds):
        with uncollected():
            start = time.process_time()
            result = work()
            best = min(best, time.process_time() - start)
    return best, result
