"""Meetings: talks, calls and exchanges of letters between people of the two sides, wherever they take place."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.encounters import (
    BETWEEN,
    HE,
    MEETING_WITH,
    TALKED,
    TOGETHER,
    Encounter,
    companions,
    date_for,
    mode_of,
    of_two_sides,
    place_of,
    told_by,
)
from parsers.language.journeys import subjects
from parsers.language.mention import Mention, PersonValue, StateValue
from parsers.language.modality import clause, happened
from parsers.language.pattern import Pattern
from parsers.language.reading import Statement, lies_in
from parsers.language.referents import holder_of
from parsers.language.sides import side_of

_TALKING = (
    "met", "talk", "meeting", "discuss", "spoke", "received", "welcomed", "hosted", "conferred", "congratulated",
    "phone", "consultations", "negotiat", "greeted", "conversation", "call", "views", "summit", "audience", "sat down",
)  # fmt: skip
_EXCHANGED = Pattern(
    r"\b(?:exchanged|exchange of) (?:(?!\[person)[^;.]){0,40}?(?P<verb>messages|letters|telegrams|greetings"
    r"|notes of congratulation)"
)
_WROTE = Pattern(
    r"\b(?P<verb>sent|wrote|addressed|extended|delivered|conveyed|forwarded|in an? (?:[\w-]+ )?(?:letter|message"
    r"|telegram)) (?:(?!\[person)[^;.]){0,60}?(?:(?:letters?|messages?|telegrams?|cables?|condolences"
    r"|congratulations|greetings) (?:(?!\[person)[^;.]){0,40}?)?to (?:the |his |her )?(?P<others><person>)"
)
_RECEIVED_LETTER = re.compile(r"letter|message|telegram|cable|wrote to|condolences|congratulations")
_BOTH_MET = Pattern(
    r"\bthe (?:<quantity>|<person>|(?:two|both) (?:[\w ]+?)) (?:(?:also|again|later|first|then) )?(?P<verb>met"
    r"|held [^;.]{0,30}?talks|spoke|conferred)\b"
)
_FROM_BODY = Pattern(
    r"(?P<ones><person>) (?P<verb>met|held talks) (?:with )?(?:an?|the) (?P<others><person>) (?:from|of) (?:the"
    r" )?(?P<body>[A-Z][^,.;]{3,60}?)(?= and | on | in |,|\.|$)"
)


def _called(mention: Mention, statement: Statement) -> str | None:
    """How a participant is entered: the name, else that of the office's holder in the text before, else the office,
    else the code.
    """
    value = mention.value
    if isinstance(value, PersonValue):
        return value.name or holder_of(mention, statement) or value.office
    return value.iso3 if isinstance(value, StateValue) else None


def _finding(statement: Statement, encounter: Encounter, mode: str | None = None) -> Finding | None:
    """The meeting of the encounter's people, where both sides are there and it took place."""
    people = of_two_sides(encounter.people, statement)
    names = tuple(dict.fromkeys(name for name in (_called(one, statement) for one in people) if name))
    if len(names) < 2 or not happened(statement, encounter.at, encounter.end):
        return None
    mode = mode or mode_of(clause(statement, encounter.at, encounter.end))
    place = place_of(statement, encounter) if mode == "in person" else None
    spans: dict[str, Mention | tuple[int, int]] = {"participants": (people[0].start, people[-1].end)}
    here = [one for one in people if one.start >= statement.start]
    spans["participants"] = (min(one.start for one in here), max(one.end for one in here))
    return Finding(
        {"participants": names, "mode": mode, "city": place.text if place else None},
        date_for(statement, encounter.at),
        spans | ({"city": place} if place else {}),
    )


def _distinct(findings: Iterator[Finding | None]) -> Iterator[Finding]:
    """The findings without those whose people another of the sentence already has: "met and held talks with"."""
    seen: list[set[str]] = []
    for finding in findings:
        names = set(finding.values["participants"]) if finding is not None else set()  # type: ignore[call-overload]
        if finding is not None and not any(names <= others for others in seen):
            seen.append(names)
            yield finding


def _met(statement: Statement, *, by_pronoun: bool) -> Iterator[Finding | None]:
    """The meetings that a verb with a partner tells, of named subjects or of a pronoun."""
    for match in TALKED.find(statement):
        encounter = told_by(statement, match)
        if encounter is None or (
            (match.words("verb") or "").lower() == "congratulated" and mode_of(statement.low) == "in person"
        ):
            continue
        if (
            bool(
                HE.search(statement.document.text[statement.start : encounter.at])
                and not subjects(statement, encounter.at)
            )
            == by_pronoun
        ):
            yield _finding(
                statement, encounter, None if mode_of(statement.low) == "in person" else mode_of(statement.low)
            )


