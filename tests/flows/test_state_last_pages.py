"""The last good text of a page of a wiki: its rows stay while the page cannot be read, and are marked."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from flows.article import Article, Failure, Outcome
from flows.report import manifest
from flows.state import articles, last_pages
from parsers.document.model import Absence, Page

TEXT = "In May 2003 the Kenyan president Amina Otieno visited Oslo.\n"
PAGE = Page(
    "Kenya–Norway relations", "Kenya–Norway relations", TEXT, "wikitext",
    revision_id=7, timestamp="2024-05-01T10:00:00Z", url="https://wiki.example.org/index.php?oldid=7",
    licence="CC BY-SA 4.0", site="https://wiki.example.org/index.php",
)  # fmt: skip
BLANKED = replace(PAGE, raw="", revision_id=8)

pytestmark = pytest.mark.usefixtures("state")


def absent(*, lasting: bool) -> Page:
    return Page(PAGE.name, PAGE.title, "", "wikitext", site=PAGE.site, absent=Absence("no text", "wait", lasting))


def read(page: Page) -> Outcome:
    return last_pages.settled(page, articles.read(page))


@pytest.mark.parametrize(
    ("page", "error"),
    [
        (BLANKED, "Unreadable"),
        (absent(lasting=False), "Unavailable"),
        (replace(PAGE, raw="x" * 3_000_000), "Unreadable"),
    ],
)
def test_the_rows_of_the_last_good_text_stay_and_are_marked(page: Page, error: str) -> None:
    good = read(PAGE)
    assert isinstance(good, Article) and good.stale is None
    for _ in range(2):
        stale = read(page)
        assert isinstance(stale, Article)
        assert stale.stale is not None and stale.stale.error == error
        assert replace(stale, stale=None) == good
    said = manifest([stale])
    assert [(one["page"], one["error"]) for one in said["stale"]] == [(PAGE.name, error)]
    assert (said["sources"][0]["revision_id"], said["failures"]) == (7, [])


def test_a_new_text_takes_the_place_of_the_last(state: Path) -> None:
    read(PAGE)
    newer = replace(PAGE, raw=TEXT.replace("2003", "2004"), revision_id=9)
    renewed = read(newer)
    assert isinstance(renewed, Article) and renewed.stale is None
    again = read(BLANKED)
    assert isinstance(again, Article) and again.revision_id == 9
    assert len(list((state / "last_pages").rglob("*.page"))) == 1


@pytest.mark.parametrize("page", [absent(lasting=True), replace(PAGE, raw="#REDIRECT [[Kenya]]")])
def test_a_page_that_is_gone_takes_its_rows_along_for_good(page: Page) -> None:
    read(PAGE)
    assert isinstance(read(page), Failure)
    assert isinstance(read(BLANKED), Failure)


@pytest.mark.parametrize(
    "other", [{"title": "Kenya–Sweden relations"}, {"site": "https://other.example.org/index.php"}, {"site": None}]
)
def test_another_page_is_another(other: dict[str, str]) -> None:
    read(PAGE)
    assert isinstance(read(replace(BLANKED, **other)), Failure)


def test_a_page_that_was_never_read_is_a_failure() -> None:
    assert isinstance(read(BLANKED), Failure)


@pytest.mark.parametrize("damaged", [b"", b"{}\n", b'{"sha256": "0"}\nText', b"\xff"])
def test_a_damaged_file_is_none(damaged: bytes, state: Path) -> None:
    read(PAGE)
    (path,) = (state / "last_pages").rglob("*.page")
    path.write_bytes(damaged or path.read_bytes()[:-5])
    assert isinstance(read(BLANKED), Failure)


def test_a_file_that_was_read_before_is_not_written_again(state: Path) -> None:
    read(PAGE)
    (path,) = (state / "last_pages").rglob("*.page")
    before = path.stat()
    read(PAGE)
    assert path.stat().st_mtime_ns == before.st_mtime_ns
    assert path.stat().st_ino == before.st_ino
