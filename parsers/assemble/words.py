"""Names and titles as words: letter case, accents and titles of courtesy away."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from parsers.language.lexicon import read_csv, several
from parsers.language.lexicon import read_yaml as read_lexicon
from parsers.written import written


class _Plain(dict[int, int | str | None]):
    """What a code point becomes: nothing where it is an accent."""

    def __missing__(self, code: int) -> int | None:
        plain = None if unicodedata.combining(chr(code)) else code
        self[code] = plain
        return plain


# Letters that Unicode does not decompose into a base letter and an accent.
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "ə": "a", "þ": "th"}
_PLAIN = _Plain((ord(letter), plain) for letter, plain in _LETTERS.items())
_WORD = re.compile(r"[^\W_]+")
_EXCELLENCIES = (("h", "e"), ("h", "h"), ("h", "m"))
_APOSTROPHES = re.compile(r"(?<=\w)['’ʼʻ`‘](?=\w)")


@cache
def read_yaml(name: str) -> Any:
    """The content of one YAML file of this package."""
    return written(files("parsers.assemble").joinpath(name).read_text(encoding="utf-8"))


@lru_cache(maxsize=65536)
def words(text: str) -> tuple[str, ...]:
    """The words of a text without case, accents and apostrophes, in order.

    >>> words("Chargé d’Affaires Łukasz Dvořák")
    ('charge', 'daffaires', 'lukasz', 'dvorak')
    """
    plain = _APOSTROPHES.sub("", text.casefold())
    return tuple(_WORD.findall(plain if plain.isascii() else unicodedata.normalize("NFKD", plain).translate(_PLAIN)))


@cache
def _courtesy() -> frozenset[str]:
    titles = read_lexicon("offices.yaml")["honorifics"]
    return frozenset(word for title in titles for word in words(title) if len(word) > 1)


@lru_cache(maxsize=65536)
def person_words(name: str) -> tuple[str, ...]:
    """The words of a person's name without titles of courtesy; all of them where nothing else is left.

    >>> person_words("Dr. José Ramos-Horta"), person_words("H.E. Olaf H. Lie")
    (('jose', 'ramos', 'horta'), ('olaf', 'h', 'lie'))
    """
    found = words(name)
    found = found[2:] if found[:2] in _EXCELLENCIES else found
    return tuple(word for word in found if word not in _courtesy()) or words(name)


@lru_cache(maxsize=65536)
def content_words(text: str) -> frozenset[str]:
    """The words of a title, topic or description that tell it from others; may be none.

    >>> sorted(content_words("Agreement on the Avoidance of Double Taxation"))
    ['avoidance', 'double', 'taxation']
    """
    return frozenset(words(text)) - _empty_words()


@cache
def _empty_words() -> frozenset[str]:
    lists = read_yaml("words.yaml")
    return frozenset(lists["stop"]) | frozenset(lists["generic"])


@cache
def state_words(iso3: str) -> frozenset[str]:
    """The words of the names, demonyms and prefixes of a state: in a title of two parties they tell nothing.

    >>> sorted(state_words("TCD") & {"chad", "chadian", "taiwan"})
    ['chad', 'chadian']
    """
    rows = [row for row in read_csv("states.csv") if row["iso3"] == iso3]
    names = [
        name for row in rows for column in ("name", "aliases", "demonym", "demonyms") for name in several(row[column])
    ]
    prefixes = [prefix for prefix, code in read_lexicon("context.yaml")["prefixes"].items() if code == iso3]
    return frozenset(word for name in (*names, *prefixes) for word in words(name))


@cache
def single(table: str, column: str) -> frozenset[str]:
    """The categories of which two states make one at a time."""
    return frozenset(read_yaml("words.yaml")["single"].get(f"{table}.{column}", ()))


@cache
def vague(table: str, column: str) -> frozenset[str]:
    """The values of a category column that say less than the others."""
    return frozenset(read_yaml("words.yaml")["vague"].get(f"{table}.{column}", ()))
