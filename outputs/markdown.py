"""The few forms of Markdown that the describing files use, safe for any text."""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterable, Sequence

BAR = "\\|"


def code(text: str) -> str:
    """Text as an inline code span on one line, whatever backticks it holds.

    >>> code("a`b")
    '``a`b``'
    """
    line = " ".join(text.split())
    fence = "`" * (1 + max(map(len, re.findall("`+", line)), default=0))
    edge = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{edge}{line}{edge}{fence}" if line else "(blank)"


def shorten(text: str, limit: int = 80) -> str:
    """Text of at most `limit` characters, with an ellipsis where it was longer."""
    return text if len(text) <= limit else text[: limit - 1] + "…"


def grid(head: Sequence[str], lines: Iterable[Sequence[str]]) -> str:
    """A Markdown table; vertical bars in cells are escaped.

    >>> print(grid(["code", "rows"], [["`a|b`", "1"]]))
    | code | rows |
    |---|---|
    | `a\\|b` | 1 |
    """
    first, *rest = (f"| {' | '.join(cell.replace('|', BAR) for cell in row)} |" for row in (head, *lines))
    return "\n".join([first, "|" + "---|" * len(head), *rest])


def plural(count: int, noun: str) -> str:
    """A count with its noun.

    >>> plural(1, "row"), plural(1200, "row")
    ('1 row', '1,200 rows')
    """
    return f"{count:,} {noun if count == 1 else noun + 's'}"


def by_folder(paths: Sequence[str], most: int = 30) -> list[str]:
    """The paths; those of a folder that has more than `most` of them are only counted.

    >>> by_folder(["README.md", "page/visits.1.js", "page/visits.2.js"], most=1)
    ['README.md', 'page/ (2 files)']
    """
    counts = Counter(map(posixpath.dirname, paths))
    named: dict[str, None] = {}
    for path in paths:
        folder = posixpath.dirname(path)
        named[path if counts[folder] <= most else f"{folder}/ ({plural(counts[folder], 'file')})"] = None
    return list(named)
