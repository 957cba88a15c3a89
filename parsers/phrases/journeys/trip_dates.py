"""When trips were, and whether: the dates that go with the words of a trip, and what keeps it from having happened."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.date_choice import date_at
from parsers.language.edtf import date_value
from parsers.language.mention import DateValue, Mention
from parsers.language.modality import happened, is_planned
from parsers.language.reading import Statement
from parsers.phrases.journeys.journeys import subjects
from parsers.phrases.journeys.last_names import last_names
from parsers.phrases.journeys.legs import is_since
from parsers.phrases.journeys.visit_nouns import ONE_OF_TWO, Telling, tellings

_SAYING = re.compile(
    r"\b(?:said|says|announced|stated|agreed|promised|declared|confirmed|hope[ds]?|that|if|reported|"
    r"expected|planned|invited|wanted|asked|told|according|should|until|before)\b",
    re.I,
)
_NOT_UNTIL = re.compile(r"\bit was not until [^;.]{3,40}? that [^;.]{0,80}$")
_ON_THE_WAY = ("during", "on", "in the course", "at the end", "at the start", "while", "following", "after", "since",
               "upon")  # fmt: skip
_PARTICIPLE = re.compile(r"(?:(?:while|when|upon|on|after) )?(?:visiting|touring|arriving|returning|having)\b")
_NOT_YET = re.compile(
    r"\b(?:will|would|is to|are to|planned|scheduled|expected|upcoming|forthcoming|postponed|cancell?ed|"
    r"(?<!was )(?<!were )(?<!been )(?<!being )proposed(?! by)|possible|intended|never|not)\b"
)
_OPENS = re.compile(r"[;,] |\b(?:that|which|and|but|(?:confirmed|announced|promised|revealed|declared) by) ")
_AHEAD = re.compile(
    r"\b(?:he|she|they|the \w+|\w+) (?:will|is to|are to|is expected|are expected|is due|is scheduled)\b"
)
_OTHER_PLAN = re.compile(r"\b(?:not|never|will|have|planned|scheduled|expected|if)\b", re.I)
_ASIDE = re.compile(r", (?:which|who) [^,;]{3,80},(?= (?:took place|was held|followed|began|was made)\b)")
_OTHER_DATE = re.compile(
    r"\b(?:upcoming|forthcoming|anniversary(?![^;.]*, (?:which was )?held (?:on|in) $)|future"
    r"|(?:planned|scheduled)(?! (?:date|day)\b)|next|expected"
    r"|agreed to|would|will"
    r"|(?:visit|trip|tour) (?:that|which) [^;.]{3,60} (?:made|paid|undertook)"
    r"|followed|preceded|reciprocated|returned by|repaid by|in return for"
    r"|since (?:(?:the|its|their|both|two|\w+ing) ){0,3}?(?:establish\w*|independence|countries|nations|states"
    r"|diplomatic"
    r"|relations|ties|founding)"
    r"|since (?!then\b)[^;.\d]{4,60} (?:in|on)(?: the year)?(?= $)"
    r"|, (?:and|but) (?:the (?:two|pair)|they|both) (?:[\w-]+ ){0,3}?(?:again|once more|later)\b"
    r"|(?:following|after) (?:that|(?:the|an?) (?:[\w-]+ )?visit) (?:of|by))\b"
)
# "In 1998 and in 2001, during a visit": the last date alone is the visit's.
_DURING = re.compile(r", (?:during|on the occasion of|in the course of|on) ")
_YEARS = re.compile(r"\d{4}~?/\d{4}~?")
_TWO_YEARS = re.compile(r"((?:1\d|20)\d\d) and ((?:1\d|20)\d\d)")
_ATTENDED = re.compile(r"attend|participated|took part|addressed|spoke at|represented|present at| for (?:the )?$")
_COUNTED_BEFORE = re.compile(r"\b(?:twice|times) (?:in|to)(?: the)? $")
_COUNTED = re.compile(r"(?: [\w-]+){0,4}(?: (?:twice|\w+ (?:times|occasions)))(?: [\w’'-]+){0,4}(?=:)")
_PART = r"(?: (?:and|then|first|again|later|once|finally))*(?:,? [^,;:]{3,30},)? ?(?:(?:in|on|during|for) )?$"
"""What stands between the mark at the head of a part and its date."""
_APART = re.compile(
    r"\b(?:days|weeks|months|years|decades) (?:earlier|before|previously|prior|later|after(?:wards)?)\b"
)
_AFTER_TRIP = re.compile(r"(?:following|after) (?:(?!\b(?:his|her|their|he|she)\b)[^,;])*\b(?:visits?|trips?)\b[^,;]*")
_REFERS = re.compile(
    r"\b(?:same|that|this|the) (?:year|month|day|week|occasion|time|visit|trip|meeting|summit|event|tour)\b|\bthen\b"
)
_TIED = re.compile(
    r"\b(?:he|she|they|his|her|there|same|during|after|following|visiting)\b"
    r"|['’]s (?:[\w-]+ ){0,2}(?:visit|trip|tour)\b"
    r"|\b(?:the|this|that|these|those) (?:[\w-]+ )?(?:visit|trip|tour|delegation|mission|meeting|summit|talks|event)\b"
)
_UNCOUNTED = re.compile(
    r"\b(?:numerous|many|several|various|frequent|regular|countless) (?:[\w-]+ ){0,3}?"
    r"(?:visits|trips|presidents|ministers|leaders|officials)\b"
    r"|\b(?:in|over) (?:the )?(?:[a-z]+ )?years (?:that followed|since)\b"
    r"|\bfollowing (?:years|decades)\b"
)
ANOTHER_TRIP = re.compile(r"\b(?:second|third|another|next|further) (?:[\w-]+ )?(?:visit|trip|tour)\b")
"""A trip that is not the one told before."""
_NEW = re.compile(r"\b(?:former|soon|shortly|also|later|again|another|subsequently|has|have|afterwards)\b", re.I)
_AFTER_ALL = re.compile(
    r"\bhad (?:\w+ )?been [^;,.]{3,60}, (?:\w+ )?(?:took place|was (?:made|paid|held)|followed|came)\b"
)


def took_place(statement: Statement, start: int, verb_end: int, end: int) -> bool:
    """Whether a trip happened: nothing bars it, or "would" tells of the past as an author does who knows what came.

    Such a "would" is the verb's own, has a date, and follows no word of saying or planning.
    """
    if happened(statement, start, end) or _NOT_UNTIL.search(statement.low, 0, start - statement.start):
        return True
    text = statement.document.text
    told = _SAYING.search(text, statement.start, start)
    return bool(
        statement.dates and not told and text[start:verb_end].lower().startswith("would ")
        and is_planned(statement, start, end) and not _OTHER_PLAN.search(text, start + 6, end)
    )  # fmt: skip


def is_presupposed(telling: Telling, statement: Statement) -> bool:
    """Whether words such as "during his visit" take a trip for granted, whatever was promised or refused on it; and
    whether one that "had been planned for" another day took place.
    """
    if _AFTER_ALL.search(statement.low, telling.at - statement.start, telling.end - statement.start):
        return True
    participle = _PARTICIPLE.match(telling.preposition) is not None
    known = telling.determiner in ("his", "her", "their", "owner", "a", "an", "the", "another", *ONE_OF_TWO)
    if not (known and telling.preposition) and not participle:
        return False
    low, first, last = statement.low, telling.begin - statement.start, telling.end - statement.start
    opens = max((found.end() for found in _OPENS.finditer(low, 0, first)), default=0)
    ahead = _NOT_YET.search(low, opens, last) or _AHEAD.search(low, last)
    return (participle or telling.preposition.startswith(_ON_THE_WAY)) and ahead is None


def shared_out(
    statement: Statement, visitors: Sequence[Mention], dates: Sequence[Mention | None], end: int
) -> list[tuple[Mention, Mention | None]]:
    """Each visitor with each date; with "respectively", where there are as many, the first with the first."""
    fronted = all(date is not None and date.end < visitors[0].start for date in dates) if visitors else False
    since = 0 if fronted else end - statement.start
    if len(visitors) == len(dates) > 1 and "respectively" in statement.low[since:]:
        return list(zip(visitors, dates, strict=True))
    return [(visitor, date) for visitor in visitors for date in dates]


def trip_dates(statement: Statement, at: int) -> list[Mention | None]:
    """The dates that go with the words at a position, all of those counted up together; else the one told just
    before, as far as it can be the same trip's.
    """
    date = own_date(statement, at)
    if date is not None and _is_of_trip_before(statement, at, date):
        return [None]
    if date is not None:
        during = date.end <= at and _DURING.match(statement.low, date.end - statement.start)
        return [date] if during else statement.listed_with(date)
    named = (day for telling in tellings(statement) for party in telling.parties for day in party.dates)
    own = [day for day in named if not _tells_of_other(statement, at, day)]
    told = None if own else inherited(statement, at)
    return list(own) or [None if told is not None and is_since(told) and told.start >= at else told]


def _is_of_trip_before(statement: Statement, at: int, date: Mention) -> bool:
    """Whether a date before a position is that of somebody else's trip: "following A's visit to X in May, B went"."""
    if date.end > at or not _AFTER_TRIP.fullmatch(statement.low, 0, date.start - statement.start):
        return False
    guests = [one for one in statement.of("person") if one.end <= date.start]
    return bool(guests) and "," in statement.document.text[date.end : at]


