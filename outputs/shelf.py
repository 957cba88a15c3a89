"""The folder of releases: who may write, which releases stand in it, and how a new one is put there at once.

- `1.0.0/`, `1.1.0/`: the releases, never touched again
- `latest`: a symbolic link to the newest
- `index.json`: every release, newest first, made from the manifests of the releases; `index.html`: the same for people
- `.lock`: empty; held while a run publishes
- `.staging/`: a release in the making; gone when the run ends, however it ends
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
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

NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
IN_THE_WAY = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENOTEMPTY}


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
    paths.sort(key=lambda path: _order(path.name), reverse=True)
    return [Shelved(path, _said(path)) for path in paths]


def located(release: str, root: Path) -> Path:
    """The folder of a release that is named by its version, as `latest`, or by its path; raises OutputError for none.

    A version and `latest` are looked up in `root`.
    """
    in_root = [root / release] if release == LATEST or VERSION.fullmatch(release) else []
    for path in (*in_root, Path(release)):
        if path.is_dir():
            return path.resolve()
    raise OutputError(
        "no such release",
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
    lines = (release.path / CHECKSUMS).read_text(encoding="utf-8", errors="backslashreplace").splitlines()
    listed = [line.split("  ", 1) for line in lines if "  " in line]
    with ThreadPoolExecutor(READERS) as pool:
        wrong = [found for found in pool.map(lambda one: _fault(release.path / one[1], one[0]), listed) if found]
    if wrong:
        file, found = wrong[0]
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
    # Late, as the page knows all that describes a release, and so imports what imports this module.
    from outputs.page.shelf import shelf_page

    entries = [index_entry(said) for said in releases]
    index = {LATEST: entries[0]["version"] if entries else None, "releases": entries}
    return {PAGE: shelf_page(entries), INDEX: json_text(index, INDEX)}


def index_entry(said: Mapping[str, object]) -> dict[str, object]:
    """What the index says of a release: what its manifest says but for `contents`, and its path."""
    return {**{name: value for name, value in said.items() if name != "contents"}, "path": said["version"]}


def newest_first(releases: Iterable[Mapping[str, object]]) -> list[Mapping[str, object]]:
    """What releases say of themselves, in the order of the index."""
    return sorted(releases, key=lambda said: _order(str(said["version"])), reverse=True)


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))


def require_place(root: Path) -> None:
    """Nothing, and writes nothing; raises OutputError where no release can be put there, as far as that is seen ahead.

    So that a run of hours does not end in what a second could have told; `opened` has the last word.
    """
    with refusing(root):
        path = root.absolute()
        standing = next(one for one in (path, *path.parents) if os.path.lexists(one))
        if not standing.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(standing))
        if not os.access(standing, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(standing))


@contextmanager
def opened(root: Path) -> Iterator[None]:
    """Holds the folder for this run, making it where it is missing.

    Raises OutputError where it cannot be made or written, or where another run holds it; any OSError inside becomes
    one.
    """
    with refusing(root):
        root.mkdir(parents=True, exist_ok=True)
        with (root / ".lock").open("a") as lock:
            _lock(root, lock.fileno())
            yield


@contextmanager
def staging(root: Path) -> Iterator[Path]:
    """A hidden folder beside the releases, removed at the end with all that was not moved out of it.

    What a run that was killed may have left there is removed first: the lock says that it runs no more.
    """
    folder = root / ".staging"
    shutil.rmtree(folder, ignore_errors=True)
    try:
        folder.mkdir()
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def place(root: Path, stage: Path, version: str, releases: Sequence[Mapping[str, object]]) -> None:
    """Moves the finished release from `stage`/`version` into the folder, then turns `latest`, then replaces the index.

    `releases` are what all releases say of themselves, newest first. Everything that takes room is written before the
    first move; where a move fails, those before it are undone.
    """
    _prepare(stage, releases)
    with ExitStack() as undo:
        (stage / version).rename(root / version)
        undo.callback(shutil.rmtree, root / version)
        _turn(root, stage, undo)
        _replace_index(root, stage, undo)
        undo.pop_all()


def settle(root: Path) -> None:
    """Mends `latest` and the index where they do not say what the releases say, as after a run that was killed."""
    releases = shelved(root)
    link, said = root / LATEST, [release.said for release in releases]
    pointed = link.is_symlink() and str(link.readlink()) == releases[0].version
    if pointed and all(_same(root / path, text) for path, text in index_files(said).items()):
        return
    with staging(root) as stage, ExitStack() as undo:
        _prepare(stage, said)
        _turn(root, stage, undo)
        _replace_index(root, stage, undo)
        undo.pop_all()


def prune(root: Path, keep: int) -> tuple[str, ...]:
    """The versions that were removed, newest first: all but the newest `keep`, and never the one that `latest` names.

    The index is written first, so that no reader is led to what is gone. Raises OutputError where another run is
    publishing there, or the folder cannot be written.
    """
    if keep < 1:
        raise ValueError(f"keep is {keep}: the newest release always stays")
    with opened(root):
        link, releases = root / LATEST, shelved(root)
        latest = str(link.readlink()) if link.is_symlink() else None
        gone = [one for one in releases[keep:] if one.version != latest]
        if not gone:
            return ()
        with staging(root) as stage, ExitStack() as undo:
            _prepare(stage, [one.said for one in releases if one not in gone])
            _replace_index(root, stage, undo)
            for one in gone:
                one.path.rename(stage / one.version)
                undo.callback((stage / one.version).rename, one.path)
            undo.pop_all()
        return tuple(one.version for one in gone)


@contextmanager
def refusing(root: Path) -> Iterator[None]:
    """Turns an OSError inside into an OutputError that says where, what was expected, and what to do."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"{error.strerror or error}{f' ({error.filename})' if error.filename else ''}",
            where=f"output folder {root}",
            expected="a folder that can be written, with room for a release",
            remedy=_remedy(error.errno),
        ) from error


