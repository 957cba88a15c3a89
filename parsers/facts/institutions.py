"""Institutions: joint commissions, business councils, cultural institutes, friendship groups of the two states."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.mention import DateValue, Mention
from parsers.language.modality import happened
from parsers.language.reading import Statement, lies_in
from parsers.phrases.bodies.foundings import founding, place_of
from parsers.phrases.bodies.institutions import Named, is_joint, named_bodies

_WORDS = (
    "commission", "committee", "council", "chamber", "institut", "centre", "center", "friendship", "solidarity",
    "goodwill", "mechanism", "working group", "working part", "mentary group", "association", "alliance", "society",
    "societies", "business forum", "business club", "business fed", "foundation", "school", "universit", "college",
    "house", " fund", " bank", "league", "lyc", "dante", "academy", "secretariat", "faculty", "studies", "federation",
    "american corner", "confucius classroom", "cultural forum", " board", "agency",
)  # fmt: skip
_TITLE = re.compile(r"\b(?:Agreement|Memorandum|Protocol|Treaty|Convention|Statement|Declaration|Accord|Resolution)\b")
_NEXT_WORD = len(" Agreement")
_INSTRUMENT = re.compile(
    r"\b(?:Agreement|Memorandum|Memoranda|Protocol|Treaty|Convention|Accord|agreement|memorandum "
    r"of understanding|protocol)\b[^;,.()]*$"
)
_SESSION = re.compile(
    r"\b(?:[Tt]here (?:is|are)|met|meets|meeting|session|sessions|co-chaired|co-chairs|held|exists?|have|has|maintain"
    r"|chaired|discuss(?:es|ed)?|agreed)\b"
)


@rule(*_WORDS)
def named(statement: Statement) -> Iterator[Finding]:
    """A joint commission, business council, friendship group, one state's institute in the other, by its name.

    The founding date is read only where the words of founding stand at the name. Not read: bodies of one state alone or
    of third states, organs of parliaments and organisations, plans, names that only occur in an agreement's title.
    """
    yield from _read(statement, proper=True)


@rule(*_WORDS)
def described(statement: Statement) -> Iterator[Finding]:
    """A joint body without a proper name: "an intergovernmental committee on trade was set up in 1999".

    Read only where it is told to be founded, to meet or to exist. Not read: committees that are only mentioned.
    """
    yield from _read(statement, proper=False)


def _read(statement: Statement, *, proper: bool) -> Iterator[Finding]:
    """The joint institutions that a statement names, those with or without a name of their own; none twice."""
    seen: set[str] = set()
    for body in named_bodies(statement):
        name = statement.document.text[body.start : body.end]
        told = (body.proper or _is_told(statement, body)) and not _is_titled(statement, body)
        wanted = body.proper is proper and name not in seen and told
        if not wanted or not (is_joint(statement, body) or _is_of_both(statement, body)):
            continue
        if happened(statement, body.start, body.end) or _IDLE.match(statement.document.text, body.end, statement.end):
            seen.add(name)
            yield _finding(statement, body)


# "The Joint Commission, formed in 1984, has not met for eleven years": it exists though it is idle.
_IDLE = re.compile(r"(?:,[^,;]{3,40},)? (?:has|have|had) not (?:met|convened)\b")


def _is_of_both(statement: Statement, body: Named) -> bool:
    """Whether the two are told to have founded it together: "both countries set up a High-Level Council"."""
    by_both = [m for m in statement.of("both") if m.end <= body.start]
    is_theirs = body.kind in ("commission", "business council") and bool(by_both) and body.proper
    return is_theirs and not statement.of("body") and founding(statement, body)[0]


def _is_titled(statement: Statement, body: Named) -> bool:
    """Whether the name is a part of an instrument's title: "Agreement on a Joint Commission"."""
    before = statement.document.text[statement.start : body.start]
    fragment = (
        statement.block.kind == "item" and not before.strip() and len(statement.text) - (body.end - body.start) < 12
    )
    alone = fragment and not statement.of("state", "date") and not statement.context.heading("institution", "organi")
    titled = _TITLE.search(statement.document.text, body.start, body.end + _NEXT_WORD) is not None
    return (
        alone
        or titled
        or _INSTRUMENT.search(before) is not None
        or re.search(r"memorand\w+ .*\bon (?:an?|the) $", before) is not None
    )


def _is_told(statement: Statement, body: Named) -> bool:
    """Whether a body was founded or met by the words around it."""
    founded, _ = founding(statement, body)
    near = statement.document.text[max(statement.start, body.start - 40) : min(statement.end, body.end + 60)]
    return founded or _SESSION.search(near) is not None


def _place_within(statement: Statement, body: Named) -> Mention | None:
    """The city of the two states that ends a name: "Cultural Centre in Lagos"."""
    inside = [place for place in statement.of("place") if body.start < place.start and place.end == body.end]
    return next((place for place in inside if lies_in(place, statement.context.pair) in statement.context.pair), None)


def _finding(statement: Statement, body: Named) -> Finding:
    """The row of a body, with its seat and its founding where the statement tells them."""
    _, date = founding(statement, body)
    city = place_of(statement, body.end) or _place_within(statement, body)
    name = statement.document.text[body.start : body.end]
    edtf = date.value.edtf if date is not None and isinstance(date.value, DateValue) else None
    values = {"name": name, "kind": body.kind, "city": city.text if city else None, "established_edtf": edtf}
    spans = {"name": (body.start, body.end)}
    return Finding(values, date, {**spans, **({"city": city} if city else {})})
