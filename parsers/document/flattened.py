"""Flattened page → Document: the plain text that MediaWiki's TextExtracts gives, one paragraph or item a line.

Read: `= Title =` on the first line, headings `== H ==` to `====== H ======`, an `Infobox` line with the `- Key: value`
lines below it, list items (`- `, `* `, `# `, `• `; nested by more marks or by indentation), tables as lines of
`| a | b |` or `a | b | c` of which the first holds the column heads, paragraphs of a line each, lists that stand in one
line (`one_line`). Underscores around words that some converters write for italics ("_de facto_") are left out, and so
is the opening of a footnote's template that they leave at the end of a line ("{{cite web"), and the marks of footnotes
that a page copied from a browser has ("[12]", "[citation needed]"). Links and footnotes do not survive in this form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.document.builder import DocumentBuilder
from parsers.document.flat_rows import rows_of
from parsers.document.grid import Table, TableCell, write_table
from parsers.document.line import Line
from parsers.document.model import Document, Page
from parsers.document.one_line import entries

_ITEM = re.compile(r"([ \t]*)([-*#]{1,6}|[•–])[ \t\u00a0]+(?=\S)")
_HEADING = re.compile(r"(={1,6})(.*[^=].*?)(={1,6})")
_FIELD = re.compile(r"[^:\n]{1,60}(?=:)")
_INFOBOX = re.compile(r"Infobox\b[^.:]{0,60}")
_EMPHASIS = re.compile(r"(?<![\w/])_(?=[^\s_])([^_]{1,120})(?<=\S)_(?!\w)")
_TEMPLATE_LEFT = re.compile(r"\{\{[^{}]*$")
_NOTE_MARK = re.compile(
    r"(?<=\S)(?:\[(?:\d{1,3}|(?<=[.,;:)\"”\]]\[)[a-z]|(?:note|nb|n) \d{1,3}"
    r"|(?:citation|clarification|better source|page|quotation|verification) needed|not in citation given"
    r"|dubious(?: – discuss)?|edit|when\?|who\?|which\?|where\?|by whom\?|according to whom\?"
    r"|failed verification|update)\](?:: ?\d+)?)+"
)
_INDENT = 2


def read_flattened(page: Page) -> Document:
    """The document of a page in the flattened form; the stored title is the page's, not the first line's.

    >>> page = Page("f", "Chad–Taiwan relations", "= Chad–Taiwan relations =\\n\\n== Visits ==\\n- A", "flattened")
    >>> [block.kind for block in read_flattened(page).blocks]
    ['title', 'heading', 'item']
    """
    lines = [_without_scars(line) for line in (*page.raw.splitlines(), "")]
    rows = rows_of(lines)
    reader = _Reader(DocumentBuilder(page))
    for number, line in enumerate(lines):
        if number in rows:
            reader.read_row(rows[number])
        else:
            reader.read_line(line, first=number == 0)
    return reader.builder.document()


def _without_scars(line: str) -> str:
    line = _TEMPLATE_LEFT.sub("", line).rstrip() if "{{" in line else line
    line = _NOTE_MARK.sub("", line) if "[" in line else line
    return _EMPHASIS.sub(r"\1", line) if "_" in line else line


class _Reader:
    """Reads lines in order into the builder; remembers the line above, and the rows of a table that may go on."""

    def __init__(self, builder: DocumentBuilder) -> None:
        self.builder = builder
        self._above = ""
        self._in_infobox = False
        self._table: list[list[TableCell]] = []

    def read_row(self, cells: Sequence[str]) -> None:
        """A row of a table, the first with the heads of the columns; a line of dashes has no cells."""
        if cells:
            self._table.append([TableCell(Line(cell), header=not self._table, bold=False) for cell in cells])

    def read_line(self, line: str, *, first: bool) -> None:
        """Any other line, which ends a table; an empty one ends a list or an infobox too."""
        self._end_table()
        words = line.strip("\ufeff \t\u00a0")
        item = _ITEM.match(line) if words else None
        if not words:
            self._in_infobox = False
        elif item:
            self._add_item(line, item)
        elif words[0] == "=" and (heading := _HEADING.fullmatch(words)):
            if not first or len(heading[1]) > 1:
                self.builder.heading(min(len(heading[1]), len(heading[3])), Line(heading[2]))
        else:
            self._add_paragraph(words)
        self._above = words

    def _end_table(self) -> None:
        if self._table:
            write_table(Table(rows=self._table), self.builder)
            self._table = []

    def _add_paragraph(self, words: str) -> None:
        self._in_infobox = not self._above and _INFOBOX.fullmatch(words) is not None
        if self._in_infobox:
            return
        lead, *listed = entries(words)
        self.builder.add("paragraph", Line(lead))
        for entry in listed:
            self.builder.item(Line(entry), depth=1, adjacent=True)

    def _add_item(self, line: str, item: re.Match[str]) -> None:
        words = Line(line[item.end() :])
        if self._in_infobox:
            label = _FIELD.match(words.text)
            self.builder.add("field", words, label=label[0].strip() if label else "")
            return
        depth = max(len(item[2]), 1 + len(item[1].expandtabs(_INDENT)) // _INDENT)
        self.builder.item(words, depth=depth, adjacent=bool(self._above))
