"""Names of people in a list of tokens: which words can stand in one, where it ends, how it is written."""

from __future__ import annotations

import re
from functools import lru_cache

from parsers.language.office_words import is_head, words
from parsers.language.offices import is_given_name, is_surname
from parsers.language.tokens import Token

LONGEST = 6
_QUOTES = frozenset('"“”')
_PREFIXED = re.compile(r"(?:(?:al|el|an|as|ash|at|ad|ar|az|ez|es|ud|ul|ibn|bin)-|(?:d|dell|dall)['’])[A-ZÀ-Þ]")


def is_place(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the words are the name of a place and nothing more."""
    return tokens[first].kind == "place" and tokens[first].mention is tokens[last].mention


def is_name_word(token: Token) -> bool:
    """Whether a word can stand in a name: a capital, or an Arabic article with one, that means nothing else; an
    initial.
    """
    is_name, is_initial = _written_as(token.text, token.low)
    return is_initial or (is_name and (token.mention is None or token.kind == "place"))


@lru_cache(maxsize=16384)
def _written_as(text: str, low: str) -> tuple[bool, bool]:
    """Whether a word is written as a name, and whether it is an initial."""
    if text == low or low in words("honorifics"):
        return False, False
    is_capital = text[0].isupper()
    is_name = (is_capital or _PREFIXED.match(text) is not None) and low not in words("starters") and not is_head(low)
    return is_name, is_capital and text.endswith(".")


def name_end(tokens: list[Token], first: int, ceiling: int) -> int:
    """The last token of the name that begins here; before `first` where none does."""
    last, index, particles = first - 1, first, 0
    while index < ceiling and index - first - particles < LONGEST:
        token = tokens[index]
        particles += token.low in words("particles")
        opens = index == first and _is_first_name(tokens, index, ceiling)
        if opens or is_name_word(token) or _is_name_here(tokens, index, first, last):
            last = index
        elif _is_nickname(tokens, index, ceiling, first):
            index += 2
        elif not (_is_particle(tokens, index, ceiling) or _is_stop_inside(tokens, index, ceiling, first)):
            break
        index += 1
    return last


def _is_first_name(tokens: list[Token], index: int, ceiling: int) -> bool:
    """Whether a word that means something else too opens a name: a name or numeral follows ("June Okot")."""
    if tokens[index].low not in words("first_names") or not tokens[index].is_capital or index + 1 >= ceiling:
        return False
    following = tokens[index + 1]
    return following.is_numeral or (is_name_word(following) and following.text[1:].islower())


def _is_name_here(tokens: list[Token], index: int, first: int, last: int) -> bool:
    """Whether a numeral or a word for an office goes on with a name, or a ruler's title begins one."""
    if last < first:
        return is_given_name(tokens, index) or _is_lone_family_name(tokens, index)
    goes_on = tokens[index].is_numeral or is_surname(tokens, index) or is_given_name(tokens, index)
    return goes_on or (last == first and _is_last_name(tokens, index))


def _is_last_name(tokens: list[Token], index: int) -> bool:
    """Whether a word that begins no name ends one behind a single first name: "Prime Minister Theresa May met"."""
    if tokens[index].low not in words("last_names") or tokens[index].text[1:].isupper() or tokens[index].mention:
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return tokens[index].is_capital and not (following is not None and following.is_capital)


def _is_lone_family_name(tokens: list[Token], index: int) -> bool:
    """Whether a word that begins no name else is all of one behind an office: "President Park visited"."""
    if index == 0 or tokens[index].low not in words("family_names") or not tokens[index].is_capital:
        return False
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    return is_head(tokens[index - 1].low) and not (following is not None and following.is_capital)


def _is_stop_inside(tokens: list[Token], index: int, ceiling: int, first: int) -> bool:
    """Whether a full stop ends a shortened name of two or three letters and the name goes on: "Einar Th. Hallsson"."""
    return (
        first < index < ceiling - 1
        and tokens[index].text == "."
        and len(tokens[index - 1].text) <= 3
        and tokens[index - 1].end == tokens[index].start
        and is_name_word(tokens[index + 1])
    )


def _is_nickname(tokens: list[Token], index: int, ceiling: int, first: int) -> bool:
    """Whether a capitalised word in quotes stands within a name that goes on: 'Olav "Bear" Lund'."""
    if not (first < index < ceiling - 3 and tokens[index].text in _QUOTES and tokens[index + 2].text in _QUOTES):
        return False
    return tokens[index + 1].is_capital and is_name_word(tokens[index + 3])


def _is_particle(tokens: list[Token], index: int, ceiling: int) -> bool:
    """Whether a small word inside a name is followed by the rest of the name, at most two small words later."""
    following = index
    while following < ceiling and following - index < 3 and tokens[following].low in words("particles"):
        following += 1
    return index < following < ceiling and tokens[following].is_capital
