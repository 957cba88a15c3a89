"""Shapes in which a stance stands before its holder, "was condemned by …", "the support of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.pattern import Piece
from parsers.language.reading import Statement
from parsers.phrases.stances.claim import Claim, Link, claims_around
from parsers.phrases.stances.subjects import ADVERB, CABINET, ORGAN_OF, PEOPLE, SEVERAL
from parsers.phrases.stances.words import alternatives, forms

_OWNED = re.compile(r"(?:\b(?:its|their|his|her)|'s|’s|s'|s’)(?: [a-z]+){0,2} $")
_HAS_THAT_OF = re.compile(
    r"\b(?:has|have|had|enjoys?|enjoyed|won|gained|found) (?:the )?[A-Z][\w-]+(?:'s|’s)(?: [a-z]+)? $"
)
_WHO = rf"(?P<who>{SEVERAL})"
_HOW = r"(?:(?!no |little |withheld |denied |refused |lost )[a-z]+ )"
_DID = r"(?:[a-z]+ed|took|sent|went|built|gave|made|held|sold|withdrew|began|left|kept|chose)"
_DESPITE = r"(?:despite|notwithstanding|in the face of|in spite of)"


@cache
def _deeds() -> tuple[Link, ...]:
    opens = (
        r"(?:^|; |, (?:and|but|while) )(?:(?:In|On|At|Since|During|After|Before|Despite|Under|With) [^,;]{2,50}, |"
        r"(?:In|On) \[date:\d+\] )?"
    )
    met = (
        r"(?:(?:was |were )?met with|drew|attracted|provoked|sparked|received|won"
        r"|ha(?:s|ve) (?:drawn|received|won|found)"
        r"|enjoys?|enjoyed|has|have|had|gained|found|faced|faces|ran into|encountered)"
    )
    of = r"(?:for|to(?= (?:the|an?|its|their|all|any|[A-Z\[]))|of|towards?|on|over|regarding|concerning)"
    what = r"(?:the )?(?P<topic>[^;.]{3,160})"
    other = alternatives("deeds")
    thing = rf"(?:of|for|to) (?:the )?(?P<topic>(?:(?!\b(?:{other}|was|were|been)\b)[^;.,]){{3,110}}?)"
    return (
        Link("deeds", behind=Piece(rf" of {ORGAN_OF}{_WHO}{PEOPLE} {of} {what}")),
        Link("deeds", behind=Piece(
            rf" (?:that|which) {ORGAN_OF}{_WHO}{PEOPLE} (?:had |has |have )?(?:gave|given|lent|offered|extended|shown) "
            rf"(?:to|for) {what}")),
        Link("deeds", behind=Piece(
            rf" (?:by|(?<!recognition )from) {ORGAN_OF}{_WHO}{PEOPLE} (?:{of}|in(?= its )) {what}")),
        Link("deeds", Piece(rf"{opens}(?P<topic>[^;.,]{{3,110}}?) {met} {_HOW}{{0,3}}?\Z"),
             Piece(rf" (?:from|by|in|(?<!criticism )(?<!rejection )(?<!disapproval )of) "
                   rf"{ORGAN_OF}{_WHO}(?P<whose>{PEOPLE})")),
        Link("deeds", Piece(rf"{opens}(?P<topic>[^;.,]{{3,110}}?) {met} (?P<who><state>)(?:'s|’s)?(?: [a-z]+)? \Z"),
             Piece(r"(?! (?!in\b|on\b|at\b|from\b|and\b|but\b|when\b|as\b|for\b|to\b|by\b|over\b|of\b)[a-z\[])")),
        Link("deeds", Piece(
            rf"(?<=[\]a-z] )(?P<topic>{_DID} [^;.,]{{6,140}}?),? {_DESPITE} (?:the )?(?:[a-z]+ ){{0,3}}?\Z"),
             Piece(rf" (?:from|by|of|in) {ORGAN_OF}{_WHO}(?P<whose>{PEOPLE})")),
        Link("deeds", behind=Piece(rf" {thing}(?<!ed) by {ORGAN_OF}{_WHO}(?P<whose>{PEOPLE})")),
    )  # fmt: skip


def deeds(statement: Statement) -> Iterator[Claim]:
    """A noun of stance before its holder: "the support of Norway for …", "recognition of … by Norway"; none that has
    another before it: "its support for the rebels during the invasion by Norway".
    """
    for one in claims_around(statement, _deeds()):
        before = statement.text[: _at(one)]
        if not _OWNED.search(before) or _HAS_THAT_OF.search(before):
            yield one


def _at(match: Claim) -> int:
    return match.verb[0] - match.statement.start


_NO_PASSIVE = frozenset(
    ("joined", "sponsored", "designated", "listed", "classified", "acknowledged", "attacked", "advocated", "respected",
     "abstained")
)  # fmt: skip
_JUDGED = frozenset(
    ("considered", "regarded", "described", "termed", "deemed", "viewed", "labelled", "labeled", "branded", "called",
     "declared")
)  # fmt: skip


@cache
def done_forms() -> dict[str, str]:
    """The participles of stance that a passive can have, in one word: "opposed", "recognised" … → the stance."""
    return {form: stance for form, stance in forms("verbs").items() if form.endswith("ed") and form.isalpha()}


@cache
def _passives() -> tuple[Link, ...]:
    before = (
        r"(?:^|; |, (?:and|but|while|whereas|after which|until|when) )"
        r"(?P<lead>(?:(?:Although|Though|While|When) |"
        r"(?:In|On|Since|During|At|After|Before|Following|As|Until|By|Despite|Under|With) [^,;]{2,60}, |"
        r"(?:In|On) \[date:\d+\] )?)"
        r"(?P<topic>(?:(?! (?:is|was|are|were|has|have|had|who|which|that) )[^;,.]){3,110}?)"
        r"(?:, (?:(?:which|[a-z]+ed) [^;,.]{3,90}|(?:in |on )?\[date:\d+\]),)?"
        r" (?:(?:is|was|are|were|(?:has|have|had)(?: earlier| already| long| always| also)? been)(?P<not> not|"
        r" never| neither [a-z]+ nor)?|(?:has|have|"
        r"had)(?P<never> not|"
        r" never) been)"
        rf"{ADVERB} \Z"
    )
    behind = (
        r"(?: \w+ly)?(?: in (?:the )?(?:[a-z]+est|[a-z]+)(?: possible)? (?:terms|words|language))?"
        r"(?P<seen> as [^;,.]{3,70}?)?"
        r"(?:, (?:including|among others,?))? (?:(?<!welcomed )(?<!hailed )in(?= <place>)|by)"
        r"(?: all| successive| every)? (?:(?:several|"
        r"many|most|some|various|"
        r"numerous|other|"
        r"a number of|\[quantity:\d+\])(?: [a-z]+| \[body:\d+\]){0,6}?,? (?:including|such as|among them) )?"
        rf"{ORGAN_OF}(?P<who>{SEVERAL}|{CABINET})(?P<whose>{PEOPLE})(?! by\b)"
    )
    judged = rf"(?P<found> [^;,.]{{3,70}}?) by {ORGAN_OF}{_WHO}(?P<whose>{PEOPLE})"
    so_judged = rf" by {ORGAN_OF}{_WHO}(?P<whose>{PEOPLE})(?P<found> (?:as|to be) [^;,.]{{3,70}})"
    return (
        Link("verbs", Piece(before), Piece(behind)),
        Link("verbs", Piece(before), Piece(judged)),
        Link("verbs", Piece(before), Piece(so_judged)),
    )


def passives(statement: Statement) -> Iterator[Claim]:
    """A question that is opposed, condemned … by a holder, "the blockade was condemned by …", or found to be something
    (the group `found`).
    """
    can_be_done = set(done_forms()) - _NO_PASSIVE
    for one in claims_around(statement, _passives()):
        if one.word.form in can_be_done and (one.word.form in _JUDGED) == (one.place("found") is not None):
            yield one
