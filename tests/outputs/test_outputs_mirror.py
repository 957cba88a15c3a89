"""Releasing into a store: the version follows from what stands there, whoever published it and from where."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import pytest
from pages import NORTH, SOUTH, publish_pages

from outputs.mirror import folder_of, releases_at
from outputs.release import Published
from outputs.remote import index_of, prune_at, require_output, send
from outputs.store import Store
from outputs.verify import verify
from parsers.errors import OutputError

pytestmark = pytest.mark.slow


def released(url: str, mirrors: Path, *texts: str) -> Published:
    with releases_at(url, mirrors) as root:
        return publish_pages(root, *texts)


def versions(url: str) -> list[str]:
    return [one["version"] for one in index_of(url)["releases"]]


def test_a_folder_is_its_own_place(tmp_path: Path) -> None:
    for url in (str(tmp_path / "out"), f"file://{tmp_path}/out"):
        with releases_at(url, tmp_path / "mirrors") as root:
            assert root == tmp_path / "out"
    assert folder_of("memory://open") is None
    assert not (tmp_path / "mirrors").exists()


def test_the_version_follows_from_the_store(place: tuple[str, Any], tmp_path: Path) -> None:
    """Two machines by turns: each compares with what the other published, and history is the same as in one folder."""
    url, _ = place
    ours, theirs, alone = tmp_path / "ours", tmp_path / "theirs", tmp_path / "alone"
    texts = [(NORTH, SOUTH), (NORTH,), (NORTH, SOUTH.replace("2014", "2015"))]
    for machine, pages in zip((ours, theirs, ours), texts, strict=True):
        assert released(url, machine, *pages).version == publish_pages(alone, *pages).version
    assert released(url, theirs, *texts[-1]).version is None, "nothing changed since the other machine published"
    assert versions(url) == ["1.2.0", "1.1.0", "1.0.0"]
    assert index_of(url) == index_of(str(alone))
    with releases_at(url, tmp_path / "third") as root:
        assert (root / "1.2.0" / "SHA256SUMS").read_bytes() == (alone / "1.2.0" / "SHA256SUMS").read_bytes()
        assert verify(root / "1.2.0").is_sound
        assert [path.name for path in (root / "1.0.0").iterdir()] == ["manifest.json"]


def test_what_could_not_be_sent_is_sent_by_the_next_run(
    place: tuple[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url, _ = place
    released(url, tmp_path, NORTH)

    def failing(*_: object) -> None:
        raise OSError("the line went down")

    with monkeypatch.context() as patch:
        patch.setattr(Store, "put", failing)
        with pytest.raises(OutputError, match="the line went down"):
            released(url, tmp_path, NORTH, SOUTH)
    assert versions(url) == ["1.0.0"]
    assert released(url, tmp_path, NORTH, SOUTH).version is None
    assert versions(url) == ["1.1.0", "1.0.0"]


def test_what_another_machine_was_faster_with_is_made_anew(place: tuple[str, Any], tmp_path: Path) -> None:
    url, _ = place
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    released(url, ours, NORTH)
    shutil.copytree(ours, theirs, symlinks=True)
    with (
        pytest.raises(OutputError, match="another release of that version stands there"),
        releases_at(url, ours) as root,
    ):
        publish_pages(root, NORTH, SOUTH)
        released(url, theirs, SOUTH)
    assert versions(url) == ["1.1.0", "1.0.0"]
    assert released(url, ours, NORTH, SOUTH).version == "1.2.0"


def test_one_run_at_a_time_on_one_machine(tmp_path: Path) -> None:
    url, refused = "memory://open", pytest.raises(OutputError, match="another run is publishing there")
    with releases_at(url, tmp_path), refused, releases_at(url, tmp_path):
        pass


@pytest.mark.parametrize("path", ["1.0.0/manifest.json", "1.1.0/manifest.json", "1.1.0/csv/visits.csv"])
def test_a_store_that_was_changed_is_not_compared_with(path: str, tmp_path: Path, s3: tuple[str, Any]) -> None:
    url, files = s3
    released(url, tmp_path / "ours", NORTH)
    released(url, tmp_path / "ours", SOUTH)
    files.pipe_file(f"{url}/{path}", b"{}")
    with pytest.raises(OutputError, match=r"not the one that index\.json tells of|it was changed"):
        released(url, tmp_path / "theirs", NORTH, SOUTH)
    assert versions(url) == ["1.1.0", "1.0.0"]


def test_a_damaged_mirror_is_fetched_again(place: tuple[str, Any], tmp_path: Path) -> None:
    url, _ = place
    released(url, tmp_path, NORTH)
    (manifest,) = tmp_path.glob("*/releases/1.0.0/manifest.json")
    manifest.write_text("{}", encoding="utf-8")
    assert released(url, tmp_path, NORTH).version is None
    assert verify(manifest.parent).is_sound


def test_the_newest_stay_in_a_store(place: tuple[str, Any], tmp_path: Path) -> None:
    url, files = place
    for texts in ((NORTH,), (SOUTH,), (NORTH, SOUTH)):
        released(url, tmp_path, *texts)
    assert prune_at(url, 5) == ()
    assert prune_at(url, 1) == ("1.1.0", "1.0.0")
    assert versions(url) == ["1.2.0"]
    assert not [path for path in files.find(url) if "1.0.0" in path or "1.1.0" in path]
    assert released(url, tmp_path, NORTH).version == "1.3.0"


def test_a_store_that_is_not_there_is_refused_before_anything_is_read(s3: tuple[str, Any]) -> None:
    require_output(s3[0])
    require_output("memory://not/there/yet")
    require_output("not/there/yet")
    require_output(s3[0].replace("open/", "not/there/"))
    with pytest.raises(OutputError, match="there is no bucket not-a-bucket"):
        require_output("s3://not-a-bucket/releases")
    assert not s3[1].find(s3[0])


def test_what_was_published_otherwise_is_compared_with(place: tuple[str, Any], tmp_path: Path) -> None:
    url, _ = place
    publish_pages(tmp_path / "here", NORTH)
    send(tmp_path / "here" / "1.0.0", url)
    assert released(url, tmp_path / "mirrors", NORTH).version is None
    assert released(url, tmp_path / "mirrors", SOUTH).version == "1.1.0"
