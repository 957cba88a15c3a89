"""The last text of each page of a wiki that could be read: its rows stay while the page cannot be read.

A page that somebody blanked, or that the site could not give this time, would else take its rows along, which come back
with the next run. What stays is marked stale. A page that is gone, or points to another, takes its rows along. Files
are no pages of a wiki: what is in them is what their owner wants.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import asdict, replace
from pathlib import Path

from flows.article import Article, Outcome
from flows.settings import state_folder
from flows.state import articles
from parsers.document.model import Page
from parsers.errors import Missing, Redirect

LEAVING = {Missing.__name__, Redirect.__name__}
"""The errors of pages that are no articles any more."""


def settled(page: Page, outcome: Outcome) -> Outcome:
    """What was read of a page; where it could not be read, the article of its last text that could, with `stale`.

    The failure where there is no such text. Raises nothing.
    """
    path = _path(page)
    if path is None:
        return outcome
    if isinstance(outcome, Article):
        _remember(path, page)
        return outcome
    if outcome.error in LEAVING:
        path.unlink(missing_ok=True)
        return outcome
    before = _remembered(path)
    article = articles.read(before) if before else None
    return replace(article, stale=outcome) if isinstance(article, Article) else outcome


def _path(page: Page) -> Path | None:
    """The file for the page; null where it is none of a wiki."""
    if page.site is None:
        return None
    site = re.sub(r"\W+", "-", page.site.partition("://")[2]).strip("-")[:60]
    digest = hashlib.sha256(f"{page.site}\n{page.title}".encode("utf-8", "surrogatepass")).hexdigest()
    return state_folder() / "last_pages" / site / f"{digest[:32]}.page"


def _remember(path: Path, page: Page) -> None:
    """Nothing; the file has what the source says of the page in its first line, then the text.

    Only a line is read where it is there already, as in most pages of most runs.
    """
    head = _head(page)
    if _first_line(path) == head:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_suffix(f".{os.getpid()}")
    written.write_bytes(head + page.raw.encode("utf-8", "surrogatepass"))
    written.replace(path)


def _head(page: Page) -> bytes:
    digest = hashlib.sha256(page.raw.encode("utf-8", "surrogatepass")).hexdigest()
    return json.dumps({**asdict(replace(page, raw="")), "sha256": digest}).encode() + b"\n"


def _first_line(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.readline()
    except OSError:
        return b""


def _remembered(path: Path) -> Page | None:
    """The page in a file; null where there is none, or none that is whole."""
    try:
        head, _, raw = path.read_bytes().partition(b"\n")
        said = json.loads(head)
        digest = said.pop("sha256")
        page = Page(**{**said, "raw": raw.decode("utf-8", "surrogatepass")})
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return page if hashlib.sha256(raw).hexdigest() == digest else None
