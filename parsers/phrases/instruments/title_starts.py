"""Where the title of an instrument begins before its noun: "an economic, scientific and technical cooperation
agreement"; where it ends is told by `titles`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from parsers.language.reading import Statement
from parsers.phrases.instruments.instrument import words
from parsers.phrases.instruments.quotes import QUOTES

_BEFORE_BACKWARDS = re.compile(r"(\s*,?\s*)([^\s|,;:()\[\]\"“”«»„]+)")
# "Status of Forces Agreement", "transfer of prisoners treaty".
_HEADED = re.compile(r"(?<!\S)([\w-]+) of\Z")
# "Visa (Youth Mobility) Agreement".
_BRACKETED = re.compile(r"(?<=[a-z]) \([A-Z][\w-]+(?: [\w-]+){0,3}\) \Z")
# "A “Green Growth” agreement".
_NAMING = re.compile(r"[\"“][^\"“”]{3,60}[\"”] \Z")
_DASHES = ("–", "—", "-", "•", "·")
_ARTICLES = ("a", "an", "the", "its", "their", "his", "her", "this", "that", "these", "those", "both", "no", "also")
# "The 1983 Trade and Economic Cooperation Agreement": the year stands where titles begin.
_YEAR_AHEAD = re.compile(r"\b(?:the|an?|their|its|of) \d{4} \Z", re.IGNORECASE)
_ADVERB = re.compile(r"(?!(?:friendly|family|early|supply|resupply|assembly|monopoly|fly)$)[a-z]+ly$")
# "Three loan agreements": of what is counted only the number is no title.
_COUNTED = ("agreements", "treaties", "accords", "pacts", "deals", "protocols", "conventions", "contracts", "mous")
_LONGEST_LEAD = 12
_LONGEST_WORD = 120  # characters, with the marks behind it


def lead(statement: Statement, begin: int) -> str:
    """The words right before a place."""
    return statement.document.text[max(statement.start, begin - 40) : begin]


def title_start(statement: Statement, noun: int, nouns: list[tuple[int, int, str]]) -> int:
    """Where the title begins: at a name in quotation marks or before one in brackets, else at the words before the
    noun.
    """
    text = statement.document.text
    naming = _NAMING.search(text, statement.start, noun) if text[noun - 2 : noun - 1] in QUOTES.values() else None
    if naming is not None:
        return naming.start()
    bracketed = _BRACKETED.search(text, statement.start, noun) if text[noun].isupper() else None
    begin = _leftwards(statement, bracketed.start() + 1, nouns) if bracketed is not None else noun
    return begin if bracketed is not None and begin <= bracketed.start() else _leftwards(statement, noun, nouns)


@dataclass(frozen=True, slots=True)
class _Word:
    """A word before a title: where it begins, the word itself, and whether a comma follows it."""

    begin: int
    text: str
    comma: bool

    @property
    def low(self) -> str:
        """The word in lower case."""
        return self.text.lower()

    @property
    def is_and(self) -> bool:
        """Whether it joins what stands on its two sides."""
        return self.low in ("and", "&")


@dataclass(frozen=True, slots=True)
class _Lead:
    """The words that were read leftwards from a noun: where they begin, and from where on they are surely of the title.

    `joint`: "and" or a comma stands among them; `last_comma`: a comma does that has no "and" behind it.
    """

    noun: int
    start: int
    sure: int
    joint: bool = False
    last_comma: bool = False

    def over(self, word: _Word) -> _Lead:
        """The same words with one more before them."""
        joint = self.joint or word.comma or word.is_and
        last_comma = self.last_comma or (word.comma and not self.joint)
        return _Lead(self.noun, word.begin, self.sure if joint else word.begin, joint, last_comma)


def _leftwards(statement: Statement, noun: int, nouns: list[tuple[int, int, str]]) -> int:
    """Where the words begin that go before such a noun.

    Words joined by "and" or a comma belong to it only where an article, a verb or the statement's beginning stands
    before them; a comma with no "and" behind it ("During the visit, memoranda") joins nothing.
    """
    read = _Lead(noun, noun, noun)
    for _ in range(_LONGEST_LEAD):
        word = _word_before(statement, read.start)
        if word is None:
            return _at_mark(statement, read)
        begin = _at_opener(statement, read, word)
        head = _head_over(statement, read, word) if begin is None else None
        if begin is None and head is None:
            begin = _at_boundary(statement, read, word, nouns)
        if begin is not None:
            return begin
        read = read.over(word) if head is None else replace(read, start=head, sure=head)
    return read.sure


def _word_before(statement: Statement, start: int) -> _Word | None:
    """The word that ends right before a place, or before a comma there; null where another mark stands between."""
    before = statement.document.text[max(statement.start, start - _LONGEST_WORD) : start]
    found = _BEFORE_BACKWARDS.match(before[::-1])
    return _Word(start - found.end(), found[2][::-1], "," in found[1]) if found is not None else None


def _at_mark(statement: Statement, read: _Lead) -> int:
    """Where a title begins that no word precedes: at what was read, if it stands first or behind an opening mark."""
    if read.start == statement.start:
        return read.start
    is_opened = statement.document.text[read.start - 1] in ' "“«(:' and not read.joint
    return read.start if is_opened else read.sure


def _at_opener(statement: Statement, read: _Lead, word: _Word) -> int | None:
    """Where a title begins before which a word stands that opens titles, or a dash; null before any other word."""
    if read.start == read.noun and word.is_and:
        return read.noun  # "between the ministries, and agreements were signed"
    if word.text in _DASHES:
        return read.start
    if word.low not in words("openers") or _is_of_title(statement, word.begin, read.start):
        return None
    return read.sure if read.last_comma or word.comma else read.start


def _is_of_title(statement: Statement, begin: int, title: int) -> bool:
    """Whether a word that opens titles is here of a name in the title: of a state's ("New Zealand") or another."""
    text = statement.document.text
    is_of_state = text[begin].isupper() and any(m.start == begin and m.end > title for m in statement.of("state"))
    return is_of_state or _is_of_name(text, statement.start, begin, title)


