"""Recognition that a sentence only speaks of: something is done to recognise a state, for it or against it."""

from __future__ import annotations

import re

from parsers.language.pattern import Match

_TO = re.compile(r"\bto (?:(?:\w+ly|also|de jure|de facto) )*$")
_DEED = re.compile(
    r"(?:\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|last|only|earliest|latest|among|amongst"
    r"|one|two|three|four|few|many|several|forefront|deci[ds]\w+|vot\w+|agree\w*|chose|opted|proceed\w*|resolv\w+|mov\w+"
    r"|went|quick|swift|prompt\w*|led|leading|persuaded|convinced|forced|compelled|continu\w+|came|beg[au]n|start\w*"
    r"|declar\w+|statement|communiqu\w+|notes?|treaty|decree|ordered|instructed|authori\w+|approv\w+)|\d(?:st|nd|rd|th))"
    r"\b[^;]*$"
)
_MAY = re.compile(
    r"\b(?:might|may|could|can|must|need(?:s|ed)?|ought) (?:\w+ )?be(?:come)? |\bnext (?:\w+ )?(?:state|countr|nation)"
    r"|\b(?:duty|bribes?|bribed|money|pressure|pressured|offer(?:ed)?|lobb\w+|petition\w*|campaign\w*|appeal\w*)\b[^,;]*$"
)
_OF_ABSTAINING = re.compile(
    r"\b(?:from|against|about|without|oppos\w+|(?:debat|discuss|avoid|consider|suggest|delay)\w*) "
    r"(?:\w+ly |ever )*$"
)
_TAKEN_BACK = re.compile(
    r"\b(?:withdr\w+|revok\w+|revers\w+|rescind\w+|retract\w+|postpon\w+|delay\w+|reconsider\w*) "
    r"(?:its |their |the |a )?(?:decision|plans?|intention|pledge|promise) $"
)
_OF_WISHES = re.compile(
    r"\b(?:support|opposition|intentions?|plans?|hopes?|wish|desire|campaign|bill|motion|bid|readiness|willingness)\b"
)


def is_only_spoken_of(match: Match) -> bool:
    """Whether what a match calls recognising did not take place by its words: "bribes to recognise Norway", "to refrain
    from recognising", "announced support for the recognition of". An infinitive tells of a deed behind a rank ("the
    first to recognise") or a decision.
    """
    statement, verb = match.statement, match.span("verb")
    if verb is None:
        return False
    words = statement.document.text[slice(*verb)].lower()
    before = statement.low[: verb[0] - statement.start]
    if words.startswith("recogni") and words.endswith("ing"):
        return _OF_ABSTAINING.search(before) is not None
    if not words.startswith("recogni"):
        return _OF_WISHES.search(words) is not None
    to = _TO.search(before) if words in ("recognise", "recognize") else None
    lead = before[: to.start()] if to is not None else ""
    unsure = _MAY.search(lead) or _TAKEN_BACK.search(lead)
    return to is not None and (unsure is not None or _DEED.search(lead) is None)
