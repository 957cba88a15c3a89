"""Help for the movement that came to govern the other side: "A provided SWAPO with arms", "A gave the PLO [money]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.gift import first_of, other_side, slots_between
from parsers.phrases.gifts.frames.giving import is_act
from parsers.phrases.gifts.givers.movements import own_movement
from parsers.phrases.gifts.givers.roles import Told, aid_noun, subject
from parsers.phrases.gifts.words import active_verbs, aid_words


def of_movement(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side gave to the movement of the other: money, things of aid, arms, material support; that it trained or
    armed it.

    Not read: help in words alone, and what the movement of a third state got.
    """
    found = own_movement(statement, begin, end)
    if found is None:
        return
    side, start, stop = found
    low = statement.low_skeleton
    if _FOES.match(low, stop, end):
        return
    for verb in active_verbs().finditer(low, begin, end):
        lead = low[begin : verb.start()]
        donor = subject(statement, begin, verb.start()) if is_act(verb[0], lead, by_agency=False) else None
        if donor in (None, side) and _UNNAMED.fullmatch(lead):
            donor = other_side(statement, side)
        if donor is None or donor == side or other_side(statement, donor) is None or verb.end() > start:
            continue
        sums = slots_between(statement, verb.end(), end, "money")
        named = first_of((aid_noun(), aid_words("things"), aid_words("arms"), _MATERIAL), low, verb.end(), end)
        if not (sums or named):
            continue
        behind = _WITH.match(low, stop, end)
        at = behind.end() if behind else verb.end()
        what = (at, phrase_end(statement, at, end if behind else start))
        if sums:
            what = named.span() if named else (at, at)
        yield Told(donor, *what, verb[0].strip(), (verb.end(), end))
    for made in _MADE.finditer(low, begin, start):
        donor = subject(statement, begin, made.start())
        if donor and donor != side and _OBJECT.fullmatch(low, made.end(), start):
            yield Told(donor, made.end(), stop, "trained" if "train" in made[0] else "helped")


# In an article on two states it is the other that helps the movement of one.
_UNNAMED = re.compile(r"(?:it|they|the (?:country|government|kingdom|emirate|republic)) (?:[a-z]+ ){0,2}")
_FOES = re.compile(r"(?:'s|’s) (?:[a-z]+ )?(?:enem|rival|oppon|foes)")
_MATERIAL = re.compile(
    r"\b(?:material|financial|military|logistic(?:al|s)?|humanitarian|medical|technical|economic)(?:,? (?:and "
    r")?[a-z]+){0,3} "
    r"(?:support|help|assistance|aid)\b|\bweaponry\b|\bfuel\b"
)
_WITH = re.compile(r"(?:'s|’s)?(?: [a-z]+){0,2} with (?:the |an? )?")
_MADE = Folded(r"\b(?:trained|armed|equipped|funded|financed|trains|arms|equips|funds|finances)\b")
_OBJECT = re.compile(r"(?: and (?:trained|armed|equipped|funded|financed|supplied))?(?: the| its)?(?: [a-z]+){0,3} ")
