"""Aid without a sum whose words themselves tell who gives and who gets: "aid that A gives B", "B is dependent on A's
aid", "A's aid to B has grown", "aid was sent" where the text before tells the donor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import clause_end, clause_start
from parsers.phrases.gifts.gift import NAMED, Gift, aid_words, slots_between
from parsers.phrases.gifts.relief import frame_of, side_in
from parsers.phrases.gifts.told_donors import told_donor

_KIND = (
    r"(?:(?:economic|military|financial|technical|humanitarian|food|development(?:al)?|medical|material|foreign|"
    r"emergency|agricultural|budgetary|educational|cultural|bilateral|official|logistical|massive|substantial|generous|"
    r"considerable|significant|extensive|large|small|direct|various|disaster|flood|earthquake|relief|reconstruction|"
    r"security|scientific|non-lethal|free|interest-free|concessional|soft|low-interest)(?:,? and |, | ))*"
)
_AID = (
    rf"(?:{_KIND}(?:aid|assistance|relief|grants?|loans?|scholarships?|donations?|credits?|debt relief)\b"
    r"(?!['’-]| (?:workers?|agenc\w+|groups?|organi[sz]ations?|convoys?|flotilla|officials?|conference|worker)\b))"
)
# "Development aid A gives to B".
_GIVEN = Folded(
    rf"(?P<noun>{_AID})(?:,? (?:that|which))? (?:the )?(?P<who>{NAMED})(?: government)? (?:has |had |have |also |"
    r"regularly |currently |still |is |was |been )*(?:given|gave|gives|giving|provid\w+|sen[dt]s?|sending|extend\w*|"
    r"grant(?:s|ed)|offer(?:s|ed)|suppl\w+|deliver\w*|pour\w+|channel\w*)"
    rf"(?: to(?: the)? (?P<to>{NAMED}))?"
)
_DEPENDENT = Folded(
    rf"(?P<to>{NAMED})(?: (?:government|economy|army|state|regime)|(?:'s|’s)(?: [a-z]+){{1,2}})?,? (?:(?!not\b|"
    rf"less\b|no\b)"
    r"[a-z]+ ){0,4}?(?:depend\w*|relian(?:t|ce)|relied|relies|relying|benefit\w*|kept afloat|sustained|supported|"
    r"propped up|survived) (?:[a-z]+ly )?(?:up)?(?:on|from|by|with)(?: the)? (?:[a-z-]+ ){0,2}?"
    rf"(?:(?P<who>{NAMED})(?:'s|’s|'|’)? (?:[a-z]+,? ){{0,4}}?(?P<noun>{_AID})|(?P<thing>{_AID}) from(?: the)? "
    rf"(?P<of>{NAMED}))"
)
# "B depends on A for most of its aid".
_FOR_AID = Folded(
    rf"(?P<to>{NAMED})(?: (?:government|economy|army|state|regime))?,? (?:(?!not\b|less\b|no\b)[a-z]+ ){{0,4}}?"
    rf"(?:depend\w*|relian(?:t|ce)|relied|relies|relying) (?:[a-z]+ly )?(?:up)?on(?: the)? (?P<who>{NAMED}) for "
    rf"(?:[a-z]+ ){{0,4}}?(?P<noun>{_AID})"
)
# "A's aid to B" as the subject of whatever it does, but for what is said of aid that ended.
_TO_B = Folded(
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:(?:total|overall|annual|continued|own|main|present|current|early) )*"
    rf"(?P<noun>{_AID}|{_KIND}support)(?: programmes?| programs?| projects?)?"
    rf" (?:to|for|towards)(?: the)?(?: (?:people|government) of(?: the)?)? (?P<to>{NAMED})"
)
_FROM_A = Folded(
    rf"(?P<noun>{_AID}) (?:from|by|of)(?: the)?(?: government of(?: the)?)? (?P<who>{NAMED})"
    rf"(?:(?:'s|’s)? (?:government|people|army|navy)\b)?(?!'s|’s)(?: (?:to|for)(?: the)? (?P<to>{NAMED}))?"
)
# "A's delivery of medicines to B".
_NOMINAL = Folded(
    rf"(?P<who>{NAMED})(?:'s|’s|'|’) (?:[a-z]+ )?(?:delivery|donation|provision|supply|shipment|dispatch|sending|"
    rf"granting|"
    rf"gift|extension) of (?P<noun>(?:[a-z-]+,? ){{0,4}}?(?:aid|assistance|goods|supplies|medicines?|food|doctors|"
    rf"vaccines?|"
    rf"loans?|grants?|scholarships|equipment|weapons|arms))\b(?: (?:to|for)(?: the)? (?P<to>{NAMED}))"
)
# "B is a priority country for A's aid".
_TARGET = Folded(
    rf"(?P<to>{NAMED}) (?:is|was|became|remains|remained|has been|had been)\b(?:[^,;.\[]|\[(?:quantity|"
    rf"date):\d+\]){{0,50}}?(?:priority|partner|focus|core|"
    rf"programme|program|target|main|first|only)(?: partner)? countr(?:y|ies) (?:for|of|in)(?: the)? "
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?P<noun>{_AID}|(?:development|technical) co-?operation)\b"
)
# "A [state]-funded school".
_FUNDED = Folded(
    rf"(?P<who>{NAMED})-(?:funded|financed|donated|sponsored|assisted) (?P<noun>(?:[a-z-]+ ){{0,3}}?(?:hospitals?|"
    rf"schools?|"
    rf"clinics?|roads?|bridges?|dams?|wells|polytechnic|universit(?:y|ies)|college|institute|librar(?:y|ies)|stadiums?|"
    rf"projects?|programmes?|programs?|campaigns?|cent(?:re|er)s?|plants?|stations?|ports?|airports?|railways?|mosques?))\b"
)
# "Appreciation for A's assistance".
_VALUED = Folded(
    r"\b(?:appreciation|appreciated|gratitude|thanks|thankful|grateful|acknowledged|praised|welcomed|thanked)"
    rf"(?: (?:to|for|the)| {NAMED})*(?: [a-z]+){{0,2}} (?P<who>{NAMED})(?:'s|’s|'|’)? (?P<noun>{_AID})"
)
# "A's security assistance has played a part".
_ALONE = Folded(
    rf"(?:^|, |; )(?:the )?(?P<who>{NAMED})(?:'s|’s|'|’)? (?P<noun>{_AID}) (?:[a-z]+ly |also )?(?:has|have|had|plays?|"
    r"played|remains?|remained|grew|rose|increased|began|came|continued|helped|contributed|went|was|is|shifted)\b"
)
# "Food aid was sent", where the text before tells who helps.
_SENT = Folded(
    rf"(?:^|, (?:and )?)(?:(?:in|on|after|following|since|during) [^,;]{{3,60}}, )?(?:the |this |its |also |further |"
    rf"additional |such |much )*(?P<noun>{_AID}|(?:[a-z]+ )?(?:doctors|teachers|experts|advis[eo]rs|medical teams?|"
    rf"rescue teams?|medicines?|food|equipment|supplies)(?: and [a-z]+(?: [a-z]+)?)?) "
    r"(?:was|were|has been|have been|is|are)(?: also| then| later| mainly| mostly)? (?:provided|given|granted|"
    r"delivered|extended|channel?led|sent|supplied|dispatched|offered|donated|flown in|airlifted)\b(?! by\b)"
)


def spoken(statement: Statement) -> Iterator[Gift]:
    """Frames of aid whose donor its own words tell, or the text before; one a clause.

    Not read: head lines and captions; clauses that name third states, or tell of aid that was refused, ended, sought,
    planned.
    """
    low = statement.low_skeleton
    if low.rstrip().endswith(":") or not _FINITE.search(low):
        return
    seen: set[int] = set()
    for pattern in (_GIVEN, _DEPENDENT, _FOR_AID, _TO_B, _FROM_A, _NOMINAL, _TARGET, _FUNDED, _VALUED, _ALONE, _SENT):
        for match in pattern.finditer(low):
            begin = clause_start(low, match.start())
            if begin not in seen and _is_ours(statement, match, begin) and not _trades(pattern, low, begin):
                gifts = list(frame_of(statement, match, _donor(statement, match), _noun(match), "spoken"))
                seen.update([begin] if gifts else [])
                yield from gifts


def _trades(pattern: Folded, low: str, begin: int) -> bool:
    """Whether a clause on one side's aid alone tells of trade, firms, troops: of something else than the aid."""
    return pattern is _ALONE and aid_words("not_aid").search(low, begin) is not None


