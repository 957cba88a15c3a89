"""The rows that the page shows, cut into files of which it loads those that it needs.

A file is one script, `bilaterals.take("visits", "EST-PER", "…")`: the third argument is base64 of gzip of a JSON object
of columns, each a list with a cell a row; columns that are null in all of these rows are left out. Tables of facts
stand in order of `relation_id`, and are cut between relations, so that one relation needs one file of each; which
relations end a file hangs on their codes, so that most files stay as they are when rows come or go before them.
"""

from __future__ import annotations

import base64
import hashlib
import json
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from outputs.csv import text_of
from outputs.markdown import shorten
from parsers.columnar import Forward, Stored, runs
from parsers.tables import Table

RELATION = "relation_id"

PART_ROWS = 2000
"""Rows of a file: 100 to 300 kB, which a browser unpacks in some 20 ms. Between relations half to twice as many."""

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
    """Rows `start` to `stop` of a table, in one file; `first` and `last` are their relations, "" where it has none.

    `name` is what the file begins with, where the table is cut between relations; else its number.
    """

    table: str
    name: str
    start: int
    stop: int
    first: str
    last: str

    @property
    def path(self) -> str:
        """The file's path in the release."""
        return f"page/{self.table}.{self.name}.js"


@dataclass(frozen=True)
class Before:
    """A table of which files were made before, by their path, and the relations whose rows are others now."""

    rows: Stored
    files: Mapping[str, Path]
    changed: Collection[str]


def shown_rows(table: Table, rows: Stored) -> int:
    """How many rows of a table the page has: all of facts, the first SHOWN_ROWS of others."""
    return len(rows) if _is_whole(table) else min(len(rows), SHOWN_ROWS)


def parts(table: Table, rows: Stored) -> tuple[Part, ...]:
    """The files of a table; none where it has no rows."""
    count = shown_rows(table, rows)
    if not count:
        return ()
    is_cut_between = _is_cut_between(table)
    stops = _stops(rows.column(RELATION)) if is_cut_between else [*range(PART_ROWS, count, PART_ROWS), count]
    starts = [0, *stops[:-1]]
    firsts, lasts = _relations(rows, starts), _relations(rows, [stop - 1 for stop in stops])
    names = _names(firsts) if is_cut_between else map(str, range(1, len(stops) + 1))
    ends = zip(names, starts, stops, firsts, lasts, strict=True)
    return tuple(Part(table.name, *one) for one in ends)


def same_files(table: Table, rows: Stored, before: Before | None) -> dict[str, Path]:
    """The files of rows, by path, that were made before of the very same rows."""
    if before is None or not _is_cut_between(table):
        return {}
    known = {(one.name, one.last, one.stop - one.start) for one in parts(table, before.rows)}
    changed = sorted(before.changed)
    return {
        one.path: before.files[one.path]
        for one in parts(table, rows)
        if (one.name, one.last, one.stop - one.start) in known
        and bisect_left(changed, one.first) == bisect_right(changed, one.last)
        and one.path in before.files
    }


def row_files(table: Table, rows: Stored, but: Collection[str] = ()) -> Iterator[tuple[str, bytes]]:
    """Each file of rows of a table by its path, `but` for those at some; the same rows give the same bytes."""
    reader = Forward(rows)
    for part in parts(table, rows):
        if part.path not in but:
            yield part.path, _script(table, part, reader.at(part.start, part.stop))


def _is_whole(table: Table) -> bool:
    return table.is_fact or table.name in WHOLE


def _is_cut_between(table: Table) -> bool:
    """Whether a table is cut between relations."""
    return _is_whole(table) and table.order[0] == RELATION


def _stops(relations: pa.ChunkedArray) -> list[int]:
    """The row behind each file's last: that of a relation which ends a file, or before one that would fill it over."""
    stops, start, begin = list[int](), 0, 0
    for relation, end in zip(*runs(relations), strict=True):
        while end - start > 2 * PART_ROWS:
            start = begin if begin > start else start + 2 * PART_ROWS
            stops.append(start)
        if 2 * (end - start) >= PART_ROWS and _is_end(relation, end - begin):
            stops.append(end)
            start = end
        begin = end
    return stops if start == begin else [*stops, begin]


def _is_end(relation: str, rows: int) -> bool:
    """Whether a relation of so many rows ends a file: one in so many that files have PART_ROWS rows on the whole."""
    digest = hashlib.sha256(str(relation).encode()).digest()
    return int.from_bytes(digest[:4], "big") * PART_ROWS < 2 * rows * 2**32


def _names(firsts: Sequence[str]) -> Iterator[str]:
    """The relation that each file begins with; of several that begin with one, those behind the first are numbered."""
    times = Counter[str]()
    for first in firsts:
        times[first] += 1
        yield first if times[first] == 1 else f"{first}.{times[first]}"


def _relations(rows: Stored, places: Sequence[int]) -> list[str]:
    """The pairs of states of some rows; "" where a row has none."""
    if RELATION not in rows.schema.names:
        return [""] * len(places)
    return [relation or "" for relation in rows.column(RELATION).take(list(places)).to_pylist()]


def _script(table: Table, part: Part, rows: pa.Table) -> bytes:
    content = json.dumps(_columns(table, rows), ensure_ascii=False, separators=(",", ":")).encode()
    # Arrow's own gzip, so that the bytes hang on a locked library, not on the zlib of the machine.
    packed = pa.Codec("gzip", compression_level=LEVEL).compress(content, asbytes=True)
    said = table.name.encode(), part.name.encode(), base64.b64encode(packed)
    return b'bilaterals.take("%b","%b","%b");\n' % said


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
