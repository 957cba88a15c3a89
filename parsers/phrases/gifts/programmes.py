"""Frames of aid that goes on: what it focuses on, when it began, who hands it out, and help with money for a sector."""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.sides import facing, side_of
from parsers.language.slots import clause_end, clause_start, slots
from parsers.phrases.gifts.gift import NAMED, Gift, slots_between, stretch_end
from parsers.phrases.gifts.giving import actor_before, agency_in
from parsers.phrases.gifts.relief import acts, frame_of, side_in

_OF = (
    rf"(?P<who>{NAMED})(?:'s|’s|'|’)? "
    r"(?P<noun>(?:[a-z]+ ){0,2}?(?:aid|assistance|development cooperation)(?: programmes?| programs?)?)"
)
_TO = rf"(?P<to>(?: (?:to|in|for|with)(?: the)? {NAMED})?)(?: (?:in|since|for|during) \[date:\d+\])?"
_FOCUSED = Folded(
    rf"{_OF}{_TO} (?:has |had |have )?(?:mainly |mostly |primarily |also |largely |been |was |is )*"
    r"(?:priorit\w+(?! (?:over|was|were|is)\b)|focus(?:ed|es|sed)(?: mainly| mostly| primarily)? (?:on|in)|"
    r"concentrat(?:ed|es) (?:on|in)|consist(?:ed|s)"
    r"(?: mainly| mostly| primarily| largely)? of|went(?: mainly| mostly| primarily)? to|directed (?:to|towards|"
    r"at)|includ(?:es|ed)|"
    r"cover(?:s|ed)|targeted|centr(?:es|ed) on|center(?:s|ed) on) (?P<item>[^;.\[]{4,120})"
)
_BEGAN = Folded(
    rf"{_OF}{_TO} (?:(?:first |officially )?(?:began|started|commenced|dates back to|dates from|dates|resumed)"
    r"|(?:is|was|has been|are|were) (?:\w+ly )?(?:channel?led|administered|managed|coordinated|co-ordinated|delivered|"
    r"provided|distributed|implemented|routed) (?:through|by|via))\b"
)
_SECTOR = Folded(
    r"\b(?:assisted|assists|supported|supports|helped|helps|aided)(?P<whom>(?: (?!with\b)[a-z'’-]+| "
    rf"{NAMED}(?:'s|’s|'|’)?){{0,7}}) with(?: (?:about|over|some|more than|nearly|a total of|around|up to))* "
    rf"(?=\[money:)"
)


_FIELD = (
    r"(?:(?:economic|social|rural|human|infrastructure|agricultural|community|regional|sustainable) development|"
    r"development|"
    r"agriculture|farming|fisheries|forestry|irrigation|health(?: ?care)?|public health|education|sanitation|water|"
    r"energy|"
    r"infrastructure|reconstruction|moderni[sz]ation|capacity[- ]building|training|poverty reduction|"
    r"(?:the )?fight against poverty|tourism development|road[- ]building|mining|transport(?:ation)?|good governance|"
    r"democrati[sz]ation|shipping|construction|(?:manpower|vocational|medical|technical) training|electrification|"
    r"aviation|telecommunications|housing|town planning|disaster (?:relief|preparedness|management)|"
    r"(?:water|waste) management|environmental protection|technology|science|research|industriali[sz]ation)"
)
# What stands beside a field of development in a list of them, and is none alone.
_BESIDE = (
    r"(?:peace(?: and stability)?|stability|security|industry|trade|finance|banking|defen[cs]e|culture|"
    r"(?:support to )?(?:the )?private sector)"
)
_FIELDS = Folded(
    r"\b(?:assisted|assists|assisting|supported|supports|supporting|helped|helps|helping|aided|aids|aiding|(?:continued"
    r"|continues|began|agreed|offered|pledged|promised) to (?:assist|support|help|aid))(?: the)?"
    rf"(?: (?:government|people|republic) of(?: the)?)? (?P<whom>{NAMED})(?:'s|’s|'|’)?(?: (?:government|people))?"
    rf"(?: (?:since |from )?\[date:\d+\])?(?:,? (?:mainly|primarily|mostly|especially|particularly))? (?:in|with)(?: "
    rf"(?:(?:its|their|the|various|several|many) )?(?:fields?|areas?|sectors?)(?: (?:of|such as|"
    rf"like))?)?"
    rf"(?: (?:its|the|their))? (?P<item>{_FIELD}\b(?:(?:,? and|,|,? as well as) (?:{_FIELD}|{_BESIDE})\b)*)"
    r"(?! (?:aid|assistance|cooperation|projects?|programmes?|programs?|funds?|grants?|loans?|policy|policies|talks)\b)"
)


