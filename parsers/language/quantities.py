"""Plain quantities, percentages and ranks in running text.

A quantity is a number and the noun it counts ("40 Chinese companies"); a rank is an ordinal or superlative in a phrase
of ranking ("12th largest", "ninth export destination", "ranked fourth"). Not read: years and numbers in names ("Boeing
737", "Resolution 1701", "Group of 77"), compounds ("a three-day visit"), fractions ("a third"), percentage points,
counts without a number ("dozens of", "several hundred"), and plain ordinals ("the 10th summit", "20th anniversary").
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate

from parsers.language.counted_nouns import unit_of
from parsers.language.mention import Mention, PercentValue, QuantityValue
from parsers.language.numbers import (
    BETWEEN,
    FRACTIONS,
    FROM,
    SCALES,
    SMALL_WORDS,
    SPACE,
    Numeral,
    numeral_at,
    shared_scale,
    words,
)
from parsers.language.rank_mentions import any_case, find_ranks, rank_starts, value_mention
from parsers.language.sweep import Starts, between, matches_at

_NUMBER_WORDS = any_case([*SMALL_WORDS, "half"])
_ANCHOR = re.compile(
    rf"(?<![\w¼½¾])(?<![-–—/:#№$€£¥₹.,'’])(?:\d|(?:{_NUMBER_WORDS})\b|[¼½¾]"
    rf"|[Aa]n?(?=[ -](?:{'|'.join(SCALES)}|half|quarter)\b))"
)
_CONNECTOR = re.compile(rf"{SPACE}?(?P<dash>[-–—−]){SPACE}?|{SPACE}(?P<word>to|and|or){SPACE}")
_PERCENT = re.compile(rf"(?:{SPACE}?%|[ \u00a0-]per ?cent\b|[ \u00a0]pct\b)(?![ -]points?\b)")


_APPROXIMATELY = re.compile(
    r"(?i)(?<!\w)(?P<word>over|about|around|nearly|almost|some|approximately|approx\.?|roughly|circa|c\.|ca\.?|up to"
    r"|at least|at most|no less than|not less than|no more than|no fewer than|(?:more|less|fewer|higher|greater) than"
    r"|as (?:many|much) as|in excess of|close to|an estimated|estimated(?: at)?|upwards of|~|≈)"
    rf"{SPACE}?(?:(?:an?|another|the){SPACE})?(?:between{SPACE})?$"
)
# "a talk about two treaties", "a visit over three days": with small words these are prepositions.
_PREPOSITIONS = frozenset({"over", "about", "around"})
_OR_SO = re.compile(rf"\+(?!\d)|{SPACE}(?:\w+{SPACE})?or (?:so|more)\b")
_MONTH = (
    "Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?"
    "|Nov(?:ember)?"
    "|Dec(?:ember)?"
)
_MONTHS = frozenset(
    words(
        "jan january feb february mar march apr april may jun june jul july aug august sep sept september oct "
        "october nov november dec december"
    )
)
# Words whose number is a name's: of a text's parts, of rules, of machines and of events.
_NUMBERED = _MONTHS | frozenset(
    words(
        "resolution resolutions article articles annex annexes chapter chapters section sections protocol "
        "paragraph paragraphs decree decrees directive convention page pages p pp no nos nr flight flights "
        "highway route road line channel volume vol issue version phase stage class type level grade mark "
        "agenda vision act law item order room gate pier block unit zone division battalion regiment brigade "
        "age aged number numbers boeing airbus antonov tupolev ilyushin sukhoi yakovlev apollo soyuz sputnik "
        "expo euro cup olympics games formula radio"
    )
)
_GROUPS = frozenset(words("age group club committee gang council band party"))
_BEFORE_YEAR = _MONTHS | frozenset(
    words(
        "in since by of from until till to before after during and early late mid year years circa for "
        "between through the summer winter autumn spring fall"
    )
)
_LISTED = re.compile(r"(?:, | and |, and | or )")
_AFTER_NO_QUANTITY = re.compile(
    rf"[^\W_]|[-–—][^\W\d_]|[/:]\d"
    rf"|{SPACE}?(?:°|[ap]\.?m\b\.?|o['’]clock|BCE?\b|AD\b|CE\b|percentage points?\b|per ?cent|%|pct\b)"
    rf"|[ -](?:thirds?|quarters?|hal(?:f|ves)|fifths?|sixths?|eighths?|tenths?)\b|{SPACE}(?:{_MONTH})\b"
)
_YEAR = re.compile(r"1[0-9]\d\d|20\d\d")
# A count with what it counts and a comma, and what a count of a list has behind it.
_COUNT_BEFORE = re.compile(r"(?<![\d,.])\d{1,3}(?:,\d{3})* [a-z][a-z -]{2,30}, $")
_NOUN_BEHIND = re.compile(
    r" (?:[a-z-]+ ){0,2}?(?!series|species)[a-z]{2,}s\b(?! (?:was|were|is|are|had|has|have|having)\b)"
)
_CAPITAL_BEFORE = re.compile(rf"[A-Z][\w’'-]*{SPACE}$")
_SENTENCE_START = re.compile(r"(?:^|[.!?:;\n•*]|[-–—] ?)[\s\"“”'(\[]*$")


@dataclass(frozen=True, slots=True)
class _Range:
    """One number, or two that a connector joins; `change` where one leads to the other ("from 5% to 7%")."""

    first: Numeral
    last: Numeral
    change: bool = False


@dataclass(frozen=True, slots=True)
class NumberStarts:
    """Where ranks and where other numbers can begin in a text, each in order."""

    ranks: Sequence[int]
    numbers: Sequence[int]

    def between(self, start: int, end: int) -> NumberStarts:
        """Those from start up to end."""
        return NumberStarts(between(self.ranks, start, end), between(self.numbers, start, end))


def number_starts(text: str) -> NumberStarts:
    """Where numbers can begin in a text."""
    return NumberStarts(rank_starts().find(text), _number_starts().find(text))


@cache
def _number_starts() -> Starts:
    scales = (*SCALES, "half", "quarter")
    of_one = (f"{article}{gap}{scale}" for article in ("a", "an") for gap in " -" for scale in scales)
    return Starts((*SMALL_WORDS, "half", *FRACTIONS, *of_one))


def find_numbers(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]] = (), starts: NumberStarts | None = None
) -> list[Mention]:
    """The quantities, percentages and ranks of text[start:end], in order; spans are offsets into the whole text.

    A quantity's span is the number and ends after the noun counted; `unit` is that noun as written, without the
    adjectives before it. A percentage's span includes its sign, a rank's the ordinal and the superlative. A range is
    one mention with `high`, a change two. `taken` are spans (dates, money) that are not read again. `starts` are what
    `number_starts` finds in text[start:end], where that is known.

    >>> [mention.value for mention in find_numbers("the 12th largest of 40 Chinese companies", 0, 40)]
    [RankValue(rank=12), QuantityValue(value=40.0, unit='companies', approximate=False, high=None)]
    """
    here = starts or number_starts(text).between(start, end)
    given = _Taken(taken)
    ranks = [rank for rank in find_ranks(text, start, end, here.ranks) if not given.overlap(rank.start, rank.end)]
    if not ranks:
        return list(_amounts(text, start, end, given, here.numbers))
    occupied = _Taken([*taken, *((rank.start, rank.end) for rank in ranks)])
    amounts = list(_amounts(text, start, end, occupied, here.numbers))
    counted = _Taken((amount.start, amount.end) for amount in amounts)  # "the 10 largest partners" are no rank
    apart = (rank for rank in ranks if not counted.overlap(rank.start, rank.end))
    return sorted([*apart, *amounts], key=lambda mention: mention.start)


class _Taken:
    """Spans that are not to be read again, in order of their starts, with the furthest end up to each."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self.starts = [start for start, _ in ordered]
        self.ends = list(accumulate((end for _, end in ordered), max))

    def overlap(self, start: int, end: int) -> bool:
        before = bisect_left(self.starts, end)
        return before > 0 and self.ends[before - 1] > start


