"""Whether a lone number is a year, a lone month a month, and a date only part of a name, as the words around tell.

A number of three or four digits is a year only where nothing beside it counts, prices or numbers something.
"""

from __future__ import annotations

import re

from parsers.language.calendar_words import (
    COUNTED,
    CURRENCIES,
    DATED_PLURALS,
    EVENT_NAME,
    FUNCTION_WORDS,
    MONTH_HOMONYMS,
    NAMED_BEFORE,
    NUMBERED,
    QUANTITY_BEFORE,
)
from parsers.language.date_lead import Lead

_NEXT_WORD = re.compile(r"[\s-]+([A-Za-z][\w'’-]*)")
_SIGNS = "$€£¥₹₽₩₼₺#№+=~<>*@&"
_NUMBER_BEFORE = re.compile(r"(?:[0-9]\s?[-–—−/]|[0-9],\s?|[A-Za-z][-–/])$")
_AMOUNT_OF = re.compile(
    r"(?:total|number|maximum|minimum|average|sum|capacity|force|fleet|crew|length|distance)\s+of\s+$"
)
_ADVERBS = frozenset(("present", "onwards", "onward", "shortly", "directly", "soon", "just", "right", "upon"))
_YEAR_OF_ACCOUNTS = re.compile(
    r"\s+(?:(?:fiscal|financial|budget|calendar|marketing)\s+(?:years?|periods?)|periods?)\b", re.IGNORECASE
)
# "In the 2010–2011 year": two years are one of accounts.
_OF_TWO_YEARS = re.compile(r"[0-9]{4}\s?[-–/]\s?[0-9]{2,4}\Z")
# Behind a year of three digits: a sign, a clause, or a name and a verb; "in 250 and 300 villages" counts.
_ENDS_ANCIENT = re.compile(
    r"(?:[–-][0-9]{3})?(?:[,.;)]|$| and (?!more |over |up |other )[a-z]{3}| (?:when|but|by|under|after|he|they)\b"
    r"| that [a-z]+| [A-Z][\w-]+ (?:[A-Z][\w-]+ )?(?:became|was|had|took|made|sent|[a-z]{2,}ed)\b)"
)
# "In 1690, 1691 and": years that are counted up, where a number behind them is one more.
_CHAINED = re.compile(r"(?:\b(?:in|since) |\()(?:1[0-9]{3}(?:,? and |, |; ))+\Z", re.IGNORECASE)
_STRONG = frozenset((
    "in", "since", "until", "till", "by", "from", "to", "of", "during", "before", "after", "between", "as", "circa",
    "year", "on", "for", "through", "throughout",
))  # fmt: skip
"""Words before a number that make it a year rather than how many."""


def next_word(text: str, position: int, end: int) -> str:
    """The word after a date, as written; "" where punctuation or nothing follows.

    >>> next_word("2017 Treaty of Riga", 4, 19)
    'Treaty'
    """
    match = _NEXT_WORD.match(text, position, end)
    return match[1] if match else ""


def is_year(text: str, start: int, end: int, limit: int, stop: int, lead: Lead) -> bool:
    """True where the lone number text[start:end] is a year; `limit` and `stop` bound what is looked at.

    Years before 1800 need a preposition or a bracket, and no word behind them that they could count: a function word,
    or a name where the sentence opens with them ("In 1763 Sweden"); those of three digits need a closing sign, a clause
    behind them, or a name with its verb.
    Not supported: years of one or two digits, unless an era is written with them.
    """
    year, before = int(text[start:end]), text[max(limit, start - 4) : start]
    signed = before != "" and before[-1] in _SIGNS
    if year > 2100 or text[start] == "0" or signed or _is_numbered(text, start, limit, lead):
        return False
    if _counts(text, end, stop, lead):
        return False
    if _CHAINED.search(text, max(0, start - 40), start):
        return year >= 1000
    if _NUMBER_BEFORE.search(before) and not lead.part and lead.start == start:
        return before.endswith(", ") and year >= 1800
    return year >= 1800 or _is_early(text, start, end, stop, lead)


def _is_early(text: str, start: int, end: int, stop: int, lead: Lead) -> bool:
    """True where the words beside a number below 1800 make it a year."""
    if end - start < 4:
        told = lead.word in ("in", "since") and int(text[start:end]) >= 100
        return told and _ENDS_ANCIENT.match(text, end, stop) is not None
    word = next_word(text, end, stop)
    opens = text[max(0, start - 3) : start] == "In " or lead.determiner == "the"
    if opens and word[:1].isupper():
        return True
    led = lead.relation is not None or lead.part is not None or lead.word in _STRONG or text[start - 1 : start] == "("
    return led and (not word or word.lower() in FUNCTION_WORDS)


