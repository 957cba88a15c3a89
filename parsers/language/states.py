"""State mentions: names, aliases, demonyms and prefixes ("Sino-") with the code of the state, and the article's pair.

The names are those of `lexicon/states.csv`. A name that several states share is settled for the pair of the article
where that has one of them, else it is no mention. Historical states keep their own code.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from parsers.errors import NotARelation
from parsers.language.lexicon import read_csv, read_yaml, several
from parsers.language.mention import BothValue, Mention, StateValue
from parsers.language.sweep import Gazetteer, lowered_whole

Pair = tuple[str, str]

_TITLE = re.compile(
    r"^(?:(?:Foreign|Diplomatic|Bilateral) )?relations (?:between|of) (.+)$|^(.+?) (?:bilateral )?relations$", re.I
)
_STANDING = re.compile(
    r"((?!First|Second|Third|United|The )(?:[A-Z][\w’'-]+ )+(?:Republic|Kingdom|Emirate|Sultanate|Federation|Duchy|"
    r"Principality)) of .+"
)
_UNSAID = ("", "name")
_ALONE = re.compile(r"(?! of\b| [A-Z])")
_DASHES = re.compile(r"\s?[–—‒]\s?|-| and | with ")


@dataclass(frozen=True, slots=True)
class State:
    """One state or polity of the lexicon, as `lexicon/states.csv` has it."""

    iso3: str
    code_scheme: str
    name: str
    cow: int | None
    gw: int | None
    wikidata_qid: str | None
    existed_from: int | None
    existed_until: int | None
    demonym: str | None
    capital: str | None


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


@cache
def states() -> dict[str, State]:
    """Every state and polity of the lexicon by its code."""
    return {
        row["iso3"]: State(
            row["iso3"], row["code_scheme"], row["name"], _number(row["cow"]), _number(row["gw"]),
            row["wikidata_qid"] or None, _number(row["existed_from"]), _number(row["existed_until"]),
            row["demonym"] or None, row["capital"] or None,
        )
        for row in read_csv("states.csv")
    }  # fmt: skip


@cache
def _forms() -> dict[str, tuple[tuple[str, str], ...]]:
    """Every name and demonym → the codes it may mean, each with its form."""
    forms: dict[str, list[tuple[str, str]]] = {}
    for row in read_csv("states.csv"):
        for name in (row["name"], *several(row["aliases"])):
            forms.setdefault(name, []).append((row["iso3"], "name"))
        for name in (row["demonym"], *several(row["demonyms"])):
            if name:
                forms.setdefault(name, []).append((row["iso3"], "demonym"))
    for prefix, iso3 in read_yaml("context.yaml")["prefixes"].items():
        forms.setdefault(prefix, []).append((iso3, "pair"))
    standings = _standings()
    return {name: tuple(dict.fromkeys(codes)) for name, codes in (standings | forms).items()}


def _standings() -> dict[str, list[tuple[str, str]]]:
    """What states call themselves without their name, "Islamic Republic" of "Islamic Republic of Iran" → the codes, and
    one of no state, so that it is one of the pair or none.
    """
    forms: dict[str, list[tuple[str, str]]] = {}
    for row in read_csv("states.csv"):
        for found in filter(None, map(_STANDING.fullmatch, (row["name"], *several(row["aliases"])))):
            forms.setdefault(found[1], [_UNSAID]).append((row["iso3"], "name"))
    return forms


@cache
def _bodies() -> frozenset[str]:
    """Codes of parties that are international bodies: those the list of bodies has by the same name."""
    names = {row["name"] for row in read_csv("bodies.csv")}
    return frozenset(state.iso3 for state in states().values() if state.code_scheme == "user" and state.name in names)


def body_in(pair: Pair) -> str | None:
    """The code of the one of the pair that is an international body; null where both are states."""
    return next((iso3 for iso3 in pair if iso3 in _bodies()), None)


@cache
def _gazetteer() -> Gazetteer[tuple[tuple[str, str], ...]]:
    return Gazetteer(_forms())


@cache
def _both() -> Gazetteer[bool]:
    return Gazetteer(dict.fromkeys(read_yaml("context.yaml")["both"], True))


@lru_cache(maxsize=65536)
def _settle(codes: tuple[tuple[str, str], ...], pair: Pair) -> StateValue | None:
    """The one meaning of a name, or null where it is shared and the pair does not decide, or where it is of a body (the
    EU) that is none of the pair.
    """
    meant = codes if len({iso3 for iso3, _ in codes}) == 1 else [code for code in codes if code[0] in pair]
    if len({iso3 for iso3, _ in meant}) != 1:
        return None
    value = StateValue(*meant[0])
    return value if value.iso3 in pair or value.iso3 not in _bodies() else None


def find_states(text: str, pair: Pair) -> Iterator[Mention]:
    """Mentions of states and polities in the text, in order; a body (the EU) only where it is one of the pair."""
    for start, end, codes in _gazetteer().find(text):
        meaning = _settle(codes, pair)
        alone = _UNSAID not in codes or (text.endswith(("the ", "The "), 0, start) and _ALONE.match(text, end))
        if meaning is not None and alone:
            yield Mention(start, end, text[start:end], meaning)


def find_both(text: str) -> Iterator[Mention]:
    """Mentions of the two parties together, in order."""
    for start, end, _ in _both().find(lowered_whole(text)):
        yield Mention(start, end, text[start:end], BothValue())


def state_of(name: str) -> str | None:
    """The code of a state by one of its names, null where there is none or several.

    >>> state_of("Kingdom of Norway"), state_of("Atlantis")
    ('NOR', None)
    """
    codes = {iso3 for iso3, _ in _forms().get(name.strip().removeprefix("the ").removeprefix("The "), ())}
    return codes.pop() if len(codes) == 1 else None


def meanings_of(name: str) -> dict[str, str]:
    """The codes that a name or demonym may mean, each with its form.

    >>> meanings_of("Kenyan"), meanings_of("Atlantis")
    ({'KEN': 'demonym'}, {})
    """
    return dict(_forms().get(name, ()))


def pair_of(title: str) -> Pair:
    """The two codes of the states that a title names, in the title's order.

    Reads "A–B relations", "A and B relations", "Relations between A and B", "Sino-B relations". Raises NotARelation
    where the title does not name two states.

    >>> pair_of("Chad–Taiwan relations")
    ('TCD', 'TWN')
    """
    match = _TITLE.match(title.strip())
    words = (match[1] or match[2]) if match else ""
    for dash in _DASHES.finditer(words):
        pair = _code(words[: dash.start()]), _code(words[dash.end() :])
        if pair[0] and pair[1] and pair[0] != pair[1]:
            return pair[0], pair[1]
    raise NotARelation(
        "the title names no pair of states", where=f"page {title!r}, title",
        expected="a title such as “Chad–Taiwan relations”",
        remedy="leave the page out, or add the missing name to parsers/language/lexicon/states.csv",
    )  # fmt: skip


def _code(name: str) -> str | None:
    """The code of a name, of a demonym, or of a prefix such as "Sino"."""
    return state_of(name) or state_of(f"{name.strip()}-")
