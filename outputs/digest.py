"""Hashes: of bytes and of files."""

from __future__ import annotations

import hashlib
from pathlib import Path

from outputs.model import File


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
