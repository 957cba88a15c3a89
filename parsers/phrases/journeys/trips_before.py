"""The trip that the paragraph told before, for what was done on it: "A visited Oslo in 2004 … She met B"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.phrases.journeys.journeys_told import going
from parsers.phrases.journeys.last_names import last_name, last_names
from parsers.phrases.journeys.trips import Trip

_ON_IT = re.compile(
    r"\b(?:during|on|throughout) (?:the|this|that|his|her|their) (?:[\w-]+ )?(?:visit|trip|stay|tour|journey)\b"
)
_HE = re.compile(r"\b(?:he|she)\b")
_FARTHEST = 3  # statements


def date_of_trip_before(statement: Statement) -> Mention | None:
    """The date of the trip told before on which a statement without a date tells something: of the same person, or of
    "he", right before; further on only where it says "during the visit".

    Null where trips of several people are told and none of them is named here, or the trip has no date.
    """
    before, told = statement.earlier, _ON_IT.search(statement.low) is not None
    for _ in range(_FARTHEST):
        if before is None:
            return None
        trips = going(before)
        if trips:
            return _of_same(trips, statement, told)
        if before.dates and not told:
            return None
        before = before.earlier
    return None


def _of_same(trips: Sequence[Trip], statement: Statement, told: bool) -> Mention | None:
    """The date of the last of these trips that one of those whom the statement names made; of the only traveller
    where it says "he" or "during the visit".
    """
    names = last_names(statement.of("person"))
    dates = [trip.date for trip in trips if trip.last_name in names]
    if not dates and (told or _HE.search(statement.low)) and len({trip.last_name for trip in trips}) == 1:
        dates = [trip.date for trip in trips]
    return dates[-1] if dates and len(set(dates)) == 1 else None


def is_guest(statement: Statement, person: Mention) -> bool:
    """Whether one of the statements right before tells a trip of the person, who is there still in a statement without
    a date of its own: "A came to Oslo in May … B called on A".
    """
    before = statement.earlier if not statement.dates else None
    for _ in range(_FARTHEST):
        if before is None:
            return False
        if any(trip.last_name == last_name(person) for trip in going(before)):
            return True
        before = before.earlier
    return False
