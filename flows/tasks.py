"""The stages as Prefect tasks: each a thin wrapper around a plain function, with its counts logged at info.

The records carry `stage`, and `done` and `total` where a stage advances in steps, for `flows.progress`. Results are not
cached between runs.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from prefect import task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

from flows import last, validator
from flows.article import Outcome
from flows.departed import departed as departed_articles
from flows.report import Result, articles_of, failures_of, manifest, stale_of, summary
from flows.settings import state_folder
from flows.sources import gather as gather_pages
from outputs.model import Departed
from outputs.release import Published
from outputs.release import publish as publish_rows
from outputs.shelf import prune as prune_releases
from parsers.assemble import Rows, duplicates
from parsers.assemble import assemble as assemble_parts
from parsers.document.model import Page

if TYPE_CHECKING:
    from expectations.gate import Validation

log = logging.getLogger(__name__)
T = TypeVar("T")

BATCH = 50
"""Pages of one task run: a run costs 10 ms on its own, a page 20 to 100 ms."""


def whole(value: T) -> T:
    """The value as an argument that Prefect hands on as it is, without a walk through every cell of every row."""
    return cast(T, quote(value))


@task(cache_policy=NO_CACHE)
def gather(sources: Sequence[str], form: str | None) -> list[Page]:
    """The pages of the sources, in order; raises SourceError."""
    pages = gather_pages(sources, form)
    log.info("%d page%s", len(pages), "" if len(pages) == 1 else "s", extra={"stage": "gather"})
    return pages


def read(pages: Sequence[Page]) -> list[Outcome]:
    """The article or the failure of each page, one task run a batch."""
    outcomes: list[Outcome] = []
    for start in range(0, len(pages), BATCH):
        outcomes += read_batch(whole(pages[start : start + BATCH]))
        counts = len(outcomes), len(pages), len(failures_of(outcomes))
        log.info("%d of %d pages, %d failed", *counts, extra={"stage": "read", "done": counts[0], "total": counts[1]})
    return outcomes


@task(name="read", cache_policy=NO_CACHE)
def read_batch(pages: Sequence[Page]) -> list[Outcome]:
    """The article or the failure of each page of a batch; raises nothing."""
    return [last.read(page) for page in pages]


@task(cache_policy=NO_CACHE)
def assemble(outcomes: Sequence[Outcome]) -> Rows:
    """The rows of all articles, by table; raises ArticleError where every page failed."""
    parts = [article.rows for article in articles_of(outcomes)]
    for note in duplicates(parts):
        log.warning("%s", note)
    rows = assemble_parts(parts)
    counts = sum(map(len, rows.values())), len(rows)
    log.info("%d rows in %d tables", *counts, extra={"stage": "assemble"})
    return rows


@task(cache_policy=NO_CACHE)
def validate(rows: Rows) -> Validation:
    """What the expectations say of the rows; raises ValidationFailed, with the report left in the state folder."""
    report = state_folder() / "validation" / "report.html"
    validation = validator.validate(rows)
    if validation.critical:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(validation.report_html, encoding="utf-8")
    validator.require(validation, report=str(report))
    log.info("%d expectations not met, none of them critical", len(validation.warnings), extra={"stage": "validate"})
    return validation


@task(cache_policy=NO_CACHE)
def departed(output: str, sources: Sequence[str], outcomes: Sequence[Outcome]) -> list[Departed]:
    """The articles of the newest release in the folder `output` that this run has not, and why; raises OutputError."""
    found = departed_articles(Path(output), sources, outcomes)
    for one in found:
        log.info("%s left: %s", one.title, one.reason)
    return found


@task(cache_policy=NO_CACHE)
def publish(
    output: str, rows: Rows, outcomes: Sequence[Outcome], validation: Validation, left: Sequence[Departed] = ()
) -> Published:
    """What came of publishing in the folder `output`; raises OutputError."""
    said = manifest(outcomes), validation.results, validation.report_html
    published = publish_rows(Path(output), rows, *said, departed=left)
    log.info("%s", published.version or "nothing changed", extra={"stage": "publish"})
    return published


@task(cache_policy=NO_CACHE)
def prune(output: str, keep: int) -> tuple[str, ...]:
    """The versions that were removed, so that the newest `keep` are left; raises OutputError."""
    removed = prune_releases(Path(output), keep)
    log.info("%d release%s removed", len(removed), "" if len(removed) == 1 else "s", extra={"stage": "prune"})
    return removed


@task(cache_policy=NO_CACHE)
def summarise(published: Published, outcomes: Sequence[Outcome], pruned: Sequence[str] = ()) -> Result:
    """The result of the run, left as an artifact beside it too."""
    result = Result(published, failures_of(outcomes), tuple(pruned), stale_of(outcomes))
    create_markdown_artifact(key="release-summary", markdown=summary(result), description="What the run published.")
    return result
