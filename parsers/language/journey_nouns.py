"""Shapes of journeys told by a noun, a host or a sender: "a visit by A to X", "X hosted A", "X sent A to Y", and by
a meeting on the host's soil.
"""

from __future__ import annotations

import re

from parsers.language.journeys import VISITS
from parsers.language.pattern import Pattern

_TO = r"(?:to|in) (?:the |neighbouring )?(?:(?!\[)[^;.]){0,25}?<to:state|place>"
_BY = (
    r"(?:by|of|from|made by|paid by) (?:the |then |an? )?(?:(?!\[(?:state|place|person))[^;.]){0,40}?<visitors:persons>"
)
VISIT_TO_BY = Pattern(rf"\b(?P<verb>{VISITS}) {_TO}(?P<dated>(?: (?:in|on))?(?: <date>)?),? {_BY}")
VISIT_OF = Pattern(
    rf"\b(?P<verb>{VISITS})(?P<dated>,? (?:in|on|from|during) <date>,?)?"
    rf"(?P<way>(?: (?!\[(?:state|place|person)|to\b|in\b)[\w,-]+){{0,4}}? ){_BY}"
    rf"(?P<rest>,? (?:(?!\[person|\[state|\[place|visit|\b(?:and|with|to|where)\b)[^;.]){{0,40}}?{_TO})?"
)
THEIR_VISIT = Pattern(
    rf"<visitors:person>(?:'s|’s|'|’) (?:(?!\[person)[^;.]){{0,40}}?(?P<verb>{VISITS})"
    rf"(?: {_TO}|,? (?:in|on|from|of) <date>(?!,? (?:to|in)\b))"
)
AND_BY = Pattern(
    r"(?:,|;|\band|, and) (?:the |that |those |one )?(?P<verb>by|of) (?:the )?<visitors:persons>"
    r"(?:,? to (?:the )?<to:state|place>)?,? (?:in |on |from |\()?<when:date>"
)
DURING = Pattern(
    r"\b(?P<verb>(?:during|on|in|while on) (?:an?|his|her|their|the) (?:<early:date> )?"
    rf"(?:(?!\[(?:state|place|person))[^;.]){{0,40}}?{VISITS} (?:to|of|in)|while (?:visiting|touring|in))"
    r" (?:the )?<to:state|place>(?:,? (?:in|on|from|between) <when:date>)?,? (?:the )?<visitors:persons>"
)
HIS_VISIT = Pattern(rf"\b(?:his|her|their) (?:[\w-]+ ){{0,3}}?(?P<verb>{VISITS}) {_TO}")
MADE_BY = Pattern(
    rf"\b(?P<verb>{VISITS}) [^;.]{{0,40}}?{_TO} (?:[^;.]{{0,20}}? )?(?:was|were) (?:made|paid|undertaken"
    rf"|conducted) by (?:the )?<visitors:persons>"
)
FIRST_WAS = Pattern(
    r"(?:\b(?:first|last|second|only)\b|<rank>)[^;.]{0,40}? (?P<verb>to (?:visit|travel to|(?:pay|make"
    r"|undertake) [^;.]{0,30}?visit to)|who visited) (?:the )?<to:state|place>"
    r"(?:,? (?:in|on) <date>)? (?:was|were) (?:the )?<visitors:persons>"
)
HOSTED = Pattern(
    r"(?<!by )(?<!in )<to:state|place>(?:'s government)?(?: \w+)? (?P<verb>(?:was|were) (?:also )?visited by"
    r"|received|hosted|welcomed)(?: (?!\[|visits?\b|delegations?\b)\w+){0,4}? (?:the )?(?:visits? (?:by|of) "
    r"(?:the )?)?<visitors:persons>"
)
SENT = Pattern(
    r"<sender:state> (?:also )?(?P<verb>sent|dispatched) (?:an? |its |the )?(?:(?!\[)[\w-]+"
    r" ){0,3}?<visitors:person> to (?:the )?<to:state|place>"
)
EXCHANGED = Pattern(
    r"<one:person>(?: of <state>)?,? and (?:the )?<other:person>(?: of <state>)? (?P<verb>exchanged (?:[\w-]+ )?visits)"
)
MET = re.compile(
    r"\b(?:met|(?:held|had|conducted) (?:[\w-]+ ){0,3}?(?:talks|meetings?|discussions|consultations)|(?:was"
    r"|were) (?:also )?(?:received|welcomed|hosted)|received|welcomed|hosted|meeting|conferred|called on)\b",
    re.I,
)
