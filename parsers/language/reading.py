"""The values that rules read: an article as statements, each with its mentions and its context.

A statement is a sentence, a heading, a list item, an infobox field or a table row. Its `mentions` do not overlap (the
longest wins); mentions inside another ("Ghana" in "the President of Ghana John Mahama") are kept as `inner`. Its
`skeleton` is its text with every mention as a slot: "On [date:0], [person:1] visited [state:2]."
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from parsers.document.model import Block, Document
from parsers.language import date_choice
from parsers.language.mention import DateValue, Mention, PersonValue, PlaceValue, StateValue
from parsers.language.skeleton import Skeleton, skeleton_of
from parsers.language.states import Pair
from parsers.language.sweep import lowered
from parsers.lazy import lazy

T = TypeVar("T")
Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Context:
    """What a statement takes from before it.

    `path` is the heading path; `head` the statement that introduces its list or table ("Visits from Estonia to
    Mexico"), null where none does; `previous` the statement before it in the same section; `date` the last date stated
    before it in the same section; `person` the last named person before it; `people` the last named person of each
    state, by code; `article` all statements of the article, those behind it too once the article has been read.
    """

    pair: Pair
    path: tuple[str, ...] = ()
    head: Statement | None = None
    previous: Statement | None = None
    date: Mention | None = None
    person: Mention | None = None
    people: tuple[tuple[str, Mention], ...] = ()
    article: list[Statement] = field(default_factory=list, repr=False, compare=False)

    def other(self, iso3: str | None) -> str | None:
        """The other state of the pair; null where the given one is none of the two."""
        return dict(zip(self.pair, reversed(self.pair), strict=True)).get(iso3 or "")

    def heading(self, *words: str) -> bool:
        """Whether any of the words (lower case) stands in a heading above the statement."""
        path = " ".join(self.path).lower()
        return any(word in path for word in words)


@dataclass(frozen=True)
class Statement:
    """A statement with its mentions; offsets are into the document's text.

    `start` and `end` are where its words stand; `mentions` do not overlap; `inner` are those that stand inside another.
    `known` is what was found in it so far, by what looked for it: see `kept`.
    """

    document: Document
    block: Block
    start: int
    end: int
    mentions: tuple[Mention, ...]
    inner: tuple[Mention, ...]
    context: Context
    known: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def text(self) -> str:
        """The statement's words."""
        return self.document.text[self.start : self.end]

    @property
    def earlier(self) -> Statement | None:
        """The statement before it in the same block; null for the first."""
        before = self.context.previous
        return before if before is not None and before.block is self.block else None

    @lazy
    def low(self) -> str:
        """The words in lower case, each character at its place."""
        return lowered(self.text)

    @lazy
    def _skeleton(self) -> Skeleton:
        return skeleton_of(self.document.text, self.start, self.end, self.mentions)

    @lazy
    def skeleton(self) -> str:
        """The words with every mention as a slot, without those at its beginning that only join it to others."""
        return self._skeleton.text

    @lazy
    def low_skeleton(self) -> str:
        """The skeleton in lower case, each character at its place."""
        return lowered(self.skeleton)

    @property
    def slot_spans(self) -> list[tuple[int, int]]:
        """Where the slot of each mention begins and ends in the skeleton."""
        return self._skeleton.spans

    def offset(self, position: int) -> int:
        """The place in the document's text of a place in the skeleton; inside a slot, the end of the mention."""
        return self._skeleton.offset(position, self.mentions)

    def of(self, *kinds: str) -> list[Mention]:
        """The mentions of these kinds, in order."""
        if len(kinds) == 1:
            return list(self.by_kind.get(kinds[0], ()))
        found = self.known.get(kinds)
        if found is None:
            found = self.known[kinds] = [mention for mention in self.mentions if mention.kind in kinds]
        return list(found)

    @lazy
    def by_kind(self) -> dict[str, list[Mention]]:
        """The mentions by their kind, each in order; a kind without mentions is missing."""
        found: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            found.setdefault(mention.kind, []).append(mention)
        return found

    def before(self, position: int, *kinds: str) -> Mention | None:
        """The last mention of these kinds that ends at or before the position."""
        return next((mention for mention in reversed(self.of(*kinds)) if mention.end <= position), None)

    def after(self, position: int, *kinds: str) -> Mention | None:
        """The first mention of these kinds that begins at or after the position."""
        return next((mention for mention in self.of(*kinds) if mention.start >= position), None)

    def inside(self, mention: Mention, *kinds: str) -> list[Mention]:
        """The inner mentions of these kinds that stand within a mention."""
        return [
            part
            for part in self.inner
            if part.kind in kinds and mention.start <= part.start and part.end <= mention.end
        ]

    @lazy
    def dates(self) -> list[Mention]:
        """The dates of the statement, without those that only belong to a name ("the 2008 Summer Olympics")."""
        return [
            mention for mention in self.of("date")
            if isinstance(mention.value, DateValue) and mention.value.qualifier not in ("name", "attributive")
        ]  # fmt: skip

    def date_at(self, position: int) -> Mention | None:
        """The date that goes with the words at a position: see `date_choice`."""
        return date_choice.date_at(self.dates, self.document.text, position)

    def listed_with(self, date: Mention | None) -> list[Mention | None]:
        """The dates that are counted up together with this one: "in 2002, 2005 and again in 2014"; itself alone
        else.
        """
        if date is None or date not in self.dates:
            return [date]
        return list(date_choice.listed_with(self.dates, date, self.document.text, self.start))

    def when(self, position: int) -> Mention | None:
        """The date at a position, else the last date before in the same paragraph, or in the section where words such
        as "during the visit" refer to what was told before; null where a day is told that only the writer's own time
        dates ("yesterday", "on Monday"), or years that nobody counts ("in the following decades").
        """
        if self.dates:
            return self.date_at(position)
        if date_choice.is_writers_day(self.low) or date_choice.is_of_later_years(self.low):
            return None
        return self.context.date if self.earlier is not None or self.refers_back else None

    @property
    def refers_back(self) -> bool:
        """Whether words such as "during the visit" tie the statement to what was told before."""
        return date_choice.refers_back(self.low)


def kept(read: Callable[[Statement], Iterable[T]]) -> Callable[[Statement], tuple[T, ...]]:
    """The reader, whose findings each statement keeps, since several rules ask for the same ones."""

    @wraps(read)
    def reader(statement: Statement) -> tuple[T, ...]:
        found = statement.known.get(read)
        if found is None:
            found = statement.known[read] = tuple(read(statement))
        return found

    return reader


def kept_for(read: Callable[[Statement, Key], T]) -> Callable[[Statement, Key], T]:
    """The reader of a statement and of one thing in it, whose answer each statement keeps."""

    @wraps(read)
    def reader(statement: Statement, one: Key) -> T:
        key = (read, one)
        if key not in statement.known:
            statement.known[key] = read(statement, one)
        found: T = statement.known[key]
        return found

    return reader


@dataclass(frozen=True, slots=True)
class Reading:
    """An article, read: its document, the pair of states it is about (in the title's order), and its statements."""

    document: Document
    pair: Pair
    statements: tuple[Statement, ...]


def named(mention: Mention) -> str | None:
    """The name of a person mention; null for a bare office or another kind of mention."""
    return mention.value.name if isinstance(mention.value, PersonValue) else None


def lies_in(mention: Mention, pair: Pair) -> str | None:
    """The state that a state, place or person mention belongs to: its code, the pair's first where a place has several.

    Null for a body, and for a person whose state is not said.
    """
    value = mention.value
    if isinstance(value, StateValue | PersonValue):
        return value.iso3
    if isinstance(value, PlaceValue):
        return next((iso3 for iso3 in value.iso3s if iso3 in pair), value.iso3s[0])
    return None
