"""Where the sentences of a block lie: sentencex's boundaries, without those that it places wrongly.

sentencex (Wikimedia's rule-based segmenter) returns true character offsets at about 100 MB/s. A boundary is taken back
after a title or abbreviation that never ends a sentence ("Amb."), after one that needs its number ("Vol. 3"), after a
state's or district's initials before a word that goes on ("U.S. Ambassador"), behind a day ("22. May 1978"), before
a small letter or a closing sign, between initials ("then-U.S."), between a scale and its currency ("40 mil. EUR"), and
inside a quotation or brackets that are closed in
the same block. The words are in abbreviations.yaml. One is added where a full stop is missing before a pronoun and its
verb: "… with Norway It was", and behind the "]]" that a picture's caption left in a flattened text.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from sentencex import get_sentence_boundaries

from parsers.document.model import Block, Sentence, Span
from parsers.written import written

SPLIT_KINDS = frozenset({"paragraph", "item", "caption"})
WHOLE_KINDS = frozenset({"field", "row"})

LONGEST_QUOTATION = 600
"""Characters; an opening sign without its partner within them is taken for a slip, not for a quotation."""

_WORDS: dict[str, str] = written((Path(__file__).parent / "abbreviations.yaml").read_text(encoding="utf-8"))
_NEVER_LAST = frozenset(_WORDS["never_last"].split())
_BEFORE_NUMBER = frozenset(_WORDS["before_number"].split())
_MAY_BE_LAST = frozenset(_WORDS["may_be_last"].split())
_STARTERS = frozenset(_WORDS["starters"].split())
_RUNS_ON = re.compile(r"\s*[a-zß-öø-ÿ,;:)\]”’»%&/]")
_NEXT_WORD = re.compile(r"\s*(\w+)")
_DIGIT = re.compile(r"\s*\d")
_QUOTATION = re.compile(
    rf'(?<![^\s(\[—–-])"(?=\S)[^"]{{1,{LONGEST_QUOTATION}}}"(?!\w)'
    rf"|“[^“”]{{1,{LONGEST_QUOTATION}}}”|«[^«»]{{1,{LONGEST_QUOTATION}}}»"
)
_DASH = re.compile(r"[–—-](?=[A-Z]\.)")
_INITIALS = re.compile(r"[A-Z]\.[A-Z]\.")
_DAY_OF_MONTH = re.compile(
    r"\b\d{1,2}\. (?=(?:January|February|March|April|May|June|July|August|September|October|November|December) \d{4}\b)"
)
_SCALES = frozenset(("mil.", "mln.", "mio.", "mn.", "bil.", "bln.", "bn."))
_CURRENCY = re.compile(r"\s*(?:[A-Z]{3}\b|US dollars|Euros?\b|(?:US)?[€$£¥])")
_RUN_ON = re.compile(r"(?<=[a-z]) (?=(?:It|There|This|They|These) (?:is|was|are|were|has|have|had)\b)")
_CAPTION_END = re.compile(r"[.\w]\]\] (?=[A-Z])")
_SPACE = re.compile(r"[^\S\n]")
_BRACKET = re.compile(r"[()\[\]]")

LONGEST_STRETCH = 10_000
"""Characters given to sentencex at once: its time grows with their square where quotations stay open."""

LONGEST_SENTENCE = 2_000
"""Characters; in prose a sentence of 1,000 is rare. What is longer has no full stops, and reading grows with its
square."""


def sentences_of(text: str, blocks: Sequence[Block]) -> Iterator[Sentence]:
    """The sentences of all blocks in order; titles and headings have none, a field or row is one."""
    for number, block in enumerate(blocks):
        if block.kind in WHOLE_KINDS:
            yield Sentence(block.start, block.end, number)
        elif block.kind in SPLIT_KINDS:
            for start, end in sentence_spans(text[block.start : block.end]):
                yield Sentence(block.start + start, block.start + end, number)


def sentence_spans(text: str) -> list[Span]:
    """The half-open spans of the sentences in one block's text, without white space at their ends.

    >>> text = "Amb. Ali Khan came. He stayed in Washington, D.C. and left."
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['Amb. Ali Khan came.', 'He stayed in Washington, D.C. and left.']
    """
    boundaries = sorted({*_boundaries(text), *(found.end() for found in _RUN_ON.finditer(text))})
    if boundaries:
        closed = _closed_spans(text)
        boundaries = [at for at in boundaries if not _is_wrong(text, at) and not _is_inside(at, closed)]
    if "[[" not in text:
        boundaries = sorted({*boundaries, *(found.end() for found in _CAPTION_END.finditer(text))})
    edges = [0, *boundaries, len(text)]
    spans = (_trimmed(text, *part) for span in pairwise(edges) for part in _parts(text, *span))
    return [span for span in spans if span[0] < span[1]]


def _parts(text: str, start: int, end: int) -> Iterator[Span]:
    """The sentence, cut at white space into parts no longer than LONGEST_SENTENCE."""
    while end - start > LONGEST_SENTENCE:
        cut = text.rfind(" ", start + 1, start + LONGEST_SENTENCE) + 1 or start + LONGEST_SENTENCE
        yield start, cut
        start = cut
    yield start, end


def _boundaries(text: str) -> list[int]:
    """sentencex's boundaries; a longer text is read in stretches that end at a white space.

    It is given one kind of space: behind two no-break spaces and a full stop, it panics.
    """
    if not (text.isascii() and text.isprintable()):  # else it has one kind already
        text = _SPACE.sub(" ", text)
    boundaries: list[int] = []
    at = 0
    while at < len(text):
        end = at + LONGEST_STRETCH
        end = len(text) if end >= len(text) else (text.rfind(" ", at + 1, end) + 1 or end)
        segments = get_sentence_boundaries("en", text[at:end])
        boundaries += [at + segment["start_index"] for segment in segments[1:]]
        at = end
    return boundaries


def _is_wrong(text: str, at: int) -> bool:
    """Whether a boundary ends no sentence: see the head of this module."""
    if _RUNS_ON.match(text, at) or _INITIALS.fullmatch(text, max(0, at - 2), at + 2):
        return True
    if text[at - 2 : at - 1] == "." and _DAY_OF_MONTH.match(text, max(0, text.rfind(" ", 0, at - 2) + 1)):
        return True
    words = text[max(0, at - 24) : at].split()
    last = _DASH.split(words[-1])[-1].lstrip("(\"“‘'[") if words else ""
    if not last.endswith("."):
        return False
    if last in _NEVER_LAST or (last in _BEFORE_NUMBER and _DIGIT.match(text, at)):
        return True
    if last in _SCALES and _CURRENCY.match(text, at):
        return True
    return last in _MAY_BE_LAST and not _starts_sentence(text, at)


def _starts_sentence(text: str, at: int) -> bool:
    word = _NEXT_WORD.match(text, at)
    return word is None or word[1] in _STARTERS


def _closed_spans(text: str) -> list[Span]:
    """The stretches covered by quotations and brackets that are closed: sorted, without overlap."""
    union: list[Span] = []
    for start, end in sorted([*(match.span() for match in _QUOTATION.finditer(text)), *_bracketed(text)]):
        if union and start < union[-1][1]:
            union[-1] = union[-1][0], max(end, union[-1][1])
        else:
            union.append((start, end))
    return union


def _bracketed(text: str) -> Iterator[Span]:
    """The stretches in brackets that are closed before they grow too long."""
    opened: list[int] = []
    for match in _BRACKET.finditer(text):
        if match[0] in "([":
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            if match.end() - start <= LONGEST_QUOTATION:
                yield start, match.end()


def _is_inside(at: int, closed: Sequence[Span]) -> bool:
    before = bisect_left(closed, (at, 0)) - 1
    return before >= 0 and at < closed[before][1]


def _trimmed(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
