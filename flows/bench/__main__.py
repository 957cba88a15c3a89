"""`make bench`: what reading, releases and scans of dumps cost on this machine, as one table.

    python -m flows.bench --articles 200                # a corpus of 200 articles and a dump of 200 MB
    python -m flows.bench "articles/*.wiki"             # only reading, of your own articles
    python -m flows.bench --articles 7000 -- --workers 2    # what follows `--` goes to `bilaterals release`

A busy machine spoils every figure: compare ratios of one run, and CPU rather than wall.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from flows.bench import peers, releases, scans
from flows.bench.corpus import corpus
from flows.bench.report import Row, shown
from flows.settings import HOME
from flows.sources import gather

SAMPLE = 60
"""Articles that are read in one process, and by other programs."""


def main() -> None:
    """Measures what the command line asks for, and prints it."""
    given = _arguments()
    rows = list(_of_sources(given.sources, given.spacy) if given.sources else _of_corpus(given))
    shown(rows, f"What it costs, on {os.cpu_count()} cores")


def _of_sources(sources: list[str], models: Sequence[str]) -> Iterator[Row]:
    """Reading of the user's own articles, form by form."""
    pages = gather(sources)
    for form in sorted({page.form for page in pages}):
        yield Row(form)
        yield from peers.measured([page for page in pages if page.form == form], models)


def _of_corpus(given: argparse.Namespace) -> Iterator[Row]:
    """Reading, releases and scans of what the generator makes; in a folder that is left for the curious."""
    os.environ[HOME] = str(given.folder / "state")
    reading = list(peers.measured(list(corpus(min(SAMPLE, given.articles), given.seed)), given.spacy))
    yield from reading
    workshop = releases.Workshop(given.folder, given.seed, given.options)
    yield from releases.measured(workshop, given.articles)
    yield from scans.measured(given.folder / "dump", given.articles, given.megabytes)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", nargs="*", help="files, folders or globs to read instead of a corpus")
    parser.add_argument("--articles", type=int, default=7_000, help="of the largest corpus")
    parser.add_argument("--megabytes", type=float, default=200, help="of the dump, decompressed")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--folder", type=Path, default=Path("build/bench"), help="for corpus, releases and dump")
    parser.add_argument(
        "--spacy", nargs=1, default=peers.SPACY, metavar="MODEL", help="a small English model of spaCy's"
    )
    given, options = parser.parse_known_args()
    given.options = [option for option in options if option != "--"]
    given.folder = given.folder.absolute()
    return given


if __name__ == "__main__":
    main()
