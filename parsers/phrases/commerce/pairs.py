"""Two amounts that share one unit: "exports/imports: 14.2/3.5 million USD", "exports and imports were 14.2 and …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parsers.language.mention import MoneyValue
from parsers.language.reading import Statement
from parsers.language.slots import Slot, slots
from parsers.phrases.commerce.commerce import Term, own_terms

_FIRST = re.compile(
    r"[\s:=()–-]*(?:(?:were|are|stood at|reached|amounted(?: to)?|totall?ed|of|at|worth|respectively|about|around)\s+)*"
    r"(?P<first>\d[\d.,]*\d|\d)\s*(?:/|and|&)\s*(?:(?:about|around)\s+)?"
)
_NUMBER = re.compile(r"\d[\d.,]*\d|\d")


@dataclass(frozen=True, slots=True)
class Half:
    """One flow of a pair: its amount with its words' span in the document, the term, the slot that has the unit."""

    flow: str
    money: MoneyValue
    span: tuple[int, int]
    term: Term
    slot: Slot


def halves(statement: Statement) -> Iterator[Half]:
    """The two flows of every pair of numbers of the pair's trade that share the unit of the second."""
    text = statement.document.text
    for term in own_terms(statement):
        if len(term.flows) != 2:
            continue
        for slot in slots(statement, "money"):
            begin, value = statement.offset(term.end), slot.mention.value
            found = _FIRST.fullmatch(text, begin, slot.mention.start) if slot.start > term.end else None
            unit = _NUMBER.search(slot.mention.text)
            if found is None or unit is None or not isinstance(value, MoneyValue):
                continue
            second = _number(unit[0])
            if second:
                money = replace(value, value=round(_number(found["first"]) * value.value / second, 2))
                yield Half(term.flows[0], money, found.span("first"), term, slot)
                yield Half(term.flows[1], value, (slot.mention.start, slot.mention.end), term, slot)


def _number(text: str) -> float:
    """The number that digits stand for, commas as marks of thousands."""
    return float(text.replace(",", "")) if text.count(".") < 2 else 0.0
