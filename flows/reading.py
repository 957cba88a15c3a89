"""Pages → articles and failures: those kept from earlier runs first, the others in place, in processes, or elsewhere.

Whichever engine reads, an article is the same, and outcomes come in the order of the pages.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Iterator, Sequence

from flows.article import Failure, Outcome, read_page
from flows.code import reading_code
from flows.state import articles, last_pages
from flows.workers import cores, in_processes
from parsers.document.model import Page
from parsers.errors import EngineError

log = logging.getLogger(__name__)

BATCH_PAGES = 25
BATCH_CHARACTERS = 250_000
"""How much is handed over at one time: a task run on Dask costs 130 ms, a character 5 to 10 microseconds."""

WORTH = 500_000
"""Characters from which more than one process is worth its start, which takes 2 s of a processor's time."""

Batch = Sequence[Page]
Engine = Callable[[Sequence[Batch]], Iterator[tuple[int, Sequence[Outcome]]]]
"""What reads batches: gives each one's outcomes with its number, in any order."""


def read_pages(pages: Sequence[Page], engine: Engine) -> list[Outcome]:
    """The article or the failure of each page, in their order; counts and failures are logged as they come.

    Of a page that cannot be read now, the article of its last text that could, where `flows.state.last_pages` has it.
    """
    found: dict[int, Outcome] = {place: one for place, page in enumerate(pages) if (one := articles.find(page))}
    places = [place for place in range(len(pages)) if place not in found]
    batches = list(batched(pages, places))
    if found or not batches:
        _tell(found.values(), len(pages))
    for number, outcomes in engine([[pages[place] for place in batch] for batch in batches]):
        found.update(zip(batches[number], outcomes, strict=True))
        _tell(found.values(), len(pages))
    _tell_failures(found[place] for place in range(len(pages)))
    return [last_pages.settled(page, found[place]) for place, page in enumerate(pages)]


def here(workers: int | None) -> Engine:
    """The engine that reads on this machine: in so many processes; 1: in this one; None: in as many as are worth it."""

    def engine(batches: Sequence[Batch]) -> Iterator[tuple[int, Sequence[Outcome]]]:
        count = processes(batches, workers)
        if count > 1:
            articles.prepare()
            log.info("reading in %d processes", count)
            return in_processes(read_batch, batches, count)
        return ((number, read_batch(batch)) for number, batch in enumerate(batches))

    return engine


def read_batch(pages: Batch) -> list[Outcome]:
    """The article or the failure of each page; articles are kept."""
    return [articles.read(page) for page in pages]


def read_elsewhere(pages: Batch, code: str) -> list[Outcome]:
    """The article or the failure of each page, kept nowhere; raises EngineError where other code is at work here."""
    if reading_code() != code:
        raise EngineError(
            "a worker has other code or libraries",
            where="--dask",
            expected="workers with the very version of the project, its libraries and Python that asks them",
            remedy="install the same on all of them, as `make` does from requirements.lock",
        )
    return [read_page(page) for page in pages]


def processes(batches: Sequence[Batch], workers: int | None) -> int:
    """How many processes read these pages here, where so many are asked for; None: as many as are worth it."""
    return worth(batches) if workers is None else min(workers, len(batches))


def worth(batches: Sequence[Batch]) -> int:
    """How many processes are worth their start for these pages."""
    characters = sum(len(page.raw) for batch in batches for page in batch)
    return min(cores(), len(batches)) if characters >= WORTH else 1


def batched(pages: Sequence[Page], places: Iterable[int]) -> Iterator[list[int]]:
    """The places in batches of at most BATCH_PAGES pages and, but for one larger page, BATCH_CHARACTERS characters."""
    batch: list[int] = []
    characters = 0
    for place in places:
        length = len(pages[place].raw)
        if batch and (len(batch) == BATCH_PAGES or characters + length > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(place)
        characters += length
    if batch:
        yield batch


def _tell(found: Iterable[Outcome], total: int) -> None:
    outcomes = list(found)
    failed = sum(isinstance(one, Failure) for one in outcomes)
    said = {"stage": "read", "done": len(outcomes), "total": total}
    log.info("%d of %d pages, %d failed", len(outcomes), total, failed, extra=said)


def _tell_failures(outcomes: Iterable[Outcome]) -> None:
    """Logs why pages were not read; here, since what a process elsewhere logs is not seen."""
    for one in outcomes:
        if isinstance(one, Failure):
            level = logging.ERROR if one.trace else logging.WARNING
            text = f"{one.message}\n{one.trace}" if one.trace else one.message
            log.log(level, "%s", text, extra={"page": one.page, "error": one.error})
