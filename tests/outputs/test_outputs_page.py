"""The page without a browser: its rows, figures and plots, what it embeds, and that text stays text."""

from __future__ import annotations

import base64
import csv
import gzip
import hashlib
import json
import random
import re
import threading
import urllib.error
import urllib.request
from collections.abc import Callable
from datetime import date
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from plausible import MANIFEST, REPORT, VALIDATION, Rows, make_rows, page_files, release_of

from outputs import Published, about, publish
from outputs.page import figures, parts, plots, view
from outputs.page.render import SCRIPTS, asset, release_page
from outputs.page.shelf import shelf_page
from outputs.parquet import to_arrow
from outputs.serve import serve
from parsers.columnar import Stored
from parsers.errors import OutputError
from parsers.tables import tables

Publish = Callable[..., Published]
ROOT = Path(__file__).parents[2]
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&"


def unpacked(script: bytes) -> tuple[str, str, dict[str, list[object]]]:
    """The arguments of a file of rows."""
    found = re.fullmatch(rb'bilaterals\.take\("([a-z_]+)","([A-Z0-9.-]+)","([A-Za-z0-9+/=]+)"\);\n', script)
    assert found
    columns = json.loads(gzip.decompress(base64.b64decode(found[3])))
    return found[1].decode(), found[2].decode(), columns


