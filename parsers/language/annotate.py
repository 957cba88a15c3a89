"""Document → Reading: runs every annotator over the text once, settles overlaps, and hands the context on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Generic, TypeVar

from parsers.document.model import Block, Document, Link, Sentence
from parsers.language.antecedents import told_of
from parsers.language.date_headings import year_of_heading
from parsers.language.dates import DateMemory, date_starts, find_dates
from parsers.language.linked import with_links
from parsers.language.mention import Mention, PersonValue
from parsers.language.money import MarkAt, find_marks, money_at
from parsers.language.offices import find_heads
from parsers.language.people import Known, find_people
from parsers.language.places import find_bodies, find_false_friends, find_places
from parsers.language.quantities import NumberStarts, find_numbers, number_starts
from parsers.language.reading import Context, Reading, Statement, lies_in
from parsers.language.sides import side_of
from parsers.language.states import Pair, find_both, find_states, pair_of
from parsers.language.sweep import between
from parsers.language.tokens import tokens_of

T = TypeVar("T")
_start = attrgetter("start")

# Of mentions that overlap, the longest wins; of equals, the kind that stands first here.
_KINDS = ("person", "date", "money", "percent", "rank", "quantity", "both", "state", "body", "place")
_PRECEDENCE = {kind: number for number, kind in enumerate(_KINDS)}


def read_article(document: Document) -> Reading:
    """The article's statements with mentions and context. Raises NotARelation where the title names no pair of
    states.
    """
    pair = pair_of(document.page.title)
    sweep = _Sweep(document, pair)
    reader = _Reader(document, pair)
    statements = [reader.read(sentence, sweep.within(sentence.start, sentence.end)) for sentence in document.sentences]
    return Reading(document, pair, tuple(statements))


class _Sweep:
    """What is found in the whole text at once, handed out by span: names, heads of offices, links, marks of money, and
    where dates and numbers can begin.
    """

    def __init__(self, document: Document, pair: Pair) -> None:
        text = document.text
        found = chain(find_states(text, pair), find_both(text), find_bodies(text), find_places(text, pair))
        friends = list(find_false_friends(text))
        known = (mention for mention in found if not _is_false(mention, friends))
        mentions = _settled(with_links(known, document.links, text))[0]
        self._mentions = _Ordered([(mention.start, mention.end, mention) for mention in mentions])
        self._heads = _Ordered([(head[0], head[1], head) for head in find_heads(text)])
        self._links = _Ordered([(link.start, link.end, link) for link in document.links])
        self._marks = _Ordered([(mark[0], mark[1], mark) for mark in find_marks(text, 0, len(text))])
        self._dates = date_starts(text)
        self._numbers = number_starts(text)

    def within(self, start: int, end: int) -> _Swept:
        """What the sweep found between two offsets."""
        return _Swept(
            self._mentions.within(start, end),
            self._heads.within(start, end),
            self._links.within(start, end),
            self._marks.within(start, end),
            between(self._dates, start, end),
            self._numbers.between(start, end),
        )


class _Ordered(Generic[T]):
    """Things with their spans, in order of where they begin."""

    def __init__(self, found: list[tuple[int, int, T]]) -> None:
        self._found = sorted(found, key=itemgetter(0))
        self._starts = [one[0] for one in self._found]

    def within(self, start: int, end: int) -> list[T]:
        """Those that lie between two offsets."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end, first)
        return [one for _, finish, one in self._found[first:last] if finish <= end]


def _is_false(mention: Mention, friends: list[tuple[int, int]]) -> bool:
    """Whether a state or place lies inside a longer phrase that means something else."""
    return mention.kind in ("state", "place") and any(
        start <= mention.start and mention.end <= end and end - start > mention.end - mention.start
        for start, end in friends
    )


@dataclass(frozen=True, slots=True)
class _Swept:
    """What the sweep found in one statement."""

    names: list[Mention]
    heads: list[tuple[int, int, str]]
    links: list[Link]
    marks: list[MarkAt]
    dates: Sequence[int]
    numbers: NumberStarts


