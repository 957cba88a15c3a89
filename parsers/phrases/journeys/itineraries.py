"""Lists and tables of visits: the people of an item or row with their dates, and the way they went."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.document.model import Cell
from parsers.language.bare_names import name_in
from parsers.language.columns import cell_under, cells_headed, cells_of, home_of, mentions_in, words_in
from parsers.language.directions import direction, direction_above
from parsers.language.mention import DateValue, Mention, PersonValue
from parsers.language.office_words import is_plural
from parsers.language.people import office_in
from parsers.language.reading import Statement, named
from parsers.language.sides import facing, is_resident_envoy, side_of
from parsers.language.states import state_of

LISTED = re.compile(r"\bvisit|\btrips?\b|\bdelegations? (?:to|from)\b", re.I)
_ITEM_TO = re.compile(r"[^;()]{0,30}? (?:to|in) (?:the )?$")
_BEFORE_CITY = (" (", ", ", " – ", " — ", " - ")
_IN_BRACKET = re.compile(
    r" \((?=[^()]*(?:\b[A-Z]{3,}\b|[Ss]ummit|Assembly|[Cc]onference|[Ff]orum|[Mm]eeting|Dialogue|[Tt]alks))"
    r"(?:(?!\bin\b|\bat\b)[^()]){2,40}, "
)
"""What stands between a visitor and a city behind the event in one bracket: "(Arctic Forum, Bergen)"."""
_BESIDE = re.compile(r"(?:,| [–—-]|:)? \(?(?:in |on )?\|(?:,| [–—-])? \(?(?:in )?")
_PLACE_NAME = re.compile(r"[A-ZÀ-Þ][\w’'-]{2,}(?: (?:d[aeiou]l?s? )?[A-ZÀ-Þ][\w’'-]+){0,2}")
_NAME = r"(?:[^.,:;]|(?<=\b[A-Z])\.){3,40}"  # of a state, also in the form "U.S.A."
_WAY_ALONE = re.compile(rf"(?:from )?(?:the )?{_NAME} to (?:the )?{_NAME}[.:]?", re.I)
_OFFICIAL_AND_DATE = re.compile(r"(?:\[(?:date|person|place):\d+\]|[ ,:–—-]|(?<= )(?:and|&|the)(?= )|\([^()]*\))+\.?")
_OF_OTHERS = re.compile(
    r"\b(?:ambassadors?|envoys?|consuls?|missions?|trade|exports?|imports?|migra\w+|aid|flights?)\b", re.I
)
_HOST = re.compile(
    r"\b(?:inauguration|funeral|wedding|coronation|birthday|invitation|burial) (?:of|for|from) (?:the )?$"
    r"|\b(?:to meet|met|talks with|received by|hosted by|guest of|calls? (?:on|to)|for) (?:(?:the|his|her|late) )*$",
    re.I,
)
_IN_ROLE = re.compile(r" as (?:an? |the |his |her )?$")
_ENVOY_OF = re.compile(
    r"(?P<office>(?:Special |Presidential |Personal )*(?:Envoy|Emissary|Representative) (?:of|to) the (?:Vice )?"
    r"(?:President|Prime Minister|King)),? (?P<name>[A-ZÀ-Þ][\w.'’-]+(?: [A-ZÀ-Þ][\w.'’-]+){1,3})"
)
_LEADS_TO = re.compile(r"(?: (?:in|to|at)(?: the)? |, | [–—-] )$")
"""What stands between a name and the destination behind it."""
_LEADS_TO_DATE = re.compile(r" (?:in|on|from|during)(?: early| late| mid)? $")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = re.compile(
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t|tember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?",
    re.I,
)
_COLUMNS = {
    "guest": ("guest", "visitor", "visitors", "name", "official", "officials", "dignitary", "leader", "leaders",
              "delegation", "person", "who", "head", "monarch", "dignitaries", "president", "minister"),
    "office": ("office", "position", "title", "rank", "function", "post", "role"),
    "place": ("place", "destination", "city", "venue", "location", "locations", "to", "where", "visited"),
}  # fmt: skip
_HOME = re.compile(r"\b(?:from|sender|origin|country|state|nation|nationality)\b", re.I)
_ABROAD = re.compile(r"\b(?:visited|host|to|destination|date|dates|state visit)\b", re.I)
Ways = tuple[str | None, str | None]
"""Codes of sender and receiver."""


TALKS_BETWEEN = re.compile(r"(?:[a-z-]+ ){0,2}(?:talks|meetings?|consultations|negotiations|summit) between\b")
"""An item that tells of a meeting, not of a trip."""


def is_under_visits(statement: Statement) -> bool:
    """Whether the head line of an item or row, or a heading above it, tells of visits."""
    lines = (*statement.context.path, getattr(statement.context.head, "text", "") or "")
    return any(map(LISTED.search, lines))


def column_heads(statement: Statement) -> str:
    """The heads of a row's columns, in lower case; empty where it is no row."""
    return " ".join(cell.head.lower() for cell in statement.block.cells)


