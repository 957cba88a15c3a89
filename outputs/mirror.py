"""Releasing into a store: a folder of this machine stands for it, in which the next release is made and sent off.

That folder holds the newest release of the store whole, which the next one is compared with, and of the older ones what
they say of themselves. A release that was made and could not be sent is sent first by the next run; where another
machine has published its version meanwhile, it is dropped and made anew.
"""

from __future__ import annotations

import hashlib
import logging
import re
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from outputs.placing import opened, staging
from outputs.remote import entries_of, send
from outputs.shelf import CHECKSUMS, INDEX, MANIFEST, VERSION, Shelved, order_of, require_whole, said_of, shelved
from outputs.store import Store, is_address, reached
from parsers.errors import OutputError

log = logging.getLogger(__name__)

RELEASES = "releases"


@contextmanager
def releases_at(url: str, mirrors: Path) -> Iterator[Path]:
    """The folder of releases for a folder or an address; of a store one below `mirrors` that stands for it.

    What was published in the latter is sent to the store at the end. Raises OutputError where the store cannot be
    reached or written, another run on this machine makes a release for it, or another machine was faster.
    """
    folder = folder_of(url)
    if folder:
        yield folder
        return
    home = mirrors / _name(url)
    with opened(home):
        root = home / RELEASES
        root.mkdir(exist_ok=True)
        _drop_damaged(root)
        _send_left(root, url)
        _bring(root, url)
        before = {one.version for one in shelved(root)}
        yield root
        for made in shelved(root):
            if made.version not in before:
                send(made.path, url)


def place_of(release: Path, url: str) -> str | None:
    """The address of a release that `releases_at` gave the folder of; None where that is the place itself."""
    return None if folder_of(url) else f"{url.rstrip('/')}/{release.name}"


def folder_of(url: str) -> Path | None:
    """The folder that a path or an address names, None where it names no folder of this machine."""
    if not is_address(url):
        return Path(url)
    with reached(url) as store:
        return store.folder


def _name(url: str) -> str:
    """A folder's name for an address.

    >>> _name("s3://bucket/open/data")
    's3-bucket-open-data-1caf74c5'
    """
    words = re.sub(r"\W+", "-", url.rstrip("/")).strip("-")[:60]
    return f"{words}-{hashlib.sha256(url.rstrip('/').encode()).hexdigest()[:8]}"


def _drop_damaged(root: Path) -> None:
    """Removes what says nothing of itself: it was a copy, or never sent."""
    for path in root.iterdir():
        if VERSION.fullmatch(path.name) and _said(path) is None:
            shutil.rmtree(path)


def _send_left(root: Path, url: str) -> None:
    """Sends what was made here and is newer than all in the store; drops what another machine was faster with."""
    listed = {str(one["version"]): one for one in _entries(url)}
    newest = max(map(order_of, listed), default=(0,))
    for release in reversed(shelved(root)):
        if release.version in listed:
            continue
        if order_of(release.version) > newest:
            send(release.path, url)
        else:
            shutil.rmtree(release.path)


def _bring(root: Path, url: str) -> None:
    """Makes the folder hold what the store holds: its newest release whole, of the others the manifest."""
    with reached(url) as store:
        entries = entries_of(store)
        for number, entry in enumerate(entries):
            if number == 0:
                _bring_whole(root, store, entry)
            else:
                _bring_manifest(root, store, entry)
    for release in shelved(root):
        if release.version not in {one["version"] for one in entries}:
            shutil.rmtree(release.path)


def _bring_whole(root: Path, store: Store, entry: Mapping[str, Any]) -> None:
    """The release whole: as it stands there, else fetched and tested by its checksums."""
    version = str(entry["version"])
    if _is(root / version, entry) and (root / version / CHECKSUMS).is_file():
        return
    log.info("fetching %s from %s, to compare with", version, store.url)
    with staging(root) as stage:
        store.fetch(version, stage / version)
        if not _is(stage / version, entry):
            raise _unfit(store, version)
        require_whole(Shelved(stage / version, said_of(stage / version)))
        _put(stage / version, root / version)


def _bring_manifest(root: Path, store: Store, entry: Mapping[str, Any]) -> None:
    """The manifest of the release, without its other files."""
    version = str(entry["version"])
    if _is(root / version, entry) and [path.name for path in (root / version).iterdir()] == [MANIFEST]:
        return
    content = store.read(f"{version}/{MANIFEST}")
    with staging(root) as stage:
        (stage / version).mkdir()
        (stage / version / MANIFEST).write_bytes(content or b"")
        if not _is(stage / version, entry):
            raise _unfit(store, version)
        _put(stage / version, root / version)


def _put(made: Path, place: Path) -> None:
    if place.exists():
        shutil.rmtree(place)
    made.rename(place)


def _is(release: Path, entry: Mapping[str, Any]) -> bool:
    """Whether the folder holds the release that the entry of an index names."""
    said = _said(release) or {}
    return (said.get("version"), said.get("content_hash")) == (entry["version"], entry.get("content_hash"))


def _said(release: Path) -> Mapping[str, object] | None:
    """What the manifest in the folder says of the release of that name; None where it says nothing of it."""
    try:
        said = said_of(release)
    except OutputError:
        return None
    return said if said["version"] == release.name else None


def _entries(url: str) -> list[dict[str, Any]]:
    with reached(url) as store:
        return entries_of(store)


def _unfit(store: Store, version: str) -> OutputError:
    return OutputError(
        f"its manifest is not the one that {INDEX} tells of",
        where=f"{store.url.rstrip('/')}/{version}",
        expected="the release that was published there, to compare with",
        remedy="restore it, or name another address with --output",
    )
