"""What a state recognises something as, and what it finds it to be: a standing in law, a contest, a wrong."""

from __future__ import annotations

import re

from parsers.phrases.stances.words import any_of

# "Regarded the coup as A attempting to …": what is thought of a deed is no status.
_IS_DOING = re.compile(
    r" as (?:an? |the |its |their |[\w’']+ ){0,3}?(?:[a-z]{3,}ing to |attempts? |efforts? |chance |opportunit|"
    r"way to |step |reason )| to be (?:too|very|so|more|most|less|close|friendly|important|key|vital|crucial)\b"
    r"| an? (?:[a-z]+ )?(?:step|milestone|opportunity|breakthrough|success)\b"
)
_NOBODY = re.compile(r" (?:to|those|all|anyone|him|her|them|it|itself|themselves)\b")
# "As a victim of it", "as an ally in it": what is said is no judgement of the thing that follows.
_VICTIM = re.compile(
    r"\bvictims? of\b|\bas (?:an? |the |its |their )(?:[a-z]+ ){0,2}(?:ally|friend|partner|brother|neighbou?r|model)\b"
    r"|\bas (?:an? |the |its )(?:[a-z]+ ){0,2}?(?:counterweight|counterbalance|bulwark|safeguard|shield|deterrent|"
    r"hedge|insurance|barrier|buffer|protection|guarantee) (?:against|to)\b"
)
_WRONG = (
    r"\w(?<!\bthis)(?<!\bthese)(?<!\bsuch)(?<!\ba)(?<!\bthe) (?:to be |as |was |is |are |were |been |"
    r"(?=(?:(?! as )[^,;]){{2,60}}(?: [a-z]+ed (?:by|under|against|in) [^,;]*)?$))"
    r"[\"“'‘]?(?:an? |the )?[\"“'‘]?"
    r"(?:[a-z]+ )?(?:{})\b"
)


def is_status(words: str) -> bool:
    """Whether what is recognised is a claim or a status, not only a state or its independence."""
    low = f" {words.lower()} "
    if _NOBODY.match(low) or " to have " in low or _IS_DOING.search(low):
        return False
    return is_named_as(words) or any_of("statuses", "(?:{})").search(low) is not None


def is_named_as(words: str) -> bool:
    """Whether something is told to be what has a standing in law: "the islands as a part of it"."""
    low = f" {words.lower()} "
    shape = r" (?:as|to be|is|are|was|were|belongs to) (?:\S+ ){{0,4}}?(?:{})s?\b"
    return any_of("named_as", shape).search(low) is not None


def is_contest(words: str) -> bool:
    """Whether the words name a war, a dispute or a vote, in which a state may take no side."""
    return any_of("contests", r"\b(?:{})\b").search(words.lower()) is not None


def is_contested(words: str) -> bool:
    """Whether the words name a contest, or a land or a people about which there is one."""
    return is_contest(words) or any_of("disputed", r"^(?:the )?(?:{})\b").match(words.lower()) is not None


def is_condemned_as(words: str) -> bool:
    """Whether something is found to be a crime in words so strong that they condemn it."""
    return not _VICTIM.search(words) and any_of("condemned_as", _WRONG).search(words.lower()) is not None


def is_found_wrong(words: str) -> bool:
    """Whether something is judged to be against the law or not acceptable: "the wall as illegal"; not its victim."""
    return not _VICTIM.search(words) and any_of("found_wrong", _WRONG).search(words.lower()) is not None