_PROJECTS = Folded(
    r"\b(?:carried out|implemented|reali[sz]ed|undertook|undertaken|executed|completed|conducted|supported|run)(?: "
    r"(?:about|around|"
    r"some|over|nearly|almost|more than|a total of|approximately|at least))* (?P<item>\[quantity:(?P<count>\d+)\])"
)


_ITEM_END = re.compile(
    r",? (?:and )?(?:in|since|between|from|until|through|which|while|especially|particularly|as well as)\b|$"
)


def focused(statement: Statement) -> Iterator[Gift]:
    """Frames of what aid goes to, when it began, or who hands it out: "A's aid focused on roads", "A's technical
    assistance began in 1970", "A's assistance is channelled through its agencies"."""
    for match in _FOCUSED.finditer(statement.low_skeleton):
        if _is_ours(statement, match):
            yield from frame_of(statement, match, side_in(statement, match, "who"), _item(statement, match))
    for match in _BEGAN.finditer(statement.low_skeleton):
        if _is_ours(statement, match):
            yield from frame_of(statement, match, side_in(statement, match, "who"), match.span("noun"))


def fields(statement: Statement) -> Iterator[Gift]:
    """Frames of help in a field: "A assisted B with agriculture and health". Not read: help in politics or war."""
    for match in _FIELDS.finditer(statement.low_skeleton):
        giver = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        donor = side_of(giver.mention, statement.context) if giver and acts(statement, giver, match.start()) else None
        if donor and side_in(statement, match, "whom") == facing(donor, statement.context.pair):
            yield from frame_of(statement, match, donor, match.span("item"), "helped")


def projects(statement: Statement) -> Iterator[Gift]:
    """Frames of a number of projects of a state's agency for aid: "JICA has carried out 900 projects in B".

    Not read: projects of firms and of states themselves, which may be business.
    """
    for match in _PROJECTS.finditer(statement.low_skeleton):
        begin = clause_start(statement.skeleton, match.start())
        agency = agency_in(statement, begin, match.start())
        donor = side_of(agency.mention, statement.context) if agency else None
        counted = statement.mentions[int(match["count"])]
        behind = slots_between(
            statement, match.end(), clause_end(statement.skeleton, match.end()), "state", "place", "body"
        )
        ours = all(side_of(one.mention, statement.context) for one in behind[:1])
        if donor and ours and re.search(r"\b(?:projects|programmes|programs)$", counted.text):
            yield from frame_of(statement, match, donor, match.span("item"), "helped")


def _is_ours(statement: Statement, match: re.Match[str]) -> bool:
    """Whether the receiver that is named, if any, is the side that faces the donor."""
    facing_side = facing(side_in(statement, match, "who"), statement.context.pair)
    named = slots_between(statement, match.start("to"), match.end("to"), "state", "place", "body")
    return all(side_of(one.mention, statement.context) == facing_side for one in named)


def _item(statement: Statement, match: re.Match[str]) -> tuple[int, int]:
    """The span of what aid focused on, up to the end of its list."""
    end = _ITEM_END.search(match["item"])
    start = match.start("item")
    return start, start + len(match["item"][: end.start() if end else None].rstrip(" ,"))


def sector(statement: Statement) -> Iterator[Gift]:
    """Frames of help with money: "A assisted with [money] to the farm sector", "A supported the farm sector with
    [money]".

    Not read: help of third states, and with no amount.
    """
    for match in _SECTOR.finditer(statement.low_skeleton):
        giver = actor_before(statement, clause_start(statement.skeleton, match.start()), match.start())
        donor = side_of(giver.mention, statement.context) if giver else None
        recipient = facing(donor, statement.context.pair)
        named = [
            one
            for one in slots(statement, "state", "place", "body")
            if match.start("whom") <= one.start < match.end("whom")
        ]
        if donor and recipient and all(side_of(one.mention, statement.context) == recipient for one in named):
            words = statement.document.text[statement.offset(match.start("whom")) : statement.offset(match.end("whom"))]
            item = re.sub(r"^(?:the|in|to|an?) ", "", words.strip()) or None
            stop = stretch_end(statement.skeleton, match.end())
            yield Gift(donor, recipient, "helped", match.end(), match.end(), stop, True, item)
