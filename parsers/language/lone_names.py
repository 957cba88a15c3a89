"""Lone surnames that no office introduces: of those who meet somebody or travel, as the words beside them tell."""

from __future__ import annotations

from itertools import pairwise

from parsers.language.names import is_name_word, name_end
from parsers.language.office_words import is_head, words
from parsers.language.tokens import Token, low_at

ADVERBS = frozenset(
    ("first", "also", "later", "then", "again", "subsequently", "previously", "twice", "both", "himself", "herself")
)
_TRIPS = frozenset(("visit", "visits", "trip"))
_PAYING = frozenset(("'s", "’s", "paid", "made", "undertook", "took"))
_COMING = frozenset(("arrived", "landed", "returned", "went", "came"))
_TO_GO = frozenset(("visit", "travel", "tour", "go"))
_FIRST_TO = _TO_GO | {"address", "meet"}
_DETERMINERS = frozenset(("the", "a", "an", "of", "-", "–"))
_AS_HE = frozenset((
    *((word, he) for word in ("as", "when", "while") for he in ("he", "she")),
    *((his, trip) for his in ("his", "her") for trip in ("visit", "trip", "stay")),
))  # fmt: skip
_HIS = frozenset(("his", "her"))
_HAVING = frozenset(("has", "had", "have"))
_OPENINGS = frozenset(("in", "during", "at", "after", "following"))
_ON_IT = frozenset(("during", "on", "while", "after"))
_MET = ("met", "telephoned", "phoned")
_BEFORE_PARTNERS = (*_MET, "with", "by")
_PEOPLES = ("ists", "ians", "ers", "ites")
CLOSES = frozenset((",", ".", ";", "in", "on", "at", "and", "during", "for", "who", "to",
                    "twice", "again", "once", "briefly", "privately", "several", "three"))  # fmt: skip


def meets_someone(tokens: list[Token], first: int, last: int, taken: set[int]) -> bool:
    """Whether a name, or a lone surname, is of somebody who meets: "Halla met with President Ruiz", "President Ruiz
    held talks with Halla", "Halla and Ruiz met", "a call between Halla and Ruiz".
    """
    if last == first and not _is_lone(tokens, first, last):
        return False
    joined_to = low_at(tokens, last + 1) == "and" and last + 2 < len(tokens) and tokens[last + 2].is_capital
    if _meets_next(tokens, last + 1):
        return _is_after_another(tokens, first) or _partner_behind(tokens, last + 1, taken)
    if joined_to and _meets_next(tokens, end_of_other(tokens, last + 2, taken) + 1):
        return not holds_organ(tokens, first, last)
    if low_at(tokens, first - 1) == "between" and is_of_meeting(tokens[:first]):
        return joined_to
    return (
        _is_second_of_two(tokens, first, taken)
        or _acts_at_talks(tokens, first, last, taken)
        or (_ends_phrase(tokens, last) and _met_by_someone(tokens, first, taken))
    )


def _is_second_of_two(tokens: list[Token], first: int, taken: set[int]) -> bool:
    """Whether a name is behind a person and "and" the second of those who meet: "a call between President Ruiz and"."""
    if first < 3 or tokens[first - 1].low != "and":
        return False
    other = _begin_of_other(first - 2, taken)
    return low_at(tokens, other - 1) == "between" and is_of_meeting(tokens[:other])


def _ends_phrase(tokens: list[Token], last: int) -> bool:
    """Whether a name is the last of its phrase: the end, a date, a mark or a preposition stands behind it."""
    return last + 1 >= len(tokens) or tokens[last + 1].kind == "date" or tokens[last + 1].low in CLOSES


def _acts_at_talks(tokens: list[Token], first: int, last: int, taken: set[int]) -> bool:
    """Whether a name behind an opening does something at talks with a person: "In talks with President Ruiz in Lima,
    Halla announced".
    """
    does = last + 1 < len(tokens) and tokens[last + 1].low in words("acts")
    lead = tokens[:first] if does and first > 2 and tokens[first - 1].text.endswith(",") else []
    opens = bool(lead) and lead[0].low in _OPENINGS and is_of_meeting(lead)
    return opens and any(token.low == "with" and at + 1 in taken for at, token in enumerate(lead))


def is_of_meeting(tokens: list[Token]) -> bool:
    """Whether one of the words tells of a meeting: "talks", "met", "a call"."""
    return any(token.low in words("meetings") for token in tokens)


def _met_by_someone(tokens: list[Token], first: int, taken: set[int]) -> bool:
    """Whether what stands before makes a name the partner of a person named before: "President Ruiz met", "… held talks
    with", "… was received by", "… hosted".
    """
    before = [token.low for token in tokens[max(0, first - 2) : first]]
    if before[-1:] == ["with"]:
        met = is_of_meeting(tokens[:first])
    elif before[-1:] == ["by"]:
        met = before[0] in words("hosting")
    else:
        last = before[-1] if before else ""
        met = last in _MET or (last in words("hosting") and first - 2 in taken)
    return met and any(index < first for index in taken)


def end_of_other(tokens: list[Token], index: int, taken: set[int]) -> int:
    """The last token of whoever begins here, behind "and": an office with its holder, or a name alone."""
    if index not in taken:
        return name_end(tokens, index, len(tokens))
    while index + 1 in taken:
        index += 1
    return index


def _begin_of_other(index: int, taken: set[int]) -> int:
    """The first token of whoever ends here, before "and"."""
    while index - 1 in taken and index in taken:
        index -= 1
    return index


