"""Memberships: a state joins, leaves, applies to, or is a member of a body or initiative."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.mention import DateValue, Mention
from parsers.language.modality import happened
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.language.sides import is_side, side_of
from parsers.language.states import body_in
from parsers.phrases.bodies.belonging import ACTS, ASIDES, bodies, is_ranked_by_deed, name_of

_SUPPORTED = re.compile(
    r"\b(?:support\w*|back(?:s|ed|ing)?|favou?r\w*|oppos\w*|welcom\w*|advocat\w*|for)(?: of| for)?(?: the)? $"
)
_AND = re.compile(
    r"(?: (?:in|on))? ?\[date:\d+\],? (?:and|while|followed by) (?:the )?\[state:(\d+)\](?: followed(?: suit)?|"
    r" joined| did so| entered| acceded"
    r"| became (?:a |an )?(?:full )?member)?,? (?:in |on )?\[date:(\d+)\]"
)


_AND_BODY = re.compile(
    r"(?: (?:in|on))? ?\[date:\d+\],? (?:and|then)(?: later)?(?: joined| acceded to| entered)? (?:the )?"
    r"\[body:(\d+)\] (?:in |on )?\[date:(\d+)\]"
)


@rule(
    "join",
    "member",
    "accede",
    "admitted",
    "admission",
    "left",
    "withdrew",
    "withdrawn",
    "quit",
    "applied",
    "observer",
    "part of",
    "signed up",
    "entered",
    "dialogue partner",
    "expelled",
    "belong",
    "candidate",
    "pulled out",
    "exited",
    "application",
    "participate",
    "accession",
    "allies",
    "partners",
)
def acted(statement: Statement) -> Iterator[Finding]:
    """A state, or both, joined, left, applied to, observes, or is a member of bodies or initiatives of the lexicon.

    Also of the body that the article is on: "Kenya joined the United Nations".
    Not read: plans and wishes; third states; treaties; bodies that the lexicon does not have; a seat for a term.
    """
    yield from _read(statement, ACTS)


@rule(
    "member",
    "accession",
    "accede",
    "to join",
    "entry",
    "admission",
    "joining",
    "withdrawal",
    "departure",
    "exit",
    "expulsion",
    "allies",
    "countries",
    "candidate",
)
def named(statement: Statement) -> Iterator[Finding]:
    """Membership told by the way: "both are NATO members", "as an EU member", "since Latvia's accession to …".

    Not read: accession that is asked for, supported or talked about.
    """
    yield from _read(statement, ASIDES)


Told = tuple[str, str | None, Mention, Mention | None]
"""A side, its name as written, the body, the date."""


def _read(statement: Statement, patterns: tuple[tuple[str, Pattern], ...]) -> Iterator[Finding]:
    """The memberships that shapes of one action each tell; no side, body and action twice."""
    seen: set[tuple[object, ...]] = set()
    partner = body_in(statement.context.pair)
    for action, pattern in patterns if partner or statement.of("body") else ():
        for match in pattern.find(statement):
            verb = _verb(match)
            if not happened(statement, *verb) or _SUPPORTED.search(statement.low[: match.start - statement.start]):
                continue
            if action == "joined" and "verb" in match.found.groupdict() and is_ranked_by_deed(match):
                action = "member"
            date = _date(statement, action, verb) if action != "member" or _is_before(match, verb[0]) else None
            told: list[Told] = [(*member, body, date) for body in bodies(match) for member in _members(match)]
            for side, name, body, when in (*told, *_gapped(match, action)):
                named, key = name_of(body), (side, name_of(body), action)
                if key not in seen and named and side != partner:
                    seen.update((key, (side, named, "member")) if action == "observer" else (key,))
                    values = {"state_iso3": side, "state_name": name, "body": named, "action": action}
                    yield Finding(values, when, {"body": body})


def _gapped(match: Match, action: str) -> Iterator[Told]:
    """The second act of a sentence that says the verb once: "Spain entered NATO in 1982 and Latvia in 2004", "Latvia
    joined NATO in March and the European Union in May 2004".
    """
    statement = match.statement
    if action not in ("joined", "left"):
        return
    found = _AND.match(statement.skeleton, match.found.end())
    if found is not None:
        who, date = (statement.mentions[int(found[number])] for number in (1, 2))
        side = side_of(who, statement.context)
        if side and is_side(side, statement.context.pair):
            yield from ((side, who.text, body, date) for body in bodies(match))
    found = _AND_BODY.match(statement.skeleton, match.found.end())
    if found is not None:
        body, date = (statement.mentions[int(found[number])] for number in (1, 2))
        yield from ((*member, body, date) for member in _members(match))


def _is_before(match: Match, position: int) -> bool:
    """Whether the member is named before its verb: what stands behind "A member of NATO, Spain …" is another story."""
    who = match.mention("who")
    return who is None or who.start < position


def _verb(match: Match) -> tuple[int, int]:
    """Where the verb of a match stands, else the body, else all of it."""
    named_verb = match.span("verb") if "verb" in match.found.groupdict() else None
    return named_verb or match.span("body") or (match.start, match.end)


def _members(match: Match) -> Iterator[tuple[str, str | None]]:
    """The sides that the slot "who" names; both for "both countries", "both" and "they"."""
    pair = match.statement.context.pair
    who = match.mentions("who")
    if not who or who[0].kind == "both":
        yield from ((iso3, None) for iso3 in sorted(pair))
        return
    for mention in who:
        side = side_of(mention, match.statement.context)
        if side and is_side(side, pair):
            yield side, mention.text


def _date(statement: Statement, action: str, verb: tuple[int, int]) -> Mention | None:
    """The date of an act; a member "since" a date has that date; no other date tells when it began."""
    date = statement.date_at(verb[0])
    if action != "member" or date is None:
        return date
    since = isinstance(date.value, DateValue) and date.value.qualifier == "since"
    between = statement.document.text[verb[0] : date.start]
    aside = between.count("(") > between.count(")") and len(statement.of("body")) > 1  # "A, B (since 2004) and C"
    return date if since and not aside and date.start > verb[0] else None
