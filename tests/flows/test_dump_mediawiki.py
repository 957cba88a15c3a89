"""Dumps that a real MediaWiki wrote, and releases from them beside those of other sources of the same pages."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from mediawiki_site import LICENCE, Site

from flows.bench.corpus import corpus, write
from flows.sources import gather
from flows.sources.dump import pages
from parsers.document.model import Page

ARTICLES = 5
OTHERS = {
    "Main Page": "Welcome.",
    "Public relations": "'''Public relations''' are no pair.",
    "Peru–Estonia relations": "#REDIRECT [[Estonia–Peru relations]]",
    "Talk:Estonia–Peru relations": "Talk.",
    "Estonia–Peru relations": "'''Estonia–Peru relations''' began in 1991. <page> & </page> ]]> “x” &amp;lt; \u00a0",
}


def articles() -> dict[str, str]:
    return {page.title: page.raw.strip() for page in corpus(ARTICLES)} | {
        "Estonia–Peru relations": OTHERS["Estonia–Peru relations"].strip()
    }


@pytest.fixture(scope="module")
def wiki(mediawiki: Site) -> Site:
    mediawiki.load(OTHERS | {title: f"An older text on {title}." for title in articles()})
    mediawiki.load(OTHERS | articles(), timestamp="2024-06-01T10:00:00Z")
    return mediawiki


def of(path: Path) -> list[Page]:
    return gather([f"dump:{path}#licence={LICENCE}"])


@pytest.mark.slow
@pytest.mark.parametrize("name", ["wiki.xml", "wiki.xml.bz2"])
@pytest.mark.parametrize("option", ["--current", "--full"])
def test_a_dump_gives_the_pages_that_the_wiki_itself_gives(wiki, tmp_path, name, option):
    found = of(wiki.dump(tmp_path / name, option))
    assert {page.title: page.raw for page in found} == articles()
    assert {page.timestamp for page in found} == {"2024-06-01T10:00:00Z"}
    asked = f"wikipedia:{'|'.join(articles())}#{wiki.url}"
    assert found == gather([asked])


@pytest.mark.slow
def test_pages_of_a_list_and_a_dump_of_stubs(wiki, tmp_path):
    (tmp_path / "titles.txt").write_text("Public relations\nNo such page\nPeru–Estonia relations", encoding="utf-8")
    path = wiki.dump(tmp_path / "wiki.xml")
    found = {page.title: page for page in pages(f"dump:{path}#titles={tmp_path / 'titles.txt'}", None)}
    assert found["Public relations"].raw == OTHERS["Public relations"]
    assert found["Peru–Estonia relations"].raw == "#REDIRECT [[Estonia–Peru relations]]"
    assert found["No such page"].absent.lasting
    stubs = of(wiki.dump(tmp_path / "stubs.xml.bz2", "--current", "--stub"))
    assert {page.title for page in stubs} == set(articles())
    assert all("stubs" in page.absent.found for page in stubs)


def released(run, source: str, output: Path) -> dict[str, bytes]:
    """Every file of the release of a source."""
    code, _, err = run("release", source, "--output", output, "--quiet")
    assert code == 0, err
    return {one.relative_to(output).as_posix(): one.read_bytes() for one in output.rglob("*") if one.is_file()}


def plain(content: bytes, names: dict[str, str]) -> bytes:
    """A file of a release without what follows from the names of its sources: they themselves, digests and sizes."""
    text = re.sub(r"\b[0-9a-f]{8,64}\b|\"(?:bytes|contentSize)\": ?\"?\d+[^,}]*", "#", content.decode())
    return re.sub(r"\b\d+\.wiki\b", lambda name: names[name[0]], text).encode()


@pytest.mark.slow
def test_the_release_is_the_same_from_files_from_a_dump_and_from_the_wiki(wiki, tmp_path, prefect_server, run):
    path = wiki.dump(tmp_path / "wiki.xml.bz2")
    files = [replace(page, name=f"{number}.wiki") for number, page in enumerate(of(path))]
    write(tmp_path / "files", iter(files))
    from_files = released(run, str(tmp_path / "files"), tmp_path / "one")
    from_dump = released(run, f"dump:{path}#licence={LICENCE}", tmp_path / "two")
    from_wiki = released(run, f"wikipedia:{'|'.join(articles())}#{wiki.url}", tmp_path / "three")
    assert from_dump == from_wiki
    assert set(from_files) == set(from_dump)
    names = {page.name: page.title for page in files}
    differing = {name for name in from_files if from_files[name] != from_dump[name]}
    assert "1.0.0/manifest.json" in differing
    assert not {name for name in differing if "/parquet/" in name or "/csv/" in name or "/validation/" in name}
    assert {name for name in differing if plain(from_files[name], names) != plain(from_dump[name], names)} == set()
