"""Amounts and counts that tell a transfer over again: in another currency, by weight, by worth, by an old figure."""

from __future__ import annotations

import re
from itertools import pairwise

from parsers.language.reading import Statement
from parsers.language.slots import Slot
from parsers.phrases.gifts.frames.gift import Gift, slots_between


def worth(statement: Statement, gift: Gift, given: list[Slot]) -> dict[int, Slot]:
    """The amount that each count of a frame is worth, by where the count stands: "[quantity] worth [money]",
    "[quantity], the cost of which is [money]".
    """
    skeleton = statement.skeleton
    return {
        before.start: one
        for before, one in pairwise([*given, *_behind(statement, gift)])
        if (before.kind, one.kind) == ("quantity", "money") and _WORTH.fullmatch(skeleton[before.end : one.start])
    }


def _behind(statement: Statement, gift: Gift) -> list[Slot]:
    """The first amount behind a frame, which may tell what its last count cost."""
    if "which" not in statement.low_skeleton[gift.stop :]:
        return []
    return slots_between(statement, gift.stop, len(statement.skeleton), "money")[:1]


def is_old_figure(skeleton: str, slot: Slot) -> bool:
    """Whether an amount is the one from which another rose or fell, without a date: "from [money] to [money]"."""
    return (
        _FROM_OLD.search(skeleton, max(0, slot.start - 30), slot.start) is not None
        and _TO_NEW.match(skeleton, slot.end) is not None
    )


def repeats(skeleton: str, previous: Slot | None, slot: Slot) -> bool:
    """Whether an amount is the one before it in another currency ("[money] ([money])"), or the whole of which it is a
    part."""
    if previous is None:
        return False
    between = skeleton[previous.end : slot.start]
    if slot.kind != "money" and previous.kind != "money":
        return _WEIGHING.fullmatch(between) is not None
    if previous.kind == slot.kind and _differ(previous, slot) and _ABOUT.fullmatch(between):
        return True
    if _OF_WHOLE.fullmatch(between):
        return True
    if previous.kind == "money" and slot.kind == "quantity":
        return _FOR_COUNT.fullmatch(between) is not None
    if _OTHER_CURRENCY.fullmatch(between) or _SAME_SUM.fullmatch(between):
        return True
    return previous.kind == "quantity" and _WORTH.fullmatch(between) is not None


def _differ(one: Slot, other: Slot) -> bool:
    """Whether two amounts are in different currencies, so that one may tell the other."""
    return getattr(one.mention.value, "currency", None) != getattr(other.mention.value, "currency", None)


_FROM_OLD = re.compile(r"\bfrom (?:about |some |around |nearly )?\Z")
_TO_NEW = re.compile(r"(?: (?:a|per|each|every) year| annually)? to (?:about |some |around |nearly |over )?\[money:")
# "Pledged [money] to help B connect [quantity]": what a sum pays for is no second gift.
_FOR_COUNT = re.compile(
    r"(?: (?:was|were|is|are|has been|have been|had been) (?:set aside|earmarked|allocated|allotted|approved|"
    r"reserved))?"
    r"(?: (?:line|loan|grant|credit|package))? (?:for|to \w+|towards?)(?: \w+){0,4} |"
    r"(?: (?:in|of) [^,;\[]{3,40}?)?(?: to (?:the )?\[state:\d+\])?,? (?:to|in order to) "
    r"(?!\[|the\b|its\b|their\b)[a-z]+ (?:[^,;]*(?<! and) )?"
)
# A part and its whole: "[money] out of the [money]".
_OF_WHOLE = re.compile(r",? (?:out of|of)(?: (?:the|its|a|total|overall|some|about|sum|of))* ")
_ABOUT = re.compile(r", (?:nearly|about|approximately|approx\.?|around|roughly|equivalent to|equal to|or)(?: [a-z]+)? ")
# What counted things weigh: "64 tents weighing a total of [quantity]".
_WEIGHING = re.compile(
    r"(?: of [\w -]+?)?,? (?:weighing|with an? (?:total |combined |overall )?weight of|(?:for|with) a total of)"
    r"(?: [a-z]+){0,4} "
)
_OTHER_CURRENCY = re.compile(
    r"(?: \([A-Z]{1,4}\$?\))? ?\((?:about|around|approximately|approx\.?|equivalent to|or|some|roughly|nearly|"
    r"worth|valued at|"
    r"over|more than|=|~| )*"
)
_SAME_SUM = re.compile(r"(?: in total| in all| altogether)?,? (?:or|equivalent to|i\.e\.),? (?:\w+ )?")
_WORTH = re.compile(
    r"(?: of [\w -]+?)?(?: (?:in|on|by|by the end of) \[date:\d+\])?(?: to(?: the)? \[\w+:\d+\](?: [a-z]+)?)?"
    r"(?: \([^)]*)?,? ?\(?"
    r"(?:worth|valued at|for a total of|with a total of|totall?ing|at a cost of|costing|"
    r"with an? (?:(?:total|combined|overall|estimated) )?(?:value|cost) of)(?: \w+){0,2} |"
    r"(?: of [\w -]+?)?(?: to(?: the)? \[\w+:\d+\])?, the (?:total )?(?:cost|value|price) of which"
    r"(?: and that of [\w ]{3,30}?)? (?:is|was|were|amounts? to|amounted to|came to)(?: \w+){0,2} "
)
