"""Processes that read: they give what one gives, are replaced where they die, and never outlive what started them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from flow_pages import ARTICLE

from flows import reading, workers
from flows.article import Article, Failure
from flows.reading import batched, here, read_pages, worth
from flows.workers import in_processes
from parsers.document.model import Page
from parsers.errors import EngineError

ROOT = Path(__file__).parent.parent.parent

STATES = ("Chad", "Chile", "Ghana", "Kenya", "Peru", "Togo")


def page(state: str) -> Page:
    title = f"Estonia–{state} relations"
    return Page(f"{state}.txt", title, ARTICLE.replace("Estonia–Peru", f"Estonia–{state}"), "flattened")


# ---- calls for the processes, which import this module ---------------------------------------------------------------
def doubled(number: int) -> int:
    return 2 * number


def ended(marker: tuple[Path, int]) -> int:
    """The number; at the first call for each path the process is killed, as by a kernel that is out of memory."""
    path, number = marker
    if not path.exists():
        path.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def killed(_: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return 0


def named(path: Path) -> int:
    """Leaves the process's number at the path, then takes its time."""
    path.with_suffix(".written").write_text(str(os.getpid()), encoding="utf-8")
    path.with_suffix(".written").rename(path)
    time.sleep(300)
    return 0


def refused(_: int) -> int:
    raise EngineError("no", where="here", expected="yes", remedy="none")


def is_running(process: int) -> bool:
    """Whether the process runs; one that has ended and was not yet waited for does not."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except (FileNotFoundError, ProcessLookupError):
        return False


def awaited(path: Path, seconds: float = 120) -> int:
    deadline = time.monotonic() + seconds
    while not path.exists():
        assert time.monotonic() < deadline
        time.sleep(0.1)
    return int(path.read_text(encoding="utf-8"))


def gone(process: int, seconds: float = 20) -> bool:
    deadline = time.monotonic() + seconds
    while is_running(process) and time.monotonic() < deadline:
        time.sleep(0.1)
    return not is_running(process)


# ---- processes -------------------------------------------------------------------------------------------------------
@pytest.mark.slow
def test_every_batch_is_done_once() -> None:
    assert sorted(in_processes(doubled, range(20), 2)) == [(number, 2 * number) for number in range(20)]


@pytest.mark.slow
def test_what_a_dead_process_had_in_hand_is_done_again(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    batches = [(tmp_path / "killed", number) for number in range(8)]
    assert sorted(in_processes(ended, batches, 2)) == [(number, number) for number in range(8)]
    assert "has died" in caplog.text


@pytest.mark.slow
def test_processes_that_die_again_and_again_are_an_error() -> None:
    with pytest.raises(EngineError, match=r"died 3 times in a row.*fewer workers"):
        list(in_processes(killed, [1, 2, 3], 2))


@pytest.mark.slow
def test_what_a_call_raises_is_raised() -> None:
    with pytest.raises(EngineError, match="here: no; expected yes"):
        list(in_processes(refused, [1], 1))


@pytest.mark.slow
def test_processes_end_with_the_iterator(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As where the reader of the results is interrupted in the middle of a call."""
    monkeypatch.setattr(workers, "wait", lambda *_, **__: awaited(tmp_path / "named") and pytest.fail("interrupted"))
    with pytest.raises(pytest.fail.Exception, match="interrupted"):
        list(in_processes(named, [tmp_path / "named"], 1))
    assert gone(awaited(tmp_path / "named"))


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_processes_end_with_their_parent(number: int, tmp_path: Path) -> None:
    program = (
        "import sys; sys.path[:0] = sys.argv[2:]\n"
        "from pathlib import Path\nfrom flows.workers import in_processes\nfrom test_flow_workers import named\n"
        "if __name__ == '__main__': list(in_processes(named, [Path(sys.argv[1])], 1))\n"
    )
    (tmp_path / "program.py").write_text(program, encoding="utf-8")
    command = [
        sys.executable,
        str(tmp_path / "program.py"),
        str(tmp_path / "named"),
        str(ROOT),
        str(Path(__file__).parent),
    ]
    path = {**os.environ, "PYTHONPATH": f"{ROOT}:{Path(__file__).parent}"}
    # A parent in the background hands its children SIGINT ignored.
    parent = subprocess.Popen(
        command,
        env=path,
        stderr=subprocess.DEVNULL,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    )
    child = awaited(tmp_path / "named")
    parent.send_signal(number)
    assert parent.wait(30) != 0
    assert gone(child)


