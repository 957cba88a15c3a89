"""Publishing: the rows become files (`making`), the files a release, the release the newest (`placing`)."""

from __future__ import annotations

import logging
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc

from outputs.cells import Rows
from outputs.csv import cell_text
from outputs.delta import FOLDER, delta_tables
from outputs.describe import LAST, Describer, describers, json_text
from outputs.describe.manifest import described
from outputs.digest import of_bytes, of_file
from outputs.licence import others, warning
from outputs.making import WRITERS, Made, check_tables, make_files, put, write_file, write_table
from outputs.model import Departed, File, Release, parquet_path
from outputs.narrowing import Narrowed, Since
from outputs.placing import opened, place, refusing, settle, staging
from outputs.shelf import INDEX, Shelved, require_whole, shelved
from outputs.version import Difference, difference, files_changed, first, next_version
from parsers.columnar import Stored
from parsers.errors import OutputError
from parsers.tables import Table, tables

log = logging.getLogger(__name__)

RESULTS = "validation/results.json"
REPORT = "validation/report.html"


@dataclass(frozen=True)
class Published:
    """What came of publishing.

    `version` is None where nothing changed and nothing was written; `path` is the newest release in any case.
    `reasons` are in words, `counts` the rows of each table, `changes` how many tables, columns, rows and files differ
    from the release before; `content_hash` is that of the newest release. `url` is its address in a store; `path` is
    then that of the copy which was sent.
    """

    version: str | None
    path: Path
    reasons: tuple[str, ...]
    counts: Mapping[str, int]
    changes: Mapping[str, int] = field(default_factory=dict)
    content_hash: str = ""
    url: str | None = None

    @property
    def where(self) -> str:
        """The path of the newest release, or its address in a store."""
        return self.url or str(self.path)


def publish(
    root: Path,
    rows: Mapping[str, Rows | Stored],
    manifest: Mapping[str, object],
    validation: Mapping[str, object],
    report_html: str,
    *,
    declared: Mapping[str, Table] | None = None,
    workspace: Path | None = None,
    made: Made | None = None,
    departed: Sequence[Departed] = (),
    changed: Since | None = None,
) -> Published:
    """Publishes the rows as the next release in `root`: `root/1.2.0`, with `root/latest` and `root/index.json`.

    `rows` has every declared table with its rows in final order, as dicts or as a Parquet file that `parquet.Writer`
    wrote; `manifest` and `validation` are written as JSON. Neither these nor the report may hold what changes with the
    day or the folder. The version follows from the difference to the release before. Where nothing changed, nothing is
    written, not even a date of a file. The release appears at once or not at all. `declared` are the tables to write,
    for tests. In `workspace`, best on the disk of `root`, files are made before it is known whether they are wanted;
    they stay there. None: in a folder of the system's, which is removed. `made` are the files of rows, where
    `make_files` made them before. `departed` are articles of the release before that left, which the new release tells
    with their reasons. `changed` has the rows that are others than in tables put together before, which may be those of
    the release before.

    Raises OutputError where rows are not as declared, the folder cannot be written, or another run is publishing there;
    `latest` is then as it was.
    """
    declared = tables() if declared is None else declared
    check_tables(declared, rows)
    with tempfile.TemporaryDirectory() if workspace is None else nullcontext(workspace) as folder, refusing(root):
        made = make_files(Path(folder), rows, declared) if made is None else made
        texts = {RESULTS: json_text(validation, RESULTS), REPORT: report_html}
        made = {**made, **{path: write_file(Path(folder) / path, _bytes(text)) for path, text in texts.items()}}
        stored = {name: Stored(made[parquet_path(name)]) for name in declared}
        release = _hashed(Release(declared, stored, manifest, newest_source(stored), validation=validation), made)
        with opened(root):
            return _publish(root, release, made, tuple(departed), changed)


def unchanged(root: Path, content_hash: str) -> Published | None:
    """The newest release in the folder as what came of publishing, where it has these contents; None where not.

    As of any run that changed nothing, the release is checked to be whole, and `latest` and the index are mended.
    Raises OutputError as `publish`.
    """
    if not (root / INDEX).is_file():
        return None
    with opened(root):
        releases = shelved(root)
        if not releases or releases[0].said.get("content_hash") != content_hash:
            return None
        return _nothing_new(root, releases[0], releases[0].counts, Difference())


def newest_source(stored: Mapping[str, Stored]) -> str | None:
    """When the newest revision among the sources was saved, ISO 8601 in UTC; None where no source has a revision."""
    stamps = stored["articles"].column("timestamp") if "articles" in stored else None
    newest = None if stamps is None else pc.max(stamps).as_py()
    return cell_text(newest) if newest else None


