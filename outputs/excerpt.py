"""What changed in a cell, short enough for a line: both values from shortly before the place where they part."""

from __future__ import annotations

from outputs.csv import cell_text
from outputs.markdown import shorten

PLACES = frozenset({"start", "end", "position", "revision_id", "evidence_url"})
"""Columns that say where a row stands: an edit changes them in many rows of the article that say the same as before."""

LIMIT = 80
"""Characters of a value that are shown."""

LEAD = 20
"""How many equal characters are shown before the place where two long texts part."""


def excerpts(before: object, after: object) -> tuple[str | None, str | None]:
    """The two values as text, shortened; None for null.

    >>> excerpts("Reval", None)
    ('Reval', None)
    >>> excerpts("x" * 100 + " 1991", "x" * 100 + " 1992")
    ('…xxxxxxxxxxxxxxxx 1991', '…xxxxxxxxxxxxxxxx 1992')
    """
    one, other = cell_text(before), cell_text(after)
    start = _parting(one, other)
    first, second = (_excerpt(text, start) for text in (one, other))
    return None if before is None else first, None if after is None else second


def _parting(one: str, other: str) -> int:
    """How many characters two texts have in common at their start."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _excerpt(text: str, start: int) -> str:
    if len(text) <= LIMIT or start <= LEAD:
        return shorten(text, LIMIT)
    return "…" + shorten(text[start - LEAD :], LIMIT)
