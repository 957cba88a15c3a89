"""The date of an instrument: its own ("the 1976 treaty"), that of the verb that governs it, or one told before it."""

from __future__ import annotations

import re
from dataclasses import replace

from parsers.language.edtf import date_value
from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement
from parsers.language.terms import beginning, ending
from parsers.phrases.instruments.actions import Governor
from parsers.phrases.instruments.carried import PERFECT, VALID, told_before
from parsers.phrases.instruments.instrument import Instrument
from parsers.phrases.instruments.instruments import find_instruments
from parsers.phrases.instruments.own_dates import names_other, owned_date, owned_dates
from parsers.phrases.instruments.titles import deeds_besides

_BREAK = re.compile(
    r"; |, and |, (?:whilst|whereas|(?:al)?though|but) |, with |"
    r"\b(?:first|second|third|only|last|largest|biggest) (?:[\w’'-]+ ){0,3}since (?:the|its|their) |"
    r"\bfollowed (?:in|on|by)\b|\bthat (?:had|have|has) |"
    r"\bwhile\b|\bbefore\b|, which\b|\b(?:entered|came|went|entering|coming) into\b|"
    r"\bt(?:ook|aking) effect\b|\bin (?:force|effect)(?: (?:from|since|on|as of)\b| $)|"
    r"\b(?:renewed|extended|prolonged|revised|amended|"
    r"replaced|superseded|supplemented) (?:in|on|for|until|by|with|through|via)\b|"
    r"\b(?:replac|supersed|supplement|succeed|complement)(?:ed|ing|es|s) (?:that|those|the|its|their|an?|one)\b|"
    r"\bto (?:replace|supersede|succeed) (?:that|those|the|its|their|an?|one)\b|"
    r"\b(?:after|following)\b(?! [^,;.]{0,30}\b(?:visit|meetings?|talks|negotiations|summit|session|consultations)\b)|"
    r", (?:say|stat|add|not|predict|hop|promis|expect|claim)ing\b|"
    r" with [^,;.]{3,60} (?:saying|stating|adding|noting|predicting|hoping|promising|expecting|claiming)\b|"
    r"\band,? (?:(?:was|were|is|are|has|have|later|then)\b|(?:[a-z]+ly, )?(?:in|on) (?=\d|[a-z]{3,9} \d|$))"
)
# "Between Peru, Chad, and Fiji on".
_ROW = re.compile(r", and (?:the )?\Z")
_ROW_END = re.compile(r" (?:in|on|at)\b| \Z")
_CLAUSE = re.compile(r"; |, and (?=in\b|on\b)|, (?:while|whilst|whereas|(?:al)?though|but) |\. ")
# "Opened an embassy in 1950 and have signed ten treaties": the date is of the other act.
_SO_FAR = re.compile(r"\band (?:have|has) (?:since |also |so far )?[a-z]+ed\b|\b(?:have|has) since \w+")
# "The feud, which began in 1950, was settled": the date is of the feud.
_ASIDE = re.compile(r"(?<!visit)(?<!trip)(?<!meeting)(?<!talks)(?<!summit)(?<!session), (?:which|who|whose) [^,;]*$")
# "Have had relations since 1950, and both have signed": the date is of what has lasted.
_NEW_CLAUSE = re.compile(r",? and (?:both|they|the (?:two|countries|nations|states|sides))\b[^,;]*$")
_UNTIL = re.compile(r"\b(?:until|till|up to|valid through|valid to|expir\w+ (?:in|on))(?: the)?(?: end of)? $")
_OCCASION = re.compile(r" (?:[\w’'-]+ ){0,2}?(?:visit|trip|summit|meeting|talks|tour|conference|session)\b")
_GOAL = re.compile(r"\b(?:aim|target|goal|reach|rais|doubl|triplin|increas|boost|achiev)\w*\b[^;.]*$")
_SINCE_THEN = re.compile(r"\b(?:first|second|third|last|only|such|\w+th|\w+est)\b[^,;.]{0,30}$")
# "…, in 1994 a treaty": the date opens what is told of the next instrument.
_INCLUDED = re.compile(r"\b(?:including|such as|among them|notably)\b")
_NOT_SHARED = re.compile(r"; |, (?:while|but) |\b(?:was|were)\b.*\band\b")
_LEADS_NEXT = re.compile(r",?(?: an?| the)? ?")
_RESPECTIVELY = "respectively"
_OPENING = 10
_NEAR = 8
_SIGNING = re.compile(r" (?:formal |official )?(?:signing|signature|conclusion|ratification|entry into force)(?: of)?")
_RIGHT_BEHIND = re.compile(r" (?:in|on) (?:the year )?")
_LATER = re.compile(r"\b(?:was|were|been) (?:later|subsequently|eventually|finally)\b")
# "Since the establishment of relations in 1992, the two have signed".
_SINCE_EVENT = re.compile(r"(?:^|[;,] )(?:ever )?since [a-z][^,;]* in $")
_BEHIND_EVENT = re.compile(
    r"(?:^|[;,] )(?:following|after)\b(?![^,;]*\b(?:visit|visits|meeting|talks|negotiations|trip|summit|conference|"
    r"session|consultations|discussions|signing)\b)[^,;]*$"
)


