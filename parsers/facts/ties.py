"""Ties: relations established, recognised, severed, resumed, upgraded, downgraded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.mention import DateValue, StateValue
from parsers.language.modality import happened, is_planned
from parsers.language.pattern import Match
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import facing, party_of
from parsers.language.terms import beginning, ending
from parsers.phrases.ties.changes import TieChange, chained_after, change_at, end_of, parts_of, told_changes, took_place
from parsers.phrases.ties.moves import steps, switches, withdrawals
from parsers.phrases.ties.periods import is_period, is_since, later_periods
from parsers.phrases.ties.proofs import SIGNED, is_change
from parsers.phrases.ties.recognition import find_recognition
from parsers.phrases.ties.relations import (
    date_of_cause,
    date_right_after,
    is_diplomatic,
    is_theirs,
    kind_of_change,
    level_of,
    subjects_before,
)
from parsers.phrases.ties.shapes import (
    ANNOUNCED,
    CAUSED,
    DECIDED,
    ELLIPTIC,
    EXISTING,
    FIRST_WITH,
    LABELLED,
    LAPSED,
    LASTED,
    NAMED,
    NONE_SINCE,
    NONE_UNTIL,
    NOT_UNTIL,
    NOT_UNTIL_PASSIVE,
    PRONOUN,
    SINCE,
    STANDING,
    THEY_UNTIL,
    UNTIL,
    UNTIL_PASSIVE,
)

_RELATIONS_NAMED = re.compile(r"\b(?:relations|ties)\b")
_DIPLOMATIC = re.compile(
    r"\b(?:diplomatic|official|formal|bilateral|full|consular) (?:\w+ )?(?:relation|ties)"
    r"|\brelations (?:are|is|refers?) "
)
_HIGH = re.compile(r"ambassador|embass", re.I)
_LED_TO = re.compile(r"\b(?:led to|resulted in|brought about|caused|culminated in|prompted) (?:an? )?$")
_AGREED = re.compile(r"\bagree(?:d|s|ment)? (?:to|on|upon) (?:the )?$")
_SAW = re.compile(r"\b(?:saw|sees|marked|marks|witnessed|brought) (?:the )?$")
_FOLLOWED = re.compile(r"(?:after|following|upon|in the (?:wake|aftermath) of|shortly after|soon after) [^;,]+, ")
_OTHER_SUBJECT = re.compile(r"\b(?:ambassadors?|embass(?:y|ies)|envoys?|missions?|visits?|flights?|talks) $")
_RECOGNISED_AGAIN = re.compile(
    r"\b(?:re-?recogni[sz]ed|again recogni[sz]ed|recogni[sz]ed)(?: its| the)?(?: restored| renewed| regained)?"
    r"(?: (?:it|independence|statehood|country))?(?: again| once more)?(?: de jure)?(?= (?:in|on) )"
)
_RANKED_OR_CAUSED = re.compile(
    r"(?:first|second|third|fourth|fifth|last|only|earliest|led|prompt|caus|leading|forc|compel|induc|provok|push|drove"
    r"|persuaded|convinced)"
)
_PRESENT = re.compile(r"recogni[sz]es\b|(?:(?<=that )|(?<=which )|(?<=still ))recogni[sz]e\b")
_NO = re.compile(r"\bno (?:\w+ )?$")
_DECLARED = re.compile(r"\b(?:announced|declared)\b[^.;]{0,30}$")


def _finding(change: TieChange) -> Finding:
    """The row of a change."""
    values = {"kind": change.kind, "actor_iso3": change.actor, "object_iso3": change.partner, "level": change.level}
    return Finding(values, change.date)


@rule("relation", "ties", "representation", "diplomatic contact", "diplomatic link")
def changed(statement: Statement) -> Iterator[Finding]:
    """Relations were established, restored, severed, raised; two states established …; relations began, date back to …

    Each change of a sentence with two dates is one; one without a date is read where the clause tells it plainly.
    Not read: plans and hopes, anniversaries; relations with a third state; trade, military, friendly … relations;
    partnerships; undated references ("after ties were restored").
    """
    yield from map(_finding, (_as_rise(statement, change) for change in told_changes(statement)))


def _as_rise(statement: Statement, change: TieChange) -> TieChange:
    """The change; relations "established at the level of ambassadors" years after they began were raised then."""
    if change.kind != "established" or change.date is None or not _HIGH.match(change.level or ""):
        return change
    years = [
        earlier.date.value.edtf[:4] for before in statement.context.article
        if before.start < statement.start and ("relations" in before.low or "ties" in before.low)
        for earlier in told_changes(before)
        if earlier.kind == "established" and earlier.date is not None and isinstance(earlier.date.value, DateValue)
    ]  # fmt: skip
    now = change.date.value.edtf[:4] if isinstance(change.date.value, DateValue) else ""
    return replace(change, kind="upgraded") if any(year < now for year in years) else change


@rule("agreed", "decided", "decision", "resolved",
      "first", "second", "third", "last", "only", "agreement", "protocol", "communiqu",
      "treaty", "notes", "document", "announced", "declar", "earliest", "quick", "swift", "proceeded",
      "moved to", "led ", "prompt", "caus", "leading", "forc", "compelled", "induced", "provok",
      "push", "drove", "persuaded", "convinced")  # fmt: skip
def decided(statement: Statement) -> Iterator[Finding]:
    """Two states agreed, decided, signed an agreement to establish relations; one was the first to, announced a
    break, was led by something to break them off, was the first with which the other had relations.

    Not read: undated, but for the first …; announced relations (the change follows
    later); wishes, proposals, talks; third states.
    """
    for match in sorted(_decisions(statement), key=lambda match: match.start):
        kind, verb, what = parts_of(statement, match)
        stated = happened(statement, verb[0], what[1]) or is_planned(statement, verb[0], what[1])
        if stated and is_change(statement, verb, what, kind):
            finding = _finding(change_at(kind, statement, verb[0], date_of_cause(statement, match.start)))
            if finding.date is not None or _RANKED_OR_CAUSED.match(match.found[0].lower()):
                yield finding
                yield from map(_finding, chained_after(statement, match, kind))
                return


def _decisions(statement: Statement) -> Iterator[Match]:
    """The decisions and announcements of a statement, and who was "the first with which" the other had relations."""
    yield from DECIDED.find(statement)
    yield from ANNOUNCED.find(statement)
    yield from CAUSED.find(statement)
    for match in FIRST_WITH.find(statement):
        actor, partner = (party_of(match.mention(name), statement.context) for name in ("actor", "partner"))
        if actor and partner == facing(actor, statement.context.pair):
            yield match


@rule("until")
def until(statement: Statement) -> Iterator[Finding]:
    """Relations were not established until a date, two states did not have any until then: established at that date.

    Those that "lasted until" a date, or "continued until" a date "when" one side broke them, were severed then.
    Not read: any other "until" without a refusal before it.
    """
    for shape in (UNTIL, UNTIL_PASSIVE, NOT_UNTIL, NOT_UNTIL_PASSIVE, NONE_UNTIL):
        for match in shape.find(statement):
            kind, verb, what = parts_of(statement, match)
            date = match.mention("until")
            ends = date is not None and date.text.lower().startswith(("until", "till"))
            if date is not None and ends and is_change(statement, verb, what, kind):
                yield _finding(change_at(kind, statement, verb[0], ending(date)))
                return
    yield from _they_until(statement)
    yield from _lasted(statement)


def _lasted(statement: Statement) -> Iterator[Finding]:
    """The end of relations that lasted until a date."""
    for match in LASTED.find(statement):
        date, what = match.mention("until"), match.span("what") or (match.start, match.end)
        ends = date is not None and date.text.lower().startswith(("until", "till"))
        told = (match.span("broke") or not match.span("went")) and took_place(statement, what, what)
        if date is not None and ends and told and is_change(statement, what, what, "severed"):
            yield Finding({"kind": "severed"}, ending(date))
            return


def _they_until(statement: Statement) -> Iterator[Finding]:
    """ "They were not resumed until …", "did not restore them until …", "remained broken until …".

    The words before it, or the sentence before, must name relations.
    """
    match, previous = THEY_UNTIL.first(statement), statement.context.previous
    dates = ("until", "renewal", "later", "over")
    date = next((m for name in dates if (m := match.mention(name))), None) if match is not None else None
    if match is None or date is None or not date.text.lower().startswith(("until", "till")):
        return
    before = statement.low[: match.start - statement.start]
    if _OTHER_SUBJECT.search(before):
        return
    near = previous is not None and previous.block is statement.block and len(before) < 12
    if _RELATIONS_NAMED.search(before + (previous.low if near and previous is not None else "")):
        done = next((at for name in ("verb", "renewed", "redone") if (at := match.span(name))), None)
        verb = done or (match.start, match.end)
        kind = kind_of_change(statement.document.text[slice(*verb)]) if done else "resumed"
        told = done is None and kind in [change.kind for change in told_changes(statement)]
        if not told and is_theirs(statement, match.start, match.start):
            yield _finding(change_at(kind, statement, verb[0], ending(date)))


@rule("relation", "ties")
def standing(statement: Statement) -> Iterator[Finding]:
    """Two states have, or have had, relations since a date, or such exist since then: established then.

    Of relations that lasted "between" two dates, or "from" one to another, the second is their end. Not read: trade and
    other relations; a state of things without its beginning.
    """
    for match in (*STANDING.find(statement), *SINCE.find(statement), *EXISTING.find(statement)):
        date, what = match.mention("since") if "since" in match.found.groupdict() else None, match.span("what")
        date = date or statement.before(match.end, "date")
        ends = is_period(date)
        event = "event" in match.found.groupdict() and match.span("event") is not None
        place = (match.start, what[0]) if what else (match.start, match.end)
        if not date or not what or not (ends or event or is_since(date)) or not took_place(statement, place, what):
            continue
        denied = _NO.search(statement.low, 0, what[0] - statement.start) or match.found.group("what").startswith("no ")
        if not denied and is_change(statement, place, what, "established"):
            yield _finding(change_at("established", statement, date.start, date))
            if ends and not _is_with_predecessor(statement):
                yield Finding({"kind": "severed", "level": level_of(statement)}, ending(date))
                yield from (Finding({"kind": kind}, day) for kind, day in later_periods(statement, date))
            return


def _is_with_predecessor(statement: Statement) -> bool:
    """Whether a state is named that one of the pair followed, so that relations ended with it and were not broken."""
    values = [one.value for one in statement.of("state")]
    codes = [value.iso3 for value in values if isinstance(value, StateValue)]
    return any(code not in statement.context.pair for code in codes)


@rule("since", "between 1", "between 2", "from 1", "from 2")
def lapsed(statement: Statement) -> Iterator[Finding]:
    """Two states have not had diplomatic relations since a date: severed then; "between" two dates: resumed at the end.

    Not read: undated.
    """
    for match in (*LAPSED.find(statement), *NONE_SINCE.find(statement)):
        date, what, verb = match.mention("since"), match.span("what"), match.span("verb")
        ends = is_period(date)
        if not date or not what or not verb or not (ends or is_since(date)):
            continue
        if _DIPLOMATIC.search(statement.low) and is_change(statement, verb, what, "severed"):
            yield Finding({"kind": "severed", "level": level_of(statement)}, beginning(date))
            if ends:
                yield Finding({"kind": "resumed", "level": level_of(statement)}, ending(date))
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
    told = match.words("told") if match is not None else None
    if told or statement.block.kind == "item" or "date" in statement.low[: what[0] - statement.start]:
        yield _finding(change_at(kind_of_change(told or "established"), statement, what[0]))


@rule(
    "establish", "restoration", "resumption", "sever", "breaking", "cutting", "normali", "suspension", "termination",
    "opening", "rupture", "break in", "interruption", "start of", "beginning of", "commencement", "initiation",
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
        agreed = SIGNED.search(before) or _DECLARED.search(before) or _AGREED.search(before) or _SAW.search(before)
        if not (dated or opens or led or agreed):
            continue
        if is_diplomatic(statement, what[0]) and is_theirs(statement, match.start, what[1]):
            date = statement.before(match.end, "date") if dated else statement.date_at(match.start)
            agreed_on = _AGREED.search(before) is not None and is_planned(statement, match.start, match.end)
            if (date is not None or led) and (agreed_on or happened(statement, match.start, match.end)):
                change = change_at(kind_of_change(match.words("verb") or ""), statement, match.start, date)
                yield from map(_finding, (change, *end_of(change, date)))


@rule("they were", "these were", "it was", "this was", "they date", "these date", "it dates")
def pronoun(statement: Statement) -> Iterator[Finding]:
    """ "They were established in …", "they date from …" after a sentence on relations.

    Not read: where the sentence before names none.
    """
    previous, match = statement.context.previous, PRONOUN.first(statement)
    if match is None or previous is None or previous.block is not statement.block or not statement.dates:
        return
    told = _DIPLOMATIC.search(previous.low) is not None or any(told_changes(previous))
    if told and happened(statement, match.start, match.end):
        yield _finding(change_at(kind_of_change(match.words("verb") or "began"), statement, match.end))


@rule("with")
def in_turn(statement: Statement) -> Iterator[Finding]:
    """A state broke with a third state and "established them with" the other of the pair: only the latter is read."""
    for match in ELLIPTIC.find(statement) if _RELATIONS_NAMED.search(statement.low) else ():
        other = next((m for name in ("won", "lost", "held", "second") if (m := match.mention(name))), None)
        verb = next((words for name in ("verb", "broke", "done", "also") if (words := match.words(name))), "")
        subjects = [*subjects_before(statement, match.start), *statement.of("person")][:1]
        acts = subjects[0] if subjects else None
        unknown = acts is not None and acts.kind == "person" and lies_in(acts, statement.context.pair) is None
        acting = unknown or party_of(acts, statement.context)
        theirs = party_of(other, statement.context) and (acting or match.mention("held"))
        told = kind_of_change(verb) in [change.kind for change in told_changes(statement)]
        if theirs and not told and statement.dates and happened(statement, match.start, match.end):
            date = statement.after(match.end, "date") if match.span("second") else None
            yield _finding(change_at(kind_of_change(verb), statement, match.start, date))


@rule("recogni")
def recognised(statement: Statement) -> Iterator[Finding]:
    """One state recognised the other or its independence, was the first to recognise it, was recognised by it; dated.

    Not read: recognition of claims, parts, passports, governments (positions); of third states; undated; plans;
    what holds "as of" a date.
    """
    found = find_recognition(statement)
    near = date_right_after(statement, found.end) if found is not None else None
    holds = found is not None and _PRESENT.match(statement.low, found.at - statement.start)
    date = near or (statement.date_at(found.at) if found is not None and not holds else None)
    if date is not None and date.text.lower().startswith("as of"):
        return
    if found is not None and (date is not None or _FOLLOWED.match(statement.low)):
        values = {"kind": "recognised", "actor_iso3": found.actor, "object_iso3": found.object, "level": found.manner}
        yield Finding(values, beginning(near) if near is not None and is_period(near) else date)
        if near is not None and is_period(near):
            ends = (("severed", ending(near)), *later_periods(statement, near))
            yield from (Finding({"kind": kind}, day) for kind, day in ends)
        again = _RECOGNISED_AGAIN.search(statement.low, found.end - statement.start)
        later = date_right_after(statement, statement.start + again.end()) if again is not None else None
        listed = statement.listed_with(date)
        for more in [later, *listed[listed.index(date) + 1 :]] if date is not None else ():
            if more is not None:
                yield Finding({**values, "level": None}, more)


@rule("withdr", "derecogni", "de-recogni", "revok", "rescind", "retract")
def withdrawn(statement: Statement) -> Iterator[Finding]:
    """A state withdrew its recognition of the other: severed. Not read: undated; recognition of a third state or of a
    government."""
    yield from map(_finding, withdrawals(statement))


@rule("switch", "transfer", "shift", "chang")
def switched(statement: Statement) -> Iterator[Finding]:
    """A state switched recognition from one state to another: severed with the one, established with the other.

    Only the change with the pair's other state is a fact of this article. Not read: plans and offers.
    """
    yield from map(_finding, switches(statement))


@rule("switch", "return", "revert", "defect", " back to", "allegiance", "changed sides", "changing sides", "flipped",
      "dropped", "abandoned", "ditched", "deserted", "broke", " left")  # fmt: skip
def stepped(statement: Statement) -> Iterator[Finding]:
    """The further steps between China and Taiwan: "switched to Beijing in 1974, returned to Taipei in 1995 and broke
    again in 2013". Not read: undated; journeys of people.
    """
    yield from map(_finding, steps(statement))


@rule(kinds=("field",))
def field(statement: Statement) -> Iterator[Finding]:
    """An infobox field that gives the date at which relations were established."""
    label = statement.block.label.lower()
    if statement.dates and ("established" in label or label.startswith(("relations", "diplomatic"))):
        yield _finding(change_at("established", statement, statement.dates[0].start))
