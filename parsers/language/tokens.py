"""Tokens of a statement: words, numbers and marks with their offsets, and what mention covers each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from parsers.language.mention import Mention

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.)+(?=[^\W\d_]|\s|$)|[^\W\d_]+(?:[-'’ʻ](?!s\b)[^\W\d_]+)*|['’]s\b|\d[\d.,]*|[^\w\s]"
)  # initials, words, possessives, numbers, marks
_NUMERAL = re.compile(r"[IVX]{1,5}$")


@dataclass(frozen=True, slots=True)
class Token:
    """One token: its span in the document's text, its words, and the mention that covers it, if any."""

    start: int
    end: int
    text: str
    low: str
    mention: Mention | None = None

    @property
    def is_capital(self) -> bool:
        """Whether it is a word that begins with a capital letter."""
        return self.text[0].isupper()

    @property
    def is_initial(self) -> bool:
        """Whether it is one or more initials: "C.", "V.S."."""
        return self.is_capital and self.text.endswith(".")

    @property
    def is_numeral(self) -> bool:
        """Whether it is a Roman numeral, as in a monarch's name."""
        return _NUMERAL.match(self.text) is not None

    @property
    def kind(self) -> str | None:
        """The kind of the mention that covers it."""
        return self.mention.kind if self.mention else None


def tokens_of(text: str, start: int, end: int, mentions: Iterable[Mention] = ()) -> list[Token]:
    """The tokens of text[start:end], each with the mention that covers it; the mentions are in order, without
    overlap.
    """
    found: list[Token] = []
    waiting = iter(mentions)
    mention = next(waiting, None)
    for match in _TOKEN.finditer(text, start, end):
        while mention is not None and mention.end <= match.start():
            mention = next(waiting, None)
        covered = mention if mention is not None and mention.start <= match.start() else None
        found.append(Token(match.start(), match.end(), match[0], match[0].lower(), covered))
    return found
