"""The title of an instrument that stands in quotation marks."""

from __future__ import annotations

import re

from parsers.language.reading import Statement

QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“", "‘": "’", "'": "'"}
_TOLD = re.compile(r"\b(?:signed|reached|concluded|was|were|is|are|has|have|had|will|agreed)\b")


def quoted(statement: Statement, end: int) -> tuple[int, int] | None:
    """The span inside quotation marks that stand around the title."""
    text = statement.document.text
    opening = max((_opening(text, mark, statement.start, end) for mark in QUOTES), default=-1)
    if opening < 0 or text.find(QUOTES[text[opening]], opening + 1, end) >= 0 or end - opening > 120:
        return None
    if _TOLD.search(text, opening, end):
        return None
    closing = _closing(text, QUOTES[text[opening]], end, statement.end)
    while closing > end and text[closing - 1] in ".,":
        closing -= 1  # "the “Treaty of Lamu.”"
    return (opening + 1, closing) if closing > 0 else None


_APOSTROPHES = ("'", "’")


def _opening(text: str, mark: str, start: int, stop: int) -> int:
    """Where the last such quotation mark stands that is no apostrophe at the end of a word or in it; -1 where none."""
    at = text.rfind(mark, start, stop)
    return -1 if mark in _APOSTROPHES and at > start and text[at - 1] not in " (" else at


def _closing(text: str, mark: str, start: int, stop: int) -> int:
    """Where the first such quotation mark stands that is no apostrophe within a word; -1 where none does."""
    at = text.find(mark, start, stop)
    while mark in _APOSTROPHES and at >= 0 and text[at + 1 : at + 2].isalpha():
        at = text.find(mark, at + 1, stop)
    return at
