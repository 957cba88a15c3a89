"""The gate: what stops a release, what is only told, what the results and the report say."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from html.parser import HTMLParser
from pathlib import Path

import pytest
from sound_rows import Rows, plant, sound_rows, validate

from expectations.gate import LISTED, Validation, require
from parsers.errors import ValidationFailed
from parsers.tables import tables

ROOT = Path(__file__).parents[2]
HOSTILE = '<script>alert("1")</script>&visit'


@pytest.fixture(scope="module")
def unsound() -> Validation:
    """Two visits that lead nowhere, one of them with a hostile key, and a mission that a warning concerns."""
    rows = plant(sound_rows(), "visits", 0, {"visit_id": HOSTILE, "sending_iso3": "EST"})
    rows = plant(rows, "visits", 1, {"sending_iso3": "EST"})
    return validate(plant(rows, "missions", 0, {"closed_edtf": "1993"}))


def test_require_passes_sound_rows(sound: Validation) -> None:
    require(sound)


def test_require_names_table_rule_and_rows(unsound: Validation) -> None:
    with pytest.raises(ValidationFailed) as caught:
        require(unsound, report="state/report.html")
    message = str(caught.value)
    assert "visits.states_differ" in message
    assert HOSTILE in message and "visits-2" in message
    assert "state/report.html" in message
    assert caught.value.exit_code == 5


def test_require_names_ten_rows_and_counts_the_others() -> None:
    rows = sound_rows()
    rows["links"] = [rows["links"][0] | {"link_id": f"link-{number:02d}", "end": 1, "start": 9} for number in range(25)]
    found = validate(rows, only=["links"])
    with pytest.raises(ValidationFailed, match="link-09 and 15 more rows"):
        require(found)
    order = next(each for each in found.critical if each.expectation == "span_order")
    assert len(order.row_ids) == 25
    listed = next(each for each in found.results["tables"]["links"]["expectations"] if each["name"] == "span_order")  # type: ignore[index]
    assert listed["unexpected_count"] == 25 and len(listed["row_ids"]) == LISTED


def test_warnings_do_not_stop(rows: Rows) -> None:
    found = validate(plant(rows, "missions", 0, {"closed_edtf": "1993"}), only=["missions"])
    assert [each.expectation for each in found.warnings] == ["closes_after_opening"]
    assert found.results["success"] is True and found.results["warnings"] == 1
    require(found)


def test_same_rows_same_results(unsound: Validation) -> None:
    rows = plant(sound_rows(), "visits", 0, {"visit_id": HOSTILE, "sending_iso3": "EST"})
    rows = plant(rows, "visits", 1, {"sending_iso3": "EST"})
    assert validate(plant(rows, "missions", 0, {"closed_edtf": "1993"})) == unsound


def test_results_are_json_and_name_every_table(unsound: Validation) -> None:
    assert json.loads(json.dumps(unsound.results)) == unsound.results
    assert list(unsound.results["tables"]) == list(tables())  # type: ignore[call-overload]


def test_tables_that_are_not_given_are_empty() -> None:
    found = validate({})
    assert found.failures == ()
    assert validate({"visits": []}) == found


def test_an_undeclared_table_is_refused() -> None:
    with pytest.raises(KeyError, match="dances"):
        validate({"dances": []})


def test_the_page_names_the_rows_escaped(unsound: Validation) -> None:
    page = unsound.report_html
    assert "<script" not in page and "&lt;script&gt;" in page
    assert "visits-2" in page and "missions-1" in page
    assert "sending_iso3=&#x27;EST&#x27;" in page


def test_the_page_needs_nothing_but_itself(unsound: Validation) -> None:
    seen = _Page()
    seen.feed(unsound.report_html)
    assert seen.open == []
    assert seen.linking == []
    assert "url(" not in unsound.report_html and "@import" not in unsound.report_html
    assert seen.headings == sorted(seen.headings, key=lambda level: level > 1), "one h1, first"


def test_importing_the_gate_is_cheap() -> None:
    code = "import sys, expectations.gate; print('great_expectations' in sys.modules, 'pandas' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert told.stdout.split() == ["False", "False"]


ALONE = """
import socket, sys
def refuse(*anything, **more): raise SystemExit("a connection was tried")
socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse
from sound_rows import sound_rows, validate
assert not validate(sound_rows(), only=["visits"]).failures
"""


def test_nothing_is_written_and_no_connection_made(tmp_path: Path) -> None:
    home, here = tmp_path / "home", tmp_path / "here"
    home.mkdir(), here.mkdir()
    paths = os.pathsep.join((str(ROOT), str(Path(__file__).parent)))
    environment = {"HOME": str(home), "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1", "PATH": os.environ["PATH"]}
    told = subprocess.run(
        [sys.executable, "-c", ALONE], cwd=here, env=environment, capture_output=True, text=True, check=False
    )
    assert told.returncode == 0, told.stderr
    assert list(home.rglob("*")) == list(here.rglob("*")) == []
    assert told.stdout == told.stderr == ""


def test_many_rows_take_seconds() -> None:
    rows = sound_rows()
    visit = rows["visits"][0]
    rows["visits"] = [visit | {"visit_id": f"visit-{number}"} for number in range(20_000)]
    rows["evidence"] = [
        rows["evidence"][0] | {"evidence_id": f"evidence-{n}", "table": "visits", "row_id": f"visit-{n}"}
        for n in range(20_000)
    ]
    began = time.process_time()
    found = validate(rows, only=["visits", "evidence"])
    assert found.failures == ()
    assert time.process_time() - began < 10


class _Page(HTMLParser):
    """What a reader of the page would miss: tags left open, links, headings out of order."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.linking: list[str] = []
        self.headings: list[int] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag != "meta":
            self.open.append(tag)
        self.linking += [f"{tag} {name}" for name, _ in attrs if name in ("href", "src", "srcset", "action")]
        if tag in ("h1", "h2", "h3"):
            self.headings.append(int(tag[1]))

    def handle_endtag(self, tag: str) -> None:
        assert self.open and self.open.pop() == tag
