"""A meeting of which no shape tells who met whom: a word of meeting and people of both sides in one clause."""

from __future__ import annotations

import re

from parsers.language.mention import Mention
from parsers.language.reading import Statement, named
from parsers.language.sides import side_of
from parsers.phrases.encounters.encounters import Encounter
from parsers.phrases.encounters.shapes import TIMES

_WORD = re.compile(
    r"\b(?:(?:their|his|her|an?|the|bilateral|official|private|telephone|phone|video|joint|formal|informal|direct"
    r"|separate|face-to-face|held|had|holding|having|after|following|during)"
    r" (?:(?!cabinet|council|board|committee|opening|start|launch|beginning|resumption)[a-z-]+ ){0,2}?"
    r"(?:meetings?|talks|discussions|conversations?|consultations|negotiations|audience|summit|phone call)\b"
    r"|met\b|spoke (?:with|to)\b|discussed\b|conversed\b|confer(?:red)? with\b|came together\b|(?:by|over the) "
    r"(?:tele)?phone\b)"
)
_BORDER = re.compile(r"; |, (?:while|whereas|but)\b|\bwhile\b")
_APART = re.compile(
    r"\b(?:visit(?:ed|s)?|travell?ed|arrived|flew|invit\w+|replaced|succeeded|appointed|elected|wrote|letter|scheduled"
    r"|planned|due to|speaking|cancelled|canceled|called off|postponed)\b"
)
_OBJECT = re.compile(r"\b(?:with|by|to|of|met|received) (?:the )?(?:now |then )?$")
_OF_HIS = re.compile(
    r"['’]s? (?!(?:[a-z-]+ ){0,3}?(?:meetings?|talks|discussions|conversations?|visit|trip|call|audience|side"
    r"|counterpart)\b)(?:[a-z-]+ ){0,2}?[a-z-]+\b"
)
"""What is only of a person: "discussed A's proposal"."""
_MOST = 4


def met_around(statement: Statement) -> Encounter | None:
    """The people of both sides that stand in one clause with a word of meeting; null where anybody is of neither side,
    where there are more than four, where a visit is told there, or what is only of one of them. Of two whom "and"
    joins, one may be of no told side.
    """
    people = tuple(one for one in statement.of("person") if named(one))
    sides = {side_of(one, statement.context) for one in people}
    if len(sides) != 2 or len(people) > _MOST or (None in sides and not _are_joined(statement, people)):
        return None
    if any(_OF_HIS.match(statement.document.text, one.end) for one in people):
        return None
    word = _WORD.search(statement.low)
    if word is None or _APART.search(statement.low):
        return None
    if not statement.dates and TIMES.match(statement.low, word.end()):
        return None
    start, end = people[0].start - statement.start, people[-1].end - statement.start
    if _BORDER.search(statement.low, min(start, word.start()), max(end, word.end())):
        return None
    return Encounter(people, statement.start + word.start(), statement.start + word.end())


def _are_joined(statement: Statement, people: tuple[Mention, ...]) -> bool:
    """Whether there are two people who act, joined by "and"."""
    text = statement.document.text
    between = text[people[0].end : people[-1].start] if len(people) == 2 else ""
    return between in (" and ", ", and ", " and the ") and not _OBJECT.search(text, statement.start, people[0].start)
