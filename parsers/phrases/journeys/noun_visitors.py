"""Whose visit a noun tells that does not name them: "his visit", "during a visit to X, A …", "another visit"."""

from __future__ import annotations

import re

from parsers.language.antecedents import is_object
from parsers.language.mention import Mention, PersonValue
from parsers.language.reading import Statement
from parsers.language.sides import facing, side_of
from parsers.phrases.journeys.journeys import subjects
from parsers.phrases.journeys.nouns import LAND, NOUN
from parsers.phrases.journeys.pronouns import person_meant
from parsers.phrases.journeys.visit_nouns import ONE_OF_TWO, Party, Telling

_SUBJECT = re.compile(
    r"(?: (?:in order )?to [a-z]+ (?:(?!\b(?:that|who|which)\b)[^,;.]){3,90}(?=,))?"
    r",? (?:(?:the|then|both|an?|its|his|her|former|visiting|newly|elected|outgoing|acting|incoming|new|late"
    r"|counterpart|fellow|[a-z]+-born) )*"
)
_TO_LAND = re.compile(rf"{NOUN}{LAND}")
_OF_ITSELF = ("owner", "no", "each", "every", "any")  # determiners of a noun that tells of nobody besides
_AND = re.compile(r",? and (?:(?:the|his|her|then) )*")
_LISTED = re.compile(r"(?:,|,? and)?(?: (?:the|his|her|then))* ?")
_HIM = re.compile(r"\b(?:him|gave her|awarded her)\b")
_HE = re.compile(r",[^;.]{0,90}?\b(?:he|she)\b")
_ONE_MORE = re.compile(
    r"(?:(?:a|an) (?:second|third|fourth|further|new|final|repeat) |another )"
    r"(?:(?:state|official|working|private|longer) )*"
)


def those_meant(statement: Statement, telling: Telling, party: Party) -> tuple[Mention, ...]:
    """The visitors of a noun that does not name them: "his", or those who do something "during a visit to …".

    Only where the noun has a destination or a date of its own, since "the visit" tells of one named before; or where it
    is "his visit to the country", with a date beside it.
    """
    if telling.determiner in _OF_ITSELF or not (party.to or party.dates or _is_there(statement, telling)):
        return ()
    if telling.determiner in ONE_OF_TWO:
        return _of_two(statement, telling)
    if telling.determiner in ("a", "another") and not telling.preposition:
        return _who_came_before(statement, telling)
    following, his = _subject_behind(statement, telling), _is_his(telling)
    if following is not None and his and not party.to and _HIM.search(statement.low):
        return (statement.context.person,) if statement.context.person is not None else ()
    if following is not None:
        return (following,)
    if his or (telling.preposition and _HE.match(statement.document.text, telling.end)):
        return _he_meant(statement, telling, party)
    return _doers(statement, telling) if telling.preposition else ()


def _doers(statement: Statement, telling: Telling) -> tuple[Mention, ...]:
    """Those who do something before a noun with its preposition, without those of the other side than the state whose
    visit it is called: "A and B signed it during a visit by Kenya".
    """
    home = side_of(telling.home, statement.context)
    found = subjects(statement, _before_partners(statement, telling.begin))
    return tuple(one for one in found if home is None or side_of(one, statement.context) in (None, home))


def _is_his(telling: Telling) -> bool:
    """Whether it is the visit of one told of before: "his visit", "on return from a visit"."""
    return telling.determiner in ("his", "her", "their") or telling.preposition.endswith("return from")


def _before_partners(statement: Statement, at: int) -> int:
    """Where those begin who are counted up right before a position as whom somebody met: "met A and B on a visit to";
    else the position itself.
    """
    text, people = statement.document.text, [one for one in statement.of("person") if one.end <= at]
    first = at
    while people and _LISTED.fullmatch(text, people[-1].end, first):
        partner = people.pop()
        first = partner.start
        if is_object(statement, partner):
            return first
    return at


def _is_there(statement: Statement, telling: Telling) -> bool:
    """Whether something that has a date was done during "his visit to the country"."""
    during = telling.determiner in ("his", "her") and telling.preposition in ("during", "on", "while on", "throughout")
    return during and bool(statement.dates) and _TO_LAND.match(statement.skeleton, telling.place) is not None


def _subject_behind(statement: Statement, telling: Telling) -> Mention | None:
    """The person right behind a noun with its preposition: "during a visit to X, President A …"; of two, the one of the
    state whose visit it is called.
    """
    behind = statement.after(telling.end, "person") if telling.preposition else None
    if behind is None or not _SUBJECT.fullmatch(statement.document.text, telling.end, behind.start):
        return None
    other, home = statement.after(behind.end, "person"), side_of(telling.home, statement.context)
    if home is None or other is None or not _AND.fullmatch(statement.document.text, behind.end, other.start):
        return behind
    return next((one for one in (behind, other) if side_of(one, statement.context) == home), None)


def _he_meant(statement: Statement, telling: Telling, party: Party) -> tuple[Mention, ...]:
    """The one whom "his" means, of a dated visit, or of one that is told right behind his name."""
    receiving = next((side for one in party.to if (side := side_of(one, statement.context))), None)
    meant = person_meant(statement, telling.at, facing(receiving, statement.context.pair))
    dated = statement.dates or party.dates
    return (meant,) if meant is not None and (dated or _is_beside(statement, meant, telling)) else ()


def _who_came_before(statement: Statement, telling: Telling) -> tuple[Mention, ...]:
    """The one whose visit the sentence before told, where "a second visit" or "another visit" opens this one."""
    before, words = statement.earlier, statement.low[: telling.at - statement.start]
    if before is None or not _ONE_MORE.fullmatch(words):
        return ()
    person = statement.context.person
    if person is None or not is_named(person) or person.start < before.start:
        return ()
    return (person,) if re.search(r"\b(?:visit|trip|came|went|arriv)", before.low) else ()


def _is_beside(statement: Statement, person: Mention, telling: Telling) -> bool:
    """Whether the person stands right before the noun's phrase in the same statement: "A during his visit to"."""
    return statement.start <= person.start and 0 <= telling.begin - person.end < len(", while ")


def _of_two(statement: Statement, telling: Telling) -> tuple[Mention, ...]:
    """The first or the second of two named people, told of right before as "the former" and "the latter"."""
    people = [one for one in statement.of("person") if one.end <= telling.at and is_named(one)]
    before = statement.earlier
    if not people and before is not None:
        people = [one for one in before.of("person") if is_named(one)]
    return (people[-2 if telling.determiner.startswith("former") else -1],) if len(people) > 1 else ()


def is_named(visitor: Mention) -> bool:
    """Whether a person is told by name, not by an office alone."""
    return isinstance(visitor.value, PersonValue) and visitor.value.name is not None
