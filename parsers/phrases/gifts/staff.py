"""Frames of people whom one side sends to the other, or pays there, without a sum: volunteers, salaries of teachers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import clause_end
from parsers.phrases.gifts.gift import NAMED, Gift, slot_in, slots_between
from parsers.phrases.gifts.relief import frame_of

_DOER = rf"(?P<who>{NAMED})(?: government)?(?:,? which)?(?: (?:also|still|regularly|now|currently|has|have|had))*"
_SALARIES = Folded(
    rf"{_DOER} (?:pays?|paid|cover(?:s|ed)|financ(?:es|ed)|fund(?:s|ed)|subsidi[sz](?:es|ed))(?: for)?"
    r" (?:part of )?(?P<item>(?:the )?(?:salaries|wages|stipends) of(?! its| their)"
    r"(?:(?! (?:in|at|since|from|between|during|for) )[^;.,]){3,60})"
)
_VOLUNTEERS = Folded(
    rf"{_DOER} (?:sends|(?:been )?sending|(?<=have )sent|(?<=has )sent|(?<=also )sent|(?<=regularly )sent"
    r"|dispatch(?:es|ed)|deploys)"
    r" (?P<item>(?:(?!\[)[a-z-]+ ){0,3}volunteers(?: and [a-z]+)?) (?:to|into) (?P<where>[^;.]{3,40})"
)
_SENT = Folded(
    rf"(?P<who>{NAMED}) (?P<item>(?:[a-z-]+ ){{0,2}}volunteers) (?:have been|are|were) (?:sent|dispatched|deployed)"
    r" (?:to|in) (?P<where>[^;.]{3,40})"
)
_AT_WAR = re.compile(r"\b(?:war|fight\w*|battle|army|brigades?|legion|front|troops|soldiers|rebels|combat|invasion)\b")


def staffed(statement: Statement) -> Iterator[Gift]:
    """Frames of volunteers sent to the other side, and of salaries paid there. Not read: those who went to a war."""
    shapes = () if _AT_WAR.search(statement.low) else (_SALARIES, _VOLUNTEERS, _SENT)
    for match in (one for shape in shapes for one in shape.finditer(statement.low_skeleton)):
        slot = slot_in(statement, match, "who")
        donor = side_of(slot.mention, statement.context) if slot is not None else None
        begin = match.start("where" if "where" in match.re.groupindex else "item")
        named = slots_between(statement, begin, clause_end(statement.skeleton, begin), "state", "place", "both")
        partner = facing(donor, statement.context.pair)
        if partner and any(side_of(one.mention, statement.context) == partner for one in named[:1]):
            yield from frame_of(statement, match, donor, match.span("item"), "sent")
