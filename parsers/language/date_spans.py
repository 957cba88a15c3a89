"""Spans told by their length and end: "the four quarters to the end of Q2 2023", "the year ended June 2019"."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.language.calendar_words import NUMBERS, any_of, leading_number
from parsers.language.edtf import date_value, month_end, stated
from parsers.language.mention import DateValue, Mention

_REACH = 60
_SIGN = re.compile(r"quarters|month|year")
_BEFORE = re.compile(
    rf"(?:\b(?P<count>{any_of(list(NUMBERS))}|[0-9]{{1,2}})[\s-]|\b(?:full|fiscal|financial|reporting|tax)\s|"
    r"(?<!of\s)\b(?:the|a)\s)(?P<unit>quarters|months?|years?)(?:\s+period)?\s+(?:(?:that|which)\s+)?"
    r"(?:to|ending|ended|up\s+to|through|until)(?:\s+(?:in|on|at|with))?(?:\s+the)?(?:\s+end\s+of)?(?:\s+the)?\s+$",
    re.ASCII | re.IGNORECASE,
)
_MONTHS_OF = {"q": 3, "m": 1, "y": 12}


def spanned(text: str, limit: int, at: int, date: Mention) -> Mention:
    """The date that begins at a place as the span that it ends, where the words before it tell how long that is; else
    the date as it is. Not read: spans that do not end with a month.

    >>> text = "the year to June 2019"
    >>> spanned(text, 0, 12, Mention(12, 21, text[12:], date_value("2019-06"))).value.edtf
    '2018-07/2019-06'
    """
    value = date.value
    if not isinstance(value, DateValue) or value.precision == "year":
        return date
    last = value.end
    if last is None or last.day != month_end(last.year, last.month):
        return date
    low = max(limit, at - _REACH)
    found = _BEFORE.search(text, low, at) if _SIGN.search(text, low, at) else None
    if found is None:
        return date
    length = leading_number(found["count"] or "one") * _MONTHS_OF[found["unit"][0].lower()]
    first = last.year * 12 + last.month - length
    edtf = f"{stated(*_year_month(first))}/{stated(last.year, last.month)}"
    edtf = f"{last.year:04d}" if length == 12 == last.month else edtf
    start = min(found.start(), date.start)
    return replace(date, start=start, text=text[start : date.end], value=date_value(edtf, resolved=value.resolved))


def _year_month(months: int) -> tuple[int, int]:
    """Year and month of a count of months, of which the first is January of the year 0."""
    year, month = divmod(months, 12)
    return year, month + 1
