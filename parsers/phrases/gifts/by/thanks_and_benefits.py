"""Givers of help that is told by what came with it, by thanks, or by who benefits: "A came to B's aid with food", "B
thanked A", "B benefits from A's programme".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.slots import words_of
from parsers.phrases.gifts.by.help import WHOM
from parsers.phrases.gifts.columns.items import phrase_end
from parsers.phrases.gifts.frames.gift import NAMED, first_of, other_side, side_at, side_in, slots_between
from parsers.phrases.gifts.givers.agencies import agency_in
from parsers.phrases.gifts.givers.roles import CAME, Told, aid_noun, in_cause, sides_in, subject
from parsers.phrases.gifts.words import aid_words


def of_help_with(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side helps with: "A assisted with [money]", "A came to B's aid with food", "A thanked B for its aid"."""
    low = statement.low_skeleton
    for verb in _HELPS_WITH.finditer(low, begin, end):
        donor = subject(statement, begin, verb.start())
        sides = sides_in(statement, begin, end)
        if in_cause(statement, *verb.span("whom")):
            continue
        if donor is None or not sides <= {donor, other_side(statement, donor), None}:
            continue
        if slots_between(statement, verb.end(), min(end, verb.end() + 25), "money"):
            helped = aid_words("helped").search(low, *verb.span("whom"))
            whom = WHOM.match(low, verb.start("whom")) if helped else None
            item = (whom.end(), verb.end("whom")) if whom else (verb.end(), verb.end())
            yield Told(donor, *item, "helped", (verb.end(), end))
        elif _holds_aid(statement, verb.end(), end):
            yield Told(donor, verb.end(), phrase_end(statement, verb.end(), end), "helped", (verb.end(), end))


def _holds_aid(statement: Statement, begin: int, end: int) -> bool:
    """Whether what is left of a clause begins with aid, things that are, or those in need; no troops."""
    named = ("things", "goods", "in_need")
    words = words_of(statement, begin, min(end, begin + 70)).lower()
    is_troops = re.search(r"\b(?:soldiers|troops|battalions?|brigades|divisions)\b", words)
    is_named = aid_noun().search(words) is not None or any(aid_words(name).search(words) for name in named)
    return is_named and not is_troops


_HELPS_WITH = Folded(
    rf"\b(?:(?:assist|help|support|respond|react|contribut|rescu|back)(?:ed|s|ing|es)|aid(?:s|ed|ing)|"
    rf"(?:propped|bailed) (?:up|out)|(?:to|will|would|also) (?:assist|help|support|aid)|"
    rf"(?:come|came|went|rush|rushed|coming|going) to (?:the )?(?:{NAMED}(?:'s|’s|'|’)? )?(?:aid|help|assistance|"
    rf"rescue|relief))\b(?!'|’)(?P<whom>[^,;]{{0,90}}?)(?:,? (?:with|through|via|by (?:sending|providing|giving)|"
    rf"to the \[quantity:\d+\] tune of|(?:financially,? (?:with|for|by|to)|by)(?: an?)? (?:(?:total|sum|tune|amount) )+"
    rf"of) "
    rf"| (?=\((?:(?:over|about|nearly|more than|around) )?\[money))"
)


def of_thanks(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What one side thanked the other for: "B thanked A for sending vaccines"."""
    low = statement.low_skeleton
    for thanks in _THANKS.finditer(low, begin, end):
        donor = side_in(statement, thanks)
        thing = first_of((aid_noun(), aid_words("things"), _SUPPORT), low, thanks.end(), end)
        counted = slots_between(statement, thanks.end(), end, "quantity")
        if donor and thing and not _AT_MEETING.match(low, thing.end()):
            yield Told(donor, *thing.span())
        elif donor and counted and aid_words("things").search(counted[0].mention.text.lower()):
            yield Told(donor, counted[0].start, counted[0].end)


_SUPPORT = re.compile(
    rf"(?:support|help) (?:to|of|for|with|in)(?: the)?(?: {NAMED}(?:'s|’s)?)? (?:[a-z]+ )?(?:military|army|navy"
    rf"|police|forces|"
    r"people|schools?|hospitals?|development|reconstruction|restructuring|health|education)\b"
)
_AT_MEETING = re.compile(r" (?:at|during|in) (?:the |an? )?[^,;.]{0,40}(?:summit|meeting|conference|forum|election)\b")
_THANKS = Folded(
    rf"\b(?:thank(?:s|ed|ing)?|grateful|gratitude|appreciation|praised|lauded)\b(?: (?!for\b)[\w'’-]+){{0,5}}? "
    rf"(?P<who>{NAMED})(?: (?!for\b)[\w'’-]+){{0,3}}? for(?: (?:its|their|the|his|her|all|sending|providing|donating|"
    rf"giving|delivering|supplying|granting|offering|extending|generous))*(?= )"
)


def of_rescue(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """That one side "came to the aid of B" or "to B's aid"; not in a war or another cause."""
    for came in _CAME_TO_AID.finditer(statement.low_skeleton, begin, end):
        receiver = side_in(statement, came, "whose" if came["whose"] else "of")
        donor = subject(statement, begin, came.start()) if receiver else None
        if donor and receiver == other_side(statement, donor) and not in_cause(statement, begin, end):
            yield Told(donor, *came.span("aid"), "helped")


_CAME_TO_AID = Folded(
    rf"{CAME} (?:(?P<whose>{NAMED})(?:'s|’s|'|’) )?(?P<aid>aid|assistance|help|rescue)\b"
    rf"(?(whose)| of(?: the)? (?P<of>{NAMED}))"
)


def of_benefit(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """The programme of one side from which the other benefits, or, of an agency for aid, in which it takes part.

    "B is a beneficiary of A's fisheries programme", "B takes part in [agency]'s courses".
    """
    low = statement.low_skeleton
    for benefits in _BENEFITS.finditer(low, begin, end):
        receiver = subject(statement, begin, benefits.start())
        agency = agency_in(statement, benefits.start("what"), min(end, benefits.end("what") + _NEAR))
        donor = side_at(statement, agency) or (side_in(statement, benefits) if benefits["gets"] else None)
        if donor and receiver == other_side(statement, donor):
            yield Told(donor, benefits.start("what"), phrase_end(statement, benefits.end("what"), end))


_NEAR = 60
_BENEFITS = Folded(
    r"\b(?:(?P<gets>(?:is|was|are|were|been|became)(?: (?:an?|the|one|of|among|main|major|also|long|largest|early|"
    r"first))* "
    r"beneficiar(?:y|ies) of|benefit(?:s|t?ed|t?ing)? from)|(?:takes part|took part|has taken part|participates|"
    r"participated) in|"
    r"(?:is|was|been|became) an? (?:partner|partner country|member) (?:of|in|under))(?: the)? "
    rf"(?P<what>(?:(?P<who>{NAMED})(?:'s|’s)?|\[body:\d+\])(?: \(?(?:[a-z-]+|\[body:\d+\]),?\)?){{0,6}}? "
    r"(?:programme?s?|schemes?|projects?|cooperation|courses|fund)\b)"
)
