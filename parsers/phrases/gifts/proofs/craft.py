"""Whether ships, aircraft, vehicles and arms were handed over, which is aid, or supplied, as a seller does."""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.phrases.gifts.columns.items import model_of
from parsers.phrases.gifts.frames.gift import Gift, first_of, slots_between, told_in
from parsers.phrases.gifts.words import aid_words


def hands_craft(statement: Statement, gift: Gift) -> bool:
    """Whether a ship, an aircraft or a vehicle was handed over, given or presented."""
    stretch = told_in(statement, gift)
    if not _HANDS_OVER.search(gift.verb):
        return False
    if any(model_of(statement, one) for one in slots_between(statement, gift.end, gift.stop, "quantity")):
        return True
    craft = first_of(map(aid_words, ("craft", "arms", "goods")), stretch, 0, len(stretch))
    whom = _WITH_CRAFT.match(stretch) if gift.verb.startswith("present") else None
    start = whom.end() if whom else 0
    if craft is None:
        return False
    return not (_AWAY.search(stretch, start, craft.start()) or _OF_CRAFT.match(stretch, craft.end()))


# "Presented the army with vehicles".
_WITH_CRAFT = re.compile(r"present(?:s|ed|ing) (?:the )?[^,;]{2,30}? with ")
_HANDS_OVER = re.compile(
    r"\b(?:hand(?:ed|s|ing)?\b|gave|giv(?:en|es)|donat|gift|present|bestow|transferred|turned over|made over)"
)
_AWAY = re.compile(r"\b(?:of|by|in|on|with|to|for|from|when|after|that|which|carrying|\w+'s)\b|,")
_OF_CRAFT = re.compile(
    r"(?:'s|’s)? (?:permission|licen[cs]es?|rights?|parts|crash|accident|crew|pilots?|passengers|wreck|debris|model)\b"
)


def supplies_arms(statement: Statement, gift: Gift, around: str) -> bool:
    """Whether counted arms were supplied or delivered, as a seller does, and nothing says that they were free."""
    counted = slots_between(statement, gift.end, gift.stop, "quantity")
    words = " ".join(one.mention.text.lower() for one in counted)
    is_arms = aid_words("arms").search(words) or any(model_of(statement, one) for one in counted)
    if not is_arms or not _SELLS.match(gift.verb) or _FREE_ARMS.search(around):
        return False
    before = statement.earlier
    told = f"{' '.join(statement.context.path).lower()} {statement.low} {before.low if before else ''}"
    return _MILITARY_AID.search(told) is None


# What is supplied right after military aid, or an invasion, was told of is part of it.
_MILITARY_AID = re.compile(
    r"\b(?:military|security|defen[cs]e|lethal|arms) (?:aid|assistance|support)\b|\baid packages?\b|"
    r"\b(?:invasion|invaded|full-scale war)\b"
)
_SELLS = re.compile(r"(?:to |will |would |was |were |been )*(?:suppl|deliver)")
_FREE_ARMS = re.compile(r"\b(?:aid|assist\w*|free|gift|donat\w*|grants?|help\w*|support\w*|loans?|credits?|war)\b")
