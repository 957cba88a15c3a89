"""The states that generated articles are about, with the words by which articles name them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from parsers.language.lexicon import read_csv, several


@dataclass(frozen=True)
class Party:
    """A state as a generated article names it."""

    iso3: str
    name: str
    long: str
    demonym: str
    plural: str
    capital: str
    cities: tuple[str, ...]


@cache
def parties() -> tuple[Party, ...]:
    """The states of the world that have a capital and a demonym, by code."""
    cities: dict[str, list[str]] = {}
    for place in read_csv("places.csv"):
        if place["kind"] == "city":
            cities.setdefault(place["iso3"], []).append(place["name"])
    return tuple(
        _party(row, cities.get(row["iso3"], []))
        for row in sorted(read_csv("states.csv"), key=lambda row: row["iso3"])
        if row["code_scheme"] == "iso3166-1" and row["gw"] and row["capital"] and row["demonym"]
    )


def _party(row: dict[str, str], cities: list[str]) -> Party:
    longs = [alias for alias in several(row["aliases"]) if " of " in alias or alias.startswith("Kingdom")]
    plurals = [words for words in several(row["demonyms"]) if words.endswith("s")]
    return Party(
        row["iso3"], row["name"], (longs or [row["name"]])[0], row["demonym"], (plurals or [row["demonym"]])[0],
        row["capital"], tuple(cities) or (row["capital"],),
    )  # fmt: skip
