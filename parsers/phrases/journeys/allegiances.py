"""Allegiances: the side that a person serves by what the article tells elsewhere of the same name.

Told by a mention that says it ("the Kenyan minister A"), by a trip to the other side ("A visited Oslo"), and by the
lists and tables of visits in which A stands. Not told where these disagree, and of a last or a first name that people
of both sides share. Of use only where a sentence itself names neither the person's side nor a place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from parsers.language.mention import Mention, PersonValue
from parsers.language.office_words import is_plural
from parsers.language.reading import Statement, lies_in, named
from parsers.language.sides import facing, is_resident_envoy, is_side, present, side_of
from parsers.language.states import Pair
from parsers.phrases.journeys.itineraries import (
    LISTED,
    column_heads,
    guests_of,
    is_under_visits,
    listed_people,
    listed_route,
    spots_of,
)
from parsers.phrases.journeys.journeys import is_destination, subjects
from parsers.phrases.journeys.trip_dates import took_place
from parsers.phrases.journeys.verbs import WENT

_SUCCESSOR = re.compile(r"\b(?:[Hh]is|[Hh]er) (?:[a-z-]+ )*(?:successor|predecessor)(?: (?:but|in) [a-z ]+?)?,? $")
_Told = tuple[Mention, str | None]


def side_served(person: Mention, statement: Statement) -> str | None:
    """The side of a person: by the mention itself, else by what the article tells of the name; null if nothing does."""
    known = side_of(person, statement.context)
    name = named(person)
    if known or not name or lies_in(person, statement.context.pair) is not None:
        return known
    return _sides(statement).get(name)


def as_served(person: Mention, statement: Statement) -> Mention:
    """The person with the side that the article tells elsewhere, where the mention itself tells none."""
    value, side = person.value, side_served(person, statement)
    if side is None or not isinstance(value, PersonValue) or side_of(person, statement.context) is not None:
        return person
    return replace(person, value=replace(value, iso3=side))


def _sides(statement: Statement) -> dict[str, str]:
    """The side of each name, whole, first and last, as the article tells it; read once an article."""
    article = statement.context.article
    if not article:
        return {}
    kept = article[0].known
    if _sides not in kept:
        told = _codes_told(article, statement.context.pair)
        kept[_sides] = {form: codes.pop() for form, codes in told.items() if len(codes) == 1}
    found: dict[str, str] = kept[_sides]
    return found


def _codes_told(article: Sequence[Statement], pair: Pair) -> dict[str, set[str]]:
    """All sides that the statements of an article tell of each name, whole, first and last."""
    told: dict[str, set[str]] = {}
    for person, side in (one for each in article for one in _told_in(each)):
        name, code = named(person), present(side, pair) if side else None
        for form in {name, name.split(" ")[0], name.split(" ")[-1]} if name and code else ():
            told.setdefault(form, set()).add(str(code))
    return told


def _told_in(statement: Statement) -> Iterator[_Told]:
    """The people of whom a statement tells which side they serve."""
    yield from _told_by_words(statement)
    if not statement.of("person"):
        return
    listed = statement.block.kind in ("item", "row")
    yield from _told_by_list(statement) if listed else _told_by_trips(statement)


def _told_by_words(statement: Statement) -> Iterator[_Told]:
    """Those whose own words tell their side; those who are counted up "among the Kenyan ministers"; whose predecessor
    or successor was told of before.
    """
    people, context = statement.of("person"), statement.context
    first = people[0].value if people and statement.low.startswith(("of the ", "among the ")) else None
    if isinstance(first, PersonValue) and is_plural(first.office):
        yield from ((one, lies_in(people[0], context.pair)) for one in people[1:])
    for person in people:
        iso3 = lies_in(person, context.pair)
        if is_side(iso3, context.pair) and not is_resident_envoy(person):
            yield person, iso3
        elif context.person is not None and _is_successor(person, statement):
            yield person, lies_in(context.person, context.pair)


def _is_successor(person: Mention, statement: Statement) -> bool:
    """Whether a person is the successor or predecessor of one told of before: "his successor, A"."""
    return _SUCCESSOR.search(statement.document.text, statement.start, person.start) is not None


def _told_by_trips(statement: Statement) -> Iterator[_Told]:
    """Those of an unknown side who went to a place of one side: they are of the other."""
    pair = statement.context.pair
    for match in (one for one in WENT.find(statement) if is_destination(one)):
        if "return" in (match.words("verb") or "").lower():
            continue  # perhaps home
        at = match.verb
        home = facing(side_of(match.mention("to"), statement.context), pair)
        for person in subjects(statement, at[0]) if home and took_place(statement, *at, match.end) else ():
            if lies_in(person, pair) is None and not is_resident_envoy(person):
                yield person, home


def _told_by_list(statement: Statement) -> Iterator[_Told]:
    """The visitors of an item or row of visits, by the way that its head line, heading, columns or place tell."""
    pair = statement.context.pair
    if not is_under_visits(statement) and not LISTED.search(column_heads(statement)):
        return
    if statement.block.kind == "item":
        for person, _ in listed_people(statement):
            to, codes = listed_route(statement, person)
            yield person, codes[0] or facing(codes[1] or side_of(to, statement.context), pair)
    else:
        there = next((side for one in spots_of(statement) if (side := side_of(one, statement.context))), None)
        for person, codes in guests_of(statement):
            yield person, codes[0] or facing(codes[1] or there, pair)
