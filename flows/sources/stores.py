"""`s3://bucket/folder` → pages, from any store that fsspec knows: as `files` reads paths, with a `pages.yaml` too.

Keys and endpoints are fsspec's affair: its configuration files, `FSSPEC_S3_…`, or the variables of the store's own
client (`AWS_…`). A web page is no store; articles of a wiki are asked for by `wikipedia:`.
"""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any

import fsspec

from flows.sources.article_files import READ_LIMIT, is_article, no_articles, nothing_there, page_of
from flows.sources.sidecar import SIDECAR, Said, said_in, warn_of_others
from outputs.store import is_address, why_unreached
from parsers.document.model import Page
from parsers.errors import BilateralsError, SourceError

BATCH = 64
"""Files that are fetched at once; a file of S3 takes 20 to 100 ms, whatever its size."""

REMEDY = "check the address"

_WEB = re.compile(r"https?://", re.IGNORECASE)


def opens(source: str) -> bool:
    """Whether the string is an address with a scheme.

    >>> opens("s3://bucket/articles"), opens("articles/*.wiki")
    (True, False)
    """
    return is_address(source)


def pages(source: str, form: str | None) -> Iterator[Page]:
    """The pages of a file, of a folder, or of the files that a glob names, by path; fetched BATCH at a time.

    Raises SourceError where the store cannot be reached, nothing stands there, or a file cannot be read.
    """
    if _WEB.match(source):
        expected = "a store of files (such as s3://bucket/articles)"
        remedy = "save the articles as files, or read a wiki's by wikipedia:TITLE"
        raise SourceError("a web address", where=source, expected=expected, remedy=remedy)
    with _reaching(source):
        files, root = fsspec.core.url_to_fs(source)
        files.invalidate_cache()
        store = _Store(source, files)
        found = sorted(store.articles(root).items())
        said = {folder: store.sidecar(folder) for folder in sorted({_folder(path) for path, _ in found})}
    for start in range(0, len(found), BATCH):
        with _reaching(source):
            fetched = store.contents(dict(found[start : start + BATCH]))
        for path, content in fetched.items():
            yield page_of(PurePosixPath(path).name, content, form, said[_folder(path)])
    if (folder := root.rstrip("/")) in said:
        warn_of_others(said[folder], [PurePosixPath(path).name for path, _ in found], f"{source} ({SIDECAR})")


@dataclass(frozen=True)
class _Store:
    """The store of a source; its methods raise what `_reaching` turns into words."""

    source: str
    files: Any

    def articles(self, root: str) -> dict[str, int | None]:
        """The files that the source names, by path, with their sizes where the store knows them."""
        try:
            info = self.files.info(root)
        except FileNotFoundError:
            if not glob.has_magic(root):
                raise
            return self._matched(root)
        if info["type"] != "directory":
            return {root: info.get("size")}
        return self._in(root) or self._none("a folder")

    def sidecar(self, folder: str) -> Mapping[str, Said]:
        """What the folder's `pages.yaml` says, by file name; nothing where there is none."""
        try:
            content = self.files.cat_file(f"{folder}/{SIDECAR}")
        except (FileNotFoundError, NotADirectoryError):
            return {}
        return said_in(content, f"{self.source} ({folder}/{SIDECAR})")

    def contents(self, sizes: Mapping[str, int | None]) -> dict[str, bytes]:
        """The bytes of files, the first READ_LIMIT of those that are larger; fetched together where the store can."""
        # A range is asked for of large files alone, since some stores refuse one of an empty file.
        ends = [READ_LIMIT if (size or 0) > READ_LIMIT else None for size in sizes.values()]
        contents = self.files.cat_ranges(list(sizes), [None] * len(ends), ends, on_error="return")
        for path, content in zip(sizes, contents, strict=True):
            if isinstance(content, Exception):
                raise _unreadable(self.source, path, content) from content
        return dict(zip(sizes, contents, strict=True))

    def _matched(self, pattern: str) -> dict[str, int | None]:
        """The articles among the files that match, and those in the folders that match."""
        matched = self.files.glob(pattern, detail=True)
        found = {path: info.get("size") for path, info in matched.items() if _is_article(path, info)}
        for path, info in matched.items():
            if info["type"] == "directory":
                found |= self._in(path)
        return found or self._none("a glob that matches files")

    def _in(self, folder: str) -> dict[str, int | None]:
        """The articles in a folder, without its subfolders."""
        listed = {info["name"]: info for info in self.files.ls(folder, detail=True)}
        return {path: info.get("size") for path, info in listed.items() if _is_article(path, info)}

    def _none(self, expected: str) -> dict[str, int | None]:
        raise no_articles(self.source, expected)


def _is_article(path: str, info: Mapping[str, Any]) -> bool:
    return info["type"] == "file" and is_article(PurePosixPath(path).name)


def _folder(path: str) -> str:
    return path.rpartition("/")[0]


@contextmanager
def _reaching(source: str) -> Iterator[None]:
    """Turns what a store's client raises inside into a SourceError."""
    try:
        yield
    except BilateralsError:
        raise
    except FileNotFoundError as error:
        raise nothing_there(source, REMEDY) from error
    except Exception as error:  # every client raises errors of its own, which cannot be named without importing it
        raise _unreadable(source, source, error) from error


def _unreadable(source: str, path: str, error: Exception) -> SourceError:
    found, remedy = why_unreached(source, error)
    where = source if path == source else f"{source} ({path})"
    expected = "files in a store that fsspec can reach (such as s3://bucket/articles)"
    return SourceError(found, where=where, expected=expected, remedy=remedy)
