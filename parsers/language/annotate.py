"""Document → Reading: runs every annotator over the text once, settles overlaps, and hands the context on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeVar

from parsers.document.model import Block, Document, Link, Sentence
from parsers.language.date_headings import year_of_heading
from parsers.language.dates import DateMemory, find_dates
from parsers.language.mention import Mention, PersonValue
from parsers.language.money import find_money
from parsers.language.offices import find_heads
from parsers.language.people import Known, find_people
from parsers.language.places import find_bodies, find_false_friends, find_places
from parsers.language.quantities import find_numbers
from parsers.language.reading import Context, Reading, Statement
from parsers.language.states import Pair, find_both, find_states, pair_of
from parsers.language.tokens import tokens_of

T = TypeVar("T")

# Of mentions that overlap, the longest wins; of equals, the kind that stands first here.
_KINDS = ("person", "date", "money", "percent", "rank", "quantity", "both", "state", "body", "place")
_PRECEDENCE = {kind: number for number, kind in enumerate(_KINDS)}


def read_article(document: Document) -> Reading:
    """The article's statements with mentions and context. Raises NotARelation where the title names no pair of
    states.
    """
    pair = pair_of(document.page.title)
    names = _Names(document, pair)
    reader = _Reader(document, pair)
    statements = [reader.read(sentence, names.within(sentence.start, sentence.end)) for sentence in document.sentences]
    return Reading(document, pair, tuple(statements))


class _Names:
    """The mentions that one sweep over the whole text finds, and the heads of offices, handed out by span."""

    def __init__(self, document: Document, pair: Pair) -> None:
        text = document.text
        found = chain(find_states(text, pair), find_both(text), find_bodies(text), find_places(text, pair))
        friends = list(find_false_friends(text))
        self._mentions = _settled(mention for mention in found if not _is_false(mention, friends))[0]
        self._heads = find_heads(text)
        self._links = sorted(document.links, key=lambda link: link.start)
        self._starts = [mention.start for mention in self._mentions]
        self._head_starts = [head[0] for head in self._heads]
        self._link_starts = [link.start for link in self._links]

    def within(self, start: int, end: int) -> _Swept:
        """What the sweep found between two offsets."""
        return _Swept(
            [mention for mention in _between(self._mentions, self._starts, start, end) if mention.end <= end],
            [head for head in _between(self._heads, self._head_starts, start, end) if head[1] <= end],
            [link for link in _between(self._links, self._link_starts, start, end) if link.end <= end],
        )


def _between(found: list[T], starts: list[int], start: int, end: int) -> list[T]:
    """Of what was found, in order of its starts, that which starts between two offsets."""
    return found[bisect_left(starts, start) : bisect_left(starts, end)]


def _is_false(mention: Mention, friends: list[tuple[int, int]]) -> bool:
    """Whether a state or place lies inside a longer phrase that means something else."""
    return mention.kind in ("state", "place") and any(
        start <= mention.start and mention.end <= end and end - start > mention.end - mention.start
        for start, end in friends
    )


@dataclass(frozen=True)
class _Swept:
    """What the sweep found in one statement."""

    names: list[Mention]
    heads: list[tuple[int, int, str]]
    links: list[Link]


def _settled(found: Iterable[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The mentions that stand, without overlap and in order, and those inside or across another."""
    kept: list[Mention] = []
    starts: list[int] = []
    inner: list[Mention] = []
    for mention in sorted(found, key=lambda m: (m.start - m.end, _PRECEDENCE[m.kind], m.start)):
        at = bisect_left(starts, mention.end)
        if at and kept[at - 1].end > mention.start:
            inner.append(mention)
        else:
            kept.insert(at, mention)
            starts.insert(at, mention.start)
    return kept, sorted(inner, key=lambda m: m.start)


@dataclass
class _Reader:
    """Reads statements in order and remembers what later ones refer to."""

    document: Document
    pair: Pair
    known: Known = field(default_factory=Known)
    memory: DateMemory = field(default_factory=DateMemory)
    section: int = -1
    context: Context = field(init=False)
    heads: dict[int, Statement] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.context = Context(self.pair)

    def read(self, sentence: Sentence, swept: _Swept) -> Statement:
        """The statement of one sentence."""
        block = self.document.blocks[sentence.block]
        self._enter(block)
        mentions, inner = self._mentions(sentence, swept)
        head = self.heads.get(block.head[0]) if block.head else None
        context = replace(self.context, head=head) if head is not None else self.context
        statement = Statement(
            self.document, block, sentence.start, sentence.end, tuple(mentions), tuple(inner), context
        )  # fmt: skip
        self._leave(statement)
        return statement

    def _enter(self, block: Block) -> None:
        """Forgets the last date and statement where a new section begins; people are remembered."""
        if block.section != self.section:
            self.section = block.section
            self.context = replace(
                self.context, path=self.document.sections[block.section].path, date=None, previous=None
            )
            self.memory = year_of_heading(self.context.path) or self.memory

    def _mentions(self, sentence: Sentence, swept: _Swept) -> tuple[list[Mention], list[Mention]]:
        text, start, end = self.document.text, sentence.start, sentence.end
        dates, self.memory = find_dates(text, start, end, self.memory)
        money = find_money(text, start, end, self.pair)
        numbers = find_numbers(text, start, end, [(m.start, m.end) for m in (*dates, *money)])
        tokens = tokens_of(text, start, end, _settled([*swept.names, *dates])[0] if dates else swept.names)
        people = find_people(text, tokens, swept.heads, self.known, swept.links)
        self.known = self.known.after(people)
        return _settled([*people, *dates, *money, *numbers, *swept.names])

    def _leave(self, statement: Statement) -> None:
        """Remembers the statement's last date, person and itself for those that follow."""
        named = [m for m in statement.of("person") if isinstance(m.value, PersonValue) and m.value.name]
        people = dict(self.context.people)
        people.update((m.value.iso3, m) for m in named if isinstance(m.value, PersonValue) and m.value.iso3)
        before = self.context
        self.heads[statement.block.start] = statement
        self.context = Context(
            before.pair, before.path, before.head, statement,
            date=statement.dates[-1] if statement.dates else before.date,
            person=named[-1] if named else before.person,
            people=tuple(people.items()),
        )  # fmt: skip
