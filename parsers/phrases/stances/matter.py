"""The matter of a stance: the words beside a verb of stance that may be a question, with that verb and its stance."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.document.model import Span
from parsers.language.mention import Mention, is_demonym
from parsers.language.reading import Statement
from parsers.lazy import lazy

_QUOTES = re.compile(r"[\"“”]")


@dataclass(frozen=True)
class Matter:
    """Words of a statement on which a verb, in lower case, takes a stance."""

    statement: Statement
    span: Span
    stance: str
    verb: str

    @lazy
    def words(self) -> str:
        """The words as written."""
        return self.statement.document.text[slice(*self.span)]

    @lazy
    def low(self) -> str:
        """The words in lower case, between blanks."""
        return f" {self.words.lower()} "

    @lazy
    def unquoted(self) -> str:
        """The words in lower case without quotation marks, between blanks."""
        return _QUOTES.sub("", self.low)

    @lazy
    def before(self) -> str:
        """What the statement tells before them, in lower case."""
        return self.statement.low[: self.span[0] - self.statement.start]

    @lazy
    def opening(self) -> Mention | None:
        """The state, or both states, with which the words begin."""
        return next((one for one in self.statement.of("state", "both") if one.start == self.span[0]), None)

    def low_with(self, behind: int) -> str:
        """The words in lower case with as many characters as are given behind them."""
        start = self.statement.start
        return self.statement.low[self.span[0] - start : self.span[1] - start + behind]

    def within(self, *kinds: str) -> list[Mention]:
        """The mentions of these kinds that begin in the words."""
        return [one for one in self.statement.of(*kinds) if self.span[0] <= one.start < self.span[1]]

    def around(self, *kinds: str) -> list[Mention]:
        """The mentions of these kinds of which the words are the whole, or a part."""
        return [one for one in self.statement.of(*kinds) if one.start <= self.span[0] and self.span[1] <= one.end]

    def is_state_alone(self) -> bool:
        """Whether the words begin with a state that has nothing in them: not "Peru's decision", "Peruvian decision"."""
        return self.opening is not None and not _owns(self.words, self.opening)


def _owns(words: str, state: Mention) -> bool:
    """Whether the words begin with a state that has what they tell: "Peru's decision", "the Peruvian decision"."""
    if is_demonym(state):
        return True
    return words.startswith(("'", "’"), state.end - state.start)