def is_on_the_way(statement: Statement) -> bool:
    """Whether an item holds nothing but an official and a date, and its head line only the way: "From Kenya to Norway".

    Not where a line above tells of envoys, of goods or of people who move, and not for terms of years.
    """
    lines = (*statement.context.path, head) if (head := getattr(statement.context.head, "text", "")) else ()
    if not lines or not _WAY_ALONE.fullmatch(head) or not all(direction(head, statement.context.pair)):
        return False
    people = [one.value for one in statement.of("person") if isinstance(one.value, PersonValue)]
    official = bool(people) and all(one.office for one in people) and _OFFICIAL_AND_DATE.fullmatch(statement.skeleton)
    dated = statement.dates and not any(_is_term(one) for one in statement.dates)
    return bool(official and dated) and not any(map(_OF_OTHERS.search, lines))


def _is_term(date: Mention) -> bool:
    """Whether a date is a stretch of years, as of an office, and not of days: "2000–2006", but not "3–5 May 2006"."""
    edtf = getattr(date.value, "edtf", "")
    return getattr(date.value, "precision", "") == "interval" and len(edtf) <= len("2000/2006")


def listed_people(statement: Statement) -> Iterator[tuple[Mention, list[Mention]]]:
    """The people of an item, each with the dates that stand behind it before the next one, else those of the item;
    not consuls and ambassadors who are not named, of whom it is told where they sit, nor as what one came.
    """
    people = statement.of("person") or _unmarked(statement, statement.start, statement.end)
    text = statement.document.text
    people = [one for one in people if not _HOST.search(text, statement.start, one.start)]
    named_too = any(map(named, people))
    people = [one for one in people if not (named_too and _is_company(one))]
    roles = [one for one in people if is_resident_envoy(one) or _IN_ROLE.search(text, statement.start, one.start)]
    people = [_envoy(one) for one in people if named(one) or one not in roles]
    for number, visitor in enumerate(people):
        limit = people[number + 1].start if number + 1 < len(people) else statement.end
        dates = [date for date in statement.dates if visitor.end <= date.start < limit]
        yield visitor, dates or statement.dates


def _is_company(person: Mention) -> bool:
    """Whether it is a delegation or several people without a name: "with five MPs"."""
    value = person.value
    return isinstance(value, PersonValue) and (value.group or (not value.name and is_plural(value.office)))


def _envoy(person: Mention) -> Mention:
    """The envoy of a list by his own name, which stands behind that of his lord's office: "Special Envoy of the
    President Lee Jun".
    """
    told = _ENVOY_OF.fullmatch(person.text) if not named(person) else None
    if told is None or not isinstance(person.value, PersonValue):
        return person
    return replace(person, value=replace(person.value, name=told["name"], office=told["office"]))


def _unmarked(statement: Statement, start: int, end: int) -> list[Mention]:
    """A name that stands alone between two offsets, beside dates and a destination at most, as a person."""
    beside = sorted(_spans_beside(statement, start, end))
    edges = [start, *(edge for span in beside for edge in span), end]
    others = statement.of("state", "place", "body")
    for first, last in zip(edges[::2], edges[1::2], strict=True):
        found = name_in(statement.document.text, first, last, [*others])
        if found is not None:
            return [found]
    return []


