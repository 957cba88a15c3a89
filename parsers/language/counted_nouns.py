"""The noun that a number counts: the first plural after it, past adjectives and other nouns."""

from __future__ import annotations

import re

from parsers.language.numbers import SPACE, Numeral, words

# Words may hold digits after a letter: "36 F-16 fighters".
_WORD = re.compile(rf"{SPACE}([^\W\d_][^\W_]*(?:[-’'][^\W_]+)*)")
# "8,000 of its own vaccines", "ten of the kitchens": the owner or the whole stands between the number and its noun.
_OF_ITS = re.compile(rf"{SPACE}of{SPACE}(?:(?:its|their)(?:{SPACE}own)?|the|these|those)(?={SPACE})")
# "20 t of rice": signs of tonnes, which stand for much else where nothing is measured.
_SHORT = re.compile(rf"{SPACE}?(t|MT|Mt|mt)(?={SPACE}of{SPACE}[a-z])")
_STOP_WORDS = frozenset(
    words(
        "a about above after again against all also always among an and are as at back be became because been "
        "before began being between both but by came can cannot could did do does during each either ever every few "
        "for from had has have he her here him his how if in instead into is it its just later less many may "
        "might more most much must near nor not now of off often on once one only onto or other's out over "
        "per perhaps plus shall she should since so some still such than that the their them then there these "
        "they this those through thus to together toward towards under until unto up upon us versus via was "
        "we were what when where whereas which while who whom whose why will with within without would yes "
        "yet ago across besides always afterwards onwards afterward annually respectively "
        "enjoy maintain share established "
        "severed restored resumed opened reopened normalised normalized renewed upgraded exchanged initiated broke "
        "suspended held met spoke agreed discussed decided "
        "amounts totals reaches exceeds stands"
    )
)
_NOT_PLURAL = frozenset(
    words(
        "gas overseas swiss business previous various famous diplomatic honduras laos texas paris tunis wales "
        "barbados atlas canvas bias"
    )
)
_PLURAL = frozenset(
    words(
        "people children personnel troops staff aircraft spacecraft police cattle sheep fish feet data media "
        "criteria memoranda alumni km kg ha mw gw kw gwh mwh twh teu bpd km² km2 m² mm cm "
        "clinics critics topics mechanics fabrics paramedics medics relics"
    )
)
# Plurals that stand before another noun: "arms control agreements", "United Nations missions".
_MODIFIERS = frozenset(words("arms sports customs sales communications goods rights nations states emirates affairs"))
# What stands behind these is a verb: "the two countries surpasses", "both sides hopes".
_DOERS = frozenset(words("countries nations sides governments parties leaders presidents ministers premiers"))
_SINGULAR_ENDINGS = ("ss", "us", "is", "ics", "'s", "’s")
_NO_COUNT = frozenset(words("day time side hand way point another another's another’s thing policy principle"))
_ADJECTIVE = re.compile(r"(?:al|ic|ive|ary|ous|ing|ese|ish|ful|ed|an)$")


def unit_of(text: str, numeral: Numeral, end: int) -> tuple[str | None, int]:
    """The noun that a number counts and where it ends: the first plural after it, past adjectives and other nouns."""
    short = _SHORT.match(text, numeral.end, end)
    if short:
        return short[1], short.end()
    words = _words_behind(text, numeral, end)
    noun = _singular(words) if numeral.value == 1 else _plural(words)
    if noun is None:
        return None, numeral.end
    at = words.index(noun)
    first = words[at - 1] if at and words[at - 1][1] in {"square", "cubic"} else noun
    return text[first.start(1) : noun.end()], noun.end()


def _words_behind(text: str, numeral: Numeral, end: int) -> list[re.Match[str]]:
    """The words behind a number, five at most, that can lead to the noun which it counts."""
    owned = _OF_ITS.match(text, numeral.end, end) if numeral.value != 1 else None
    position = owned.end() if owned else numeral.end
    words: list[re.Match[str]] = []
    while len(words) < 5 and (word := _WORD.match(text, position, end)):
        if word[1].lower() in _STOP_WORDS and word[1] != "IT":
            break
        words.append(word)
        position = word.end()
    return words


def _plural(words: list[re.Match[str]]) -> re.Match[str] | None:
    """The last of the first plurals that follow each other ("rights projects"); plurals that modify are passed over."""
    noun: re.Match[str] | None = None
    for word in words:
        demonym = word[1][0].isupper() and word[1].endswith("is") and word[1].lower() not in _NOT_PLURAL
        if demonym or _is_plural(word[1].lower()):
            noun = word
            if word[1] in _DOERS:
                break
        elif noun and (noun[1].lower() not in _MODIFIERS or word[1].endswith("ed")):
            break
    if noun is None and words and words[0][1].endswith("ese"):
        return words[0]
    return noun


def _is_plural(word: str) -> bool:
    """True for a word in lower case that ends as plurals do; "Israelis" is one and "crisis" is not."""
    if word in _PLURAL or word.endswith(("men", "people")):
        return True
    return word.endswith("s") and not word.endswith(_SINGULAR_ENDINGS) and word not in _NOT_PLURAL


def _singular(words: list[re.Match[str]]) -> re.Match[str] | None:
    """The noun after "one": the first word in lower case that does not look like an adjective."""
    for word in words:
        if word[1][0].islower() and not _ADJECTIVE.search(word[1]):
            return None if word[1] in _NO_COUNT else word
    return None
