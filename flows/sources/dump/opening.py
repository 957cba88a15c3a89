"""A file → the layout of a dump and what its head says of the wiki; or why it is no dump that can be read."""

from __future__ import annotations

import logging
import os
import re
from collections.abc import Iterable
from glob import has_magic
from itertools import pairwise
from pathlib import Path

from lxml import etree

from flows.sources.dump import bzip2
from flows.sources.dump.broken import Broken, Truncated, damaged, refusal
from flows.sources.dump.cutting import BEGIN
from flows.sources.dump.index import index_of
from flows.sources.dump.layout import BZIP2_RANGE, TEXT_RANGE, Layout, Ranges, Streams, text_chunks
from flows.sources.dump.request import Request
from flows.sources.dump.site import WIKIMEDIA_LICENCE, Site, is_wikimedia

log = logging.getLogger(__name__)

MAX_HEAD = 1 << 20
"""Bytes before the first page; a wiki with many namespaces has 5 kB."""

TAIL = 4 << 20
END = b"</mediawiki>"
_SITEINFO = re.compile(rb"<siteinfo>.*?</siteinfo>", re.DOTALL)
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_OTHERS = {
    b"\x1f\x8b": "gzip",
    b"7z\xbc\xaf": "7-Zip",
    b"PK": "zip",
    b"\xfd7zXZ": "xz",
    b"\x28\xb5\x2f\xfd": "Zstandard",
}


def opened(request: Request) -> Layout:
    """The layout by which the dump is read.

    Raises SourceError for what is no dump of a MediaWiki in XML or bzip2, one that declares entities, and one that is
    cut off.
    """
    path = request.path
    try:
        return _layout(request, path)
    except OSError as error:
        remedy = "name each dump, without wildcards" if has_magic(str(path)) else "check the path and the rights"
        raise refusal(path, f"it cannot be read ({error.strerror})", remedy, "a file that can be read") from error
    except Broken as broken:
        raise refusal(path, str(broken), "name another file") from broken


def _layout(request: Request, path: Path) -> Layout:
    """How the file is read: by its index, or in ranges; raises SourceError for what is no whole dump."""
    with path.open("rb") as file:
        first = file.read(8)
        compressed = first.startswith(bzip2.MAGIC)
        _require_xml(path, first, compressed)
        chunks = bzip2.blocks if compressed else text_chunks
        head = _head(chunks(file, 0))
        site = _site(path, head, request)
        start = max(0, file.seek(0, os.SEEK_END) - TAIL)
        file.seek(start)
        _require_end(path, file.read(), start, compressed)
    index = index_of(path) if compressed else None
    if compressed and not index:
        log.info("%s: no index beside it, so all of it is read", path.name)
    if index:
        return Streams(request, site, index)
    return Ranges(request, site, chunks, BZIP2_RANGE if compressed else TEXT_RANGE)


def _require_xml(path: Path, first: bytes, compressed: bool) -> None:
    """Raises SourceError for an empty file and for other compressions."""
    if not first:
        raise refusal(path, "an empty file", "name another file")
    packed = next((name for magic, name in _OTHERS.items() if first.startswith(magic)), None)
    if packed and not compressed:
        raise refusal(path, f"a file compressed with {packed}", "unpack it", "plain XML or .bz2")


def _head(chunks: Iterable[bzip2.Chunk]) -> bytes:
    """What stands before the first page; raises Broken where it is too long."""
    head = b""
    for _, text in chunks:
        head += text()
        before, page, _ = head.partition(BEGIN)
        if page or len(head) > MAX_HEAD:
            return before[: MAX_HEAD + 1]
    return head


def _site(path: Path, head: bytes, request: Request) -> Site:
    """What the head says of the wiki; raises SourceError for a head that no dump has."""
    if _DECLARES.search(head):
        raise refusal(path, "a document type definition, which no dump has", "do not trust this file")
    if b"<mediawiki" not in head[:4096] or len(head) > MAX_HEAD:
        raise refusal(path, "no <mediawiki> with pages at its beginning", "name another file")
    base = _base(_SITEINFO.search(head))
    licence = request.licence or (WIKIMEDIA_LICENCE if is_wikimedia(base) else None)
    return Site(base, licence)


def _base(siteinfo: re.Match[bytes] | None) -> str:
    """The address of the wiki's main page; empty where the dump has none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return ((etree.fromstring(siteinfo[0], parser).findtext("base") if siteinfo else "") or "").strip()
    except etree.XMLSyntaxError as error:
        raise Broken(f"a head that is broken XML ({error.msg})") from error


def _require_end(path: Path, tail: bytes, start: int, compressed: bool) -> None:
    """Raises SourceError where the last bytes, from `start` on, do not end a dump."""
    try:
        text = _last_text(tail) if compressed else tail
        if not text.rstrip().endswith(END):
            raise Truncated(f"its end without {END.decode()}")
    except Broken as broken:
        raise damaged(path, broken, start) from broken


def _last_text(tail: bytes) -> bytes:
    """The text of the last two blocks; raises Truncated where the data do not end as a stream does."""
    found = bzip2.marks(tail)
    # After the end mark stand four bytes, and bits up to the next byte.
    if not found or found[-1].begins or found[-1].bit // 8 < len(tail) - 11:
        raise Truncated("its end inside compressed data")
    spans = [(mark.bit, after.bit) for mark, after in pairwise(found) if mark.begins]
    return b"".join(bzip2.block(tail, *span) for span in spans[-2:])
