"""Amounts of money in running text, with their currency decided by the words and by the pair of states.

One Aho-Corasick pass finds the marks (signs, ISO codes, names of currencies); only beside a mark is a number looked
for; `currencies` tells what a mark means. Not read: amounts without a number ("millions of dollars", "several million
euros"), numbers without a mark ("a loan of 6 million") but those of which `bare_sums` finds the currency, and marks
that are other words too ("won", "pounds of cotton", "TOP 10") unless the number is large or the words are of money.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.language.bare_sums import APPROXIMATELY, borrowed
from parsers.language.currencies import Mark, currencies, currency_of, family_of, tender
from parsers.language.mention import Mention, MoneyValue
from parsers.language.numbers import BETWEEN, FROM, MONEY, SCALES, SPACE, Numeral, numeral_at, numerals, shared_scale

_OR_SO = re.compile(rf"\+(?!\d)|{SPACE}or (?:so|more)\b|-plus\b")
_CONNECTOR = re.compile(rf"{SPACE}?(?P<dash>[-–—−]){SPACE}?|{SPACE}(?P<word>to|and){SPACE}")
# A year before an amount is no end of a range: "from 5 million USD in 2007-08 to 9 million USD".
_SECOND_YEAR = re.compile(r"\d{4}[-–/]\Z")
_IN_YEAR = re.compile(r"\b(?:in|of|since|during|year|for|by|[A-Z][a-z]+) \Z")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_BY = re.compile(rf"(?i)\bby{SPACE}(?:\w+{SPACE})?$")
_SCALE_WORDS = "|".join(SCALES)
_SCALE_BEHIND = re.compile(rf"{SPACE}((?:m|b|tr)illion|bn|mln|bln)\b")
_ADJECTIVES = re.compile(
    rf"(?<!\w)(?:(?:new|old|gold|convertible|transferable|current|(?!(?i:{_SCALE_WORDS})\b)[A-Z][\w.]+)[ -]){{1,3}}$"
)
# A weight of anything else is counted in pounds as well.
_OF_MONEY = re.compile(
    r" of (?:aid|assistance|debt|funding|funds|help|investment|support|loan|credit|grant|export|import|trade|damage"
    r"|compensation|revenue|direct|foreign|financial|military|bilateral|public|development|humanitarian)"
)
# A point ends a scale's abbreviation ("5 mln. euros"), and otherwise a sentence.
_TOUCHES = re.compile(rf"(?:(?<=[ln])\.)?(?:{SPACE}?-?)")
_BASE_YEAR = re.compile(r"(?i)\b(?:in|constant|current) $")
_IN_MILLIONS = re.compile(r"M[A-Z]{3}")
LOOK_BACK = 60

MarkAt = tuple[int, int, Mark]
"""Where a mark stands, and the mark."""


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with the marks beside it, before ranges are joined; `marked` is false where it borrows its currency."""

    start: int
    end: int
    numeral: Numeral
    currency: str | None
    marked: bool = True


def find_marks(text: str, start: int, end: int) -> list[MarkAt]:
    """The marks of text[start:end] that stand as words of their own; letters may touch digits ("USD5m", "5USD")."""
    found = currencies().automaton.find_matches_as_indexes(text[start:end])
    marks = (
        _mark_at(text, start, begin + start, stop + start)
        for _, begin, stop in found
        if not _is_inside_word(text, begin + start, stop + start)
    )
    return [mark for mark in marks if mark is not None]


def _is_inside_word(text: str, begin: int, stop: int) -> bool:
    """Whether letters go on before or behind a mark of letters."""
    if text[begin].isalpha() and begin and (text[begin - 1].isalpha() or text[begin - 1] == "_"):
        return True
    return text[stop - 1].isalpha() and stop < len(text) and (text[stop].isalpha() or text[stop] == "_")


def _mark_at(text: str, start: int, begin: int, stop: int) -> MarkAt | None:
    """What text[begin:stop] means as a mark behind what stands before it in text[start:]."""
    word, marks = text[begin:stop], currencies().marks
    # "10B$" counts billions of dollars, "10 MSEK" millions of kronor; the letter is no part of the mark.
    if word in ("B$", "M$", "K$") and begin > start and text[begin - 1].isdigit():
        return stop - 1, stop, marks["$"]
    if _IN_MILLIONS.fullmatch(word):
        counted = text[max(start, begin - 2) : begin].strip().isdigit()
        return (begin + 1, stop, marks[word]) if counted else None
    # "Q$" and the like are dollars of somebody we do not know.
    if word == "$" and begin and text[begin - 1].isalpha():
        return begin, stop, Mark(None, None, leads=True)
    return begin, stop, marks[word]


