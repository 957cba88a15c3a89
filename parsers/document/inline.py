"""Wikicode → Line: the words that a reader sees, with links and footnote marks, in one line.

`InlineWalker` reads the nodes that mwparserfromhell finds and writes into one `Line`; where block structure occurs
inside (list items in a table cell, a line break), the words stay in the line, list items set off by "; ".
`wikitext.BlockWalker` overrides the few methods that make blocks.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from mwparserfromhell.nodes import (
    Argument,
    Comment,
    ExternalLink,
    Heading,
    HTMLEntity,
    Node,
    Tag,
    Template,
    Text,
    Wikilink,
)
from mwparserfromhell.wikicode import Wikicode

from parsers.document import citations
from parsers.document.files import caption_of, gallery_captions
from parsers.document.line import Line
from parsers.document.model import Citation
from parsers.document.pieces import Caption, Fields, Icon, Item, Linked, Passage, Piece, Values
from parsers.document.templates import say

_LEFTOVER = re.compile(
    r"'{2,}|__[A-Z]{3,}__|\[\[(?:[^\[\]{}|\n]*\|)?|\]\]|\{\{|\}\}"
    r"|^[ \t:]*\{\|[^\n]*|^[ \t]*\|[-}+][^\n|]*|^[ \t]*[|!][ \t]?"
    r"|</?(?:ref|references|small|big|center|div|span|nowiki|br|b|i|u|s|p|table|t[rdh]|sup|sub|blockquote|gallery|li|ul|ol)"
    r"\b[^<>]*>"
    r"|<(?=ref\b)",
    re.IGNORECASE | re.MULTILINE,
)
_FILE = re.compile(r"(?:file|image|media)\s*:", re.IGNORECASE)
_DROPPED_LINK = re.compile(r"category\s*:|(?!wp\b|wt\b)[a-z]{2,3}(?:-[a-z]{2,10})*\s*:(?! )|simple\s*:", re.IGNORECASE)
_PREFIX = re.compile(r"(?:[a-z]{1,12}\s*:)+", re.IGNORECASE)
_QUALIFIER = re.compile(r"\s*\([^()]*\)$|, .*$")
_UNSHOWN = frozenset(
    {"references", "score", "timeline", "imagemap", "templatedata", "templatestyles", "style", "script"}
)
_UNSHOWN |= frozenset({"includeonly", "indicator", "categorytree", "graph", "mapframe", "maplink", "inputbox", "chem"})
_PLAIN_TAGS = frozenset({"nowiki", "pre", "math", "source", "syntaxhighlight", "code"})


@dataclass
class PageState:
    """What one page's walkers share: its title, footnotes by name, unknown templates, captions not written yet."""

    title: str
    named: dict[str, Citation] = field(default_factory=dict)
    unknown: Counter[str] = field(default_factory=Counter)
    captions: list[Line] = field(default_factory=list)


def inline(code: Wikicode | None, page: PageState) -> Line:
    """The words of the code as one line."""
    walker = InlineWalker(page)
    if code is not None:
        walker.walk(code)
    return walker.line


def plain(code: Wikicode) -> str:
    """The bare words of a value; for titles, dates and amounts, not for what is written into the text."""
    nodes = code.nodes
    if all(isinstance(node, Text) for node in nodes):
        raw = "".join(str(node) for node in nodes)
        return " ".join((_LEFTOVER.sub("", raw) if "'" in raw or "<" in raw or "[" in raw else raw).split())
    return inline(code, PageState("")).text