_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|[a-z]{2,}(?:ed|es)|gives?|gave|grew|began|rose|came|went|made|led|took|kept|"
    r"sent|depends?|relies|plays|remains|continues)\b"
)


def _noun(match: re.Match[str]) -> tuple[int, int]:
    return match.span("noun" if match["noun"] else "thing")


def _donor(statement: Statement, match: re.Match[str]) -> str | None:
    """The side that gives; null where the receiver named is not the other side, or where nothing tells it."""
    names = match.re.groupindex
    if "who" not in names:
        return told_donor(statement)
    donor = side_in(statement, match, "who") if match["who"] else side_in(statement, match, "of")
    if "to" not in names or match["to"] is None:
        return donor
    return donor if donor and side_in(statement, match, "to") == facing(donor, statement.context.pair) else None


def _is_ours(statement: Statement, match: re.Match[str], begin: int) -> bool:
    """Whether a clause names no third state or body and tells of what was given."""
    end = clause_end(statement.skeleton, match.end())
    named = slots_between(statement, begin, end, "state", "place")
    around = statement.low_skeleton[begin:end]
    if any(side_of(one.mention, statement.context) is None for one in named):
        return False
    if aid_words("private").search(statement.low_skeleton, match.end(), end):
        return False
    return aid_words("barred").search(around) is None and _ENDED.search(around) is None


_ENDED = re.compile(
    r"\b(?:drop(?:ped|ping)?|limit\w*|cut(?:s|ting)?|reduc\w+|terminat\w+|end(?:s|ing|ed)?|cease[sd]?|stop\w*|suspen\w+|"
    r"withh[eo]ld\w*|resum\w+ talks|lack|absence|instead|critici[sz]\w+|accus\w+|alleg\w+|rebels?|opposition|repa\w+|"
    r"hop(?:es?|ed|ing)|wants?|wish\w*|need\w*|seek\w*|exchange|condition\w*|will|would|may|might|debate\w*)\b"
)
