"""What beside capitalised words tells that they are a person's name: a verb of doing, a title, somebody beside them.

Organs and companies are no people; a lone word is a name only as `lone_names` tells, or behind a title.
"""

from __future__ import annotations

from parsers.language.lone_names import ADVERBS, CLOSES, end_of_other, goes, holds_organ, is_of_meeting
from parsers.language.office_words import words
from parsers.language.person_spans import PersonSpan, serves_after
from parsers.language.tokens import Token, low_at

_DEEDS = frozenset((
    "visit", "visits", "trip", "stop", "tour", "foot", "meeting", "meetings", "talks", "arrival", "stay", "address",
))  # fmt: skip
_JOURNEYS = frozenset(("visit", "visits", "trip", "arrival"))
_WORKS = frozenset((
    "built", "manufactured", "produced", "supplied", "operated", "owned", "constructed", "acquired",
    "supported", "financed", "funded", "sponsored",
))  # fmt: skip
_BEGINS = frozenset(("began", "started", "ended", "concluded", "completed", "chose", "set"))
_ASIDES = frozenset((
    "who", "whose", "then", "now", "no", "still", "himself", "herself", "accompanied", "together", "along",
))  # fmt: skip
_BEING = frozenset(("received", "hosted", "welcomed", "there", "in", "back", "again", "the"))
_BEEN = frozenset(("been", "done", "gone", "come", "himself", "herself"))
_FARTHEST = 14  # tokens that an aside may have
_LONGEST_ORGAN = 7  # tokens
_IN_ORGANS = frozenset(("of", "for", "and", "the", "'", "’", "'s", "’s"))
_HOLDERS = frozenset(("ministers", "presidents", "leaders", "speakers", "premiers", "chancellors", "monarchs"))
_BEFORE_NAMES = frozenset((
    "with", "by", "between", "met", "meet", "succeeded", "counterpart", "counterparts", "told", "informed", "assured",
    "congratulated", "congratulate", "thanked", "thank", "briefed",
))  # fmt: skip
_SENDING = frozenset(("sent", "dispatched", "despatched", "appointed", "named"))
_WENT = frozenset(("been", "travelled", "traveled", "toured", "trips", "guests"))
_CAME = frozenset(("went", "came", "followed", "there", "flew", "arrived"))
_COURTESY = frozenset((
    "mr", "mrs", "ms", "dr", "madam", "madame", "h.e", "sir", "dame", "ratu", "hon", "shri", "prof", "count",
    "countess",
))  # fmt: skip
_COUNTING = frozenset((
    "include", "includes", "included", "including", "them", "as", "namely", "notably", "were", ":", ",", "and", "by",
))  # fmt: skip


def tells_of_person(tokens: list[Token], first: int, last: int, taken: set[int], found: list[PersonSpan]) -> bool:
    """Whether what stands beside a run of capitalised words makes it a person's name.

    `taken` are the tokens of people, `found` the names without an office before.
    """
    return (
        _listed_with(tokens, first, last, taken)
        or _acts(tokens, first, last, taken)
        or _is_holder(tokens, first, last, taken)
        or _other_of_two(tokens, first, last, found)
        or _is_one_of_each(tokens, first, last)
        or _is_counted_up(tokens, first, last, taken)
        or _is_state_s_own(tokens, first, last)
    )


def _listed_with(tokens: list[Token], first: int, last: int, taken: set[int]) -> bool:
    """Whether two or more capitalised words stand right behind a person and "and", a state, a verb of doing or the end
    of the phrase behind them.
    """
    if last == first or first < 2 or tokens[first - 1].low != "and" or first - 2 not in taken:
        return False
    following = tokens[last + 1].low if last + 1 < len(tokens) else "."
    if serves_after(tokens, last) is not None or following in words("acts"):
        return True
    return following in CLOSES and not holds_organ(tokens, first, last)


def _is_holder(tokens: list[Token], first: int, last: int, taken: set[int]) -> bool:
    """Whether two or more capitalised words stand behind "was" or "by" in a sentence that names an office: "… was
    Tapio Halla".
    """
    return last > first > 0 and tokens[first - 1].low in ("was", "were") and any(index < first for index in taken)


def _acts(tokens: list[Token], first: int, last: int, taken: set[int]) -> bool:
    """Whether two or more capitalised words stand beside a verb of doing, after "with" or "by", after "the election
    of".
    """
    if last == first:
        return goes(tokens, first) or (is_titled_by(tokens, first) and len(tokens[first].text) > 2)
    if holds_organ(tokens, first, last):
        return False
    return (
        _does_behind(tokens, last, taken)
        or _sets_off(tokens, first, last)
        or _is_led_to(tokens, first, last)
        or is_titled_by(tokens, first)
        or (first == 0 and low_at(tokens, last + 1) == "(")
    )


