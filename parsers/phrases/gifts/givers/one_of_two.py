"""Gifts of, or to, "the former" or "the latter" of the two sides that were named right before."""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.language.slots import Slot, slots
from parsers.phrases.gifts.frames.gift import Gift, other_side, side_at
from parsers.phrases.stances.pronouns import referred

# "The former colony" is a noun of its own.
_GETS = re.compile(
    r" (?P<who>the (?:former|latter))(?= (?:with )?(?:\[(?:money|quantity):|an? |some |about |over |more than |"
    r"(?:[a-z-]+ ){0,3}?(?:aid|assistance|support|grants?|loans?|credits?|scholarships?|training|equipment|weapons|"
    r"arms|food|medicines?|vaccines?|supplies|relief)\b))"
)
_GETS_BEHIND = re.compile(
    r"\bto (?P<who>the (?:former|latter))"
    r"(?=[,;.]|$| (?:in|during|after|for|at|as|by|from|since)\b)"
)
_GIVES = re.compile(r"\b(?P<who>the (?:former|latter)) (?:also |has |had |then |later |even |soon )*$")


def gift_of_two(statement: Statement, match: re.Match[str], lead: str, giver: Slot | None, stop: int) -> Gift | None:
    """The frame of a verb whose giver or receiver is "the former" or "the latter"; null where neither is, where the two
    sides are not told right before, or where both would be one.
    """
    low = statement.low_skeleton
    gives = _GIVES.search(lead)
    gets = _GETS.match(low, match.end()) or _GETS_BEHIND.search(low, match.end(), stop)
    if (gives is None and gets is None) or _names_third(statement, match.start()):
        return None
    donor = side_at(statement, giver)
    if gives is not None:
        donor = _side(statement, gives["who"], match.start() - len(lead) + gives.start())
    recipient = _side(statement, gets["who"], gets.start("who")) if gets else other_side(statement, donor)
    donor = donor or other_side(statement, recipient)
    if donor is None or recipient is None or recipient != other_side(statement, donor):
        return None
    end = gets.end() if gets and gets.re is _GETS else match.end()
    return Gift(donor, recipient, match[0].lower().strip(), match.start(), end, stop, True)


def _side(statement: Statement, pronoun: str, at: int) -> str | None:
    """The one side for which the words at a place of the skeleton stand; null where they stand for none or several."""
    sides = referred(statement, pronoun, statement.offset(at), at)
    return sides[0][0] if len(sides) == 1 else None


def _names_third(statement: Statement, before: int) -> bool:
    """Whether a third state is named before a place, which may be one of the two that are meant."""
    named = [one for one in slots(statement, "state") if one.start < before]
    return any(side_of(one.mention, statement.context) is None for one in named)
