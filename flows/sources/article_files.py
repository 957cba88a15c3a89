"""What is the same of files wherever they stand: which are articles, and the page that the bytes of one make."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import PurePosixPath

from flows.sources.sidecar import SIDECAR, Said, composed
from parsers.document.model import Page
from parsers.document.read import MAX_BYTES, recognise_form, title_in
from parsers.errors import SourceError

SUFFIXES = (".mediawiki", ".txt", ".wiki", ".wikitext")

READ_LIMIT = 8 * MAX_BYTES
"""Bytes read of one file: more than any page may have, so that `parsers.document` refuses what is larger."""


def is_article(name: str) -> bool:
    """Whether a file in a folder is taken for an article: by its suffix; neither hidden nor a README.

    >>> is_article("chad-taiwan.wiki"), is_article("README.md")
    (True, False)
    """
    return PurePosixPath(name).suffix.lower() in SUFFIXES and not name.lower().startswith((".", "readme"))


def page_of(name: str, content: bytes, form: str | None, said: Mapping[str, Said]) -> Page:
    """The page that a file makes: its title is what `said` or the text gives, else the file's name without suffix."""
    raw = _text(content)
    form = form or recognise_form(raw)
    known = said.get(composed(name), Said())
    return Page(
        name=name,
        title=known.title or title_in(raw, form) or PurePosixPath(name).stem,
        raw=raw,
        form=form,
        revision_id=known.revision_id,
        timestamp=known.timestamp,
        url=known.url,
        licence=known.licence,
    )


def no_articles(where: str, expected: str) -> SourceError:
    """The error for a folder or glob that is there and holds no article."""
    return SourceError(
        "no articles",
        where=where,
        expected=f"{expected} with names ending in {', '.join(SUFFIXES)} (not only {SIDECAR})",
        remedy="name the files themselves, or rename them",
    )


def nothing_there(where: str, remedy: str) -> SourceError:
    """The error for a path or address at which nothing stands."""
    return SourceError("no such file or folder", where=where, expected="a file, a folder or a glob", remedy=remedy)


def _text(content: bytes) -> str:
    """The file as UTF-8 without a byte order mark, lines ended by line feeds.

    A byte that is no UTF-8 becomes half a surrogate pair, by which `parsers.document` knows it and refuses the page.
    """
    text = content.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")
