"""The page in a real browser, headless Chromium: opened from a file, with every request and message watched.

Skipped where Chromium (Debian's `chromium`) or Playwright is not installed, but in CI they fail there: `.ci/run`
installs the first, the lock the second.
"""

from __future__ import annotations

import importlib
import os
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from plausible import MANIFEST, REPORT, VALIDATION, Rows, make_rows, page_files, release_of

from outputs import publish
from outputs.page.render import release_page

CHROMIUM = shutil.which("chromium")
IS_CI = bool(os.environ.get("CI"))
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not (CHROMIUM or IS_CI), reason="Chromium is not installed (apt-get install chromium)"),
]


def _needed(name: str) -> Any:
    return importlib.import_module(name) if IS_CI else pytest.importorskip(name, reason=f"{name} is not installed")


playwright = _needed("playwright.sync_api")
axe = _needed("axe_playwright_python")

# Without the last five, Chromium looks for its maker's hosts at every start.
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"]
FLAGS += ["--disable-background-networking", "--disable-component-update", "--disable-sync"]

WIDTHS = {"phone": 390, "tablet": 820, "desktop": 1440}
HOSTILE = '</script><script>window.hit = 1</script><img src=x onerror="window.hit = 2">'
VISITS = 130
MATCHES = re.compile("match")


def _fact(row: dict[str, object], name: str, number: int, year: int, **said: object) -> dict[str, object]:
    dated = {"date_edtf": f"{year}-06-01", "date_start": date(year, 6, 1), "date_end": date(year, 6, 1)}
    common = {"date_precision": "day", "statements": 1, "rule_id": "visits.came", "has_conflict": False}
    return {**row, f"{name}_id": f"{name}-{number}", **dated, **common, **said}


def told_rows() -> Rows:
    """Two relations: one with 130 visits, events, posts and trade figures, and one of which all text is hostile."""
    rows = make_rows()
    trade = rows["trade"][0] | {"evidence": "Trade came to an amount."}
    post = {"sending_iso3": "EST", "receiving_iso3": "PER", "kind": "embassy", "status": "open"}
    states = [("CHL", HOSTILE), ("EST", "Estonia"), ("FJI", "Fiji"), ("PER", "Perú")]
    return rows | {
        "relations": told_relations(rows["relations"][0]),
        "states": [{**rows["states"][0], "iso3": code, "name": name} for code, name in states],
        "visits": told_visits(rows["visits"][1] | {"hosts": None}),
        "events": told_events(rows["events"][0]),
        "trade": [_fact(trade, "trade", n, 2010 + n, value=10.0 ** (7 + n), flow="total") for n in range(3)],
        "missions": [rows["missions"][0] | post],
    }


def told_relations(row: dict[str, object]) -> list[dict[str, object]]:
    """The hostile relation, and the other with its counts."""
    hostile = {"relation_id": "CHL-FJI", "title": HOSTILE, "state_a_iso3": "CHL", "state_b_iso3": "FJI"}
    pair = {"title": "Estonia–Peru relations", "state_a_iso3": "EST", "state_b_iso3": "PER", "events_count": 30}
    return [
        {**row, **hostile, "state_a_name": HOSTILE, "established_edtf": HOSTILE},
        {**row, **pair, "visits_count": VISITS, "trade_count": 3},
    ]


def told_visits(row: dict[str, object]) -> list[dict[str, object]]:
    """A hostile visit, and all others of the other relation."""
    hostile = {"relation_id": "CHL-FJI", "visitor": HOSTILE, "evidence": HOSTILE}
    return [
        _fact(row, "visit", 0, 1999, **hostile, evidence_url="javascript:window.hit=3"),
        *(
            _fact(row, "visit", n, 1950 + n % 70, visitor=f"Visitor {n}", city="Tartu" if n % 10 else "Põlva",
                  evidence=f"Visitor {n} came.", evidence_url="https://wiki.example/w?oldid=7#:~:text=came")
            for n in range(1, VISITS)
        ),
    ]  # fmt: skip


