"""The words that offices are known by: the head nouns of `lexicon/offices.yaml`, and what they say of their holders."""

from __future__ import annotations

from functools import cache, lru_cache

from parsers.language.lexicon import read_yaml
from parsers.language.sweep import Gazetteer, lowered_whole


@cache
def words(name: str) -> frozenset[str]:
    """One word list of `lexicon/offices.yaml`."""
    return frozenset(read_yaml("offices.yaml")[name])


_PLURAL_FIRST = ("governors general", "governors-general", "consuls general", "consuls-general")
LEADING = ("head of state", "head of government", "foreign minister")
"""The ranks of those who lead a state's affairs abroad."""


@cache
def _heads() -> Gazetteer[str]:
    heads = read_yaml("offices.yaml")["heads"]
    return Gazetteer({name: rank for rank, names in heads.items() for name in names})


@lru_cache(maxsize=4096)
def is_head(low: str) -> bool:
    """Whether the lower-case word is by itself the head of an office.

    >>> is_head("president"), is_head("congress")
    (True, False)
    """
    return any(end == len(low) for _, end, _ in _heads().find(low))


def is_relative(office: str | None) -> bool:
    """Whether an office only tells what somebody is to another, and so is none.

    >>> is_relative("Norwegian counterpart"), is_relative("counsellor")
    (True, False)
    """
    return (office or "").lower().endswith(("counterpart", "opposite number", "colleague", "successor", "predecessor"))


def is_plural(office: str | None) -> bool:
    """Whether an office is several people's.

    >>> is_plural("members of parliament"), is_plural("Minister of Foreign Affairs"), is_plural("consuls to Togo")
    (True, False, True)
    """
    head = (office or "").split(" of ")[0].split(" to ")[0].lower()
    return (head.endswith("s") and is_head(head.split(" ")[-1])) or head.endswith(_PLURAL_FIRST)


def singular(office: str) -> str:
    """The office of one of several who hold it.

    >>> singular("members of parliament"), singular("Prime Ministers"), singular("Secretary of State")
    ('member of parliament', 'Prime Minister', 'Secretary of State')
    """
    if not is_plural(office):
        return office
    end = min((at for joint in (" of ", " to ") if (at := office.find(joint)) >= 0), default=len(office))
    one = _SINGULARS.get(office[:end].split(" ")[-1].lower())
    short = office[: end - len(one[0])] + one[1] if one else office[: end - 1]
    return short + office[end:] if is_head(short.split(" ")[-1].lower()) else office


_SINGULARS = dict.fromkeys(("secretaries", "deputies", "dignitaries"), ("ies", "y"))
"""Plurals that end otherwise than in the singular and "s": what to cut off and what to put there."""


def find_heads(text: str) -> list[tuple[int, int, str]]:
    """Start, end and rank of every head noun in the text, in order."""
    return list(_heads().find(lowered_whole(text)))


def joint_rank(one: str | None, other: str | None, office: str | None) -> str | None:
    """The rank of who holds two offices: the first, but for a second that leads a state, a government or its foreign
    affairs, unless that is over, or the first is its envoy.

    >>> joint_rank("minister", "foreign minister", "Foreign Minister"), joint_rank("other", "military", "General")
    ('foreign minister', 'military')
    """
    past = (office or "").lower().startswith(("former", "ex-"))
    if other in LEADING and one not in (*LEADING, "envoy") and not past:
        return other
    return one if one != "other" or not other else other
