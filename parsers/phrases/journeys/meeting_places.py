"""Where and when people met who met several times, as one sentence counts it up: "met in X in 1979 and again in Y in
1980", "met in 2009 in X, and in Y a year later".

Read: two or more places, each with its own date or none, joined by "and" or commas. Not read: places of which nothing
joins them ("met in X and signed in Y"), and those that stand in no such list.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.language.mention import Mention, PlaceValue
from parsers.language.pattern import Match
from parsers.language.reading import Statement, kept

_WITHIN = r"(?:,? (?:in )?(?:the )?\[(?:state|place):\d+\])?"
_PLACE = r"(?:in|at) (?:the )?(?:[\w-]+ (?:of )?)?\[(?:place|state):(?P<place{0}>\d+)\]" + _WITHIN
_DATE = r"(?:(?:in|on|during|early|late|mid) )*\(?\[date:(?P<date{0}>\d+)\]\)?"
_EVENT = (
    r"(?:during|at|for|on the (?:sidelines|margins|fringes) of) "
    r"(?:(?!\[(?:person|place|state|date)|\band\b)[^;,.]){1,60}?"
)
_OCCASION = rf"(?: {_EVENT})?"
# A town that no list of places has.
_CAPITALS = r"[A-ZÀ-Þ][\w'’-]+(?: [A-ZÀ-Þ][\w'’-]+){0,2}"
_STOP = re.compile(
    rf",? (?:{_PLACE.format(1)}{_OCCASION}(?:,? {_DATE.format(1)}|(?=[,.;]| and |$))"
    rf"|{_DATE.format(2)},? {_PLACE.format(2)}{_OCCASION}"
    rf"|(?:in|at) (?P<unknown>{_CAPITALS}){_OCCASION},? {_DATE.format(3)}"
    rf"|{_EVENT} {_PLACE.format(5)},? {_DATE.format(5)}"
    r"|(?:the )?\[place:(?P<place4>\d+)\] \(\[date:(?P<date4>\d+)\]\))"  # "in Oslo (2009) and Lima (2011)"
)
_NEXT = re.compile(
    r"(?:,? and|,|;)(?: (?:again|later|then|also|once more|once again|a second time|subsequently|finally|first|met"
    r"|for (?:the|an?) (?:second|third|\[rank:\d+\]|last|further|final) time))*(?= (?:in|at|on|during)\b"
    r"| (?:the )?\[place:\d+\] \()"
)
_PLACES, _DATES = ("place1", "place2", "place4", "place5"), ("date1", "date2", "date3", "date4", "date5")


@dataclass(frozen=True, slots=True)
class Stop:
    """One time that people met: where (a city or a state), and when as far as it is said."""

    place: Mention
    date: Mention | None

    @property
    def city(self) -> str | None:
        """The city, where one is named."""
        return self.place.text if self.place.kind == "place" else None


def times_met(statement: Statement, place: Mention | None) -> tuple[Stop, ...]:
    """The stops of the list in which a place stands; none where it stands in no list of two or more."""
    chains = _chains(statement) if place is not None else ()
    return next((chain for chain in chains if any(stop.place is place for stop in chain)), ())


@kept
def _chains(statement: Statement) -> Iterator[tuple[Stop, ...]]:
    """The lists of two or more places in a statement, each with its dates."""
    position, skeleton = 0, statement.skeleton
    while statement.of("place", "state") and len(statement.dates) and (first := _STOP.search(skeleton, position)):
        found = list[Stop]()
        stop: re.Match[str] | None = first
        while stop is not None:
            found.append(_stop(statement, stop))
            position = stop.end()
            joint = _NEXT.match(skeleton, position)
            stop = _STOP.match(skeleton, joint.end()) if joint else None
        if len(found) > 1 and any(one.date for one in found):
            yield tuple(found)


def _stop(statement: Statement, stop: re.Match[str]) -> Stop:
    number, date = (next((stop[name] for name in names if stop[name]), None) for names in (_PLACES, _DATES))
    if number:
        place = statement.mentions[int(number)]
    else:
        start, end = statement.offset(stop.start("unknown")), statement.offset(stop.end("unknown"))
        place = Mention(start, end, stop["unknown"], PlaceValue(stop["unknown"], ()))
    return Stop(place, statement.mentions[int(date)] if date else None)


def where_visited(statement: Statement, match: Match) -> Mention | None:
    """The place right behind a person who was visited, else the person; null where a place stands elsewhere, and for
    calls on people in a place, which are meetings there.
    """
    host, places = match.mention("to"), statement.of("place")
    if not places or host is None:
        return host
    beside = (one for one in places if statement.document.text[host.end : one.start] == " in ")
    return next(beside, None) if match.words("verb") != "called on" else None
