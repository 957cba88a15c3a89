"""The stages as Prefect tasks: each a thin wrapper around a plain function, with its counts logged at info.

The records carry `stage`, and `done` and `total` where a stage advances in steps, for `flows.progress`. Results are not
cached between runs.
"""

from __future__ import annotations

import logging
import pickle
import shutil
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, TypeVar, cast

from prefect import task
from prefect.artifacts import create_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.utilities.annotations import quote

from flows import reading, validator
from flows.article import Outcome
from flows.assembled import Assembled, assembled
from flows.code import reading_code
from flows.departed import departed
from flows.report import Result, articles_of, failures_of, manifest, stale_of, summary
from flows.settings import state_folder
from flows.sources import gather as gather_pages
from flows.state import articles, releases
from outputs.making import Made, make_files
from outputs.mirror import place_of, releases_at
from outputs.release import Published, unchanged
from outputs.release import publish as publish_rows
from outputs.remote import prune_at
from parsers.assemble import duplicates
from parsers.document.model import Page
from parsers.errors import OutputError

if TYPE_CHECKING:
    from expectations.gate import Validation

log = logging.getLogger(__name__)
T = TypeVar("T")

LEFT_OVER = 2 * 24 * 3600
"""Seconds after which the folder of a run is taken for one that was killed."""


@dataclass(frozen=True)
class Ready:
    """Rows that may be published: what validation said of them, and the files that hold them."""

    validation: Validation
    files: Made


def whole(value: T) -> T:
    """The value as an argument that Prefect hands on as it is, without a walk through every cell of every row."""
    return cast(T, quote(value))


@task(cache_policy=NO_CACHE)
def gather(sources: Sequence[str], form: str | None) -> list[Page]:
    """The pages of the sources, in order; raises SourceError."""
    pages = gather_pages(sources, form)
    log.info("%d page%s", len(pages), "" if len(pages) == 1 else "s", extra={"stage": "gather"})
    return pages


def read(pages: Sequence[Page], workers: int | None, dask: str | None) -> list[Outcome]:
    """The article or the failure of each page.

    Reads in one task run, in so many processes of this machine as `workers` says (None: as are worth it), or in one
    task run a batch on the Dask cluster at the address `dask`. A page of a wiki that cannot be read now keeps what was
    read of it before. Raises EngineError.
    """
    return read_on_cluster(pages, dask) if dask else read_here(whole(pages), workers)


@task(name="read", cache_policy=NO_CACHE)
def read_here(pages: Sequence[Page], workers: int | None) -> list[Outcome]:
    """The article or the failure of each page, read on this machine."""
    here = reading.here(workers)

    def engine(batches: Sequence[reading.Batch]) -> Iterator[tuple[int, Sequence[Outcome]]]:
        # Where several processes read, no core is free: then it is started when they are gone, and so is their memory.
        if batches and reading.processes(batches, workers) == 1:
            validator.start()
        return here(batches)

    return reading.read_pages(pages, engine)


def read_on_cluster(pages: Sequence[Page], address: str) -> list[Outcome]:
    """The article or the failure of each page, read on a Dask cluster and kept here."""
    # Late, as what talks to a cluster is an extra.
    from flows.cluster import on_cluster

    def engine(batches: Sequence[reading.Batch]) -> Iterator[tuple[int, Sequence[Outcome]]]:
        code = reading_code()
        for number, outcomes in on_cluster(read_elsewhere, [(batch, code) for batch in batches], address):
            yield number, [articles.keep(page, one) for page, one in zip(batches[number], outcomes, strict=True)]

    return reading.read_pages(pages, engine)


@task(name="read", cache_policy=NO_CACHE, persist_result=False)
def read_elsewhere(pickled: bytes) -> list[Outcome]:
    """The article or the failure of each page of a batch that was sent here with the digest of the code."""
    pages, code = pickle.loads(pickled)
    return reading.read_elsewhere(pages, code)


@task(cache_policy=NO_CACHE)
def find(output: str, outcomes: Sequence[Outcome]) -> Published | None:
    """What came of publishing, where these outcomes made the newest release already; None where that is not known."""
    content_hash = releases.find(outcomes)
    if content_hash is None:
        return None
    with releases_at(output, state_folder() / "stores") as root:
        published = unchanged(root, content_hash)
    if published is None:
        return None
    log.info("nothing changed", extra={"stage": "publish"})
    return replace(published, url=place_of(published.path, output))


