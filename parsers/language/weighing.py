"""How strongly the words of a statement tell of something: the sum of what each of them weighs.

The weights are learned from annotated articles (`tests/weigh.py`) and stand in `lexicon/weights.csv`, as natural
logarithms of odds. They know no names: a mention is its kind, and whether it is a side's ("<state>") or another's
("<other state>").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import fsum
from typing import NamedTuple

from parsers.language.lexicon import read_csv
from parsers.language.mention import Mention
from parsers.language.reading import Statement, kept
from parsers.language.sides import side_of

ALWAYS = "(always)"
"""The term that stands for what every statement weighs."""
NAME = "<name>"
AROUND = ("none before", "other before", "none behind", "other behind")
"""The terms that tell where the other side stands."""

OF_A_STATE = frozenset(("state", "place", "person", "body"))
_WORD = re.compile(r"\[(?P<kind>\w+):(?P<number>\d+)\]|(?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*)")


class Word(NamedTuple):
    """A word of a skeleton in lower case, or the kind of a mention, with its span; `side` is whose a mention is."""

    told: str
    start: int
    end: int
    side: str | None = None


@kept
def words(statement: Statement) -> Iterator[Word]:
    """The words of a statement, in order; those of a name that is no mention are one, "<name>"."""
    last = ""
    for found in _WORD.finditer(statement.skeleton):
        word = _word(statement, found)
        if word.told != NAME or last != NAME:
            yield word
        last = word.told


def _word(statement: Statement, found: re.Match[str]) -> Word:
    if found["word"]:
        is_name = found["word"][0].isupper() and found.start() > 0
        return Word(NAME if is_name else found["word"].lower(), *found.span())
    side = _side(statement, statement.mentions[int(found["number"])])
    is_other = found["kind"] in OF_A_STATE and side is None
    return Word(f"<{'other ' if is_other else ''}{found['kind']}>", *found.span(), side)


def _side(statement: Statement, mention: Mention) -> str | None:
    return side_of(mention, statement.context) if mention.kind in OF_A_STATE else None


def terms(statement: Statement) -> frozenset[str]:
    """The words of a statement, each two neighbours ("grant of"), and the words of the headings above it ("# aid")."""
    told = ["^", *(word.told for word in words(statement))]
    headings = (f"# {word}" for title in statement.context.path for word in title.lower().split())
    return frozenset((*told, *map(" ".join, pairwise(told)), *headings))


def around(told: Sequence[Word], at: int) -> frozenset[str]:
    """The terms that stand around the mention of a side: what is near it, and whether the other side is named."""
    before, behind, own = told[max(0, at - 3) : at], told[at + 1 : at + 5], told[at].side
    others = [place for place, word in enumerate(told) if word.side not in (None, own)]
    near = (*(f"{word.told} ." for word in before), *(f". {word.told}" for word in behind))
    left = " ".join(word.told for word in before[-2:]) or "^"
    right = " ".join(word.told for word in behind[:2]) or "$"
    return frozenset((
        *near, f"{left} _", f"_ {right}", f"{left.split(' ')[-1]} |", f"| {right.split(' ')[0]}", f"= {told[at].told}",
        AROUND[bool(others) and others[0] < at], AROUND[2 + (bool(others) and others[-1] > at)],
    ))  # fmt: skip


@cache
def scale(name: str) -> Mapping[str, float]:
    """The weights of a scale of the lexicon, by term."""
    return {row["term"]: float(row["weight"]) for row in read_csv("weights.csv") if row["scale"] == name}


def weight(name: str, told: Iterable[str]) -> float:
    """What terms weigh together on a scale: the logarithm of the odds that they tell of it."""
    known = scale(name)
    return fsum((known[ALWAYS], *(known[term] for term in told if term in known)))


def heaviest(name: str, told: Iterable[Word]) -> Word | None:
    """The word, no mention, that weighs most on a scale; null where none weighs anything for it."""
    known = scale(name)
    found = max(told, key=lambda word: known.get(word.told, 0.0) if word.told.isalpha() else 0.0, default=None)
    return found if found and found.told.isalpha() and known.get(found.told, 0.0) > 0 else None


@cache
def telling(name: str, least: float = 0.7) -> tuple[str, ...]:
    """The words that weigh most on a scale, of which a statement must hold one to be weighed."""
    return tuple(term for term, weighs in scale(name).items() if weighs >= least and term.isalpha())
