"""Lists and tables of visits: the people of an item or row with their dates, and the way they went."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from parsers.document.model import Cell
from parsers.language.bare_names import name_in
from parsers.language.directions import direction, direction_above
from parsers.language.mention import DateValue, Mention, PersonValue
from parsers.language.people import office_in
from parsers.language.reading import Statement

LISTED = re.compile(r"\bvisit|\btrips?\b|\bdelegations? (?:to|from)\b", re.I)
_ITEM_TO = re.compile(r"[^;()]{0,30}? (?:to|in) (?:the )?$")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?",
    re.I,
)
_COLUMNS = {
    "guest": ("guest", "visitor", "visitors", "name", "official", "officials", "dignitary", "leader", "delegation",
              "person", "who", "president", "minister"),
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
    """The destination that an item names itself, and sender and receiver of the words before the visitor or the lines
    above.
    """
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
    home: Statement | None = statement  # a cell that a rowspan repeats stands in an earlier row
    while home is not None and not home.start <= cell.start < home.end:
        home = home.context.previous
    people = [one for one in (home or statement).of("person") if cell.start <= one.start < cell.end]
    people = people or _unmarked(statement, cell.start, cell.end)
    office = column(statement, "office")
    if office is None or office is cell:
        return people
    offices = [part.strip() for part in statement.document.text[office.start : office.end].split(";")]
    offices = offices if len(offices) == len(people) else ["; ".join(offices)] * len(people)
    return [_with_office(one, words) for one, words in zip(people, offices, strict=True)]


def spots_of(statement: Statement) -> list[Mention]:
    """The places and states of a row outside its guest's cell: those of the column for places, where it has one."""
    place, guest = column(statement, "place"), column(statement, "guest")
    found = [one for one in (*statement.mentions, *statement.inner) if one.kind in ("place", "state")]
    if place is not None and place is not guest:
        return [one for one in found if place.start <= one.start < place.end]
    return [one for one in found if guest is None or not guest.start <= one.start < guest.end]


def row_date(statement: Statement) -> Mention | None:
    """The date of a row that tells most: a day or days before a month, a month before a year; the first of equals.

    A month alone in a cell goes with the year of another, which a rowspan may hold in an earlier row.
    """
    order = ("interval", "day", "month", "year")
    known = [date for date in statement.dates if isinstance(date.value, DateValue)]
    finest = min(known, key=lambda date: _place_in(order, getattr(date.value, "precision", "")), default=None)
    if finest is not None and _place_in(order, getattr(finest.value, "precision", "")) < order.index("year"):
        return finest
    return _month_of_year(statement) or finest or _year_above(statement)


def _month_of_year(statement: Statement) -> Mention | None:
    """The month that fills one cell of a row, in the year that fills another; null where either is missing."""
    year = next((date for date in map(_year_in, _cells(statement)) if date), None)
    for cell, words in ((cell, words) for cell, words in _cells(statement) if year is not None):
        number = _MONTHS.index(words.strip().lower()[:3]) + 1 if _MONTH.fullmatch(words.strip()) else 0
        if number and year is not None:
            first = dt.date(int(year), number, 1)
            last = dt.date(first.year + number // 12, number % 12 + 1, 1) - dt.timedelta(1)
            value = DateValue(f"{year}-{number:02}", first, last, "month", True)
            return Mention(cell.start, cell.end, words, value)
    return None


def _year_above(statement: Statement) -> Mention | None:
    """The year of a cell that a rowspan holds in an earlier row."""
    for cell, words in _cells(statement):
        if _year_in((cell, words)) and cell.start < statement.start:
            year = int(words.strip())
            value = DateValue(str(year), dt.date(year, 1, 1), dt.date(year, 12, 31), "year", True)
            return Mention(cell.start, cell.end, words, value)
    return None


def _cells(statement: Statement) -> list[tuple[Cell, str]]:
    """The cells of a row with their words, those that a rowspan repeats among them."""
    return [(cell, statement.document.text[cell.start : cell.end]) for cell in statement.block.cells]


def _year_in(cell: tuple[Cell, str]) -> str | None:
    """The year that fills a cell."""
    words = cell[1].strip()
    return words if re.fullmatch(r"(?:1[5-9]|20)\d\d", words) else None


def _place_in(order: tuple[str, ...], name: str) -> int:
    return order.index(name) if name in order else len(order)


def _with_office(person: Mention, words: str) -> Mention:
    """The person with the office of the row's own cell, unless the name's cell gives one."""
    value = person.value
    if not isinstance(value, PersonValue) or not words or person.text != value.name:
        return person
    named = office_in(words)
    held = PersonValue(
        value.name, words, named.rank if named else None, (named and named.iso3) or value.iso3, value.link
    )
    return Mention(person.start, person.end, person.text, held)
