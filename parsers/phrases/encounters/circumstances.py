"""Circumstances of an encounter: in what way and when people met."""

from __future__ import annotations

import re
from collections.abc import Iterable

from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement
from parsers.phrases.journeys.last_names import last_names
from parsers.phrases.journeys.trip_dates import own_date
from parsers.phrases.journeys.trips_before import date_of_trip_before

_NO_DAY = ("decade", "century", "open interval")  # what is told next need not be of such a time
_WENT_TOO = re.compile(
    r"\b(?:also|later|again|has|have) (?:paid|made|visited|travell?ed|arrived|went|"
    r"undertook)\b[^;.]*?\b(?:met|talks|received)\b"
)
_BY_PHONE = re.compile(
    r"\b(?:phone|telephone|telephoned|phoned|(?<!courtesy )call from|(?:in|during|over|held|had) (?:an?|their|the) call"
    r"|called (?=(?:his|her|the) (?:\w+ )?counterpart))\b"
)
_BY_LETTER = re.compile(
    r"\bwrote to (?:each other|one another)\b|\b(?:in|by|with) an? (?:[\w-]+ )?(?:letter|telegram|message|cable)\b"
)
_BY_VIDEO = re.compile(
    r"\bvideo ?-?(?:call|chat|link|meeting|summit|talk|conversation|consultation|conference|teleconference)"
    r"|\bby video\b|\bvirtual(?:ly)?\b"
    r"|\bonline (?:meeting|talks|summit|conference|consultations|conversation|call)"
    r"|(?<!\bon )(?<!\bfor )\bonline(?=[,.;]|$| (?:in|on|at|due|because|with|between|amid|via)\b)"
)
_AGREED_ON = re.compile(
    r"\b(?:agree(?:d|ing)?|decided|settled) (?:on|upon|to) (?:(?:an?|the|further|another|regular|[a-z]+al) ){0,3}"
    r"(?:talks|meetings?|summit|negotiations|discussions|consultations|conference|dialogue)\b"
)
_TIED = re.compile(
    r"\b(?:he|she|they|them|there|also|then|later|again|both|same|two|during|(?:the|this|that|his|her|their) "
    r"(?:[a-z]+ )?(?:visit|trip|tour|meeting|summit|talks|session|occasion|event|conference))\b"
)
_HIM = re.compile(r"[a-z]+(?: (?:on|with|to|back))? (?:him|her|them)\b")
_ARRIVING = re.compile(r"\b(?:up)?on (?:his|her|their) arrival\b")
_RIGHT_BEHIND = re.compile(
    r"(?:,? and (?:(?:the|an?|his|her) )?[a-z-]+(?: [a-z-]+){0,2})?,? "
    r"(?:in [A-ZÀ-Þ][\w’'-]+(?: [A-ZÀ-Þ][\w’'-]+)?,? )?(?:on |in )?(?:early |late )?"
)
_NEXT_CLAUSE = re.compile(r" and \w+(?:ed|d|t|ld)\b|;|\bwhich\b|\bthat\b")
_OPENING = 12  # letters before a date that opens a statement
_PARTS = re.compile(r";|, and (?=(?:in|on) )")
_IN_A_WAR = re.compile(
    r"(?:during|after|following|amid|throughout) (?:the|this) [^,;.]{0,40}\b(?:war|crisis|conflict|clashes|fighting|"
    r"uprising|revolution|invasion|coup|blockade|hostilities)\b[^,;.]{0,30}, "
)
_DURING = re.compile(
    r"\b(?:(?:during|on|in|at|after|following|over|made|paid|undertook|concluded)"
    r"|on the (?:sidelines|margins|fringes) of) (?:an?|his|her|their|the) $",
    re.I,
)
_NOUN = re.compile(
    r" (?:[\w-]+ ){0,3}?(?:visit|trip|tour|meeting|summit|talks|conference|conversation|call|discussion|audience"
    r"|forum|session|congress|Assembly|Games|Olympics)\b"
)
_TO_NOUN = re.compile(r" (?:[a-z-]+ ){0,2}")
_OWNED = re.compile(r"(?:\b(?:an?|his|her|their|the|this)|['’]s?|^) $|^$", re.I)


def mode_of(words: str) -> str:
    """How they met, by the words of the clause in lower case.

    >>> mode_of("in a phone call"), mode_of("held talks by video link")
    ('phone call', 'video call')
    """
    if _BY_PHONE.search(words):
        return "phone call"
    if _BY_LETTER.search(words):
        return "letters"
    return "video call" if _BY_VIDEO.search(words) else "in person"


def part_at(statement: Statement, at: int) -> str:
    """The words, in lower case, of the part of the statement in which a place stands."""
    place = at - statement.start
    marks = [0, *(mark.start() for mark in _PARTS.finditer(statement.low)), len(statement.low)]
    begin = max(mark for mark in marks if mark <= place)
    return statement.low[begin : min(mark for mark in marks if mark > place)]


def is_agreed_on(statement: Statement, at: int) -> bool:
    """Whether the meeting told at a position is what somebody agreed on: "agreed on a meeting between"."""
    place = at - statement.start
    return any(told.start() <= place < told.end() for told in _AGREED_ON.finditer(statement.low))