def date_of(statement: Statement, one: Instrument, end: int, by: Governor | None = None) -> Mention | None:
    """The date of an instrument: its own, that of the verb behind it, one before it in its clause, or one told before.

    A date in brackets belongs to the instrument that it follows. "Have signed" without a date takes none from before.
    An instrument's own date is no date of its renewal, ratification, entry into force or end. Of "since 1972" the
    beginning counts; what came after a dated event ("after the coup of 1974", "since the coup of 1974") is dated by an
    open interval.
    """
    signing = _of_signing(statement, by) if by is not None and not by.behind else None
    found = signing or _stated(statement, one, end, by)
    if found is None or found is signing or not isinstance(found.value, DateValue):
        return found
    if _RESPECTIVELY in statement.low:
        return respective(statement, found, *_place_in_row(statement, one))
    event = _event_before(statement, one, found) if "/" not in found.value.edtf else None
    if event is not None:
        return replace(found, value=date_value(f"{found.value.edtf}/..", qualifier=event))
    if found.value.qualifier == "until" and _is_followed(statement, one, found):
        return ending(found)
    of_many = one.plural or (one.joined and any(other.plural for other in find_instruments(statement)))
    return beginning(found) if found.value.qualifier == "since" and not of_many else found


def _event_before(statement: Statement, one: Instrument, date: Mention) -> str | None:
    """How the act follows an event that a date before it dates: "after", "since"; null where the date is the act's."""
    if date != owned_date(statement, one) and _is_of_cause(statement, one, date):
        return "after"
    is_ahead = date.end <= one.start
    return "since" if is_ahead and _SINCE_EVENT.search(statement.low, 0, max(0, date.start - statement.start)) else None


def respective(statement: Statement, date: Mention | None, place: int, count: int) -> Mention | None:
    """Of dates that are counted up for as many things ("in 1996 and 2004 respectively"), that of the thing at a place
    of the row; the given date where they are not told so.
    """
    listed = statement.listed_with(date) if _RESPECTIVELY in statement.low else []
    return listed[place] if len(listed) == count else date


def _place_in_row(statement: Statement, one: Instrument) -> tuple[int, int]:
    """The place of an instrument among those that are joined with it, and how many they are; each of several
    subjects counts.
    """
    if one.subjects:
        return 0, len(one.subjects)
    row = find_instruments(statement)
    place = next(number for number, other in enumerate(row) if other.noun == one.noun)
    first = last = place
    while first and row[first].joined:
        first -= 1
    while last + 1 < len(row) and row[last + 1].joined:
        last += 1
    return place - first, last + 1 - first


def _is_of_cause(statement: Statement, one: Instrument, date: Mention) -> bool:
    """Whether the date is of what came before: "after the coup of 1974", "a claim of 1989 was later settled by"."""
    if not statement.start < date.end <= one.start:
        return False
    lead = statement.low[: date.start - statement.start]
    between = statement.low[date.end - statement.start : one.start - statement.start]
    return _BEHIND_EVENT.search(lead) is not None or (len(lead) > _OPENING and _LATER.search(between) is not None)


