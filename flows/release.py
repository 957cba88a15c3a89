"""The flow: one call a stage, in stage order."""

from __future__ import annotations

from collections.abc import Sequence

from prefect import flow

from flows import tasks
from flows.article import Outcome
from flows.report import Result
from flows.settings import DEFAULT_OUTPUT
from flows.sources.mediawiki.address import at_site
from outputs.release import Published


@flow(name="release")
def release(
    sources: list[str] | None = None,
    output: str = DEFAULT_OUTPUT,
    form: str | None = None,
    keep: int | None = None,
    site: str | None = None,
) -> Result:
    """Publishes the next release in the folder `output`, and gives what came of it.

    Args:
        sources: files, folders, globs, or `wikipedia:` with titles; none: the sample corpus.
        output: the folder of releases.
        form: `wikitext` or `flattened` for all pages; null: recognised page by page.
        keep: how many releases stay in the folder, the newest; null: all.
        site: the wiki that `wikipedia:` means, by the address of any page or of its api.php; null: the English one.

    Pages that cannot be read are contained and listed. Raises SourceError, ArticleError where every page failed,
    ValidationFailed and OutputError; `latest` is then as it was.
    """
    pages = tasks.gather(at_site(sources or [], site), form)
    outcomes = tasks.read(pages)
    published = tasks.find(output, tasks.whole(outcomes)) or _anew(output, outcomes)
    pruned = tasks.prune(output, keep) if keep else ()
    return tasks.summarise(published, tasks.whole(outcomes), pruned)


def _anew(output: str, outcomes: Sequence[Outcome]) -> Published:
    """What came of putting the articles together, validating their rows and publishing them."""
    with tasks.workspace() as folder:
        tables = tasks.assemble(tasks.whole(outcomes), folder)
        ready = tasks.validate(tasks.whole(tables), folder)
        return tasks.publish(output, tasks.whole(tables), tasks.whole(outcomes), tasks.whole(ready), folder)
