"""Shapes of stances that stand beside the main verb: on a claim told before, in "its position is that", as the reason
for something, or in what another state is blamed for.
"""

from __future__ import annotations

import re
from functools import cache

from parsers.language.pattern import Match, Pattern
from parsers.phrases.stances.passives import done_forms
from parsers.phrases.stances.subjects import ADVERB, ASIDE, LEAD, NOT, PEOPLE, SUBJECT
from parsers.phrases.stances.topics import trimmed
from parsers.phrases.stances.words import alternatives

THINGS = (
    "claim", "demand", "move", "decision", "step", "policy", "position", "proposal", "plan", "view", "stance", "act",
    "measure", "bid", "law", "vote", "accusation", "allegation", "charge", "assertion", "interpretation",
)  # fmt: skip
_THINGS = rf"(?:{'|'.join(THINGS)})"
_WHO = (
    r"(?:the )?(?:government of |governments of )?(?:the )?"
    r"(?P<who><state|both|person|place>(?:(?:,? and|,)(?: the)? <state>){0,6})"
)
_ENDS = r"(?=[.,;)]| (?:and|but|as|because|while|since|in|on|at|time and again|repeatedly|outright)\b|$)"
_POSITION = r"(?:position|stance|view|policy|line|attitude)"
_IS = r"(?:is|was|has been|has always been|had been|remains|remained)(?: [a-z]+ly)?"
_BLAMED = r"(?:critici[sz]\w+|condemn\w*|denounc\w+|attack\w*|rebuk\w+|reprimand\w*)"
_BROKEN = (
    r"(?:veto\w*|oppos\w*|reject\w*|refus\w*|block\w*|boycott\w*|sanction\w*|punish\w*|against|"
    r"broke|broken|breaking|sever\w*|suspend\w*|cut|ended|strained|deteriorat\w+|worsened|recalled|expelled)"
)
_BECAUSE = r"(?:because of|due to|owing to|over|for|on account of|as a result of|following|after|in response to)"
_QUARREL = re.compile(
    r"\b(?:relations|ties|tensions?|disagree\w*|differ\w*|quarrel\w*|disputes?) [^,;]{0,60}?\b"
    r"(?:over|about|on|regarding|concerning) (?:the )?",
    re.IGNORECASE,
)
_NAMED_AS = re.compile(r".*\bindependence\b.* as (?:the |an? )?(?=[A-Z])")
_AMID = re.compile(r" (?:with|between|from|against|into) [^,;]*$")
_HELPED = ("supported", "backed", "endorsed")
_FILLED = r"(?:(?!lack\b|alleged\b|former\b)[\w’'-]+ ){0,3}?"


@cache
def claim_shapes() -> tuple[Pattern, ...]:
    """A claim or a deed told first, and who is against or for it: "a claim that Chile disputes", "but Chile rejects
    this claim", "which was condemned by Chile". Where a shape has no topic, what is told stands before it.
    """
    verbs, done = alternatives("verbs"), "|".join(sorted(done_forms()))
    claimed = r"\b(?:claims?|claimed|claiming|demands?|demanded|seeks|sought) (?P<topic>[^;.,]{4,110}?)"
    this = rf"(?:this|that|these|those|the|its|such|any such|it) ?(?:{_THINGS}s?)?"
    active = rf"{_WHO}{PEOPLE}{ADVERB}{NOT} (?P<verb>{verbs})"
    which = rf"(?:(?:a|an|one) (?:[a-z]+ )?{_THINGS} (?:that |which )?|which (?:only )?|something (?:that |which )?)"
    return (
        Pattern(rf"{claimed},? (?:and|but|while|although|though|whereas) {active} {this}{_ENDS}"),
        Pattern(rf"[,\"”] {which}{active}{_ENDS}"),
        Pattern(
            rf", (?:(?:a|an) (?:[a-z]+ )?{_THINGS} |(?:which|but this|but the claim|and this) "
            rf"(?:is|was|were|has been|had been) (?:a {_THINGS} )?)?(?:[a-z]+ly )?(?P<verb>{done}) by {_WHO}"
        ),
    )


