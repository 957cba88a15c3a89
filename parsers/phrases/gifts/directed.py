"""Sums in a sentence whose words of aid have a direction, whatever verb or clause joins the two: "A's aid …, which came
to [money]", "B, long a recipient of A's aid, gets [money]", "A is a donor to B, with [money] a year".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, clause_end, clause_start, slots
from parsers.phrases.gifts.gift import NAMED, Gift, aid_words
from parsers.phrases.gifts.giving import agency_in
from parsers.phrases.gifts.relief import side_in
from parsers.phrases.gifts.told_donors import told_donor
from parsers.phrases.gifts.transfers import repeats

# What stands between an owner and its aid: no verb, no preposition.
_KIND = (
    r"(?:(?!(?:to|from|for|in|with|of|by|and|or|has|had|have|is|was|are|were|will|would|as|at|on|also|which|that|who|"
    r"than|gave|sent|but|while)\b|[a-z]+(?:ed|ing)\b)[a-z-]+ ){0,4}?"
)
_AID = (
    r"(?:(?:aid|assistance|support|relief|oda|disbursements?|allocations?|contributions?(?= (?:to|for|"
    r"towards?)(?: the)? (?:\[(?:state|place)|(?:reconstruction|relief|recovery|trust|development|emergency|flood|"
    r"earthquake) (?:fund|effort|appeal)))|grants?|loans?|donations?|funding|largesse|generosity|"
    r"(?:development|technical|financial|economic) co-?operation|scholarships?|lines? of credit|credits?|"
    r"budget support|"
    r"(?:programme|program|aid) countr(?:y|ies)|"
    r"(?:aid|development|(?:country )?co-?operation) (?:programmes?|programs?|projects?|funds|package|budget))\b"
    r"(?!['’-]| (?:workers?|agenc\w+|groups?|organi[sz]ations?|convoys?|flotilla|fund of|ships?|committee|officials?|"
    r"conference)\b))"
)
_OWNED = Folded(rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?P<noun>{_KIND}{_AID})")
_FROM = Folded(
    rf"\b(?P<noun>{_AID})(?: (?:money|efforts))? (?:from|by|of|provided by|given by)(?: the)? (?P<who>{NAMED})"
)
_TO = Folded(rf"\b(?P<noun>{_AID}) (?:to|for)(?: the)? (?:(?:people|government) of (?:the )?)?(?P<to>{NAMED})")
_DONOR = Folded(
    rf"(?P<who>{NAMED})(?: government)?,? (?:is|was|has|had|remains|remained|became|becoming|being|ranks?|ranked|"
    rf"continues)\b(?: (?:[\w'’-]+|\[(?:rank|state|date):\d+\](?:'s|’s)?)){{0,8}}?"
    rf" (?P<noun>donors?|development partners?|partners? in (?:the )?(?:{NAMED}(?:'s|’s)? )?(?:[a-z]+ )?development|"
    rf"benefactors?)\b"
)
_HELPED = Folded(
    rf"(?P<who>{NAMED})(?: government)?(?: (?:has|had|have|also|later|further|generously))* (?P<noun>(?:assisted|"
    rf"assists|"
    rf"supported|supports|aided|helped|subsidi[sz]e[sd]|underwrote|underwrites|bankroll(?:s|ed)|propp(?:s|ed) up|"
    rf"sustain(?:s|ed)|financed|finances|funded|funds)(?: the)?(?: [a-z-]+){{0,5}}? (?P<to>{NAMED})(?:'s|’s|'|’)?"
    rf"[^;\[]{{0,60}}? (?:with|to the (?:tune|value|amount) of|in the amount of|at a cost of|worth|by giving|"
    rf"by providing|culminating (?:in|at)|totall?ing|amounting to|through))\b"
)
_PROGRAMME = Folded(
    rf"\b(?:programme|program|priority|partner|focus|target) (?:(?:country|countries|partner|state) )?(?:of|for|"
    rf"in)(?: the)? "
    rf"(?P<who>{NAMED})(?:'s|’s)? (?P<noun>{_KIND}(?:{_AID}|co-?operation\b))"
)
_BARE = Folded(
    r"(?:^|\. |, )(?:the |this |its |their |total |annual )*(?P<noun>(?:[a-z]+ )?(?:aid|assistance|"
    r"development cooperation))"
    r" (?:is|was|were|has|have|had) (?:been )?(?:provided|given|granted|delivered|extended|channel?led|disbursed|"
    r"supplied)\b"
)

# "[money] in financial assistance": the text before tells who gives.
_SUM_OF = Folded(rf"\[money:\d+\] (?:in|of|worth of) (?P<noun>(?:[a-z]+ ){{0,3}}?{_AID})")


def sums(statement: Statement) -> Iterator[Gift]:
    """Frames of the sums behind, or right before, words of aid that tell who gives; one frame a sum.

    Not read: sums of a clause that tells of trade, of investment, of what was not given; sentences that name third
    states, or aid both ways.
    """
    amounts = slots(statement, "money")
    told = _direction(statement) if amounts and _is_of_pair(statement) else None
    if told is None:
        return
    donor, start, end = told
    recipient = facing(donor, statement.context.pair)
    for number, one in enumerate(amounts):
        after = amounts[number + 1].start if number + 1 < len(amounts) else len(statement.skeleton)
        again = number and repeats(statement.skeleton, amounts[number - 1], one)
        if recipient and not again and _is_sum_of_aid(statement, one, start, end):
            stop = min(after, _PIECE.search(statement.skeleton, one.end).start())  # type: ignore[union-attr]
            noun = _NOUN.search(statement.low_skeleton, start, end)
            item = statement.document.text[statement.offset(start) : statement.offset(end)].strip() if noun else None
            yield Gift(donor, recipient, "", one.start, one.start, stop, False, item)


_PIECE = re.compile(r"[,;]|$")
_NOUN = re.compile(rf"{_AID}(?<!country)(?<!countries)$")


def _direction(statement: Statement) -> tuple[str, int, int] | None:
    """The donor, and the span of the words of aid that tell it; null where no words do, or they tell of both sides."""
    low = statement.low_skeleton
    found: list[tuple[str | None, int, int]] = []
    for pattern in (_PROGRAMME, _OWNED, _FROM, _DONOR):
        found.extend((side_in(statement, one, "who"), *one.span("noun")) for one in pattern.finditer(low))
    for one in _HELPED.finditer(low):
        if side_in(statement, one, "to") == facing(side_in(statement, one, "who"), statement.context.pair):
            found.append((side_in(statement, one, "who"), *one.span("noun")))
    agency = agency_in(statement, 0, len(low)) if not found else None
    if agency is not None:
        found.append((side_of(agency.mention, statement.context), agency.start, agency.end))
    if not found:
        for one in _TO.finditer(low):
            found.append((facing(side_in(statement, one, "to"), statement.context.pair), *one.span("noun")))
    if not found:
        bare = (*_BARE.finditer(low), *_SUM_OF.finditer(low))
        found.extend((told_donor(statement), *one.span("noun")) for one in bare)
    donors = {donor for donor, _, _ in found}
    first = min(found, key=lambda one: one[1]) if found else None
    return (first[0], first[1], first[2]) if first and first[0] and len(donors) == 1 else None


def _is_of_pair(statement: Statement) -> bool:
    """Whether every state and place of a sentence is of one of the two sides."""
    return all(side_of(one.mention, statement.context) for one in slots(statement, "state", "place"))


def _is_sum_of_aid(statement: Statement, amount: Slot, start: int, end: int) -> bool:
    """Whether a sum stands behind the words of aid, or right before them, in a clause that tells of nothing else."""
    low = statement.low_skeleton
    if amount.start < end:
        return (
            re.fullmatch(
                rf" (?:(?:in|of|worth of) )?(?:{NAMED}(?:'s|’s)? )?(?:[a-z-]+ ){{0,3}}", low[amount.end : start]
            )
            is not None
        )
    between = low[end : amount.start]
    around = low[max(end, clause_start(low, amount.start)) : min(amount.end + 25, clause_end(low, amount.end))]
    others = aid_words("not_aid").search(between) or aid_words("not_aid").search(around)
    return not others and not aid_words("barred").search(between)
