"""Recognition of one state by the other: who recognises whom, and what is no recognition of a state."""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.language.mention import Mention, PersonValue, is_demonym
from parsers.language.modality import happened
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.sides import facing, party_of, rivals, side_of
from parsers.phrases.ties.levels import manner_in
from parsers.phrases.ties.only_spoken_of import is_only_spoken_of
from parsers.phrases.ties.recognition_shapes import (
    AFTER_RECOGNISING,
    AND_EACH,
    AND_RECOGNISED,
    BEGAN_UNSAID,
    BEGAN_WITH,
    BY_TREATY,
    CAME_FROM,
    EACH_RECOGNISED,
    GAINED,
    GRANTED,
    GRANTED_BY,
    GRANTED_EACH,
    IT_RECOGNISED,
    MUTUAL,
    MUTUAL_SIGNED,
    NAMED,
    NAMED_BY,
    OF_COLONY,
    PRONOUN_RECOGNISED,
    RECOGNISED,
    RECOGNISED_BY,
    WHICH_RECOGNISED,
)
from parsers.phrases.ties.relations import subjects_before

_OTHER_THING = re.compile(
    r"(?:['’]s? (?!(?:\w+ |accession to )?(?:independence|sovereignty\b(?! over)|statehood|declaration of"
    r" independence))"
    r"| as (?:an? |the )?(?:[\w-]+ )?(?:part|province|region|territory) of\b"
    r"| as (?!well\b|independent\b|(?:(?:an?|the|its|one) )?(?:\[state:\d+\](?:'s|’s)? )?(?:\w+ ){0,3}?"
    r"(?:states?|countr(?:y|ies)|nations?|republics?|successor)\b(?! sponsor))"
    r"|n? (?:passport|claim|need|right|government|sovereignty over|position|interest|citizen|degree"
    r"|qualification|diploma|driv|universit|standard))|-| passports",
    re.I,
)
_AS_STATE = re.compile(r" as (?:the )?\[state:(\d+)\](?!['’]| (?:government|authorities|territory|side)\b)")
_OF_STATEHOOD = re.compile(
    r" (?:(?:unilateral )?declaration of independence|accession to independence|independen|sovereignty\b(?! over)|state"
    r"|nation\b|republic)"
)
_STATEHOOD_AFTER = re.compile(
    r"(?:'s|’s)? (?:(?:unilateral )?declaration of |accession to )?(?:independence|sovereignty|statehood)\b"
)
_ENDED = re.compile(r"\b(?:ceas\w+ to|stop\w*|(?:no|any) longer) (?:\w+ly )?$")
_ORGAN = re.compile("government|ministry|parliament|cabinet", re.I)
_IT = re.compile(r"\bit(?: \w+ly| also| then)? $")
_EACH = "each other"
_RANKED_OF_STATES = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+th) (?:\w+ ){0,3}?"
    r"(?:states?|country|countries|nations?|leaders?|governments?|heads? of \w+|monarchs?)\b.*"
    r"\b(?:the|this) (?:\w+ )*(?:state|nation|country|republic)$"
)
_BY_NAME = re.compile(r" (?:under|by) (?:its|the|this|that) (?:\w+ ){0,3}name\b")
_INDEPENDENT = re.compile(r"independen|sovereign|statehood|secession|seceded|republic")
_SHAPES = (RECOGNISED, RECOGNISED_BY, EACH_RECOGNISED, GRANTED, NAMED, NAMED_BY, GRANTED_BY, BEGAN_WITH,
           AFTER_RECOGNISING, WHICH_RECOGNISED, GAINED)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Recognition:
    """A recognition: where its verb stands, the two states by code (null where mutual), "de jure" or "de facto", and
    where its words end."""

    at: int
    actor: str | None
    object: str | None
    manner: str | None
    end: int


