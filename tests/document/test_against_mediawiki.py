"""Our plain text of each page in `pages/` beside what a real MediaWiki makes of it: the same words in the same order.

MediaWiki's parser (`action=parse`) is compared with all that a page says, TextExtracts with its running text. Templates
stand in the wiki with the simple wording of `pages/templates.yaml`. Where we differ, `pages/differences.yaml` lists the
words of each side and the reason; a difference that is no more fails as well.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from functools import cache
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml
from mediawiki_site import Site
from rendered import Rendered, rendered

from parsers.document.model import Document, Page
from parsers.document.read import read_document

pytestmark = pytest.mark.slow

FOLDER = Path(__file__).parent / "pages"
PAGES = sorted(path.stem for path in FOLDER.glob("*.wiki"))
LISTED: dict[str, Any] = yaml.safe_load((FOLDER / "differences.yaml").read_text(encoding="utf-8"))
DIFFERENCES: dict[str, list[dict[str, str]]] = LISTED["pages"]

PICTURE = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
"""A picture of one point."""

Difference = tuple[str, str]
"""Words of MediaWiki's, and words of ours in their place; either may be empty."""


def title(name: str) -> str:
    return f"Page {name}"


def raw(name: str) -> str:
    return (FOLDER / f"{name}.wiki").read_text(encoding="utf-8")


@cache
def ours(name: str) -> Document:
    return read_document(Page(f"{name}.wiki", title(name), raw(name), "wikitext"))


@pytest.fixture(scope="module")
def wiki(mediawiki: Site) -> Site:
    templates = yaml.safe_load((FOLDER / "templates.yaml").read_text(encoding="utf-8"))
    pages = {f"Template:{name[0].upper()}{name[1:]}": text for name, text in templates.items()}
    with_pictures(mediawiki)
    mediawiki.load({**pages, **{title(name): raw(name) for name in PAGES}})
    return mediawiki


def with_pictures(wiki: Site) -> None:
    """Gives the wiki each picture that the pages name: of a missing one MediaWiki shows the name."""
    named = {match[1] for name in PAGES for match in re.finditer(r"([\w ]+\.png)", raw(name))}
    pictures = wiki.folder / "pictures"
    pictures.mkdir()
    for name in {*named, "Flag of Kenya.png", "Flag of NOR.png"}:
        (pictures / name.strip()).write_bytes(base64.b64decode(PICTURE))
    with (wiki.folder / "LocalSettings.php").open("a", encoding="utf-8") as settings:
        settings.write(f'$wgEnableUploads = true;\n$wgUploadDirectory = "{wiki.folder}/images";\n')
    wiki.run("importImages", pictures)


def parsed(wiki: Site, name: str) -> Rendered:
    asked = {"action": "parse", "format": "json", "formatversion": "2", "text": raw(name), "title": title(name)}
    asked |= {"contentmodel": "wikitext", "disableeditsection": "1", "disabletoc": "1", "prop": "text"}
    answer = httpx.post(wiki.api, data=asked, timeout=60).raise_for_status().json()
    return rendered(answer["parse"]["text"])


def extract(wiki: Site, name: str) -> list[str]:
    asked = {"prop": "extracts", "explaintext": 1, "exsectionformat": "wiki", "titles": title(name)}
    said = wiki.query(**asked)["query"]["pages"][0]["extract"]
    return [word for word in said.split() if not word.startswith("==")]


def words(document: Document, *kinds: str) -> list[str]:
    """The words of the blocks of these kinds, without the bars that we put between cells."""
    texts = [(b.kind, document.text[b.start : b.end]) for b in document.blocks if b.kind in kinds]
    return [word for kind, text in texts for word in (text.replace(" | ", " ") if kind == "row" else text).split()]


def blocks(document: Document, kind: str) -> list[str]:
    return [document.text[b.start : b.end] for b in document.blocks if b.kind == kind]


def differences(theirs: list[str], mine: list[str]) -> Iterator[Difference]:
    """The stretches of words that differ; a semicolon that we put behind a list item of a cell is none."""
    left, right = ([word.rstrip(";") for word in side if word != ";"] for side in (theirs, mine))
    for kind, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if kind != "equal":
            yield " ".join(left[a:b]), " ".join(right[c:d])


def listed(name: str, by: str) -> list[Difference]:
    return [(one["theirs"], one["ours"]) for one in DIFFERENCES.get(name, []) if by in one["by"].split()]


@pytest.mark.parametrize("name", PAGES)
def test_the_parser_says_the_same(wiki: Site, name: str) -> None:
    mine = words(ours(name), "paragraph", "item", "heading", "row")
    assert list(differences(parsed(wiki, name).words, mine)) == listed(name, "parser")


@pytest.mark.parametrize("name", PAGES)
def test_captions_and_infoboxes_are_the_same(wiki: Site, name: str) -> None:
    theirs, document = parsed(wiki, name), ours(name)
    assert sorted(blocks(document, "caption")) == sorted(theirs.captions)
    assert blocks(document, "field") == theirs.fields


@pytest.mark.parametrize("name", PAGES)
def test_text_extracts_say_the_same(wiki: Site, name: str) -> None:
    mine = words(ours(name), "paragraph", "item", "heading")
    assert list(differences(extract(wiki, name), mine)) == listed(name, "extract")


def test_every_difference_has_its_page_and_reason() -> None:
    assert set(DIFFERENCES) <= set(PAGES)
    assert {one["why"] for found in DIFFERENCES.values() for one in found} == set(LISTED["reasons"])
