"""What an answer is on: the claim or the deed that is told before it, ", which Chile condemned"."""

from __future__ import annotations

import re

from parsers.document.model import Span
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.phrases.stances.topics import trimmed
from parsers.phrases.stances.words import Word, words_in

_QUARREL = re.compile(
    r"\b(?:relations|ties|tensions?|disagree\w*|differ\w*|quarrel\w*|disputes?) [^,;]{0,60}?\b"
    r"(?:over|about|on|regarding|concerning) (?:the )?",
    re.IGNORECASE,
)
_NAMED_AS = re.compile(r".*\bindependence\b.* as (?:the |an? )?(?=[A-Z])")
_INSTRUMENT = re.compile(
    r"\bthe (?=(?:[A-Z]\w+ ){0,3}"
    r"(?:Treaty|Agreement|Convention|Protocol|Declaration|Accords?|Plan|Resolution)\b[^,;]{0,50}$)"
)
_PUT_FORWARD = re.compile(
    r"\b(?:adopted|passed|proposed|tabled|suggested|put forward|drafted|voted on|debated|issued|published|enforced|"
    r"imposed|lifted) "
    r"(?:an? |the |its )?"
    r"(?=[\w’'-]+ [^,;]{3,80}$)|\b(?:proclaim|declar)ed (?:its |their )?(?=independence\b[^,;]*$)"
)
# "Kenya has close ties with Peru, which Norway opposes": the ties are what is told of; "before the ban, which …".
_DATED_END = re.compile(r",? on \d{1,2} [A-Z][a-z]+(?: \d{4})?$")
_HAS_TIES = re.compile(
    r"\b(?:has|have|had|maintains?|maintained|enjoys?|enjoyed|develop(?:s|ed)?) (?:also |long |since )?(?:an? |the )?"
    r"(?=(?:[a-z-]+ ){0,2}(?:relations|relationship|ties|links|contacts|bonds|alliance|friendship) with [^,;]*$)"
)
_BY_EVENT = re.compile(
    r"\b(?:has|had|have|was|were|is|are|[a-z]+ed|broke|came|began)\b[^,;]*? "
    r"(?:before|after|since|until|following|amid) (?:the )?"
    r"(?=(?:[\w’'-]+ ){0,2}(?:occupation|annexation|invasion|coup|takeover|incorporation|embargo|blockade|ban|"
    r"intervention|war)\b[^,;]*$)"
)
_DONE_BY = re.compile(r" (?:was|were|been|be) [a-z]+(?:ed|n) by (?:the )?(?=[^,;]{4,80}$)")
_NAMED_LAST = re.compile(
    r"(?:(?:de facto|self-(?:proclaimed|declared|styled)|breakaway|unrecogni[sz]ed) )?(?<![\w-])"
    r"(?<!\bby )(?<!\bby the )(?<!\bof )(?<!\bof the )(?<!\bin )(?<!\bin the )"
    r"(?:[A-Z][\w’'-]+ (?:of (?:the )?)?){0,6}[A-Z][\w’'-]+\Z"
)
# "Claims the bay, the two islands and the cape, a claim that Chile rejects".
_ITS_CLAIM = re.compile(r"\b(?:claims|claimed|claiming|demands|demanded) (?:that )?(?:the )?(?=[^;]{4,110}\Z)")
_IS = re.compile(r"\b(?:is|are|was|were|been) (?:[a-z]+ly )?\Z")
_TIME = re.compile(r" ?(?:however|though|therefore|meanwhile|ever since|since|after|during|until|when|while)\b")
_AMID = re.compile(r" (?:with|between|from|against|into) [^,;]*$")
_CAUSE = re.compile(
    r"(?:[^,;]* )?(?:because of|due to|owing to|over|after|following|against|in response to) (?:the )?(?=[^,;]{4,})"
)
_AMIDST = re.compile(
    r"[^,;]*\b(?:because of|due to|owing to|over|after|following|in response to|with|despite|during|about|amid) "
    r"(?:the )?(?=[^,;]{4,})"
)
_PRONOUNS = ("it", "he", "she")
_MOST = 110
_NEAR = 6
_HELPED = ("supported", "backed", "endorsed")
_LEAST = 4
_LEADS = (_INSTRUMENT.search, _QUARREL.search, _NAMED_AS.match, _PUT_FORWARD.search, _BY_EVENT.search, _HAS_TIES.search)


