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
import pyarrow.compute as pc

from outputs.csv import text_of
from outputs.markdown import shorten
from parsers.columnar import Stored
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


def shown_rows(table: Table, rows: Stored) -> int:
    """How many rows of a table the page has: all of facts, the first SHOWN_ROWS of others."""
    return len(rows) if table.is_fact or table.name in WHOLE else min(len(rows), SHOWN_ROWS)


def parts(table: Table, rows: Stored) -> tuple[Part, ...]:
    """The files of a table; none where it has no rows."""
    count = shown_rows(table, rows)
    starts = list(range(0, count, PART_ROWS))
    stops = [min(start + PART_ROWS, count) for start in starts]
    firsts, lasts = _relations(rows, starts), _relations(rows, [stop - 1 for stop in stops])
    ends = zip(starts, stops, firsts, lasts, strict=True)
    return tuple(Part(table.name, number, *one) for number, one in enumerate(ends, start=1))


def row_files(table: Table, rows: Stored) -> Iterator[tuple[str, bytes]]:
    """Each file of rows of a table by its path; the same rows give the same bytes."""
    pieces = rows.batches(rows=PART_ROWS)
    for part, piece in zip(parts(table, rows), pieces, strict=False):
        yield part.path, _script(table, part, piece.slice(0, part.stop - part.start))


def _relations(rows: Stored, places: Sequence[int]) -> list[str]:
    """The pairs of states of some rows; "" where a row has none."""
    if "relation_id" not in rows.schema.names or not places:
        return [""] * len(places)
    return [relation or "" for relation in rows.column("relation_id").take(list(places)).to_pylist()]


def _script(table: Table, part: Part, rows: pa.Table) -> bytes:
    content = json.dumps(_columns(table, rows), ensure_ascii=False, separators=(",", ":")).encode()
    # Arrow's own gzip, so that the bytes hang on a locked library, not on the zlib of the machine.
    packed = pa.Codec("gzip", compression_level=LEVEL).compress(content, asbytes=True)
    return b'bilaterals.take("%b",%d,"%b");\n' % (table.name.encode(), part.number, base64.b64encode(packed))


def _columns(table: Table, rows: pa.Table) -> dict[str, list[object]]:
    """The cells of each column that is not null throughout."""
    limit = FACT_CELL if table.is_fact else OTHER_CELL
    filled = [column for column in table.columns if rows[column.name].null_count < rows.num_rows]
    return {column.name: _cells(column.type, rows[column.name], limit) for column in filled}


def _cells(kind: str, cells: pa.ChunkedArray, limit: int) -> list[object]:
    match kind:
        case "string":
            longest: int = pc.max(pc.utf8_length(cells)).as_py()
            texts = cells.to_pylist()
            return [shorten(text, limit) if text else text for text in texts] if longest > limit else texts
        case "date" | "timestamp":
            return list(text_of(cells).to_pylist())
        case _:
            return list(cells.to_pylist())
