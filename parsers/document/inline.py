"""Code → Line: the words that a reader sees, with links and footnote marks, in one line.

`InlineWalker` reads the nodes of `tree.py` and writes into one `Line`; where block structure occurs inside (list items
in a table cell, a line break), the words stay in the line, list items set off by "; ". `wikitext.BlockWalker` overrides
the few methods that make blocks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from parsers.document import citations
from parsers.document.files import caption_of, gallery_captions
from parsers.document.leftovers import without_leftovers
from parsers.document.line import Line
from parsers.document.model import Citation
from parsers.document.tags import PLAIN, UNSHOWN
from parsers.document.targets import is_file, is_hidden, piped, target_of
from parsers.document.templates.pieces import Caption, Fields, Icon, Item, Linked, Passage, Piece, Values
from parsers.document.templates.said import TITLES, say, template_name
from parsers.document.templates.words import spaced
from parsers.document.tree import Address, Argument, Code, Heading, Link, Literal, Tag, Template, words_of
from parsers.document.unknown import count_unknown

_PASSAGES = frozenset({"td", "th", "tr", "p", "div", "blockquote", "center", "dd", "dt", "caption"})
_NOT_SHOWN = re.compile(r"display\s*:\s*none", re.IGNORECASE)


@dataclass
class PageState:
    """What one page's walkers share: its title, footnotes by name, unknown templates, captions not written yet."""

    title: str
    named: dict[str, Citation] = field(default_factory=dict)
    unknown: Counter[str] = field(default_factory=Counter)
    captions: list[Line] = field(default_factory=list)


def inline(code: Code | None, page: PageState) -> Line:
    """The words of the code as one line."""
    walker = InlineWalker(page)
    if code is not None:
        walker.walk(code)
    return walker.line


