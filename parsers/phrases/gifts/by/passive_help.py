"""Who helped, trained, built, as a passive verb tells it: "B's pilots were trained in A", "B's port was built by A"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.gift import NAMED, other_side, side_at, slot_in, slots_between
from parsers.phrases.gifts.givers.of_section import giver_near
from parsers.phrases.gifts.givers.roles import Told, parties
from parsers.phrases.gifts.givers.told_before import of_earlier
from parsers.phrases.gifts.words import aid_words


def was_helped(statement: Statement, begin: int, verb: re.Match[str], end: int) -> Iterator[Told]:
    """What was trained or helped of one side, in the other or by it, or under a programme of whom no name is told."""
    low = statement.low_skeleton
    helped = aid_words("helped").search(low, begin, verb.start())
    counted = slots_between(statement, begin, verb.start(), "quantity")
    whose = next(reversed(parties(statement, begin, verb.start())), None)
    where = WHERE if _TAUGHT.match(verb[0]) else _BY_WHOM
    slot = slot_in(statement, where.match(low, verb.end(), end))
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
        yield Told(donor, *item, "trained", spans)


_TAUGHT = re.compile(r"train|educat|instruct|treat|help|aid|assist|support|staff")
_UNDER = re.compile(r" (?:under|through) the (?!\[)")
# A passive of which nobody is told who does it.
_NO_AGENT = re.compile(r"(?: (?:in|since|by) (?:the )?\[date:\d+\])*(?:[.,;]|$)")
WHERE = re.compile(
    rf"(?: (?:in|by|at|under|with)(?: the)?(?: [a-z]+){{0,4}}?)? (?:(?:in|by|at|from)(?: the)? )?(?P<who>{NAMED})"
)
_BY_WHOM = re.compile(rf" by(?: the)? (?P<who>{NAMED})")
