"""The folder of releases: who may write, which releases stand in it, and how a new one is put there at once.

- `1.0.0/`, `1.1.0/`: the releases, never touched again
- `latest`: a symbolic link to the newest
- `index.json`: every release, newest first, made from the manifests of the releases
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
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from outputs.describe import json_text
from outputs.digest import of_file
from parsers.errors import OutputError

VERSION = re.compile(r"\d+\.\d+\.\d+")
LATEST = "latest"
INDEX = "index.json"
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
    def parquet(self) -> dict[str, Path]:
        """The Parquet files by table."""
        return {path.stem: path for path in sorted((self.path / "parquet").glob("*.parquet"))}


def shelved(root: Path) -> list[Shelved]:
    """The releases in the folder, newest first; raises OutputError where a manifest cannot be read."""
    paths = [path for path in root.iterdir() if VERSION.fullmatch(path.name) and path.is_dir()]
    paths.sort(key=lambda path: tuple(map(int, path.name.split("."))), reverse=True)
    return [Shelved(path, _said(path / MANIFEST)) for path in paths]


def require_whole(release: Shelved) -> None:
    """Nothing; raises OutputError where a file of the release is not the one that its checksums were made of."""
    lines = (release.path / CHECKSUMS).read_text(encoding="utf-8", errors="backslashreplace").splitlines()
    for sha256, path in (line.split("  ", 1) for line in lines if "  " in line):
        file = release.path / path
        found = "it is not there" if not file.is_file() else "it was changed since it was published"
        if not file.is_file() or of_file(file).sha256 != sha256:
            raise OutputError(
                found,
                where=str(file),
                expected=f"the file that {CHECKSUMS} names",
                remedy="restore that release, move it away, or name another folder with --output",
            )


def index_text(releases: list[Mapping[str, object]]) -> str:
    """index.json for what the releases say of themselves, newest first."""
    entries = [
        {**{name: value for name, value in said.items() if name != "contents"}, "path": said["version"]}
        for said in releases
    ]
    return json_text({LATEST: entries[0]["version"] if entries else None, "releases": entries}, INDEX)


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


def place(root: Path, stage: Path, version: str, index: str) -> None:
    """Moves the finished release from `stage`/`version` into the folder, then turns `latest`, then replaces the index.

    Everything that takes room is written before the first move; where a move fails, those before it are undone.
    """
    _prepare(stage, version, index)
    with ExitStack() as undo:
        (stage / version).rename(root / version)
        undo.callback(shutil.rmtree, root / version)
        _turn(root, stage, undo)
        (stage / INDEX).replace(root / INDEX)
        undo.pop_all()


def settle(root: Path) -> None:
    """Mends `latest` and the index where they do not say what the releases say, as after a run that was killed."""
    releases = shelved(root)
    index = index_text([release.said for release in releases])
    link, file = root / LATEST, root / INDEX
    if link.is_symlink() and str(link.readlink()) == releases[0].version and _same(file, index):
        return
    with staging(root) as stage, ExitStack() as undo:
        _prepare(stage, releases[0].version, index)
        _turn(root, stage, undo)
        (stage / INDEX).replace(file)
        undo.pop_all()


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


def _prepare(stage: Path, version: str, index: str) -> None:
    (stage / LATEST).symlink_to(version)
    (stage / INDEX).write_text(index, encoding="utf-8", newline="\n", errors="backslashreplace")


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


def _said(manifest: Path) -> Mapping[str, object]:
    try:
        said = json.loads(manifest.read_text(encoding="utf-8"))["release"]
        if said["version"] == manifest.parent.name:
            return dict(said)
        found = f"it says version {said['version']}"
    except (OSError, ValueError, LookupError, TypeError) as error:
        found = f"it cannot be read ({error})"
    raise OutputError(
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
