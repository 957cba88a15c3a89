"""Aid by the roles that stand around a word of aid, of help, of helpers or of learners in a clause.

A clean clause (`clauses`) is read where it holds a nucleus: a noun of aid, a verb of helping, building or training with
what is helped, people who help or learn, works, an arrival, thanks, a list of givers. The giver is the owner or the
source of the noun, the agency, the subject, or who the text before tells; the other side must get it, or be unsaid.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain

from parsers.language.lexicon import read_yaml
from parsers.language.reading import Statement
from parsers.language.slots import words_of
from parsers.phrases.gifts.by.arrivals import of_arrival
from parsers.phrases.gifts.by.clauses import clauses, is_clean, is_of_thirds
from parsers.phrases.gifts.by.courses import of_courses
from parsers.phrases.gifts.by.help import of_help
from parsers.phrases.gifts.by.helpers import of_helpers
from parsers.phrases.gifts.by.lists_of_states import listed_giver, of_listed
from parsers.phrases.gifts.by.movement import of_movement
from parsers.phrases.gifts.by.nouns import (
    of_donor,
    of_exchange,
    of_gift,
    of_giving,
    of_noun,
    of_passive,
    of_projects,
    of_told,
)
from parsers.phrases.gifts.by.order_of_sides import (
    of_beginning,
    of_both_named,
    of_expense,
    of_free,
    of_no_giver,
    of_sum,
    of_supply,
    of_with_aid,
)
from parsers.phrases.gifts.by.programmes import of_programme
from parsers.phrases.gifts.by.scholars import of_scholars, of_scholarships
from parsers.phrases.gifts.by.second_verb import seconds
from parsers.phrases.gifts.by.section import of_building, of_receipt, of_unnamed
from parsers.phrases.gifts.by.signed import of_signed
from parsers.phrases.gifts.by.single_projects import of_ranked
from parsers.phrases.gifts.by.sums import of_amount_of
from parsers.phrases.gifts.by.surgeries import of_surgeries, of_treatment
from parsers.phrases.gifts.by.thanks_and_benefits import of_benefit, of_help_with, of_rescue, of_thanks
from parsers.phrases.gifts.by.troops import of_troops
from parsers.phrases.gifts.by.works import of_agency, of_making, of_works
from parsers.phrases.gifts.frames.gift import Gift, other_side
from parsers.phrases.gifts.frames.giving import given
from parsers.phrases.gifts.givers.roles import Told
from parsers.phrases.gifts.words import aid_words

_READERS = (
    of_exchange,
    of_signed,
    of_movement,
    of_agency,
    of_gift,
    of_thanks,
    of_beginning,
    of_works,
    of_making,
    of_help_with,
    of_rescue,
    of_benefit,
    of_donor,
    of_scholars,
    of_projects,
    of_noun,
    of_arrival,
    of_courses,
    of_surgeries,
    of_treatment,
    of_helpers,
    of_troops,
    of_giving,
    of_help,
    of_passive,
    of_told,
    of_scholarships,
    of_both_named,
    of_no_giver,
    of_supply,
    of_free,
    of_expense,
    of_with_aid,
    of_sum,
    of_amount_of,
    of_programme,
    of_ranked,
    of_receipt,
    of_unnamed,
    of_building,
)


def frames(statement: Statement) -> Iterator[Gift]:
    """Frames of the amounts and counts of a clause, else of what it calls aid; one giver a clause.

    Not read: head lines and captions; clauses that are not clean.
    """
    low = statement.low_skeleton
    is_sentence = statement.block.kind == "paragraph" or _FINITE.search(low) is not None
    if low.rstrip().endswith(":") or not is_sentence:
        return
    giver: str | None = None
    for begin, end in clauses(low):
        told = None if is_of_thirds(statement, begin, end) else _told(statement, begin, end, giver)
        gift = _gift(statement, told, begin, end) if told and is_clean(statement, begin, end) else None
        if gift is not None:
            giver = gift.donor
            yield gift


def beside(statement: Statement) -> Iterator[Gift]:
    """Frames of what a second verb tells beside a gift, without amounts."""
    for told, begin, end in seconds(statement):
        gift = _gift(statement, replace(told, amounts=told.amounts or (end, end)), begin, end)
        if gift is not None:
            yield gift


def _told(statement: Statement, begin: int, end: int, giver: str | None) -> Told | None:
    """What the first reader that knows finds in a clause, else a further sum of who gives in the clause before."""
    listed = listed_giver(statement, begin, end)
    readers = (of_listed,) if listed and listed[1]["lead"] else _READERS
    found = next(chain.from_iterable(read(statement, begin, end) for read in readers), None)
    more = _FURTHER.match(statement.low_skeleton, begin, end) if begin and found is None else None
    if more is None:
        return found
    giver = giver or next((one.donor for one in given(statement) if one.start < begin), None)
    return Told(giver, *more.span("noun")) if giver else None


# "; and nearly [money] for refugees".
_FURTHER = re.compile(
    r"(?:and )?(?:(?:nearly|almost|over|about|around|some|another|a further|more than|up to) )*\[money:\d+\] "
    r"(?:in|for|towards|to) (?P<noun>[^;,\[]+)"
)


def _gift(statement: Statement, told: Told, begin: int, end: int) -> Gift | None:
    """The frame of what a clause tells; null where nobody gives."""
    recipient = other_side(statement, told.donor)
    if told.donor is None or recipient is None:
        return None
    item = _words(statement, told, words_of(statement, told.start, told.end).strip())
    lead = statement.low_skeleton[begin : max(told.start, begin + 1)]
    verb = "pledged" if told.verb != "in exchange" and _PLEDGED.search(lead) else told.verb
    at, stop = told.amounts or (begin, end)
    return Gift(told.donor, recipient, verb, told.end, at, stop, True, item or None)


def _words(statement: Statement, told: Told, item: str) -> str:
    """The words of what was given, without those that only lead to it; what is taught is training or studies, who is
    treated has treatment, and who is helped is no thing."""
    item = _TRAIL.sub("", _ARTICLE.sub("", item))
    whom = _WHOM_ONLY.sub("", item)
    item = _FREE.sub("", item)
    if told.verb == "helped" and any(whom == one.text for one in statement.of("state")):
        return "help"
    if told.verb in _DEEDS:
        return f"{_DEEDS[told.verb]} of {item}" if item else _DEEDS[told.verb]
    return item or ("studies" if told.verb == "studied" else "")


_DEEDS = {"trained": "training", "treated": "treatment"}
_FREE = re.compile(r" ?\b(?:free of charge|at no (?:cost|charge)|for free)$")
_WHOM_ONLY = re.compile(r"(?:'s|’s)? (?:government|people|authorities|population)$")
_ARTICLE = re.compile(r"^(?:(?:to|by|in|with|the|an?|its) )+", re.IGNORECASE)
_TRAIL = re.compile(r"(?:,? (?:of|for|in|to|the|and|at|on|by|with|from|games))+$")
_PLEDGED = re.compile(
    r"\b(?:will|would|pledg\w+|promis\w+|offer(?:s|ed)? to|agree[sd]? to|plan(?:s|ned) to|"
    r"announced(?! that [^,;]{2,60} (?:is|are|was|has|had)\b)|(?:budgeted|expected|scheduled) to|"
    r"(?:is|are|was|were) (?:(?:due|set) )?to)\b"
)

_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|got|went|put|paid|[a-z]{2,}(?:ed|es|ame|ote|ook|ave|ent|ought|old)|gives?|"
    r"grew|began|rose|made"
    r"|led|kept|"
    r"built|depends?|relies|plays|remains|continues|helps|supports|trains|funds|sends|builds|runs|ran)\b"
)


def needed() -> tuple[str, ...]:
    """Pieces of words of which a statement that is read must hold one."""
    lists = read_yaml("aid.yaml")
    return (*(name.lower() for name in lists["agencies"]), *lists["clues"])


def counts_learners(statement: Statement) -> bool:
    """Whether a sentence counts people of one side who got training or scholarships, of which it tells as one gift."""
    found = of_scholars(statement, 0, len(statement.skeleton)) if statement.of("quantity") else ()
    return any(one.amounts and statement.skeleton.startswith("[quantity", one.amounts[0]) for one in found)


def is_amount(values: Mapping[str, object]) -> bool:
    """Whether what was given is a sum, or a count of what is aid by its own words."""
    item = f"{values.get('item') or ''} {values.get('unit') or ''}".lower()
    named = any(aid_words(name).search(item) for name in ("things", "goods", "craft", "helpers"))
    named = named or item.startswith("studies")
    return "value" in values or ("quantity" in values and named and len(item) < 60)
