"""Help for the movement that came to govern the other side: "A provided SWAPO with arms", "A gave the PLO [money]"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.active_givers import is_act
from parsers.phrases.gifts.frames.gift import first_of, other_side, slots_between
from parsers.phrases.gifts.givers.movements import Movement, own_movement
from parsers.phrases.gifts.givers.roles import Told, aid_noun, subject
from parsers.phrases.gifts.words import active_verbs, aid_words


def of_movement(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side gave to the movement of the other: money, things of aid, arms, material support; that it trained or
    armed it.

    Not read: help in words alone, and what the movement of a third state got.
    """
    movement = own_movement(statement, begin, end)
    if movement is not None and not _FOES.match(statement.low_skeleton, movement.end, end):
        yield from _given_to(statement, begin, end, movement)
        yield from _made_of(statement, begin, movement)


def _given_to(statement: Statement, begin: int, end: int, movement: Movement) -> Iterator[Told]:
    """What a verb of giving in front of a movement gave to it."""
    low = statement.low_skeleton
    for verb in active_verbs().finditer(low, begin, end):
        donor = _donor(statement, begin, verb, movement.side) if verb.end() <= movement.start else None
        if donor is None:
            continue
        sums = slots_between(statement, verb.end(), end, "money")
        named = first_of((aid_noun(), aid_words("things"), aid_words("arms"), _MATERIAL), low, verb.end(), end)
        if not (sums or named):
            continue
        behind = _WITH.match(low, movement.end, end)
        at = behind.end() if behind else verb.end()
        what = (at, phrase_end(statement, at, end if behind else movement.start))
        if sums:
            what = named.span() if named else (at, at)
        yield Told(donor, *what, verb[0].strip(), (verb.end(), end))


def _donor(statement: Statement, begin: int, verb: re.Match[str], side: str) -> str | None:
    """The other side, where it is who gives, by name or as "it"; null where it is not."""
    lead = statement.low_skeleton[begin : verb.start()]
    donor = subject(statement, begin, verb.start()) if is_act(verb[0], lead, by_agency=False) else None
    if donor in (None, side) and _UNNAMED.fullmatch(lead):
        donor = other_side(statement, side)
    return None if donor == side or other_side(statement, donor) is None else donor


def _made_of(statement: Statement, begin: int, movement: Movement) -> Iterator[Told]:
    """That the other side trained, armed or paid for a movement."""
    low = statement.low_skeleton
    for made in _MADE.finditer(low, begin, movement.start):
        donor = subject(statement, begin, made.start())
        if donor and donor != movement.side and _OBJECT.fullmatch(low, made.end(), movement.start):
            yield Told(donor, made.end(), movement.end, "trained" if "train" in made[0] else "helped")


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