def _head_over(statement: Statement, read: _Lead, word: _Word) -> int | None:
    """Where the word begins that opens a title over the "of" that was read; null where none does."""
    if word.low != "of" or read.start == read.noun or read.last_comma:
        return None
    return _head_of(statement.document.text, statement.start, word.begin + len(word.text))


def _at_boundary(statement: Statement, read: _Lead, word: _Word, nouns: list[tuple[int, int, str]]) -> int | None:
    """Where a title begins before which a word stands that no title goes over, or another noun; null elsewhere."""
    if not _is_boundary(statement, word.begin, word.text):
        is_other = any(first <= word.begin < last for first, last, _ in nouns if first != read.noun)
        return read.sure if is_other else None
    if word.comma:
        return read.sure if read.last_comma else read.start
    is_opened = read.joint and (
        _is_number(statement, word.begin, word.text)
        or _YEAR_AHEAD.search(statement.document.text, statement.start, read.start) is not None
        or any(m.end == word.begin + len(word.text) for m in statement.of("money"))
    )
    return read.start if is_opened else read.sure


def _is_of_name(text: str, first: int, begin: int, title: int) -> bool:
    """Whether a word such as "New" or "Four" is capitalised as a part of a name: "the New York Agreement"."""
    is_name = begin > first and text[begin].isupper() and text[title].isupper()
    return is_name and text[begin:title].strip().lower() not in _ARTICLES


def _head_of(text: str, begin: int, end: int) -> int | None:
    """Where the word begins that opens a title over the "of" that ends at a place; null where none does."""
    found = _HEADED.search(text, begin, end)
    return found.start(1) if found is not None and found[1].lower() in words("headed") else None


def _is_boundary(statement: Statement, position: int, word: str) -> bool:
    """Whether no title goes over this word: a preposition, an adverb, a possessive, a date, a person, a number."""
    low = word.lower()
    is_named = word[0].isupper() and any(m.start < position < m.end for m in statement.of("state"))
    if (low in words("breaks") and not is_named) or word.endswith(("'s", "’s", "s'", "s’")) or _ADVERB.match(low):
        return True
    if any(m.start <= position < m.end for m in statement.of("person", "date", "money", "both")):
        return True
    counted = [m for m in statement.of("quantity") if m.start <= position < m.end]
    is_other = any(not m.text.lower().endswith(_COUNTED) for m in counted)
    return is_other or _is_number(statement, position, word)


def _is_number(statement: Statement, position: int, word: str) -> bool:
    """Whether a word is the number of what is counted, or opens it: "About 40 tax treaties"."""
    counted = [m for m in statement.of("quantity") if m.start <= position < m.end]
    return any(m.start == position or word[0].isdigit() for m in counted)