class Elements(HTMLParser):
    """Every element of a page with its attributes, and the text of its scripts."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.scripts: list[str] = []
        self.in_script = False
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))
        self.in_script = tag == "script"
        if self.in_script:
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self.in_script = False

    def handle_data(self, data: str) -> None:
        if self.in_script:
            self.scripts[-1] += data


def test_the_files_of_rows_hold_what_the_tables_hold(rows: Rows) -> None:
    files = page_files(release_of(rows))
    assert "page/checks.1.js" not in files, "a table without rows needs no file"
    table, name, columns = unpacked(files["page/visits.EST-PER.js"])
    assert (table, name) == ("visits", "EST-PER")
    for name in tables()["visits"].names:
        said = columns.get(name, [None, None])
        expected = [row[name] for row in rows["visits"]]
        assert said == [value.isoformat() if isinstance(value, date) else _listed(value) for value in expected]
    assert "occasion" not in columns, "a column without a value is left out"


def _listed(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def test_a_long_table_is_cut_into_files_and_no_row_is_lost(rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART_ROWS", 3)
    monkeypatch.setattr(parts, "SHOWN_ROWS", 4)
    rows["visits"] = [{**rows["visits"][0], "visit_id": f"v{n}"} for n in range(8)]
    rows["people"] = [{**rows["people"][0], "person_id": f"p{n}"} for n in range(8)]
    files = page_files(release_of(rows))
    ids = [unpacked(files[f"page/visits.{name}.js"])[2]["visit_id"] for name in ("EST-PER", "EST-PER.2")]
    assert ids == [["v0", "v1", "v2", "v3", "v4", "v5"], ["v6", "v7"]]
    assert [unpacked(files[f"page/people.{n}.js"])[2]["person_id"] for n in (1, 2)] == [["p0", "p1", "p2"], ["p3"]]
    said = view.contents(release_of(rows))["tables"]
    assert isinstance(said, dict)
    assert said["visits"]["parts"] == [[6, "EST-PER", "EST-PER", "EST-PER"], [8, "EST-PER", "EST-PER", "EST-PER.2"]]
    assert (said["people"]["rows"], said["people"]["shown"]) == (8, 4), "the page says that it has not all"


def pair_of(number: int) -> str:
    return f"E{chr(65 + number // 26)}{chr(65 + number % 26)}-PER"


def visits_of(*counts: int) -> Stored:
    """So many visits of each of some pairs of states."""
    one, pairs = make_rows()["visits"][0], [(pair_of(n), count) for n, count in enumerate(counts)]
    rows = [{**one, "visit_id": f"{pair}-{n}", "relation_id": pair} for pair, count in pairs for n in range(count)]
    return Stored(to_arrow(tables()["visits"], rows))


def test_rows_that_come_leave_most_files_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "PART_ROWS", 40)
    table, counts = tables()["visits"], [n % 9 for n in range(400)]
    found = parts.parts(table, visits_of(*counts))
    assert 30 < len(found) < 60 and found[-1].stop == sum(counts)
    assert all(20 <= one.stop - one.start <= 80 and one.name == one.first for one in found[:-1])
    assert not [one for one, behind in pairwise(found) if one.last == behind.first], "no relation is in two files"
    before = dict(parts.row_files(table, visits_of(*counts)))
    after = dict(parts.row_files(table, visits_of(*counts[:5], counts[5] + 1, *counts[6:])))
    assert len(before.items() - after.items()) <= 3


def test_files_of_the_same_rows_are_taken_and_no_others(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """However relations grow, shrink, come and go, what is taken has the bytes that it would be made of."""
    monkeypatch.setattr(parts, "PART_ROWS", 6)
    table, chosen, taken = tables()["visits"], random.Random(1), 0
    for _ in range(60):
        counts = [chosen.choice((0, 1, 2, 5, 14)) for _ in range(40)]
        now = [chosen.choice((count, *[count] * 15, 0, 3, 13)) for count in counts]
        old, rows = visits_of(*counts), visits_of(*now)
        made = {path: tmp_path / path for path, _ in parts.row_files(table, old)}
        changed = [pair_of(n) for n, (one, other) in enumerate(zip(counts, now, strict=True)) if one != other]
        same = parts.same_files(table, rows, parts.Before(old, made, changed))
        was, is_now = (
            {one.path: (one.stop - one.start, one.first, one.last) for one in parts.parts(table, of)}
            for of in (old, rows)
        )
        assert all(was[path] == is_now[path] for path in same)
        assert not [name for path in same for name in changed if is_now[path][1] <= name <= is_now[path][2]]
        rest = {path for path, _ in parts.row_files(table, rows, but=same)}
        assert rest | same.keys() == is_now.keys() and not rest & same.keys()
        taken += len(same)
    assert taken > 60
    assert not parts.same_files(tables()["people"], rows, parts.Before(old, made, ())), "its files are numbered"


def test_a_long_cell_is_shortened_and_evidence_is_not(rows: Rows) -> None:
    rows["articles"][0]["text"] = "a" * 5000
    rows["visits"][0]["evidence"] = "b" * 1900
    files = page_files(release_of(rows))
    assert unpacked(files["page/articles.1.js"])[2]["text"][0] == "a" * (parts.OTHER_CELL - 1) + "…"
    assert unpacked(files["page/visits.EST-PER.js"])[2]["evidence"][0] == "b" * 1900


def test_the_same_rows_give_the_same_page(tmp_path: Path, release: Publish) -> None:
    one, other = release(tmp_path / "a").path, release(tmp_path / "b").path
    names = ["index.html", *(f"page/{path.name}" for path in sorted((one / "page").iterdir()))]
    assert len(names) > 10
    assert all((one / name).read_bytes() == (other / name).read_bytes() for name in names)


def test_the_page_names_every_table_file_and_hash(tmp_path: Path, release: Publish) -> None:
    path = release(tmp_path).path
    text = (path / "index.html").read_text()
    links = {said.get("href") for tag, said in Elements(text).found if tag == "a"}
    for name in tables():
        assert {f"#table={name}", f"parquet/{name}.parquet", f"csv/{name}.csv"} <= links
    listed = [line.split("  ") for line in (path / "SHA256SUMS").read_text().splitlines()]
    shown = [(sha256, name) for sha256, name in listed if name in links and sha256 in text]
    assert len(shown) >= 2 * len(tables()) + 5
    assert all((path / link).exists() for link in links if link and not link.startswith(("#", "..", "http")))


def test_nothing_is_asked_of_another_place(tmp_path: Path, release: Publish) -> None:
    text = (release(tmp_path).path / "index.html").read_text()
    loading = {"src", "srcset", "data", "poster", "action", "background"}
    for tag, said in Elements(text).found:
        assert not loading & said.keys() and tag not in ("link", "iframe", "object", "embed", "base"), (tag, said)
    style = asset("page.css")
    assert "url(" not in style and "@import" not in style


def test_the_policy_lets_the_pages_own_script_run_and_no_other(tmp_path: Path, release: Publish) -> None:
    page = Elements((release(tmp_path).path / "index.html").read_text())
    policy = next(said["content"] for _, said in page.found if said.get("http-equiv") == "Content-Security-Policy")
    own = base64.b64encode(hashlib.sha256(page.scripts[-1].encode()).digest()).decode()
    assert policy and f"script-src 'sha256-{own}' 'strict-dynamic';" in policy and "default-src 'none'" in policy


def test_the_scripts_build_nodes_and_no_markup() -> None:
    for name in SCRIPTS:
        script = asset(f"{name}.js")
        assert not re.search(r"(inner|outer)HTML|insertAdjacentHTML|document\.write|\beval\(|new Function", script), (
            name
        )
        assert (
            set(re.findall(r"https?://[a-z0-9./]*", script)) <= {"http://www.w3.org/2000/svg"}
            and "fetch(" not in script
        )


def test_hostile_text_stays_text(rows: Rows) -> None:
    plain = Elements(release_page(release_of(rows)))
    for name, column in (("relations", "title"), ("states", "name"), ("articles", "title"), ("visits", "visitor")):
        rows[name][0][column] = HOSTILE
    said = {"version": HOSTILE, "date": HOSTILE, "content_hash": HOSTILE, "previous": HOSTILE}
    page = Elements(release_page(release_of(rows, **said)))
    assert [tag for tag, _ in page.found].count("script") == [tag for tag, _ in plain.found].count("script") == 3
    assert not any(tag == "img" or any(name.startswith("on") for name in said) for tag, said in page.found)
    assert all("</script" not in script and "<img" not in script for script in page.scripts)
    assert json.loads(page.scripts[1])["version"] == HOSTILE


def test_the_description_for_search_engines_is_the_releases(tmp_path: Path, release: Publish) -> None:
    page = Elements((release(tmp_path).path / "index.html").read_text())
    said = json.loads(page.scripts[0])
    assert said["@type"] == "Dataset" and said["version"] == "1.0.0"
    assert {one["contentUrl"] for one in said["distribution"]} >= {"parquet/visits.parquet", "csv/visits.csv"}


def test_no_text_ends_the_description_for_search_engines(rows: Rows, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(about, "DESCRIPTION", HOSTILE)
    page = Elements(release_page(release_of(rows)))
    assert json.loads(page.scripts[0])["description"] == HOSTILE


def test_every_state_of_iso_3166_has_one_region() -> None:
    with (ROOT / "parsers/language/lexicon/states.csv").open(encoding="utf-8") as file:
        codes = {line["iso3"] for line in csv.DictReader(file) if line["code_scheme"] == "iso3166-1"}
    placed = [code for states in figures.regions().values() for code in states]
    assert len(placed) == len(set(placed))
    assert codes <= set(placed)


def test_years_take_what_lies_in_one_year() -> None:
    rows = [
        {"date_start": date(2011, 5, 1), "date_precision": "month"},
        {"date_start": date(2011, 1, 1), "date_precision": "year"},
        {"date_start": date(2010, 1, 1), "date_precision": "decade"},
        {"date_start": None, "date_precision": None},
    ]
    assert figures.years(rows) == figures.Years({2011: 2}, 2)


def test_coverage_counts_a_relation_in_both_regions() -> None:
    counts = {"visits_count": 3, "events_count": 9}
    rows = [{"state_a_iso3": "EST", "state_b_iso3": other, **counts} for other in ("PER", "LVA")]
    found = {region.name: region for region in figures.coverage(rows)}
    assert found["Northern Europe"] == figures.Region("Northern Europe", 2, 2, 6)
    assert found["South America"] == figures.Region("South America", 1, 1, 3)
    assert len(found) == len(figures.regions())


def test_the_matrix_keeps_the_weightiest_open_post() -> None:
    def post(kind: str, status: str = "open", sending: str = "EST", receiving: str = "PER") -> dict[str, object]:
        return {"sending_iso3": sending, "receiving_iso3": receiving, "kind": kind, "status": status}

    rows = [post("consulate"), post("embassy"), post("trade office", sending="FJI")]
    rows.append(post("embassy", "closed", "PER", "EST"))
    names = {"EST": "Estonia", "PER": "Peru", "FJI": "Fiji"}
    found = figures.posts(rows, 3, names)
    assert found == figures.Matrix(("EST", "FJI", "PER"), {("EST", "PER"): "embassy", ("FJI", "PER"): "office"}, 0)
    assert figures.posts(rows, 2, names).left_out == 1


@pytest.mark.parametrize(("value", "power"), [(1e9, 9), (999_999_999.0, 8), (1000.0, 3), (1.5, 0)])
def test_a_trade_figure_falls_in_its_power_of_ten(value: float, power: int) -> None:
    row: dict[str, object] = {"value": value, "currency": "USD", "measure": "value"}
    row |= {"date_start": date(2015, 1, 1), "date_precision": "year"}
    other = {**row, "currency": "EUR"}
    assert figures.trade_sizes([row, other]) == figures.Sizes({(2015, power): 1}, 1)


def test_bars_stand_in_their_years_and_leave_out_what_is_long_ago() -> None:
    plot = plots.bars({1500: 2, 2000: 1, 2004: 4}, *(plots.span([{1500: 2, 2000: 1, 2004: 4}]) or (0, 0)), "visit")
    assert (plot.first, plot.last, plot.before, plot.most) == (2000, 2004, 2, 4)
    assert [(mark.x, mark.width, mark.height, mark.says) for mark in plot.marks] == [
        (2.0, 16.0, 30.0, "2000: 1 visit"),
        (82.0, 16.0, 120.0, "2004: 4 visits"),
    ]


def test_nothing_dated_makes_no_plot() -> None:
    assert plots.span([{}]) is None
    assert plots.cells(figures.Sizes({}, 3)) is None


def test_a_release_without_rows_has_a_page() -> None:
    text = release_page(release_of({name: [] for name in tables()}))
    assert "Coverage by region" in text and "Who has a post where" not in text


def test_the_page_of_all_releases(tmp_path: Path, release: Publish, rows: Rows) -> None:
    release(tmp_path)
    rows["visits"][0]["city"] = "Tartu"
    reasons = release(tmp_path, rows).reasons
    text = (tmp_path / "index.html").read_text()
    assert [said["href"] for _, said in Elements(text).found if said.get("class") == "button"] == ["1.1.0/index.html"]
    assert text.index('href="1.1.0/index.html">1.1.0') < text.index('href="1.0.0/index.html">1.0.0')
    assert reasons and reasons[0] in text


def test_hostile_entries_of_an_index_stay_text() -> None:
    page = Elements(shelf_page([{"version": "1.0.0", "date": HOSTILE, "reasons": [HOSTILE], "content_hash": HOSTILE}]))
    assert not {tag for tag, _ in page.found} & {"script", "img"}
    assert "No release" in shelf_page([])


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one release."""
    path = tmp_path_factory.mktemp("served")
    publish(path, make_rows(), MANIFEST, VALIDATION, REPORT)
    return path


