"""One Aho-Corasick pass that finds every name of a gazetteer in a text, at the borders of words.

The automaton is the `ahocorasick_rs` library's; what is ours is the border of words and the choice of the longest.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Generic, TypeVar

from ahocorasick_rs import AhoCorasick

T = TypeVar("T")
_DIGITS = re.compile(r"\d+")


def lowered(text: str) -> str:
    """The text in lower case with every character at its place, even where lower case is longer ("İ").

    >>> len(lowered("İzmir"))
    5
    """
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


@lru_cache(maxsize=4)
def lowered_whole(text: str) -> str:
    """The `lowered` text of an article; kept, as each word list that is looked for asks for the same one."""
    return lowered(text)


class Gazetteer(Generic[T]):
    """Names, each with what it means; `find` gives every one that stands in a text as whole words, longest first.

    Matching is by case; a gazetteer of lower-case words is asked with `lowered` text.
    """

    def __init__(self, names: Mapping[str, T]) -> None:
        self._names = list(names)
        self._values = list(names.values())
        self._automaton = AhoCorasick(self._names)

    def find(self, text: str) -> Iterator[tuple[int, int, T]]:
        """Start, end and value of each name in the text; overlaps are settled for the earlier, then the longer."""
        found = [
            (start, -end, index)
            for index, start, end in self._automaton.find_matches_as_indexes(text, overlapping=True)
            if at_borders(text, start, end)
        ]
        last = 0
        for start, negative_end, index in sorted(found):
            if start >= last:
                last = -negative_end
                yield start, last, self._values[index]


class Starts:
    """Where anything can begin that opens with a run of digits or with one of some words (lower case).

    A first pass for expressions that would else be tried at every character: what they match begins at one of these.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._automaton = AhoCorasick(sorted(set(words)))

    def find(self, text: str) -> list[int]:
        """The places, in order; what follows a letter, a digit or "_" begins no word."""
        words = self._automaton.find_matches_as_indexes(lowered_whole(text), overlapping=True)
        begun = {at for _, at, _ in words if not at or not (text[at - 1].isalnum() or text[at - 1] == "_")}
        return sorted(begun.union(_digit_runs(text)))


@lru_cache(maxsize=4)
def _digit_runs(text: str) -> list[int]:
    """Where each run of digits begins; kept, as each kind of `Starts` asks for those of the same text."""
    return [digits.start() for digits in _DIGITS.finditer(text)]


def between(places: Sequence[int], start: int, end: int) -> Sequence[int]:
    """Those of the places, which are in order, from start up to end."""
    return places[bisect_left(places, start) : bisect_left(places, end)]


def matches_at(places: Iterable[int], pattern: re.Pattern[str], text: str, end: int) -> Iterator[re.Match[str]]:
    """The matches that begin at one of the places, which are in order, without overlap."""
    done = 0
    for at in places:
        match = pattern.match(text, at, end) if at >= done else None
        if match is not None:
            done = match.end()
            yield match


def at_borders(text: str, start: int, end: int) -> bool:
    """Whether the span is not a piece of a longer word or number."""
    before = text[start - 1] if start else " "
    after = text[end] if end < len(text) else " "
    return not (before.isalnum() or before == "_") and not (
        text[end - 1].isalnum() and (after.isalnum() or after in "$_")
    )
