"""Publishing a release elsewhere: into another folder, or into any store that fsspec can reach (`s3://bucket/path`).

A store looks like the folder of releases: one folder a version, and `index.json`, by which readers find them. Every
file of a release is there before the index names it, and none is touched afterwards. While a release is sent to a
store, `.publishing/` holds its claim, so that two senders of one version do not mix their files, and one that was
interrupted can go on. Keys and endpoints are fsspec's affair: its configuration files, `FSSPEC_S3_…`, or the variables
of the store's own client (`AWS_…`).
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from outputs.digest import of_bytes, of_file
from outputs.licence import others_in
from outputs.placing import opened, place, prune, require_place, settle, staging
from outputs.shelf import (
    CHECKSUMS,
    INDEX,
    LATEST,
    index_entry,
    index_files,
    newest_first,
    require_whole,
    said_of,
    shelved,
)
from outputs.store import Store, is_address, reached, require_named
from outputs.verify import verify
from parsers.errors import OutputError

CLAIMS = ".publishing"
TRIES = 5
"""How often the index is written where that of another sender takes the place of ours."""


@dataclass(frozen=True)
class Sent:
    """What came of publishing: the version, the address of the store, and how many files of the release were written.

    None are where the same release stood there already. `others` are the licences of sources that do not allow the one
    that all files could have.
    """

    version: str
    url: str
    written: int
    others: tuple[str, ...] = ()


def send(release: Path, url: str) -> Sent:
    """Publishes a sound release in the store at an address, its index last.

    A release that stands there is never written over: where it is the same, it is compared file by file, what is
    missing there is added, and nothing else is done. Raises OutputError where the release is not sound, where another
    one has its version there, or where the store cannot be reached or written.
    """
    release = release.resolve()
    _require_sound(release)
    with reached(url) as store:
        written = _into_folder(release, store.folder) if store.folder else _into_store(release, store)
    return Sent(release.name, url, written, others_in(release))


def index_of(url: str) -> dict[str, Any]:
    """What the index.json of a folder or store of releases says; raises OutputError where there is none to be read."""
    with reached(url) as store:
        content = store.read(INDEX)
        found = "there is none"
        try:
            if content is not None and (said := json.loads(content)).keys() >= {LATEST, "releases"}:
                return dict(said)
            found = "it names no releases" if content is not None else found
        except (ValueError, AttributeError) as error:
            found = f"it cannot be read ({error})"
        raise OutputError(
            f"no index of releases: {found}",
            where=f"{url.rstrip('/')}/{INDEX}",
            expected="a folder or store with releases",
            remedy="make one with `bilaterals release` or `bilaterals publish`, or name another with --output",
        )


def require_output(url: str) -> None:
    """Nothing, and writes nothing; raises OutputError where no release can be put there, as far as that is seen ahead.

    For a folder or a store.
    """
    require_named(url)
    if not is_address(url):
        require_place(Path(url))
        return
    with reached(url) as store:
        if store.folder:
            require_place(store.folder)
            return
        bucket = store.root.partition("/")[0]
        if entries_of(store) or not bucket or store.files.exists(bucket):
            return
        raise OutputError(
            f"there is no bucket {bucket}",
            where=url,
            expected="a store that is there",
            remedy="make it, or name another address with --output",
        )


def prune_at(url: str, keep: int) -> tuple[str, ...]:
    """The versions that were removed from a folder or a store, newest first: all but the newest `keep`."""
    if not is_address(url):
        return prune(Path(url), keep)
    with reached(url) as store:
        if store.folder:
            return prune(store.folder, keep)
        entries = entries_of(store)
        gone = [str(one["version"]) for one in entries[keep:]]
        if gone:
            for path, text in index_files(entries[:keep]).items():
                store.write(path, text.encode("utf-8", "backslashreplace"))
        for version in gone:
            store.remove_folder(version)
        return tuple(gone)


def _require_sound(release: Path) -> None:
    report = verify(release)
    if report.is_sound:
        return
    first, *others = report.faults
    more = f" and {len(others):,} more" if others else ""
    raise OutputError(
        f"it is not sound ({first.path}: {first.found}{more})",
        where=str(release),
        expected="a release as it was published",
        remedy="see `bilaterals verify`, and publish one that is sound",
    )


def _into_folder(release: Path, root: Path) -> int:
    """How many files were copied into the folder of releases; the release appears there at once or not at all."""
    with opened(root):
        there = shelved(root)
        if same := next((one for one in there if one.version == release.name), None):
            if (same.path / CHECKSUMS).read_bytes() != (release / CHECKSUMS).read_bytes():
                raise _taken(str(root), release.name, "another release of that version stands there")
            require_whole(same)
            settle(root)
            return 0
        with staging(root) as stage:
            shutil.copytree(release, stage / release.name)
            place(root, stage, release.name, newest_first([said_of(release), *(one.said for one in there)]))
        return len(_files(release))


def _into_store(release: Path, store: Store) -> int:
    """How many files were put into the store; the index, which is written last, names the release from then on."""
    files, version, said = _files(release), release.name, said_of(release)
    ours, theirs = files[CHECKSUMS].read_bytes(), store.read(f"{version}/{CHECKSUMS}")
    listed = [one for one in entries_of(store) if one["version"] == version]
    if (theirs is not None and theirs != ours) or (listed and listed[0] != index_entry(said)):
        raise _taken(store.url, version, "another release of that version stands there")
    if theirs is None:
        _claim(store, version, ours)
    absent = files if theirs is None else _absent(store, version, files)
    _fill(store, version, absent)
    _require_whole(store, version, files)
    if CHECKSUMS in absent:
        store.write(f"{version}/{CHECKSUMS}", ours)
    _enlist(store, index_entry(said))
    if store.read(_claim_path(version)) == _claim_of(ours):
        store.remove(_claim_path(version))
    return len(absent)


def _files(release: Path) -> dict[str, Path]:
    """The files of a release by path."""
    return {path.relative_to(release).as_posix(): path for path in sorted(release.rglob("*")) if path.is_file()}


def _claim(store: Store, version: str, checksums: bytes) -> None:
    """Takes the version for this release, or finds that an earlier try to send this release has."""
    claim = _claim_of(checksums)
    if not store.create(_claim_path(version), claim) and store.read(_claim_path(version)) != claim:
        path = f"{store.url.rstrip('/')}/{_claim_path(version)}"
        raise _taken(store.url, version, f"another one is being sent; where that was given up, remove {path}")


def _claim_path(version: str) -> str:
    return f"{CLAIMS}/{version}"


def _claim_of(checksums: bytes) -> bytes:
    return of_bytes(checksums).sha256.encode()


def _absent(store: Store, version: str, files: Mapping[str, Path]) -> dict[str, Path]:
    """The files that are not there; raises OutputError where one is there with another content, read back whole."""
    there = store.sizes(version)
    for path, file in files.items():
        if path in there and store.sha256(f"{version}/{path}") != of_file(file).sha256:
            raise _taken(store.url, version, f"{path} was changed there")
    return {path: file for path, file in files.items() if path not in there}


def _fill(store: Store, version: str, absent: Mapping[str, Path]) -> None:
    """Puts all files that are not there but the checksums, which say that the others are."""
    store.put({f"{version}/{path}": file for path, file in absent.items() if path != CHECKSUMS})


def _require_whole(store: Store, version: str, files: Mapping[str, Path]) -> None:
    """Nothing, where each file is there in its size, and no other; what an earlier try left behind is removed."""
    there = store.sizes(version)
    for path in there.keys() - files.keys():
        if CHECKSUMS in there:
            raise _taken(store.url, version, f"{path} is there, which is none of its files")
        store.remove(f"{version}/{path}")
    for path, file in files.items():
        if path != CHECKSUMS and there.get(path) != file.stat().st_size:
            raise OutputError(
                f"{version}/{path} did not arrive whole",
                where=store.url,
                expected=f"{file.stat().st_size:,} bytes, found {there.get(path, 0):,}",
                remedy="publish it again",
            )


def entries_of(store: Store) -> list[dict[str, Any]]:
    """The releases that the index of a store names, newest first; none where there is no index."""
    content = store.read(INDEX)
    return [] if content is None else list(json.loads(content)["releases"])


def _enlist(store: Store, entry: Mapping[str, object]) -> None:
    """Writes the index with this release in it, unless it is; again where another sender's took its place meanwhile."""
    for _ in range(TRIES):
        entries = entries_of(store)
        if entry in entries:
            return
        others = [one for one in entries if one["version"] != entry["version"]]
        for path, text in index_files(newest_first([entry, *others])).items():
            store.write(path, text.encode("utf-8", "backslashreplace"))
    raise OutputError(
        "its index is written by others all the time",
        where=store.url,
        expected=f"an index that names {entry['version']}",
        remedy="publish it again when they are done",
    )


def _taken(url: str, version: str, found: str) -> OutputError:
    expected = "no release of that version, or this one: what is published stays as it is"
    return OutputError(found, where=f"{url} ({version})", expected=expected, remedy="name another address")
