"""Places and bodies: cities and regions with the states they may lie in, international organisations by main name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from parsers.language.lexicon import read_csv, read_yaml, several
from parsers.language.mention import BodyValue, Mention, PlaceValue
from parsers.language.states import Pair
from parsers.language.sweep import Gazetteer

_THE = "the "
# "The Commonwealth War Council", "the Commonwealth of Dominica", "the Commonwealth government" (of Australia).
_GOES_ON = re.compile(r"(?:['’]s)? (?:[A-Z]|of\b|(?:government|parliament|minister|forces|troops|soldiers|games)\b)")
_BEFORE_CITY = ("in ", "at ", "to ", "from ", "of ", "near ", "visited ", "and ", ", ")


@cache
def _places() -> Gazetteer[tuple[tuple[str, str], ...]]:
    """Each place's name → (code, kind) of each place so named, the capitals first."""
    names: dict[str, list[tuple[str, str]]] = {}
    for row in sorted(read_csv("places.csv"), key=lambda row: row["kind"] != "capital"):
        names.setdefault(row["name"], []).append((row["iso3"], row["kind"]))
    return Gazetteer({name: tuple(found) for name, found in names.items()})


@cache
def _bodies() -> Gazetteer[str]:
    return Gazetteer({name.removeprefix(_THE): body for name, body in _names_of_bodies().items()})


def find_places(text: str, pair: Pair) -> Iterator[Mention]:
    """Mentions of cities and regions, in order; a place in one of the pair's states comes first among namesakes.

    A place whose name is also a common word or a person's name is read only after a preposition of place.
    """
    for start, end, found in _places().find(text):
        ambiguous = all(kind == "city-ambiguous" for _, kind in found)
        if not ambiguous or text[max(0, start - 8) : start].endswith(_BEFORE_CITY):
            codes = _with_past(text[start:end], [iso3 for iso3, _ in found], pair)
            capital = any(kind == "capital" for _, kind in found)
            organ = all(kind == "organ" for _, kind in found)
            yield Mention(start, end, text[start:end], PlaceValue(text[start:end], tuple(codes), capital, organ))


def _with_past(name: str, codes: list[str], pair: Pair) -> list[str]:
    """The codes of a place, those of the pair first; in an article on a state that is no more its cities lie in it.

    >>> _with_past("Moscow", ["RUS"], ("GHA", "SUN")), _with_past("Tallinn", ["EST"], ("EST", "SUN"))
    (['SUN', 'RUS'], ['EST'])
    """
    if not any(iso3 in pair for iso3 in codes):
        codes = [past for past in pair if _lay_in(name, codes, past)] + codes
    return sorted(dict.fromkeys(codes), key=lambda iso3: iso3 not in pair)


def _lay_in(name: str, codes: list[str], past: str) -> bool:
    """Whether a place of one of these states lay in a state that is no more, and not in its other half."""
    lists = read_yaml("context.yaml")
    return name not in lists["outside"].get(past, ()) and any(iso3 in lists["lands"].get(past, ()) for iso3 in codes)


@cache
def _false_friends() -> Gazetteer[bool]:
    return Gazetteer({row["phrase"]: True for row in read_csv("false_friends.csv")})


def find_false_friends(text: str) -> Iterator[tuple[int, int]]:
    """Spans of phrases that hold the name of a state or place and mean something else: "Prince of Wales"."""
    return ((start, end) for start, end, _ in _false_friends().find(text))


@cache
def _names_of_bodies() -> dict[str, str]:
    return {name: row["name"] for row in read_csv("bodies.csv") for name in (row["name"], *several(row["aliases"]))}


def body_of(name: str) -> str | None:
    """The main name of a body by one of its names; null where the lexicon has none so named."""
    return _names_of_bodies().get(name)


def find_bodies(text: str) -> Iterator[Mention]:
    """Mentions of international organisations and initiatives, in order.

    A short name that the lexicon has with its article ("the Commonwealth") is read only where that stands before it and
    no longer name goes on behind it.
    """
    for start, end, name in _bodies().find(text):
        is_short = _THE + text[start:end] in _names_of_bodies()
        if not is_short or (text.endswith((_THE, _THE.title()), 0, start) and _GOES_ON.match(text, end) is None):
            yield Mention(start, end, text[start:end], BodyValue(name))
