"""Givers of soldiers who are said to help: "A sent troops to help B", "40 [A] soldiers came to B to train its army"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import side_of
from parsers.language.slots import Slot
from parsers.phrases.gifts.frames.gift import NAMED, other_side, people_of, side_in, slots_between
from parsers.phrases.gifts.givers.roles import Told, gets, parties, subject


def of_troops(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Soldiers whom one side sent to the other, or who came from it, to help, support or train.

    Not read: soldiers of whom no help is said; those who help a third, rebels or a coup.
    """
    low = statement.low_skeleton
    helps = _TO_HELP.search(low, begin, end)
    force = _force(statement, begin, helps.start()) if helps else None
    if helps is None or force is None or _AGAINST.search(low, helps.end(), end) or _A_BODY.match(low, helps.end()):
        return
    donor = _donor(statement, begin, force)
    whom = next((side for side, start, _ in parties(statement, helps.end(), end) if start < helps.end() + _NEAR), None)
    is_theirs = whom in (None, other_side(statement, donor))
    if donor and is_theirs and (whom or gets(statement, donor, begin, end)):
        item = force.end if force.kind == "quantity" else force.start
        yield Told(donor, item, force.end, "counted", (force.start, force.end))


_NEAR = 40
_TO_HELP = Folded(
    r"\b(?:(?:meant |sent |in order |deployed )?to (?:help|assist|support|aid|back up|reinforce|defend|"
    r"train(?= (?!in\b|at\b|with\b|alongside\b|on\b|there\b)[\[a-z]))|"
    r"for (?:supporting|helping|assisting)|assisting|helping|supporting)\b"
)
_AGAINST = re.compile(
    r"\b(?:overthrow|topple|depose|oust|rebels|opposition|insurgents|coup|separatists|occupy|invade|conquer|peacekeep\w*|"
    r"peace-keep\w*)\b"
)
_A_BODY = re.compile(r"(?: [a-z]+){0,2} \[body:")
_FORCE = re.compile(
    r"(?:(?:fighter|bomber|tank|artillery|infantry|army|ground|combat|special|military|naval|air|"
    r"armou?red) )*(?:troops|soldiers|infantry(?:men| men)?|paratroopers|marines|commandos|squadrons?|battalions?|"
    r"brigades?|"
    r"regiments?|expeditionary (?:force|corps)|military personnel|contingents?|warships?)\b"
)


def _force(statement: Statement, begin: int, end: int) -> Slot | None:
    """The soldiers of a stretch, counted or not, as a slot; the last before its end."""
    counted = slots_between(statement, begin, end, "quantity")
    forces = [one for one in counted if _FORCE.search(one.mention.text.lower())]
    if forces:
        return forces[-1]
    found = list(_FORCE.finditer(statement.low_skeleton, begin, end))
    first = next(iter(statement.mentions), None)
    return Slot("force", first, *found[-1].span()) if found and first else None


_SENDS = re.compile(
    r"\b(?:sen[dt]s?|sending|deploy(?:s|ed|ing)|d[ei]spatch(?:es|ed|ing)|committed|"
    r"contributed)\b[^,;]{0,60}$"
)
_OWNER = re.compile(
    rf"(?P<who>{NAMED})(?:(?:'s|’s)?(?: government(?:'s|’s)?)? (?:deployment|dispatch|sending) of(?: the| its| an?)?"
    rf"(?: {NAMED})?)?(?:'s|’s)? (?:[a-z]+ )?$"
)
_FROM = re.compile(rf"(?: of \[quantity:\d+\])? (?:from|of)(?: the)? (?P<who>{NAMED})")


def _donor(statement: Statement, begin: int, force: Slot) -> str | None:
    """The side whose soldiers they are, or who sent them."""
    low = statement.low_skeleton
    own = people_of(statement, force) if force.kind == "quantity" else None
    sends = _SENDS.search(low, begin, force.start)
    donor = subject(statement, begin, sends.start()) if sends else None
    donor = donor or (side_of(own.mention, statement.context) if own else None)
    return donor or side_in(statement, _OWNER.search(low, begin, force.start)) or side_in(
        statement, _FROM.match(low, force.end)
    )
