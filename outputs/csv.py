"""Tables as CSV: RFC 4180 in UTF-8 with a header, except that lines end in a line feed alone."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import BinaryIO

from outputs.cells import Rows
from parsers.tables import Table


def write_csv(table: Table, rows: Rows, where: Path | BinaryIO) -> None:
    """Writes the rows of a table, to a path or an open binary file; nulls are empty fields. Raises OSError.

    Every row must hold the declared keys (`cells.check_rows`).
    """
    if isinstance(where, Path):
        with where.open("wb") as file:
            write_csv(table, rows, file)
        return
    text = io.TextIOWrapper(where, encoding="utf-8", newline="")
    text.write(csv_line(table.names))
    for row in rows:
        text.write(csv_line(cell_text(row[name]) for name in table.names))
    text.flush()
    text.detach()


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
