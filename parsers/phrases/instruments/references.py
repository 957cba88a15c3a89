"""Whether words only refer to an instrument ("under the agreement", "this treaty"), or say what one named before is."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.reading import Statement
from parsers.phrases.instruments.bought import is_bought_by
from parsers.phrases.instruments.instrument import Instrument, words
from parsers.phrases.instruments.instruments import find_instruments

_ENDED_IN = re.compile(
    r"\b(?:culminated|resulted|ended|settled|laid down|defined|fixed|delimited|demarcated|set out|codified|enshrined"
    r"|anchored)(?: (?:on|in) [^,;]{4,20})? in$"
)

# "The treaty was the second in a series of accords".
_OF_SERIES = re.compile(
    r"\b(?:is|was|were|are|became) (?:the [a-z]+ |one )(?:in|of) (?:a (?:long |whole )?(?:series|row|number) of"
    r"|several|many|(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+))$"
)
# "Signed nearly $5 million in loan deals".
_WORTH_IN = re.compile(
    r"\b(?:sign(?:ed|ing)|concluded|inked|sealed)(?: [a-z-]+){0,3} (?:[a-z]{0,3}[$€£¥]|[a-z]{3} ?)[\d.,]+[ -]?"
    r"(?:[a-z]+ )?(?:worth )?in$"
)


def is_reference(statement: Statement, one: Instrument) -> bool:
    """Whether the instrument is only referred to: "under the agreement", "this treaty"."""
    before = statement.low[: one.start - statement.start].rstrip(' "“')
    bare = re.sub(r"\s(?:the|an?|this|that|these|their|its)(?: \d{4})?$", "", " " + before)
    if _is_predicate(statement, one) or _OF_SERIES.search(before) is not None:
        return True
    if _ENDED_IN.search(bare) or _WORTH_IN.search(before) or is_bought_by(statement, one, before + " "):
        return False
    if one.article in ("this", "that", "these", "those", "such", "said"):
        return True
    return bare.endswith(_references())


@cache
def _references() -> tuple[str, ...]:
    """The ends of what stands before an instrument that is only referred to."""
    return tuple(f" {phrase}" for phrase in words("references"))


_AMONG = re.compile(r"\bamong (?:the |these |those |several |various )?$")
_PREDICATE = re.compile(
    r"^[^;.]*\b(?:(?<!\bas )(?:is|was|are|were)|became|becoming|being) (?:also )?(?:(?:the|an?|its|their|[a-z-]+(?:'s"
    r"|’s)|"
    r"(?:first|only|oldest|last|second|third|earliest|latest|main|most|\w+est|[a-z]+ally|important)) ){0,5}[\"“]?$"
)


def is_among(statement: Statement, several: Instrument) -> bool:
    """Whether those behind some are of them: "among the treaties signed in 2011 were a tax treaty and a protocol"."""
    return several.plural and _AMONG.search(statement.low, 0, several.start - statement.start) is not None


def _is_predicate(statement: Statement, one: Instrument) -> bool:
    """Whether it only says what an instrument named before it is: "the treaty of 1888 was its first equal treaty"."""
    before = [other for other in find_instruments(statement) if other.end <= one.start]
    if not before or one.plural or is_among(statement, before[-1]):
        return False
    between = statement.low[before[-1].end - statement.start : one.start - statement.start]
    return _PREDICATE.search(re.sub(r"[\"“”]", "", between)) is not None
