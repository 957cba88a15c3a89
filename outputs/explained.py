"""An explanation of a row, written for a terminal or as JSON."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict

from outputs.explain import HIDDEN, Explanation, Row, Support


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
    said = {name: value for name, value in found.row.items() if value is not None and name not in HIDDEN}
    width = max(map(len, said))
    lines = [f"{found.row_id} ({found.table.name}: {found.table.row})", ""]
    lines += [f"  {name:<{width}}  {_shown(value)}" for name, value in said.items()]
    lines += [line for part in (_statements(found), _others(found), _disputes(found)) for line in part]
    return "\n".join(lines)


def _shown(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _statements(found: Explanation) -> Iterator[str]:
    """The lines of the sentences, of where to see them, of what has no words, and of the rules."""
    if found.supports:
        yield from ("", f"Stated {len(found.supports)} time{'s' if len(found.supports) != 1 else ''}:")
    for support in found.supports:
        yield from ("", f"  {marked(support)}")
        yield f"    {support.article_id}, character {support.start}, rule {support.rule_id}"
        if support.reference:
            yield f"    the year stands before, in: {support.reference}"
    if found.row.get("evidence_url"):
        yield from ("", f"See {found.row['evidence_url']}")
    if found.unsaid:
        columns = ", ".join(found.unsaid)
        yield from ("", f"Without words of their own (by the rule, the title or sentences before): {columns}")
    yield from ("", *(f"Rule {rule}: {words}" for rule, words in found.reads.items())) if found.reads else ()


def _others(found: Explanation) -> Iterator[str]:
    """The lines of the rows that the row is about."""
    for table, row in found.about:
        words = row.get("evidence") or row.get("name") or row.get("text")
        yield from ("", f"About {row[table.key]} ({table.row}):", f"  {words}")


def _disputes(found: Explanation) -> Iterator[str]:
    """The lines of conflicts and checks."""
    for conflict in found.conflicts:
        yield from ("", f"Conflict ({conflict['kind']}, {conflict['column']}): {conflict['one']} / {conflict['other']}")
        yield from (f"  {conflict['one_evidence']}", f"  {conflict['other_evidence']}")
    for check in found.checks:
        result = "passed" if check["passed"] else "failed"
        yield from ("", f"Check ({check['kind']}), {result}: {check['expected']}", f"  {check['found']}")


def as_object(found: Explanation) -> dict[str, object]:
    """The explanation as an object that JSON can hold; dates as ISO text."""
    return {
        "table": found.table.name,
        "row_id": found.row_id,
        "row": _plain_row(found.row),
        "statements": [asdict(support) for support in found.supports],
        "rules": dict(found.reads),
        "unsaid": list(found.unsaid),
        "conflicts": [_plain_row(conflict) for conflict in found.conflicts],
        "checks": [_plain_row(check) for check in found.checks],
        "about": [{"table": table.name, "row": _plain_row(row)} for table, row in found.about],
    }


def _plain_row(row: Row) -> dict[str, object]:
    return {name: _plain(value) for name, value in row.items()}


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value
