"""Articles that leave a release: each is told with its reason, in the release that has it no more, and only there."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_wiki import FakeWiki

from flows.article import Article, Failure, Outcome
from flows.departed import UNKNOWN, departed
from flows.sources.mediawiki import client
from outputs.model import Departed
from parsers.assemble.part import InMemory, Part

TITLES = ["Chad–Mali relations", "Chad–Peru relations", "Fiji–Peru relations"]


def article(title: str) -> Article:
    return Article(title, title, 7, "", (), Part("", "", title, (7, "", ""), InMemory({})))


@pytest.fixture
def output(tmp_path: Path) -> Path:
    """A folder with a release, as far as its manifest tells what it was made from."""
    sources = [{"name": title, "title": title, "revision_id": 5, "sha256": ""} for title in TITLES]
    (tmp_path / "1.0.0").mkdir()
    said = {"release": {"version": "1.0.0"}, "sources": sources}
    (tmp_path / "1.0.0" / "manifest.json").write_text(json.dumps(said), encoding="utf-8")
    return tmp_path


@pytest.fixture(autouse=True)
def hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(client, "pause", lambda _: None)


@pytest.fixture
def wiki() -> Iterator[FakeWiki]:
    with FakeWiki().running() as running:
        running.load(dict.fromkeys(TITLES, "x"))
        yield running


def reasons(output: Path, source: str, outcomes: list[Outcome]) -> dict[str, str]:
    return {one.title: one.reason for one in departed(output, [source], outcomes)}


def test_no_article_leaves_where_all_are_there(output: Path, tmp_path: Path) -> None:
    assert departed(output, ["articles"], [article(title) for title in TITLES]) == []
    assert departed(tmp_path / "none", ["articles"], []) == []
    assert departed(tmp_path / "1.0.0", ["articles"], []) == []


def test_a_failure_is_its_own_reason_and_a_source_that_says_nothing_gives_none(output: Path) -> None:
    left = departed(output, ["articles"], [article(TITLES[0]), Failure(TITLES[1], "Unreadable", "an empty page")])
    assert left == [Departed(TITLES[1], 5, "an empty page"), Departed(TITLES[2], 5, UNKNOWN)]


def test_a_wiki_says_what_became_of_its_pages(output: Path, wiki: FakeWiki) -> None:
    wiki.delete(TITLES[0], "spam")
    wiki.move(TITLES[1], "Peru–Chad relations")
    assert reasons(output, f"wikipedia:#{wiki.api}", [article("Peru–Chad relations")]) == {
        TITLES[0]: "the page was deleted on 2024-05-01, “spam”",
        TITLES[1]: "it leads to “Peru–Chad relations”",
        TITLES[2]: "it was not asked for",
    }


def test_a_wiki_that_cannot_be_asked_leaves_the_reason_open(output: Path) -> None:
    source = "wikipedia:#http://127.0.0.1:1/api.php"
    assert set(reasons(output, source, []).values()) == {UNKNOWN}
