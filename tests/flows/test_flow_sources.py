"""SOURCE strings: what is found, under which name and title, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.sources import SAMPLE, check, gather
from parsers.errors import SourceError

WIKITEXT = "'''Estonia–Peru relations''' are the relations between [[Estonia]] and [[Peru]].\n"


def names(*sources: str | Path) -> list[str]:
    return [page.name for page in gather([str(source) for source in sources])]


def test_no_source_is_the_sample() -> None:
    pages = gather([])
    assert len(pages) >= 8
    assert pages == gather([SAMPLE])
    assert {page.form for page in pages} == {"wikitext", "flattened"}
    assert all(page.licence for page in pages)


def test_a_file_a_folder_and_a_glob_give_the_same_pages(articles: Path) -> None:
    files = sorted(articles.iterdir())
    assert names(articles) == names(*files) == names(*reversed(files)) == names(articles / "*.txt")
    assert names(articles) == ["chile-estonia.txt", "estonia-peru.txt"]


def test_a_page_that_is_named_twice_is_read_once(articles: Path) -> None:
    assert len(gather([str(articles), str(articles / "estonia-peru.txt"), str(articles / "e*")])) == 2


def test_names_hold_no_path(articles: Path) -> None:
    assert all("/" not in name for name in names(articles))


@pytest.mark.parametrize("name", ["README.md", "README.txt", "notes.pdf", ".hidden.txt", "pages.yaml"])
def test_a_folder_is_read_without(name: str, articles: Path) -> None:
    (articles / name).write_text("", encoding="utf-8")
    assert name not in names(articles)


def test_a_glob_reads_folders_that_match(articles: Path) -> None:
    assert names(articles.parent / "art*") == names(articles)


def test_a_file_with_a_bracket_in_its_name_is_no_glob(tmp_path: Path) -> None:
    path = tmp_path / "a[1].wiki"
    path.write_text(WIKITEXT, encoding="utf-8")
    assert names(path) == ["a[1].wiki"]


@pytest.mark.parametrize(
    ("content", "form", "expected"),
    [
        (WIKITEXT, None, ("wikitext", "Estonia–Peru relations")),
        ("= Estonia–Peru relations =\n\nText.", None, ("flattened", "Estonia–Peru relations")),
        ("Some words without a title.", None, ("wikitext", "page")),
        (WIKITEXT, "flattened", ("flattened", "page")),
    ],
)
def test_form_and_title_of_a_page(content: str, form: str | None, expected: tuple[str, str], tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text(content, encoding="utf-8")
    (page,) = gather([str(path)], form)
    assert (page.form, page.title) == expected


def test_byte_order_mark_and_line_ends_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_bytes("\ufeff= Estonia–Peru relations =\r\n\r\nText.\r".encode())
    (page,) = gather([str(path)])
    assert page.raw == "= Estonia–Peru relations =\n\nText.\n"
    assert page.title == "Estonia–Peru relations"


def test_pages_yaml_says_more(articles: Path) -> None:
    (articles / "pages.yaml").write_text(
        "estonia-peru.txt: {title: Peru–Estonia relations, revision_id: 12, timestamp: 2024-05-01 12:00:00+02:00,"
        ' url: "https://example.org/12", licence: CC0}\n',
        encoding="utf-8",
    )
    (page,) = gather([str(articles / "estonia-peru.txt")])
    said = page.title, page.revision_id, page.timestamp, page.url, page.licence
    assert said == ("Peru–Estonia relations", 12, "2024-05-01T10:00:00Z", "https://example.org/12", "CC0")
    (other,) = gather([str(articles / "chile-estonia.txt")])
    assert (other.title, other.revision_id) == ("Estonia–Chile relations", None)


@pytest.mark.parametrize(
    "content",
    ["- a list", "estonia-peru.txt: {author: somebody}", "estonia-peru.txt: {revision_id: new}", "a: {timestamp: soon}",
     "a: [unclosed", "a: text", b"\xff\xfe"],
)  # fmt: skip
def test_a_pages_yaml_that_cannot_be_read_is_refused(content: str | bytes, articles: Path) -> None:
    (articles / "pages.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SourceError, match=r"pages\.yaml"):
        gather([str(articles)])


@pytest.mark.parametrize(
    ("source", "found"),
    [("missing.txt", "no such file"), ("missing/*.txt", "no articles"), ("empty", "no articles"), ("", "no such file")],
)
def test_a_source_that_holds_nothing_is_refused(
    source: str, found: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / "README.md").touch()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SourceError, match=found):
        gather([source])
    with pytest.raises(SourceError, match=found):
        check([source])


def test_a_file_that_may_not_be_read_is_refused(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(SourceError, match=r"estonia-peru\.txt.*Permission denied"):
        gather([str(articles / "estonia-peru.txt")])


def test_a_broken_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.txt").symlink_to(tmp_path / "gone.txt")
    with pytest.raises(SourceError, match="No such file"):
        gather([str(tmp_path / "page.txt")])
