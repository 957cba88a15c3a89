"""Text of a dump, part by part → the `<page>` elements that are wanted, cut out without reading the others.

In MediaWiki's export a `<` in a text or title is always escaped, so that `<page>` begins a page wherever it stands.
Each element is parsed by itself later: what is wrong with one, or what a hostile one declares, reaches no other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import unescape

from flows.sources.dump.broken import Broken, Truncated
from flows.sources.dump.bzip2 import Chunk

BEGIN, END = b"<page>", b"</page>"
MAX_TITLE = 4096
"""Bytes from `<page>` to the end of its title; MediaWiki's titles have 255."""

MAX_ELEMENT = 16 << 20
"""Bytes of a wanted page that are kept; MediaWiki refuses texts of more than 2 MB, which escaping may double."""

MAX_GAP = 256 << 20
"""Bytes without a page after which the rest is no dump."""

_TITLED = re.compile(rb"<page>\s*<title>([^<]*)</title>")


@dataclass(frozen=True)
class Cut:
    """A page that is wanted: its title and its element; empty where that is above MAX_ELEMENT."""

    title: str
    element: bytes


class Cutter:
    """Cuts the pages out of consecutive parts of a dump; `wants` says which titles."""

    def __init__(self, wants: Callable[[str], bool]) -> None:
        self._wants = wants
        self._held = b""  # a page that has begun, or what may be the first letters of `<page>`
        self._gap = 0

    def cut(self, chunks: Iterable[Chunk], stop: int | None = None) -> Iterator[Cut]:
        """The wanted pages that begin in a part before the place `stop`; of later parts, only the ends of such pages.

        Raises Truncated where the parts end inside such a page, and Broken for pages without a title or a dump without
        pages.
        """
        for place, text in chunks:
            beyond = stop is not None and place >= stop
            if beyond and not self._held:
                return
            words = text()
            self._gap += len(words)
            data = self._held + words
            yield from self._in(data, len(self._held) if beyond else len(data))
            if self._gap > MAX_GAP:
                raise Broken(f"more than {MAX_GAP >> 20} MB without a page")
        if self._held.startswith(BEGIN):
            raise Truncated("its end inside a page")

    def _in(self, data: bytes, limit: int) -> Iterator[Cut]:
        """The wanted pages of the data that begin before the limit and end in it; holds one that does not end."""
        at, self._held = 0, b""
        while 0 <= (begin := data.find(BEGIN, at)) < limit:
            titled = _TITLED.match(data, begin)
            if titled is None:
                self._held = _untitled(data[begin:])
                return
            at, self._gap = titled.end(), len(data) - titled.end()
            title = text_of(titled[1])
            if not self._wants(title):
                continue
            end = data.find(END, at)
            if end < 0 and len(data) - begin <= MAX_ELEMENT:
                self._held = data[begin:]
                return
            yield Cut(title, data[begin : end + len(END)] if end >= 0 else b"")
        if begin < 0 and limit == len(data):
            self._held = _beginning(data)


def text_of(escaped: bytes) -> str:
    """A title as it stands in XML or in an index → the title.

    >>> text_of(b"Q&amp;A")
    'Q&A'
    """
    return unescape(escaped.decode("utf-8", "replace"))


def _untitled(data: bytes) -> bytes:
    """The data, which begins a page and ends before its title does; raises Broken where a title should have ended."""
    if len(data) > MAX_TITLE:
        raise Broken("a page without a title")
    return data


def _beginning(data: bytes) -> bytes:
    """The longest end of the data with which `<page>` may begin."""
    return next((BEGIN[:size] for size in range(len(BEGIN) - 1, 0, -1) if data.endswith(BEGIN[:size])), b"")
