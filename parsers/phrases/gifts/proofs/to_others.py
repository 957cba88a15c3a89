"""Gifts to others than the other of the pair: to a region, "developing countries", after a third state's disaster."""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.language.slots import clause_end, clause_start, slots
from parsers.phrases.gifts.frames.gift import NAMED, Gift, slot_in
from parsers.phrases.gifts.givers.movements import without_movements
from parsers.phrases.gifts.words import spelt

_MANY = (
    r"(?>(?:the|its|their|a few|a number of|many|several|some|other|various|all|most|about|over|more|than|"
    r"poor|poorer|developing|"
    r"neighbou?ring|island|least|developed|[a-z]+(?:an|ese|ern|ish|ic|ab|im))(?:'s|’s)? |"
    r"(?:[a-z]+|\d+) (?=[a-z]+(?:an|ese|ern|ic|im) )|latin )*"
)
_GROUP = re.compile(
    rf"\b(?:to|for|in|across|throughout|towards?|owed by|with|assist\w*|help\w*|"
    rf"provided?s?|providing|gave|gives|giving|"
    rf"offers?|offered|grants?|granted|lent|sent|sends)(?: (?:people|victims|hospitals|projects) (?:of|in))? "
    rf"(?:{_MANY}(?:(?<!both )(?<!two )(?:countries|nations|states)|neighbou?rs|(?:respective )?allies|occupied "
    rf"territories)|"
    rf"(?:the )?(?:[a-z]+(?:ern|al) |sub-saharan )?(?:enclave|africa|asia|latin america|europe|third world|middle east|"
    rf"developing world|global south|region(?! of\b)|continent)\b(?!n))"
)
_WORLDWIDE = re.compile(r"\b(?:world['’]s|worldwide|around the world|international aid|overseas aid)\b")
_BOTH = re.compile(r"\b(?:both|two|the|these|those) (?:[a-z]+ )?(?:countries|nations|neighbou?rs)\b")
_MAY = re.compile(
    r"countries|nations|neighbo|enclave|allies|occupied|africa|asia|europe|america|world|east|south|region|"
    r"continent|overseas|aid"
)


def goes_to_many(statement: Statement, gift: Gift) -> bool:
    """Whether a gift goes to a group of states, to a region or to where a third state's disaster was, where its clause
    does not name the other side.
    """
    low = statement.low_skeleton
    begin, end = clause_start(low, gift.start), max(gift.stop, clause_end(low, gift.end))
    if _in_one_list(statement, gift) or _only_gives(statement, gift):
        return True
    words = without_movements(statement, statement.skeleton[begin:end])
    if _TO_INITIALS.search(words) or (not gift.sure and _is_elsewhere(statement, gift)):
        return True
    if _MAY.search(low, begin, end) is None and "[quantity" not in low[begin:end]:
        return False
    named = (one for one in slots(statement, "state", "place", "person", "body") if begin <= one.start < end)
    if any(side_of(one.mention, statement.context) == gift.recipient for one in named):
        return False
    told = spelt(statement, low[begin:end], "quantity")
    found = _GROUP.search(told)
    return (found is not None and _BOTH.search(found[0]) is None) or _WORLDWIDE.search(told) is not None


def _in_one_list(statement: Statement, gift: Gift) -> bool:
    """Whether the two sides are told of in one list only: "aid to A and B", "A, C and B gave", so none gives to the
    other; of a paper that both signed, one gives.
    """
    if gift.verb == "signed":
        return False
    sides = [one for one in slots(statement, "state", "place", "person") if side_of(one.mention, statement.context)]
    if len(sides) != 2 or {side_of(one.mention, statement.context) for one in sides} != {gift.donor, gift.recipient}:
        return False
    first, last = sides
    lead, between = statement.skeleton[: first.start], statement.skeleton[first.end : last.start]
    if _OF_TWO.search(statement.low_skeleton) or _OTHERWISE.search(lead):
        return False
    is_open = _COMMA.fullmatch(between) is not None and _MORE.match(statement.skeleton, last.end) is not None
    return is_open or _JOINED.fullmatch(between) is not None


