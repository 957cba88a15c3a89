"""A row of a release, explained: its cells, its sentences with the words marked, the rule, references, conflicts.

Reads the release's own files alone, so that any release can be asked, also one that another program made.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import pyarrow.parquet as pq

from parsers.errors import OutputError
from parsers.facts.rule import rules
from parsers.tables import tables

Row = Mapping[str, object]

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_HIDDEN = ("evidence", "evidence_url", "rule_id", "statements", "has_conflict")


@dataclass(frozen=True)
class Support:
    """One statement that supports the row: its words, the spans of single cells in them, its place, its rule.

    `marks` are (column, start, end) within `text`; `reference` is the sentence before that supplied a part of the date.
    """

    text: str
    article_id: str
    start: int
    rule_id: str
    marks: tuple[tuple[str, int, int], ...]
    reference: str | None = None


@dataclass(frozen=True)
class Explanation:
    """All that a release says of one row: `reads` maps each rule_id to what the rule reads and will not read."""

    table: str
    row_id: str
    row: Row
    supports: tuple[Support, ...]
    reads: Mapping[str, str]
    conflicts: tuple[Row, ...]


def explain(release: Path, row_id: str) -> Explanation:
    """The explanation of a row, by its identifier; raises OutputError where the release has no such row."""
    table, row = _row(release, row_id)
    evidence = _where(release, "evidence", "row_id", row_id)
    texts = {str(found["article_id"]): str(found["text"]) for found in _rows(release, "articles")}
    supports = tuple(_supports(row, evidence, texts))
    reads = {one.rule_id: " ".join(one.reads.split()) for one in rules()}
    wanted = {support.rule_id for support in supports}
    conflicts = tuple(_where(release, "conflicts", "row_id", row_id))
    return Explanation(table, row_id, row, supports, {rule: reads.get(rule, "") for rule in sorted(wanted)}, conflicts)


def _rows(release: Path, table: str) -> list[dict[str, object]]:
    """The rows of a table; none where the release has no such table."""
    path = release / "parquet" / f"{table}.parquet"
    return list(pq.ParquetFile(path).read().to_pylist()) if path.exists() else []


def _where(release: Path, table: str, column: str, value: str) -> list[dict[str, object]]:
    """The rows of a table in which a column has the value."""
    return [row for row in _rows(release, table) if row[column] == value]


def _row(release: Path, row_id: str) -> tuple[str, Row]:
    """The table that holds a row, and the row."""
    for name, declared in tables().items():
        found = _where(release, name, declared.key, row_id)
        if found:
            return name, found[0]
    raise OutputError(
        f"no row {row_id!r}",
        where=f"release {release.name}",
        expected="an identifier such as those in the first column of a table (visit_id, tie_id …)",
        remedy="take one from the release's parquet or csv files, or name another folder with --output",
    )


def _supports(row: Row, evidence: Sequence[Row], texts: Mapping[str, str]) -> Iterator[Support]:
    """The statements, each with the cell spans that lie in it."""
    cells = [one for one in evidence if one["column"] is not None]
    for whole in (one for one in evidence if one["column"] is None):
        start, end = int(str(whole["start"])), int(str(whole["end"]))
        marks = tuple(
            (str(cell["column"]), int(str(cell["start"])) - start, int(str(cell["end"])) - start)
            for cell in cells
            if cell["article_id"] == whole["article_id"]
            and start <= int(str(cell["start"]))
            and int(str(cell["end"])) <= end
        )
        text, article = str(whole["text"]), str(whole["article_id"])
        reference = _reference(row, text, texts.get(article, ""), start)
        yield Support(text, article, start, str(whole["rule_id"]), marks, reference)


def _reference(row: Row, text: str, article: str, start: int) -> str | None:
    """The last sentence before a statement that holds the year which the statement itself does not say."""
    years = _YEAR.findall(str(row.get("date_edtf") or ""))
    if not years or any(year in text for year in years):
        return None
    before = article[:start]
    at = max(before.rfind(year) for year in years)
    if at < 0:
        return None
    line = before[before.rfind("\n", 0, at) + 1 :].split("\n", 1)[0]
    return next((part.strip() for part in reversed(line.split(". ")) if any(year in part for year in years)), line)


def marked(support: Support) -> str:
    """The statement with every cell's words in brackets behind the column's name: "In date_edtf[May 2003], …".

    Columns read from the same words share the brackets; words within the words of another cell have brackets within.

    >>> marked(Support("Kari Berg visited Nairobi.", "a", 0, "visits.went", (("visitor", 0, 9), ("city", 18, 25))))
    'visitor[Kari Berg] visited city[Nairobi].'
    """
    columns: dict[tuple[int, int], list[str]] = {}
    for column, start, end in support.marks:
        columns.setdefault((start, end), []).append(column)
    spans = sorted(columns, key=lambda span: (span[0], -span[1]))
    return _marked(support.text, 0, len(support.text), spans, columns)


def _marked(
    text: str, start: int, end: int, spans: Sequence[tuple[int, int]], columns: Mapping[tuple[int, int], list[str]]
) -> str:
    """text[start:end] with the spans that lie in it in brackets; one that only overlaps another is left out."""
    words, position = [], start
    for number, span in enumerate(spans):
        if position <= span[0] and span[1] <= end:
            inside = _marked(text, *span, spans[number + 1 :], columns)
            words += [text[position : span[0]], f"{', '.join(columns[span])}[{inside}]"]
            position = span[1]
    return "".join([*words, text[position:end]])


def as_text(found: Explanation) -> str:
    """The explanation as lines for a terminal."""
    said = {name: value for name, value in found.row.items() if value is not None and name not in _HIDDEN}
    width = max(map(len, said))
    lines = [f"{found.row_id} ({found.table}: {tables()[found.table].row})", ""]
    lines += [f"  {name:<{width}}  {value}" for name, value in said.items()]
    lines += ["", f"Stated {len(found.supports)} time{'s' if len(found.supports) != 1 else ''}:"]
    for support in found.supports:
        lines += [
            "",
            f"  {marked(support)}",
            f"    {support.article_id}, character {support.start}, rule {support.rule_id}",
        ]
        if support.reference:
            lines.append(f"    the year stands before, in: {support.reference}")
    lines += ["", *(f"Rule {rule}: {words}" for rule, words in found.reads.items())]
    for conflict in found.conflicts:
        lines += ["", f"Conflict ({conflict['kind']}, {conflict['column']}): {conflict['one']} / {conflict['other']}"]
        lines += [f"  {conflict['one_evidence']}", f"  {conflict['other_evidence']}"]
    return "\n".join(lines)


def as_object(found: Explanation) -> dict[str, object]:
    """The explanation as an object that JSON can hold; dates as ISO text."""
    return {
        "table": found.table,
        "row_id": found.row_id,
        "row": {name: _plain(value) for name, value in found.row.items()},
        "statements": [asdict(support) for support in found.supports],
        "rules": dict(found.reads),
        "conflicts": [{name: _plain(value) for name, value in conflict.items()} for conflict in found.conflicts],
    }


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
