"""Sums without a mark of money, which have the currency of the sum before them: "$6 million for roads and 5 million for
schools", "It lent 9 million euros. Another 4 million was given in 2011."
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from parsers.language.mention import Mention, MoneyValue
from parsers.language.numbers import MONEY, SPACE, Numeral, numerals

APPROXIMATELY = re.compile(
    r"(?i)(?<!\w)(?:over|under|above|below|about|around|nearly|almost|some|approximately|approx\.?|roughly"
    r"|circa|c\.|ca\.?"
    r"|up to|at least|at most|no less than|not less than|no more than|(?:more|less|higher|greater) than|as much as"
    r"|in excess of|close to|an estimated|estimated(?: at)?|upwards of|~|≈|>|<)"
    rf"{SPACE}?(?:(?:an?|another|US){SPACE})?$"
)
_MILLION = 10**6
_LEADS = re.compile(
    r"(?:,|,? and|;(?: and)?)(?: (?:another|a further|about|around|some|over|nearly|almost|up to|more than))* $"
)
_FOLLOWS = re.compile(
    r"(?: (?:in|for|to|towards?|on|from|as|was|were|is|are|came|went|followed|annually|per|a year|each year|more|and|"
    r"of (?:it|this|that|them|these|those|which))\b(?! people\b)|[,.;)]|$)"
)
# Words of which one tells that a number is of money.
_OF_MONEY = re.compile(
    r"\b(?:aid|grants?|loans?|credits?|debts?|contribut\w+|commit\w+|donat\w+|subsid\w+|fund(?:s|ed|ing)?|budget|package"
    r"|assistance|cost|costs|price|sum|money|paid|pays?|gave|gives|len[dt]|put up|spent|pledg\w+|promis\w+|allocat\w+"
    r"|earmark\w+|disburs\w+|financ\w+|invest\w+|forg[ai]v\w+|cancell?ed|written off|wrote off|waived|repa\w+|"
    r"instal?ments?|tranches?)\b"
)
_COUNTS = re.compile(
    r"\b(?:populat|people|inhabitants|speakers|tourists|visitors|barrels|tons|tonnes|users|voters|passengers|hectares|"
    r"acres|doses|cubic|litres|refugees|migrants|viewers|copies|members|workers|pupils|students)"
)


def borrowed(
    text: str, start: int, end: int, found: Sequence[Mention], before: Mention | None = None
) -> Iterator[Mention]:
    """The sums of text[start:end] without a mark: those behind another of the sentence, or behind `before`, the last of
    the text before, where the sentence is of money by a word; no counts.
    """
    known = [one for one in (before, *found) if one is not None]
    for number, one in enumerate(known):
        begin = max(start, one.end)
        limit = known[number + 1].start if number + 1 < len(known) else end
        if not isinstance(one.value, MoneyValue) or one.value.currency is None or "illion" not in text[begin:limit]:
            continue
        for numeral in numerals(text, begin, limit, MONEY):
            between = text[begin : numeral.start]
            if _COUNTS.search(between) or ". " in between:
                break
            if _is_sum(text, begin, numeral, end):
                is_about = APPROXIMATELY.search(text, begin, numeral.start) is not None
                amount = MoneyValue(numeral.value, one.value.currency, is_about)
                yield Mention(numeral.start, numeral.end, text[numeral.start : numeral.end], amount)


def _is_sum(text: str, begin: int, numeral: Numeral, end: int) -> bool:
    """Whether a number counts nothing that is named, and goes on with the sum before or stands by a word of money."""
    if numeral.scale < _MILLION or not _FOLLOWS.match(text, numeral.end):
        return False
    goes_on = _LEADS.search(text, begin, numeral.start)
    return bool(goes_on or _OF_MONEY.search(text, begin, min(end, numeral.end + 40)))
