"""The date of a stance, among those of its statement: none that tells when something else was done, or will be."""

from __future__ import annotations

import re

from parsers.document.model import Span
from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.phrases.ties.relations import date_right_after

_NEAR = 25
_FAR = 40
_OTHER_DEED = re.compile(
    r"[\"”]?, (?:and )?(?:an?|the|its|their|diplomatic)\b[^;]*\b(?:was|were|has been|have been|had been)\b"
    r"|[^;]*?(?:\b(?:who|whose|which|where)\b|[.;] [A-Z]|; |, (?:and|but|while|however|although|though) "
    r"|,? (?:and|but) (?:[a-z]+ly |also )*(?:has|have|had|is|was|were|does|did|will|[a-z]{4,}s (?=the\b|[A-Z]))\b)"
)
_NOW = re.compile(
    r"\b(?:recogni[sz]es?|supports|opposes|rejects|condemns|denies|considers|regards|acknowledges"
    r"|(?:has|have|does|do)(?: not| never| also)? \w+) (?:the )?(?:[\w\[\]:]+ ){0,2}$"
)
_AND_DID = re.compile(
    r",? (?:and|but) (?:[a-z]+ly |also |later |then |has |have )*(?:[a-z]+ed|sent|gave|took|held|made|broke)\b"
)
_CRIME = re.compile(
    r"\b(?:genocides?|massacres?|killings?|holocaust|famine|deportations?|annexation|occupation|incorporation)\b"
)
# "Territory occupied in 1967", "which began in 1992", "a free zone by 2045": the date is of what stands before it.
_ITS_OWN = re.compile(
    r"(?:\b(?:occupied|held|imposed|signed|seized|captured|annexed|launched|begun|started|concluded|staged)"
    r"(?: by (?:the )?[A-Z][\w’'-]+)?,? (?:(?:in|on|since|during|early|late|the) )*|\bby )$"
)
_WHICH = re.compile(r"\b(?:who|whose|which|where)\b")
_OPEN = (" who", " which", " whose", " where")
_TERM = re.compile(r"\b(?:seat|membership|term|candida\w+)\b")
_EXCEPT = re.compile(r"\b(?:except|apart from|other than|before|prior to|until)\b[^,;]*$")
_MEASURED = re.compile(r"[^;]*\b(?:days?|weeks?|months?|years?|decades?) (?:after|before)\b")
_THEN_NOW = re.compile(
    r",? and (?:(?:[a-z]+ly |also )*(?:has|have) (?:[a-z]+ly |also )*|(?:[a-z]+ly |also )*(?=[a-z]+s ))"
)


def dated(statement: Statement, at: int, topic: Span) -> Mention | None:
    """The date of a stance whose verb stands at a place: behind its topic, or behind its verb where the topic stands
    before that, else near it.

    One that stands in the topic, "the famine of 1932", counts only where none stands before it, and never for what is
    held today. Not read: the date of a clause that is joined to it or tells of a name in it, of what was occupied or
    signed, the years of a seat that is sought.
    """
    behind = (one for one in statement.dates if topic[1] < at and 0 < one.start - at < _NEAR)
    date = next(behind, None) or date_right_after(statement, topic[1]) or statement.date_at(at)
    if date is None:
        return None
    if date.start >= topic[1] > at or topic[0] <= date.start < topic[1]:
        return _in_or_behind(statement, date, topic)
    return None if _is_apart(statement, date, at) or _is_of_later_deed(statement, date, topic) else date


def _in_or_behind(statement: Statement, date: Mention, topic: Span) -> Mention | None:
    """A date that stands in the topic or behind it, or the last before the topic where that is of something else."""
    text = statement.document.text
    before = next((one for one in reversed(statement.dates) if one.end <= topic[0]), None)
    own = date.text.lower().startswith("before ") or _ITS_OWN.search(text, topic[0], date.start) is not None
    if date.start >= topic[1]:
        open_end = text.endswith(_OPEN, topic[0], topic[1])
        clause = _OTHER_DEED.match(text, topic[1], date.start) is not None
        other = own or open_end or clause or _is_term(statement, date, topic)
        return before if other else None if _is_of_later_deed(statement, date, topic) else date
    told_beside = _WHICH.search(text, topic[0], date.start) is not None
    other = own or told_beside or _is_of_event(statement, date, topic)
    return before if before is not None or other else date


def _is_term(statement: Statement, date: Mention, topic: Span) -> bool:
    """Whether years behind a topic are those for which a seat is sought: "its bid for a seat in 2026–27"."""
    years = "/" in getattr(date.value, "edtf", "").strip("/.")
    return years and _TERM.search(statement.document.text, *topic) is not None


def _is_apart(statement: Statement, date: Mention, at: int) -> bool:
    """Whether a date before a verb is of an exception, "except for a time in 1974", of another deed than what is held
    today, "fought it in 1973, and has opposed", or of what came some months after it: "on 2 April, two months after …".
    """
    if date.end > at:
        return False
    text, low = statement.document.text, statement.low[: date.start - statement.start]
    other = _THEN_NOW.fullmatch(text, date.end, at) or _MEASURED.match(text, date.end, at)
    return other is not None or _EXCEPT.search(low) is not None


def _is_of_later_deed(statement: Statement, date: Mention, topic: Span) -> bool:
    """Whether a date is that of another deed behind a stance that is held today: "supports it and sent arms in
    2008".
    """
    now = _NOW.search(statement.low[: topic[0] - statement.start])
    return now is not None and _AND_DID.match(statement.document.text, topic[1], date.start) is not None


def _is_of_event(statement: Statement, date: Mention, topic: Span) -> bool:
    """Whether a date in a topic only names what a stance is on: "recognises the massacre of 1915 as genocide".

    So of a stance that is held today, where "of" stands before the year, and of the recognition of a crime.
    """
    before = statement.low[: topic[0] - statement.start]
    named = statement.document.text[topic[0] : date.start].endswith(" of ")
    crime = _CRIME.search(statement.low, topic[0] - statement.start, topic[1] - statement.start) is not None
    behind = statement.low[topic[1] - statement.start :][:_FAR]
    unseen = crime and ("never recogni" in behind or "not recogni" in behind)
    return unseen or (_NOW.search(before) is not None and (named or (crime and "recogni" in before[-_FAR:])))
