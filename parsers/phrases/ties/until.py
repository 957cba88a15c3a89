"""Relations until a date: not established until then, lasting until then, broken until then."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import Mention
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import facing, is_claimant, side_of
from parsers.language.terms import ending
from parsers.phrases.ties.changes import TieChange, change_at, parts_of, told_changes, took_place
from parsers.phrases.ties.periods import is_until
from parsers.phrases.ties.proofs import is_change
from parsers.phrases.ties.recognised import of_each
from parsers.phrases.ties.relations import is_theirs, kind_of_change
from parsers.phrases.ties.shapes import (
    LASTED,
    NONE_UNTIL,
    NOT_UNTIL,
    NOT_UNTIL_PASSIVE,
    RELATIONS_NAMED,
    THEY_UNTIL,
    UNTIL,
    UNTIL_PASSIVE,
    WAITED,
)

_OTHER_SUBJECT = re.compile(r"\b(?:ambassadors?|embass(?:y|ies)|envoys?|missions?|visits?|flights?|talks) $")
_NOT_RECOGNISED = Pattern(
    r"\b(?:did not|never|refused to|would not) (?:\w+ly )?(?P<verb>recogni[sz]e) (?:the )?(?:<object:state|both>|each"
    r" other|one another)(?:['’]s? (?:independence|sovereignty))? <until:date>"
)
_UNTIL_EVENT = re.compile(r"\b(?:until|till) (?!(?:at least|now|today)\b)[^;,.()]{3,120}$")
_THEY_LASTED = Pattern(
    r"^(?:they|these) (?:had |only )?(?:lasted|endured|continued|persisted) [^;,.]{0,90}?<until:date>"
)
_LASTS = re.compile(r"\b(?:lasted|continued|endured|persisted|existed|held|were|remained|until)\b")
_STOOD = ("existed", "maintained")
_FORMAL = re.compile(r"diplomatic|formal|official", re.IGNORECASE)
_OPENING = 12  # letters before "they" where it opens its sentence: "However, "


def not_until(statement: Statement) -> Iterator[TieChange]:
    """The change that did not come until a date: "relations were not established until 1972", "had none until 1972"."""
    for shape in (UNTIL, UNTIL_PASSIVE, NOT_UNTIL, NOT_UNTIL_PASSIVE, NONE_UNTIL, WAITED):
        for match in shape.find(statement):
            kind, verb, what = parts_of(match)
            date = match.mention("until")
            if date is None or not (is_until(date) or " until " in match.found[0].lower()):
                continue
            if is_change(statement, verb, what, kind):
                yield change_at(kind, statement, verb[0], ending(date))
                return


def recognised_at_last(statement: Statement) -> Iterator[TieChange]:
    """The recognition that was refused until a date: "did not recognise each other until 2009"."""
    for match in _NOT_RECOGNISED.find(statement):
        date, other = match.mention("until"), match.mention("object")
        to = side_of(other, statement.context) if other is not None and other.kind == "state" else None
        if is_until(date) and date is not None and (to or (other is None or other.kind == "both")):
            one = facing(to, statement.context.pair) if to else None
            yield from of_each(TieChange("recognised", ending(date), one, to), statement.context.pair)


def lasted(statement: Statement) -> Iterator[TieChange]:
    """The end of relations that lasted until a date; not of those with a rival of one of the pair."""
    for match in LASTED.find(statement):
        date, what = _end_of(statement, match), match.span("what") or (match.start, match.end)
        formal = _FORMAL.search(statement.document.text, *what) is not None and match.words("went") in _STOOD
        told = (match.span("broke") or not match.span("went") or formal) and took_place(statement, what, what)
        told = told and not _is_with_rival(statement, what[1])
        if date is not None and told and is_change(statement, what, what, "severed"):
            yield TieChange("severed", date)
            return


def _is_with_rival(statement: Statement, position: int) -> bool:
    """Whether the relations before a position are with a rival of one of the pair."""
    pair, lasts = statement.context.pair, _LASTS.search(statement.low, position - statement.start)
    end = statement.start + lasts.start() if lasts is not None else position
    partners = (one for one in statement.of("state", "place") if position <= one.start < end)
    return any(is_claimant(lies_in(one, pair), pair) for one in partners)


def they_lasted(statement: Statement) -> Iterator[TieChange]:
    """The end of relations that began in the sentence before: "They lasted until the invasion of Kenya in 1940"."""
    match, before = _THEY_LASTED.first(statement), statement.earlier
    date = _end_of(statement, match) if match is not None else None
    began = before is not None and any(one.kind in ("established", "resumed") for one in told_changes(before))
    if date is not None and began:
        yield TieChange("severed", date)


def _end_of(statement: Statement, match: Match) -> Mention | None:
    """The date until which something lasted, or of what it lasted until: "until the war in 1914"; null for others."""
    date = match.mention("until")
    event = date is not None and _UNTIL_EVENT.search(statement.document.text, match.start, date.start)
    return ending(date) if date is not None and (event or is_until(date)) else None


def they_until(statement: Statement) -> Iterator[TieChange]:
    """ "They were not resumed until …", "did not restore them until …", "remained broken until …".

    The words before it, or the sentence before, must name relations.
    """
    match = THEY_UNTIL.first(statement)
    dates = ("until", "renewal", "later", "over", "healed")
    date = next((m for name in dates if (m := match.mention(name))), None) if match is not None else None
    if match is None or not is_until(date) or not _is_of_relations(statement, match):
        return
    done = next((at for name in ("verb", "renewed", "redone") if (at := match.span(name))), None)
    kind = kind_of_change(statement.document.text[slice(*done)]) if done else "resumed"
    told = done is None and kind in [change.kind for change in told_changes(statement)]
    if not told and is_theirs(statement, match.start, match.start):
        yield change_at(kind, statement, (done or (match.start, match.end))[0], ending(date))


def _is_of_relations(statement: Statement, match: Match) -> bool:
    """Whether the words before a match, or the sentence before where it opens its own, name relations as what "they"
    are.
    """
    before, previous = statement.low[: match.start - statement.start], statement.earlier
    told = before + (previous.low if previous is not None and len(before) < _OPENING else "")
    return not _OTHER_SUBJECT.search(before) and RELATIONS_NAMED.search(told) is not None
