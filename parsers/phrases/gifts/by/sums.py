"""Givers of a sum or a count that a noun of aid names: "a loan of [money] was approved", "the donation of 60 buses"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.phrases.gifts.frames.gift import TO, side_in
from parsers.phrases.gifts.frames.giving import given
from parsers.phrases.gifts.frames.passive import passive
from parsers.phrases.gifts.givers.of_section import giver_near
from parsers.phrases.gifts.givers.own_money import of_money
from parsers.phrases.gifts.givers.roles import Told, gets, owner, source, subject


def of_amount_of(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What is called a grant, a loan, a donation of an amount: of its owner, of who announced it, of whom the text
    before told, or of the side in whose money it is.

    Not read: what someone got, took or paid back.
    """
    low = statement.low_skeleton
    for noun in _AMOUNT_OF.finditer(low, begin, end):
        if _GOT.search(low, begin, noun.start()):
            continue
        donor = _giver(statement, begin, noun, end)
        to = side_in(statement, TO.search(statement.skeleton, noun.end(), end))
        is_home = to == donor or _AT_HOME.match(low, noun.end())
        if donor and not is_home and gets(statement, donor, begin, end) is not None:
            yield Told(donor, *noun.span("what"), "given", (noun.start(), end))


def _giver(statement: Statement, begin: int, noun: re.Match[str], end: int) -> str | None:
    """The side whose grant or loan it is, that announced it, that was told to help, or in whose money it is."""
    said = _SAID.search(statement.low_skeleton, begin, noun.start())
    donor = owner(statement, begin, noun.start()) or source(statement, noun.end(), end)
    donor = donor or (subject(statement, begin, said.start()) if said else giver_near(statement))
    if donor is None and begin and _AGAIN.match(noun["what"]):
        donor = next((one.donor for one in (*given(statement), *passive(statement)) if one.start < begin), None)
    return donor or (of_money(statement) if noun["what"].startswith(_PAID_OUT) else None)


# What comes on top of what the clause before told.
_AGAIN = re.compile(r"(?:further|second|third|additional|new)\b")
_AMOUNT_OF = Folded(
    r"\b(?P<what>(?:(?:soft|concessional|interest-free|low-interest|development|stand-by|non-repayable|further|"
    r"second|third|additional|new|first|yen) )*(?:grants?|loans?|credits?|credit lines?|lines? of credit|"
    r"donations?|gifts?|supplements?|"
    r"subsid(?:y|ies)|contributions?|aid packages?|relief packages?|packages?|deliver(?:y|ies)|handover|provision))"
    r"(?:,| of| worth)(?: (?:about|around|some|over|nearly|almost|more than|up to|a further|another))* "
    r"\[(?:money|quantity):\d+\]"
)
_PAID_OUT = (
    "grant", "loan", "credit", "soft", "concess", "interest", "low-", "develop", "stand-by", "non-rep", "yen", "line",
)  # fmt: skip
_AT_HOME = re.compile(r" (?:for|to) (?:its|their) ")
_GOT = re.compile(
    r"\b(?:receiv\w*|got|gets?|obtain\w*|secur\w*|took|take|borrow\w*|"
    r"accept\w*|repa\w+|paid(?! for)|pays?(?! for)|sought|seek\w*|"
    r"applied|asked|sign\w*|owes?|buy\w*|bought|order\w*)\b"
)
_SAID = re.compile(
    r"\b(?:announc|confirm|approv|promis|pledg|extend|offer|sanction|unveil|grant|provid)\w*(?: [^,;]{0,30})?$"
)
