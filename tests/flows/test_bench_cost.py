"""What `make bench` measures with, and that the whole of it runs."""

from __future__ import annotations

import subprocess
import sys

import pytest
from rich.console import Console

from flows.bench.cost import Cost, of_command, of_work
from flows.bench.releases import _scaled
from flows.bench.report import Row, shown

BUSY = """
import subprocess, sys, time
print("read: half", file=sys.stderr, flush=True)
held = bytearray(60_000_000)
child = subprocess.Popen([sys.executable, "-c", "held = bytearray(50_000_000); import time; time.sleep(1.5)"])
until = time.process_time() + 0.3
while time.process_time() < until: pass
child.wait()
print("publish: done", file=sys.stderr, flush=True)
"""


def test_the_cost_of_a_command_is_that_of_its_children_too():
    cost = of_command([sys.executable, "-c", BUSY], {})
    assert cost.wall > 1.5
    assert 0.3 < cost.cpu < cost.wall + 1
    assert 110 < cost.memory < 300
    assert list(cost.stages) == ["read", "publish"]
    assert cost.stages["publish"] > 1.2


def test_a_command_that_fails_says_why():
    with pytest.raises(subprocess.CalledProcessError) as failed:
        of_command([sys.executable, "-c", "raise SystemExit('no place')"], {})
    assert "no place" in failed.value.stderr


def test_the_cost_of_work_comes_with_what_it_gave():
    cost, result = of_work(lambda: sum(range(1_000_000)))
    assert result == 499999500000
    assert cost.cpu > 0


def test_articles_of_many_are_compared_with_articles_of_a_few_without_the_start():
    runs = [
        Row("release", Cost(9, cpu), articles, megabytes) for articles, cpu, megabytes in ((10, 21, 1), (100, 31, 11))
    ]
    assert _scaled(Row("release", Cost(9, 141.0), 1_000, 101), runs).ratio == pytest.approx(1.2)
    assert _scaled(Row("release", Cost(9, 141.0), 1_000, 101), runs[:1]).ratio is None


def test_the_table_has_a_line_a_row(capsys):
    rows = [Row("release", Cost(12.3, 20, 512), 100, 1.5, 1.04, 1.2, "to that of ten"), Row("spaCy", note="not there")]
    shown(rows, "What it costs", Console(width=150))
    lines = capsys.readouterr().out.splitlines()
    assert lines[2].split() == [
        "release",
        "100",
        "1.5",
        "12.3",
        "20.0",
        "512",
        "0.07",
        "1.04",
        "≤",
        "1.2",
        "to",
        "that",
        "of",
        "ten",
    ]
    assert lines[3].split() == ["spaCy", "not", "there"]


@pytest.mark.slow
@pytest.mark.timeout(1_200)
def test_the_whole_of_it_runs(tmp_path):
    command = [sys.executable, "-m", "flows.bench", "--articles", "12", "--megabytes", "5", "--folder", tmp_path]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for what in (
        "text → document",
        "mwparserfromhell",
        "wikitextparser",
        "spaCy",
        "read",
        "publish",
        "1 % changed",
        "diff of the two",
        "verify of the newer",
        "scan of it",
    ):
        assert what in said
    assert (tmp_path / "releases-12" / "latest").is_dir()


def test_only_reading_is_measured_of_the_articles_of_a_user(articles):
    command = [sys.executable, "-m", "flows.bench", articles]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "flattened" in said
    assert "reading, in one process" in said
    assert "release" not in said
