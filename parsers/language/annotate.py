"""Document → Reading: runs every annotator over the text once, settles overlaps, and hands the context on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from operator import attrgetter, itemgetter
from typing import Generic, TypeVar

from parsers.document.model import Block, Document, Link, Sentence
from parsers.language.antecedents import told_of
from parsers.language.date_headings import year_of_heading
from parsers.language.date_memory import DateMemory
from parsers.language.dates import date_starts, find_dates
from parsers.language.known_people import Known
from parsers.language.linked import with_links
from parsers.language.mention import Mention, PersonValue
from parsers.language.money import MarkAt, find_marks, money_at
from parsers.language.office_words import find_heads
from parsers.language.people import find_people
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
    reader = _Reader(document, pair)
    found = zip(document.sentences, _mentions(document, pair), strict=True)
    return Reading(document, pair, tuple(reader.read(sentence, *mentions) for sentence, mentions in found))


def _mentions(document: Document, pair: Pair) -> list[tuple[list[Mention], list[Mention]]]:
    """The mentions of each sentence, without overlap, and those inside or across another.

    One kind after the other over all sentences: all kinds sentence by sentence cost an eighth more, as each kind's
    words and expressions then push the others' out of the processor's cache.
    """
    text, sweep = document.text, _Sweep(document, pair)
    swept = [sweep.within(one.start, one.end) for one in document.sentences]
    dates = list(_dates(document, swept))
    money = list(_money(document, pair, swept))
    taken = ([(m.start, m.end) for m in (*days, *sums)] for days, sums in zip(dates, money, strict=True))
    numbers = [
        find_numbers(text, one.start, one.end, spans, one.numbers) for one, spans in zip(swept, taken, strict=True)
    ]
    people = _people(text, swept, dates)
    return [
        _settled([*persons, *days, *sums, *counts, *one.names])
        for one, persons, days, sums, counts in zip(swept, people, dates, money, numbers, strict=True)
    ]


def _dates(document: Document, swept: list[_Swept]) -> Iterator[list[Mention]]:
    """The dates of each sentence, which may take their year from those before.

    A section takes the year that its heading tells; a list right under its heading takes none from the sections before,
    nor one that nothing leads to from the paragraph above it.
    """
    memory, section, opens = DateMemory(), -1, True
    for sentence, found in zip(document.sentences, swept, strict=True):
        block = document.blocks[sentence.block]
        path = document.sections[block.section].path
        if block.section != section:
            section, opens = block.section, True
            memory = year_of_heading(path) or memory
        before = document.blocks[sentence.block - 1].kind
        if opens and block.kind != "heading":
            opens = False
            memory = _year_above(path) if block.kind == "item" else memory
        elif block.kind == "item" and before == "paragraph" and block.head is None and sentence.start == block.start:
            memory = _year_above(path)
        dates, memory = find_dates(document.text, found.start, found.end, memory, found.dates)
        yield dates


def _money(document: Document, pair: Pair, swept: list[_Swept]) -> Iterator[list[Mention]]:
    """The sums of each sentence, which may take their currency from one of the two sentences before."""
    last: Mention | None = None
    block = since = 0
    for sentence, one in zip(document.sentences, swept, strict=True):
        if sentence.block != block or since > 1:
            last = None
        found = money_at(document.text, one.start, one.end, pair, one.marks, last)
        last, since = (found[-1], 0) if found else (last, since + 1)
        block = sentence.block
        yield found


def _year_above(path: tuple[str, ...]) -> DateMemory:
    """The year that the nearest heading with a year tells; none where none does."""
    named = (year_of_heading(path[:depth]) for depth in range(len(path), 0, -1))
    return next((year for year in named if year is not None), DateMemory())


def _people(text: str, swept: list[_Swept], dates: list[list[Mention]]) -> Iterator[list[Mention]]:
    """The people of each sentence, who may be known by name from those before."""
    known = Known()
    tokens = [
        tokens_of(text, one.start, one.end, _settled([*one.names, *days])[0] if days else one.names)
        for one, days in zip(swept, dates, strict=True)
    ]
    for one, words in zip(swept, tokens, strict=True):
        people = find_people(text, words, one.heads, known, one.links)
        known = known.after(people)
        yield people


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
            start, end,
            self._mentions.within(start, end),
            self._heads.within(start, end),
            self._links.within(start, end),
            self._marks.within(start, end),
            between(self._dates, start, end),
            self._numbers.between(start, end),
        )  # fmt: skip


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
    """Whether a state, place or body lies inside a longer phrase that means something else."""
    return bool(friends) and mention.kind in ("state", "place", "body") and any(
        start <= mention.start and mention.end <= end and end - start > mention.end - mention.start
        for start, end in friends
    )


@dataclass(frozen=True, slots=True)
class _Swept:
    """What the sweep found in one sentence, and where that begins and ends."""

    start: int
    end: int
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
    section: int = -1
    context: Context = field(init=False)
    heads: dict[int, Statement] = field(default_factory=dict)
    statements: list[Statement] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.context = Context(self.pair, article=self.statements)

    def read(self, sentence: Sentence, mentions: list[Mention], inner: list[Mention]) -> Statement:
        """The statement of one sentence."""
        block = self.document.blocks[sentence.block]
        if block.section != self.section:
            self._enter(block)
        head = self.heads.get(block.head[0]) if block.head else None
        context = replace(self.context, head=head) if head is not None else self.context
        statement = Statement(
            self.document, block, sentence.start, sentence.end, tuple(mentions), tuple(inner), context
        )  # fmt: skip
        self._leave(statement)
        self.statements.append(statement)
        return statement

    def _enter(self, block: Block) -> None:
        """Forgets the last date and statement where a new section begins; people are remembered."""
        self.section = block.section
        self.context = replace(self.context, path=self.document.sections[block.section].path, date=None, previous=None)

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
