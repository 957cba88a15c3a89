"""Articles built by hand: sentences and list items, and facts that stand in them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from parsers.assemble import Rows, assemble_article, part_of, planned
from parsers.assemble import assemble as assembled
from parsers.document.model import Block, Citation, Document, Link, Page, Section, Sentence
from parsers.facts.model import Fact
from parsers.language.edtf import date_value
from parsers.language.reading import Context, Reading, Statement
from parsers.tables import tables

PAIR = ("NOR", "KEN")
TITLE = "Norway–Kenya relations"
URL = "https://wiki.example/index.php?oldid=17"


@dataclass
class Article:
    """An article under construction: each `say` adds a statement with the facts read from it."""

    title: str = TITLE
    pair: tuple[str, str] = PAIR
    revision_id: int | None = 17
    text: str = TITLE
    spans: list[tuple[int, int, str, tuple[int, int] | None]] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    heads: dict[str, tuple[int, int]] = field(default_factory=dict)

    def say(self, words: str, *facts: Mapping[str, Any], listed: str | None = None) -> None:
        """Adds a sentence, or an item of the list of that name, and its facts."""
        head = self._head(listed) if listed else None
        self.spans.append((*self._write(words), "item" if listed else "paragraph", head))
        for fact in facts:
            self.add(fact)

    def add(self, fact: Mapping[str, Any]) -> None:
        """Adds a fact to the last statement."""
        start, end, *_ = self.spans[-1]
        self.facts.append(_fact(fact, start, end, self.text))

    def _write(self, words: str) -> tuple[int, int]:
        self.text += "\n\n"
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def _head(self, name: str) -> tuple[int, int]:
        if name not in self.heads:
            self.heads[name] = self._write(f"Visits of list {name}")
            self.spans.append((*self.heads[name], "paragraph", None))
        return self.heads[name]

    def reading(self) -> Reading:
        """The reading of the article, without mentions."""
        document = self.document()
        statements = tuple(
            Statement(document, document.blocks[one.block], one.start, one.end, (), (), Context(self.pair))
            for one in document.sentences
        )
        return Reading(document, self.pair, statements)

    def document(self) -> Document:
        """The document: a title, one section, a block for each statement."""
        page = Page(
            "test", self.title, self.text, "wikitext", revision_id=self.revision_id, timestamp="2024-05-03T10:11:12Z",
            url=URL if self.revision_id else None, licence="CC BY-SA 4.0",
        )  # fmt: skip
        blocks = (
            Block("title", 0, len(TITLE), 0),
            *(Block(kind, start, end, 0, head) for start, end, kind, head in self.spans),
        )
        return Document(
            page=page,
            text=self.text,
            sections=(Section(1, "", (), 0, len(self.text)),),
            blocks=blocks,
            sentences=tuple(Sentence(block.start, block.end, number) for number, block in enumerate(blocks)),
            links=(Link(0, 6, "Norway"), Link(7, 12, "Kenya")),
            citations=(Citation(10, "A note.", url="https://news.example/1"), Citation(10, "A note.")),
        )


def _fact(fact: Mapping[str, Any], start: int, end: int, text: str) -> Fact:
    values: dict[str, Any] = {name: tuple(value) if isinstance(value, list) else value for name, value in fact.items()}
    name, edtf = values.pop("table"), values.pop("date", None)
    date_text = values.pop("date_text", text[start : start + 2] if edtf else None)
    rule_id = values.pop("rule", f"{name}.by_hand")
    cells = tuple((column, *_found(str(value), start, end, text)) for column, value in values.pop("cells", {}).items())
    date = date_value(str(edtf), qualifier=values.pop("qualifier", None)) if edtf else None
    return Fact(name, rule_id, start, end, values, date, date_text, cells)


def _found(words: str, start: int, end: int, text: str) -> tuple[int, int]:
    at = text.index(words, start, end)
    return at, at + len(words)


def visit(visitor: str | None, date: str | None = None, **more: Any) -> dict[str, Any]:
    """A trip from Norway to Kenya."""
    named = {"visitor": visitor} if visitor else {}
    return {"table": "visits", "sending_iso3": "NOR", "receiving_iso3": "KEN", "date": date, **named, **more}


def agreement(title: str, date: str | None = None, **more: Any) -> dict[str, Any]:
    """An agreement that was signed."""
    return {"table": "agreements", "kind": "agreement", "action": "signed", "title": title, "date": date, **more}


def event(date: str, description: str) -> dict[str, Any]:
    """What a rule of events finds in a dated sentence."""
    return {"table": "events", "date": date, "description": description}


def tell(*sentences: Sequence[Any]) -> Article:
    """An article of sentences, each its words and the facts in it."""
    article = Article()
    for words, *facts in sentences:
        article.say(words, *facts)
    return article


def assemble(articles: Sequence[Rows]) -> Rows:
    """The rows of every table, put together from those of articles."""
    found: Rows = {name: [] for name in tables()}
    for piece in assembled(planned([part_of(rows) for rows in articles])):
        found[piece.table] += piece.rows.to_pylist()
    return found


def rows_of(article: Article) -> Rows:
    """The rows of every table that one article makes."""
    return assemble([assemble_article(article.reading(), article.facts)])
