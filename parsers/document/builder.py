"""What both forms write into: one stored text that grows block by block, and the structure with offsets into it.

The stored text begins with the title. Blocks of one list, table or infobox stand on lines of their own; everything
else is set off by an empty line. A block's span never includes white space at its ends.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from parsers.document.line import Line, Mark
from parsers.document.model import Block, Cell, Citation, Document, Link, Page, Section, Span
from parsers.document.sentences import sentences_of

SHORT_LINE = 120
"""Characters up to which a line without a full stop reads as the head of the list or table below it."""

LEAD_IN = 300
"""Characters up to which a whole sentence directly above a list reads as its head."""

_WITHOUT_VERB = re.compile(r"(?:From|To|By|Visits?|Visitors|Guests) (?:[^.,;:]|(?<=\b[A-Z])\.){3,80}\.")
"""A short line that heads a list though it ends with a full stop: "From Kenya to Norway.", "From Norway to the U.S.".
"""

_WAY = re.compile(r"(?:From )?(?:the )?[A-Z][\w .'-]{1,40} to (?:the )?[A-Z][\w .'-]{1,40}[.:]?")
"""An item that heads the items of its depth below it: "From Kenya to Norway"."""

_TIGHT = {("item", "item"), ("field", "field"), ("row", "row"), ("paragraph", "item"), ("caption", "row")}
_STOPS = (".", "!", "?", ".”", '."', ".)", "…")


@dataclass
class _Heading:
    level: int
    title: str
    path: tuple[str, ...]
    start: int
    end: int = 0


class DocumentBuilder:
    """Collects blocks in reading order and makes a Document of them.

    >>> builder = DocumentBuilder(Page("p", "Chad–Taiwan relations", "", "flattened"))
    >>> builder.heading(2, Line("Visits"))
    >>> builder.add("paragraph", Line("President A came in 2001."))
    (30, 55)
    >>> builder.document().text
    'Chad–Taiwan relations\\n\\nVisits\\nPresident A came in 2001.'
    """

    def __init__(self, page: Page) -> None:
        self._page = page
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._links: list[Link] = []
        self._marks: list[Mark] = []
        self._headings = [_Heading(1, "", (), 0)]
        self._open_headings = list(self._headings)
        self._lead_in: tuple[Span, str] | None = None
        self._list_head: Span | None = None
        self._outer_items: list[Span] = []
        self._ways: dict[int, Span] = {}
        self.add("title", Line(page.title or page.name))

    def add(
        self,
        kind: str,
        line: Line,
        *,
        head: Span | None = None,
        depth: int = 0,
        label: str = "",
        cells: Sequence[Cell] = (),
    ) -> Span | None:
        """Appends a block and returns its span, or null when the line holds no words.

        Footnote marks of a line without words stay, after the text so far. `cells` have absolute offsets, since a
        rowspan points back at an earlier row (see `next_start`).
        """
        if not line.length:
            self._marks.extend(Mark(self._length, mark.cites) for mark in line.marks)
            return None
        start, end = self._write(line, self._gap(kind))
        self._blocks.append(Block(kind, start, end, len(self._headings) - 1, head, depth, label, tuple(cells)))
        if kind == "paragraph":
            self._lead_in = (start, end), self._parts[-1]
        elif kind != "caption":
            self._lead_in = None
        return start, end

    def _write(self, line: Line, gap: str) -> Span:
        """Appends a line's words behind a gap, with its links and footnote marks, and tells where they stand."""
        text, start = line.text, self._length + len(gap)
        self._parts += (gap, text)
        self._length = start + len(text)
        if line.links:
            self._links += [Link(start + left, start + right, target) for left, right, target in line.links]
        if line.marks:
            self._marks += [Mark(start + mark.at, mark.cites) for mark in line.marks]
        return start, self._length

    def heading(self, level: int, line: Line) -> None:
        """Opens a section; one without words opens none."""
        if not line.length:
            return
        self._close(level)
        outer = self._open_headings[-1].path if self._open_headings else ()
        opened = _Heading(level, line.text, (*outer, line.text), self.next_start("heading"))
        self._headings.append(opened)
        self._open_headings.append(opened)
        self.add("heading", line)

    def item(self, line: Line, *, depth: int, adjacent: bool) -> Span | None:
        """Appends a list item under its outer item or the list's head line, or under an item of its depth above that
        says only a way ("From Kenya to Norway").

        `adjacent` tells that no empty line stands between the list's first item and the text above it.
        """
        if not self._blocks or self._blocks[-1].kind != "item":
            self._list_head, self._outer_items, self._ways = self.head_line(adjacent=adjacent), [], {}
        del self._outer_items[depth - 1 :]
        self._ways = {level: way for level, way in self._ways.items() if level <= depth}
        outer = self._outer_items[-1] if self._outer_items else self._list_head
        is_way = _WAY.fullmatch(line.text.strip()) is not None
        span = self.add("item", line, head=outer if is_way else self._ways.get(depth, outer), depth=depth)
        if span:
            self._outer_items.append(span)
            self._ways |= {depth: span} if is_way else {}
        return span

    def head_line(self, *, adjacent: bool = False) -> Span | None:
        """The span of the paragraph just above, where it reads as the head of what comes next."""
        if self._lead_in is None:
            return None
        span, words = self._lead_in
        if words.endswith(":"):
            return span
        if words.endswith(_STOPS) and not _WITHOUT_VERB.fullmatch(words):
            return span if adjacent and len(words) <= LEAD_IN else None
        return span if adjacent or len(words) <= SHORT_LINE else None

    def next_start(self, kind: str) -> int:
        """Where the next block of this kind will start."""
        return self._length + len(self._gap(kind))

    def document(
        self, *, named: Mapping[str, Citation] | None = None, unknown_templates: Mapping[str, int] | None = None
    ) -> Document:
        """The document; `named` are the footnotes that marks refer to by name."""
        self._close(0)
        text, blocks = "".join(self._parts), tuple(self._blocks)
        return Document(
            page=self._page,
            text=text,
            sections=tuple(Section(h.level, h.title, h.path, h.start, h.end) for h in self._headings),
            blocks=blocks,
            sentences=tuple(sentences_of(text, blocks)),
            links=tuple(self._links),
            citations=tuple(_cited(mark, named or {}) for mark in self._marks),
            unknown_templates=tuple(sorted((unknown_templates or {}).items())),
        )

    def _gap(self, kind: str) -> str:
        if not self._blocks:
            return ""
        before = self._blocks[-1].kind
        return "\n" if before == "heading" != kind or (before, kind) in _TIGHT else "\n\n"

    def _close(self, level: int) -> None:
        while self._open_headings and (self._open_headings[-1].level >= level or not self._open_headings[-1].title):
            self._open_headings.pop().end = self._length


def _cited(mark: Mark, named: Mapping[str, Citation]) -> Citation:
    cites = mark.cites
    return replace(named.get(cites) or Citation(0, cites) if isinstance(cites, str) else cites, at=mark.at)
