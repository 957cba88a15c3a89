"""What a row must hold before it may be written: the declared keys, and values of the declared types."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from parsers.errors import OutputError
from parsers.tables import Column, Table

Row = Mapping[str, object]
Rows = Sequence[Row]

INT64 = range(-(2**63), 2**63)
SURROGATE = re.compile("[\ud800-\udfff]")


def check_rows(table: Table, rows: Rows) -> None:
    """Nothing, where every row can be written as declared; raises OutputError naming the table, the row and the column.

    Refused are: missing and undeclared keys (pyarrow would drop them in silence), nulls in required columns (pyarrow
    refuses them only while writing), values of another type than declared, numbers that are not finite, empty strings
    (in CSV they could not be told from nulls), and a key that occurs twice. Allowed values, patterns and bounds are
    the expectations' to check.
    """
    seen: set[object] = set()
    for number, row in enumerate(rows, start=1):
        _check_keys(table, row, number)
        for column in table.columns:
            fault = cell_fault(column, row[column.name])
            if fault:
                raise _refusal(table, row, number, f"column {column.name} {fault}", f"a {column.type}")
        if row[table.key] in seen:
            raise _refusal(table, row, number, f"the key {table.key} occurs a second time", "keys that occur once")
        seen.add(row[table.key])


def cell_fault(column: Column, value: object) -> str | None:
    """What is wrong with a value in a column, in words; None where it can be written.

    >>> cell_fault(Column("city", "string", "The city."), "")
    'holds an empty string'
    >>> cell_fault(Column("city", "string", "The city."), None) is None
    True
    """
    if value is None:
        return "is null, though required" if column.required else None
    if not FITS[column.type](value):
        return f"holds {_short(value)}"
    texts = value if isinstance(value, list | tuple) else (value,)
    if "" in texts:
        return "holds an empty string"
    if any(isinstance(text, str) and SURROGATE.search(text) for text in texts):
        return "holds half of a surrogate pair, which UTF-8 cannot write"
    return None


def _check_keys(table: Table, row: Row, number: int) -> None:
    if row.keys() == set(table.names):
        return
    missing = [name for name in table.names if name not in row]
    undeclared = sorted(row.keys() - set(table.names))
    found = [f"no key {', '.join(missing)}"] * bool(missing)
    found += [f"undeclared {', '.join(undeclared)}"] * bool(undeclared)
    raise _refusal(table, row, number, " and ".join(found), "the declared columns, all of them and no other")


def _refusal(table: Table, row: Row, number: int, found: str, expected: str) -> OutputError:
    where = f"table {table.name}, row {number} ({table.key} {row.get(table.key)!r})"
    remedy = f"mend what makes the rows, or the declaration in parsers/tables/{table.name}.py"
    return OutputError(found, where=where, expected=expected, remedy=remedy)


def _short(value: object) -> str:
    text = repr(value)
    return f"{text if len(text) <= 60 else text[:59] + '…'} ({type(value).__name__})"


def _is_int(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value in INT64


def _is_float(value: object) -> bool:
    return isinstance(value, float | int) and not isinstance(value, bool) and math.isfinite(value)


def _is_utc(value: object) -> bool:
    return isinstance(value, datetime) and value.utcoffset() == timedelta(0)


def _is_texts(value: object) -> bool:
    return isinstance(value, list | tuple) and all(isinstance(item, str) for item in value)


FITS: Mapping[str, Callable[[object], bool]] = {
    "string": lambda value: isinstance(value, str),
    "category": lambda value: isinstance(value, str),
    "int": _is_int,
    "float": _is_float,
    "bool": lambda value: isinstance(value, bool),
    "date": lambda value: isinstance(value, date) and not isinstance(value, datetime),
    "timestamp": _is_utc,
    "list<string>": _is_texts,
}