def _stated(statement: Statement, one: Instrument, end: int, by: Governor | None) -> Mention | None:
    """The date of an instrument's own, where it was made then; else that right behind its verb, in its clause, of its
    occasion, or told before.
    """
    own = owned_date(statement, one)
    dates = [date for date in _not_of_others(statement, one, own) if _is_of_act(statement, one, date, by)]
    if own is not None and (_is_making(statement, by) or dates in ([], [own])):
        return None if by is not None and by.action == "terminated" else own
    behind = _right_behind(statement, by, dates) if by is not None and by.behind else None
    if behind is not None:
        return behind
    free = [date for date in dates if date is not own and _is_free(statement, one, date)]
    inside = _in_clause(statement, one, end, free) if free else None
    return inside or own or _of_occasion(statement, dates) or told_before(statement, dates)


def _not_of_others(statement: Statement, one: Instrument, own: Mention | None) -> list[Mention]:
    """The dates of a sentence but for those that other instruments own, which an instrument with a date does not share,
    nor one that others are told of as examples.
    """
    text = statement.document.text
    others = [
        date for noun, date in owned_dates(statement)
        if noun != one.noun and (own is not None or _INCLUDED.search(text, one.stop, max(one.stop, noun[0])))
    ]  # fmt: skip
    return [date for date in statement.dates if date == own or date not in others]


def _is_making(statement: Statement, by: Governor | None) -> bool:
    """Whether what governs an instrument made it, or leaves that open; "ended by a treaty" tells nothing done to it."""
    if by is None or (not by.behind and statement.low.endswith("ed by", 0, by.end - statement.start)):
        return True
    return not by.again and by.action not in ("ratified", "in force", "terminated")


def _of_signing(statement: Statement, by: Governor) -> Mention | None:
    """The date right before a noun of action that governs: "after the July 1981 signing of"."""
    text = statement.document.text
    return next((date for date in statement.of("date") if _SIGNING.fullmatch(text, date.end, by.end)), None)


def _right_behind(statement: Statement, by: Governor, dates: list[Mention]) -> Mention | None:
    """The date right behind a verb, in brackets or not."""
    text = statement.document.text
    plain = (date for date in dates if _RIGHT_BEHIND.fullmatch(text, by.end, date.start))
    return date_aside(statement, by.end) or next(plain, None)


def _is_free(statement: Statement, one: Instrument, date: Mention) -> bool:
    """Whether a date may be the instrument's: not one in brackets behind something else, or of a deed before it ("came
    in 1990 and have signed").
    """
    text = statement.document.text
    opening = text.rfind("(", statement.start, date.start)
    in_brackets = opening >= 0 and ")" not in text[opening : date.start]
    if in_brackets and (opening > one.start or ")" in text[date.end : one.start]):
        return False
    aside = "," in text[date.end : one.start] and _ASIDE.search(text, statement.start, date.start) is not None
    return not aside and _SO_FAR.search(text[date.end : max(date.end, one.start)]) is None


def _of_occasion(statement: Statement, dates: list[Mention]) -> Mention | None:
    """The date that names the occasion of an act: "during a May 2010 visit"; null beside another date."""
    named = [date for date in statement.of("date") if _OCCASION.match(statement.document.text, date.end)]
    return named[0] if not dates and len(named) == 1 and isinstance(named[0].value, DateValue) else None


def date_aside(statement: Statement, position: int) -> Mention | None:
    """The date in brackets right behind a place of the text."""
    text = statement.document.text
    return next((date for date in statement.dates if text[position : date.start] == " ("), None)


def _in_clause(statement: Statement, one: Instrument, end: int, free: list[Mention]) -> Mention | None:
    """Of the dates that stand free in the sentence, the one behind the instrument, else the one before it."""
    text = statement.document.text
    behind = _behind(statement, one, end, free)
    if behind is not None:
        return behind
    ahead = [date for date in free if date.end <= one.start and not _CLAUSE.search(text[date.end : one.start])]
    if ahead:
        return ahead[-1]
    is_first_ahead = any(date.start < one.start for date in free)
    return _shared(statement, one, free) or (free[0] if is_first_ahead else None)


