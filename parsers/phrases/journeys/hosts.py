"""Who received a visitor: the people of the other side who met, hosted or invited him."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.language.colouring import BEFORE_VERB
from parsers.language.columns import cell_under
from parsers.language.mention import Mention, PersonValue
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement, named
from parsers.language.sides import is_foreign, side_of
from parsers.phrases.journeys.itineraries import named_in

_HOST = Pattern(
    r"\b(?:(?<!to )(?:met|meets|saw)(?: with| [\w-]+ with)?|(?:was|were|been|being) (?:[\w-]+ )?(?:received|welcomed"
    r"|hosted|greeted)(?: (?:in|at) (?:the )?[^;.]{0,30}?)? by|(?:received|hosted|welcomed) by"
    r"|to (?:meet|see)(?: with)?"
    r"|met by|meeting(?: with)?|call(?:ed|ing)? (?:up)?on|conferred with|spoke with|guest of"
    r"|(?:held|holding|had|having|for) (?:[\w-]+ ){0,3}?(?:talks|meetings?|discussions|consultations) with"
    r"|an audience with|at the invitation of|invited by)"
    r"(?: (?:the|his|her|then|also|counterpart|both|its|king|late)){0,3} <hosts:persons>"
)
_RECEIVED = Pattern(
    rf"<hosts:persons>(?:,[^,;.]{{3,60}},)? {BEFORE_VERB}(?:received|welcomed|hosted|greeted)"
    r"(?: (?:the|his|her|then|visiting|counterpart)){0,4} <guest:person>"
)
_COLUMNS = ("host", "hosts", "met", "met with", "received")
_FARTHEST = 220


def hosts_of(
    statement: Statement, visitor: Mention, receiving: str, at: int, date: Mention | None = None
) -> tuple[str, ...] | None:
    """The named people of the receiving side who met, received or invited the visitor in the same sentence; those of
    a side that is not told where they hold an office.

    Null where several visitors are told of, beyond a semicolon, and behind the date of another trip.
    """
    names: list[str] = []
    for match in (*_behind(statement, visitor, at, date), *_before(statement, visitor)):
        names += [name for host in match.mentions("hosts") if (name := _host(statement, host, visitor, receiving))]
    return tuple(dict.fromkeys(names)) or None


def _behind(statement: Statement, visitor: Mention, at: int, date: Mention | None) -> Iterator[Match]:
    """What tells of hosts behind the visitor, with nobody else named between, nor a date behind the trip's own."""
    text = statement.document.text
    if date is not None and ";" in text[at : date.start]:
        at = date.start  # one verb tells of trips on several dates
    own = date.end if date is not None and visitor.end <= date.start < statement.end else statement.end
    for match in _HOST.find(statement):
        between = text[min(at, match.start) : max(at, match.start)]
        others = [one for one in statement.of("person") if visitor.end <= one.start and one.end <= match.start]
        later = any(own <= one.start < match.start for one in statement.dates)
        near = ";" not in between and visitor.end <= match.start <= at + _FARTHEST
        if near and not later and not any(map(named, others)):
            yield match


def _before(statement: Statement, visitor: Mention) -> Iterator[Match]:
    """What tells who received the visitor before he is named: "A received B"."""
    return (match for match in _RECEIVED.find(statement) if match.mention("guest") is visitor)


def _host(statement: Statement, host: Mention, visitor: Mention, receiving: str) -> str | None:
    """The name of one who may receive the visitor: of the side visited, or an official of a side that is not told."""
    name, side = named(host), side_of(host, statement.context)
    holds = isinstance(host.value, PersonValue) and host.value.office is not None
    unknown = side is None and holds and not is_foreign(host, statement.context)
    return name if name != named(visitor) and (side == receiving or unknown) else None


def hosts_in(statement: Statement, visitor: Mention) -> tuple[str, ...] | None:
    """The people of a row's cell for the host."""
    cell = cell_under(statement, _COLUMNS)
    people = named_in(statement, cell) if cell is not None else []
    return tuple(dict.fromkeys(name for one in people if (name := named(one)) and name != named(visitor))) or None
