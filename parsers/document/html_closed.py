"""HTML cells, rows and list items that are never closed: HTML lets the next one close them, the tokenizer does not."""

from __future__ import annotations

import re

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
        name = tag[2].lower()
        parts.append(text[at : tag.start()])
        while opened and opened[-1] in _ENDS.get(f"{tag[1]}{name}", ()):
            parts.append(f"</{opened.pop()}>")
        parts.append(tag[0])
        at = tag.end()
        if not tag[1]:
            opened.append(name)
        elif opened and opened[-1] == name:
            opened.pop()
    return "".join((*parts, text[at:]))
