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
    low = statement.skeleton.lower()
    free = gift.verb.startswith(_FREE) or _DONATED.search(low, clause_start(low, gift.start), gift.start) is not None
    if free and aid_words("goods").search(item):
        return True
    verb = gift.verb.split()[-1]
    handed = verb.startswith(("sen", "gav", "giv", "provid", "donat", "transfer", "airlift", "arm"))
    supplied = _WHOM_WITH.match(statement.skeleton, gift.end) is not None
    return _builds(gift.verb, item) or ((handed or supplied) and aid_words("arms").search(item) is not None)


def is_barred(statement: Statement, gift: Gift) -> bool:
    """Whether the clause, without the words of the frame itself, tells of what was not given."""
    low = statement.skeleton.lower()
    begin, end = clause_start(low, gift.start), clause_end(low, gift.stop)
    around = f"{low[begin : gift.start]} {low[gift.end : end]}"
    if gift.verb == "in exchange":
        return (
            re.search(r"\b(?:refused|rejected|declined|proposed|asked|demanded|would|if|never)\b", around) is not None
        )
    return aid_words("barred").search(around) is not None


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
    if aid_words("barred").search(around) or aid_words("not_aid").search(
        _BUYS.sub("", _AGENT.sub("", _object_words(statement, gift)))
    ):
        return False
    private = aid_words("private").search(_AGAINST.sub("", low[begin : gift.start]))
    if private and (
        "[money" not in low[gift.start : gift.stop] or (_FIRMS.search(private[0]) and _SUPPLIES.match(gift.verb))
    ):
        return False
    if _BANK.search(statement.skeleton[begin : gift.start]) or _PAPER.match(low, gift.end):
        return False
    weak = gift.verb.startswith(_WEAK) and not _WHOM_WITH.match(statement.skeleton, gift.end)
    if "delegation" in stretch:
        return False
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
    counted = re.match(r"(?:(?: the)? \[state:\d+\](?: with)?)? \[quantity", statement.skeleton[gift.end :])
    given = counted and re.match(r"(?:to |will |would )?(?:gave|giv|hand|provid|present)", gift.verb)
    return gift.sure and bool((_HANDS.match(gift.verb) and near) or given)


def _is_relief(statement: Statement, gift: Gift) -> bool:
    """Whether an amount follows a disaster that the clause names before it."""
    low = statement.skeleton.lower()
    told = aid_words("disasters").search(low[clause_start(low, gift.start) : gift.start])
    return told is not None and "[money" in low[gift.start : gift.stop]


def _builds(verb: str, stretch: str) -> bool:
    """Whether a verb of paying has works for the public as its object."""
    works = re.search(
        r"\b(?:projects?|(?:re)?construction|building|schools?|hospitals?|clinics?|roads?|bridges?|"
        r"plants?|dams?|railways?|airports?|power stations?|stadium|housing|wells)\b",
        stretch,
    )
    return (
        re.search(r"\b(?:financ|fund|spent|sponsor|subsid|paid for|pay\w* for|covered the cost)", verb) is not None
        and works is not None
    )
