"""The wiki that other tests ask: what is put into it is there, and nothing of it is left running."""

from __future__ import annotations

import bz2
import os
from pathlib import Path

import pytest
from mediawiki_site import LICENCE, Site

pytestmark = pytest.mark.slow

TITLE = "Chad–Taiwan relations"
TEXT = "'''Chad–Taiwan relations''' & <ref>More.</ref>\n[[Category:Bilateral relations of Chad]]"


def titles(site: Site) -> set[str]:
    return {page["title"] for page in site.query(list="allpages", aplimit=100)["query"]["allpages"]}


def revision(site: Site, title: str) -> dict:
    asked = {"prop": "revisions", "rvprop": "ids|timestamp|content", "rvslots": "main", "titles": title}
    return site.query(**asked)["query"]["pages"][0]["revisions"][0]


def test_pages_are_loaded_edited_moved_deleted_and_dumped(mediawiki: Site, tmp_path: Path) -> None:
    mediawiki.load({TITLE: TEXT, "Old": "x", "Gone": "x", "Category:Bilateral relations of Chad": "Text."})
    first = revision(mediawiki, TITLE)
    assert first["slots"]["main"]["content"] == TEXT
    assert first["timestamp"] == "2024-05-01T10:00:00Z"
    found = mediawiki.query(list="categorymembers", cmtitle="Category:Bilateral relations of Chad")
    assert [page["title"] for page in found["query"]["categorymembers"]] == [TITLE]

    mediawiki.load({TITLE: "Edited."}, timestamp="2024-06-01T10:00:00Z")
    second = revision(mediawiki, TITLE)
    assert second["slots"]["main"]["content"] == "Edited."
    assert second["parentid"] == first["revid"]

    mediawiki.move("Old", "New")
    mediawiki.delete("Gone")
    assert titles(mediawiki) == {"Main Page", TITLE, "Old", "New"}
    assert revision(mediawiki, "Old")["slots"]["main"]["content"] == "#REDIRECT [[New]]"

    dumped = bz2.decompress(mediawiki.dump(tmp_path / "dump.xml.bz2").read_bytes()).decode()
    assert f"<title>{TITLE}</title>" in dumped
    assert "Edited.</text>" in dumped and "Gone" not in dumped


def test_it_knows_footnotes_plain_text_and_its_licence(mediawiki: Site) -> None:
    mediawiki.load({"Notes": "One.<ref>Two.</ref> {{#if:x|Three.}}"})
    said = mediawiki.query(prop="extracts", explaintext=1, titles="Notes")["query"]["pages"][0]["extract"]
    assert said == "One. Three."
    assert mediawiki.query(meta="siteinfo", siprop="rightsinfo")["query"]["rightsinfo"]["text"] == LICENCE


def test_nothing_runs_once_it_is_stopped(mediawiki: Site) -> None:
    server = mediawiki.server
    assert server is not None
    mediawiki.stop()
    with pytest.raises(ProcessLookupError):
        os.killpg(server.pid, 0)
    mediawiki.start()
    assert "Main Page" in titles(mediawiki)
