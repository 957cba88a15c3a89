"""Articles kept between runs: the same page is read once, anything else anew."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from flows import article
from flows.article import Article, Failure
from flows.settings import state_folder
from flows.state import articles
from parsers.document.model import Page

PAGE = Page(
    "kenya-norway.txt",
    "Kenya–Norway relations",
    "= Kenya–Norway relations =\n\nIn May 2003 the Kenyan president Amina Otieno visited Oslo.\n",
    "flattened",
)


@pytest.fixture
def read_pages(state: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the pages that were really read, in an empty state folder."""
    names: list[str] = []

    def counted(page: Page) -> article.Outcome:
        names.append(page.name)
        return article.read_page(page)

    monkeypatch.setattr(articles, "read_page", counted)
    return names


def visits(article: Article) -> list[object]:
    """The dates of the visits of an article."""
    return list(article.part.source.tables("relation_id")["visits"]["date_edtf"].to_pylist())


def test_what_is_kept_is_what_was_read(read_pages: list[str]) -> None:
    told = article.read_page(PAGE)
    articles.read(PAGE)
    again = articles.read(PAGE)
    assert isinstance(told, Article) and isinstance(again, Article)
    assert len(pickle.dumps(again)) < 2000, "what is handed on of an article is small"
    for leading in ("relation_id", "article_id", "person_id"):
        made = {name: rows for name, rows in told.part.source.tables(leading).items() if rows.num_rows}
        assert again.part.source.tables(leading) == made


def test_a_page_is_read_once(read_pages: list[str]) -> None:
    first, second = articles.read(PAGE), articles.read(PAGE)
    assert isinstance(first, Article) and first == second
    assert read_pages == ["kenya-norway.txt"]


def test_a_changed_page_is_read_anew(read_pages: list[str]) -> None:
    articles.read(PAGE)
    changed = articles.read(replace(PAGE, raw=PAGE.raw.replace("2003", "2004")))
    assert isinstance(changed, Article) and visits(changed) == ["2004-05"]
    assert len(read_pages) == 2


def test_other_code_reads_anew_and_lets_the_old_go(read_pages: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    articles.read(PAGE)
    monkeypatch.setattr(articles, "reading_code", lambda: "another")
    articles.read(PAGE)
    assert len(read_pages) == 2
    assert [folder.name for folder in (state_folder() / "articles").iterdir()] == ["another"]


@pytest.mark.parametrize("left", [40, -1])
def test_a_damaged_file_is_read_anew(read_pages: list[str], left: int) -> None:
    whole = articles.read(PAGE)
    (path,) = (state_folder() / "articles").rglob("*.pickle")
    path.write_bytes(path.read_bytes()[:left])
    assert articles.read(PAGE) == whole
    assert len(read_pages) == 2


def test_a_failure_is_not_kept(read_pages: list[str]) -> None:
    page = replace(PAGE, title="Norway")
    assert isinstance(articles.read(page), Failure) and isinstance(articles.read(page), Failure)
    assert len(read_pages) == 2
