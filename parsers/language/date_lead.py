"""What stands before a date and belongs to it: "since early", "as of the end of", "the"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.language.calendar_words import DETERMINERS, PART_NOUNS, PARTS, RELATIONS, RELATIONS_OF_TWO

_REACH = 40
_BEFORE = re.compile(r"[^\s(\[“\"]+")
_NOT = re.compile(r"\bnot\b|n['’]t\b", re.IGNORECASE)
_ADVERBS_OF_PART = frozenset(("early", "late", "later", "earlier"))


@dataclass(frozen=True, slots=True)
class Lead:
    """What stands before a date, from `start` on; `word` is the nearest word left of that, in lower case."""

    start: int
    relation: str | None = None
    part: str | None = None
    determiner: str | None = None
    word: str = ""
    negated: bool = False

    @property
    def qualifier(self) -> str | None:
        """Relation and part in words, as in DateValue; circa is said by EDTF itself."""
        relation = None if self.relation == "circa" else self.relation
        if relation == "until" and self.negated:
            relation = "not until"
        return " ".join(word for word in (relation, self.part) if word) or None


def read_lead(text: str, limit: int, position: int) -> Lead:
    """The words before `position`, not further left than `limit`: "as of the end of " is as of + end of.

    >>> read_lead("As of the end of 2007", 0, 17)
    Lead(start=0, relation='as of', part='end of', determiner='the', word='', negated=False)
    """
    low = max(limit, position - _REACH)
    before = text[low:position]
    if not before or not (before[-1].isspace() or before.endswith(("-", "c.", "ca."))):
        return Lead(position)
    return _read_back(before, low, position, text[max(limit, position - 70) : position])


class _Words:
    """The words before a date, in lower case, of which those that belong to it are taken from the right end.

    `start` is where the last that were taken begin; `before` is the text, which starts at `low`.
    """

    def __init__(self, before: str, low: int, position: int) -> None:
        self.names: list[str] = _BEFORE.findall(before.lower())
        self.start = position
        self._before, self._low, self._count = before, low, len(self.names)

    def take(self, size: int) -> None:
        """Takes the last words."""
        if size:
            del self.names[-size:]
            starts = [match.start() for match in _BEFORE.finditer(self._before)]
            self.start = self._low + starts[len(self.names) - self._count]


def _read_back(before: str, low: int, position: int, clause: str) -> Lead:
    """Strips year, determiner, part and relation from the right end of the words; `before` starts at `low`."""
    words = _Words(before, low, position)
    determiner = _take_determiner(words.names)
    part, size = _part_of(words.names)
    words.take(size)
    article = words.names.pop() if size and words.names[-1:] in (["the"], ["a"]) else None
    relation, size = _relation_of(words.names)
    words.take(size)
    negated = relation == "until" and _NOT.search(clause) is not None
    word = words.names[-1] if words.names else ""
    return Lead(words.start, relation, part, determiner or article, word, negated)


def _take_determiner(names: list[str]) -> str | None:
    """Takes "the", "that" or a possessive from the right end of the words and gives it back; "the year" and "the year
    of" are taken and say nothing.
    """
    filler = 2 if names[-2:] == ["year", "of"] else 1 if names[-1:] == ["year"] else 0
    if filler:
        del names[-filler:]
        if names[-1:] == ["the"]:
            names.pop()
    elif names and (names[-1] in DETERMINERS or names[-1].endswith(("'s", "’s", "s'", "s’"))):
        return names.pop()
    return None


def _part_of(names: list[str]) -> tuple[str | None, int]:
    """The part of the period at the right end of the words, and how many of them say it."""
    if not names:
        return None, 0
    if names[-1] in PARTS and names[-2:-1] != ["as"]:
        return PARTS[names[-1]], 1
    if len(names) > 1 and names[-1] == "of" and names[-2] in PART_NOUNS:
        return PART_NOUNS[names[-2]], 2
    if len(names) > 2 and names[-2:] == ["part", "of"] and names[-3] in PARTS:
        return PARTS[names[-3]], 3
    if len(names) > 1 and names[-1] == "in" and names[-2] in _ADVERBS_OF_PART:
        return PARTS[names[-2]], 2
    return None, 0


def _relation_of(names: list[str]) -> tuple[str | None, int]:
    """The relation at the right end of the words ("since", "as of"), and how many of them say it."""
    if " ".join(names[-2:]) in RELATIONS_OF_TWO:
        return RELATIONS_OF_TWO[" ".join(names[-2:])], 2
    if names and names[-1] in RELATIONS:
        return RELATIONS[names[-1]], 1
    return None, 0