def _spans_beside(statement: Statement, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of dates and destinations between two offsets, each with the words that lead to it."""
    text = statement.document.text
    for one in statement.of("date", "state", "place"):
        if not start <= one.start < end:
            continue
        lead = (_LEADS_TO_DATE if one.kind == "date" else _LEADS_TO).search(text, start, one.start)
        if lead is not None or one.kind == "date":
            yield (lead.start() if lead is not None else one.start), one.end


def listed_route(statement: Statement, visitor: Mention) -> tuple[Mention | None, tuple[str | None, str | None]]:
    """The destination that an item names itself, and sender and receiver of the words before the visitor or the lines
    above.
    """
    after = statement.after(visitor.end, "state", "place")
    between = statement.document.text[visitor.end : after.start] if after is not None else ""
    bracketed = _IN_BRACKET.fullmatch(between) is not None and side_of(after, statement.context) is not None
    beside = after is not None and after.kind == "place" and (between in _BEFORE_CITY or bracketed)
    to = after if beside or _ITEM_TO.match(between) else None
    codes = direction(statement.document.text[statement.start : visitor.start], statement.context.pair)
    codes = codes if all(codes) else direction_above(statement)
    target = codes[1] or facing(codes[0], statement.context.pair)
    return to or _city_beside_date(statement, visitor, target), codes


def _city_beside_date(statement: Statement, visitor: Mention, target: str | None) -> Mention | None:
    """The city of the state that an item's way leads to, where it stands behind the only date, which follows the
    visitor, or opens the item: "A, May 2004, Oslo", "Oslo, May 2004: A".
    """
    for city in statement.of("place") if target and len(statement.dates) == 1 else ():
        day = statement.before(city.start, "date") if city.start > visitor.end else statement.after(city.end, "date")
        behind = day is not None and visitor.end <= day.start and _BESIDE.fullmatch(
            f"{statement.document.text[visitor.end : day.start]}|{statement.document.text[day.end : city.start]}"
        )
        opens = day is not None and city.start == statement.start and day.end <= visitor.start
        if (behind or opens) and side_of(city, statement.context) == target:
            return city
    return None


def guests_of(statement: Statement) -> Iterator[tuple[Mention, Ways]]:
    """The visitors of a row, each with sender and receiver as far as head or flag of the cell and the row's column of
    states tell them.

    The cells are those under heads such as "Visitor", or one each for both ways ("Visits to Kenya").
    """
    pair = statement.context.pair
    ways = [(cell, direction(cell.head, pair)) for cell in cells_headed(statement, LISTED)]
    guests = [(cell, codes) for cell, codes in ways if any(codes)]
    guest = cell_under(statement, _COLUMNS["guest"])
    if not guests and guest is not None:
        guests = [(guest, (state_of(guest.flag) or _sender(statement), None))]
    for cell, codes in guests:
        yield from ((one, codes) for one in _people_in(statement, cell))


def named_in(statement: Statement, cell: Cell) -> list[Mention]:
    """The people of a cell, or the name that stands alone in it."""
    return mentions_in(statement, cell, "person") or _unmarked(home_of(statement, cell), cell.start, cell.end)


def _people_in(statement: Statement, cell: Cell) -> list[Mention]:
    """The people of a cell, with the office of another cell where they have none."""
    people = named_in(statement, cell)
    office = cell_under(statement, _COLUMNS["office"])
    if office is None or office is cell:
        return people
    offices = [part.strip() for part in words_in(statement, office).split(";")]
    offices = offices if len(offices) == len(people) else ["; ".join(offices)] * len(people)
    return [_with_office(one, words) for one, words in zip(people, offices, strict=True)]


def _sender(statement: Statement) -> str | None:
    """The state of a row's column "Country" or "From", whence the guest came, unless the head means the other one."""
    for cell in cells_headed(statement, _HOME):
        if not _ABROAD.search(cell.head):
            return next((side_of(one, statement.context) for one in mentions_in(statement, cell, "state")), None)
    return None


def spots_of(statement: Statement) -> list[Mention]:
    """The places and states of a row outside its guest's cell: those of the column for places, where it has one."""
    place, guest = cell_under(statement, _COLUMNS["place"]), cell_under(statement, _COLUMNS["guest"])
    if place is not None and place is not guest:
        return mentions_in(statement, place, "place", "state")
    senders = list(cells_headed(statement, _HOME))
    found = [one for one in (*statement.mentions, *statement.inner) if one.kind in ("place", "state")]
    apart = [cell for cell in (guest, *senders) if cell is not None]
    return [one for one in found if not any(cell.start <= one.start < cell.end for cell in apart)]


def city_named(statement: Statement) -> str | None:
    """The first place that a row's cell for places names, where no list knows it: "Vikersund"."""
    cell = cell_under(statement, _COLUMNS["place"])
    if cell is None or mentions_in(statement, cell, "place", "state", "person", "date", "body"):
        return None
    name = re.split(r"[;,(]", words_in(statement, cell))[0].strip()
    return name if _PLACE_NAME.fullmatch(name) else None


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
    year = next((date for date in map(_year_in, cells_of(statement)) if date), None)
    for cell, words in ((cell, words) for cell, words in cells_of(statement) if year is not None):
        number = _MONTHS.index(words.strip().lower()[:3]) + 1 if _MONTH.fullmatch(words.strip()) else 0
        if number and year is not None:
            first = dt.date(int(year), number, 1)
            last = dt.date(first.year + number // 12, number % 12 + 1, 1) - dt.timedelta(1)
            value = DateValue(f"{year}-{number:02}", first, last, "month", True)
            return Mention(cell.start, cell.end, words, value)
    return None


def _year_above(statement: Statement) -> Mention | None:
    """The year of a cell that a rowspan holds in an earlier row."""
    for cell, words in cells_of(statement):
        if _year_in((cell, words)) and cell.start < statement.start:
            year = int(words.strip())
            value = DateValue(str(year), dt.date(year, 1, 1), dt.date(year, 12, 31), "year", True)
            return Mention(cell.start, cell.end, words, value)
    return None


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
