"""`pages.yaml`: what a wiki says of each page beside its text, by file name."""

from __future__ import annotations

import logging
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import yaml

from parsers.errors import SourceError

log = logging.getLogger(__name__)

SIDECAR = "pages.yaml"
DEPTH = 2
"""How deeply the file is nested: entries, and what each says."""

NAMED = 3
"""How many names a warning lists."""


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

    Names are as `composed` gives them. Raises SourceError where it is no such file: unknown keys, a name said twice, a
    revision that is no number, a timestamp that is none, an address that leads nowhere on the web.
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
        text = content.decode("utf-8")
        _require_flat(text, where)
        said = yaml.load(text, Loader=_Loader) or {}
    except (UnicodeDecodeError, yaml.YAMLError) as error:
        raise _refusal(where, " ".join(str(error).split())) from error
    if not isinstance(said, dict):
        raise _refusal(where, "no mapping of file names")
    return {composed(name): _said(where, name, of_page) for name, of_page in said.items()}


def composed(name: str) -> str:
    """The name of a file in one of the ways in which Unicode writes the same letters: systems and editors differ."""
    return unicodedata.normalize("NFC", name)


def warn_of_others(said: Mapping[str, Said], names: Iterable[str], where: str) -> None:
    """Nothing; warns where the `pages.yaml` of a folder tells of files that are not among its `names`."""
    others = sorted(said.keys() - set(map(composed, names)))
    if others:
        more = f" and {len(others) - NAMED} more" if len(others) > NAMED else ""
        log.warning("%s: no such article there: %s%s; correct the name", where, ", ".join(others[:NAMED]), more)


class _Loader(getattr(yaml, "CBaseLoader", yaml.BaseLoader)):  # type: ignore[misc]
    """Leaves every value a string: a title `No` is no boolean, a timestamp keeps its zone. Refuses a name said twice.

    libyaml's, where PyYAML was built with it: 7 times as fast.
    """

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[object, object]:
        """The mapping of a node."""
        seen = set[object]()
        for key, _ in node.value:
            if isinstance(key.value, str) and key.value in seen:
                raise yaml.MarkedYAMLError(problem=f"{key.value} is there twice", problem_mark=key.start_mark)
            seen.add(key.value if isinstance(key.value, str) else id(key))
        return dict(super().construct_mapping(node, deep))


def _require_flat(text: str, where: str) -> None:
    """Nothing; raises SourceError for what is nested more deeply than an entry: libyaml's loader may die of that."""
    depth = 0
    for event in yaml.parse(text, Loader=_Loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth > DEPTH:
                raise _refusal(where, f"a value in line {_line(event)} that is no text")
        depth -= isinstance(event, yaml.CollectionEndEvent)


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 0


def _said(where: str, name: str, of_page: object) -> Said:
    """What an entry of the file says of a page; raises SourceError for one that cannot be read."""
    allowed = [field.name for field in fields(Said)]
    if not isinstance(of_page, dict):
        raise _refusal(where, f"an entry {name} that says nothing by name")
    if others := [str(key) for key in of_page if key not in allowed]:
        raise _refusal(where, f"an entry {name} with {', '.join(others)}")
    if others := [key for key, value in of_page.items() if not isinstance(value, str)]:
        raise _refusal(where, f"an entry {name} of which {', '.join(others)} is no text")
    known = {key: " ".join(value.split()) or None for key, value in of_page.items()}
    try:
        return Said(
            known.get("title"),
            _revision(known.get("revision_id")),
            _utc(known.get("timestamp")),
            _address(known.get("url")),
            known.get("licence"),
        )
    except (ValueError, OverflowError) as error:
        raise _refusal(where, f"an entry {name} that cannot be read ({error})") from error


def _revision(text: str | None) -> int | None:
    if text and not re.fullmatch(r"[1-9][0-9]{0,17}", text):
        raise ValueError(f"revision_id {text} is no number of a revision")
    return int(text) if text else None


def _address(text: str | None) -> str | None:
    if text and not re.match(r"https?://[^\s/]", text, re.IGNORECASE):
        raise ValueError(f"url {text} is no address on the web")
    return text


def _utc(timestamp: str | None) -> str | None:
    """ISO 8601 in UTC to the second; a timestamp without a zone is taken for UTC, as wikis give it."""
    if not timestamp:
        return None
    moment = datetime.fromisoformat(timestamp)
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.replace(tzinfo=None).isoformat(timespec="seconds") + "Z"


def _refusal(where: str, found: str) -> SourceError:
    return SourceError(
        found,
        where=where,
        expected="file names, each with title, revision_id, timestamp, url, licence or some of them",
        remedy="mend it, as in flows/sources/sample/pages.yaml",
    )
