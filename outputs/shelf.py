"""The folder of releases: which stand in it, and what they say of themselves; `placing` puts them there.

- `1.0.0/`, `1.1.0/`: the releases, never touched again
- `latest`: a symbolic link to the newest
- `index.json`: every release, newest first, made from the manifests of the releases; `index.html`: the same for people
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from outputs.describe import json_text
from outputs.digest import of_file
from parsers.errors import OutputError

VERSION = re.compile(r"\d+\.\d+\.\d+")
LATEST = "latest"
INDEX = "index.json"
PAGE = "index.html"
BESIDE = (PAGE, INDEX)
"""The files that name all releases, in the order in which they are replaced."""

READERS = 4
"""Threads that hash files, which leaves the interpreter free."""

MANIFEST = "manifest.json"
CHECKSUMS = "SHA256SUMS"


@dataclass(frozen=True)
class Shelved:
    """A release that stands in the folder: its path and what its manifest says of it."""

    path: Path
    said: Mapping[str, object]

    @property
    def version(self) -> str:
        """Its version, which is also the name of its folder."""
        return self.path.name

    @property
    def contents(self) -> Mapping[str, str]:
        """The SHA-256 of every file in its version-free form."""
        contents = self.said.get("contents")
        return contents if isinstance(contents, dict) else {}

    @property
    def counts(self) -> Mapping[str, int]:
        """The number of rows of each table."""
        counts = self.said.get("counts")
        return counts if isinstance(counts, dict) else {}

    @property
    def parquet(self) -> dict[str, Path]:
        """The Parquet files by table."""
        return {path.stem: path for path in sorted((self.path / "parquet").glob("*.parquet"))}


def shelved(root: Path) -> list[Shelved]:
    """The releases in the folder, newest first; raises OutputError where a manifest cannot be read."""
    paths = [path for path in root.iterdir() if VERSION.fullmatch(path.name) and path.is_dir()]
    paths.sort(key=lambda path: order_of(path.name), reverse=True)
    return [Shelved(path, _said(path)) for path in paths]


def located(release: str, root: Path) -> Path:
    """The folder of a release that is named by its version, as `latest`, or by its path; raises OutputError for none.

    A version and `latest` are looked up in `root`. A folder that is named by its path must hold what a release says of
    itself, or its checksums, so that no other one is taken for a release that is damaged.
    """
    in_root = [root / release] if release == LATEST or VERSION.fullmatch(release) else []
    path = Path(release)
    by_path = [path] if release and any((path / name).is_file() for name in (MANIFEST, CHECKSUMS)) else []
    for one in (*in_root, *by_path):
        if one.is_dir():
            return one.resolve()
    raise OutputError(
        "no such release" + (", but a folder of releases" if release and (path / INDEX).is_file() else ""),
        where=release,
        expected=f"the folder of a release, {LATEST}, or a version that stands in {root}",
        remedy="see `bilaterals list`, or name another folder with --output",
    )


def require_releases(root: Path) -> None:
    """Nothing; raises OutputError where no index of releases stands in the folder."""
    if not (root / INDEX).is_file():
        raise OutputError(
            "no index of releases: there is none",
            where=str(root / INDEX),
            expected="a folder with releases",
            remedy="make one with `bilaterals release`, or name another folder with --output",
        )


def require_whole(release: Shelved) -> None:
    """Nothing; raises OutputError where a file of the release is not the one that its checksums were made of."""
    checksums = release.path / CHECKSUMS
    text = checksums.read_text(encoding="utf-8", errors="backslashreplace") if checksums.is_file() else ""
    listed = [line.split("  ", 1) for line in text.splitlines() if "  " in line]
    with ThreadPoolExecutor(READERS) as pool:
        wrong = [found for found in pool.map(lambda one: _fault(release.path / one[1], one[0]), listed) if found]
    if wrong or not listed:
        file, found = wrong[0] if wrong else (checksums, "it is not there, or empty")
        raise OutputError(
            found,
            where=str(file),
            expected=f"the file that {CHECKSUMS} names",
            remedy="restore that release, move it away, or name another folder with --output",
        )


def _fault(file: Path, sha256: str) -> tuple[Path, str] | None:
    """The file and what is wrong with it; None where it has the hash."""
    if not file.is_file():
        return file, "it is not there"
    return None if of_file(file).sha256 == sha256 else (file, "it was changed since it was published")


def index_files(releases: Sequence[Mapping[str, object]]) -> dict[str, str]:
    """The files beside the releases (see BESIDE), for what these say of themselves, newest first."""
    # Late: only who writes the index needs the templates.
    from outputs.page.shelf import shelf_page

    entries = [index_entry(said) for said in releases]
    index = {LATEST: entries[0]["version"] if entries else None, "releases": entries}
    return {PAGE: shelf_page(entries), INDEX: json_text(index, INDEX)}


def index_entry(said: Mapping[str, object]) -> dict[str, object]:
    """What the index says of a release: what its manifest says but for `contents`, and its path."""
    return {**{name: value for name, value in said.items() if name != "contents"}, "path": said["version"]}


def newest_first(releases: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """What releases say of themselves, in the order of the index."""
    return sorted(releases, key=lambda said: order_of(str(said["version"])), reverse=True)


def order_of(version: str) -> tuple[int, ...]:
    """What puts versions in order: the numbers of one."""
    return tuple(map(int, version.split(".")))


def said_of(release: Path) -> Mapping[str, object]:
    """What the manifest of a release says of it; raises OutputError where it cannot be read or names no version."""
    manifest = release / MANIFEST
    try:
        said = json.loads(manifest.read_text(encoding="utf-8"))["release"]
        if VERSION.fullmatch(said["version"]):
            return dict(said)
        found = f"it says version {said['version']}"
    except (OSError, ValueError, LookupError, TypeError) as error:
        found = f"it cannot be read ({error})"
    raise _unfit(manifest, found)


def _said(release: Path) -> Mapping[str, object]:
    """What a release in the folder says of itself; raises OutputError where that is another version than its name."""
    said = said_of(release)
    if said["version"] != release.name:
        raise _unfit(release / MANIFEST, f"it says version {said['version']}")
    return said


def _unfit(manifest: Path, found: str) -> OutputError:
    return OutputError(
        found,
        where=str(manifest),
        expected="the manifest of the release that stands there",
        remedy="restore that release, move it away, or name another folder with --output",
    )
