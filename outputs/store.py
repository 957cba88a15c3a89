"""A store of files at an address, as far as publishing needs one: read, list, put, claim, remove. By fsspec."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import fsspec
from fsspec.implementations.local import LocalFileSystem

from parsers.errors import BilateralsError, OutputError

BLOCK = 2**24
"""Bytes of a file that are hashed at once."""

_ADDRESS = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


@dataclass(frozen=True)
class Store:
    """The files below an address; paths are relative to it. Every method raises what `reaching` turns into words."""

    url: str
    files: Any
    root: str

    @property
    def folder(self) -> Path | None:
        """The folder that the address names, None where it names no folder of this machine."""
        return Path(self.root) if isinstance(self.files, LocalFileSystem) else None

    def read(self, path: str) -> bytes | None:
        """The bytes of a file; None where there is none."""
        try:
            return bytes(self.files.cat_file(self._at(path)))
        except (FileNotFoundError, NotADirectoryError):
            return None

    def sizes(self, folder: str) -> dict[str, int]:
        """Every file below a folder, by its path there, with its size; none where there is no such folder."""
        self.files.invalidate_cache()
        found = self.files.find(self._at(folder), detail=True)
        # Some stores name the folder itself, some begin names with a stroke.
        start = len(self._at(folder).strip("/")) + 1
        return {name.strip("/")[start:]: int(said["size"]) for name, said in found.items() if said["type"] == "file"}

    def sha256(self, path: str) -> str:
        """The hash of a file, as read back from the store."""
        digest = hashlib.sha256()
        with self.files.open(self._at(path), "rb") as file:
            while block := file.read(BLOCK):
                digest.update(block)
        return digest.hexdigest()

    def fetch(self, folder: str, into: Path) -> None:
        """Copies every file below a folder into a new one of this machine, many at a time where the store can."""
        paths = sorted(self.sizes(folder))
        for path in paths:
            (into / path).parent.mkdir(parents=True, exist_ok=True)
        if paths:
            self.files.get([self._at(f"{folder}/{path}") for path in paths], [str(into / path) for path in paths])

    def put(self, files: Mapping[str, Path]) -> None:
        """Puts files of this machine at their paths, many at a time where the store can."""
        if files:
            self.files.put([str(path) for path in files.values()], [self._at(path) for path in files])

    def write(self, path: str, content: bytes) -> None:
        """Puts the content of a file in one piece, so that readers see the old one or the new one."""
        self.files.pipe_file(self._at(path), content)

    def create(self, path: str, content: bytes) -> bool:
        """Writes a file where there is none, and says whether it did: of two at one time, only one does."""
        try:
            self.files.pipe_file(self._at(path), content, mode="create")
        except FileExistsError:
            return False
        return True

    def remove(self, path: str) -> None:
        """Removes a file."""
        self.files.rm_file(self._at(path))

    def remove_folder(self, path: str) -> None:
        """Removes every file below a folder."""
        self.files.rm(self._at(path), recursive=True)

    def _at(self, path: str) -> str:
        return f"{self.root.rstrip('/')}/{path}"


def is_address(url: str) -> bool:
    """Whether the text is an address with a scheme, and no path.

    >>> is_address("s3://bucket/releases"), is_address("outputs/releases")
    (True, False)
    """
    return _ADDRESS.match(url) is not None


@contextmanager
def reached(url: str) -> Iterator[Store]:
    """The store at an address, a folder or any that fsspec knows; what its client raises becomes OutputError."""
    require_named(url)
    try:
        files, root = fsspec.core.url_to_fs(url)
        files.invalidate_cache()
        yield Store(url, files, root)
    except BilateralsError:
        raise
    except Exception as error:  # every client raises errors of its own, which cannot be named without importing it
        found, remedy = why_unreached(url, error)
        expected = "a folder, or a store that fsspec can reach (such as s3://bucket/path)"
        raise OutputError(found, where=url, expected=expected, remedy=remedy) from error


def require_named(url: str) -> None:
    """Nothing; raises OutputError for an empty text, which would be the working folder: a variable that is not set."""
    if not url.strip():
        expected = "a folder, or a store (such as s3://bucket/path)"
        raise OutputError("nothing is named", where="output folder", expected=expected, remedy="name it; . is this one")


def why_unreached(url: str, error: Exception) -> tuple[str, str]:
    """What a store's client said, in one line, and what to do; for the errors of those who read or write there."""
    if isinstance(error, ImportError):
        is_s3 = url.startswith(("s3:", "s3a:"))
        extra = 'in the folder of the project: pip install ".[s3]"' if is_s3 else "install it"
        return _line(str(error)), f"{extra}; or name another address"
    return _line(f"{type(error).__name__}: {error}"), "see to address, endpoint and keys"


def _line(text: str) -> str:
    return " ".join(text.split())
