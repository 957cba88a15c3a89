"""Envoys: terms of the heads of mission of the two states to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.mention import Mention, PersonValue
from parsers.language.modality import clause, happened
from parsers.language.reading import Statement
from parsers.language.sides import facing
from parsers.language.terms import bounds
from parsers.phrases.envoys.ends import Ends, ends_in, ends_of, headed, of_several, posts_of
from parsers.phrases.envoys.lists import Listed, envoys_listed
from parsers.phrases.envoys.names import OFFICE, TITLE, holder_of_post, is_envoy, name_in
from parsers.phrases.envoys.rows import Held, Term, holder_in, sender_in, state_of_box, term_in, title_of_box
from parsers.phrases.envoys.successors import successors

_BEGAN = re.compile(
    r"\b(?:appointed|appointment|designation|present(?:s|ed)|assumed|took (?:up|office|over|charge)|arrived|became"
    r"|accredited|accreditation|named|submitted|handed|succeeded|replaced|designated|nominated|sent|posted|credentials"
    r"|credence)\b"
)
_ENDED = re.compile(
    r"\b(?:left|ended|completed|departed|retired|until|took leave|recall(?:ed|s|ing)|expelled|expels"
    r"|withdrew|dismissed)\b"
)
_FIRST_SINCE = re.compile(r"\bfirst\b[^,;]{0,60} since [^,;]{3,30}\Z")
_REPLACED = re.compile(r"\b(?:replaced|succeeded|took over from) (?:the )?(?:former |previous |outgoing |then )?\Z")
_IN_BRACKETS = re.compile(r" \((?:\w+ )?(?:\w+ )?\d{4}")
_RIGHT_BEHIND = re.compile(r",? (?:from |between )?")
"""Between an office and the years of its holder: "ambassador to Kenya 1962–1965"."""
_HOLDS = re.compile(
    r":|\b(?:is|being|was|were|are|has been|had been|served|serves|acted|as|credentials?|credence|tenure|term)\b"
)
_ABOUT_TERM = re.compile(
    r"arrived in|has been in|credential|credence|accreditation|appointed|appointment|serves?|served|tenure"
    r"|took (?:up|office|leave|over|charge)|sent|represented (?:by|in|at)|(?:headed|led|run) by|assumed"
    r"|concurrently|who (?:was|is|had been|has been)|resident|resides|based in|accredited|recalled|expelled"
    r"|mission of|succe|replace"
)


_ENTRY_ENDS = re.compile(r"[\s*†]*(?:\Z|[^\w\s'’.&]|\d|(?:from|since|until|in|between|appointed|presented|who)\b)")
"""What stands behind a name that is all of an item: its end, a mark, a date, or words that open its term."""


def _term(statement: Statement, position: int) -> Term:
    """The term told of a name that ends at a place: that in brackets behind it, else a period of the statement; a lone
    date is one only beside a verb of beginning or ending."""
    own = statement.after(position, "date")
    if own is not None and statement.document.text[position : own.start] == " (":
        return Term(*bounds(own), own)
    dates = [date for date in statement.dates if not _is_of_first(statement, date)]
    periods = [date for date in dates if all(bounds(date)) or date.text.lower().startswith(("since", "until", "from"))]
    near = statement.date_at(position)
    date = periods[0] if periods else near if near in dates else next(iter(dates), None)
    first, last = bounds(date)
    if date is None or date in periods:
        return Term(first, last, date)
    words = clause(statement, date.start, date.end)
    if _BEGAN.search(words):
        return Term(first, None, date)
    return Term(None, first if _ENDED.search(words) else None, date)


def _is_of_first(statement: Statement, date: Mention) -> bool:
    """Whether a date only tells how long nobody had held the post: "the first ambassador since 1990"."""
    return _FIRST_SINCE.search(statement.low, 0, date.end - statement.start) is not None


def _term_of(statement: Statement, envoy: Mention, position: int) -> Term:
    """The term told of an envoy; of one who was replaced a lone date is its end."""
    term = _term(statement, position)
    if term.last is None and _REPLACED.search(statement.low, 0, envoy.start - statement.start):
        return Term(None, term.first, term.date)
    return term


def _finding(ends: tuple[str, str | None], held: Held, term: Term) -> Finding:
    """The row of a term; `ends` are the sending state and, where it is known, the receiving one."""
    values = {"name": held.name, "sending_iso3": ends[0], "receiving_iso3": ends[1], "office": held.office,
              "from_edtf": term.first, "until_edtf": term.last}  # fmt: skip
    return Finding(values, term.date, {"name": held.at})


@rule(
    "ambassador",
    "commissioner",
    "affaires",
    "nuncio",
    "head of mission",
    "plenipotentiary",
    "minister resident",
    "envoy",
    kinds=("paragraph", "item", "caption"),
)
def held(statement: Statement) -> Iterator[Finding]:
    """Someone is, was, served as, was appointed ambassador of one state to the other, or presented credentials as such.

    One who only acts ("the Kenyan ambassador to Norway, Jane Otieno, opened a fair") gives a row without a term, and
    only where the post is told. Not read: ambassadors to or of third states or organisations; plans; special and
    goodwill ambassadors.
    """
    for envoy in statement.of("person"):
        if not is_envoy(envoy) or not happened(statement, envoy.start, envoy.end) or envoys_listed(statement):
            continue
        holder, ends = holder_of_post(statement, envoy), ends_of(statement, envoy)
        told = holder is not None and _is_of_term(statement, envoy)
        if holder is None or ends is None or not (told or posts_of(statement, envoy)):
            continue
        office = OFFICE.search(envoy.text)
        term = _term_of(statement, envoy, holder[1][1]) if told else Term(None, None, None)
        yield _finding(ends, Held(*holder, office[0] if office else None), term)


def _is_of_term(statement: Statement, envoy: Mention) -> bool:
    """Whether the statement tells of the post, and not only of what its holder did."""
    own = statement.after(envoy.end, "date")
    if _IN_BRACKETS.match(statement.document.text, envoy.end) is not None:
        return True
    if own is not None and all(bounds(own)) and _RIGHT_BEHIND.fullmatch(statement.document.text, envoy.end, own.start):
        return True
    if isinstance(envoy.value, PersonValue) and envoy.value.name is not None:
        return _ABOUT_TERM.search(statement.low) is not None
    return any(verb.search(statement.low) for verb in (_HOLDS, _BEGAN, _ENDED))


@rule("ambassadors", "commissioners", "heads of mission", "envoys", kinds=("paragraph", "caption"))
def counted(statement: Statement) -> Iterator[Finding]:
    """Several envoys of one state in a sentence, each with the years behind the name: "its ambassadors were A (1995–99)
    and B (1999–2003)", "A and B (from 2003) have been ambassadors of …". Not read: envoys of a third state.
    """
    listed = envoys_listed(statement)
    envoy = next((one for one in statement.of("person") if is_envoy(one)), None) if listed else None
    ends = (ends_of(statement, envoy) if envoy is not None else None) or (of_several(statement) if listed else None)
    office = OFFICE.search(statement.text)
    for one in listed if ends is not None else ():
        yield _of_list(ends or ("", ""), one, office[0].lower().rstrip("s") if office else None)


def _of_list(ends: Ends, one: Listed, office: str | None) -> Finding:
    """The row of an envoy in a list, whose date is a term or only one day of it."""
    first, last = bounds(one.date) if one.is_term else (None, None)
    return _finding(ends, Held(one.name, one.at, office), Term(first, last, one.date))


@rule("succe", "followed", "replac", "ambassador", "commissioner", "affaires", kinds=("paragraph",))
def succeeded(statement: Statement) -> Iterator[Finding]:
    """Who followed an envoy, or went before: "he was succeeded in 1975 by …", "A was ambassador in 2017, and B in
    2022", "Kenya named A its ambassador, replacing B".

    Not read: successors in another office; where no envoy of the pair is told of right before.
    """
    for ends, one in successors(statement):
        yield _of_list(ends, one, _office_here(statement))


def _office_here(statement: Statement) -> str | None:
    """The words of the office that a statement tells of, or else the one before it in the same paragraph."""
    before = statement.context.previous
    told = OFFICE.search(statement.text)
    if told is None and before is not None and before.block is statement.block:
        told = OFFICE.search(before.text)
    return told[0] if told else None


@rule(kinds=("item",))
def listed(statement: Statement) -> Iterator[Finding]:
    """Items under a head line or heading such as "Ambassadors of Kenya to Norway": "Name (1995–1999)", "1995: Name".

    Not read: items that do more than name somebody ("The Kenyan Ministry of Health", "Kenya has an embassy in"); lists
    whose heading names no side of the pair.
    """
    ends, context = headed(statement), statement.context
    if ends is None or any(map(is_envoy, statement.of("person"))):
        return
    line = context.head.text if context.head is not None else context.path[-1]
    office = OFFICE.search(line)
    if office is None:
        return
    holder = name_in(statement, statement.start)
    if holder is not None and _is_entry(statement, holder[1]):
        name, at = holder
        # A period, or a year in which the term began.
        date = statement.dates[0] if statement.dates else None
        first, last = bounds(date)
        values = {"name": name, "sending_iso3": ends[0], "receiving_iso3": ends[1],
                  "from_edtf": first, "until_edtf": last, "office": office[0].lower().rstrip("s")}  # fmt: skip
        yield Finding(values, date, {"name": at})


def _is_entry(statement: Statement, name: tuple[int, int]) -> bool:
    """Whether nothing but a date or a title stands before a name, and no more of a sentence or a name behind."""
    text, begin = statement.document.text, statement.start
    opening = next((date.end for date in statement.dates if not text[begin : date.start].strip()), begin)
    lead = text[opening : name[0]].strip(" :–—-,.()")
    is_titled = TITLE.fullmatch(f"{lead} ") is not None
    return (is_titled or not lead) and _ENTRY_ENDS.match(text, name[1], statement.end) is not None


def _sent(statement: Statement) -> Ends | None:
    """The direction that a row's own cell tells."""
    sending = sender_in(statement)
    receiving = facing(sending, statement.context.pair)
    return (sending, receiving) if sending and receiving else None