def told_events(row: dict[str, object]) -> list[dict[str, object]]:
    """A hostile event, and 30 of the other relation."""
    hostile = {"relation_id": "CHL-FJI", "description": HOSTILE, "evidence": HOSTILE}
    said = {"description": "It happened.", "evidence": "It happened on that day."}
    kinds = ("other", "visit")
    return [
        _fact(row, "event", 99, 1999, **hostile),
        *(_fact(row, "event", n, 1990 + n, **said, kind=kinds[n % 2]) for n in range(30)),
    ]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release in files."""
    root = tmp_path_factory.mktemp("releases")
    return publish(root, told_rows(), MANIFEST, VALIDATION, REPORT).path


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield running
        running.close()


class Opened:
    """A page with what it said to the console and what it asked for."""

    def __init__(self, browser: Any, address: str, **said: object) -> None:
        self.context = browser.new_context(
            reduced_motion="reduce", **{"viewport": {"width": 1440, "height": 900}, **said}
        )
        self.page = self.context.new_page()
        self.messages: list[str] = []
        self.requests: list[str] = []
        self.page.on("console", lambda message: self.messages.append(message.text))
        self.page.on("pageerror", lambda error: self.messages.append(str(error)))
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.goto(address)

    def quiet(self) -> None:
        """Asserts that nothing went wrong and nothing was asked of another place."""
        assert self.messages == []
        assert [url for url in self.requests if not url.startswith("file:")] == []


@pytest.fixture
def opened(browser: Any, folder: Path) -> Iterator[Any]:
    """Opens the page at a place in it; in the end no page may have complained or asked for anything outside."""
    pages: list[Opened] = []

    def run(place: str = "", **said: object) -> Any:
        pages.append(Opened(browser, f"file://{folder}/index.html{place}", **said))
        return pages[-1].page

    yield run
    for one in pages:
        one.quiet()
        one.context.close()


def rows_shown(page: Any) -> Any:
    return page.locator(".grid tbody tr:not(.details)")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS.values(), ids=WIDTHS)
def test_the_page_opens_and_fits(opened: Any, width: int, scheme: str) -> None:
    page = opened("#table=visits", viewport={"width": width, "height": 900}, color_scheme=scheme)
    playwright.expect(rows_shown(page)).to_have_count(50)
    page.locator("#relations").scroll_into_view_if_needed()
    playwright.expect(page.locator(".pair-title")).to_have_text("Estonia–Peru relations")
    assert page.evaluate("document.documentElement.scrollWidth") == width, (
        "nothing makes the page wider than the screen"
    )
    assert len(page.screenshot(full_page=True)) > 10_000


@pytest.mark.parametrize(("width", "scheme"), [(390, "dark"), (1440, "light")])
def test_axe_finds_no_barrier(opened: Any, width: int, scheme: str) -> None:
    page = opened(
        "#table=visits&q=visit-7", viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True
    )
    page.locator(".opener").first.click()
    page.locator(".row-details").wait_for()
    page.locator("#relations").scroll_into_view_if_needed()
    page.locator(".pair-title").wait_for()
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")
    page.evaluate((Path(axe.__file__).parent / "axe.min.js").read_text(encoding="utf-8"))
    found = page.evaluate("axe.run(document)")
    assert [(one["id"], [node["html"] for node in one["nodes"]]) for one in found["violations"]] == []
    assert len(found["passes"]) > 30


def test_every_table_opens(opened: Any, folder: Path) -> None:
    page = opened()
    links = page.locator("a.open")
    for number in range(links.count()):
        name = links.nth(number).inner_text()
        links.nth(number).click()
        playwright.expect(page.locator("#preview h3")).to_have_text(name)
        playwright.expect(page.locator(".status")).to_have_text(re.compile(r"^\d[\d,]* rows?\."))
        has_rows = any(folder.glob(f"page/{name}.*.js"))
        playwright.expect(rows_shown(page).first).to_be_visible() if has_rows else None
        assert page.locator("#preview").get_by_text("This table has no rows.").count() == (not has_rows)


def test_search_finds_words_names_and_letters_without_accents(opened: Any) -> None:
    page = opened("#table=visits")
    search, status = page.get_by_label("Search visits"), page.locator(".status")
    for words, count in (("visitor 129", 1), ("polva", 12), ("PERU tartu", 117), ("visit-77", 1), ("nowhere", 0)):
        search.fill(words)
        playwright.expect(status).to_have_text(f"{count} of {VISITS} rows {'matches' if count == 1 else 'match'}.")


def test_filters_order_and_pages(opened: Any) -> None:
    page = opened("#table=visits")
    status = page.locator(".status")
    playwright.expect(status).to_have_text(f"{VISITS} rows.")
    page.get_by_role("button", name="Next").click()
    playwright.expect(page.locator(".pages span")).to_have_text("Page 2 of 3")
    playwright.expect(rows_shown(page).first).to_contain_text("Visitor 50")
    page.locator("[data-sort=date_edtf]").click()
    playwright.expect(page.locator("th[aria-sort=ascending]")).to_contain_text("date_edtf")
    playwright.expect(rows_shown(page).first).to_contain_text("1950-06-01")
    page.locator("[data-sort=date_edtf]").click()
    playwright.expect(rows_shown(page).first).to_contain_text("2019-06-01")
    page.get_by_label("kind", exact=True).select_option("state")
    playwright.expect(page.locator("#preview")).to_contain_text("No row matches.")


def test_a_row_opens_with_evidence_link_and_command(opened: Any) -> None:
    page = opened("#table=visits&q=visit-77")
    playwright.expect(rows_shown(page)).to_have_count(1)
    page.get_by_role("button", name="Details of visit-77").click()
    details = page.locator(".row-details")
    playwright.expect(details.locator("blockquote")).to_have_text("Visitor 77 came.")
    playwright.expect(details.locator("pre")).to_have_text("bilaterals explain visit-77")
    source = details.get_by_role("link", name="Read it in the article")
    assert source.get_attribute("href") == "https://wiki.example/w?oldid=7#:~:text=came"
    assert details.get_by_role("link", name="All of EST-PER").get_attribute("href") == "#relation=EST-PER"


def test_a_relation_is_chosen_by_keyboard(opened: Any) -> None:
    page = opened()
    playwright.expect(page.locator(".pair-title")).to_have_text("Estonia–Peru relations")
    box = page.get_by_role("combobox", name="Pair of states")
    box.focus()
    box.fill("fiji")
    playwright.expect(page.get_by_role("option")).to_have_count(1)
    playwright.expect(box).to_have_attribute("aria-activedescendant", "relation-option-0")
    box.press("Enter")
    playwright.expect(page.locator(".pair-title")).to_have_text(HOSTILE)
    assert page.url.endswith("#relation=CHL-FJI")
    box.fill("est")
    playwright.expect(page.get_by_role("option")).to_have_count(1)
    box.press("Escape")
    playwright.expect(page.get_by_role("listbox")).to_be_hidden()


def test_a_relation_shows_its_timeline_posts_and_figures(opened: Any) -> None:
    page = opened("#relation=EST-PER")
    playwright.expect(page.locator(".timeline circle.mark")).to_have_count(30)
    playwright.expect(page.locator(".events li")).to_have_count(25)
    page.get_by_role("button", name="Show all 30").click()
    playwright.expect(page.locator(".events li")).to_have_count(30)
    playwright.expect(page.get_by_text("EST in PER: embassy")).to_be_visible()
    playwright.expect(page.locator(".halves svg.plot g.total")).to_have_count(3)
    page.locator(".timeline circle.mark").first.click()
    playwright.expect(page.locator(".reading")).to_contain_text("It happened on that day.")


def test_the_keyboard_reaches_the_contents_and_opens_a_table(opened: Any) -> None:
    page = opened()
    page.keyboard.press("Tab")
    playwright.expect(page.locator(":focus")).to_have_text("Skip to the contents")
    page.keyboard.press("Enter")
    page.locator("a.open", has_text="visits").focus()
    page.keyboard.press("Enter")
    playwright.expect(page.locator("#preview h3")).to_be_focused()
    page.locator(".opener").first.focus()
    page.keyboard.press("Enter")
    playwright.expect(page.locator(".opener").first).to_have_attribute("aria-expanded", "true")
    for _ in range(30):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 200)")


def test_hostile_rows_run_nothing(opened: Any) -> None:
    page = opened("#relation=CHL-FJI")
    playwright.expect(page.locator(".events p")).to_contain_text("<img src=x")
    page.goto(page.url.partition("#")[0] + "#table=visits&q=visit-0")
    page.locator(".opener").first.click()
    details = page.locator(".row-details")
    playwright.expect(details.locator("blockquote")).to_have_text(HOSTILE)
    playwright.expect(details).to_contain_text("The source has no revision to link to.")
    assert page.locator("a[href^=javascript], main img").count() == 0
    page.wait_for_timeout(200)
    assert page.evaluate("window.hit") is None


def test_a_missing_file_of_rows_is_named(browser: Any, folder: Path, tmp_path: Path) -> None:
    shutil.copy(folder / "index.html", tmp_path)
    alone = Opened(browser, f"file://{tmp_path}/index.html#table=visits")
    said = "The file page/visits.CHL-FJI.js is not beside this page."
    playwright.expect(alone.page.locator(".status")).to_have_text(said)
    playwright.expect(alone.page.locator("#files-title")).to_be_visible()
    alone.context.close()


def test_without_scripts_the_plots_tables_and_files_are_there(opened: Any) -> None:
    page = opened(java_script_enabled=False)
    playwright.expect(page.get_by_text("This part needs JavaScript.")).to_be_visible()
    playwright.expect(page.get_by_role("img", name=re.compile("^Visits by year"))).to_be_visible()
    playwright.expect(page.get_by_role("link", name=re.compile("^visits as Parquet"))).to_be_visible()
    playwright.expect(page.locator("button:visible")).to_have_count(0)


def test_the_page_of_all_releases_opens(browser: Any, folder: Path) -> None:
    shelf = Opened(browser, f"file://{folder.parent}/index.html", viewport={"width": 390, "height": 800})
    assert shelf.page.evaluate("document.documentElement.scrollWidth") == 390
    shelf.page.get_by_role("link", name="Open the newest: 1.0.0").click()
    playwright.expect(shelf.page.locator(".pair-title")).to_be_attached()
    shelf.quiet()
    shelf.context.close()


def test_seven_thousand_relations_open_in_two_seconds(browser: Any, tmp_path: Path) -> None:
    """The page comes at once, and of the rows only those of the relation that it shows."""
    rows = told_rows()
    relation, event = rows["relations"][0], rows["events"][1]
    codes = [f"{a}{b}{c}" for a in "ABCDE" for b in "ABCDEFGHIJ" for c in "ABC"][:120]
    pairs = [f"{one}-{other}" for one in codes for other in codes if one < other][:7000]
    rows["relations"] = [{**relation, "relation_id": pair, "title": f"Relations {pair}"} for pair in pairs]
    rows["events"] = [{**event, "event_id": f"{pair}-{n}", "relation_id": pair} for pair in pairs for n in range(6)]
    release = release_of(rows)
    (tmp_path / "page").mkdir()
    files = page_files(release)
    names = [f"events.{pairs[0]}.js", *(Path(path).name for path in files if path.startswith("page/relations."))]
    for path, content in files.items():
        (tmp_path / path).write_bytes(content)
    (tmp_path / "index.html").write_text(release_page(release), encoding="utf-8")
    assert len(pairs) == 7000 and (tmp_path / "index.html").stat().st_size < 500_000
    seconds = []
    for _ in range(3):
        one = Opened(browser, f"file://{tmp_path}/index.html")
        seconds.append(one.page.evaluate("performance.getEntriesByType('navigation')[0].loadEventEnd") / 1000)
        playwright.expect(one.page.locator(".pair-title")).to_have_text(f"Relations {pairs[0]}")
        loaded = [Path(url).name for url in one.requests if url.endswith(".js")]
        assert sorted(loaded) == sorted(names)
        one.quiet()
        one.context.close()
    assert min(seconds) < 2
