"""Guests of ceremonies, told otherwise than by a verb of going: "Y was represented at the funeral in X by A", "it was
opened in the presence of A", "B invited A to visit X, which he did in 2008", "when B died, A attended the funeral".

Where they went is what the words about the ceremony name: a place, else the state of the person or feast it was for.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.language.mention import Mention
from parsers.language.modality import happened
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.language.sides import facing, is_foreign, is_resident_envoy, side_of
from parsers.phrases.journeys.journeys import subjects
from parsers.phrases.journeys.journeys_told import on_dates
from parsers.phrases.journeys.trip_dates import trip_dates
from parsers.phrases.journeys.trips import Trip, is_certain

_THE = r"(?:(?:the|its|his|her|their|an?|then|by) )*"
_CEREMONY = (
    r"(?:funeral|burial|inauguration|coronation|wedding|investiture|enthronement|swearing-in|memorial|jubilee|ceremony"
    r"|ceremonies|celebrations?|summit|conference|independence|centenary|anniversary|opening|commemorations?|event)"
)
_REPRESENTED = Pattern(
    r"<sender:state|person>(?:['’]s)?(?: government(?:['’]s)?)?(?: delegation| \[person:\d+\](?= to| at))?"
    r" (?P<verb>(?:was|were) (?:also |officially )?"
    r"represented|(?:(?<=delegation )|(?<=\] ))(?:was|were) (?:led|headed)"
    rf"|(?:to|at) {_THE}(?:(?!\[person)[^;.,]){{0,40}}?{_CEREMONY}[^;.]{{0,60}}? was (?:led|headed))"
    rf"(?P<event>[^;.]{{0,140}}?) by {_THE}<visitors:persons>(?P<after>(?: (?:at|in|during|on|for) [^;.]{{3,90}})?)"
)
_PRESENCE = Pattern(
    r"\b(?P<verb>(?:was|were) (?:(?:officially|formally|jointly|also) )?(?:inaugurated|opened|unveiled|dedicated"
    r"|commissioned|launched)"
    r"|(?:inauguration|opening|unveiling)(?= (?:of|ceremony)))(?P<event>(?:(?!\[person)[^;.]){0,90}?)"
    rf" (?:(?:in|with) the presence of|was attended by|by (?=the visiting)) {_THE}(?:visiting )?<visitors:persons>"
)
_EMBASSY = Pattern(
    r"\b(?P<verb>(?:re-?)?open(?:ed|ing)?|inaugurat(?:ed|ing|ion)) (?:(?!\[)[\w’'-]+ ){0,5}?"
    r"(?:embassy|consulate(?:[- ]general)?) (?:of \[state:\d+\] )?in (?:the )?<to:place|state>"
    r"(?:(?!\[person)[^;.]){0,60}?,? (?:in the presence of (?:the )?<visitors:persons>"
    r"|with (?:the )?(?P<guests><person>) (?:attending|present|in attendance|presiding)\b)"
)
_INVITED = Pattern(
    r"\binvited (?:the |his |her )?<visitors:person> to (?:visit|make [^;.]{0,30}?visit to|come to|pay [^;.]{0,30}?"
    r"visit to) (?:the )?<to:state|place>[^;.]{0,60}?,? (?P<verb>which (?:he|she) did|and (?:he|she) did so|"
    r"(?:an|the|this|which) invitation (?:was accepted|(?:he|she) accepted)|which (?:he|she) accepted|who did so)"
)
_OF_THE_DEAD = Pattern(
    r"<host:person>(?:['’]s)? (?:(?:had )?(?:died|passed away)|was (?:assassinated|killed|murdered)|death"
    r"|assassination)\b[^;.]{0,80}?(?P<verb>(?:attended|(?:went|travell?ed|came) (?:to|for)|(?:was|were) present at"
    r"|participated in|took part in)) (?:the|his|her) (?:state )?(?:funeral|burial|memorial service)\b"
)
_SENT_TO_THE_DEAD = Pattern(
    r"(?:<host:person>(?:['’]s)? (?:(?:had )?(?:died|passed away)|was (?:assassinated|killed|murdered)|death"
    r"|assassination)\b|(?:death|assassination) of (?:the )?<dead:person>)[^;.]{0,140}?"
    r"(?P<verb>(?:sent|dispatched|despatched)) (?:an? |its |their |the )?(?:[a-z-]+ ){0,3}?<visitors:persons>"
    r" (?:to attend |to |for )(?:the|his|her) (?:state )?(?:funeral|burial|memorial service)\b"
)
_HELD = re.compile(rf"\b(?:{_CEREMONY}|opened|inaugurated|unveiled|dedicated|commissioned|launched)\b")


def guests_told(statement: Statement) -> Iterator[Trip]:
    """The trips of guests that the shapes below tell; of an embassy, only of those who came to its opening."""
    for told in (at_embassies,) if "embassy" in statement.low else (represented, present_at, invited, mourners):
        yield from told(statement)


def represented(statement: Statement) -> Iterator[Trip]:
    """The trips of those by whom a state or its head was represented at a ceremony of the other side."""
    for match in _REPRESENTED.find(statement):
        own = side_of(match.mention("sender"), statement.context)
        guests = [
            one for one in match.mentions("visitors")
            if not is_foreign(one, statement.context) and not is_resident_envoy(one)
        ]  # fmt: skip
        to = _where(statement, match, facing(own, statement.context.pair))
        if own and to is not None:
            yield from _trips(statement, match, guests, to)


def present_at(statement: Statement) -> Iterator[Trip]:
    """The trips of those in whose presence something of the other side was opened."""
    for match in _PRESENCE.find(statement):
        for guest in match.mentions("visitors"):
            to = _where(statement, match, facing(side_of(guest, statement.context), statement.context.pair))
            if is_certain(guest, statement) and to is not None:
                yield from _trips(statement, match, [guest], to)


def at_embassies(statement: Statement) -> Iterator[Trip]:
    """The trips of those in whose presence their state's embassy was opened in the other state."""
    for match in _EMBASSY.find(statement):
        guests = [one for one in match.mentions("visitors") or match.mentions("guests") if is_certain(one, statement)]
        to = match.mention("to")
        if to is not None and side_of(to, statement.context):
            yield from _trips(statement, match, guests, to)


