"""One line of stored text under construction: its words, the links and footnote marks that point into them, and the
states whose flags stand in it as pictures.

The single rule for white space lives here: a run of it, of any kind (line ends, non-breaking and thin spaces), becomes
one plain space, and a line neither begins nor ends with one. No other character is changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from parsers.document.model import Citation

_TRAIL = re.compile(r"[a-z]+")


@dataclass(frozen=True, slots=True)
class Mark:
    """A footnote mark after `at` characters: what it cites, or the name that another footnote defines."""

    at: int
    cites: Citation | str


class Line:
    """Words appended in reading order; offsets are from the line's own start.

    >>> line = Line("The  embassy in\\u00a0")
    >>> line.link("Baku ", "Baku")
    >>> line.text, line.links
    ('The embassy in Baku', [(15, 19, 'Baku')])
    """

    __slots__ = ("_open", "_parts", "_spaces", "flags", "length", "links", "marks")

    def __init__(self, text: str = "") -> None:
        self._parts: list[str] = []
        self.length = 0
        self.links: list[tuple[int, int, str]] = []
        self.marks: list[Mark] = []
        self.flags: list[str] = []
        self._open = False
        self._spaces: set[int] = set()
        if text:
            self.append(text)

    def append(self, text: str) -> None:
        """Adds words; white space at either end is kept as a place where one space may come."""
        words = " ".join(text.split())
        if not words:
            self._open = self._open or bool(text)
            return
        if self.length and (self._open or text[0].isspace()):
            self._spaces.add(self.length)
            words = " " + words
        self._parts.append(words)
        self.length += len(words)
        self._open = text[-1].isspace()

    def punctuate(self, sign: str) -> None:
        """Adds a sign that touches the word before it."""
        self._open = False
        self.append(sign)

    def link(self, label: str, target: str) -> None:
        """Adds words that link to `target`."""
        before = self.length
        self.append(label)
        self.cover(before, target)

    def cover(self, start: int, target: str) -> None:
        """Makes a link of everything that was added after `start` characters, if anything was."""
        start += start in self._spaces
        if start < self.length:
            self.links.append((start, self.length, target))

    def trail(self, text: str) -> None:
        """Adds text after a link; letters that touch the link belong to its label, as in MediaWiki ("[[state]]s")."""
        touching = _TRAIL.match(text) if self.links and not self._open and self.links[-1][1] == self.length else None
        self.append(text)
        if touching:
            start, end, target = self.links[-1]
            self.links[-1] = (start, end + touching.end(), target)

    def mark(self, cites: Citation | str) -> None:
        """Puts a footnote mark after the words so far."""
        self.marks.append(Mark(self.length, cites))

    def extend(self, other: Line) -> None:
        """Adds another line with its links and marks."""
        if not other.length:
            self.marks.extend(Mark(self.length, mark.cites) for mark in other.marks)
            return
        self.append(other.text)
        shift = self.length - other.length
        if other.links:
            self.links += [(start + shift, end + shift, target) for start, end, target in other.links]
        if other.marks:
            self.marks += [Mark(mark.at + shift, mark.cites) for mark in other.marks]
        self._open = other._open

    @property
    def last(self) -> str:
        """The last character, or ""."""
        return self._parts[-1][-1] if self._parts else ""

    @property
    def text(self) -> str:
        """The words so far, without white space at the ends."""
        return "".join(self._parts)
