"""A multistream dump's index: which of its streams hold wanted pages, and those streams, each decoded by itself."""

from __future__ import annotations

import bz2
import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import BinaryIO

from flows.sources.dump.broken import Broken, Truncated, refusal
from flows.sources.dump.bzip2 import MAGIC, Chunk
from flows.sources.dump.cutting import text_of

_NAME = re.compile(r"multistream(\d*)\.xml((?:-p\d+p\d+)?)\.bz2$")
_READ = 1 << 18
_TEXT = 1 << 20
_LINE = re.compile(rb"^(\d+):\d+:(.+)$", re.MULTILINE)
Streams = dict[int, list[str]]
"""Titles by the byte where the stream that holds them begins."""


def index_of(path: Path) -> Path | None:
    """The index beside a dump, by its usual name, compressed or not; null where there is none.

    `x-multistream1.xml-p1p9.bz2` has `x-multistream-index1.txt-p1p9.bz2`.
    """
    name = _NAME.sub(r"multistream-index\1.txt\2", path.name)
    places = (path.with_name(name + ending) for ending in (".bz2", ""))
    return next((place for place in places if name != path.name and place.is_file()), None)


def wanted_streams(index: Path, wants: Callable[[str], bool]) -> Streams:
    """The streams that hold wanted titles, in order; raises SourceError for an index that cannot be read."""
    streams: Streams = {}
    try:
        for offset, escaped in _entries(index):
            title = text_of(escaped)
            if wants(title):
                streams.setdefault(int(offset), []).append(title)
    except (OSError, EOFError) as error:
        raise refusal(index, f"an index that cannot be read ({error})", "take it anew, or remove it") from error
    return dict(sorted(streams.items()))


def _entries(index: Path) -> Iterator[tuple[bytes, bytes]]:
    """The place of the stream and the title, as written, of each page."""
    for lines in _lines(index):
        yield from _LINE.findall(lines)


def _lines(index: Path) -> Iterator[bytes]:
    """The index in parts of whole lines."""
    rest = b""
    with bz2.open(index) if index.suffix == ".bz2" else index.open("rb") as file:
        while more := file.read(_TEXT):
            lines, end, rest = (rest + more).rpartition(b"\n")
            yield lines + end
    yield rest


def stream(file: BinaryIO, offset: int) -> Iterator[Chunk]:
    """The text of one stream, part by part; raises Truncated or Broken."""
    file.seek(offset)
    decompressor = bz2.BZ2Decompressor()
    if file.read(len(MAGIC)) != MAGIC:
        raise Broken("no stream where the index has one")
    data = MAGIC
    while not decompressor.eof:
        try:
            text = decompressor.decompress(data, max_length=_TEXT)
        except (OSError, ValueError) as error:
            raise Broken("a stream that cannot be decompressed") from error
        yield offset, partial(bytes, text)
        data = file.read(_READ) if decompressor.needs_input else b""
        if decompressor.needs_input and not data:
            raise Truncated("its end inside a stream")
