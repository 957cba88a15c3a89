"""What a trip was for: the event that a sentence, the bracket of a list item or the cell of a table names."""

from __future__ import annotations

import re

from parsers.language.columns import cells_headed, words_in
from parsers.language.mention import Mention
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement

_EVENT = (
    r"(?:funeral|burial|inauguration|coronation|enthronement|investiture|swearing-in|wedding|opening|closing|launch"
    r"|unveiling|summit|celebrations?|festivities|festival|anniversary|centenary|bicentenary|jubilee|conference"
    r"|congress|ceremon(?:y|ies)|memorial|forum|signing|session|games|olympics|assembly|meeting(?! with| between)"
    r"|exhibition|expo|tournament|world cup|national day|independence day)"
)
_LEFT = (
    r"(?:(?<!conference)(?<!forum)(?<!congress) on\b| on \[date| (?:in|at|from|during|where|when|which|who|as|while"
    r"|with|before|after|held|hosted|being|that|has|have|had|is|was|were|will|would|became)\b)"
)
_DATED = r"(?:,|(?<! the)(?<! of)) \[date"  # what "the games of the [2016]" are called goes on behind the year
_AND = r" and\b(?! (?:the )?\[(?:body|state):\d+\](?:[,;).]|$| (?:in|at|on|held)\b))"  # no second holder of one event
_NAME = (
    rf"(?P<occasion>(?:(?!{_LEFT}| (?:and|where he|where she) (?:met|meet|held|to|was|were|had|signed"
    rf"|spoke|visited)\b|{_DATED})[^,;()]){{3,110}}?)(?=[,;()]|\.?$|\. |{_LEFT}|{_AND}|{_DATED})"
)
_CALLED = r"(?:(?!with\b|at\b|in\b|on\b|to\b|and\b)(?:[\w’'-]+|\[[a-z]+:\d+\])[ –-]){0,6}?"
_PURPOSE = Pattern(
    r"(?:\bto (?:attend|take part in|participate in|watch|inaugurate|open|co-chair|celebrate|commemorate|mark)"
    r"|\b(?:attended|attending|participated in|participating in|took part in|taking part in)(?! by\b)"
    r"|\brepresent(?:ed|ing) (?:\[state:\d+\]|(?:his|her|the) (?:country|state|government))[^;.,()]{0,40}? at"
    rf"|\bfor(?= (?:the |a |an )?{_CALLED}{_EVENT}\b)"
    r"|\bfor(?= (?:the |a |an )?(?:[\w-]+ ){0,2}\[body:\d+\](?:[,;.)]| (?:in|at|on|held|hosted)\b|$))"
    rf"|\bon the occasion of) (?:the |an? )?{_NAME}"
)
_NAMED_EVENT = re.compile(rf"\b(?:{_EVENT[3:-1]}|meeting|dialogue)\b", re.I)
_LEAD = re.compile(
    r"(?:(?:\w+ )?[12]\d{3} (?=(?:for|to|at|during)\b))?"
    r"(?:also |for |to |the |an? |at |attend(?:ed|ing)? |during |[\w-]+ participation in )+",
    re.I,
)
_OTHERWISE = re.compile(r"\b(?:visit|invit\w+|talks|agreements?|treaty|speech|address|national assembly)\b", re.I)
"""What tells of a kind of visit, of what was done there or what came of it."""
_AIM = re.compile(r" to (?!the\b|an?\b|his\b|her\b)[a-z]+\b|\bas well as\b")
_BRACKET = re.compile(r"\(([^()]*)\)")
_WHY = re.compile(
    r"\b(?:occasions?|purposes?|reasons?|events?|remarks?|notes?|details|comments?|character|description)\b", re.I
)
_FARTHEST = 220
_NEXT_ONE = re.compile(r"(?: and|,? while|,? whereas|,? but|;)(?: the| then)? $")
_GOES = re.compile(
    r" (?:also |then |later |has |had |did )?(?:visit|travel|went|came|arriv|attend|flew|paid|made|took part)"
)
_VISIT = re.compile(r"\bvisits?\b")
_NOTHING = ("", "it", "them", "this", "that", "his", "her", "their", "meeting", "event", "events")


def occasion_of(statement: Statement, at: int, date: Mention | None = None) -> str | None:
    """The event that the trip told at a position was for: "to attend …", "for the funeral of …", without its article.

    Of several the first behind it. Null where none is named between the same semicolons (of the trip's date, where one
    verb tells of several), where it is somebody else's who is told of behind, or stands behind another date.
    """
    own = date if date is not None and at < date.start < statement.end else None
    if own is not None and ";" in statement.document.text[at : own.start]:
        at = own.start
    found = _purposes(statement, at)
    match = found[0] if len(found) == 1 else next((one for one in found if one.start > at), None)
    if match is None or abs(match.start - at) > _FARTHEST or _is_of_another(statement, at, match):
        return None
    if own is not None and any(own.end <= one.start < match.start for one in statement.dates):
        return None
    return _name_of(match)


def _purposes(statement: Statement, at: int) -> list[Match]:
    """The purposes that are told between the same semicolons as a position."""
    text = statement.document.text
    told = (one for one in _PURPOSE.find(statement) if ";" not in text[min(at, one.start) : max(at, one.start)])
    return [one for one in told if not one.found[0].startswith("for") or _is_purpose(text[at : one.start], one)]


def _name_of(match: Match) -> str | None:
    """What the event of a purpose is called; null where the words only point at one told of before, or at a visit."""
    words = (match.words("occasion") or "").strip()
    words = words.removesuffix(" the").removesuffix(" of").removesuffix(" on")
    told_before = words.startswith(("that ", "this ", "these ", "those "))
    return None if told_before or words.rstrip(".") in _NOTHING or _VISIT.search(words) else words


def _is_purpose(before: str, match: Match) -> bool:
    """Whether what stands behind "for" is an event, and no aim of something else that he came to do: "to coordinate
    plans for the summit".
    """
    return _NAMED_EVENT.search(match.words("occasion") or "") is not None and not _AIM.search(before)


def _is_of_another(statement: Statement, at: int, match: Match) -> bool:
    """Whether somebody behind "and" does something of his own before the event is named: "… and B came to attend"."""
    text = statement.document.text
    return any(
        _GOES.match(text, one.end) and _NEXT_ONE.search(text, statement.start, one.start)
        for one in statement.of("person")
        if at < one.start and one.end < match.start
    )


def occasion_listed(statement: Statement, visitor: Mention) -> str | None:
    """The event of a row's cell for occasions or remarks, or of the brackets behind the visitor of an item; else what
    the words behind him are for.
    """
    if statement.block.cells:
        parts = [
            part for cell in cells_headed(statement, _WHY) for part in re.split(r"[;,]", words_in(statement, cell))
        ]
        return "; ".join(filter(None, map(_event, parts))) or None
    text = statement.document.text
    own = _BRACKET.match(text, visitor.end + 1, statement.end) if statement.block.kind != "item" else None
    brackets = [own[1]] if own is not None else _BRACKET.findall(text, visitor.end, statement.end)
    events = [event for bracket in brackets for part in re.split(r"[;,]", bracket) if (event := _event(part))]
    return events[0] if events else occasion_of(statement, visitor.end) if own is None else None


def _event(part: str) -> str | None:
    """The event that a part of a cell or bracket names, without what leads to it; null where it names none."""
    words = part.strip().rstrip(".")
    words = words[lead.end() :] if (lead := _LEAD.match(words)) else words
    return words if _NAMED_EVENT.search(words) and not _OTHERWISE.search(words) else None
