"""Givers that those who help or learn tell: "A's doctors work in B", "B's officers study in A on scholarships"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, any_of
from parsers.phrases.gifts.aid_headings import of_heading
from parsers.phrases.gifts.gift import NAMED, aid_words, slot_in, slots_between
from parsers.phrases.gifts.roles import Told, is_there, is_title, parties, subject


@cache
def _helpers() -> Folded:
    return Folded(rf"(?:[a-z]+ ){{0,2}}{any_of(read_yaml('aid.yaml')['helpers'])}")


_WORK = re.compile(
    r"\b(?:work|serv|teach|taught|assist|help|advis|operat|arriv|sent|send|station|deploy|post|came|come|dispatch|"
    r"treat|support|rebuil|built|practi|trains?|trained|employed)\w*\b"
)
_HOSTS = re.compile(r"\b(?:hosts?|hosted|employs|employed|welcomed|there (?:are|were|have been)|home to)\b")
_HOME = re.compile(rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:[a-z]+ ){{0,2}}$")
_FROM_HOME = re.compile(rf" from(?: the)? (?P<who>{NAMED})")
# Those who are taught are no helpers.
_TAUGHT = re.compile(r"\b(?:train|teach|educat|instruct|taught)\w*(?: [a-z]+){0,3} $")
_IN_PLACE = re.compile(r"\b(?:in|at|of) the (?:country|island|kingdom|republic|(?:main |national |state )?hospital)\b")


def of_helpers(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Those of one side who help in the other: "A's instructors served in B", "40 doctors from A work there"."""
    low = statement.low_skeleton
    if aid_words("causes").search(low, begin, end) or _LEARNS.search(low, begin, end):
        return
    yield from _kept(statement, begin, end)
    for start, stop, donor in _who_help(statement, begin, end):
        is_at_work = _WORK.search(low, stop, end) or _HOSTS.search(low, begin, start)
        here = is_there(statement, donor, begin, end) or (
            _IN_PLACE.search(low, stop, end) and {side for side, _, _ in parties(statement, begin, end)} <= {donor}
        )
        if is_at_work and here and not _TAUGHT.search(low, begin, start):
            yield Told(donor, start, stop, "sent")


def _who_help(statement: Statement, begin: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The spans and the side of those who help: of their owner, of where they are from, of the heading."""
    low = statement.low_skeleton
    for helpers in _helpers().finditer(low, begin, end):
        found = _HOME.search(low, max(begin, helpers.start() - 40), helpers.start())
        home = slot_in(statement, found or _FROM_HOME.match(low, helpers.end(), end))
        donor = side_of(home.mention, statement.context) if home else None
        if donor and not is_title(statement, helpers.start()):
            yield helpers.start(), helpers.end(), donor
    for one in slots_between(statement, begin, end, "quantity"):
        donor = _home(statement, one, end)
        if donor and _helpers().search(one.mention.text.lower()):
            yield one.start, one.end, donor


def _home(statement: Statement, counted: Slot, end: int) -> str | None:
    """The side of which counted people are."""
    own = next(iter(statement.inside(counted.mention, "state")), None)
    slot = slot_in(statement, _FROM_HOME.match(statement.low_skeleton, counted.end, end)) if own is None else None
    return side_of(own or (slot.mention if slot else None), statement.context) or of_heading(statement)


_KEEPS = re.compile(
    r"\b(?:maintain(?:s|ed)?|keeps?|kept|runs?|ran|operate[sd]?|set up|established|has had)(?: also)?(?: an?| its)? "
    r"(?P<what>(?:[a-z]+ ){0,2}?(?:(?:medical|agricultural|health|training) (?:missions?|teams?|brigades?|centres?)|"
    r"(?:field|mobile|military) hospitals?|clinics?|hospitals?))\b"
)


def _kept(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side keeps in the other: "A runs a field hospital in B"."""
    for keeps in _KEEPS.finditer(statement.low_skeleton, begin, end):
        donor = subject(statement, begin, keeps.start())
        if donor and is_there(statement, donor, keeps.end(), end):
            yield Told(donor, *keeps.span("what"), "sent")


def of_scholars(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """Scholarships and training of people of one side in the other: "B's officers study in A on scholarships"."""
    low = statement.low_skeleton
    noun = _SCHOLARSHIPS.search(low, begin, end) or _LEARNS.search(low, begin, end)
    there = slot_in(statement, _STUDY_IN.search(low, begin, end)) if noun else None
    donor = side_of(there.mention, statement.context) if there else None
    who = {side for side, start, _ in parties(statement, begin, end) if there and start != there.start}
    if noun and donor and who <= {facing(donor, statement.context.pair)} and (who or noun.re is _SCHOLARSHIPS):
        yield Told(donor, *noun.span("noun"), "provides")


_SCHOLARSHIPS = re.compile(r"(?<!sports )\b(?P<noun>(?!sports )(?:[a-z]+ )?(?:scholarships?|fellowships?|bursaries))\b")
_LEARNS = re.compile(
    r"\b(?:attend\w*|underg\w+|underwent|receiv\w+|complet\w+|were given|was given|obtain\w*) "
    r"(?P<noun>(?:(?!in\b|of\b|from\b)[a-z-]+ ){0,3}?(?:training|courses?))\b"
)
_STUDY_IN = re.compile(rf"\b(?:in|at|from|by)(?: the)? (?P<who>{NAMED})")
