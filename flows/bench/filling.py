"""Slots → words: which states, cities, people, days and numbers one section of one generated article speaks of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp
from random import Random

from flows.bench.material import Block
from flows.bench.parties import Party
from flows.bench.slots import MONTHS, Part, Ref, Slot
from flows.bench.words import words as word_lists

LAST_YEAR = 2025
YEARS_BACK = 25
"""How many years a section may be moved back; forward only so far that its last year is LAST_YEAR."""


class Filling:
    """What the slots of one section say: the same word is replaced by the same word, days keep their order."""

    def __init__(self, rng: Random, sides: tuple[Party, Party], blocks: Sequence[Block], number: int) -> None:
        self._rng, self._sides, self._number = rng, sides, number
        slots = [slot for block in blocks for slot in _slots(block.parts)]
        years = [int(slot.words[:4]) for slot in slots if slot.kind in ("year", "years")]
        days = [int(slot.words) for slot in slots if slot.kind == "day"]
        self._later = rng.randint(-YEARS_BACK, max(0, LAST_YEAR - max(years, default=LAST_YEAR)))
        self._days = rng.randint(1 - min(days, default=1), 28 - min(28, max(days, default=28)))
        self._months = rng.randrange(12)
        self._factor = exp(rng.uniform(-0.7, 0.7))
        self._chosen: dict[tuple[str, str], str] = {}
        self._cited: set[str] = set()

    def text(self, parts: Sequence[Part]) -> str:
        """The words of a block."""
        return "".join(part if isinstance(part, str) else self._said(part) for part in parts)

    def _said(self, part: Slot | Ref) -> str:
        return self._note(part) if isinstance(part, Ref) else self._words(part.kind, part.words, self._sides[part.side])

    def _words(self, kind: str, words: str, party: Party) -> str:
        match kind:
            case "given" | "surname":
                return self._choose(kind, words, word_lists()[kind])
            case "city":
                return self._choose(kind, words, party.cities)
            case "prefix":
                return f"{party.demonym}-"
            case "year" | "years" | "month" | "day":
                return self._moved(kind, words)
            case "percent":
                return _scaled(words, min(self._factor, 99 / max(float(words), 1)))
            case "number":
                return _scaled(words, self._factor)
        return str(getattr(party, kind))

    def _moved(self, kind: str, words: str) -> str:
        """A part of a date as much later or earlier as all of its kind are in this section."""
        match kind:
            case "month":
                return MONTHS[(MONTHS.index(words) + self._months) % 12]
            case "day":
                return str(min(28, max(1, int(words) + self._days)))
        year = int(words[:4]) + self._later
        return f"{year}–{(year + 1) % 100:02}" if kind == "years" else str(year)

    def _note(self, note: Ref) -> str:
        """What a footnote says where it is first cited, else a mark that points there."""
        name = f"{note.name}-{self._number}"
        if note.name in self._cited:
            return f'<ref name="{name}" />'
        self._cited.add(note.name)
        return f'<ref name="{name}">{self.text(note.parts)}</ref>'

    def _choose(self, kind: str, words: str, among: Sequence[str]) -> str:
        if (kind, words) not in self._chosen:
            self._chosen[kind, words] = self._rng.choice(among)
        return self._chosen[kind, words]


def _slots(parts: Sequence[Part]) -> Iterator[Slot]:
    for part in parts:
        if isinstance(part, Ref):
            yield from _slots(part.parts)
        elif isinstance(part, Slot):
            yield part


def _scaled(words: str, factor: float) -> str:
    """A number times the factor, written as it was: decimals, and a comma before each three digits.

    >>> _scaled("1,847", 2), _scaled("15.4", 0.5)
    ('3,694', '7.7')
    """
    decimals = len(words.partition(".")[2])
    comma = "," if "," in words or "." in words else ""
    return f"{float(words.replace(',', '')) * factor:{comma}.{decimals}f}"
