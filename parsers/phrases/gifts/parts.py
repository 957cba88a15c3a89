"""Parts of a sum that the sentence before gave: "The first [money] was used for a school, the rest …", and the works
that it paid for: "Projects included …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.reading import Statement, kept
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import clause_end
from parsers.phrases.gifts import programmes
from parsers.phrases.gifts.checks import is_aid
from parsers.phrases.gifts.gift import NAMED, Gift, slot_in, slots_between
from parsers.phrases.gifts.giving import given
from parsers.phrases.gifts.giving_passive import passive

_PART = Folded(
    r"(?:^|[,;] (?:and |while |whereas )?)(?:(?:the|an?|of (?:this|these|that|the total)(?: (?:amount|sum|money|"
    r"funds))?,"
    r"(?: the| an?)?) )?(?:(?:another|first|second|third|other|remaining|rest|remainder|additional|further|latter|"
    r"former|"
    r"initial)"
    r"(?: of)? )*(?:(?:sum|amount|tranche|instal?ment|part|portion|half|grant|loan)s? (?:of )?)?(?=\[money:\d+\])"
    r"(?P<sum>\[money:\d+\]) (?P<verb>(?:was|were|is|are|had been|has been|have been|would be|will be|to be) (?:\w+ly "
    r")?(?:used|assigned|spent|intended|meant|designated|destined|channell?ed|directed|invested|put|reserved)|"
    r"went|goes|would go|will go|would support|will support|financed|funded|covered|paid)(?P<use> [^;]{3,90})"
)


# The works that a gift paid for, told without a sum.
_WORKS = Folded(
    r"(?:^|[,;] (?:and |while )?)(?:the |these |its |such |major |other |key )*(?:(?:aid|development|donor|relief|"
    r"reconstruction|funded|financed|cooperation) )?(?:projects|works|programmes|programs|activities)"
    r"(?: (?:funded|financed|supported)(?: under this| by it)?)? (?:have )?(?:includ(?:e|es|ed)|compris(?:e|es|ed)|"
    r"consist(?:s|ed)? of|involved?) (?:the )?(?P<use>(?:construction|building|renovation|reconstruction|"
    r"rehabilitation|"
    r"restoration|expansion|establishment|installation|repair|training|provision|supply|modernisation|modernization) "
    r"of [^;,.]{3,90})"
)


_RANGE = Folded(
    r"^(?:these|they|the projects|projects|its projects|those)(?: [a-z]+){0,3}? (?:range from|ranged from|ranging from|"
    r"include|included|comprise|comprised) (?P<first>(?!\[)[^,;\[]{5,80})"
)


def ranging(statement: Statement) -> Iterator[Gift]:
    """Frames of what the projects that the sentence before counts are: "These range from road works in [date], to a
    [money] loan for …".

    Not read: what follows another sentence.
    """
    match = _RANGE.search(statement.low_skeleton)
    previous = statement.context.previous
    if match is None or previous is None or previous.block is not statement.block:
        return
    for whole in programmes.identified(previous):
        start, stop = match.span("first")
        counted = slots_between(statement, stop, len(statement.skeleton), "money")
        if not counted or counted[0].start > stop + 5:
            words = statement.document.text[statement.offset(start) : statement.offset(stop)]
            item = re.sub(r"^(?:an?|the) | (?:in|on|since|to|and)? ?$", "", words)
            yield replace(whole, verb="helped", start=start, end=start, stop=stop, item=item)
        if counted:
            end = len(statement.skeleton)
            yield replace(whole, verb="helped", start=start, end=start, stop=end, item=None)


def projects(statement: Statement) -> Iterator[Gift]:
    """Frames of the works that a gift went to, told right behind it: "Projects included the construction of two dams".

    Not read: works where no gift, or gifts of several parties, were told in the two sentences before.
    """
    for match in _WORKS.finditer(statement.low_skeleton):
        whole = _told(statement)
        if whole is not None:
            start, stop = match.span("use")
            words = statement.document.text[statement.offset(start) : statement.offset(stop)]
            counted = slots_between(statement, start, stop, "quantity")
            yield Gift(whole.donor, whole.recipient, "helped", start, start, stop, True, None if counted else words)


# "The shipment contained eight tonnes of flour": what a gift was made up of.
_CONTENTS = Folded(
    r"^(?:the|this|that|each|its) (?:(?:first|[a-z-]+) )?(?:shipments?|cargo(?:es)?|consignments?|deliver(?:y|ies)|"
    r"packages?|planes?|aircraft|convoys?|ships?|loads?|relief(?: aid| supplies)?|aid|donations?) (?:also )?"
    r"(?:contain(?:ed|s)|include[sd]?|compris(?:ed|es)|consist(?:ed|s) of|was made up of|were made up of)"
    r"(?: (?:urgent|humanitarian|emergency|relief|food|medical) (?:aid|relief|supplies|goods)"
    r"(?: consisting of|,? including|,? such as| of))?(?: (?:about|around|some|over|more than))*(?P<use> [^;.]{3,120})"
)
_CARRIED = Folded(
    r"\b(?:carrying|carried|loaded with|laden with|with|of) (?:[a-z-]+ ){0,3}(?:aid|supplies|relief|goods|assistance|"
    rf"materials) (?:bound |destined )?(?:to|for)(?: the)? (?P<who>{NAMED})"
)


def contents(statement: Statement) -> Iterator[Gift]:
    """Frames of what a shipment was made up of, told right behind it: "A sent a plane with aid to B. The cargo
    contained 300 tents". Not read: shipments where the sentence before tells no gift of one side to the other.
    """
    match = _CONTENTS.search(statement.low_skeleton)
    previous = statement.context.previous
    if match is None or previous is None or previous.block is not statement.block:
        return
    gifts = [(one.donor, one.recipient) for one in (*given(previous), *passive(previous)) if is_aid(previous, one)]
    sides = set(gifts or _carried(previous))
    for donor, recipient in sides if len(sides) == 1 else ():
        start, stop = match.span("use")
        words = statement.document.text[statement.offset(start) : statement.offset(stop)].strip()
        counted = slots_between(statement, start, stop, "quantity", "money")
        yield Gift(donor, recipient, "sent", start, start, stop, True, None if counted else words)


def _carried(statement: Statement) -> Iterator[tuple[str, str]]:
    """The giver and the receiver of aid that something carried to one side, where the sentence names the other too."""
    for match in _CARRIED.finditer(statement.low_skeleton):
        slot = slot_in(statement, match, "who")
        receiver = side_of(slot.mention, statement.context) if slot else None
        giver = facing(receiver, statement.context.pair)
        named = {side_of(one, statement.context) for one in statement.of("state", "person", "body", "place")}
        if receiver and giver and giver in named:
            yield giver, receiver


@kept
def parts(statement: Statement) -> Iterator[Gift]:
    """Frames of the parts of a gift: donor and recipient are those of the sum told right before, in the same paragraph.

    Not read: parts of what was no aid, or of several gifts with other parties.
    """
    matches = list(_PART.finditer(statement.low_skeleton))
    whole = _told(statement) if matches else None
    for match in matches:
        if whole is not None:
            start, stop = match.span("sum")
            yield Gift(whole.donor, whole.recipient, whole.verb, start, start, stop, True, _use(statement, match))


def _use(statement: Statement, match: re.Match[str]) -> str | None:
    """The words of what a part was used for."""
    begin = match.end("verb")
    end = min(match.end("use"), clause_end(statement.skeleton, begin))
    words = statement.document.text[statement.offset(begin) : statement.offset(end)]
    return _LEAD.sub("", words).strip(" .,") or None


_LEAD = re.compile(r"^(?: (?:(?:in order )?to|for|on|in|towards?|as|the|an?)(?= ))+ ")


def _told(statement: Statement) -> Gift | None:
    """The gift of money that one of the two sentences before tells of; null where none does, or several differ."""
    previous = statement.context.previous
    for _ in range(2):
        if previous is None or previous.block is not statement.block:
            return None
        gifts = [one for one in (*given(previous), *passive(previous)) if is_aid(previous, one)]
        if gifts and previous.of("money"):
            return gifts[0] if len({(one.donor, one.recipient) for one in gifts}) == 1 else None
        previous = previous.context.previous
    return None
