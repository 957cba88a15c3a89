"""Whether a frame of giving is aid: by its verb, by nouns of aid in it, and by what makes it another thing."""

from __future__ import annotations

import re

from parsers.language.giving import Gift, aid_words
from parsers.language.mention import QuantityValue
from parsers.language.reading import Statement
from parsers.language.slots import clause_end, clause_start
from parsers.language.transfers import Transfer, words_of

_CALLED = re.compile(
    r"\b(?:aid|assistance|relief|grants?|loans?|scholarships?|donat\w+|humanitarian|credits?|debts?)\b"
)
_AGAINST = re.compile(r"\b(?:against|fighting|from|to) (?:the )?(?:(?!who\b)[a-z-]+ )?[a-z]+")
_WEAK = (
    "increas", "announc", "financ", "fund", "forg", "cancel", "wrote", "writ", "waiv", "annul", "spent", "releas",
    "present", "approv", "to f", "to c", "to w", "to a", "would f", "will f", "open", "issu", "to issue", "sponsor",
    "subsid", "deploy", "mobili", "distribut", "paid", "pay", "covered", "eras", "reliev",
)  # fmt: skip
# "Supplied B with arms" tells of help; "supplied arms" is what a seller does too.
_WHOM_WITH = re.compile(r" (?:them|it|(?:the )?\[(?:state|place|person):\d+\](?:'s|’s|'|’)?(?: [a-z]+){0,2}) with ")
# Verbs whose object may be a count of anything; a count is aid beside them only where its words name aid.
_VAGUE = (
    "announc",
    "increas",
    "promis",
    "approv",
    "present",
    "spent",
    "releas",
    "commit",
    "offer",
    "accept",
    "got",
    "secur",
)
_FREE = ("donat", "gift", "airlift", "flew", "flying", "rush", "ferr", "dispatch", "sent", "send", "gave", "giv")


# What is supplied in one breath with a donation is given too.
_DONATED = re.compile(r"\b(?:donated|gave|granted) [^;.]*,? and (?:also )?$")
LETS_GO = re.compile(r"forg[ai]v|cancel|wrote off|writ\w+ off|waiv|annul|eras|reliev")
_LENDS = re.compile(r"\blen[dt]|\bloaned|\bborrow")
# Who hands over what is given is not what is given.
_AGENT = re.compile(
    r"\b(?:by|through|via|from) (?:the |its |their )?(?:\[\w+:\d+\](?:'s|’s)? )?(?:embassy|"
    r"ambassador|consulate)\b"
)
_HANDS = re.compile(
    r"^(?:(?:to|would|will|has|agreed to) )?(?:gave|giv|grant|provid|pledg|hand|promis|contribut|suppl|offer|"
    r"len[dt]|loaned|render|receiv|"
    r"extend|allocat|commit|award|made available|mak\w+ available|put|post|set aside|allot|disburs)"
)


def is_thing(statement: Statement, gift: Gift, transfer: Transfer) -> bool:
    """Whether what was given is aid though no number stands with it; with a number it is, as its frame is."""
    item = (transfer.item or "").lower()
    if transfer.slot is not None and isinstance(transfer.slot.mention.value, QuantityValue):
        counted = f"{item} {transfer.slot.mention.text.lower()}"
        named = any(aid_words(name).search(counted) for name in ("nouns", "things", "arms", "goods"))
        return named or not gift.verb.startswith(_VAGUE)
    if transfer.slot is not None or aid_words("things").search(item) or gift.verb.startswith(("donat", "gift")):
        return True
    low = statement.low_skeleton
    if _SUPPORT.fullmatch(item) and aid_words("disasters").search(low):
        return True
    free = gift.verb.startswith(_FREE) or _DONATED.search(low, clause_start(low, gift.start), gift.start) is not None
    if free and aid_words("goods").search(item):
        return True
    verb = gift.verb.split()[-1]
    handed = verb.startswith(("sen", "gav", "giv", "provid", "donat", "transfer", "airlift", "arm"))
    supplied = _WHOM_WITH.match(statement.skeleton, gift.end) is not None
    return _builds(gift.verb, item) or ((handed or supplied) and aid_words("arms").search(item) is not None)


_SUPPORT = re.compile(r"(?:[a-z-]+ )*(?:support|help|teams?|personnel|supplies|goods|equipment)")


def is_elaborated(statement: Statement, gift: Gift, before: Gift) -> bool:
    """Whether a participle only says how what was told before is done: "provides medical aid, sending doctors"."""
    between = statement.skeleton[before.end : gift.start]
    return gift.verb.endswith("ing") and between.endswith(", ") and clause_start(between, len(between)) == 0


def is_barred(statement: Statement, gift: Gift) -> bool:
    """Whether the clause, without the words of the frame itself, tells of what was not given."""
    low = statement.low_skeleton
    begin, end = clause_start(low, gift.start), clause_end(low, gift.stop)
    around = f"{low[begin : gift.start]} {_own_words(low[gift.end : end])}"
    if gift.verb == "in exchange":
        return (
            re.search(r"\b(?:refused|rejected|declined|proposed|asked|demanded|would|if|never)\b", around) is not None
        )
    return aid_words("barred").search(around) is not None


