"""Meetings: talks, calls and exchanges of letters between people of the two sides, wherever they take place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from parsers.facts.meeting_findings import besides, distinct, each_time, meeting, meeting_of
from parsers.facts.model import Finding
from parsers.facts.rule import rule
from parsers.language.antecedents import he_beside
from parsers.language.mention import PersonValue
from parsers.language.modality import happened
from parsers.language.pattern import Match
from parsers.language.reading import Statement, lies_in
from parsers.language.referents import called
from parsers.language.sides import side_of
from parsers.phrases.encounters.around import met_around
from parsers.phrases.encounters.captions import pictured
from parsers.phrases.encounters.circumstances import date_for, is_agreed_on, is_point, is_year, mode_of, part_at
from parsers.phrases.encounters.correspondence import EXCHANGED, is_written
from parsers.phrases.encounters.delegates import (
    AT_A_MEETING,
    BOTH_MET,
    CONSULTED,
    FROM_BODY,
    HABIT,
    MEETING_OF_STATES,
    STATES_TALKED,
    Parties,
    is_of_pair,
    parties_apart,
    parties_of_both,
    states_of,
)
from parsers.phrases.encounters.encounters import Encounter, further, him_of, named_of_sides, told_by
from parsers.phrases.encounters.groups import groups_and_people
from parsers.phrases.encounters.meeting_nouns import talks, was_told_at
from parsers.phrases.encounters.sessions import further_sessions, heads_of_sides, sessions, told_from
from parsers.phrases.encounters.shapes import (
    DISCUSSED_BY,
    HE,
    MET_HIM,
    OPENING,
    TALKED,
    THE_LEADER,
    TIMES,
    TOGETHER,
    WITH_WHOM,
)
from parsers.phrases.encounters.told_before import both_of, met_again, pair_before, pair_beside
from parsers.phrases.journeys.journeys import subjects
from parsers.phrases.journeys.trip_dates import as_stays

_TALKING = (
    "met", "meet", "saw ", "to see ", "visited ", "visit to ", "talk", "discuss", "spoke", "received", "welcomed",
    "hosted", "conferred", "congratulated", "told ", "informed", "assured", "briefed", "urged", "thanked", "phone",
    "consult", "negotiat", "greeted", "conversation", "call", "views", "summit", "audience", "sat down",
    "shook hands", "dined", "face to face", "face-to-face", "encounter", "-à-", "-a-t", "raised",
    "took up", "together", "dialogue", "courtesy", "reviewed",
    "conference", "chaired", "dinner", "banquet", "lunch", "breakfast", " tea ", "reception",
    "each other", "one another", "bilateral with", "guest",
)  # fmt: skip


def _met(statement: Statement, *, by_pronoun: bool) -> Iterator[Finding | None]:
    """The meetings that a verb with a partner tells, of named subjects or of a pronoun."""
    for match in TALKED.find(statement):
        encounter = told_by(statement, match)
        if encounter is None or _is_no_meeting(statement, match):
            continue
        if _is_of_pronoun(statement, encounter.at) == by_pronoun:
            way = mode_of(part_at(statement, encounter.at))
            mode = None if way == "in person" else way
            yield meeting(statement, encounter, mode)
            yield from (meeting(statement, one, mode) for one in further(statement, encounter))


def _is_no_meeting(statement: Statement, match: Match) -> bool:
    """Whether a verb tells of what was done time and again, or of a letter."""
    verb = (match.words("verb") or "").lower()
    habit = not statement.dates and HABIT.search(verb) is not None
    return habit or is_written(verb, statement)


def _is_of_pronoun(statement: Statement, at: int) -> bool:
    """Whether "he" or "she", and nobody with a name, does what is told at a position."""
    return HE.search(statement.document.text[statement.start : at]) is not None and not subjects(statement, at)


@rule(*_TALKING)
def met(statement: Statement) -> Iterator[Finding]:
    """Someone met, held talks with, was received by, received, telephoned … others; dated here or by the visit told
    before.

    One meeting a sentence and group: "met and discussed" is one. Not read: plans; people of one side; credentials.
    """
    if not list(with_delegation.read(statement)):
        yield from distinct(statement, _met(statement, by_pronoun=False))


@rule("he ", "she ", " leader ", " statesman ", " monarch ", " visitor ", " dignitary ", " official ", " guest ")
def pronoun(statement: Statement) -> Iterator[Finding]:
    """He, she or "the leader" met …: the last person named before is one participant.

    Not read where nobody was named.
    """
    he = any(word in f" {statement.low}" for word in (" he ", " she "))
    if he or THE_LEADER.match(statement.low):  # "the " holds the trigger too
        yield from besides(met.read(statement), distinct(statement, _met(statement, by_pronoun=True)))


@rule(*_TALKING)
def together(statement: Statement) -> Iterator[Finding]:
    """A and B met, held talks: the partners are all before the verb. Not read where a partner follows it, nor how often
    they met.
    """

    def each() -> Iterator[Finding | None]:
        for match in TOGETHER.find(statement):
            at, end = match.verb
            if not statement.dates and TIMES.match(statement.low, end - statement.start):
                continue
            people = subjects(statement, at)
            people = [*he_beside(statement, people), *people] if people else []
            if len(people) > 1:
                yield meeting(statement, Encounter(tuple(people), at, end))

    yield from besides(met.read(statement), distinct(statement, each()), shared=2)


@rule("meeting", "talks", "conversation", "call", "summit", "discussions", "consultations", "dialogue", "audience",
      "negotiations", "encounter", "video", "chaired", "discussed", "raised with", "negotiated", "agreed", "speaking",
      "talking", "receiv", "welcoming", "hosting", "phon", "s conference")  # fmt: skip
def between(statement: Statement) -> Iterator[Finding]:
    """A meeting, talks, a call between A and B; A's meeting with B; what A did at or after a meeting with B, or was
    discussed with B by A; what A did "speaking to B", "received by B".

    Not read beside a verb that tells the same people's meeting.
    """
    told = [*met.read(statement), *pronoun.read(statement), *together.read(statement)]
    found = [meeting(statement, Encounter(one.people, one.at, one.end), sure=one.sure) for one in talks(statement)]
    for match in (*DISCUSSED_BY.find(statement), *OPENING.find(statement)):
        people = (*match.mentions("ones"), *match.mentions("others"))
        opens = match.start == statement.start
        found.append(meeting(statement, Encounter(people, match.start, match.end), sure=opens))
    yield from besides(told, distinct(statement, iter(found)), shared=1)


@rule("the two ", "the pair ", "both ", "they ", "the leaders ", "the presidents ", "the premiers ", "ministers ")
def both(statement: Statement) -> Iterator[Finding]:
    """The two presidents, the two, they met: those whom the sentence before named, else the two states' presidents.

    Not read: undated ones; "they met with" others.
    """
    match = BOTH_MET.first(statement)
    date = statement.when(match.start) if match is not None else None
    if match is None or date is None or not happened(statement, match.start, match.end):
        return
    names = both_of(statement, match)
    if not names:
        return
    parties = Parties(names, match.verb[0], statement.start + len(statement.text))
    told = (*met.read(statement), *together.read(statement), *between.read(statement))
    yield from besides(told, each_time(statement, meeting_of(statement, parties, date)))


@rule("representatives", "official", "delegat", "ministers", "presidents", "leaders", "officer", "heads of", "experts",
      "diplomats", "negotiators", "forces", "lawmakers", "parliamentarians", "peers", "kings", "premiers",
      "counterparts", "secretaries", "chiefs", "commanders", "governors", "mayors", "speakers", "chief of",
      "businessmen", "business leaders", "friendship group", "committee", last=True)  # fmt: skip
def unnamed(statement: Statement) -> Iterator[Finding]:
    """Representatives, officials or office-holders of both sides met or held talks, without a name.

    Not read: plans; what happens time and again; undated talks of office-holders; sentences that name the people.
    """
    if HABIT.search(statement.low):
        return
    for parties in (*parties_of_both(statement), *parties_apart(statement), *groups_and_people(statement)):
        date = date_for(statement, parties.end if parties.sure else parties.at)
        if is_agreed_on(statement, parties.at):
            continue
        if (is_point(date) or parties.apart) and (parties.sure or happened(statement, parties.at, parties.end)):
            meant = (pair_beside(statement, parties.at) or pair_before(statement)) if parties.two else ()
            yield from each_time(statement, meeting_of(statement, replace(parties, names=meant or parties.names), date))
            return


@rule("second ", "third ", "fourth ", "another ", "next ", "last ", "final ", "further ", "follow-up", "subsequent")
def again(statement: Statement) -> Iterator[Finding]:
    """A further meeting, round or summit took place on a date: of the two of whom the text told right before.

    Not read: undated; where the words that follow name people.
    """
    for match, names in met_again(statement):
        date = date_for(statement, match.end)
        if date in statement.dates and happened(statement, match.start, match.end):
            yield from each_time(statement, meeting_of(statement, Parties(names, match.start, match.end), date))


@rule("held ", "took place", "convened", "meeting in ", "meeting on ", "talks ", "summit", " met ", "dialogue",
      last=True)  # fmt: skip
def states_talked(statement: Statement) -> Iterator[Finding]:
    """The two states held talks or consultations, a meeting between them or bilateral talks were held, or they did
    something in a meeting, on a date.

    Not read: committees, negotiations, undated talks.
    """
    shapes = (STATES_TALKED, MEETING_OF_STATES, CONSULTED, AT_A_MEETING)
    match = next((match for shape in shapes if (match := shape.first(statement)) is not None), None)
    date = date_for(statement, match.start) if match is not None else None
    if match is None or not is_point(date) or HABIT.search(statement.low):
        return
    if is_of_pair(statement, match) and happened(statement, match.start, match.end):
        told = named_of_sides(statement)
        names = heads_of_sides(statement) or (told if len(told) > 1 else states_of(statement, match))
        yield from each_time(statement, meeting_of(statement, Parties(names, match.start, match.end), date))


@rule("exchanged", "exchange of")
def exchanged(statement: Statement) -> Iterator[Finding]:
    """Leaders or states exchanged messages, letters or telegrams. Not read: undated exchanges."""
    match = EXCHANGED.first(statement)
    if match is None or not statement.dates or not happened(statement, match.start, match.end):
        return
    names = named_of_sides(statement)
    names = names if len(names) > 1 else tuple(sorted(statement.context.pair))
    yield Finding({"participants": names, "mode": "letters"}, statement.when(match.start))


@rule(" whom ")
def with_whom(statement: Statement) -> Iterator[Finding]:
    """Someone "with whom he discussed …", "whom she met": he is the last named before, of the other side.

    Not read: where nobody is, or the side of one is not known.
    """

    def each() -> Iterator[Finding | None]:
        for match in WITH_WHOM.find(statement):
            others = match.mentions("other")
            one = him_of(statement, others, others[0].start)
            if one is not None and all(side_of(person, statement.context) for person in (one, *others)):
                yield meeting(statement, Encounter((one, *others), *match.verb))

    yield from besides((*met.read(statement), *pronoun.read(statement)), distinct(statement, each()))


@rule(" him", " her")
def with_him(statement: Statement) -> Iterator[Finding]:
    """Someone met, received, telephoned "him" or "her": the person named before, of the other side.

    Not read: where the one named before is of the same side, or of none that is known while the subject's is not
    either.
    """

    def each() -> Iterator[Finding | None]:
        for match in MET_HIM.find(statement):
            at, end = match.verb
            ones = subjects(statement, at)
            other = him_of(statement, ones, at)
            if other is not None and any(side_of(one, statement.context) for one in (*ones, other)):
                verb = (match.words("verb") or "").lower()
                in_person = verb in ("met", "called on", "received", "welcomed", "hosted", "greeted")
                yield meeting(statement, Encounter((*ones, other), at, end), "in person" if in_person else None)

    yield from besides(met.read(statement), distinct(statement, each()))


@rule("session", "meeting", "round", "sitting", "committee", "commission", "council", "working group", "mechanism",
      "consultation", "dialogue", "board", "cabinet", "foc ", "jcm ", "jmc ", last=True)  # fmt: skip
def session(statement: Statement) -> Iterator[Finding]:
    """A joint commission or the like held a session on a date, political consultations were held; an item of a list of
    such sessions: of the people named on both sides, else of the two states.

    Not read: undated ones; those of which nothing is told but the year; bodies of one state or of organisations; what
    another rule tells of people.
    """
    match = next(sessions(statement), None)
    date = date_for(statement, match.verb[0]) if match is not None else None
    if match is None or not is_point(date) or not happened(statement, told_from(match), match.end):
        return
    names = named_of_sides(statement)
    names = names if len(names) > 1 else heads_of_sides(statement)
    parties = Parties(names or tuple(sorted(statement.context.pair)), match.verb[0], match.end)
    held = meeting_of(statement, parties, date)
    if names or held.values["city"] or held.values["mode"] != "in person" or not is_year(date):
        yield from each_time(statement, held)
    yield from _held_again(statement, held, match.end)


def _held_again(statement: Statement, held: Finding, end: int) -> Iterator[Finding]:
    """The further sessions that are counted up behind one, with its participants."""
    for place, day in further_sessions(statement, end):
        if place is not None or not is_year(day):
            values = {**held.values, "city": place.text if place is not None else None, "venue": None}
            stay = as_stays(statement.listed_with(day))[0]
            yield Finding(values, stay, {"city": place} if place is not None else {})


@rule(kinds=("caption",), last=True)
def shown(statement: Statement) -> Iterator[Finding]:
    """A picture shows people of both sides together, on a date. Not read: undated ones; people of one side."""
    encounter = pictured(statement) if statement.dates else None
    if encounter is not None:
        yield from distinct(statement, iter([meeting(statement, encounter)]))


@rule("delegation from", "delegation of")
def with_delegation(statement: Statement) -> Iterator[Finding]:
    """Someone met a delegation that is named by the body it came from. Not read: delegations without a body, or of a
    side, which other rules read.
    """
    for match in FROM_BODY.find(statement):
        one, other = match.mention("ones"), match.mention("others")
        name, value = (called(one, statement) if one else None), (other.value if other else None)
        if name and isinstance(value, PersonValue) and value.group and lies_in(other, statement.context.pair) is None:  # type: ignore[arg-type]
            yield Finding(
                {"participants": (name, match.words("body")), "mode": "in person"}, statement.when(match.start)
            )


@rule("meeting", "talks", "discuss", "conversation", "consultations", "negotiat", "phone", "met ", "spoke ",
      "summit", "audience", "conversed", "confer", "came together", last=True)  # fmt: skip
def around(statement: Statement) -> Iterator[Finding]:
    """A word of meeting in a clause with people of both sides, whoever stands where: "said A with B after their talks".

    Not read: plans; visits told beside it; where people without a state are named too.
    """
    encounter = met_around(statement)
    if encounter is not None:
        sure = was_told_at(statement, encounter.end)
        yield from distinct(statement, iter([meeting(statement, encounter, sure=sure)]))