@pytest.fixture(scope="module")
def served(root: Path) -> str:
    """The address at which that folder is served, by a thread that ends with the tests."""
    told: list[str] = []
    ready = threading.Event()

    def say(address: str) -> None:
        told.append(address)
        ready.set()

    threading.Thread(target=serve, args=(root, 0, say), daemon=True).start()
    assert ready.wait(20)
    return told[0]


def ask(address: str, **headers: str) -> tuple[int, bytes, str]:
    try:
        with urllib.request.urlopen(urllib.request.Request(address, headers=headers), timeout=20) as answer:
            return answer.status, answer.read(), answer.headers["Content-Type"]
    except urllib.error.HTTPError as error:
        return error.code, b"", ""


def test_releases_are_served_on_this_machine(served: str, root: Path) -> None:
    assert served.startswith("http://127.0.0.1:")
    assert ask(served)[:2] == (200, (root / "index.html").read_bytes())
    status, content, kind = ask(f"{served}latest/")
    assert (status, content) == (200, (root / "1.0.0/index.html").read_bytes()) and kind.startswith("text/html")
    table = (root / "1.0.0/parquet/visits.parquet").read_bytes()
    assert ask(f"{served}latest/parquet/visits.parquet")[1] == table
    assert ask(f"{served}1.0.0/parquet/visits.parquet", Range="bytes=0-3")[:2] == (206, table[:4])
    assert ask(f"{served}1.0.0/page/visits.EST-PER.js")[2].startswith(("text/javascript", "application/javascript"))


@pytest.mark.parametrize("path", [".lock", "%2e%2e/index.html", "1.0.0/../../etc/passwd", "2.0.0/index.html"])
def test_what_is_hidden_or_elsewhere_is_not_served(served: str, path: str) -> None:
    assert ask(served + path)[0] == 404


def test_a_name_from_elsewhere_is_refused(served: str) -> None:
    assert ask(served, Host="releases.example")[0] == 400


def test_a_folder_without_releases_is_not_served(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="no index of releases"):
        serve(tmp_path, 0, print)


def test_a_port_that_is_taken_is_named(served: str, root: Path) -> None:
    with pytest.raises(OutputError, match="the port is taken"):
        serve(root, int(served.rstrip("/").rpartition(":")[2]), print)
