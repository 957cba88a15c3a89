"""What a scan found, part by part, in a file of the state folder: for the next scan of the same dump, or to go on with.

A line is JSON: the first names all parts, each other one holds the pages of the next part, with the length in bytes of
each one's text; behind it stand the texts themselves, as JSON takes its time over them. The file stands for the very
dump and its index (path, size, time of change), the very titles and licence, and the very code; what another of these
left for the same path is let go. Where another run is at the same dump, or the folder cannot be written, nothing is
kept.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import logging
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from functools import cache
from pathlib import Path
from typing import Any, BinaryIO

from flows.code import digest_of
from flows.settings import state_folder
from flows.sources.dump.index import index_of
from flows.sources.dump.layout import Part
from flows.sources.dump.request import Request
from parsers.document.model import Absence, Page

log = logging.getLogger(__name__)


class Journal:
    """The lines of earlier scans, and a place for more; `done` parts of `parts` are in it."""

    def __init__(self, file: BinaryIO | None) -> None:
        self._file = file
        self.parts: list[Part] = []
        self.done = 0

    @classmethod
    def of(cls, request: Request) -> Journal:
        """The journal of what was asked for; one that keeps nothing where there is no place for it."""
        path = _path(request)
        try:
            return cls(_locked(path))
        except OSError as error:
            log.warning("%s cannot be kept (%s): an interrupted scan begins anew", path, error.strerror)
            return cls(None)

    def __enter__(self) -> Journal:
        return self

    def __exit__(self, *_: object) -> None:
        if self._file:
            self._file.close()

    def pages(self) -> Iterator[Page]:
        """The pages that are known; what was not written to its end is cut off."""
        if not self._file:
            return
        self.parts, end = _parsed(self._file.readline(), "parts") or [], self._file.tell()
        while self.parts and (line := self._file.readline()):
            pages = self._with_texts(_parsed(line, "pages"))
            if pages is None:
                break
            self.done, end = self.done + 1, self._file.tell()
            yield from pages
        self._file.truncate(end if self.parts else 0)
        self._file.seek(0, os.SEEK_END)

    def _with_texts(self, pages: Any) -> list[Page] | None:
        """The pages of a line with their texts, which stand behind it; null where the line or a text is cut off."""
        if pages is None or not self._file:
            return None
        texts = [self._file.read(fields["raw"]) for fields in pages]
        if any(len(text) < fields["raw"] for text, fields in zip(texts, pages, strict=True)):
            return None
        return [_page(fields | {"raw": text.decode()}) for fields, text in zip(pages, texts, strict=True)]

    def begin(self, parts: Sequence[Part]) -> None:
        """Notes all parts, before the first is added."""
        if not self.parts:
            self.parts = list(parts)
            self._write({"parts": self.parts}, ())

    def add(self, pages: Sequence[Page]) -> None:
        """Notes the pages of the next part."""
        self.done += 1
        texts = [page.raw.encode() for page in pages]
        told = [asdict(replace(page, raw="")) | {"raw": len(text)} for page, text in zip(pages, texts, strict=True)]
        self._write({"pages": told}, texts)

    def _write(self, content: dict[str, Any], texts: Sequence[bytes]) -> None:
        if not self._file:
            return
        try:
            self._file.write(json.dumps(content, ensure_ascii=False).encode() + b"\n")
            self._file.writelines(texts)
            self._file.flush()
        except OSError as error:
            log.warning("the scan cannot be kept any more (%s): interrupted, it begins anew", error.strerror)
            self._file = None


def _parsed(line: bytes, key: str) -> Any:
    """What a whole line holds under the key; null for one that was cut off."""
    if not line.endswith(b"\n"):
        return None
    with suppress(ValueError, KeyError, TypeError):
        return json.loads(line)[key]
    return None


def _page(fields: dict[str, Any]) -> Page:
    absent = fields.pop("absent")
    return Page(**fields, absent=Absence(**absent) if absent else None)


def _locked(path: Path) -> BinaryIO:
    """The file, for this run alone; raises OSError. Journals of the same dump before it changed are removed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    for other in path.parent.iterdir():
        if other != path:
            other.unlink(missing_ok=True)
    file = path.open("a+b")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise
    file.seek(0)
    return file


def _path(request: Request) -> Path:
    path = request.path.absolute()
    index = index_of(path)
    asked = (sorted(request.titles) if request.titles else None, request.licence, _state(path), _state(index), _code())
    return state_folder() / "dumps" / _digest(str(path)) / f"{_digest(repr(asked))}.jsonl"


def _state(path: Path | None) -> tuple[int, int] | None:
    stat = path.stat() if path else None
    return (stat.st_size, stat.st_mtime_ns) if stat else None


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8", "surrogateescape")).hexdigest()[:16]


@cache
def _code() -> str:
    return digest_of(("flows.sources.dump", "parsers"), ("lxml",))
