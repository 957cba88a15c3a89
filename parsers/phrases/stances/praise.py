"""Stances for which a state is thanked or praised, and the questions of a list of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.pattern import Pattern
from parsers.language.reading import Statement
from parsers.phrases.stances.questions import is_question
from parsers.phrases.stances.words import alternatives

Span = tuple[int, int]

_PARTS = re.compile(
    r",?\s+as well as\s+(?:for\s+)?(?:the\s+)?|"
    r",\s*(?:and\s+)?(?:(?:on|for|of)\s+)?(?:the\s+)?|\s+and\s+(?:(?:on|for|of)\s+)?the\s+"
)
_POSITION_ON = re.compile(r"\b(?:positions?|stances?|stand) on(?: (?:its|the|their))?$")
_STANCE_ON = re.compile(r"(?:(?:stances?|positions?|policy|policies) on (?:the )?)")


@cache
def praise_shape() -> Pattern:
    """Words of thanks or praise, the state that has them, and the word of its stance: "thanked Peru for backing"."""
    return Pattern(
        rf"\b(?:{alternatives('praises')}) (?:to )?(?:the )?(?:government of |people of )?(?:the )?(?P<who><state>)"
        r"(?:(?:'s|’s)? (?:government|people|side|authorities))?(?: for|'s|’s) "
        rf"(?:(?:{alternatives('praised_with')}|(?:position|stance|stand|policy|decision) (?:of|to|on)) )*"
        rf"(?:{alternatives('praised')})(?: its| the| their)?(?= )"
    )


def praised_stance(words: str) -> str:
    """The stance for which a state is thanked or praised, by the words that name it."""
    if re.search(r" (?:not recogni|refus|non-recogni|oppos|reject)[^;]*$", words):
        return "opposes"
    return "condemns" if "condemn" in words else "recognizes" if "recognition" in words else "supports"


def is_position_on(words: str) -> bool:
    """Whether what is praised is a "position on" something, which is a question whatever it is."""
    return _POSITION_ON.search(words) is not None


def asked_parts(statement: Statement, span: Span, stance: str) -> Iterator[Span]:
    """The parts of a list that are questions; all of them where the list is one of "positions on"."""
    parts = list(_parts(statement, span))
    if _STANCE_ON.match(statement.document.text, span[0]):
        yield from parts
    else:
        yield from ([part for part in parts if is_question(statement, part, stance)] or [span])


def _parts(statement: Statement, span: Span) -> Iterator[Span]:
    """The parts of a list "A, B, and C" as spans, without "position on" before the first."""
    text = statement.document.text
    lead = _STANCE_ON.match(text, span[0])
    start = lead.end() if lead else span[0]
    for joint in _PARTS.finditer(text, start, span[1]):
        yield start, joint.start()
        start = joint.end()
    yield start, span[1]
