"""Hashes: of bytes, of files, and of what a writer would write, without keeping it."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, cast

from outputs.model import File

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer

Writer = Callable[[BinaryIO], object]


def of_bytes(content: bytes) -> File:
    """Size and hash of bytes.

    >>> of_bytes(b"").bytes
    0
    """
    return File(len(content), hashlib.sha256(content).hexdigest())


def of_file(path: Path) -> File:
    """Size and hash of a file on the disk; raises OSError."""
    with path.open("rb") as file:
        return File(path.stat().st_size, hashlib.file_digest(file, "sha256").hexdigest())


def of_writer(write: Writer) -> File:
    """Size and hash of what a writer writes; the bytes themselves are let go."""
    sink = _Sink()
    write(cast(BinaryIO, sink))
    return File(sink.length, sink.hash.hexdigest())


class _Sink(io.RawIOBase):
    """A file that keeps the size and the hash of what is written to it, and nothing else."""

    def __init__(self) -> None:
        self.hash = hashlib.sha256()
        self.length = 0

    def writable(self) -> bool:
        """Yes, as pyarrow and TextIOWrapper ask."""
        return True

    def tell(self) -> int:
        """How much was written."""
        return self.length

    def write(self, chunk: ReadableBuffer) -> int:
        """Takes all of the chunk."""
        size = memoryview(chunk).nbytes
        self.hash.update(chunk)
        self.length += size
        return size
