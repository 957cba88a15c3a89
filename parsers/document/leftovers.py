"""Marks that stay in words where the tokenizer finds no node: apostrophes of bold and italic words, and whatever was
not closed. MediaWiki shows nothing of them, or a bare sign.
"""

from __future__ import annotations

import re

_LEFTOVER = re.compile(
    r"'{2,}|__[A-Z]{3,}__|\[\[(?:[^\[\]{}|\n]*\|)?|\]\]|\{\{|\}\}"
    r"|(?<=\n)[ \t:]*\{\|[^\n]*|(?<=\n)[ \t]*\|[-}+][^\n|]*|(?<=\n)[ \t]*[|!][ \t]?"
    r"|</?(?:ref|references|small|big|center|div|span|nowiki|br|b|i|u|s|p|table|t[rdh]|sup|sub|blockquote|gallery|li|ul|ol"
    r"|noinclude|onlyinclude|includeonly)\b[^<>]*>"
    r"|<(?=ref\b)",
    re.IGNORECASE,
)
_SIGNS = frozenset("'[]{}<|!_")


def without_leftovers(words: str) -> str:
    """The words without marks that are left over.

    >>> without_leftovers("'''Chad''' has [[a link")
    'Chad has a link'
    """
    return _LEFTOVER.sub(_shown, words) if not _SIGNS.isdisjoint(words) else words


def _shown(match: re.Match[str]) -> str:
    """Of a run of apostrophes the ones that MediaWiki shows; of a table's bar a space; of other leftovers nothing."""
    mark = match[0]
    if mark[0] == "'":
        return "'" * (1 if len(mark) == 4 else max(0, len(mark) - 5))
    return " " if mark.strip() in ("|", "!") or mark[:3].lower() == "<br" else ""
