"""A deed that the sentence before tells, and on which a state takes a side: "Kenya protested against this move"."""

from __future__ import annotations

import re

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.stances.questions import is_question
from parsers.phrases.stances.topics import trimmed
from parsers.phrases.stances.words import any_of

Span = tuple[int, int]

_THAT_DEED = re.compile(
    r"(?:(?:this|that|these|the|such an?) )?(?:[a-z]+ )?(?:move|decision|step|act|action|measure|announcement|"
    r"declaration|law|plan|proposal|ruling|claim|attempt|accusation|allegation|charge|statement|demand|incident)s?|this",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:(?:[A-Z][a-z]+ [^,;]{2,40}|However|Later|Meanwhile|Then), )?(?:the )?")
_CLAUSE_END = re.compile(r"; |, (?:and|but|which|while|although|whereas|prompting|leading|causing) ")
_SIDES = ("opposes", "condemns", "supports")
_MOST = 240
_CONTEST = (
    r"(?<![\w’'–-])(?:(?!the\b|an?\b|in\b|of\b|and\b|during\b|fought\b)[\w’'–-]+ ){{0,3}}\b(?:{})\b"
    r"(?:(?: broke out)? (?:in|between|over|of|on) (?!\d)[^,;.]{{3,40}}?)?"
    r"(?=[,;.]| (?:from|in|and|broke|began|ended|was|were)\b|$)"
)
_FIRST = 60
_NEAR = 12


def contest_before(statement: Statement) -> Span | None:
    """The war, the dispute or the vote of which the sentence before tells: what "neutral in it" is on; null else."""
    before = statement.earlier
    found = any_of("contests", _CONTEST).search(before.low) if before is not None else None
    return (before.start + found.start(), before.start + found.end()) if before is not None and found else None


def _are_near(doer: Mention, other: Mention) -> bool:
    """Whether another is, or stands right behind, the one who does something: "Kenya and Norway"."""
    return other.start - doer.end < _NEAR


def deed_before(statement: Statement, topic: Span, holder: str, stance: str) -> Span | None:
    """The words of the clause before ";", or of the sentence before, where a topic only points at them ("this move")
    and somebody else than the holder does something there; what is backed must be a question.
    """
    text = statement.document.text
    source = _told_before(statement, topic) if stance in _SIDES and _THAT_DEED.fullmatch(text, *topic) else None
    if source is None:
        return None
    before, begin, finish = source
    named = [one for one in before.of("state", "person", "body", "place", "both") if begin <= one.start < finish]
    doer = named[0] if named else None
    if doer is None or any(one.kind == "both" for one in named):
        return None
    if any(side_of(one, statement.context) == holder for one in named if _are_near(doer, one)):
        return None
    fronted = next((one.end for one in before.dates if one.end < doer.start and one.start - begin < 9), None)
    lead = _LEAD.match(text, begin, finish)
    start = min(doer.start, fronted if fronted else lead.end() if lead else begin)
    cut = _CLAUSE_END.search(text, doer.end, finish)
    end = cut.start() if cut else finish
    span = trimmed(text, start, end) if end - start <= _MOST else None
    return span if span is None or stance != "supports" or is_question(before, span, stance) else None


def _told_before(statement: Statement, topic: Span) -> tuple[Statement, int, int] | None:
    """The clause before ";" in the statement, with its ends, or the statement before that does not point back itself
    where the topic stands in the first clause.
    """
    mark = statement.document.text.rfind("; ", statement.start, topic[0])
    if mark >= 0:
        return statement, statement.start, mark
    before = statement.earlier
    while before is not None and before.low.startswith(("this ", "these ")):
        before = before.earlier
    return (before, before.start, before.end) if before and topic[0] - statement.start <= _FIRST else None
