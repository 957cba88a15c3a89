"""Places and shares of one state in the other's trade: "the third largest source of imports (13% of total imports)"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.language.commerce import terms, words
from parsers.language.figures import carried, period
from parsers.language.mention import Mention, PercentValue, RankValue
from parsers.language.reading import Statement, kept
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, clause_start, slots

_GOODS = r"(?:goods|products|exports|imports|merchandise|commodities)"
_LARGE = (
    r"(?:(?:largest|biggest|most important|main|leading|top|overall|single|global|foreign|bilateral|"
    r"non-EU|overseas|principal) )*"
)
_NOUNS = (
    (
        "export",
        rf"export(?:ing|s)?(?: trade| trading)? (?:market|destination|partner|country|recipient)|(?:market|"
        rf"destination|recipient|outlet|place) (?:for|of) (?:(?:its|the|their|all|[a-z]+) "
        rf")*(?:\[state:\d+\](?:'s|’s|'|’)? )?(?:exports|goods|products)|destination for exports|(?:importer|"
        rf"buyer|purchaser|customer|consumer)(?: of (?:\[state:\d+\](?:'s|’s)? )?{_GOODS})?",
    ),
    (
        "import",
        rf"import(?:ing|s)?(?: trade| trading)? (?:partner|source|market|supplier|origin|provider|country)|"
        rf"(?:source|supplier|provider|origin) of (?:(?:its|the|their|all|[a-z]+) )*(?:\[state:\d+\](?:'s|’s|'|"
        rf"’)? )?(?:imports|imported goods|goods|products)|supplier|(?:exporter|source)(?: of "
        rf"(?:\[state:\d+\](?:'s|’s)? )?{_GOODS})?|source for imports",
    ),
    (
        "total",
        r"(?:trading|trade|commercial)(?: and (?:economic|commercial|investment))? partner|partner in "
        r"(?:terms of )?trade|partner (?:in|by) trade(?: volume)?|trading country",
    ),
)
_NOUN = [(flow, re.compile(rf"^ {_LARGE}(?:{noun})\b(?!s)", re.IGNORECASE)) for flow, noun in _NOUNS]
_AMONG = re.compile(
    r"^ (?:place |position )?(?:among|in the list of|on the list of) (?:the )?(?:\[state:\d+\](?:'s|’s|'|’)? |its |"
    r"their )(?:\w+ )?(?:trading|trade) partners"
)
_OWNER = re.compile(
    r"\[(?:state|place):(?P<owner>\d+)\](?:'s|’s|s'|'|’)?,? (?:[a-z]+ ){0,2}$|\b(?P<its>its|their)(?: \w+)? $",
    re.IGNORECASE,
)
_OF = re.compile(
    r"^(?: \w+){0,1}? (?:of|for|to|in)(?: goods)?(?: to| from| for| of)?(?: the)? \[(?P<kind>state|"
    r"body):(?P<owner>\d+)\]",
    re.IGNORECASE,
)
_SCOPED = re.compile(
    r"^[^.;()]{0,30}?\b(?:in|within|among|amongst|from|across|on|outside|of) (?:the |all |its "
    r")?(?:\[body:\d+\]|(?:[a-z]+ )?(?:countries|states|members|nations|region|continent|bloc|hemisphere|"
    r"union)\b)|^ \w+ \w+ (?:in|within|among) the (?!world|year)[A-Z]"
)
_WORLD = re.compile(r"^(?: \w+){1,3} (?:in the world|worldwide|globally|overall)")
_SHARE_OF = re.compile(
    r"^ ?(?:share )?(?:of|in)(?: all)?(?: the)?(?: (?:country's|total|overall|entire|latter's|former's|"
    r"nation's|annual|global|all|foreign|external))*(?: (?:\[(?:state|place):(?P<owner>\d+)\](?:'s|’s|s'|"
    r"'|’)?|(?P<its>its|their)))?"
    r"(?: (?:total|overall|foreign|external|annual|global|all|merchandise|goods|entire|world|"
    r"international))* (?P<flow>exports?|imports?|(?:trade|foreign trade)(?: volume| turnover)?|turnover|"
    r"(?:external|international) trade)\b",
    re.IGNORECASE,
)
_SHARES = re.compile(
    r"account|represent|mak|made|constitut|compris|share|occup|contribut|equal|or |with |\($|received|"
    r"bought|went|take|took|absor|form|provid|suppl|was |is |were |are |^(?:about |some |around |nearly |"
    r"over )*$|only |destin|buy|purchas",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Standing:
    """A rank or share: its slot, whose trade (`reporter`), with whom, the flow, the period; `share` is a rank's
    percentage.
    """

    slot: Slot
    reporter: str
    partner: str
    flow: str
    date: Mention | None
    rank: int | None = None
    share: float | None = None


@kept
def ranks(statement: Statement) -> list[Standing]:
    """The ranks of one state among the other's partners, each with the share that stands with it.

    Not read: ranks within a group or region, plural nouns ("one of the largest partners"), and those of third states.
    """
    found: list[Standing] = []
    for slot in slots(statement, "rank"):
        flow, end = _ranked_noun(statement, slot)
        reporter = _reporter(statement, slot, end, found) if flow else None
        if flow is None or reporter is None or _scoped(statement, end) or _is_planned(statement, slot):
            continue
        partner = facing(reporter, statement.context.pair)
        rank = slot.mention.value.rank if isinstance(slot.mention.value, RankValue) else None
        if partner and rank:
            found.append(
                Standing(slot, reporter, partner, flow, _when(statement, slot), rank, _share_beside(statement, end))
            )
    return found


def _ranked_noun(statement: Statement, slot: Slot) -> tuple[str | None, int]:
    """The flow of the noun that a rank stands before, and where it ends; null where that is no partner in trade."""
    for flow, noun in _NOUN:
        match = noun.match(statement.skeleton[slot.end :])
        match = match or (_AMONG.match(statement.skeleton[slot.end :]) if flow == "total" else None)
        if match and not re.search(r"\b(?:one of|among) (?:\S+ ){0,3}$", statement.skeleton[: slot.start]):
            bare = re.fullmatch(
                r"supplier|exporter|importer|buyer|purchaser|customer|consumer|source", match[0].split()[-1]
            )
            after = statement.skeleton[slot.end + match.end() :]
            narrowed = rf" of (?!\[state)| (?:of |for )?(?:\[state:\d+\](?:'s|’s)? )?{words('products').pattern}"
            if bare and re.match(narrowed, after.lower()):
                return None, 0
            return flow, slot.end + match.end()
    return None, 0


def _reporter(statement: Statement, slot: Slot, end: int, found: list[Standing]) -> str | None:
    """Whose partner it is: the owner before the rank, else after "of", else as of the rank before, else the one who
    faces the subject.
    """
    skeleton, context = statement.skeleton, statement.context
    of = _OF.match(skeleton[end:])
    subject = _subject(statement, slot)
    if subject is not None and side_of(subject.mention, context) is None:
        return None
    noun = re.search(r"\[state:(?P<owner>\d+)\]", skeleton[slot.end : end])
    before = _OWNER.search(skeleton[max(0, slot.start - 40) : slot.start])
    if of or noun:
        owned = (of or noun).group("owner")  # type: ignore[union-attr]
        return side_of(statement.mentions[int(owned)], context)
    if before and before["owner"] and not re.search(r"\b(?:is|was|are|were|became|remains)\b", before[0]):
        return side_of(statement.mentions[int(before["owner"])], context)
    if subject is not None:
        return facing(side_of(subject.mention, context), context.pair)
    return found[-1].reporter if found else None


def _subject(statement: Statement, slot: Slot) -> Slot | None:
    """The state that has the rank: the last one before it in its clause that nothing possesses or governs."""
    skeleton = statement.skeleton
    free = [
        one for one in slots(statement, "state", "body", "place")
        if one.end <= slot.start
        and re.match(r",? (?:\([^)]*\) )?(?:(?:also|currently|then|now) )?(?:is|was|are|were|became|becomes|has|had|"
r"remains?|remained|ranks?|ranked|being|as|overtook|emerged)\b|,? ?(?:\[date:\d+\],? )?(?:which "
r")?(?:is|was)\b", skeleton[one.end :])
        and clause_start(skeleton, slot.start) <= one.start
    ]  # fmt: skip
    return free[-1] if free else None


def _scoped(statement: Statement, end: int) -> bool:
    """Whether the rank is one within a group or region."""
    after = statement.skeleton[end:]
    low = after.lower()
    grouped = re.match(
        rf"[^.;,()]{{0,45}}?\b(?:in|within|among|of|from|across|outside) (?:all )?{words('groups').pattern}", low
    )
    world = re.match(r"[^.;,()]{0,30}?\bin the world\b", low)
    return not world and bool(grouped or _SCOPED.match(after))


def _is_planned(statement: Statement, slot: Slot) -> bool:
    low = statement.skeleton.lower()
    return words("planned").search(low[clause_start(low, slot.start) : slot.start]) is not None


def _when(statement: Statement, slot: Slot) -> Mention | None:
    """The period of a rank or share; one in the present tense takes none from the sentences before."""
    if statement.dates:
        return period(statement, slot)
    return carried(statement) or _continued(statement, slot)


def _continued(statement: Statement, slot: Slot) -> Mention | None:
    """The period that the sentence before told of, for one in the past tense right after it."""
    previous = statement.context.previous
    past = re.search(
        r"\b(?:was|were|ranked|became|occupied|contributed|accounted|represented|made up|constituted|comprised)\b",
        statement.skeleton,
    )
    told = previous is not None and previous.block is statement.block and (terms(previous) or previous.of("rank"))
    return statement.context.date if past and told else None


def _share_beside(statement: Statement, end: int) -> float | None:
    """The percentage that stands right behind a rank: "(accounting for 7.6% …)", ", with a share of 5%"."""
    tail = statement.skeleton[end : end + 90]
    match = re.match(
        r"[^;.()\[]{0,30}(?:\[(?:state|date):\d+\](?:'s|’s)?)?[^;.()\[]{0,20}(?:\(|, |,? with |and "
        r")(?:(?:accounting for|representing|with|at|making up|a share of|share of|about|around|nearly|a|"
        r"market|comprising|constituting|receiving|taking|supplying|providing|accounts for|accounted for) "
        r")*\[percent:(?P<slot>\d+)\](?! (?:increase|growth|rise|decrease))",
        tail,
    )
    return _percent(statement.mentions[int(match["slot"])]) if match else None


def _percent(mention: Mention) -> float | None:
    return mention.value.value if isinstance(mention.value, PercentValue) else None


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
        share = _percent(slot.mention)
        base = _base(statement, slot)
        if share is None or share > 100 or share in taken or base is None or _is_planned(statement, slot):
            continue
        flow, reporter = base
        partner = facing(reporter, statement.context.pair)
        if reporter and partner:
            found.append(Standing(slot, reporter, partner, flow, _when(statement, slot), share=share))
    return found


def _base(statement: Statement, slot: Slot) -> tuple[str, str | None] | None:
    """The flow and the state of whose trade a percentage is a part; null where that is nothing the pair's."""
    skeleton, context = statement.skeleton, statement.context
    match = _SHARE_OF.match(skeleton[slot.end :])
    lead = skeleton[clause_start(skeleton, slot.start) : slot.start]
    if match is None or not _SHARES.search(lead[-45:]) or words("products").search(lead.lower()):
        return None
    amount = re.search(r"\[money:\d+\],? or (?:\w+ )*$", lead)
    if amount and not any(term.start < slot.start - len(lead) + amount.start() for term in terms(statement)):
        return None
    word = match["flow"].lower()
    flow = "export" if word.startswith("export") else "import" if word.startswith("import") else "total"
    actors = [
        one
        for one in slots(statement, "state", "body")
        if one.start < slot.start and clause_start(skeleton, slot.start) <= one.start
    ]
    if any(side_of(one.mention, context) is None for one in actors[-1:]):
        return None
    if match["owner"]:
        reporter = side_of(statement.mentions[int(match["owner"])], context)
        behind = skeleton[slot.end + match.end() : slot.end + match.end() + 40]
        named = actors or [one for one in slots(statement, "state") if one.start >= slot.end + match.end()]
        third = re.match(r"[^;.]{0,30}(?:to|from|with) (?:the )?\[body", behind)
        return (flow, reporter) if named and not third and side_of(named[-1].mention, context) else None
    subject = next((side_of(one.mention, context) for one in reversed(actors)), None)
    known = [term for term in terms(statement) if term.end <= slot.start and (term.reporter or term.foreign)]
    if known and not known[-1].foreign and known[-1].flows[0] in (flow, "total"):
        return flow, known[-1].reporter
    return (flow, facing(subject, context.pair)) if subject else None