# What follows tells of the occasion or of who got it, not of the gift.
_ASIDE = re.compile(
    r" (?:after|following|because|since|when|until|where|who|whose|which|if only|as (?:it|they|the)|in the wake of|"
    r"in response to|so that|unable|affected by|despite|during|amid)\b.*$",
    re.DOTALL,
)


def _own_words(words: str) -> str:
    """The words of an object up to those that tell of its occasion."""
    return _ASIDE.sub("", words)


_BUYS = re.compile(
    r"\b(?:preferential )?export (?:buyer['’]?s['’]? )?credits?\b|\bcondolences and\b|"
    r"\b(?:for the|to|and|for) purchas\w+(?: of)?\b"
)


def is_aid(statement: Statement, gift: Gift) -> bool:
    """Whether what a frame holds is aid: a gift by its verb, or a noun of aid in it, and nothing that makes it
    another thing.
    """
    low = statement.skeleton.lower()
    begin = clause_start(low, gift.start)
    stretch, around = words_of(statement, gift.start, gift.stop).lower(), low[begin : clause_end(low, gift.stop)]
    told = f"{low[begin : gift.end]}{_own_words(low[gift.end : clause_end(low, gift.stop)])}"
    if aid_words("barred").search(told) or _IN_A_CAUSE.search(around):
        return False
    other = aid_words("not_aid").search(_BUYS.sub("", _AGENT.sub("", _object_words(statement, gift))))
    if other and not (other[0] in ("troops", "soldiers") and aid_words("disasters").search(around)):
        return False
    private = aid_words("private").search(_AGAINST.sub("", low[begin : gift.start]))
    if private and (
        "[money" not in low[gift.start : gift.stop] or (_FIRMS.search(private[0]) and _SUPPLIES.match(gift.verb))
    ):
        return False
    if _BANK.search(statement.skeleton[begin : gift.start]) or _PAPER.match(low, gift.end):
        return False
    weak = gift.verb.startswith(_WEAK) and not _WHOM_WITH.match(statement.skeleton, gift.end)
    if "delegation" in stretch and not aid_words("disasters").search(around):
        return False
    if _sends_helpers(statement, gift):
        return True
    named = aid_words("nouns").search(stretch) or _is_relief(statement, gift) or _is_handed(statement, gift)
    free = gift.verb.startswith(_FREE)
    named = named or (free and any(aid_words(name).search(stretch) for name in ("goods", "arms")))
    named = named or (not gift.sure and gift.start == gift.end)
    if LETS_GO.search(gift.verb) and re.search(r"\b(?:debts?|owed|loans?|repayments?|arrears)\b", around):
        return True
    if _LENDS.search(gift.verb):
        return "[money" in low[gift.start : gift.stop] or named is not None
    return aid_words("gift_verbs").search(gift.verb) is not None or bool(
        (_CALLED.search(stretch) or _builds(gift.verb, stretch)) if weak else named
    )


# Support that is had in words, in war or in a cause.
_IN_A_CAUSE = re.compile(
    r"\b(?:assistance|support|help|aid|backing)(?: (?:to|for)(?: the)? \[\w+:\d+\](?:'s|’s)?(?: [a-z]+){0,2})?,? "
    r"(?:in|for|on|to|with|during|of|at|against)(?: (?:its|their|the|his|her|becoming|joining|gaining|obtaining|"
    r"full|eventual|future|international|military))* (?:aspirations?|bids?|candidac(?:y|ies)|candidatures?|"
    r"membership|accession|integration|entry|admission|independence|sovereignty|claims?|position|stance|efforts? to "
    r"(?:join|become|gain)|territorial integrity|quest|ambitions?|seat|election)\b|"
    r"\b(?:diplomatic|political|moral|verbal|vocal|unconditional|full|strong|mutual|air|fire) (?:and [a-z]+ )?support\b"
)
# A firm that provides or delivers is paid for it.
_FIRMS = re.compile(r"compan|firm")
_SUPPLIES = re.compile(r"(?:provid|suppl|deliver|ship|sent|send)")
_PAPER = re.compile(
    r"(?: the| an?| their)?(?: (?:joint|bilateral|new))? (?:agreement|memorandum|protocol|treaty|communiqu[eé]|"
    r"statement|declaration|convention)\b"
)
_BANK = re.compile(r"\[(?:state|place):\d+\] (?:[a-z]+ )?banks?\b")
_TIME = re.compile(
    r" (?:in the (?:period|years|months|wake|aftermath)|following|after|during|since|when|until|before) "
)
_PURPOSE = re.compile(r" to (?!\[|the \[)[a-z]+ ")


def _object_words(statement: Statement, gift: Gift) -> str:
    """The words of what was given, in lower case, counted things spelled out, up to the purpose that an amount has."""
    low = statement.skeleton.lower()
    amount = low.find("[money", gift.end, gift.stop)
    purpose = _PURPOSE.search(low, amount, gift.stop) if amount >= 0 else None
    begin = max(gift.start, gift.end)
    time = _TIME.search(low, begin, gift.stop)
    words = low[begin : min(one.start() if one else gift.stop for one in (purpose, time))]
    return re.sub(r"\[quantity:(\d+)\]", lambda slot: statement.mentions[int(slot[1])].text.lower(), words)


