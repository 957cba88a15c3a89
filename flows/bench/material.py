"""The sample's wikitext, cut into what an article can be composed of: leads, sections in blocks, ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from flows.bench.slots import Part, Ref, Slotter
from flows.sources import SAMPLE, pages_of
from parsers.document.model import Page
from parsers.language.states import pair_of

_SECTION = re.compile(r"^(?===[^=])", re.MULTILINE)
_BLOCK = re.compile(r"\n\n+")
_NAMED = re.compile(r"<ref +name *= *\"?([^\"/>]+?)\"? *(?:/>|>(.*?)</ref>)", re.DOTALL)
_ENDS = ("see also", "references", "notes", "external links")


@dataclass(frozen=True)
class Block:
    """What stands between empty lines: a heading with what follows it, a paragraph, a list or a table; `size` bytes."""

    parts: tuple[Part, ...]
    size: int


@dataclass(frozen=True)
class Section:
    """A section of the second level; `place` is where it stood in its article, from 0 (top) to 1."""

    blocks: tuple[Block, ...]
    place: float


@dataclass(frozen=True)
class Material:
    """One sample article: its lead (infobox and the paragraphs below it), its sections, and what stands at its end."""

    lead: tuple[Block, ...]
    sections: tuple[Section, ...]
    end: tuple[Block, ...]


@cache
def materials() -> tuple[Material, ...]:
    """The sample articles in wikitext, by name."""
    return tuple(_material(page) for page in pages_of(SAMPLE) if page.form == "wikitext")


def _material(page: Page) -> Material:
    slotter = Slotter(page.raw, pair_of(page.title))
    notes = {match[1]: match[2] for match in _NAMED.finditer(page.raw) if match[2]}
    lead, *sections = (_blocks(text, slotter, notes) for text in _SECTION.split(page.raw))
    heads = [text.strip("= \n").partition("=")[0].strip().lower() for text in _SECTION.split(page.raw)[1:]]
    last = next(place for place, head in enumerate(heads) if head in _ENDS)
    middle = tuple(Section(blocks, place / last) for place, blocks in enumerate(sections[:last]))
    return Material(lead, middle, tuple(block for blocks in sections[last:] for block in blocks))


def _blocks(text: str, slotter: Slotter, notes: dict[str, str]) -> tuple[Block, ...]:
    whole = [words.strip("\n") for words in _BLOCK.split(text) if words.strip()]
    return tuple(Block(tuple(_parts(words, slotter, notes)), len(words.encode())) for words in whole)


def _parts(text: str, slotter: Slotter, notes: dict[str, str]) -> Iterator[Part]:
    """Slots and literals; each named footnote with all that it says, wherever in the article that was said."""
    at = 0
    for match in _NAMED.finditer(text):
        yield from slotter.parts(text[at : match.start()])
        yield Ref(match[1], tuple(slotter.parts(match[2] or notes.get(match[1], match[1]))))
        at = match.end()
    yield from slotter.parts(text[at:])
