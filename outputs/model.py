"""A release as the files that describe it see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import wraps
from typing import Any, TypeVar

from outputs.profile import Profile, profiles
from outputs.version import Difference
from parsers.columnar import Stored
from parsers.tables import Table

T = TypeVar("T")


@dataclass(frozen=True)
class File:
    """A file of the release: its size in bytes and its SHA-256 in hexadecimal."""

    bytes: int
    sha256: str


@dataclass(frozen=True)
class Departed:
    """An article of the release before that this one has no more: its title and revision there, and why it left."""

    title: str
    revision_id: int | None
    reason: str


@dataclass(frozen=True)
class Release:
    """What is to be published.

    `date` is when the newest source was saved ("2024-05-03T10:11:12Z"; None where no source has a revision), so that it
    does not depend on the day of the run. `files` are those already written, by path. `contents` is the SHA-256 of
    every file in its version-free form, `content_hash` the SHA-256 over these.

    `stored` has the rows of each table, of which what is asked for is read, `validation` the results of validation.
    `history` is what the releases before say of themselves (as in index.json), newest first; `departed` are articles
    of the release before that left; `known` is what was found of the rows so far (see `once`).

    The version-free form is the same release with `version` "", no `previous`, no `reasons`, an empty `difference`,
    no `history`, no `departed` and no `contents`: a file that says the same in that form has not changed, whatever
    version it stands in.
    """

    tables: Mapping[str, Table]
    stored: Mapping[str, Stored]
    manifest: Mapping[str, object]
    date: str | None
    version: str = ""
    previous: str | None = None
    reasons: tuple[str, ...] = ()
    difference: Difference = field(default_factory=Difference)
    contents: Mapping[str, str] = field(default_factory=dict)
    content_hash: str = ""
    files: Mapping[str, File] = field(default_factory=dict)
    validation: Mapping[str, object] = field(default_factory=dict)
    history: tuple[Mapping[str, object], ...] = ()
    departed: tuple[Departed, ...] = ()
    known: dict[object, Any] = field(default_factory=dict, repr=False, compare=False)

    @property
    def counts(self) -> dict[str, int]:
        """The number of rows of each table."""
        return {name: rows.num_rows for name, rows in self.stored.items()}

    def profile(self, name: str) -> Mapping[str, Profile]:
        """What the columns of a table hold, found once; KeyError where it is not in the release."""
        if name not in self.known:
            self.known[name] = profiles(self.stored[name])
        found: dict[str, Profile] = self.known[name]
        return found


def once(find: Callable[[Release], T]) -> Callable[[Release], T]:
    """The function of a release, asked once for all its forms: it may look at what is the same in each, as rows are."""

    @wraps(find)
    def known(release: Release) -> T:
        if find not in release.known:
            release.known[find] = find(release)
        found: T = release.known[find]
        return found

    return known


def parquet_path(name: str) -> str:
    """Where the Parquet file of a table stands in a release."""
    return f"parquet/{name}.parquet"


def csv_path(name: str) -> str:
    """Where its CSV file does."""
    return f"csv/{name}.csv"
