"""People of a profession who only work abroad: no state sent them."""

from __future__ import annotations

import re

from parsers.language.mention import QuantityValue
from parsers.language.reading import Statement
from parsers.language.slots import words_of
from parsers.phrases.gifts.frames.gift import slots_between

_SPORT = re.compile(r"\b(?:football|basketball|handball|club|league|national team)\b")
_MOST_SENT = 50_000
_PROFESSION = re.compile(r"\b(?:doctors|nurses|teachers|professors|lecturers|physicians|surgeons|coaches)$")
_WORKS_ONLY = re.compile(
    r" (?:also |often |long |have |has |had )*(?:work(?:ed)?|teach|practi[sc]ed?|coached|run|own|are (?:employed"
    r"|working"
    r"|teaching))\b(?! (?:there )?(?:under|as part))"
)


def is_employed(statement: Statement, start: int, stop: int, end: int) -> bool:
    """Whether people of a profession only work abroad, who may have gone there by themselves: "many nurses work in", or
    more of them than any state sends.
    """
    words = words_of(statement, start, stop).lower()
    counted = slots_between(statement, start, stop, "quantity")
    if any(isinstance(one.mention.value, QuantityValue) and one.mention.value.value > _MOST_SENT for one in counted):
        return True
    if words.endswith("coaches") and _SPORT.search(statement.low_skeleton, stop, end):
        return True
    is_profession = _PROFESSION.search(words) is not None and "[quantity" not in statement.skeleton[start:stop]
    return is_profession and _WORKS_ONLY.match(statement.low_skeleton, stop, end) is not None
