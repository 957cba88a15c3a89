"""The release as it stands on the disk: which of its files are those that were published, and what is in them."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from outputs.digest import of_file
from outputs.markdown import plural
from outputs.model import File
from outputs.shelf import CHECKSUMS, MANIFEST
from outputs.verify.report import Check, Fault
from parsers.columnar import Stored
from parsers.errors import OutputError

LINE = re.compile(r"([0-9a-f]{64})  (.+)")
WORKERS = 4
"""Threads that hash files; hashing and reading leave the interpreter free."""


@dataclass(frozen=True)
class Standing:
    """A release on the disk: `files` are those whose checksum is right, by path, with size and hash."""

    path: Path
    files: Mapping[str, File] = field(default_factory=dict)

    @cached_property
    def manifest(self) -> Mapping[str, object]:
        """What manifest.json says; nothing where that cannot be trusted or read."""
        return self.read_json(MANIFEST) or {}

    @property
    def said(self) -> Mapping[str, object]:
        """What the manifest says of the release itself."""
        said = self.manifest.get("release")
        return said if isinstance(said, dict) else {}

    @property
    def version(self) -> str | None:
        """The version that the manifest says."""
        version = self.said.get("version")
        return version if isinstance(version, str) else None

    @cached_property
    def tables(self) -> dict[str, Stored]:
        """The tables whose Parquet files can be opened, by name."""
        return {name: table for name, (table, _) in self._read.items() if table is not None}

    @property
    def unreadable(self) -> dict[str, str]:
        """Why a Parquet file cannot be read, by table."""
        return {name: why for name, (table, why) in self._read.items() if table is None}

    def read_json(self, path: str) -> dict[str, object] | None:
        """The object in a file that is as published; None where there is none."""
        try:
            found = json.loads((self.path / path).read_bytes()) if path in self.files else None
        except ValueError:
            return None
        return found if isinstance(found, dict) else None

    @cached_property
    def _read(self) -> dict[str, tuple[Stored | None, str]]:
        paths = [path for path in self.files if re.fullmatch(r"parquet/[^/]+\.parquet", path)]
        return {Path(path).stem: self._table(path) for path in paths}

    def _table(self, path: str) -> tuple[Stored | None, str]:
        try:
            pq.read_metadata(self.path / path)
        except (OSError, pa.ArrowException) as error:
            return None, str(error)
        return Stored(self.path / path), ""


def key_of(table: Stored) -> str:
    """The column that a table names as its key; "" where it names none."""
    return (table.schema.metadata or {}).get(b"key", b"").decode()


def opened(release: Path) -> tuple[Standing, Check]:
    """The release in a folder, and the check of its checksums: each file as listed, none missing, none beside them."""
    path = release.resolve()
    _require_folder(release)
    listed, faults = _listed(path)
    found = _digests(path)
    faults += [Fault(name, "it is not there") for name in sorted(listed.keys() - found.keys())]
    faults += [Fault(name, f"{CHECKSUMS} does not list it") for name in sorted(found.keys() - listed.keys())]
    shared = sorted(listed.keys() & found.keys())
    good = {name: file for name in shared if (file := found[name]) and file.sha256 == listed[name]}
    faults += [Fault(name, "it was changed since it was published") for name in shared if name not in good]
    return Standing(path, good), Check("checksums", plural(len(shared), "file"), tuple(faults))


def _require_folder(release: Path) -> None:
    """Nothing; raises OutputError where no folder stands there."""
    if not release.resolve().is_dir():
        raise OutputError(
            "no such folder",
            where=str(release),
            expected="the folder of a release",
            remedy="name a release by its path, or by its version with --output",
        )


def _digests(path: Path) -> dict[str, File | None]:
    """The size and hash of every file of a release but the list of checksums itself; null for one without contents."""
    there = dict(_files(path))
    with ThreadPoolExecutor(WORKERS) as pool:
        found = dict(zip(there, pool.map(_digest, there.values()), strict=True))
    found.pop(CHECKSUMS, None)
    return found


def _listed(path: Path) -> tuple[dict[str, str], list[Fault]]:
    """The hashes in SHA256SUMS by file, as `sha256sum` writes them; each other line is a fault."""
    try:
        text = (path / CHECKSUMS).read_bytes().decode("utf-8", "surrogateescape")
    except OSError as error:
        return {}, [Fault(CHECKSUMS, f"it cannot be read ({error.strerror})")]
    *lines, last = text.split("\n")
    matches = {number: LINE.fullmatch(line) for number, line in enumerate(lines, start=1)}
    faults = [Fault(CHECKSUMS, f"line {number} is no checksum") for number, match in matches.items() if not match]
    if last:
        faults.append(Fault(CHECKSUMS, "it ends within a line"))
    found = [(match[2], match[1]) for match in matches.values() if match]
    if len(dict(found)) < len(found):
        faults.append(Fault(CHECKSUMS, "a file is listed twice"))
    if [name for name, _ in found] != sorted(name for name, _ in found):
        faults.append(Fault(CHECKSUMS, "the files are not in order"))
    return dict(found), faults


def _files(path: Path) -> Iterator[tuple[str, Path]]:
    """Everything in the folder but folders that hold something, by path."""
    for folder, folders, names in os.walk(path):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        for name in (*names, *links):
            yield (here / name).relative_to(path).as_posix(), here / name
        if not folders and not names and here != path:
            yield f"{here.relative_to(path).as_posix()}/", here


def _digest(path: Path) -> File | None:
    """Size and hash; None for what is no file (a folder without files, a link, which may lead elsewhere tomorrow)."""
    try:
        return None if path.is_symlink() or not path.is_file() else of_file(path)
    except OSError:
        return None
