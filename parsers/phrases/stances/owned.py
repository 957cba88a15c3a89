"""Stances as nouns that their holder owns: "Norway's support for …", "Norwegian recognition of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import is_demonym
from parsers.language.pattern import Match, Piece
from parsers.language.reading import Statement
from parsers.phrases.stances.claim import Claim, Frame, Link, claims_by
from parsers.phrases.stances.meanings import form_of
from parsers.phrases.stances.words import begins_with_any

HABITS = ("policy", "practice", "strategy", "record", "history", "tradition")
"""What a state has of supporting or opposing something."""
_DOING = re.compile(r" (?:its |their )?[a-z]+ing\b")
_GOT = re.compile(r"\b(?:received|won|obtained|secured|gained|enjoys|enjoyed)\b")
HELPING = re.compile(
    r"\b(?:financial|fire|air|material|manpower|technical|logistical|medical|humanitarian|educational|"
    r"budget|budgetary|"
    r"economic|development) [\"“]?$"
)
_FEARED = re.compile(
    r"\b(?:threats?|fears?|risks?|possibility|prospects?|rumou?rs|allegations?|suspicions?|accusations?|claims?) of "
    r"(?:the )?$|\b(?:perceived|seen|viewed|regarded|interpreted|understood)\b[^;.]* as (?:an? |the )?$|"
    r"\bclaimed (?:that )?$"
)
_TAKEN_UP = re.compile(r"\b(?:reject|oppos|back|support|endors|dismiss|favou?r)\w* (?:the )?$")


_OWN, _ORGAN = r"(?P<own>'s|’s|'|’|,? whose)", r"(?: (?:government|parliament)(?:'s|’s))?"
_STRONG = (
    r"(?:(?:strong|official|diplomatic|political|military|public|continued|firm|initial|steady|consistent|full|"
    r"unwavering|long-standing|vocal|open) ){0,2}?[\"“]?"
)
_WHOSE = rf"(?:{_OWN}{_ORGAN}| (?:government|regime)(?:'s|’s))"
_OF_POLICY = rf"{_WHOSE} (?:[a-z]+ ){{0,3}}?(?:{'|'.join(HABITS)}) of (?P<not>not )?"
_DECIDED = r"(?: [a-z]+){0,2}? decision(?: (?:in |on |of )?\[date:\d+\])? (?P<not>not )?to (?:[a-z]+ly )?"
_OWNS = rf"(?:{_OWN}{_ORGAN} (?:[\"“]?[a-z]+(?:-[a-z]+)?,? ){{0,4}}?|{_ORGAN} {_STRONG})"
_SECOND = rf"{_OWN} [^;,.]{{3,110}}?(?:,? and|,) (?:for |of |over |about )?(?:its|their) (?:[a-z]+ ){{0,2}}?"
_HOLDER = Piece(r"(?P<who><state|place|both|person>|the (?:former|latter))")
_STATE = Piece(r"(?P<who><state>)")
_ITS = Piece(r"(?<![\w’'-])(?P<who>(?P<own>its))")
_ITS_FIRST = Piece(r"(?:^|; |, (?:and|but|while) )(?P<who>(?P<own>its))")
_TOLD = Piece(
    r"(?:^|[;,] |\b(?:despite|notwithstanding|with|following|after|due to|because of|as well as|given|and) )\Z"
)
_FRAMES = (
    (Link("participles"), Frame(Piece(_OF_POLICY), _HOLDER)),
    (Link("verbs"), Frame(Piece(rf"{_WHOSE}{_DECIDED}"), _HOLDER, _TOLD)),
    (Link("verbs"), Frame(Piece(_DECIDED), _ITS, _TOLD)),
    (Link("nouns"), Frame(Piece(_OWNS), _HOLDER)),
    (Link("nouns"), Frame(Piece(_SECOND), _STATE)),
    (Link("nouns"), Frame(Piece(r" (?:[a-z]+ ){0,3}?"), _ITS_FIRST)),
)


def owned_nouns(statement: Statement) -> Iterator[Claim]:
    """A noun of stance behind its holder, a second one, "Norway's support for … and its rejection of …", and what it
    decides to do: "Norway's decision to recognise …".
    """
    return claims_by(statement, _FRAMES)


def is_owned(match: Match) -> bool:
    """Whether a noun of stance belongs to the state before it: "Chile's support for", "Chilean support for",
    "US support for".
    """
    who = match.mention("who")
    demonym = who is not None and is_demonym(who)
    worry = (match.words("verb") or "").lower().startswith(("concern", "regret", "disappoint", "complain", "anger"))
    verb = match.span("verb") or (match.end, 0)
    if HELPING.search(match.statement.document.text, match.start, verb[0]):
        return False
    if who is not None and who.kind == "place" and match.words("own") is None:
        return False
    short = who is not None and who.kind == "state" and who.text.replace(".", "").isupper()
    return match.words("own") is not None or ((demonym or short) and not worry)


def is_free(statement: Statement, match: Match) -> bool:
    """Whether the stance is not sought, lost, or what another is for or against: no such word stands before it; and no
    help in doing something.
    """
    if form_of(match) == "support in" and _DOING.match(statement.document.text, match.end):
        return False
    before = _GOT.split(statement.low[: min(match.start, match.verb[0]) - statement.start][-60:])[-1]
    lost = begins_with_any("asked").search(before) or begins_with_any("ended").search(before)
    lost = lost or _FEARED.search(before)
    return not lost and _TAKEN_UP.search(before) is None
