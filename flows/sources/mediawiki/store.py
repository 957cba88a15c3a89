"""Raw pages kept in the state folder, by site, page and revision: what has no new revision is not fetched again."""

from __future__ import annotations

import hashlib
import json
import os
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from flows.settings import state_folder
from flows.sources.mediawiki.look import Seen


@dataclass(frozen=True)
class Revision:
    """One revision of one page, as the wiki gave it; `sha1` is that of its text in UTF-8."""

    page_id: int
    revision_id: int
    timestamp: str
    sha1: str
    text: str


def sha1_of(text: str) -> str:
    """The digest that MediaWiki gives of a text; not for security."""
    return hashlib.sha1(text.encode("utf-8", "surrogatepass"), usedforsecurity=False).hexdigest()


class Store:
    """The newest revision that was fetched of each page of a site, a file a page.

    The site is known by the address that it gives itself, `script`, whatever the way to it.
    """

    def __init__(self, script: str) -> None:
        name = re.sub(r"\W+", "-", script.partition("://")[2]).strip("-")[:60]
        self._folder = state_folder() / "pages" / f"{name}-{hashlib.sha256(script.encode()).hexdigest()[:8]}"

    def find(self, page: Seen) -> Revision | None:
        """The page's newest revision; null where another or none is kept, or what is kept is damaged."""
        try:
            revision = Revision(**json.loads(self._path(page.page_id).read_bytes()))
        except (OSError, ValueError, TypeError):
            return None
        same = (revision.page_id, revision.revision_id) == (page.page_id, page.revision_id)
        return revision if same and revision.sha1 == sha1_of(revision.text) else None

    def keep(self, revision: Revision) -> None:
        """Nothing; takes the place of what was kept of the page, whole or not at all, since two runs may keep it."""
        path = self._path(revision.page_id)
        path.parent.mkdir(parents=True, exist_ok=True)
        written = path.with_suffix(f".{os.getpid()}")
        written.write_text(json.dumps(asdict(revision)), encoding="utf-8")
        written.replace(path)

    def _path(self, page_id: int) -> Path:
        return self._folder / f"{page_id}.json"
