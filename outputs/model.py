"""A release as the files that describe it see it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import pyarrow as pa

from outputs.cells import Rows
from outputs.parquet import to_arrow
from outputs.version import Difference
from parsers.tables import Table


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

    `arrows` are the rows as Arrow tables, in which columns are counted fast, `validation` the results of validation.
    `history` is what the releases before say of themselves (as in index.json), newest first; `departed` are articles
    of the release before that left.

    The version-free form is the same release with `version` "", no `previous`, no `reasons`, an empty `difference`,
    no `history`, no `departed` and no `contents`: a file that says the same in that form has not changed, whatever
    version it stands in.
    """

    tables: Mapping[str, Table]
    rows: Mapping[str, Rows]
    manifest: Mapping[str, object]
    date: str | None
    version: str = ""
    previous: str | None = None
    reasons: tuple[str, ...] = ()
    difference: Difference = field(default_factory=Difference)
    contents: Mapping[str, str] = field(default_factory=dict)
    content_hash: str = ""
    files: Mapping[str, File] = field(default_factory=dict)
    arrows: Mapping[str, pa.Table] = field(default_factory=dict)
    validation: Mapping[str, object] = field(default_factory=dict)
    history: tuple[Mapping[str, object], ...] = ()
    departed: tuple[Departed, ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """The number of rows of each table."""
        return {name: len(rows) for name, rows in self.rows.items()}

    def arrow(self, name: str) -> pa.Table:
        """The rows of a table in Arrow; KeyError where it is not in the release."""
        return self.arrows[name] if name in self.arrows else to_arrow(self.tables[name], self.rows[name])
