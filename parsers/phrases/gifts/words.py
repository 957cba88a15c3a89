"""The words of aid that `lexicon/aid.yaml` lists, as regular expressions."""

from __future__ import annotations

import re
from functools import cache

from parsers.language.factored import factored
from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.slots import any_of

_WITHIN = {"nouns": ("things",), "things": ("skilled",), "helpers": ("skilled",)}
"""Lists of the lexicon that take in others, whose words they do not repeat."""


@cache
def aid_list(name: str) -> tuple[str, ...]:
    """The words of a list of `lexicon/aid.yaml`, with those of the lists that it takes in."""
    return (*read_yaml("aid.yaml")[name], *(word for one in _WITHIN.get(name, ()) for word in aid_list(one)))


SKILLED = any_of(aid_list("skilled"))
"""Any of those who help by what they know, as a piece of a longer expression."""
BUILT = any_of(aid_list("built"))
"""Any participle of building and repairing, as such a piece."""


@cache
def aid_words(name: str) -> re.Pattern[str]:
    """A list of `lexicon/aid.yaml` as one regular expression over text in lower case."""
    return re.compile(factored(any_of(aid_list(name))))


@cache
def aid_shape(name: str) -> Folded:
    """The same list for whole clauses and sentences: tried only where one of its words stands in them."""
    return Folded(any_of(aid_list(name)))


@cache
def verbs_of_giving() -> tuple[str, ...]:
    """Every active form of giving: those of the lexicon, and its bases behind "will", "would" and "to"."""
    lists = read_yaml("aid.yaml")
    later = [f"{mode} {base}" for mode in ("will", "would", "to") for base in lists["bases"]]
    return (*lists["gift_verbs"], *lists["verbs"], *later)


@cache
def active_verbs() -> Folded:
    """Every active form of giving as one regular expression over text in lower case."""
    return Folded(rf"{any_of(verbs_of_giving())}|{_PARTED}")


# Verbs whose second half stands behind the object: "made [money] available", "put aid at B's disposal".
_PARTED = (
    r"\b(?:made|makes|making|make)(?= [^,;.]{3,60} available\b| an? (?:[a-z]+ )?\[money:\d+\] (?:[a-z]+ )?(?:donation|"
    r"contribution|grant|gift|loan|pledge)\b|"
    r"(?: (?:an?|the|several|many|large|generous|further|regular))* ['‘]?(?:(?:development|financial|cash|humanitarian|"
    r"food|interest-free|soft) )?(?:aid|assistance|donations?|contributions?|grants?|loans?)['’]? (?:to|of)\b)|"
    r"\b(?:put|placed?|placing)(?= [^,;.]{3,60} at "
    r"(?:the|its|\S+) disposal\b)|\b(?:assisted|assists)(?= (?:(?:about|around|some|over) )?\[money:)|"
    r"\b(?:set|sets|setting)(?= \[money:\d+\] aside\b)|"
    r"\bhand(?:ed|s|ing)(?= (?:[^,;.]{3,60} over to|(?:the )?\[(?:state|place):\d+\] [^,;]{0,20}\[(?:money|"
    r"quantity):\d+\])(?=\W))|\b(?:wrote|writes|write)(?= [^,;.]{3,60} off\b)"
)


def spelt(statement: Statement, words: str, *kinds: str) -> str:
    """Words of the skeleton in which the mentions of these kinds are as they are written, in lower case."""
    slot = rf"\[(?:{'|'.join(kinds)}):(\d+)\]"
    return re.sub(slot, lambda found: statement.mentions[int(found[1])].text.lower(), words)
