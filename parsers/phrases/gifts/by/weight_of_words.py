"""Aid by the weight of a statement's words, where no shape finds any; who gives is weighed as well."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import chain

from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.language.slots import slots, words_of
from parsers.language.weighing import NAME, likeliest, terms, words
from parsers.phrases.gifts.by.clauses import clauses, is_clean
from parsers.phrases.gifts.by.signed import is_loan_signed
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.gift import Gift, first_of, other_side, side_in
from parsers.phrases.gifts.frames.giving import given
from parsers.phrases.gifts.frames.passive import passive
from parsers.phrases.gifts.frames.receiving import received
from parsers.phrases.gifts.givers.agencies import agency_in
from parsers.phrases.gifts.proofs.barred import is_charity
from parsers.phrases.gifts.proofs.deeds import deed, is_of_firm, may_tell_deed
from parsers.phrases.gifts.proofs.weight import LEAST, LIKELY, weighs
from parsers.phrases.gifts.words import aid_shape, aid_words

LEAD = 1.5
"""By how much the weight of the one who gives must be above that of the other."""


def weighed(statement: Statement, acts: Callable[[], Mapping[str, int]]) -> Iterator[Gift]:
    """The frames of the clean clauses of a statement whose words weigh enough; none where it is open who gives.

    `acts` counts how often the article tells of each side that it gives.
    """
    if not _weighs_enough(statement) or _is_read(statement):
        return
    donor = _donor(statement, acts())
    recipient = other_side(statement, donor)
    if not donor or not recipient:
        return
    for begin, end in clauses(statement.low_skeleton):
        if not is_clean(statement, begin, end) or is_of_firm(statement, begin, end):
            continue
        done = deed(statement, begin, end) if weighs(statement) >= LIKELY else None
        verb, item = done or ("", _item(statement, begin, end))
        if done or item or _has_number(statement, begin, end):
            yield Gift(donor, recipient, verb, begin, begin, end, True, item)


def _weighs_enough(statement: Statement) -> bool:
    """Whether the words of a statement tell of aid; where it names a side and a thing of aid, less will do."""
    names_aid = _names_aid(statement)
    if not names_aid and not may_tell_deed(statement):
        return False
    least = LEAST if names_aid and any(word.side for word in words(statement)) else LIKELY
    return weighs(statement) >= least


def _has_number(statement: Statement, begin: int, end: int) -> bool:
    """Whether a clause has a sum, or counts things of aid."""
    is_summed = any(begin <= one.start < end for one in slots(statement, "money"))
    return is_summed or _counted(statement, begin, end)


def _names_aid(statement: Statement) -> bool:
    """Whether a statement holds a sum or a thing of aid, without which none of its clauses is read."""
    low = statement.low_skeleton
    if statement.of("money") or first_of(map(aid_shape, _THINGS), low, 0, len(low)) is not None:
        return True
    return _counted(statement, 0, len(low))


def _is_read(statement: Statement) -> bool:
    """Whether a statement is left to others: a head line, the budget for all, what something is valued at, a charity's
    gift, investments, a loan that was signed, or any verb of giving or getting, of which they know whether it tells of
    aid.
    """
    low = statement.low
    if low.rstrip().endswith(":") or " aid budget" in low or "valued at" in low or is_charity(low):
        return True
    if _INVESTMENTS.search(low) or is_loan_signed(statement):
        return True
    return any(True for _ in chain(given(statement), passive(statement), received(statement)))


# What firms build is told beside their investments.
_INVESTMENTS = re.compile(r"\binvestments? (?:in|is|are|of|by|from|has|have)\b")


def _item(statement: Statement, begin: int, end: int) -> str | None:
    """The first thing of aid of a clause with its number and what belongs to it; null where none is named."""
    names = _THINGS if weighs(statement) >= LIKELY else _NAMED
    found = first_of(map(aid_words, names), statement.low_skeleton, begin, end)
    return words_of(statement, found.start(), phrase_end(statement, found.start(), end)) if found is not None else None


_NAMED = ("things", "helpers")
_THINGS = (*_NAMED, "nouns")


def _counted(statement: Statement, begin: int, end: int) -> bool:
    """Whether a stretch counts things of aid, people who help, or places to study."""
    return any(begin <= one.start < end and _counts_aid(one.mention.text) for one in slots(statement, "quantity"))


def _counts_aid(words_: str) -> bool:
    """Whether the words of a count name things of aid, people who help, or places to study."""
    low = words_.lower()
    return low.endswith(" places") or any(aid_words(name).search(low) for name in _COUNTED)


_COUNTED = ("things", "goods", "craft", "arms", "helpers")


def may_count_aid(words_: str) -> bool:
    """Whether the words of a count may be of aid, or of those whom it reaches."""
    low = words_.lower()
    return _counts_aid(words_) or any(aid_words(name).search(low) for name in ("nouns", "helped", "people"))


def _donor(statement: Statement, acts: Mapping[str, int]) -> str | None:
    """The side whose agency is named, or by whom something is given, else the one that most tells for; null where
    another is the subject, or where the side that would get it is not named, and the article does not tell that the
    other gives.
    """
    agency = agency_in(statement, 0, len(statement.skeleton))
    if agency is not None:
        return side_of(agency.mention, statement.context)
    agent = _BY_WHOM.search(statement.low_skeleton)
    if agent is not None:
        return side_in(statement, agent)
    donor = likeliest("aid: donor", statement, acts, LEAD)
    is_told = acts.get(donor or "", 0) > 0 or any(word.side not in (None, donor) for word in words(statement))
    return donor if is_told and not _is_of_other(statement) else None


# Who is said to give: "scholarships offered by the Ministry of Health of A".
_BY_WHOM = re.compile(
    r"\b(?:given|offered|granted|provided|donated|awarded|funded|financed|sponsored) by(?: [a-z'’-]+){0,8} "
    r"(?P<who>\[(?:state|place):\d+\])"
)


def _is_of_other(statement: Statement) -> bool:
    """Whether one of whom no side is known acts: a third state, a person or a body that is named first, or who is named
    behind "by".
    """
    if f"by {NAME}" in terms(statement):
        return True
    first = next((word for word in words(statement) if word.side or word.told.startswith("<other ")), None)
    if first is None or first.side is not None:
        return False
    return _LEADS.fullmatch(statement.low_skeleton, 0, first.start) is not None


_LEADS = re.compile(
    r"(?>(?:in|on|by|since|from|until|during|after) [^,;]*, |[a-z]+ly,? |the |an? |later |then |also )*+"
)
