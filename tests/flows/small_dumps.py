"""Dumps of a few pages for the tests: parts of XML to put together, and every layout of the same pages."""

from __future__ import annotations

import bz2
from collections.abc import Iterable
from pathlib import Path

from flows.bench.dumps import write_dump
from flows.sources import gather
from parsers.document.model import Page

HEAD = "<mediawiki><siteinfo><base>https://wiki.example/index.php/Main_Page</base></siteinfo>\n"
END = "</mediawiki>\n"


def page(title: str, text: str = "Words.", *, ns: int = 0, revision: str | None = None, inside: str = "") -> str:
    """A `<page>` element; `revision` stands for all of its revisions, `inside` before them."""
    revision = revision or (
        f"<revision><id>7</id><timestamp>2024-05-01T10:00:00Z</timestamp><model>wikitext</model>"
        f'<text bytes="{len(text)}">{text}</text></revision>'
    )
    return f"<page><title>{title}</title><ns>{ns}</ns><id>1</id>{inside}{revision}</page>\n"


def dump(path: Path, *pages: str, head: str = HEAD, end: str = END) -> Path:
    """A dump of the elements, compressed where the name says so."""
    content = (head + "".join(pages) + end).encode()
    path.write_bytes(bz2.compress(content) if path.suffix == ".bz2" else content)
    return path


def layouts(folder: Path, pages: Iterable[tuple[str, str]]) -> dict[str, Path]:
    """The same pages as a dump of each layout; the multistream one also without its index."""
    pages = list(pages)
    paths = {
        "plain": folder / "x-pages-articles.xml",
        "bz2": folder / "x-pages-articles.xml.bz2",
        "multistream": folder / "x-pages-articles-multistream.xml.bz2",
    }
    for layout, path in paths.items():
        write_dump(path, pages, layout)
    paths["without index"] = folder / "alone" / "x-pages-articles-multistream.xml.bz2"
    paths["without index"].parent.mkdir()
    paths["without index"].write_bytes(paths["multistream"].read_bytes())
    return paths


def read(path: Path, options: str = "") -> list[Page]:
    """The pages that the source gives of a dump."""
    return gather([f"dump:{path}{options}"])


def titles(path: Path, options: str = "") -> list[str]:
    return [page.title for page in read(path, options)]
