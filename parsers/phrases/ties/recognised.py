"""Recognitions with their dates: the first, the further ones, and the periods for which they held."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.sides import facing, rivals
from parsers.language.states import Pair
from parsers.language.terms import beginning, ending
from parsers.phrases.ties.changes import TieChange
from parsers.phrases.ties.levels import manner_in
from parsers.phrases.ties.periods import is_followed, is_period, is_since, is_until, later_periods
from parsers.phrases.ties.recognition import Recognition, find_recognition
from parsers.phrases.ties.relations import date_right_after

_FOLLOWED = re.compile(r"(?:after|following|upon|in the (?:wake|aftermath) of|shortly after|soon after) [^;,]+, ")
_RECOGNISED_AGAIN = re.compile(
    r"\b(?:re-?recogni[sz]ed|again recogni[sz]ed|recogni[sz]ed)(?: its| the)?(?: restored| renewed| regained)?"
    r"(?: (?:it|independence|statehood|country))?(?: again| once more)?(?: de jure)?(?= (?:in|on) )"
    r"|\bre-?recogni[sz]ed(?: [\w’'-]+){1,5}?(?= (?:in|on) )"
)
_OPENS = re.compile(r"(?: government| \w+ly| also| soon| has)* ")
_DECISION = re.compile(r"\bdecision \W?to (?:\w+ly )?$")
_AND_THEN = re.compile(r"[,;]? (?:and|but|while) (?:on |in )?")
_NEXT = re.compile(r"(?:,|;|\band|\bwhile|\bbut)(?: the)? $")
_NEXT_ACTS = re.compile(r" (?:(?:also|then|later|soon|has|had|\w+ly) )*(?:[a-z]+ed|set up|sent|became)\b")
_NEXT_STEP = re.compile(
    r"\b(?:(?:and|but|then|before)(?: (?:then|later|finally|only|again|recogni[sz]ed it|doing so))*,? "
    r"(?P<manner>de jure|de facto|formally|officially|fully)(?: recogni[sz]ed it)?"
    r"|(?:followed by|and|with)(?: (?:full|formal|official))* (?P<kind>de jure|de facto) recognition"
    r"(?: (?:came|followed|following|was (?:granted|given|extended)))?),?(?= (?:(?:in|on|from)\b|\d))"
)
_ACTS = re.compile(r" [a-z]+ed\b")  # "and officially in 1921 opened an embassy"
_THEN = re.compile(r",? (?:the|they|it|both|(?:[a-z]+ ){0,2}(?:relations|ties|embass(?:y|ies)))\b")
_PRESENT = re.compile(
    r"recogni[sz]es\b|(?:(?<=that )|(?<=which )|(?<=still ))recogni[sz]e\b|recogni[sz]e (?:each other|one another)\b"
)
_RANKED = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th|earliest|among|amongst"
    r"|one of)\b[^;.]{0,60}"
    r" (?:to|that|which|who)(?: \w+ly| also| then)* $"
)


def recognitions(statement: Statement) -> Iterator[TieChange]:
    """The recognition of a statement and what followed it, as changes; of each by the other where it is mutual.

    One without a date only where it opens with a cause, where it is ranked ("the first to") or holds to this day.
    That of one of two rivals until a date was withdrawn then. One in two steps is two: "de facto on 3 May 1919 and de
    jure (formally) on 5 June 1921".
    """
    found = find_recognition(statement)
    for change in _told(statement, found) if found is not None else ():
        yield from of_each(change, statement.context.pair)


def of_each(change: TieChange, pair: Pair) -> list[TieChange]:
    """The change; a recognition by nobody in particular as that of each state of the pair by the other."""
    if change.kind != "recognised" or change.actor:
        return [change]
    return [replace(change, actor=one, partner=facing(one, pair)) for one in pair]


def _told(statement: Statement, found: Recognition) -> Iterator[TieChange]:
    """The changes of a recognition, with no actor where it is mutual."""
    near = date_right_after(statement, found.end)
    date = near or _date_before(statement, found)
    if not _is_told(statement, found, date):
        return
    if near is not None and is_until(near) and rivals(found.object):
        yield TieChange("severed", ending(near), found.actor, found.object)
        return
    step = _NEXT_STEP.search(statement.low, found.end - statement.start)
    manner = manner_in(statement.low[: step.start()]) if step is not None else found.manner
    first = TieChange("recognised", _day_of(statement, found, date), found.actor, found.object, manner)
    yield from _for_period(statement, first, near)
    yield from (replace(first, date=day, level=None) for day in _further_dates(statement, found, first.date))
    if step is not None:
        yield from _in_next_step(statement, first, step)


def _date_before(statement: Statement, found: Recognition) -> Mention | None:
    """The date of a recognition that has none right behind it; null where it holds to this day."""
    date = None if _holds(statement, found) else statement.date_at(found.at)
    return _own_date(statement, found, date) if date is not None else None


def _holds(statement: Statement, found: Recognition) -> bool:
    """Whether a recognition is told in the present: "recognises"."""
    return _PRESENT.match(statement.low, found.at - statement.start) is not None


def _is_told(statement: Statement, found: Recognition, date: Mention | None) -> bool:
    """Whether a recognition is dated, holds, or is told plainly; not of how things stand "as of" a date."""
    if date is None and not _holds(statement, found) and not _is_told_plainly(statement, found):
        return False
    return not any(one.text.lower().startswith("as of") for one in ([date] if date is not None else statement.dates))


def _day_of(statement: Statement, found: Recognition, date: Mention | None) -> Mention | None:
    """The day of a recognition: where "since" begins, or where what was before ended."""
    if date is not None and is_since(date):
        date = beginning(date)
    if date is not None and is_until(date) and is_followed(statement, date) and date.end <= found.at:
        date = ending(date)  # "lasted until 1960, when Kenya recognised …"
    return date


def _for_period(statement: Statement, first: TieChange, near: Mention | None) -> Iterator[TieChange]:
    """A recognition; one that held for a period with its end and what came of the two later."""
    if near is None or not is_period(near):
        yield first
        return
    yield replace(first, date=beginning(near))
    yield TieChange("severed", ending(near))
    yield from (TieChange(kind, day) for kind, day in later_periods(statement, near))


def _in_next_step(statement: Statement, first: TieChange, step: re.Match[str]) -> Iterator[TieChange]:
    """The second step of a recognition, with a date of its own: "and de jure in 1921"."""
    later = date_right_after(statement, statement.start + step.end())
    if later is None or later is first.date or _ACTS.match(statement.low, later.end - statement.start):
        return
    yield replace(first, date=later, level=manner_in(step[0]))


def _is_told_plainly(statement: Statement, found: Recognition) -> bool:
    """Whether a recognition without a date is one that opens with its cause, is ranked, or is all that opens its
    statement: "Kenya was the first to recognise …", "Kenya officially recognised …"."""
    before = statement.low[: found.at - statement.start]
    actor = next(iter(statement.of("state")), None)
    between = before[actor.end - statement.start :] if actor is not None and actor.end <= found.at else "-"
    opens = _OPENS.fullmatch(between) and actor is not None and actor.start - statement.start <= len("the ")
    return bool(opens or _RANKED.search(before) or _FOLLOWED.match(before))


def _own_date(statement: Statement, found: Recognition, date: Mention) -> Mention | None:
    """The date, unless it is of the next clause ("recognised Norway, and on 3 May ties began"; then the one before) or
    of what somebody told: "said in 2008 that the decision to recognise Norway was right".
    """
    text = statement.document.text
    if date.end <= found.at and _DECISION.search(statement.low, 0, found.at - statement.start):
        return None
    if date.start < found.end:
        return date
    if _AND_THEN.fullmatch(text, found.end, date.start):
        return statement.before(found.at, "date")
    return None if _is_of_next(statement, found, date) else date


def _is_of_next(statement: Statement, found: Recognition, date: Mention) -> bool:
    """Whether a date is of what another state did next: "Kenya recognised Norway, and Norway opened … in 1985"."""
    acting = [one for one in statement.of("state", "both") if found.end <= one.start and one.end <= date.start]
    text = statement.document.text
    return any(
        _NEXT.search(text, found.end, one.start) and _NEXT_ACTS.match(text, one.end, date.start) for one in acting
    )


def _further_dates(statement: Statement, found: Recognition, date: Mention | None) -> list[Mention]:
    """The dates of further recognitions: "recognised its restored independence in 1991", "in 1918 and 1991"."""
    if date is None:
        return []
    again = _RECOGNISED_AGAIN.search(statement.low, found.end - statement.start)
    later = date_right_after(statement, statement.start + again.end()) if again is not None else None
    listed = statement.listed_with(date)
    further = [day for day in listed[listed.index(date) + 1 :] if day is not None and not _opens_clause(statement, day)]
    return [later, *further] if later is not None else further


def _opens_clause(statement: Statement, date: Mention) -> bool:
    """Whether a date is of the clause behind it: "recognised Norway in 1991, and in 1993 relations began"."""
    acts = any(one.start == date.end + 1 for one in statement.of("state", "both"))
    return acts or _THEN.match(statement.low, date.end - statement.start) is not None
