"""Short articles of our own, and releases that are read from them: whole, and made in half a second."""

from __future__ import annotations

from pathlib import Path

from flows.article import Article, read_page
from outputs import Published, publish
from parsers.assemble import Rows, assemble, planned
from parsers.document.model import Page
from parsers.tables import tables

NORTH = """= Estonia–Peru relations =

Estonia–Peru relations are the foreign relations between Estonia and Peru.

== History ==

The two countries established diplomatic relations on 5 November 1991. In May 2014, Estonian Foreign Minister \
Mart Tamm visited Lima. In 2016, the two countries signed an agreement on fisheries research.

== Visits ==

Prime Minister of Peru Ana Quispe visited Tallinn in 2018.
"""
SOUTH = """= Chile–Estonia relations =

Chile–Estonia relations are the foreign relations between Chile and Estonia.

== History ==

The two countries established diplomatic relations on 27 September 1991. Estonia opened an embassy in Santiago in 2015.
"""


def rows_of(*articles: str) -> Rows:
    """The rows of articles in the flattened form."""
    pages = [Page(f"{number}.txt", _title(text), text, "flattened") for number, text in enumerate(articles)]
    outcomes = [read_page(page) for page in pages]
    read = [one for one in outcomes if isinstance(one, Article)]
    assert len(read) == len(pages), outcomes
    rows: Rows = {name: [] for name in tables()}
    for piece in assemble(planned([one.part for one in read])):
        rows[piece.table] += piece.rows.to_pylist()
    return rows


def publish_rows(root: Path, rows: Rows) -> Published:
    """Publishes rows with an empty manifest and no validation."""
    return publish(
        root, rows, {"sources": [], "failures": []}, {"success": True, "tables": {}}, "<title>Test</title>\n"
    )


def publish_pages(root: Path, *articles: str) -> Published:
    """Publishes what is read from articles."""
    return publish_rows(root, rows_of(*articles))


def _title(text: str) -> str:
    return text.partition("\n")[0].strip("= ")
