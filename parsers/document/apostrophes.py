"""Apostrophes that stand for themselves among the marks of bold and italic words (`''Kenya'''s`).

MediaWiki's rule (`Parser::doQuotes`): where a line has an odd number of both marks, one of its runs of three is an
apostrophe before an italic mark: the first behind a word of one letter, else behind a longer word, else behind a space.
"""

from __future__ import annotations

import re

_RUN = re.compile(r"'{2,}")
_APOSTROPHE = "&#39;"


def with_apostrophes(text: str) -> str:
    """The wikitext with such an apostrophe written as an entity.

    >>> with_apostrophes("the ''Kenya'''s crew")
    "the ''Kenya&#39;''s crew"
    """
    if "'''" not in text:
        return text
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if "'''" in line and (at := _apostrophe_in(line)) is not None:
            lines[number] = f"{line[:at]}{_APOSTROPHE}{line[at + 1 :]}"
    return "\n".join(lines)


def _apostrophe_in(line: str) -> int | None:
    """Where one of a line's apostrophes stands for itself, null where none does."""
    runs = [(match.start() + max(0, _not_marks(len(match[0]))), match.end()) for match in _RUN.finditer(line)]
    lengths = [end - start for start, end in runs]
    italic, bold = sum(length != 3 for length in lengths), sum(length != 2 for length in lengths)
    if italic % 2 == 0 or bold % 2 == 0:
        return None
    ranked = [(_rank(line, start), start) for (start, _), length in zip(runs, lengths, strict=True) if length == 3]
    return min(ranked)[1] if ranked else None


def _not_marks(length: int) -> int:
    """How many of a run stand for themselves in any case: of four the first, of six and more all but five."""
    return 1 if length == 4 else length - 5


def _rank(line: str, start: int) -> int:
    if line[start - 1 : start] == " ":
        return 2
    return 0 if start > 1 and line[start - 2] == " " else 1
