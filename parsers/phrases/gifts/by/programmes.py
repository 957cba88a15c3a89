"""Programmes that the agency of one side has in the other: "[agency] has a programme in B", "[agency] programmes focus
on schools", "the [agency] programme resumed", "B benefits from [agency] projects".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.gift import side_at
from parsers.phrases.gifts.givers.agencies import agency_in
from parsers.phrases.gifts.givers.roles import Told, gets


def of_programme(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What the programmes of an agency are for, else the programme, where the clause tells that it goes on.

    Not read: offices, and programmes that only others are compared with.
    """
    agency = agency_in(statement, begin, end)
    donor = side_at(statement, agency)
    if agency is None or donor is None or gets(statement, donor, begin, end) is None:
        return
    low = statement.low_skeleton
    named = _PROGRAMME.match(low, agency.end, end)
    stop = named.end() if named else agency.end
    focus = _FOCUS.match(low, stop, end)
    if focus is not None:
        yield Told(donor, focus.end(), phrase_end(statement, focus.end(), end))
    elif named is not None:
        effort = _EFFORT.match(low, begin, agency.start)
        if effort is not None:
            yield Told(donor, *effort.span("what"))
        elif _GOES_ON.match(low, stop, end) or _IS_HAD.search(low, begin, agency.start):
            yield Told(donor, agency.start, stop)
    elif _HAS.match(low, stop, end):
        yield Told(donor, agency.start, agency.end)


_NOUN = r"(?:programmes?|programs?|projects?|initiatives?|volunteers|operations|activities|assistance|scholarships)\b"
_PROGRAMME = Folded(
    rf"\)?(?: \(?\[body:\d+\]\)?)?(?:'s|’s)? (?:(?!(?:and|has|had|have|is|was|to|in|for|of|with)\b)(?:[a-z-]+|"
    rf"\[place:\d+\]),? (?:and )?){{0,3}}?{_NOUN}"
)
_THERE = r"(?:,? (?:in|across|throughout|for|to|with|since) [^,;]{2,40}?|, which [^,;]{3,80},)?"
_ALSO = r"(?: (?:has|have|had|been|are|is|was|were|also|now|[a-z]+ly))*"
_FOCUS = Folded(
    rf"{_THERE}{_ALSO} (?:emphasi[sz]e[sd]?|focus(?:es|ed|ing)? (?:mainly |primarily )?on|concentrate[sd]? (?:mainly )?"
    r"(?:on|in)|(?:aims?|aimed) at|target(?:s|ed)?|support(?:s|ed)?|promot(?:e|es|ed)|address(?:es|ed)?) "
)
_GOES_ON = Folded(
    rf"{_THERE}{_ALSO} (?:resumed|began|begun|started|operat(?:e|es|ed|ing)|continue[sd]?|run|ran|active|restarted|"
    r"reopened|expanded|grew|grown|include[sd]?)\b"
)
_HAS = Folded(
    rf"(?: \(?\[body:\d+\]\)?)?(?: \[state:\d+\])?{_THERE}{_ALSO} (?:(?:has|had|have|runs?|ran|operates?|maintains?|"
    rf"maintained|"
    r"supports?|conducts?|began|started) (?:an?|the|its|several|many|[a-z]+) (?:[a-z-]+ ){0,3}?(?:programmes?|"
    r"programs?|projects?)\b|"
    r"resumed (?:its |the )?(?:operations|work|activities|programme?s?)|returned to )"
)
_IS_HAD = Folded(
    r"\b(?:benefit(?:s|t?ed|t?ing)? [^;]{0,60}?from|(?:has|have|had|supports?|supported|runs?|maintains?|hosts?|"
    r"hosted)) "
    r"(?:an? |the |its |several |many |some |various )?(?:[a-z-]+ ){0,2}(?:\[body:\d+\] \()?$"
)
_EFFORT = re.compile(
    r"(?:the )?(?:(?:bulk|most|majority|much|core|part) of )?(?:the )?\[state:\d+\](?:'s|’s)? (?:[a-z]+ "
    r")?(?:efforts?|work|"
    r"support|engagement)\b[^,;]{0,80}? (?:(?:is|are|was|were|has been) [a-z]+ed (?:on|to|at|towards?)|goes to|went to|"
    r"focus(?:es|ed) on) (?P<what>[^;]{3,90}?) (?:through|via|by|under)(?: the)? (?:\[(?:state|body):\d+\] )?\(?$"
)
