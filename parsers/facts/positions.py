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
from parsers.phrases.stances.answers import THINGS, answers
from parsers.phrases.stances.attitudes import told_positions
from parsers.phrases.stances.carried import deed_before
from parsers.phrases.stances.concerned import concerned
from parsers.phrases.stances.dated import dated
from parsers.phrases.stances.deeds import deeds
from parsers.phrases.stances.echoes import echoed
from parsers.phrases.stances.holders import holders
from parsers.phrases.stances.judged import judged_parts
from parsers.phrases.stances.judgements import blamed, is_position, judgement_in, judgement_of, told_status
from parsers.phrases.stances.leaders import bearers
from parsers.phrases.stances.meanings import deed_begin, form_of, meant
from parsers.phrases.stances.neutrality import neutrals
from parsers.phrases.stances.owned import HABITS, is_free, is_owned, owned_nouns
from parsers.phrases.stances.passives import done_forms, passives
from parsers.phrases.stances.people import is_of_people
from parsers.phrases.stances.reasons import reasons
from parsers.phrases.stances.shared import halves, parts_of_list, parts_of_one, sharers
from parsers.phrases.stances.stances import Stance, stances
from parsers.phrases.stances.statuses import is_status
from parsers.phrases.stances.told_before import is_taken_up, told_before
from parsers.phrases.stances.topics import noun_topic, topic_after, trimmed
from parsers.phrases.stances.withdrawn import withdrawn
from parsers.phrases.stances.wording import worded
from parsers.phrases.stances.words import BEHIND_ADVERBS, QUOTED, forms, word_needs

Span = tuple[int, int]

_NEEDS = (
    "neither ", "either ", "ed, and ", "ed, but ", "ed, while ", "ed, on ",
    "'s side", "’s side", "one-china", "one china", *BEHIND_ADVERBS, *word_needs(),
    *(form for section in ("standings", "participles", "reasons", "renowned") for form in forms(section)),
)  # fmt: skip
_TURNING_BACK = ("dismiss", "reject", "den", "refut", "rebut")
_BLAMED_BEFORE = re.compile(
    r"\b(?:condemn|denounc|critici|deplor|blam|accus|protest)[a-z]* (?:the |at |against |over )*\Z"
    r"|\b(?:charged|claimed|alleged) that [^;,]*\Z"
)
_CHARGE = re.compile(r", (?:an?|the) (?:[a-z]+ )?(?:accusation|allegation|charge)s?\b")
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
        stance, parts = judged_parts(found, statement.document.text[slice(*verb)])
        for side, part in product(found.holders, parts):
            yield _finding(statement, side, stance, part, verb[0], owned=found.owned)
        for sides, taken_up in echoed(statement, stance, parts[-1]) if parts else ():
            for side, part in product(sides, parts):
                if side[0] not in dict(found.holders):
                    yield _finding(statement, side, taken_up, part, verb[0])


@rule(*forms("nouns"), *forms("deeds"), *(f"{habit} of " for habit in HABITS), "recognition in", "decision ",
      "refusal of ", *QUOTED)  # fmt: skip
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
            charge = _ACCUSED.match(statement.document.text, *topic)
            yield from () if charge else _blaming(match, topic, holders(match))
        elif topic and _is_answer(match, topic):
            sure = _is_claim(match, topic)
            yield from _rows(match, topic, match.end, sure=sure, parts=(_accused_of(statement, topic),))


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


@rule("recognition", "decision", "move ", "withdrew it", "revoked it", "rescinded it", "restored it", "suspended it",
      "froze it")  # fmt: skip
def taken_back(statement: Statement) -> Iterator[Finding]:
    """A recognition told before that its holder took back, or gave anew: "but withdrew its recognition in 1996".

    Not read: what became of a tie with the partner; recognition that another gave.
    """
    for found in withdrawn(statement):
        told, match = found.told, found.told.match
        _, parts = judged_parts(told, match.words("verb") or "")
        for side, part in product(told.holders, parts):
            one = _finding(match.statement, side, found.stance, part, match.verb[0])
            yield replace(one, date=found.date)


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
    stance = _stance(match, topic) if topic else None
    if topic and stance and (sure or is_position(match, topic, stance, form_of(match))):
        for side, part in product(dict.fromkeys(bearers(match, topic) if who is None else who), parts or (topic,)):
            yield _finding(match.statement, side, stance, part, at, owned=owned)


def _stance(match: Match, topic: Span) -> str | None:
    """The stance that a match tells; of what is accepted, that which its words tell where they do."""
    stance, form = meant(match), form_of(match)
    if stance != "recognizes" or not form.startswith("accept"):
        return stance
    return judgement_of(form, _words(match, topic).removeprefix("The ")) or stance


def _is_answer(match: Match, topic: Span) -> bool:
    """Whether a side is taken on what is told before: not a view that is shared, blame that is turned back, nor a vote
    that is not on it.
    """
    form, opened = form_of(match), (match.span("opens") or (match.start, 0))[0]
    if form.startswith(_TURNING_BACK) and _CHARGE.match(match.statement.document.text, opened):
        return False
    if form.startswith("share") and is_taken_up(match.statement, topic):
        return False
    before = match.statement.low[: topic[0] - match.statement.start]
    if form.startswith(_TURNING_BACK) and _BLAMED_BEFORE.search(before):
        return False
    return meant(match) != "abstains" or match.place("to") is not None


def _is_claim(match: Match, topic: Span) -> bool:
    """Whether what is told before is surely a question: a claim, or what another takes a stance on."""
    taken_up = meant(match) != "recognizes" and is_taken_up(match.statement, topic)
    return taken_up or match.place("topic") is not None or match.place("to") is not None


def _words(match: Match, span: Span) -> str:
    return match.statement.document.text[slice(*span)]


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
    told = worded(statement.document.text, topic)
    about, about_name = concerned(statement, (topic[0], told[1]), side[0], stance, owned=owned)
    values = {
        "holder_iso3": side[0],
        "holder_name": side[1],
        "stance": stance,
        "topic": statement.document.text[slice(*told)],
        "about_iso3": about,
        "about_name": about_name,
    }
    return Finding(values, dated(statement, at, topic), {"topic": told})