def _is_handed(statement: Statement, gift: Gift) -> bool:
    """Whether one side gave money to the other, both named, with the amount as the verb's object."""
    near = re.match(r"(?: the)?(?: \[state:\d+\](?:'s|’s)?)?(?: \w+){0,4} \[money", statement.skeleton[gift.end :])
    if gift.verb.startswith("receiv") and re.search(
        r"\[money:\d+\][^;]* (?:for|in) ", statement.skeleton[gift.end : gift.stop]
    ):
        return False
    if _gets(statement, gift):
        return True
    return (gift.sure and _HANDS.match(gift.verb) is not None and near is not None) or _gives_things(statement, gift)


_NEEDY = re.compile(
    r"\b(?:sector|ministry|hospitals?|schools?|government|universit(?:y|ies)|army|police|authorities|villages?|victims|"
    r"people|region|provinces?|districts?|cities|farmers|refugees|state|country)(?: (?:has|have|had|also))* $"
)


def _gets(statement: Statement, gift: Gift) -> bool:
    """Whether a public body of one side got money from the other."""
    low = statement.low_skeleton
    near = re.match(r"(?: (?:about|around|over|nearly|some|an estimated|up to|more than))* \[money", low[gift.end :])
    lead = low[clause_start(low, gift.start) : gift.start]
    return gift.verb.startswith("receiv") and near is not None and _NEEDY.search(lead) is not None


def _gives_things(statement: Statement, gift: Gift) -> bool:
    """Whether a count of things, no people, is the object of a verb of giving."""
    counted = re.match(
        r"(?:(?: the)? \[(?:state|place|person):\d+\](?:'s|’s)?(?: [A-Za-z][\w-]+){0,4}?(?: with)?)?"
        r"(?: (?:an? (?:additional|further|total of)|about|some|around|over|nearly|more than|up to))* "
        r"\[quantity:(?P<count>\d+)\]",
        statement.skeleton[gift.end :],
    )
    mention = statement.mentions[int(counted["count"])] if counted else None
    unit = getattr(mention.value, "unit", None) if mention else None
    if not unit or mention is None or aid_words("people").search(unit.lower()):
        return False
    if not gift.sure and not aid_words("goods").search(mention.text.lower()):
        return False
    return re.match(r"(?:to |will |would )?(?:gave|giv|hand|provid|present|sent|send|sends)", gift.verb) is not None


_HELPS = re.compile(
    r"\b(?:to (?:help|assist|aid|fight|combat|support|treat|contain|battle|search|provide|join (?:the )?(?:relief|"
    r"rescue|search))|for (?:relief|rescue|search)|assisting|helping|fighting)\b"
)


def _sends_helpers(statement: Statement, gift: Gift) -> bool:
    """Whether people of whom a number is told were sent to help, in a disaster or with what the clause says."""
    low = statement.low_skeleton
    counted = re.match(
        r" (?:(?:an? )?(?:[a-z-]+ ){0,3}?(?:team|group|brigade|contingent|crew|delegation|unit|force) of )?"
        r"(?:(?:about|some|around|over|nearly|more than|up to|an? (?:additional|further)) )?\[quantity:",
        low[gift.end :],
    )
    around = low[clause_start(low, gift.start) : clause_end(low, gift.stop)]
    sent = re.match(r"(?:to |will |would )?(?:sen[dt]|deploy|dispatch|despatch|mobili|flew|fly|rush)", gift.verb)
    helps = _HELPS.search(low, gift.end, clause_end(low, gift.stop)) or aid_words("disasters").search(around)
    return counted is not None and sent is not None and helps is not None and not _AT_WAR.search(around)


_AT_WAR = re.compile(
    r"\b(?:war|battle|rebels|insurgen\w+|invasion|coup|peacekeep\w+|uprising|rebellion|fighters|isaf|nato)\b"
)


def _is_relief(statement: Statement, gift: Gift) -> bool:
    """Whether an amount follows a disaster that the clause names before it."""
    low = statement.skeleton.lower()
    told = aid_words("disasters").search(low[clause_start(low, gift.start) : gift.start])
    return told is not None and "[money" in low[gift.start : gift.stop]


def _builds(verb: str, stretch: str) -> bool:
    """Whether a verb of paying has works for the public as its object."""
    works = re.search(
        r"\b(?:projects?|(?:re)?construction|building|schools?|hospitals?|clinics?|roads?|bridges?|"
        r"plants?|dams?|railways?|airports?|power stations?|stadium|housing|wells|(?:re)?development of|"
        r"upgrad\w+|renovation|refurbishment|restoration|rehabilitation|installation|printing)\b",
        stretch,
    )
    return (
        re.search(r"\b(?:financ|fund|spent|sponsor|subsid|paid for|pay\w* for|covered the cost)", verb) is not None
        and works is not None
    )
