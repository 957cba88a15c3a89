"""Terms of commerce in a statement: exports, imports, trade, surpluses, each with whose they are.

A term's `reporter` is the state whose trade it is and `partner` the other; both are null for trade that has no side.
Terms
of other states ("its exports to Africa") are found too and marked foreign, so that an amount beside them is not taken
for the
pair's. Not read: purchases and sales, and flows narrowed to some goods ("coffee exports"), which are marked narrow.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Context, Statement, kept
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, any_of, clause_end, clause_start, slots

_STATE = r"\[(?:state|place):\d+\]"
_POSSESSIVE = r"(?:'s|’s|s'|'|’)"


@dataclass(frozen=True)
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


@cache
def words(name: str) -> re.Pattern[str]:
    """A list of `lexicon/trade.yaml` as one regular expression over text in lower case."""
    return re.compile(any_of(read_yaml("trade.yaml")[name]))


@cache
def _term() -> re.Pattern[str]:
    barred = any_of(read_yaml("trade.yaml")["not_trade"])
    return re.compile(
        r"\b(?:(?P<both>(?:exports? ?(?:and|/|&) ?imports?|imports? ?(?:and|/|&) ?exports?))"
        r"|(?P<verb>(?:re-?)?exported|exporting|imported|importing|traded|(?:sold|bought|purchased)"
        r"(?=(?: \[state:\d+\])?(?: \[money:\d+\] (?:in|of|worth of))? (?:goods|products|merchandise)\b))"
        r"|(?P<those>those (?=(?:from|to|of|by) (?:the )?\[state:\d+\]))"
        r"|(?P<noun>(?:re-)?exports?|imports?)(?! (?:partners?|markets?|destinations?|sources?|duties|tax|"
        r"taxes|controls?|ban|licen[cs]es?|credit|promotion|restrictions?|substitution|products?|items?|"
        r"commodities|goods include|goods are)\b)"
        r"|(?P<sales>(?:sales|purchases)(?= (?:to|from|came|amounted|totall?ed|stood|reached|were)\b))"
        r"|(?P<balance>trade (?:surplus|deficit|imbalance|balance|gap)|balance of trade|surplus|deficit)"
        rf"|(?P<total>(?:trade|commerce|commercial|commodity|goods|merchandise|economic) (?:volumes?|turnover|"
        rf"exchanges?|flows?|figures|value)|turnover|(?:trade|trading|commerce)(?! {barred})(?![-\w])))\b",
        re.IGNORECASE,
    )


_BILATERAL = re.compile(r"\b(?:bilateral|mutual|two-way|reciprocal|their)\b(?: \w+){0,2} $", re.IGNORECASE)
_MODIFIERS = r"(?:(?:[a-z][a-z-]*) ){0,3}"
_OWNER = re.compile(rf"(?P<owner>{_STATE})(?P<mark>{_POSSESSIVE})? {_MODIFIERS}$", re.IGNORECASE)
_ITS = re.compile(rf"\b(?P<word>its|their|the country's|his country's) {_MODIFIERS}$", re.IGNORECASE)
_NOT_BETWEEN = re.compile(r"\b(?:and|or|of|to|from|in|with|was|were|is|are|had|has|have|by|for|as|at|on|while)\b")
_WAY = re.compile(
    rf"\b(?P<way>to|into|from|with|between|of|by|for)(?: the| both)? (?P<who>{_STATE}|\[body:\d+\]|\[both:\d+\])",
    re.IGNORECASE,
)
_OTHER_SIDE = re.compile(rf"^(?: and| to)(?: the)? (?P<who>{_STATE}|\[body:\d+\])", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"\b(?:to|into|from|with|of|in|for|between|by|via|through|than|and|sold)(?: the)? $", re.IGNORECASE
)
_FAVOUR = re.compile(rf"\b(?:in )?favou?r(?:ing|s|ed)?(?: of)?(?: the)? (?P<who>{_STATE})", re.IGNORECASE)


@kept
def terms(statement: Statement) -> list[Term]:
    """The terms of commerce of a statement, in order, each with its sides as far as they are said or carried over."""
    found: list[Term] = []
    matches = list(_term().finditer(statement.skeleton))
    for number, match in enumerate(matches):
        limit = matches[number + 1].start() if number + 1 < len(matches) else len(statement.skeleton)
        before = found[-1] if found else None
        if match["those"] is None:
            found.append(_sided(statement, match, limit, before))
        elif before is not None and len(before.flows) == 1 and not before.verb:
            found.append(_those(statement, match, limit, before))
    return found


def _those(statement: Statement, match: re.Match[str], limit: int, before: Term) -> Term:
    """The flow that "those" takes up: "exports from A …, and those from B to A"."""
    others = _ways(statement, match.end() - 1, limit)
    reporter, partner = _parties(statement, before.flows[0], None, others)
    term = Term(before.flows, match.start(), match.end() - 1, sign=before.sign, narrow=before.narrow)
    foreign = before.foreign or any(_is_foreign(statement, who) for _, who in others)
    return _placed(replace(term, foreign=foreign), reporter, partner, statement.context, True)


def _sided(statement: Statement, match: re.Match[str], limit: int, previous: Term | None) -> Term:
    """The term of one match, with its sides."""
    flows, verb = _flows(match)
    skeleton = statement.skeleton
    low = skeleton.lower()
    before = skeleton[clause_start(skeleton, match.start()) : match.start()]
    term = Term(flows, match.start(), match.end(), verb=verb, sign=-1 if "deficit" in match[0].lower() else 1)
    owner, others = _owner(statement, before, match.start(), verb), _ways(statement, match.end(), limit)
    favoured = _FAVOUR.search(skeleton, match.end()) if flows == ("balance",) else None
    if favoured:
        return _placed(replace(term, sign=1), _side(statement, favoured["who"]), None, statement.context, True)
    lonely = flows == ("total",) and not verb and _is_alone(statement, owner, others)
    groups = words("groups").search(low, match.end(), min(limit, match.end() + 60))
    foreign = any(_is_foreign(statement, who) for _, who in [("of", owner), *others] if who) or bool(groups) or lonely
    narrow = _is_narrow(low, match)
    reporter, partner = _parties(statement, flows[0], owner, others)
    said = bool(reporter or partner or others or _BILATERAL.search(before) or _ITS.search(before))
    if not reporter and not partner and previous is not None and not foreign:
        same = flows[0] not in ("total",) or bool(_ITS.search(before))
        reporter, partner = (previous.reporter, previous.partner) if same else (None, None)
        foreign = previous.foreign and (same or not said)
    term = replace(term, foreign=foreign, narrow=narrow)
    return _placed(term, reporter, partner, statement.context, said)


def _is_alone(statement: Statement, owner: str | None, others: list[tuple[str, str]]) -> bool:
    """Whether trade is that of one state with all: it has an owner, and the other side is nowhere in the statement."""
    owners = [owner] if owner else [who for way, who in others if way == "of"]
    sides = {side_of(mention, statement.context) for mention in statement.of("state", "place", "person")} - {None}
    return bool(owners) and len(sides) < 2 and not statement.of("both")


def _flows(match: re.Match[str]) -> tuple[tuple[str, ...], bool]:
    """The flows of a match, and whether it is a verb."""
    word = match[0].lower()
    if match["both"]:
        return (("export", "import") if word.startswith("export") else ("import", "export")), False
    if match["balance"]:
        return ("balance",), False
    if match["total"] or word == "traded":
        return ("total",), match["verb"] is not None
    return ("export" if "export" in word or word in ("sold", "sales") else "import",), match["verb"] is not None


def _placed(term: Term, reporter: str | None, partner: str | None, context: Context, said: bool) -> Term:
    """The term with reporter and partner, the one from the other."""
    reporter = reporter or facing(partner, context.pair)
    partner = partner or facing(reporter, context.pair)
    return replace(term, reporter=reporter, partner=partner, said=said)


def _side(statement: Statement, slot: str) -> str | None:
    """The side that a slot of the skeleton stands for."""
    number = int(slot.strip("[]").rpartition(":")[2])
    return side_of(statement.mentions[number], statement.context)


def _is_foreign(statement: Statement, slot: str) -> bool:
    """Whether a slot is a third state or a body."""
    return not slot.startswith("[both") and _side(statement, slot) is None


def _owner(statement: Statement, before: str, position: int, verb: bool) -> str | None:
    """The slot of the state whose exports or imports they are, from the words before the term in its clause."""
    found = _OWNER.search(before)
    if found and not _NOT_BETWEEN.search(before[found.end("owner") :]):
        preposition = _PREPOSITION.search(before[: found.start()])
        if (
            not preposition
            or found["mark"]
            or not preposition[0].lower().startswith(("to", "into", "from", "and"))
            or verb
        ):
            return found["owner"]
    if verb:
        return _subject(statement, position)
    return None


def _subject(statement: Statement, position: int) -> str | None:
    """The slot of the state that does what the verb at a place says: the last before it that no preposition governs."""
    skeleton = statement.skeleton
    begin = clause_start(skeleton, position)
    subjects = [
        slot for slot in slots(statement, "state", "place")
        if begin <= slot.start < position and not _governed(skeleton, slot)
    ]  # fmt: skip
    return skeleton[subjects[-1].start : subjects[-1].end] if subjects else None


def _governed(skeleton: str, slot: Slot) -> bool:
    return _PREPOSITION.search(skeleton, max(0, slot.start - 14), slot.start) is not None and not skeleton[
        : slot.start
    ].lower().endswith((" and ", " by ", "with "))


def _ways(statement: Statement, start: int, limit: int) -> list[tuple[str, str]]:
    """The words "to", "from", "with", "between" after a term, each with the slot of the party that follows."""
    skeleton = statement.skeleton
    stop = min(limit, clause_end(skeleton, start))
    found: list[tuple[str, str]] = []
    for match in _WAY.finditer(skeleton, start, stop):
        found.append((match["way"].lower(), match["who"]))
        other = _OTHER_SIDE.match(skeleton[match.end() : stop])
        if match["way"].lower() == "between" and other:
            found.append(("between", other["who"]))
    return found


def _parties(
    statement: Statement, flow: str, owner: str | None, ways: list[tuple[str, str]]
) -> tuple[str | None, str | None]:
    """Reporter and partner of a flow from its owner and the ways that goods go."""
    own = _side(statement, owner) if owner else None
    to = next((_side(statement, who) for way, who in ways if way in ("to", "into")), None)
    source = next((_side(statement, who) for way, who in ways if way in ("from", "of", "by")), None)
    partner = next((_side(statement, who) for way, who in ways if way == "with"), None)
    if flow == "total":
        return (own, partner) if own and partner and own != partner else (None, None)
    if flow == "import":
        bought = next((_side(statement, who) for way, who in ways if way == "from"), None)
        buyer = next((_side(statement, who) for way, who in ways if way in ("by", "of", "to", "into")), None)
        if own and own == bought:
            own = None
        return (None, own) if own and buyer and own != buyer and not bought else (own or buyer, bought)
    if flow == "export":
        return (own if own != to else None) or source, to
    return own, partner


def _is_narrow(low: str, match: re.Match[str]) -> bool:
    """Whether the flow is narrowed to some goods, by a word before it or by "of" and a word after it."""
    products = words("products")
    last = re.search(r"(?P<words>(?:[\w-]+ ){1,2})$", low[: match.start()])
    near = last["words"] if last else ""
    after = re.match(rf" (?:of|in) (?:[a-z-]+ ){{0,2}}?{products.pattern}", low[match.end() :])
    main = re.search(r"\b(?:main|major|principal|key|chief|primary|top|leading|largest) $", low[: match.start()])
    return bool(main or after or ((products.search(near) and not near.startswith("non-")) and "non-oil" not in near))
