"""Evidence: the spans of the stored text behind rows and cells, and links to them in the page on the web."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from urllib.parse import quote

from parsers.assemble.identity import identifier, numbered, prefix
from parsers.assemble.row import Merged, blank
from parsers.assemble.stated import Stated
from parsers.document.model import Document
from parsers.tables import table

WHOLE = 80
"""Characters up to which a text fragment quotes the sentence whole."""

_EDGE = 5
_ALIASES = {"date": "date_edtf"}

Span = tuple[str, str, str | None, int, int, str]
"""Table, row, column (null: the whole row), start, end and rule."""


def evidence_rows(document: Document, relation_id: str, rows: Iterable[Merged]) -> list[dict[str, object]]:
    """The evidence of the rows: one for each statement (column null) and one for each cell that a span was read for.

    A span that two rules give is one row, the first rule's.
    """
    return span_rows(document, relation_id, _spans(rows))


def span_rows(document: Document, relation_id: str, spans: Iterable[Span]) -> list[dict[str, object]]:
    """The rows of the table of evidence for spans of an article; `text` is always `document.text[start:end]`."""
    found = list(spans)
    texts = {(start, end): document.text[start:end] for *_, start, end, _ in found}
    words = {place: " ".join(text.split()) for place, text in texts.items()}
    keys = numbered(
        (name, row_id, column or "", document.article_id, words[start, end])
        for name, row_id, column, start, end, _ in found
    )
    declared = table("evidence")
    of_article = blank(declared, {
        "relation_id": relation_id, "article_id": document.article_id, "revision_id": document.page.revision_id,
    })  # fmt: skip
    begin = prefix(declared)
    return [
        of_article | {
            "evidence_id": identifier(begin, *key), "table": name, "row_id": row_id, "column": column,
            "start": start, "end": end, "text": texts[start, end], "rule_id": rule_id,
        }
        for (name, row_id, column, start, end, rule_id), key in zip(found, keys, strict=True)
    ]  # fmt: skip


def evidence_url(document: Document, text: str) -> str | None:
    """The permanent link to the revision with a text fragment that shows the sentence; null without a revision's link.

    W3C text fragments (https://wicg.github.io/scroll-to-text-fragment/): a long sentence is given by its first and last
    words; `-`, `,` and `&` have a meaning there and are encoded.

    >>> from parsers.document.model import Page
    >>> page = Page("p", "P", "", "wikitext", url="https://wiki.example/index.php?oldid=7")
    >>> evidence_url(Document(page, "", (), (), ()), "Talks, at last.")
    'https://wiki.example/index.php?oldid=7#:~:text=Talks%2C%20at%20last.'
    """
    words = text.split()
    if document.page.url is None or not words:
        return None
    parts = [" ".join(words)]
    if len(parts[0]) > WHOLE and len(words) > 2 * _EDGE:
        parts = [" ".join(words[:_EDGE]), " ".join(words[-_EDGE:])]
    return f"{document.page.url}#:~:text={','.join(map(_encoded, parts))}"


def _encoded(words: str) -> str:
    return quote(words, safe="").replace("-", "%2D")


def _spans(rows: Iterable[Merged]) -> Iterator[Span]:
    for row in rows:
        found: dict[tuple[str | None, int, int], str] = {}
        for member in sorted(row.members, key=_place):
            for column, start, end in ((None, member.fact.start, member.fact.end), *_cells(row, member)):
                if start < end:
                    found.setdefault((column, start, end), member.fact.rule_id)
        ordered = sorted(found.items(), key=lambda one: (one[0][1], one[0][2], one[0][0] or ""))
        for (column, start, end), rule_id in ordered:
            yield row.table.name, row.row_id, column, start, end, rule_id


def _cells(row: Merged, member: Stated) -> Iterator[tuple[str | None, int, int]]:
    """The cells of the row's own table that hold something, of a class only where the statement says this one; an
    event takes none of those of the fact that it stands for.
    """
    if member.fact.table == row.table.name:
        for column, start, end in member.fact.cells:
            name = _ALIASES.get(column, column)
            if name in row.table.empty and (name == "date_edtf" or _is_said(row, member, name)):
                yield name, start, end


def _is_said(row: Merged, member: Stated, name: str) -> bool:
    """Whether a row holds something in a column and, if that is a class, what a statement says."""
    held = row.values.get(name)
    return held is not None and (row.table.column(name).type != "category" or held == member.values.get(name))


def _place(member: Stated) -> tuple[int, int, str]:
    return member.fact.start, member.fact.end, member.fact.rule_id
