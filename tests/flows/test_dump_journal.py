"""A scan that was interrupted goes on where it stopped, and a dump that has not changed is not scanned again."""

from __future__ import annotations

import os

import pytest
from small_dumps import dump, layouts, page, read

from flows.bench.dumps import elements
from flows.sources.dump import layout as layout_module
from flows.sources.dump import pages

ARTICLES = 20


@pytest.fixture(scope="module")
def dumps(tmp_path_factory):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("flows.bench.dumps.PAGES_A_STREAM", 10)
        return layouts(tmp_path_factory.mktemp("dumps"), elements(ARTICLES, 3))


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    """A state folder of the test's own; small parts, so that there are many."""
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path / "home"))
    monkeypatch.setattr("flows.sources.dump.opening.TEXT_RANGE", 200_000)
    monkeypatch.setattr("flows.sources.dump.opening.BZIP2_RANGE", 40_000)
    monkeypatch.setattr(layout_module, "STREAMS_A_PART", 1)
    monkeypatch.setattr(layout_module, "TEXT_CHUNK", 50_000)
    monkeypatch.setattr("os.sched_getaffinity", lambda _: {0}, raising=False)
    return tmp_path / "home"


@pytest.fixture
def parts_read(monkeypatch):
    """The parts that were read, in the order in which that began."""
    seen = []
    for kind in (layout_module.Ranges, layout_module.Streams):
        monkeypatch.setattr(kind, "read", lambda self, part, read=kind.read: seen.append(part) or read(self, part))
    return seen


def journal(home):
    return next((home / "dumps").rglob("*.jsonl"))


@pytest.mark.parametrize("layout", ["plain", "bz2", "multistream", "without index"])
def test_an_interrupted_scan_goes_on(dumps, layout, parts_read):
    whole = list(pages(f"dump:{dumps[layout]}#licence=x", None))
    parts = [str(part) for part in parts_read]
    assert len(parts) > 4
    parts_read.clear()
    interrupted = pages(f"dump:{dumps[layout]}", None)
    first = [next(interrupted) for _ in range(ARTICLES // 2)]
    interrupted.close()
    before = len(parts_read)
    assert before < len(parts)
    assert [page.title for page in [*first, *read(dumps[layout])]][: len(first)] == [page.title for page in whole][
        : len(first)
    ]
    again = {str(part) for part in parts_read[before:]}
    assert len(again) < len(parts)
    assert sorted(page.title for page in read(dumps[layout])) == sorted(page.title for page in whole)


def test_a_dump_that_has_not_changed_is_not_scanned_again(dumps, parts_read):
    first = read(dumps["multistream"])
    count = len(parts_read)
    assert read(dumps["multistream"]) == first
    assert len(parts_read) == count


def test_a_dump_that_changed_is_scanned_anew_and_what_was_kept_of_it_goes(tmp_path, home):
    path = dump(tmp_path / "d.xml", page("Fiji–Peru relations"))
    assert len(read(path)) == 1
    kept = journal(home)
    dump(path, page("Fiji–Peru relations"), page("Chad–Peru relations"))
    os.utime(path, ns=(1, 1))
    assert len(read(path)) == 2
    assert not kept.exists()


def test_other_titles_are_another_scan(tmp_path):
    path = dump(tmp_path / "d.xml", page("Fiji–Peru relations"), page("Embassy Row"))
    (tmp_path / "t.txt").write_text("Embassy Row", encoding="utf-8")
    assert [page.title for page in read(path)] == ["Fiji–Peru relations"]
    assert [page.title for page in read(path, f"#titles={tmp_path / 't.txt'}")] == ["Embassy Row"]


@pytest.mark.parametrize("left", [0, 1, 0.2, 0.5, 0.99])
def test_what_was_not_written_to_its_end_is_read_again(dumps, home, parts_read, left):
    first = read(dumps["plain"])
    data = journal(home).read_bytes()
    journal(home).write_bytes(data[: int(len(data) * left) if isinstance(left, float) else left])
    parts_read.clear()
    assert read(dumps["plain"]) == first
    assert parts_read
    parts_read.clear()
    assert read(dumps["plain"]) == first
    assert not parts_read


def test_pages_without_text_are_kept_too(tmp_path):
    path = dump(tmp_path / "d.xml", page("Fiji–Peru relations", "&ha;"))
    assert read(path) == read(path)


def test_a_second_run_at_the_same_time_reads_for_itself(dumps):
    one, other = (pages(f"dump:{dumps['plain']}", None) for _ in range(2))
    assert next(one) == next(other)
    assert list(one) == list(other)


def test_a_state_folder_that_cannot_be_written_costs_only_the_journal(dumps, home, caplog):
    home.write_text("no folder")
    assert len(read(dumps["plain"])) == ARTICLES
    assert "begins anew" in caplog.text