def goes(tokens: list[Token], at: int) -> bool:
    """Whether a lone surname is of one who travels: "Halla's state visit to", "Halla visited", "Halla paid a visit",
    "Halla, who visited", "Halla and his wife visited", "the visit of Halla to".
    """
    before = low_at(tokens, at - 1)
    if not _is_lone(tokens, at, at) or tokens[at].low.endswith(_PEOPLES):
        return False
    lows = [token.low for token in tokens[at + 1 : at + 12]]
    if before == "of" and low_at(tokens, at - 2) in _TRIPS:
        return lows[:1] in (["to"], ["in"], ["on"])
    if before in _DETERMINERS:
        return False
    if before in ("was", "were") and lows[:1] in (["in"], ["on"], [","], ["who"]):
        return any(one.low == "to" and two.low in _TO_GO for one, two in pairwise(tokens[:at]))
    lows = lows[_before_verb(lows) :]
    return _travels(lows) or _is_taken_up(tokens, at, lows)


def _travels(lows: list[str]) -> bool:
    """Whether the words behind a surname begin with a verb of travel, or one that a visit makes one: "led the
    delegation", "became the first to visit", "paid a visit".
    """
    verb = lows[0] if lows else ""
    if verb in ("led", "headed"):
        return "delegation" in lows
    if verb in ("became", "was"):
        return "first" in lows[:4] and _is_first_to_go(lows, sure=verb == "became")
    near = lows[:7] if verb in _PAYING else lows if verb in _COMING else []
    return not _TRIPS.isdisjoint(near) or verb in words("travels")


def _before_verb(lows: list[str]) -> int:
    """How many words stand before the verb of what stands behind a name: "also" in "also met", "had" in "had met"."""
    told = next((at for at, low in enumerate(lows[:3]) if low not in ADVERBS and low not in _HAVING), 0)
    return told - 1 if told and lows[told - 1] in _HAVING and not _is_done(lows[told]) else told


def _is_done(low: str) -> bool:
    """Whether a word can be what somebody "has" done: "met", "visited", "paid"."""
    return low.endswith("ed") or low in words("acts") or low in words("meets") or low in words("travels")


def _is_first_to_go(lows: list[str], *, sure: bool) -> bool:
    """Whether someone "became the first … to visit"; who only "was" so must be told by an office: "the first Finnish
    president to visit".
    """
    going = any(one == "to" and two in _FIRST_TO for one, two in pairwise(lows))
    return going and (sure or any(is_head(low) for low in lows[:8]))


def _is_taken_up(tokens: list[Token], at: int, lows: list[str]) -> bool:
    """Whether what stands behind a lone surname takes it up as a person: ", who", ", during his", "and his wife", "as
    he arrived".
    """
    first, second = (*lows[:2], "", "")[:2]
    if first == ",":
        who = second == "who" and tokens[at + 2].text == "who" and not tokens[at].low.endswith("s")  # not "Kurds, who"
        return who or (second in _ON_IT and not _HIS.isdisjoint(lows[2:4]))
    if first == "and" and second in _HIS:
        return not words("travels").isdisjoint(lows)
    acts = at == 0 and first in words("acts")
    return acts and any(pair in _AS_HE for pair in pairwise(lows))


def _is_lone(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the run is one word that can be a surname: no acronym, place or organ."""
    word = tokens[first]
    plain = last == first and len(word.text) > 2 and not word.text.isupper() and word.kind != "place"
    return plain and not holds_organ(tokens, first, last)


def holds_organ(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a word of the run is one of organs or portfolios, and so the run no person's name."""
    return any(token.low in words("bodies") or token.low in words("portfolios") for token in tokens[first : last + 1])


def _meets_next(tokens: list[Token], index: int) -> bool:
    """Whether the words from a place on begin with "met", "held talks", "had a meeting", "hosted", "was received by",
    "'s talks with".
    """
    index = _behind_aside(tokens, index)
    following = tokens[index : index + 6]
    lows = [token.low for token in following]
    at = _before_verb(lows)
    verb = lows[at] if at < len(lows) else ""
    if verb in words("meets") or verb in words("hosting"):
        return True
    if verb == "was" and len(lows) > at + 2:
        return not words("hosting").isdisjoint(lows) and any(token.low == "by" for token in tokens[index : index + 12])
    return verb in ("held", "had", "'s", "’s") and is_of_meeting(following)


def _behind_aside(tokens: list[Token], index: int) -> int:
    """The token behind what commas set off here: ", along with their ministers, met"; the index itself else."""
    if index + 1 < len(tokens) and tokens[index].text == "," and tokens[index + 1].low in ("along", "together"):
        return next((at + 1 for at in range(index + 1, min(index + 9, len(tokens))) if tokens[at].text == ","), index)
    return index


def _is_after_another(tokens: list[Token], first: int) -> bool:
    """Whether a capitalised word and "and" stand before: "Halla and Ruiz"."""
    return first > 1 and tokens[first - 1].low == "and" and is_name_word(tokens[first - 2])


def _partner_behind(tokens: list[Token], index: int, taken: set[int]) -> bool:
    """Whether a person or a name stands close behind a verb of meeting."""
    near = range(index + 1, min(index + 12, len(tokens)))
    return any(
        at in taken or (tokens[at].low in _BEFORE_PARTNERS and _is_name_at(tokens, at + 1)) for at in (index, *near)
    )


def _is_name_at(tokens: list[Token], index: int) -> bool:
    """Whether a word that can be a surname stands here."""
    return index < len(tokens) and is_name_word(tokens[index]) and _is_lone(tokens, index, index)
