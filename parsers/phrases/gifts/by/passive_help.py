"""Who helped, trained, built, as a passive verb tells it: "B's pilots were trained in A", "B's port was built by A"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.slots import Slot
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.gift import NAMED, other_side, side_at, slot_in, slots_between
from parsers.phrases.gifts.givers.of_section import giver_near
from parsers.phrases.gifts.givers.roles import Told, parties
from parsers.phrases.gifts.givers.told_before import of_earlier
from parsers.phrases.gifts.words import SKILLED, aid_words


def was_helped(statement: Statement, begin: int, verb: re.Match[str], end: int) -> Iterator[Told]:
    """What was trained or helped of one side, in the other or by it, or under a programme of whom no name is told."""
    low = statement.low_skeleton
    helped = aid_words("helped").search(low, begin, verb.start())
    counted = slots_between(statement, begin, verb.start(), "quantity")
    whose = next(reversed(parties(statement, begin, verb.start())), None)
    where = WHERE if _TAUGHT.match(verb[0]) else _BY_WHOM
    slot = slot_in(statement, where.match(low, verb.end(), end))
    if whose and (_THANKS_TO.search(low, begin, whose[1]) or _ITS_HELP.match(low, whose[2])):
        yield from _with_help(whose[0], side_at(statement, slot), counted)
        return
    if whose is None and counted and _BY_SKILLED.match(low, verb.end(), end):
        whose = (other_side(statement, side_at(statement, slot)), counted[-1].start, counted[-1].end)
    recipient = whose[0] if whose else None
    is_under = counted and _UNDER.match(low, verb.end(), end)
    donor = side_at(statement, slot)
    donor = other_side(statement, recipient) if is_under and slot is None else donor
    if counted and slot is None and _NO_AGENT.match(low, verb.end(), end):
        donor = donor or giver_near(statement) or of_earlier(statement)
    if (helped or counted) and whose and donor and recipient == other_side(statement, donor):
        stop = helped.end() if helped else counted[-1].end
        spans = (counted[-1].start, counted[-1].end) if counted else None
        stop = max(stop, whose[2], phrase_end(statement, whose[2], verb.start()))
        item = (stop, stop) if counted else (whose[1], stop)
        yield Told(donor, *item, "treated" if verb[0].startswith("treat") else "trained", spans)


def _with_help(donor: str | None, place: str | None, counted: list[Slot]) -> Iterator[Told]:
    """Those who are counted, whom one side helped to train: "with A's support 20 cooks were trained in B"."""
    if donor and place not in (None, donor) and counted:
        yield Told(donor, counted[-1].end, counted[-1].end, "trained", (counted[-1].start, counted[-1].end))


# "With A's support", "with help from A": A owns no one who is taught.
_THANKS_TO = re.compile(r"\b(?:support|help|assistance|aid|funds|funding|money) (?:of|from)(?: the)? $")
_ITS_HELP = re.compile(r"(?:'s|’s)? (?:[a-z]+ )?(?:support|help|assistance|aid|funds|funding|money)\b")
# "500 students were trained by [A] doctors": those who send them give.
_BY_SKILLED = re.compile(rf" by(?: the)? {NAMED} (?:[a-z]+ )?(?:{SKILLED})\b")
_TAUGHT = re.compile(r"train|educat|instruct|treat|help|aid|assist|support|staff")
_UNDER = re.compile(r" (?:under|through) the (?!\[)")
# A passive of which nobody is told who does it.
_NO_AGENT = re.compile(r"(?: (?:in|since|by) (?:the )?\[date:\d+\])*(?:[.,;]|$)")
WHERE = re.compile(
    rf"(?: (?:in|by|at|under|with)(?: the)?(?: [a-z]+){{0,4}}?)? (?:(?:in|by|at|from)(?: the)? )?(?P<who>{NAMED})"
)
_BY_WHOM = re.compile(rf" by(?: the)? (?P<who>{NAMED})")
