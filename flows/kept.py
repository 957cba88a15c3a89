"""Articles read before, kept in the state folder: a page that has not changed is not read again by the same code.

An article stands for the very page (its text and what the source says of it), the very code of `parsers`, and the same
libraries. What another code kept is let go. Failures are not kept, so that each run tells them anew. The files are
pickles: the state folder is the user's own, and nothing in it comes from outside.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
from functools import cache
from pathlib import Path

from flows.article import Article, Outcome, read_page
from flows.code import digest_of
from flows.settings import state_folder
from parsers.document.model import Page

PACKAGES = ("parsers",)
LIBRARIES = ("ahocorasick-rs", "babel", "mwparserfromhell", "rapidfuzz", "sentencex")


def read(page: Page) -> Outcome:
    """The article of a page, from an earlier run where that is kept, else read and kept; or the failure."""
    path = _path(page)
    kept = _kept(path)
    if kept is not None:
        return kept
    outcome = read_page(page)
    if isinstance(outcome, Article):
        _keep(path, outcome)
    return outcome


def _kept(path: Path) -> Article | None:
    """The article in a file; None where there is none, or none that can be read."""
    try:
        found = pickle.loads(path.read_bytes())
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, ValueError):
        return None
    return found if isinstance(found, Article) else None


def _keep(path: Path, article: Article) -> None:
    """Nothing; writes the whole file beside its place and moves it there, since two runs may keep the same page."""
    if not path.parent.is_dir():
        shutil.rmtree(path.parent.parent, ignore_errors=True)
        path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_suffix(f".{os.getpid()}")
    written.write_bytes(pickle.dumps(article))
    written.replace(path)


def _path(page: Page) -> Path:
    digest = hashlib.sha256(repr(page).encode("utf-8", "backslashreplace")).hexdigest()
    return state_folder() / "articles" / _code() / f"{digest[:32]}.pickle"


@cache
def _code() -> str:
    return digest_of(PACKAGES, LIBRARIES)
