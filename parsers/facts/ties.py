"""Ties: relations established, recognised, severed, resumed, upgraded, downgraded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.mention import Mention
from parsers.language.modality import happened
from parsers.language.pattern import Match, Pattern
from parsers.language.reading import Statement
from parsers.language.recognition import SWITCHED, WITHDRAWN, find_recognition
from parsers.language.relations import (
    AGAIN,
    BEGAN,
    BROKE,
    LEVELLED,
    RELATIONS,
    has_level,
    is_diplomatic,
    is_theirs,
    kind_of_change,
    level_of,
    subjects_before,
)
from parsers.language.sides import facing, side_of
from parsers.language.terms import beginning

_VERBS = f"{AGAIN}|{BEGAN}|{BROKE}|{LEVELLED}"
_ADVERBS = "(?:(?:first|formally|officially|also|again|then|subsequently|only|finally|once) )*"
_ACTIVE = Pattern(
    rf"(?<!agreement )\b(?P<verb>{_VERBS})(?: off)?(?: (?:its|their|all|the|any"
    rf"|with <state>))?,? (?:first )?(?P<what>{RELATIONS})\b"
)
_PASSIVE = Pattern(
    rf"\b(?P<what>{RELATIONS})\b(?:"
    rf"(?:(?!: |;).){{0,140}}?\b(?:were|was|have been|had been|has been|being|got|are"
    rf"|is) {_ADVERBS}(?P<verb>{_VERBS})\b"
    rf"|,? {_ADVERBS}(?P<participle>{_VERBS})\b(?! (?:its|their|the|diplomatic|relations|ties|with)\b)"
    rf"|(?:(?!: |;|,).){{0,140}}?\b(?P<itself>began|begun|started|resumed|ended|date(?:s"
    r"|d)? (?:back )?(?:to|from)|go(?:es)? back to|commenced"
    r"|came into being|came to an end)\b(?! (?:its|their|diplomatic|relations|ties|official)\b))"
)
_CHAINED = Pattern(
    r"(?:,|;|,? and|, but|, then|, only to be) (?:(?:they|relations) )?(?:(?:were|was) )?(?:(?:again|then"
    r"|later|soon|finally|\w+ly) )*"
    rf"(?P<verb>{AGAIN}|{BROKE}|{LEVELLED})(?! (?:<state>|the|a|an|its|their|diplomatic|relations|ties)\b)\b"
)
_STANDING = Pattern(
    r"\b(?:have|has|had|having|maintain|maintains|maintained|enjoyed?) (?:had "
    rf"|maintained )?(?P<what>{RELATIONS})\b(?: (?:with|between) (?:the )?<state>)?(?: ever)? <date>"
)
_NOUN = (
    r"establishment|restoration|resumption|severance|breaking(?: off)?|normali[sz]ation|re-?establishment|suspension"
    r"|opening|rupture"
)
_NAMED = Pattern(
    rf"\b(?P<verb>{_NOUN}) of (?:the )?(?P<what>{RELATIONS})(?: at (?:the )?\w+ level)?(?: (?:between"
    r"|with) (?:the )?(?:<state>|<both>)(?:,? and (?:the )?<state>)?)?"
    rf"(?P<dated>,? (?:in|on|from|at)?(?: the)? ?(?:early |late )?<date>)?"
)
_PRONOUN = Pattern(rf"^(?:they|these|it|this) (?:were|was)(?: \w+ly| first)? (?P<verb>{AGAIN}|{BEGAN}|{BROKE})\b")
_ELLIPTIC = Pattern(rf"\b(?P<verb>{AGAIN}|{BEGAN}) (?:them|ones|those|it)? ?with (?:the )?<won:state>")
_OTHER_OBJECT = re.compile(r"\s*(?:to (?!\d)|a |an |its |their |the |new |[a-z]+ing\b|up |by (?!exchang))")
_BEGINS = re.compile(r"beg[au]n|started|opened|launched|ended", re.I)
_HOPED = re.compile(
    r"\b(?:discuss\w*|consider\w*|interest(?:ed)? in|aim\w*|possib\w*|negotiat\w*|talks? (?:on|about)"
    r"|towards?|favou?r of"
    r"|support\w* (?:for )?|idea of|ways of|anniversary of|years (?:of|since)|anniversary)\b[^.;]{0,60}$"
)
_RELATIONS_NAMED = re.compile(r"\b(?:relations|ties)\b")
_DIPLOMATIC_BEFORE = re.compile(r"\b(?:diplomatic|official|formal|bilateral|full) (?:relations|ties)")
Span = tuple[int, int]
_SIGNED = re.compile(r"(?:protocol|communiqu[eé]|agreement|declaration|treaty|notes?|statement)\b[^.;]{0,40}$")


def _finding(kind: str, statement: Statement, position: int, date: Mention | None = None) -> Finding:
    """The tie of a verb at a position; the one who breaks off or withdraws alone is the actor."""
    date = date or statement.date_at(position)
    subjects = subjects_before(statement, position) if kind in ("severed", "downgraded") else []
    actor = side_of(subjects[0], statement.context) if len(subjects) == 1 else None
    partner = facing(actor, statement.context.pair) if actor else None
    values = {"kind": kind, "actor_iso3": actor, "object_iso3": partner, "level": level_of(statement)}
    return Finding(values, beginning(date) if date is not None else None)


def _is_change(statement: Statement, verb: Span, what: Span, kind: str) -> bool:
    """Whether verb and relations tell of a change in the pair's own diplomatic relations that took place."""
    before, after = statement.low[: verb[0] - statement.start], statement.low[verb[1] - statement.start :]
    words = statement.document.text[slice(*verb)]
    if verb[0] > what[0] and _BEGINS.fullmatch(words) and _OTHER_OBJECT.match(after):
        return False
    if not is_diplomatic(statement, what[0]) or not is_theirs(statement, min(verb[0], what[0]), what[1]):
        return False
    if kind == "upgraded" and ("partnership" in statement.low or not has_level(statement)):
        return False
    if _HOPED.search(before) and not _SIGNED.search(before):
        return False
    return happened(statement, *sorted((verb[0], what[0])))