@contextmanager
def workspace() -> Iterator[Path]:
    """A folder of this run alone in the state folder, removed at its end; those of runs that were killed go as well."""
    home = state_folder() / "runs"
    home.mkdir(parents=True, exist_ok=True)
    for old in home.iterdir():
        if time.time() - old.stat().st_mtime > LEFT_OVER:
            shutil.rmtree(old, ignore_errors=True)
    with TemporaryDirectory(dir=home) as folder:
        yield Path(folder)


@task(cache_policy=NO_CACHE)
def assemble(outcomes: Sequence[Outcome], folder: Path) -> Assembled:
    """The rows of all articles, by table, in files of the folder; raises ArticleError where every page failed."""
    validator.start()
    parts = [article.part for article in articles_of(outcomes)]
    for note in duplicates(parts):
        log.warning("%s", note)
    found = assembled(parts, folder)
    counts = sum(map(len, found.tables.values())), len(found.tables)
    log.info("%d rows in %d tables", *counts, extra={"stage": "assemble"})
    return found


@task(cache_policy=NO_CACHE)
def validate(rows: Assembled, folder: Path) -> Ready:
    """What the expectations say of the rows; raises ValidationFailed, with the report left in the state folder.

    While another process looks at them, this one makes the release's files of rows, in the folder.
    """
    report = state_folder() / "validation" / "report.html"
    validated = validator.begun(rows)
    files = make_files(folder, rows.tables, made=rows.files, before=rows.before)
    validation = validated()
    if validation.critical:
        report.parent.mkdir(parents=True, exist_ok=True)
        report.write_text(validation.report_html, encoding="utf-8")
    validator.require(validation, report=str(report))
    log.info("%s", _verdict(validation), extra={"stage": "validate"})
    return Ready(validation, files)


def _verdict(validation: Validation) -> str:
    """How many expectations were met, of rows that may be published."""
    unmet, all_ = len(validation.warnings), len(validation.outcomes)
    return f"{unmet} of {all_} expectations not met, none critical" if unmet else f"all {all_} expectations met"


@task(cache_policy=NO_CACHE)
def publish(
    output: str,
    rows: Assembled,
    outcomes: Sequence[Outcome],
    ready: Ready,
    folder: Path,
    sources: Sequence[str] = (),
) -> Published:
    """What came of publishing in the folder or store `output`, with files made in `folder`; raises OutputError.

    The sources are asked what became of articles that the release before has and this one has not.
    """
    said = manifest(outcomes), ready.validation.results, ready.validation.report_html
    with releases_at(output, state_folder() / "stores") as root:
        left = departed(root, sources, outcomes)
        for one in left:
            log.info("%s left: %s", one.title, one.reason)
        published = publish_rows(
            root, rows.tables, *said, workspace=folder, made=ready.files, departed=left, changed=rows.changed
        )
    _keep(published, rows, outcomes, ready)
    log.info("%s", published.version or "nothing changed", extra={"stage": "publish"})
    return replace(published, url=place_of(published.path, output))


def _keep(published: Published, rows: Assembled, outcomes: Sequence[Outcome], ready: Ready) -> None:
    """Keeps what the next run can use; where that fails, what was published stands all the same."""
    try:
        releases.keep(outcomes, published.content_hash)
        rows.keep(ready.validation.outcomes, ready.files)
    except OSError as error:
        why = error.strerror or str(error)
        log.warning("what the next run could use was not kept in %s (%s): it does all anew", state_folder(), why)


@task(cache_policy=NO_CACHE)
def prune(output: str, keep: int) -> tuple[str, ...]:
    """The versions that were removed, so that the newest `keep` are left; none, and says so, where that fails.

    What was published stands all the same, and the next run removes them.
    """
    try:
        removed = prune_at(output, keep)
    except OutputError as error:
        log.error("older releases were not removed: %s", error)
        return ()
    log.info("%d release%s removed", len(removed), "" if len(removed) == 1 else "s", extra={"stage": "prune"})
    return removed


@task(cache_policy=NO_CACHE)
def summarise(published: Published, outcomes: Sequence[Outcome], pruned: Sequence[str] = ()) -> Result:
    """The result of the run, left as an artifact beside it too."""
    result = Result(published, failures_of(outcomes), tuple(pruned), stale_of(outcomes))
    create_markdown_artifact(key="release-summary", markdown=summary(result), description="What the run published.")
    return result
