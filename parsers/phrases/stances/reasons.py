"""Stances that are the reason for something: for what their holder does, or for what others blame or thank it."""

from __future__ import annotations

from collections.abc import Iterator

from parsers.language.pattern import Piece
from parsers.language.reading import Statement
from parsers.phrases.stances.claim import Claim, Frame, Link, claims_around, claims_by
from parsers.phrases.stances.frames import CLAUSE_LEAD, SUBJECTS
from parsers.phrases.stances.subjects import ASIDE, GOVERNMENT, PEOPLE, SEVERAL, SUBJECT

_WHO = rf"(?P<who>{SEVERAL})"
_BLAMED = r"(?:critici[sz]\w+|condemn\w*|denounc\w+|attack\w*|rebuk\w+|reprimand\w*)"
_THANKED = r"(?:commend\w*|thank\w*|prais\w+|gratitude to|grateful to|appreciat\w+)"
_BROKEN = (
    r"(?:veto\w*|oppos\w*|reject\w*|refus\w*|block\w*|boycott\w*|sanction\w*|punish\w*|against|"
    r"broke|broken|breaking|sever\w*|suspend\w*|cut|ended|strained|deteriorat\w+|worsened|recalled|expelled)"
)
_BECAUSE = r"(?:because of|due to|owing to|over|for|on account of|as a result of|following|after|in response to)"
_FILLED = r"(?:(?!lack\b|alleged\b|former\b)[\w’'-]+ ){0,3}?"
_OWN = r"(?:its|their|his|her|the country's|the latter's)"
_NAMED = Piece(rf"(?P<who><state|person>){PEOPLE}")
_BLAMING = Piece(rf"\b(?:{_BLAMED}|{_THANKED}) {GOVERNMENT}(?:people of )?(?:the )?\Z")
_THANKING = Piece(rf"\b{_THANKED} {GOVERNMENT}(?:people of )?(?:the )?\Z")
_BROKE_WITH = Piece(rf"\b{_BROKEN} [^;.]{{0,60}}?(?:with|from|on) (?:the )?\Z")
_BECAUSE_OF_ITS = Piece(rf",? {_BECAUSE} {_OWN} {_FILLED}")
_FOR_DOING = Piece(",? (?:for|over) (?:having )?(?P<not>not )?")
_FOR_ITS = Piece(rf"(?:'s|’s| for (?:its|their|the)) {_FILLED}")
_ACTED_ON = Piece(
    rf"{ASIDE}(?:(?! {_BROKEN}| {_BLAMED})[^;.]){{3,110}}? (?:because of|due to|owing to|"
    rf"despite|in line with|in keeping with|reflecting|given|in view of) (?:its|their) {_FILLED}"
)
_REASONS = (
    (Link("nouns"), Frame(_BECAUSE_OF_ITS, _NAMED, _BLAMING)),
    (Link("participles"), Frame(_FOR_DOING, _NAMED, _BLAMING)),
    (Link("stands"), Frame(_FOR_ITS, _NAMED, _THANKING)),
    (Link("nouns"), Frame(_BECAUSE_OF_ITS, _NAMED, _BROKE_WITH)),
    (Link("nouns"), Frame(_ACTED_ON, SUBJECTS, CLAUSE_LEAD)),
)
"""For what a state is blamed or thanked, why others broke with it, and why it did something."""

_BECAUSE_FIRST = Piece(
    r"(?:^|; )(?:(?P<not>with no )|(?:because of|due to|owing to|as a result of|on account of|given|despite|"
    rf"in spite of|in line with|apart from|besides|consistent with) (?:its|their) {_FILLED})\Z"
)
_DOING_FIRST = Piece(
    r"(?:^|; )(?:however, )?(?:(?:while|whilst|although|despite|besides|in addition to|apart from|aside from|"
    r"without) )?(?:[a-z]+ly )?\Z"
)
_HAVING_FIRST = Piece(r"(?:^|; )having (?:[a-z]+ly )?\Z")
_BEING_FIRST = Piece(
    r"(?:^|; )(?:as )?(?:(?:an? |the |one of the )(?:[a-z-]+ ){0,4}?|(?:[a-z]+ly |long )?)\Z"
)
_AMONG_FIRST = Piece(r"(?:^|; )(?:among|one of) (?:the |its )?(?:[a-z-]+ ){0,4}?\Z")
_MANY_FIRST = Piece(r"(?:countries|states|nations|members|\[quantity:\d+\]) (?:(?:that|which|have|has|had) )*\Z")
_NOUN_FIRST = Piece(r"(?:^|, )(?:[a-z]+ )?\Z")
_THEN_HOLDER = Piece(rf"(?P<topic> [^;.,]{{3,110}}), (?:the )?{SUBJECT}")
_THEN_LIST = Piece(rf"(?P<topic> [^:;.]{{3,110}}): (?:the )?(?P<who>{SEVERAL})")
_THEN_ARE = Piece(rf"(?P<topic> [^;.,]{{3,110}}?),? (?:is|are|was|were|has been) (?:the )?(?P<who>{SEVERAL})")
_THEN_POLICY = Piece(
    r"(?P<topic> [^;.,]{3,110}?),? (?:is|are|was|were|remains?|remained|has been) (?:an? |the |one of the )?"
    r"(?:[a-z]+ ){0,2}?(?:central to|(?:cornerstones?|pillars?|part|core|heart|principles?|elements?) of) (?:the )?"
    r"(?P<who><state>)(?:'s|’s)? (?:[a-z]+ ){0,2}?(?:policy|diplomacy)\b"
)
_FRONTED = (
    Link("nouns", _BECAUSE_FIRST, _THEN_HOLDER),
    Link("participles", _DOING_FIRST, _THEN_HOLDER),
    Link("verbs", _HAVING_FIRST, _THEN_HOLDER),
    Link("standings", _BEING_FIRST, _THEN_HOLDER),
    Link("standings", _AMONG_FIRST, _THEN_ARE),
    Link("verbs", _MANY_FIRST, _THEN_LIST),
    Link("nouns", _NOUN_FIRST, _THEN_POLICY),
)
"""A stance with which a clause begins, and its holder behind it."""
_WORRIED = ("concern", "worr", "alarm")


def reasons(statement: Statement) -> Iterator[Claim]:
    """A stance that is the reason of what its holder does, or of what is done to it: "because of its support for …"."""
    yield from claims_by(statement, _REASONS)
    yield from (one for one in claims_around(statement, _FRONTED) if not one.word.form.startswith(_WORRIED))
