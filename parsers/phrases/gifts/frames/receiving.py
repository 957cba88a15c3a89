"""Receipts and sums in a statement: who received what from whom, and nouns of aid with an amount ("a grant of …")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement, kept
from parsers.language.required import Folded
from parsers.language.sides import side_of
from parsers.language.slots import Slot, any_of, clause_end, clause_start, words_of
from parsers.phrases.gifts.frames.active_givers import OTHERS
from parsers.phrases.gifts.frames.gift import (
    FROM,
    NAMED,
    RESULTED,
    TO,
    Gift,
    gift_of,
    other_side,
    side_in,
    slot_in,
    slots_between,
    stretch_end,
)
from parsers.phrases.gifts.frames.giving import given
from parsers.phrases.gifts.givers.agencies import agency_in
from parsers.phrases.gifts.givers.own_money import of_money
from parsers.phrases.gifts.givers.subjects import giver_before
from parsers.phrases.gifts.givers.told_before import told_donor
from parsers.phrases.gifts.proofs.barred import is_aid
from parsers.phrases.gifts.words import SKILLED, aid_words

_NOUN = Folded(
    rf"(?:(?P<owner>{NAMED})(?:'s|’s|'|’)? (?!(?:an?|with|through|via|under|to|from|for|in|of|by|and|as|on|"
    rf"compris\w+|includ\w+|sign\w*|conclud\w*|negotiat\w*|"
    rf"cover\w+|consist\w+|receiv\w+|got|gets?|obtain\w+|took|takes?|secur\w+|accept\w+|sought|seeks?|owe[sd]?|repaid|"
    rf"request\w*|asked|needs?|needed|refus\w+|us(?:es|ed)|had|has) ))?(?:(?:total|its|the|"
    rf"annual|official|bilateral|overseas) "
    rf")*(?P<noun>(?:[a-z]+ ){{0,2}}(?:aid|assistance|support|funds|funding|contributions?|commitments|"
    rf"disbursements|grants?|loans?|relief|"
    rf"donations?|gifts?(?= (?:of|worth) )|lines? of credit|"
    rf"debt (?:cancellation|forgiveness|write-off)|credit lines?|scholarships?|oda|(?:aid|development|cooperation) "
    rf"(?:programme|program)|"
    rf"(?:development|technical|financial) cooperation|(?:annual |total )?(?:country )?(?<!aid )(?<!assistance )"
    rf"(?<!cooperation )budget(?: frame(?:work)?)?(?= (?:for|in)\b)))\b"
)
_LINKED = (
    r"[,:]? (?:of|total of|worth|totall?ed|totall?ing|totals|amounted(?: to)?|amounts(?: to)?|amount to|"
    r"amounting to|reached|"
    r"(?:has|have|had) (?:been(?: worth)?|come to)|(?:has|have) (?:reached|exceeded|totall?ed|amounted to)|was|were|"
    r"stood at|stands at|exceeded|exceeds|"
    r"valued at|added up to|came to|comes to|come to|"
    r"adds up to|add up to|runs to|ran to|averaged|averages|includes|included|comprises|comprised|stand at|stood|"
    r"worth up to|has totall?ed|had exceeded|has exceeded|had reached|"
    r"has amounted to|has an? (?:annual )?budget of|had an? (?:annual )?budget of|with an? (?:annual )?budget of|"
    r"(?:has |had )?(?:increased|rose|risen|grew|grown|fell|declined|dropped)(?: [a-z]+)? (?:to|from)|is)"
    r"(?: (?:about|slightly|just|only|roughly|around|over|more than|approximately|nearly|a total of|some|"
    r"almost|up to|at|worth|valued|estimated|in|an?))* \[(?:money:\d+\]|quantity:\d+\](?<!percent))"
)
_SIZED = Folded(
    rf"\[money:\d+\](?: USD)?(?: (?P<owner>{NAMED})(?:'s|’s)?)?(?P<noun> (?:in |of )?(?:[a-z-]+ "
    rf"){{0,2}}?(?:aid(?: package)?|assistance|grants?|loans?|"
    rf"relief|donations?|lines? of credit|credit lines?|credits?))"
    rf" (?:(?:to|from|by|for|given by|provided by|offered by|(?:extended|granted|given|provided|made|offered) to)"
    rf"(?: the)? {NAMED})"
)

_WAYS = (
    rf"(?: \((?:oda|ODA)\))?(?: (?:programmes?|programs?|package|funds?|allocations?|budgets?|portfolio|contributions?|"
    rf"commitments?|disbursements?))?(?: (?:to|from|for|by|with) (?:the )?(?:[a-z]+ )?{NAMED}"
    rf"(?:(?:'s|’s)(?: [a-z-]+){{1,3}})?| in(?: the)? {NAMED}| "
    rf" (?:to|for)(?: the)? [a-z]+(?: [a-z]+)? (?:sectors?|programmes?|reforms?|budget|police|army)| "
    rf"(?:extended|provided|given|granted|disbursed)| "
    rf"(?:(?:in|during|since|for|over) )?(?:the )?\[date:\d+\]| for(?: the)? (?!the\b)[a-z]+(?: [a-z]+){{0,2}}?|"
    rf" to(?: the)? [a-z]+ (?:of|in)(?: the)? {NAMED}| between \[date:\d+\]){{0,8}}(?:, "
    rf"(?:with|including|through|via|which|together"
    rf" with) [^,;]{{0,80}},)?(?:, which(?: has| have)?)?(?: (?:lasted|continued|began|ran|started)"
    rf"\b[^;,]{{0,40}}? and)?"
)
_JOINED = re.compile(_WAYS + _LINKED, re.IGNORECASE)
# "In [date], total aid amounted to [money]", where the sentence before told who gives.
_TOTAL = re.compile(
    r"^(?:(?:in|by|during|for|over) (?:the )?(?:(?:period|years|time)(?: from| of| between)? )?\[date:\d+\],? )?"
    r"(?:the |this |its |total |annual |overall |all |bilateral |estimated |overseas |foreign |yearly |"
    r"official |development |humanitarian |financial )*(?:aid|assistance|oda|support)$",
    re.IGNORECASE,
)


@cache
def verbs_of_receiving() -> Folded:
    """The verbs of which who gets is the subject, as one regular expression over text in lower case."""
    named = (
        r"\b(?:is|was|were|are|been|became|become)(?: \w+| in \[date:\d+\],?){1,3}? recipients? of"
        r"(?= [^,;\[]{0,30}\[money)"
    )
    return Folded(rf"{any_of(read_yaml('aid.yaml')['receive_verbs'])}|{named}")


@kept
def received(statement: Statement) -> Iterator[Gift]:
    """Frames in which the receiver is the subject: "B received X from A"."""
    skeleton = statement.skeleton
    for match in verbs_of_receiving().finditer(statement.low_skeleton):
        begin, stop = clause_start(skeleton, match.start()), stretch_end(skeleton, match.end())
        if aid_words("armed_groups").search(statement.low_skeleton, begin, match.start()):
            continue
        if _WISHED.search(statement.low_skeleton, begin, match.start()) or _HE.search(skeleton, begin, match.start()):
            continue
        result = slot_in(statement, RESULTED.search(statement.low_skeleton, begin, match.start()))
        receiver = result or giver_before(statement, begin, match.start())
        source = slot_in(statement, FROM.search(skeleton[match.end() : stop])) or _owner_after(
            statement, match.end(), stop
        )
        if source is None or source.kind == "body":
            source = agency_in(statement, match.end(), stop) or source
        source = source or slot_in(statement, _UNDER.search(skeleton, match.end(), stop))
        source = source or slot_in(statement, _UNDER_FIRST.match(skeleton, begin, match.start()))
        source = source or slot_in(statement, _TO_STUDY.search(skeleton, match.end(), stop))
        gift = gift_of(statement, match, stop, source, receiver)
        if gift is not None and (source is not None or result is not None):
            yield gift


_HE = re.compile(r"\b(?:[Hh]e|[Ss]he) (?:[a-z]+ )?$")
_WISHED = re.compile(
    r"(?<!continue )(?<!continues )(?<!continued )(?<!began )(?<!started )(?<!first )(?<!country )(?<!come )to $"
)
_UNDER = re.compile(rf"\b(?:under|through|as part of) [^,;\[]{{3,50}} (?:of|by)(?: the)? (?P<who>{NAMED})")
# "Under A's grant programme, the market received".
_UNDER_FIRST = re.compile(
    rf"(?:Under|Through|With|As part of) (?:the |a )?(?P<who>{NAMED})(?:'s|’s)? [^,;\[]{{0,30}}"
    r"(?:[Aa]id|[Aa]ssistance|[Gg]rants?|[Ll]oans?|[Pp]rogramme|[Pp]rogram|[Cc]ooperation|[Ff]und)\b[^,;\[]{0,20},"
)
_TO_STUDY = re.compile(
    r"(?:\b(?:scholarships?|fellowships?|bursaries|grants?)|\[quantity:\d+\])(?: from \w+)? (?:to (?:study|train|"
    r"pursue|continue|learn)|"
    r"for)\b"
    rf"[^,;\[]{{0,50}}\b(?:in|at)(?: the)? (?P<who>{NAMED})"
)


def nouns(statement: Statement) -> Iterator[Gift]:
    """Frames of a noun with an amount: "A's aid to B amounted to X", "aid from A totalled X", "a grant of X from A"."""
    for match in _NOUN.finditer(statement.low_skeleton):
        joined = _JOINED.match(statement.skeleton, match.end())
        if joined is not None and not _is_none(statement.skeleton, match, joined):
            gift = _of_noun(statement, match, joined)
            if gift is not None:
                yield gift


def _of_noun(statement: Statement, match: re.Match[str], joined: re.Match[str]) -> Gift | None:
    """The frame of a noun of aid and what joins it to its amount, by whose aid it is, and where it comes from or goes;
    null where that is no side.
    """
    skeleton = statement.skeleton
    stop = max(stretch_end(skeleton, match.end()), stretch_end(skeleton, joined.end()))
    tail = skeleton[match.end() : stop]
    source, to = slot_in(statement, FROM.search(tail)), slot_in(statement, TO.search(tail))
    owner = _owner_of(statement, match)
    if owner is None and match["noun"].endswith("budget"):
        return None
    if not (source or owner) and _gives_else(statement, match.start()):
        return None
    if not (source or owner or to):
        return _of_total(statement, match, stop)
    gift = gift_of(statement, match, stop, source or owner, to)
    if gift is None:
        return None
    part = _PART_FROM.search(skeleton, joined.end(), stop) if source else None
    if part is None:
        return _of_said(statement, match, stop, gift.donor, gift.recipient)
    start, stop = part.span("part")
    return replace(gift, verb="", start=start, end=start, stop=stop, sure=False, item=_bare(match["noun"]))


def _owner_of(statement: Statement, match: re.Match[str]) -> Slot | None:
    """The party whose aid a noun names: "A's aid"; a budget is that of an agency named before it."""
    if match["noun"].endswith("budget"):
        return agency_in(statement, clause_start(statement.skeleton, match.start()), match.start())
    return slot_in(statement, match, "owner")


def _of_total(statement: Statement, match: re.Match[str], stop: int) -> Gift | None:
    """The frame of "total aid amounted to [money]", of which the sentence before told who gives."""
    skeleton = statement.skeleton
    donor = _of_recipient(statement, match.start())
    if donor is None and not _TOTAL.search(skeleton[clause_start(skeleton, match.start()) : match.end()]):
        return None
    donor = donor or told_donor(statement) or of_money(statement)
    recipient = other_side(statement, donor)
    return _of_said(statement, match, stop, donor, recipient) if donor and recipient else None


def _of_recipient(statement: Statement, noun: int) -> str | None:
    """The side that gives to the one of which the words before a noun say that it is a recipient of aid, where nobody
    else is named.
    """
    found = _RECIPIENT.search(statement.low_skeleton, 0, noun)
    side = side_in(statement, found)
    named = {side_of(one.mention, statement.context) for one in slots_between(statement, 0, noun, "state", "body")}
    return other_side(statement, side) if side and named == {side} else None


_RECIPIENT = re.compile(
    rf"(?P<who>{NAMED}) (?:(?:is|was|became|has been|had been)(?: \w+){{0,5}}? recipient\b|(?:began|"
    rf"started) (?:to receive|"
    r"receiving)(?: \w+){0,3} (?:aid|assistance)\b)[^;]{0,60}$"
)


def _of_said(statement: Statement, match: re.Match[str], stop: int, donor: str, recipient: str) -> Gift:
    """The frame of a noun that is what was given, in the words of the text."""
    start, end = match.span("noun")
    said = words_of(statement, start, end)
    return Gift(donor, recipient, "", start, start, stop, True, _bare(said))


def _is_none(skeleton: str, match: re.Match[str], joined: re.Match[str]) -> bool:
    """Whether a noun with an amount is a budget for all, what a loan is "against", or contributions of people."""
    of_people = "contribution" in match["noun"] and "[quantity" in joined[0]
    return of_people or match["noun"].startswith("against ") or _IN_ALL.match(skeleton, match.end()) is not None


# "A's aid budget is [money]": what it gives to all.
_IN_ALL = re.compile(rf" budgets?(?! (?:for|to|in)(?: the)? {NAMED})")


def _bare(noun: str) -> str:
    """A noun of aid without the small words before it."""
    return _SMALL.sub("", noun.strip())


_SMALL = re.compile(r"^(?:(?:[a-z]+ )?(?:an?|the) |(?:in|of|total|its|and|this|such|by|with|was|is) )+", re.IGNORECASE)
# "[money], over [money] of it from A": the part is A's.
_PART_FROM = re.compile(
    r",(?: (?:and|of which|of it|including|with))?(?: (?:about|around|over|nearly|some|almost|more than|up to))* "
    r"(?P<part>\[money:\d+\])(?: of (?:it|this|that|which|them))?(?: (?:was|were|is|are|came|coming|comes))? from "
)


def _gives_else(statement: Statement, noun: int) -> bool:
    """Whether the subject of the clause before a noun is a body, a third state or someone else than the sides."""
    begin = clause_start(statement.skeleton, noun)
    subject = giver_before(statement, begin, noun)
    named = [*slots_between(statement, begin, noun, "state"), *([subject] if subject is not None else [])]
    if any(side_of(one.mention, statement.context) is None for one in named):
        return agency_in(statement, begin, noun) is None
    return OTHERS.search(statement.skeleton, begin, noun) is not None


_AGAIN = Folded(
    r"(?:^|; )(?:(?:in|by|for|during|from) (?:the )?\[date:\d+\],? |\[date:\d+\],? )?"
    r"(?:it|this|(?:the|this|that) (?:annual |total )?(?:amount|sum|figure|total|aid|assistance)) "
    r"(?:has |had |was |then |later |been |again |subsequently )*"
    r"(?:rose|risen|grew|grown|raised|increased|reduced|cut|fell|fallen|dropped|declined|reached|stood)"
    r"(?: (?:to|at))?(?: (?:about|around|some|over|nearly|almost|more than))? (?=\[money:)|"
    rf"(?:^|; )(?:{NAMED}|it|they) (?:later |then |subsequently |also |again |soon )*(?:increased|raised|reduced|cut)"
    r" (?:the|this|that|its) (?:amount|sum|figure|total|loan|credit|grant|aid|assistance|pledge|contribution) to"
    r"(?: (?:about|around|some|over|nearly|almost|more than))? (?=\[money:)"
)


def again(statement: Statement) -> Iterator[Gift]:
    """Frames of an amount that the aid told right before rose or fell to: "In [date] it was raised to [money]".

    Not read: where no amount of aid was told in the clause or the sentence before.
    """
    previous = statement.context.previous
    for match in _AGAIN.finditer(statement.low_skeleton):
        told = statement if match.start() else previous
        if told is None or told.block is not statement.block:
            continue
        frames = [one for one in (*nouns(told), *given(told)) if slots_between(told, one.end, one.stop, "money")]
        frames = [one for one in frames if (told is previous or one.end < match.start()) and is_aid(told, one)]
        if frames:
            stop = clause_end(statement.skeleton, match.end())
            yield Gift(frames[-1].donor, frames[-1].recipient, "", match.end(), match.end(), stop, False)


def sized(statement: Statement) -> Iterator[Gift]:
    """Frames of a noun behind its amount: "a [money] loan from A", "[money] in aid to B"."""
    for match in _SIZED.finditer(statement.low_skeleton):
        tail = statement.skeleton[match.end("noun") : match.end()]
        source, to = slot_in(statement, FROM.search(tail)), slot_in(statement, TO.search(tail))
        own = source or slot_in(statement, match, "owner")
        gift = gift_of(statement, match, match.end("noun"), own, to)
        if gift is not None and (own or not _gives_else(statement, match.start())):
            yield Gift(gift.donor, gift.recipient, "", match.start(), match.start(), match.end("noun"), True)


def _owner_after(statement: Statement, start: int, stop: int) -> Slot | None:
    """The state whose aid it is: "received Chilean aid"."""
    match = re.match(
        rf" (?:(?:[\w-]+|\[(?:money|quantity):\d+\]) ){{0,6}}?(?P<who>{NAMED})(?:'s|’s)?(?:(?:,? and|"
        rf",) {NAMED})* (?:(?:\w+|\[money:\d+\]) "
        rf"){{0,5}}?(?:aid|assistance|support|loans?|"
        rf"grants?|scholarships?|relief|donations?|expertise|training|(?:{SKILLED}|"
        rf"volunteers|medical (?:staff|personnel|workers|teams?)|equipment|vaccines?|arms|weapons|"
        r"weaponry|ammunition|food|foodstuffs|medicines?|medical supplies)\b(?! (?:exports?|imports?|sales|deals?)\b))",
        statement.skeleton[start:stop],
    )
    return slot_in(statement, match)
