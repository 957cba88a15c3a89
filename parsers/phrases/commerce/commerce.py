"""Terms of commerce in a statement: exports, imports, trade, surpluses, each with whose they are.

A term's `reporter` is the state whose trade it is and `partner` the other; both are null for trade that has no side.
Terms of other states ("its exports to Africa") are found too and marked foreign, so that an amount beside them is not
taken for the pair's. Not read: purchases and sales, and flows narrowed to some goods ("coffee exports"), which are
marked narrow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from parsers.language.reading import Context, Statement, kept
from parsers.language.sides import facing, side_of
from parsers.language.slots import clause_end, clause_start
from parsers.phrases.commerce.whose import (
    MODIFIERS,
    POSSESSIVE,
    STATE,
    is_third,
    owner_of,
    parties_of,
    side_at,
    ways_of,
)
from parsers.phrases.commerce.words import (
    BURDENED,
    OF_FIRM,
    WORLDWIDE,
    flows_of,
    is_aside,
    is_narrow,
    matches_in,
    sign_of,
    words,
)


@dataclass(frozen=True, slots=True)
class Term:
    """A term of commerce; `start` and `end` are places in the statement's skeleton.

    `flows` has two flows for "exports and imports". `sign` is -1 for a deficit. `said` tells that the words
    themselves name a side or call the trade bilateral. `foreign` and `narrow` terms bear no figure of the pair.
    """

    flows: tuple[str, ...]
    start: int
    end: int
    reporter: str | None = None
    partner: str | None = None
    verb: bool = False
    sign: int = 1
    said: bool = False
    foreign: bool = False
    narrow: bool = False


_BILATERAL = re.compile(r"\b(?:bilateral|mutual|two-way|reciprocal|their)\b(?: \w+){0,2} $", re.IGNORECASE)
_OVERALL = re.compile(r"\b(?:total|overall|global|worldwide|entire|world|foreign) $", re.IGNORECASE)
_POSSESSED = re.compile(rf"{STATE}{POSSESSIVE} (?:[a-z]+ )?$")
# "The Union's trade with A" is no trade of the pair.
_OF_BODY = re.compile(rf"\[body:\d+\]{POSSESSIVE} {MODIFIERS}$", re.IGNORECASE)
_ITS = re.compile(rf"\b(?P<word>its|their|the country's|his country's) {MODIFIERS}$", re.IGNORECASE)
_PASSIVE = re.compile(r"\b(?:was|were|been|being) (?:[a-z]+ly )?$")
_FAVOUR = re.compile(
    rf"\b(?:in )?favou?r(?:ing|s|ed)?(?: of)?(?: the)? (?P<who>{STATE})|\b(?:in |to )(?:the )?(?P<whose>{STATE})"
    rf"(?:{POSSESSIVE})? (?:favou?r|advantage)|(?:surplus|deficit)(?: of \[money:\d+\])? for(?: the)? "
    rf"(?P<for>{STATE})",
    re.IGNORECASE,
)
_LEFT = re.compile(
    rf"\b(?:(?:leaving|left|giving|gave|handed|handing)(?: the)? (?P<who>{STATE})(?: with)?|"
    rf"with (?:the )?(?P<has>{STATE}) "
    rf"(?:posting|recording|registering|running|enjoying|showing|reporting|having)) an? (?:\[money:\d+\] )?(?:[a-z]+ "
    rf")?(?:trade )?$",
    re.IGNORECASE,
)


_ACCOUNTING = re.compile(
    rf"(?:,? with|,|;|,? and|,? of which) (?:the )?(?P<who>\[state:\d+\])(?:{POSSESSIVE})?(?: (?:exports|share|part))? "
    r"(?:accounting|accounts|accounted|making up|made up|contributing|contributed)(?: for)?\b(?: (?:most|the (?:bulk|"
    r"majority|greater part|lion's share)) of (?:the |this )?(?:total |bilateral |two-way )?trade\b)?"
    r"(?=[^;\[]{0,30}\[money)",
    re.IGNORECASE,
)


@kept
def terms(statement: Statement) -> list[Term]:
    """The terms of commerce of a statement, in order, each with its sides as far as they are said or carried over."""
    found: list[Term] = []
    matches = matches_in(statement.skeleton)
    for number, match in enumerate(matches):
        limit = matches[number + 1].start() if number + 1 < len(matches) else len(statement.skeleton)
        before = found[-1] if found else None
        if match["again"]:
            found.extend(_again(statement, match, before))
        elif match["those"] is None:
            found.append(_sided(statement, match, limit, before or _told_term(statement)))
        elif before is not None and len(before.flows) == 1 and not before.verb and not is_aside(statement, match):
            found.append(_those(statement, match, limit, before))
    parts = list(_parts(statement, found))
    whole = [term for term in found if not any(part.start < term.start and term.end <= part.end for part in parts)]
    return sorted([*(whole if parts else found), *parts], key=lambda term: term.start)


def _told_term(statement: Statement) -> Term | None:
    """The only flow of one state that the sentence before tells of, which "imports" without a side goes on with."""
    told = _terms_before(statement)
    sided = [term for term in told if term.reporter and term.flows != ("total",) and not term.foreign]
    return sided[-1] if sided and len({term.reporter for term in sided}) == 1 else None


def _terms_before(statement: Statement) -> Sequence[Term]:
    """The terms of the sentence before in the same paragraph."""
    return terms(statement.earlier) if statement.earlier is not None else []


def _parts(statement: Statement, found: Sequence[Term]) -> Iterator[Term]:
    """The exports that a state's part of the trade told before are: "trade was …, with A accounting for [money]"."""
    for match in _ACCOUNTING.finditer(statement.skeleton) if found else ():
        whole = next((term for term in reversed(found) if term.end <= match.start()), None)
        reporter = side_at(statement, match["who"])
        if whole is not None and whole.flows == ("total",) and not whole.foreign and reporter:
            term = Term(("export",), match.start(), match.end())
            yield _placed(term, reporter, None, statement.context, True)


