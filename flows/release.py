"""The flow: one call a stage, in stage order."""

from __future__ import annotations

from prefect import flow

from flows import tasks
from flows.report import Result
from flows.settings import DEFAULT_OUTPUT
from flows.sources.mediawiki.address import at_site


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
    with tasks.workspace() as folder:
        tables = tasks.assemble(tasks.whole(outcomes), folder)
        validation = tasks.validate(tasks.whole(tables))
        read = tasks.whole(outcomes)
        published = tasks.publish(output, tasks.whole(tables), read, tasks.whole(validation), folder)
    pruned = tasks.prune(output, keep) if keep else ()
    return tasks.summarise(published, tasks.whole(outcomes), pruned)
