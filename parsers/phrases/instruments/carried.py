"""The date of an instrument that is told elsewhere: in the text that the sentence goes on from, of the visit
that it was signed during, in the line that introduces a list; or that of its effect alone.
"""

from __future__ import annotations

import re

from parsers.language.date_choice import is_of_later_years
from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement

PERFECT = re.compile(r"\b(?:have|has) (?:also |since |both |already |so far )?(?:\w+ed|been|entered|concluded|made)\b")
VALID = re.compile(r"\bfor (?:the )?(?:upcoming |coming |next |following )?(?:years? |period )?(?:of )?(?:from )?$")
# "Had made a treaty": before what was told.
_PLUPERFECT = re.compile(r"\bhad (?:also |already |\w+ly )?(?:signed|made|concluded|reached|agreed|entered)\b")
# "Three years after the two signed a treaty": before what was told.
_LONG_AFTER = re.compile(
    r"\b(?:weeks|months|years|decades) after [^,;.]{3,40} (?:signed|concluded|ratified|made|reached|agreed)\b"
)
# What stands now has no date of what was told before.
_AT_PRESENT = re.compile(
    r"\b(?:currently|at present|nowadays|presently|"
    r"(?:have|has|are|is|also) (?:\w+ )?in (?:force|place|effect)|there are|there is|exists?)\b"
)
_APART = (PERFECT, _PLUPERFECT, _LONG_AFTER, _AT_PRESENT)
_REFERRING = re.compile(
    r"\b(?:visit|meeting|talks|summit|trip|occasion|ceremony|same|then"
    r"|there(?! (?:is|are|was|were|has|have|exists?)\b))\b"
)
# "Following President A's visit": one that was not told of before.
_OWN_VISIT = re.compile(r"\b[A-Z][\w-]+['’]s (?:[a-z]+ )?(?:visit|trip)\b")
_GUEST = re.compile(
    r"\b(?:[Dd]uring|[Oo]n|[Aa]t the end of|[Ii]n the course of) (?:[A-Z][\w-]+ ){0,3}(?P<name>[A-Z][\w-]+)['’]s? "
    r"(?:[a-z]+ ){0,2}(?:visit|trip|stay|tour)\b"
)
_VISIT = re.compile(r"\b(?:visit|trip|stay|tour|travel|arriv|received|went to|came to|was in|guest of)")
_LOOK_BACK = 60


def told_before(statement: Statement, dates: list[Mention]) -> Mention | None:
    """The date of the text before, where the sentence has none of its own and goes on with what was told."""
    host = _GUEST.search(statement.text) if not dates else None
    told = _of_visit(statement, host["name"]) if host is not None else None
    if told is not None:
        return told
    refers = _refers_back(statement)
    if not refers and (dates or _is_apart(statement)):
        return None
    date = statement.context.date if refers or _goes_on(statement, dates) else None
    return date if date is not None and not _is_of_era(statement, date) else None


def _refers_back(statement: Statement) -> bool:
    """Whether words refer to what was told before ("during the visit"), but for a visit told of in a new block."""
    is_new = not _is_in_block(statement) and _OWN_VISIT.search(statement.text) is not None
    return not is_new and _REFERRING.search(statement.low) is not None


def _is_in_block(statement: Statement) -> bool:
    """Whether the statement before stands in the same block."""
    before = statement.context.previous
    return before is not None and before.block is statement.block


def _is_apart(statement: Statement) -> bool:
    """Whether a sentence tells of what has been done or stands now, of years to come, or of what came long before."""
    return any(shape.search(statement.low) for shape in _APART) or is_of_later_years(statement.low)


def _goes_on(statement: Statement, dates: list[Mention]) -> bool:
    """Whether an undated sentence goes on with what its block tells at one date, not at two ("in 2004 and again in
    2006").
    """
    before, date = statement.context.previous, statement.context.date
    if dates or date is None or before is None or not _is_in_block(statement):
        return False
    return date.start >= statement.block.start and len(before.listed_with(date)) == 1


def _is_of_era(statement: Statement, date: Mention) -> bool:
    """Whether a date is that of a story, a decade or a century, or a period of validity, and of no act."""
    if isinstance(date.value, DateValue) and date.value.precision in ("decade", "century"):
        return True
    return VALID.search(statement.document.text, date.start - 24, date.start) is not None


def _of_visit(statement: Statement, name: str) -> Mention | None:
    """The date of the visit that was told of somebody of this name before: "during Fox's stay"."""
    before = statement.context.previous
    for _ in range(_LOOK_BACK):
        if before is None:
            return None
        if len(before.dates) == 1 and re.search(rf"\b{name}\b", before.text) and _VISIT.search(before.low):
            return before.dates[0]
        before = before.context.previous
    return None


def head_date(statement: Statement) -> Mention | None:
    """The only date of the line that introduces a list ("four instruments of 2005:"), else the one told before that
    line where it refers to it ("During the visit, the following were signed:").
    """
    head = statement.context.head
    if head is None:
        return None
    if head.dates:
        return head.dates[0] if len(head.dates) == 1 else None
    return head.context.date if _REFERRING.search(head.low) else None


# "Signed in Oslo and in force from [date]", "which took effect on [date]".
_EFFECT = re.compile(
    r"[^;.]{0,60}?(?:,| and| \()(?: (?:and|which|that|it))? ?(?:(?:has been |is |was |have been )?in (?:force|effect)"
    r"|(?:entered|entering|came|coming|went|going) into (?:force|effect)|(?:took|taking) effect|became effective)"
    r"(?: (?:on|in|from|since|as of))?(?: the)? "
)


def effect_behind(statement: Statement, end: int) -> Mention | None:
    """The date of entry into force that is told behind a place of a statement, before any other date."""
    date = next((date for date in statement.dates if date.start >= end), None)
    told = date is not None and _EFFECT.fullmatch(statement.document.text, end, date.start) is not None
    return date if told else None
