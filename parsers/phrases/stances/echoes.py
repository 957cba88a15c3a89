"""Who takes the stance of another that stands right before: "as does Norway", "a view shared by Norway", "which Norway
does not"; and the question for which "it" stands behind another stance.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from parsers.document.model import Span
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.phrases.stances.holders import Sides, holder_group
from parsers.phrases.stances.leaders import bearers
from parsers.phrases.stances.no_questions import is_bare
from parsers.phrases.stances.questions import is_question
from parsers.phrases.stances.subjects import DOER_OR_CABINET
from parsers.phrases.stances.topics import topic_before, trimmed

_IT = re.compile(
    r"(?:it|them|this)(?: (?:in|at|as|on|too|again|likewise|also|both|within|with|publicly|openly|strongly)\b[^;]*)?"
)
_THE_DEED = re.compile(r"(?:(?:this|that|these) )?(?:act(?:ion)?|move|decision|step|measure|policy)s?")
_NEXT_CLAUSE = re.compile(r"(?:[,;] (?:and|but|while|whereas|although|though|yet) |; )(?:the |in \w+ )?$")
_COMMA = re.compile(r", (?:the )?$")
_WHEN = ("after ", "when ", "once ", "as ")
_DID_IT = re.compile(
    r"\b(?:signed|passed|adopted|proposed|announced|launched|introduced|enacted|issued|drafted|tabled|imposed|ratified|"
    r"suggested|presented|voted (?:for|against)|called for|(?:is|are|was|were) (?:for|against|in favou?r of)|opposed|"
    r"supported|backed|rejected|favou?red|opposes?|supports?|demanded|conducted|carried out|began|started) "
    r"(?!by\b|in\b|on\b|at\b|from\b|with\b|to\b)"
    r"(?:(?:the|its|their) )?(?P<it>(?:an? )?[^,;.]{4,100}?)(?= in \d| on \d|$)"
)
_TOLD = re.compile(
    r"(?:(?:In|On) [^,;]{2,30}, )?(?:The |An? )(?P<it>[^,;.]{4,100}?) (?:was|were|is|are|has|had|have|came|began|took) "
)
_NEAR = 3  # characters between a question and its echo
_VOTES = ("voted", "abstain")
_BACKS = ("supports", "recognizes")
_NEEDS = re.compile(
    r", as (?:d|h|w|i|a)|, as (?:the )?[^,;]{2,60} ha(?:d|s|ve) |, which |, something |and (?:so|neither) |"
    r", of which | share[sd]?\b| likewise| too\b| as well\b| shared by | not(?: yet)?(?:[.,;]|$)"
)


_WHO = DOER_OR_CABINET
_VIEW = r"(?:view|position|stance|demand|opinion|stand|attitude|concern|policy)"
_SPONSOR = r"(?:co-?)?(?:sponsor|supporter|backer|spokesman|advocate|author)"
_DOING_SO = (
    rf", as (?:do|does|did|has|have|had|was|were|is|are)(?: also)? {_WHO}",
    rf",? and (?:so|neither) (?:do|does|did|has|have|had|is|was|were|are) {_WHO}(?=[.,;]|$)",
    rf", (?:as|which|something) {_WHO} (?:has|have|had)(?: already| also)? done\b",
)
_NOT_DOING_SO = (
    rf", (?:which|whom) {_WHO} (?:does|did|do|has|had)(?:(?P<not> not|n['’]t)|,? too|,? as well| also)(?=[.,;]|$)",
    rf",(?: but| while| whereas| although)? {_WHO} (?P<not>(?:does|did|do|has|had|have)(?: still)? not)(?: yet)?"
    r"(?=[.,;]|$)",
)
_SHARING = (
    rf",? (?:and|as) {_WHO} (?:likewise|too|as well)(?=[.,;]|$)",
    rf", an? (?:[a-z]+ )?{_VIEW} (?:(?:that|which) (?:is|was) )?(?:also )?shared by {_WHO}",
    rf", an? (?:[a-z]+ )?{_VIEW} (?:(?:that|which) )?{_WHO}(?: fully| also)? share[sd]?\b",
    rf", of which {_WHO} (?:is|was) (?:also |itself )?an? {_SPONSOR}\b",
)


@cache
def _shapes() -> tuple[Pattern, ...]:
    """The holder of an echo, and `not` where it does not do the same."""
    return tuple(map(Pattern, (*_DOING_SO, *_NOT_DOING_SO, *_SHARING)))


def echoed(statement: Statement, stance: str, topic: Span) -> Iterator[tuple[Sides, str]]:
    """Who takes up a stance right behind its question, with the stance: the same; or that it is against what the other
    supports or recognises.
    """
    for shape in _shapes() if _NEEDS.search(statement.low) else ():
        for match in shape.find(statement):
            if match.start < topic[1] or not _is_right_behind(statement, topic[1], match.start):
                continue
            if match.words("not") is None:
                yield bearers(match, topic), stance
            elif stance in _BACKS:
                yield bearers(match, topic), "opposes"


def _is_right_behind(statement: Statement, end: int, at: int) -> bool:
    """Whether nothing but a date stands between a question that ends at one place and its echo at another."""
    dated = next((one for one in statement.of("date") if end <= one.start < at), None)
    return (at - end if dated is None else dated.start - end - 4 + at - dated.end) <= _NEAR


def pointed(match: Match, topic: Span | None, told: Iterable[tuple[int, Span]]) -> Span | None:
    """The question that is told nearest before a verb, of those with their places, where "it" or "the action" stands
    behind that, or nothing behind a vote; null where something else does, where "it" is recognised, or none is told.
    """
    verb, words = match.words("verb") or "", match.statement.document.text[slice(*topic)] if topic else ""
    open_vote = topic is None and verb.lower().startswith(_VOTES)
    deed = _THE_DEED.fullmatch(words)
    if not open_vote and ((_IT.fullmatch(words) or deed) is None or "recogni" in verb.lower()):
        return None
    before = [(at, one) for at, one in told if at < match.verb[0] and not is_bare(match.statement, one)]
    if deed:
        before = [(at, one) for at, one in before if is_question(match.statement, one, "supports", "supported")]
        return max(before)[1] if before else None
    return max(before)[1] if before else topic_before(match) or (None if open_vote else _named_before(match))


def _named_before(match: Match) -> Span | None:
    """What was done, or taken a side on, by somebody else in the clause before "it", or that of which that clause
    tells: "A passed the law on nets, but B condemned it", "The law on nets was passed, but B condemned it".
    """
    statement, mark = match.statement, _clause_end(match)
    if mark is None:
        return None
    found = list(_DID_IT.finditer(statement.document.text, statement.start, mark))
    told = found[-1] if found else _TOLD.match(statement.document.text, statement.start, mark)
    topic = trimmed(statement.document.text, *told.span("it")) if told else None
    if topic is None or is_bare(statement, topic):
        return None
    names = statement.of("state", "person", "place")
    return None if any(one.start <= topic[0] and topic[1] <= one.end for one in names) else topic


def _clause_end(match: Match) -> int | None:
    """Where the clause before that of a holder ends, at "but" or ";", or at a comma behind "After"; null where none
    does.
    """
    statement = match.statement
    span = statement.start, (match.span(holder_group(match)) or (match.start, 0))[0]
    mark = _NEXT_CLAUSE.search(statement.document.text, *span)
    if mark is None and statement.low.startswith(_WHEN):
        mark = _COMMA.search(statement.document.text, *span)
    return mark.start() if mark else None