class InlineWalker:
    """Writes nodes into `line`, in reading order."""

    def __init__(self, page: PageState) -> None:
        self.page = page
        self.line = Line()

    def walk(self, code: Code) -> None:
        """Reads every node of the code."""
        for node in code:
            if type(node) is str:
                self.write(without_leftovers(node))
            else:
                _READERS[type(node)](self, node)

    def plain(self, code: Code) -> str:
        """The bare words of a value; for titles, dates and amounts, not for what is written into the text."""
        if all([type(node) is str for node in code]):
            return " ".join(without_leftovers("".join(code)).split())  # type: ignore[arg-type]
        return inline(code, PageState(self.page.title)).text

    # What a block walker does otherwise.

    def write(self, text: str) -> None:
        """Adds words; line ends in them are white space."""
        self.line.trail(text)

    def line_break(self) -> None:
        """A `<br>`."""
        self.line.append(" ")

    def rule(self) -> None:
        """A line across the page."""
        self.line.append(" ")

    def list_mark(self, kind: str) -> None:
        """The mark of a list item (li, dd, dt): what follows is set off."""
        self._set_off()

    def read_item(self, code: Code, depth: int = 1) -> None:
        """A list item that a template or an HTML list holds."""
        self._set_off()
        self.walk(code)

    def read_passage(self, code: Code) -> None:
        """A paragraph of its own."""
        self.line.append(" ")
        self.walk(code)
        self.line.append(" ")

    def read_caption(self, code: Code) -> None:
        """The words under a picture; they become a block after the one that is being written."""
        self.page.captions.append(inline(code, self.page))

    def read_fields(self, fields: Fields) -> None:
        """An infobox inside a line: its values."""
        for _, value in fields.rows:
            self.read_passage(value)

    def read_heading(self, node: Heading) -> None:
        """A heading inside a line is words."""
        self.read_passage(node.title)

    def read_table(self, tag: Tag) -> None:
        """A table inside a line: the words of its cells."""
        self.read_passage(tag.contents or [])

    def write_icons(self) -> None:
        """Flags in a line without words say their states."""
        for name in dict.fromkeys(self.line.flags if not self.line.length else ()):
            if self.line.length:
                self.line.punctuate(", ")
            self.line.link(name, name)

    # Nodes.

    def _set_off(self) -> None:
        if self.line.length and self.line.last not in ":;,(":
            self.line.punctuate(";")
        self.line.append(" ")

    def read_literal(self, node: Literal) -> None:
        """An entity's character."""
        self.line.append(str(node))

    def read_argument(self, node: Argument) -> None:
        """An argument that nobody gives: its default."""
        if node.default is not None:
            self.walk(node.default)

    def read_address(self, node: Address) -> None:
        """A link to the web: its words, or the address where it stands bare."""
        if node.title is not None:
            self.walk(node.title)
        elif not node.brackets:
            self.write(node.url)

    def read_link(self, node: Link) -> None:
        """A link's words, a picture's caption, nothing of a category."""
        title = node.title[0] if len(node.title) == 1 and type(node.title[0]) is str else self.plain(node.title)
        if ":" in title:
            title = title.strip()
            if is_file(title):
                caption = caption_of(node.text)
                return None if caption is None else self.read_caption(caption)
            if is_hidden(title, has_text=node.text is not None):
                return None
        return self._write_link(title, node.text)

    def _write_link(self, title: str, text: Code | None) -> None:
        """Writes the words of a link, and covers them with its target where that is a page of this wiki."""
        before = self.line.length
        if text is None:
            self.line.append(title.lstrip(":"))
        elif not text:
            self.line.append(piped(title.strip(": ")))
        else:
            self.walk(text)
        target = target_of(title)
        if target:
            self.line.cover(before, target)

    def read_tag(self, tag: Tag) -> None:
        """A footnote, a line break, a list's mark, a gallery; nothing of what the wiki does not show."""
        name = tag.name
        if name == "ref":
            self._read_footnote(tag)
        elif name == "br":
            self.line_break()
        elif name == "hr":
            self.rule()
        elif tag.contents is None and name in ("li", "dd", "dt"):
            self.list_mark(name)
        elif name == "gallery":
            self._read_gallery(tag)
        elif name == "references":
            self._define(tag.contents)
        elif tag.contents is None or name in UNSHOWN or _is_unseen(tag):
            return
        elif name in PLAIN:
            self.line.append(words_of(tag.contents))
        else:
            self.read_element(name, tag)

    def read_element(self, name: str, tag: Tag) -> None:
        """A tag with contents: a table, a list item, or a style that says nothing itself."""
        contents = tag.contents or []
        if name == "table":
            self.read_table(tag)
        elif name == "li":
            self.read_item(contents)
        elif name in _PASSAGES:
            self.read_passage(contents)
        else:
            self.walk(contents)

    def _read_gallery(self, tag: Tag) -> None:
        title = tag.attributes.get("caption")
        if title:
            self.read_caption(title)
        for caption in gallery_captions(words_of(tag.contents)):
            count_unknown(caption, self.page.unknown)
            self.read_caption(caption)

    # Footnotes.

    def _read_footnote(self, tag: Tag) -> None:
        name = citations.name_of(tag)
        if tag.contents:
            self._cite(citations.from_contents(tag.contents, self.plain), name)
        elif name:
            self.line.mark(name)

    def _cite(self, citation: Citation, name: str | None) -> None:
        if name:
            self.page.named.setdefault(name, citation)
        self.line.mark(citation)

    def _define(self, code: Code | None) -> None:
        """List-defined footnotes: their names get a meaning, their place says nothing."""
        if code is not None:
            InlineWalker(self.page).walk(code)

    # Templates.

    def read_template(self, node: Template) -> None:
        """What the template says, in its place."""
        name = template_name(node.name)
        if name.startswith("reflist") or name == "notelist":
            self._define(node.values.get("refs") or node.values.get("notes"))
        elif citations.is_source(name):
            self.line.mark(citations.from_template(node, self.plain))
        elif citations.is_short(name):
            self.line.mark(citations.from_short(node, self.plain))
        elif citations.is_note(name):
            self._read_note(name, Values(node.values, self.plain))
        elif citations.is_reuse(name):
            for key in Values(node.values, self.plain).positional():
                self.line.mark(self.plain(key))
        else:
            self._say(name, node)

    def _read_note(self, name: str, values: Values) -> None:
        code = values.code(1, "text", "content")
        if code is not None:
            self._cite(citations.from_contents(code, self.plain), values.words("name") or None)
        elif values.words("name"):
            self.line.mark(values.words("name"))

    def _say(self, name: str, node: Template) -> None:
        """Writes what a template says by its rule; where there is none, its words."""
        if name in TITLES:
            return self.line.append(self.page.title)
        values = Values(node.values, self.plain)
        pieces = say(name, node, values)
        for piece in spaced(values, " ") if pieces is None else pieces:
            self._write_piece(piece)
        return None

    def _write_piece(self, piece: Piece) -> None:
        """Writes a piece of what a template says."""
        if isinstance(piece, str):
            self.line.append(piece)
        elif isinstance(piece, list):
            self.walk(piece)
        elif isinstance(piece, Linked):
            self.line.link(piece.label, target_of(piece.target) or piece.target)
        elif isinstance(piece, Icon):
            self.line.flags.append(piece.name)
        elif isinstance(piece, Item):
            self.read_item(piece.code)
        elif isinstance(piece, Passage):
            self.read_passage(piece.code)
        elif isinstance(piece, Caption):
            self.read_caption(piece.code)
        else:
            self.read_fields(piece)


def _is_unseen(tag: Tag) -> bool:
    return bool(tag.attributes) and _NOT_SHOWN.search(tag.attribute("style")) is not None


_READERS: dict[type, Callable[[InlineWalker, Any], None]] = {
    Literal: InlineWalker.read_literal,
    Link: InlineWalker.read_link,
    Template: InlineWalker.read_template,
    Tag: InlineWalker.read_tag,
    Address: InlineWalker.read_address,
    Heading: lambda walker, node: walker.read_heading(node),
    Argument: InlineWalker.read_argument,
}
