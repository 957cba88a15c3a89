"""A row of a release, explained: its cells, its sentences, the rule, references, conflicts, checks.

Reads the release's own files alone, so that any release can be asked, also one that another version of this program
made: a Parquet file says which table it is, what a row of it is and which column is its key, and the manifest what the
rules read. Only of a release whose manifest does not say that, it is taken from this program.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyarrow.parquet as pq

from outputs import rules
from outputs.model import parquet_path
from parsers.errors import OutputError

Row = Mapping[str, object]

_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
HIDDEN = ("evidence", "evidence_url", "rule_id", "statements", "has_conflict")
"""Columns that an explanation shows in its other parts."""
_DERIVED = frozenset(("relation_id", "person_id", "date_start", "date_end", "date_precision", "date_text", "fact_table",
                      "fact_id", "plover_type", "plover_mode", "wikidata_title", *HIDDEN))  # fmt: skip
"""Columns that follow from others, so that no words are their own."""


@dataclass(frozen=True)
class Declared:
    """A table as a release declares it: its name, what one row is, and its key."""

    name: str
    row: str
    key: str


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
    """All that a release says of one row, which is in `table`, as the release declares it.

    `reads` maps each rule_id to what the rule reads and will not read; `about` are the rows that an event, a conflict
    or a check is about; `unsaid` are the columns that hold something of which no words are marked.
    """

    table: Declared
    row_id: str
    row: Row
    supports: tuple[Support, ...]
    reads: Mapping[str, str]
    conflicts: tuple[Row, ...]
    checks: tuple[Row, ...] = ()
    about: tuple[tuple[Declared, Row], ...] = ()
    unsaid: tuple[str, ...] = ()


def explain(release: Path, row_id: str) -> Explanation:
    """The explanation of a row, by its identifier; raises OutputError where the release has no such row."""
    declared = _tables(release)
    table, row = _row(release, declared, row_id)
    evidence = _where(release, "evidence", "row_id", row_id)
    articles = {str(one["article_id"]) for one in evidence}
    texts = {name: str(found["text"]) for name in articles for found in _where(release, "articles", "article_id", name)}
    supports = tuple(_supports(row, evidence, texts) if _stated(evidence) else _places(release, evidence, texts))
    reads = rules.read_by(release)
    wanted = {support.rule_id for support in supports}
    return Explanation(
        table, row_id, row, supports, {rule: reads.get(rule, rules.UNKNOWN) for rule in sorted(wanted)},
        tuple(_where(release, "conflicts", "row_id", row_id)),
        tuple(one for one in _of_relation(release, "checks", row) if row_id in _listed(one["row_ids"])),
        tuple(_about(release, declared, row)), _unsaid(table, row, evidence) if supports else (),
    )  # fmt: skip


def _tables(release: Path) -> dict[str, Declared]:
    """The tables of a release by name, as its Parquet files declare them."""
    found = {}
    for path in sorted((release / "parquet").glob("*.parquet")):
        said = pq.read_schema(path).metadata or {}
        row, key = (said.get(name, b"").decode() for name in (b"description", b"key"))
        found[path.stem] = Declared(path.stem, row, key)
    return found


def _stated(evidence: Sequence[Row]) -> bool:
    """Whether any of the evidence is of the whole row; people have that of their names and offices alone."""
    return any(one["column"] is None for one in evidence)


def _where(release: Path, table: str, column: str, value: object) -> list[dict[str, object]]:
    """The rows of a table in which a column has the value; none where the release has no such table."""
    path = release / parquet_path(table)
    if not path.exists():
        return []
    return list(pq.read_table(path, filters=[(column, "=", value)], partitioning=None).to_pylist())


def _of_relation(release: Path, table: str, row: Row) -> list[dict[str, object]]:
    """The rows of a table that are of the row's pair of states; none for a row that is of no pair."""
    return _where(release, table, "relation_id", row["relation_id"]) if row.get("relation_id") else []


