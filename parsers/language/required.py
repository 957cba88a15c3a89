"""Regular expressions over text in lower case, tried only where the words stand that every match of them holds.

A backtracking engine tries an expression at every character; whether one of ten words stands in a sentence is known in
half a microsecond. The words are derived from the expression itself, so that nothing is stated twice.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import ClassVar

from parsers.language.factored import factored
from parsers.language.present import Present, bits

Words = frozenset[str]

_MOST = 24
"""Strings that may stand in one place before they are no longer told apart."""
_SHORTEST = 3
"""Characters from which a word is rare enough to look for."""
_MANY = 20
"""Words of a list that is looked for though one of them is shorter ("if")."""
_TOKEN = re.compile(
    r"\\(?P<escaped>.)|\[(?P<set>\^?\]?(?:\\.|[^\]\\])*)\]"
    r"|\((?:\?(?P<around><?[=!])|\?(?P<comment>#)|\?P=(?P<back>\w+)|\?(?P<flags>[a-z]+)\)"
    r"|(?P<test>\?\(\w+\))|(?P<open>\?P<\w+>|\?[a-z-]*:|(?!\?)))|(?P<other>.)",
    re.DOTALL,
)
_BRACKETS = frozenset(("around", "comment", "test", "open"))
"""Groups of `_TOKEN` behind which all that stands up to a closing bracket is read."""
_LETTERS = re.compile(r"(?:[^\\\[\](){}.*+?|^$]|\\[^\w])+(?![*+?{])")
_MARKED = re.compile(r"\\(.)", re.DOTALL)
_KEPT = re.compile(r"\\.|\(\?P[<=]|[^\\(]+|\(", re.DOTALL)
_COUNT = re.compile(r"(?:(?P<sign>[*+?])|\{(?P<least>\d*)(?:,\d*)?\})[?+]?")
_ZERO_WIDTH = frozenset("bBAZ")
_CLASSES = frozenset("dDsSwW")
_CONTROLS = {"n": "\n", "t": "\t", "r": "\r"}
_SMALL_SET = re.compile(r"[^\\^-]{1,6}")


@dataclass(frozen=True, slots=True)
class _Part:
    """What is known of the matches of a part: all of them, where they are few; sets of which each holds a member."""

    exact: Words | None
    sets: tuple[Words, ...] = ()


_EMPTY = _Part(frozenset(("",)))
_ANYTHING = _Part(None)


def in_lower_case(expression: str) -> str:
    r"""The expression that matches in a text in lower case what this one matches, case ignored.

    `re` is three to five times as fast so: case ignored, it cannot skip to the letters that a match begins with.

    >>> in_lower_case(r"(?P<who>[A-Z]\S+) (?:SIGNED|met)")
    '(?P<who>[a-z]\\S+) (?:signed|met)'
    """
    return _KEPT.sub(lambda found: found[0] if found[0].startswith(("\\", "(?")) else found[0].lower(), expression)


def required(expression: str) -> tuple[Words, ...]:
    r"""Sets of lower-case words: each match, in lower case, holds a word of every set; the most telling come first.

    Read as `re` reads it, case ignored; no verbose mode. Look-arounds and conditionals require nothing. Words are
    pieces of text, which may begin or end inside a word of the language, or hold blanks and marks.

    >>> [sorted(words) for words in required(r"\b(?:visit(?:s|ed)?|toured) [^;]{0,9}?recogni[sz]ed")]
    [['recognised', 'recognized'], ['toured ', 'visit ', 'visited ', 'visits ']]
    """
    found = dict.fromkeys(words for words in _all_sets(_Expression(expression).read()))
    kept = [words for words in found if not any(other < words for other in found)]
    return tuple(sorted(kept, key=_commonness))


class Folded:
    """A regular expression, case ignored, over text in lower case: compiled when it is first needed, and tried only on
    texts that hold the words it requires.
    """

    _made: ClassVar[list[Folded]] = []
    _present: ClassVar[Present] = Present([])

    def __init__(self, expression: str) -> None:
        self.expression = expression
        self._number = len(Folded._made)
        self._bits = bits(self._number)
        Folded._made.append(self)

    @cached_property
    def _regex(self) -> re.Pattern[str]:
        return re.compile(factored(in_lower_case(self.expression)))

    @cached_property
    def _required(self) -> tuple[Words, ...]:
        return required(self.expression)

    @classmethod
    def look_through(cls, texts: Iterable[str]) -> None:
        """Finds the words of all expressions in texts of which many will be asked.

        In one go, as their automaton is pushed out of the processor's cache by whatever runs between two looks.
        """
        present = cls._of_all()
        for text in texts:
            if text not in present.known:
                present.told(text)

    @classmethod
    def _of_all(cls) -> Present:
        if cls._present.count < len(cls._made):
            cls._present = Present([one._required for one in cls._made])
        return cls._present

    def may_match(self, text: str) -> bool:
        """Whether a text in lower case holds the words that a match must have."""
        present = Folded._present
        if self._number >= present.count:
            present = Folded._of_all()
        told = present.known.get(text)
        if told is None:
            told = present.told(text)
        return told & self._bits == self._bits

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first match in a text in lower case, or null."""
        return self._regex.search(text, start, end) if self.may_match(text) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """All matches in a text in lower case, from left to right, without overlap."""
        return self._regex.finditer(text, start, end) if self.may_match(text) else iter(())

    def sub(self, words: str, text: str) -> str:
        """A text in lower case with other words in place of each match."""
        return self._regex.sub(words, text) if self.may_match(text) else text

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The match that begins at a place of a text in lower case, or null."""
        return self._regex.match(text, start, end)


def _commonness(words: Words) -> tuple[bool, float]:
    """What orders sets of words from the most telling: slots last; else the shortest word, the fewer words first."""
    shortest = min(map(len, words))
    return any(word.startswith("[") for word in words), len(words) / 4 - shortest


def _all_sets(part: _Part) -> Iterator[Words]:
    """The sets that a part requires, those that say too little left out."""
    for words in (*part.sets, *((part.exact,) if part.exact else ())):
        least = frozenset(word for word in words if not any(other != word and other in word for other in words))
        short = [word for word in least if len(word.strip()) < _SHORTEST]
        if not short or (len(least) > _MANY and len(short) == 1 and short[0].isalpha()):
            yield least


class _Expression:
    """Reads one expression from left to right."""

    def __init__(self, expression: str) -> None:
        self.expression = expression
        self.at = 0

    def read(self) -> _Part:
        """All alternatives up to a closing bracket or the end."""
        branches = [self._sequence()]
        while self.at < len(self.expression) and self.expression[self.at] == "|":
            self.at += 1
            branches.append(self._sequence())
        self.at += 1
        return branches[0] if len(branches) == 1 else _either(branches)

    def _sequence(self) -> _Part:
        """One alternative: its parts joined, as long as they are few; else the sets that they require."""
        exact, sets, whole = _EMPTY.exact or frozenset(), list[Words](), True
        while self.at < len(self.expression) and self.expression[self.at] not in "|)":
            part = self._letters() or self._counted(self._one())
            sets.extend(part.sets)
            joined = _joined(exact, part.exact) if part.exact is not None else None
            if joined is None:
                sets.append(exact)
                whole = False
            exact = joined or part.exact or frozenset(("",))
        return _Part(exact) if whole and not sets else _Part(None, (*sets, exact))

    def _letters(self) -> _Part | None:
        """All letters that stand as they are, up to one that may be repeated; null where there is none."""
        run = _LETTERS.match(self.expression, self.at)
        if run is None:
            return None
        self.at = run.end()
        return _Part(frozenset((_MARKED.sub(r"\1", run[0]).lower(),)))

    def _one(self) -> _Part:
        """One character, set, group or look-around."""
        token = _TOKEN.match(self.expression, self.at)
        if token is None:
            raise ValueError(f"not a regular expression that can be read: {self.expression!r} at {self.at}")
        self.at = token.end()
        kind = str(token.lastgroup)
        if kind in _BRACKETS:
            return self._bracket(kind)
        if kind == "escaped":
            return _escaped(token["escaped"])
        if kind == "set":
            return _Part(frozenset(token["set"].lower())) if _SMALL_SET.fullmatch(token["set"]) else _ANYTHING
        if kind == "other":
            return self._plain(token["other"])
        return _EMPTY if kind == "flags" else _ANYTHING

    def _bracket(self, kind: str) -> _Part:
        """What is in brackets: of a look-around or a comment no part of the match, of a conditional anything."""
        inside = self.read()
        if kind == "open":
            return inside
        return _ANYTHING if kind == "test" else _EMPTY

    def _plain(self, letter: str) -> _Part:
        """A character that nothing marks: itself, an end of the text, or any."""
        if letter in "()":
            raise ValueError(f"a kind of group that is not read: {self.expression!r} at {self.at}")
        if letter in "^$":
            return _EMPTY
        return _ANYTHING if letter == "." else _Part(frozenset((letter.lower(),)))

    def _counted(self, part: _Part) -> _Part:
        """The part as often as what follows says."""
        count = _COUNT.match(self.expression, self.at)
        if count is None:
            return part
        self.at = count.end()
        if count["sign"] == "?" and part.exact is not None:
            return _Part(part.exact | {""})
        if count["sign"] in ("?", "*") or count["least"] in ("", "0"):
            return _ANYTHING
        return _Part(None, (*part.sets, part.exact) if part.exact else part.sets)


def _escaped(letter: str) -> _Part:
    if letter in _ZERO_WIDTH:
        return _EMPTY
    if letter in _CLASSES or letter.isdigit():
        return _ANYTHING
    return _Part(frozenset((_CONTROLS.get(letter, letter).lower(),)))


def _joined(before: Words, after: Words) -> Words | None:
    """Each of the strings with each of those behind it; null where they would be too many."""
    return frozenset(map("".join, product(before, after))) if len(before) * len(after) <= _MOST else None


def _either(branches: Iterable[_Part]) -> _Part:
    """What is known where any of the branches may match."""
    known = list(branches)
    exact = [part.exact for part in known if part.exact is not None]
    if len(exact) == len(known):
        return _Part(frozenset().union(*exact))
    # A word too short to be looked for alone may be one of many.
    best = [min(_all_sets(part), key=_commonness, default=part.exact) for part in known]
    told = [words for words in best if words is not None]
    return _Part(None, (frozenset().union(*told),)) if len(told) == len(known) else _ANYTHING
