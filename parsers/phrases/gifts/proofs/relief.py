"""Whether a statement tells of relief: it, or the sentences right before it, name a disaster."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement, kept
from parsers.language.slots import clause_start
from parsers.phrases.gifts.frames.gift import Gift, told_in
from parsers.phrases.gifts.words import aid_words

_MOVES = re.compile(
    r"(?:(?:to|will|would|was|were|been) )?(?:sen[dt]|ship|deliver|dispatch|despatch|deploy|"
    r"flew|fl[oy]|airlift|brought|transport|ferr|rush|provid|suppl|g[ai]v|donat|distribut|mobili|mad?e available)"
)


def in_relief(statement: Statement) -> bool:
    """Whether a disaster is named in a statement, or in one of the two before it in its paragraph."""
    before = statement.context.previous
    near = [statement, before, before.context.previous if before is not None else None]
    return any(one is not None and one.block is statement.block and any(_disasters(one)) for one in near)


@kept
def _disasters(statement: Statement) -> Iterator[bool]:
    """One answer: whether a statement names a disaster."""
    yield aid_words("disasters").search(statement.low_skeleton) is not None


def is_sent_in_relief(statement: Statement, gift: Gift) -> bool:
    """Whether what a frame tells of was moved to the other side after a disaster."""
    return _MOVES.match(gift.verb) is not None and in_relief(statement)


def brings_goods(statement: Statement, gift: Gift) -> bool:
    """Whether a ship, a plane, helpers of a side brought goods."""
    if not gift.verb.startswith("br"):
        return False
    low = statement.low_skeleton
    words = told_in(statement, gift)
    is_craft = _CARRIERS.search(low, clause_start(low, gift.start), gift.start)
    return is_craft is not None and any(aid_words(name).search(words) for name in ("goods", "things"))


_CARRIERS = re.compile(
    r"\b(?:planes?|aircraft|ships?|vessels?|helicopters?|navy|air force|army|rescuers|teams?|doctors|engineers|"
    r"firefighters|convoys?|trucks?|hercules|c-\d+)\b"
)


def is_concrete(item: str) -> bool:
    """Whether words name things that can be sent: several, or of a team; no messages, visitors, nothing abstract."""
    first = re.split(r",| and | of ", item)[0]
    is_barred = (
        aid_words("people").search(_UNIFORMED.sub("", first))
        or aid_words("not_aid").search(first)
        or _ABSTRACT.search(first)
    )
    return not is_barred and _THINGS.search(first) is not None


_UNIFORMED = re.compile(r"^(?:\d+ )?(?:soldiers|troops|members|marines|(?:rescue )?divers)\b")
_ABSTRACT = re.compile(
    r"\b(?:patients|victims|wounded|injured|survivors|evacuees)\b|"
    r"(?:[tsn]ions?|ments?|ances?|ences?|ity|ships?|isms?|ness|ings)$"
)
_THINGS = re.compile(
    r"^\d+ |[a-z]{2,}[^aius]s$|\b(?:teams?|crews?|units?|gear|equipment|water|fuel|food|meal|personnel)$"
)
