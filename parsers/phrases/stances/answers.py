"""A claim or a deed that is told first, and who takes a side on it: "a claim that Chile disputes"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from parsers.language.pattern import Pattern, Piece
from parsers.language.reading import Statement
from parsers.phrases.stances.claim import Claim, Frame, Link, claims_around, claims_by
from parsers.phrases.stances.judgements import is_judging
from parsers.phrases.stances.passives import done_forms
from parsers.phrases.stances.subjects import ADVERB, GOVERNMENT, NOT, PEOPLE, SEVERAL
from parsers.phrases.stances.words import Word, beginnings, forms

THINGS = (
    "claim", "demand", "move", "decision", "step", "policy", "position", "proposal", "plan", "view", "stance", "act",
    "measure", "bid", "law", "vote", "treaty", "agreement", "idea", "judgment", "judgement", "ruling", "verdict",
    "resolution", "statement", "project", "initiative", "campaign", "intervention", "invasion", "coup", "referendum",
    "ban", "embargo", "blockade", "scheme", "solution", "practice", "suggestion", "accusation", "allegation",
    "charge", "assertion", "interpretation",
)  # fmt: skip
_THINGS = rf"(?:{'|'.join(THINGS)})"
_WHO = rf"(?P<who>{SEVERAL})"
_ENDS = (
    r"(?=[.,;)]| (?:and|but|as|because|while|since|in|on|at|time and again|repeatedly|outright|to (?:this|that) day|"
    r"to date|today|de jure|de facto|officially|formally)\b|$)"
)
_DEMANDED = ("demanded", "demands")
_CLAIMED = r"\b(?:claims?|claimed|claiming|demands?|demanded|seeks|sought) (?P<topic>[^;.,]{4,110}?)"
_WHICH = rf"(?:(?:a|an|one) (?:[a-z]+ )?{_THINGS} (?:that |which )?|which (?:only )?|something (?:that |which )?)"
_THIS = rf"(?:this|that|these|those|the|its|such|any such|it) ?(?:{_THINGS}s?)?"
_VERB_GAP, _HOLDER = Piece(rf"{ADVERB}{NOT}? "), Piece(rf"{_WHO}{PEOPLE}")
_COMMA_WHICH = Piece(rf"(?P<opens>[,\"”]) {_WHICH}{GOVERNMENT}\Z")
_WHICH_IT = Piece(r"(?P<opens>,) which (?P<who>it|he|she)\b")
_PLAIN_WHICH = Piece(rf"(?<=[\w\]])(?P<opens> )which {GOVERNMENT}\Z")
_BUT = Piece(rf"{_CLAIMED},? (?:and|but|while|although|though|whereas) {GOVERNMENT}\Z")
_FOUND = Piece(r"(?P<found> [^;,.]{3,60}?)(?=[.,;]|$)")
_ANSWERS = (
    (Link("verbs", behind=_FOUND), Frame(_VERB_GAP, _HOLDER, _COMMA_WHICH)),
    (Link("verbs", behind=Piece(f" {_THIS}{_ENDS}")), Frame(_VERB_GAP, _HOLDER, _BUT)),
    (Link("verbs", behind=Piece(_ENDS)), Frame(_VERB_GAP, _HOLDER, _COMMA_WHICH)),
    (Link("verbs", behind=Piece(_ENDS)), Frame(_VERB_GAP, _WHICH_IT)),
    (Link("verbs", behind=Piece(_ENDS)), Frame(_VERB_GAP, _HOLDER, _PLAIN_WHICH)),
)
""" "Claims …, but Chile rejects this claim"; ", a claim that Chile disputes"."""
_WAS_ANSWERED = Piece(
    rf"(?P<opens>,) (?:(?:a|an) (?:[a-z]+ )?{_THINGS} )?(?:(?:which|that|but this|but the claim|and this) "
    rf"(?:is|was|were|has been|had been) (?:a {_THINGS} )?)?(?P<not>not |never )?(?:[a-z]+ly )?\Z"
)
_ANSWERED = (Link("verbs", _WAS_ANSWERED, Piece(rf"(?: only| solely)? by (?:only )?{GOVERNMENT}{_WHO}")),)
""" ", which was condemned by Chile"."""


@cache
def _relative() -> Pattern:
    return Pattern(
        rf"(?P<opens>,) (?P<to>against|on|for|in favou?r of|to|with|from|of) which {GOVERNMENT}{_WHO}{PEOPLE}{ADVERB} "
        rf"(?P<did>[a-z]+ed){_ENDS}"
    )


def answers(statement: Statement) -> Iterator[Claim]:
    """A claim or a deed told first, and who is against or for it: "a claim that Chile disputes", "but Chile rejects
    this claim", "which was condemned by Chile", "which Chile considers illegal" (the group `found`), "the ban which
    Chile demanded", "after the coup, which it condemned". Where a match has no topic, what is told stands before
    it.
    """
    yield from (one for one in claims_by(statement, _ANSWERS) if _is_answer(one))
    yield from (one for one in claims_around(statement, _ANSWERED) if one.word.form in done_forms())
    if " which " in statement.low:
        yield from _behind_prepositions(statement)


def _is_answer(claim: Claim) -> bool:
    """Whether a verb judges what it finds something to be, or is more than a request."""
    form = claim.word.form
    if claim.place("found") is not None:
        return is_judging(form)
    return form in _DEMANDED or not form.startswith(beginnings("asking"))


def _behind_prepositions(statement: Statement) -> Iterator[Claim]:
    """A stance in a relative clause that a preposition opens: ", against which Chile voted", ", to which it
    objected".
    """
    for match in _relative().find(statement):
        verb = match.found.span("did")
        form = f"{match.found['did']} {match.found['to']}".lower()
        if form in forms("verbs"):
            yield Claim(statement, match.found, (), Word(form, "verbs", *verb), "verbs")
