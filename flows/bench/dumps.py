"""Dumps of any size, as MediaWiki writes them: plain, .bz2, or multistream with its index.

    python -m flows.bench.dumps PATH --articles 100 --megabytes 200 --layout multistream

The wanted articles of the corpus stand evenly among pages of other titles, which have the same texts; a redirect and a
talk page come with each article.
"""

from __future__ import annotations

import argparse
import bz2
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from itertools import chain, count, cycle, islice
from pathlib import Path
from typing import TypeVar
from xml.sax.saxutils import escape

import typer

from flows.bench.corpus import article, corpus
from parsers.document.model import Page

LAYOUTS = ("plain", "bz2", "multistream")
PAGES_A_STREAM, STREAMS_AT_ONCE = 100, 8
SITE = "https://wiki.example/wiki/Main_Page"
_HEADER = f"""<mediawiki xmlns="http://www.mediawiki.org/xml/export-0.11/" \
xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" \
xsi:schemaLocation="http://www.mediawiki.org/xml/export-0.11/ http://www.mediawiki.org/xml/export-0.11.xsd" \
version="0.11" xml:lang="en">
  <siteinfo>
    <sitename>Example wiki</sitename>
    <dbname>examplewiki</dbname>
    <base>{SITE}</base>
    <generator>MediaWiki 1.39.17</generator>
    <case>first-letter</case>
    <namespaces>
      <namespace key="0" case="first-letter" />
      <namespace key="1" case="first-letter">Talk</namespace>
    </namespaces>
  </siteinfo>
"""
_FOOTER = "</mediawiki>\n"
_ID = re.compile(r"<id>(\d+)</id>")
T = TypeVar("T")


def element(page: Page, number: int, *, namespace: int = 0, redirect: str | None = None) -> str:
    """The `<page>` element of a page; `number` is its identifier in the wiki."""
    to = f'    <redirect title="{escape(redirect)}" />\n' if redirect else ""
    text = f"#REDIRECT [[{redirect}]]" if redirect else page.raw
    return f"""  <page>
    <title>{escape(page.title)}</title>
    <ns>{namespace}</ns>
    <id>{number}</id>
{to}    <revision>
      <id>{page.revision_id}</id>
      <timestamp>{page.timestamp}</timestamp>
      <contributor>
        <username>Author</username>
        <id>1</id>
      </contributor>
      <model>wikitext</model>
      <format>text/x-wiki</format>
      <text bytes="{len(text.encode())}" xml:space="preserve">{escape(text)}</text>
      <sha1>0</sha1>
    </revision>
  </page>
"""


def elements(articles: int, megabytes: float, seed: int = 0) -> Iterator[tuple[str, str]]:
    """Titles and `<page>` elements: the articles of the seed, evenly among filler, until so many megabytes are made."""
    filler = cycle(list(corpus(200, seed=seed + 1)))
    size = wanted = 0
    for number in count(1):
        if wanted < articles and size >= megabytes * 1e6 * wanted / articles:
            made = list(_with_company(article(wanted, seed), 4 * number))
            wanted += 1
        elif size < megabytes * 1e6:
            page = next(filler)
            title = f"History of {page.title.partition('–')[0]}, part {number}"
            made = [(title, element(_as(page, title), 4 * number))]
        else:
            return
        size += sum(len(words) for _, words in made)
        yield from made


def _with_company(page: Page, number: int) -> Iterator[tuple[str, str]]:
    """An article, its talk page, and a redirect to it from the title with the states the other way round."""
    first, _, second = page.title.removesuffix(" relations").partition("–")
    other = f"{second}–{first} relations"
    yield page.title, element(page, number)
    yield f"Talk:{page.title}", element(_as(page, f"Talk:{page.title}", raw="Hello."), number + 1, namespace=1)
    yield other, element(_as(page, other), number + 2, redirect=page.title)


def _as(page: Page, title: str, raw: str | None = None) -> Page:
    return Page(title, title, page.raw if raw is None else raw, page.form, page.revision_id, page.timestamp)


def write_dump(path: Path, pages: Iterable[tuple[str, str]], layout: str) -> None:
    """Writes the pages as a dump; a multistream one with its index beside it."""
    texts = iter(pages)
    if layout == "plain":
        with path.open("w", encoding="utf-8") as file:
            file.writelines(chain([_HEADER], (words for _, words in texts), [_FOOTER]))
    elif layout == "bz2":
        with bz2.open(path, "wt", encoding="utf-8") as file:
            file.writelines(chain([_HEADER], (words for _, words in texts), [_FOOTER]))
    else:
        _write_streams(path, texts)


def _write_streams(path: Path, pages: Iterator[tuple[str, str]]) -> None:
    """A stream of its own for the header, for each hundred pages, and for the end, as Wikimedia's dumps have them."""
    index = path.with_name(path.name.replace("multistream.xml", "multistream-index.txt"))
    with path.open("wb") as file, bz2.open(index, "wt", encoding="utf-8") as lines, ThreadPoolExecutor() as pool:
        file.write(bz2.compress(_HEADER.encode()))
        for streams in _batched(_batched(pages, PAGES_A_STREAM), STREAMS_AT_ONCE):
            for stream, compressed in zip(streams, pool.map(_compressed, streams), strict=True):
                lines.writelines(f"{file.tell()}:{_ID.findall(words)[0]}:{escape(title)}\n" for title, words in stream)
                file.write(compressed)
        file.write(bz2.compress(_FOOTER.encode()))


def _compressed(pages: Iterable[tuple[str, str]]) -> bytes:
    return bz2.compress("".join(words for _, words in pages).encode())


def _batched(items: Iterable[T], size: int) -> Iterator[list[T]]:
    iterator = iter(items)
    return iter(lambda: list(islice(iterator, size)), [])


def main() -> None:
    """Writes the dump that the command line asks for, and says how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path, help="as in enwiki-20260101-pages-articles-multistream.xml.bz2")
    parser.add_argument("--articles", type=int, default=100)
    parser.add_argument("--megabytes", type=float, default=200, help="of XML")
    parser.add_argument("--layout", choices=LAYOUTS, default="multistream")
    parser.add_argument("--seed", type=int, default=0)
    given = parser.parse_args()
    write_dump(given.path, elements(given.articles, given.megabytes, given.seed), given.layout)
    typer.echo(f"{given.path.stat().st_size / 1e6:.1f} MB in {given.path}")


if __name__ == "__main__":
    main()
