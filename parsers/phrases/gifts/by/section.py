"""Gifts of the one side that gives in a section, told without its name: "it restored the fort", "the embassy presented
40 beds", "the country received $2 million", "China built a mill" where the section is of what China gives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.reading import Statement
from parsers.language.required import Folded
from parsers.language.slots import words_of
from parsers.phrases.gifts.columns.items import counts_things, phrase_end
from parsers.phrases.gifts.frames.active_givers import is_act
from parsers.phrases.gifts.frames.gift import Gift, other_side, slots_between
from parsers.phrases.gifts.frames.receiving import verbs_of_receiving
from parsers.phrases.gifts.givers.of_section import giver_near
from parsers.phrases.gifts.givers.roles import PRIVATE, Told, aid_noun, gets, in_cause, is_title, sides_in, subject
from parsers.phrases.gifts.proofs.things import holds_aid
from parsers.phrases.gifts.words import BUILT, active_verbs

_ALSO = r"(?: (?:also|has|had|have|likewise|then|later|further|since|now))* $"
# Who acts without a name.
_DOER = re.compile(
    r"(?:^|, |\] )(?:it|they|the (?:same )?(?:agency|fund|(?:federal |central |royal )?government|cabinet|embassy|"
    rf"ministry|kingdom|emirate|treasury|army|navy|air force|emir|king|queen|emperor)){_ALSO}"
)
# Who gets something without a name.
_RECEIVER = re.compile(rf"(?:^|, |\] )(?:the (?:country|island|islands|archipelago|kingdom|republic|nation)|it){_ALSO}")


def of_building(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What the side that gives in a section built, restored, set up in the other: "it drilled 40 wells".

    Not read: embassies, bases, what firms build.
    """
    low = statement.low_skeleton
    for verb in _BUILDS.finditer(low, begin, end):
        donor = _doer(statement, begin, verb.start())
        stop = phrase_end(statement, verb.end(), end)
        words = words_of(statement, verb.end(), stop).lower()
        if donor is None or _NO_WORKS.search(words) or PRIVATE.search(low, begin, stop):
            continue
        if gets(statement, donor, begin, end) is None or in_cause(statement, verb.end(), stop):
            continue
        things = slots_between(statement, verb.end(), end, "quantity")[:1]
        counted = any(one.start == verb.end() and counts_things(one) for one in things)
        yield Told(donor, verb.end(), stop, "counted", (verb.end(), stop) if counted else (end, end))


def _doer(statement: Statement, begin: int, verb: int) -> str | None:
    """The side that gives in the section, where it is the subject of a verb, by name or without."""
    is_unnamed = _DOER.search(statement.low_skeleton, begin, verb) is not None
    named = None if is_unnamed else subject(statement, begin, verb)
    donor = giver_near(statement) if is_unnamed or named else None
    return donor if is_unnamed or named == donor else None


_BUILDS = Folded(
    rf"(?:{BUILT}|\b(?:dug|established|founded))(?: (?:the|an?|about|some|over|more than))?"
    r" (?!by\b|in\b|at\b|on\b|with\b|(?:its|diplomatic|relations|ties|contacts)\b)"
)
_NO_WORKS = re.compile(
    r"\b(?:relations|ties|contacts|embass\w+|consulates?|missions?|offices?|bases?|order|monarchy|peace|rule|control|"
    r"strateg(?:y|ies)|frameworks?|funds?|groups?|forums?|associations?|compan(?:y|ies)|colon(?:y|ies)|trading|commission|committee|settlements?|itself|themselves|protectorate)\b"
)


def of_unnamed(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What "the government", "the embassy", "the ministry" gave, where one side gives in the section."""
    low = statement.low_skeleton
    for verb in active_verbs().finditer(low, begin, end):
        doer = _DOER.search(low, begin, verb.start())
        if doer is None or doer[0].lstrip("], ").startswith(("it", "they")) or is_title(statement, verb.start()):
            continue
        donor = giver_near(statement) if is_act(verb[0], low[begin : verb.start()], by_agency=True) else None
        recipient = other_side(statement, donor)
        if donor is None or recipient is None or gets(statement, donor, begin, end) is None:
            continue
        gift = Gift(donor, recipient, verb[0].strip(), verb.start(), verb.end(), end, True)
        if holds_aid(statement, gift):
            yield Told(donor, verb.end(), phrase_end(statement, verb.end(), end), verb[0].strip(), (verb.end(), end))


def of_receipt(statement: Statement, begin: int, end: int) -> Iterator[Told]:
    """What the side that gets in a section received, without its giver: "B received debt relief of [money]"."""
    low = statement.low_skeleton
    for verb in (*verbs_of_receiving().finditer(low, begin, end), *_WAS_GIVEN.finditer(low, begin, end)):
        donor = giver_near(statement)
        named = sides_in(statement, begin, end)
        is_receiver = _RECEIVER.search(low, begin, verb.start()) or other_side(statement, donor) in named
        if donor is None or not is_receiver or not named <= {other_side(statement, donor)}:
            continue
        noun = aid_noun().search(low, verb.end(), end)
        sums = slots_between(statement, verb.end(), end, "money")
        if noun or (sums and _SUM.match(low, verb.end())):
            yield Told(donor, *(noun.span() if noun else (sums[0].end, sums[0].end)), "given", (verb.end(), end))


_SUM = re.compile(
    r" (?:(?:an?|the|total|sum|of|about|around|some|over|nearly|almost|more|than|another|further) )*\[money:"
)
_WAS_GIVEN = Folded(r"\b(?:was|were|been) (?:given|allotted|allocated|granted|awarded|promised|lent)\b")
