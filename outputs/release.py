"""Publishing: the rows become files, the files a release, the release the newest."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import groupby
from pathlib import Path

import pyarrow as pa

from outputs.cells import Rows
from outputs.csv import cell_text, write_csv
from outputs.delta import FOLDER, delta_tables
from outputs.describe import LAST, Describer, describers, json_text
from outputs.describe.manifest import described
from outputs.digest import Writer, of_bytes, of_file, of_writer
from outputs.model import Departed, File, Release
from outputs.page.parts import row_files
from outputs.parquet import read_arrow, to_arrow, write_arrow
from outputs.shelf import Shelved, opened, place, require_whole, settle, shelved, staging
from outputs.version import Difference, difference, next_version
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
    from the release before.
    """

    version: str | None
    path: Path
    reasons: tuple[str, ...]
    counts: Mapping[str, int]
    changes: Mapping[str, int] = field(default_factory=dict)


def publish(
    root: Path,
    rows: Mapping[str, Rows],
    manifest: Mapping[str, object],
    validation: Mapping[str, object],
    report_html: str,
    *,
    declared: Mapping[str, Table] | None = None,
    departed: Sequence[Departed] = (),
) -> Published:
    """Publishes the rows as the next release in `root`: `root/1.2.0`, with `root/latest` and `root/index.json`.

    `rows` has every declared table with its rows in final order; `manifest` and `validation` are written as JSON.
    Neither these nor the report may hold what changes with the day or the folder. The version follows from the
    difference to the release before. Where nothing changed, nothing is written, not even a date of a file. The release
    appears at once or not at all. `declared` are the tables to write, for tests; `departed` are articles of the release
    before that left, which the new release tells with their reasons.

    Raises OutputError where rows are not as declared, the folder cannot be written, or another run is publishing there;
    `latest` is then as it was.
    """
    declared = tables() if declared is None else declared
    _check_tables(declared, rows)
    arrows = {name: to_arrow(table, rows[name]) for name, table in declared.items()}
    ordered = {name: rows[name] for name in declared}
    release = Release(declared, ordered, manifest, newest_source(rows), arrows=arrows, validation=validation)
    writers = dict(_writers(release, arrows, validation, report_html))
    contents = _contents(release, writers)
    listing = "".join(f"{sha256}  {path}\n" for path, sha256 in contents.items())
    release = replace(release, contents=contents, content_hash=of_bytes(listing.encode()).sha256)
    with opened(root):
        return _publish(root, release, arrows, writers, tuple(departed))


def newest_source(rows: Mapping[str, Rows]) -> str | None:
    """When the newest revision among the sources was saved, ISO 8601 in UTC; None where no source has a revision."""
    return max((cell_text(row["timestamp"]) for row in rows.get("articles", ()) if row["timestamp"]), default=None)


def _publish(
    root: Path,
    release: Release,
    arrows: Mapping[str, pa.Table],
    writers: Mapping[str, Writer],
    departed: tuple[Departed, ...],
) -> Published:
    releases = shelved(root)
    before = releases[0] if releases else None
    change = _difference(before, release, arrows)
    version, reasons = next_version(before.version if before else None, change)
    if version is None and before:
        require_whole(before)
        settle(root)
        log.info("nothing changed", extra={"version": before.version})
        return Published(None, before.path, reasons, release.counts, change.counts)
    assert version is not None
    previous = before.version if before else None
    history = tuple(one.said for one in releases)
    release = replace(release, version=version, previous=previous, reasons=reasons, difference=change, history=history)
    release = replace(release, departed=departed)
    with staging(root) as stage:
        _write(stage / version, release, {**writers, **dict(_delta_writers(release))})
        place(root, stage, version, [described(release), *history])
    log.info("published", extra={"version": version, "reasons": reasons, "changes": change.counts})
    return Published(version, root / version, reasons, release.counts, change.counts)