def counted_off(statement: Statement, to: Mention) -> list[Mention]:
    """The dates of trips that are counted off behind a colon after a destination, each at the head of its part.

    Semicolons part them, else commas: "X three times: from 3 to 5 May 1999 for talks; in 2001; and, as king, in 2003".
    """
    text = statement.document.text
    colon = _COUNTED.match(text, to.end, statement.end)
    before = text.startswith(":", to.end) and _COUNTED_BEFORE.search(text, statement.start, to.start)
    at = colon.end() if colon is not None else to.end
    if colon is None and not before:
        return []
    mark = "[:;]" if ";" in text[at : statement.end] else "(?:[:,]| and)"
    part = re.compile(mark + _PART)
    found = [one for one in statement.dates if one.start > at and part.search(text, at, one.start)]
    return found if len(found) > 1 else []


def own_date(statement: Statement, at: int) -> Mention | None:
    """The date of the words at a position; where that is of something else, one behind it, or the last one before."""
    date = _date_near(statement, at)
    if date is None or not _tells_of_other(statement, at, date):
        return date
    behind = (one for one in statement.dates if one.start >= max(at, date.end))
    own = next((one for one in behind if not _tells_of_other(statement, at, one)), None)
    before = (one for one in reversed(statement.dates) if one.end <= at and not is_since(one))
    return own or next(before, None)