def find_recognition(statement: Statement) -> Recognition | None:
    """The first recognition between the two sides that a statement tells of, or null.

    Not read: recognition of claims, parts, passports, governments; of and by third states; plans.
    """
    for shape in _SHAPES:
        for match in shape.find(statement):
            found = _recognition(statement, match)
            if found is not None:
                return found
    return _further(statement) or _mutual(statement) or _of_one_named(statement)


def _mutual(statement: Statement) -> Recognition | None:
    """The recognition of each by the other."""
    found = next((one for shape in (MUTUAL, GRANTED_EACH, MUTUAL_SIGNED) if (one := shape.first(statement))), None)
    if found is None or not happened(statement, found.start, found.end):
        return None
    return Recognition(found.start, None, None, None, found.end)


def _of_one_named(statement: Statement) -> Recognition | None:
    """The recognition of which a statement names one of the two, or neither, and the sentences before tell the rest."""
    colony = OF_COLONY.first(statement)
    if colony is not None and (found := _of_colony(statement, colony)) is not None:
        return found
    unsaid = BEGAN_UNSAID.first(statement) or CAME_FROM.first(statement)
    if unsaid is not None and (found := _of_unsaid(statement, unsaid)) is not None:
        return found
    told = (*IT_RECOGNISED.find(statement), *PRONOUN_RECOGNISED.find(statement))
    referred = (_of_it(statement, match) or _by_it(statement, match) for match in told)
    return next((one for one in referred if one), None) or _by_treaty(statement)


def _further(statement: Statement) -> Recognition | None:
    """The recognition that a later verb of a sentence tells, whose subject is that of the first: "Kenya voted for its
    admission, and recognised Norway", "both left the union and recognised each other".
    """
    for match in (*AND_EACH.find(statement), *AND_RECOGNISED.find(statement)):
        refused = _is_of_thing(match)
        one, other = _doer_and_object(statement, match)
        if (one or other) and not refused and happened(statement, *match.verb):
            one, other = (None, None) if other == _EACH else (one, other)
            return Recognition(match.verb[0], one, other, manner_in(statement.low), _end(statement, match))
    return None


def _doer_and_object(statement: Statement, match: Match) -> tuple[str | None, str | None]:
    """The side that acts in the clause before and the other, which it recognises; `_EACH` for both; null for others."""
    subjects, obj = subjects_before(statement, match.verb[0]), match.mention("object")
    sides = [party_of(one, statement.context) for one in subjects]
    if obj is not None and obj.kind == "both":
        ours = all(one.kind == "both" or side for one, side in zip(subjects, sides, strict=True))
        is_each = subjects and ours and obj.text.lower().startswith((_EACH, "one another"))
        return None, _EACH if is_each else None
    other = party_of(obj, statement.context)
    acts = subjects == statement.of("state")[:1] and other and facing(sides[0], statement.context.pair) == other
    return (sides[0], other) if acts else (None, None)


def _of_colony(statement: Statement, match: Match) -> Recognition | None:
    """The recognition of the other side, called the former colony of the one; null where a third state is named."""
    one = side_of(match.mention("actor"), statement.context)
    third = _names_third(statement)
    if one is None or third or not happened(statement, match.start, match.end):
        return None
    return Recognition(match.verb[0], one, facing(one, statement.context.pair), None, match.end)


def _names_third(statement: Statement) -> bool:
    """Whether a statement names a third state."""
    return any(side_of(state, statement.context) is None for state in statement.of("state"))


def _of_unsaid(statement: Statement, match: Match) -> Recognition | None:
    """The recognition with which relations began, which nobody but the other of the pair can have given; or of nobody
    but the other: "Recognition by Norway followed in 1964"."""
    gives = "actor" in match.found.groupdict()
    other = side_of(match.mention("actor" if gives else "object"), statement.context)
    other = facing(other, statement.context.pair) if gives else other
    third = _names_third(statement)
    if not other or third or not happened(statement, match.start, match.end):
        return None
    one = facing(other, statement.context.pair)
    return Recognition(match.verb[0], one, other, manner_in(statement.low), _end(statement, match))


