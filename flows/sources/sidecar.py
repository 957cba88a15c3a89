"""`pages.yaml`: what a wiki says of each page beside its text, by file name."""

from __future__ import annotations

from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import yaml

from parsers.errors import SourceError

SIDECAR = "pages.yaml"
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)  # libyaml's, where PyYAML was built with it: 7 times as fast


@dataclass(frozen=True)
class Said:
    """What is known of one page: as in `parsers.document.model.Page`, null where it is not said."""

    title: str | None = None
    revision_id: int | None = None
    timestamp: str | None = None
    url: str | None = None
    licence: str | None = None


def read_sidecar(folder: Path) -> dict[str, Said]:
    """What the folder's `pages.yaml` says, by file name; nothing where there is none.

    Raises SourceError where it is no such file: unknown keys, a revision that is no number, a timestamp that is none.
    """
    path = folder / SIDECAR
    try:
        stat = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return {}
    return _read(path, stat.st_mtime_ns, stat.st_size)


# A shell expands a glob to thousands of files of one folder, with one sidecar; the key holds the file's state.
@lru_cache(maxsize=8)
def _read(path: Path, _changed: int, _size: int) -> dict[str, Said]:
    try:
        return said_in(path.read_bytes(), str(path))
    except OSError as error:
        raise _refusal(str(path), " ".join(str(error).split())) from error


def said_in(content: bytes, where: str) -> dict[str, Said]:
    """What a `pages.yaml` with these bytes says, by file name; raises SourceError as `read_sidecar`, naming `where`."""
    try:
        # The base loader leaves every value a string: a title `No` is no boolean, a timestamp keeps its zone.
        said = yaml.load(content.decode("utf-8"), Loader=_LOADER) or {}
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise _refusal(where, " ".join(str(error).split())) from error
    if not isinstance(said, dict):
        raise _refusal(where, "no mapping of file names")
    return {str(name): _said(where, str(name), of_page) for name, of_page in said.items()}


def _said(where: str, name: str, of_page: object) -> Said:
    """What an entry of the file says of a page; raises SourceError for one that cannot be read."""
    allowed = [field.name for field in fields(Said)]
    if not isinstance(of_page, dict) or not of_page.keys() <= set(allowed):
        raise _refusal(where, f"an entry {name} with other than {', '.join(allowed)}")
    known = {key: " ".join(str(value).split()) or None for key, value in of_page.items()}
    try:
        revision, timestamp = known.pop("revision_id", None), known.pop("timestamp", None)
        return Said(revision_id=int(revision) if revision else None, timestamp=_utc(timestamp), **known)
    except ValueError as error:
        raise _refusal(where, f"an entry {name} that cannot be read ({error})") from error


def _utc(timestamp: str | None) -> str | None:
    """ISO 8601 in UTC to the second; a timestamp without a zone is taken for UTC, as wikis give it."""
    if not timestamp:
        return None
    moment = datetime.fromisoformat(timestamp)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _refusal(where: str, found: str) -> SourceError:
    return SourceError(
        found,
        where=where,
        expected="file names, each with title, revision_id, timestamp, url, licence or some of them",
        remedy="mend it, as in flows/sources/sample/pages.yaml",
    )
