"""Correspondence: messages and letters that were exchanged, and what is told of a single letter or congratulation."""

from __future__ import annotations

from parsers.language.pattern import Pattern
from parsers.language.reading import Statement
from parsers.phrases.encounters.circumstances import mode_of

_SAID = ("congratulated", "told", "informed", "assured", "briefed", "urged", "thanked")

EXCHANGED = Pattern(
    r"\b(?:exchanged|(?<!by )(?<!by an )(?<!through an )(?<!with an )(?<!in an )(?<!via an )exchange of) "
    r"(?:(?!\[person)[^;.]){0,40}?(?P<verb>messages|letters|telegrams|greetings|notes of congratulation)"
)


def is_written(verb: str, statement: Statement) -> bool:
    """Whether a verb of telling tells of one letter, or of a congratulation without a call: nobody met or talked."""
    mode = mode_of(statement.low) if verb in _SAID else ""
    return mode == "letters" or (verb == "congratulated" and mode == "in person")
