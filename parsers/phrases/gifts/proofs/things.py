"""What proves that a single thing of a frame is aid, once the frame is: by its words, its verb, or what it was for."""

from __future__ import annotations

import re

from parsers.language.mention import QuantityValue
from parsers.language.reading import Statement
from parsers.language.slots import clause_start
from parsers.phrases.gifts.columns.transfers import Transfer, transfers
from parsers.phrases.gifts.frames.gift import Gift, lead_of
from parsers.phrases.gifts.givers.roles import aid_noun, in_cause
from parsers.phrases.gifts.proofs.barred import is_aid
from parsers.phrases.gifts.proofs.craft import hands_craft
from parsers.phrases.gifts.proofs.paying import PUBLIC_WORKS, pays, pays_for_works
from parsers.phrases.gifts.proofs.proved import FREE, LENDS, LETS_GO, SENDS, WHOM_WITH, may_weigh
from parsers.phrases.gifts.proofs.relief import in_relief, is_concrete, is_sent_in_relief
from parsers.phrases.gifts.proofs.weight import SURE, weighs
from parsers.phrases.gifts.words import aid_words, spelt

# Verbs that have much else as a counted object.
_VAGUE = (
    "announc", "increas", "promis", "approv", "present", "spent", "releas", "commit", "offer", "accept", "got", "secur",
)  # fmt: skip
# What is supplied in one breath with a donation is given too.
_DONATED = re.compile(r"\b(?:donated|gave|granted) [^;.]*,? and (?:also )?$")


def holds_aid(statement: Statement, gift: Gift) -> bool:
    """Whether a frame is aid, and one of the things in it is."""
    return is_aid(statement, gift) and any(is_thing(statement, gift, one) for one in transfers(statement, gift))


def is_thing(statement: Statement, gift: Gift, transfer: Transfer) -> bool:
    """Whether what was given is aid though no number stands with it; with a number it is, as its frame is."""
    item, slot = (transfer.item or "").lower(), transfer.slot
    if slot is None and _GOES.match(item):
        return False
    if slot is not None and isinstance(slot.mention.value, QuantityValue):
        return _is_counted_thing(gift, item, slot.mention.text.lower())
    return (
        slot is not None
        or _is_called_thing(gift, item)
        or _FREE_OF_CHARGE.search(statement.low_skeleton, gift.end, gift.stop) is not None
        or _is_for_victims(statement, gift, item)
        or hands_craft(statement, gift)
        or (LETS_GO.search(gift.verb) is not None and " owed" in statement.low_skeleton)
        or _is_help(statement, gift, item)
        or _are_works(statement, gift, item)
        or _is_given_away(statement, gift, item)
        or _is_weighed(statement, gift, item)
    )


def _is_weighed(statement: Statement, gift: Gift, item: str) -> bool:
    """Whether a thing that no list names is aid by the weight of its statement; not where a sum is what was given."""
    if not may_weigh(statement, gift) or statement.of("money") or _NO_THING.match(item):
        return False
    return len(item) > 3 and weighs(statement) >= SURE


_NO_THING = re.compile(r"(?:that|over|about|how|it|them|him|her|this|these|out|up|in|its|some|more|each)\b|\W")


def _is_help(statement: Statement, gift: Gift, item: str) -> bool:
    """Whether "help" was given by one side to the other, or for works: "gave help to B in building a dam"; support in
    fields that are told.
    """
    is_passive = gift.start == gift.end
    works = aid_words("helped").search(statement.low_skeleton, gift.end, gift.stop)
    if gift.sure and item.startswith("support") and _IN_FIELDS.match(statement.low_skeleton, gift.end, gift.stop):
        return not in_cause(statement, gift.end, gift.stop)
    if item.startswith("support") and gift.verb.startswith("receiv"):
        return _FAMILIES.search(spelt(statement, lead_of(statement, gift), "quantity")) is not None
    return gift.sure and re.match(r"(?:its )?help\b", item) is not None and (is_passive or works is not None)


