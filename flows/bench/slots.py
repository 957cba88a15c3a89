"""Wikitext of a sample article → literal words and slots: what may differ from one generated article to the next.

A slot is a name of one of the two states in one of its forms, a city, a person, a year, a day, a month or a number.
What would break the markup or mean another thing (attributes, addresses, file names, ordinals, small counts) stays
literal.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from parsers.language.lexicon import read_csv, read_yaml, several
from parsers.language.states import Pair

MONTHS = tuple(calendar.month_name)[1:]
_MONTH = "|".join(MONTHS)

_LITERAL = (
    r"<!--.*?-->|\b[a-z-]+ *= *\"[^\"]*\"|https?://[^\s|}\]]+|\b\d+ *px\b|\bupright *= *[\d.]+"
    r"|\b(?:File|Image):[^|\]\n]+|\| *map *=[^\n]*|\b\d+(?:st|nd|rd|th)\b|\b(?:row|col)span *= *\d+"
)
_NUMBERS = (
    rf"(?P<day>\b[0-3]?\d(?=(?: ?[–-] ?| and | to )?(?:[0-3]?\d)? (?:{_MONTH})\b))|(?P<month>\b(?:{_MONTH})\b)"
    r"|(?P<years>\b(?:1[5-9]|20)\d\d[–-]\d\d\b(?![\d,.]))|(?P<year>\b(?:1[5-9]|20)\d\d\b(?!,\d|\.\d))"
    r"|(?P<percent>\b\d+(?:\.\d+)?(?= ?%| per ?cent))|(?P<number>\b\d{1,3}(?:,\d{3})+\b|\b\d+\.\d+\b|\b\d{2,}\b)"
)
_PERSON = re.compile(
    r"(?:President|Premier|Minister|Ambassador|Commissioner|Speaker|General|King|Queen|Emperor|Empress|Prince|Princess"
    r"|Senator|Secretary|Chairman|Governor|leader)\]* \[\[((?:[^\W\d_][\w.'’-]* ){1,3}[^\W\d_][\w'’-]*)[\]|]"
    r"|\benvoy\d? *= *((?:[^\W\d_][\w.'’-]* ){1,3}[^\W\d_][\w'’-]*)"
)


@dataclass(frozen=True)
class Slot:
    """Words that may be replaced: `kind` says by what, `side` (0 or 1) of which state, `words` is what stood there."""

    kind: str
    words: str
    side: int = 0


@dataclass(frozen=True)
class Ref:
    """A footnote: its name, unique in its article, and what it says. A later one of the same name only points to it."""

    name: str
    parts: tuple[str | Slot, ...]


Part = str | Slot | Ref


class Slotter:
    """Finds the slots in the wikitext of one article on the pair."""

    def __init__(self, raw: str, pair: Pair) -> None:
        self._states = _forms_of(pair)
        self._people = _people_in(raw, self._states)
        words = sorted((*self._states, *self._people), key=len, reverse=True)
        named = "|".join(map(re.escape, words))
        self._slot = re.compile(rf"(?P<literal>{_LITERAL})|(?P<name>\b(?:{named})(?!\w))|{_NUMBERS}", re.DOTALL)

    def parts(self, text: str) -> Iterator[str | Slot]:
        """The text as literals and slots, in order."""
        at = 0
        for match in self._slot.finditer(text):
            kind = str(match.lastgroup)
            if kind == "literal":
                continue
            yield text[at : match.start()]
            yield self._named(match[0]) if kind == "name" else Slot(kind, match[0])
            at = match.end()
        yield text[at:]

    def _named(self, words: str) -> Slot:
        return self._states.get(words) or Slot(self._people[words], words)


def _forms_of(pair: Pair) -> Mapping[str, Slot]:
    """Every way to name the two states and their cities, each with its slot."""
    rows = {row["iso3"]: row for row in read_csv("states.csv")}
    prefixes = read_yaml("context.yaml")["prefixes"]
    forms: dict[str, Slot] = {}
    for side, iso3 in enumerate(pair):
        row = rows[iso3]
        cities = [place["name"] for place in read_csv("places.csv") if (place["iso3"], place["kind"]) == (iso3, "city")]
        kinds = (
            ("city", cities),
            ("long", several(row["aliases"])),
            ("plural", several(row["demonyms"])),
            ("prefix", [prefix for prefix, of in prefixes.items() if of == iso3]),
            ("demonym", [row["demonym"]]),
            ("capital", [row["capital"]]),
            ("iso3", [iso3]),
            ("name", [row["name"]]),
        )
        forms |= {words: Slot(kind, words, side) for kind, all_words in kinds for words in all_words if words}
    return forms


def _people_in(raw: str, states: Mapping[str, Slot]) -> dict[str, str]:
    """Given names and surnames of the people who are linked after the word for an office, with their kinds."""
    people: dict[str, str] = {}
    for match in _PERSON.finditer(raw):
        *given, surname = (match[1] or match[2]).split(" ")
        if not {*given, surname} & {*states, *MONTHS} and surname[:1].isupper() and len(surname) > 2:
            people |= {" ".join(given): "given", surname: "surname"}
    return people