@rule(*_TALKING)
def met(statement: Statement) -> Iterator[Finding]:
    """Someone met, held talks with, was received by, received, telephoned … others; dated here or by the visit told
    before.

    One meeting a sentence and group: "met and discussed" is one. Not read: plans; people of one side; credentials.
    """
    if not list(with_delegation.read(statement)):
        yield from _distinct(_met(statement, by_pronoun=False))


@rule("he ", "she ")
def pronoun(statement: Statement) -> Iterator[Finding]:
    """He or she met …: the last person named before is one participant. Not read where nobody was named."""
    named = [set(one.values["participants"]) for one in met.read(statement)]  # type: ignore[call-overload]
    for finding in _distinct(_met(statement, by_pronoun=True)):
        if not any(set(finding.values["participants"]) <= names for names in named):  # type: ignore[call-overload]
            yield finding


@rule(*_TALKING)
def together(statement: Statement) -> Iterator[Finding]:
    """A and B met, held talks: the partners are all before the verb. Not read where a partner follows it."""
    if list(met.read(statement)):
        return

    def each() -> Iterator[Finding | None]:
        for match in TOGETHER.find(statement):
            at, end = match.span("verb") or (match.start, match.end)
            people = subjects(statement, at)
            if len(people) > 1:
                yield _finding(statement, Encounter(tuple(people), at, end))

    yield from _distinct(each())


@rule("meeting", "talks", "conversation", "call", "summit", "discussions", "consultations", "dialogue", "audience")
def between(statement: Statement) -> Iterator[Finding]:
    """A meeting, talks, a call between A and B; A's meeting with B. Not read beside a verb that tells the same."""
    if list(met.read(statement)) or list(together.read(statement)):
        return

    def each() -> Iterator[Finding | None]:
        for match in (*BETWEEN.find(statement), *MEETING_WITH.find(statement)):
            ones = [
                *match.mentions("ones"),
                *(match.mentions("others") if "others" in match.found.re.groupindex else []),
            ]
            people = [*ones[:-1], *companions(statement, ones[-1])]
            yield _finding(statement, Encounter(tuple(people), match.start, people[-1].end))

    yield from _distinct(each())


@rule("the two ", "both ")
def both(statement: Statement) -> Iterator[Finding]:
    """The two presidents met: those whom the sentence before named, else the two states. Not read: undated ones."""
    match = _BOTH_MET.first(statement)
    date = statement.when(match.start) if match is not None else None
    if match is None or date is None or not happened(statement, match.start, match.end):
        return
    if not re.search(
        r"\b(?:two|both) .*(?:presidents|leaders|ministers|heads|premiers|kings|delegations)",
        statement.document.text[match.start : match.end],
    ):
        return
    before = statement.context.previous
    people = before.of("person") if before is not None and before.block is statement.block else []
    named = {side_of(one, statement.context): _called(one, statement) for one in people}
    names = tuple(name for side in statement.context.pair if (name := named.get(side)))
    if len(names) < 2:
        names = tuple(sorted(statement.context.pair))
    yield Finding({"participants": names, "mode": mode_of(statement.low)}, date)


@rule("exchanged", "exchange of")
def exchanged(statement: Statement) -> Iterator[Finding]:
    """Leaders or states exchanged messages, letters or telegrams. Not read: undated exchanges."""
    match = _EXCHANGED.first(statement)
    if match is None or not statement.dates or not happened(statement, match.start, match.end):
        return
    people = [one for one in statement.of("person") if isinstance(one.value, PersonValue) and one.value.name]
    people = list(of_two_sides(tuple(people), statement))
    names = tuple(dict.fromkeys(name for one in people if (name := _called(one, statement))))
    yield Finding(
        {"participants": names if len(names) > 1 else tuple(sorted(statement.context.pair)), "mode": "letters"},
        statement.when(match.start),
    )


@rule("letter", "message", "telegram", "cable", "wrote to", "condolences", "congratulations")
def wrote(statement: Statement) -> Iterator[Finding]:
    """Someone wrote, or sent a letter, a message, condolences, to someone of the other side. Not read: letters of a
    body.
    """

    def each() -> Iterator[Finding | None]:
        for match in _WROTE.find(statement):
            at, end = match.span("verb") or (match.start, match.end)
            people = (*subjects(statement, at), *match.mentions("others"))
            if _RECEIVED_LETTER.search(statement.document.text[at : match.end].lower()) and len(people) > 1:
                yield _finding(statement, Encounter(people, at, end), "letters")

    yield from _distinct(each())


@rule("delegation from", "delegation of")
def with_delegation(statement: Statement) -> Iterator[Finding]:
    """Someone met a delegation that is named by the body it came from."""
    for match in _FROM_BODY.find(statement):
        one, other = match.mention("ones"), match.mention("others")
        name, value = (_called(one, statement) if one else None), (other.value if other else None)
        if name and isinstance(value, PersonValue) and value.group and lies_in(other, statement.context.pair) is None:  # type: ignore[arg-type]
            yield Finding(
                {"participants": (name, match.words("body")), "mode": "in person"}, statement.when(match.start)
            )
