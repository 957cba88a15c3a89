"""Ties: relations established, recognised, severed, resumed, upgraded, downgraded."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.mention import DateValue
from parsers.language.modality import happened
from parsers.language.reading import Statement
from parsers.language.sides import is_side
from parsers.phrases.ties.changes import TieChange, chained_after, change_at, told_changes
from parsers.phrases.ties.decisions import decisions
from parsers.phrases.ties.moves import steps, switches, withdrawals
from parsers.phrases.ties.nouns import named_changes
from parsers.phrases.ties.periods import is_since
from parsers.phrases.ties.recognised import recognitions
from parsers.phrases.ties.relations import date_right_after, is_theirs, kind_of_change
from parsers.phrases.ties.shapes import DIPLOMATIC_NAMED, LABELLED, PRONOUN
from parsers.phrases.ties.standing import lapsed_since, standing_since
from parsers.phrases.ties.turns import turns
from parsers.phrases.ties.until import lasted, not_until, recognised_at_last, they_lasted, they_until

_DATED_ROW = re.compile(r"[^|]* \| ")
_HIGH = re.compile(r"ambassador|embass", re.I)


def _findings(statement: Statement, changes: Iterable[TieChange]) -> Iterator[Finding]:
    """The rows of the changes between the two of the pair; none for those with a third state, or with the government
    that claims to be that of one of them ("Kenya recognised Taiwan" in an article on China and Kenya).
    """
    for change in changes:
        if all(iso3 is None or is_side(iso3, statement.context.pair) for iso3 in (change.actor, change.partner)):
            yield _finding(change)


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
    yield from _findings(statement, (_as_rise(statement, change) for change in told_changes(statement)))


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
    yield from _findings(statement, decisions(statement))


@rule("until")
def until(statement: Statement) -> Iterator[Finding]:
    """Relations were not established until a date, two states did not have any until then: established at that date.

    A state that was not recognised until then was so then. Those that "lasted until" a date, or until what
    came at a date, or "continued until" a date "when" one side broke them, were severed then.
    Not read: any other "until" without a refusal before it.
    """
    ends = (they_until, lasted, they_lasted, recognised_at_last)
    told = [*not_until(statement)] or [change for read in ends for change in read(statement)]
    yield from _findings(statement, told)


@rule("relation", "ties")
def standing(statement: Statement) -> Iterator[Finding]:
    """Two states have, or have had, relations since a date, or such exist since then: established then.

    Of relations that lasted "between" two dates, or "from" one to another, the second is their end; an interruption
    between two dates has both. Not read: trade and other relations; a state of things without its beginning.
    """
    yield from _findings(statement, standing_since(statement))


@rule("since", "between 1", "between 2", "from 1", "from 2")
def lapsed(statement: Statement) -> Iterator[Finding]:
    """Two states have not had diplomatic relations since a date: severed then; "between" two dates: resumed at the end.

    Not read: undated.
    """
    yield from _findings(statement, lapsed_since(statement))


@rule("relations", "ties", kinds=("item", "paragraph"))
def labelled(statement: Statement) -> Iterator[Finding]:
    """A line that gives the date of relations: "Diplomatic relations: 12 March 1984", "… since 12 March 1984",
    "Date of establishment: …".

    Not read: longer sentences; lines on trade and other relations.
    """
    match = LABELLED.first(statement)
    what = match.span("what") if match is not None else None
    if what is None or not DIPLOMATIC_NAMED.search(statement.low) or not is_theirs(statement, *what):
        return
    told = match.words("told") if match is not None else None
    told = told or ("since" if any(map(is_since, statement.dates)) else None)
    if told or statement.block.kind == "item" or "date" in statement.low[: what[0] - statement.start]:
        yield from _findings(statement, [change_at(kind_of_change(told or "established"), statement, what[0])])


@rule("since", kinds=("item",))
def listed(statement: Statement) -> Iterator[Finding]:
    """A list item that is only "since 4 May 1970", below a line on diplomatic relations: established then.

    Not read: items with other words ("Embassy: since 1981"); those below other lines.
    """
    head, date = statement.context.head, next(iter(statement.dates), None)
    named = head is not None and DIPLOMATIC_NAMED.search(head.low) is not None
    if named and date is not None and is_since(date) and statement.text.strip(" .-–•*") == date.text:
        yield from _findings(statement, [change_at("established", statement, date.start)])


@rule(
    "establish", "restoration", "resumption", "sever", "breaking", "cutting", "normali", "suspension", "termination",
    "cessation", "opening", "rupture", "break in", "interruption", "start of", "beginning of", "commencement",
    "initiation",
)  # fmt: skip
def named(statement: Statement) -> Iterator[Finding]:
    """The change as a noun: "14 May 1955: establishment of diplomatic relations", "a protocol on the restoration of …".

    Also where a date stands right after it ("the restoration of relations in 1994"), and behind "led to", undated too.
    Not read: anniversaries and references ("since the establishment of relations").
    """
    yield from _findings(statement, named_changes(statement))


@rule("they were", "these were", "it was", "this was", "they date", "these date", "it dates")
def pronoun(statement: Statement) -> Iterator[Finding]:
    """ "They were established in …", "they date from …" after a sentence on relations; and the verbs behind it.

    Not read: where the sentence before names none.
    """
    previous, match = statement.earlier, PRONOUN.first(statement)
    if match is None or previous is None or not statement.dates:
        return
    told = DIPLOMATIC_NAMED.search(previous.low) is not None or any(told_changes(previous))
    if told and happened(statement, match.start, match.end):
        kind = kind_of_change(match.words("verb") or "began")
        yield from _findings(statement, [change_at(kind, statement, match.end, date_right_after(statement, match.end))])
        yield from _findings(statement, chained_after(statement, match, kind))


@rule("with")
def in_turn(statement: Statement) -> Iterator[Finding]:
    """A state broke with a third state and "established them with" the other of the pair: only the latter is read; as
    of a list with dates: "established relations with Chad in 1960, Mali in 1961 and Norway in 1962".
    """
    yield from _findings(statement, turns(statement))


@rule("recogni", "acknowledg", "accepted")
def recognised(statement: Statement) -> Iterator[Finding]:
    """One state recognised the other or its independence, was recognised by it; each the other, which is two rows.

    Where only one side is named, the other is the pair's: "Recognition by Norway followed in 1964", "the ministry
    recognised Kenya". Undated where it is the statement itself, ranked ("was the first to recognise"), or holds
    ("recognises").
    Not read: recognition of claims, parts, passports, governments (positions); of third states; undated ones told by
    the way ("after A recognised B"); plans; what holds "as of" a date.
    """
    yield from _findings(statement, recognitions(statement))


@rule("recogni", kinds=("row",))
def recognised_in_row(statement: Statement) -> Iterator[Finding]:
    """A row of a timeline that opens with its date: "1961 | Norway recognises Kenya's independence".

    Not read: rows that open with anything else, such as the name of a state.
    """
    date = next(iter(statement.dates), None)
    if date is not None and _DATED_ROW.fullmatch(statement.text[: date.end - statement.start + 3]):
        changes = (one for one in recognitions(statement) if one.kind == "recognised")
        yield from _findings(statement, (replace(one, date=one.date or date) for one in changes))


@rule("withdr", "derecogni", "de-recogni", "revok", "rescind", "retract", "ceas", "stopped", "no longer")
def withdrawn(statement: Statement) -> Iterator[Finding]:
    """A state withdrew its recognition of the other, ceased to recognise it: severed. Not read: undated; recognition of
    a third state or of a government."""
    yield from _findings(statement, withdrawals(statement))


@rule("switch", "transfer", "shift", "chang")
def switched(statement: Statement) -> Iterator[Finding]:
    """A state switched recognition from one state to another: severed with the one, the other recognised; established
    where relations are what it switched.

    Only the change with the pair's other state is a fact of this article. Not read: plans and offers; undated, what
    the statement tells as a change of relations too.
    """
    known = {change.kind for change in told_changes(statement)}
    yield from _findings(statement, (one for one in switches(statement) if one.date or one.kind not in known))


@rule("switch", "return", "revert", "defect", " back to", "allegiance", "changed sides", "changing sides", "flipped",
      "dropped", "abandoned", "ditched", "deserted", "broke", " left")  # fmt: skip
def stepped(statement: Statement) -> Iterator[Finding]:
    """The further steps between China and Taiwan: "switched to Beijing in 1974, returned to Taipei in 1995 and broke
    again in 2013". Not read: undated; journeys of people.
    """
    yield from _findings(statement, steps(statement))


@rule(kinds=("field",))
def field(statement: Statement) -> Iterator[Finding]:
    """An infobox field that gives the date at which relations were established. Not read: fields without a date, and
    those of embassies and envoys.
    """
    label = statement.block.label.lower()
    if statement.dates and ("established" in label or label.startswith(("relations", "diplomatic"))):
        yield from _findings(statement, [change_at("established", statement, statement.dates[0].start)])