def _prepare(stage: Path, releases: Sequence[Mapping[str, object]]) -> None:
    (stage / LATEST).symlink_to(str(releases[0]["version"]))
    for path, text in index_files(releases).items():
        (stage / path).write_text(text, encoding="utf-8", newline="\n", errors="backslashreplace")


def _replace_index(root: Path, stage: Path, undo: ExitStack) -> None:
    """Moves the index files into the folder, index.json last; what stood there before comes back when undone."""
    for path in BESIDE:
        if (root / path).is_file():
            before = stage / f"before-{path}"
            shutil.copyfile(root / path, before)
            undo.callback(before.replace, root / path)
        else:
            undo.callback((root / path).unlink, missing_ok=True)
        (stage / path).replace(root / path)


def _turn(root: Path, stage: Path, undo: ExitStack) -> None:
    """Turns `latest`, and turns it back when undone."""
    link = root / LATEST
    if link.is_symlink():
        before = stage / "before"
        before.symlink_to(link.readlink())
        undo.callback(before.replace, link)
    else:
        undo.callback(_remove_link, link)
    (stage / LATEST).replace(link)


def _remove_link(link: Path) -> None:
    if link.is_symlink():
        link.unlink()


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


def _lock(root: Path, descriptor: int) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise OutputError(
            "another run is publishing there",
            where=f"output folder {root}",
            expected="one run at a time",
            remedy="wait until it has ended, or name another folder with --output",
        ) from error


def _same(file: Path, text: str) -> bool:
    return file.is_file() and file.read_bytes() == text.encode("utf-8", "backslashreplace")


def _remedy(number: int | None) -> str:
    other = "name another folder with --output"
    if number in NO_ROOM:
        return f"make room on the disk, or {other}"
    if number in IN_THE_WAY:
        return f"move away what stands there (a file where a folder should be, or the reverse), or {other}"
    return f"permit writing there, or {other}"