def _following(statement: Statement, one: Instrument) -> list[Instrument]:
    """The instruments that a statement names behind one."""
    return [other for other in find_instruments(statement) if other.start > one.start]


def _behind(statement: Statement, one: Instrument, end: int, free: list[Mention]) -> Mention | None:
    """The first date between an instrument and the next; null where it opens what is told of the next, or where other
    deeds stand between.
    """
    text, others = statement.document.text, _following(statement, one)
    limit = others[0].start if others else statement.end
    date = next((date for date in free if one.stop <= date.start < limit), None)
    if date is None or (others and _LEADS_NEXT.fullmatch(text, date.end, limit)):
        return None
    if text[one.stop : date.start] in (" of ", " from ") and names_other(statement, one):
        return None
    begin = max(one.stop, end) if end <= date.start else one.stop
    is_besides = any(start < date.start for start in deeds_besides(statement, begin))
    return None if is_besides or _BREAK.search(_without_rows(statement, begin, date.start).lower()) else date


def _without_rows(statement: Statement, begin: int, end: int) -> str:
    """The words between two places, the comma of no row of states before them: "between A, B, and C on"."""
    words = statement.document.text[begin:end]
    for state in statement.of("state"):
        lead = _ROW.search(words, 0, state.start - begin) if begin < state.start < state.end < end else None
        if lead is not None and _ROW_END.match(words, state.end - begin):
            words = f"{words[: lead.start()]} {words[lead.start() + 1 :]}"
    return words


def _shared(statement: Statement, one: Instrument, free: list[Mention]) -> Mention | None:
    """The first date behind an instrument and others that share it: "signed a tax treaty and a sea accord in 1998"."""
    text, others = statement.document.text, _following(statement, one)
    if not others:
        return None
    date = next((date for date in free if date.start > one.stop and _is_of_all(text, date, others[0])), None)
    return date if date is not None and not _NOT_SHARED.search(text[one.stop : date.start].lower()) else None


def _is_of_all(text: str, date: Mention, following: Instrument) -> bool:
    """Whether a date can be that of several instruments: behind "of" only that of a row."""
    return not text.startswith(" of ", date.start - 4) or _is_of_row(date, following.joined)


def _is_of_row(date: Mention, is_row: bool) -> bool:
    """Whether a date behind "of" is that of two instruments: "the Seal Accord and the Whale Accord of 4 May 1950"."""
    return is_row and isinstance(date.value, DateValue) and date.value.precision == "day"


def _is_of_act(statement: Statement, one: Instrument, date: Mention, by: Governor | None) -> bool:
    """Whether a date can be that of an act: no period of validity, no "since" beside a single act or a rank."""
    value, lead = date.value, statement.low[: date.start - statement.start]
    if not isinstance(value, DateValue) or (value.precision == "interval" and VALID.search(lead)):
        return False
    if date.start > one.stop and date.text.lower().startswith("by ") and _GOAL.search(lead):
        return False
    if value.qualifier in ("until", "since") and _is_followed(statement, one, date):
        return True
    is_end = by is not None and by.action == "terminated"
    if value.qualifier == "until" or (not is_end and _UNTIL.search(lead)):
        return False
    return value.qualifier != "since" or _is_since_act(statement, one, date, by)


def _is_since_act(statement: Statement, one: Instrument, date: Mention, by: Governor | None) -> bool:
    """Whether "since" dates an act: alone right behind it, or as what has lasted or been done again since then."""
    if _NEW_CLAUSE.search(statement.document.text, date.end, max(date.end, one.start)):
        return False
    if len(statement.dates) == 1 and 0 <= date.start - one.stop < _NEAR:
        return True
    is_lasting = by is None or by.action in ("in force", "other") or PERFECT.search(statement.low) is not None
    return is_lasting and not _SINCE_THEN.search(statement.low, 0, date.start - statement.start)


def _is_followed(statement: Statement, one: Instrument, date: Mention) -> bool:
    """Whether words before an instrument tell what came when something ended: "until 1821, when both signed …"."""
    text = statement.document.text
    return (
        date.end < one.start
        and text.startswith((" when ", ", when "), date.end)
        and not any(date.end < other.start < one.start for other in statement.dates)
    )
