"""A dump of more than 200 MB: all of its articles, in bounded memory, and on again after the process was killed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from flows.bench.corpus import corpus
from flows.bench.dumps import elements, write_dump

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

ARTICLES, MEGABYTES = 60, 205
MEMORY = 350
"""MB that a process which scans may take; it needs 80 before it opens anything."""

SCAN = """
import json, pathlib, sys
from flows.sources.dump import layout, pages
read, count = layout.Ranges.read, []
layout.Ranges.read = lambda self, part: count.append(part) or read(self, part)
titles = [page.title for page in pages(sys.argv[1], None)]
# Not getrusage: on Linux that has the peak of the process that started this one too.
status = pathlib.Path("/proc/self/status").read_text()
print(json.dumps([titles, len(count), int(status.split("VmHWM:")[1].split()[0]) / 1024]))
"""


@pytest.fixture(scope="module")
def dump(tmp_path_factory) -> Path:
    path = tmp_path_factory.mktemp("large") / "x-pages-articles-multistream.xml.bz2"
    write_dump(path, elements(ARTICLES, MEGABYTES), "multistream")
    return path


def scanning(source: str, home: Path) -> subprocess.Popen[str]:
    environment = os.environ | {"BILATERALS_HOME": str(home)}
    return subprocess.Popen([sys.executable, "-c", SCAN, source], stdout=subprocess.PIPE, text=True, env=environment)


def scanned(source: str, home: Path) -> tuple[list[str], int, float]:
    """Titles, parts read, and the most memory that was taken, in MB."""
    with scanning(source, home) as process:
        said, _ = process.communicate()
    assert process.returncode == 0
    return tuple(json.loads(said))


def expected() -> list[str]:
    return [page.title for page in corpus(ARTICLES)]


def test_through_its_index_in_little_memory(dump, tmp_path):
    titles, _, memory = scanned(f"dump:{dump}", tmp_path)
    assert titles == expected()
    assert memory < MEMORY


def test_a_plain_dump_is_read_in_parts_and_little_memory(tmp_path):
    path = tmp_path / "x.xml"
    write_dump(path, elements(ARTICLES, MEGABYTES), "plain")
    assert path.stat().st_size > 200e6
    titles, parts, memory = scanned(f"dump:{path}", tmp_path)
    assert titles == expected()
    assert parts > 10
    assert memory < MEMORY


def test_without_its_index_and_killed_on_the_way(dump, tmp_path):
    alone = tmp_path / "x.bz2"
    alone.symlink_to(dump)
    process = scanning(f"dump:{alone}", tmp_path)
    deadline = time.monotonic() + 120
    while parts_known(tmp_path) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    process.kill()
    process.communicate()
    before = parts_known(tmp_path)
    assert before >= 3
    titles, parts, memory = scanned(f"dump:{alone}", tmp_path)
    assert titles == expected()
    assert parts <= -(-dump.stat().st_size // (4 << 20)) - before
    assert memory < MEMORY


def parts_known(home: Path) -> int:
    """The parts of the dump that the journal holds."""
    return sum(path.read_bytes().count(b'{"pages": [') for path in home.rglob("*.jsonl"))
