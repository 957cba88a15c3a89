"""Positions: the stance that one state takes on a question that concerns the other, or on one it shares with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.stances.answers import THINGS, answers
from parsers.phrases.stances.attitudes import told_positions
from parsers.phrases.stances.carried import deed_before
from parsers.phrases.stances.concerned import concerned
from parsers.phrases.stances.dated import dated
from parsers.phrases.stances.deeds import deeds
from parsers.phrases.stances.echoes import echoed
from parsers.phrases.stances.holders import holders
from parsers.phrases.stances.judgements import (
    blamed,
    ended_by_others,
    is_position,
    judgement_in,
    judgement_of,
    told_status,
)
from parsers.phrases.stances.leaders import bearers
from parsers.phrases.stances.meanings import deed_begin, form_of, meant
from parsers.phrases.stances.neutrality import kept_out_of, neutrals
from parsers.phrases.stances.no_questions import is_bare
from parsers.phrases.stances.owned import HABITS, is_free, is_owned, owned_nouns
from parsers.phrases.stances.passives import done_forms, passives
from parsers.phrases.stances.people import is_of_people
from parsers.phrases.stances.reasons import reasons
from parsers.phrases.stances.recognized import parts_recognised
from parsers.phrases.stances.shared import (
    halves,
    parts_of_list,
    parts_of_neither,
    parts_of_one,
    parts_of_two,
    sharers,
)
from parsers.phrases.stances.stances import Stance, stances
from parsers.phrases.stances.statuses import is_status
from parsers.phrases.stances.told_before import is_taken_up, told_before
from parsers.phrases.stances.topics import noun_topic, topic_after, trimmed
from parsers.phrases.stances.wording import worded
from parsers.phrases.stances.words import BEHIND_ADVERBS, QUOTED, forms, word_needs

Span = tuple[int, int]

_NEEDS = (
    "neither ", "either ", "'s side", "’s side", "one-china", "one china", *BEHIND_ADVERBS, *word_needs(),
    *(form for section in ("standings", "participles", "reasons", "renowned") for form in forms(section)),
)  # fmt: skip
_DENIED = re.compile(r"(?:den(?:y|i)|refut)", re.IGNORECASE)
_WHOLE = re.compile(r" (?:as|to be|an?|the|its) ")
_WHICH = re.compile(r", which (?:the )?\Z")
_ACCUSED = re.compile(
    r"[^;,]{3,60}? (?:accus\w+ [^;,]{3,60}? of |alleg\w+ (?:that )?|claim(?:s|ed) (?:in \d{4} )?(?:that )?|"
    r"(?:stated|said|announced|argued|asserted) that )(?:the )?"
)


@rule(*_NEEDS)
def taken(statement: Statement) -> Iterator[Finding]:
    """A state, both states or a leader supports, opposes, does not recognise, condemns, abstains on … a question.

    Also "was among the first countries to recognise", "expressed its support for", "voted against", a second verb
    behind "and", and who takes it up: "as does Norway", "which Norway does not". Not read: support of projects, people
    and teams; recognition of the partner, save of its independence at no date (that is a tie); the stance of third
    states; what is planned, asked for or supposed.
    """
    for found in (half for one in stances(statement) for half in _halves(one)):
        verb = found.match.span("verb") or (found.match.start, found.match.end)
        stance, parts = _judged_parts(found, statement.document.text[slice(*verb)])
        for side, part in product(found.holders, parts):
            yield _finding(statement, side, stance, part, verb[0], owned=found.owned)
        for sides, taken_up in echoed(statement, stance, parts[-1]) if parts else ():
            for side, part in product(sides, parts):
                if side[0] not in dict(found.holders):
                    yield _finding(statement, side, taken_up, part, verb[0])


@rule(*forms("nouns"), *forms("deeds"), *(f"{habit} of " for habit in HABITS), "recognition in", "decision ", *QUOTED)
def backing(statement: Statement) -> Iterator[Finding]:
    """A stance as a noun with its holder: "Norway's support for the candidacy of …", "the support of Norway for …".

    Also a second one: "Norway's support for … and its rejection of …". Not read: a stance that is sought, hoped for,
    that another takes up ("backs Norway's call for …"), or that has ended.
    """
    for match in owned_nouns(statement):
        if is_owned(match) and is_free(statement, match):
            topic = noun_topic(statement, topic_after(statement, match.end))
            topic = topic and (deed_begin(match, topic[0]), topic[1])
            who = (*holders(match), *sharers(statement, match))
            yield from _rows(match, topic, match.start, who=who, parts=parts_of_one(statement, topic) if topic else ())
    for match in deeds(statement):
        if not is_of_people(match) and is_free(statement, match):
            yield from _rows(match, noun_topic(statement, match.span("topic")), match.start)


@rule("neutral", "uninvolved", "impartial", "equidistan", "equal distance", "committal", "sides", "no side",
      "no stance", "no position", "no stand", "take a ", "taken a ", "taking a ", "never took", "either ", " out of ",
      " aloof",
      " be drawn", " clear of", " no part in", " neither")  # fmt: skip
def neutral(statement: Statement) -> Iterator[Finding]:
    """A state, or both, stayed neutral, or took no side, in a war, a dispute or a vote, or on a question: it abstains.

    Not read: neutrality without a contest or a question, and neutrality as a right or a status in law.
    """
    for match, topic in neutrals(statement):
        for side in bearers(match, topic):
            yield _finding(statement, side, "abstains", topic, match.end)


@rule(" by ", *(f"{done} in " for done in done_forms()))
def passive(statement: Statement) -> Iterator[Finding]:
    """A question that is supported, opposed, condemned … by one of the two: "the blockade was condemned by …"; or found
    to be wrong: "was described as illegal by …".

    Not read: what is done by third states; recognition of the partner at a date.
    """
    for match in passives(statement):
        span = match.span("topic")
        if not span or is_of_people(match):
            continue
        who = bearers(match, span)
        if match.place("found"):
            yield from _blaming(match, span, who)
        else:
            topic = trimmed(statement.document.text, *span)
            deed = deed_before(statement, span, next(iter(dict(who)), ""), meant(match) or "")
            yield from _rows(match, deed or topic, match.end, who=who, sure=deed is not None or _is_seen_as(match))


@rule(
    "claim",
    "demand",
    "seek",
    "sought",
    " which",
    *(f", {to} which" for to in ("against", "on", "for", "in favour of", "to", "with", "from", "of")),
    ", something",
    *(f", {done} by" for done in done_forms()), ", not ",
    *(f", {article} {thing}" for article in ("a", "an") for thing in THINGS),
)
def answered(statement: Statement) -> Iterator[Finding]:
    """A claim or a deed that is told first, and who takes a side on it: "a claim that Chile disputes", "but Chile has
    rejected this demand", "which was condemned by Chile", "which Chile considers
    illegal".

    Not read: an answer to what the sentence before tells; judgements without a question.
    """
    for match in answers(statement):
        topic = told_before(match)
        if topic and match.place("found"):
            yield from _blaming(match, topic, holders(match))
        elif topic and not (form_of(match).startswith("share") and is_taken_up(statement, topic)) and (
            meant(match) != "abstains" or match.place("to") is not None
        ):
            told = meant(match) != "recognizes" and is_taken_up(statement, topic)
            claimed = match.place("topic") or match.place("to") or told
            yield from _rows(match, topic, match.end, sure=bool(claimed), parts=(_accused_of(statement, topic),))


@rule("position", "stand ", "stance", "view", "policy", "line", "attitude")
def held(statement: Statement) -> Iterator[Finding]:
    """What the position of a state is: "its policy is one of support for …", "Chile's view is that … is illegal".

    Not read: positions of which only the question is named; what is thought of other things than right and wrong.
    """
    for match in told_positions(statement):
        topic = topic_after(statement, match.end)
        if form_of(match) != "that":
            yield from _rows(match, topic, match.start)
        elif topic:
            words = statement.document.text[slice(*topic)]
            stance = judgement_in(words) or told_status(words)
            for side in holders(match) if stance else ():
                yield _finding(statement, side, stance or "", topic, match.start)


@rule(*forms("nouns"), *forms("participles"), *forms("stands"), *forms("standings"), "having ", ": ")
def reasoned(statement: Statement) -> Iterator[Finding]:
    """A stance told as a reason: "has no ties with Peru because of its support for …", "criticised Chile for backing",
    "thanked Chile for its position on": a row for each question of a list.

    Also those who took it in a list behind a colon: "three states opposed the ban: Chile, …".

    Not read: what a state is accused of; a reason of which it is open whose it is.
    """
    for match in reasons(statement):
        topic = topic_after(statement, match.end, (match.span("topic") or (0, statement.end))[1])
        parts = parts_of_list(statement, topic, meant(match) or "") if topic else ()
        yield from _rows(match, topic, match.start, sure=match.told == "stands", parts=parts, owned=True)


def _halves(found: Stance) -> tuple[Stance, ...]:
    """The two stances of "voted for A and against B"; the one that it is else."""
    one, *other = halves(found.match.statement, form_of(found.match), found.topic)
    turned = "supports" if found.stance == "opposes" else "opposes"
    return replace(found, topic=one), *(replace(found, stance=turned, topic=topic) for topic in other)


def _blaming(match: Match, topic: Span, who: Iterable[tuple[str, str | None]]) -> Iterator[Finding]:
    """A row for each who finds a deed to be wrong, in the words of the group `found`."""
    stance = blamed(f"it{match.words('found')}")
    for side in who if stance else ():
        yield _finding(match.statement, side, stance or "", topic, match.end)


def _rows(
    match: Match,
    topic: Span | None,
    at: int,
    *,
    who: Iterable[tuple[str, str | None]] | None = None,
    sure: bool = False,
    parts: Iterable[Span] | None = None,
    owned: bool = False,
) -> Iterator[Finding]:
    """A row for each holder and part of what is a question, or surely one; none where the stance says nothing."""
    stance = meant(match)
    if topic and stance == "recognizes" and form_of(match).startswith("accept"):
        stance = judgement_of(form_of(match), _words(match, topic).removeprefix("The ")) or stance
    if topic and stance and (sure or is_position(match, topic, stance, form_of(match))):
        for side, part in product(dict.fromkeys(bearers(match, topic) if who is None else who), parts or (topic,)):
            yield _finding(match.statement, side, stance, part, at, owned=owned)


def _words(match: Match, span: Span) -> str:
    return match.statement.document.text[slice(*span)]


def _judged_parts(found: Stance, words: str) -> tuple[str, tuple[Span, ...]]:
    """The stance that a verb and its question tell, and the questions, none where the words are none: what is judged,
    the two of "neither … nor …", a deed told before, what somebody is asked to end.
    """
    match, topic, statement = found.match, found.topic, found.match.statement
    judged = None
    told = _WHICH.search(statement.document.text, statement.start, match.start) is None
    told = told and not _is_of_side(statement, topic, form_of(match))
    if told and not is_bare(statement, topic) and match.words("not") is None:
        judged = judgement_of(words, statement.document.text[slice(*topic)])
    stance, two = judged or found.stance, parts_of_neither(statement, topic)
    if deed := deed_before(statement, topic, found.holders[0][0], stance):
        return stance, () if _DENIED.match(words) else (deed,)
    if two and (contest := kept_out_of(match, two)):
        return "abstains", (contest,)
    if two is not None:
        return "opposes", tuple(part for part in two if is_position(match, part, "opposes", words))
    if not judged and not is_position(match, topic, stance, words):
        return stance, ()
    if ended := ended_by_others(statement, words, topic):
        return "opposes", (ended,)
    if stance == "supports" and (form_of(match) in forms("verbs") or form_of(match) in forms("standings")):
        return stance, parts_of_two(statement, topic)
    return stance, (parts_recognised if stance == "recognizes" else parts_of_one)(statement, topic)


def _is_of_side(statement: Statement, topic: Span, form: str) -> bool:
    """Whether a side itself, and nothing it does, is taken for something: "considers Peru (as) a threat"."""
    if not form.startswith(("consider", "regard", "view")):
        return False
    one = next((one for one in statement.of("state") if one.start == topic[0]), None)
    whole = one is not None and _WHOLE.match(statement.document.text, one.end) is not None
    return whole and side_of(one, statement.context) is not None


def _is_seen_as(match: Match) -> bool:
    """Whether the words behind tell as what something is recognised: "was recognised by Chile as part of Peru"."""
    holder = match.statement.offset(match.found.end())
    behind = match.words("seen") or match.statement.document.text[holder : match.statement.end]
    return meant(match) == "recognizes" and behind.startswith(" as ") and is_status(behind)


def _accused_of(statement: Statement, topic: Span) -> Span:
    """The deed in the words of an accusation or a claim; the words themselves where they are none."""
    lead = _ACCUSED.match(statement.document.text, *topic)
    return (lead.end(), topic[1]) if lead else topic


def _finding(
    statement: Statement, side: tuple[str, str | None], stance: str, topic: Span, at: int, *, owned: bool = False
) -> Finding:
    """One row, with the words of the question alone and whom it concerns."""
    holder, name = side
    told = worded(statement.document.text, topic)
    about, about_name = concerned(statement, (topic[0], told[1]), holder, stance, owned=owned)
    return Finding(
        {
            "holder_iso3": holder,
            "holder_name": name,
            "stance": stance,
            "topic": statement.document.text[slice(*told)],
            "about_iso3": about,
            "about_name": about_name,
        },
        dated(statement, at, topic),
        {"topic": told},
    )
