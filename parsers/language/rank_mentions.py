"""Ranks in running text: an ordinal or superlative in a phrase of ranking ("12th largest", "ranked fourth")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from parsers.language.mention import Mention, PercentValue, QuantityValue, RankValue
from parsers.language.numbers import SMALL_WORDS, words
from parsers.language.sweep import Starts, matches_at

_ORDINAL_UNITS = words("first second third fourth fifth sixth seventh eighth ninth")
_ORDINAL_TEENS = words(
    "tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
_ORDINALS = {word: rank for rank, word in enumerate(_ORDINAL_UNITS + _ORDINAL_TEENS, 1)}
_ORDINALS |= {f"{word[:-1]}ieth": tens for word, tens in SMALL_WORDS.items() if tens >= 20}


def any_case(words: list[str]) -> str:
    """Alternatives for words in lower case or with a capital; cheaper than ignoring case throughout."""
    return "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in sorted(words, key=len, reverse=True))


_TENS = [word for word, number in SMALL_WORDS.items() if number >= 20]
_ORDINAL = rf"\d{{1,3}}(?:st|nd|rd|th)|(?:(?:{any_case(_TENS)})[ -])?(?:{any_case(list(_ORDINALS))})"
_SUPERLATIVE = "largest|biggest|greatest|highest|most[ -](?:important|significant)"
_LEADING = "main|leading|top|principal|primary|chief|foremost|major"
_RANK = re.compile(
    rf"(?<![\w-])(?:(?P<ordinal>{_ORDINAL})(?:[ -](?P<superlative>{_SUPERLATIVE})"
    rf"|[ -](?P<leading>{_LEADING}|important))?"
    rf"|(?P<alone>{_SUPERLATIVE}|{_LEADING})"
    rf"|(?P<number>[Nn]umber[ -]|[Nn]o\. ?)(?P<cardinal>{'|'.join(SMALL_WORDS)}|\d{{1,3}}))(?![\w])"
)
_STANDING = (
    "partner|market|destination|source|supplier|buyer|customer|client|importer|exporter|investor|donor|recipient"
    "|provider"
    "|creditor|lender|contributor|beneficiary|purchaser|producer|consumer|debtor|counterpart"
)
_COMMERCE = (
    "trading|trade|export|import|exporting|importing|economic|commercial|business|aid|development|foreign|investing"
    "|bilateral|investment|arms"
    "|energy|oil|gas|tourism|tourist|single|overall|overseas"
)
# Any few words may stand between a superlative and its noun, but after a bare ordinal only words of commerce.
_NO_NOUN_YET = r"(?!(?:of|in|to|for|and|or|the|a|an|as|by|from|with|on|at|that|which|is|was|were)\b)[\w’'-]+"
_RANKED_NOUN = re.compile(
    rf"(?:[ -]{_NO_NOUN_YET}){{0,4}}?(?:[ -](?:{_COMMERCE}) and (?:{_COMMERCE}))?[ -](?:{_STANDING})\b"
)
_RANKED_COMMERCE = re.compile(
    rf"(?:[ -](?:{_COMMERCE})){{1,3}}(?: and (?:{_COMMERCE}))?[ -](?:{_STANDING})\b"
    r"|[ -](?:place|position|spot) (?:among|amongst|in the (?:list|ranking)|on the list"
    r"|in (?:[\w’']+ ){0,3}(?:exports|imports|trade))\b"
    r"| (?:overall|worldwide|globally)\b"
    r"| (?:among|amongst) (?:[\w’']+ ){0,4}(?:partners|destinations|suppliers|markets|buyers|customers)\b"
    r"|[ -](?:source|destination|market) (?:of|for)\b.{0,30}\b(?:ex|im)ports?\b"
)
_AND_RANK = re.compile(rf" and (?:the )?(?:{_ORDINAL})[ -](?:{_SUPERLATIVE})")  # "the third and fifth largest"
# "The fourth largest supplier in 2018 and the eighth in 2022", "the seventh partner and second in Africa".
_AND_THEN = re.compile(r"\b(?:and|but)(?: (?:was|only|just|then|ranked|as))*(?: the)? $")
_IN_YEAR_OR_REGION = re.compile(r" (?:in|by) (?:19|20)\d\d\b| (?:in|within|among|amongst) (?:the )?[A-Z]")
_FIRST_PARTNER = re.compile(
    rf"[ -](?:trading|trade|commercial|economic)(?: and (?:{_COMMERCE}))? partner\b"
)
# "Its 48th supplier" is a rank, "its second supplier" may be an order in time.
_TRADER = re.compile(r"[ -](?:supplier|customer|client|buyer|importer|exporter)\b")
_FEW = 3
_ONE_OF_MANY = re.compile(r"(?i)\b(?:one of|among|amongst|some of)\b(?:(?! and its\b)[^.;,])*$")
_ARTICLE_A = re.compile(r"\b(?:an?|another|other|any|no) $", re.IGNORECASE)
_RANKED_AS = re.compile(r"\b(?:rank(?:s|ed|ing)?|placed)(?: (?:as|at|in))?(?: the)? $", re.IGNORECASE)


@cache
def rank_starts() -> Starts:
    """The words that a rank can begin with, apart from digits."""
    superlatives = ("largest", "biggest", "greatest", "highest", "most important", "most significant", "most-")
    return Starts((*_ORDINALS, *_TENS, *superlatives, *_LEADING.split("|"), "number ", "number-", "no."))


def value_mention(text: str, start: int, end: int, value: QuantityValue | PercentValue | RankValue) -> Mention:
    """The mention of a value that text[start:end] states."""
    return Mention(start, end, text[start:end], value)


def find_ranks(text: str, start: int, end: int, starts: Sequence[int]) -> Iterator[Mention]:
    """The ranks of text[start:end], in order, each with its superlative; `starts` are where one can begin.

    Not read: plain ordinals ("the 10th summit"), orders in time, one of several ("one of the largest").
    """
    last = start
    for match in matches_at(starts, _RANK, text, end):
        told_before = last > start and _AND_THEN.search(text, last, match.start())
        again = told_before and _IN_YEAR_OR_REGION.match(text, match.end(), end)
        rank = _ordinal(match["ordinal"]) if again and match["ordinal"] else _rank(text, match, start, end)
        if rank:
            last = match.end()
            yield value_mention(text, *match.span(), RankValue(rank))


def _rank(text: str, match: re.Match[str], start: int, end: int) -> int | None:
    """The rank that a match stands for, or null where it is a plain ordinal, an order in time, or one of several."""
    before = text[max(start, match.start() - 40) : match.start()]
    if match["alone"]:
        return 1 if _RANKED_NOUN.match(text, match.end(), end) and not _is_one_of_many(match["alone"], before) else None
    if match["number"]:
        cardinal = match["cardinal"]
        ranked = _RANKED_NOUN.match(text, match.end(), end) or _RANKED_AS.search(before)
        return (SMALL_WORDS.get(cardinal) or int(cardinal)) if ranked else None
    rank = _ordinal(match["ordinal"])
    if match["superlative"] or _AND_RANK.match(text, match.end(), end) or _RANKED_AS.search(before):
        return rank
    if match["leading"]:
        return rank if _RANKED_NOUN.match(text, match.end(), end) else None
    patterns = (_FIRST_PARTNER,) if rank == 1 else (_RANKED_COMMERCE, *((_TRADER,) if rank > _FEW else ()))
    is_ranked = any(pattern.match(text, match.end(), end) for pattern in patterns)
    return rank if is_ranked and not _ARTICLE_A.search(before) else None


def _is_one_of_many(word: str, before: str) -> bool:
    """True for "one of its largest", "among the main", "a leading", "major" (which ranks nothing)."""
    return word == "major" or bool(_ARTICLE_A.search(before) or _ONE_OF_MANY.search(before))


def _ordinal(words: str) -> int:
    if words[0].isdigit():
        return int(words[:-2])
    *tens, last = re.split("[ -]", words.lower())
    return sum(SMALL_WORDS[word] for word in tens) + _ORDINALS[last]
