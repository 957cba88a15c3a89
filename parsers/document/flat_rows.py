"""Table rows of the flattened form: lines of `| a | b |`, or of `a | b | c` where a neighbouring line has as many
cells, or of `a | b` where three in a row have. A line of dashes between them, as Markdown has it below the heads, is no
row.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby

_CLOSED = re.compile(r"\|(.*[^|\s].*)\|")
_RULE = re.compile(r"[|\s:-]+")
_LEAST_LINES = {1: 3}
"""Lines that make a table, by the bars of each; of more bars two are enough."""
_BLANK = "\ufeff \t\u00a0"


def rows_of(lines: Sequence[str]) -> dict[int, list[str]]:
    """The cells of each line that is a row, by the line's number; a line of dashes has none.

    >>> rows_of(["Guest | Place | Date", "A | Oslo | 2001", "one | two"])
    {0: ['Guest ', ' Place ', ' Date'], 1: ['A ', ' Oslo ', ' 2001']}
    >>> sorted(rows_of(["Year | Guest", "2001 | A", "2002 | B", "", "this | that", "text"]))
    [0, 1, 2]
    >>> rows_of(["| Guest | Date |", "|---|---|", "| A | 2001 |"])[1]
    []
    """
    barred = [line.strip(_BLANK) if "|" in line else "" for line in lines]
    rows: dict[int, list[str]] = {}
    for bars, run in groupby(enumerate(barred), key=lambda one: one[1].count(" | ")):
        numbered = list(run)
        is_table = bars > 0 and len(numbered) >= _LEAST_LINES.get(bars, 2)
        for number, words in numbered:
            closed = _CLOSED.fullmatch(words) if words else None
            if closed or is_table:
                rows[number] = [] if _RULE.fullmatch(words) else (closed[1] if closed else words).split("|")
    return rows
