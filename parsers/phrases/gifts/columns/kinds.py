"""The kind of aid that words name."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.slots import any_of


@cache
def _kinds() -> list[tuple[str, re.Pattern[str]]]:
    """The kinds of aid of the lexicon, each with its words."""
    return [(kind, re.compile(any_of(names))) for kind, names in read_yaml("aid.yaml")["kinds"].items()]


def kind_of(*texts: str) -> str | None:
    """The kind of aid that words name; the first text that tells any decides, and a list of several fields is
    development.

    >>> kind_of("assistance in forestry, schools, water and health"), kind_of("debt relief"), kind_of("food relief")
    ('development', 'financial', 'humanitarian')
    """
    for text in texts:
        low = text.lower().replace("debt relief", "debt")
        kind = next((kind for kind, names in _kinds() if names.search(low)), None)
        kind = "medical" if kind in (None, "military") and _TREATS.match(low) else kind
        if kind in _FIELDS and _LISTS.search(low) and _count(low) > 1:
            return "development"
        if kind:
            return kind
    return None


# Fields that are listed beside each other where aid is for all of them.
_FIELDS = ("medical", "humanitarian", "education", "technical", "development")
# What treats soldiers is medical.
_TREATS = re.compile(
    r"(?:[a-z]+ )?(?:medical|health) (?:treatment|care|aid|assistance|help|supplies|equipment|teams?|training)\b"
    r"|treatment\b(?! (?:plants?|works|facilit))"
)
_LISTS = re.compile(
    r"\b(?:assistance|support|aid|cooperation|programmes?|programs?|projects?|grants?|help) (?:[a-z]+ ){0,5}?"
    r"(?:in|on|for|to|of) [^;]*, [^;]*(?:,| and )"
)


def _count(low: str) -> int:
    """How many fields words name."""
    return sum(1 for kind, names in _kinds() if kind in _FIELDS and names.search(low))
