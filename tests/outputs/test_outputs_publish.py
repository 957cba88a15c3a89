"""Publishing elsewhere: into another folder, and into a store, for real into an S3 server on this machine."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fsspec
import pytest
from pages import NORTH, SOUTH, publish_pages

from outputs import store as stores
from outputs.placing import prune
from outputs.remote import index_of, send
from outputs.store import Store
from outputs.verify import verify
from parsers.errors import OutputError


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with three releases."""
    root = tmp_path_factory.mktemp("published")
    for name in ("Mart Tamm", "Mart Tamme", "Juhan Kask"):
        publish_pages(root, NORTH.replace("Mart Tamm", name), SOUTH)
    return root


def files_at(url: str, files: Any) -> dict[str, bytes]:
    files.invalidate_cache()
    root = url.partition("://")[2]
    return {path.strip("/").removeprefix(root).strip("/"): files.cat_file(path) for path in files.find(root)}


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def versions(url: str) -> tuple[str, list[str]]:
    index = index_of(url)
    return index["latest"], [one["version"] for one in index["releases"]]


def test_a_store_holds_what_the_folder_holds(published: Path, place: tuple[str, Any]) -> None:
    url, files = place
    for version in ("1.1.0", "1.0.0", "1.2.0"):
        sent = send(published / version, url)
        assert (sent.version, sent.url) == (version, url)
        assert sent.written == len(files_in(published / version))
    assert files_at(url, files) == {
        path: content
        for path, content in files_in(published).items()
        if path != ".lock" and not path.startswith("latest/")
    }
    assert index_of(url) == json.loads((published / "index.json").read_text())


