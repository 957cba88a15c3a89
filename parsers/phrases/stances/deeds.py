"""Nouns of stance before their holder: "the support of …", "was met with criticism from …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.pattern import Piece
from parsers.language.reading import Statement
from parsers.phrases.stances.claim import Claim, Link, claims_around
from parsers.phrases.stances.subjects import DOER, ORGAN_OF, PEOPLE, SEVERAL
from parsers.phrases.stances.words import alternatives

_OWNED = re.compile(r"(?:\b(?:its|their|his|her)|'s|’s|s'|s’)(?: [a-z]+){0,2} $")
_HAS_THAT_OF = re.compile(
    r"\b(?:has|have|had|enjoys?|enjoyed|won|gained|found) (?:the )?[A-Z][\w-]+(?:'s|’s)(?: [a-z]+)? $"
)
_WHO = rf"(?P<who>{SEVERAL})"
_HOW = r"(?:(?!no |little |withheld |denied |refused |lost )[a-z]+ )"
_DID = r"(?:[a-z]+ed|took|sent|went|built|gave|made|held|sold|withdrew|began|left|kept|chose)"
_DESPITE = r"(?:despite|notwithstanding|in the face of|in spite of)"
_OPENS = (
    r"(?:^|; |, (?:and|but|while) )(?:(?:In|On|At|Since|During|After|Before|Despite|Under|With) [^,;]{2,50}, |"
    r"(?:In|On) \[date:\d+\] )?"
)
_MET = (
    r"(?:(?:was |were )?met with|drew|attracted|provoked|sparked|received|won"
    r"|ha(?:s|ve) (?:drawn|received|won|found)"
    r"|enjoys?|enjoyed|has|have|had|gained|found|faced|faces|ran into|encountered)"
)
_ON = r"(?:for|to(?= (?:the|an?|its|their|all|any|[A-Z\[]))|of|towards?|on|over|regarding|concerning)"
_WHAT = r"(?:the )?(?P<topic>[^;.]{3,160})"
_FIRST = rf"{_OPENS}(?P<topic>[^;.,]{{3,110}}?) {_MET}"
_THING = (
    rf"(?:of|for|to) (?:the )?(?P<topic>(?:(?!\b(?:{alternatives('deeds')}|was|were|been)\b)[^;.,]){{3,110}}?)"
)
_GIVEN_BY = (
    rf" (?:that|which) {ORGAN_OF}{_WHO}{PEOPLE} (?:had |has |have )?(?:gave|given|lent|offered|extended|shown) "
    rf"(?:to|for) {_WHAT}"
)
_ALONE = r"(?! (?!in\b|on\b|at\b|from\b|and\b|but\b|when\b|as\b|for\b|to\b|by\b|over\b|of\b)[a-z\[])"
_DONE_DESPITE = (
    rf"(?<=[\]a-z] )(?P<topic>{_DID} [^;.,]{{6,140}}?),? {_DESPITE} (?:the )?(?:[a-z]+ ){{0,3}}?\Z"
)
_REFUSAL = rf"\brefusal of {ORGAN_OF}{_WHO}{PEOPLE} (?P<not>to) (?:[a-z]+ly )?\Z"
_FROM = r"(?:from|by|in|(?<!criticism )(?<!rejection )(?<!disapproval )of)"
_DEEDS = (
    Link("deeds", behind=Piece(rf" of {ORGAN_OF}{_WHO}{PEOPLE} {_ON} {_WHAT}")),
    Link("deeds", behind=Piece(_GIVEN_BY)),
    Link("verbs", Piece(_REFUSAL), Piece(rf" {_WHAT}")),
    Link("deeds", behind=Piece(
        rf" (?:by|(?<!recognition )from) {ORGAN_OF}{_WHO}{PEOPLE} (?:{_ON}|in(?= its )) {_WHAT}")),
    Link("deeds", Piece(rf"{_FIRST} {_HOW}{{0,3}}?\Z"), Piece(rf" {_FROM} {DOER}")),
    Link("deeds", Piece(rf"{_FIRST} (?P<who><state>)(?:'s|’s)?(?: [a-z]+)? \Z"), Piece(_ALONE)),
    Link("deeds", Piece(_DONE_DESPITE), Piece(rf" (?:from|by|of|in) {DOER}")),
    Link("deeds", behind=Piece(rf" {_THING}(?<!ed) by {DOER}")),
)  # fmt: skip


def deeds(statement: Statement) -> Iterator[Claim]:
    """A noun of stance before its holder: "the support of Norway for …", "recognition of … by Norway"; none that has
    another before it: "its support for the rebels during the invasion by Norway".
    """
    for one in claims_around(statement, _DEEDS):
        before = statement.text[: one.verb[0] - statement.start]
        if not _OWNED.search(before) or _HAS_THAT_OF.search(before):
            yield one
