"""Flattened page → Document: the plain text that MediaWiki's TextExtracts gives, one paragraph or item a line.

Read: `= Title =` on the first line, headings `== H ==` to `====== H ======`, an `Infobox` line with the `- Key: value`
lines below it, list items (`- `, `* `, `# `, `• `; nested by more marks or by indentation), tables as lines of
`| a | b |` or `a | b | c` of which the first holds the column heads, paragraphs of a line each. Links and footnotes do
not survive in this form.
"""

from __future__ import annotations

import re

from parsers.document.builder import DocumentBuilder
from parsers.document.flat_rows import rows_of
from parsers.document.grid import Table, TableCell, write_table
from parsers.document.line import Line
from parsers.document.model import Document, Page

_ITEM = re.compile(r"([ \t]*)([-*#]{1,6}|[•–])[ \t\u00a0]+(?=\S)")
_HEADING = re.compile(r"(={1,6})(.*[^=].*?)(={1,6})")
_FIELD = re.compile(r"[^:\n]{1,60}(?=:)")
_INFOBOX = re.compile(r"Infobox\b[^.:]{0,60}")
_INDENT = 2


def read_flattened(page: Page) -> Document:
    """The document of a page in the flattened form; the stored title is the page's, not the first line's.

    >>> page = Page("f", "Chad–Taiwan relations", "= Chad–Taiwan relations =\\n\\n== Visits ==\\n- A", "flattened")
    >>> [block.kind for block in read_flattened(page).blocks]
    ['title', 'heading', 'item']
    """
    builder = DocumentBuilder(page)
    above, in_infobox = "", False
    table: list[list[TableCell]] = []
    lines = [*page.raw.splitlines(), ""]
    rows = rows_of(lines)
    for number, line in enumerate(lines):
        words = line.strip("\ufeff \t\u00a0")
        row = rows.get(number)
        if row is not None:
            table += [[TableCell(Line(cell), header=not table, bold=False) for cell in row]] if row else []
            continue
        if table:
            write_table(Table(rows=table), builder)
            table = []
        if not words:
            above, in_infobox = "", False
            continue
        item = _ITEM.match(line)
        if item:
            _add_item(builder, line, item, adjacent=bool(above), in_infobox=in_infobox)
        elif words[0] == "=" and (heading := _HEADING.fullmatch(words)):
            if number or len(heading[1]) > 1:
                builder.heading(min(len(heading[1]), len(heading[3])), Line(heading[2]))
        else:
            in_infobox = not above and _INFOBOX.fullmatch(words) is not None
            if not in_infobox:
                builder.add("paragraph", Line(words))
        above = words
    return builder.document()


def _add_item(builder: DocumentBuilder, line: str, item: re.Match[str], *, adjacent: bool, in_infobox: bool) -> None:
    words = Line(line[item.end() :])
    if in_infobox:
        label = _FIELD.match(words.text)
        builder.add("field", words, label=label[0].strip() if label else "")
        return
    depth = max(len(item[2]), 1 + len(item[1].expandtabs(_INDENT)) // _INDENT)
    builder.item(words, depth=depth, adjacent=adjacent)
