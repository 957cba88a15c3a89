"""Shares of one state in the other's exports, imports or trade that stand with no rank."""

from __future__ import annotations

import re

from parsers.language.reading import Statement, kept
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, clause_start, slots
from parsers.phrases.commerce.commerce import terms
from parsers.phrases.commerce.standing import Standing, is_planned, percent_of, ranks, when_of
from parsers.phrases.commerce.words import words

_SHARE_OF = re.compile(
    r"^ ?(?:share )?(?:of|in)(?: all)?(?: the)?(?: (?:country's|total|overall|entire|latter's|former's|"
    r"nation's|annual|global|all|foreign|external))*(?: (?:\[(?:state|place):(?P<owner>\d+)\](?:'s|’s|s'|"
    r"'|’)?|(?P<its>its|their)))?"
    r"(?: (?:total|overall|foreign|external|annual|global|all|merchandise|goods|entire|world|"
    r"international))* (?:\[money:\d+\] (?:worth )?(?:(?:in|of) )?)?"
    r"(?P<flow>exports?|imports?|(?:trade|foreign trade)(?: volume| turnover)?|turnover|"
    r"(?:external|international) trade)\b",
    re.IGNORECASE,
)
# "83% of A's exports to B consisted of tea": a part of the flow between the two, no share of B.
# "26% of A's imports from the poorest countries": a share of what comes from a group.
_FROM_GROUP = re.compile(
    r" (?:from|to) (?:the )?(?:[\w-]+ ){0,3}(?:countries|states|nations|members|region|continent)\b"
)
_TO_PARTNER = re.compile(r" (?:to|from|into)(?: the)? \[state:\d+\],? (?!(?:alone|only)\b)(?:[^,;.]*, )?[a-z]")
# Who sends or gets a part of "its" trade tells of his own.
_OWN = re.compile(
    r"\b(?:sends?|sent|gets?|got|sells?|sold|ships?|shipped|sourc\w+|obtain\w*|buys?|bought|"
    r"export\w*|import\w*|conducts?) (?:\w+ )?$"
)
_SHARE_BEFORE = re.compile(
    r"(?P<lead>\[state:\d+\](?:'s|’s|'|’)? (?:market )?share|share of \[state:\d+\])(?= (?:of|in)\b)",
    re.IGNORECASE,
)
# "The share of A's exports going to B": whose exports these are, and where they go.
_SHARE_GOING = re.compile(
    r"(?:share|proportion|percentage) of (?:(?:its|the|total) |\[state:\d+\](?:'s|’s|'|’)? )*"
    r"(?P<flow>exports|imports) (?:(?:going|sent|sold|shipped|destined) (?:to|for)|(?:coming|bought|originating) from)"
    r" (?:the )?\[state:(?P<to>\d+)\]"
)
# "A's share of B's market": of what B buys.
_OF_MARKET = re.compile(r" of (?:the )?\[state:(?P<owner>\d+)\](?:'s|’s|'|’)? market\b")
_SHARE_LINK = re.compile(
    r"(?: (?:shrunk|shrank|slipped|climbed|dwindled|was|were|is|are|has|had|have|having|"
    r"stood|stands|at|amounted|to|from|reached|rose|risen|fell|fallen|grew"
    r"|grown|increased|declined|dropped|in|of|and|about|around|only|just|some|over|nearly|\[(?:date|percent):\d+\]))* ",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"account|represent|mak|made|constitut|compris|share|occup|contribut|equal|or |with |\($|receiv|"
    r"bought|went|take|took|absor|form|provid|suppl|was |is |were |are |^(?:(?:in|by|during) )?(?:\[date:\d+\],? "
    r")?(?:about |some |around |nearly |"
    r"over )*$|\b(?:sends?|sent|sending|gets?|got|sells?|sold|ships?|shipped|sources?|sourced|obtains?|obtained"
    r"|buys?) |"
    r"only |destin|buy|purchas",
    re.IGNORECASE,
)


# "A's main export to B is tea, which accounts for 60% of exports": the share is that of a product.
_OF_PRODUCT = re.compile(
    r"\b(?:main|major|principal|key|chief|primary|top|leading|largest|important) (?:export|import)s?(?: products?| "
    r"items?| goods|"
    r" commodit(?:y|ies))?\b(?! (?:partner|market|destination|source))[^.;]*\b(?:is|are|was|were|being|includes?|"
    r"included)\b"
)
# "25% of its exports and 26% of imports": both are of one state.
_GOES_ON = re.compile(
    r" of (?:its|their|the) (?:total )?(?:exports|imports),? and (?:about |around |nearly |over |some )?"
)

