"""Between which states an envoy stands: the ends that the words of an office, credentials, or the lines above tell."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.language.mention import Mention
from parsers.language.reading import Statement, lies_in
from parsers.language.sides import facing, is_foreign, is_side, side_of
from parsers.language.states import Pair, find_states
from parsers.phrases.envoys.names import OFFICE, is_envoy

Ends = tuple[str, str]
"""Codes of the sending and of the receiving state."""

_POSTED = re.compile(r"\b(?:to|in)(?: the)? $", re.I)
_SENT_TO = re.compile(r"\b(?:sent|posted|dispatched|despatched) to (?:the )?$")
_AS_ENVOY = re.compile(r"(?: in [^,;.]{2,20})? as (?:(?:the|an?|his|her|its|first) )*")
_SEATED = re.compile(r" (?:residing |based )?(?:in|to|at)(?: the)? ")
_IN = re.compile(r"\b(?:in|at|to|from|with|into)(?: the)? $")
_GIVEN_TO = re.compile(r"\bto (?:the )?(?:then )?$")
_TAKEN = re.compile(r" (?:has |had )?(?:received|accepted) (?:the )?(?:credentials|letters? of cred)")
"""Behind who takes credentials: "the King of Norway received the credentials of"."""
_GOVERNMENT = re.compile(r" government\b")
_ITS = re.compile(r"\bits(?: \w+){0,2} $")
_STOOD_IN = re.compile(
    r"\b(?:represented (?:(?:in|at) [^;,.]{2,40} )?by (?:the )?|with [^;,.]{2,40} as (?:the|an?) (?:\w+ ){0,2}"
    r"|(?:embassy|mission)[^;,.]{0,30},? (?:(?:is|was|being) )?(?:headed|led|run) by (?:the )?"
    r"|(?:appointed|named|designated|nominated|sent) [^;,.]{4,60} (?:as|to be) (?:the |an? )?)$"
)
_ALSO_TO = re.compile(r"\b(?:accredited|concurrently) (?:\w+ )?(?:to|in) (?:the )?$")
_ALSO_THERE = re.compile(r"\baccredited (?:\w+ )?there\b")
_OF_SEVERAL = re.compile(r"(?:ambassadors|commissioners|envoys|heads of mission)\b", re.I)


def ends_of(statement: Statement, envoy: Mention) -> Ends | None:
    """Sending and receiving state of an office: those in its words, of the place it is in, of whom credentials went to.

    An envoy to a third state counts where he is said to be accredited to the other side as well. Null where one of the
    two is a third state or an organisation, or where nothing tells.
    """
    context = statement.context
    if statement.inside(envoy, "body"):
        return None
    posted = posts_of(statement, envoy)
    senders = [m for m in statement.inside(envoy, "state", "place") if m not in posted]
    if any(side_of(m, context) is None for m in senders):
        return None
    sending = side_of(senders[0], context) if senders else _owner(statement, envoy)
    if sending is None and _is_of_third(statement, envoy):
        return None
    if not posted and sending is None:
        return _credentials(statement) or _told_before(statement)
    if any(side_of(m, context) is None for m in posted):
        return _accredited_too(statement, sending) or _credentials(statement, sending)
    receiving = side_of(posted[0], context) if posted else facing(sending, context.pair)
    own = sending if senders or sending != receiving else None  # "sent to Norway as an ambassador" is not Norway's
    sending = own or facing(receiving, context.pair)
    return (sending, receiving) if sending and receiving and sending != receiving else None


def posts_of(statement: Statement, envoy: Mention) -> list[Mention]:
    """The states and places that an envoy is said to be sent to or to sit in, inside the office's words or behind."""
    text = statement.document.text
    inside = statement.inside(envoy, "state", "place")
    posted = [m for m in inside if _POSTED.search(text[envoy.start : m.start])]
    after = statement.after(envoy.end, "place", "state")
    if after is not None and _SEATED.fullmatch(text[envoy.end : after.start]):
        posted.append(after)
    before = statement.before(envoy.start, "place", "state") if not posted else None
    if before is not None and _went_to(statement, before, envoy):
        posted.append(before)
    return posted


def _went_to(statement: Statement, spot: Mention, envoy: Mention) -> bool:
    """Whether somebody "was sent to" a place "as" the envoy."""
    sent = _SENT_TO.search(statement.low, 0, spot.start - statement.start) is not None
    return sent and _AS_ENVOY.fullmatch(statement.document.text, spot.end, envoy.start) is not None


def _owner(statement: Statement, envoy: Mention) -> str | None:
    """The side that "its ambassador" belongs to, that is "represented by" one or names one: the state that the sentence
    tells of before, where a post or a deed is not ("Kenya opened an embassy in Norway, and its ambassador"); of a
    sentence that opens with "Its", the one whose embassy the sentence before tells of.
    """
    before = envoy.start - statement.start
    if _ITS.search(statement.low, 0, before) is None and _STOOD_IN.search(statement.low, 0, before) is None:
        return None
    acting = _acting(statement, envoy)
    if acting or not statement.low.startswith("its "):
        return side_of(next(reversed(acting), None), statement.context)
    return _of_embassy_before(statement)