def test_publishing_again_writes_nothing(
    published: Path, place: tuple[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    url, files = place
    send(published / "1.0.0", url)
    before = files_at(url, files)
    for name in ("write", "create", "remove"):
        monkeypatch.setattr(Store, name, lambda *_: pytest.fail("written"))
    monkeypatch.setattr(Store, "put", lambda _, absent: pytest.fail("put") if absent else None)
    assert send(published / "1.0.0", url).written == 0
    assert files_at(url, files) == before


def test_an_older_release_that_comes_later(published: Path, place: tuple[str, Any]) -> None:
    url, _ = place
    for version in ("1.2.0", "1.0.0", "1.1.0"):
        send(published / version, url)
    assert versions(url) == ("1.2.0", ["1.2.0", "1.1.0", "1.0.0"])


def test_another_release_of_a_published_version(published: Path, tmp_path: Path, place: tuple[str, Any]) -> None:
    url, files = place
    send(published / "1.0.0", url)
    before = files_at(url, files)
    other = publish_pages(tmp_path, SOUTH).path
    with pytest.raises(OutputError, match="another release of that version stands there"):
        send(other, url)
    assert files_at(url, files) == before


@pytest.mark.parametrize("path", ["1.0.0/LICENSE", "1.0.0/SHA256SUMS"])
def test_a_release_that_was_changed_there(path: str, published: Path, place: tuple[str, Any]) -> None:
    url, files = place
    send(published / "1.0.0", url)
    where = f"{url.partition('://')[2]}/{path}"
    whole = files.cat_file(where)
    files.pipe_file(where, whole[:-1] + b"!")
    with pytest.raises(OutputError, match=r"was changed there|another release"):
        send(published / "1.0.0", url)
    assert files.cat_file(where) == whole[:-1] + b"!", "it is told, not mended"


class Broken(OSError):
    """What a line that goes down raises."""


def failing(store: type[Store], monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    """Lets the writing calls of the store fail from the given one on."""
    calls = []

    def after(call: Callable[..., Any]) -> Callable[..., Any]:
        def made(self: Store, *arguments: Any) -> Any:
            calls.append(call)
            if len(calls) >= step:
                raise Broken("the line went down")
            return call(self, *arguments)

        return made

    for name in ("create", "put", "write", "remove"):
        monkeypatch.setattr(store, name, after(getattr(store, name)))


@pytest.mark.parametrize(
    ("place", "step"), [*(("memory", step) for step in range(1, 7)), ("s3", 2), ("s3", 5)], indirect=["place"]
)
def test_an_interruption_leaves_the_index_and_can_be_mended(
    step: int, published: Path, place: tuple[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The claim, the files, the checksums, the page, the index, the end of the claim: each may fail."""
    url, files = place
    send(published / "1.0.0", url)
    with monkeypatch.context() as patch:
        failing(Store, patch, step)
        with pytest.raises(OutputError, match="the line went down"):
            send(published / "1.1.0", url)
    seen = versions(url)
    assert seen == (("1.0.0", ["1.0.0"]) if step < 6 else ("1.1.0", ["1.1.0", "1.0.0"]))
    send(published / "1.1.0", url)
    assert versions(url) == ("1.1.0", ["1.1.0", "1.0.0"])
    there = files_at(url, files)
    assert {path.partition("/")[0] for path in there} == {"1.0.0", "1.1.0", "index.html", "index.json"}
    assert {path: there[f"1.1.0/{path}"] for path in files_in(published / "1.1.0")} == files_in(published / "1.1.0")


def test_a_file_that_does_not_arrive_whole_is_told(
    published: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put, cut = Store.put, tmp_path / "cut"
    cut.write_bytes(b"# ")
    monkeypatch.setattr(Store, "put", lambda store, files: put(store, {**files, "1.0.0/README.md": cut}))
    with pytest.raises(OutputError, match=r"1\.0\.0/README\.md did not arrive whole; .* found 2"):
        send(published / "1.0.0", f"memory://{tmp_path.name}-cut")
    with pytest.raises(OutputError, match="no index of releases"):
        index_of(f"memory://{tmp_path.name}-cut")


def test_what_an_earlier_try_left_is_cleared(published: Path, s3: tuple[str, Any]) -> None:
    url, files = s3
    root = url.partition("://")[2]
    files.pipe_file(f"{root}/1.0.0/csv/old.csv", b"left")
    files.pipe_file(f"{root}/1.0.0/LICENSE", b"half")
    send(published / "1.0.0", url)
    assert {path for path in files_at(url, files) if path.startswith("1.0.0/")} == {
        f"1.0.0/{path}" for path in files_in(published / "1.0.0")
    }


def test_two_senders_of_one_version_do_not_mix(published: Path, tmp_path: Path, s3: tuple[str, Any]) -> None:
    url, files = s3
    root = url.partition("://")[2]
    files.pipe_file(f"{root}/.publishing/1.0.0", b"the hash of another")
    with pytest.raises(OutputError, match=r"another one is being sent; .* remove s3://.*/\.publishing/1\.0\.0"):
        send(published / "1.0.0", url)
    assert files_at(url, files).keys() == {".publishing/1.0.0"}


def test_the_index_of_another_sender_is_not_lost(
    published: Path, s3: tuple[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Another sender writes an index without ours just after us: ours is written again, with the other's in it."""
    url, _ = s3
    send(published / "1.0.0", url)
    write, lost = Store.write, []

    def written(self: Store, path: str, content: bytes) -> None:
        write(self, path, content)
        if path == "index.json" and not lost:
            lost.append(content)
            said = json.loads(content)
            others = [one for one in said["releases"] if one["version"] != "1.1.0"]
            write(self, path, json.dumps({"latest": "1.0.0", "releases": others}).encode())

    monkeypatch.setattr(Store, "write", written)
    send(published / "1.1.0", url)
    assert lost and versions(url) == ("1.1.0", ["1.1.0", "1.0.0"])


def test_a_release_that_is_not_sound_is_not_published(published: Path, tmp_path: Path) -> None:
    release = Path(shutil.copytree(published / "1.0.0", tmp_path / "1.0.0"))
    (release / "csv" / "visits.csv").write_text("mine")
    with pytest.raises(OutputError, match=r"it is not sound \(csv/visits\.csv: it was changed"):
        send(release, str(tmp_path / "there"))
    assert not (tmp_path / "there").exists()


# ---- folders ---------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("form", ["{}", "file://{}"])
def test_a_folder_is_a_folder_of_releases(form: str, published: Path, tmp_path: Path) -> None:
    root = tmp_path / "deep" / "there"
    for version in ("1.1.0", "1.0.0", "1.2.0"):
        assert send(published / version, form.format(root)).written == len(files_in(published / version))
    assert files_in(root) == files_in(published)
    assert (root / "latest").readlink() == Path("1.2.0")
    assert all(verify(root / version).is_sound for version in ("1.0.0", "1.1.0", "1.2.0"))
    assert send(published / "latest", str(root)).written == 0


def test_a_folder_with_another_release_of_that_version(published: Path, tmp_path: Path) -> None:
    publish_pages(tmp_path, SOUTH)
    before = files_in(tmp_path)
    with pytest.raises(OutputError, match="another release of that version stands there"):
        send(published / "1.0.0", str(tmp_path))
    send(published / "1.1.0", str(tmp_path))
    assert before.items() - files_in(tmp_path).items() == {
        (path, before[path]) for path in ("index.html", "index.json")
    }


def test_publishing_where_it_stands_changes_nothing(published: Path) -> None:
    before = files_in(published)
    assert send(published / "1.1.0", str(published)).written == 0
    assert files_in(published) == before


# ---- addresses -------------------------------------------------------------------------------------------------------
def test_addresses_that_lead_nowhere(published: Path, s3: tuple[str, Any]) -> None:
    for url, words in (
        ("s3://no-such-bucket-here/x", "no-such-bucket|does not exist"),
        ("gopher://hole/x", "Protocol not known: gopher"),
    ):
        with pytest.raises(OutputError, match=words):
            send(published / "1.0.0", url)
    with pytest.raises(OutputError, match="no index of releases: there is none"):
        index_of(s3[0])


def test_a_server_that_is_not_there(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import s3fs.core

    # Otherwise it asks five times, for half a minute.
    monkeypatch.setattr(s3fs.core.S3FileSystem, "retries", 1)
    config = {"retries": {"max_attempts": 0}, "connect_timeout": 1}
    settings = {"endpoint_url": "http://127.0.0.1:9", "key": "x", "secret": "x", "config_kwargs": config}
    monkeypatch.setitem(fsspec.config.conf, "s3", settings)
    with pytest.raises(OutputError, match=r"see to address, endpoint and keys"):
        send(published / "1.0.0", "s3://bucket/x")


def test_without_the_extra_the_error_says_so(published: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(url: str) -> None:
        raise ImportError("Install s3fs to access S3")

    monkeypatch.setattr(stores.fsspec.core, "url_to_fs", missing)
    with pytest.raises(OutputError, match=r'in the folder of the project: pip install "\.\[s3\]"'):
        send(published / "1.0.0", "s3://bucket/x")


# ---- retention -------------------------------------------------------------------------------------------------------
@pytest.fixture
def three(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "three", symlinks=True))


@pytest.mark.parametrize(
    ("keep", "gone"), [(3, ()), (2, ("1.0.0",)), (1, ("1.1.0", "1.0.0")), (99, ())], ids=lambda value: str(value)
)
def test_only_the_newest_stay(keep: int, gone: tuple[str, ...], three: Path) -> None:
    assert prune(three, keep) == gone
    left = [version for version in ("1.2.0", "1.1.0", "1.0.0") if version not in gone]
    assert versions(str(three)) == ("1.2.0", left)
    assert sorted(path.name for path in three.iterdir()) == sorted(
        [*left, ".lock", "index.html", "index.json", "latest"]
    )
    assert verify(three / "latest").is_sound


def test_what_latest_names_always_stays(three: Path) -> None:
    (three / "latest").unlink()
    (three / "latest").symlink_to("1.0.0")
    assert prune(three, 1) == ("1.1.0",)
    assert (three / "latest").readlink() == Path("1.0.0") and (three / "latest" / "manifest.json").is_file()
    with pytest.raises(ValueError, match="the newest release always stays"):
        prune(three, 0)


def test_the_next_release_after_pruning(three: Path) -> None:
    prune(three, 1)
    assert publish_pages(three, NORTH, SOUTH).version == "1.3.0"
    assert versions(str(three)) == ("1.3.0", ["1.3.0", "1.2.0"])


def test_a_pruning_that_fails_is_undone(three: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, rename, calls = files_in(three), Path.rename, []

    def second_fails(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == 2:
            raise OSError(5, "Input/output error", str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", second_fails)
    with pytest.raises(OutputError, match="Input/output error"):
        prune(three, 1)
    assert files_in(three) == before
