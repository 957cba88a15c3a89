"""The words of the calendar in lexicon/dates.yaml, and patterns of a month, day, year and so on made from them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from parsers.written import written

_WORDS: dict[str, Any] = written((Path(__file__).parent / "lexicon" / "dates.yaml").read_text("utf-8"))

MONTHS: dict[str, int] = {name.lower(): number for number, name in enumerate(_WORDS["months"], 1)}
MONTHS |= {name.lower(): number for name, number in _WORDS["month_abbreviations"].items()}
MONTH_HOMONYMS = frozenset(_WORDS["month_homonyms"])
SEASONS: dict[str, int] = _WORDS["seasons"]
NUMBERS: dict[str, int] = _WORDS["numbers"]
ORDINALS: dict[str, int] = _WORDS["ordinals"]
DECADES: dict[str, int] = _WORDS["decades"]
RELATIONS: dict[str, str] = _WORDS["relations"]
RELATIONS_OF_TWO: dict[str, str] = _WORDS["relations_of_two"]
PARTS: dict[str, str] = _WORDS["parts"]
PART_NOUNS: dict[str, str] = _WORDS["part_nouns"]
DETERMINERS = frozenset(_WORDS["determiners"])
NUMBERED = frozenset(str(word) for word in _WORDS["numbered"])
NAMED_BEFORE = frozenset(_WORDS["named_before"])
COUNTED = frozenset(_WORDS["counted"])
DATED_PLURALS = frozenset(_WORDS["dated_plurals"])
QUANTITY_BEFORE = frozenset(_WORDS["quantity_before"])
CURRENCIES = frozenset(_WORDS["currencies"])
FUNCTION_WORDS = frozenset(_WORDS["function_words"])


def any_of(words: list[str]) -> str:
    """A pattern that matches any of the words, longest first."""
    return "(?:" + "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word))) + ")"


def _either_case(name: str) -> str:
    return name if name in ("March", "May", "August") else f"[{name[0]}{name[0].lower()}]{name[1:]}"


FULL_MONTH = "(?:" + "|".join(_either_case(name) for name in _WORDS["months"]) + ")(?![A-Za-z])"
_SHORT_MONTH = any_of(list(_WORDS["month_abbreviations"])) + r"(?![A-Za-z])\.?"
MONTH = f"(?:{FULL_MONTH}|{_SHORT_MONTH})"
DAY = r"(?:3[01]|[12][0-9]|0?[1-9])(?:st|nd|rd|th)?(?![0-9A-Za-z])"
YEAR = r"(?:1[0-9]{3}|20[0-9]{2}|2100)(?![0-9A-Za-z%]|[.,][0-9])"
ORDINAL_NUMBER = r"[0-9]{1,2}(?:st|nd|rd|th)"
ORDINAL_WORD = any_of(list(ORDINALS))
SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"
ERA = r"(?:BCE?|B\.C\.(?:E\.)?|AD|A\.D\.|CE|C\.E\.)(?![A-Za-z])"
DASH = r"[-–—−]"
YEAR_WORDS = (
    r"(?:(?:the|that)\s+(?:very\s+)?same|that|the\s+(?P<shift>following|next|subsequent|previous|preceding))"
    r"\s+year(?![a-z'’])"
)
"""The year of the text before, moved by YEAR_SHIFT: "the same year", "that year", "the following year"."""
YEAR_BEFORE = r"\s+(?:before|after)(?=[.,;)]|\s+in\s|$)"
"""What makes "the year" another than that of the text before, where nothing says before or after what."""
YEAR_SHIFT: dict[str, int] = {"following": 1, "next": 1, "subsequent": 1, "previous": -1, "preceding": -1}
NAMED_BY_DAY = re.compile(r"\s+(?:" + "|".join(_WORDS["named_by_day"]) + r")(?![a-z])", re.IGNORECASE)
EVENT_NAME = re.compile(
    r"\s+(?:[A-Z][\w'’&-]*\s+){0,4}?(?:" + "|".join(_WORDS["named_after"]) + r")(?![a-z])", re.UNICODE
)


def month_number(name: str) -> int:
    """The number of a month by its name or abbreviation, in any case."""
    return MONTHS[name.rstrip(".").lower()]


def leading_number(text: str) -> int:
    """The number that the text starts with ("22nd" is 22), or that the word names ("third", "nine")."""
    digits = re.match("[0-9]+", text)
    if digits:
        return int(digits[0])
    word = text.lower()
    return ORDINALS[word] if word in ORDINALS else NUMBERS[word]


_DURATION = r"\s+(?:year|month|week|day|decade)s?\s+(?:later|earlier|after|there|before|prev|prior|on,)"
_CENTURY_OR_PART = (
    r"[\s-]+(?:centur|quarter|half|(?:\w+\s+)?(?:months|quarters)\s+of|(?:and|to|or)\s+(?:\w+\s+){0,3}\w+[\s-]+centur)"
)
#: Words that a date can start with, and what must follow them.
_PLAIN = dict.fromkeys([*_WORDS["months"], *_WORDS["month_abbreviations"]], "")
_SIGNS = {"Q[1-4]": "", "H[12]": "", r"A\.?D\.?": r"\s[0-9]"}
_WORDY = (
    dict.fromkeys(SEASONS, "")
    | dict.fromkeys(DECADES, "")
    | {"same": r"\s+(?:year|month|day|period)", "that": r"\s+(?:very\s+)?(?:same\s+)?(?:year|month|day|period)"}
    | dict.fromkeys(YEAR_SHIFT, r"\s+(?:(?:fiscal|financial|budget)\s+)?(?:year|month|day)")
    | dict.fromkeys(NUMBERS, _DURATION)
    | dict.fromkeys([*ORDINALS, "last"], _CENTURY_OR_PART)
    | {"year": rf"(?:{YEAR_BEFORE}|(?:(?<=ater in the year)|(?<=lier in the year))(?![a-z’'-]|\s+(?:of|[0-9])))"}
)
_LOWER_MONTHS = [name.lower() for name in _WORDS["months"] if _either_case(name) != name]


def _anchor(words: dict[str, str]) -> re.Pattern[str]:
    """A number with its separators or one of the words, at a word's start.

    The pattern starts with a set of letters and branches after it: the search engine skips fast to members of a set.
    """
    by_letter: dict[str, list[str]] = {}
    for word, after in sorted(words.items(), key=lambda item: (-len(item[0]), item[0])):
        by_letter.setdefault(word[0], []).append(word[1:] + (f"(?={after})" if after else ""))
    branches = "|".join(f"(?<={letter})(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))
    return re.compile(
        rf"[0-9{''.join(sorted(by_letter))}](?:(?<![A-Za-z0-9_].)|(?<=FY[0-9]))"
        rf"(?:(?<=[0-9])[0-9]*(?:[.:/][0-9]+|,[0-9]{{3}}(?![0-9]))*|(?:{branches})(?![A-Za-z]))",
        re.ASCII | re.DOTALL,
    )


#: What ANCHOR begins with in lower case, if not with a digit.
ANCHOR_WORDS = frozenset(map(str.lower, (*_PLAIN, *_WORDY, "Q1", "Q2", "Q3", "Q4", "H1", "H2", "AD", "A.D")))
#: Every place where a date can start: a number, a month, or a word such as "same" with what must follow it.
ANCHOR = _anchor(
    {**_PLAIN, **_SIGNS, **_WORDY, **dict.fromkeys(_LOWER_MONTHS, "")}
    | {word.capitalize(): after for word, after in _WORDY.items()}
)
