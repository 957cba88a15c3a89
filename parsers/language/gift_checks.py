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
    "increas", "announc", "financ", "fund", "forg", "cancel", "wrote", "written", "waiv", "spent", "releas", "present",
    "approv",
)  # fmt: skip
# "Supplied B with arms" tells of help; "supplied arms" is what a seller does too.
_WHOM_WITH = re.compile(r" (?:the )?\[(?:state|place|person):\d+\](?:'s|’s|'|’)?(?: [a-z]+){0,2} with ")
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


def is_thing(statement: Statement, gift: Gift, transfer: Transfer) -> bool:
    """Whether what was given is aid though no number stands with it; with a number it is, as its frame is."""
    item = (transfer.item or "").lower()
    if transfer.slot is not None and isinstance(transfer.slot.mention.value, QuantityValue):
        counted = f"{item} {transfer.slot.mention.text.lower()}"
        named = any(aid_words(name).search(counted) for name in ("nouns", "things", "arms", "goods"))
        return named or not gift.verb.startswith(_VAGUE)
    if transfer.slot is not None or aid_words("things").search(item) or gift.verb.startswith(("donat", "gift")):
        return True
    if gift.verb.startswith(_FREE) and aid_words("goods").search(item):
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


_BUYS = re.compile(r"\b(?:for the|to|and|for) purchas\w+(?: of)?\b")


def is_aid(statement: Statement, gift: Gift) -> bool:
    """Whether what a frame holds is aid: a gift by its verb, or a noun of aid in it, and nothing that makes it
    another thing.
    """
    low = statement.skeleton.lower()
    begin = clause_start(low, gift.start)
    stretch, around = words_of(statement, gift.start, gift.stop).lower(), low[begin : clause_end(low, gift.stop)]
    if aid_words("barred").search(around) or aid_words("not_aid").search(_BUYS.sub("", low[gift.start : gift.stop])):
        return False
    if (
        aid_words("private").search(_AGAINST.sub("", low[begin : gift.start]))
        and "[money" not in low[gift.start : gift.stop]
    ):
        return False
    weak = gift.verb.startswith(_WEAK)
    if "delegation" in stretch:
        return False
    named = aid_words("nouns").search(stretch) or _is_relief(statement, gift) or _is_handed(statement, gift)
    free = gift.verb.startswith(_FREE)
    named = named or (free and any(aid_words(name).search(stretch) for name in ("goods", "arms")))
    named = named or (not gift.sure and gift.start == gift.end)
    if gift.verb.startswith(("forg", "cancel", "wrote", "written", "waiv")) and re.search(
        r"\b(?:debts?|owed)\b", around
    ):
        return True
    return aid_words("gift_verbs").search(gift.verb) is not None or bool(
        (_CALLED.search(stretch) or _builds(gift.verb, stretch)) if weak else named
    )


def _is_handed(statement: Statement, gift: Gift) -> bool:
    """Whether one side gave money to the other, both named, with the amount as the verb's object."""
    handed = gift.verb.startswith(("gave", "give", "grant", "provid", "pledg", "handed"))
    near = re.match(r"(?: the)?(?: \[state:\d+\](?:'s|’s)?)?(?: \w+){0,4} \[money", statement.skeleton[gift.end :])
    return gift.sure and handed and near is not None


def _is_relief(statement: Statement, gift: Gift) -> bool:
    """Whether an amount follows a disaster that the clause names before it."""
    low = statement.skeleton.lower()
    told = aid_words("disasters").search(low[clause_start(low, gift.start) : gift.start])
    return told is not None and "[money" in low[gift.start : gift.stop]


def _builds(verb: str, stretch: str) -> bool:
    """Whether a verb of paying has works for the public as its object."""
    works = re.search(r"\b(?:projects?|construction|building|schools?|hospitals?|clinics?|roads?|bridges?)\b", stretch)
    return verb.startswith(("financ", "fund")) and works is not None
