"""Files, folders and globs: one article a file, with what the wiki knows of each in a `pages.yaml` beside them.

    berlin-tokyo.wiki: {title: "Germany–Japan relations", revision_id: 7, timestamp: 2024-05-01T10:00:00Z,
                        url: "https://…/index.php?oldid=7", licence: "CC BY-SA 4.0"}

Every key may be left out. The title is then what the text says of itself, else the file's name. A folder is read
without its subfolders, and only files with the suffixes below; a file that is named is read whatever its suffix.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator
from pathlib import Path

from flows.sources.sidecar import SIDECAR, Said, read_sidecar
from parsers.document.model import Page
from parsers.document.read import MAX_BYTES, recognise_form, title_in
from parsers.errors import SourceError

SUFFIXES = (".mediawiki", ".txt", ".wiki", ".wikitext")

READ_LIMIT = 8 * MAX_BYTES
"""Bytes read of one file: more than any page may have, so that `parsers.document` refuses what is larger."""


def opens(source: str) -> bool:
    """Whether the string can be a path; every string can, so this kind of source is asked last."""
    return True


def pages(source: str, form: str | None) -> Iterator[Page]:
    """The pages of a file, of a folder, or of the files that a glob names, by path.

    Raises SourceError where there is no such file, a folder or glob holds no article, or a file cannot be read.
    """
    path = Path(source)
    if source and path.is_dir():
        yield from pages_in(path, form)
    elif os.path.lexists(source):
        yield _page(path, form, read_sidecar(path.parent))
    elif glob.has_magic(source):
        yield from _globbed(source, form)
    else:
        where = source or "an empty SOURCE"
        raise SourceError(
            "no such file or folder", where=where, expected="a file, a folder or a glob", remedy="check the path"
        )


def pages_in(folder: Path, form: str | None) -> Iterator[Page]:
    """The pages of a folder, by file name; raises SourceError where none of its files is an article."""
    paths = sorted(path for path in _listed(folder) if is_article(path))
    if not paths:
        raise _nothing(str(folder), "a folder")
    said = read_sidecar(folder)
    for path in paths:
        yield _page(path, form, said)


def is_article(path: Path) -> bool:
    """Whether a file in a folder is taken for an article: by its suffix; neither hidden nor a README.

    >>> is_article(Path("chad-taiwan.wiki")), is_article(Path("README.md"))
    (True, False)
    """
    return path.suffix.lower() in SUFFIXES and not path.name.lower().startswith((".", "readme"))


def _globbed(source: str, form: str | None) -> Iterator[Page]:
    """The pages of the files that match; folders that match are read as folders, other files only with our suffixes."""
    matched = sorted(map(Path, glob.glob(source, recursive=True)))  # noqa: PTH207 (Path.glob takes no absolute pattern)
    paths = [path for path in matched if path.is_file() and is_article(path)]
    folders = [path for path in matched if path.is_dir() and any(map(is_article, _listed(path)))]
    if not paths and not folders:
        raise _nothing(source, "a glob that matches files")
    for path in paths:
        yield _page(path, form, read_sidecar(path.parent))
    for folder in folders:
        yield from pages_in(folder, form)


def _page(path: Path, form: str | None, said: dict[str, Said]) -> Page:
    raw = _text(path)
    form = form or recognise_form(raw)
    known = said.get(path.name, Said())
    return Page(
        name=path.name,
        title=known.title or title_in(raw, form) or path.stem,
        raw=raw,
        form=form,
        revision_id=known.revision_id,
        timestamp=known.timestamp,
        url=known.url,
        licence=known.licence,
    )


def _text(path: Path) -> str:
    """The file as UTF-8 without a byte order mark, lines ended by line feeds.

    A byte that is no UTF-8 becomes half a surrogate pair, by which `parsers.document` knows it and refuses the page.
    """
    try:
        with path.open("rb") as file:
            content = file.read(READ_LIMIT)
    except OSError as error:
        raise _unreadable(path, error) from error
    text = content.decode("utf-8", "surrogateescape").removeprefix("\ufeff")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _listed(folder: Path) -> list[Path]:
    try:
        return [path for path in folder.iterdir() if path.is_file()]
    except OSError as error:
        raise _unreadable(folder, error) from error


def _nothing(where: str, expected: str) -> SourceError:
    return SourceError(
        "no articles",
        where=where,
        expected=f"{expected} with names ending in {', '.join(SUFFIXES)} (not only {SIDECAR})",
        remedy="name the files themselves, or rename them",
    )


def _unreadable(path: Path, error: OSError) -> SourceError:
    return SourceError(
        f"it cannot be read ({error.strerror})",
        where=str(path),
        expected="a file or folder that may be read",
        remedy="permit reading it, or leave it out",
    )
