"""The clause of a stance: its holder, what stands before that, and what between it and the word of stance."""

from __future__ import annotations

from dataclasses import dataclass

from parsers.language.mention import Mention
from parsers.language.pattern import Match
from parsers.lazy import lazy
from parsers.phrases.stances.holders import holder_group


@dataclass(frozen=True)
class Clause:
    """The clause of one match, with offsets into the document's text; `section` is that of the word of stance."""

    match: Match
    section: str = ""

    @lazy
    def text(self) -> str:
        """The document's text."""
        return self.match.statement.document.text

    @lazy
    def holder(self) -> tuple[int, int]:
        """Where the holder stands; the whole match where it names none."""
        return self.match.span(holder_group(self.match)) or (self.match.start, self.match.end)

    @lazy
    def named(self) -> list[Mention]:
        """The mentions in the holder's words."""
        return self.match.mentions(holder_group(self.match))

    @lazy
    def lead(self) -> str:
        """What the statement tells before the holder, in lower case."""
        return self.match.statement.low[: self.holder[0] - self.match.statement.start]

    @lazy
    def gap(self) -> str:
        """What stands between the holder and the word of stance, as written."""
        return self.text[self.holder[1] : (self.match.span("verb") or self.holder)[0]]
