"""Words of investment in a statement, and who invests where: "[A] companies", "investment from A in B"."""

from __future__ import annotations

import re

from parsers.language.mention import Mention
from parsers.language.reading import Statement
from parsers.language.sides import facing, side_of
from parsers.language.slots import Slot, clause_end, clause_start, slots

COMPANIES = (
    r"(?:companies|firms|enterprises|businesses|corporations|subsidiaries|joint ventures|ventures|"
    r"joint-ventures|start-ups|startups|multinationals)"
)
_IN = re.compile(r" (?:in|by|during|as of|at the end of|by the end of) (?:the )?")
_PLANNED = re.compile(
    r"\b(?:will|would|could|may|might|plans?|planned|planning|expected|expects|intends?|intended|aims?|"
    r"target|targets|goal|potential|pledged|promised|offers?|offered|seeks?|hopes?|wants?|proposed|agreed "
    r"to|announced|considering|should|if|to invest|interested)\b"
)


def is_planned(statement: Statement, position: int) -> bool:
    """Whether the clause before and at a place of the skeleton tells of a plan or a wish."""
    low = statement.skeleton.lower()
    return _PLANNED.search(low[clause_start(low, position) : min(position + 30, clause_end(low, position))]) is not None


def direction(statement: Statement, start: int, end: int) -> tuple[str, str] | None:
    """The investor's state and the state invested in, told by the parties around the words of investment in [start,
    end).

    The party whose investments they are ("Kenyan investments"), or that is an investor ("Kenya is an investor"), has
    invested; so has one after "from", "by", "of", or before the words; one after "in", "into", "to" is invested in, and
    a place after "of" ("the port of Lamu").
    So has who is a partner "with" them. Where goods are sent to ("exported to Kenya") nothing is invested. Null where a
    third state is either, or where neither is said.
    """
    skeleton, context = statement.skeleton, statement.context
    begin, stop = clause_start(skeleton, start), clause_end(skeleton, end)
    ranked = _RANKED.search(skeleton, begin) or _PARTNER.search(skeleton, max(0, start - 140), start)
    source, target = side_of(statement.mentions[int(ranked["who"])], context) if ranked else None, None
    for one in slots(statement, "state", "place", "body"):
        part = _part(skeleton, one, begin, (start, end)) if begin <= one.start < stop else None
        side = side_of(one.mention, context) or "other" if part else None
        if part == "owner":
            source = side
        elif part == "target":
            target = target or side
        elif part == "source":
            source = source or side
    if "other" in (source, target) or source == target:
        return None
    source, target = source or facing(target, context.pair), target or facing(source, context.pair)
    return (source, target) if source and target else None


def _part(skeleton: str, party: Slot, begin: int, about: tuple[int, int]) -> str | None:
    """The part of a party in an investment, by the words around it: "owner" of it, its "target" or "source"."""
    lead = skeleton[max(begin, party.start - 40) : party.start].lower()
    if _SENT_TO.search(lead):
        return None
    is_near = about[0] - 60 <= party.start < about[1]
    if is_near and _OWNS.match(skeleton, party.end):
        return "owner"
    if _RECEIVES.match(skeleton, party.end) or _INTO.search(lead) or (party.kind == "place" and _OF.search(lead)):
        return "target"
    return "source" if is_near or _FROM.search(lead) else None


_OWNS = re.compile(r"(?:'s|’s)? (?:\w+ )?(?:direct )?(?:invest(?:ment|or)s?\b|fdi\b)", re.I)
_RANKED = re.compile(
    r"\[state:(?P<who>\d+)\] (?:is|was|became|has become|has been|remains?) (?:[^;,.]{0,60} )?investors?\b"
)
_PARTNER = re.compile(
    r"\[state:(?P<who>\d+)\] (?:is|was|became|has become|has been|remains?) [^;.]{0,60}\bpartner[^;.]{0,40},? with "
    r"(?:\w+ ){0,3}$"
)
_SENT_TO = re.compile(r"\b(?:export|sold|sell|ship|deliver)\w*(?: \w+)? to (?:the )?$")
_RECEIVES = re.compile(
    r" (?:has |had )?(?:received|receives|attracted|attracts|hosts|hosted|got|is home to|is host to)\b"
)
_INTO = re.compile(r"\b(?:in|into|to|within|across)(?: the)?(?: \w+)? $")
_OF = re.compile(r"\bof (?:the )?$")  # "the port of Lamu": a place does not invest
_FROM = re.compile(r"\b(?:from|by|of)(?: the)?(?: \w+)? $")


# "Firms rose to 74, and their investments were put at … by 2018": another matter is told, with its own date.
_APART = re.compile(r";|, and (?:its|their)\b")


def dated(statement: Statement, figure: Mention) -> Mention | None:
    """The date that goes with a figure: that of its clause; null where a semicolon or another matter stands between."""
    text = statement.document.text
    attached = (
        one for one in statement.dates if one.start >= figure.end and _IN.fullmatch(text, figure.end, one.start)
    )
    date = next(attached, None) or statement.date_at(figure.start)
    if date is None:
        return None
    low, high = sorted((date.start, figure.start))
    return None if _APART.search(statement.document.text, low, high) else date
