"""Whether an instrument is told to stand between the two: they have it, are bound by it, live under it; or it does
something now, is called the first of its kind, or is a line of its own.
"""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.instruments.actions import OTHER, Governor
from parsers.phrases.instruments.instrument import Instrument, count_of
from parsers.phrases.instruments.instruments import find_instruments
from parsers.phrases.instruments.lists import is_listed
from parsers.phrases.instruments.parties import sides_of
from parsers.phrases.instruments.telling import is_titled, is_unmade, names_parties

_HOLD = (
    r"\b(?:has|have|had|share|shares|maintain|maintains|operate|operates|enjoy|enjoys|there is|there are|there exists|"
    r"there (?:have|has|had) been|there was|there were"
    r"|(?:is|are) (?:also |still |both )?(?:bound|linked|tied|connected|joined)(?: together)? by"
    r"|(?:relations|ties|relationship|friendship|links) (?:is|are) (?:based|founded|built) (?:up)?on"
    r") (?:also |had )?"
)
_HOLD_MANY = re.compile(
    rf"(?:{_HOLD}|\b(?:(?:linked|bound|connected) by|according to|under) |"
    r"\b(?:compris\w+|include[sd]?|consists? of|counts?) )"
    r"(?:(?:more than|over|about|around|some|nearly|almost|at least) )?(?:\d+|[a-z-]+)(?: [a-z]+){0,2} $"
)
_HAVE = re.compile(
    rf"{_HOLD}(?:in (?:place|force|effect) )?(?:(?:an?|several|some|various|many|numerous|multiple|the"
    r"|an? (?:number|series|range|variety) of) )?$"
)
_HAVE_TOO = re.compile(rf"{_HOLD}(?:an? |the )(?:[a-z-]+ ){{1,5}}and an? $")  # "have a joint board and a tax treaty"
_DOES = re.compile(
    r"[\"”]?(?: \([^()\d]{2,12}\))? (?:also |still )?(?:provides|governs|allows|regulates|permits|covers|enables|"
    r"requires|guarantees|entitles|exempts|gives|grants|binds|links|protects|lets|eases|abolishes|ensures|commits|obliges"
    r"|prevents|facilitates|eliminates|removes)\b"
)
# "The A–B Treaty of Amity is still the oldest", "stands as its only one".
_IS = re.compile(
    r"[\"”]?(?: \([^()]{2,30}\))?,? (?:is|was|remains|remained|stands as|continues to be) (?:still |also |today )?"
    r"(?:the|an?|one of|among|its|their|[\w.]+[’']s|in (?:force|effect|place))\b"
    r"(?! (?:result|failure|possibility|proposal|proposed|draft|subject|matter|topic|priority|aim|goal|dream)\b)"
)
_PARTY = re.compile(
    r"\b(?:is|are) (?:also |both )?(?:a )?(?:part(?:y|ies)|signator(?:y|ies)) (?:to|of) (?:an? |the )?\Z"
)
# "Ties are close under the Compact of B".
_TIES_UNDER = re.compile(
    r"\b(?:relations|relationship|ties|friendship|alliance)\b[^,;.]{0,60} (?:under|through|within|by) (?:the )?\Z"
)
_STANDING_ALONE = re.compile(r"(?:the )?[\"“]?", re.IGNORECASE)
_LINE_END = re.compile(r"[\"”]?(?: \([^()]{2,30}\))?,?(?: of)?[\s.]*")


def is_had(statement: Statement, one: Instrument) -> bool:
    """Whether the parties are said to have it, or a number of such."""
    lead = statement.low[: one.start - statement.start]
    many = one.plural and _HOLD_MANY.search(lead) is not None and count_of(statement, one) is not None
    if many or (not one.is_bare and (_HAVE.search(lead) or _HAVE_TOO.search(lead) or _is_at_work(statement, one))):
        return True
    before = [other for other in find_instruments(statement) if other.end <= one.start]
    return one.joined and not one.plural and not one.is_bare and bool(before) and is_had(statement, before[-1])


def _is_at_work(statement: Statement, one: Instrument) -> bool:
    """Whether one that is there now does something: "the current tax treaty provides for", "a treaty governs", "the
    Whaling Convention lets"; of the last two, both sides must be named.
    """
    is_there = one.article in ("current", "existing", "present")
    is_one = one.article in ("a", "an") or is_named(statement, one)
    is_there |= is_one and len(sides_of(statement)) > 1 and one.kind not in ("contract", "document", "plan")
    return is_there and not one.plural and _DOES.match(statement.low, one.end - statement.start) is not None


def is_named(statement: Statement, one: Instrument) -> bool:
    """Whether an instrument has a name: a noun in capitals, or words in capitals before it that are no states."""
    if is_titled(statement, one) or (not one.is_bare and statement.document.text[one.noun[0]].isupper()):
        return True
    first = next((m for m in statement.of("state", "place") if m.start == one.start), None)
    is_capital = not one.is_bare and statement.document.text[one.start].isupper() and one.start > statement.start
    return is_capital and first is None


def is_standing(statement: Statement, one: Instrument, by: Governor | None) -> bool:
    """Whether an undated instrument is told to stand between the two without a word that they have it: they are its
    parties, their ties are under it, it names both and is said to be something, or stands alone in its line.
    """
    if one.plural or one.is_bare or is_unmade(statement, one) or one.kind in ("contract", "document", "plan"):
        return False
    lead = statement.low[: one.start - statement.start]
    if by is not None:
        is_said = _IS.match(statement.low, _at(statement, one)) is not None
        return by.action == OTHER and is_said and _names_both(statement, one)
    if _PARTY.search(lead):
        return names_parties(statement, one)
    if _TIES_UNDER.search(lead):
        return is_named(statement, one) and len(sides_of(statement)) > 1
    is_line = statement.block.kind in ("item", "paragraph") and not (statement.dates or is_listed(statement))
    alone = is_line and _STANDING_ALONE.fullmatch(lead) is not None
    return _names_both(statement, one) and (
        _IS.match(statement.low, _at(statement, one)) is not None
        or (alone and _LINE_END.fullmatch(statement.low, _at(statement, one)) is not None)
    )


def _at(statement: Statement, one: Instrument) -> int:
    """Where an instrument's title ends in the statement's words."""
    return one.end - statement.start


def _names_both(statement: Statement, one: Instrument) -> bool:
    """Whether a title in capitals names both sides: "the A–B Free Trade Agreement", "Treaty between A and B"."""
    inside = (m for m in statement.of("state") if one.start <= m.start < one.end)
    sides = {side for m in inside if (side := side_of(m, statement.context))}
    return statement.document.text[one.noun[0]].isupper() and len(sides) > 1
