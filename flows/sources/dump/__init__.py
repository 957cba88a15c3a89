"""`dump:PATH` → pages of an XML dump of a MediaWiki: the articles on pairs of states, or those of a list of titles.

`dump:PATH#titles=FILE#licence=NAME`: FILE has a title a line and stands for all pairs of states; NAME is the licence,
which a dump does not say. The dump may be plain XML, .bz2, or multistream with its index beside it. What stands where:
`request` the string, `opening` the file, `layout` its parts, `bzip2` and `index` compressed ones, `cutting` the wanted
pages out of the text, `element` one of them → Page, `site` its address, `scan` all parts on all cores, `journal` what
an earlier scan found. A page whose part of the dump is broken is a page without text, so that the others go on; where
nobody can tell which pages are lost, the dump is refused. Imported by `flows.sources`.
"""

from __future__ import annotations

from collections.abc import Iterator

from flows.sources.dump.broken import refusal
from flows.sources.dump.element import absent
from flows.sources.dump.opening import opened
from flows.sources.dump.request import PREFIX, requested
from flows.sources.dump.scan import scan
from parsers.document.model import Page


def opens(source: str) -> bool:
    """Whether the string names a dump."""
    return source.startswith(PREFIX)


def pages(source: str, form: str | None) -> Iterator[Page]:
    """The wanted pages, in the dump's order; wikitext, whatever `form` says, since that is what a dump holds.

    A listed title that the dump does not have comes last, as a page without text. Raises SourceError where the file is
    no dump, is cut off or damaged, or holds no article on a pair of states.
    """
    request = requested(source)
    missing, found = set(request.titles or ()), 0
    for page in scan(request, opened(request)):
        missing.discard(page.title)
        found += 1
        yield page
    for title in sorted(missing):
        yield absent(title, "no article of this title in the dump", lasting=True)
    if not found and not missing:
        remedy = "name titles, with #titles=FILE"
        raise refusal(request.path, "no articles", remedy, "articles titled like “Chad–Taiwan relations”")
