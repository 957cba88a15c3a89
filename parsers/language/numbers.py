"""Numerals as English prose writes them: "1.847", "1,414", "6 million", "eight", "one and a half", "25 crore".

Shared by `money` and `quantities`. The decimal mark is a point, as in US and UK English; a comma groups thousands (or
lakhs), except before a scale word, where "1,5 million" can only be a decimal. Spaces (plain, thin, non-breaking),
points ("1.200.000", and "6.500", whose two noughts no decimal needs) and apostrophes group thousands too. Words are
read up to "nine hundred ninety-nine thousand …". What names no number ("several million", "dozens of", "millions of")
is no numeral.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

SPACE = "[ \u00a0\u2009\u202f]"
BETWEEN = re.compile(rf"(?i)\bbetween{SPACE}(?:\w+{SPACE})?$")
FROM = re.compile(rf"(?i)\b(?P<ranging>(?:rang|var)\w+{SPACE}|anywhere{SPACE})?from{SPACE}(?:\w+{SPACE})?$")
"""What stands before the first of two numbers that are ends: of a range, or of a change where nothing is `ranging`."""


def words(listed: str) -> tuple[str, ...]:
    """The words of a list that is written as one string, in order."""
    return tuple(listed.split())


_UNITS = words("one two three four five six seven eight nine")
_TEENS = words("ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
_TENS = words("twenty thirty forty fifty sixty seventy eighty ninety")
SMALL_WORDS: dict[str, int] = (
    {word: number for number, word in enumerate(_UNITS, 1)}
    | {word: number for number, word in enumerate(_TEENS, 10)}
    | dict(zip(_TENS, range(20, 100, 10), strict=True))
)
SCALES: dict[str, int] = {
    "dozen": 12, "hundred": 100, "thousand": 1000, "lakh": 10**5, "lakhs": 10**5, "lac": 10**5,
    "crore": 10**7, "crores": 10**7, "million": 10**6, "millions": 10**6, "mln": 10**6, "mio": 10**6, "mn": 10**6,
    "billion": 10**9, "billions": 10**9, "bln": 10**9, "bn": 10**9, "trillion": 10**12, "trn": 10**12, "tn": 10**12,
}  # fmt: skip
# After a bare number these could be metres or bytes, so only money reads them.
LETTER_SCALES: dict[str, int] = {
    "k": 1000, "m": 10**6, "mil": 10**6, "b": 10**9, "bil": 10**9, "cr": 10**7,
}  # fmt: skip
FRACTIONS: dict[str, Decimal] = {"¼": Decimal("0.25"), "½": Decimal("0.5"), "¾": Decimal("0.75")}
_HALVES: dict[str, Decimal] = {"half": Decimal("0.5"), "quarter": Decimal("0.25"), "quarters": Decimal("0.75")}


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: its span, the number before the scale word, the scale (1 without), and whether in words."""

    start: int
    end: int
    mantissa: Decimal
    scale: int
    spelled: bool
    grouped: bool

    @property
    def value(self) -> float:
        """The number in plain units, computed in decimals so that 1.847 billion is exactly 1847000000."""
        return float(self.mantissa * self.scale)

    @property
    def large(self) -> bool:
        """True where a scale word or grouped thousands show that the number counts something big."""
        return self.scale >= 1000 or self.grouped


def _alternatives(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_SCALE = rf"(?:{_alternatives(list(SCALES))})"
_MONEY_SCALE = rf"(?:{_alternatives([*SCALES, *LETTER_SCALES])})"
_BELOW_100 = rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_UNITS)}))?|{'|'.join(_TEENS)}|{'|'.join(_UNITS)})\b"
_BELOW_1000 = rf"{_BELOW_100}(?:[- ]hundred\b(?:(?: and)? {_BELOW_100})?)?"
# "two thousand three hundred"; a bare "thousand" is left to the scale words, which also read "two thousand million".
_SPELLED = rf"{_BELOW_1000}(?: thousand(?: and)? {_BELOW_1000})?"


@dataclass(frozen=True, slots=True)
class Grammar:
    """One grammar of numerals, compiled twice: `at` a known place, and `within` a stretch, starting at a boundary."""

    at: re.Pattern[str]
    within: re.Pattern[str]


def _digits(scale: str) -> str:
    """Numbers in digits, of which "1,5" is one only before a scale word."""
    return (
        r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
        r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d+)?"
        rf"|\d{{1,3}}(?:{SPACE}\d{{3}})+(?!\d)(?:\.\d+)?"
        r"|\d{1,3}(?:\.\d{3}){2,}"
        r"|\d{1,3}(?:['’]\d{3})+"
        rf"|\d{{1,3}},\d{{1,2}}(?={SPACE}?{scale}\b)"
        r"|\d+[¼½¾]|[¼½¾]"
        r"|\d+(?:\.\d+)?"
    )