def _date_near(statement: Statement, at: int) -> Mention | None:
    """The date that goes with the words at a position, but for the years of a life or an office in brackets behind a
    name, where the statement has another: "in 1897, when King A (1868–1910) came".
    """
    names = {one.end for one in statement.of("person")}
    told = [date for date in statement.dates if not (date.start - len(" (") in names and _is_term(date, statement))]
    apart = bool(told) and len(told) < len(statement.dates)
    return date_at(told, statement.document.text, at) if apart else statement.date_at(at)


def _is_term(date: Mention, statement: Statement) -> bool:
    """Whether a date is a stretch of years that fills a bracket."""
    text, edtf = statement.document.text, getattr(date.value, "edtf", "")
    years = _YEARS.fullmatch(edtf) is not None and edtf[:4] != edtf[-4:]
    return years and text.startswith(")", date.end) and text.endswith(" (", 0, date.start)


def _tells_of_other(statement: Statement, at: int, date: Mention) -> bool:
    """Whether a date behind a position is that of something else: "discussed the upcoming jubilee in 2021"; or one
    since when there had been no such trip.
    """
    if is_since(date) and date.start >= at:
        return True
    between = _ASIDE.sub(",", statement.low[at - statement.start : max(date.start, at) - statement.start])
    return _OTHER_DATE.search(between.partition(" ")[2]) is not None


