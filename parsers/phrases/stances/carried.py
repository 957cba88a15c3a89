"""A deed that the sentence before tells, and on which a state takes a side: "Kenya protested against this move"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.document.model import Span
from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.stances.questions import is_question
from parsers.phrases.stances.topics import trimmed
from parsers.phrases.stances.words import any_of

_THAT_DEED = re.compile(
    r"(?:(?:this|that|these|the|such an?) )?(?:[a-z]+ )?(?:move|decision|step|act|action|measure|announcement|"
    r"declaration|law|plan|proposal|ruling|claim|attempt|accusation|allegation|charge|statement|demand|incident)s?|this",
    re.IGNORECASE,
)
_CHARGE = re.compile(r"(?:[a-z]+ )*(?:accusation|allegation|charge)s?", re.IGNORECASE)
# "Claimed that Kenya had sunk it": a deed that is said of somebody, unlike a right to something.
_WORDS = re.compile(r"(?:[a-z]+ )*(?:claim|statement|announcement|declaration)s?", re.IGNORECASE)
_DONE_ONCE = re.compile(
    r" that (?:the )?[^,;]{3,40}? (?:had|has|have|might have|may have) (?!no |an? |the |to |its |their )"
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
_OPENING = 9


def contest_before(statement: Statement) -> Span | None:
    """The war, the dispute or the vote of which the sentence before tells: what "neutral in it" is on; null else."""
    before = statement.earlier
    found = any_of("contests", _CONTEST).search(before.low) if before is not None else None
    return (before.start + found.start(), before.start + found.end()) if before is not None and found else None


def _are_near(doer: Mention, other: Mention) -> bool:
    """Whether another is, or stands right behind, the one who does something: "Kenya and Norway"."""
    return other.start - doer.end < _NEAR


@dataclass(frozen=True, slots=True)
class _Told:
    """A clause that is told before: its statement, and where in the text it begins and ends."""

    statement: Statement
    begin: int
    end: int


def deed_before(statement: Statement, topic: Span, holder: str, stance: str) -> Span | None:
    """The words of the clause before ";", or of the sentence before, where a topic only points at them ("this move")
    and somebody else than the holder does something there; what is backed must be a question, and no charge
    against the holder is one that it rejects.
    """
    points_back = stance in _SIDES and _THAT_DEED.fullmatch(statement.document.text, *topic)
    told = _told_before(statement, topic) if points_back else None
    if told is None or (stance == "opposes" and _is_charged(told, statement.document.text[slice(*topic)], holder)):
        return None
    doer = _doer(told, holder)
    span = _deed(told, doer) if doer is not None else None
    if span is not None and stance == "supports" and not is_question(told.statement, span, stance):
        return None
    return span


def _is_charged(told: _Told, words: str, holder: str) -> bool:
    """Whether words for what a clause tells call it a charge, or a claim that somebody did something, and the holder is
    named in it.
    """
    alleged = _WORDS.fullmatch(words) and _DONE_ONCE.search(told.statement.document.text, told.begin, told.end)
    named = (one for one in told.statement.of("state", "person", "place") if told.begin <= one.start < told.end)
    is_named = holder in {side_of(one, told.statement.context) for one in named}
    return is_named and bool(alleged or _CHARGE.fullmatch(words))


def _doer(told: _Told, holder: str) -> Mention | None:
    """Who is named first in a clause; null where that is the holder, or with it, or both sides are named."""
    kinds = ("state", "person", "body", "place", "both")
    named = [one for one in told.statement.of(*kinds) if told.begin <= one.start < told.end]
    if not named or any(one.kind == "both" for one in named):
        return None
    beside = [one for one in named if _are_near(named[0], one)]
    return None if any(side_of(one, told.statement.context) == holder for one in beside) else named[0]


def _deed(told: _Told, doer: Mention) -> Span | None:
    """What somebody does in a clause, without what leads up to it and what comes of it; null where it is long."""
    text = told.statement.document.text
    start = min(doer.start, _behind_lead(told, doer))
    cut = _CLAUSE_END.search(text, doer.end, told.end)
    end = cut.start() if cut else told.end
    return trimmed(text, start, end) if end - start <= _MOST else None


def _behind_lead(told: _Told, doer: Mention) -> int:
    """Where a clause goes on behind the date with which it begins, or behind "However, the"."""
    dates = (one for one in told.statement.dates if one.end < doer.start and one.start - told.begin < _OPENING)
    date = next(dates, None)
    lead = _LEAD.match(told.statement.document.text, told.begin, told.end)
    return date.end if date else lead.end() if lead else told.begin


def _told_before(statement: Statement, topic: Span) -> _Told | None:
    """The clause before ";" in the statement, or the statement before that does not point back itself where the topic
    stands in the first clause.
    """
    mark = statement.document.text.rfind("; ", statement.start, topic[0])
    if mark >= 0:
        return _Told(statement, statement.start, mark)
    before = statement.earlier
    while before is not None and before.low.startswith(("this ", "these ")):
        before = before.earlier
    near = before is not None and topic[0] - statement.start <= _FIRST
    return _Told(before, before.start, before.end) if before is not None and near else None
