"""Whether a stance is stated of its holder: the holder is the subject of a finite verb, in no supposition."""

from __future__ import annotations

import re

from parsers.language.pattern import Match
from parsers.phrases.stances.acts import BESIDE, is_its_act
from parsers.phrases.stances.clause import Clause
from parsers.phrases.stances.holders import holder_group, is_governed, opens_clause
from parsers.phrases.stances.people import is_of_others
from parsers.phrases.stances.words import begins_with_any

_RELATIVE = re.compile(r",? (?:which|who|that)\b")
_IN_RELATIVE = re.compile(r", (?:which|who) (?:(?!the \Z)[\w’'-]+ ){1,5}(?:the )?\Z")
_LOCATED = re.compile(r"\b(?!(?:relations|ties|interest|talks|allies) )[a-z]+ in (?:the )?$")
_LONE_COMMA = re.compile(
    r", (?!(?:which|who|that|as|for|in turn|although|though|once|initially|long|under|led by|an?|one|itself|"
    r"having)\b)[^,]*$"
)
_APPOSED = re.compile(r"[A-Z][\w’'-]+, (?:an? |the )?(?:[a-z]+ ){0,2}\Z")
_ORGAN_LEAD = re.compile(
    r"(?:the )?(?:governments?|parliament|presidents?|foreign ministry|leaders?|authorities) (?:of|in) (?:the )?$"
)
# One of several deeds in a row: "backed the one, [opposed the other] and condemned a third".
_IN_ROW = re.compile(
    r"(?:(?:continue[sd]|went on) to [a-z]+|[a-z]+(?:ed|s)(?: (?:for|against|to|on|with))?) "
    r"(?!by\b|in\b|at\b|from\b|with\b|on\b|as\b|to\b|and\b)[^;]{3,160}?,? and"
    r"(?:, [^,;]{3,60},)? [\"“]?(?:[a-z]+ly |also |further |has |had |later )?"
    r"(?:[a-z]+ed|[a-z]+s (?:the|its|an?|all|that))\b"
)
_ABSOLUTE = {
    "participles": (
        " with ", " with the ", " over ", " over the ", " despite ", " following ", " of ", " after ", " to ",
    ),
    "nouns": (" between ", " between the "),
}  # fmt: skip
_VOICING = re.compile(r" (?:[a-z]+ ){0,2}?(?:express|voic|reiterat|reaffirm|declar|announc)ing ")
_NOT_YET = ("once ", "until ", "till ", "as soon as ", "provided ", "unless ", "the day ")
# "Seeing Kenya as a friend, Peru backs it": Kenya is only what the words before the clause are on.
_FRONTED_OBJECT = re.compile(r"(?:[A-Z][a-z]+ing|Having [a-z]+ed) (?:the )?")
# "Expelled the ambassador of Peru, …": to whom something is done is no subject of what follows.
_OBJECT = re.compile(
    r"\b(?:expelled|recalled|received|hosted|arrested|summoned|invited|appointed|executed|deported|welcomed|recruited) "
    r"(?:the )?\Z"
)
_IF_INVERTED = ("had ", "should ", "were ")


def is_stated(clause: Clause) -> bool:
    """Whether no "if", "accused" or "hoped that" governs the holder, and it is the subject of a finite verb."""
    if _is_supposed(clause) or not _is_in_row(clause.match) or is_of_others(clause):
        return False
    return _is_subject(clause) and is_its_act(clause)


def _is_supposed(clause: Clause) -> bool:
    """Whether what the holder does is asked for, expected or supposed: "once Kenya", "had Kenya"."""
    asked = begins_with_any("asked").search(_ORGAN_LEAD.sub("", clause.lead)[-25:]) is not None
    return asked or clause.lead.endswith(_NOT_YET) or clause.lead in _IF_INVERTED


def _is_in_row(match: Match) -> bool:
    """Whether a deed behind a comma alone, if it is one, has another behind it that "and" joins."""
    comma = match.place("next")
    return comma is None or _IN_ROW.match(match.statement.low_skeleton, comma[1] + 1) is not None


def _is_subject(clause: Clause) -> bool:
    """Whether the holder is a subject: neither governed by a preposition, nor cut off by a comma from what is told, nor
    within a relative clause.
    """
    fronted = _FRONTED_OBJECT.fullmatch(clause.text, clause.match.statement.start, clause.holder[0])
    if fronted or _OBJECT.search(clause.lead) or _is_cut_off(clause) or _is_in_relative(clause):
        return False
    relative = _opens_relative(clause)
    if relative and _LOCATED.search(clause.lead[-45:]):
        return False
    it = clause.text[slice(*clause.holder)] == "It"
    free = relative or it or _is_absolute(clause) or not is_governed(clause.lead[-45:])
    return free or opens_clause(clause.match) is not None


def _is_cut_off(clause: Clause) -> bool:
    """Whether a lone comma parts the holder from what is told, and neither an apposition nor others beside it do."""
    if not _LONE_COMMA.match(clause.gap) or (clause.section, clause.gap) == ("participles", ", "):
        return False
    inside = bool(clause.named) and "," in clause.named[-1].text
    beside = BESIDE.search(clause.text, *clause.holder) or BESIDE.match(clause.gap)
    return not (inside or beside or _APPOSED.search(clause.text, clause.match.statement.start, clause.holder[0]))


def _is_in_relative(clause: Clause) -> bool:
    """Whether a relative clause before the holder has it within."""
    start, at = clause.match.statement.start, clause.holder[0]
    return holder_group(clause.match) == "who" and _IN_RELATIVE.search(clause.text, max(start, at - 70), at) is not None


def _opens_relative(clause: Clause) -> bool:
    """Whether the holder, or its organ, has a relative clause behind it."""
    organ = clause.match.span("whose")
    behind = max(clause.holder[1], organ[1] if organ else 0)
    return _RELATIVE.match(clause.text[behind : behind + 8].lower()) is not None


def _is_absolute(clause: Clause) -> bool:
    """Whether a preposition before the holder opens a clause: "with Norway opposing", "neither of"."""
    if clause.lead.endswith(("neither of ", *_ABSOLUTE.get(clause.section, ()))):
        return True
    opens = _VOICING.match(clause.gap) is not None or clause.gap.startswith(" being ")
    return clause.lead.endswith((" with ", " with the ")) and opens
