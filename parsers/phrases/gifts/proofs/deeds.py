"""What a clause tells to have been done for the other side, which is aid where the words of its statement weigh enough:
people trained or treated, works built; active or passive.
"""

from __future__ import annotations

import re

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.slots import words_of
from parsers.phrases.gifts.words import BUILT

_BE = r"(?:is|are|was|were|be|(?:has|have|had) been)(?: (?:being|also|then|now|[a-z]+ly))*"
# What an active verb governs, up to a preposition, a date or another clause.
_WHAT = (
    r"(?: (?:the|some|its|an?))? (?P<what>(?!(?:by|in|at|on|with|without|to|as|for|it|them|him|her|that|how)\b)"
    r"[^,;.]{3,80}?)(?=(?: \w+ly)? (?:at|in|for|since|on|under|from|to|until|after|during|with|by|near|and|who|which"
    r"|that|without|each year|every year|\[date)(?!\w)|[,;.]|$)"
)
_WHO = r"(?P<what>(?:(?!,|;| (?:which|who|that) ).){3,80}?)(?:, (?:among them|including|who|which|all) [^,;]{3,60},)?"
OF_PEOPLE = ("training of ", "treatment of ")
"""What leads the words of a deed that is done for people, who may be counted."""
# Verb of the frame, what leads its words, the participles behind "was", the forms before an object.
_DEEDS = (
    ("trained", OF_PEOPLE[0], "trained|taught|educated|instructed|schooled|drilled",
     "train(?:s|ed)?|taught|teach(?:es)?|educat(?:es|ed)|school(?:s|ed)|instruct(?:s|ed)|put through"),
    ("treated", OF_PEOPLE[1], "treated|operated on|nursed|cared for|healed|vaccinated",
     "treat(?:s|ed)|nursed|operated on|vaccinat(?:es|ed)|cared for"),
    ("built", "", f"{BUILT}|dug|laid|paid for|handed over|planted|furnished",
     f"{BUILT}|builds?|constructs|dug|laid|restores|renovates|repairs|planted|cleared"),
)  # fmt: skip
_PASSIVE = tuple((verb, lead, re.compile(rf"{_WHO} {_BE} (?:{done})\b")) for verb, lead, done, _ in _DEEDS)
_ACTIVE = tuple((verb, lead, re.compile(rf"(?<=[\]\w] )(?:{does}){_WHAT}")) for verb, lead, _, does in _DEEDS)
_ANY = Folded("|".join(forms for _, _, *both in _DEEDS for forms in both))
_LEAD = re.compile(
    r"(?>(?:in|on|since|from|until|during|after|before|for|under|within|with|against|following|between|every|each|over)"
    r" [^,;]*?(?:, |(?<=\]) (?=\[|the ))|\[date:\d+\],? |the |an? |another |some |about |nearly |more than |up to )*+"
)


def may_tell_deed(statement: Statement) -> bool:
    """Whether a statement holds a verb of such a deed."""
    return _ANY.search(statement.low_skeleton) is not None


def deed(statement: Statement, begin: int, end: int) -> tuple[str, str] | None:
    """The verb and the words of what a clause tells to have been done for somebody ("trained", "training of crews of
    the coast guard"); null where it tells of no deed.
    """
    low = statement.low_skeleton
    lead_in = _LEAD.match(low, begin, end)
    start = lead_in.end() if lead_in else begin
    passive = ((verb, lead, shape.match(low, start, end)) for verb, lead, shape in _PASSIVE)
    active = ((verb, lead, shape.search(low, start, end)) for verb, lead, shape in _ACTIVE)
    for verb, lead, found in (*passive, *active):
        words = words_of(statement, *found.span("what")).strip() if found else ""
        if words and not _NOBODY.fullmatch(words.lower()):
            return verb, f"{lead}{words}"
    return None


def is_of_firm(statement: Statement, begin: int, end: int) -> bool:
    """Whether one who is no side builds or trains in a clause behind another: "…; and Acme is to build a dock"."""
    low = statement.low_skeleton
    active = (shape.search(low, begin, end) for _, _, shape in _ACTIVE) if begin else ()
    return any(found is not None and _BY_NAME.search(statement.skeleton, begin, found.start()) for found in active)


_BY_NAME = re.compile(
    r"(?<=\w )[A-Z][\w&-]+(?: (?:also|then|later|is|was|are|were|to|has|have|had|will|would|agreed|undertook|"
    r"[a-z]+ly))* $"
)


_NOBODY = re.compile(r"(?:it|they|he|she|this|these|that|which|who|them|and|also|there|the|since)(?: .*)?")
