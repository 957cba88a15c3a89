"""Ties: relations established, recognised, severed, resumed, upgraded, downgraded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.mention import Mention
from parsers.language.modality import happened, is_planned
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.recognition import SWITCHED, WITHDRAWN, find_recognition
from parsers.language.relations import (
    SIGNED,
    is_change,
    is_diplomatic,
    is_measured_from,
    is_plain,
    is_theirs,
    kind_of_change,
    level_of,
    occasion,
    subjects_before,
)
from parsers.language.sides import facing, side_of
from parsers.language.terms import beginning, ending
from parsers.language.tie_shapes import (
    ACTIVE,
    ANNOUNCED,
    CHAINED,
    DECIDED,
    ELLIPTIC,
    EXISTING,
    LABELLED,
    LAPSED,
    NAMED,
    NOT_UNTIL,
    NOT_UNTIL_PASSIVE,
    PASSIVE,
    PRONOUN,
    SINCE,
    STANDING,
    UNTIL,
    UNTIL_PASSIVE,
)

_RELATIONS_NAMED = re.compile(r"\b(?:relations|ties)\b")
_DIPLOMATIC = re.compile(
    r"\b(?:diplomatic|official|formal|bilateral|full|consular) (?:\w+ )?(?:relation|ties)"
    r"|\brelations (?:are|is|refers?) "
)
_LED_TO = re.compile(r"\b(?:led to|resulted in|brought about|caused|culminated in|prompted) $")
Span = tuple[int, int]
_DECLARED = re.compile(r"\b(?:announced|declared)\b[^.;]{0,30}$")


def _finding(kind: str, statement: Statement, position: int, date: Mention | None = None) -> Finding:
    """The tie of a verb at a position; the one who breaks off or withdraws alone is the actor."""
    date = date or statement.date_at(position) or (occasion(statement) if kind == "severed" else None)
    subjects = subjects_before(statement, position) if kind in ("severed", "downgraded") else []
    actor = side_of(subjects[0], statement.context) if len(subjects) == 1 else None
    partner = facing(actor, statement.context.pair) if actor else None
    values = {"kind": kind, "actor_iso3": actor, "object_iso3": partner, "level": level_of(statement)}
    return Finding(values, beginning(date) if date is not None else None)


def _took_place(statement: Statement, verb: Span, what: Span) -> bool:
    return happened(statement, *sorted((verb[0], what[0])))


def _changes(statement: Statement, match: Match) -> tuple[str, Span, Span]:
    """The kind of change of a match, where its verb stands and where the relations are named."""
    name = next(name for name in ("verb", "participle", "itself") if match.found.groupdict().get(name))
    place = (match.start, match.end)
    return kind_of_change(match.words(name) or ""), match.span(name) or place, match.span("what") or place


@rule("relation", "ties")
def changed(statement: Statement) -> Iterator[Finding]:
    """Relations were established, restored, severed, raised; two states established …; relations began, date back to …

    Each change of a sentence with two dates is one; one without a date is read where the clause tells it plainly.
    Not read: plans and hopes, anniversaries; relations with a third state; trade, military, friendly … relations;
    partnerships; undated references ("after ties were restored").
    """
    seen: set[str] = set()
    undated: list[tuple[str, Match, Finding]] = []
    for match in sorted((*ACTIVE.find(statement), *PASSIVE.find(statement)), key=lambda match: match.start):
        kind, verb, what = _changes(statement, match)
        if kind not in seen and is_change(statement, verb, what, kind) and _took_place(statement, verb, what):
            finding = _finding(kind, statement, verb[0])
            if finding.date is not None and is_measured_from(statement, finding.date, verb):
                continue
            if finding.date is not None:
                seen.add(kind)
                yield finding
                yield from _chained(statement, match, seen)
            elif match.words("verb") and is_plain(statement, verb, what, kind):
                undated.append((kind, match, finding))
    for kind, match, finding in undated:
        if kind not in seen:
            seen.add(kind)
            yield finding
            yield from _chained_undated(statement, match, seen)


def _chained_undated(statement: Statement, first: Match, seen: set[str]) -> Iterator[Finding]:
    """The further verbs of relations of which no date is told: "were broken in the war and resumed after it"."""
    for match in CHAINED.find(statement):
        verb = match.span("verb") or (match.start, match.end)
        kind = kind_of_change(match.words("verb") or "")
        told = re.search(r"\b(?:were|was)\b", match.found[0].lower())
        if told and match.start >= first.end and kind not in seen and happened(statement, *verb):
            seen.add(kind)
            yield _finding(kind, statement, verb[0])


def _chained(statement: Statement, first: Match, seen: set[str]) -> Iterator[Finding]:
    """The further verbs of the same relations: "were established in 1958, broken off in 1973 and resumed in 1994"."""
    for match in CHAINED.find(statement):
        verb = match.span("verb") or (match.start, match.end)
        kind = kind_of_change(match.words("verb") or "")
        if match.start >= first.end and kind not in seen and happened(statement, *verb):
            finding = _finding(kind, statement, verb[0])
            if finding.date is not None and finding.date.start > verb[0]:
                seen.add(kind)
                yield finding


@rule("agreed", "decided", "resolved", "first", "second", "third", "last", "only", "agreement", "protocol", "communiqu",
      "treaty", "notes", "document", "announced", "declar", "earliest")  # fmt: skip
def decided(statement: Statement) -> Iterator[Finding]:
    """Two states agreed, decided, signed an agreement to establish relations; one was the first to, announced a break.

    Not read: undated; announced relations (the change follows later); wishes, proposals, talks; third states.
    """
    for match in sorted((*DECIDED.find(statement), *ANNOUNCED.find(statement)), key=lambda match: match.start):
        kind, verb, what = _changes(statement, match)
        stated = happened(statement, verb[0], what[1]) or is_planned(statement, verb[0], what[1])
        if stated and is_change(statement, verb, what, kind):
            finding = _finding(kind, statement, verb[0])
            if finding.date is not None:
                yield finding
                return


@rule("until")
def until(statement: Statement) -> Iterator[Finding]:
    """Relations were not established until a date, two states did not have any until then: established at that date.

    Not read: "until" without a refusal before it, which tells of an end.
    """
    for shape in (UNTIL, UNTIL_PASSIVE, NOT_UNTIL, NOT_UNTIL_PASSIVE):
        for match in shape.find(statement):
            kind, verb, what = _changes(statement, match)
            date = match.mention("until")
            ends = date is not None and date.text.lower().startswith(("until", "till"))
            if date is not None and ends and is_change(statement, verb, what, kind):
                yield _finding(kind, statement, verb[0], ending(date))
                return


@rule("relation", "ties")
def standing(statement: Statement) -> Iterator[Finding]:
    """Two states have, or have had, relations since a date, or such exist since then: established then.

    Not read: trade and other relations; a state of things without its beginning.
    """
    for match in (*STANDING.find(statement), *SINCE.find(statement), *EXISTING.find(statement)):
        date, what = match.mention("since") if "since" in match.found.groupdict() else None, match.span("what")
        date = date or statement.before(match.end, "date")
        since = date is not None and date.text.lower().startswith("since")
        place = (match.start, what[0]) if what else (match.start, match.end)
        if not date or not what or not since or not _took_place(statement, place, what):
            continue
        if is_change(statement, place, what, "established"):
            yield _finding("established", statement, date.start, date)
            return


@rule("since")
def lapsed(statement: Statement) -> Iterator[Finding]:
    """Two states have not had diplomatic relations since a date: severed then. Not read: undated."""
    for match in LAPSED.find(statement):
        date, what, verb = match.mention("since"), match.span("what"), match.span("verb")
        if not date or not what or not verb or not date.text.lower().startswith("since"):
            continue
        if _DIPLOMATIC.search(statement.low) and is_change(statement, verb, what, "severed"):
            yield Finding({"kind": "severed", "level": level_of(statement)}, beginning(date))
            return


@rule("relations", "ties", kinds=("item", "paragraph"))
def labelled(statement: Statement) -> Iterator[Finding]:
    """A line that gives the date of relations: "Diplomatic relations: 12 March 1984", "Date of establishment: …".

    Not read: longer sentences; lines on trade and other relations.
    """
    match = LABELLED.first(statement)
    what = match.span("what") if match is not None else None
    if what is None or not _DIPLOMATIC.search(statement.low) or not is_theirs(statement, *what):
        return
    if statement.block.kind == "item" or "date" in statement.low[: what[0] - statement.start]:
        yield _finding("established", statement, what[0])


@rule(
    "establish", "restoration", "resumption", "sever", "breaking", "cutting", "normali", "suspension", "termination",
    "opening", "rupture", "start of", "beginning of", "commencement", "initiation",
)  # fmt: skip
def named(statement: Statement) -> Iterator[Finding]:
    """The change as a noun: "14 May 1955: establishment of diplomatic relations", "a protocol on the restoration of …".

    Also where a date stands right after it ("the restoration of relations in 1994"), and behind "led to", undated too.
    Not read: anniversaries and references ("since the establishment of relations").
    """
    for match in NAMED.find(statement):
        verb, what = match.span("verb"), match.span("what")
        before = statement.skeleton[: match.found.start()].lower().removesuffix("the ")
        before = re.sub(r"^\[date:0\]", "", before)
        opens = statement.block.kind == "item" and not before.strip(" :–—-.") and bool(statement.dates)
        dated = match.span("dated") is not None
        opens |= match.span("told") is not None or before.strip(" :–—-.") in ("date of", "the date of")
        led = _LED_TO.search(before) is not None
        if not verb or not what or "anniversary" in before:
            continue
        if not (dated or opens or led or SIGNED.search(before) or _DECLARED.search(before)):
            continue
        if is_diplomatic(statement, what[0]) and is_theirs(statement, match.start, what[1]):
            date = statement.before(match.end, "date") if dated else statement.date_at(match.start)
            if (date is not None or led) and happened(statement, match.start, match.end):
                yield _finding(kind_of_change(match.words("verb") or ""), statement, match.start, date)


@rule("they were", "these were", "it was", "this was", "they date", "these date", "it dates")
def pronoun(statement: Statement) -> Iterator[Finding]:
    """ "They were established in …", "they date from …" after a sentence on relations.

    Not read: where the sentence before names none.
    """
    previous, match = statement.context.previous, PRONOUN.first(statement)
    if match is None or previous is None or previous.block is not statement.block or not statement.dates:
        return
    if _DIPLOMATIC.search(previous.low) and happened(statement, match.start, match.end):
        yield _finding(kind_of_change(match.words("verb") or "began"), statement, match.end)


@rule("with")
def in_turn(statement: Statement) -> Iterator[Finding]:
    """A state broke with a third state and "established them with" the other of the pair: only the latter is read."""
    match = ELLIPTIC.first(statement)
    won = match.mention("won") if match is not None else None
    if match is None or won is None or not _RELATIONS_NAMED.search(statement.low):
        return
    subjects = subjects_before(statement, match.start)
    theirs = side_of(won, statement.context) and subjects and side_of(subjects[0], statement.context)
    if theirs and statement.dates and happened(statement, match.start, match.end):
        yield _finding(kind_of_change(match.words("verb") or ""), statement, match.start)


@rule("recogni")
def recognised(statement: Statement) -> Iterator[Finding]:
    """One state recognised the other or its independence, was the first to recognise it, was recognised by it; dated.

    Not read: recognition of claims, parts, passports, governments (positions); of third states; undated; plans.
    """
    found = find_recognition(statement)
    date = statement.date_at(found.at) if found is not None else None
    if found is not None and date is not None:
        values = {"kind": "recognised", "actor_iso3": found.actor, "object_iso3": found.object, "level": found.manner}
        yield Finding(values, date)


@rule("withdr", "derecogni", "de-recogni", "revoke")
def withdrawn(statement: Statement) -> Iterator[Finding]:
    """A state withdrew its recognition of the other: severed. Not read: undated; recognition of a third state."""
    for match in WITHDRAWN.find(statement):
        if side_of(match.mention("object"), statement.context) and happened(statement, match.start, match.end):
            finding = _finding("severed", statement, match.start)
            if finding.date is not None and finding.values["actor_iso3"]:
                yield finding


@rule("switch", "transfer", "shift")
def switched(statement: Statement) -> Iterator[Finding]:
    """A state switched recognition from one state to another: severed with the one, established with the other.

    Only the change with the pair's other state is a fact of this article. Not read: plans and offers.
    """
    for match in SWITCHED.find(statement):
        actor = side_of(match.mention("actor"), statement.context)
        partner = facing(actor, statement.context.pair)
        if actor and partner and happened(statement, match.start, match.end):
            won = side_of(match.mention("won"), statement.context) == partner
            lost = match.mention("lost")
            if won or lost is None or side_of(lost, statement.context) == partner:
                values = {"kind": "established" if won else "severed", "actor_iso3": actor, "object_iso3": partner}
                yield Finding(values, statement.date_at(match.start))


@rule(kinds=("field",))
def field(statement: Statement) -> Iterator[Finding]:
    """An infobox field that gives the date at which relations were established."""
    label = statement.block.label.lower()
    if statement.dates and ("established" in label or label.startswith(("relations", "diplomatic"))):
        yield _finding("established", statement, statement.dates[0].start)