_OTHERWISE = re.compile(r"\bbetween (?:the )?$|^(?:In|For|To) (?:the )?$")
_OF_TWO = re.compile(r"\bthe (?:former|latter)\b")
# What stands between two of a list, whose members may have an adjective or an office: "Fascist A, the emir of B".
_WHOSE = r"(?: the)?(?: [A-Za-z]+ of(?: the)?| [A-Z][a-z]+)? "
_PARTY = rf"{_WHOSE}\[(?:state|place|body|person):\d+\]"
_COMMA = re.compile(rf"(?:,{_PARTY})*,{_WHOSE}")
_MORE = re.compile(rf"(?:,{_PARTY})*,? and{_PARTY}")
_JOINED = re.compile(rf"(?:(?:,{_PARTY})+,? and|(?:,{_PARTY})* and|,? as well as){_WHOSE}")
_COMPARED = re.compile(r"\b(?:than|(?:second|third|fourth) (?:only )?to|behind|ahead of|unlike)(?: the)? $")
_GIVES_TOO = re.compile(
    rf"(?P<who>{NAMED})(?: government)?(?: (?:also|has|had|have|then|later))* "
    r"(?:pledg|donat|gave|sent|provid|promis|contribut|offer|granted|spent|allocat)"
)

_DISASTER = re.compile(
    rf"(?P<who>{NAMED})(?:'s|’s)?(?: [a-z]+){{0,2}} (?:earthquakes?|floods?|flooding|tsunami|hurricanes?|cyclones?|"
    r"typhoons?|famine|drought|wildfires|bushfires|explosions?|landslides?|eruption|epidemic|outbreak)\b"
)

_STRUCK = re.compile(
    r"\b(?:earthquakes?|floods?|flooding|tsunami|hurricanes?|cyclones?|typhoons?|famine|drought|wildfires|bushfires|"
    r"explosions?|landslides?|eruption|epidemic|outbreak)(?: (?:that|which))?(?: (?:in|of|hit|struck|across))(?: the)? "
    rf"(?P<who>{NAMED})"
)

_TO_STATE = re.compile(rf"\b(?:to|for)(?: the)? (?P<who>{NAMED}), [a-z]+ing\b")

# A movement that goes by its initials.
_TO_INITIALS = re.compile(
    r"\b(?:sent|gave|given|supplied|provided|offered|granted) (?:the )?[A-Z]{3,}(?: with)?"
    r"(?: (?:about|some|over|around|nearly|more than))* (?:\[(?:quantity|money):|arms\b|weapons\b)"
)

# Whom a verb of help has as its object.
_HELPED = re.compile(
    r"\b(?:(?:help|assist|support)(?:ed|s|ing)?|gave|granted|gives|grants|offered|"
    r"(?:donors?|financiers?|supporters?|contributors?|providers?|backers?|suppliers?) (?:of|to))(?: the)? "
    rf"(?P<who>{NAMED}|\[body:\d+\])(?!'s|’s)"
)


def _is_elsewhere(statement: Statement, gift: Gift) -> bool:
    """Whether a statement tells of a third state's disaster or of help to another, and does not name who is taken to
    have got the gift.
    """
    low = statement.low_skeleton
    shapes = (_DISASTER.search(low), _HELPED.search(low), _TO_STATE.search(low, 0, gift.end))
    found = [one for shape in (*shapes, _STRUCK.search(low)) if (one := slot_in(statement, shape))]
    if all(side_of(one.mention, statement.context) is not None for one in found):
        return False
    return gift.recipient not in {side_of(one, statement.context) for one in statement.of("state", "place", "person")}


_GOVERNED = (" in ", " at ", " to ", " for ", " to the ")


def _only_gives(statement: Statement, gift: Gift) -> bool:
    """Whether who is taken to have got a gift is told of only as one who gives, or is compared."""
    named = [
        one
        for one in slots(statement, "state", "place", "person")
        if side_of(one.mention, statement.context) == gift.recipient
    ]
    low = statement.low_skeleton
    return bool(named) and all(
        (_GIVES_TOO.match(low, one.start) and not low.endswith(_GOVERNED, 0, one.start))
        or _COMPARED.search(low, 0, one.start)
        for one in named
    )
