"""Accreditation of one side to the other from a seat in a third state, as verbs and envoys tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from parsers.language.mention import Mention, PersonValue
from parsers.language.modality import happened
from parsers.language.pattern import Match
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import facing, side_of
from parsers.phrases.posts.shapes import ACCREDITED, ACCREDITED_TOO, FROM_HERE, FROM_HOME, RESIDES, TARGET
from parsers.phrases.ties.relations import subjects_before

_ACCREDITED = re.compile(
    r"accredit(?:ed|s)\b|represented|non[- ]resident|concurrently|through its ambassador|responsible for|in charge of"
)


@dataclass(frozen=True, slots=True)
class Accreditation:
    """The codes of the sending and the receiving side and of the state that the seat lies in, and the seat."""

    sending: str
    receiving: str
    country: str
    seat: Mention


def accreditations(statement: Statement) -> list[Accreditation]:
    """Those that verbs tell of, where an accreditation names whom it is to; else those "represented from" a seat."""
    found = list(ACCREDITED.find(statement))
    found += ACCREDITED_TOO.find(statement) if found else []
    named = [match for match in found if side_of(match.mention("to"), statement.context)]
    told = [one for match in named if (one := _of_match(statement, match)) is not None]
    return told or [one for match in FROM_HERE.find(statement) if (one := _of_match(statement, match)) is not None]


def of_envoys(statement: Statement) -> Iterator[Accreditation]:
    """Those of the first envoy of each side who is said to be accredited, non-resident, or to reside in a third
    state."""
    told: set[str] = set()
    accredited = _ACCREDITED.search(statement.low)
    for envoy in statement.of("person"):
        if not isinstance(envoy.value, PersonValue) or envoy.value.rank != "envoy":
            continue
        if not accredited and not RESIDES.match(statement.low, envoy.end - statement.start):
            continue
        one = _from_afar(statement, envoy, _seat_of(statement, envoy))
        if one is not None and one.sending not in told and happened(statement, envoy.start, envoy.end):
            told.add(one.sending)
            yield one


def _of_match(statement: Statement, match: Match) -> Accreditation | None:
    """The accreditation that the named parts of a match tell."""
    return _from_afar(statement, match.mention("by"), match.mention("city"))


def _seat_of(statement: Statement, envoy: Mention) -> Mention | None:
    """The place told behind an envoy, unless it lies outside the third state that he is posted to; else that state."""
    place, posted = statement.after(envoy.end, "place"), _posted_to(statement, envoy)
    if place is None or posted is None:
        return place or posted
    pair = statement.context.pair
    return place if lies_in(place, pair) == lies_in(posted, pair) else posted


def _posted_to(statement: Statement, envoy: Mention) -> Mention | None:
    """The third state that an ambassador is posted to: "Kenya's ambassador to Sweden", "… in Sweden"."""
    behind = statement.after(envoy.end, "state")
    there = behind is not None and statement.document.text[envoy.end : behind.start] in (" in ", " in the ")
    states = (*statement.inside(envoy, "state"), *((behind,) if behind is not None and there else ()))
    return next((m for m in states if side_of(m, statement.context) is None), None)


def _from_afar(statement: Statement, sender: Mention | None, seat: Mention | None) -> Accreditation | None:
    """The accreditation of a sender from a seat in a third state."""
    subject = subjects_before(statement, sender.start)[-1:] if sender is not None else []
    target = TARGET.first(statement)
    side = side_of(sender, statement.context) or (side_of(subject[0], statement.context) if subject else None)
    if side is None and target is not None:
        side = facing(side_of(target.mention("to"), statement.context), statement.context.pair)
    receiving = facing(side, statement.context.pair)
    return seated(statement, side, receiving, seat) if side and receiving and seat is not None else None


def seated(statement: Statement, side: str, receiving: str, seat: Mention) -> Accreditation | None:
    """The accreditation of one side to the other from a seat in a third state, or at home where that is said."""
    country = lies_in(seat, statement.context.pair)
    if country == receiving and _AT_UN.search(statement.low, 0, seat.start - statement.start):
        return Accreditation(side, receiving, receiving, seat)
    if country in (None, receiving) or (country == side and not _sits_at_home(statement, seat)):
        return None
    return Accreditation(side, receiving, country, seat)


_AT_UN = re.compile(r"\b(?:from|through|via) (?:its|the|their) (?:permanent )?(?:mission|representation)"
                    r" to the (?:united nations|un) in (?:the )?$")  # fmt: skip


def _sits_at_home(statement: Statement, seat: Mention) -> bool:
    """Whether words right before a city of the sender say that its envoy sits there."""
    return FROM_HOME.search(statement.low, 0, seat.start - statement.start) is not None
