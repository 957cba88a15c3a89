"""Amounts of money in running text, with their currency decided by the words and by the pair of states.

One Aho-Corasick pass finds the marks (signs, ISO codes, names of currencies); only beside a mark is a number looked
for. Names come from CLDR through babel, what it lacks from `lexicon/currencies.yaml`. Not read: amounts without a
number ("millions of dollars", "several million euros"), numbers without a mark ("a loan of 6 million"), and marks that
are other words too ("won", "pounds of cotton", "TOP 10") unless the number is large or the words are of money.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import ahocorasick_rs as ac
import yaml
from babel.core import Locale, get_global
from babel.numbers import get_currency_name, get_territory_currencies

from parsers.language.mention import Mention, MoneyValue
from parsers.language.numbers import MONEY, SCALES, SPACE, Numeral, numeral_at, numerals, shared_scale

LEXICON = Path(__file__).with_name("lexicon") / "currencies.yaml"
# CLDR dates each state's tender; a fixed day keeps one input at one output for ever.
TENDER_ON = dt.date(2024, 12, 31)
TENDER_FROM = dt.date(1900, 1, 1)

_APPROXIMATELY = re.compile(
    r"(?i)(?<!\w)(?:over|under|above|below|about|around|nearly|almost|some|approximately|approx\.?|roughly"
    r"|circa|c\.|ca\.?"
    r"|up to|at least|at most|no less than|not less than|no more than|(?:more|less|higher|greater) than|as much as"
    r"|in excess of|close to|an estimated|estimated(?: at)?|upwards of|~|≈|>|<)"
    rf"{SPACE}?(?:(?:an?|another|US){SPACE})?$"
)
_OR_SO = re.compile(rf"\+(?!\d)|{SPACE}or (?:so|more)\b|-plus\b")
_CONNECTOR = re.compile(rf"{SPACE}?(?P<dash>[-–—−]){SPACE}?|{SPACE}(?P<word>to|and){SPACE}")
# The second of two years: "from 5 million USD in 2007-08 to 9 million USD".
_OF_YEARS = re.compile(r"\d{4}[-–/]\Z")
_BETWEEN = re.compile(rf"(?i)\bbetween{SPACE}(?:\w+{SPACE})?$")
_BY = re.compile(rf"(?i)\bby{SPACE}(?:\w+{SPACE})?$")
_FROM = re.compile(rf"(?i)\b(?P<ranging>(?:rang|var)\w+{SPACE}|anywhere{SPACE})?from{SPACE}(?:\w+{SPACE})?$")
_SCALE_WORDS = "|".join(SCALES)
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
LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign, code or name of money: its currency where there is only one, else the family the pair must decide.

    `careful` marks are other words too, `weight` ones are weights; `leads` holds for signs and codes, which stand
    before their number more often than after it.
    """

    code: str | None
    family: str | None
    careful: bool = False
    weight: bool = False
    leads: bool = False


MarkAt = tuple[int, int, Mark]
"""Where a mark stands, and the mark."""


@dataclass(frozen=True, slots=True)
class Currencies:
    """All marks, the automaton that finds them, the members of each family, and the words before each full name."""

    marks: dict[str, Mark]
    words: tuple[str, ...]
    automaton: ac.AhoCorasick
    families: dict[str, frozenset[str]]
    defaults: dict[str, str]
    unqualified: frozenset[str]
    states: dict[str, tuple[str, ...]]
    full_names: dict[str, str]


@dataclass(frozen=True, slots=True)
class _Amount:
    """A number with the marks beside it, before ranges are joined; `marked` is false where it borrows its currency."""

    start: int
    end: int
    numeral: Numeral
    currency: str | None
    marked: bool = True


def _cldr_names(lexicon: dict) -> Iterator[tuple[str, str, str]]:
    """Code, name in singular or plural, and the singular head word, of every currency that CLDR names in English."""
    for code in sorted(Locale("en").currencies):
        singular, plural = (get_currency_name(code, count, locale="en") for count in (1, 2))
        if code in lexicon["not_money"] or "(" in singular:
            continue
        for name in dict.fromkeys((singular, plural)):
            yield code, name, singular.split()[-1].lower()


def _capitalised(name: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in name.split())


