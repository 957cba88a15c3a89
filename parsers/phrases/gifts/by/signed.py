"""Aid of a sum that the two agreed on in a paper, which does not say who of them gives: "A and B signed a grant
agreement worth [money]".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.phrases.gifts.frames.gift import NAMED, other_side, side_at, side_in
from parsers.phrases.gifts.givers.agencies import agency_in
from parsers.phrases.gifts.givers.of_section import giver_near
from parsers.phrases.gifts.givers.own_money import of_money
from parsers.phrases.gifts.givers.roles import Told, gets

_ABOUT = r"(?: (?:about|around|some|over|nearly|almost|more than|up to))*"
_CALLED = (
    r"(?:(?:grant|yen|soft|concessional|concessionary|interest-free|low-interest|non-refundable|development|financial|"
    r"economic|technical|humanitarian|food) )*"
    r"(?:grants?|loans?|credits?|lines? of credit|aid|assistance|budget support)(?: aid| assistance)?"
)
_PAPER = r"(?: (?:agreements?|accords?|packages?|contracts?))?"
_SIGNED = Folded(
    r"\b(?:signed|concluded|initialled|agreed (?:up)?on)(?: (?:an?|the|another|two|several|further|new))*"
    rf"(?:(?P<first> \[money:\d+\])|(?: (?P<own>{NAMED})(?:'s|’s)?)?) (?P<what>{_CALLED}){_PAPER}"
    rf"(?(first)\b|(?: with(?: the)? {NAMED})?(?: worth| of| for| totall?ing| valued at| amounting to| in the amount "
    rf"of){_ABOUT} \[money:)"
)
_FOR_WHOM = re.compile(rf"[^,;\[]{{0,12}}\b(?:to|for)(?: the)?(?: (?:government|people) of(?: the)?)? (?P<who>{NAMED})")


def of_signed(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """A grant, loan or aid with its sum that was signed or agreed on: of whom it is called after, of the other of who
    gets it, of the side in whose own money it is, whose agency signs, or that alone gives in the text around.

    Not read: papers on trade; where nothing of that tells who gives, for who signs first need not give.
    """
    low = statement.low_skeleton
    found = _SIGNED.search(low, begin, end) if "[money" in low[begin:end] else None
    if found is None:
        return
    receiver = side_in(statement, _FOR_WHOM.match(low, found.end(), end))
    donor = other_side(statement, receiver) or side_in(statement, found, "own") or of_money(statement)
    donor = donor or side_at(statement, agency_in(statement, begin, end)) or giver_near(statement)
    if donor and gets(statement, donor, begin, end) is not None:
        yield Told(donor, *found.span("what"), "signed", (found.start("first" if found["first"] else "what"), end))


def is_loan_signed(statement: Statement) -> bool:
    """Whether a loan with its sum was signed, of which who signs first may lend or borrow."""
    found = _SIGNED.search(statement.low_skeleton)
    return found is not None and ("loan" in found["what"] or "credit" in found["what"])
