"""The text layer of one article: articles, sections, sentences, links and citations, straight from the document.

Identifiers are made from the article and the words, with an ordinal among equal words, so that a sentence keeps its own
when another is added above it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable

from parsers.assemble.identity import identifiers, joined, prefix
from parsers.assemble.row import Rows, blank
from parsers.document.model import Document
from parsers.tables import table


def layer(document: Document, relation_id: str) -> Rows:
    """The rows of the five tables of text. Raises ValueError for a timestamp that is no ISO 8601."""
    sections = _sections(document)
    section_ids = [str(row["section_id"]) for row in sections]
    return {
        "articles": [_article(document, relation_id)],
        "sections": sections,
        "sentences": _sentences(document, section_ids),
        "links": _links(document),
        "citations": _citations(document),
    }


def _article(document: Document, relation_id: str) -> dict[str, object]:
    page = document.page
    sha256 = hashlib.sha256(page.raw.encode("utf-8", "surrogatepass")).hexdigest()
    return blank(table("articles"), {
        "article_id": document.article_id, "relation_id": relation_id, "title": page.title, "form": page.form,
        "revision_id": page.revision_id, "timestamp": _timestamp(page.timestamp), "url": page.url or None,
        "licence": page.licence or None, "sha256": sha256, "text": document.text,
    })  # fmt: skip


def _timestamp(text: str | None) -> dt.datetime | None:
    if not text:
        return None
    stamp = dt.datetime.fromisoformat(text)
    return stamp.replace(tzinfo=dt.UTC) if stamp.tzinfo is None else stamp.astimezone(dt.UTC)


def _sections(document: Document) -> list[dict[str, object]]:
    return _rows("sections", document, (
        ({"level": one.level, "title": one.title or None, "path": [part for part in one.path if part],
          "start": one.start, "end": one.end}, " > ".join(one.path))
        for one in document.sections
    ))  # fmt: skip


def _sentences(document: Document, section_ids: list[str]) -> list[dict[str, object]]:
    blocks = document.blocks
    return _rows("sentences", document, (
        ({"section_id": section_ids[blocks[one.block].section], "kind": blocks[one.block].kind, "start": one.start,
          "end": one.end, "text": document.text[one.start : one.end]}, document.text[one.start : one.end])
        for one in document.sentences if one.start < one.end
    ))  # fmt: skip


def _links(document: Document) -> list[dict[str, object]]:
    return _rows("links", document, (
        ({"start": one.start, "end": one.end, "text": document.text[one.start : one.end], "target": one.target},
         f"{one.target}|{document.text[one.start : one.end]}")
        for one in document.links if one.start < one.end
    ))  # fmt: skip


def _citations(document: Document) -> list[dict[str, object]]:
    return _rows("citations", document, (
        ({"position": one.at, "text": one.text or None, "title": one.title or None, "publisher": one.publisher or None,
          "date": one.date or None, "url": one.url or None}, one.url or one.text)
        for one in document.citations
    ))  # fmt: skip


def _rows(name: str, document: Document, found: Iterable[tuple[dict[str, object], str]]) -> list[dict[str, object]]:
    """The rows of a table, each from its values and the words that identify it."""
    declared, parts = table(name), list(found)
    article_id = document.article_id
    keys = (joined(article_id, " ".join(words.casefold().split())) for _, words in parts)
    return [
        blank(declared, {declared.key: identifier, "article_id": article_id, **values})
        for (values, _), identifier in zip(parts, identifiers(prefix(declared), keys), strict=True)
    ]