@rule("relation", "ties")
def changed(statement: Statement) -> Iterator[Finding]:
    """Relations were established, restored, severed, raised; two states established …; relations began, date back to …

    Each change of a sentence with two dates is one. Not read: plans and hopes, anniversaries; relations with a third
    state; trade, military, friendly … relations; partnerships; a change without a date.
    """
    seen: set[str] = set()
    for match in sorted((*_ACTIVE.find(statement), *_PASSIVE.find(statement)), key=lambda match: match.start):
        name = next(name for name in ("verb", "participle", "itself") if match.found.groupdict().get(name))
        verb, what, kind = match.span(name), match.span("what"), kind_of_change(match.words(name) or "")
        if verb and what and kind not in seen and _is_change(statement, verb, what, kind):
            finding = _finding(kind, statement, verb[0])
            if finding.date is not None:
                seen.add(kind)
                yield finding
                yield from _chained(statement, match, seen)


def _chained(statement: Statement, first: Match, seen: set[str]) -> Iterator[Finding]:
    """The further verbs of the same relations: "were established in 1958, broken off in 1973 and resumed in 1994"."""
    for match in _CHAINED.find(statement):
        verb = match.span("verb") or (match.start, match.end)
        kind = kind_of_change(match.words("verb") or "")
        if match.start >= first.end and kind not in seen and happened(statement, *verb):
            finding = _finding(kind, statement, verb[0])
            if finding.date is not None and finding.date.start > verb[0]:
                seen.add(kind)
                yield finding


@rule("relation", "ties")
def standing(statement: Statement) -> Iterator[Finding]:
    """Two states have, or have had, relations since a date: established then. Not read: trade and other relations."""
    for match in _STANDING.find(statement):
        date, what = statement.before(match.end, "date"), match.span("what")
        since = date is not None and date.text.lower().startswith("since")
        if date and what and since and _is_change(statement, (match.start, what[0]), what, "established"):
            yield _finding("established", statement, date.start, date)


@rule(
    "establishment", "restoration", "resumption", "severance", "breaking", "normali", "suspension", "opening", "rupture"
)
def named(statement: Statement) -> Iterator[Finding]:
    """The change as a noun: "14 May 1955: establishment of diplomatic relations", "a protocol on the restoration of …".

    Also where a date stands right after it ("the restoration of relations in 1994"). Not read: anniversaries and
    references ("since the establishment of relations").
    """
    for match in _NAMED.find(statement):
        verb, what = match.span("verb"), match.span("what")
        before = statement.skeleton[: match.found.start()].lower().removesuffix("the ")
        before = re.sub(r"^\[date:0\]", "", before)
        opens = statement.block.kind == "item" and not before.strip(" :–—-.") and bool(statement.dates)
        dated = match.span("dated") is not None
        if not verb or not what or "anniversary" in before or not (dated or opens or _SIGNED.search(before)):
            continue
        if is_diplomatic(statement, what[0]) and is_theirs(statement, match.start, what[1]):
            date = statement.before(match.end, "date") if dated else statement.date_at(match.start)
            if date is not None and happened(statement, match.start, match.end):
                yield _finding(kind_of_change(match.words("verb") or ""), statement, match.start, date)


@rule("they were", "these were", "it was", "this was", "they have")
def pronoun(statement: Statement) -> Iterator[Finding]:
    """ "They were established in …" after a sentence on relations. Not read: where the sentence before names none."""
    previous, match = statement.context.previous, _PRONOUN.first(statement)
    if match is None or previous is None or previous.block is not statement.block or not statement.dates:
        return
    if _DIPLOMATIC_BEFORE.search(previous.low) and happened(statement, match.start, match.end):
        yield _finding(kind_of_change(match.words("verb") or ""), statement, match.start)


@rule("with")
def in_turn(statement: Statement) -> Iterator[Finding]:
    """A state broke with a third state and "established them with" the other of the pair: only the latter is read."""
    match = _ELLIPTIC.first(statement)
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
