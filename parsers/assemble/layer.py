"""The text layer of one article: articles, sections, sentences, links and citations, straight from the document.

Identifiers are made from the article and the words, with an ordinal among equal words, so that a sentence keeps its own
when another is added above it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from parsers.assemble.identity import identifiers, joined
from parsers.assemble.row import Rows, blank
from parsers.columnar import Columns
from parsers.document.model import Document
from parsers.tables import table


def layer(document: Document, relation_id: str) -> Rows:
    """The rows of the five tables of text. Raises ValueError for a timestamp that is no ISO 8601."""
    section_ids = _identifiers("sections", document, (" > ".join(one.path) for one in document.sections))
    return {
        "articles": [_article(document, relation_id)],
        "sections": _sections(document, section_ids),
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


def _sections(document: Document, section_ids: list[str]) -> Columns:
    found = document.sections
    return _columns("sections", document, section_ids, {
        "level": [one.level for one in found], "title": [one.title or None for one in found],
        "path": [[part for part in one.path if part] for one in found], "start": [one.start for one in found],
        "end": [one.end for one in found],
    })  # fmt: skip


def _sentences(document: Document, section_ids: list[str]) -> Columns:
    found = [one for one in document.sentences if one.start < one.end]
    blocks = [document.blocks[one.block] for one in found]
    texts = [document.text[one.start : one.end] for one in found]
    return _columns("sentences", document, _identifiers("sentences", document, texts), {
        "section_id": [section_ids[block.section] for block in blocks], "kind": [block.kind for block in blocks],
        "start": [one.start for one in found], "end": [one.end for one in found], "text": texts,
    })  # fmt: skip


def _links(document: Document) -> Columns:
    found = [one for one in document.links if one.start < one.end]
    texts = [document.text[one.start : one.end] for one in found]
    words = (f"{one.target}|{text}" for one, text in zip(found, texts, strict=True))
    return _columns("links", document, _identifiers("links", document, words), {
        "start": [one.start for one in found], "end": [one.end for one in found], "text": texts,
        "target": [one.target for one in found],
    })  # fmt: skip


def _citations(document: Document) -> Columns:
    found = document.citations
    keys = _identifiers("citations", document, (one.url or one.text for one in found))
    return _columns("citations", document, keys, {
        "position": [one.at for one in found], "text": [one.text or None for one in found],
        "title": [one.title or None for one in found], "publisher": [one.publisher or None for one in found],
        "date": [one.date or None for one in found], "url": [one.url or None for one in found],
    })  # fmt: skip


def _identifiers(name: str, document: Document, words: Iterable[str]) -> list[str]:
    """The identifiers of the rows of a table, each from the words that tell it from others of the article."""
    article_id = document.article_id
    keys = (joined(article_id, " ".join(one.casefold().split())) for one in words)
    return identifiers(table(name).kind, keys)


def _columns(name: str, document: Document, keys: list[str], cells: Mapping[str, Sequence[object]]) -> Columns:
    """The rows of a table in their declared order: by place in the text, then by identifier."""
    declared = table(name)
    place: Sequence[Any] = cells[declared.order[1]]
    ordered = sorted(range(len(keys)), key=lambda at: (place[at], keys[at]))
    whole = {declared.key: keys, "article_id": [document.article_id] * len(keys), **cells}
    return Columns({column: [those[at] for at in ordered] for column, those in whole.items()})
