"""SOURCE strings → Pages: the only code that reads the outside.

One file or package a kind of source, found by its name. Each has two functions: `opens(source)`, whether it is the one
for that string, and `pages(source, form)`, the pages in a fixed order. `files.py` opens every string that no other one
opens; `article_files.py` and `sidecar.py` are no sources, but what all that read files have in common. One that can say
why a page is there no more has `reasons(source, titles)` too, one that has something to say of all its sources
together `look_over(sources)`. A page that cannot be read is still a page:
`parsers.document` refuses it, so that the others go on. What cannot be opened at all, or holds nothing to read, is a
SourceError. Imported by `flows`; imports `parsers.document`, `parsers.language.states`, `parsers.errors`,
`outputs.store`, `flows.settings` and `flows.code`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Protocol, cast, runtime_checkable

from parsers.document.model import Page

SAMPLE = "sample:"
FALLBACK = "files"
_FRAME = {"article_files", "sidecar"}


class Source(Protocol):
    """What each file of this package is."""

    def opens(self, source: str) -> bool:
        """Whether this kind of source is the one for the string."""

    def pages(self, source: str, form: str | None) -> Iterator[Page]:
        """The pages, in an order that does not depend on the machine; `form` overrules what each page looks like."""


@runtime_checkable
class Explaining(Protocol):
    """A kind of source that can say why it gives a page no more."""

    def reasons(self, source: str, titles: Sequence[str]) -> Mapping[str, str]:
        """Why the source gives no page of some of the titles now, in words; raises SourceError."""


@runtime_checkable
class Overseeing(Protocol):
    """A kind of source that has something to say of all its sources together."""

    def look_over(self, sources: Sequence[str]) -> None:
        """Nothing; warns of what is wrong with some of them; raises SourceError."""


@cache
def kinds() -> tuple[Source, ...]:
    """Every kind of source, by name, with `files` at the end."""
    found = {module.name for module in pkgutil.iter_modules(__path__)} - _FRAME
    names = sorted(found, key=lambda name: (name == FALLBACK, name))
    return tuple(cast(Source, importlib.import_module(f"{__name__}.{name}")) for name in names)


def pages_of(source: str, form: str | None = None) -> Iterator[Page]:
    """The pages of one SOURCE string; raises SourceError."""
    return _kind(source).pages(source, form)


def reasons(sources: Sequence[str], titles: Sequence[str]) -> dict[str, str]:
    """Why the sources give no page of some of the titles now, where one of them can say; raises SourceError."""
    found: dict[str, str] = {}
    for source in sources:
        kind = _kind(source)
        rest = [title for title in titles if title not in found]
        if rest and isinstance(kind, Explaining):
            found |= kind.reasons(source, rest)
    return found


def _kind(source: str) -> Source:
    return next(kind for kind in kinds() if kind.opens(source))


def check(sources: Sequence[str]) -> None:
    """Nothing, where each source holds a page; raises SourceError. Reads the first page of each."""
    for source in sources:
        next(pages_of(source), None)


def gather(sources: Sequence[str], form: str | None = None) -> list[Page]:
    """The pages of all sources, each once, by title, name and text; of no source, the sample corpus.

    The order of the sources makes no difference, so that it makes none to the release either. Raises SourceError.
    """
    found = {page for source in sources or [SAMPLE] for page in pages_of(source, form)}
    for kind in kinds():
        if isinstance(kind, Overseeing):
            kind.look_over([source for source in sources if _kind(source) is kind])
    return sorted(found, key=lambda page: (page.title, page.name, page.raw, page.form, page.revision_id or 0))
