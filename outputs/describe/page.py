"""index.html: the release's own page, with its tables, plots and files."""

from __future__ import annotations

from outputs.describe import SECOND
from outputs.model import Release
from outputs.page.render import release_page

PATH = "index.html"
ROUND = SECOND


def render(release: Release) -> str:
    """The page as HTML; it lists the files of the round before with their sizes and hashes."""
    return release_page(release)
