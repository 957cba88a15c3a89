"""Evidence: the spans of the stored text behind rows and cells, and links to them in the page on the web."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from urllib.parse import quote

from parsers.assemble.identity import identifiers, joined
from parsers.assemble.row import Merged
from parsers.assemble.stated import Stated
from parsers.columnar import Columns
from parsers.document.model import Document
from parsers.tables import table

WHOLE = 80
"""Characters up to which a text fragment quotes the sentence whole."""

_EDGE = 5
_ALIASES = {"date": "date_edtf"}

Support = tuple[int, int, str, str, bool, str, str]
"""A span with what it supports: start, end, table, row, whether it is of the whole row, the column (empty where it is),
and the rule. So these sort as the rows of the table do.
"""


def evidence(document: Document, relation_id: str, spans: Iterable[Support]) -> Columns:
    """The rows of evidence for the spans of an article, in order; `text` is always `document.text[start:end]`.

    Columns at once, as an article has more rows here than in all other tables together.
    """
    declared, found = table("evidence"), sorted(spans)
    starts, ends, names, row_ids, _, columns, rules = zip(*found, strict=True) if found else ((),) * 7
    places = list(zip(starts, ends, strict=True))
    texts = {(start, end): document.text[start:end] for start, end in places}
    words = {place: " ".join(text.split()) for place, text in texts.items()}
    keys = [
        joined(name, row_id, column, document.article_id, words[place])
        for name, row_id, column, place in zip(names, row_ids, columns, places, strict=True)
    ]
    return Columns({
        "evidence_id": identifiers(declared.kind, keys), "table": names, "row_id": row_ids,
        "column": [column or None for column in columns], "relation_id": [relation_id] * len(found),
        "article_id": [document.article_id] * len(found), "revision_id": [document.page.revision_id] * len(found),
        "start": starts, "end": ends, "text": [texts[place] for place in places], "rule_id": rules,
    })  # fmt: skip


def evidence_url(document: Document, text: str) -> str | None:
    """The permanent link to the revision with a text fragment that shows the sentence; null without a revision's link.

    W3C text fragments (https://wicg.github.io/scroll-to-text-fragment/): a long sentence is given by its first and last
    words; `-`, `,` and `&` have a meaning there and are encoded.

    >>> from parsers.document.model import Page
    >>> page = Page("p", "P", "", "wikitext", url="https://wiki.example/index.php?oldid=7")
    >>> evidence_url(Document(page, "", (), (), ()), "Talks, at last.")
    'https://wiki.example/index.php?oldid=7#:~:text=Talks%2C%20at%20last.'
    """
    if document.page.url is None or not text.strip():
        return None
    return f"{document.page.url}#:~:text={_fragment(text)}"


@lru_cache(maxsize=1024)
def _fragment(text: str) -> str:
    """The value of the fragment; most sentences have a fact and its event, and are asked for twice."""
    words = text.split()
    parts = [" ".join(words)]
    if len(parts[0]) > WHOLE and len(words) > 2 * _EDGE:
        parts = [" ".join(words[:_EDGE]), " ".join(words[-_EDGE:])]
    return ",".join([part.translate(_ENCODED) for part in parts])


class _Encoded(dict[int, str]):
    """How each character is written, by its code point."""

    def __missing__(self, code: int) -> str:
        written = self[code] = "%2D" if code == ord("-") else quote(chr(code), safe="")
        return written


_ENCODED = _Encoded()


def spans_of(rows: Iterable[Merged]) -> Iterator[Support]:
    """The spans behind rows: one for each statement, which is of the whole row, and one for each cell that was read.

    A span that two rules give is there once, as the first rule's. An event takes no cells of the fact it stands for.
    """
    for row in rows:
        name, row_id = row.table.name, row.row_id
        rules: dict[tuple[int, int, bool, str], str] = {}
        for member in sorted(row.members, key=_place) if len(row.members) > 1 else row.members:
            fact = member.fact
            rules.setdefault((fact.start, fact.end, True, ""), fact.rule_id)
            for cell, start, end in fact.cells if fact.table == name else ():
                column = _ALIASES.get(cell, cell)
                if column in row.table.types and _is_said(row, member, column):
                    rules.setdefault((start, end, False, column), fact.rule_id)
        for (start, end, is_whole, column), rule_id in rules.items():
            if start < end:
                yield start, end, name, row_id, is_whole, column, rule_id


def _is_said(row: Merged, member: Stated, name: str) -> bool:
    """Whether a row holds something in a column and, if that is a class, what a statement says."""
    if name == "date_edtf":
        return True
    held = row.values.get(name)
    return held is not None and (row.table.types[name] != "category" or held == member.values.get(name))


def _place(member: Stated) -> tuple[int, int, str]:
    return member.fact.start, member.fact.end, member.fact.rule_id
