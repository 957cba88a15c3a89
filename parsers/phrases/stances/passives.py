"""Stances in the passive: a question that "was condemned by …" a holder, or "is seen as unlawful by …" it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parsers.language.pattern import Piece
from parsers.language.reading import Statement
from parsers.phrases.stances.claim import Claim, Link, claims_around
from parsers.phrases.stances.subjects import ADVERB, DOER, DOER_OR_CABINET
from parsers.phrases.stances.words import forms

_NO_PASSIVE = frozenset(
    ("joined", "sponsored", "designated", "listed", "classified", "acknowledged", "attacked", "advocated", "respected",
     "abstained")
)  # fmt: skip
_JUDGED = frozenset(
    ("considered", "regarded", "described", "termed", "deemed", "viewed", "labelled", "labeled", "branded", "called",
     "declared")
)  # fmt: skip
_SUBJECT = (
    r"(?:^|; |, (?:and|but|while|whereas|after which|until|when|(?:in|during|throughout|under|by) which) )"
    r"(?P<lead>(?:(?:Although|Though|While|When) |"
    r"(?:In|On|Since|During|At|After|Before|Following|As|Until|By|Despite|Under|With) [^,;]{2,60}, |"
    r"(?:In|On) \[date:\d+\] )?)"
    r"(?P<topic>(?:(?! (?:is|was|are|were|has|have|had|who|which|that) )[^;,.]){3,110}?)"
    r"(?:, (?:(?:which|[a-z]+ed) [^;,.]{3,90}|(?:in |on )?\[date:\d+\]),)?"
)
_WAS = (
    r" (?:(?:is|was|are|were|(?:has|have|had)(?: earlier| already| long| always| also)? been)(?P<not> not|"
    r" never| neither [a-z]+ nor)?|(?:has|have|had)(?P<never> not| never) been)"
)
_WAS_DONE = Piece(rf"{_SUBJECT}{_WAS}{ADVERB} \Z")
_IN_TERMS = r"(?: \w+ly)?(?: in (?:the )?(?:[a-z]+est|[a-z]+)(?: possible)? (?:terms|words|language))?"
_AMONG_MANY = (
    r"(?: all| successive| every)? (?:(?:several|many|most|some|various|numerous|other|"
    r"a number of|\[quantity:\d+\])(?: [a-z]+| \[body:\d+\]){0,6}?,? (?:including|such as|among them) )?"
)
_BY_HOLDER = Piece(
    rf"{_IN_TERMS}(?P<seen> as [^;,.]{{3,70}}?)?"
    r"(?:, (?:including|among others,?))? (?:(?<!welcomed )(?<!hailed )in(?= <place>)|by)"
    rf"{_AMONG_MANY}{DOER_OR_CABINET}(?! by\b)"
)
_FOUND_BY = Piece(rf"(?P<found> [^;,.]{{3,70}}?) by {DOER}")
_BY_WHOM_AS = Piece(rf" by {DOER}(?P<found> (?:as|to be) [^;,.]{{3,70}})")
_PASSIVES = tuple(Link("verbs", _WAS_DONE, behind) for behind in (_BY_HOLDER, _FOUND_BY, _BY_WHOM_AS))


@cache
def done_forms() -> dict[str, str]:
    """The participles of stance that a passive can have, in one word: "opposed", "recognised" … → the stance."""
    return {form: stance for form, stance in forms("verbs").items() if form.endswith("ed") and form.isalpha()}


def passives(statement: Statement) -> Iterator[Claim]:
    """A question that is opposed, condemned … by a holder, "the blockade was condemned by …", or found to be something
    (the group `found`).
    """
    can_be_done = set(done_forms()) - _NO_PASSIVE
    for one in claims_around(statement, _PASSIVES):
        if one.word.form in can_be_done and (one.word.form in _JUDGED) == (one.place("found") is not None):
            yield one
