"""A stance in three pieces: the word of the lexicon that tells it, a holder to its left, and what stands between.

What stands between is a link, which goes with the word ("expressed its", "is a staunch"), and a frame, which goes with
the holder (an aside, adverbs, "and has since").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from parsers.language.pattern import Match, Piece
from parsers.language.reading import Statement, kept_for
from parsers.phrases.stances.words import Word, words_in

Pieces = tuple[re.Match[str], ...]
_PRONOUNS = ("it", "they", "he", "she", "we")


@dataclass(frozen=True, slots=True)
class Link:
    """What stands before a word of stance of some sections, and what must stand behind it; `told` is the section whose
    rules hold for the stance. `before` ends with the word, in `\\Z`.
    """

    told: str
    before: Piece | None = None
    behind: Piece | None = None
    sections: tuple[str, ...] = ()

    @property
    def read(self) -> tuple[str, ...]:
        """The sections of whose words it is a link."""
        return self.sections or (self.told,)

    def pieces(self, skeleton: str, word: Word) -> Iterator[tuple[int, Pieces]]:
        """Each way in which the words around a word of stance are this link: where they begin, and their matches."""
        behind = self.behind.at(skeleton, word.end) if self.behind is not None else None
        if self.behind is not None and behind is None:
            return
        told = (behind,) if behind is not None else ()
        if self.before is None:
            yield word.start, told
        else:
            for before in self.before.everywhere(skeleton, word.start):
                yield before.start(), (before, *told)


@dataclass(frozen=True, slots=True)
class Frame:
    """What stands between a holder and a link, and the words that must lead up to the holder, in `\\Z`."""

    between: Piece
    holder: Piece
    lead: Piece | None = None

    def pieces(self, skeleton: str, holder: re.Match[str], end: int) -> Pieces | None:
        """The matches from a holder to a place where a link begins; null where they do not lead there.

        A pronoun, and a holder before ", which" (the group `relative`), need no words that lead up to them.
        """
        between = self.between.between(skeleton, holder.end(), end) if holder.end() < end else None
        if between is None or self.lead is None or between.groupdict().get("relative") or holder["who"] in _PRONOUNS:
            return None if between is None else (between,)
        lead = next(self.lead.everywhere(skeleton, holder.start()), None)
        return None if lead is None else (lead, between)


@dataclass(frozen=True, slots=True)
class Claim(Match):
    """A stance with its holder: a match whose groups are those of all its pieces; `verb` is the word of stance."""

    pieces: Pieces
    word: Word
    told: str

    @property
    def end(self) -> int:
        """Character after the word of stance."""
        return self.statement.offset(self.word.end)

    def place(self, name: str) -> tuple[int, int] | None:
        """The span of a named group of any of the pieces in the skeleton; null where it is not filled."""
        if name == "verb":
            return self.word.start, self.word.end
        spans = (one.span(name) for one in (self.found, *self.pieces) if name in one.re.groupindex)
        return next((span for span in spans if span[0] >= 0), None)


def claims_by(statement: Statement, pairs: Iterable[tuple[Link, Frame]]) -> Iterator[Claim]:
    """Each word of stance of the links with the leftmost holder from which their frames lead to it: by pair of link and
    frame, then by place.
    """
    sections = {word.section for word in words_in(statement)}
    for link, frame in pairs if sections else ():
        for word in _words_of(statement, link) if not sections.isdisjoint(link.read) else ():
            found = _leftmost(statement, word, link, frame)
            if found is not None:
                yield found


def claims_around(statement: Statement, links: Iterable[Link]) -> Iterator[Claim]:
    """Each word of stance of the links of which what stands behind it names the holder."""
    skeleton = statement.low_skeleton
    for link in links:
        for word in _words_of(statement, link):
            found = next(link.pieces(skeleton, word), None)
            if found is not None:
                yield Claim(statement, found[1][-1], found[1], word, link.told)


def _words_of(statement: Statement, link: Link) -> list[Word]:
    """The words of a link's sections in a statement; of those that begin at one place the longest."""
    words = [word for word in words_in(statement) if word.section in link.read]
    return [one for one in words if not any(one.start == other.start and one.end < other.end for other in words)]


def _leftmost(statement: Statement, word: Word, link: Link, frame: Frame) -> Claim | None:
    skeleton = statement.low_skeleton
    for at, told in _ways(statement, (link, word)):
        for holder in _holders(statement, frame.holder):
            pieces = frame.pieces(skeleton, holder, at)
            if pieces is not None:
                return Claim(statement, holder, (*pieces, *told), word, link.told)
    return None


@kept_for
def _ways(statement: Statement, told: tuple[Link, Word]) -> tuple[tuple[int, Pieces], ...]:
    """Each way in which the words around a word of stance are a link; asked for once a frame."""
    link, word = told
    return tuple(link.pieces(statement.low_skeleton, word))


def _holders(statement: Statement, shape: Piece) -> tuple[re.Match[str], ...]:
    """Each place of a statement where a holder begins, from left to right, with all the words that belong to it."""
    key = (_holders, shape)
    found = statement.known.get(key)
    if found is None:
        found = statement.known[key] = tuple(shape.everywhere(statement.low_skeleton))
    return found