def _settled(found: Iterable[Mention]) -> tuple[list[Mention], list[Mention]]:
    """The mentions that stand, without overlap and in order, and those inside or across another."""
    kept: list[Mention] = []
    inner: list[Mention] = []
    together: list[Mention] = []
    reach = 0
    for mention in sorted(found, key=_start):
        if mention.start >= reach:
            _settle(together, kept, inner)
            together = []
        together.append(mention)
        reach = max(reach, mention.end)
    _settle(together, kept, inner)
    return kept, inner


def _settle(together: list[Mention], kept: list[Mention], inner: list[Mention]) -> None:
    """Adds mentions of which each reaches into another to those that stand and to those that do not."""
    if len(together) < 2:
        kept += together
        return
    standing: list[Mention] = []
    fallen: list[Mention] = []
    for mention in sorted(together, key=_standing):
        overlaps = any(one.start < mention.end and mention.start < one.end for one in standing)
        (fallen if overlaps else standing).append(mention)
    kept += sorted(standing, key=_start)
    inner += sorted(fallen, key=_start)


def _standing(mention: Mention) -> tuple[int, int, int]:
    """What orders mentions that overlap: the longest first."""
    return mention.start - mention.end, _PRECEDENCE[mention.kind], mention.start


@dataclass
class _Reader:
    """Reads statements in order and remembers what later ones refer to."""

    document: Document
    pair: Pair
    known: Known = field(default_factory=Known)
    memory: DateMemory = field(default_factory=DateMemory)
    section: int = -1
    opens: bool = True
    context: Context = field(init=False)
    heads: dict[int, Statement] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context = Context(self.pair, article=self.statements)

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
        self.statements.append(statement)
        return statement

    def _enter(self, block: Block) -> None:
        """Forgets the last date and statement where a new section begins; people are remembered.

        A list right under its heading takes no year from the sections before it.
        """
        if block.section != self.section:
            self.section, self.opens = block.section, True
            self.context = replace(
                self.context, path=self.document.sections[block.section].path, date=None, previous=None
            )
            self.memory = year_of_heading(self.context.path) or self.memory
        if self.opens and block.kind != "heading":
            self.opens = False
            if block.kind == "item":
                path = self.context.path
                named = (year_of_heading(path[:depth]) for depth in range(len(path), 0, -1))
                self.memory = next((year for year in named if year is not None), DateMemory())

    def _mentions(self, sentence: Sentence, swept: _Swept) -> tuple[list[Mention], list[Mention]]:
        text, start, end = self.document.text, sentence.start, sentence.end
        dates, self.memory = find_dates(text, start, end, self.memory, swept.dates)
        money = money_at(text, start, end, self.pair, swept.marks)
        numbers = find_numbers(text, start, end, [(m.start, m.end) for m in (*dates, *money)], swept.numbers)
        tokens = tokens_of(text, start, end, _settled([*swept.names, *dates])[0] if dates else swept.names)
        people = find_people(text, tokens, swept.heads, self.known, swept.links)
        self.known = self.known.after(people)
        return _settled([*people, *dates, *money, *numbers, *swept.names])

    def _leave(self, statement: Statement) -> None:
        """Remembers the statement's last date, person and itself for those that follow."""
        named = [m for m in statement.of("person") if isinstance(m.value, PersonValue) and m.value.name]
        before, people = self.context, self.context.people
        if named:
            served = {side: m for m in named if (side := lies_in(m, self.pair) or side_of(m, before))}
            people = tuple((dict(people) | served).items())
        self.heads[statement.block.start] = statement
        self.context = Context(
            before.pair, before.path, before.head, statement,
            date=statement.dates[-1] if statement.dates else before.date,
            person=told_of(statement, named, before.person),
            people=people,
            article=self.statements,
        )  # fmt: skip
