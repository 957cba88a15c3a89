"""First trips: "the first minister to visit Y was A", "Y was the first country that A visited", "A chose Y for his
first journey", "A was the first there since B in 1998", which tells of both.
"""

from __future__ import annotations

from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.phrases.journeys.earlier import earlier
from parsers.phrases.journeys.journeys import as_holder, travellers
from parsers.phrases.journeys.journeys_told import of_match, on_dates
from parsers.phrases.journeys.pronouns import he_means, he_who
from parsers.phrases.journeys.trip_dates import took_place, trip_dates
from parsers.phrases.journeys.trips import Trip
from parsers.phrases.journeys.verbs import CHOSEN, FIRST_THERE, FIRST_TO_GO, FIRST_WAS


def firsts(statement: Statement) -> Iterator[Trip]:
    """The trips that are told as the first, or the last, of their kind, and those told to have been before them."""
    for match in CHOSEN.find(statement):
        yield from of_match(statement, match, travellers(match) or he_who(statement, match))
    for match in FIRST_WAS.find(statement):
        yield from of_match(statement, match, match.mentions("visitors"))
    yield from _first_there(statement)
    yield from _first_lands(statement)
    yield from earlier(statement)


def _first_there(statement: Statement) -> Iterator[Trip]:
    """The trips to "the country" of who was the first or the last of an office, by which his side is known."""
    for match in FIRST_THERE.find(statement):
        visitor, office = match.mention("visitors"), match.mention("office")
        if visitor is not None and office is not None and took_place(statement, *match.verb, match.end):
            dates = trip_dates(statement, match.end)
            yield from on_dates(statement, [as_holder(visitor, office)], None, dates, match)


def _first_lands(statement: Statement) -> Iterator[Trip]:
    """The trips to what was the first country that somebody visited."""
    for match in FIRST_TO_GO.find(statement):
        visitor = match.mention("visitors") or he_means(statement, match)
        if visitor is not None and took_place(statement, match.start, match.end, match.end):
            dates = trip_dates(statement, match.start)
            yield from on_dates(statement, [visitor], match.mention("to"), dates, match)
