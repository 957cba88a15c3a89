"""Shapes of stances that stand beside the main verb: on a claim told before, in "its position is that", as the reason
for something, or in what another state is blamed for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.pattern import Match, Pattern, Piece
from parsers.language.reading import Statement
from parsers.phrases.stances.claim import Claim, Frame, Link, claims_around, claims_by
from parsers.phrases.stances.frames import CLAUSE_LEAD, SUBJECTS
from parsers.phrases.stances.judgements import is_judging
from parsers.phrases.stances.passives import done_forms
from parsers.phrases.stances.subjects import ADVERB, ASIDE, NOT, PEOPLE, SEVERAL, SUBJECT
from parsers.phrases.stances.topics import trimmed
from parsers.phrases.stances.words import Word, beginnings, forms, words_in

THINGS = (
    "claim", "demand", "move", "decision", "step", "policy", "position", "proposal", "plan", "view", "stance", "act",
    "measure", "bid", "law", "vote", "treaty", "agreement", "idea", "judgment", "judgement", "ruling", "verdict",
    "resolution", "statement", "suggestion", "accusation", "allegation", "charge", "assertion", "interpretation",
)  # fmt: skip
_THINGS = rf"(?:{'|'.join(THINGS)})"
_GOVERNMENT = r"(?:the )?(?:governments? of )?(?:the )?"
_WHO = rf"(?P<who>{SEVERAL})"
_ENDS = (
    r"(?=[.,;)]| (?:and|but|as|because|while|since|in|on|at|time and again|repeatedly|outright|to (?:this|that) day|"
    r"to date|today|de jure|de facto|officially|formally)\b|$)"
)
_POSITION = r"(?:position|stand|stance|view|policy|line|attitude)"
_POSITION_OF = (
    rf"(?:(?P<who><state|both|place>)(?:'s|’s|'|’)?{PEOPLE}(?:'s|’s)? (?:[\w-]+ ){{0,2}}?{_POSITION}|"
    rf"{_POSITION} of (?:the )?(?P<which><state|both>))"
)
_ON_WHAT = r"(?: (?:on|regarding|towards?|over|about|concerning|in|with regard to) [^;.]{3,90}?)?"
_IS = r"(?:is|was|has been|has always been|had been|remains|remained)(?: [a-z]+ly)?"
_BLAMED = r"(?:critici[sz]\w+|condemn\w*|denounc\w+|attack\w*|rebuk\w+|reprimand\w*)"
_THANKED = r"(?:commend\w*|thank\w*|prais\w+|gratitude to|grateful to|appreciat\w+)"
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
_INSTRUMENT = re.compile(
    r"\bthe (?=(?:[A-Z]\w+ ){0,3}"
    r"(?:Treaty|Agreement|Convention|Protocol|Declaration|Accords?|Plan|Resolution)\b[^,;]{0,50}$)"
)
_PUT_FORWARD = re.compile(
    r"\b(?:adopted|passed|proposed|tabled|suggested|put forward|drafted|voted on|debated|enforced|imposed|lifted) "
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
_TIME = re.compile(r" ?(?:however|though|therefore|meanwhile|ever since|since|after|during|until|when|while)\b")
_AMID = re.compile(r" (?:with|between|from|against|into) [^,;]*$")
_CAUSE = re.compile(
    r"(?:[^,;]* )?(?:because of|due to|owing to|over|after|following|against|in response to) (?:the )?(?=[^,;]{4,})"
)
_AMIDST = re.compile(
    r"[^,;]*\b(?:because of|due to|owing to|over|after|following|in response to|with|despite|during|about|amid) "
    r"(?:the )?(?=[^,;]{4,})"
)
_DEMANDED = ("demanded", "demands")
_PRONOUNS = ("it", "he", "she")
_MOST = 110
_NEAR = 6
_HELPED = ("supported", "backed", "endorsed")
_FILLED = r"(?:(?!lack\b|alleged\b|former\b)[\w’'-]+ ){0,3}?"


@cache
def _answers() -> tuple[tuple[Link, Frame], ...]:
    """ "Claims …, but Chile rejects this claim"; ", a claim that Chile disputes"."""
    claimed = r"\b(?:claims?|claimed|claiming|demands?|demanded|seeks|sought) (?P<topic>[^;.,]{4,110}?)"
    which = rf"(?:(?:a|an|one) (?:[a-z]+ )?{_THINGS} (?:that |which )?|which (?:only )?|something (?:that |which )?)"
    this = rf"(?:this|that|these|those|the|its|such|any such|it) ?(?:{_THINGS}s?)?"
    between, holder = Piece(rf"{ADVERB}{NOT}? "), Piece(rf"{_WHO}{PEOPLE}")
    comma = Piece(rf"(?P<opens>[,\"”]) {which}{_GOVERNMENT}\Z")
    it = Piece(r"(?P<opens>,) which (?P<who>it|he|she)\b")
    plain = Piece(rf"(?<=[\w\]])(?P<opens> )which {_GOVERNMENT}\Z")
    but = Piece(rf"{claimed},? (?:and|but|while|although|though|whereas) {_GOVERNMENT}\Z")
    found = Piece(r"(?P<found> [^;,.]{3,60}?)(?=[.,;]|$)")
    return (
        (Link("verbs", behind=found), Frame(between, holder, comma)),
        (Link("verbs", behind=Piece(f" {this}{_ENDS}")), Frame(between, holder, but)),
        (Link("verbs", behind=Piece(_ENDS)), Frame(between, holder, comma)),
        (Link("verbs", behind=Piece(_ENDS)), Frame(between, it)),
        (Link("verbs", behind=Piece(_ENDS)), Frame(between, holder, plain)),
    )


@cache
def _relative() -> Pattern:
    return Pattern(
        rf"(?P<opens>,) (?P<to>against|on|for|in favou?r of|to|with|from|of) which {_GOVERNMENT}{_WHO}{PEOPLE}{ADVERB} "
        rf"(?P<did>[a-z]+ed){_ENDS}"
    )


@cache
def _answered() -> tuple[Link, ...]:
    """ ", which was condemned by Chile"."""
    before = Piece(
        rf"(?P<opens>,) (?:(?:a|an) (?:[a-z]+ )?{_THINGS} )?(?:(?:which|that|but this|but the claim|and this) "
        rf"(?:is|was|were|has been|had been) (?:a {_THINGS} )?)?(?P<not>not |never )?(?:[a-z]+ly )?\Z"
    )
    return (Link("verbs", before, Piece(rf"(?: only| solely)? by (?:only )?{_GOVERNMENT}{_WHO}")),)


def answers(statement: Statement) -> Iterator[Claim]:
    """A claim or a deed told first, and who is against or for it: "a claim that Chile disputes", "but Chile rejects
    this claim", "which was condemned by Chile", "which Chile considers illegal" (the group `found`), "the ban which
    Chile demanded", "after the coup, which it condemned". Where a match has no topic, what is told stands before
    it.
    """
    for one in claims_by(statement, _answers()):
        if one.place("found") is not None:
            yield from (one,) if is_judging(one.word.form) else ()
        elif one.word.form in _DEMANDED or not one.word.form.startswith(beginnings("asking")):
            yield one
    yield from (one for one in claims_around(statement, _answered()) if one.word.form in done_forms())
    if " which " in statement.low:
        yield from _behind_prepositions(statement)


def _behind_prepositions(statement: Statement) -> Iterator[Claim]:
    """A stance in a relative clause that a preposition opens: ", against which Chile voted", ", to which it
    objected".
    """
    for match in _relative().find(statement):
        verb = match.found.span("did")
        form = f"{match.found['did']} {match.found['to']}".lower()
        if form in forms("verbs"):
            yield Claim(statement, match.found, (), Word(form, "verbs", *verb), "verbs")


@cache
def _positions() -> tuple[tuple[Link, Frame], ...]:
    sections = ("standings", "nouns", "participles", "verbs")
    between = Piece(rf"{_ON_WHAT},? {_IS} (?:one of |to |a policy of |based on |in )?{NOT}?")
    return ((Link("standings", sections=sections), Frame(between, Piece(_POSITION_OF))),)


@cache
def _position_that() -> Pattern:
    return Pattern(rf"{_POSITION_OF}{_ON_WHAT},? {_IS} (?P<verb>that) ")


def told_positions(statement: Statement) -> Iterator[Match]:
    """What the position of a state is: a support, a refusal, or "that" something is so."""
    yield from _position_that().find(statement)
    yield from claims_by(statement, _positions())


@cache
def _reasons() -> tuple[tuple[Link, Frame], ...]:
    """For what a state is blamed, why others broke with it, and why it did something."""
    named = Piece(rf"(?P<who><state|person>){PEOPLE}")
    blamed = Piece(rf"\b(?:{_BLAMED}|{_THANKED}) {_GOVERNMENT}(?:people of )?(?:the )?\Z")
    thanked = Piece(rf"\b{_THANKED} {_GOVERNMENT}(?:people of )?(?:the )?\Z")
    broken = Piece(rf"\b{_BROKEN} [^;.]{{0,60}}?(?:with|from|on) (?:the )?\Z")
    own = r"(?:its|their|his|her|the country's|the latter's)"
    acted = (
        rf"{ASIDE}(?:(?! {_BROKEN}| {_BLAMED})[^;.]){{3,110}}? (?:because of|due to|owing to|"
        rf"despite|in line with|in keeping with|reflecting|given|in view of) (?:its|their) {_FILLED}"
    )
    because = Piece(rf",? {_BECAUSE} {own} {_FILLED}")
    return (
        (Link("nouns"), Frame(because, named, blamed)),
        (Link("participles"), Frame(Piece(",? (?:for|over) (?:having )?(?P<not>not )?"), named, blamed)),
        (Link("stands"), Frame(Piece(rf"(?:'s|’s| for (?:its|their|the)) {_FILLED}"), named, thanked)),
        (Link("nouns"), Frame(because, named, broken)),
        (Link("nouns"), Frame(Piece(acted), SUBJECTS, CLAUSE_LEAD)),
    )


@cache
def _fronted() -> tuple[Link, ...]:
    before = Piece(
        r"(?:^|; )(?:(?P<not>with no )|(?:because of|due to|owing to|as a result of|on account of|given|despite|"
        r"in spite of|"
        rf"in line with|"
        rf"apart from|besides|consistent with) (?:its|their) {_FILLED})\Z"
    )
    doing = Piece(
        r"(?:^|; )(?:however, )?(?:(?:while|whilst|although|despite|besides|in addition to|apart from|aside from|"
        r"without) )?(?:[a-z]+ly )?\Z"
    )
    holder = Piece(rf"(?P<topic> [^;.,]{{3,110}}), (?:the )?{SUBJECT}")
    many = Piece(r"(?:countries|states|nations|members|\[quantity:\d+\]) (?:(?:that|which|have|has|had) )*\Z")
    listed = Piece(rf"(?P<topic> [^:;.]{{3,110}}): (?:the )?(?P<who>{SEVERAL})")
    having = Piece(r"(?:^|; )having (?:[a-z]+ly )?\Z")
    being = Piece(r"(?:^|; )(?:as )?(?:(?:an? |the |one of the )(?:[a-z-]+ ){0,4}?|(?:[a-z]+ly |long )?)\Z")
    among = Piece(r"(?:^|; )(?:among|one of) (?:the |its )?(?:[a-z-]+ ){0,4}?\Z")
    inverted = Piece(rf"(?P<topic> [^;.,]{{3,110}}?),? (?:is|are|was|were|has been) (?:the )?(?P<who>{SEVERAL})")
    policy = Piece(
        r"(?P<topic> [^;.,]{3,110}?),? (?:is|are|was|were|remains?|remained|has been) (?:an? |the |one of the )?"
        r"(?:[a-z]+ ){0,2}?(?:central to|(?:cornerstones?|pillars?|part|core|heart|principles?|elements?) of) (?:the )?"
        r"(?P<who><state>)(?:'s|’s)? (?:[a-z]+ ){0,2}?(?:policy|diplomacy)\b"
    )
    fronted = (("nouns", before), ("participles", doing), ("verbs", having), ("standings", being))
    said = Piece(r"(?:^|, )(?:[a-z]+ )?\Z")
    behind = (Link("standings", among, inverted), Link("verbs", many, listed), Link("nouns", said, policy))
    return *(Link(section, lead, holder) for section, lead in fronted), *behind


def reasons(statement: Statement) -> Iterator[Claim]:
    """A stance that is the reason of what its holder does, or of what is done to it: "because of its support for …"."""
    yield from claims_by(statement, _reasons())
    worried = ("concern", "worr", "alarm")
    yield from (one for one in claims_around(statement, _fronted()) if not one.word.form.startswith(worried))


def _opened(match: Match) -> int:
    """Where an answer begins: at its comma."""
    return (match.span("opens") or (match.start, 0))[0]


def _named_before(match: Match) -> tuple[int, int] | None:
    """The state or body right before ", supported by", which alone is supported."""
    named = match.statement.before(_opened(match), "state", "body", "person")
    return (named.start, named.end) if named is not None and named.end == _opened(match) else None


def is_taken_up(statement: Statement, topic: tuple[int, int]) -> bool:
    """Whether a question is that of a stance that another takes right before it: "demands access, which … rejects"."""
    ends = (statement.offset(one.end) for one in words_in(statement) if one.section == "verbs")
    return any(0 < topic[0] - end < _NEAR for end in ends)


def told_before(match: Match) -> tuple[int, int] | None:
    """The claim or the deed that a match of the claim shapes answers: its topic, else the clause before."""
    span, statement, opened = match.span("topic"), match.statement, _opened(match)
    told = statement.low[: opened - statement.start]
    if named := _recognised_before(match, opened):
        return named
    helped = span is None and match.verb[0] - opened == 2 and (match.words("verb") or "").lower() in _HELPED
    if helped and _AMID.search(told):
        return _named_before(match)
    done = _DONE_BY.search(told) if helped else None
    span = span or ((statement.start + done.end(), opened) if done else _clause_before(statement, opened))
    if statement.document.text[opened] == " " and not is_taken_up(statement, (span[0] + 1, opened)):
        return None
    if match.place("found") and (amid := _AMIDST.match(statement.document.text, *span)):
        span = (amid.end(), span[1])
    if match.words("who") in _PRONOUNS and (cause := _CAUSE.match(statement.document.text, *span)):
        span = (cause.end(), span[1])
    if _TIME.match(statement.document.text, span[0]):
        return None
    last = statement.document.text.rfind(" and ", *span) if span[1] - span[0] > _MOST else -1
    span = (last + len(" and "), span[1]) if last >= 0 else span
    dated = _DATED_END.search(statement.document.text, *span)
    span = (span[0], dated.start()) if dated and span[1] == opened else span
    return trimmed(statement.document.text, *span) if 4 <= span[1] - span[0] <= _MOST else None


def _recognised_before(match: Match, opened: int) -> tuple[int, int] | None:
    """The name that ends at a place, where a match tells that it is recognised: "the Republic of A, which"."""
    text, start = match.statement.document.text, match.statement.start
    if not text.startswith(("recogni", "acknowledged"), match.verb[0]):
        return None
    named = _NAMED_LAST.search(text, max(start, opened - _MOST), opened)
    return named.span() if named and not text[named.start() - 2].isdigit() else None


def _clause_before(statement: Statement, opened: int) -> tuple[int, int]:
    """The clause that ends at a place, without what leads up to a treaty, a quarrel or a name in it, or the stance of
    another on the same question.
    """
    start = max(statement.low.rfind(mark, 0, opened - statement.start) for mark in (",", ";", ". "))
    text, span = statement.document.text, (statement.start + start + 1, opened)
    lead = _INSTRUMENT.search(text, *span) or _QUARREL.search(text, *span) or _NAMED_AS.match(text, *span)
    places = (statement.offset(one.end) for one in words_in(statement) if one.section in ("verbs", "participles"))
    taken = max((at for at in places if span[0] < at < opened), default=None)
    lead = lead or _PUT_FORWARD.search(text, *span) or _BY_EVENT.search(text, *span) or _HAS_TIES.search(text, *span)
    return (lead.end(), opened) if lead else span if taken is None else (taken, opened)