def _is_numbered(text: str, start: int, limit: int, lead: Lead) -> bool:
    """True after "Resolution", "No.", a currency and words such as "total of", whose number this is."""
    if lead.start != start or lead.determiner:
        return (lead.word in QUANTITY_BEFORE and not (lead.word in ("only", "another") and lead.relation)) or (
            lead.relation in ("circa", "by", "until", "from") and _is_amount(text, start)
        )
    if _AMOUNT_OF.search(text[max(limit, start - 24) : start]):
        return True
    word = lead.word.strip(".,:;'’")
    if lead.word.endswith((",", ";", ":")):
        return False
    if word in NUMBERED or (word in QUANTITY_BEFORE and not (word in ("over", "than") and _closes(text, start))):
        return True
    last = text[max(limit, start - 6) : start].split()
    return (bool(last) and last[-1].lstrip("(") in CURRENCIES) or (lead.word == "to" and _is_amount(text, start))


def _closes(text: str, start: int) -> bool:
    """True for "over 2011," and the like, where a comparison with a year is meant and not an amount."""
    return re.match(r"(?:19|20)[0-9]{2}(?:\s*[–-]|[,.;)]|$)", text[start:]) is not None


def _is_amount(text: str, start: int) -> bool:
    """True for the numbers of "from 1500 in 2001 to 2000 in 2005"."""
    return re.match(r"[0-9]{4}\s+in\s+[0-9]{4}", text[start : start + 16]) is not None


def _counts(text: str, end: int, stop: int, lead: Lead) -> bool:
    """True where the number tells how many of what follows: "1999 schools", "2000 km", "1500 armed men", "2000 Kenyan
    workers" where no preposition makes it a year; none behind "Since" that opens a sentence."""
    if lead.relation == "since" and text.startswith("Since", lead.start):
        return False
    word, led = next_word(text, end, stop), lead.relation is not None or lead.word in _STRONG
    low = word.lower()
    if not led and word[:1].isupper() and _counts_people(text, text.index(word, end) + len(word), stop):
        return True
    if not word or (word[0].isupper() and low not in COUNTED):
        return False
    if text[end] == "-":
        return low not in ("present", "present-day", "today", "date", "now")
    if word in FUNCTION_WORDS or word in DATED_PLURALS:
        return False
    if lead.word == "in" and lead.start == end - 4 and word in COUNTED:
        return _is_closed_phrase(text, end, stop)
    return low in COUNTED or (not led and word.endswith("s") and not word.endswith(("ss", "us", "is")))


def _counts_people(text: str, end: int, stop: int) -> bool:
    """True where those whom a number can count stand behind the word that ends here: "2000 Kenyan workers"."""
    people = next_word(text, end, stop)
    return people in COUNTED and people.endswith("s")


def _is_closed_phrase(text: str, end: int, stop: int) -> bool:
    """True where "in 1999 schools" ends the phrase; with a verb after it ("in 1999 schools opened") it is a date."""
    after = re.match(
        r"\s+[\w-]+(?:\s*[.,;:)]|\s*$|\s+(?:of|in|across|throughout|and|around)(?![a-z]))", text[end:stop][:60]
    )
    return after is not None


def counts_after_day(text: str, end: int, stop: int) -> bool:
    """True where the number that ends at `end` counts what follows and is neither day nor year."""
    return next_word(text, end, stop) in COUNTED


def name_qualifier(text: str, start: int, end: int, stop: int, lead: Lead) -> str | None:
    """ "name" for a year inside a proper name, "attributive" where a date describes the next noun, else None.

    >>> name_qualifier("the 2017 Treaty of Riga", 4, 8, 23, Lead(4, determiner="the"))
    'attributive'
    """
    if end - start == 4 and (EVENT_NAME.match(text, end, stop) or _is_named_before(text, start, lead)):
        return "name"
    word = next_word(text, end, stop)
    if not word or word in FUNCTION_WORDS or word.lower() in _ADVERBS or word.endswith("tely"):
        return None
    is_of_two = word == "year" and _OF_TWO_YEARS.search(text, start, end) is not None
    if is_of_two or _YEAR_OF_ACCOUNTS.match(text, end, stop):
        return None
    is_of_year = " of " in text[start:end]
    if text[end] == "-" or (lead.determiner and lead.part is None and not is_of_year):
        return "attributive"
    return None


def _is_named_before(text: str, start: int, lead: Lead) -> bool:
    words = text[max(0, start - 20) : start].split()
    return bool(words) and lead.word in NAMED_BEFORE and words[-1][:1].isupper() and lead.start == start


def stands_alone(text: str, start: int, end: int, stop: int, lead: Lead) -> bool:
    """True where a lone month name is the month: after a preposition or "that", and no name's or verb's half.

    >>> stands_alone("the March on Rome", 4, 9, 17, Lead(4, determiner="the", word=""))
    False
    """
    if lead.determiner or text[end : end + 2] in ("'s", "’s"):
        return lead.part is not None and text[end : end + 2] not in ("'s", "’s")
    if lead.word == "that" and lead.start == start:
        return text[start:end] not in MONTH_HOMONYMS or not next_word(text, end, stop)
    if not (lead.relation or lead.part or lead.word in _STRONG):
        return False
    if (
        text[start:end] not in MONTH_HOMONYMS
        or lead.word in ("in", "during", "since")
        or lead.part
        or lead.relation == "since"
    ):
        return True
    return not next_word(text, end, stop)[:1].isupper() and lead.word not in ("for", "on", "of", "as")