class _Reader:
    """Reads the amounts of one stretch of text, from mark to mark; `done` is where the last amount ended."""

    def __init__(self, text: str, start: int, end: int, pair: tuple[str, str] | None, marks: Sequence[MarkAt]) -> None:
        self.text, self.start, self.end, self.pair, self.marks = text, start, end, pair, marks
        self.mark_at = {begin: (stop, mark) for begin, stop, mark in self.marks}
        self.done = start
        self.dollars: set[str | None] = set()  # those that said whose they are: "C$5 million, of which $2 million"

    def mentions(self) -> Iterator[Mention]:
        for begin, stop, mark in self.marks:
            if begin < self.done:
                continue
            readers = (self._after, self._before) if mark.leads else (self._before, self._after)
            amounts = readers[0](begin, stop, mark) or readers[1](begin, stop, mark)
            if amounts:
                yield from self._valued(amounts)

    def _after(self, begin: int, stop: int, mark: Mark) -> list[_Amount]:
        """The amount whose number follows the mark ("$5 million", "Euro 3 million"), and the one it is joined to."""
        point = mark.leads and self.text[stop - 1].isalpha() and self.text.startswith(".", stop)  # "KES. 4 million"
        numeral = self._numeral_from(stop + point)
        if numeral is None or not self._trusted(mark, numeral) or not (mark.leads or numeral.large):
            return []
        whose = None if mark.code or mark.leads else _ADJECTIVES.search(self.text, max(self.done, begin - 40), begin)
        named = currency_of(mark, whose[0], self.pair) if whose else None
        currency = self._dollar(begin, stop, named or currency_of(mark, "", self.pair))
        first = self._with_tail(_Amount(begin, numeral.end, numeral, currency), mark)
        return [first, *self._joined(first)]

    def _dollar(self, begin: int, stop: int, currency: str | None) -> str | None:
        """The currency of a mark, where it is a bare "$" behind the dollars of one state only theirs."""
        word = self.text[begin:stop]
        if word == "$" and len(self.dollars) == 1:
            return next(iter(self.dollars)) or currency
        if word.endswith("$") and word != "$":
            self.dollars.add(currency)
        return currency

    def _before(self, begin: int, stop: int, mark: Mark) -> list[_Amount]:
        """The amount whose number stands before the mark ("5 million Swiss francs"), and the one it is joined to."""
        found = _ADJECTIVES.search(self.text, max(self.done, begin - 40), begin) if not mark.leads else None
        stretch = found.start() if found else begin
        earlier = list(numerals(self.text, max(self.done, stretch - LOOK_BACK), stretch, MONEY))
        if not earlier or not _TOUCHES.fullmatch(self.text, earlier[-1].end, stretch):
            return []
        numeral = earlier[-1]
        if not self._trusted(mark, numeral) or self._weighs(mark, numeral, stop) or self._base_year(numeral):
            return []
        numeral, stop = self._scaled_behind(mark, numeral, stop)
        last = _Amount(numeral.start, stop, numeral, currency_of(mark, found[0] if found else "", self.pair))
        first = self._lower_end(earlier[-2], last) if len(earlier) > 1 else None
        return [first, last] if first else [last, *self._joined(last)]

    def _scaled_behind(self, mark: Mark, numeral: Numeral, stop: int) -> tuple[Numeral, int]:
        """The number with the scale that stands behind its sign ("45$ million"), and where that ends."""
        scaled = _SCALE_BEHIND.match(self.text, stop, self.end) if mark.leads and numeral.scale == 1 else None
        if scaled is None:
            return numeral, stop
        return replace(numeral, scale=SCALES[scaled[1].lower()]), scaled.end()

    def _lower_end(self, low: Numeral, last: _Amount) -> _Amount | None:
        """The number before an amount, where it begins a range or a change that the amount ends, and is no year."""
        if not _CONNECTOR.fullmatch(self.text, low.end, last.start) or self._is_year(low):
            return None
        first = _Amount(low.start, low.end, low, last.currency, marked=False)
        return first if self._relation(first, last) else None

    def _is_year(self, numeral: Numeral) -> bool:
        """Whether a number is a year, by the words before it, or the second of two."""
        lead = self.text[max(self.start, numeral.start - 12) : numeral.start]
        is_plain = numeral.scale == 1 and _YEAR.fullmatch(self.text, numeral.start, numeral.end) is not None
        return _SECOND_YEAR.search(lead) is not None or (is_plain and _IN_YEAR.search(lead) is not None)

    def _numeral_from(self, position: int) -> Numeral | None:
        position += bool(re.match(SPACE, self.text[position : position + 1]))
        return numeral_at(self.text, position, self.end, MONEY) if position < self.end else None

    def _trusted(self, mark: Mark, numeral: Numeral) -> bool:
        """False for a small number beside a mark that is another word too."""
        if mark.weight and not numeral.large:
            return bool(self.pair) and any(tender(state, past=False) & family_of(mark) for state in self.pair or ())
        return numeral.large or not mark.careful

    def _weighs(self, mark: Mark, numeral: Numeral, stop: int) -> bool:
        return mark.weight and self.text.startswith(" of ", stop) and not _OF_MONEY.match(self.text, stop)

    def _base_year(self, numeral: Numeral) -> bool:
        """True for the year in "in 2010 US dollars"."""
        year = numeral.scale == 1 and re.fullmatch(r"(?:1[89]|20)\d\d", self.text[numeral.start : numeral.end])
        return bool(year) and bool(_BASE_YEAR.search(self.text, max(self.start, numeral.start - 12), numeral.start))

    def _with_tail(self, amount: _Amount, mark: Mark | None) -> _Amount:
        """The amount with a second mark after its number, which says more than the first ("$181 million USD")."""
        for gap in (0, 1):
            position = amount.end + gap
            if position not in self.mark_at or (gap and self.text[position - 1] not in " \u00a0\u202f-"):
                continue
            stop, tail = self.mark_at[position]
            code = currency_of(tail, "", self.pair)
            if mark is None or code == amount.currency or {code, tail.code} & family_of(mark):
                following = self._numeral_from(stop) if tail.leads else None
                return amount if following else replace(amount, end=stop, currency=code, marked=True)
        return amount

    def _joined(self, first: _Amount) -> list[_Amount]:
        """The second end of a range or change that begins with the first amount, in a list, or nothing."""
        connector = _CONNECTOR.match(self.text, first.end, self.end)
        if not connector:
            return []
        begin = connector.end()
        stop, mark = self.mark_at.get(begin, (begin, None))
        numeral = self._numeral_from(stop)
        if numeral is None:
            return []
        currency = currency_of(mark, "", self.pair) if mark else first.currency
        second = self._with_tail(_Amount(begin, numeral.end, numeral, currency, mark is not None), mark)
        return [second] if self._relation(first, second) else []

    def _relation(self, first: _Amount, second: _Amount) -> str | None:
        """ "range", "change" (from or by one to the other) or null: two amounts with a connector between them."""
        connector = _CONNECTOR.fullmatch(self.text, first.end, second.start)
        if connector is None or first.currency != second.currency:
            return None
        low, high = shared_scale(first.numeral, second.numeral).value, second.numeral.value
        if connector["dash"]:
            return "range" if low < high else None
        if not second.marked and second.numeral.scale == 1:
            return None
        if connector["word"] == "and":
            return "range" if low < high and self._preceded(BETWEEN, first) else None
        if self._preceded(_BY, first):
            return "change"
        origin = self._preceded(FROM, first)
        if origin and not origin["ranging"]:
            return "change"
        return "range" if low < high else None

    def _preceded(self, pattern: re.Pattern[str], amount: _Amount) -> re.Match[str] | None:
        return pattern.search(self.text, max(self.start, amount.start - 30), amount.start)

    def _valued(self, amounts: list[_Amount]) -> Iterator[Mention]:
        """One mention for an amount or a range, two for a change."""
        first, last = amounts[0], amounts[-1]
        self.done = last.end
        if first is last:
            yield self._mention(first.start, first.end, first.numeral.value, first.currency)
            return
        low = shared_scale(first.numeral, last.numeral).value
        if self._relation(first, last) == "change":
            yield self._mention(first.start, first.end, low, first.currency)
            yield self._mention(last.start, last.end, last.numeral.value, last.currency)
        else:
            yield self._mention(first.start, last.end, low, first.currency, last.numeral.value)

    def _mention(self, start: int, end: int, value: float, currency: str | None, high: float | None = None) -> Mention:
        approximate = APPROXIMATELY.search(self.text, max(self.start, start - 30), start)
        approximate = approximate or _OR_SO.match(self.text, end, self.end)
        return Mention(start, end, self.text[start:end], MoneyValue(value, currency, bool(approximate), high))