def _worded(scale: str) -> str:
    """Numbers in words, of which "a" and "half a" are some only before a scale word."""
    return (
        rf"half[ -]an?(?=[ -]{scale}\b)"
        rf"|(?:an? )?half(?=[ -]{scale}\b)"
        rf"|(?:a|one) quarter of an?(?= {scale}\b)|three[- ]quarters of an?(?= {scale}\b)"
        rf"|(?:{_BELOW_100}|\d+) and a (?:half|quarter)\b"
        rf"|{_SPELLED}"
        rf"|an?(?=[ -]{scale}\b)"
    )


def _grammar(scale: str) -> Grammar:
    """The grammar of numerals with these scale words."""
    gap = rf"(?:{SPACE}|-)?"
    body = (
        rf"(?:(?P<words>{_worded(scale)})|(?P<digits>{_digits(scale)})(?![¼½¾]|[.,]?\d))"
        rf"(?P<scale>(?:{gap}{scale}(?!\w)){{1,2}})?(?P<more>(?<=illion) \d{{1,3}} (?:thousand|million)\b)?"
    )
    return Grammar(
        at=re.compile(body, re.IGNORECASE),
        within=re.compile(rf"(?<![\w¼½¾])(?<!\d[.,'’]){body}", re.IGNORECASE),
    )


PLAIN = _grammar(_SCALE)
MONEY = _grammar(_MONEY_SCALE)
_WORD = re.compile(r"[a-z]+")


def _spelled_value(words: str) -> Decimal:
    """The number that words below a million stand for: "three hundred and five" is 305, "two and a half" 2.5."""
    total = group = Decimal(0)
    for token in re.findall(r"[a-z]+|\d+", words):
        if token in SMALL_WORDS:
            group += SMALL_WORDS[token]
        elif token.isdigit():
            group += int(token)
        elif token == "hundred":
            group *= 100
        elif token == "thousand":
            total, group = group * 1000, Decimal(0)
        elif token in _HALVES:
            group = _HALVES[token] if " of " in words else group + _HALVES[token]
    return total + group or Decimal(1)


# A decimal has no need of two noughts at its end.
_POINT_GROUP = re.compile(r"[1-9]\d{0,2}\.\d00")


def _digits_value(digits: str, *, scaled: bool) -> tuple[Decimal, bool]:
    """The number that digits stand for, and whether thousands were grouped."""
    if digits[-1] in FRACTIONS:
        return Decimal(digits[:-1] or 0) + FRACTIONS[digits[-1]], False
    if scaled and re.fullmatch(r"\d{1,3},\d{1,2}", digits):
        return Decimal(digits.replace(",", ".")), False
    plain = re.sub(rf"{SPACE}|[,'’]", "", digits)
    if plain.count(".") > 1 or (not scaled and _POINT_GROUP.fullmatch(plain)):
        return Decimal(plain.replace(".", "")), True
    return Decimal(plain), plain != digits


def numeral_of(match: re.Match[str]) -> Numeral:
    """The numeral that a match of a `Grammar` stands for."""
    scale = 1
    for word in _WORD.findall((match["scale"] or "").lower()):
        scale *= SCALES.get(word) or LETTER_SCALES[word]
    if match["words"] is not None:
        words = match["words"].lower()
        return Numeral(*match.span(), _spelled_value(words), scale, spelled=True, grouped=False)
    if match["more"]:  # "20 million 800 thousand"
        number, unit = match["more"].split()
        scale, more = max(scale, 1), Decimal(number) * SCALES[unit.lower()]
        value = _digits_value(match["digits"], scaled=True)[0] + more / scale
        return Numeral(*match.span(), value, scale, spelled=False, grouped=False)
    mantissa, grouped = _digits_value(match["digits"], scaled=scale > 1)
    return Numeral(*match.span(), mantissa, scale, spelled=False, grouped=grouped)


def numeral_at(text: str, position: int, end: int, grammar: Grammar = PLAIN) -> Numeral | None:
    """The numeral that starts at `position` of the text and ends by `end`, or null.

    >>> numeral_at("25 crore", 0, 8).value
    250000000.0
    """
    match = grammar.at.match(text, position, end)
    return numeral_of(match) if match else None


def numerals(text: str, start: int, end: int, grammar: Grammar = PLAIN) -> Iterator[Numeral]:
    """All numerals of text[start:end], in order."""
    return (numeral_of(match) for match in grammar.within.finditer(text, start, end))


def shared_scale(first: Numeral, second: Numeral) -> Numeral:
    """The first number with the second's scale, where only that one has it: "3.1 to 4.5 billion", "100–120 million"."""
    bare = first.scale == 1 and not first.grouped and first.mantissa < 1000
    if bare and second.scale >= 1000 and first.mantissa < 20 * second.mantissa:
        return replace(first, scale=second.scale)
    return first
