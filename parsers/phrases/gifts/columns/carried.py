"""Whether a transfer that has no date of its own took place when the sentences before it were.

A date goes from one sentence to the next where they tell of one matter: where words take up what was told ("under the
agreement", "of this amount", "in addition"), or where a deed in the past follows right upon a gift, a visit, an
instrument or a disaster. A time that goes on, one that only sets a term, and one of another event stay behind.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from parsers.language.mention import DateValue, Mention
from parsers.language.reading import Statement
from parsers.language.sweep import lowered
from parsers.phrases.gifts.frames.gift import Gift, lead_of
from parsers.phrases.gifts.words import active_verbs, aid_words

_REACH = 4
"""Sentences back, as far as words may take up what was told."""
_AID = (
    r"(?:aid|assistance|donations?|packages?|grants?|loans?|credits?|lines? of credit|shipments?|consignments?|"
    r"cargo(?:es)?|deliver(?:y|ies)|funds?|funding|money|sums?|amount|total|contributions?|supplies|relief|support|gifts?|help)"
)
_PAPER = r"(?:agreements?|accords?|deals?|arrangements?|pacts?|memorandum|protocols?|notes|contracts?|loans?|grants?)"
# Words that open a sentence on what was told before.
_ADDED = r"(?:in addition(?! to (?!this|that|it))|additionally|moreover|furthermore)\b"
_TAKEN_UP = re.compile(
    rf"(?:{_ADDED}|in (?:response|reaction|solidarity|view|light)(?: to| with| of) th(?:is|ese|at)\b|"
    rf"of (?:this|that|the|these)(?: total)? {_AID}\b|"
    rf"(?:under|according to|as part of|in accordance with|through|by|with|along with|together with)"
    rf" (?:the|this|that|these|those)(?: same)?(?: [\w-]+){{0,4}}? (?:{_AID}|{_PAPER})\b"
    rf"(?! (?:of|to|from|with|between|in) )|"
    rf"(?:the|this|that|these|those)(?: [\w-]+){{0,2}}? {_AID}\b"
    rf"(?! (?:of|to|from|by|given|provided|programmes?|programs?) )|"
    rf"(?:another|a (?:second|third|fourth|further)) {_AID}\b)"
)
_SAME_TIME = re.compile(
    r"\b(?:at the (?:same|that) time|(?:on|at|in|during) (?:that|this|the same) (?:\w+ )?(?:time|day|date|month|year|"
    r"period|decade|era|war|years|visit|meeting|trip|summit|occasion|ceremony)|meanwhile|simultaneously)\b"
)
_GOES_ON = re.compile(r"\b(?:also|in addition|additionally|further|furthermore|moreover|another|too)\b")
# A date that sets a term, or is of the noun that it describes: "through to [date]", "the amount for [date]".
_TERM = re.compile(
    r"\b(?:through to|through|until|till|up to|by|for(?: the)?(?: \w+){0,2}|before|prior to|than|expir\w+ in|end\w* in|"
    r"since|as of) \Z|(?:\A|, )(?:established|founded|created|formed|built|opened|born|completed|signed) (?:in|on) \Z"
)
_PERFECT = re.compile(r"\b(?:has|have|had)\b(?! (?:an?|the|no|its|his|their|to)\b)")
# Sentences whose time others go on with: those of aid, and those of what leads to it.
_GIFT = re.compile(
    r"\b(?:aid|assistance|donat\w+|donors?|grants?|loans?|credits?|relief|help|humanitarian|scholarships?)\b"
)
_STORY = re.compile(
    r"\b(?:rains?|hailstorms?|crisis|war|fund\w*|projects?|visit\w*|met|trip|tour\w*|travel\w*|arrived|talks|meeting|summit|conference|delegation|invited|went|came"
    r"|sign\w+|agree\w*|accord|memorandum|protocol|treaty|announced|pledged|promised|offered)\b"
)
_OTHER_MATTER = re.compile(r"\b(?:trade|exports?|imports?|trading|recognition|recogni[sz]ed|diplomatic relations)\b")
# What opens a sentence with the time of another event, or tells of one inside it.
_EVENT = re.compile(
    r"\b(?:after|following|before|during|amid|since|upon|in the (?:wake|aftermath) of|for) "
    r"(?:(?!and\b|to\b|when\b|by\b)[\w'’-]+ ){0,5}?(?P<event>"
    r"crisis|revolution|war|conflict|coup|independence|fall|collapse|liberation|epidemic|pandemic|outbreak|earthquake|"
    r"floods?|flooding|tsunami|hurricane|cyclone|typhoon|drought|famine|eruption|storm|announcement|summit|games|"
    r"olympics|election|elections)\b"
)
_LATER = re.compile(
    r"\b(?:subsequent(?:ly)?|recently|eventually|over time|in later years|afterwards|"
    r"(?:for|during|over|in) (?:the|its|their) (?:last|past|recent|same) [\w-]+)\b"
)
_ADDED_NOW = re.compile(rf"{_ADDED}[^;]* (?:is|are) (?:\w+ly |also |now )?\w+ing\b")


def takes_up(statement: Statement) -> bool:
    """Whether a sentence opens with words for a transfer or an instrument told right before it, or adds to it."""
    return _TAKEN_UP.match(statement.low) is not None


def is_of_same_event(statement: Statement) -> bool:
    """Whether a sentence has the time of an event of which one of the two before it tells: "after the earthquake"."""
    found = _EVENT.search(statement.low)
    return found is not None and any(found["event"] in one.low for one in list(_before(statement))[:2])


def carried(statement: Statement, gift: Gift, date: Mention) -> Mention | None:
    """The date of the sentences before that is a transfer's own too: the one given, or, where that only sets a term,
    the one before it; null where they tell of another matter.
    """
    before = list(_before(statement))
    if _SAME_TIME.search(statement.low) or not any(one.start <= date.start for one in before):
        return date
    is_same = takes_up(statement)
    told, of_date = _last_point(before[: _REACH if is_same or _GOES_ON.search(statement.low) else 2])
    if told is None or of_date is None or not _is_story(of_date) or _LATER.search(statement.low):
        return None
    if is_same:
        return None if _ADDED_NOW.match(statement.low) else told
    is_far = told.start < date.start and not _GOES_ON.search(statement.low)
    is_own = is_far or _is_of_another(statement, before[: before.index(of_date) + 1])
    return None if is_own or _is_perfect(statement, gift) else told


def _before(statement: Statement) -> Iterator[Statement]:
    """The sentences before a statement in its block, the nearest first."""
    one = statement.earlier
    while one is not None:
        yield one
        one = one.earlier


def _last_point(before: list[Statement]) -> tuple[Mention | None, Statement | None]:
    """The last date among sentences that sets no term, and its sentence; none where that is no point or closed stretch
    of time, or a sentence behind it has a time of its own.
    """
    for one in before:
        for date in reversed(one.dates):
            if not _sets_term(one, date):
                return (date, one) if _is_point(date) else (None, None)
        if _LATER.search(one.low):
            break
    return None, None


def _sets_term(statement: Statement, date: Mention) -> bool:
    """Whether a date only sets a term to something or describes it."""
    until = isinstance(date.value, DateValue) and date.value.edtf.startswith("../")
    return until or _TERM.search(lowered(statement.document.text[statement.start : date.start])) is not None


def _is_point(date: Mention) -> bool:
    value = date.value
    return (
        isinstance(value, DateValue)
        and value.precision not in ("decade", "century", "open interval")
        and value.qualifier not in ("before", "prior to")
    )


def _is_story(statement: Statement) -> bool:
    """Whether a sentence tells of aid; or of a visit, an instrument or a disaster, and not of trade or recognition."""
    low = statement.low
    if _GIFT.search(low) or _OTHER_MATTER.search(low):
        return _GIFT.search(low) is not None
    told = _STORY.search(low) or active_verbs().search(low) or aid_words("disasters").search(low)
    return told is not None


def _is_of_another(statement: Statement, before: list[Statement]) -> bool:
    """Whether a sentence has the time of an event that those before it do not tell of."""
    found = _EVENT.search(statement.low)
    return found is not None and not any(found["event"] in one.low for one in before)


def _is_perfect(statement: Statement, gift: Gift) -> bool:
    """Whether the clause of a transfer tells it in the perfect or as what had been."""
    return _PERFECT.search(f"{lead_of(statement, gift)}{gift.verb}") is not None
