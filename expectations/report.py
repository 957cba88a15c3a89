"""The report of a validation: one page that needs nothing but itself, with no scripts and no links to other places."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from expectations.outcome import CRITICAL, Outcome

_STYLE = """
:root { color-scheme: light dark; }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 72rem; margin: 0 auto; padding: 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
caption { text-align: left; font-weight: 600; padding: .25rem 0; }
th, td { text-align: left; vertical-align: top; padding: .25rem .5rem; border-bottom: 1px solid #8888; }
th, td { overflow-wrap: anywhere; }
.number { text-align: right; }
.critical { border-left: .4rem solid #b3261e; padding-left: .75rem; }
.warning { border-left: .4rem solid #b26a00; padding-left: .75rem; }
.scroll { overflow-x: auto; }
"""


def page(counts: Mapping[str, int], outcomes: Sequence[Outcome], listed: int) -> str:
    """The page: a verdict, every expectation not met with up to `listed` of its rows, then all expectations by table.

    `counts` is how many rows each table has. The same outcomes give the same page.
    """
    unmet = [each for each in outcomes if not each.success]
    critical = [each for each in unmet if each.severity == CRITICAL]
    warnings = [each for each in unmet if each.severity != CRITICAL]
    return "\n".join(
        (
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>Validation report</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<main>",
            f"<h1>Validation report</h1>\n<p><strong>{_verdict(critical, warnings)}</strong></p>",
            f"<p>{len(outcomes)} expectations of {sum(counts.values())} rows in {len(counts)} tables.</p>",
            *_section("Critical", critical, listed),
            *_section("Warnings", warnings, listed),
            "<h2>All expectations</h2>",
            *(_table(name, count, [each for each in outcomes if each.table == name]) for name, count in counts.items()),
            "</main>\n</body>\n</html>\n",
        )
    )


def _verdict(critical: Sequence[Outcome], warnings: Sequence[Outcome]) -> str:
    if critical:
        return f"Not fit for release: {len(critical)} critical expectations are not met."
    return (
        f"Fit for release, with {len(warnings)} warnings." if warnings else "Fit for release: all expectations are met."
    )


def _section(title: str, unmet: Sequence[Outcome], listed: int) -> Iterable[str]:
    if not unmet:
        return
    yield f"<h2>{title}</h2>"
    for each in unmet:
        yield f'<section class="{each.severity}">'
        yield f"<h3>{escape(each.table)}: {escape(each.meaning)}</h3>"
        yield f"<p>Expectation <code>{escape(each.name)}</code> of <code>{escape(each.column)}</code>.</p>"
        yield f"<p>It could not be evaluated: {escape(each.error)}</p>" if each.error else _rows(each, listed)
        yield "</section>"


def _rows(each: Outcome, listed: int) -> str:
    shown = zip(each.row_ids[:listed], each.found[:listed], strict=True)
    lines = "\n".join(f'<tr><th scope="row">{escape(row)}</th><td>{escape(found)}</td></tr>' for row, found in shown)
    first = f" (the first {listed} are shown)" if len(each.row_ids) > listed else ""
    return _grid(f"Rows that do not meet it: {len(each.row_ids)}{first}", ("Row", "What it holds"), lines)


def _table(name: str, count: int, outcomes: Iterable[Outcome]) -> str:
    lines = "\n".join(
        f'<tr><th scope="row">{escape(each.name)}</th><td>{escape(each.column)}</td><td>{escape(each.meaning)}</td>'
        f"<td>{each.severity}</td><td>{'met' if each.success else 'not met'}</td>"
        f'<td class="number">{len(each.row_ids)}</td></tr>'
        for each in outcomes
    )
    columns = ("Expectation", "Column", "Meaning", "Severity", "Result", "Rows not meeting it")
    body = _grid(f"Expectations of {escape(name)}", columns, lines)
    return f"<details>\n<summary>{escape(name)}, {count} rows</summary>\n{body}\n</details>"


def _grid(caption: str, columns: Iterable[str], lines: str) -> str:
    heads = "".join(f'<th scope="col">{column}</th>' for column in columns)
    return (
        f'<div class="scroll" tabindex="0" role="region" aria-label="{caption}">\n'
        f"<table>\n<caption>{caption}</caption>\n"
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}\n</tbody>\n</table>\n</div>"
    )