def _difference(before: Shelved | None, release: Release, arrows: Mapping[str, pa.Table]) -> Difference:
    """The difference to the release before; its tables are read only where any file differs."""
    if before is None:
        return difference({}, arrows)
    paths = sorted(before.contents.keys() | release.contents.keys())
    files = tuple(path for path in paths if before.contents.get(path) != release.contents.get(path))
    if not files:
        return Difference()
    same = {name for name in arrows if _parquet(name) in before.contents and _parquet(name) not in files}
    try:
        read = {name: read_arrow(path) for name, path in before.parquet.items() if name not in same}
        return difference(read | {name: arrows[name] for name in same}, arrows, files=files)
    except pa.ArrowInvalid as error:
        raise OutputError(
            f"a table cannot be read ({error})",
            where=str(before.path),
            expected="a whole release, to compare with",
            remedy="restore it, move it away, or name another folder with --output",
        ) from error


def _write(folder: Path, release: Release, writers: Mapping[str, Writer]) -> None:
    """Writes all files: those that hold rows and validation first, then those that describe the release."""
    files = {path: _write_file(folder / path, write) for path, write in writers.items()}
    for one, content in _describe(release, files):
        _write_file(folder / one.path, _whole(content))


def _describe(release: Release, files: Mapping[str, File]) -> Iterator[tuple[Describer, bytes]]:
    """The describing files with their bytes, round by round, each seeing `files` and those of the rounds before."""
    files = dict(files)
    for _, group in groupby(describers(), key=lambda one: one.round):
        seen = replace(release, files=dict(files))
        for one in group:
            content = one.content(seen)
            files[one.path] = of_bytes(content)
            yield one, content


def _write_file(path: Path, write: Writer) -> File:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        write(file)
    return of_file(path)


def _writers(
    release: Release, arrows: Mapping[str, pa.Table], validation: Mapping[str, object], report_html: str
) -> Iterator[tuple[str, Writer]]:
    """What writes each file that does not depend on the version, by path."""
    for name, table in release.tables.items():
        yield _parquet(name), partial(write_arrow, arrows[name])
        yield f"csv/{name}.csv", partial(write_csv, table, release.rows[name])
    yield from ((path, _whole(content)) for path, content in row_files(release))
    yield RESULTS, _whole(json_text(validation, RESULTS).encode("utf-8", "backslashreplace"))
    yield REPORT, _whole(report_html.encode("utf-8", "backslashreplace"))


def _delta_writers(release: Release) -> Iterator[tuple[str, Writer]]:
    """What writes the difference to the release before; nothing where there is none before."""
    if release.previous:
        for name, table in delta_tables(release.difference):
            yield f"{FOLDER}/{name}.parquet", partial(write_arrow, table)


def _parquet(name: str) -> str:
    return f"parquet/{name}.parquet"


def _whole(content: bytes) -> Writer:
    return lambda file: file.write(content)


def _contents(release: Release, writers: Mapping[str, Writer]) -> dict[str, str]:
    """The SHA-256 of every file in its version-free form, by path; `release` must be in that form itself."""
    files = {path: of_writer(write) for path, write in writers.items()}
    described_files = {one.path: of_bytes(content) for one, content in _describe(release, files) if one.round < LAST}
    return {path: file.sha256 for path, file in sorted({**files, **described_files}.items())}


def _check_tables(declared: Mapping[str, Table], rows: Mapping[str, Rows]) -> None:
    if rows.keys() == declared.keys():
        return
    missing, undeclared = sorted(declared.keys() - rows.keys()), sorted(rows.keys() - declared.keys())
    found = [f"no rows given for {', '.join(missing)}"] * bool(missing)
    found += [f"undeclared tables {', '.join(undeclared)}"] * bool(undeclared)
    raise OutputError(
        " and ".join(found),
        where="the rows to publish",
        expected="every declared table, with no rows where there are none, and no other",
        remedy="mend what makes the rows, or declare the table in parsers/tables",
    )