def _by_treaty(statement: Statement) -> Recognition | None:
    """The recognition of one side by the other in their own treaty; null where a third state is named."""
    match = BY_TREATY.first(statement)
    other = side_of(match.mention("object"), statement.context) if match is not None else None
    named = {side_of(state, statement.context) for state in statement.of("state")}
    one = facing(other, statement.context.pair)
    if match is None or not other or not one or named != {one, other} or not happened(statement, match.end, match.end):
        return None
    return Recognition((match.span("verb") or (match.start, 0))[0], one, other, None, match.end)


def _by_it(statement: Statement, match: Match) -> Recognition | None:
    """The recognition of a named state by the one with which the sentence before begins: "It was the first to …".

    Where no sentence is before, or it names nobody, a government or ministry is that of the pair's other.
    """
    obj = match.mention("object") if "object" in match.found.groupdict() else None
    if obj is None:
        return None
    previous, other = statement.earlier, side_of(obj, statement.context)
    first = next(iter(previous.of("state", "place")), None) if previous is not None else None
    organ = first is None and _ORGAN.search(match.words("actor") or "") is not None
    one = facing(other, statement.context.pair) if organ else side_of(first, statement.context)
    refused = _is_of_thing(match) or is_only_spoken_of(match)
    if not one or facing(one, statement.context.pair) != other or refused:
        return None
    return Recognition((match.span("verb") or (match.start, 0))[0], one, other, None, match.end)


def _of_it(statement: Statement, match: Match) -> Recognition | None:
    """The recognition of a state that only a pronoun or "the new state" names: the one that acts before.

    Null where that is no side of the pair, where nothing is named before, or nobody became independent; in the first
    sentence of an article, "was among the first that recognised the country" is of the pair's other, as is "recognised
    the country under its name".
    """
    if "object" in match.found.groupdict() or is_only_spoken_of(match):
        return None
    one = side_of(match.mention("actor"), statement.context)
    other = _unnamed(statement, match, one)
    if not one or facing(one, statement.context.pair) != other:
        return None
    if _OTHER_THING.match(statement.skeleton[match.found.end() :]) or not happened(statement, match.start, match.end):
        return None
    at = match.span("verb") or match.span("given") or (match.start, 0)
    return Recognition(at[0], one, other, None, match.end)


def _unnamed(statement: Statement, match: Match, one: str | None) -> str | None:
    """The side that a pronoun stands for: the one named before that became independent, or that is told to be new."""
    actor, previous, told = match.mention("actor"), statement.earlier, statement.low
    named = [*subjects_before(statement, match.start), *(m for m in statement.of("state") if m.end <= match.start)]
    named = [state for state in named if state.kind != "both" and side_of(state, statement.context) != one]
    if not named and previous is not None and not _only_both(statement, actor):
        named, told = previous.of("state"), previous.low + told
    ranked = _RANKED_OF_STATES.search(match.found[0].lower())
    renamed = _BY_NAME.match(statement.low, match.end - statement.start)
    if (ranked and not named) or renamed:
        return facing(one, statement.context.pair)
    is_new = ranked or _INDEPENDENT.search(told)
    return side_of(named[0], statement.context) if named and is_new else None


def _only_both(statement: Statement, actor: Mention | None) -> bool:
    """Whether a statement speaks of the two together and names no state but the one that acts."""
    states = [side_of(state, statement.context) for state in statement.of("state")]
    return bool(statement.of("both")) and set(states) <= {side_of(actor, statement.context)}


def _is_attribute(match: Match) -> bool:
    """Whether a state is only the attribute of what is recognised: "the Kenyan genocide", but not "Kenyan
    statehood"."""
    state = _of_pair(match, "object")
    adjective = state is not None and is_demonym(state)
    after = match.statement.skeleton[match.found.end("object") :]
    return adjective and _OF_STATEHOOD.match(after) is None