# ---- reading ---------------------------------------------------------------------------------------------------------
def test_batches_hold_all_pages_in_order() -> None:
    pages = [Page(f"{n}", "", "x" * length, "flattened") for n, length in enumerate([10, 300_000, 10, 249_990, 10, 5])]
    assert list(batched(pages, range(6))) == [[0], [1], [2, 3], [4, 5]]
    assert list(batched(pages, [0, 2, 5])) == [[0, 2, 5]]
    assert list(batched(pages, [])) == []
    many = [Page(f"{n}", "", "x", "flattened") for n in range(60)]
    assert [len(batch) for batch in batched(many, range(60))] == [25, 25, 10]


def test_processes_are_started_where_they_are_worth_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "cores", lambda: 4)
    large = Page("l", "", "x" * reading.WORTH, "flattened")
    assert worth([[page("Peru")], [page("Chad")]]) == 1
    assert worth([[large], [large]]) == 2, "no more than there are batches"
    assert worth([[large]] * 9) == 4


def test_kept_pages_are_not_handed_over(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = [page(one) for one in STATES]
    read_pages(pages[:3], here(1))
    handed: list[str] = []

    def engine(batches):
        handed.extend(one.name for batch in batches for one in batch)
        return here(1)(batches)

    first = read_pages(pages, engine)
    assert handed == [one.name for one in pages[3:]]
    assert [one.title for one in first if isinstance(one, Article)] == [one.title for one in pages]


def test_outcomes_come_in_the_order_of_the_pages(state: Path) -> None:
    def backwards(batches):
        yield from reversed(list(here(1)(batches)))

    pages = [Page(f"{n}.txt", f"{n}", "", "flattened") for n in range(60)]
    outcomes = read_pages(pages, backwards)
    assert [one.page for one in outcomes if isinstance(one, Failure)] == [one.name for one in pages]


def test_counts_and_failures_are_told(state: Path, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO")
    read_pages([page("Peru"), Page("empty.txt", "A–B relations", "", "flattened")], here(1))
    stages = [record for record in caplog.records if hasattr(record, "stage")]
    assert [(one.done, one.total, one.getMessage()) for one in stages] == [(2, 2, "2 of 2 pages, 1 failed")]
    (told,) = [record for record in caplog.records if hasattr(record, "page")]
    assert (told.page, told.levelname) == ("empty.txt", "WARNING")


def test_a_worker_with_other_code_is_refused() -> None:
    with pytest.raises(EngineError, match="other code"):
        reading.read_elsewhere([page("Peru")], "another")


@pytest.mark.slow
def test_processes_read_what_one_reads(state: Path, tmp_path: Path, monkeypatch, caplog) -> None:
    caplog.set_level("INFO")
    pages = [*(page(one) for one in STATES), Page("empty.txt", "A–B relations", "", "flattened")]
    monkeypatch.setattr(reading, "BATCH_PAGES", 2)
    by_two = read_pages(pages, here(2))
    assert "reading in 2 processes" in caplog.text
    assert [record.page for record in caplog.records if hasattr(record, "page")] == ["empty.txt"]
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path / "other"))
    by_one = read_pages(pages, here(1))

    def said(outcomes):
        return [
            (
                one.title,
                one.sha256,
                {name: rows.to_pylist() for name, rows in one.part.source.tables("relation_id").items()},
            )
            if isinstance(one, Article)
            else one
            for one in outcomes
        ]

    assert said(by_two) == said(by_one)