def is_point(date: Mention | None) -> bool:
    """Whether a date says when something was, not since when it has been so."""
    return date is not None and isinstance(date.value, DateValue) and date.value.precision != "open interval"


def is_year(date: Mention | None) -> bool:
    """Whether a date is a year and no more."""
    return date is not None and isinstance(date.value, DateValue) and date.value.precision == "year"


def date_with(people: Iterable[Mention], statement: Statement, at: int, end: int) -> Mention | None:
    """The date of what people do at a position: that of the words, else of the trip or the date told before where one
    of them is only named there.
    """
    date = date_for(statement, at, end)
    goes_on = any(one.start < statement.start for one in people)
    return date or (_told_before(statement, at) if goes_on and not statement.dates else None)


def date_for(statement: Statement, at: int, end: int | None = None) -> Mention | None:
    """The date of what is told at a position: one right behind the words that tell it, which end at `end`; that which
    opens the statement, where the nearest stands behind another clause.
    """
    behind = _right_behind(statement, end) if end is not None else None
    if behind is not None:
        return behind
    nearest = _right_before(statement, at) or own_date(statement, at) or _of_noun(statement) or _carried(statement, at)
    opening = statement.dates[0] if statement.dates else None
    if opening is not None and opening.end <= at and _is_open(nearest):
        return opening
    if _is_spoken(statement, at, nearest):
        return opening if opening is not nearest else None
    apart = nearest is not None and opening is not nearest and _is_of_next_clause(statement, at, nearest)
    return opening if apart and _opens(statement, opening) else nearest


def _right_behind(statement: Statement, end: int) -> Mention | None:
    """The date of the statement right behind the words that end there."""
    date, text = statement.after(end, "date"), statement.document.text
    beside = date is not None and date in statement.dates and _RIGHT_BEHIND.fullmatch(text, end, date.start)
    return date if beside else None


def _opens(statement: Statement, date: Mention | None) -> bool:
    """Whether a date stands where the statement begins: "In 2004, …"."""
    return date is not None and date.start - statement.start <= _OPENING


def _is_of_next_clause(statement: Statement, at: int, date: Mention) -> bool:
    """Whether a date behind a position is that of what another clause goes on to tell."""
    return date.start >= at and _NEXT_CLAUSE.search(statement.document.text, at, date.start) is not None


def _is_open(date: Mention | None) -> bool:
    """Whether a date only tells since when: "the first visit since 1979"."""
    return date is not None and isinstance(date.value, DateValue) and date.value.precision == "open interval"


def _is_spoken(statement: Statement, at: int, date: Mention | None) -> bool:
    """Whether a date behind a place is part of what somebody said or wrote there: 'wrote, "… in 1849"'."""
    between = statement.document.text[at : date.start] if date is not None else ""
    return between.count('"') % 2 == 1 or between.count("“") > between.count("”")


def _carried(statement: Statement, at: int) -> Mention | None:
    """The date of the trip told before on which it was, else the date told before, unless the sentence tells of another
    trip than the one before, or that date is no year.
    """
    if not statement.dates and (_is_of_others(statement, at) or _is_at_other_time(statement)):
        return None
    return _told_before(statement, at)


def _told_before(statement: Statement, at: int) -> Mention | None:
    """The date of the trip told before, else the one told before, unless that is no year."""
    date = statement.context.date if statement.dates else statement.when(at)
    on_trip = date_of_trip_before(statement) if date is not None and not statement.dates else None
    date = on_trip or date
    if date is None or not isinstance(date.value, DateValue) or date.value.precision in _NO_DAY:
        return None
    return None if _WENT_TOO.search(statement.low) else date


def _is_of_others(statement: Statement, at: int) -> bool:
    """Whether a sentence names two people or more, none of whom the one before names, nor is tied to that in words:
    what is dated there is not dated here.
    """
    before, ones = statement.earlier, last_names(statement.of("person"))
    others = last_names(before.of("person")) if before is not None else set()
    begin = at - statement.start
    tied = _TIED.search(statement.low, 0, begin) or _HIM.match(statement.low, begin) or _ARRIVING.search(statement.low)
    return len(ones) > 1 and bool(others) and not ones & others and not tied


def _is_at_other_time(statement: Statement) -> bool:
    """Whether the sentence before opens with a war or a crisis without a date, so that the date told before is over."""
    before = statement.earlier
    return before is not None and not before.dates and _IN_A_WAR.match(before.low) is not None


def _right_before(statement: Statement, at: int) -> Mention | None:
    """The date that stands before the noun of meeting at a position: "the 2014 meeting", "A's May 2014 talks with"."""
    text, date = statement.document.text, statement.before(at, "date")
    if date is None or not _TO_NOUN.fullmatch(text, date.end, at) or not _NOUN.match(text, date.end):
        return None
    return date if _OWNED.search(text, statement.start, date.start) else None


def _of_noun(statement: Statement) -> Mention | None:
    """The year that stands before the visit or meeting during which they met: "during a 2015 visit to"."""
    text = statement.document.text
    for date in statement.of("date"):
        before, after = text[max(statement.start, date.start - 30) : date.start], text[date.end : date.end + 40]
        if _DURING.search(before) and _NOUN.match(after):
            return date
    return None
