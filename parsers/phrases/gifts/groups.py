"""Gifts to others than the other of the pair: to a region, "developing countries", after a third state's disaster."""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.language.slots import clause_end, clause_start, slots
from parsers.phrases.gifts.gift import NAMED, Gift, slot_in

_MANY = (
    r"(?:(?:the|its|their|a few|a number of|many|several|some|other|various|all|most|about|over|more|than|"
    r"poor|poorer|developing|"
    r"neighbou?ring|island|least|developed|[a-z]+(?:an|ese|ern|ish|ic|ab|im))(?:'s|’s)? |"
    r"(?:[a-z]+|\d+) (?=[a-z]+(?:an|ese|ern|ic|im) )|latin )*"
)
_GROUP = re.compile(
    rf"\b(?:to|for|in|across|throughout|towards?|owed by|with|assist\w*|help\w*|"
    rf"provided?s?|providing|gave|gives|giving|"
    rf"offers?|offered|grants?|granted|lent|sent|sends)(?: (?:people|victims|hospitals|projects) (?:of|in))? "
    rf"(?:{_MANY}(?:(?<!both )(?<!two )(?:countries|nations)|neighbou?rs)|"
    rf"(?:the )?(?:[a-z]+(?:ern|al) |sub-saharan )?(?:africa|asia|latin america|europe|third world|middle east|"
    rf"developing world|global south|region(?! of\b)|continent)\b(?!n))"
)
_WORLDWIDE = re.compile(r"\b(?:world['’]s|worldwide|around the world|international aid|overseas aid)\b")
_BOTH = re.compile(r"\b(?:both|two|the|these|those) (?:[a-z]+ )?(?:countries|nations|neighbou?rs)\b")
_MAY = re.compile(
    r"countries|nations|neighbo|africa|asia|europe|america|world|east|south|region|continent|overseas|aid"
)


def goes_to_many(statement: Statement, gift: Gift) -> bool:
    """Whether a gift goes to a group of states, to a region or to where a third state's disaster was, where its clause
    does not name the other side.
    """
    low = statement.low_skeleton
    begin, end = clause_start(low, gift.start), max(gift.stop, clause_end(low, gift.end))
    if not gift.sure and _is_elsewhere(statement, gift):
        return True
    if _MAY.search(low, begin, end) is None and "[quantity" not in low[begin:end]:
        return False
    named = (one for one in slots(statement, "state", "place", "person", "body") if begin <= one.start < end)
    if any(side_of(one.mention, statement.context) == gift.recipient for one in named):
        return False
    spelt = re.sub(r"\[quantity:(\d+)\]", lambda slot: statement.mentions[int(slot[1])].text.lower(), low[begin:end])
    found = _GROUP.search(spelt)
    return (found is not None and _BOTH.search(found[0]) is None) or _WORLDWIDE.search(spelt) is not None


_DISASTER = re.compile(
    rf"(?P<who>{NAMED})(?:'s|’s)?(?: [a-z]+){{0,2}} (?:earthquakes?|floods?|flooding|tsunami|hurricanes?|cyclones?|"
    r"typhoons?|famine|drought|wildfires|bushfires|explosions?|landslides?|eruption|epidemic|outbreak)\b"
)


def _is_elsewhere(statement: Statement, gift: Gift) -> bool:
    """Whether a statement tells of a third state's disaster, and does not name who is taken to have got the gift."""
    found = slot_in(statement, _DISASTER.search(statement.low_skeleton))
    if found is None or side_of(found.mention, statement.context) is not None:
        return False
    return gift.recipient not in {side_of(one, statement.context) for one in statement.of("state", "place", "person")}