def _amounts(text: str, start: int, end: int, taken: _Taken, starts: Sequence[int]) -> Iterator[Mention]:
    """The percentages and quantities outside the taken spans; `named` is where the last number of a name ends."""
    done = named = start
    for anchor in matches_at(starts, _ANCHOR, text, end):
        begin = anchor.start()
        is_free = begin >= done and not taken.overlap(begin, begin + 1)
        numeral = numeral_at(text, begin, end) if is_free else None
        if numeral is None or taken.overlap(numeral.start, numeral.end):
            continue
        done = numeral.end
        if (named > start and _is_listed(text, named, numeral, end)) or _numbers_a_name(text, numeral, start):
            named = done
        elif not _is_year(text, numeral, start):
            found = _range_from(text, numeral, start, end, taken)
            mentions = list(_measured(text, found, start, end))
            done = max(found.last.end, *(mention.end for mention in mentions), 0)
            yield from mentions


def _is_listed(text: str, named: int, numeral: Numeral, end: int) -> bool:
    """Whether a number goes on with those of a name that end at `named`: "Resolutions 12 and 15"."""
    return _LISTED.fullmatch(text, named, numeral.start) is not None and unit_of(text, numeral, end)[0] is None


def _measured(text: str, found: _Range, start: int, end: int) -> Iterable[Mention]:
    """The percentages that numbers tell, where a sign follows them, else the quantities."""
    percent = _PERCENT.match(text, found.last.end, end)
    return _percentages(text, found, percent.end()) if percent else _quantities(text, found, start, end)


