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
SHARE = "(share)"
"""The term that stands for how much more often the article tells that this side acts than that the other does."""
NAME = "<name>"
NEAR = ("none before", "other before", "none behind", "other behind", "own absent", "other absent", "own first",
        "other first", "nobody", "own told", "other told")  # fmt: skip
"""The terms that tell where the other side stands, and which of the two is named at all."""

OF_A_STATE = frozenset(("state", "place", "person", "body"))
_WORD = re.compile(r"\[(?P<kind>\w+):(?P<number>\d+)\]|(?P<word>[^\W\d_]+(?:[-'’][^\W\d_]+)*)")
_PRONOUN = re.compile(
    r"(?:(?:in|by|from|since|on|during|at|up|until|till|between|under|also|later|after|following|for|through|with)\b"
    r"[^,;]{0,60},? )?"
    r"(?P<who>it|they|the (?:country|government|kingdom|republic|agency|ministry|embassy|former|latter)|he|she|its|his|"
    r"this|these|the two|both)\b"
)


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
    headings = (f"# {word}" for title in statement.context.path for word in title.lower().split() if word.isalpha())
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
        NEAR[bool(others) and others[0] < at], NEAR[2 + (bool(others) and others[-1] > at)],
    ))  # fmt: skip


def roles(statement: Statement, side: str) -> frozenset[str]:
    """The terms that tell whether a side is the one that acts: what stands around its mentions ("own: to |") and around
    those of the other ("other: to |"), who is named first, and for whom a pronoun at the beginning may stand.
    """
    told = words(statement)
    named = [word.side for word in told if word.side]
    near = {
        f"{'own' if word.side == side else 'other'}: {term}"
        for at, word in enumerate(told) if word.side for term in around(told, at)
    }  # fmt: skip
    absent = ([] if side in named else ["own absent"]) + ([] if set(named) - {side} else ["other absent"])
    first = f"{_whose(named[0], side)} first" if named else "nobody"
    before = _opening(statement.context.previous)
    pronoun = _PRONOUN.match(statement.low_skeleton)
    taken_up = {f"{_whose(before, side)} told", f"{pronoun['who'] if pronoun else '^'}: {_whose(before, side)} told"}
    return frozenset((*near, *absent, first, *(taken_up if before and (pronoun or not named) else ())))


def _whose(one: str | None, side: str) -> str:
    return "own" if one == side else "other"


def _opening(statement: Statement | None) -> str | None:
    """The side that a statement names first; null where it names another state, person or body before."""
    told = words(statement) if statement is not None else ()
    return next((word.side for word in told if word.side or word.told.startswith("<other ")), None)


def likeliest(name: str, statement: Statement, acts: Mapping[str, int], least: float) -> str | None:
    """The side of which the terms tell most that it acts; null where the lead over the other is not the least.

    `acts` counts how often the article tells of each side that it does.
    """
    weighs = {side: weight(name, roles(statement, side)) for side in statement.context.pair}
    one, other = sorted(statement.context.pair, key=weighs.__getitem__, reverse=True)
    lead = weighs[one] - weighs[other] + 2 * scale(name).get(SHARE, 0.0) * share(acts, one, other)
    if abs(lead) < least:
        return None
    return one if lead > 0 else other


def share(acts: Mapping[str, int], one: str, other: str) -> float:
    """How much more often one side acts than the other, from -1 to 1; 0 where neither does."""
    own, others = acts.get(one, 0), acts.get(other, 0)
    return (own - others) / (own + others + 1)


@cache
def scale(name: str) -> Mapping[str, float]:
    """The weights of a scale of the lexicon, by term."""
    return {row["term"]: float(row["weight"]) for row in read_csv("weights.csv") if row["scale"] == name}


def weight(name: str, told: Iterable[str]) -> float:
    """What terms weigh together on a scale: the logarithm of the odds that they tell of it."""
    known = scale(name)
    return fsum((known[ALWAYS], *(known[term] for term in told if term in known)))


@cache
def telling(name: str, least: float = 0.7, letters: int = 4) -> tuple[str, ...]:
    """The beginnings of the words that weigh most on a scale, of which a statement must hold one to be weighed."""
    weighs = scale(name).items()
    words_ = (term for term, weight in weighs if weight >= least and term.isalpha() and len(term) >= letters)
    return tuple(term if len(term) > 5 else f" {term}" for term in words_)
