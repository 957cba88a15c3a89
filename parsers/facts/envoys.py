"""Envoys: terms of the heads of mission of the two states to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.envoy_names import NAME, OFFICE, TITLE, holder_of_post, is_envoy
from parsers.language.envoy_rows import holder_in, sender_in, state_of_box, term_in
from parsers.language.mention import Mention, PersonValue
from parsers.language.modality import happened
from parsers.language.reading import Statement
from parsers.language.sides import facing, side_of
from parsers.language.states import find_states
from parsers.language.terms import bounds

_BEGAN = re.compile(
    r"\b(?:appointed|appointment|present(?:s|ed)|assumed|took (?:up|office)|became|accredited|named|submitted|handed"
    r"|succeeded|replaced)\b"
)
_ENDED = re.compile(r"\b(?:left|ended|completed|departed|retired|until|took leave)\b")
_HOLDS = re.compile(r"\b(?:is|was|were|are|has been|had been|served|serves|acted|credentials?|credence|tenure|term)\b")
_ABOUT_TERM = re.compile(
    r"credential|credence|appointed|appointment|served|tenure|took (?:up|office|leave)|assumed|who (?:was|"
    r"is|had been|has been)"
    r"|represented in"
)
_LISTED = re.compile(rf"(?P<name>{NAME.pattern}),? \((?P<term>[^)]*\d{{4}}[^)]*)\)")
Ends = tuple[str, str]


def _ends(statement: Statement, envoy: Mention) -> Ends | None:
    """Sending and receiving state of an office: those in its words, of the place it is in, of whom credentials went to.

    Null where one of them is a third state, or where nothing tells.
    """
    context, text = statement.context, statement.document.text
    inside = statement.inside(envoy, "state", "place")
    posted = [m for m in inside if re.search(r"\b(?:to|in)(?: the)? $", text[envoy.start : m.start])]
    senders = [m for m in inside if m not in posted]
    after = statement.after(envoy.end, "place", "state")
    if after is not None and re.fullmatch(
        r" (?:residing |based )?(?:in|to|at)(?: the)? ", text[envoy.end : after.start]
    ):
        posted.append(after)
    if any(side_of(m, context) is None for m in (*posted, *senders)):
        return None
    if not posted and not senders:
        return _credentials(statement) or _told_before(statement)
    receiving = side_of(posted[0], context) if posted else facing(side_of(senders[0], context), context.pair)
    sending = side_of(senders[0], context) if senders else facing(receiving, context.pair)
    return (sending, receiving) if sending and receiving and sending != receiving else None


def _credentials(statement: Statement) -> Ends | None:
    """The direction that credentials tell: they are presented to the head of the receiving state."""
    taker = next(
        (
            m
            for m in statement.of("person")
            if re.search(r"\bto (?:the )?(?:then )?$", statement.low[: m.start - statement.start])
        ),
        None,
    )
    receiving = side_of(taker, statement.context) if taker is not None and "cred" in statement.low else None
    sending = facing(receiving, statement.context.pair)
    return (sending, receiving) if sending and receiving else None


def _told_before(statement: Statement) -> Ends | None:
    """The direction of the envoys in the sentence before, in the same paragraph, else of the head line or heading."""
    previous = statement.context.previous
    if previous is not None and previous.block is statement.block:
        for mention in previous.of("person"):
            if is_envoy(mention):
                return _ends(previous, mention)
    return _headed(statement)


def _headed(statement: Statement) -> Ends | None:
    """The direction that a list's head line, a table's caption or a heading gives: "Ambassadors of Kenya to Norway"."""
    context = statement.context
    lines = ([context.head.text] if context.head is not None else []) + list(reversed(context.path))
    for line in lines:
        found = [m for m in find_states(line, context.pair) if side_of(m, context)]
        if OFFICE.search(line) and found:
            first = side_of(found[0], context) or ""
            posted = re.search(r"\b(?:to|in)(?: the)? $", line[: found[0].start], re.I) is not None
            other = facing(first, context.pair) or ""
            return (other, first) if posted else (first, other)
    return None


def _term(statement: Statement, position: int) -> tuple[str | None, str | None, Mention | None]:
    """Beginning and end of a term, and their date; a lone date is one only beside a verb of beginning or ending."""
    periods = [
        date
        for date in statement.dates
        if all(bounds(date)) or "since" in date.text.lower() or "until" in date.text.lower()
    ]
    date = periods[0] if periods else statement.date_at(position)
    first, last = bounds(date)
    if date is not None and date not in periods:
        last = first if _ENDED.search(statement.low) and not _BEGAN.search(statement.low) else None
        first = first if _BEGAN.search(statement.low) else None
    return first, last, date


def _finding(statement: Statement, ends: Ends, name: str, at: tuple[int, int], office: str | None) -> Finding:
    first, last, date = _term(statement, at[1])
    values = {"name": name, "sending_iso3": ends[0], "receiving_iso3": ends[1], "office": office,
              "from_edtf": first, "until_edtf": last}  # fmt: skip
    return Finding(values, date, {"name": at})


@rule(
    "ambassador",
    "commissioner",
    "affaires",
    "nuncio",
    "head of mission",
    "plenipotentiary",
    kinds=("paragraph", "item", "caption"),
)
def held(statement: Statement) -> Iterator[Finding]:
    """Someone is, was, served as, was appointed ambassador of one state to the other, or presented credentials as such.

    Not read: ambassadors to or of third states; plans; an ambassador who only did something else ("the ambassador
    opened a fair"); special and goodwill ambassadors.
    """
    for envoy in statement.of("person"):
        if not is_envoy(envoy) or not happened(statement, envoy.start, envoy.end):
            continue
        holder, ends = holder_of_post(statement, envoy), _ends(statement, envoy)
        if _LISTED.search(statement.text) and re.search(r"ambassadors|commissioners", statement.low):
            continue
        if holder is None or ends is None or not (_HOLDS.search(statement.low) or _BEGAN.search(statement.low)):
            continue
        inside = isinstance(envoy.value, PersonValue) and envoy.value.name is not None
        if inside and not _ABOUT_TERM.search(statement.low):
            continue
        office = OFFICE.search(envoy.text)
        yield _finding(statement, ends, *holder, office[0] if office else None)


@rule("ambassadors", "commissioners", "heads of mission")
def counted(statement: Statement) -> Iterator[Finding]:
    """Several envoys of one state in a sentence, each with the years behind the name: "its ambassadors were A (1995–99)
    and B (1999–2003)". Not read: envoys of a third state.
    """
    envoy = next((one for one in statement.of("person") if is_envoy(one)), None)
    ends = _ends(statement, envoy) if envoy is not None else _headed(statement)
    office = OFFICE.search(statement.text)
    if ends is None or office is None or statement.block.kind == "item" or not office[0].lower().endswith("s"):
        return
    for found in _LISTED.finditer(statement.document.text, statement.start, statement.end):
        dates = [one for one in statement.of("date") if found.start("term") <= one.start < found.end("term")]
        first, last = bounds(dates[0]) if dates else (None, None)
        values = {"name": TITLE.sub("", found["name"]), "sending_iso3": ends[0], "receiving_iso3": ends[1],
                  "office": office[0].lower().rstrip("s"), "from_edtf": first, "until_edtf": last}  # fmt: skip
        yield Finding(values, dates[0] if dates else None, {"name": found.span("name")})


@rule("ambassador", "commissioner", "affaires", "mission", kinds=("item",))
def listed(statement: Statement) -> Iterator[Finding]:
    """Items under a head line such as "Ambassadors of Kenya to Norway": "Name (1995–1999)", "1995–1999: Name".

    Not read: items without a name; lists whose heading names no side of the pair.
    """
    ends = _headed(statement) if not any(map(is_envoy, statement.of("person"))) else None
    if ends is None or statement.context.head is None:
        return
    named = next((m for m in statement.of("person") if isinstance(m.value, PersonValue) and m.value.name), None)
    first, last, date = _listed_term(statement)
    if named is not None and isinstance(named.value, PersonValue):
        name, at = named.value.name, (named.start, named.end)
    else:
        bare = NAME.search(statement.document.text, statement.start, statement.end)
        name, at = (bare[0], bare.span()) if bare else (None, (0, 0))
    if name:
        office = OFFICE.search(statement.context.head.text)
        values = {"name": name, "sending_iso3": ends[0], "receiving_iso3": ends[1],
                  "from_edtf": first, "until_edtf": last,
                  "office": office[0].lower().rstrip("s") if office else None}  # fmt: skip
        yield Finding(values, date, {"name": at})


def _listed_term(statement: Statement) -> tuple[str | None, str | None, Mention | None]:
    """The term that a list item gives: a period, or a year in which it began."""
    date = statement.dates[0] if statement.dates else None
    return *bounds(date), date


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
    ends, held = _sent(statement) or _headed(statement), holder_in(statement)
    if ends is None or held is None:
        return
    term = term_in(statement, held)
    values = {"name": held.name, "sending_iso3": ends[0], "receiving_iso3": ends[1], "office": held.office,
              "from_edtf": term.first, "until_edtf": term.last}  # fmt: skip
    yield Finding(values, term.date, {"name": held.at})


@rule(kinds=("field",))
def field(statement: Statement) -> Iterator[Finding]:
    """Infobox fields envoy1 and envoy2: the envoy of the box's first and of its second state, which are the title's
    where the box names none.

    Not read: `envoytitle`; empty fields.
    """
    label = re.fullmatch(r"envoy([12])", statement.block.label.lower().replace(" ", ""))
    words = statement.document.text[statement.start : statement.end]
    office, name = OFFICE.search(words), None
    person = next((m for m in statement.of("person") if isinstance(m.value, PersonValue) and m.value.name), None)
    if person is not None and isinstance(person.value, PersonValue):
        name, at = person.value.name, (person.start, person.end)
    else:
        begin = statement.start + words.find(":") + 1
        bare = NAME.search(statement.document.text, office.end() + statement.start if office else begin, statement.end)
        name, at = (bare[0], bare.span()) if bare else (None, (0, 0))
    if label and name:
        number = int(label[1])
        sending = state_of_box(statement, number) or statement.context.pair[number - 1]
        values = {"name": name, "sending_iso3": sending, "receiving_iso3": facing(sending, statement.context.pair),
                  "office": office[0] if office else None}  # fmt: skip
        yield Finding(values, None, {"name": at})