@cache
def currencies() -> Currencies:
    """All marks of money, built once from CLDR and the lexicon."""
    lexicon = yaml.safe_load(LEXICON.read_text(encoding="utf-8"))
    families: dict[str, set[str]] = defaultdict(set)
    heads: dict[str, str] = {}
    full_names: dict[str, str] = {}
    for code, name, head in _cldr_names(lexicon):
        full_names[name] = code
        word = name.split()[-1].lower()
        if word not in lexicon["not_heads"]:
            heads[word] = lexicon["spellings"].get(head, head)
            families[heads[word]].add(code)
    heads |= lexicon["spellings"]
    for family, codes in lexicon["families"].items():
        families[family].update(codes)
    marks = _marks(lexicon, full_names, heads, families)
    words = tuple(marks)
    return Currencies(
        marks=marks,
        words=words,
        automaton=ac.AhoCorasick(list(words), matchkind=ac.MatchKind.LeftmostLongest),
        families={family: frozenset(codes) for family, codes in families.items()},
        defaults=lexicon["defaults"],
        unqualified=frozenset(lexicon["unqualified"]),
        states={state: tuple(codes) for state, codes in lexicon["states"].items()},
        full_names=full_names,
    )


def _marks(
    lexicon: dict, full_names: dict[str, str], heads: dict[str, str], families: dict[str, set[str]]
) -> dict[str, Mark]:
    """Every spelling that marks money; later sources (the reviewed lexicon) override earlier ones (CLDR)."""
    careful, weights = set(lexicon["careful"]), set(lexicon["weights"])

    def mark(word: str, meaning: str) -> Mark:
        members = families.get(meaning, {meaning})
        code = next(iter(members)) if len(members) == 1 else None
        cautious = word in careful or word.lower() in careful
        return Mark(code, None if code else meaning, cautious, word.lower() in weights)

    marks = {word: mark(word, family) for head, family in heads.items() for word in (head, _capitalised(head))}
    for name, code in full_names.items():
        if " " in name:
            marks |= {word: replace(mark(word, code), careful=False) for word in (name, _capitalised(name))}
    for code in {*_current_codes(), *lexicon["past_codes"]} - set(lexicon["not_money"]):
        marks[code] = Mark(code, None, careful=code not in lexicon["plain_codes"], leads=True)
        if code.endswith("D"):
            marks |= {f"{code}$": Mark(code, None, leads=True), f"{code} $": Mark(code, None, leads=True)}
    marks |= {word: mark(word, meaning) for word, meaning in lexicon["names"].items()}
    return marks | {word: replace(mark(word, meaning), leads=True) for word, meaning in lexicon["signs"].items()}


def _current_codes() -> set[str]:
    return {code for territory in get_global("territory_currencies") for code in _tender_of(territory, past=False)}


def _tender_of(territory: str, *, past: bool) -> list[str]:
    return [str(code) for code in get_territory_currencies(territory, TENDER_FROM if past else TENDER_ON, TENDER_ON)]


@cache
def _tender(state: str, *, past: bool) -> frozenset[str]:
    """The codes that were legal tender in a state (ISO3): today's, or with `past` all since 1900."""
    listed = currencies().states.get(state)
    if listed:
        return frozenset(listed)
    territories = get_global("territory_aliases").get(state) or []
    # A code of several territories is a dissolved state, whose money is not that of its successors.
    if len(territories) != 1:
        return frozenset()
    return frozenset(_tender_of(territories[0], past=past))


@cache
def _decided(family: str, pair: tuple[str, str] | None) -> str | None:
    """The currency of a family's name in an article on the pair: by today's tender, by default, by past tender."""
    known = currencies()
    default = known.defaults.get(family)
    if family in known.unqualified or not pair:
        return default
    members = known.families[family]
    today = {code for state in pair for code in _tender(state, past=False) & members}
    if today or default:
        return (today.pop() if len(today) == 1 else None) if today else default
    past = {code for state in pair for code in _tender(state, past=True) & members}
    return past.pop() if len(past) == 1 else None


def _currency(mark: Mark, adjectives: str, pair: tuple[str, str] | None) -> str | None:
    """The code of a mark; a national adjective before an ambiguous name decides, and an unknown one leaves it open."""
    if mark.code or not mark.family:
        return mark.code
    nation = " ".join(word for word in re.split("[ -]", adjectives) if word[:1].isupper())
    if not nation:
        return _decided(mark.family, pair)
    members = currencies().families[mark.family]
    named = {code for name, code in currencies().full_names.items() if code in members and name.startswith(nation)}
    return named.pop() if len(named) == 1 else None