# Those in need who get support: "5,000 poor families received support from A".
_FAMILIES = re.compile(
    r"\b(?:famil(?:y|ies)|farmers|households|refugees|villages|victims|survivors|schools|hospitals)\b"
)
# "Provides support to B in the fields of health and energy".
_IN_FIELDS = re.compile(
    r" (?:[a-z]+ )?support (?:to|for)(?: the)? \[state:\d+\](?:'s|’s)?(?: [a-z]+){0,2} in (?:the |several "
    r"|various |many |different )?(?:areas?|fields?|sectors?)\b"
)


def _is_called_thing(gift: Gift, item: str) -> bool:
    """Whether the words of a thing, or its verb, are of aid alone; helpers and money need a verb that sends, lends."""
    if aid_words("things").search(item) or aid_noun().search(item) or _DONATES.search(gift.verb):
        return True
    are_helpers = SENDS.search(gift.verb) and aid_words("helpers").search(item)
    return bool(are_helpers or (LENDS.search(gift.verb) and item.startswith("money")))


def _is_for_victims(statement: Statement, gift: Gift, item: str) -> bool:
    """Whether things, goods or support came after a disaster."""
    if is_sent_in_relief(statement, gift) and is_concrete(item):
        return True
    is_relief = _SUPPORT.fullmatch(item) or aid_words("goods").search(item)
    return is_relief is not None and in_relief(statement)


def _are_works(statement: Statement, gift: Gift, item: str) -> bool:
    """Whether works were handed over or paid for."""
    is_handed_over = _HANDS.search(gift.verb) and PUBLIC_WORKS.match(item)
    return bool(is_handed_over) or pays_for_works(gift.verb, item) or pays(statement, gift)


def _is_given_away(statement: Statement, gift: Gift, item: str) -> bool:
    """Whether goods were given for nothing, or arms handed over or supplied."""
    low, verb = statement.low_skeleton, gift.verb.strip().rpartition(" ")[2]
    is_free = gift.verb.startswith(FREE) or verb in ("flown", "sent", "rushed", "airlifted")
    is_free = is_free or _DONATED.search(low, clause_start(low, gift.start), gift.start) is not None
    if is_free and aid_words("goods").search(item):
        return True
    is_handed_over = verb.startswith(_HANDED) or gift.verb.startswith("handed over")
    is_supplied = WHOM_WITH.match(statement.skeleton, gift.end) is not None
    return (is_handed_over or is_supplied) and aid_words("arms").search(item) is not None


_HANDED = ("sen", "gav", "giv", "provid", "donat", "transfer", "airlift", "arm")


def _is_counted_thing(gift: Gift, item: str, counted: str) -> bool:
    """Whether what is counted is aid: by its words, or by a verb that has nothing else as its counted object."""
    named = any(aid_words(name).search(f"{item} {counted}") for name in ("nouns", "things", "arms", "goods"))
    named = named or item.endswith("places")
    if item in ("persons", "people", "individuals") and not SENDS.search(gift.verb):
        return False
    return named or not gift.verb.startswith(_VAGUE)


# Works that are given, built or not by who gives them.
_HANDS = re.compile(r"\b(?:handed|gave|given|offered|presented|donated)\b")
# "Its funding goes to": the form that gives is a noun there.
_GOES = re.compile(r"(?:goes|went|comes|came|is|was|has|had|flows|remains|amount\w*|total\w*)\b")
_DONATES = re.compile(r"\b(?:donat|gift)")
_FREE_OF_CHARGE = re.compile(
    r"\b(?:free of (?:charge|cost)|at no (?:cost|charge)|for free|as (?:an? )?(?:[a-z]+ )?(?:gift|donation|aid|"
    r"relief|assistance)|without charge|gratis)\b"
)
_SUPPORT = re.compile(r"(?:[a-z-]+ )*(?:support|help|teams?|personnel|supplies|goods|equipment)")