# "12% of imports to A are from B": the ends of the flow say whose trade it is.
_TO_AND_FROM = re.compile(
    r" ?of (?:all |the |total )*(?P<flow>exports|imports) (?:from|of|by|to|into) (?:the )?\[state:(?P<owner>\d+)\]"
    r" (?:(?:are|is|were|was|came|come|go|went|originated?|destined|sent|sold|bought) ?)+ (?:from|in|to|for) (?:the )?"
    r"\[state:(?P<partner>\d+)\]"
)
# "52% of all goods imported to A", "24% of products exported by B": goods that are told to be the whole flow.
_TRADED = re.compile(
    r" ?of (?:all |the |total )*(?:goods|products|merchandise) (?P<flow>imported|exported) (?P<way>to|into|from|by) "
    r"(?:the )?\[state:(?P<who>\d+)\](?P<told>(?: (?:are|is|were|was|came|come|go|went|originated?|bought|sold))+ "
    r"(?:from|in|to|by) (?:the )?\[state:(?P<partner>\d+)\])?"
)
# "30% of A's trade with the region and 2% of its total": "its" is A's.
_OF_OWNER_BEFORE = re.compile(r"\] of \[state:(?P<owner>\d+)\](?:'s|’s|'|’) [^;]{3,80},? and (?:\w+ ){0,2}$")
_GOODS_ASIDE = re.compile(r" [–—-] [^–—;]{3,120} [–—-] | \([^)]{3,120}\)")

_Base = tuple[str, str | None]
"""That of which a share is told: a flow, and the state whose trade it is."""


@kept
def shares(statement: Statement) -> list[Standing]:
    """The shares of one state in the other's exports, imports or trade that stand with no rank.

    Not read: shares in anything else, of third states, or of goods within the trade of the pair.
    """
    if not statement.of("percent"):
        return []
    taken = {one.share for one in ranks(statement)}
    found: list[Standing] = []
    for slot in slots(statement, "percent"):
        share = percent_of(slot.mention)
        base = _base(statement, slot)
        before = found[-1] if found else None
        if before and base and _GOES_ON.fullmatch(statement.skeleton, before.slot.end, slot.start):
            base = (base[0], before.reporter)
        if share is None or share > 100 or share in taken or base is None or is_planned(statement, slot):
            continue
        flow, reporter = base
        partner = facing(reporter, statement.context.pair)
        if reporter and partner:
            found.append(Standing(slot, reporter, partner, flow, when_of(statement, slot), share=share))
    return found


# "A is B's largest partner, accounting for 25% of its exports": the trade is B's.
_AS_PARTNER = re.compile(
    r"\[state:(?P<owner>\d+)\](?:'s|’s|'|’) [^,;]{3,60}(?:partner|market|destination|source|supplier|customer|"
    r"buyer)[^,;]{0,40},? "
    r"(?:\(|and )?(?:accounting for|accounts for|representing|with|taking|receiving|making up|buying|absorbing|"
    r"comprising|at) (?:about |around |nearly |over |some )*$"
)


def _flow_of(word: str) -> str:
    """The flow that a word names."""
    low = word.lower()
    return "export" if low.startswith("export") else "import" if low.startswith("import") else "total"


def _stated_before(statement: Statement, slot: Slot) -> _Base | None:
    """The flow and its owner of "A's share of B's imports was [percent]", "the share of exports going to A fell to
    [percent]"; null where no such words stand before.
    """
    skeleton = statement.skeleton
    begin = clause_start(skeleton, slot.start)
    going = _SHARE_GOING.search(skeleton, begin, slot.start)
    if going is not None and _SHARE_LINK.fullmatch(skeleton, going.end(), slot.start):
        to = side_of(statement.mentions[int(going["to"])], statement.context)
        return _flow_of(going["flow"]), facing(to, statement.context.pair)
    found = _SHARE_BEFORE.search(skeleton[begin : slot.start])
    behind = skeleton[begin + found.end("lead") : slot.start] if found else ""
    market = _OF_MARKET.match(behind)
    if market is not None and _SHARE_LINK.fullmatch(behind[market.end() :]):
        return "import", side_of(statement.mentions[int(market["owner"])], statement.context)
    base = _SHARE_OF.match(behind)
    if base is None or not _SHARE_LINK.fullmatch(behind[base.end() :]):
        return None
    flow = _flow_of(base["flow"])
    owner = statement.mentions[int(base["owner"])] if base["owner"] else None
    return (flow, side_of(owner, statement.context)) if owner else None


def _between_ends(statement: Statement, slot: Slot) -> _Base | None:
    """The flow and owner of "[percent] of imports to A are from B"; null for other words, and where the two are not the
    pair.
    """
    found = _TO_AND_FROM.match(statement.skeleton, slot.end)
    ends = [statement.mentions[int(found[name])] for name in ("owner", "partner")] if found else []
    sides = {side_of(one, statement.context) for one in ends}
    apart = len(sides) == 2 and None not in sides
    return (_flow_of(found["flow"]), side_of(ends[0], statement.context)) if found and apart else None


def _of_traded(statement: Statement, slot: Slot) -> _Base | None:
    """The flow and owner of "[percent] of all goods imported to A", where a word of sharing stands before it or the
    other side behind it; null for other words.
    """
    skeleton, context = statement.skeleton, statement.context
    found = _TRADED.match(skeleton, slot.end)
    if found is None:
        return None
    side = side_of(statement.mentions[int(found["who"])], context)
    other = side_of(statement.mentions[int(found["partner"])], context) if found["told"] else facing(side, context.pair)
    lead = skeleton[clause_start(skeleton, slot.start) : slot.start]
    if not side or other != facing(side, context.pair) or not (found["told"] or _SHARES.search(lead[-_NEAR:])):
        return None
    flow = "export" if found["flow"] == "exported" else "import"
    is_other = (flow, found["way"]) in (("export", "to"), ("export", "into"), ("import", "from"))
    return flow, other if is_other else side


