"""Changes of commerce told by a multiple or a part: "trade doubled", "exports grew fivefold", "fell by a third"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.language.mention import Mention, PercentValue
from parsers.language.numbers import SMALL_WORDS
from parsers.language.reading import Statement
from parsers.language.slots import Slot, clause_end, clause_start
from parsers.phrases.commerce.commerce import Term, own_terms
from parsers.phrases.commerce.figure_links import ASIDE_OF_GROWTH
from parsers.phrases.commerce.words import words

_TIMES = {"doubl": 2.0, "tripl": 3.0, "trebl": 3.0, "quadrupl": 4.0, "quintupl": 5.0, "halv": 0.5}
_GREW = r"(?:increas(?:ed|ing)|grew|grown|growing|rose|risen|rising|expand(?:ed|ing)|jumped|multiplied|surged)"
_ABOUT = r"(?:by )?(?:(?:more than|almost|nearly|over|about|around|some|at least|roughly) )?"
_FELL = (
    r"(?:decreas(?:ed|ing)|fell|fallen|falling|declin(?:ed|ing)|dropp(?:ed|ing)|reduced|shrank|shrunk|cut|plunged|slumped)"
)
_BY_ABOUT = r"by (?:(?:more than|almost|nearly|over|about|around|some|at least|roughly) )?"
_PARTS = {"half": 50.0, "two[ -]thirds": 200 / 3, "three[ -]quarters": 75.0, "third": 100 / 3, "quarter": 25.0,
          "fifth": 20.0, "tenth": 10.0}  # fmt: skip
_MULTIPLE = re.compile(
    rf"\b(?:(?P<word>{'|'.join(_TIMES)})(?:ed|ing)"
    rf"|{_GREW} {_ABOUT}(?P<number>{'|'.join(SMALL_WORDS)}|\d{{1,3}})[ -]?fold"
    rf"|(?:(?P<up>{_GREW}|up)|(?P<down>{_FELL}|down)) {_BY_ABOUT}(?:an? |one[ -])?"
    rf"(?P<part>{'|'.join(_PARTS)}))\b(?! of\b|[ -]a\b)"
)
# "Trade grew and the number of guests doubled": another subject stands between the flow and the verb.
_SUBJECT = re.compile(r"\band (?!(?:the )?\[|(?:more|nearly|almost|has|have|had|services)\b)")
_FAR = 90
_STEMS = (*_TIMES, "fold", *("half", "third", "quarter", "fifth", "tenth"))


@dataclass(frozen=True, slots=True)
class Multiple:
    """A change by a multiple: the term that grew or fell, the change in percent, the slot of its words."""

    term: Term
    percent: float
    slot: Slot


def multiples(statement: Statement) -> Iterator[Multiple]:
    """The changes by a multiple that a statement tells of the pair's trade; none that are planned or of goods alone."""
    low = statement.low_skeleton
    if not any(stem in low for stem in _STEMS):
        return
    known = own_terms(statement)
    for found in _MULTIPLE.finditer(low):
        begin = clause_start(statement.skeleton, found.start())
        before = [term for term in known if begin <= term.start and term.end <= found.start()]
        if before and _is_told(low, before[-1].end, found, clause_end(statement.skeleton, found.end())):
            percent = _percent(found)
            yield Multiple(before[-1], percent, _slot(statement, *found.span(), percent))


def _slot(statement: Statement, start: int, end: int, percent: float) -> Slot:
    """The slot of a change in percent that words between two places of the skeleton tell of."""
    first, last = statement.offset(start), statement.offset(end)
    mention = Mention(first, last, statement.document.text[first:last], PercentValue(percent))
    return Slot("percent", mention, start, end)


def _is_told(low: str, start: int, found: re.Match[str], end: int) -> bool:
    """Whether what stands between the flow and the verb tells of nothing else, and no amount is told of it."""
    between = ASIDE_OF_GROWTH.sub(" ", low[start : found.end()])[: -len(found[0])]
    other = words("other_topics").search(between) or words("products").search(between)
    is_planned = words("planned").search(low[max(0, start - 60) : found.end()]) is not None
    is_own = not other and len(between) < _FAR and _SUBJECT.search(between) is None
    return is_own and not is_planned and "[money" not in low[start:end]


def _percent(found: re.Match[str]) -> float:
    """The change in percent that a multiple or a part tells of: "doubled" 100, "fell by a quarter" -25."""
    if found["part"]:
        share = next(value for part, value in _PARTS.items() if re.fullmatch(part, found["part"]))
        return round(-share if found["down"] else share, 1)
    return 100 * ((_TIMES[found["word"]] if found["word"] else _number(found["number"])) - 1)


def _number(word: str) -> float:
    """The number of digits, or of a word such as "three"."""
    return float(SMALL_WORDS.get(word) or int(word))