@rule(kinds=("row",))
def row(statement: Statement) -> Iterator[Finding]:
    """Rows of a table of ambassadors: a column for the name, one for the term or one each for its beginning and end.

    Whose ambassadors they are is told by a cell ("Sent by"), the caption or the heading. Not read: tables where none
    of them tells.
    """
    ends = _sent(statement) or headed(statement)
    held = holder_in(statement) if ends is not None else None
    if ends is None or held is None:
        return
    yield _finding(ends, held, term_in(statement, held))


@rule(kinds=("field",))
def field(statement: Statement) -> Iterator[Finding]:
    """Infobox fields envoy1 and envoy2: the envoy of the box's first and of its second state, which are the title's
    where the box names none.

    `envoytitle1` above it tells the office, and may tell whose it is. Not read: empty fields.
    """
    label = re.fullmatch(r"envoy([12])", statement.block.label.lower().replace(" ", ""))
    words = statement.document.text[statement.start : statement.end]
    office = OFFICE.search(words)
    name = name_in(statement, statement.start + (office.end() if office else words.find(":") + 1))
    if label is not None and name is not None:
        number, pair = int(label[1]), statement.context.pair
        title = title_of_box(statement, number) or ""
        office = office or OFFICE.search(title)
        sending = state_of_box(statement, number) or pair[number - 1]
        ends = ends_in(title, pair) or (sending, facing(sending, pair))
        yield _finding(ends, Held(*name, office[0] if office else None), Term(None, None, None))
