"""Files, folders and globs: one article a file, with what the wiki knows of each in a `pages.yaml` beside them.

    berlin-tokyo.wiki: {title: "Germany–Japan relations", revision_id: 7, timestamp: 2024-05-01T10:00:00Z,
                        url: "https://…/index.php?oldid=7", licence: "CC BY-SA 4.0"}

Every key may be left out. The title is then what the text says of itself, else the file's name. A folder is read
without its subfolders, and only files with our suffixes; a file that is named is read whatever its suffix. One of a
folder or glob that cannot be read is a page without a text, as a link that leads nowhere; one that is named is refused.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from flows.sources.article_files import READ_LIMIT, is_article, no_articles, nothing_there, page_of
from flows.sources.sidecar import SIDECAR, Said, read_sidecar, warn_of_others
from parsers.document.model import Absence, Page
from parsers.errors import SourceError


def opens(source: str) -> bool:
    """Whether the string can be a path; every string can, so this kind of source is asked last."""
    return True


def pages(source: str, form: str | None) -> Iterator[Page]:
    """The pages of a file, of a folder, or of the files that a glob names, by path.

    Raises SourceError where there is no such file, a folder or glob holds no article, or the file cannot be read.
    """
    path = Path(source)
    with _reading(path):
        if source and path.is_dir():
            yield from pages_in(path, form)
        elif os.path.lexists(source):
            yield _page_named(path, form)
        elif glob.has_magic(source):
            yield from _globbed(source, form)
        else:
            raise nothing_there(source or "an empty SOURCE", "check the path")


def pages_in(folder: Path, form: str | None) -> Iterator[Page]:
    """The pages of a folder, by file name; raises SourceError where none of its files is an article."""
    paths = sorted(path for path in _listed(folder) if is_article(path.name))
    if not paths:
        raise no_articles(str(folder), "a folder")
    said = read_sidecar(folder)
    for path in paths:
        yield _page(path, form, said)
    warn_of_others(said, [path.name for path in paths], str(folder / SIDECAR))


def _globbed(source: str, form: str | None) -> Iterator[Page]:
    """The pages of the files that match; folders that match are read as folders, other files only with our suffixes."""
    matched = sorted(map(Path, glob.glob(source, recursive=True)))  # noqa: PTH207 (Path.glob takes no absolute pattern)
    paths = [path for path in matched if _is_file(path) and is_article(path.name)]
    folders = [path for path in matched if path.is_dir() and any(is_article(one.name) for one in _listed(path))]
    if not paths and not folders:
        raise no_articles(source, "a glob that matches files")
    for path in paths:
        yield _page(path, form, read_sidecar(path.parent))
    for folder in folders:
        yield from pages_in(folder, form)
    for parent in sorted({path.parent for path in paths}):
        warn_of_others(read_sidecar(parent), [path.name for path in _listed(parent)], str(parent / SIDECAR))


def look_over(sources: Sequence[str]) -> None:
    """Nothing; warns where the `pages.yaml` beside files that are named tells of none there, once a folder.

    A shell expands a glob to such names; of folders, and of globs that we expand, `pages` warns.
    """
    for folder in sorted({Path(source).parent for source in sources if Path(source).is_file()}):
        warn_of_others(read_sidecar(folder), [path.name for path in _listed(folder)], str(folder / SIDECAR))


def _page_named(path: Path, form: str | None) -> Page:
    """The page of a file; raises SourceError where it cannot be read."""
    if path.is_fifo():  # `check` has read it before
        expected = "a file that can be read again"
        raise SourceError("a pipe", where=str(path), expected=expected, remedy="write what it gives to a file")
    with _reading(path):
        return page_of(path.name, _content(path), form, read_sidecar(path.parent))


def _page(path: Path, form: str | None, said: dict[str, Said]) -> Page:
    """The page of a file among others; without a text where it cannot be read, so that they go on."""
    try:
        return page_of(path.name, _content(path), form, said)
    except OSError as error:
        found = "a link to a file that is not there" if path.is_symlink() and not path.exists() else None
        remedy = "permit reading it, mend it, or leave it out"
        absent = Absence(found or f"it cannot be read ({error.strerror})", remedy, lasting=False)
        return replace(page_of(path.name, b"", form, said), absent=absent)


def _content(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(READ_LIMIT)


def _is_file(path: Path) -> bool:
    """Whether it is a file, or a link that leads nowhere, which is told of and not passed over."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _listed(folder: Path) -> list[Path]:
    with _reading(folder):
        return [path for path in folder.iterdir() if _is_file(path)]


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Turns an OSError inside into a SourceError."""
    try:
        yield
    except OSError as error:
        raise SourceError(
            f"it cannot be read ({error.strerror})",
            where=str(path),
            expected="a file or folder that may be read",
            remedy="permit reading it, or leave it out",
        ) from error