def _range_from(text: str, first: Numeral, start: int, end: int, taken: _Taken) -> _Range:
    """The range or change that begins with a number, or the number alone."""
    percent = _PERCENT.match(text, first.end, end)
    connector = _CONNECTOR.match(text, percent.end() if percent else first.end, end)
    second = numeral_at(text, connector.end(), end) if connector else None
    if connector is None or second is None or taken.overlap(second.start, second.end):
        return _Range(first, first)
    if percent and not _PERCENT.match(text, second.end, end):
        return _Range(first, first)
    shared = shared_scale(first, second)
    before = text[max(start, first.start - 30) : first.start]
    origin = FROM.search(before) if connector["word"] == "to" else None
    if origin and not origin["ranging"]:
        return _Range(shared, second, change=True)
    if connector["word"] == "and" and not BETWEEN.search(before):
        return _Range(first, first)
    # A dash between falling numbers is a score or a code: both are skipped, by a range that is no range.
    return _Range(shared, second) if shared.value < second.value or connector["dash"] else _Range(first, first)


def _percentages(text: str, found: _Range, end: int) -> Iterator[Mention]:
    """The percentages of a number or range whose sign ends at `end`; a change makes two."""
    first, last = found.first, found.last
    if first is last:
        yield value_mention(text, first.start, end, PercentValue(first.value))
    elif found.change:
        own = _PERCENT.match(text, first.end)
        yield value_mention(text, first.start, own.end() if own else first.end, PercentValue(first.value))
        yield value_mention(text, last.start, end, PercentValue(last.value))
    elif first.value < last.value:
        yield value_mention(text, first.start, end, PercentValue(first.value, last.value))


def _quantities(text: str, found: _Range, start: int, end: int) -> Iterator[Mention]:
    """What a number or range counts; nothing where it is part of a name, a year or a measure of another kind."""
    first, last = found.first, found.last
    if _AFTER_NO_QUANTITY.match(text, last.end, end):
        return
    unit, stop = unit_of(text, last, end)
    if _names_something(text, found, unit, start):
        return
    approximate = _is_approximate(text, first, start) or bool(_OR_SO.match(text, last.end, end))
    if first is last:
        yield value_mention(text, first.start, stop, QuantityValue(first.value, unit, approximate))
    elif found.change:
        yield value_mention(text, first.start, first.end, QuantityValue(first.value, unit, approximate))
        yield value_mention(text, last.start, stop, QuantityValue(last.value, unit))
    elif first.value < last.value:
        yield value_mention(text, first.start, stop, QuantityValue(first.value, unit, approximate, last.value))


def _is_approximate(text: str, numeral: Numeral, start: int) -> bool:
    found = _APPROXIMATELY.search(text, max(start, numeral.start - 30), numeral.start)
    if not found:
        return False
    return found["word"].lower() not in _PREPOSITIONS or not (numeral.spelled and numeral.value < 13)


def _numbers_a_name(text: str, numeral: Numeral, start: int) -> bool:
    """True for the number of a resolution, an article, a flight, a group …"""
    *_, earlier, last = ["", "", *text[max(start, numeral.start - 30) : numeral.start].lower().split()]
    word = last.strip("(“\"'.")
    return word in _NUMBERED or (word == "of" and earlier in _GROUPS)


def _is_year(text: str, numeral: Numeral, start: int) -> bool:
    """True for four digits after a month, a preposition of time or a comma, but not in a list: "30 beds, 200 masks"."""
    if numeral.scale > 1 or not _YEAR.fullmatch(text, numeral.start, numeral.end):
        return False
    listed = _COUNT_BEFORE.search(text, max(start, numeral.start - 40), numeral.start)
    if listed and _NOUN_BEHIND.match(text, numeral.end):
        return False
    *_, last = ["", *text[max(start, numeral.start - 15) : numeral.start].lower().split()]
    return last.strip("(“\"'.") in _BEFORE_YEAR or last.endswith((",", "–", "—", "-"))


def _names_something(text: str, found: _Range, unit: str | None, start: int) -> bool:
    """True where the number is part of a name, a year, a list's counter or the pronoun "one"."""
    first = found.first
    before = text[max(0, first.start - 30) : first.start] if first.start > start else ""
    opens = bool(_SENTENCE_START.search(before))
    if first.spelled and text[first.start].isupper() and not opens:
        return True
    if unit is not None:
        return False
    if first.spelled:
        return first.value == 1
    if opens and text[first.end : first.end + 1] in {".", ")"}:
        return True
    year = first.scale == 1 and _YEAR.fullmatch(text, first.start, first.end)
    return bool(year) or (first.scale == 1 and bool(_CAPITAL_BEFORE.search(before)))