def find_money(text: str, start: int, end: int, pair: tuple[str, str] | None = None) -> list[Mention]:
    """The amounts of money in text[start:end], in order; spans are offsets into the whole text and leave "about" out.

    Values are in plain units and currencies ISO 4217. `pair` holds the ISO 3166 alpha-3 codes of the article's two
    states, in any order; it decides what "¥", "Rs", "pound", "franc", "dinar", "peso" … mean, and where it cannot, the
    currency is null. A bare "$" or "dollars" is the US dollar, a "$" behind those of one state ("C$5 million") theirs.
    A range is one mention with `high`; a change ("from $3 million to $4 million") is two. `approximate` is true after
    "about", "over", "up to" and the like.

    >>> [mention.value for mention in find_money("a loan of RMB 6 million", 0, 23)]
    [MoneyValue(value=6000000.0, currency='CNY', approximate=False, high=None)]
    """
    return money_at(text, start, end, pair, find_marks(text, start, end))


def money_at(
    text: str,
    start: int,
    end: int,
    pair: tuple[str, str] | None,
    marks: Sequence[MarkAt],
    before: Mention | None = None,
) -> list[Mention]:
    """As `find_money`, where the marks of text[start:end] are already found; `before` is the last sum of the text
    before, whose currency a sum without a mark may have."""
    if not marks and (before is None or "illion" not in text[start:end]):
        return []
    ordered = (pair[0], pair[1]) if pair and pair[0] <= pair[1] else (pair[1], pair[0]) if pair else None
    found = list(_Reader(text, start, end, ordered, marks).mentions())
    return sorted([*found, *borrowed(text, start, end, found, before)], key=lambda one: one.start)
