"""Every span is sliced again: the stored text of its article, from start to end, is its words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from outputs.markdown import plural
from outputs.model import parquet_path
from outputs.verify.report import Check, Fault, named
from outputs.verify.standing import Standing, key_of
from parsers.columnar import Stored

ARTICLES = "articles"
SPAN = ("article_id", "start", "end", "text")
"""The columns by which a table of spans is known: evidence, sentences, links."""


def check(release: Standing) -> Check:
    """All spans of all tables that have any, in characters (code points) of `articles.text`."""
    articles = release.tables.get(ARTICLES)
    if articles is None or not {"article_id", "text"} <= set(articles.schema.names):
        return Check("spans", "0 spans")
    stored = articles.read(["article_id", "text"])
    texts = dict(zip(stored["article_id"].to_pylist(), stored["text"].to_pylist(), strict=True))
    faults, examined = [], 0
    for name, table in release.tables.items():
        if name != ARTICLES and set(SPAN) <= set(table.schema.names):
            examined += table.num_rows
            if wrong := list(_wrong(table, texts)):
                found = f"{plural(len(wrong), 'span')} of other words than the text: {named(wrong)}"
                faults.append(Fault(parquet_path(name), found))
    return Check("spans", plural(examined, "span"), tuple(faults))


def _wrong(table: Stored, texts: Mapping[Any, str | None]) -> Iterator[object]:
    """The keys of the rows whose words are not the text."""
    key = key_of(table) or SPAN[0]
    for batch in table.batches([*dict.fromkeys((*SPAN, key))]):
        spans = zip(*(batch[name].to_pylist() for name in SPAN), strict=True)
        for number, (article, start, end, said) in enumerate(spans):
            if not _slices(texts.get(article), start, end, said):
                yield batch[key][number].as_py()


def _slices(text: str | None, start: int | None, end: int | None, said: object) -> bool:
    if text is None or start is None or end is None:
        return False
    return 0 <= start <= end <= len(text) and text[start:end] == said
