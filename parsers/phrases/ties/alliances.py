"""Shapes in which two states make an alliance, or one names the other its major ally."""

from __future__ import annotations

import re

from parsers.language.mention import Mention
from parsers.language.pattern import Match, Pattern

_ALLIANCE = r"(?P<level>(?:(?P<kind>military|defensive|political|economic|formal|secret) )?alliance)"
ALLIED = Pattern(
    rf"\b(?P<verb>concluded|concluding|formed|forming|signed|signing|made|entered(?: into)?|established|forged|sealed"
    rf"|struck|renewed|developed) (?:an?|the|their) (?:treaty of |[a-z]+-[a-z]+ )?{_ALLIANCE}\b(?! of )"
)
ALLIANCE_MADE = Pattern(
    rf"\b(?:an?|the) {_ALLIANCE}(?: treaty| pact)?(?: between [^;.]{{3,40}}?| with [^;.]{{3,30}}?)? "
    r"(?P<verb>(?:signed|concluded|formed|made|established|sealed)(?= (?:in|on|by|between) )"
    r"|was (?:signed|concluded|formed|made|established|renewed|sealed))\b"
)
MAJOR_ALLY = Pattern(
    r"\b(?P<verb>designat\w+|named|declared|made|became|is|was|are|were)\b [^;.]{0,60}?"
    r"(?P<level>major non-(?:NATO|\[body:\d+\]) all(?:y|ies))\b"
)
# What comes behind an alliance and is no partner of it: "an alliance in 1866 to check Chad", ", and Chad joined".
_BESIDES = re.compile(r"[,;]| (?:to|against|after|before|when|while|which|that|following|amid) ")
_NEW_CLAUSE = re.compile(r"; |, (?:and|but|while) ")


def shares_clause(match: Match, other: Mention) -> bool:
    """Whether a state or body can be a partner of an alliance that a match tells, by its place: not in another clause,
    or behind what says why it was made.
    """
    text, verb = match.statement.document.text, match.verb
    if other.end <= verb[0]:
        return _NEW_CLAUSE.search(text, other.end, verb[0]) is None
    return other.start < match.end or _BESIDES.search(text, match.end, other.end) is None
