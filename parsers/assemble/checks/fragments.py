"""Sentences of one word within a paragraph: left over from an edit, or cut off.

A word between two full stops, as a sentence of its own or at the edge of another (splitters leave one in small letters
there). Only those found are checks, none of them passed. Not taken for one: a paragraph that is nothing but the word,
list items, headings, words with a digit, and a word behind what may be an abbreviation ("Corp. today.").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from parsers.assemble.checks.check import Check

_WORD = r"[^\W\d_]{3,}[.!?…]"
_ALONE = re.compile(_WORD)
_BEHIND = re.compile(rf"\b(?:[a-z]{{4,}}|[^\W\d_]{{6,}})[.!?…][”\"')]? ({_WORD})(?=\s|$)")
_STOP = re.compile(r"[.!?…][”\"')]? ")
"""What stands between two sentences, and in few that are one."""
_BEFORE = re.compile(rf"({_WORD}) [A-Z\"“]")

Row = Mapping[str, object]


def fragments(sentences: Sequence[Row]) -> Iterator[Check]:
    """A failed check for each such word; from the rows of sentences, in order of place."""
    rows = list(sentences)
    beside = {at for one, other in pairwise(rows) if _adjoin(one, other) for at in (one["start"], other["start"])}
    for row in rows:
        if row["kind"] == "paragraph":
            for word in _fragments(str(row["text"]).strip(), row["start"] in beside):
                yield Check(
                    "fragment", "sentences", (str(row["sentence_id"]),),
                    "a sentence of a paragraph has more than one word", f"one word: {word}", False,
                )  # fmt: skip


def _fragments(text: str, has_neighbour: bool) -> list[str]:
    if _ALONE.fullmatch(text):
        return [text] if has_neighbour else []
    if not _STOP.search(text):
        return []
    first = _BEFORE.match(text)
    leading = [first[1]] if first and first[1].islower() else []
    return leading + _BEHIND.findall(text)


def _adjoin(one: Row, other: Row) -> bool:
    """Whether two sentences that follow each other are of one paragraph: nothing but a space or two between them."""
    return other["kind"] == "paragraph" and int(str(other["start"])) - int(str(one["end"])) in (0, 1)
