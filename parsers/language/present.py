"""Which of all expressions a text can match, from one Aho-Corasick pass that looks for the words that they require.

An article is asked for a hundred expressions a sentence: each would look for its words anew. One pass that looks for
the words of all costs less than two of these questions, and what it tells of a text is kept while the text is asked
about.
"""

from __future__ import annotations

from collections.abc import Sequence, Set

from ahocorasick_rs import AhoCorasick

SETS = 3
"""Sets of words of each expression that a text is tested for; it has one bit for each."""
_TEXTS = 4096
"""Texts of which is kept what was told; an article's sentences are asked about one after the other."""


class Present:
    """Of some expressions, each given by its sets of required words, those of which a text has a word of every set."""

    def __init__(self, required: Sequence[Sequence[Set[str]]]) -> None:
        self.count = len(required)
        self._least = 0
        self._bits: dict[str, int] = {}
        for number, sets in enumerate(required):
            self._least |= bits(number) >> SETS * number >> len(sets[:SETS]) << SETS * number + len(sets[:SETS])
            for place, words in enumerate(sets[:SETS], SETS * number):
                for word in words:
                    self._bits[word] = self._bits.get(word, 0) | 1 << place
        self._automaton = AhoCorasick(list(self._bits), store_patterns=True)
        self.known: dict[str, int] = {}
        """What `told` said of the last texts."""

    def told(self, text: str) -> int:
        """A number that has all `bits` of each expression that the text, in lower case, may match.

        >>> present = Present([[{"visit", "toured"}, {"recognised"}], [{"pact"}]])
        >>> told = present.told("he visited, signed a pact")
        >>> told & bits(0) == bits(0), told & bits(1) == bits(1)
        (False, True)
        """
        told = self._least
        for word in set(self._automaton.find_matches_as_strings(text, overlapping=True)):
            told |= self._bits[word]
        if len(self.known) >= _TEXTS:
            self.known.clear()
        self.known[text] = told
        return told


def bits(number: int) -> int:
    """The bits of the expression of that number, one for each of its sets."""
    return (1 << SETS) - 1 << SETS * number