def _is_of_thing(match: Match) -> bool:
    """Whether it is a thing of a state that is recognised."""
    return _is_attribute(match) or _OTHER_THING.match(match.statement.skeleton, match.found.end()) is not None


def _is_over_claim(match: Match, after: str) -> bool:
    """Whether the sovereignty that is recognised is that over what was claimed: "gave up its claims and …"."""
    owned = re.match(r"(?:'s|’s|['’]) (?:\w+ )?sovereignty\b", after)
    return owned is not None and "claim" in match.statement.low[: match.verb[0] - match.statement.start]


def _behind_it(statement: Statement, match: Match) -> Mention | None:
    """Whom "it" stands for right before the verb: "A broke with B when it recognised …"; null without an "it"."""
    link = match.words("link") if match.found.groupdict().get("link") else None
    if not link or not _IT.search(link.lower()):
        return None
    verb = match.span("verb") or (match.end, match.end)
    return next(iter(subjects_before(statement, verb[0]) or statement.of("state")), None)


def _of_pair(match: Match, name: str) -> Mention | None:
    """The mention of a group that is a side of the pair, where it lists several: "Chad, Kenya and Norway"; else its
    first.
    """
    found = match.mentions(name)[:: -1 if name == "actor" else 1]
    return next((one for one in found if party_of(one, match.statement.context)), found[0] if found else None)


def _subject(match: Match) -> Mention | None:
    """Who "it" is in "Kenya had ties only with Norway, which it recognised in 1964"."""
    return next(iter(subjects_before(match.statement, match.start)), None)


def _is_renamed(match: Match, other: str | None) -> bool:
    """Whether a state was recognised under a name of its own ("recognised Norway as the Kingdom of Norway"); "as the
    government of" another is a claim.
    """
    named = _AS_STATE.match(match.statement.low_skeleton, match.found.end())
    return named is not None and party_of(match.statement.mentions[int(named[1])], match.statement.context) == other


def _holds_office(actor: Mention | None) -> bool:
    """Whether a person is named with an office."""
    return actor is not None and isinstance(actor.value, PersonValue) and actor.value.office is not None


def _recognition(statement: Statement, match: Match) -> Recognition | None:
    """The recognition of a match; null where a third state, a claim or a part is what the words are about."""
    capital = match.mention("capital") if match.found.groupdict().get("capital") else None
    obj = _of_pair(match, "object")
    actor = capital or _behind_it(statement, match) or _of_pair(match, "actor") or _subject(match)
    one, other = party_of(actor, statement.context), party_of(obj, statement.context)
    if obj is not None and obj.kind == "both" and one is None:
        one = other = None
    elif not one or not other or one == other:
        return None
    if _is_of_else(statement, match, other) or not happened(statement, match.start, match.end):
        return None
    if actor is not None and isinstance(actor.value, PersonValue) and not _holds_office(actor):
        return None
    if obj is not None and obj.kind == "place" and not rivals(other):
        return None
    at = (match.span("verb") or (match.start, 0))[0]
    return Recognition(at, one, other, manner_in(statement.low), _end(statement, match))


def _is_of_else(statement: Statement, match: Match, other: str | None) -> bool:
    """Whether what is recognised is not the state but a thing or a claim of it, or recognition ended or was only spoken
    of.
    """
    after = statement.skeleton[match.found.end() :]
    if (_OTHER_THING.match(after) and not _is_renamed(match, other)) or _is_over_claim(match, after):
        return True
    if is_only_spoken_of(match) or _is_attribute(match):
        return True
    return _ENDED.search(statement.low, 0, match.verb[0] - statement.start) is not None


def _end(statement: Statement, match: Match) -> int:
    """Where the words for what is recognised end: behind "'s declaration of independence"."""
    tail = _STATEHOOD_AFTER.match(statement.document.text, match.end)
    return tail.end() if tail is not None else match.end