class InlineWalker:
    """Writes nodes into `line`, in reading order."""

    def __init__(self, page: PageState) -> None:
        self.page = page
        self.line = Line()
        self.icon: str | None = None
        self._readers: dict[type[Node], Callable[..., None]] = {
            Text: self._read_text,
            Wikilink: self._read_link,
            Template: self._read_template,
            Tag: self._read_tag,
            ExternalLink: self._read_address,
            Heading: self.read_heading,
            HTMLEntity: self._read_entity,
            Argument: self._read_argument,
            Comment: self._read_comment,
        }

    def walk(self, code: Wikicode) -> None:
        """Reads every node of the code."""
        readers = self._readers
        for node in code.nodes:
            readers[type(node)](node)

    # What a block walker does otherwise.

    def write(self, text: str) -> None:
        """Adds words; line ends in them are white space."""
        self.line.trail(text)

    def line_break(self) -> None:
        """A `<br>`."""
        self.line.append(" ")

    def list_mark(self, kind: str) -> None:
        """The mark of a list item (li, dd, dt): what follows is set off."""
        self._set_off()

    def read_item(self, code: Wikicode, depth: int = 1) -> None:
        """A list item that a template or an HTML list holds."""
        self._set_off()
        self.walk(code)

    def read_passage(self, code: Wikicode) -> None:
        """A paragraph of its own."""
        self.line.append(" ")
        self.walk(code)
        self.line.append(" ")

    def read_caption(self, code: Wikicode) -> None:
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
        self.read_passage(tag.contents)

    # Nodes.

    def _set_off(self) -> None:
        if self.line.length and self.line.last not in ":;,(":
            self.line.punctuate(";")
        self.line.append(" ")

    def _read_text(self, node: Text) -> None:
        self.write(_LEFTOVER.sub(_what_is_left, node.value))

    def _read_entity(self, node: HTMLEntity) -> None:
        try:
            self.line.append(node.normalize())
        except ValueError:
            self.line.append(str(node))

    def _read_argument(self, node: Argument) -> None:
        if node.default is not None:
            self.walk(node.default)

    def _read_comment(self, node: Comment) -> None:
        """Comments say nothing."""

    def _read_address(self, node: ExternalLink) -> None:
        if node.title is not None:
            self.walk(node.title)
        elif not node.brackets:
            self.write(str(node.url))

    def _read_link(self, node: Wikilink) -> None:
        title = plain(node.title)
        if _FILE.match(title):
            caption = caption_of(node.text)
            if caption is not None:
                self.read_caption(caption)
            return
        if not title.startswith(":") and node.text is None and _DROPPED_LINK.match(title):
            return
        if title[:9].lower().startswith("category:"):
            return
        self._write_link(title.lstrip(": "), node)

    def _write_link(self, title: str, node: Wikilink) -> None:
        before = self.line.length
        if node.text is None:
            self.line.append(title)
        elif not node.text.nodes:
            self.line.append(_QUALIFIER.sub("", _PREFIX.sub("", title)))
        else:
            self.walk(node.text)
        target = " ".join(title.split("#", 1)[0].replace("_", " ").split())
        if target:
            self.line.cover(before, target[0].upper() + target[1:])

    def _read_tag(self, tag: Tag) -> None:
        name = str(tag.tag).strip().lower()
        if name == "ref":
            self._read_footnote(tag)
        elif name == "br":
            self.line_break()
        elif tag.wiki_markup and tag.self_closing:
            if name in ("li", "dd", "dt"):
                self.list_mark(name)
        elif name == "gallery":
            for caption in gallery_captions(str(tag.contents)):
                self.read_caption(caption)
        elif name == "references":
            self._define(tag.contents)
        elif name in _UNSHOWN or tag.contents is None:
            return
        elif name in _PLAIN_TAGS:
            self.line.append(str(tag.contents))
        else:
            self.read_element(name, tag)

    def read_element(self, name: str, tag: Tag) -> None:
        """A tag with contents: a table, a list item, or a style that says nothing itself."""
        if name == "table":
            self.read_table(tag)
        elif name == "li":
            self.read_item(tag.contents)
        elif name in ("td", "th", "tr", "p", "div", "blockquote", "center", "dd", "dt", "caption"):
            self.read_passage(tag.contents)
        else:
            self.walk(tag.contents)

    # Footnotes.

    def _read_footnote(self, tag: Tag) -> None:
        name = citations.name_of(tag)
        contents = None if tag.self_closing else tag.contents
        if contents is None or not contents.nodes:
            if name:
                self.line.mark(name)
            return
        self._cite(citations.from_contents(contents, plain), name)

    def _cite(self, citation: Citation, name: str | None) -> None:
        if name:
            self.page.named.setdefault(name, citation)
        self.line.mark(citation)

    def _define(self, code: Wikicode | None) -> None:
        """List-defined footnotes: their names get a meaning, their place says nothing."""
        walker = InlineWalker(self.page)
        if code is not None:
            walker.walk(code)

    # Templates.

    def _read_template(self, node: Template) -> None:
        name = template_name(node)
        if name.startswith("reflist") or name == "notelist":
            self._define(next((p.value for p in node.params if str(p.name).strip() in ("refs", "notes")), None))
        elif citations.is_source(name):
            self.line.mark(citations.from_template(node, plain))
        elif citations.is_short(name):
            self.line.mark(citations.from_short(node, plain))
        elif citations.is_note(name):
            self._read_note(node)
        elif citations.is_reuse(name):
            for parameter in node.params:
                if str(parameter.name).strip().isdecimal() and (key := plain(parameter.value)):
                    self.line.mark(key)
        else:
            self._say(name, node)

    def _read_note(self, node: Template) -> None:
        values = Values(node, plain)
        code = values.code(2 if template_name(node) == "#tag" else 1, "text")
        if code is not None:
            self._cite(citations.from_contents(code, plain), values.words("name") or None)
        elif values.words("name"):
            self.line.mark(values.words("name"))

    def _say(self, name: str, node: Template) -> None:
        head, colon, value = str(node.name).partition(":")
        if name in ("pagename", "fullpagename", "subpagename", "basepagename", "title"):
            return self.line.append(self.page.title)
        pieces = say(name, Values(node, plain))
        if (
            pieces is None
            and colon
            and head.strip().lower() in ("formatnum", "lc", "uc", "lcfirst", "ucfirst", "plural")
        ):
            pieces = say("formatnum", _SingleValue(value))
        if pieces is None:
            self.page.unknown[name] += 1
            pieces = _spaced(Values(node, plain).positional())
        for piece in pieces:
            self._write_piece(piece)
        return None

    def _write_piece(self, piece: Piece) -> None:
        if isinstance(piece, str):
            self.line.append(piece)
        elif isinstance(piece, Wikicode):
            self.walk_value(piece)
        elif isinstance(piece, Linked):
            target = piece.target[:1].upper() + piece.target[1:]
            self.line.link(piece.label, target)
        elif isinstance(piece, Icon):
            self.icon = self.icon or piece.name
        elif isinstance(piece, Item):
            self.read_item(piece.code)
        elif isinstance(piece, Passage):
            self.read_passage(piece.code)
        elif isinstance(piece, Caption):
            self.read_caption(piece.code)
        else:
            self.read_fields(piece)

    def walk_value(self, code: Wikicode) -> None:
        """A template's value, in its place."""
        self.walk(code)


class _SingleValue(Values):
    """The value of a parser function, which stands behind a colon."""

    def __init__(self, value: str) -> None:
        self.by_name = {"1": Wikicode([Text(value)])}
        self._plain = plain


def template_name(node: Template) -> str:
    """The name as rules know it: lower case, spaces for underscores, without the namespace."""
    name = " ".join(str(node.name).replace("_", " ").split()).lower()
    return name.removeprefix("template:").strip()


def _spaced(codes: list[Wikicode]) -> list[Piece]:
    pieces: list[Piece] = []
    for code in codes:
        pieces += (" ", code) if pieces else (code,)
    return pieces


def _what_is_left(match: re.Match[str]) -> str:
    """Of a run of apostrophes the ones that MediaWiki shows; of a table's bar a space; of other leftovers nothing."""
    mark = match[0]
    if mark[0] == "'":
        return "'" * (1 if len(mark) == 4 else max(0, len(mark) - 5))
    return " " if mark.strip() in ("|", "!") else ""
