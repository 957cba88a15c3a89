"""One page: what becomes of it, and that no page stops the others."""

from __future__ import annotations

import logging
from pathlib import Path
from unittest.mock import Mock

import pytest
from flow_pages import ARTICLE, WRONG

from flows import article
from flows.article import Article, Failure, read_page
from flows.reading import here, read_pages
from flows.report import articles_of, manifest
from flows.sources import gather
from parsers.document.model import Page
from parsers.errors import ArticleError


def page(raw: str = ARTICLE) -> Page:
    return Page("estonia-peru.txt", "Estonia–Peru relations", raw, "flattened")


@pytest.mark.parametrize(("content", "error", "words"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_page_has_a_clear_end(content: bytes, error: str, words: str, tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes(content)
    (found,) = gather([str(path)])
    failure = read_page(found)
    assert isinstance(failure, Failure)
    assert (failure.page, failure.error) == ("page.txt", error)
    assert failure.message.startswith("page.txt: ")
    assert "; expected " in failure.message
    assert any(word in failure.message for word in words.split("|"))
    assert str(tmp_path) not in failure.message


@pytest.mark.parametrize(
    ("name", "title", "place"),
    [
        ("README.md", "README", "README.md (revision 7)"),
        ("Norway", "Norway", "Norway (revision 7)"),
        ("norway.txt", "Trade of Norway", "norway.txt (revision 7): title “Trade of Norway”"),
    ],
)
def test_a_page_on_no_pair_is_named_once_with_its_revision(name: str, title: str, place: str) -> None:
    failure = read_page(Page(name, title, "The trade of Norway.", "flattened", revision_id=7))
    assert isinstance(failure, Failure)
    assert failure.message.startswith(f"{place}: the title names no pair of states; expected a title such as ")


def test_a_page_becomes_rows() -> None:
    found = read_page(page())
    assert isinstance(found, Article)
    assert found.name == "estonia-peru.txt"
    tables = found.part.source.tables("article_id")
    assert tables["articles"].num_rows == 1
    assert tables["sentences"].num_rows > 1


def test_an_error_of_the_program_is_contained_and_told(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, tmp_path: Path
) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError("at 0x7f00")

    monkeypatch.setattr(article, "read_facts", fail)
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path))
    with caplog.at_level(logging.ERROR):
        (failure,) = read_pages([page()], here(1))
    assert failure == Failure(
        "estonia-peru.txt", "ZeroDivisionError", "estonia-peru.txt: an error of the program; please report it"
    )
    assert "ZeroDivisionError: at 0x7f00" in caplog.text
    assert "Traceback" in caplog.text


def test_a_library_in_rust_that_panics_costs_one_page_and_a_wish_to_stop_all(monkeypatch: pytest.MonkeyPatch) -> None:
    panic = type("PanicException", (BaseException,), {})
    monkeypatch.setattr(article, "read_facts", Mock(side_effect=[panic("at byte 5"), KeyboardInterrupt]))
    failure = read_page(page())
    assert isinstance(failure, Failure)
    assert failure.error == "PanicException"
    with pytest.raises(KeyboardInterrupt):
        read_page(page())


def test_where_every_page_failed_the_reasons_are_named() -> None:
    failures = [Failure(f"{number}.txt", "Unreadable", f"{number}.txt: an empty page") for number in range(5)]
    with pytest.raises(ArticleError, match=r"all pages \(5\).*0\.txt: an empty page.*2\.txt.*and 2 more"):
        articles_of(failures)


def test_the_manifest_says_what_was_read_and_what_was_not() -> None:
    failure = Failure("b.txt", "Redirect", "b.txt: a redirect")
    said = manifest([read_page(page()), failure])
    assert said["failures"] == [{"page": "b.txt", "error": "Redirect", "message": "b.txt: a redirect"}]
    (source,) = said["sources"]
    assert source["title"] == "Estonia–Peru relations"
    assert len(source["sha256"]) == 64
    assert said["unknown_templates"] == {}
