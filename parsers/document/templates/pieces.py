"""What a template's rule gets and gives: its values, and the pieces that it says in reading order.

A piece is a string, code to be read in its place, or one of the small values below.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from parsers.document.tree import Code

YES = frozenset({"y", "yes", "1", "true", "on"})


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

    code: Code


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of its own."""

    code: Code


@dataclass(frozen=True, slots=True)
class Caption:
    """The words under a picture."""

    code: Code


@dataclass(frozen=True, slots=True)
class Fields:
    """The rows of an infobox: label and value."""

    rows: tuple[tuple[str, Code], ...]


Piece = str | Code | Linked | Icon | Item | Passage | Caption | Fields


class Values:
    """A template's values: by name (positional ones by their number), as code or as plain words.

    >>> Values({"1": ["Chad"], "name": [" x "]}, lambda code: "".join(code).strip()).words("name", 1)
    'x'
    """

    __slots__ = ("by_name", "plain")

    def __init__(self, by_name: dict[str, Code], plain: Callable[[Code], str]) -> None:
        self.by_name = by_name
        self.plain = plain

    def code(self, *names: str | int) -> Code | None:
        """The first of the named values that is there and is not blank."""
        for name in names:
            code = self.by_name.get(str(name))
            if code and any(not isinstance(node, str) or not node.isspace() for node in code):
                return code
        return None

    def words(self, *names: str | int) -> str:
        """The plain words of the first named value that has any, or ""."""
        for name in names:
            code = self.by_name.get(str(name))
            words = self.plain(code) if code else ""
            if words:
                return words
        return ""

    def says_yes(self, *names: str | int) -> bool:
        """Whether one of the named values is a yes."""
        return self.words(*names).lower() in YES

    def positional(self) -> list[Code]:
        """The values with numbers, in order."""
        numbers = sorted(int(name) for name in self.by_name if name.isdecimal() and len(name) < 4)
        return [self.by_name[str(number)] for number in numbers]


Rule = Callable[[Values], Sequence[Piece]]
