"""Articles read before, kept in the state folder: a page that has not changed is not read again by the same code.

An article stands for the very page (its text and what the source says of it), the very code of `parsers`, and the same
libraries. What another code kept is let go. Failures are not kept, so that each run tells them anew. What a run hands
on of an article is small: its rows stay in the file, from which they are read when they are put together. The state
folder is the user's own, and nothing in it comes from outside.
"""

from __future__ import annotations

import hashlib
import os
import pickle
import shutil
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, pairwise
from pathlib import Path

import pyarrow as pa

from flows.article import Article, Outcome, read_page
from flows.code import reading_code
from flows.settings import state_folder
from parsers.assemble.part import ARTICLE, PERSON, RELATION, Tables
from parsers.columnar import schema_of
from parsers.document.model import Page
from parsers.tables import table

GROUPS = (PERSON, RELATION, ARTICLE)


@dataclass(frozen=True)
class Group:
    """Tables that are read together: the record batches of those that have rows, one behind the other, compressed.

    `length` is that before compression, `places` where each table begins and ends then.
    """

    content: bytes
    length: int
    places: Mapping[str, tuple[int, int]]

    @classmethod
    def of(cls, found: Tables) -> Group:
        """The group of some tables."""
        filled = {name: rows.combine_chunks().to_batches() for name, rows in found.items() if rows.num_rows}
        batches = {name: batch.serialize() for name, (batch,) in filled.items()}
        ends = list(accumulate(batch.size for batch in batches.values()))
        places = dict(zip(batches, pairwise([0, *ends]), strict=True))
        content = b"".join(batches.values())
        return cls(_codec().compress(content, asbytes=True), len(content), places)

    def tables(self) -> Tables:
        """The tables again."""
        content = _codec().decompress(self.content, self.length)
        return {name: _rows(name, content.slice(start, stop - start)) for name, (start, stop) in self.places.items()}


@dataclass(frozen=True)
class Kept:
    """The rows of an article in a file: the article, then its groups in the order of GROUPS, each of which is read
    without those behind it.
    """

    path: Path

    @property
    def identity(self) -> str:
        """The name of the file, which is made from the page; the folder is that of the code."""
        return self.path.stem

    def tables(self, leading: str) -> Tables:
        """The tables ordered by a column first; none for a table without rows."""
        with self.path.open("rb") as file:
            _, places = pickle.load(file)
            start, stop = places[leading]
            file.seek(start, os.SEEK_CUR)
            found: Group = pickle.loads(file.read(stop - start))
        return found.tables()


def read(page: Page) -> Outcome:
    """The article of a page, from an earlier run where that is kept, else read and kept; or the failure."""
    return find(page) or keep(page, read_page(page))


def find(page: Page) -> Article | None:
    """The article of a page as an earlier run kept it; None where there is none, or none that can be read."""
    return _kept(_path(page))


def keep(page: Page, outcome: Outcome) -> Outcome:
    """What was read of a page; where that is an article, it is kept, and its rows stand in a file."""
    if not isinstance(outcome, Article):
        return outcome
    return _keep(_path(page), outcome)


def prepare() -> None:
    """Makes the folder of this code and lets go of what another code kept; before several processes keep articles."""
    folder = state_folder() / "articles" / reading_code()
    if not folder.is_dir():
        shutil.rmtree(folder.parent, ignore_errors=True)
        folder.mkdir(parents=True, exist_ok=True)


def _kept(path: Path) -> Article | None:
    """The article in a file; None where there is none, or none that can be read."""
    try:
        with path.open("rb") as file:
            found, places = pickle.load(file)
            is_whole = file.tell() + places[GROUPS[-1]][1] == file.seek(0, os.SEEK_END)
    except (OSError, pickle.UnpicklingError, EOFError, AttributeError, ImportError, IndexError, TypeError, ValueError):
        return None
    return _placed(found, path) if is_whole and isinstance(found, Article) else None


def _keep(path: Path, article: Article) -> Article:
    """The article with its rows in the file; the whole file is written beside its place and moved there, since two
    runs may keep the same page.
    """
    prepare()
    groups = [pickle.dumps(Group.of(article.part.source.tables(leading))) for leading in GROUPS]
    ends = list(accumulate(map(len, groups)))
    places = dict(zip(GROUPS, pairwise([0, *ends]), strict=True))
    found = _placed(article, path)
    written = path.with_suffix(f".{os.getpid()}")
    written.write_bytes(b"".join([pickle.dumps((found, places)), *groups]))
    written.replace(path)
    return found


def _placed(article: Article, path: Path) -> Article:
    """The article with its rows in a file; the state folder may have been moved since."""
    return replace(article, part=replace(article.part, source=Kept(path)))


def _rows(name: str, content: pa.Buffer) -> pa.Table:
    schema = schema_of(table(name))
    return pa.Table.from_batches([pa.ipc.read_record_batch(content, schema)], schema)


@cache
def _codec() -> pa.Codec:
    return pa.Codec("zstd", compression_level=1)


def _path(page: Page) -> Path:
    digest = hashlib.sha256(repr(page).encode("utf-8", "backslashreplace")).hexdigest()
    return state_folder() / "articles" / reading_code() / f"{digest[:32]}.pickle"
