"""Aid by the weight of a statement's words, where no shape finds any; who gives is weighed as well."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import chain

from parsers.language.reading import Statement
from parsers.language.sides import side_of
from parsers.language.slots import slots
from parsers.language.weighing import NAME, heaviest, likeliest, terms, weight, words
from parsers.phrases.gifts.agencies import agency_in
from parsers.phrases.gifts.checks import is_charity
from parsers.phrases.gifts.clean import clauses, is_clean
from parsers.phrases.gifts.gift import Gift, other_side
from parsers.phrases.gifts.giving import given
from parsers.phrases.gifts.giving_passive import passive
from parsers.phrases.gifts.receiving import received

LEAST = 1.0
"""The weight from which a statement is taken to tell of aid."""
LEAD = 1.5
"""By how much the weight of the one who gives must be above that of the other."""


def weighed(statement: Statement, acts: Mapping[str, int]) -> Iterator[Gift]:
    """The frames of the clean clauses of a statement whose words weigh enough; none where it is open who gives.

    `acts` counts how often the article tells of each side that it gives.
    """
    if _is_read(statement) or weight("aid", terms(statement)) < LEAST:
        return
    donor = _donor(statement, acts)
    recipient = other_side(statement, donor)
    if not donor or not recipient:
        return
    for begin, end in clauses(statement.low_skeleton):
        if not is_clean(statement, begin, end):
            continue
        item = _item(statement, begin, end)
        if item or any(begin <= one.start < end for one in slots(statement, "money", "quantity")):
            yield Gift(donor, recipient, "", begin, begin, end, True, item)


def _is_read(statement: Statement) -> bool:
    """Whether a statement is left to others: a head line, the budget for all, what something is valued at, a charity's
    gift, or any verb of giving or getting, of which they know whether it tells of aid.
    """
    low = statement.low
    if low.rstrip().endswith(":") or " aid budget" in low or "valued at" in low or is_charity(low):
        return True
    return any(True for _ in chain(given(statement), passive(statement), received(statement)))


def _item(statement: Statement, begin: int, end: int) -> str | None:
    """The words from the one that weighs most up to the next mark or mention; null where none weighs anything."""
    told = [word for word in words(statement) if begin <= word.start < end]
    found = heaviest("aid", [word for word in told if len(word.told) > _SHORT and word.told not in _JOINING])
    if found is None:
        return None
    stop = next((word.start for word in told if word.start > found.start and word.told.startswith("<")), end)
    item = statement.document.text[statement.offset(found.start) : statement.offset(stop)]
    return _TRAIL.sub("", _MARK.split(item)[0]).strip() or None


_SHORT = 3
_JOINING = frozenset(
    ("after", "also", "been", "during", "from", "following", "have", "into", "over", "since", "than", "that", "their",
     "them", "they", "this", "under", "until", "were", "when", "where", "which", "while", "with", "year", "years")
)  # fmt: skip
_MARK = re.compile(r"[,.;()]| (?:on|in|at|to|by|from|with|since|that|which|and|under|through|during)\b")
_TRAIL = re.compile(r"(?:^| )(?:(?:of|for|the|an?|its) ?)+$")


def _donor(statement: Statement, acts: Mapping[str, int]) -> str | None:
    """The side whose agency is named, else the one that most tells for; null where another is the subject, or where
    the side that would get it is not named, and the article does not tell that the other gives.
    """
    agency = agency_in(statement, 0, len(statement.skeleton))
    if agency is not None:
        return side_of(agency.mention, statement.context)
    donor = likeliest("aid: donor", statement, acts, LEAD)
    is_told = acts.get(donor or "", 0) > 0 or any(word.side not in (None, donor) for word in words(statement))
    return donor if is_told and not _is_of_other(statement) else None


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
