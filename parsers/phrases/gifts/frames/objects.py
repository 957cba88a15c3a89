"""What a frame of giving is of beside the words behind its verb: what a relative clause is on ("boats that A donated"),
and what stands further behind ("gave boats to B, along with technical assistance").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from parsers.language.reading import Statement
from parsers.language.slots import clause_end, words_of
from parsers.phrases.gifts.frames.gift import NAMED, Gift
from parsers.phrases.gifts.words import aid_words

_DOES = rf",? (?:that|which) (?:the )?{NAMED}(?: government)? (?:(?:also|had|has|have) )*$"
_COUNTED = re.compile(rf"\[quantity:(?P<count>\d+)\]{_DOES}")
_THINGS = re.compile(rf"\b(?P<what>(?:[a-z-]+ )?[a-z-]+){_DOES}")


def of_object(statement: Statement, gift: Gift, begin: int, verb: int) -> Gift:
    """The frame over the things that its clause tells of: "two boats that A donated in [date]", "tents that A gave";
    itself where its verb has an object, or what stands before is no aid.
    """
    skeleton = statement.skeleton
    counted = _COUNTED.search(skeleton, max(0, begin - 30), verb)
    if counted is not None:
        start = counted.start()
        return replace(gift, start=start, end=start, stop=start + counted[0].index("]") + 1)
    things = _THINGS.search(skeleton, max(0, begin - 60), verb) if _NO_OBJECT.match(skeleton, gift.end) else None
    if things is None:
        return gift
    item = _SMALL.sub("", things["what"])
    is_free = _FREE.match(skeleton, gift.end) is not None
    return replace(gift, item=item) if is_free or _is_aid(item) else gift


def _is_aid(words: str) -> bool:
    """Whether words name what is aid where it is given."""
    return any(aid_words(name).search(words) for name in ("things", "goods", "craft", "arms"))


_SMALL = re.compile(r"^(?:the|an?|and|of|its|with|by|to|in|for|use[sd]?|from|these|those|some) ")
_FREE = re.compile(
    r" (?:for free|free of (?:charge|cost)|at no cost|without charge|as (?:a )?(?:gift|donation|aid))\b"
)
_NO_OBJECT = re.compile(r" (?:(?:in|on|since|to|for|after|during|as|at|by|through|free|without)\b)|[.,;]|$")

# "A sent a team, which had …, and [quantity] of equipment": the second thing stands behind a relative clause.
_GOES_ON = re.compile(r", (?:which|who) [^;]{3,160}?, (?:and|as well as) (?=\[(?:quantity|money):)")
_ALONG = re.compile(
    r",? (?:along with|together with|in addition to|and also|as well as) "
    r"(?:(?:its|some|further|other|the) )*"
)


def further(statement: Statement, gift: Gift) -> Iterator[Gift]:
    """The frames of what the same verb governs further behind: a count behind a relative clause, and what is called aid
    behind "along with", things too where the first object is called aid.
    """
    skeleton, low = statement.skeleton, statement.low_skeleton
    onward = _GOES_ON.match(skeleton, gift.stop)
    if onward is not None:
        yield replace(gift, start=onward.end(), end=onward.end(), stop=clause_end(skeleton, onward.end()))
    limit = clause_end(skeleton, gift.end)
    for along in _ALONG.finditer(low, gift.end, limit):
        aid, things = _CALLED_AID.match(low, along.end(), limit), _THINGS_FOR.match(low, along.end(), limit)
        told = aid or (things if things and _CALLED_AID.search(low, gift.end, along.start()) else None)
        if told is not None and (aid or aid_words("nouns").search(told[0])):
            verb, item = gift.verb if aid else _given_too(gift.verb), words_of(statement, *told.span())
            yield replace(gift, verb=verb, start=told.start(), end=told.start(), stop=told.end(), item=item)


def _given_too(verb: str) -> str:
    """The verb of giving for what stands beside aid, in the time of another verb."""
    return "donates" if verb.endswith("s") else "donated"


_THINGS_FOR = re.compile(r"[a-z-]+(?: (?!(?:for|to|in|of|by|from|that|which|with)\b)[a-z-]+){0,3}(?= (?:for|to) )")
_CALLED_AID = re.compile(
    r"(?:(?!(?:for|to|in|of|by|from|that|which|with)\b)[a-z-]+,? (?:and )?){0,5}"
    r"(?:aid|assistance|relief|grants?|loans?|credits|scholarships?|donations?|training|equipment|supplies|medicines?|"
    r"food|vaccines)\b(?! [a-z]+(?:ed|ing)\b| (?:for|to|of|worth)(?: [a-z]+)? \[(?:quantity|money):)"
)
