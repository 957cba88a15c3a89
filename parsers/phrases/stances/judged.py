"""The stance that a verb and its question tell together, and the questions on which it is taken, each by itself."""

from __future__ import annotations

import re

from parsers.document.model import Span
from parsers.language.pattern import Match
from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.phrases.stances.carried import deed_before
from parsers.phrases.stances.judgements import ended_by_others, is_position, judgement_of
from parsers.phrases.stances.meanings import form_of
from parsers.phrases.stances.neutrality import kept_out_of
from parsers.phrases.stances.no_questions import is_bare
from parsers.phrases.stances.recognized import parts_recognised
from parsers.phrases.stances.shared import parts_of_neither, parts_of_one, parts_of_two
from parsers.phrases.stances.stances import Stance
from parsers.phrases.stances.words import forms

Judged = tuple[str, tuple[Span, ...]]

_DENIED = re.compile(r"(?:den(?:y|i)|refut)", re.IGNORECASE)
_WHOLE = re.compile(r" (?:as|to be|an?|the|its) ")
_WHICH = re.compile(r", which (?:the )?\Z")


def judged_parts(found: Stance, words: str) -> Judged:
    """The stance that the words of a verb and its question tell, and the questions, none where the words are none: what
    is judged, the two of "neither … nor …", a deed told before, what somebody is asked to end.
    """
    match, topic, statement = found.match, found.topic, found.match.statement
    judged = _judged(match, topic, words)
    stance = judged or found.stance
    if deed := deed_before(statement, topic, found.holders[0][0], stance):
        return stance, () if _DENIED.match(words) else (deed,)
    if (two := parts_of_neither(statement, topic)) is not None:
        return _of_neither(match, two, words)
    if not judged and not is_position(match, topic, stance, words):
        return stance, ()
    if ended := ended_by_others(statement, words, topic):
        return "opposes", (ended,)
    return stance, _parts(match, topic, stance)


def _judged(match: Match, topic: Span, words: str) -> str | None:
    """The stance of one who tells for what he takes something; null where he does not, denies it, or it is a side
    itself, or told in ", which" before.
    """
    statement = match.statement
    if match.words("not") is not None or _WHICH.search(statement.document.text, statement.start, match.start):
        return None
    if _is_of_side(statement, topic, form_of(match)) or is_bare(statement, topic):
        return None
    return judgement_of(words, statement.document.text[slice(*topic)])


def _is_of_side(statement: Statement, topic: Span, form: str) -> bool:
    """Whether a side itself, and nothing it does, is taken for something: "considers Peru (as) a threat"."""
    if not form.startswith(("consider", "regard", "view")):
        return False
    one = next((one for one in statement.of("state") if one.start == topic[0]), None)
    whole = one is not None and _WHOLE.match(statement.document.text, one.end) is not None
    return whole and side_of(one, statement.context) is not None


def _of_neither(match: Match, two: tuple[Span, ...], words: str) -> Judged:
    """Opposed to each of two questions; or out of the contest of two states, neither of which is backed."""
    contest = kept_out_of(match, two) if two else None
    if contest:
        return "abstains", (contest,)
    return "opposes", tuple(part for part in two if is_position(match, part, "opposes", words))


def _parts(match: Match, topic: Span, stance: str) -> tuple[Span, ...]:
    """The questions that the words of one name, by what is done with them."""
    form = form_of(match)
    if stance == "supports" and (form in forms("verbs") or form in forms("standings")):
        return parts_of_two(match.statement, topic)
    return (parts_recognised if stance == "recognizes" else parts_of_one)(match.statement, topic)
