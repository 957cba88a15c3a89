"""Wikitext made safe to parse: comments out, unmatched marks out, and a bound on what the parser may cost.

mwparserfromhell reads from every opening mark that is never closed to the end of the page, so that its time grows with
marks × characters; unmatched braces, brackets and tables are mended here, and a page beyond the bounds is Unreadable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.document.apostrophes import with_apostrophes
from parsers.document.barred import with_bars
from parsers.document.html_closed import with_ends
from parsers.errors import Unreadable

MAX_MARKS = 40_000
"""Links, templates and their values, cells, tags and list marks in a page; a rich article of 150 kB has 10,000."""

MAX_DEPTH = 40
"""Nesting of templates or links, which is also the parser's own limit."""

MAX_RESCANNED = 60_000_000
"""Unclosed tags and addresses × characters of the page: about three seconds of the parser's time."""

_OPEN_OR_CLOSE = re.compile(r"\{\{|\}\}|\[\[|\]\]|\{\||\|\}(?!\})|\n==+[^\n]*==|<(?:nowiki|math|pre)\b[^<>/]*>[^<]*</")
"""Every alternative begins with a character, so that the search skips all others; see `_indent` for tables' marks."""

_OPENS = {"{{": "{", "[[": "[", "{|": "|"}
_CLOSES = {"}}": "{", "]]": "[", "|}": "|"}
"""What a mark opens or closes: a template, a link or a table."""

_INDENT = re.compile(r"(?:\A|\n)([ \t:]*)\Z")
_LONGEST_INDENT = 80
_TAG = re.compile(r"<(/?)([a-z]+)[^<>]*?(/?)>", re.IGNORECASE)
_VOID = frozenset({"br", "hr", "wbr", "references", "img"})
_LINE_COMMENT = re.compile(r"\n[ \t]*(?:\x00[ \t]*)+(?=\n)")

Edit = tuple[int, int, str]
"""Where a stretch begins and ends, and what stands there instead."""


def mended(raw: str, *, where: str) -> str:
    """The wikitext without comments and unmatched marks, its tables closed; raises Unreadable beyond the bounds."""
    text = _without_comments(raw)
    _check_count(text, where)
    text = with_ends(with_bars(with_apostrophes(text)))
    text, depth = _matched(text)
    if depth > MAX_DEPTH:
        raise _unreadable(f"markup nested {depth} deep", f"markup nested at most {MAX_DEPTH} deep", where)
    rescanned = _unclosed(text) * len(text)
    if rescanned > MAX_RESCANNED:
        found = "more unclosed tags and addresses than the parser can read in time"
        raise _unreadable(found, "tags that are closed", where)
    return text


def _unreadable(found: str, expected: str, where: str) -> Unreadable:
    return Unreadable(found, where=where, expected=expected, remedy="leave the page out or repair it")


def _without_comments(raw: str) -> str:
    """A comment alone on its line takes the line with it, as in MediaWiki; one that never ends loses only its mark."""
    raw = raw.replace("\r\n", "\n")
    if "<!--" not in raw:
        return raw
    parts = ["\n"]
    at = 0
    while (start := raw.find("<!--", at)) >= 0:
        end = raw.find("-->", start + 4)
        if end < 0:
            break
        parts += (raw[at:start], "\x00")
        at = end + 3
    parts.append(raw[at:].replace("<!--", ""))
    return _LINE_COMMENT.sub("", "".join(parts)).replace("\x00", "")[1:]


def _check_count(text: str, where: str) -> None:
    if len(text) <= MAX_MARKS:
        return
    marks = sum(
        map(text.count, ("|", "{{", "[[", "<", "://", "*", "#", "\n:", "::", "\n;", ";;", "\n=", "!!", "\n!", "&"))
    )
    if marks > MAX_MARKS:
        expected = f"at most {MAX_MARKS:,} pieces of markup"
        raise _unreadable(f"{marks:,} links, templates, cells and other pieces of markup", expected, where)


def _matched(text: str) -> tuple[str, int]:
    """The text without unmatched marks and with tables closed before the next heading, and the deepest nesting."""
    marks = _Marks()
    for match in _OPEN_OR_CLOSE.finditer(text):
        mark, at = match[0], match.start()
        indent = _indent(text, at) if mark in ("{|", "|}") else ""
        if indent is None:
            continue
        if mark in _OPENS:
            marks.open(mark, at, indent)
        elif mark in _CLOSES:
            if ":" not in indent:
                marks.close(mark, at)
        elif mark[0] == "\n":
            marks.close_tables(at)
    return _edited(text, [*marks.edits, *marks.left_open(len(text))]), marks.deepest


class _Marks:
    """The marks that are open at a place of a text, the deepest nesting so far, and the edits that mend the text."""

    def __init__(self) -> None:
        self.edits: list[Edit] = []
        self.deepest = 0
        self._opened: dict[str, list[int]] = {"{": [], "[": [], "|": []}

    def open(self, mark: str, at: int, indent: str) -> None:
        """Opens a mark; the colons that indent a table are taken out."""
        stack = self._opened[_OPENS[mark]]
        stack.append(at)
        if ":" in indent:
            self.edits.append((at - len(indent), at, ""))
        self.deepest = max(self.deepest, len(stack))

    def close(self, mark: str, at: int) -> None:
        """Closes the last mark of its kind; one that closes nothing is taken out."""
        stack = self._opened[_CLOSES[mark]]
        if stack:
            stack.pop()
        else:
            self.edits.append((at, at + 2, ""))

    def close_tables(self, at: int) -> None:
        """Closes all tables before a heading, which begins here."""
        tables = self._opened["|"]
        if tables:
            self.edits.append((at, at, "\n|}" * len(tables)))
            tables.clear()

    def left_open(self, end: int) -> Iterator[Edit]:
        """What mends the marks that nothing has closed by the end: links and templates lose them, tables are closed."""
        yield from ((at, at + 2, "") for kind in "{[" for at in self._opened[kind])
        if self._opened["|"]:
            yield end, end, "\n|}" * len(self._opened["|"])


def _indent(text: str, at: int) -> str | None:
    """What stands before a table's mark on its line, null where that is more than white space and colons."""
    found = _INDENT.search(text[max(0, at - _LONGEST_INDENT) : at])
    return found[1] if found and (at <= _LONGEST_INDENT or found[0][:1] == "\n") else None


def _edited(text: str, edits: Sequence[Edit]) -> str:
    if not edits:
        return text
    parts: list[str] = []
    at = 0
    for start, end, words in sorted(edits):
        parts += (text[at:start], words)
        at = max(at, end)
    return "".join((*parts, text[at:]))


def _unclosed(text: str) -> int:
    """Upper bound of the opening marks that never close: tags, halves of tags, addresses in brackets."""
    halves = abs(text.count("<") - text.count(">"))
    addresses = max(0, text.count("[http") - text.count("]"))
    if text.count("<") < 50:
        return halves + addresses
    open_tags = sum(
        -1 if closing else 1 for closing, name, single in _TAG.findall(text) if not single and name.lower() not in _VOID
    )
    return halves + addresses + abs(open_tags)
