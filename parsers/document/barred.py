"""Tables whose bars are written `{{!}}`, as inside a template's value, where a bare bar would end the value.

MediaWiki puts the bar in before it looks for tables. Outside templates the same is done here; a table inside a value is
written out as an HTML table, which needs no bars.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OPEN, _CLOSE = r"\{\{\{!\}\}|\{\{\(!\}\}", r"\{\{!\}\}\}(?=(?:\}\})*(?!\}))|\{\{!\)\}\}"
_TABLE = re.compile(rf"(?:{_OPEN})((?:(?!{_OPEN}).)*?)(?:{_CLOSE})", re.DOTALL)
_BRACES = re.compile(r"\{\{!\}\}|\{\{!!\}\}|\{\{|\}\}")
_ATTRIBUTES = re.compile(r"[^\[\]{}|<]*=[^\[\]{}|<]*\|(?!\|)")


def with_bars(text: str) -> str:
    """The wikitext with bars for `{{!}}` outside templates, and without tables that are written with them.

    >>> with_bars("{{{!}} class=x\\n{{!}} a {{!!}} b{{!}}}")
    '<table><tr><td> a </td><td> b</td></tr></table>'
    >>> with_bars("{{a|b{{!}}c}} d{{!}}e")
    '{{a|b{{!}}c}} d|e'
    """
    if "{{!" not in text and "{{(!" not in text:
        return text
    return "".join(_outside_barred(_TABLE.sub(_as_html, text)))


def _outside_barred(text: str) -> Iterator[str]:
    depth = at = 0
    for match in _BRACES.finditer(text):
        mark = match[0]
        if mark == "{{":
            depth += 1
        elif mark == "}}":
            depth = max(0, depth - 1)
        elif not depth:
            yield text[at : match.start()]
            yield "|" if mark == "{{!}}" else "||"
            at = match.end()
    yield text[at:]


def _as_html(table: re.Match[str]) -> str:
    """The rows and cells of one table; the mark of a line that has none goes with the cell before it."""
    lines = table[1].replace("{{!!}}", "||").replace("{{!}}", "|").replace("{{!-}}", "|-").split("\n")[1:]
    rows: list[list[str]] = [[]]
    caption = ""
    for line in map(str.strip, lines):
        if line.startswith("|+"):
            caption = f"<caption>{line[2:]}</caption>"
        elif line.startswith("|-"):
            rows.append([])
        elif line[:1] in ("|", "!"):
            rows[-1] += _cells(line)
        elif rows[-1]:
            rows[-1][-1] = rows[-1][-1][:-5] + f"\n{line}" + rows[-1][-1][-5:]
    body = "".join("<tr>" + "".join(row) + "</tr>" for row in rows if row)
    return f"<table>{caption}{body}</table>"


def _cells(line: str) -> Iterator[str]:
    """The cells of one line; two exclamation marks part only those of a head."""
    kind, between = ("th", r"\|\||!!") if line[0] == "!" else ("td", r"\|\|")
    return (_cell(kind, words) for words in re.split(between, line[1:]))


def _cell(kind: str, words: str) -> str:
    attributes = _ATTRIBUTES.match(words)
    said = f" {attributes[0][:-1].strip()}" if attributes else ""
    return f"<{kind}{said}>{words[attributes.end() if attributes else 0 :]}</{kind}>"
