"""CODEBOOK.md: every table, column, type, code and unit, with counts and an example."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from outputs.cells import Rows
from outputs.csv import cell_text
from outputs.describe import FIRST
from outputs.markdown import code, grid, plural, shorten
from outputs.model import Release
from parsers.tables import Column, Table

PATH = "CODEBOOK.md"
ROUND = FIRST

OPENING = """\
# Codebook

An unknown is null, and null never means no; empty strings do not occur. Lists are `list<string>` in Parquet and a
compact JSON array in CSV. A category is a string with few allowed values. Timestamps are in UTC. Dates are as stated,
in EDTF (`date_edtf`), with the first and last day that they can mean. Under "null" is the share of rows without a
value; an asterisk after a type means that the column always has one."""


def render(release: Release) -> str:
    """Markdown: a list of the tables with their row counts, then a section a table."""
    overview = grid(
        ["table", "one row is", "key", "rows"],
        ([f"[{name}](#{name})", table.row, code(table.key), f"{len(release.rows[name]):,}"]
         for name, table in release.tables.items()),
    )  # fmt: skip
    sections = [_section(table, release.rows[name]) for name, table in release.tables.items()]
    return "\n\n".join([OPENING, overview, *sections]) + "\n"


def _section(table: Table, rows: Rows) -> str:
    columns = grid(
        ["column", "type", "meaning", "null", "example"],
        ([code(column.name), _type(column), _meaning(column), _null_share(column, rows), _example(column, rows)]
         for column in table.columns),
    )  # fmt: skip
    order = ", ".join(map(code, table.order))
    opening = f"One row is {table.row}. {plural(len(rows), 'row')}, in order of {order}; the key is {code(table.key)}."
    return "\n\n".join([f"## {table.name}", opening, columns, *_codes(table, rows)])


def _type(column: Column) -> str:
    return code(column.type) + ("*" if column.required else "")


def _meaning(column: Column) -> str:
    limits = (("at least", column.minimum), ("at most", column.maximum))
    bounds = [f"{words} {limit:g}" for words, limit in limits if limit is not None]
    notes = [
        f"Unit: {column.unit}." if column.unit else "",
        f"{', '.join(bounds).capitalize()}." if bounds else "",
        f"Pattern: {code(column.pattern)}." if column.pattern else "",
        f"Refers to {code(column.references)}." if column.references else "",
    ]
    return " ".join([column.meaning, *filter(None, notes)])


def _null_share(column: Column, rows: Rows) -> str:
    if not rows:
        return "–"
    return f"{sum(row[column.name] is None for row in rows) / len(rows):.1%}"


def _example(column: Column, rows: Rows) -> str:
    values = (row[column.name] for row in rows)
    return next((code(shorten(cell_text(value), 60)) for value in values if value is not None), "–")


def _codes(table: Table, rows: Rows) -> Iterator[str]:
    """A table of codes for each category column: those declared, then any other that occurs."""
    for column in table.columns:
        if column.type == "category":
            counts = Counter(str(row[column.name]) for row in rows if row[column.name] is not None)
            others = {value: "not declared" for value in sorted(counts.keys() - column.values.keys())}
            lines = ([code(value), words, f"{counts[value]:,}"] for value, words in {**column.values, **others}.items())
            yield f"Codes of {code(column.name)}:\n\n" + grid(["code", "meaning", "rows"], lines)
