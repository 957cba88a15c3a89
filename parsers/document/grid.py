"""Tables → rows: the grid with rowspan and colspan expanded, its head rows, and one block a body row.

A head row is a leading row of header cells (`!`), or a first row in bold. A row of one cell across the whole table is a
caption for the rows below it. A cell that a rowspan or colspan repeats points at the words where they stand.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from parsers.document.builder import DocumentBuilder
from parsers.document.line import Line
from parsers.document.model import Cell, Span
from parsers.document.templates.said import template_name
from parsers.document.templates.words import LISTS
from parsers.document.tree import Code, Node, Tag, Template

MAX_COLUMNS = 100
MAX_SLOTS = 50_000
"""Places in an expanded grid; spans of a larger table are not expanded."""

_SPAN = re.compile(r"\s*[\"']?\s*(\d{1,5})")
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(\"[^\"]*\"|'[^']*'|[^\s|\"']+)\s*")
_ATTRIBUTES = re.compile(rf"\s*(?:{_ATTRIBUTE.pattern})+")
_BETWEEN = " | "


@dataclass(eq=False)
class TableCell:
    """A cell as written; `place` is its absolute span once its row is written."""

    line: Line
    header: bool
    bold: bool
    rows: int = 1
    columns: int = 1
    place: tuple[int, int] | None = None


@dataclass
class Table:
    """A table as written: captions and rows of cells."""

    captions: list[Line] = field(default_factory=list)
    rows: list[list[TableCell]] = field(default_factory=list)


Inline = Callable[[Code], Line]


def read_table(tag: Tag, inline: Inline) -> Table:
    """The cells of a table in either markup; nested tables are words of their cell."""
    table, row = Table(), list[TableCell]()
    for node in tag.contents or ():
        kind = _kind(node)
        if not isinstance(node, Tag) or kind == "ref":
            _keep_stray(node, table, inline)
        elif kind == "caption":
            table.captions.append(_caption(node, inline))
        elif kind in ("td", "th"):
            row.append(_cell(node, kind, inline))
        elif kind == "tr":
            table.rows += [row, [_cell(cell, name, inline) for cell, name in _cells(node)]]
            row = []
        elif kind in ("tbody", "thead", "tfoot"):
            inner = read_table(node, inline)
            table.rows += inner.rows
            table.captions += inner.captions
    table.rows = [cells for cells in [*table.rows, row] if cells]
    return table


def _kind(node: Node) -> str:
    """The name of a tag, "" for another node; a caption that the parser took for a cell is a caption."""
    if not isinstance(node, Tag):
        return ""
    return "caption" if node.name == "td" and _is_caption(node) else node.name


Slots = dict[int, TableCell]
"""The cells of a row by the columns that they cover."""


def grid_of(rows: Sequence[Sequence[TableCell]]) -> list[list[TableCell | None]]:
    """The rows with every cell in each place that it covers; null where the table has a hole.

    Spans end with the table, at MAX_COLUMNS, and are not expanded in a table of more than MAX_SLOTS places.
    """
    width = min(MAX_COLUMNS, max((sum(cell.columns for cell in row) for row in rows), default=0))
    expanding = width * len(rows) <= MAX_SLOTS
    carried: dict[int, tuple[TableCell, int]] = {}
    grid: list[list[TableCell | None]] = []
    for row in rows:
        slots = _placed(row, {column: cell for column, (cell, _) in carried.items()}, expanding=expanding)
        carried = _carried_on(slots, carried) if expanding else {}
        grid.append([slots.get(at) for at in range(max(slots, default=-1) + 1)])
    return grid


def _placed(row: Sequence[TableCell], taken: Slots, *, expanding: bool) -> Slots:
    """The columns of a row with its cells in those that no cell from above has taken, as far as each reaches."""
    slots, column = taken, 0
    for cell in row:
        while column in slots:
            column += 1
        for covered in range(column, column + (min(cell.columns, MAX_COLUMNS) if expanding else 1)):
            if covered in slots:
                break
            slots[covered] = cell
    return slots


def _carried_on(slots: Slots, carried: Mapping[int, tuple[TableCell, int]]) -> dict[int, tuple[TableCell, int]]:
    """The cells of a row that reach into those below, by columns, and how many rows they have left."""
    left = {column: carried[column][1] if column in carried else cell.rows for column, cell in slots.items()}
    return {column: (cell, left[column] - 1) for column, cell in slots.items() if left[column] > 1}


def write_table(table: Table, builder: DocumentBuilder) -> None:
    """Adds the table's caption and body rows as blocks."""
    head = builder.head_line()
    rows = table.rows
    while len(rows) > 1 and _is_lone(rows[0]):
        table.captions.append(rows[0][0].line)
        rows = rows[1:]
    for caption in table.captions:
        head = builder.add("caption", caption) or head
    _write_rows(rows, builder, head)


def _write_rows(rows: Sequence[Sequence[TableCell]], builder: DocumentBuilder, outer: Span | None) -> None:
    """Adds the body rows below a head; each caption between them is the head of those that follow."""
    grid, heads, head = grid_of(rows), _head_rows(rows), outer
    width = max(map(len, grid), default=0)
    names = _column_heads(grid[:heads])
    line = _marks_of(rows[:heads])
    for cells, slots in zip(rows[heads:], grid[heads:], strict=True):
        if _spans_all(cells, slots, width):
            head = builder.add("caption", cells[0].line, head=outer) or head
            continue
        start = builder.next_start("row")
        _join(line, cells, start)
        builder.add("row", line, head=head, cells=_cells_at(slots, names))
        line = Line()
    builder.add("row", line)