def _hashed(release: Release, made: Made) -> Release:
    """A release in its version-free form, with its files and the hash of all contents."""
    files = _files(made)
    contents = _contents(release, files)
    listing = "".join(f"{sha256}  {path}\n" for path, sha256 in contents.items())
    return replace(release, contents=contents, content_hash=of_bytes(listing.encode()).sha256, files=files)


def _files(made: Made) -> dict[str, File]:
    """The size and the hash of each file."""
    with ThreadPoolExecutor(WRITERS) as pool:
        return dict(zip(made, pool.map(of_file, made.values()), strict=True))


def _publish(
    root: Path, release: Release, made: Made, departed: tuple[Departed, ...], changed: Since | None
) -> Published:
    """Puts the release there as the next version, unless it is the same as the newest."""
    releases = shelved(root)
    before = releases[0] if releases else None
    change = _difference(before, release, changed)
    previous = before.version if before else None
    version, reasons = next_version(previous, change)
    if version is None and before:
        return _nothing_new(root, before, release.counts, change)
    assert version is not None
    history = tuple(one.said for one in releases)
    release = replace(release, version=version, previous=previous, reasons=reasons, difference=change, history=history)
    release = replace(release, departed=departed)
    _place(root, release, made)
    return Published(version, root / version, reasons, release.counts, change.counts, release.content_hash)


def _place(root: Path, release: Release, made: Made) -> None:
    """Makes the release the newest in the folder, all its files at once."""
    with staging(root) as stage:
        _fill(stage / release.version, release, made)
        place(root, stage, release.version, [described(release), *release.history])
    if found := others(release):
        log.warning("%s", warning(found))
    published = {"version": release.version, "reasons": release.reasons, "changes": release.difference.counts}
    log.info("published", extra=published)


def _nothing_new(root: Path, before: Shelved, counts: Mapping[str, int], change: Difference) -> Published:
    """What came of publishing where nothing changed: the newest release, which is whole."""
    require_whole(before)
    settle(root)
    log.info("nothing changed", extra={"version": before.version})
    reasons, content_hash = next_version(before.version, change)[1], str(before.said["content_hash"])
    return Published(None, before.path, reasons, counts, change.counts, content_hash)


def _difference(before: Shelved | None, release: Release, changed: Since | None) -> Difference:
    """The difference to the release before; its tables are read only where any file differs."""
    if before is None:
        return first(release.stored)
    files = files_changed(before.contents, release.contents)
    if not files:
        return Difference()
    same = {
        name for name in release.stored if parquet_path(name) in before.contents and parquet_path(name) not in files
    }
    try:
        old = {name: Stored(path) for name, path in before.parquet.items()}
        return difference(old, release.stored, files=files, same=same, known=_known(before, changed))
    except pa.ArrowInvalid as error:
        raise OutputError(
            f"a table cannot be read ({error})",
            where=str(before.path),
            expected="a whole release, to compare with",
            remedy="restore it, move it away, or name another folder with --output",
        ) from error


def _known(before: Shelved, changed: Since | None) -> dict[str, tuple[Narrowed, Narrowed]]:
    """The rows to which the difference is limited, of tables that are compared with the ones that the release has."""
    hashes, rows = (changed.hashes, changed.rows) if changed else ({}, {})
    return {
        name: pair for name, pair in rows.items() if before.contents.get(parquet_path(name)) == hashes.get(name, "")
    }


def _fill(folder: Path, release: Release, made: Made) -> None:
    """Puts all files in place: those that were made, the difference, then those that describe the release."""
    for path, file in made.items():
        put(file, folder / path)
    files = {**release.files, **{path: of_file(write_table(folder / path, table)) for path, table in _deltas(release)}}
    for one, content in _describe(release, files):
        write_file(folder / one.path, content)


def _deltas(release: Release) -> Iterator[tuple[str, pa.Table]]:
    """The difference to the release before by path; nothing where there is none before."""
    if release.previous:
        yield from ((f"{FOLDER}/{name}.parquet", table) for name, table in delta_tables(release.difference))


def _describe(release: Release, files: Mapping[str, File]) -> Iterator[tuple[Describer, bytes]]:
    """The describing files with their bytes, round by round, each seeing `files` and those of the rounds before."""
    files = dict(files)
    for _, group in groupby(describers(), key=lambda one: one.round):
        seen = replace(release, files=dict(files))
        for one in group:
            content = one.content(seen)
            files[one.path] = of_bytes(content)
            yield one, content


def _contents(release: Release, files: Mapping[str, File]) -> dict[str, str]:
    """The SHA-256 of every file in its version-free form, by path; `release` must be in that form itself."""
    described_files = {one.path: of_bytes(content) for one, content in _describe(release, files) if one.round < LAST}
    return {path: file.sha256 for path, file in sorted({**files, **described_files}.items())}


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
