"""Tokens of a statement: words, numbers and marks with their offsets, and what mention covers each."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from parsers.language.colouring import colouring
from parsers.language.mention import Mention

_TOKEN = re.compile(
    r"([\s_]*+)((?:[^\W\d_]\.)+(?=[^\W\d_]|\s|$)|[Tt]hen(?=-[^\W\d_])|[Ee]x(?=-[A-Z])|[^\W\d_]+(?:[-'’ʻ](?!s\b)[^\W\d_]+)*|"
    r"['’]s\b|\d[\d.,]*|[^\w\s]|\Z)"
)  # what is no token; initials, words, possessives, numbers, marks, the end
_OPEN = sys.maxsize
_LAST_NUMERALS = ("I.", "V.", "X.")
_NUMERAL = re.compile(r"[IVX]{1,5}$")


class Token(NamedTuple):
    """One token: its span in the document's text, its words, and the mention that covers it, if any.

    A named tuple, since it is made in a third of the time of a frozen dataclass, and an article has thousands.
    """

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


def low_at(tokens: Sequence[Token], index: int) -> str:
    """The word of a token in lower case, "" before the first and behind the last."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


def with_capitals(tokens: Sequence[Token]) -> list[int]:
    """The numbers of the tokens that are not in lower case throughout: only there can a name begin."""
    return [number for number, token in enumerate(tokens) if token.text != token.low]


def tokens_of(text: str, start: int, end: int, mentions: Iterable[Mention] = ()) -> list[Token]:
    """The tokens of text[start:end] but for adverbs that only colour a verb, each with the mention that covers it; the
    mentions are in order, without overlap.
    """
    found: list[Token] = []
    add, new = found.append, tuple.__new__
    waiting = iter(mentions)
    mention, opens, closes = _next(waiting)
    stop = start
    for gap, word in _TOKEN.findall(text, start, end):
        begin = stop + len(gap)
        stop = begin + len(word)
        while closes <= begin:
            mention, opens, closes = _next(waiting)
        # Without Token's own constructor, a call of Python code for each of an article's thousands.
        add(new(Token, (begin, stop, word, word.lower(), mention if opens <= begin else None)))
    _mend_end(found)
    for begin, stop in colouring(text, start, end):
        found = [token for token in found if not begin <= token.start < stop]
    return found


def _next(waiting: Iterator[Mention]) -> tuple[Mention | None, int, int]:
    """The next mention with its span, or none, which no token reaches."""
    mention = next(waiting, None)
    return (mention, mention.start, mention.end) if mention is not None else (None, _OPEN, _OPEN)


def _mend_end(tokens: list[Token]) -> None:
    """Takes the empty tokens at the end away, and a king's number there from its full stop."""
    while tokens and not tokens[-1].text:
        tokens.pop()
    if len(tokens) > 1 and tokens[-1].text in _LAST_NUMERALS:
        tokens += _parted(tokens.pop())


def _parted(numeral: Token) -> tuple[Token, Token]:
    """A king's number and the full stop of the sentence that it ends: "received King Harald V."."""
    at = numeral.end - 1
    return (
        Token(numeral.start, at, numeral.text[:-1], numeral.low[:-1], numeral.mention),
        Token(at, numeral.end, ".", ".", numeral.mention),
    )


def joined(tokens: Sequence[Token], first: int, last: int) -> str:
    """The words from one token to another as written, with single spaces where the text has any."""
    pieces = [tokens[first].text]
    for before, token in zip(tokens[first:last], tokens[first + 1 : last + 1], strict=True):
        pieces.append((" " if token.start > before.end else "") + token.text)
    return "".join(pieces)
