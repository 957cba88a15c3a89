"""Frames of aid in lists and tables: items below a head line of gifts, or below a heading of aid whose donor is told.

The donor is the one of the head line, of the sentence before it, of the heading ("Japanese aid"), or the only one of
the section.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.sides import facing, side_of
from parsers.language.slots import slots, words_of
from parsers.phrases.gifts.frames.gift import NAMED, Gift, slot_in
from parsers.phrases.gifts.frames.giving import given
from parsers.phrases.gifts.givers.headings import OF_AID, of_heading
from parsers.phrases.gifts.givers.of_section import giver_near, section_donor
from parsers.phrases.gifts.givers.told_before import TELLS, told_donor

_SUM = re.compile(r"\b(?:amount|total|sum|worth|reach|stood|stand)\w*\b[^.;]{0,60}\d")
_OWN_AID = re.compile(
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)? (?:[a-z]+ ){{0,3}}"
    rf"(?:aid|assistance|oda|gifts?|donations?|grants?|loans?|relief)\b",
    re.IGNORECASE,
)
_AID_FROM = re.compile(
    rf"\b(?:aid|assistance|oda|gifts?|donations?|grants?|loans?|relief|cooperation|support)(?: \(\w+\))? "
    rf"(?:given |provided |granted |extended )?(?:from|by|of)(?: the)? (?:government of(?: the)? )?(?P<who>{NAMED})",
    re.IGNORECASE,
)
_PAID_BY = re.compile(
    r"\b(?:projects?|works|programmes?|programs?|schemes|buildings|facilities)\b[^:]{0,40} (?:funded|financed|donated|"
    rf"sponsored|supported)[^:\[]{{0,20}} by(?: the)?(?: government of(?: the)?)? (?P<who>{NAMED})",
    re.IGNORECASE,
)
_LEAD = re.compile(r"(?:(?:in|on|since) )?\[date:\d+\](?: ?[:–—-]|,) ?|(?:the |an? )", re.IGNORECASE)
_ITEM_END = re.compile(r"[,;(–]|:(?!\d)| - | (?:in|by|since|on|from) \[date| (?:of|worth|totall?ing) \[money")
_FINITE = re.compile(r"\b(?:was|were|is|are|has|have|had|will|would)\b")


def itemised(statement: Statement) -> Iterator[Gift]:
    """The frame of an item or row; what names a third state or a body, or is a sentence of its own, has none."""
    donor = _donor(statement)
    recipient = facing(donor, statement.context.pair)
    if donor is None or recipient is None:
        return
    if any(side_of(one.mention, statement.context) is None for one in slots(statement, "state", "body")):
        return
    skeleton = statement.skeleton
    lead = _LEAD.match(skeleton)
    begin = lead.end() if lead else 0
    end = _ITEM_END.search(skeleton, begin)
    stop = end.start() if end else len(skeleton.rstrip(" .,"))
    words = words_of(statement, begin, stop).strip()
    if _FINITE.search(words.lower()):
        return
    told = None if skeleton.startswith(("[money", "[quantity"), begin) or not words else words
    yield Gift(donor, recipient, "", 0, 0, len(skeleton), True, told)


def _donor(statement: Statement) -> str | None:
    """The donor of a list's items: told by its head line, or by the section; null where the list is of no aid."""
    line = head_line(statement)
    head = statement.context.head
    payer = slot_in(head, _PAID_BY.search(head.skeleton)) if head is not None and line.endswith(":") else None
    if head is not None and payer is not None:
        return side_of(payer.mention, head.context)
    if head is not None and OF_AID.search(line) and (line.endswith(":") or _SUM.search(line)):
        owner = slot_in(head, _OWN_AID.search(head.skeleton)) or slot_in(head, TELLS.search(head.skeleton))
        owner = owner or slot_in(head, _AID_FROM.search(head.skeleton))
        told = side_of(owner.mention, head.context) if owner else _giver(head) or told_donor(head)
        is_bare = line.endswith(":") or _is_bare(statement)
        return (told or of_heading(statement)) if is_bare else None
    if head is not None and line.endswith(":"):
        return _giver_of_line(head) if _GIVES_LINE.search(line) else None
    is_of_aid = OF_AID.search(" ".join(statement.context.path[-1:]).lower())
    donor = of_heading(statement) or (section_donor(statement) if is_of_aid else None)
    return donor if _is_bare(statement) else None


def _giver_of_line(head: Statement) -> str | None:
    """The side that gives what a head line announces: by its verb, or as the text around tells."""
    return _giver(head) or giver_near(head)


def _giver(head: Statement) -> str | None:
    """The side that gives by a verb of a head line."""
    return next((one.donor for one in given(head)), None)


# What a list is of: "A has paid for:", "Among the projects were:", "A supplied B with:".
_GIVES_LINE = re.compile(
    r"\b(?:(?:paid|pays) for|funded|financed|built|supplied|supplies|gave|given|donated|provided|handed over|sent|"
    r"(?:projects|programmes|programs|works|schemes) (?:are|were|include|included|completed|carried out))\b"
    r"[^:;.]{0,50}:$"
)


def head_line(statement: Statement) -> str:
    """The last sentence, in lower case, of the line that introduces the list of a statement; empty where none does."""
    span = statement.block.head
    return statement.document.text[slice(*span)].lower().rstrip().rpartition(". ")[2] if span else ""


def _is_bare(statement: Statement) -> bool:
    """Whether an item is an amount or count with its words, and no sentence."""
    return bool(statement.of("money", "quantity")) and _FINITE.search(statement.low) is None


_BREAKS_UP = re.compile(
    r"\bas of\b|\b(?:consist(?:ed|s)|compris(?:ed|es)|includ(?:ed|es)|was|were|made up)\b[^.;]{0,20}:$"
)


def total_date(statement: Statement) -> Mention | None:
    """The day as of which a head line gives the total that a list breaks up, the year in which the aid consisted of its
    items, or the day on which what the line announces was given; null where it names none."""
    head = statement.context.head
    if head is None or len(head.dates) != 1:
        return None
    is_given = head.low.rstrip().endswith(":") and _giver(head) is not None
    return head.dates[0] if is_given or _BREAKS_UP.search(head.low) else None
