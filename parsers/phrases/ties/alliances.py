"""Shapes in which two states make an alliance, or one names the other its major ally."""

from __future__ import annotations

from parsers.language.pattern import Pattern

_ALLIANCE = r"(?P<level>(?:(?P<kind>military|defensive|political|economic|formal|secret) )?alliance)"
ALLIED = Pattern(
    rf"\b(?P<verb>concluded|concluding|formed|forming|signed|signing|made|entered(?: into)?|established|forged|sealed"
    rf"|struck|renewed) (?:an?|the|their) (?:treaty of |[a-z]+-[a-z]+ )?{_ALLIANCE}\b(?! of )"
)
ALLIANCE_MADE = Pattern(
    rf"\b(?:an?|the) {_ALLIANCE}(?: treaty| pact)?(?: between [^;.]{{3,40}}?| with [^;.]{{3,30}}?)? "
    r"(?P<verb>was (?:signed|concluded|formed|made|established|renewed|sealed))\b"
)
MAJOR_ALLY = Pattern(
    r"\b(?P<verb>designat\w+|named|declared|made|became|is|was|are|were)\b [^;.]{0,60}?"
    r"(?P<level>major non-(?:NATO|\[body:\d+\]) all(?:y|ies))\b"
)
