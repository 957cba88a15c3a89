"""Lists and tables of visits: the people of an item or row with their dates, and the way they went."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.document.model import Cell
from parsers.language.journeys import direction, direction_above
from parsers.language.mention import Mention, PersonValue
from parsers.language.people import name_in
from parsers.language.reading import Statement

LISTED = re.compile(r"\bvisit|\btrips?\b|\bdelegations? (?:to|from)\b", re.I)
_ITEM_TO = re.compile(r"[^;()]{0,30}? (?:to|in) (?:the )?$")
_COLUMNS = {
    "guest": ("guest", "visitor", "visitors", "name", "official", "officials", "dignitary", "leader", "delegation", "person", "who", "president", "minister"),
    "office": ("office", "position", "title", "rank", "function", "post", "role"),
    "place": ("place", "destination", "city", "venue", "location", "locations", "to", "where", "visited", "country"),
    "from": ("from", "sender", "origin"),
}  # fmt: skip


def listed_people(statement: Statement) -> Iterator[tuple[Mention, list[Mention]]]:
    """The people of an item, each with the dates that stand behind it before the next one, else those of the item."""
    people = statement.of("person") or _unmarked(statement, statement.start, statement.end)
    for number, visitor in enumerate(people):
        limit = people[number + 1].start if number + 1 < len(people) else statement.end
        dates = [date for date in statement.dates if visitor.end <= date.start < limit]
        yield visitor, dates or statement.dates


def _unmarked(statement: Statement, start: int, end: int) -> list[Mention]:
    """A name that stands alone between two offsets, beside dates at most, as a person."""
    dates = [(date.start, date.end) for date in statement.of("date") if start <= date.start < end]
    edges = [start, *(edge for span in dates for edge in span), end]
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        found = name_in(statement.document.text, first, last, [*statement.of("state", "place", "body")])
        if found is not None:
            return [found]
    return []


def listed_route(statement: Statement, visitor: Mention) -> tuple[Mention | None, tuple[str | None, str | None]]:
    """The destination that an item names itself, and sender and receiver of the words before the visitor or the lines above."""
    after = statement.after(visitor.end, "state", "place")
    to = after if after is not None and _ITEM_TO.match(statement.document.text[visitor.end : after.start]) else None
    codes = direction(statement.document.text[statement.start : visitor.start], statement.context.pair)
    return to, codes if all(codes) else direction_above(statement)


def column(statement: Statement, role: str) -> Cell | None:
    """The cell of a row whose column's head says that it holds the guest, the office, the place."""
    for name in _COLUMNS[role]:
        for cell in statement.block.cells:
            if name in re.findall(r"\w+", cell.head.lower()):
                return cell
    return None


def cell_people(statement: Statement) -> list[Mention]:
    """The visitors of a row: the people of the guest's cell, with the office of another cell where they have none."""
    cell = column(statement, "guest")
    if cell is None:
        return []
    people = [one for one in statement.of("person") if cell.start <= one.start < cell.end]
    people = people or _unmarked(statement, cell.start, cell.end)
    office = column(statement, "office")
    if office is None or office is cell:
        return people
    return [_with_office(one, statement.document.text[office.start : office.end].strip()) for one in people]


def _with_office(person: Mention, office: str) -> Mention:
    value = person.value
    if not isinstance(value, PersonValue) or value.office or not office:
        return person
    return Mention(person.start, person.end, person.text, PersonValue(value.name, office, value.rank, value.iso3, value.link))
