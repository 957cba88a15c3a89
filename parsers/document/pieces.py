"""What a template's rule gets and gives: its values, and the pieces that it says in reading order.

A piece is a string, wikicode to be read in its place, or one of the small values below.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from mwparserfromhell.nodes import Template
from mwparserfromhell.wikicode import Wikicode


@dataclass(frozen=True, slots=True)
class Linked:
    """Words that link to a page."""

    label: str
    target: str


@dataclass(frozen=True, slots=True)
class Icon:
    """A picture that stands for a state: it says nothing beside other words, and the state's name where it is alone."""

    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """A list item."""

    code: Wikicode


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of its own."""

    code: Wikicode


@dataclass(frozen=True, slots=True)
class Caption:
    """The words under a picture."""

    code: Wikicode


@dataclass(frozen=True, slots=True)
class Fields:
    """The rows of an infobox: label and value."""

    rows: tuple[tuple[str, Wikicode], ...]


Piece = str | Wikicode | Linked | Icon | Item | Passage | Caption | Fields


class Values:
    """A template's values: by name (positional ones by their number), as wikicode or as plain words."""

    def __init__(self, template: Template, plain: Callable[[Wikicode], str]) -> None:
        self.by_name: dict[str, Wikicode] = {str(p.name).strip(): p.value for p in template.params}
        self._plain = plain

    def code(self, *names: str | int) -> Wikicode | None:
        """The first of the named values that is there."""
        return next((self.by_name[str(name)] for name in names if str(name) in self.by_name), None)

    def words(self, *names: str | int) -> str:
        """The plain words of the first named value that has any, or ""."""
        for name in names:
            code = self.by_name.get(str(name))
            words = self._plain(code) if code is not None else ""
            if words:
                return words
        return ""

    def positional(self) -> list[Wikicode]:
        """The values with numbers, in order."""
        numbers = sorted(int(name) for name in self.by_name if name.isdecimal() and len(name) < 4)
        return [self.by_name[str(number)] for number in numbers]