def find_marks(text: str, start: int, end: int) -> list[MarkAt]:
    """The marks of text[start:end] that stand as words of their own; letters may touch digits ("USD5m", "5USD")."""
    known = currencies()
    found = []
    for index, begin, stop in known.automaton.find_matches_as_indexes(text[start:end]):
        begin, stop, word = begin + start, stop + start, known.words[index]
        if word[0].isalpha() and begin and (text[begin - 1].isalpha() or text[begin - 1] == "_"):
            continue
        if word[-1].isalpha() and stop < len(text) and (text[stop].isalpha() or text[stop] == "_"):
            continue
        mark = known.marks[word]
        # "10B$" counts billions of dollars; the letter is no part of the sign.
        if word in ("B$", "M$", "K$") and begin > start and text[begin - 1].isdigit():
            begin, mark = stop - 1, known.marks["$"]
        # "Q$" and the like are dollars of somebody we do not know.
        if word == "$" and begin and text[begin - 1].isalpha():
            mark = Mark(None, None, leads=True)
        found.append((begin, stop, mark))
    return found


class _Reader:
    """Reads the amounts of one stretch of text, from mark to mark; `done` is where the last amount ended."""

    def __init__(self, text: str, start: int, end: int, pair: tuple[str, str] | None, marks: Sequence[MarkAt]) -> None:
        self.text, self.start, self.end, self.pair, self.marks = text, start, end, pair, marks
        self.mark_at = {begin: (stop, mark) for begin, stop, mark in self.marks}
        self.done = start

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
        numeral = self._numeral_from(stop)
        if numeral is None or not self._trusted(mark, numeral) or not (mark.leads or numeral.large):
            return []
        first = self._with_tail(_Amount(begin, numeral.end, numeral, _currency(mark, "", self.pair)), mark)
        return [first, *self._joined(first)]

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
        last = _Amount(numeral.start, stop, numeral, _currency(mark, found[0] if found else "", self.pair))
        if len(earlier) > 1 and _CONNECTOR.fullmatch(self.text, earlier[-2].end, numeral.start):
            low = earlier[-2]
            if _OF_YEARS.search(self.text, max(self.start, low.start - 5), low.start):
                return [last, *self._joined(last)]
            first = _Amount(low.start, low.end, low, last.currency, marked=False)
            if self._relation(first, last):
                return [first, last]
        return [last, *self._joined(last)]

    def _numeral_from(self, position: int) -> Numeral | None:
        position += bool(re.match(SPACE, self.text[position : position + 1]))
        return numeral_at(self.text, position, self.end, MONEY) if position < self.end else None

    def _trusted(self, mark: Mark, numeral: Numeral) -> bool:
        """False for a small number beside a mark that is another word too."""
        if mark.weight and not numeral.large:
            return bool(self.pair) and any(_tender(state, past=False) & _family(mark) for state in self.pair or ())
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
            code = _currency(tail, "", self.pair)
            if mark is None or code == amount.currency or {code, tail.code} & _family(mark):
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
        currency = _currency(mark, "", self.pair) if mark else first.currency
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
            return "range" if low < high and self._preceded(_BETWEEN, first) else None
        if self._preceded(_BY, first):
            return "change"
        origin = self._preceded(_FROM, first)
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
        approximate = _APPROXIMATELY.search(self.text, max(self.start, start - 30), start)
        approximate = approximate or _OR_SO.match(self.text, end, self.end)
        return Mention(start, end, self.text[start:end], MoneyValue(value, currency, bool(approximate), high))


def _family(mark: Mark) -> frozenset[str]:
    """All codes that a mark may stand for; a bare "$" may turn out to be any dollar."""
    family = "dollar" if mark.code == "USD" else mark.family
    return currencies().families.get(family or "", frozenset({mark.code} if mark.code else ()))


def find_money(text: str, start: int, end: int, pair: tuple[str, str] | None = None) -> list[Mention]:
    """The amounts of money in text[start:end], in order; spans are offsets into the whole text and leave "about" out.

    Values are in plain units and currencies ISO 4217. `pair` holds the ISO 3166 alpha-3 codes of the article's two
    states, in any order; it decides what "¥", "Rs", "pound", "franc", "dinar", "peso" … mean, and where it cannot, the
    currency is null. A bare "$" or "dollars" is the US dollar. A range is one mention with `high`; a change ("from $3
    million to $4 million") is two. `approximate` is true after "about", "over", "up to" and the like.

    >>> [mention.value for mention in find_money("a loan of RMB 6 million", 0, 23)]
    [MoneyValue(value=6000000.0, currency='CNY', approximate=False, high=None)]
    """
    return money_at(text, start, end, pair, find_marks(text, start, end))


def money_at(text: str, start: int, end: int, pair: tuple[str, str] | None, marks: Sequence[MarkAt]) -> list[Mention]:
    """As `find_money`, where the marks of text[start:end] are already found."""
    if not marks:
        return []
    ordered = (pair[0], pair[1]) if pair and pair[0] <= pair[1] else (pair[1], pair[0]) if pair else None
    return list(_Reader(text, start, end, ordered, marks).mentions())
