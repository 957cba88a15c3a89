"""The digest of code: what is kept between runs stands only as long as the code that made it is the same."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Sequence
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from outputs.placing import LOCK
from outputs.shelf import INDEX

RELEASES = (INDEX, LOCK)
"""Files by which a folder of releases is known."""


@cache
def reading_code() -> str:
    """The digest of the code that reads: the same code makes the same rows of a page, wherever it runs."""
    libraries = ("ahocorasick-rs", "babel", "mwparserfromhell", "pyarrow", "rapidfuzz", "sentencex")
    return digest_of(("parsers",), libraries)


@cache
def release_code() -> str:
    """The digest of all code that a release follows from."""
    libraries = ("great-expectations", "jinja2", "numpy", "pandas", "pyarrow", "pyyaml", "rapidfuzz")
    return digest_of(("expectations", "flows", "outputs", "parsers"), libraries)


def digest_of(packages: Sequence[str], libraries: Sequence[str]) -> str:
    """The digest of packages' files, of libraries' versions and of Python's: 16 hexadecimal digits."""
    digest = hashlib.sha256(sys.version.encode())
    for name in libraries:
        digest.update(f"{name} {version(name)}\n".encode())
    for package in packages:
        root = Path(str(files(package)))
        for path in _sources(root):
            content = path.read_bytes()
            digest.update(f"{package}/{path.relative_to(root)} {len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()[:16]


def _sources(root: Path) -> list[Path]:
    """The files of a package, without what Python compiled from them and releases that were made among them.

    By default they are: in the project's folder, `outputs/releases` is a folder in the package `outputs`.
    """
    found: list[Path] = []
    for folder, folders, names in os.walk(root):
        if any(name in RELEASES for name in names):
            folders.clear()
            continue
        folders[:] = [name for name in folders if name != "__pycache__"]
        found += [path for name in names if (path := Path(folder, name)).is_file()]
    return sorted(found)
