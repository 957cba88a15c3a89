"""The flow: one call a stage, in stage order."""

from __future__ import annotations

from collections.abc import Sequence

from prefect import flow

from flows import tasks
from flows.article import Outcome
from flows.report import Result
from flows.settings import DEFAULT_OUTPUT, keeping
from flows.sources.mediawiki.address import at_site
from outputs.release import Published


@flow(name="release")
def release(
    sources: list[str] | None = None,
    output: str = DEFAULT_OUTPUT,
    form: str | None = None,
    keep: int | None = None,
    site: str | None = None,
    workers: int | None = None,
    dask: str | None = None,
) -> Result:
    """Publishes the next release in the folder or store `output`, and gives what came of it.

    Args:
        sources: files, folders, globs, or `wikipedia:` with titles; none: the sample corpus.
        output: the folder of releases, or the address of a store of them (s3://bucket/releases).
        form: `wikitext` or `flattened` for all pages; null: recognised page by page.
        keep: how many releases stay in the folder, the newest; null: all.
        site: the wiki that `wikipedia:` means, by the address of any page or of its api.php; null: the English one.
        workers: how many processes of this machine read; null: as many as are worth their start.
        dask: the address of a Dask cluster that reads instead (tcp://host:8786); null: this machine.

    Pages that cannot be read are contained and listed. Raises SourceError, EngineError, ArticleError where every page
    failed, ValidationFailed and OutputError; `latest` is then as it was.
    """
    asked = at_site(sources or [], site)
    with keeping():
        # No name for the pages, so that their texts are let go when they are read.
        outcomes = tasks.read(tasks.gather(asked, form), workers, dask)
        published = tasks.find(output, tasks.whole(outcomes)) or _anew(output, outcomes, asked)
        pruned = tasks.prune(output, keep) if keep else ()
        return tasks.summarise(published, tasks.whole(outcomes), pruned)


def _anew(output: str, outcomes: Sequence[Outcome], asked: Sequence[str]) -> Published:
    """What came of putting the articles together, validating their rows and publishing them."""
    with tasks.workspace() as folder:
        rows = tasks.assemble(tasks.whole(outcomes), folder)
        ready = tasks.validate(tasks.whole(rows), folder)
        read = tasks.whole(outcomes)
        return tasks.publish(output, tasks.whole(rows), read, tasks.whole(ready), folder, asked)