def _does_behind(tokens: list[Token], last: int, taken: set[int]) -> bool:
    """Whether a verb of doing stands behind a name, or behind what may come first: "also", "had", "and B", "of Y"."""
    after = low_at(tokens, last + 1)
    if after in words("acts"):
        return True
    if after in ADVERBS:
        return is_doing(tokens, last + 2)
    if after in _BEGINS:
        return any(token.low in _DEEDS for token in tokens[last + 2 : last + 8])
    if after in ("has", "had"):
        return is_doing(tokens, last + 2) or low_at(tokens, last + 2) in _BEEN
    return (after == "and" and _both_act(tokens, last + 2, taken)) or (after == "of" and _serves_and_acts(tokens, last))


def _is_led_to(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the words before a name lead to a person: "met", "by", "the wife of", "the successor", "called on", "sent
    A as", "the visit of".
    """
    before, earlier = low_at(tokens, first - 1), low_at(tokens, first - 2)
    if before in _BEFORE_NAMES:
        return not _made(tokens, first - 2)
    if before in _SENDING:
        return low_at(tokens, last + 1) == "as"
    if before in ("of", ",") and earlier in words("personal"):
        return True
    if before == "of":
        return first > 1 and _is_journey(tokens, first - 2) and not tokens[first].text.isupper()
    return before in ("successor", "predecessor") or (before, earlier) == ("on", "called")


def _other_of_two(tokens: list[Token], first: int, last: int, found: list[PersonSpan]) -> bool:
    """Whether two or more capitalised words are the second of "between A and B", "the governments of A and B"."""
    one = found[-1] if found else None
    joined_to = one is not None and one.last == first - 2 and tokens[first - 1].low == "and"
    return (
        last > first
        and one is not None
        and joined_to
        and one.first > 0
        and tokens[one.first - 1].low in ("between", "of")
    )


def _is_one_of_each(tokens: list[Token], first: int, last: int) -> bool:
    """Whether two or more capitalised words are the first of two people with a state each: "Kenya's A and Norway's"."""
    owned = first > 1 and tokens[first - 1].low in ("'s", "’s") and tokens[first - 2].kind == "state"
    following = tokens[last + 1 : last + 6]
    if not owned or last == first or not following or following[0].low != "and":
        return False
    mark = next((at for at, token in enumerate(following) if token.low in ("'s", "’s")), 0)
    return mark > 1 and all(token.kind == "state" for token in following[1:mark])


def _is_state_s_own(tokens: list[Token], first: int, last: int) -> bool:
    """Whether capitalised words behind a state's "'s" are whom somebody met: "with Norway's Odd Lie in"; a lone one
    in a statement on talks only.
    """
    if first < 3 or tokens[first - 1].low not in ("'s", "’s") or tokens[first - 2].kind != "state":
        return False
    alone = last == first and not is_of_meeting(tokens[:first])
    if alone or holds_organ(tokens, first, last):
        return False
    lead = first - 2
    while lead and tokens[lead - 1].mention is tokens[first - 2].mention:
        lead -= 1
    following = tokens[last + 1] if last + 1 < len(tokens) else None
    closed = following is None or following.kind == "date" or following.low in CLOSES
    return closed and lead > 0 and tokens[lead - 1].low in ("with", "met", "received", "hosted", "welcomed")


def _is_counted_up(tokens: list[Token], first: int, last: int, taken: set[int]) -> bool:
    """Whether two or more capitalised words with a date behind them are one of those who are counted up in a statement
    on visits: "include Tapio Halla (1964) and", "among them Ana Ruiz in 2012", "in 1964 (Tapio Halla)".
    """
    if last == first or first == 0 or last + 2 >= len(tokens):
        return False
    counted = tokens[first - 1].low in _COUNTING or tokens[first - 1].text.endswith(",")
    if not (counted and _is_dated(tokens, last + 1)) and not _stands_behind_date(tokens, first, last):
        return False
    went = _WENT | _CAME if any(index < first for index in taken) else _WENT
    return not holds_organ(tokens, first, last) and any(
        token.low.startswith("visit") or token.low in went for token in tokens
    )


def _is_dated(tokens: list[Token], index: int) -> bool:
    """Whether a date stands here behind "(" or "in", or both."""
    opened = tokens[index].low == "("
    index += opened
    index += index < len(tokens) and tokens[index].low == "in"
    return index > 0 and tokens[index - 1].low in ("(", "in") and index < len(tokens) and tokens[index].kind == "date"


def _stands_behind_date(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a name fills the bracket behind a date."""
    closed = tokens[last + 1].low.startswith(")")
    return closed and first > 1 and tokens[first - 1].low == "(" and tokens[first - 2].kind == "date"


def is_titled_by(tokens: list[Token], first: int) -> bool:
    """Whether a title of courtesy stands before the name: "Mr Tapio Halla", "Mrs. Ana Ruiz"."""
    before = [token.low.rstrip(".") for token in tokens[max(0, first - 2) : first] if token.text != "."]
    return bool(before) and before[-1] in _COURTESY


def _both_act(tokens: list[Token], first: int, taken: set[int]) -> bool:
    """Whether another person, or name of two or more words, begins here, with a verb of doing, or ", who", behind: "A
    and B visited".
    """
    first += tokens[first].low in ("his", "her", "the") if first < len(tokens) else 0
    last = end_of_other(tokens, first, taken)
    organ = first not in taken and holds_organ(tokens, first, last)
    who = [token.low for token in tokens[last + 1 : last + 3]] == [",", "who"]
    acts = is_doing(tokens, last + 1 + (last + 1 < len(tokens) and tokens[last + 1].low in ADVERBS))
    return last > first and (who or acts) and not organ


def _serves_and_acts(tokens: list[Token], last: int) -> bool:
    """Whether a state, or a party or organ named after one, and a verb of doing follow the name: "A of Y visited", "A
    of the Kenyan Workers' Party visited".
    """
    end = serves_after(tokens, last)
    if end is not None and end + 1 < len(tokens) and tokens[end + 1].low in words("acts"):
        return True
    first = last + 2 + (last + 2 < len(tokens) and tokens[last + 2].low == "the")
    end = first
    while end < min(first + _LONGEST_ORGAN, len(tokens)) and (tokens[end].is_capital or tokens[end].low in _IN_ORGANS):
        end += 1
    own = any(token.kind == "state" for token in tokens[first:end])
    return own and tokens[end - 1].low in words("bodies") and is_doing(tokens, end)


def _is_journey(tokens: list[Token], index: int) -> bool:
    """Whether the word is "visit" or the like, or a "that" for one told before: "A's visit followed that of"."""
    if tokens[index].low not in ("that", "those"):
        return tokens[index].low in _JOURNEYS
    return any(token.low in _JOURNEYS for token in tokens[max(0, index - 40) : index])


def _sets_off(tokens: list[Token], first: int, last: int) -> bool:
    """Whether what stands beside a name can only be with a person's: ", who …", "'s visit", "the two ministers, …"; at
    the very start ", visited".
    """
    apposed = first > 1 and tokens[first - 1].text == ","
    if apposed and (tokens[first - 2].kind == "both" or _tells_of_holders(tokens, first - 1)):
        return True
    following = [token.low for token in tokens[last + 1 : last + 5]]
    if following[:2] in ([",", "who"], [",", "whose"], [",", "became"]) or _acts_behind_aside(tokens, last):
        return True
    if following[:1] in (["'s"], ["’s"]):
        return any(word in _DEEDS for word in following[1:])
    return first == 0 and following[:1] == [","] and following[1:2] != ["was"] and is_doing(tokens, last + 2)


def _acts_behind_aside(tokens: list[Token], last: int) -> bool:
    """Whether a verb of doing stands behind an aside that is a person's, or a date: "A, then regent, was received",
    "A, in May 1990, became".
    """
    aside = tokens[last + 1 : last + _FARTHEST]
    if len(aside) < 4 or aside[0].low != ",":
        return False
    at_time = aside[1].low == "at" and aside[3].low == "time"
    if not (at_time or aside[1].low in _ASIDES or aside[2].kind == "date"):
        return False
    close = next((at for at in range(2, len(aside) - 1) if aside[at].text.endswith(",")), len(aside))
    lows = [token.low for token in aside[close + 1 : close + 3]]
    return is_doing(tokens, last + close + 2) or (lows[:1] in (["was"], ["became"]) and lows[-1] in _BEING)


def _tells_of_holders(tokens: list[Token], comma: int) -> bool:
    """Whether several holders of an office stand before a comma: "the speakers of the two parliaments, A and B"."""
    begin = max(0, comma - 7)
    last = next((at for at in range(comma - 1, begin - 1, -1) if tokens[at].low in _HOLDERS), None)
    return last is not None and not any(token.text == "," or token.low in words("acts") for token in tokens[last:comma])


def _made(tokens: list[Token], index: int) -> bool:
    """Whether what is done by somebody is a work of companies: "built by", "operated by"."""
    return index >= 0 and tokens[index].low in _WORKS


def is_doing(tokens: list[Token], index: int) -> bool:
    """Whether a verb of doing, and not of mere being, stands here."""
    return index < len(tokens) and tokens[index].low in words("acts") and tokens[index].low not in ("was", "became")
