"""Words that are no question: those that name none, help and misfortunes, commerce and games."""

from __future__ import annotations

import re
from functools import cache

from parsers.document.model import Span
from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.phrases.stances.matter import Matter
from parsers.phrases.stances.words import AIMS, any_of, beginnings, begins_with_any

_BOYCOTT = re.compile(
    r"(?:[\w'’-]+ ){0,3}?(?:boycott|sanctions|embargo|blockade|(?:law)?suit|case (?:against|of|at|brought))"
)
_LIKE = re.compile(r"[^;,]{2,80}? in [a-z]+ing\b")
_POLICY_OF = re.compile(r"(?:[a-z]+ )?(?:position|policy|stance|line) of (?:not )?[a-z]+ing\b")
_AGAINST = ("oppos", "critic", "reject", "condemn", "denounc", "disput", "protest", "object")
_POINTING = re.compile(
    r"(?:they|them|it|he|she|there|having|and|nor|as|(?:this|that) and)\b|[a-z]+ly$|"
    r"(?:outright|firmly|again|this|that|these|those|[\W\d]+)$|(?:every|each|all|any|most|several) votes?\b(?! on| for)"
)
_ARTICLE = re.compile(r"(?:the|this|that|these|those|such|a|an|any|all|both|its|their|his|her) ")
_ECONOMIC = re.compile(
    r"(?:economic|trade|bilateral|technical),? (?:[a-z]+,? ){0,3}?(?=blockade|embargo|sanctions|coercion|pressure\b|"
    r"wars?\b|disput|boycott)"
)
ITS_AIM = re.compile(rf" in (?:its|their) (?:[a-z]+ )?(?:{'|'.join(AIMS)})s?\b")
_LEAST = 3
_MOST = 260
_SOON = 60


@cache
def _bare() -> frozenset[str]:
    """The nouns that name no question alone, and their plurals."""
    return frozenset(form for word in read_yaml("positions.yaml")["bare"] for form in (word, f"{word}s"))


def is_only_joined(words: str, verb: str) -> bool:
    """Whether somebody joined or took part in what is neither a boycott nor a protest, followed others "in backing", or
    keeps to a "policy of backing": the stance is told by the words behind.
    """
    low = verb.lower()
    if (_POLICY_OF.match(words) and not low.startswith(_AGAINST)) or (low.startswith("follow") and _LIKE.match(words)):
        return True
    return low.startswith(beginnings("joining")) and _BOYCOTT.match(words) is None


_IN_FACT = re.compile(
    r"de (?:facto|jure) (?:situation|annexation|control|borders?|rule|government|occupation|authorit|sovereign|state)"
)


def is_bare(statement: Statement, span: Span) -> bool:
    """Whether the words name no question by themselves: a date alone, "the action", "this decision"."""
    if any(date.start <= span[0] and span[1] <= date.end for date in statement.of("date")):
        return True
    words = statement.document.text[slice(*span)].lower()
    unsaid = words.startswith(beginnings("unsaid")) and not _IN_FACT.match(words)
    unsaid = unsaid or words.endswith((" neither", " either"))
    return unsaid or _POINTING.match(words) is not None or _ARTICLE.sub("", words) in _bare()


def names_none(matter: Matter) -> bool:
    """Whether the words name no question: they only point at one, are too few or too many, begin as help does, hold a
    sum, or tell of a game or of commerce.
    """
    return (
        is_bare(matter.statement, matter.span)
        or is_only_joined(matter.words, matter.verb)
        or not _LEAST <= len(matter.words) <= _MOST
        or _begins_as_help(matter)
        or bool(matter.within("money"))
        or any_of("everyday", r"\b(?:{})\b").search(matter.unquoted) is not None
        or any_of("sports", r"\b(?:{})s?\b").search(matter.unquoted) is not None
    )


def _begins_as_help(matter: Matter) -> bool:
    """Whether the words begin as those of help or of ties do, "economic" before an embargo or the like aside."""
    low = matter.unquoted.removeprefix(" each other's ").removeprefix(" each other’s ").strip()
    return any_of("no_topics", r"(?:{})\b").match(_ECONOMIC.sub("", low)) is not None


def is_help(matter: Matter) -> bool:
    """Whether supporting it is help: to a school, a project, in an epidemic."""
    return any_of("helped", r"\b(?:{})\b").search(matter.unquoted) is not None or is_misfortune(matter)


def is_misfortune(matter: Matter) -> bool:
    """Whether the words, or those soon behind them, are of an earthquake, an accident …"""
    return begins_with_any("misfortunes").search(matter.low_with(_SOON)) is not None
