"""Stances as nouns that their holder owns: "Norway's support for …", "Norwegian recognition of …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.mention import StateValue
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


@cache
def _frames() -> tuple[tuple[Link, Frame], ...]:
    own, organ = r"(?P<own>'s|’s|'|’|,? whose)", r"(?: (?:government|parliament)(?:'s|’s))?"
    strong = (
        r"(?:(?:strong|official|diplomatic|political|military|public|continued|firm|initial|steady|consistent|full|"
        r"unwavering|long-standing|vocal|open) ){0,2}?[\"“]?"
    )
    holder = Piece(r"(?P<who><state|place|both|person>|the (?:former|latter))")
    second = rf"{own} [^;,.]{{3,110}}?(?:,? and|,) (?:for |of |over |about )?(?:its|their) (?:[a-z]+ ){{0,2}}?"
    noun = Link("nouns")
    decided = r"(?: [a-z]+){0,2}? decision(?: (?:in |on |of )?\[date:\d+\])? (?P<not>not )?to (?:[a-z]+ly )?"
    its = Piece(r"(?<![\w’'-])(?P<who>(?P<own>its))")
    told = Piece(
        r"(?:^|[;,] |\b(?:despite|notwithstanding|with|following|after|due to|because of|as well as|given|and) )\Z"
    )
    whose = rf"(?:{own}{organ}| (?:government|regime)(?:'s|’s))"
    policy = rf"{whose} (?:[a-z]+ ){{0,3}}?(?:{'|'.join(HABITS)}) of (?P<not>not )?"
    return (
        (Link("participles"), Frame(Piece(policy), holder)),
        (Link("verbs"), Frame(Piece(rf"{whose}{decided}"), holder, told)),
        (Link("verbs"), Frame(Piece(decided), its, told)),
        (noun, Frame(Piece(rf"(?:{own}{organ} (?:[\"“]?[a-z]+(?:-[a-z]+)?,? ){{0,4}}?|{organ} {strong})"), holder)),
        (noun, Frame(Piece(second), Piece(r"(?P<who><state>)"))),
        (noun, Frame(Piece(r" (?:[a-z]+ ){0,3}?"), Piece(r"(?:^|; |, (?:and|but|while) )(?P<who>(?P<own>its))"))),
    )


def owned_nouns(statement: Statement) -> Iterator[Claim]:
    """A noun of stance behind its holder, a second one, "Norway's support for … and its rejection of …", and what it
    decides to do: "Norway's decision to recognise …".
    """
    return claims_by(statement, _frames())


def is_owned(match: Match) -> bool:
    """Whether a noun of stance belongs to the state before it: "Chile's support for", "Chilean support for",
    "US support for".
    """
    who = match.mention("who")
    demonym = who is not None and isinstance(who.value, StateValue) and who.value.form == "demonym"
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
