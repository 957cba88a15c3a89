"""Table rows of the flattened form: lines of `| a | b |`, or of `a | b | c` where a neighbouring line has as many
cells. A line of dashes between them, as Markdown has it below the heads, is no row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_CLOSED = re.compile(r"\|(.*[^|\s].*)\|")
_RULE = re.compile(r"[|\s:-]+")
_FEWEST_BARS = 2
_BLANK = "\ufeff \t\u00a0"


def rows_of(lines: Sequence[str]) -> dict[int, list[str]]:
    """The cells of each line that is a row, by the line's number; a line of dashes has none.

    >>> rows_of(["Guest | Place | Date", "A | Oslo | 2001", "one | two"])
    {0: ['Guest ', ' Place ', ' Date'], 1: ['A ', ' Oslo ', ' 2001']}
    >>> rows_of(["| Guest | Date |", "|---|---|", "| A | 2001 |"])[1]
    []
    """
    barred = [line.strip(_BLANK) if "|" in line else "" for line in lines]
    bars = [words.count(" | ") for words in barred]
    rows: dict[int, list[str]] = {}
    for number, words in enumerate(barred):
        closed = _CLOSED.fullmatch(words) if words else None
        beside = (*bars[max(number - 1, 0) : number], *bars[number + 1 : number + 2])
        if closed or (bars[number] >= _FEWEST_BARS and bars[number] in beside):
            rows[number] = [] if _RULE.fullmatch(words) else (closed[1] if closed else words).split("|")
    return rows
