"""Wikitext page → Document, through mwparserfromhell's tokens (tree.py).

Read: paragraphs, headings, nested and definition lists, tables (grid.py), infoboxes, picture captions, links,
footnotes, and what templates say (templates/). Not read: transclusions that would need the wiki, and Lua modules; a
template without a rule keeps its positional words, and every one that is not said in full is counted in
`Document.unknown_templates`.
"""

from __future__ import annotations

from parsers.document.builder import DocumentBuilder
from parsers.document.grid import read_table, write_table
from parsers.document.inline import InlineWalker, PageState, inline
from parsers.document.line import Line
from parsers.document.markup import mended
from parsers.document.model import Document, Page
from parsers.document.templates.pieces import Fields
from parsers.document.tree import Code, Heading, Tag, parse
from parsers.document.unknown import count_unknown
from parsers.errors import Unreadable

_PASSAGES = frozenset(
    {"p", "div", "blockquote", "center", "poem", "ul", "ol", "dl", "dd", "dt", "pre", "syntaxhighlight"}
)


def read_wikitext(page: Page) -> Document:
    """The document of a page in wikitext.

    Raises Unreadable for markup beyond the bounds of `markup.py`.

    >>> page = Page("p", "Chad–Taiwan relations", "== Visits ==\\n* [[A]] (2001)", "wikitext")
    >>> document = read_wikitext(page)
    >>> [(block.kind, document.text[block.start : block.end]) for block in document.blocks[1:]]
    [('heading', 'Visits'), ('item', 'A (2001)')]
    """
    raw = mended(page.raw, where=page.place)
    try:
        walker = BlockWalker(PageState(page.title), DocumentBuilder(page))
        code = parse(raw)
        count_unknown(code, walker.page.unknown)
        walker.walk(code)
        walker.flush()
    except RecursionError:
        raise Unreadable(
            "markup nested too deep",
            where=page.place,
            expected="markup nested a few levels deep",
            remedy="leave the page out or repair it",
        ) from None
    return walker.builder.document(named=walker.page.named, unknown_templates=walker.page.unknown)


class BlockWalker(InlineWalker):
    """Writes nodes into the builder, block by block; `line` is the block that is being written."""

    def __init__(self, page: PageState, builder: DocumentBuilder) -> None:
        super().__init__(page)
        self.builder = builder
        self._depth = 0
        self._blank = False
        self._at_line_start = True
        self._marks = 0
        self._line_start = 0

    def flush(self) -> None:
        """Ends the block that is being written; captions met inside it follow."""
        line, depth = self.line, self._depth
        if depth:
            self.write_icons()
        self.line, self._depth, self._line_start = Line(), 0, 0
        if depth:
            self.builder.item(line, depth=depth, adjacent=not self._blank)
        else:
            self.builder.add("paragraph", line)
        if line.length:
            self._blank = False
        captions, self.page.captions = self.page.captions, []
        for caption in captions:
            self.builder.add("caption", caption)

    def write(self, text: str) -> None:
        """Adds words; a line end ends a list item, an empty line ends a paragraph."""
        first, *others = text.split("\n")
        self._add(first)
        for other in others:
            self._end_line()
            self._add(other)

    def _add(self, words: str) -> None:
        if words:
            self.line.trail(words)
            if not words.isspace():
                self._at_line_start, self._marks = False, 0

    def _end_line(self) -> None:
        if self._depth:
            self.flush()
        elif self._at_line_start and self.line.length <= self._line_start:
            self.flush()
            self._blank = True
        else:
            self.line.append(" ")
        self._at_line_start, self._marks, self._line_start = True, 0, self.line.length

    def line_break(self) -> None:
        """A `<br>` sets off what stands before it, but within a list item."""
        if self._depth:
            self.line.append(" ")
        else:
            self.flush()

    def rule(self) -> None:
        """A line across the page sets off what stands before it."""
        self.flush()
        self._at_line_start = True

    def list_mark(self, kind: str) -> None:
        """Marks at the start of a line open an item, as deep as they are many; `;` opens a head line."""
        if self._marks:
            self._marks += 1
        else:
            self.flush()
            self._marks = 1
        self._depth = 0 if kind == "dt" and self._marks == 1 else self._marks
        self._at_line_start = False

    def read_item(self, code: Code, depth: int = 1) -> None:
        """An item of a template's or an HTML list, one deeper inside another item."""
        outer = self._depth
        self.flush()
        self._depth = outer + depth if outer else depth
        self.walk(code)
        self.flush()

    def read_passage(self, code: Code) -> None:
        """A paragraph of its own."""
        self.flush()
        self._at_line_start = True
        self.walk(code)
        self.flush()

    def read_caption(self, code: Code) -> None:
        """A caption stands before the block at whose beginning it is met, and after one that has begun."""
        super().read_caption(code)
        if not self.line.length:
            self.flush()

    def read_fields(self, fields: Fields) -> None:
        """The rows of an infobox, each `Label: value`."""
        self.flush()
        for label, value in fields.rows:
            words = self._inline_value(value)
            if not words.length:
                self.line.marks.extend(words.marks)
                continue
            line = Line("" if label.isdecimal() else f"{label}: ")
            line.extend(words)
            self.builder.add("field", line, label="" if label.isdecimal() else label)
        self.flush()

    def _inline_value(self, code: Code) -> Line:
        """A cell's or field's words; a flag that stands alone says its state."""
        walker = InlineWalker(self.page)
        walker.walk(code)
        walker.write_icons()
        return walker.line

    def read_heading(self, node: Heading) -> None:
        """A heading opens a section."""
        self.flush()
        self.builder.heading(node.level, inline(node.title, self.page))
        self._blank = False

    def read_table(self, tag: Tag) -> None:
        """A table's rows, one block each."""
        self.flush()
        write_table(read_table(tag, self._inline_value), self.builder)
        self.flush()

    def read_element(self, name: str, tag: Tag) -> None:
        """Block elements are set off; others are styles."""
        if name == "table":
            self.read_table(tag)
        elif name == "li":
            self.read_item(tag.contents or [])
        elif name in _PASSAGES:
            self.read_passage(tag.contents or [])
        else:
            self.walk(tag.contents or [])
