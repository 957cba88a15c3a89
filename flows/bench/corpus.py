"""N articles of real size and shape, made from the sample: `python -m flows.bench.corpus FOLDER --articles N`.

Each article is on another pair of states. Its length is drawn from a log-normal law, as lengths of real articles are
distributed (mean 15 kB, the longest 150 kB; 7,000 articles are 100 MB); its sections come from all sample articles in
wikitext, each with other names, dates and numbers. Article i of a seed is the same whatever N is, and the same on every
machine.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import combinations, count
from math import log
from pathlib import Path
from random import Random

import typer

from flows.bench.citing import Citing
from flows.bench.filling import Filling
from flows.bench.material import Block, Section, materials
from flows.bench.parties import Party, parties
from flows.sources.sidecar import SIDECAR
from parsers.document.model import Page

MEAN, SPREAD = 13_300, 0.85
"""Mean length in bytes that is asked for, and the standard deviation of its logarithm."""

SHORTEST, LONGEST = 1_500, 135_000
"""The bounds of the length asked for; since blocks come whole, articles turn out a tenth longer."""

SITE = "https://wiki.example/w/index.php"
LICENCE = "CC BY 4.0"
FIRST_REVISION = 1_000_000
UNCITED = 0.7
"""The share of the length asked for that blocks of the sample take; the footnotes that come to them take the rest."""

LEFT_OUT = 0.12
"""The share of a section's blocks that an article leaves out."""


def article(number: int, seed: int = 0, edition: int = 0) -> Page:
    """Article `number` of the seed, from 0; another edition has a later revision and one visit more.

    Raises IndexError beyond the number of pairs, which is above 18,000.
    """
    first, second = sorted(_pairs(seed)[number], key=lambda party: party.name)
    title = f"{first.name}–{second.name} relations"
    revision = FIRST_REVISION + 10 * number + edition
    written = datetime(2025, 1, 1, tzinfo=UTC) + timedelta(hours=number, days=edition)
    return Page(
        name=title.lower().replace("–", "-").replace(" ", "-") + ".wiki",
        title=title,
        raw=_text(Random(f"{seed}/{number}"), (first, second), edition),
        form="wikitext",
        revision_id=revision,
        timestamp=written.strftime("%Y-%m-%dT%H:%M:%SZ"),
        url=f"{SITE}?oldid={revision}",
        licence=LICENCE,
    )


def corpus(articles: int, seed: int = 0, changed: float = 0.0) -> Iterator[Page]:
    """The first `articles` pages of the seed; of them, a share `changed` (evenly spread) in another edition."""
    for number in range(articles):
        edited = int((number + 1) * changed) > int(number * changed)
        yield article(number, seed, edition=int(edited))


def write(folder: Path, pages: Iterator[Page]) -> tuple[int, int]:
    """How many articles were written into the folder, and their bytes; what a wiki knows of each is in a sidecar."""
    folder.mkdir(parents=True, exist_ok=True)
    size = number = 0
    with (folder / SIDECAR).open("w", encoding="utf-8") as sidecar:
        for number, page in enumerate(pages, start=1):  # noqa: B007 (the last number is the count)
            size += (folder / page.name).write_bytes(page.raw.encode())
            sidecar.write(
                f'"{page.name}": {{title: "{page.title}", revision_id: {page.revision_id}, '
                f'timestamp: "{page.timestamp}", url: "{page.url}", licence: "{page.licence}"}}\n'
            )
    return number, size


@lru_cache(maxsize=4)
def _pairs(seed: int) -> list[tuple[Party, Party]]:
    pairs = list(combinations(parties(), 2))
    Random(f"{seed}/pairs").shuffle(pairs)
    return pairs


def _text(rng: Random, sides: tuple[Party, Party], edition: int) -> str:
    """An article of a length drawn from the law: a lead, sections until it is reached, the end."""
    wanted = int(_length(rng) * UNCITED)
    material = rng.choice(materials())
    numbers = count()
    kept = material.lead[: 1 + int(wanted > 4_000) + int(wanted > 8_000)]
    left = wanted - sum(block.size for block in (*kept, *material.end))
    blocks = _filled(rng, sides, kept, next(numbers)) + _edit(sides, edition)
    for section in _sections(rng, left):
        blocks += _filled(rng, sides, section, next(numbers))
    citing = Citing(rng, sides)
    cited = (citing.text(block) for block in blocks)
    return "\n\n".join((*cited, *_filled(rng, sides, material.end, next(numbers)))) + "\n"


def _edit(sides: tuple[Party, Party], edition: int) -> list[str]:
    """What an edition says that the one before it did not."""
    guest, host = sides
    visit = f"The foreign minister of {guest.name} paid a visit to {host.capital} on {edition} May 2021."
    return [visit] if edition else []


def _length(rng: Random) -> int:
    return int(min(LONGEST, max(SHORTEST, rng.lognormvariate(log(MEAN) - SPREAD**2 / 2, SPREAD))))


def _sections(rng: Random, left: int) -> list[list[Block]]:
    """Sections of the sample of so many bytes together, in the order in which articles have them."""
    chosen: list[tuple[float, list[Block]]] = []
    while left > 0:
        for section in _shuffled(rng):
            blocks = _blocks(rng, section, left)
            chosen.append((section.place, blocks))
            left -= sum(block.size for block in blocks)
            if left <= 0:
                break
    return [blocks for _, blocks in sorted(chosen, key=lambda one: one[0])]


def _shuffled(rng: Random) -> list[Section]:
    sections = [section for material in materials() for section in material.sections]
    rng.shuffle(sections)
    return sections


def _blocks(rng: Random, section: Section, left: int) -> list[Block]:
    """The section's first block, which holds its heading, and most others, as far as the bytes that are left reach."""
    first, *others = section.blocks
    blocks = [first]
    for block in others:
        if rng.random() >= LEFT_OUT and sum(one.size for one in blocks) + block.size <= left:
            blocks.append(block)
    return blocks


def _filled(rng: Random, sides: tuple[Party, Party], blocks: Sequence[Block], number: int) -> list[str]:
    filling = Filling(rng, sides, blocks, number)
    return [filling.text(block.parts) for block in blocks]


def main() -> None:
    """Writes the corpus that the command line asks for, and says how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=7_000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--changed", type=float, default=0.0, help="the share of articles in a later revision")
    given = parser.parse_args()
    number, size = write(given.folder, corpus(given.articles, given.seed, given.changed))
    typer.echo(f"{number:,} articles, {size / 1e6:.1f} MB in {given.folder}")


if __name__ == "__main__":
    main()
