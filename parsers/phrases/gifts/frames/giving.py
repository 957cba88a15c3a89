"""Frames of giving that an active verb makes: who gives, who receives, and the words between.

A `Gift` is the frame; what was given (amounts, counts, items) is read from its stretch of the skeleton by `transfers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement, kept
from parsers.language.slots import Slot, clause_end, clause_start, slots
from parsers.phrases.gifts.frames.active_givers import giver_of, is_act, is_of_others
from parsers.phrases.gifts.frames.gift import (
    NAMED,
    PART,
    Gift,
    gift_of,
    other_side,
    receiver_in,
    side_in,
    slot_in,
    stretch_end,
)
from parsers.phrases.gifts.frames.objects import further, of_object
from parsers.phrases.gifts.givers.one_of_two import gift_of_two
from parsers.phrases.gifts.givers.told_before import TELLS, of_earlier, told_donor
from parsers.phrases.gifts.words import active_verbs, aid_words

_DIRECT = re.compile(
    rf"^ (?:the )?(?:(?:people|government|victims) of (?:the )?)?(?:(?:royal|imperial|newly independent|neighbouring|"
    rf"neighboring|young|then|free|new|democratic|[a-z]+-[a-z]+) )?(?P<who>{NAMED})(?! (?:in )?(?:aid|"
    rf"assistance|soldiers|students|companies))(?:'s|’s)?(?: (?:national|defen[cs]e|armed|police|security|forces?|army|"
    rf"navy|air|coast|guard|ministry|military|parliament|rebels|victims|people|students|athletes|farmers|"
    rf"refugees))*(?='|’| with| a | an | about| more| over| some| up| another|"
    rf" [\[\"“]| around| nearly| approximately| and|,| government| free| military| financial| food)",
    re.IGNORECASE,
)
_SPENT_ON = re.compile(rf"\[money:\d+\] on(?: the)? (?P<who>{NAMED})", re.IGNORECASE)
# A subject that no mention stands for and that is no state's: "the archive donated", "World War I gave B a chance".
_OTHER_SUBJECT = re.compile(
    r"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Tt]hat|[Ss]ome|[Ss]everal|[Mm]any) (?:[\w-]+ )?|"
    r"\b[A-Z][\w.’'-]+ (?:[A-Z][\w.’'-]* )*)"
    r"(?!(?:also|has|had|have|then|later|government|country|state|nation|embassy|ministry|army|navy|military|"
    r"authorities|kingdom|republic|former|latter|"
    r"president|minister|parliament|agency|mission|administration|emirate|sultanate|regime|side|programme|program|"
    r"package|"
    r"treaty|agreement|accord|delegation|federation|union|islands?|queen|king|emperor|prince|committee|department|plan|"
    r"cooperation|assistance|aid|project|force|forces|guard|council|[A-Z][a-z]+(?:land|stan|nia|via))\b)"
    r"[a-z]{3,}(?<!ed)(?<!ly)(?<!ing) (?:also |has |had |have |later |then )*$"
)
# What goes to a movement with a short name of its own ("arms to SWAPO") goes to no state.
TO_GROUP = re.compile(
    r"\bto (?:the )?(?:[A-Z][\w-]+ )+(?:Institut\w+|Foundation|Fund|Museum|Party|Movement|Front|Alliance|League|"
    r"Congress|Organi[sz]ation|"
    r"Church)\b|"
    r"\bto (?:the )?(?:Africa|Asia|Europe|Latin America|Middle East|Caribbean|Third World)\b(?! (?:state|country|"
    r"nation))|"
    r"\bto (?:the )?(?:[a-z]+ |\[place:\d+\] )?(?:countries|nations|states|region)\b(?!,? (?:including|such as|like))|"
    r"\bto (?:that|this|the) (?:organi[sz]ation|forum|bloc|alliance|group|union)\b|"
    r"\b(?:to|for)(?: the)? (?!(?:UN|WHO|WFP|FAO|UNHCR|UNICEF|UNDP|UNRWA|UNOPS|COVAX|COVID)\b)[A-Z]{3,}\b"
    r"(?! (?:railway|railroad|road|project|programme|program|pipeline|airport|port|dam|plant|hospital|university)\b)"
)
# "To B, which was short of grain, A sent": the receiver opens the sentence.
_FRONTED = re.compile(rf"To (?:the )?(?P<who>{NAMED}),? ")
_FORMER = re.compile(r" the (?:former|latter)\b")
_PRONOUN = re.compile(
    r"\b(?:it|they|the (?:country|government|kingdom|republic|emirate|sultanate|island|nation|federation|former|"
    r"state)|which) (?:also |has |had |have |then |later )*(?:\w+ed (?:\w+ly )?)?$",
    re.IGNORECASE,
)


# "Workers sent by A" is a passive, "continued to send" no act of its own.
_NO_OBJECT = re.compile(
    r"(?<=carried) (?:out|on|over|away)\b|"
    r"(?:(?<=funds)|(?<=grants)|(?<=supplies)|(?<=finances)) "
    r"(?:for (?!\[)|from |of |were |are )|"
    r" by (?:the )?(?:(?:government|people|army|embassy) of (?:the )?)?\[(?:state|body):"
)


@kept
def given(statement: Statement) -> Iterator[Gift]:
    """Frames with an active verb: "A gave, sent, pledged … (B) … (to B)".

    Passives and infinitives of others are left out.
    """
    low = statement.low_skeleton
    text = statement.document.text
    for match in active_verbs().finditer(low):
        if match.start() and (text[statement.offset(match.start())].isupper() or low[: match.start()].endswith(" re-")):
            continue  # a word of a title: "Memorandum on Financing", or a part of one: "re-equipped"
        if _NO_OBJECT.match(low, match.end()) or _tells_later(match[0], low, match.end()):
            continue
        lead = low[clause_start(statement.skeleton, match.start()) : match.start()]
        near = statement.skeleton[: match.start()].split(" ")[-2:][0]
        by_agency = aid_words("agencies").fullmatch(near) is not None
        gift = _active_gift(statement, match, lead) if is_act(match[0], lead, by_agency=by_agency) else None
        if gift is not None:
            yield of_object(statement, gift, match.start() - len(lead), match.start())
            yield from further(statement, gift)


def _tells_later(verb: str, low: str, end: int) -> bool:
    """Whether a verb of going on has another verb of giving right behind it, which tells: "will continue giving"."""
    later = active_verbs().match(low, end + 1) if "continu" in verb or "resum" in verb else None
    return later is not None and (later[0].startswith("to ") or later[0].endswith("ing"))


def _active_gift(statement: Statement, match: re.Match[str], lead: str) -> Gift | None:
    """The frame of an active verb, with the giver before it and the receiver behind it."""
    skeleton, begin = statement.skeleton, match.start() - len(lead)
    stop = stretch_end(skeleton, match.end())
    giver = giver_of(statement, match.start(), lead)
    if is_of_others(skeleton, begin, match, giver) or _goes_to_several(statement, match.end(), stop):
        return None
    receiver = _receiver(statement, match, stop)
    if receiver is None and (of_two := gift_of_two(statement, match, lead, giver, stop)):
        return of_two
    if _is_kept(skeleton, match, receiver) or _goes_to_group(statement, match.end(), stop, receiver):
        return None
    if giver is None and _OTHER_SUBJECT.search(skeleton, begin, match.start()):
        return None
    if giver is None and receiver is None and _PRONOUN.search(lead):
        return _of_told(statement, match, stop)
    return gift_of(statement, match, stop, giver, receiver)


def _goes_to_several(statement: Statement, begin: int, stop: int) -> bool:
    """Whether what is given goes "to 30 countries"."""
    return _TO_COUNT.search(statement.skeleton[begin:stop]) is not None and counts_states(statement, begin, stop)


_TO_COUNT = re.compile(r"^[^,;]{0,60}?\bto (?:the )?(?:\w+ )?\[quantity:\d+\]")


def _is_kept(skeleton: str, match: re.Match[str], receiver: Slot | None) -> bool:
    """Whether nobody gets it: who spends gives to itself, unless it is said to whom; "the latter" is not looked up."""
    return receiver is None and (match[0].startswith("spen") or _FORMER.match(skeleton, match.end()) is not None)


def _goes_to_group(statement: Statement, begin: int, stop: int, receiver: Slot | None) -> bool:
    """Whether what is given goes to a group at war, or, where no party gets it, to a movement or to many states."""
    low = statement.low_skeleton[begin:stop]
    direct = re.match(r" (?:the )?(?:\[\w+:\d+\] )?", low)
    if direct and aid_words("armed_groups").match(low, direct.end()):
        return True
    return receiver is None and TO_GROUP.search(statement.skeleton, begin, stop) is not None


def _receiver(statement: Statement, match: re.Match[str], stop: int) -> Slot | None:
    """The party that gets what an active verb gives: right behind it, behind "to", or in front of the sentence."""
    skeleton = statement.skeleton
    receiver = slot_in(statement, _DIRECT.match(skeleton[match.end() :]))
    receiver = receiver or receiver_in(statement, match.end(), stop)
    if match[0].startswith("spen"):
        receiver = slot_in(statement, _SPENT_ON.search(skeleton, match.end(), stop)) or receiver
    if match[0].startswith(("deposit", "placed")):
        receiver = receiver or slot_in(statement, _WITH_BANK.match(skeleton, match.end(), stop))
    if receiver is None and PART.match(skeleton, stop):
        receiver = receiver_in(statement, stop, clause_end(skeleton, stop))
    return receiver or slot_in(statement, _FRONTED.match(skeleton, 0, match.start()))


_WITH_BANK = re.compile(rf" [^,;]{{0,30}}\[money:\d+\](?: with| at| in)(?: the| its)? [^,;\[]{{0,40}}(?P<who>{NAMED})")


def _of_told(statement: Statement, match: re.Match[str], stop: int) -> Gift | None:
    """The frame of "it" or "they", the one side whose help the sentence before told of; null where it told of none."""
    tells = TELLS.search(statement.skeleton[: clause_start(statement.skeleton, match.start())])
    donor = side_in(statement, tells) or told_donor(statement) or of_earlier(statement)
    recipient = other_side(statement, donor)
    return (
        Gift(donor, recipient, match[0].lower(), match.start(), match.end(), stop, False)
        if donor and recipient
        else None
    )


def counts_states(statement: Statement, start: int, stop: int) -> bool:
    """Whether several states are counted in a stretch, of which none is said to be one: what they get is not the
    pair's.
    """
    among = ("one of the ", "one of ", "one of the first ", "among the ", "among the first ", "among ")
    counted = [
        one for one in slots(statement, "quantity")
        if start <= one.start < stop and not statement.low_skeleton.endswith(among, 0, one.start)
    ]  # fmt: skip
    return any(getattr(one.mention.value, "unit", None) in ("states", "countries", "nations") for one in counted)
