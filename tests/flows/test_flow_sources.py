"""SOURCE strings: what is found, under which name and title, and what is refused."""

from __future__ import annotations

import os
import unicodedata
from pathlib import Path
from typing import Any, Literal

import pytest

from flows.article import Failure, read_page
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


ENTRY = "estonia-peru.txt: {%s}"


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ("- a list", "no mapping"),
        (ENTRY % "author: somebody", "with author"),
        (ENTRY % "revision_id: new", "revision_id new"),
        (ENTRY % "revision_id: -5", "revision_id -5"),
        (ENTRY % "revision_id: 99999999999999999999", "no number of a revision"),
        (ENTRY % "timestamp: soon", "soon"),
        (ENTRY % 'timestamp: "0001-01-01T00:00:00+05:00"', "out of range"),
        (ENTRY % 'url: "javascript:alert(1)"', "no address on the web"),
        (ENTRY % "title: [a, b]", "line 1 that is no text"),
        (f"{ENTRY % 'licence: CC0'}\n{ENTRY % 'licence: MIT'}", "there twice"),
        (ENTRY % "licence: CC0, licence: MIT", "licence is there twice"),
        ("a: &a {title: x}\nb: {title: *a}", "title is no text"),
        ("a: [unclosed", "did not find"),
        ("a: {unclosed", "pages"),
        ("a: text", "says nothing by name"),
        pytest.param("[" * 100_000, "no text", id="deep"),
        (b"\xff\xfe", "utf-8"),
    ],
)
def test_a_pages_yaml_that_cannot_be_read_is_refused(content: str | bytes, found: str, articles: Path) -> None:
    (articles / "pages.yaml").write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(SourceError, match=rf"pages\.yaml: .*{found}"):
        gather([str(articles)])


def test_a_pages_yaml_that_tells_of_no_file_there_is_warned_of(
    articles: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (articles / "pages.yaml").write_text("peru-estonia.txt: {licence: CC0}\nchile-estonia.txt: {licence: CC0}\n")
    warned = f"{articles / 'pages.yaml'}: no such article there: peru-estonia.txt; correct the name"
    named = [str(path) for path in sorted(articles.glob("*.txt"))]
    for sources in (named, [str(articles)], [f"{articles}/e*"], [articles.as_uri()]):
        caplog.clear()
        check(sources)
        assert not caplog.messages, "before a run shows what it says"
        gather(sources)
        (said,) = caplog.messages
        assert said == warned or sources == [articles.as_uri()]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_is_known_however_its_letters_are_written(form: Literal["NFC", "NFD"], tmp_path: Path) -> None:
    (tmp_path / unicodedata.normalize(form, "Åland.wiki")).write_text(WIKITEXT, encoding="utf-8")
    other: Literal["NFC", "NFD"] = "NFD" if form == "NFC" else "NFC"
    said = unicodedata.normalize(other, "Åland.wiki: {revision_id: 7}")
    (tmp_path / "pages.yaml").write_text(said, encoding="utf-8")
    (page,) = gather([str(tmp_path)])
    assert page.revision_id == 7


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


@pytest.mark.parametrize("pattern", ["", "*.txt", "*"], ids=["folder", "glob", "glob of all"])
def test_a_broken_link_among_others_is_a_page_that_cannot_be_read(pattern: str, articles: Path) -> None:
    (articles / "gone.txt").symlink_to("nowhere.txt")
    (articles / "pages.yaml").write_text("gone.txt: {title: Chad–Peru relations}\n", encoding="utf-8")
    pages = gather([str(articles / pattern)])
    assert {page.name for page in pages} == {"estonia-peru.txt", "gone.txt", "chile-estonia.txt"}
    (said,) = [one for one in map(read_page, pages) if isinstance(one, Failure)]
    assert said.message.startswith("gone.txt: a link to a file that is not there; ")


def test_a_file_among_others_that_may_not_be_read_stops_none_of_them(
    articles: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened = Path.open

    def refuse(path: Path, *how: Any) -> object:
        if path.name == "estonia-peru.txt":
            raise PermissionError(13, "Permission denied")
        return opened(path, *how)

    monkeypatch.setattr(Path, "open", refuse)
    said = [one.message for one in map(read_page, gather([str(articles)])) if isinstance(one, Failure)]
    assert len(said) == 1
    assert said[0].startswith("estonia-peru.txt: it cannot be read (Permission denied); ")


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "page.txt")
    with pytest.raises(SourceError, match=r"page\.txt: a pipe; expected a file"):
        check([str(tmp_path / "page.txt")])


def test_a_path_that_cannot_be_looked_at_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="it cannot be read"):
        check([str(tmp_path / ("a" * 300))])