def told_before(match: Match) -> Span | None:
    """The claim or the deed that a match of the claim shapes answers: its topic, else the clause before."""
    statement, opened = match.statement, _opened(match)
    if named := _recognised_before(match, opened):
        return named
    helped = _is_helped(match, opened)
    if helped and _AMID.search(statement.low, 0, opened - statement.start):
        return _named_before(statement, opened)
    done = _done_before(statement, opened) if helped else None
    span = match.span("topic") or done or _clause_before(statement, opened)
    if statement.document.text[opened] == " " and not is_taken_up(statement, (span[0] + 1, opened)):
        return None
    return _cut(match, _without_cause(match, span))


def is_taken_up(statement: Statement, topic: Span) -> bool:
    """Whether a question is that of a stance that another takes right before it: "demands access, which … rejects"."""
    words = (one for one in words_in(statement) if one.section != "participles" and _takes_side(statement, one))
    ends = (statement.offset(one.end) for one in words)
    return any(0 < topic[0] - end < _NEAR for end in ends)


def _opened(match: Match) -> int:
    """Where an answer begins: at its comma."""
    return (match.span("opens") or (match.start, 0))[0]


def _recognised_before(match: Match, opened: int) -> Span | None:
    """The name that ends at a place, where a match tells that it is recognised: "the Republic of A, which"."""
    text, start = match.statement.document.text, match.statement.start
    if not text.startswith(("recogni", "acknowledged"), match.verb[0]):
        return None
    named = _NAMED_LAST.search(text, max(start, opened - _MOST), opened)
    return named.span() if named and not text[named.start() - 2].isdigit() else None


def _is_helped(match: Match, opened: int) -> bool:
    """Whether ", supported by" stands right behind what is told, with no question of its own."""
    right_behind = match.verb[0] - opened == len(", ")
    return match.span("topic") is None and right_behind and (match.words("verb") or "").lower() in _HELPED


def _named_before(statement: Statement, opened: int) -> Span | None:
    """The state or body right before ", supported by", which alone is supported."""
    named = statement.before(opened, "state", "body", "person")
    return (named.start, named.end) if named is not None and named.end == opened else None


def _done_before(statement: Statement, opened: int) -> Span | None:
    """Who did something, right before ", supported by": "the town was taken by the rebels, supported by"."""
    done = _DONE_BY.search(statement.low, 0, opened - statement.start)
    return (statement.start + done.end(), opened) if done else None


def _clause_before(statement: Statement, opened: int) -> Span:
    """The clause that ends at a place, without what leads up to a treaty, a quarrel or a name in it, or the stance of
    another on the same question.
    """
    start = max(statement.low.rfind(mark, 0, opened - statement.start) for mark in (",", ";", ". "))
    text, span = statement.document.text, (statement.start + start + 1, opened)
    if text.startswith((", a claim ", ", a demand "), opened):
        claim = _ITS_CLAIM.search(text, statement.start, opened)
        if claim is not None:
            return claim.end(), opened
    lead = next((found for finds in _LEADS if (found := finds(text, *span))), None)
    if lead is not None:
        return lead.end(), opened
    places = (statement.offset(one.end) for one in words_in(statement) if _takes_side(statement, one))
    return max((at for at in places if span[0] < at < opened), default=span[0]), opened


def _takes_side(statement: Statement, word: Word) -> bool:
    """Whether a question stands behind a word of stance; behind a bare "against" only where somebody "was" so."""
    if word.form == "against":
        return _IS.search(statement.low_skeleton, 0, word.start) is not None
    return word.section in ("verbs", "participles", "standings", "nouns")


def _without_cause(match: Match, span: Span) -> Span:
    """What is told without that of which it is the cause, or amid which it is: "left because of the ban, which it"."""
    text, begin = match.statement.document.text, span[0]
    if match.place("found") and (amid := _AMIDST.match(text, begin, span[1])):
        begin = amid.end()
    if match.words("who") in _PRONOUNS and (cause := _CAUSE.match(text, begin, span[1])):
        begin = cause.end()
    return begin, span[1]


def _cut(match: Match, span: Span) -> Span | None:
    """What is told, behind the last "and" where it is long, and without its date; null for a time, or what is longer
    still.
    """
    text, (begin, end) = match.statement.document.text, span
    if _TIME.match(text, begin):
        return None
    last = text.rfind(" and ", begin, end) if end - begin > _MOST else -1
    begin = last + len(" and ") if last >= 0 else begin
    dated = _DATED_END.search(text, begin, end) if end == _opened(match) else None
    end = dated.start() if dated else end
    return trimmed(text, begin, end) if _LEAST <= end - begin <= _MOST else None
