"""Whether a clause states that something happened, is planned, or neither."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.required import Folded

_ELSEWHERE = re.compile(
    r"\b(?:and|(?<!was )(?<!were )to|to(?! (?:take place|be held|happen|begin|start)\b)|that|which|saying|after"
    r"|because|following|once|due"
    r"|(?<=, )(?:who|was|were|(?!being|having|pending|refus|declin|cancel|postpon|fail|deny)[a-z]+ing))\b"
)
_CLAUSE_END = re.compile(
    r"; | and, |, (?=never\b)|,? but (?!also\b)"
    r"|, (?:and|while|whereas|whereupon|where|when|(?:(?:in|with|for|of|to|by) )?which)\b"
    r"|(?<!\b\w)(?<!\bmr)(?<!\bms)(?<!\bmrs)(?<!\bcol)(?<!\bgen)(?<!\blt)\. "
)
"""Where a clause ends; not behind a title or an initial: "Mr. Otieno", "U.S. troops"."""
# "Although the king had refused, A went": what opens the clause is told of something else.
_CONCEDED = re.compile(r"(?:(?:in|on|by) [^,;]{3,30}, )?(?:despite|in spite of|although|though|even though)\b")


@cache
def _words(name: str) -> Folded:
    """The words of one list as one expression."""
    words = "|".join(
        re.escape(word).replace(r"\.\.\.\ ", r"(?:\S+ ){0,3}?") for word in read_yaml("modality.yaml")[name]
    )
    return Folded(rf"\b(?:{words})\b")


def _bounds(statement: Statement, start: int, end: int) -> tuple[int, int]:
    """Where the clause around [start, end) begins and ends in the statement's own words."""
    low, first, last = statement.low, start - statement.start, end - statement.start
    opened = low.rfind("(", 0, max(first, 0)) + 1
    inside = opened and ")" not in low[opened:first]  # what a bracket tells is told apart
    begin = max((match.end() for match in _CLAUSE_END.finditer(low, 0, max(first, 0))), default=0)
    begin = _behind_asides(low, begin, max(first, 0))
    after = _CLAUSE_END.search(low, last)
    return max(begin, opened) if inside else begin, after.start() if after else len(low)


def _behind_asides(low: str, begin: int, first: int) -> int:
    """Where a clause begins behind a bracket that closes in it, and behind "although …," that opens it."""
    closed = low.rfind(")", begin, first)
    begin = closed + 1 if closed >= 0 and "(" not in low[begin:closed] else begin
    conceded = _CONCEDED.match(low, begin)
    comma = low.rfind(", ", conceded.end(), first) if conceded else -1
    return comma + len(", ") if comma >= 0 else begin


def clause(statement: Statement, start: int, end: int) -> str:
    """The words, in lower case, of the clause around [start, end), which are offsets into the document's text."""
    begin, finish = _bounds(statement, start, end)
    return statement.low[begin:finish]


def _stated(statement: Statement, start: int, end: int) -> str:
    """The clause without phrases that only look like a plan or a refusal: "at the invitation of" tells of one followed.

    Behind [start, end) it goes only up to a word that leads to something else: "met B and discussed the planned canal",
    "broke off relations after it was denied a share", "visited Oslo, hoping to win"; not "went to Oslo, being refused".
    """
    begin, finish = _bounds(statement, start, end)
    elsewhere = _ELSEWHERE.search(statement.low, end - statement.start, finish)
    return _words("harmless").sub(" ", _without_offices(statement)[begin : elsewhere.start() if elsewhere else finish])


def _without_offices(statement: Statement) -> str:
    """The words with dots for people, each character at its place: a minister of planning plans nothing."""
    words = statement.known.get(_without_offices)
    if words is None:
        words = statement.low
        for person in statement.of("person"):
            first, last = person.start - statement.start, person.end - statement.start
            words = words[:first] + "." * (last - first) + words[last:]
        statement.known[_without_offices] = words
    return str(words)


def happened(statement: Statement, start: int, end: int) -> bool:
    """Whether the clause says that it took place: no word of refusal, wish, plan or hearsay stands in it; a question
    states nothing.
    """
    if statement.low.endswith("?"):
        return False
    if not any(_words(name).may_match(statement.low) for name in ("barred", "planned", "harmless")):
        return True
    words = _stated(statement, start, end)
    return not _words("barred").search(words) and not _words("planned").search(words)


def is_planned(statement: Statement, start: int, end: int) -> bool:
    """Whether the clause tells of a plan that nothing bars."""
    words = _stated(statement, start, end)
    return not _words("barred").search(words) and _words("planned").search(words) is not None