def _is_of_product(statement: Statement, slot: Slot, lead: str) -> bool:
    """Whether the words before a percentage name goods, or the main export, as that of which it is the share."""
    named = words("products").search(_GOODS_ASIDE.sub(" ", lead).lower())
    return named is not None or _OF_PRODUCT.search(statement.low_skeleton, 0, slot.start) is not None


def _base(statement: Statement, slot: Slot) -> _Base | None:
    """The flow and the state of whose trade a percentage is a part; null where that is nothing the pair's."""
    before = _stated_before(statement, slot)
    if before is not None:
        return before
    skeleton = statement.skeleton
    if (traded := _of_traded(statement, slot)) is not None:
        return traded
    match = _SHARE_OF.match(skeleton[slot.end :])
    if match is None or _FROM_GROUP.match(skeleton, slot.end + match.end()):
        return None
    if (ends := _between_ends(statement, slot)) is not None:
        return ends
    begin = clause_start(skeleton, slot.start)
    lead = skeleton[begin : slot.start].lstrip()
    partner = None if match["owner"] else _AS_PARTNER.search(lead)
    if partner is not None:
        side = side_of(statement.mentions[int(partner["owner"])], statement.context)
        return (_flow_of(match["flow"]), side) if side else None
    if not _is_share(statement, slot, lead, slot.end + match.end()):
        return None
    begin = 0 if _NO_SUBJECT.match(lead) else begin  # who acts stands in the clause before
    actors = [one for one in slots(statement, "state", "body") if begin <= one.start < slot.start]
    if actors and side_of(actors[-1].mention, statement.context) is None:
        return None
    return _of_owner(statement, slot, match, actors) if match["owner"] else _of_actor(statement, slot, match, actors)


def _is_share(statement: Statement, slot: Slot, lead: str, end: int) -> bool:
    """Whether a percentage is a share by a word of sharing before it, and not of goods, of the flow between the two or
    of an amount.
    """
    if _TO_PARTNER.match(statement.skeleton, end) or not _SHARES.search(_MONEY.sub("", lead)[-_NEAR:]):
        return False
    return not _is_of_product(statement, slot, lead) and not _is_of_amount(statement, slot, lead)


def _is_of_amount(statement: Statement, slot: Slot, lead: str) -> bool:
    """Whether a percentage is another word for an amount of nothing told before: "[money], or 5% of its exports"."""
    amount = _OR.search(lead)
    return amount is not None and not any(
        term.start < slot.start - len(lead) + amount.start() for term in terms(statement)
    )


_NO_SUBJECT = re.compile(r"(?:only |still |already )*(?:represented|accounted for|made up|constituted)\b")
_MONEY = re.compile(r"\[money:\d+\] in ")
_NEAR = 60
"""Characters before a percentage in which a word of sharing stands."""
_OR = re.compile(r"\[money:\d+\],? or (?:\w+ )*$")


def _of_owner(statement: Statement, slot: Slot, match: re.Match[str], actors: list[Slot]) -> _Base | None:
    """The base that has its owner named: "[percent] of A's exports"; null where no side is told to be the partner."""
    skeleton, end = statement.skeleton, slot.end + match.end()
    named = actors or [one for one in slots(statement, "state") if one.start >= end]
    if not named or side_of(named[-1].mention, statement.context) is None or _WITH_BODY.match(skeleton[end : end + 40]):
        return None
    return _flow_of(match["flow"]), side_of(statement.mentions[int(match["owner"])], statement.context)


_WITH_BODY = re.compile(rf"[^;.]{{0,30}}(?:to|from|with) (?:(?:the )?\[body|{words('groups').pattern})", re.I)


def _of_actor(statement: Statement, slot: Slot, match: re.Match[str], actors: list[Slot]) -> _Base | None:
    """The base without an owner of its own: that of who sends or gets a part of "its" trade, of the flow told before,
    or of the one that the state named before faces.
    """
    flow, context = _flow_of(match["flow"]), statement.context
    skeleton = statement.skeleton
    lead = skeleton[clause_start(skeleton, slot.start) : slot.start]
    subject = side_of(actors[-1].mention, context) if actors else None
    if match["its"] and subject and _OWN.search(lead):
        return flow, subject
    shared = _OF_OWNER_BEFORE.search(lead) if match["its"] else None
    if shared is not None:
        return flow, side_of(statement.mentions[int(shared["owner"])], context)
    known = [term for term in terms(statement) if term.end <= slot.start and (term.reporter or term.foreign)]
    if known and not known[-1].foreign and (match["its"] or known[-1].flows[0] in (flow, "total")):
        return flow, known[-1].reporter
    return (flow, facing(subject, context.pair)) if subject else None
