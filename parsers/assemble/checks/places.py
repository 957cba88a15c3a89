"""Nobody is in two states at once: trips of one person that are dated by the day and lie close to each other.

Works on released rows, as the trips may be told in different articles. A day on which one trip ends and the other
begins is no clash. Not tested: visitors without a `person_id`, dates longer than days, trips more than a month apart.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from parsers.assemble.checks.check import Check
from parsers.assemble.timing import FINE, by_day
from parsers.language.edtf import date_value

PLACED = "overlap"
"""The kind of these checks; no check of another sort has it."""

Visit = Mapping[str, object]
Days = tuple[dt.date, dt.date]
Trip = tuple[Days, Visit]


def places(visits: Iterable[Visit]) -> Iterator[tuple[str, Check]]:
    """The checks, each with the pair of states whose article it belongs to: that of the first of the two visits."""
    for trips in _by_person(visits):
        for (one_days, one), (other_days, other) in _close(trips):
            if one["receiving_iso3"] != other["receiving_iso3"]:
                yield str(one["relation_id"]), _check(one, other, _clash(one_days, other_days))


def _by_person(visits: Iterable[Visit]) -> Iterable[list[Trip]]:
    """The trips of each person that are dated by the day."""
    trips: dict[object, list[Trip]] = defaultdict(list)
    for row in visits:
        days = _days(row)
        if row["person_id"] and days:
            trips[row["person_id"]].append((days, row))
    return trips.values()


def _close(trips: Iterable[Trip]) -> Iterator[tuple[Trip, Trip]]:
    """Each two trips, the earlier first, of which the second begins within a month after the first."""
    ordered = sorted(trips, key=lambda trip: (trip[0], str(trip[1]["visit_id"])))
    for number, one in enumerate(ordered, start=1):
        for other in islice(ordered, number, None):
            if (other[0][0] - one[0][1]).days > FINE:
                break
            yield one, other


def _days(row: Visit) -> Days | None:
    date = date_value(str(row["date_edtf"])) if row["date_edtf"] else None
    return (date.start, date.end) if date and date.start and date.end and by_day(date) else None


def _clash(one: Days, other: Days) -> bool:
    """Whether the days overlap by more than the day of travel; the first trip is the earlier."""
    travel = one[1] == other[0] and one != other
    return other[0] <= one[1] and not travel


def _check(one: Visit, other: Visit, clash: bool) -> Check:
    ids = tuple(sorted((str(one["visit_id"]), str(other["visit_id"]))))
    name = one["visitor"] or one["office"] or "the visitor"
    stays = [f"{row['receiving_iso3']} in {row['date_edtf']}" for row in (one, other)]
    return Check(PLACED, "visits", ids, f"{name} is in one state at a time", " and ".join(stays), not clash)
