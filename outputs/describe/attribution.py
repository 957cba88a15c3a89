"""ATTRIBUTION.csv: the page, revision, permanent link and licence of every source."""

from __future__ import annotations

from outputs.csv import cell_text, csv_line
from outputs.describe import FIRST
from outputs.model import Release

PATH = "ATTRIBUTION.csv"
ROUND = FIRST

# The columns of the file, with the columns of `articles` that they are taken from.
COLUMNS = {
    "page": "title",
    "revision": "revision_id",
    "permalink": "url",
    "licence": "licence",
    "article_id": "article_id",
}


def render(release: Release) -> str:
    """CSV with a header and one line an article, in the order of `articles`; empty where the source does not say."""
    articles = release.stored["articles"].rows(list(COLUMNS.values()))
    lines = (csv_line(cell_text(row[name]) for name in COLUMNS.values()) for row in articles)
    return "".join([csv_line(COLUMNS), *lines])