def _listed(value: object) -> list[object]:
    return list(value) if isinstance(value, list) else []


def _about(release: Path, declared: Mapping[str, Declared], row: Row) -> Iterator[tuple[Declared, Row]]:
    """The rows of other tables that a row names, each with its table."""
    name = str(row.get("table") or row.get("fact_table") or "")
    for row_id in (row.get("row_id"), row.get("fact_id"), *_listed(row.get("row_ids"))):
        if row_id and name in declared:
            yield from ((declared[name], found) for found in _where(release, name, declared[name].key, row_id))


def _unsaid(table: Declared, row: Row, evidence: Sequence[Row]) -> tuple[str, ...]:
    """The columns that hold something of which no words are marked: a class that the rule gives, a side that the title
    or a sentence before tells.
    """
    marked_columns = {one["column"] for one in evidence} | {table.key}
    return tuple(name for name, value in row.items() if value is not None and name not in marked_columns | _DERIVED)


def _row(release: Path, declared: Mapping[str, Declared], row_id: str) -> tuple[Declared, Row]:
    """The table that holds a row, and the row."""
    for name, table in declared.items():
        found = _where(release, name, table.key, row_id)
        if found:
            return table, found[0]
    raise OutputError(
        f"no row {row_id!r}",
        where=f"release {release.name}",
        expected="an identifier such as those in the first column of a table (visit_id, tie_id …)",
        remedy="take one from the release's parquet or csv files, or name another folder with --output",
    )


def _places(release: Path, evidence: Sequence[Row], texts: Mapping[str, str]) -> Iterator[Support]:
    """The sentences in which the spans of a row lie whose evidence is of single cells, in order of place."""
    marks: dict[tuple[str, int, int, str], list[tuple[str, int, int]]] = defaultdict(list)
    spans = {name: _sentences(release, name) for name in texts}
    for cell in evidence:
        article, (start, end) = str(cell["article_id"]), _span(cell)
        at = bisect_right(spans[article], (start, len(texts[article]))) - 1
        low, high = spans[article][at] if at >= 0 and end <= spans[article][at][1] else (start, end)
        marks[article, low, high, str(cell["rule_id"])].append((str(cell["column"]), start - low, end - low))
    for (article, low, high, rule_id), found in sorted(marks.items()):
        yield Support(texts[article][low:high], article, low, rule_id, tuple(found))


def _sentences(release: Path, article_id: str) -> list[tuple[int, int]]:
    return sorted(map(_span, _where(release, "sentences", "article_id", article_id)))


def _supports(row: Row, evidence: Sequence[Row], texts: Mapping[str, str]) -> Iterator[Support]:
    """The statements, each with the cell spans that lie in it."""
    cells = [one for one in evidence if one["column"] is not None]
    dates = [_span(one)[0] for one in cells if one["column"] == "date_edtf"]
    for whole in (one for one in evidence if one["column"] is None):
        start, end = _span(whole)
        inside = (one for one in cells if one["article_id"] == whole["article_id"] and _lies_in(one, whole))
        marks = tuple((str(one["column"]), _span(one)[0] - start, _span(one)[1] - start) for one in inside)
        text, article = str(whole["text"]), str(whole["article_id"])
        is_dated = not dates or any(start <= date <= end for date in dates)
        reference = _reference(row, text, texts.get(article, ""), start) if is_dated else None
        yield Support(text, article, start, str(whole["rule_id"]), marks, reference)


def _span(evidence: Row) -> tuple[int, int]:
    """Where a piece of evidence begins and ends in its article."""
    return int(str(evidence["start"])), int(str(evidence["end"]))


def _lies_in(cell: Row, whole: Row) -> bool:
    """Whether the words of a cell lie within a statement."""
    (start, end), (low, high) = _span(cell), _span(whole)
    return low <= start and end <= high


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
