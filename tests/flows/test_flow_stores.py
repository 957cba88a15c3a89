"""Sources in stores, for real in an S3 server on this machine: the same pages as from a folder, and clear errors."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import fsspec
import pytest
from flow_pages import ARTICLE

from flows.sources import check, gather, stores
from flows.sources.article_files import READ_LIMIT
from parsers.errors import SourceError

SIDECAR = "estonia-peru.txt: {revision_id: 12, timestamp: 2024-05-01T10:00:00Z, licence: CC0}\n"


@pytest.fixture
def filled(articles: Path, place: tuple[str, Any]) -> str:
    """The address of a folder in a store that holds what the folder of articles holds, and what is no article."""
    url, files = place
    (articles / "pages.yaml").write_text(SIDECAR, encoding="utf-8")
    (articles / "README.md").write_text("Articles.", encoding="utf-8")
    (articles / "empty.wiki").touch()
    (articles / "deeper").mkdir()
    (articles / "deeper" / "third.wiki").write_text(ARTICLE.replace("Peru", "Chad"), encoding="utf-8")
    for path in articles.rglob("*"):
        if path.is_file():
            files.pipe_file(f"{url}/{path.relative_to(articles).as_posix()}", path.read_bytes())
    return url


@pytest.mark.parametrize("source", ["", "/", "/*.txt", "/e*", "/*", "/**/*.wiki", "/estonia-peru.txt", "/[ce]*-*.txt"])
def test_a_store_gives_the_pages_of_a_folder(source: str, filled: str, articles: Path) -> None:
    found = gather([filled + source])
    assert found == gather([str(articles) + source])
    assert found


def test_the_sidecar_is_read(filled: str) -> None:
    (page,) = gather([f"{filled}/estonia-peru.txt"])
    assert (page.revision_id, page.timestamp, page.licence) == (12, "2024-05-01T10:00:00Z", "CC0")


def test_many_files_come_in_order(place: tuple[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    url, files = place
    monkeypatch.setattr(stores, "BATCH", 3)
    names = [f"page-{number:02}.wiki" for number in range(10)]
    for name in reversed(names):
        files.pipe_file(f"{url}/{name}", f"{name} {ARTICLE}".encode())
    assert [page.name for page in stores.pages(url, None)] == names


def test_a_bracket_in_a_name_is_no_glob(place: tuple[str, Any]) -> None:
    url, files = place
    files.pipe_file(f"{url}/a[1].wiki", ARTICLE.encode())
    assert [page.name for page in gather([f"{url}/a[1].wiki"])] == ["a[1].wiki"]


def test_of_a_huge_file_the_beginning_is_read(place: tuple[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    url, files = place
    monkeypatch.setattr(stores, "READ_LIMIT", 10)
    files.pipe_file(f"{url}/huge.wiki", b"x" * 11)
    files.pipe_file(f"{url}/small.wiki", b"x" * 10)
    assert [len(page.raw) for page in gather([url])] == [10, 10]
    assert READ_LIMIT > 10


def test_an_archive_in_a_store_is_a_folder(tmp_path: Path, articles: Path, place: tuple[str, Any]) -> None:
    import shutil

    url, files = place
    files.put(shutil.make_archive(str(tmp_path / "all"), "zip", articles), f"{url}/all.zip")
    assert gather([f"zip://*.txt::{url}/all.zip"]) == gather([str(articles / "*.txt")])


@pytest.mark.parametrize(
    ("source", "found"),
    [("/missing.txt", "no such file"), ("/missing/*.txt", "no articles"), ("/other", "no articles"), ("-x", "no such")],
)
def test_what_is_not_there_is_refused(source: str, found: str, place: tuple[str, Any]) -> None:
    url, files = place
    files.pipe_file(f"{url}/other/README.md", b"")
    for opened in (check, gather):
        with pytest.raises(SourceError, match=found) as refused:
            opened([url + source])
        assert str(refused.value).startswith(url + source)


def test_a_pages_yaml_that_cannot_be_read_is_refused(filled: str) -> None:
    files, root = fsspec.core.url_to_fs(filled)
    files.pipe_file(f"{root}/pages.yaml", b"- a list")
    with pytest.raises(SourceError, match=r"pages\.yaml.*no mapping"):
        gather([filled])


def test_a_file_that_is_gone_meanwhile_is_named(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    files, root = fsspec.core.url_to_fs(filled)
    listed = stores._Store.sidecar

    def removing(store: stores._Store, folder: str) -> object:
        said = listed(store, folder)
        files.rm_file(f"{root}/estonia-peru.txt")
        return said

    monkeypatch.setattr(stores._Store, "sidecar", removing)
    with pytest.raises(SourceError, match=r"estonia-peru\.txt\): FileNotFoundError"):
        gather([filled])


def test_addresses_that_lead_nowhere() -> None:
    for url, words in (
        ("gopher://hole/x.wiki", "Protocol not known: gopher.*see to address"),
        ("https://wiki.example.org/wiki/Chad", "a web address.*wikipedia:TITLE"),
    ):
        with pytest.raises(SourceError, match=words):
            check([url])


def test_keys_that_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:
        raise PermissionError("The AWS Access Key Id you provided\ndoes not exist in our records.")

    monkeypatch.setattr(stores._Store, "articles", refused)
    with pytest.raises(
        SourceError, match=r"PermissionError: The AWS Access Key Id you provided does .*endpoint and keys"
    ):
        check(["memory://articles"])


def test_without_the_extra_the_error_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(url: str) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr(stores.fsspec.core, "url_to_fs", missing)
    with pytest.raises(SourceError, match=r'in the folder of the project: pip install "\.\[s3\]"'):
        check(["s3://bucket/x"])