def _again(statement: Statement, match: re.Match[str], before: Term | None) -> list[Term]:
    """The flow that "this figure", "it" takes up: that of the clause before, else the only one told right before, or
    the total that was told with its parts.
    """
    told: Sequence[Term]
    if before is not None:
        between = statement.skeleton[before.end : match.start()]
        goes_on = (match[0].lower() == "it" and ":" in between) or (" " in match[0] and ";" in between)
        told = [before] if goes_on else []
    else:
        told = _terms_before(statement)
    only = {(term.flows, term.reporter) for term in told}
    whole = told[0] if told and told[0].flows == ("total",) else None
    meant = told[-1] if len(only) == 1 else whole
    if meant is None or meant.foreign or meant.narrow:
        return []
    return [replace(meant, start=match.start(), end=match.end(), verb=False, said=True)]


def _those(statement: Statement, match: re.Match[str], limit: int, before: Term) -> Term:
    """The flow that "those" takes up: "exports from A …, and those from B to A"."""
    others = ways_of(statement, match.end() - 1, limit)
    reporter, partner = parties_of(statement, before.flows[0], None, others)
    term = Term(before.flows, match.start(), match.end() - 1, sign=before.sign, narrow=before.narrow)
    foreign = before.foreign or any(is_third(statement, who) for _, who in others)
    return _placed(replace(term, foreign=foreign), reporter, partner, statement.context, True)


@dataclass(frozen=True, slots=True)
class _Told:
    """A flow as its clause tells it: the words before it, whose it is, and to and from whom it goes.

    `owner` is a slot of the skeleton; `ways` are words such as "to", each with a slot; `limit` is where the next word
    of commerce begins.
    """

    before: str
    owner: str | None
    ways: list[tuple[str, str]]
    limit: int


def _sided(statement: Statement, match: re.Match[str], limit: int, previous: Term | None) -> Term:
    """The term of one match, with its sides; one that names none has those of the term before it."""
    flows, verb = flows_of(match)
    before = statement.skeleton[clause_start(statement.skeleton, match.start()) : match.start()]
    term = Term(flows, *match.span(), verb=verb, sign=sign_of(match[0], before))
    favoured = _favoured(statement.skeleton, match) if flows == ("balance",) else None
    if favoured is not None:
        return _in_favour(statement, term, favoured)
    told = _told(statement, term, before, limit)
    reporter, partner = parties_of(statement, flows[0], told.owner, told.ways)
    foreign, its = _is_of_others(statement, term, told), _ITS.search(before) is not None
    said = bool(reporter or partner or told.ways or _BILATERAL.search(before) or its)
    if not reporter and not partner and previous is not None and not foreign:
        same = its or flows != ("total",)
        reporter, partner = (previous.reporter, previous.partner) if same else (None, None)
        foreign = previous.foreign and (same or not said)
    narrow = is_narrow(statement.low_skeleton, match) or bool(match["sales"] and not reporter and not partner)
    return _placed(replace(term, foreign=foreign, narrow=narrow), reporter, partner, statement.context, said)


