"""The parts of a dump that are read by themselves: ranges of the file, or streams that an index names."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any, BinaryIO, Protocol

from flows.sources.dump.broken import Broken, damaged
from flows.sources.dump.bzip2 import Chunk
from flows.sources.dump.cutting import Cut, Cutter
from flows.sources.dump.element import absent, page_of
from flows.sources.dump.index import stream, wanted_streams
from flows.sources.dump.request import Request
from flows.sources.dump.site import Site
from parsers.document.model import Page

TEXT_CHUNK = 1 << 20
TEXT_RANGE, BZIP2_RANGE = 16 * TEXT_CHUNK, 4 << 20
"""Bytes of a part: a second or less of one core, so that an interrupted scan loses little."""

STREAMS_A_PART = 8
Part = Sequence[Any]
"""What names a part, as JSON has it: first and last byte of a range, or streams with their titles."""


class Layout(Protocol):
    """How a dump is read in parts."""

    def parts(self) -> list[Part]:
        """All parts, in the dump's order; raises SourceError."""

    def read(self, part: Part) -> list[Page]:
        """The wanted pages of a part; raises SourceError where it cannot be told which are lost. Safe in any thread."""


def text_chunks(file: BinaryIO, start: int) -> Iterator[Chunk]:
    """Plain text from the byte `start` to the end."""
    file.seek(start)
    while text := file.read(TEXT_CHUNK):
        yield start, partial(bytes, text)
        start += len(text)


@dataclass(frozen=True)
class Ranges:
    """Ranges of the file, each with the pages that begin in it; `chunks` is `text_chunks` or `bzip2.blocks`."""

    request: Request
    site: Site
    chunks: Callable[[BinaryIO, int], Iterator[Chunk]]
    step: int

    def parts(self) -> list[Part]:
        """First byte, and the first one that is no more of the range."""
        size = self.request.path.stat().st_size
        return [[start, min(start + self.step, size)] for start in range(0, size, self.step)]

    def read(self, part: Part) -> list[Page]:
        """The wanted pages that begin in the range; raises SourceError for a damaged one, as any page may be lost."""
        start, stop = part
        try:
            with self.request.path.open("rb") as file:
                cuts = Cutter(self.request.wants).cut(self.chunks(file, start), stop)
                return list(_pages(cuts, self.request, self.site))
        except Broken as broken:
            raise damaged(self.request.path, broken, start) from broken


@dataclass(frozen=True)
class Streams:
    """The streams that the index names for wanted titles, some in each part."""

    request: Request
    site: Site
    index: Path

    def parts(self) -> list[Part]:
        """For each stream its first byte and the titles that are wanted of it."""
        streams = [[offset, titles] for offset, titles in wanted_streams(self.index, self.request.wants).items()]
        return [streams[at : at + STREAMS_A_PART] for at in range(0, len(streams), STREAMS_A_PART)]

    def read(self, part: Part) -> list[Page]:
        """The wanted pages of the streams; those of a broken one without text."""
        with self.request.path.open("rb") as file:
            return [page for offset, titles in part for page in self._read(file, offset, titles)]

    def _read(self, file: BinaryIO, offset: int, titles: list[str]) -> Iterator[Page]:
        """The wanted pages of a stream; where it is broken, those that were not found are without text."""
        missing = set(titles)
        cutter = Cutter(missing.copy().__contains__)
        found, why = [], "it is not where the dump's index has it"
        try:
            for cut in cutter.cut(stream(file, offset)):
                missing.discard(cut.title)
                found.append(cut)
        except Broken as broken:
            why = f"{broken} (from byte {offset:,})"
        yield from _pages(found, self.request, self.site)
        yield from (absent(title, why) for title in sorted(missing))


def _pages(cuts: Iterator[Cut] | Sequence[Cut], request: Request, site: Site) -> Iterator[Page]:
    pages = (page_of(cut, site, named=request.titles is not None) for cut in cuts)
    return (page for page in pages if page is not None)
