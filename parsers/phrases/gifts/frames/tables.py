"""Tables of aid: what one side gave the other in a year or for a purpose, by the heads over the cells."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.document.model import Cell
from parsers.language.columns import cell_under, cells_headed, date_in, words_in
from parsers.language.mention import Mention, MoneyValue
from parsers.language.reading import Statement
from parsers.language.sides import facing
from parsers.phrases.commerce.rows import amount_in
from parsers.phrases.gifts.columns.kinds import kind_of
from parsers.phrases.gifts.givers.headings import OF_AID, of_heading, of_words

_AMOUNTS = re.compile(
    r"\b(?:amount|value|sum|total|[bm]illions?|thousands?|disburse\w*|commit\w*|grants?|loans?|aid|oda)\b", re.I
)
_DATES = ("year", "years", "date", "period", "fy")
_PURPOSES = ("purpose", "project", "projects", "sector", "use", "programme", "program", "description", "item", "object")
_STATUSES = ("status", "stage", "remarks", "notes")
_TO_COME = re.compile(r"\b(?:pledged?|promised|planned|budget(?:ed)?|offered|allocated|expected|forecast)\b")


@dataclass(frozen=True, slots=True)
class Grant:
    """One amount of a table: who gave it to whom, for what and when, and where these stand in the text."""

    donor: str
    recipient: str
    money: MoneyValue
    amount: Cell
    purpose: Cell | None
    date: Mention | None
    kind: str
    is_pledge: bool


def grant_in(statement: Statement) -> Grant | None:
    """The grant of a row; null where the lines above tell no aid of one side to the other, or the row no amount."""
    above = statement.context.head.text if statement.context.head is not None else ""
    donor = (of_words(above, statement.context) if OF_AID.search(above.lower()) else None) or of_heading(statement)
    recipient = facing(donor, statement.context.pair)
    if donor is None or recipient is None:
        return None
    for cell in cells_headed(statement, _AMOUNTS):
        money = amount_in(statement, cell, f"{cell.head} | {above}")
        if money is not None and money.currency is not None and money.value > 0:
            purpose = cell_under(statement, _PURPOSES)
            told = [words_in(statement, purpose)] if purpose is not None else []
            lent = kind_of(above) == "loan"
            kind = "loan" if lent else kind_of(*told, above) or "financial"
            date = date_in(statement, cell_under(statement, _DATES))
            return Grant(donor, recipient, money, cell, purpose, date, kind, _is_pledge(statement))
    return None


def _is_pledge(statement: Statement) -> bool:
    """Whether the row says that the sum was only promised."""
    status = cell_under(statement, _STATUSES)
    return status is not None and _TO_COME.search(words_in(statement, status).lower()) is not None
