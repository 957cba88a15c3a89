"""How a release is put into the folder at once, or not at all: who may write there, and what is undone on failure.

- `.lock`: empty; held while a run publishes
- `.staging/`: a release in the making; gone when the run ends, however it ends
"""

from __future__ import annotations

import errno
import fcntl
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from outputs.shelf import BESIDE, LATEST, Shelved, index_files, shelved
from parsers.errors import OutputError

LOCK = ".lock"
NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
IN_THE_WAY = {errno.EEXIST, errno.ENOTDIR, errno.EISDIR, errno.ENOTEMPTY}


@contextmanager
def opened(root: Path) -> Iterator[None]:
    """Holds the folder for this run, making it where it is missing.

    Raises OutputError where it cannot be made or written, or where another run holds it; any OSError inside becomes
    one.
    """
    with refusing(root):
        root.mkdir(parents=True, exist_ok=True)
        with (root / LOCK).open("a") as lock:
            _lock(root, lock.fileno())
            yield


def _lock(root: Path, descriptor: int) -> None:
    """Takes the folder for this run; raises OutputError where another has it."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise OutputError(
            "another run is publishing there",
            where=f"output folder {root}",
            expected="one run at a time",
            remedy="wait until it has ended, or name another folder with --output",
        ) from error


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


def _remedy(number: int | None) -> str:
    """What to do about an error of the system, by its number."""
    other = "name another folder with --output"
    if number in NO_ROOM:
        return f"make room on the disk, or {other}"
    if number in IN_THE_WAY:
        return f"move away what stands there (a file where a folder should be, or the reverse), or {other}"
    return f"permit writing there, or {other}"


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
        if gone:
            _remove(root, gone, [one for one in releases if one not in gone])
        return tuple(one.version for one in gone)


def _remove(root: Path, gone: Sequence[Shelved], left: Sequence[Shelved]) -> None:
    """Removes releases, once the index names only those that are left; where a move fails, all is as before."""
    with staging(root) as stage, ExitStack() as undo:
        _prepare(stage, [one.said for one in left])
        _replace_index(root, stage, undo)
        for one in gone:
            one.path.rename(stage / one.version)
            undo.callback((stage / one.version).rename, one.path)
        undo.pop_all()


def _prepare(stage: Path, releases: Sequence[Mapping[str, object]]) -> None:
    """Writes the link and the index files that are to come, before anything is moved."""
    (stage / LATEST).symlink_to(str(releases[0]["version"]))
    for path, text in index_files(releases).items():
        (stage / path).write_text(text, encoding="utf-8", newline="\n", errors="backslashreplace")


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


def _same(file: Path, text: str) -> bool:
    """Whether a file holds just this text."""
    return file.is_file() and file.read_bytes() == text.encode("utf-8", "backslashreplace")
