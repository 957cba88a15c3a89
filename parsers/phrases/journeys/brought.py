"""Trips whose subject is the journey or the date: "a trip brought A to X", "A's tour included X", "in 2009 came A"."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.language.pattern import Pattern
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.journeys.journeys_told import of_match, on_dates
from parsers.phrases.journeys.pronouns import he_means
from parsers.phrases.journeys.trip_dates import took_place, trip_dates
from parsers.phrases.journeys.trips import Trip
from parsers.phrases.journeys.unnamed_places import visited_before
from parsers.phrases.journeys.verbs import VISITS

_BROUGHT = Pattern(
    rf"\b{VISITS}\b(?:(?!\[person|\b(?:would|could|will|was|were)\b)[^;.]){{0,70}}? (?:also |then |again |first )?"
    r"(?P<verb>brought|took|led) (?:the |then )?(?:<visitors:persons>|(?P<he>him|her|them))"
    r"(?:,? (?:from|via|first|back|again)(?: (?:the )?\[(?:place|state):\d+\])?)?"
    r",? (?:to|into) (?:the )?<to:state|place>"
)
_INCLUDED = Pattern(
    r"(?:<visitors:persons>(?:(?!\[person)[^;.]){0,50}?\b(?:tour|trip|journey)\b|^(?:(?:in|on) <date>,? )?"
    r"(?P<he>his|her|their) (?:[\w-]+ ){0,3}(?:tour|trip|journey)\b)"
    r"(?:(?!\[person)[^;.]){0,60}?(?:[;,]? the (?:tour|trip|journey))?"
    r" (?P<verb>(?:also |which |that )?included|including|took in)"
    r" (?:(?:an? |the )?(?:[\w-]+ ){0,2}?(?:visits?|stops?|stays?|stopovers?) (?:to|in) )?"
    r"(?:(?:the )?<state|place>(?:, and |, | and ))*?(?:the )?<to:state|place>(?!['’])"
)
_CAME = Pattern(
    r"^(?:(?:in|on) )?(?:the )?<date>,? (?P<verb>came|arrived|followed) (?:the |then )?<visitors:persons>"
    r"(?=[.,;]|$| (?:on (?:an? |his |her )|for |with |and (?:the |then )?\[date))"
)


def brought(statement: Statement) -> Iterator[Trip]:
    """The trips of those whom a journey "brought to" a place, or whose tour "included" it.

    Of "him" and "his tour" it is the person named before.
    """
    for pattern in (_BROUGHT, _INCLUDED):
        for match in pattern.find(statement):
            meant = he_means(statement, match) if match.words("he") else None
            yield from of_match(statement, match, [meant] if meant is not None else match.mentions("visitors"))


def came(statement: Statement) -> Iterator[Trip]:
    """The trips of those who stand behind their verb: "In March 2009 came A"; of an unknown side only where the
    sentence before tells whereto.
    """
    for match in _CAME.find(statement):
        at = match.verb
        for visitor in match.mentions("visitors") if took_place(statement, *at, match.end) else ():
            to = None if side_of(visitor, statement.context) else visited_before(statement)
            if to is not None or side_of(visitor, statement.context):
                yield from on_dates(statement, [visitor], to, trip_dates(statement, at[0]), match)