def _told(statement: Statement, term: Term, before: str, limit: int) -> _Told:
    """What the clause of a term tells of whose it is and where it goes; "[A] goods were imported" are from A."""
    owner, ways = owner_of(statement, before, term.start, term.verb), ways_of(statement, term.end, limit)
    if owner and term.verb and term.flows == ("import",) and _PASSIVE.search(before):
        return _Told(before, None, [*ways, ("from", owner)], limit)
    return _Told(before, owner, ways, limit)


def _is_of_others(statement: Statement, term: Term, told: _Told) -> bool:
    """Whether a third state, a body, a group or a firm has a part in it, or it is one state's trade with all."""
    low, end = statement.low_skeleton, term.end
    parties = [told.owner] if told.owner else []
    parties += [who for _, who in told.ways]
    return (
        any(is_third(statement, who) for who in parties)
        or words("groups").search(low, end, min(told.limit, end + 60)) is not None
        or OF_FIRM.search(told.before) is not None
        or BURDENED.search(told.before) is not None
        or WORLDWIDE.match(low, end) is not None
        or (not term.verb and (_OF_BODY.search(told.before) is not None or _is_with_all(statement, term, told)))
    )


def _is_with_all(statement: Statement, term: Term, told: _Told) -> bool:
    """Whether it is one state's trade as a whole: "A's total exports", where the other side is nowhere named."""
    whole = term.flows == ("total",) or _OVERALL.search(told.before) is not None
    possessed = _POSSESSED.search(told.before) is not None
    return (whole or (possessed and _is_first(statement, term.flows))) and _is_alone(statement, told.owner, told.ways)


def _in_favour(statement: Statement, term: Term, favoured: re.Match[str]) -> Term:
    """The balance of the state of which the words tell it: one in whose favour it is has a surplus."""
    who = favoured.lastgroup or ""
    is_surplus = favoured.re is _FAVOUR and who in ("who", "whose")
    told = replace(term, sign=1) if is_surplus else term
    return _placed(told, side_at(statement, favoured[who]), None, statement.context, True)


def _favoured(skeleton: str, match: re.Match[str]) -> re.Match[str] | None:
    """The words that say whose a balance is: "in favour of A", "a surplus for A", "leaving A with a deficit"."""
    left = _LEFT.search(skeleton, max(0, match.start() - 60), match.start())
    return left or _FAVOUR.search(skeleton, match.start(), clause_end(skeleton, match.end()))


def _is_first(statement: Statement, flows: tuple[str, ...]) -> bool:
    """Whether a balance is told of where the sentence before has nothing of the pair's trade."""
    return flows == ("balance",) and not _terms_before(statement)


def _is_alone(statement: Statement, owner: str | None, others: list[tuple[str, str]]) -> bool:
    """Whether trade is that of one state with all: it has an owner, and the other side is nowhere in the statement."""
    owners = [owner] if owner else [who for way, who in others if way == "of"]
    sides = {side_of(mention, statement.context) for mention in statement.of("state", "place", "person")} - {None}
    return bool(owners) and len(sides) < 2 and not statement.of("both")


def _placed(term: Term, reporter: str | None, partner: str | None, context: Context, said: bool) -> Term:
    """The term with reporter and partner, the one from the other."""
    reporter = reporter or facing(partner, context.pair)
    partner = partner or facing(reporter, context.pair)
    return replace(term, reporter=reporter, partner=partner, said=said)


def own_terms(statement: Statement) -> list[Term]:
    """The terms of the pair's trade that are of no goods alone."""
    return [term for term in terms(statement) if not term.foreign and not term.narrow and is_theirs(statement, term)]


def is_theirs(statement: Statement, term: Term) -> bool:
    """Whether a term is the pair's: it names a side or calls the trade bilateral, or stands without any owner at
    all.
    """
    if term.verb and term.flows != ("total",) and not term.reporter:
        return False
    if term.said or term.reporter or term.flows == ("total",):
        return True
    owned = _OWNED.search(statement.skeleton[: term.start])
    return owned is None or bool(statement.of("both"))


_OWNED = re.compile(r"\[(?:state|body):\d+\](?:'s|’s|'|’)? (?:\w+ ){0,2}$")
