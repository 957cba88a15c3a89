"""Patterns over a statement's skeleton: regular expressions in which a mention is one typed slot.

A shape is a regular expression (case ignored) with these additions:

    <state>            a mention of that kind; <state|place> one of several kinds
    <sender:state>     the same, named, so that the match gives it
    <visitors:persons> one or more people joined by commas and "and"
    ...                up to 60 characters without a semicolon, as few as possible
    ~~~                the same without a person in it
    ^                  the beginning of the skeleton, or behind a word that orders it among others ("Later, ")

Skeletons are short (a name of six words is one slot), which keeps lazy gaps cheap.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from parsers.language.factored import factored
from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.required import Folded, in_lower_case

_SLOT = re.compile(r"(?<!\?P)<(?:(\w+):)?([a-z|]+)>")
_NUMBER = re.compile(r"\[\w+:(\d+)\]")
_GAP = "[^;]{0,60}?"
_GAP_WITHOUT_PERSON = r"(?:(?!\[person)[^;]){0,60}?"
_START = re.compile(r"(?<!\[)\^")
_OPENING = (
    r"^(?:(?:thereafter|afterwards|subsequently|later|finally|eventually|then|today|currently|at present|initially"
    r"|originally|in response), )?"
)
_PERSON = r"\[person:\d+\]"


def _slot(match: re.Match[str]) -> str:
    """One slot as a regular expression."""
    name, kinds = match[1], match[2]
    people = rf"{_PERSON}(?:(?:,? and |, ){_PERSON})*"
    body = people if kinds == "persons" else rf"\[(?:{kinds}):\d+\]"
    return f"(?P<{name}>{body})" if name else f"(?:{body})"


def _written(shape: str) -> str:
    """A shape as a regular expression."""
    shape = _START.sub(lambda _: _OPENING, _SLOT.sub(_slot, shape))
    return shape.replace("...", _GAP).replace("~~~", _GAP_WITHOUT_PERSON)


@dataclass(frozen=True, slots=True)
class Match:
    """One match of a pattern in a statement; names are the pattern's groups, offsets are into the document's text."""

    statement: Statement
    found: re.Match[str]

    @property
    def start(self) -> int:
        """First character of the match."""
        return self.statement.offset(self.found.start())

    @property
    def end(self) -> int:
        """Character after the last of the match."""
        return self.statement.offset(self.found.end())

    def mention(self, name: str) -> Mention | None:
        """The mention in a named slot; null where the slot is not filled."""
        several = self.mentions(name)
        return several[0] if several else None

    def place(self, name: str) -> tuple[int, int] | None:
        """The span of a named group in the skeleton; null where it is not filled, or the shape has none of the name."""
        span = self.found.span(name) if name in self.found.re.groupindex else (-1, -1)
        return span if span[0] >= 0 else None

    def mentions(self, name: str) -> list[Mention]:
        """All mentions inside a named slot or group, in order."""
        place = self.place(name)
        numbers = _NUMBER.findall(self.statement.skeleton, *place) if place else ()
        return [self.statement.mentions[int(number)] for number in numbers]

    def span(self, name: str) -> tuple[int, int] | None:
        """The span of a named group in the document's text; null where it is not filled."""
        place = self.place(name)
        return (self.statement.offset(place[0]), self.statement.offset(place[1])) if place else None

    @property
    def verb(self) -> tuple[int, int]:
        """The span of the group `verb`; of the whole match where it is not filled."""
        return self.span("verb") or (self.start, self.end)

    def words(self, name: str) -> str | None:
        """The words of a named group as the text has them; null where it is not filled."""
        span = self.span(name)
        return self.statement.document.text[span[0] : span[1]] if span else None


class Pattern:
    """A shape, to be looked for in statements; each keeps what was found in it."""

    def __init__(self, shape: str) -> None:
        self.shape = shape
        self._expression = Folded(_written(shape))

    def find(self, statement: Statement) -> Iterator[Match]:
        """Its matches in the statement, left to right, without overlap."""
        skeleton = statement.low_skeleton
        if not self._expression.may_match(skeleton):
            return iter(())
        found = statement.known.get(self)
        if found is None:
            matches = self._expression.finditer(skeleton)
            found = statement.known[self] = [Match(statement, match) for match in matches]
        return iter(found)

    def first(self, statement: Statement) -> Match | None:
        """Its first match, or null."""
        return next(self.find(statement), None)


class Piece:
    r"""A shape that is asked for at places that are known; in it, `\Z` is the last of them. Compiled when it is first
    needed.
    """

    def __init__(self, shape: str) -> None:
        self.shape = shape

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(factored(in_lower_case(_written(self.shape))))

    def everywhere(self, skeleton: str, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Its matches in a skeleton in lower case from every place before an end, also from inside another one."""
        found = self._regex.search(skeleton, 0, end)
        while found is not None:
            yield found
            found = self._regex.search(skeleton, found.start() + 1, end)

    def at(self, skeleton: str, start: int) -> re.Match[str] | None:
        """Its match from a place of a skeleton in lower case, or null."""
        return self._regex.match(skeleton, start)

    def between(self, skeleton: str, start: int, end: int) -> re.Match[str] | None:
        """Its match of all that stands between two places of a skeleton in lower case, or null."""
        return self._regex.fullmatch(skeleton, start, end)
