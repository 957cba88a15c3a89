"""The rows that the page shows, cut into files of which it loads those that it needs.

A file is one script, `bilaterals.take("visits", 1, "…")`: the third argument is base64 of gzip of a JSON object of
columns, each a list with a cell a row; columns that are null in all of these rows are left out. Tables of facts stand
in order of `relation_id`, so that one relation needs one or two files of each.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pyarrow as pa

from outputs.cells import Row, Rows
from outputs.csv import cell_text
from outputs.markdown import shorten
from outputs.model import Release
from parsers.tables import Table

PART_ROWS = 2000
"""Rows of a file: 100 to 300 kB, which a browser unpacks in some 20 ms."""

WHOLE = frozenset({"relations", "states"})
"""Tables beside those of facts that the page has whole, since it looks relations and states up in them."""

SHOWN_ROWS = 10_000
"""Rows that the page has of any other table; the files have all."""

LEVEL = 4
"""Of gzip: half the time of its own choice (6), for a tenth more bytes."""

FACT_CELL, OTHER_CELL = 2000, 300
"""Characters that the page has of a cell: of facts as good as all, of articles the beginning."""


@dataclass(frozen=True)
class Part:
    """Rows `start` to `stop` of a table, in one file; `first` and `last` are their relations, "" where it has none."""

    table: str
    number: int
    start: int
    stop: int
    first: str
    last: str

    @property
    def path(self) -> str:
        """The file's path in the release."""
        return f"page/{self.table}.{self.number}.js"


def shown_rows(table: Table, rows: Rows) -> Rows:
    """The rows of a table that the page has: all of facts, the first SHOWN_ROWS of others."""
    return rows if table.is_fact or table.name in WHOLE else rows[:SHOWN_ROWS]


def parts(table: Table, rows: Rows) -> tuple[Part, ...]:
    """The files of a table; none where it has no rows."""
    count = len(shown_rows(table, rows))
    found = []
    for number, start in enumerate(range(0, count, PART_ROWS), start=1):
        stop = min(start + PART_ROWS, count)
        found.append(Part(table.name, number, start, stop, _relation(rows[start]), _relation(rows[stop - 1])))
    return tuple(found)


def row_files(release: Release) -> Iterator[tuple[str, bytes]]:
    """Each file of rows by its path; the same rows give the same bytes."""
    for name, table in release.tables.items():
        for part in parts(table, release.rows[name]):
            yield part.path, _script(table, part, release.rows[name][part.start : part.stop])


def _relation(row: Row) -> str:
    return str(row.get("relation_id") or "")


def _script(table: Table, part: Part, rows: Rows) -> bytes:
    content = json.dumps(_columns(table, rows), ensure_ascii=False, separators=(",", ":")).encode()
    # Arrow's own gzip, so that the bytes hang on a locked library, not on the zlib of the machine.
    packed = pa.Codec("gzip", compression_level=LEVEL).compress(content, asbytes=True)
    return b'bilaterals.take("%b",%d,"%b");\n' % (table.name.encode(), part.number, base64.b64encode(packed))


def _columns(table: Table, rows: Rows) -> dict[str, list[object]]:
    limit = FACT_CELL if table.is_fact else OTHER_CELL
    columns = {column.name: _cells(column.type, [row[column.name] for row in rows], limit) for column in table.columns}
    return {name: cells for name, cells in columns.items() if any(cell is not None for cell in cells)}


def _cells(kind: str, cells: Sequence[object], limit: int) -> list[object]:
    match kind:
        case "string":
            return [shorten(str(cell), limit) if cell and len(str(cell)) > limit else cell for cell in cells]
        case "date" | "timestamp":
            return [None if cell is None else cell_text(cell) for cell in cells]
        case _:
            return list(cells)
