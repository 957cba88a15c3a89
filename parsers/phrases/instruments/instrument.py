"""One instrument that a statement names: the spans of its title and noun, its kind, how many there are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from parsers.language.lexicon import read_yaml
from parsers.language.mention import QuantityValue
from parsers.language.reading import Statement

_THE_TWO = re.compile(r"(?:two|three) (?:signed|concluded|reached|ratified)\b")  # "the two signed agreements"
_DOZEN = re.compile(r"\ba dozen (?:\w+ )?$")


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument: spans of its title and its noun in the document's text, its kind, whether the noun is plural.

    `article` is the word before the title in lower case ("the", "this", "an"); `joined` whether only a comma,
    "and" or a semicolon stands between it and the instrument before; `subjects` the spans of those that a plural is
    about where each has an instrument of its own ("agreements for trade and on visas"); the title has the first.
    """

    start: int
    end: int
    noun: tuple[int, int]
    kind: str
    plural: bool
    article: str = ""
    joined: bool = False
    subjects: tuple[tuple[int, int], ...] = ()

    @property
    def is_bare(self) -> bool:
        """Whether the title is the noun alone."""
        return (self.start, self.end) == self.noun

    @property
    def stop(self) -> int:
        """Where its words end: the title, or the last of several subjects."""
        return self.subjects[-1][1] if self.subjects else self.end


@cache
def words(name: str) -> frozenset[str]:
    """One word list of the lexicon of instruments."""
    return frozenset(read_yaml("instruments.yaml")[name])


def count_of(statement: Statement, one: Instrument) -> int | None:
    """How many there are, by a number right before the title or the noun ("eight documents", "a dozen treaties")."""
    if not one.plural:
        return None
    for number in statement.of("quantity"):
        if _THE_TWO.match(number.text):
            continue
        near = number.start <= one.noun[0] and number.end >= one.start - 1
        if near and isinstance(number.value, QuantityValue):
            return int(number.value.value)
    return 12 if _DOZEN.search(statement.low[: one.noun[0] - statement.start]) else None


_SINGLES = {"memoranda": "memorandum", "treaties": "treaty", "mous": "MoU"}


def single(noun: str) -> str:
    """The singular of a noun: "memoranda of understanding" → "memorandum of understanding".

    >>> single("agreements")
    'agreement'
    """
    head, of, rest = noun.partition(" of ")
    one = _SINGLES.get(head.lower(), head[:-1] if head.endswith("s") and not head.endswith("ss") else head)
    return f"{one}{of}{rest}"


def of_one(statement: Statement, one: Instrument, title: str) -> str:
    """A title with its noun in the singular, where a plural stands for several rows: "agreements on trade"."""
    noun = statement.document.text[slice(*one.noun)]
    return title.replace(noun, single(noun), 1) if one.plural else title
