"""The source `sample:`, the corpus that comes with the program; also what is read where no source is named."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import as_file, files

from flows.sources import SAMPLE
from flows.sources.files import pages_in
from parsers.document.model import Page


def opens(source: str) -> bool:
    """Whether the string is `sample:`."""
    return source == SAMPLE


def pages(source: str, form: str | None) -> Iterator[Page]:
    """The sample articles, by file name; `source` says nothing more."""
    with as_file(files("flows.sources") / "sample") as folder:
        yield from pages_in(folder, form)
