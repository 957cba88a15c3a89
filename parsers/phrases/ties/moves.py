"""Moves of recognition: withdrawn from the other state, switched from it to its rival, and the further steps there and
back that a sentence only hints at ("switched to Beijing in 1974, returned to Taipei in 1995 and broke again in 2013").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.mention import Mention
from parsers.language.modality import happened, is_planned
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import facing, rivals, side_of
from parsers.language.terms import beginning, ending
from parsers.phrases.ties.changes import TieChange, change_at
from parsers.phrases.ties.periods import is_followed, is_period, is_until
from parsers.phrases.ties.recognition import find_recognition
from parsers.phrases.ties.relations import date_of_change, subjects_before

_WITHDRAWN = Pattern(
    r"\b(?:(?:withdrew|withdrawn|withdrawing|revoked|rescinded|retracted|derecogni[sz]ed|de-recogni[sz]ed)"
    r"(?: its| their| the| all)?(?: diplomatic)?(?: recognition(?: of| from)?| decision to recogni[sz]e)?"
    r"|(?:ceas(?:ed|ing) to|stopped|no longer) (?:\w+ly )?recogni[sz](?:ed|es|e|ing))(?: the)? <object:state>"
)
_GOVERNMENT = re.compile(r"(?:'s|’s)? (?:government|regime|authorities)")
_WITHDRAWN_AGAIN = re.compile(
    r"\b(?:recogni[sz]ed|recognition)\b.*\b(?:withdrew|withdrawing|revoked|revoking|rescinded|rescinding) "
    r"(?:it|(?:its|this|that|the) recognition)(?! of\b)\b"
)
_SWITCHED = Pattern(
    r"(?:<actor:state|person>|^(?:[^;.]{0,60}? )?<seat:place>)(?P<link>[^;.]{0,60}?)\b"
    r"(?P<verb>(?:switch|transferr?|shift|chang)(?:ed|ing)?"
    r"|(?:decided|voted|chose|opted) to (?:switch|transfer|shift|change)) ~~~(?P<moved>recognition"
    r"|relations|ties|allegiance)(?: ~~~from ~~~<lost:state|place>)? ~~~to ~~~<won:state|place>"
)
_CUT = re.compile(r"\band (?:then )?(?:cut|broke|sever|end|suspend|terminat)[a-z]* [^;.]{0,30}\bwith\b")
_STEP = Pattern(
    r"\b(?:(?P<moved>switch(?:ed|ing)(?! (?:\w+ ){0,2}(?:recognition|relations|ties|allegiance)\b)|return(?:ed|ing)"
    r"|revert(?:ed|ing)|defect(?:ed|ing)|(?:went|going|swung) back"
    r"|flipped|chang(?:ed|ing) sides)(?: (?!\[)\w+){0,3}? to (?:the )?<won:state|place>"
    r"|(?P<turned>switched(?: sides| allegiance)?)(?=,? (?:(?:in|on) )?\[date|[.;]|$)"
    r"|(?P<came>(?:returned|came back) to the fold)"
    r"|(?P<lost>dropped|abandoned|ditched|deserted|broke(?: off)? with) (?:the )?<left:state|place>"
    r"(?P<for>,? (?:for|in favou?r of) (?:the )?<state|place>)?"
    r"|(?P<broke>(?:broke|left)(?: (?:off|away|it))?(?: again| once more)?(?: for <state|place>)?)"
    r"(?=,? (?:(?:in|on) )?\[date))"
)
_OF_RELATIONS = re.compile(r"\brecogni[sz]|\brecognition|\b(?:relations|ties|allegiance|diplomatic)\b|\bbroke")


def withdrawals(statement: Statement) -> Iterator[TieChange]:
    """The recognition that a state withdrew from the other, of which the date is told."""
    for match in _WITHDRAWN.find(statement):
        if _GOVERNMENT.match(statement.low, match.end - statement.start):
            continue
        obj = match.mention("object")
        if side_of(obj, statement.context) and happened(statement, match.start, match.end):
            change = change_at("severed", statement, match.start)
            if not subjects_before(statement, match.start):  # "it withdrew …"
                side = side_of(obj, statement.context)
                change = replace(change, actor=facing(side, statement.context.pair), partner=side)
            if change.date is not None and change.actor and change.partner == side_of(obj, statement.context):
                yield change
                return
    again, found = _WITHDRAWN_AGAIN.search(statement.low), find_recognition(statement)
    if again is not None and found is not None:
        date = statement.after(statement.start + again.end(), "date")
        if date is not None and happened(statement, statement.start + again.end() - 2, statement.start + again.end()):
            yield TieChange("severed", beginning(date), found.actor, found.object, None)


def switches(statement: Statement) -> Iterator[TieChange]:
    """Recognition switched from one state to another: severed with the one, and the other recognised; relations with it
    established where these are what was switched.

    Only the change with the pair's other state is given.
    """
    for match in _SWITCHED.find(statement):
        verb = match.verb
        who, date = match.mention("actor") or match.mention("seat"), date_of_change(statement, (verb[0], match.end))
        subjects = subjects_before(statement, verb[0]) or (subjects_before(statement, who.start) if who else [])
        actor = side_of(subjects[0] if subjects else who, statement.context)
        partner = facing(actor, statement.context.pair)
        decided = " to " in (match.words("verb") or "") and is_planned(statement, match.start, match.end)
        if actor and partner and (decided or happened(statement, match.start, match.end)):
            gained = "recognised" if (match.words("moved") or "").lower() == "recognition" else "established"
            won, lost = side_of(match.mention("won"), statement.context) == partner, match.mention("lost")
            if _CUT.search(statement.document.text, verb[1], match.end):  # the one that it won is not named
                won, lost = not won, match.mention("won")
            if won or lost is None or side_of(lost, statement.context) == partner:
                yield TieChange(gained if won else "severed", date, actor, partner, None)


def steps(statement: Statement) -> Iterator[TieChange]:
    """The dated steps of a state between two rivals of which the pair has one, told without the words for relations.

    Null where nothing in the statement speaks of recognition or relations, or a person is who went.
    """
    sought = next((one for one in statement.context.pair if rivals(one)), None)
    actor = facing(sought, statement.context.pair)
    if not sought or not actor or rivals(actor):
        return
    spoken = _speaks_of_relations(statement, actor)
    found = find_recognition(statement)
    begun = found is not None and found.object == sought
    for match in _STEP.find(statement):
        plain = spoken or match.span("for") or match.span("turned")
        kind = _kind_of_step(match, sought, again=begun) if plain and _is_by(statement, match, actor) else None
        date = date_of_change(statement, (match.start, match.end)) if kind else None
        if kind and date is not None and happened(statement, match.start, match.end):
            yield TieChange(kind, _day_of_step(statement, kind, date), actor, sought, None)
            begun = True


def _speaks_of_relations(statement: Statement, actor: str) -> bool:
    """Whether a statement has words for recognition or relations, or opens with the capital of the one that acts."""
    seat = next(iter(statement.of("place")), None)
    governs = seat is not None and seat.start == statement.start and side_of(seat, statement.context) == actor
    return governs or _OF_RELATIONS.search(statement.low) is not None


def _is_by(statement: Statement, match: Match, actor: str) -> bool:
    """Whether it is a state, and no person, that takes a step; one that says no more than "switched" names it."""
    if any(person.end <= match.start for person in statement.of("person")):
        return False
    subjects = subjects_before(statement, match.start) if match.span("turned") else []
    return not match.span("turned") or actor in {side_of(one, statement.context) for one in subjects}


def _day_of_step(statement: Statement, kind: str, date: Mention) -> Mention:
    """The day of a step: where a period begins, or where it ends what was before."""
    ends = kind == "severed" or is_followed(statement, date)
    return ending(date) if ends and (is_period(date) or is_until(date)) else beginning(date)


def _kind_of_step(match: Match, sought: str, *, again: bool) -> str | None:
    """What a step means for the relations with the one of the pair that has a rival; null where it means nothing."""
    if match.span("came"):
        return "resumed"
    if match.span("turned"):
        return "severed"
    if match.span("broke"):
        return "severed" if again else None
    to, pair = _lies(match.mention("won") or match.mention("left"), match), (sought, *rivals(sought))
    if to not in pair:
        return None
    moved = match.words("moved")
    if (to == sought) != bool(moved):
        return "severed"
    if moved is None:
        return None
    again |= "back" in match.found[0].lower() or not moved.lower().startswith("sw")
    return "resumed" if again else "established"


def _lies(mention: Mention | None, match: Match) -> str | None:
    """The state of a place, or that a mention names; null without one."""
    return lies_in(mention, match.statement.context.pair) if mention is not None else None
