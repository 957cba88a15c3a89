"""Frames of giving that a passive verb makes: "X was donated by A to B", "B was given X", "B's debt was cancelled"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement, kept
from parsers.language.required import Folded
from parsers.language.slots import Slot, any_of, clause_start, slots
from parsers.phrases.gifts.columns.items import counts_people
from parsers.phrases.gifts.frames.gift import (
    FROM,
    NAMED,
    PART,
    TO,
    Gift,
    gift_of,
    other_side,
    receiver_in,
    side_at,
    slot_in,
    slots_between,
    stretch_end,
)
from parsers.phrases.gifts.givers.agencies import agency_in
from parsers.phrases.gifts.givers.subjects import giver_before
from parsers.phrases.gifts.givers.told_before import told_donor
from parsers.phrases.gifts.words import SKILLED, aid_words


@cache
def passive_verbs() -> Folded:
    """A verb of giving in the passive, an adverb inside it: "was later donated"."""
    lead = r"\b(?:was|were|been|being|is|are) (?:(?:\w+ly|also|later|then|again) )?"
    return Folded(lead + any_of(read_yaml("aid.yaml")["passive_verbs"]))


@cache
def _reduced() -> Folded:
    """A participle with its agent: "doses donated by A", "600 doses donated by A"."""
    agent = rf"(?= (?:to (?:the )?{NAMED} )?by (?:the )?(?:[a-z]+ (?:of (?:the )?)?)?{NAMED})"
    return Folded(rf" {any_of(read_yaml('aid.yaml')['passive_verbs'])}{agent}")


def _matches(statement: Statement) -> list[re.Match[str]]:
    """The passive verbs of a statement, in order; a participle of a full passive is not found again."""
    low = statement.low_skeleton
    full = list(passive_verbs().finditer(low))
    ends = {match.end() for match in full}
    reduced = [match for match in _reduced().finditer(low) if match.end() not in ends] if " by " in low else []
    reduced = [
        match
        for match in reduced
        if (low[match.start() - 1] != "]" or _counted_before(low, match))
        and not low.endswith("services", 0, match.start())
    ]
    return sorted([*full, *reduced], key=lambda match: match.start())


def _counted_before(low: str, match: re.Match[str]) -> re.Match[str] | None:
    """The count right before a participle: "[quantity] donated by A"."""
    return _COUNT.search(low, max(0, match.start() - 20), match.start())


_COUNT = re.compile(r"\[quantity:\d+\]$")
_TO_WHOM = re.compile(
    rf"^(?: [a-z]+ly)? (?:to|for|towards?)(?: (?!in\b|to\b|for\b|and\b)[\w'’-]+){{0,6}}? {NAMED}",
    re.IGNORECASE,
)
_CANCELS = re.compile(r"\b(?:cancell?ed|forgiven|remitted|written off|waived|annulled|relieved of)$")
_OWED = re.compile(r"(?:the |its |these )?debts?\b", re.IGNORECASE)
_RELATIVE = re.compile(r"(?:,| and| then) [a-z]+ed (?=[^,;]{3,60} (?:that|which) (?:ha(?:d|ve|s) )?$)")
"""A verb whose object a relative clause is on: "and inspected houses that had been paid for"."""
_REPORTED = re.compile(r" (?:said|stated|announced|reported|claimed|revealed|confirmed) that ")
# Where one studies gives the scholarship, and gets nothing.
_TO_STUDY = re.compile(r" (?:[a-z]+ )?(?:scholarships?|fellowships?|bursaries) (?:to|for) (?:stud|train)\w* (?:in|at) ")
_FOR_A_PRICE = re.compile(r"^ to pay\b|\b(?:in exchange|in return) for\b")
_DEBTOR = re.compile(rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:[a-z-]+ ){{0,3}}?(?:debts?|loans?)\b", re.IGNORECASE)
_ENTITLED = (
    "allotted",
    "allocated",
    "gifted",
    "lent",
    "loaned",
    "given",
    "granted",
    "awarded",
    "offered",
    "promised",
    "provided with",
    "supplied with",
)
_GOT = re.compile(r" (?:an? |the |its )?(?P<item>(?!to\b|for\b|by\b|from\b)[a-z][^,;\[]{2,50}?),? (?:by|from)\b")
_SOURCE_OF = re.compile(
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:(?!an?\b|the\b|with\b|signed\b|received\b|to\b)[a-z-]+ ){{0,3}}?(?:aid|"
    r"assistance|relief|grants?|loans?|donations?|scholarships?|"
    rf"rescue teams?|medical teams?|supplies|{SKILLED}|volunteers|"
    r"equipment|vaccines?|medicines?|books|computers|vehicles|buses|ambulances|boats|tents|blankets)\b",
    re.IGNORECASE,
)


@kept
def passive(statement: Statement) -> Iterator[Gift]:
    """Frames with a passive verb: "X was donated by A (to B)", "B was given X by A"."""
    found = (_passive_gift(statement, match) for match in _matches(statement))
    return (gift for gift in found if gift is not None)


def _passive_gift(statement: Statement, match: re.Match[str]) -> Gift | None:
    """The frame of one passive verb, from where its clause begins; its subject is what was given, or who got it."""
    skeleton = statement.skeleton
    begin, stop = clause_start(skeleton, match.start()), stretch_end(skeleton, match.end())
    part = PART.search(skeleton, begin, match.end())
    begin = part.start("part") if part else begin
    right_before = _counted_before(statement.low_skeleton, match) if match[0].startswith(" ") else None
    begin = right_before.start() if right_before else begin
    told_of = _REPORTED.search(skeleton, begin, match.start()) or _RELATIVE.search(skeleton, begin, match.start())
    begin = told_of.end() if told_of else begin
    behind = skeleton[match.end() : stop]
    if _FOR_A_PRICE.search(behind) or (match[0].lower().endswith(_ENTITLED) and _TO_STUDY.match(behind)):
        return None
    by = slot_in(statement, FROM.search(behind)) or slot_in(statement, _SOURCE_OF.search(behind))
    by = agency_in(statement, match.end(), stop) or by if by is not None and by.kind == "body" else by
    by = by or (agency_in(statement, match.end(), min(stop, match.end() + 60)) if behind.startswith(" by ") else None)
    receiver = receiver_in(statement, match.end(), stop)
    gift, item = None, None
    if _CANCELS.search(match[0]) and re.search(r"\b(?:debts?|loans?)\b", skeleton[begin:stop].lower()):
        gift = _forgiven(statement, match, begin, stop, by)
        item = None if slots_between(statement, begin, stop, "money") else _subject_words(statement, begin, match)
    elif _OWED.match(skeleton, begin) or (receiver and not by and _is_where(statement, begin, match, receiver)):
        return None
    elif by is not None or (receiver is not None and not behind.startswith(" by ")):
        gift = gift_of(statement, match, stop, by, receiver if receiver is not by else None)
        told = by is not None or _TO_WHOM.search(behind) is not None
        is_counted = bool(slots_between(statement, begin, stop, "money", "quantity"))
        item = _subject_words(statement, begin, match) if told and not is_counted else None
        got = _GOT.match(behind) if item and by and match[0].lower().endswith(_ENTITLED) else None
        item = got["item"] if got else item
    elif not behind.startswith(" by "):
        gift, item = _of_subject(statement, match, begin, stop)
    return replace(gift, start=begin, end=begin, item=item) if gift is not None else None


def _is_where(statement: Statement, begin: int, match: re.Match[str], receiver: Slot) -> bool:
    """Whether a party behind "in" is where the people of the subject got something: "B's nurses were given training in
    A".
    """
    skeleton = statement.skeleton
    entitled = match[0].lower().endswith(_ENTITLED) and slots_between(
        statement, begin, match.start(), "state", "person", "quantity"
    )
    counted = [
        one
        for one in slots_between(statement, begin, match.start(), "money", "quantity")
        if one.kind == "money" or not counts_people(one)
    ]
    is_opened = match[0].lower().endswith("opened")
    return (
        (bool(entitled) or is_opened)
        and not counted
        and skeleton[: receiver.start].endswith((" in ", " in the ", " at "))
    )


def _forgiven(statement: Statement, match: re.Match[str], begin: int, stop: int, by: Slot | None) -> Gift | None:
    """The frame of a debt that was let go: the debtor owns it, the creditor stands behind "to" or "by"."""
    told = statement.skeleton[begin:stop]
    debtor = slot_in(statement, _DEBTOR.search(told)) or giver_before(statement, begin, match.start())
    creditor = by or slot_in(statement, re.search(rf"\b(?:to|with|from)(?: the)? (?P<who>{NAMED})", told))
    return gift_of(statement, match, stop, creditor, debtor) if creditor or debtor else None


def _subject_words(statement: Statement, begin: int, match: re.Match[str]) -> str:
    """The words of what a passive verb tells of, without the date and article before them."""
    lead = re.match(
        r"(?:(?:after|during|following|before|in) [^,\[]{3,40}, )?(?:(?:in|on|since|the|an?) |\[date:\d+\],? )*",
        statement.skeleton[begin : match.start()],
        re.IGNORECASE,
    )
    start = begin + (lead.end() if lead else 0)
    words = statement.document.text[statement.offset(start) : statement.offset(match.start())]
    said = _WHERE.sub("", _WHICH.sub("", words)).strip(" ,")
    is_behind = said != words.strip(" ,") or (match[0].startswith(" ") and _FINITE.search(said))
    words = _LAST_NOUN.search(said)["noun"] if is_behind else said  # type: ignore[index]
    return _LONG_LEAD.sub("", words)


_FINITE = re.compile(
    r" (?:was|were|is|are|has|have|had|receives?|received|gets?|got|us(?:es?|ed|ing)|includ(?:es?|ed|ing)) "
)
_WHERE = re.compile(r"^.*(?:,| [a-z]+) (?:where|in which|for which) ")
_WHICH = re.compile(r",? (?:that|which)(?: ha(?:d|ve|s))? ?$")
# What a relative clause is of: the words behind the last preposition, article or verb.
_LAST_NOUN = re.compile(
    r"(?:.*\b(?:the|an?|its|with|by|into|at|from|has|have|had|is|was|are|were|receives?|received|gets?|"
    r"got|us(?:es?|ed|ing)|includ(?:es?|ed|ing)) |^)"
    r"(?P<noun>.+)$"
)


# A clause, or whose words it is, in front of the subject.
_LONG_LEAD = re.compile(
    r"^(?:(?:according to|with|despite|although|while|since|as|when|because|due to)\b.*?|"
    r".*\b(?:has|have|had|was|were|is|"
    r"are)\b.*?), (?:and |the |an? )*(?=[^,]+$)|"
    r"(?: (?:has|have|had|will|would|to)(?: be| been)?(?: (?:also|since|now))?)+$",
    re.IGNORECASE,
)


def _of_subject(statement: Statement, match: re.Match[str], begin: int, stop: int) -> tuple[Gift | None, str | None]:
    """The frame of a passive whose sides stand in its subject, and the subject's words where that is what was given.

    "A's aid was delivered", "scholarships for B were introduced", "B was given [money]"; with no side in it, the donor
    told before, or whose programme it was given under, where the clause has an amount.
    """
    skeleton = statement.skeleton
    subject = skeleton[begin : match.start()]
    source = slot_in(statement, _SOURCE_OF.search(subject)) or slot_in(statement, FROM.search(subject))
    source = source or _own_of_count(statement, begin, match.start())
    to = slot_in(statement, TO.search(subject))
    free = [one for one in slots(statement, "state", "person", "body") if begin <= one.start < match.start()]
    counted = slots_between(statement, begin, match.start(), "money", "quantity")
    programme = _of_programme(statement, match.start()) if counted and not source and not to else None
    if programme is not None:
        return _of_donor(statement, programme, match, begin, stop), None
    if re.match(r"(?:with|through|thanks to)\b", subject, re.IGNORECASE):
        return None, None
    if re.search(r"\b(?:has|have|had|which|who|that|is|are|was|were)\b", _PERFECT.sub("", subject)):
        return None, None
    if source or to:
        words = _subject_words(statement, begin, match)
        is_aid = any(aid_words(name).search(words.lower()) for name in ("things", "craft", "goods"))
        return (gift_of(statement, match, stop, source, to), words) if is_aid else (None, None)
    if free:
        entitled = match[0].lower().endswith(_ENTITLED) and not slots_between(statement, begin, match.start(), "money")
        return (gift_of(statement, match, stop, None, free[-1]) if entitled else None), None
    return _of_donor(statement, told_donor(statement) if counted else None, match, begin, stop), None


def _own_of_count(statement: Statement, begin: int, verb: int) -> Slot | None:
    """The state whose things or people a passive verb tells of: "four [A] helicopters were sent"."""
    counted = slots_between(statement, begin, verb, "quantity")[:1]
    own = [(one, next(iter(statement.inside(one.mention, "state")), None)) for one in counted]
    return next((Slot("state", inner, one.start, one.end) for one, inner in own if inner), None)


def _of_donor(statement: Statement, donor: str | None, match: re.Match[str], begin: int, stop: int) -> Gift | None:
    """The frame of a donor that is told elsewhere, the other side its recipient; null where it is no side."""
    recipient = other_side(statement, donor)
    if donor is None or recipient is None:
        return None
    return Gift(donor, recipient, match[0].lower(), begin, begin, stop, False)


def _of_programme(statement: Statement, verb: int) -> str | None:
    """The side whose agency or programme for aid a passive verb names before it: "under [programme], [count] are"."""
    lead = _UNDER.search(statement.low_skeleton, 0, verb)
    agency = agency_in(statement, 0, verb) if lead else None
    return side_at(statement, agency)


_PERFECT = re.compile(r" (?:has|have|had)(?: (?:also|since|now|already))? $")
_UNDER = re.compile(r"\b(?:under|through) (?:the |its |which\b)?")
