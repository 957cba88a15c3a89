"""Changes of relations in a statement: each verb with its kind, date and who acts, the further verbs with their own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from parsers.document.model import Span
from parsers.language.mention import DateValue, Mention
from parsers.language.modality import happened, is_planned
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.sides import facing, party_of, rivals
from parsers.language.terms import beginning, bounds, ending, is_brief
from parsers.phrases.ties.actors import actors, claimant, other_than_named
from parsers.phrases.ties.levels import level_of, raised_later
from parsers.phrases.ties.periods import is_followed, is_period, is_until
from parsers.phrases.ties.proofs import is_change, is_plain, is_to_come
from parsers.phrases.ties.relations import (
    AGAIN,
    BEGAN,
    BROKE,
    date_of_cause,
    date_of_change,
    date_right_after,
    is_consular,
    is_measured_from,
    is_of_another,
    is_vague,
    kind_of_change,
    occasion,
)
from parsers.phrases.ties.shapes import (
    ACTIVE,
    CHAINED,
    DIPLOMATIC_TOO,
    FRONTED,
    ONLY_FOR,
    PARTICIPLE,
    PASSIVE,
    PRESENT,
    REPRESENTATION,
    REPRESENTED,
)

Told = tuple[str, str | None]
_GOES_ON = re.compile(
    r"(?!(?:following|after) the (?:[\w-]+ ){0,2}(?:war|conflict|occupation|end|fall|collapse|death|independence)\b)"
    r"(?:(?:following|after|because of|due to|over|in response to|in reaction to|as a result of|in protest (?:of|at"
    r"|against))"
    r" (?:this|that|these|the)\b|(?:as a (?:result|consequence)|in response|in reaction|in retaliation|in turn|in"
    r" protest"
    r"|thereupon|immediately (?:after|afterwards)"
    r"|at the same time|the same (?:day|week|month|year))\b|this (?:\w+ )?(?:caused|led|prompted|provoked|resulted)\b)"
)
_THAT_DAY = re.compile(r"\b(?:on|at) (?:this|that)(?: very| same)? (?:day|date)\b")
_AGREEING = ("agree", "decide")
_FRONTED = re.compile(r"(?:(?:on|in|early in|late in) )?")
_OTHER_TIME = re.compile(
    r"\b(?:later|subsequently|eventually|soon|until|after|since|before|now|today|then|earlier|previously|already"
    r"|decades?|years?|months?|weeks?|days?|finally|still|always|currently|once|had been|has been|have been)\b"
)
_ASIDE = re.compile(
    rf"[^,;]{{0,50}}, (?:(?:which|that) (?:had been|were) )?(?:\w+ly |first )?(?:{BEGAN}|{AGAIN}|{BROKE})\b[^,;]*$"
)
_HAD_BEEN = re.compile(r"[^;.]{0,60}, (?:which|that) had been (?:\w+ly )?$")
_AND = re.compile(r" and (?!(?:the )?\[(?:state|place))")
_NO = re.compile(r"\b(?:no|without)(?: \w+)? $")
_NOT_NOW = re.compile(r"\b(?:to|not|will|would|can|could|may|might|must|should|help|let)(?: \w+ly)? $")


@dataclass(frozen=True, slots=True)
class TieChange:
    """A change: its kind (RELEASE.md's ties), its date, the codes of who acts and upon whom where one acts alone."""

    kind: str
    date: Mention | None
    actor: str | None = None
    partner: str | None = None
    level: str | None = None


def change_at(kind: str, statement: Statement, position: int, date: Mention | None = None) -> TieChange:
    """The change that a verb at a position tells of; the one who breaks off or lowers relations alone is the actor.

    Relations that are broken "until" a date are resumed then.
    """
    date = date or statement.date_at(position) or (occasion(statement) if kind == "severed" else None)
    subjects = actors(statement, position) if kind in ("severed", "downgraded") else []
    parties = [party for one in subjects if (party := party_of(one, statement.context))]
    actor = parties[0] if len(parties) == 1 and not any(one.kind == "both" for one in subjects) else None
    rival = claimant(statement, position)
    actor = actor or (other_than_named(statement, position) if kind == "severed" and not subjects else None)
    partner = facing(actor, statement.context.pair) if actor else None
    if rival and rival != actor and actor not in rivals(rival):
        actor, partner = actor or facing(rival, statement.context.pair), rival
    if date is not None:
        ends = is_until(date)
        date = ending(date) if ends else date if is_brief(date) else beginning(date)
        if ends and kind == "severed":
            kind, actor, partner = "resumed", None, None
    return TieChange(kind, date, actor, partner, level_of(statement, position))


def took_place(statement: Statement, verb: Span, what: Span) -> bool:
    """Whether the clause of a verb and the words for the relations states that it happened."""
    return happened(statement, *sorted((verb[0], what[0])))


def parts_of(match: Match) -> tuple[str, Span, Span]:
    """The kind of change of a match, where its verb stands and where the relations are named."""
    name = next(name for name in ("verb", "participle", "itself") if match.found.groupdict().get(name))
    place = (match.start, match.end)
    return kind_of_change(match.words(name) or ""), match.span(name) or place, match.span("what") or place


def told_changes(statement: Statement) -> Iterator[TieChange]:
    """The changes that the verbs of a statement tell of; one without a date only where the clause tells it plainly."""
    told: list[Told] = []
    found = [one for match in _matches(statement) if (one := _changed(statement, match)) is not None]
    for one in found:
        if one.dated:
            yield from _new(one.change, told, consular=one.consular)
            yield from _raised(statement, one.match, one.change, told) if one.consular else ()
            yield from _risen(statement, one, told)
        yield from _chained(statement, one.match, told)
    ends = [end for one in found if one.dated for end in end_of(one.change, one.stated)]
    for end in ends if "resumed" not in [known for known, _ in told] else ():
        yield from _new(end, told)
    for match in FRONTED.find(statement) if any(one.change.kind == "resumed" for one in found) else ():
        change = change_at(kind_of_change(match.words("verb") or ""), statement, match.verb[0], match.mention("when"))
        yield from _new(change, told)
    for one in found:
        if one.plain and one.change.kind not in [known for known, _ in told]:
            yield from _new(one.change, told)
        if one.plain or (one.dated and one.change.kind == "severed"):
            yield from _chained_undated(statement, one.match, told)


@dataclass(frozen=True, slots=True)
class _Changed:
    """A match, its change and the date as it stands; whether the change is dated, plain without a date, consular."""

    match: Match
    change: TieChange
    stated: Mention | None
    dated: bool
    plain: bool
    consular: bool


def _changed(statement: Statement, match: Match) -> _Changed | None:
    """The change of a match; null where it is none of relations, did not take place, or its date is of another act."""
    kind, verb, what = parts_of(match)
    if not is_change(statement, verb, what, kind) or not took_place(statement, verb, what):
        return None
    behind = date_right_after(statement, what[1]) if what[0] > verb[0] else None
    stated = behind or date_of_change(statement, verb) or date_of_cause(statement, verb[0])
    if _NO.search(statement.low, 0, what[0] - statement.start) and not (stated and is_until(stated)):
        return None
    if stated is not None and what[1] <= stated.start < verb[0] and _is_of_aside(statement, what[1], stated.start):
        stated = None
    if stated is not None and _is_before_main(statement, verb, what, stated):
        stated = occasion(statement)
        if stated is None:
            return None
    if is_period(stated) and is_followed(statement, stated):
        stated = ending(stated)
    change = change_at(kind, statement, verb[0], stated) if stated else _undated(kind, statement, verb[0])
    date = change.date
    if date is not None and (is_measured_from(statement, date, verb) or is_to_come(statement, verb, what, date)):
        return None
    dated = date is not None and not (kind == "established" and is_vague(statement, what, date))
    plain = date is None and bool(match.found.groupdict().get("verb")) and is_plain(statement, verb, what, kind)
    return _Changed(match, change, stated, dated, plain, is_consular(statement, what))


def _is_of_aside(statement: Statement, begin: int, end: int) -> bool:
    """Whether a date behind the words for relations is of a change before: "relations, set up in 1923, were broken"."""
    return _ASIDE.match(statement.low, begin - statement.start, end - statement.start) is not None


def _is_before_main(statement: Statement, verb: Span, what: Span, date: Mention) -> bool:
    """Whether a change came before that of a date: "resumed relations in 1994, which had been frozen over the war"."""
    told = date.start < verb[0] and what[1] < verb[0]
    return told and _HAD_BEEN.match(statement.low, what[1] - statement.start, verb[0] - statement.start) is not None


def _raised(statement: Statement, first: Match, change: TieChange, told: list[Told]) -> Iterator[TieChange]:
    """The diplomatic relations that a statement adds to consular ones without a verb: "and diplomatic ones in 1957"."""
    for match in DIPLOMATIC_TOO.find(statement):
        if match.start >= first.end:
            yield from _new(replace(change, date=match.mention("when"), level=None), told)


def _risen(statement: Statement, one: _Changed, told: list[Told]) -> Iterator[TieChange]:
    """The rise of relations that began, told without a verb: "… in 1964 and at the level of ambassadors in 1966"."""
    later = raised_later(statement, one.match.end) if one.change.kind == "established" else None
    if later is not None:
        yield from _new(TieChange("upgraded", later[1], level=later[0]), told)


def _new(change: TieChange, told: list[Told], *, consular: bool = False) -> Iterator[TieChange]:
    """The change, where neither the change before nor one of its date in the statement is of its kind.

    Consular relations and diplomatic ones are two things: each has its own beginning.
    """
    date = change.date.value if change.date is not None else None
    kind = f"consular {change.kind}" if consular else change.kind
    this = (kind, date.edtf if isinstance(date, DateValue) else None)
    if this not in told and [kind] != [known for known, _ in told[-1:]]:
        told.append(this)
        yield replace(change, level=change.level or ("consular" if consular else None))


def end_of(change: TieChange, stated: Mention | None) -> list[TieChange]:
    """The end of a break of which both ends are told: "were suspended from 1990 to 1994"."""
    first, last = bounds(stated)
    if stated is None or not is_period(stated) or change.kind != "severed" or first is None or last is None:
        return []
    return [replace(change, kind="resumed", date=ending(stated), actor=None, partner=None)]


def _matches(statement: Statement) -> list[Match]:
    """The matches of the shapes with a verb, by place; a present tense only where a date goes with it."""
    shapes = (ACTIVE, PASSIVE, ONLY_FOR, REPRESENTED, REPRESENTATION)
    found = [match for shape in shapes for match in shape.find(statement)]
    found += [match for match in PARTICIPLE.find(statement) if not _is_next_deed(match)]
    if statement.dates:
        found += [match for match in PRESENT.find(statement) if not _NOT_NOW.search(_before_verb(match))]
    return sorted(found, key=lambda match: match.start)


def _is_next_deed(match: Match) -> bool:
    """Whether the verb behind relations is what somebody did besides: "cut ties with A and, a day later, declared war".
    """
    return _AND.search(match.found[0], 0, match.found.start("participle") - match.found.start()) is not None


def _before_verb(match: Match) -> str:
    """The words of a match up to its verb."""
    return match.found[0][: match.found.start("verb") - match.found.start()].lower()


def _undated(kind: str, statement: Statement, position: int) -> TieChange:
    """The tie of a verb to which no date belongs, but for the year in the name of what it broke over."""
    change = change_at(kind, statement, position)
    year = occasion(statement) if kind == "severed" else None
    told = year is not None and not is_of_another(statement, position, year)
    return replace(change, kind=kind, date=year if told else _carried(statement, kind))


def _carried(statement: Statement, kind: str) -> Mention | None:
    """The date of the sentence before, where the statement opens as what followed from it; null for a rough date, and
    for relations resumed that were broken then.
    """
    before = statement.earlier
    if before is not None and not before.dates and _GOES_ON.match(before.low):
        before = before.earlier
    if before is None or statement.dates or not before.dates:
        return None
    if kind == "resumed" and any(one.kind == "severed" for one in told_changes(before)):
        return None
    last = before.dates[-1]
    fronted = len(before.dates) == 1 and _FRONTED.fullmatch(before.low[: last.start - before.start])
    if fronted and not _OTHER_TIME.search(statement.low):
        return last if isinstance(last.value, DateValue) and last.value.precision in ("day", "month", "year") else None
    rough = isinstance(last.value, DateValue) and last.value.precision in ("decade", "century", "interval")
    told = _GOES_ON.match(statement.low) or _THAT_DAY.search(statement.low)
    return None if rough or told is None else last


def _chained_undated(statement: Statement, first: Match, told: list[Told]) -> Iterator[TieChange]:
    """The further verbs of relations of which no date is told: "were broken in the war and resumed after it"."""
    for match in CHAINED.find(statement):
        verb = match.verb
        kind = kind_of_change(match.words("verb") or "")
        finite = re.search(r"\b(?:were|was|them)\b", match.found[0].lower())
        if finite and match.start >= first.end and kind not in [one for one, _ in told] and happened(statement, *verb):
            yield from _new(replace(change_at(kind, statement, verb[0]), date=None), told)


def chained_after(statement: Statement, first: Match, kind: str) -> Iterator[TieChange]:
    """The further verbs of the relations of a match that told of one kind of change."""
    return _chained(statement, first, [(kind, None)])


def _chained(statement: Statement, first: Match, told: list[Told]) -> Iterator[TieChange]:
    """The further verbs of the same relations: "were established in 1958, broken off in 1973 and resumed in 1994"."""
    for match in CHAINED.find(statement):
        verb = match.verb
        agreed = (match.words("verb") or "").lower().startswith(_AGREEING) and is_planned(statement, *verb)
        if match.start >= first.end and (agreed or happened(statement, *verb)):
            kind = kind_of_change(match.words("verb") or "")
            lead = match.mention("when")
            change = change_at(kind, statement, verb[0], lead or date_of_change(statement, verb))
            if change.date is not None and (lead or change.date.start > verb[0]):
                for one in (change, *end_of(change, date_right_after(statement, verb[1]))):
                    yield from _new(one, told)