@cache
def position_shapes() -> tuple[Pattern, ...]:
    """What the position of a state is: a support, a refusal, or "that" something is so."""
    whose = (
        rf"(?:(?P<who><state|both>)(?:'s|’s|'|’)?{PEOPLE}(?:'s|’s)? (?:[\w-]+ ){{0,2}}?{_POSITION}|"
        rf"{_POSITION} of (?:the )?(?P<which><state|both>))"
    )
    about = r"(?: (?:on|regarding|towards?|over|about|concerning|in|with regard to) [^;.]{3,90}?)?"
    stance = "|".join(alternatives(part) for part in ("standings", "nouns", "participles", "verbs"))
    return (
        Pattern(rf"{whose}{about},? {_IS} (?P<verb>that) "),
        Pattern(rf"{whose}{about},? {_IS} (?:one of |to |a policy of |based on |in )?{NOT}(?P<verb>{stance})\b"),
    )


@cache
def reason_shapes() -> tuple[Pattern, ...]:
    """A stance that is the reason of what its holder does, or of what is done to it: "because of its support for …"."""
    noun = rf"{_FILLED}(?P<verb>{alternatives('nouns')})\b"
    doing = rf"(?P<verb>{alternatives('participles')})\b"
    blamed = rf"\b{_BLAMED} (?:the )?(?:government of )?(?:the )?(?P<who><state>){PEOPLE}"
    return (
        Pattern(rf"{blamed},? {_BECAUSE} (?:its|their|his|her|the country's) {noun}"),
        Pattern(rf"{blamed},? (?:for|over) {doing}"),
        Pattern(rf"\b{_BROKEN} [^;.]{{0,60}}?(?:with|from|on) (?:the )?(?P<who><state>),? {_BECAUSE} "
                rf"(?:its|their|the country's|the latter's) {noun}"),
        Pattern(rf"(?:^|; )(?:because of|due to|owing to|given|despite|in spite of|in line with|apart from|besides|"
                rf"consistent with) (?:its|their) {noun} [^;.,]{{3,110}}, (?:the )?{SUBJECT}"),
        Pattern(rf"{LEAD}{SUBJECT}{ASIDE}(?:(?! {_BROKEN}| {_BLAMED})[^;.]){{3,110}}? (?:because of|due to|owing to|"
                rf"despite|in line with|in keeping with|reflecting|given|in view of) (?:its|their) {noun}"),
    )  # fmt: skip


def _is_bare(match: Match) -> bool:
    """Whether only a comma opens the aside: no "which was", no "a claim"."""
    verb = match.span("verb")
    return verb is not None and verb[0] - match.start == 2


def _named_before(match: Match) -> tuple[int, int] | None:
    """The state or body right before ", supported by", which alone is supported."""
    named = match.statement.before(match.start, "state", "body", "person")
    return (named.start, named.end) if named is not None and named.end == match.start else None


def told_before(match: Match) -> tuple[int, int] | None:
    """The claim or the deed that a match of the claim shapes answers: its topic, else the clause before."""
    span, statement = match.span("topic"), match.statement
    told = statement.low[: match.start - statement.start]
    if span is None and (match.words("verb") or "").lower() in _HELPED and _is_bare(match) and _AMID.search(told):
        return _named_before(match)
    if span is None:
        start = max(statement.low.rfind(mark, 0, match.start - statement.start) for mark in (",", ";", ". "))
        span = statement.start + start + 1, match.start
        lead = _QUARREL.search(statement.document.text, *span) or _NAMED_AS.match(statement.document.text, *span)
        span = (lead.end(), span[1]) if lead else span
    return trimmed(statement.document.text, *span) if 4 <= span[1] - span[0] <= 110 else None
