"""HTML cells, rows and list items that are never closed: HTML lets the next one close them, the tokenizer does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

_TAG = re.compile(r"<(/?)(td|th|tr|li|dd|dt|table|ul|ol|dl)\b[^<>]*(?<!/)>", re.IGNORECASE)
_ENDS = {
    "td": {"td", "th"}, "th": {"td", "th"}, "tr": {"td", "th", "tr"}, "li": {"li"}, "dd": {"dd", "dt"},
    "dt": {"dd", "dt"}, "/tr": {"td", "th"}, "/table": {"td", "th", "tr"}, "/ul": {"li"}, "/ol": {"li"},
    "/dl": {"dd", "dt"},
}  # fmt: skip
"""Which open tags a tag ends, from the innermost on."""


def with_ends(text: str) -> str:
    """The wikitext with the closing tags that are left out.

    >>> with_ends("<table><tr><td>a<td>b</table>")
    '<table><tr><td>a</td><td>b</td></tr></table>'
    """
    if "<t" not in text and "<l" not in text and "<d" not in text:
        return text
    if all(text.count(f"<{name}") <= text.count(f"</{name}>") for name in ("td", "th", "tr", "li", "dd", "dt")):
        return text
    parts: list[str] = []
    opened: list[str] = []
    at = 0
    for tag in _TAG.finditer(text):
        closing, name = tag[1], tag[2].lower()
        ends = _ends_before(f"{closing}{name}", opened)
        parts += (text[at : tag.start()], *ends, tag[0])
        at = tag.end()
        if not closing:
            opened.append(name)
        elif opened and opened[-1] == name:
            opened.pop()
    return "".join((*parts, text[at:]))


def _ends_before(tag: str, opened: list[str]) -> Iterator[str]:
    """The closing tags that stand before a tag, of those opened which it ends and which are taken."""
    while opened and opened[-1] in _ENDS.get(tag, ()):
        yield f"</{opened.pop()}>"
