"""Aid by the weight of a statement's words, where no shape finds any: two ways of telling who gives must agree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.language.slots import slots
from parsers.language.weighing import OF_A_STATE, Word, around, heaviest, terms, weight, words
from parsers.phrases.gifts.agencies import agency_in
from parsers.phrases.gifts.checks import is_charity
from parsers.phrases.gifts.clean import clauses, is_clean
from parsers.phrases.gifts.gift import Gift, other_side
from parsers.phrases.gifts.giving import given
from parsers.phrases.gifts.giving_passive import passive
from parsers.phrases.gifts.receiving import received, verbs_of_receiving
from parsers.phrases.gifts.told_donors import told_donor

LEAST, LEAST_UNCOUNTED = 1.0, 2.0
"""The weights from which a statement is taken to tell of aid: of a sum or a count, and of anything else."""


def weighed(statement: Statement) -> Iterator[Gift]:
    """The frames of the clean clauses of a statement whose words weigh enough; none where it is open who gives."""
    if _is_read(statement):
        return
    weighs = weight("aid", terms(statement))
    donor = _donor(statement) if weighs >= LEAST else None
    recipient = other_side(statement, donor)
    if not donor or not recipient:
        return
    for begin, end in clauses(statement.low_skeleton):
        if not is_clean(statement, begin, end):
            continue
        if any(begin <= one.start < end for one in slots(statement, "money", "quantity")):
            yield Gift(donor, recipient, "", begin, begin, end, True)
        elif weighs >= LEAST_UNCOUNTED and (item := _item(statement, begin, end)):
            yield Gift(donor, recipient, "", begin, begin, end, True, item)


def _is_read(statement: Statement) -> bool:
    """Whether a statement is left to others: a head line, the budget for all, a charity's gift, or any verb of giving
    or getting, of which they know whether it tells of aid.
    """
    low = statement.low
    if low.rstrip().endswith(":") or " aid budget" in low or is_charity(low):
        return True
    return any(True for _ in chain(given(statement), passive(statement), received(statement)))


def _item(statement: Statement, begin: int, end: int) -> str | None:
    """The words from the one that weighs most up to the next mark or mention; null where none weighs anything."""
    told = [word for word in words(statement) if begin <= word.start < end]
    found = heaviest("aid", told)
    if found is None:
        return None
    stop = next((word.start for word in told if word.start > found.start and word.told.startswith("<")), end)
    item = statement.document.text[statement.offset(found.start) : statement.offset(stop)]
    return _TRAIL.sub("", _MARK.split(item)[0]).strip() or None


_MARK = re.compile(r"[,.;()]| (?:on|in|at|to|by|from|with|since|that|which|and|under|through|during)\b")
_TRAIL = re.compile(r"(?:^| )(?:(?:of|for|the|an?|its) ?)+$")


def _donor(statement: Statement) -> str | None:
    """The side that gives, as the order of the words tells it, where what stands around the sides says the same."""
    told = list(words(statement))
    agency = agency_in(statement, 0, len(statement.skeleton))
    if agency is not None:
        return side_of(agency.mention, statement.context)
    giver = _by_order(statement, told)
    gives: dict[str, float] = {}
    for at, word in enumerate(told):
        if word.side is not None:
            gives[word.side] = gives.get(word.side, 0) + weight("aid: donor", around(told, at))
    heard = giver if giver in gives else other_side(statement, giver)
    more = gives.get(giver or "", 0) - gives.get(other_side(statement, giver) or "", 0)
    return giver if giver and heard and (not gives or more > 0) else None


def _by_order(statement: Statement, told: list[Word]) -> str | None:
    """The side that gives, by the order of the words of the sentence behind a clause that opens it."""
    skeleton, low = statement.skeleton, statement.low_skeleton
    opened = _OPENING.match(low)
    begin = opened.end() if opened else 0
    sides = [word for word in told if word.side and word.start >= begin]
    by = next((word.side for word in sides if _BY.search(skeleton, begin, word.start)), None)
    if by is None and _LEARNING.search(low, begin):
        by = next((word.side for word in sides if _IN.search(skeleton, begin, word.start)), None)
    if by is not None:
        return by
    if _IT.match(low[begin:]) or not sides:
        return told_donor(statement)
    subject = next((one for one in told if one.told.startswith("<") and _is_subject(statement, begin, one)), None)
    if subject is None or subject.side is None:
        return None
    later = next((word.start for word in sides if word.start > subject.start and word.side != subject.side), len(low))
    gets = verbs_of_receiving().search(low, subject.end, min(later, subject.end + _NEAR))
    return other_side(statement, subject.side) if gets or _PASSIVE.match(low, subject.end) else subject.side


def _is_subject(statement: Statement, begin: int, mention: Word) -> bool:
    """Whether a party stands where a subject does: first, or behind a phrase that opens the sentence."""
    is_party = mention.told.split(" ")[-1].strip("<>") in OF_A_STATE
    return is_party and _LEAD.fullmatch(statement.low_skeleton, begin, mention.start) is not None


_LEAD = re.compile(
    r"(?:(?>[^,;]*\b(?:in|on|by|from|since|during|at|until|till|between|under|after|following|for|through|with|within|of)\b"
    r" [^,;]*, )|(?:in|on|by|since|during|from|until) (?:the )?\[date:\d+\],? |[a-z]+ly,? |also |later |then |"
    r"\[date:\d+\],? )*"
    r"(?:the |an? |its |former |then |newly |independent |both |neighbouring |[a-z]+ of (?:the )?)*"
)
_NEAR = 80
_OPENING = re.compile(r"(?:when|after|if|while|although|though|following|since|as|before|during|because)\b[^,;]*, ")
_BY = re.compile(r"\bby(?: (?:the|an?|its))?(?: (?!in\b|to\b|for\b|of\b)[a-z'’-]+){0,3} $")
_IN = re.compile(r"\b(?:in|at|to|of|by|from)(?: the)?(?: [\w'’-]+){0,4} $")
# Who learns, or is treated, in a state, gets that from it.
_LEARNING = re.compile(
    r"\b(?:stud(?:y|ied|ies|ying)|attend\w*|graduat\w+|enroll?\w*|trained (?:in|at)|(?:taken|took|take|completed) "
    r"(?:[\w-]+ ){0,4}(?:studies|courses?|training)|(?:flown|brought|sent) to|treated (?:in|at))\b"
)
_IT = re.compile(
    r"(?:(?:in|by|from|since|on|during|at|up|until|till|between|under|also|later|after|following|for|through|with)\b"
    r"[^,;]{0,60},? )?(?:it|they|the (?:country|government))\b"
)
_PASSIVE = re.compile(
    r"(?:'s|’s)?[^,;\[]{0,60}?\b(?:was|were|been|being) (?:[a-z]+ly |also |first )*[a-z]+(?:ed|en|nt|wn|lt|ade)\b"
)
