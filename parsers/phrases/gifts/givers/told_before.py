"""Who gives where a sentence does not say it: the side of which the text before, or the heading, told that it helps."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement, kept
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, clause_start, slots
from parsers.phrases.gifts.frames.gift import NAMED, TO, side_at, slot_in
from parsers.phrases.gifts.givers.headings import of_heading

# What stands before the subject that opens a clause, and between it and its verb.
_FRONT = (
    r"(?:^(?:(?:while|although|as|when|after|before|since|in|on|by|as of|despite|under|during|because of|with|at)"
    r"(?: the)? (?:\[date:\d+\]|(?:[^,;\[\]]|\[\w+:\d+\]){1,60},) )?"
    rf"(?:the )?|, and (?:the )?(?=\[)|(?={NAMED}, which\b))(?P<who>{NAMED})"
)
_BETWEEN = (
    r"(?: (?:government|authorities|ministry of [a-z ]{3,25})|, which|,[^,;\[\]]{3,50},| \([^()\[\]]*\))?"
    r"(?: (?:is|was) (?:one of|among) the [^,;\[\]]{2,40} (?:that|which))?"
    r"(?: [a-z]+ (?:[^;\[\]]|\[(?:date|place):\d+\]){3,60}?,? and)?"
    r"(?:,? (?:also|itself|now|has|had|have|first|mainly|then|in turn|subsequently),?+)* "
)
_GETS = re.compile(
    rf"{_FRONT}{_BETWEEN}(?:receives?|received)\b[^;]*\b(?:aid|assistance)\b",
    re.IGNORECASE,
)
TELLS = re.compile(
    rf"{_FRONT}(?:(?:'s|’s|'|’)? (?:(?:development|humanitarian|financial|economic|military|official|technical"
    r"|bilateral|food) )*(?:aid|assistance|(?:development|technical) cooperation)\b|"
    rf"{_BETWEEN}(?:(?:is|was|are|has been|been) (?:[a-z]+ly )?(?:providing|giving|sending|supporting|assisting"
    r"|helping|funding|financing)|supports?|supported|trains|trained|aids|aided|helps?|helped|assists?|assisted"
    r"|provides?"
    r"|provided|gives?|gave|financ\w+|fund(?:s|ed)|"
    r"(?:announced|said|agreed|decided|promised|pledged)(?: [a-z]+)?(?: that)?(?: it)? (?:will|would|to) (?:provide"
    r"|give|"
    r"send|grant|support|assist|donate|extend|lend|help|fund|finance)|"
    r"(?:began|begun|started|continued|continues|resumed) (?:providing|giving|sending|granting|supporting|assisting|to "
    r"(?:provide|give|send|grant|support|assist))|donat\w+|sent|keeps|grant(?:s|ed)|pledged|promised|lent|extended|"
    r"allocated|committed|contributed|offer(?:s|ed)|given|"
    r"(?:is|was|been|became|remains)(?: [\w-]+| \[(?:rank|state):\d+\](?:'s|’s|'|’)?){0,6}? "
    r"(?:donors?|development partner|(?:provider|source)s? of (?:[a-z]+ )?(?:aid|assistance)))\b)",
    re.IGNORECASE,
)


_AID_OF_TO = re.compile(
    rf"(?P<who>{NAMED})(?:'s|’s)? (?:[a-z]+ )?(?:aid|assistance|support|development cooperation) (?:to|for|in|with)"
    rf"(?: the)? (?P<to>{NAMED})",
    re.IGNORECASE,
)


def told_donor(statement: Statement) -> str | None:
    """The side of which the sentence before tells, as its subject, that it helps, supports, gives; else the side whose
    aid the heading names; null else.
    """
    return _told_before(statement) or of_heading(statement)


def _told_before(statement: Statement) -> str | None:
    """The side that the clause before, or one of the four sentences before, tells of as who helps."""
    own = clause_start(statement.skeleton, len(statement.skeleton))
    subject = slot_in(statement, TELLS.search(statement.skeleton[:own])) if own else None
    if subject is not None and not _NEW_SUBJECT.match(statement.skeleton, own):
        return side_of(subject.mention, statement.context)
    previous = statement.context.previous
    for _ in range(4):
        if previous is None or previous.block.kind != "paragraph":
            return None
        for donor in _told_in(previous):
            return donor
        previous = previous.context.previous if previous.block is statement.block else None
    return None


def _told_in(statement: Statement) -> Iterator[str | None]:
    """The side of which a sentence tells that it helps the other, null where that is of others; nothing where it tells
    of no help.
    """
    subject = next(iter(_teller(statement)), None)
    if subject is not None:
        receiver = slot_in(statement, TO.search(statement.skeleton, subject.end))
        is_ours = receiver is None or side_of(receiver.mention, statement.context) is not None
        yield side_of(subject.mention, statement.context) if is_ours else None
    elif (got := slot_in(statement, _GETS.search(statement.skeleton))) is not None:
        sides = {side_of(one.mention, statement.context) for one in slots(statement, "state", "body")}
        giver = facing(side_of(got.mention, statement.context), statement.context.pair)
        yield giver if None not in sides else None
    elif (donor := _of_aid_to(statement)) is not None:
        yield donor


@kept
def _teller(statement: Statement) -> Iterator[Slot]:
    """The party of which a statement tells that it helps, for which each of those behind it asks."""
    subject = slot_in(statement, TELLS.search(statement.skeleton))
    if subject is not None:
        yield subject


def _of_aid_to(statement: Statement) -> str | None:
    """The side whose aid to the other a statement names, in whatever place: "one of the aims of A's aid to B"."""
    found = _AID_OF_TO.search(statement.skeleton)
    who, to = slot_in(statement, found, "who"), slot_in(statement, found, "to")
    donor = side_of(who.mention, statement.context) if who is not None else None
    ours = to is not None and side_of(to.mention, statement.context) == facing(donor, statement.context.pair)
    return donor if donor and ours else None


def of_earlier(statement: Statement) -> str | None:
    """The side that opens the sentence before, as "it" at the head of this one takes it up: "A's cooperation has …"."""
    earlier = statement.earlier
    return side_at(statement, slot_in(earlier, _OPENS.match(earlier.skeleton)) if earlier is not None else None)


_OPENS = re.compile(
    rf"(?:(?:in|on|with|under|after|during|following|by|for) (?:[^,;\[\]]|\[(?:date|place|state):\d+\]){{1,60}}, )?"
    rf"(?:the )?(?P<who>{NAMED})(?:'s|’s|'|’)? ",
    re.IGNORECASE,
)
_NEW_SUBJECT = re.compile(r"(?:the )?\[(?:state|person|body)")
