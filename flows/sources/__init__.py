"""SOURCE strings → Pages: the only code that reads the outside.

One file or package a kind of source, found by its name. Each has two functions: `opens(source)`, whether it is the one
for that string, and `pages(source, form)`, the pages in a fixed order. `files.py` opens every string that no other one
opens; `article_files.py` and `sidecar.py` are no sources, but what all that read files have in common. A page that
cannot be read is still a page: `parsers.document` refuses it, so that the others go on. What cannot be opened at all,
or holds nothing to read, is a SourceError. Imported by `flows`; imports `parsers.document`, `parsers.errors`,
`outputs.store`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Protocol, cast

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


@cache
def kinds() -> tuple[Source, ...]:
    """Every kind of source, by name, with `files` at the end."""
    found = {module.name for module in pkgutil.iter_modules(__path__)} - _FRAME
    names = sorted(found, key=lambda name: (name == FALLBACK, name))
    return tuple(cast(Source, importlib.import_module(f"{__name__}.{name}")) for name in names)


def pages_of(source: str, form: str | None = None) -> Iterator[Page]:
    """The pages of one SOURCE string; raises SourceError."""
    kind = next(kind for kind in kinds() if kind.opens(source))
    return kind.pages(source, form)


def check(sources: Sequence[str]) -> None:
    """Nothing, where each source holds a page; raises SourceError. Reads the first page of each."""
    for source in sources:
        next(pages_of(source), None)


def gather(sources: Sequence[str], form: str | None = None) -> list[Page]:
    """The pages of all sources, each once, by title, name and text; of no source, the sample corpus.

    The order of the sources makes no difference, so that it makes none to the release either. Raises SourceError.
    """
    found = {page for source in sources or [SAMPLE] for page in pages_of(source, form)}
    return sorted(found, key=lambda page: (page.title, page.name, page.raw, page.form, page.revision_id or 0))