def _marks_of(rows: Sequence[Sequence[TableCell]]) -> Line:
    """The footnote marks of the head rows, which are no blocks: they stand in front of the first row below."""
    line = Line()
    for mark in (mark for row in rows for cell in row for mark in cell.line.marks):
        line.mark(mark.cites)
    return line


def _join(line: Line, cells: Sequence[TableCell], start: int) -> None:
    """Writes a row's cells behind the words of a line that starts here, and tells each cell its place."""
    for cell in cells:
        if cell.line.length and line.length:
            line.append(_BETWEEN)
        line.extend(cell.line)
        cell.place = (start + line.length - cell.line.length, start + line.length)


def _cells_at(slots: Sequence[TableCell | None], names: Sequence[str]) -> list[Cell]:
    """The cells of a row with words; one that was written in an earlier row points to where it stands."""
    return [
        Cell(*cell.place, names[column] if column < len(names) else "", column, _flag(cell.line))
        for column, cell in enumerate(slots)
        if cell is not None and cell.place is not None and cell.place[0] < cell.place[1]
    ]


def _flag(line: Line) -> str:
    flags = set(line.flags)
    return flags.pop() if len(flags) == 1 else ""


def _head_rows(rows: Sequence[Sequence[TableCell]]) -> int:
    """How many leading rows only hold column heads; a table of nothing but header cells has one."""
    count = 0
    for row in rows:
        words = [cell for cell in row if cell.line.length]
        if _is_lone(row) or not any(cell.header for cell in row) or not all(cell.header for cell in words):
            break
        count += 1
    if count == len(rows) > 1:
        return 1
    if not count and len(rows) > 1 and len(rows[0]) > 1 and all(cell.bold for cell in rows[0] if cell.line.length):
        return 1 if any(cell.line.length for cell in rows[0]) else 0
    return count


def _column_heads(grid: Sequence[Sequence[TableCell | None]]) -> list[str]:
    width = max(map(len, grid), default=0)
    heads: list[list[str]] = [[] for _ in range(width)]
    for row in grid:
        for column, cell in enumerate(row):
            words = cell.line.text if cell is not None else ""
            if words and words not in heads[column]:
                heads[column].append(words)
    return [" ".join(words) for words in heads]


def _is_lone(cells: Sequence[TableCell]) -> bool:
    return len(cells) == 1 and cells[0].columns > 1


def _spans_all(cells: Sequence[TableCell], slots: Sequence[TableCell | None], width: int) -> bool:
    return _is_lone(cells) and width > 1 and len(slots) >= width and len(set(map(id, slots))) == 1


def _cells(row: Tag) -> Iterator[tuple[Tag, str]]:
    for node in row.contents or ():
        if isinstance(node, Tag) and node.name in ("td", "th"):
            yield node, node.name


def _cell(tag: Tag, name: str, inline: Inline) -> TableCell:
    contents, brought = _without_attributes(tag.contents or [])
    rows, columns = (_span(brought.get(span) or tag.attribute(span)) for span in ("rowspan", "colspan"))
    return TableCell(inline(contents), name == "th", _is_bold(contents), rows, columns)


def _without_attributes(contents: Code) -> tuple[Code, Mapping[str, str]]:
    """Attributes that stand before a template such as {{no}}, which brings the bar behind them along."""
    written = contents[0] if len(contents) > 1 and type(contents[0]) is str and "=" in contents[0] else ""
    brings = written and isinstance(contents[1], Template) and template_name(contents[1].name) in LISTS["cell_words"]
    if not brings or not _ATTRIBUTES.fullmatch(written):
        return contents, {}
    return contents[1:], {match[1].lower(): match[2] for match in _ATTRIBUTE.finditer(written)}


def _is_bold(contents: Code) -> bool:
    """Whether all of a cell is set in bold."""
    if not contents or not (isinstance(contents[0], Tag) or (isinstance(contents[0], str) and "'" in contents[0])):
        return False
    words = [node for node in contents if type(node) is not str or not node.isspace()]
    first, last = words[0], words[-1]
    if isinstance(first, Tag) and first is last:
        return first.name == "b"
    return (
        isinstance(first, str)
        and isinstance(last, str)
        and (first.lstrip().startswith("'''") and last.rstrip().endswith("'''"))
    )


def _span(words: str) -> int:
    number = _SPAN.match(words)
    return max(1, int(number[1])) if number else 1


def _is_caption(tag: Tag) -> bool:
    """mwparserfromhell takes `|+ caption` for a cell that begins with a plus sign."""
    if tag.markup != "|":
        return False
    if tag.attributes:
        return next(iter(tag.attributes)) == "+"
    first = tag.contents[0] if tag.contents else None
    return isinstance(first, str) and first.startswith("+")


def _caption(tag: Tag, inline: Inline) -> Line:
    nodes = list(tag.contents or ())
    if tag.markup and not tag.attributes and nodes and isinstance(nodes[0], str):
        nodes[0] = nodes[0][1:]
    return inline(nodes)


def _keep_stray(node: Node, table: Table, inline: Inline) -> None:
    """Words between a table's mark and its first cell stand before it, as in MediaWiki."""
    line = inline([node])
    if line.length or line.marks:
        table.captions.append(line)
