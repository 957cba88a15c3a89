"""A release at hand: the folder that it is in, or a copy of what stands in a store, for as long as it is looked at."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from outputs.remote import entries_of
from outputs.shelf import LATEST, VERSION, located
from outputs.store import Store, is_address, reached, require_named
from parsers.errors import OutputError


@dataclass(frozen=True)
class AtHand:
    """A release in a folder of this machine, and the place where it stands: that folder, or an address."""

    folder: Path
    place: str


@contextmanager
def at_hand(release: str, root: str) -> Iterator[AtHand]:
    """The release that is named by its version, as `latest`, by its path or by its address.

    A version and `latest` are looked up in `root`, a folder or a store. Out of a store every file of the release is
    copied into a folder that is removed afterwards. Raises OutputError where there is no such release, or the store
    cannot be reached; errors that are raised while it is looked at name its place.
    """
    url, version = _placed(release, root)
    require_named(url)
    if not is_address(url):
        folder = located(version, Path(url))
        yield AtHand(folder, str(folder))
        return
    with TemporaryDirectory(prefix="bilaterals-") as room:
        with reached(url) as store:
            folder = _copied(store, version, Path(room))
        here = AtHand(folder, f"{url}/{folder.name}")
        try:
            yield here
        except OutputError as error:
            raise error.at(error.where.replace(str(folder), here.place)) from error


def _placed(release: str, root: str) -> tuple[str, str]:
    """The folder or store of releases, and what names the release in it.

    >>> _placed("latest", "s3://bucket/releases"), _placed("s3://bucket/releases/1.0.0/", "outputs/releases")
    (('s3://bucket/releases', 'latest'), ('s3://bucket/releases', '1.0.0'))
    """
    if not is_address(release):
        return root.rstrip("/") or root, release
    url, _, version = release.rstrip("/").rpartition("/")
    return url, version


def _copied(store: Store, version: str, folder: Path) -> Path:
    """The copy of a release of the store: below the folder, under the release's version."""
    named = _newest(store) if version == LATEST else version
    if named and VERSION.fullmatch(named):
        store.fetch(named, folder / named)
        if (folder / named).is_dir():
            return folder / named
    raise OutputError(
        "no such release",
        where=f"{store.url}/{version}",
        expected=f"{LATEST}, or a version that stands in {store.url}",
        remedy="see `bilaterals list --output`, or name another address",
    )


def _newest(store: Store) -> str | None:
    return next((str(one["version"]) for one in entries_of(store)), None)
