"""What a MediaWiki shows of a page, read from the HTML of its parser: running words, captions, heads, infobox rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_HIDDEN = frozenset({"toc", "mw-editsection", "reference", "references", "mw-references-wrap", "mw-cite-backlink"})
_HIDDEN |= {"hatnote", "ambox", "navbox", "portal", "noprint", "languageicon", "magnify"}
_CAPTIONS = frozenset({"thumbcaption", "gallerytext", "gallerycaption"})
_BLOCKS = frozenset({"p", "div", "td", "th", "tr", "table", "caption", "li", "ul", "ol", "dl", "dd", "dt", "br", "hr"})
_BLOCKS |= {"h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote", "center"}
_VOID = frozenset({"br", "hr", "img", "meta", "link", "wbr", "input"})


@dataclass
class Rendered:
    """Words in reading order, the captions of pictures and tables, and the label and value of infobox rows."""

    words: list[str] = field(default_factory=list)
    captions: list[str] = field(default_factory=list)
    fields: list[str] = field(default_factory=list)


@dataclass
class _Element:
    name: str
    classes: frozenset[str]
    hidden: bool
    span: int
    children: list[_Element | str] = field(default_factory=list)

    def all(self, *names: str) -> list[_Element]:
        inner = [child for child in self.children if isinstance(child, _Element)]
        return [e for child in inner for e in ([child] if child.name in names else child.all(*names))]

    def text(self) -> str:
        if self.hidden:
            return ""
        said = "".join(child if isinstance(child, str) else child.text() for child in self.children)
        return f" {said} " if self.name in _BLOCKS else said


class _Tree(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.open = [_Element("root", frozenset(), False, 1)]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        classes = frozenset(given.get("class", "").split())
        hidden = bool(classes & _HIDDEN) or "display:none" in given.get("style", "") or tag in ("style", "script")
        span = given.get("colspan", "1")
        element = _Element(tag, classes, hidden, int(span) if span.isdecimal() else 1)
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        if any(element.name == tag for element in self.open[1:]):
            while self.open.pop().name != tag:
                pass

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def rendered(html: str) -> Rendered:
    """What a reader sees of some parser output.

    Not among the words, since they stand elsewhere in a Document: captions, rows of column heads, infoboxes. Not read
    at all: contents, notices, navigation, footnotes and their marks.
    """
    tree = _Tree()
    tree.feed(html)
    tree.close()
    page = Rendered()
    page.words = _words(tree.open[0], page).split()
    return page


def _words(element: _Element | str, page: Rendered) -> str:
    if isinstance(element, str):
        return element
    if element.hidden:
        return ""
    if element.name == "table" and "infobox" in element.classes:
        cells = [[cell.text() for cell in row.all("th", "td")] for row in element.all("tr")]
        page.fields += [" ".join(": ".join(part.strip() for part in row).split()) for row in cells]
        return ""
    if element.name == "caption" or element.classes & _CAPTIONS or _spans_table(element):
        page.captions += filter(None, [" ".join(element.text().split())])
        return ""
    if element.name == "table":
        _drop_heads(element)
    said = "".join(_words(child, page) for child in element.children)
    return f" {said} " if element.name in _BLOCKS else said


def _spans_table(row: _Element) -> bool:
    cells = row.all("th", "td") if row.name == "tr" else []
    return len(cells) == 1 and cells[0].span > 1


def _drop_heads(table: _Element) -> None:
    """Hides the leading rows that only hold column heads, and the words of rows in which nothing else stands."""
    for row in table.all("tr"):
        cells = row.all("th", "td")
        if not cells or any(cell.name == "td" for cell in cells) or len(cells) == 1:
            break
        row.hidden = True
