"""Tables as CSV: RFC 4180 in UTF-8 with a header, except that lines end in a line feed alone.

Whole columns become text at once, in Arrow, and columns become lines: a release has millions of rows.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np
import numpy.typing as npt
import pyarrow as pa
import pyarrow.compute as pc

from parsers.columnar import Stored

Sizes = npt.NDArray[np.int32]
"""Bytes."""

QUOTED = '[",\r\n]'
"""What a field must be quoted for."""

CHUNK = 2**24
"""Bytes of columns that become lines at once, about."""


def write_csv(rows: Stored, where: Path | BinaryIO) -> None:
    """Writes the rows of a table, to a path or an open binary file; nulls are empty fields. Raises OSError."""
    if isinstance(where, Path):
        with where.open("wb") as file:
            write_csv(rows, file)
        return
    where.write(csv_line(rows.schema.names).encode())
    for batch in rows.batches():
        for lines, _ in csv_lines(batch):
            where.write(lines)


def csv_lines(rows: pa.Table) -> Iterator[tuple[memoryview, Sizes]]:
    """The lines of some rows, one behind the other, and the bytes of each line; so many at a time as are about CHUNK.

    >>> [(len(lines), sizes.tolist()) for lines, sizes in csv_lines(pa.table({"city": ["Baku", "a, b"], "n": [1, 2]}))]
    [(16, [7, 9])]
    """
    for some in _chunks(rows):
        fields = [_field(some[name]) for name in some.column_names]
        fields[-1] = _joined(fields[-1], "\n", between="")
        lines = _joined(*fields, between=",")
        yield _content(lines), np.diff(_offsets(lines))


def csv_line(fields: object) -> str:
    """One line of CSV with its line end.

    >>> csv_line(["Baku", "a, b", ""])
    'Baku,"a, b",\\n'
    """
    buffer = io.StringIO()
    # The writer of Python 3.11 quotes a lone carriage return only where that belongs to the line end.
    csv.writer(buffer, lineterminator="\r\n").writerow(fields)  # type: ignore[arg-type]
    return buffer.getvalue().removesuffix("\r\n") + "\n"


def cell_text(value: object) -> str:
    """A value as it stands in CSV: null as nothing, dates in ISO 8601, numbers without exponent, lists as compact JSON.

    >>> cell_text(["Baku", "Xi'an"]), cell_text(True), cell_text(1.5e16), cell_text(date(1992, 4, 2)), cell_text(None)
    ('["Baku","Xi\\'an"]', 'true', '15000000000000000', '1992-04-02', '')
    """
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case float():
            return format(Decimal(repr(value)), "f")
        case datetime():
            return value.astimezone(UTC).replace(tzinfo=None).isoformat() + "Z"
        case date():
            return value.isoformat()
        case list() | tuple():
            return json.dumps(list(value), ensure_ascii=False, separators=(",", ":"))
        case _:
            return str(value)


def text_of(column: pa.ChunkedArray) -> pa.Array:
    """The cells of a column as they stand in CSV, unquoted; nulls stay null."""
    values: Any = column.combine_chunks()
    kind = values.type
    if pa.types.is_dictionary(kind):
        return values.cast(kind.value_type)
    if pa.types.is_string(kind):
        return values
    if pa.types.is_integer(kind) or pa.types.is_boolean(kind) or pa.types.is_date(kind):
        return values.cast(pa.string())
    if pa.types.is_floating(kind):
        coded = values.dictionary_encode()
        return pa.array([cell_text(one) for one in coded.dictionary.to_pylist()], pa.string()).take(coded.indices)
    return pa.array([None if one is None else cell_text(one) for one in values.to_pylist()], pa.string())


def _chunks(batch: pa.Table) -> Iterator[pa.Table]:
    """The rows of a batch, so many at a time that they are no more than CHUNK, if they are alike."""
    rows = max(1, min(batch.num_rows, batch.num_rows * CHUNK // max(1, batch.nbytes)))
    return (batch.slice(start, rows) for start in range(0, batch.num_rows, rows))


def _field(column: pa.ChunkedArray) -> Any:
    """The cells of a column as fields; what is made of digits and signs alone needs no quotes."""
    fields = text_of(column)
    plain = pa.types.is_integer(column.type) or pa.types.is_floating(column.type) or pa.types.is_date(column.type)
    return fields if plain else _quoted(fields)


def _quoted(fields: Any) -> Any:
    """The fields, in quotes where they must be; a look at all of them at once saves most columns one at each."""
    content = bytes(_content(fields))
    if not any(sign in content for sign in (b'"', b",", b"\n", b"\r")):
        return fields
    mask = pc.match_substring_regex(fields, QUOTED).fill_null(False)
    inner: Any = pc.replace_substring(fields.filter(mask), '"', '""')
    return pc.replace_with_mask(fields, mask, _joined('"', inner, '"', between=""))


def _joined(*fields: Any, between: str) -> Any:
    join: Callable[..., Any] = pc.binary_join_element_wise
    return join(*fields, between, null_handling="replace", null_replacement="")


def _content(texts: Any) -> memoryview:
    """The bytes of all texts of an array, one behind the other."""
    content, places = texts.buffers()[2], _offsets(texts)
    return memoryview(content)[places[0] : places[-1]] if content is not None else memoryview(b"")


def _offsets(texts: Any) -> Sizes:
    """Where each text of an array begins in its bytes, and where the last ends."""
    if not len(texts):
        return np.zeros(1, dtype=np.int32)
    return np.frombuffer(texts.buffers()[1], np.int32, len(texts) + 1, 4 * texts.offset)
