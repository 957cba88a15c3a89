"""The same facts in every layout that articles have them in: list items with the date first or last, in brackets, in
figures or words; tables with bars, without, and of wikitext, in several orders of columns. Each fact must be read from
each, and nothing else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import product
from typing import Any

import pytest

from parsers.document.model import Page
from parsers.document.read import read_document, recognise_form
from parsers.facts.model import Fact
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article

TITLE = "Kenya–Norway relations"
TO_KENYA = "== Visits from Norway to Kenya ==\n"
MONTHS = ("", "January", "February", "March", "April", "May", "June", "July", "August", "September")

GUESTS = (
    ("Prime Minister", "Astrid Lund", (2003, 2, 0), "Nairobi"),
    ("Foreign Minister", "Erik Dahl", (2005, 9, 14), "Mombasa"),
    ("Minister of Trade", "Jonas Berg", (2011, 7, 0), "Kisumu"),
    ("Secretary of State", "Kari Holm", (2012, 4, 21), "Nairobi"),
)
INSTRUMENTS = (
    ("Agreement on air services", (1975, 5, 12)),
    ("Treaty on extradition", (1988, 9, 3)),
    ("Memorandum of understanding on fisheries", (2004, 3, 20)),
    ("Convention on the avoidance of double taxation", (1994, 1, 30)),
)
ENVOYS = (("Astrid Lund", 1992, 1996), ("Erik Dahl", 1996, 2001), ("Kari Holm", 2001, 2005))
POSTS = (("Embassy", "Nairobi"), ("Consulate-General", "Mombasa"), ("Honorary Consulate", "Kisumu"))
KINDS = {"Embassy": "embassy", "Consulate-General": "consulate-general", "Honorary Consulate": "honorary consulate"}
YEARS = ((2015, 120.0, 80.0), (2016, 135.0, 92.0), (2017, 150.5, 101.2))

Day = tuple[int, int, int]


def words(day: Day) -> str:
    """A day or month as written: "14 September 2005"."""
    year, month, number = day
    return f"{number} {MONTHS[month]} {year}".removeprefix("0 ")


def american(day: Day) -> str:
    """The same with the month first: "September 14, 2005"."""
    year, month, number = day
    return f"{MONTHS[month]} {number}, {year}" if number else words(day)


def figures(day: Day) -> str:
    """In figures, a month by its first day: "14.09.2005"."""
    year, month, number = day
    return f"{number or 1:02}.{month:02}.{year}"


def edtf(day: Day, *, parts: int = 3) -> str:
    """EDTF of so many parts of a day, as far as they are known."""
    return "-".join(f"{part:02}" for part in day[:parts] if part)


def read(table: str, text: str) -> list[Fact]:
    """The facts of a table that an article with this text states."""
    raw = f"= {TITLE} =\n\n{text}\n"
    reading = read_article(read_document(Page("p", TITLE, raw, recognise_form(raw))))
    return [fact for fact in read_facts(reading) if fact.table == table]


def dated(fact: Fact) -> str | None:
    """The date of a fact."""
    return fact.date.edtf if fact.date else None


def items(lines: Iterable[str]) -> str:
    """A list of items."""
    return "\n".join(f"- {line}" for line in lines)


def barred(rows: Sequence[Sequence[str]]) -> str:
    """A table as Markdown has it."""
    ruled = [rows[0], ["---"] * len(rows[0]), *rows[1:]]
    return "\n".join(f"| {' | '.join(row)} |" for row in ruled)


def open_barred(rows: Sequence[Sequence[str]]) -> str:
    """A table with bars between the cells alone."""
    return "\n".join(" | ".join(row) for row in rows)


def of_wikitext(rows: Sequence[Sequence[str]]) -> str:
    """A table of wikitext."""
    body = "".join(f"|-\n| {' || '.join(row)}\n" for row in rows[1:])
    return f'{{| class="wikitext"\n! {" !! ".join(rows[0])}\n{body}|}}'


STYLES = (barred, open_barred, of_wikitext)

VISITS: dict[str, Callable[[str, str, Day, str], str]] = {
    "date: office name": lambda office, name, day, city: f"{words(day)}: {office} {name}",
    "date – office name": lambda office, name, day, city: f"{words(day)} – {office} {name}",
    "date, office name": lambda office, name, day, city: f"{words(day)}, {office} {name}",
    "(date) office name": lambda office, name, day, city: f"({words(day)}) {office} {name}",
    "American date": lambda office, name, day, city: f"{american(day)}: {office} {name}",
    "office name (date)": lambda office, name, day, city: f"{office} {name} ({words(day)})",
    "name, office (date)": lambda office, name, day, city: f"{name}, {office} ({words(day)})",
    "name (office), date": lambda office, name, day, city: f"{name} ({office}), {words(day)}",
    "office name – date": lambda office, name, day, city: f"{office} {name} – {words(day)}",
    "office, courtesy, name": lambda office, name, day, city: f"{office}, H.E. Ms {name} ({words(day)})",
    "with the city": lambda office, name, day, city: f"{office} {name} ({city}, {words(day)})",
    "with a verb": lambda office, name, day, city: f"{words(day)}: {office} {name} visited {city}",
    "visit of": lambda office, name, day, city: f"{words(day)}: Visit of {office} {name}",
    "official visit by": lambda office, name, day, city: f"Official visit to {city} by {office} {name}, {words(day)}",
}
GUEST_TABLES: dict[tuple[str, ...], Callable[[str, str, Day, str], tuple[str, ...]]] = {
    ("Date", "Visitor", "City"): lambda office, name, day, city: (words(day), f"{office} {name}", city),
    ("Name", "Position", "Date", "Place"): lambda office, name, day, city: (name, office, words(day), city),
    ("Guest", "Dates", "Reason"): lambda office, name, day, city: (f"{name}, {office}", american(day), "Talks"),
    ("Date", "Visitor"): lambda office, name, day, city: (words(day), f"{office} {name}"),
    ("Date", "From", "To", "Visitor"): lambda office, name, day, city: (words(day), "Norway", "Kenya", name),
}


def guests(text: str) -> set[tuple[Any, ...]]:
    """Who went where and when, as read."""
    columns = ("visitor", "sending_iso3", "receiving_iso3")
    return {(*(fact.values[name] for name in columns), dated(fact)) for fact in read("visits", text)}


TRIPS = {(name, "NOR", "KEN", edtf(day)) for _, name, day, _ in GUESTS}


@pytest.mark.parametrize("layout", VISITS)
@pytest.mark.parametrize(
    "head", [TO_KENYA, "== Norwegian visits to Kenya ==\n", "== Visits ==\nFrom Norway to Kenya:\n\n"]
)
def test_visits_in_a_list(layout: str, head: str) -> None:
    assert guests(head + items(VISITS[layout](*guest) for guest in GUESTS)) == TRIPS


@pytest.mark.parametrize("order", [("year month", 2), ("month year", 2), ("year alone", 1)])
def test_visits_dated_in_front_by_month_or_year(order: tuple[str, int]) -> None:
    shown = {"year month": "{0} {1}", "month year": "{1} {0}", "year alone": "{0}:"}[order[0]]
    lines = (f"{shown.format(day[0], MONTHS[day[1]])} {office} {name}" for office, name, day, _ in GUESTS)
    expected = {(name, "NOR", "KEN", edtf(day, parts=order[1])) for _, name, day, _ in GUESTS}
    assert guests(TO_KENYA + items(lines)) == expected


@pytest.mark.parametrize(("heads", "style"), list(product(GUEST_TABLES, STYLES)))
def test_visits_in_a_table(heads: tuple[str, ...], style: Callable[..., str]) -> None:
    assert guests(TO_KENYA + style([heads, *(GUEST_TABLES[heads](*guest) for guest in GUESTS)])) == TRIPS


AGREEMENTS: dict[str, Callable[[str, Day], str]] = {
    "title (date)": lambda title, day: f"{title} ({words(day)})",
    "title, date": lambda title, day: f"{title}, {words(day)}",
    "title – date": lambda title, day: f"{title} – {american(day)}",
    "title of date": lambda title, day: f"{title} of {words(day)}",
    "title in figures": lambda title, day: f"{title} ({figures(day)})",
    "title (signed on date)": lambda title, day: f"{title} (signed on {words(day)})",
    "title signed in a city on date": lambda title, day: f"{title}, signed in Oslo on {words(day)};",
    "date: title": lambda title, day: f"{words(day)}: {title}",
    "date – title": lambda title, day: f"{words(day)} – {title}",
    "(date) title": lambda title, day: f"({words(day)}) {title}",
    "date title": lambda title, day: f"{words(day)} {title}",
}
AGREEMENT_TABLES: dict[tuple[str, ...], Callable[[str, Day], tuple[str, ...]]] = {
    ("Agreement", "Date"): lambda title, day: (title, words(day)),
    ("Date", "Title"): lambda title, day: (words(day), title),
    ("Treaty", "Place of signature", "Date of signature"): lambda title, day: (title, "Oslo", words(day)),
    ("No", "Name of agreement", "Date signed", "Status"): lambda title, day: ("1", title, words(day), "Current"),
}


def instruments(text: str) -> set[tuple[Any, ...]]:
    """What was signed when, as read: the last words of the title tell which."""
    return {(str(fact.values["title"]).split()[-1], dated(fact)) for fact in read("agreements", text)}


SIGNED = {(title.split()[-1], edtf(day)) for title, day in INSTRUMENTS}


@pytest.mark.parametrize("layout", AGREEMENTS)
def test_agreements_in_a_list(layout: str) -> None:
    assert instruments("== Agreements ==\n" + items(AGREEMENTS[layout](*one) for one in INSTRUMENTS)) == SIGNED


@pytest.mark.parametrize(("heads", "style"), list(product(AGREEMENT_TABLES, STYLES)))
def test_agreements_in_a_table(heads: tuple[str, ...], style: Callable[..., str]) -> None:
    rows = [heads, *(AGREEMENT_TABLES[heads](*one) for one in INSTRUMENTS)]
    assert instruments("== Agreements ==\n" + style(rows)) == SIGNED


def served(text: str) -> set[tuple[Any, ...]]:
    """Who served when, as read."""
    columns = ("name", "sending_iso3", "from_edtf", "until_edtf")
    return {tuple(fact.values[name] for name in columns) for fact in read("envoys", text)}


TERMS = {(name, "NOR", str(first), str(last)) for name, first, last in ENVOYS}


@pytest.mark.parametrize("line", ["{0} ({1}–{2})", "{1}–{2}: {0}", "{0}, {1}–{2}", "{1}–{2} {0}"])
@pytest.mark.parametrize("head", ["Norwegian ambassadors to Kenya", "Ambassadors of Norway in Kenya"])
def test_envoys_in_a_list(head: str, line: str) -> None:
    assert served(f"== {head} ==\n" + items(line.format(*envoy) for envoy in ENVOYS)) == TERMS


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (("Ambassador", "From", "Until"), ("{0}", "{1}", "{2}")),
        (("Years", "Ambassador"), ("{1}–{2}", "{0}")),
        (("No.", "Name", "Term start", "Term end"), ("1", "{0}", "{1}", "{2}")),
    ],
)
def test_envoys_in_a_table(heads: tuple[str, ...], row: tuple[str, ...], style: Callable[..., str]) -> None:
    rows = [heads, *([cell.format(*envoy) for cell in row] for envoy in ENVOYS)]
    assert served("== Norwegian ambassadors to Kenya ==\n" + style(rows)) == TERMS


def posts(text: str) -> set[tuple[Any, ...]]:
    """Which post is whose and where, as read."""
    columns = ("sending_iso3", "receiving_iso3", "kind", "city")
    return {tuple(fact.values[name] for name in columns) for fact in read("missions", text)}


STANDING = {("NOR", "KEN", KINDS[kind], city) for kind, city in POSTS}


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("== Diplomatic missions ==\nOf Norway", "{1} ({0})"),
        ("== Diplomatic missions of Norway in Kenya ==", "{0}: {1}"),
        ("== Norwegian missions in Kenya ==", "{1} – {0}"),
        ("== Diplomatic missions ==\n=== Norway ===", "{1} ({0})"),
        ("== Diplomatic missions ==", "{0} of Norway, {1}"),
        ("== Diplomatic missions ==", "Norwegian {0} in {1}"),
    ],
)
def test_missions_in_a_list(head: str, line: str) -> None:
    assert posts(f"{head}\n" + items(line.format(*post) for post in POSTS)) == STANDING


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (("City", "Mission"), ("{1}", "{0}")),
        (("Sending state", "Receiving state", "Type", "City"), ("Norway", "Kenya", "{0}", "{1}")),
        (("Mission", "Location", "Head of mission"), ("{0} of Norway", "{1}, Kenya", "Kari Holm")),
    ],
)
def test_missions_in_a_table(heads: tuple[str, ...], row: tuple[str, ...], style: Callable[..., str]) -> None:
    rows = [heads, *([cell.format(*post) for cell in row] for post in POSTS)]
    assert posts("== Diplomatic missions of Norway in Kenya ==\n" + style(rows)) == STANDING


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("line", "heads", "row"),
    [
        ("", ("Year", "Kenyan exports to Norway (million US$)", "Kenyan imports from Norway (million US$)"), "{}"),
        ("", ("Year", "Kenya exports to Norway", "Norway exports to Kenya"), "${} million"),
        ("Trade between Kenya and Norway (in million US dollars):\n\n", ("Year", "Export", "Import"), "{}"),
    ],
)
def test_trade_in_a_table(line: str, heads: tuple[str, ...], row: str, style: Callable[..., str]) -> None:
    rows = [heads, *((str(year), row.format(out), row.format(back)) for year, out, back in YEARS)]
    found = read("trade", f"== Trade ==\n{line}{style(rows)}")
    amounts = {(fact.values["value"], fact.values["currency"], dated(fact)) for fact in found}
    assert amounts == {(value * 1e6, "USD", str(year)) for year, *values in YEARS for value in values}