def inherited(statement: Statement, at: int) -> Mention | None:
    """The date told before, for words at a position in a statement that has none; null where these tell something new.

    What was attended has the year of its name: "attended the 2008 Summer Olympics in".

    New is what someone "also" or "later" did or "has" done, or one who is "former" by now; a decade or a century dates
    nothing but itself.
    """
    year = statement.after(at, "date") if not statement.dates else None
    if year is not None and _ATTENDED.search(statement.low, at - statement.start, year.start - statement.start):
        return year
    date = statement.when(at) if not statement.dates else statement.context.date
    if date is None or not isinstance(date.value, DateValue) or date.value.precision in ("decade", "century"):
        return None
    if _APART.search(statement.low) or _is_anothers(statement, at) or _is_untied(statement):
        return None
    return None if _NEW.search(statement.document.text, statement.start, min(statement.end, at + 14)) else date


def _is_untied(statement: Statement) -> bool:
    """Whether a statement without a date neither follows a dated one in its paragraph nor refers to what was told, or
    tells of another trip, or of any number: "his second visit", "many presidents visited".
    """
    before = statement.earlier
    dated = before is None or bool(before.dates) or bool(statement.dates)
    apart = _UNCOUNTED.search(statement.low) or ANOTHER_TRIP.search(statement.low)
    return apart is not None or not (dated or _TIED.search(statement.low))


def _is_anothers(statement: Statement, at: int) -> bool:
    """Whether a statement without a date names somebody else as traveller than those of the one before, unless it
    refers to that: "the same year", "during the visit".
    """
    before, travellers = statement.context.previous, subjects(statement, at)
    if statement.dates or before is None or not travellers or _REFERS.search(statement.low):
        return False
    told = last_names(before.of("person"))
    return bool(told) and told.isdisjoint(last_names(travellers))


def as_stays(dates: Sequence[Mention | None]) -> list[Mention | None]:
    """The dates with days that follow each other as one stay: "on 19 and 20 September"; without a year of which others
    are months: "twice in 1999, in March and in October".
    """
    kept: list[Mention | None] = []
    for date in dates:
        if any(_holds(date, other) for other in dates):
            continue
        before = kept[-1] if kept else None
        joint = _stay(before, date) if before is not None and date is not None else None
        if joint is not None:
            kept[-1] = joint
        else:
            kept.append(date)
    return kept


def _holds(year: Mention | None, other: Mention | None) -> bool:
    """Whether one date is a year that a finer one lies in."""
    one, part = getattr(year, "value", None), getattr(other, "value", None)
    if not isinstance(one, DateValue) or not isinstance(part, DateValue) or one.precision != "year":
        return False
    return part.precision in ("month", "day") and part.edtf.startswith(one.edtf)


def years_apart(statement: Statement, dates: Sequence[Mention]) -> list[Mention]:
    """The dates with two years that stand right behind a destination as two: "visited X in 2012 and 2013".

    Such a pair is one period where it opens a sentence, and everywhere behind "between" and "from".
    """
    found: list[Mention] = []
    for date in dates:
        years = _TWO_YEARS.fullmatch(date.text)
        if years and statement.document.text.endswith("in ", 0, date.start):
            spots = ((date.start, years[1]), (date.end - 4, years[2]))
            found += (Mention(at, at + 4, year, date_value(year)) for at, year in spots)
        else:
            found.append(date)
    return found


def _stay(one: Mention, other: Mention) -> Mention | None:
    """Two days that follow each other as an interval; null where they are anything else."""
    first, last = one.value, other.value
    if not isinstance(first, DateValue) or not isinstance(last, DateValue) or not _is_next_day(first, last):
        return None
    edtf = f"{first.edtf.split('/')[0]}/{last.edtf}"
    value = DateValue(edtf, first.start, last.end, "interval", first.resolved, first.qualifier)
    return Mention(one.start, other.end, f"{one.text} and {other.text}", value)


def _is_next_day(first: DateValue, last: DateValue) -> bool:
    """Whether a day follows another day, or the last one of a stay."""
    if first.precision not in ("day", "interval") or last.precision != "day":
        return False
    return first.end is not None and last.start is not None and (last.start - first.end).days == 1
