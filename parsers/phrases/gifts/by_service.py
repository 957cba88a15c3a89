"""Givers of those who keep the peace in the other, or defend it: "40 [A] soldiers serve in B as peacekeepers", "A took
part in the mission in B", "A's men fought in the defence of B".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.slots import Slot
from parsers.phrases.gifts.gift import NAMED, named_side, other_side, people_in, side_at, side_in, slots_between
from parsers.phrases.gifts.items import phrase_end, words_of
from parsers.phrases.gifts.roles import Told, gets, subject


def of_service(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Soldiers, police and observers of one side on a mission of peace in the other, and its part in the defence or the
    liberation of the other; each count by itself where they are counted.

    Not read: missions elsewhere, or of which no place is told; a war in which the side that is taken is not said.
    """
    served = _SERVES.search(statement.low_skeleton, begin, end)
    if served is None or not (_keeps_peace(statement, begin, end) or _DEFENDED.search(served.string, begin, end)):
        return
    force = _force(statement, begin, end)
    donor = _donor(statement, begin, served, force)
    cause = _cause(statement, donor, served, begin, end) if donor else None
    if donor is None or cause is None:
        return
    if force is None:
        yield Told(donor, *cause, "sent", (end, end))
    else:
        part = _PART_OF_THEM.search(statement.low_skeleton, force.end, end)
        stop = part.start() if part else end
        at = force.end if force.kind == "quantity" else force.start
        yield Told(donor, at, force.end, "counted", (force.start, stop) if force.kind == "quantity" else (end, end))


_PART_OF_THEM = re.compile(r",? of (?:which|whom) ")
_FORCE = re.compile(
    r"(?<!\[body:\d\] )(?<!\[body:\d\d\] )\b(?:(?:[a-z]+ )?peace-?keepers|medical (?:staff|teams?|units?|personnel)|"
    r"(?:(?:peacekeeping|special|armed|security|military|police|ground|army|naval|border) )*"
    r"(?:troops|soldiers|observers|personnel|forces|policemen|police|officers|contingents?|battalions?|"
    r"regiments?|marines|monitors))\b"
)
_SERVES = Folded(
    r"\b(?:(?:sen[dt]|deploy|contribut|provid|dispatch|despatch|commit|maintain|keep|kept|station|serv|rotat|participat"
    r"|suppl|assist|help|fought|join)\w*|(?:t[ao]kes?|took|taken|taking|had|has) (?:a )?part|(?:ha[sd]|have) "
    r"(?=\[quantity)|(?:is|was|are|were) (?:also )?(?:an?|among the|one of the) (?:[a-z]+ )?contributors?)\b"
)
_PEACE = re.compile(
    r"\bpeace[- ]?keep|\bpeace (?:force|mission|operation)|\bstabili[sz]ation (?:force|mission)|\bmulti-?national "
    r"(?:[a-z]+ )?force|\b(?:united nations|un|u\.n\.|nato|african union|european union|eu|osce)(?:['’]s)?"
    r"(?:[- ]led)? (?:[\w-]+ ){0,4}?(?:missions?|forces?|operations?|group|authority|troops)\b"
)
# Missions by the letters of their name, no agencies.
_MISSIONS = re.compile(
    r"\b(?:UN(?!ITA\b|ITED|ESCO|ICEF|DP|HCR|GA|SC|FPA|EP|IDO|CTAD|AIDS|RWA)[A-Z]{2,8}|[KSI]FOR|ISAF|MINU[A-Z]{3,6}|MONU[A-Z]{2,3}|AMISOM|"
    r"EUFOR|EULEX|Kosovo Force)\b"
)
_DEFENDED = Folded(
    rf"\b(?:(?:the )?(?:defen[cs]e|liberation) of|to (?:defend|liberate|free)|alongside|on the side of)(?: the)? "
    rf"(?P<who>{NAMED})|\bon the (?P<side>\[state:\d+\]) side\b"
)
_THERE = re.compile(
    rf"\b(?:to|in|into|on|through|within|across|throughout|inside|at|between)(?: the)?(?: [a-z]+ern)? (?P<who>{NAMED})"
)


def _keeps_peace(statement: Statement, begin: int, end: int) -> bool:
    """Whether a stretch tells of a mission of peace."""
    words = words_of(statement, begin, end)
    return bool(_PEACE.search(words.lower()) or _MISSIONS.search(words))


def _force(statement: Statement, begin: int, end: int) -> Slot | None:
    """Those who serve, counted or not, as a slot; the first of a clause, null where only the part in it is told."""
    for one in slots_between(statement, begin, end, "quantity"):
        if _FORCE.search(one.mention.text.lower()):
            return one
    found, first = _FORCE.search(statement.low_skeleton, begin, end), next(iter(statement.mentions), None)
    return Slot("force", first, *found.span()) if found and first else None


def _donor(statement: Statement, begin: int, served: re.Match[str], force: Slot | None) -> str | None:
    """The side whose they are, or who sent them or took part."""
    low = statement.low_skeleton
    counted = _COUNTED.match(low, force.start) if force else None
    donor = side_at(statement, people_in(statement, counted))
    donor = donor or (side_in(statement, _OWNER.search(low, begin, force.start)) if force else None)
    return donor or subject(statement, begin, served.start())


_COUNTED = re.compile(r"(?P<who>\[quantity:\d+\])")
_OWNER = re.compile(rf"(?P<who>{NAMED})(?:'s|’s)? (?:[a-z]+ )?$")


def _cause(
    statement: Statement, donor: str, served: re.Match[str], begin: int, end: int
) -> tuple[int, int] | None:
    """The span of the words that tell of a mission of peace in the other, or of its defence; null where none do."""
    low, other = statement.low_skeleton, other_side(statement, donor)
    for defended in _DEFENDED.finditer(low, served.start(), end):
        if side_in(statement, defended, "who" if defended["who"] else "side") == other:
            return defended.start(), phrase_end(statement, defended.end(), end)
    if not _keeps_peace(statement, begin, end):
        return None
    there = [side_in(statement, one) for one in _THERE.finditer(low, begin, end)]
    its_own = any(named_side(statement, one) == other for one in slots_between(statement, begin, end, "body"))
    is_there = there[0] == other if there else its_own or gets(statement, donor, begin, end)
    return (served.end(), phrase_end(statement, served.end() + 8, end)) if is_there else None