def invited(statement: Statement) -> Iterator[Trip]:
    """The trips of those who followed an invitation, as the sentence says itself."""
    for match in _INVITED.find(statement):
        if "accept" not in (match.words("verb") or "") or "visited" in statement.low:
            yield from on_dates(statement, match.mentions("visitors"), match.mention("to"), _behind(match), match)


def mourners(statement: Statement) -> Iterator[Trip]:
    """The trips of those who attended, or were sent to, the funeral of somebody whose death the sentence tells."""
    for match in (*_OF_THE_DEAD.find(statement), *_SENT_TO_THE_DEAD.find(statement)):
        host, at = match.mention("host") or match.mention("dead"), match.verb[0]
        guests = [one for one in match.mentions("visitors") or subjects(statement, at) if one is not host]
        if host is not None and side_of(host, statement.context):
            yield from _trips(statement, match, guests, host)


def _trips(statement: Statement, match: Match, guests: Sequence[Mention], to: Mention | None) -> Iterator[Trip]:
    at = match.verb
    if happened(statement, *at):
        yield from on_dates(statement, guests, to, trip_dates(statement, at[0]), match)


def _behind(match: Match) -> list[Mention | None]:
    """The date behind a match, if it follows right there."""
    date = match.statement.after(match.end, "date")
    return [date if date is not None and date.start - match.end < 20 else None]


def _where(statement: Statement, match: Match, wanted: str | None) -> Mention | None:
    """The first mention about the ceremony that is of the wanted side: a place before a state or a person.

    None where a place of another state is named: "at the funeral in Paris"; of talks only a place is read.
    """
    spoken = match.mentions("visitors")
    told = (one for one in (*statement.mentions, *statement.inner) if one.start < match.end)
    about = [one for one in told if not _within(one, spoken)]
    places = [one for one in about if one.kind == "place"]
    if wanted is None or any(side_of(one, statement.context) != wanted for one in places):
        return None
    named = _HELD.search(statement.low) is not None
    hosts = [one for one in about if one.kind in ("state", "person")] if named else []
    return next((one for one in (*places, *hosts) if side_of(one, statement.context) == wanted), None)


def _within(mention: Mention, others: Sequence[Mention]) -> bool:
    return any(one.start <= mention.start and mention.end <= one.end for one in others)