def _acting(statement: Statement, envoy: Mention) -> list[Mention]:
    """The states that the sentence names before an envoy, those where a post or a deed is only where no other is."""
    named = [m for m in statement.of("state") if m.end <= envoy.start]
    return [m for m in named if not _IN.search(statement.low, 0, m.start - statement.start)] or named


def _is_of_third(statement: Statement, envoy: Mention) -> bool:
    """Whether "its ambassador" is that of a third state: "Ghana recalled its ambassador in Oslo"."""
    if _ITS.search(statement.low, 0, envoy.start - statement.start) is None:
        return False
    acting = _acting(statement, envoy)
    return bool(acting) and is_foreign(acting[-1], statement.context)


def _of_embassy_before(statement: Statement) -> str | None:
    """The side whose embassy alone the sentence before in the paragraph tells of: "Norway's embassy in Kenya was"."""
    previous = statement.context.previous
    if previous is None or previous.block is not statement.block or "embass" not in previous.low:
        return None
    acting = [m for m in previous.of("state") if not _IN.search(previous.low, 0, m.start - previous.start)]
    sides = {side_of(m, previous.context) for m in acting}
    return sides.pop() if len(sides) == 1 else None


def _accredited_too(statement: Statement, sending: str | None) -> Ends | None:
    """The ends of an envoy to a third state who is "also accredited to" the other side, or "there"."""
    named = [m for m in statement.of("state") if _ALSO_TO.search(statement.low[: m.start - statement.start])]
    if not named and not (_ALSO_THERE.search(statement.low) and statement.of("state")):
        return None
    receiving = side_of(named[0], statement.context) if named else facing(sending, statement.context.pair)
    sending = sending or facing(receiving, statement.context.pair)
    return (sending, receiving) if sending and receiving and sending != receiving else None


def _credentials(statement: Statement, told: str | None = None) -> Ends | None:
    """The direction that credentials tell: they are presented to the head of the receiving state.

    `told` is the sending state, where words for the office tell it; null where the direction is another.
    """
    if "cred" not in statement.low:
        return None
    people = statement.of("person")
    taker = next((m for m in people if _GIVEN_TO.search(statement.low[: m.start - statement.start])), None)
    taken = _TAKEN.search(statement.low) if taker is None else None
    if taken is not None:
        taker = next((m for m in people if m.end - statement.start == taken.start()), None)
    receiving = side_of(taker or _government(statement), statement.context)
    sending = facing(receiving, statement.context.pair)
    return (sending, receiving) if sending and receiving and told in (None, sending) else None


def _government(statement: Statement) -> Mention | None:
    """The state to whose government credentials are presented: "his credentials to the Norwegian government"."""
    given = (m for m in statement.of("state") if _GIVEN_TO.search(statement.low[: m.start - statement.start]))
    return next((m for m in given if _GOVERNMENT.match(statement.document.text, m.end)), None)


def _told_before(statement: Statement) -> Ends | None:
    """The direction of the envoys in the sentence before, in the same paragraph, else of the head line or heading."""
    previous = statement.context.previous
    if previous is not None and previous.block is statement.block:
        for mention in previous.of("person"):
            if is_envoy(mention):
                return ends_of(previous, mention)
    return headed(statement)


def headed(statement: Statement) -> Ends | None:
    """The direction that a list's head line, a table's caption or a heading gives: "Ambassadors of Kenya to Norway"."""
    context = statement.context
    lines = ((context.head.text,) if context.head is not None else ()) + tuple(reversed(context.path))
    return next((ends for line in lines if (ends := ends_in(line, context.pair))), None)


def of_several(statement: Statement) -> Ends | None:
    """The direction that a sentence on several envoys gives: "ambassadors of Kenya", "have served in Nairobi"."""
    office = _OF_SEVERAL.search(statement.low)
    if office is None:
        return None
    named = [m for m in statement.of("state", "place") if side_of(m, statement.context)]
    near = sorted(named, key=lambda m: abs(m.start - statement.start - office.start()))[:1]
    if not near:
        return headed(statement)
    side = side_of(near[0], statement.context) or ""
    other = facing(side, statement.context.pair) or ""
    is_posted = _POSTED.search(statement.low[: near[0].start - statement.start]) is not None
    return (other, side) if is_posted else (side, other)


@lru_cache(maxsize=4096)
def ends_in(line: str, pair: Pair) -> Ends | None:
    """The direction that one line gives; null where it names no office, or no side of the pair."""
    if OFFICE.search(line) is None:
        return None
    for mention in find_states(line, pair):
        side = lies_in(mention, pair)
        if side is not None and is_side(side, pair):
            other = facing(side, pair) or ""
            return (other, side) if _POSTED.search(line[: mention.start]) else (side, other)
    return None
