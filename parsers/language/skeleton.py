"""The skeleton of a statement: its words with every mention as a slot, "On [date:0], [person:1] visited [state:2]."

Words without meaning for a rule are left out: what only joins the statement to others ("However, "), what only colours
a verb (see `colouring`), and the government of a state that is named.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from parsers.language.colouring import colouring
from parsers.language.mention import Mention

_JOINING = re.compile(
    r"(?:however|furthermore|moreover|in addition|additionally|meanwhile|nevertheless|nonetheless|similarly|likewise"
    r"|consequently|therefore|thus|in turn|at the same time|on the other hand|also|besides|as a result|as a consequence"
    r"|in fact|indeed|notably|in particular|for (?:example|instance)|for its part|according to [a-z][a-z ]{2,40}), ",
    re.IGNORECASE,
)
_GOVERNMENT_OF = re.compile(r"\b(?:government|authorities) of (?:the )?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Skeleton:
    """The words with slots; each piece of it begins at `starts` there and at `origins` in the document's text.

    `slots` are the numbers of the pieces that are mentions, in the order of the mentions.
    """

    text: str
    starts: tuple[int, ...]
    origins: tuple[int, ...]
    slots: tuple[int, ...]

    @property
    def spans(self) -> list[tuple[int, int]]:
        """Where the slot of each mention begins and ends."""
        return [(self.starts[piece], self.starts[piece + 1]) for piece in self.slots]

    def offset(self, position: int, mentions: Sequence[Mention]) -> int:
        """The place in the document's text of a place in the skeleton; inside a slot, the end of the mention."""
        piece = bisect_right(self.starts, position) - 1
        slot = bisect_left(self.slots, piece)
        if position > self.starts[piece] and slot < len(self.slots) and self.slots[slot] == piece:
            return mentions[slot].end
        return self.origins[piece] + position - self.starts[piece]


def skeleton_of(text: str, start: int, end: int, mentions: Sequence[Mention]) -> Skeleton:
    """The skeleton of what stands between two places of a document's text, which has these mentions."""
    pieces: list[tuple[str, int]] = []
    slots: list[int] = []
    position = beginning(text, start, end, mentions)
    for number, mention in enumerate(mentions):
        before = _plain(text[position : mention.start])
        if mention.kind == "state":
            before = _GOVERNMENT_OF.sub("", before)
        pieces.extend(_told(before, position))
        slots.append(len(pieces))
        pieces.append((f"[{mention.kind}:{number}]", mention.start))
        position = mention.end
    pieces.extend(_told(_plain(text[position:end]), position))
    return _joined(pieces, slots)


def beginning(text: str, start: int, end: int, mentions: Sequence[Mention]) -> int:
    """Where the words begin that say something: behind "However, ", which joins the statement to others."""
    joining = _JOINING.match(text, start, end)
    first = mentions[0].start if mentions else end
    return joining.end() if joining and joining.end() <= first else start


def _told(words: str, origin: int) -> Iterator[tuple[str, int]]:
    """The words between two slots in pieces, without what only colours a verb, each with its place in the text."""
    last = 0
    for start, end in colouring(words, 0, len(words)):
        yield words[last:start], origin + last
        last = end
    yield words[last:], origin + last


def _joined(pieces: Sequence[tuple[str, int]], slots: Sequence[int]) -> Skeleton:
    starts = [0]
    for words, _ in pieces:
        starts.append(starts[-1] + len(words))
    last, origin = pieces[-1]
    origins = (*(place for _, place in pieces), origin + len(last))
    return Skeleton("".join(words for words, _ in pieces), tuple(starts), origins, tuple(slots))


def _plain(text: str) -> str:
    """Words without brackets, which mark mentions in a skeleton, and with an apostrophe for a grave accent."""
    return text.replace("[", "(").replace("`s ", "'s ")
