"""`make bench`: how fast each stage reads, beside mwparserfromhell and spaCy on the same texts in the same run.

Prints MB of source text a second of one core (CPU time, the best of a few rounds). Needs no Prefect server; is no test,
as a busy machine halves every figure.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import TypeVar

import mwparserfromhell
import typer

from flows.sources import gather
from parsers.assemble.article import assemble_article
from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article

SPACY_CHARACTERS = 200_000
"""Of the stored text; spaCy's small model reads about 25 kB a second."""

T = TypeVar("T")


def main() -> None:
    """Prints the table of speeds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sources", nargs="*", help="files, folders or globs; none: the sample")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--spacy", default="en_core_web_sm", metavar="MODEL", help="a small English model of spaCy's")
    given = parser.parse_args()
    pages = gather(given.sources, None)
    for form in sorted({page.form for page in pages}):
        _measure(form, [page for page in pages if page.form == form], given.rounds, given.spacy)


def _measure(form: str, pages: Sequence[Page], rounds: int, model: str) -> None:
    """Prints the speeds on the pages of one form."""
    size = sum(len(page.raw.encode()) for page in pages) / 1e6
    seconds, documents = _timed(lambda: [read_document(page) for page in pages], rounds)
    spent = {"text → document": seconds}
    # Statements keep what rules looked up in them, so each round needs readings that no rule has seen.
    seconds, readings = _timed(lambda: [read_article(document) for document in documents], rounds)
    spent["document → mentions"] = seconds
    fresh = iter([readings, *([read_article(document) for document in documents] for _ in range(rounds))])
    seconds, facts = _timed(lambda: [read_facts(reading) for reading in next(fresh)], rounds)
    spent["mentions → facts"] = seconds
    whole = sum(spent.values())
    spent["facts → rows"], _ = _timed(lambda: list(map(assemble_article, readings, facts)), rounds)
    typer.echo(f"{form}: {len(pages)} pages, {size:.3f} MB")
    for stage, seconds in {**spent, "text → facts": whole}.items():
        typer.echo(f"  {stage:<22}{size / seconds:7.2f} MB/s")
    if form == "wikitext":
        parsing, _ = _timed(lambda: [mwparserfromhell.parse(page.raw) for page in pages], rounds)
        its = f"{size / parsing:6.2f} MB/s; text → facts is {parsing / whole:.2f} times as fast"
        typer.echo(f"  mwparserfromhell.parse {its}")
    typer.echo(f"  spaCy, {_beside_spacy([document.text for document in documents], model, size / whole)}")


def _beside_spacy(texts: Sequence[str], name: str, speed: float) -> str:
    """How fast spaCy's model reads, page by page, the beginning of the same text; or why that was not measured.

    spaCy and its models are not among the locked packages: they are measured where somebody has installed them.
    """
    try:
        import spacy  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return "skipped: spaCy is not installed (pip install spacy, and a small English model)"
    try:
        model = spacy.load(name)
    except OSError:
        return f"skipped: spaCy {spacy.__version__} has no model {name} (name another with --spacy)"
    sample = _beginning(texts, SPACY_CHARACTERS)
    seconds, _ = _timed(lambda: list(model.pipe(sample)), 1)
    its = sum(len(text.encode()) for text in sample) / 1e6 / seconds
    return f"{name}: {its:.3f} MB/s; text → facts is {speed / its:.1f} times as fast"


def _beginning(texts: Sequence[str], characters: int) -> list[str]:
    """The first of the texts that have so many characters together; at least one."""
    ends = list(accumulate(map(len, texts)))
    return [text for text, end in zip(texts, ends, strict=True) if end <= characters] or [texts[0][:characters]]


def _timed(work: Callable[[], T], rounds: int) -> tuple[float, T]:
    """The CPU seconds of the fastest round, and what it gave; a first run, which fills the caches, is not counted."""
    result = work()
    best = float("inf")
    for _ in range(rounds):
        start = time.process_time()
        result = work()
        best = min(best, time.process_time() - start)
    return best, result


if __name__ == "__main__":
    main()
