"""A real MediaWiki: what is found there, and that its pages give the same release as files, also through a bad line."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from fake_wiki import FakeWiki
from faulty_proxy import FaultyProxy, Plan, seeded
from folders import contents
from mediawiki_site import LICENCE, Site

from flows.sources import gather
from flows.sources.mediawiki import client, walk
from parsers.document.model import Page
from parsers.language.states import states

pytestmark = [pytest.mark.slow, pytest.mark.timeout(600)]  # each whole run takes 5 to 15 seconds

SAMPLE = Path(__file__).parents[2] / "flows" / "sources" / "sample"
PATIENCE = 5.0
BY_COUNTRY = "Category:Bilateral relations by country"
OF_BRAZIL = "Category:Bilateral relations of Brazil"
MOVED, NEW_TITLE = "Ghana–India relations", "India–Ghana relations"


def sample() -> dict[str, str]:
    """The sample's articles in wikitext, by title."""
    said = yaml.safe_load((SAMPLE / "pages.yaml").read_text(encoding="utf-8"))
    return {said[path.name]["title"]: path.read_text(encoding="utf-8") for path in sorted(SAMPLE.glob("*.wiki"))}


@pytest.fixture(scope="module")
def wiki(mediawiki: Site) -> Site:
    """The sample in a wiki, with categories in a circle, redirects, a page that was moved and two that are gone."""
    articles = sample()
    articles["Brazil–Nigeria relations"] += f"\n[[{OF_BRAZIL}]]"
    others = {
        BY_COUNTRY: f"[[{OF_BRAZIL}]]",
        OF_BRAZIL: f"[[{BY_COUNTRY}]]",
        "Category:France–Morocco relations": f"[[{OF_BRAZIL}]]",
        "Embassy of Brazil, Abuja": f"A house.\n[[{OF_BRAZIL}]]",
        "Nigeria and Brazil": "#REDIRECT [[Brazil–Nigeria relations#Trade]]",
        "Brazil & Nigeria": "#REDIRECT [[Nigeria and Brazil]]",
        "Round": "#REDIRECT [[About]]",
        "About": "#REDIRECT [[Round]]",
        "Abroad": "#REDIRECT [[wikipedia:Abroad]]",
        "Chad–Mali relations": "Gone soon.",
        "Mali–Peru relations": "Away soon.",
        "Talk:Round": "A talk.",
    }
    mediawiki.load(articles | others)
    mediawiki.move(MOVED, NEW_TITLE)
    mediawiki.run("moveBatch", "--noredirects", said="Mali–Peru relations|Mali (Peru)\n")
    mediawiki.delete("Chad–Mali relations")
    return mediawiki


@pytest.fixture(autouse=True)
def hurry(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty state folder, no waiting between tries, and few states, whose names are looked up one by one."""
    monkeypatch.setattr(client, "pause", lambda _: None)
    monkeypatch.setattr(client, "SILENCE_SECONDS", PATIENCE)
    few = {code: states()[code] for code in ("ARG", "AUS", "AZE", "BRA", "TCD", "IND", "MLI")}
    monkeypatch.setattr(walk, "states", lambda: few)


def texts(pages: list[Page]) -> dict[str, str]:
    return {page.title: page.raw for page in pages if not page.absent}


def test_all_pairs_are_found_with_their_texts_revisions_and_licence(wiki: Site) -> None:
    pages = gather([f"wikipedia:#{wiki.url}"])
    expected = sample()
    expected[NEW_TITLE] = expected.pop(MOVED)
    expected["Brazil–Nigeria relations"] += f"\n[[{OF_BRAZIL}]]"
    assert texts(pages) == expected
    for page in pages:
        said = wiki.query(prop="revisions", titles=page.title)["query"]["pages"][0]["revisions"][0]
        assert (page.revision_id, page.timestamp) == (said["revid"], said["timestamp"])
        assert page.url == f"{wiki.url}/index.php?oldid={said['revid']}"
        assert page.licence == LICENCE


def test_redirects_moves_and_what_is_not_there(wiki: Site) -> None:
    titles = (
        f"brazil & Nigeria|{MOVED}|Round|Abroad|Talk:Round|Chad–Mali relations|Mali–Peru relations|Never|A[|"
        f"{'x' * 300}|Special:Version"
    )
    pages = gather([f"wikipedia:{titles}#{wiki.url}"])
    assert set(texts(pages)) == {"Brazil–Nigeria relations", NEW_TITLE}
    said = {page.name: page.absent.found for page in pages if page.absent}
    today = r"\d{4}-\d\d-\d\d"
    expected = {
        "Round": "a redirect that leads back to itself",
        "Abroad": r"a page of another wiki \(wikipedia:Abroad\)",
        "Talk:Round": "a page of namespace 1, no article",
        "Chad–Mali relations": f"the page was deleted on {today}",
        "Mali–Peru relations": rf"the page was moved to “Mali \(Peru\)” on {today}",
        "Never": "there is no such page",
        "A[": r"no title that a wiki can have \(.*\)",
        "x" * 300: r"no title that a wiki can have \(.*too long.*\)",
        "Special:Version": "a page of namespace -1, no article",
    }
    assert said.keys() == expected.keys()
    assert [name for name in said if not re.fullmatch(expected[name], said[name])] == []


TEXTS = "ids|timestamp|content|contentmodel|slotsha1"
INFO: dict[str, str | int] = {"prop": "info"}
QUESTIONS: list[dict[str, str | int]] = [
    INFO | {"redirects": 1, "titles": "brazil & Nigeria|Round|Never|A[|Talk:Round|Brazil–Nigeria relations"},
    INFO | {"generator": "categorymembers", "gcmtitle": OF_BRAZIL, "gcmtype": "page|subcat", "gcmlimit": "max"},
    INFO | {"generator": "categorymembers", "gcmtitle": "Category:None", "gcmlimit": "max"},
    INFO | {"generator": "allpages", "gapprefix": "Brazil", "gapfilterredir": "nonredirects", "gaplimit": "max"},
    {"list": "logevents", "letitle": "Never", "lelimit": 10},
    {"prop": "revisions", "rvprop": TEXTS, "rvslots": "main", "pageids": "999999"},
]
VARYING = {"pageid", "lastrevid", "revid", "parentid", "invalidreason", "timestamp"}
LEFT_OUT = {"contentmodel", "pagelanguage", "pagelanguagehtmlcode", "pagelanguagedir", "touched", "length", "new"}
LEFT_OUT |= {"limits", "tofragment"}


def comparable(said: Any) -> Any:
    """The answer without what differs from wiki to wiki, and what the fake one leaves out; lists in a fixed order."""
    if isinstance(said, dict):
        kept = said.keys() - LEFT_OUT
        return {name: "…" if name in VARYING else comparable(said[name]) for name in sorted(kept)}
    if isinstance(said, list):
        return sorted((comparable(one) for one in said), key=json.dumps)
    return said


@pytest.fixture(scope="module")
def fake(wiki: Site) -> Iterator[FakeWiki]:
    """The fake wiki with all pages of the real one."""
    found = wiki.query(generator="allpages", gaplimit=50, prop="revisions", rvprop="content", rvslots="main")
    more = wiki.query(generator="allpages", gapnamespace=14, prop="revisions", rvprop="content", rvslots="main")
    talk = wiki.query(generator="allpages", gapnamespace=1, prop="revisions", rvprop="content", rvslots="main")
    pages = [page for one in (found, more, talk) for page in one["query"]["pages"]]
    with FakeWiki().running() as running:
        running.load({page["title"]: page["revisions"][0]["slots"]["main"]["content"] for page in pages})
        yield running


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: str([*question.values()][1]))
def test_the_fake_wiki_answers_as_the_real_one(question: dict[str, str | int], wiki: Site, fake: FakeWiki) -> None:
    answered = fake.answer({name: str(value) for name, value in question.items()})
    assert comparable(answered) == comparable(wiki.query(**question))


def test_the_fake_wiki_gives_texts_as_the_real_one(wiki: Site, fake: FakeWiki) -> None:
    asked: dict[str, str | int] = QUESTIONS[-1]
    title = "Brazil–Nigeria relations"
    number = wiki.query(titles=title)["query"]["pages"][0]["pageid"]
    answered = fake.answer({**asked, "pageids": str(fake.pages[title].number)})
    assert comparable(answered) == comparable(wiki.query(**{**asked, "pageids": number}))


def test_pages_of_the_api_and_of_files_give_the_same_bytes(run, wiki: Site, tmp_path: Path, prefect_server) -> None:
    code, _, _ = run("release", "wikipedia:", "--site", wiki.url, "--output", tmp_path / "api")
    assert code == 0

    pages = gather([f"wikipedia:#{wiki.url}"])
    folder = tmp_path / "files"
    folder.mkdir()
    said = {}
    for page in pages:
        # A file that is named is read whatever its suffix, so that it can bear the name that the wiki gives the page.
        (folder / page.name).write_text(page.raw, encoding="utf-8")
        known = {"revision_id": page.revision_id, "timestamp": page.timestamp, "url": page.url}
        said[page.name] = {"title": page.title, "licence": page.licence, **known}
    (folder / "pages.yaml").write_text(yaml.safe_dump(said, allow_unicode=True), encoding="utf-8")
    code, _, _ = run("release", *(folder / name for name in said), "--output", tmp_path / "out")
    assert code == 0
    assert contents(tmp_path / "api") == contents(tmp_path / "out")


def through(wiki: Site, plan: Plan) -> FaultyProxy:
    return FaultyProxy(wiki.url, plan, PATIENCE)


def test_a_release_through_a_bad_line_is_the_same_or_an_error_that_leaves_latest(
    run, wiki: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prefect_server
) -> None:
    code, _, _ = run("release", "wikipedia:", "--site", wiki.api, "--output", tmp_path / "sound")
    assert code == 0
    for seed in range(2):
        monkeypatch.setenv("BILATERALS_HOME", str(tmp_path / f"state-{seed}"))
        out = tmp_path / f"out-{seed}"
        with through(wiki, seeded(seed, 0.4, in_a_row=3)).running() as proxy:
            code, _, err = run("release", "wikipedia:", "--site", proxy.api, "--output", out)
        assert code == 0, err
        assert contents(out) == contents(tmp_path / "sound")
        assert sum(proxy.faults.values()) > 5
        assert all("gzip" in accepted for accepted in proxy.encodings)

    # The line breaks for good at each of several moments: before anything, at a list, at a text.
    before = contents(tmp_path / "sound")
    for last in (0, 3, 12):
        monkeypatch.setenv("BILATERALS_HOME", str(tmp_path / f"state-broken-{last}"))
        with through(wiki, lambda number, last=last: "dropped" if number >= last else None).running() as proxy:
            code, out, err = run("release", "wikipedia:", "--site", proxy.api, "--output", tmp_path / "sound")
        assert (code, out) == (3, "")
        assert "cannot be reached" in err
        assert contents(tmp_path / "sound") == before


def test_a_rerun_fetches_what_was_edited_keeps_what_was_blanked_and_reports_what_was_deleted(
    run, wiki: Site, tmp_path: Path, prefect_server
) -> None:
    title, text = "Fiji–Peru relations", "Fiji–Peru relations began when Fiji opened an embassy in Lima in 2001."
    titles = f"Brazil–Nigeria relations|Azerbaijan–China relations|{title}"
    wiki.load({title: text})

    def release() -> tuple[dict[str, Any], list[str]]:
        """What came of a run, and the numbers of the pages whose texts were asked for."""
        with through(wiki, lambda _: None).running() as proxy:
            where = "--site", proxy.api, "--output", tmp_path / "out"
            code, out, err = run("release", f"wikipedia:{titles}", *where, "--json")
        assert code == 0, err
        asked_for = [number for path in proxy.paths for number in re.findall(r"pageids=([^&]+)", path)]
        return json.loads(out), [number for some in asked_for for number in some.split("%7C")]

    said, fetched = release()
    assert (said["version"], len(fetched)) == ("1.0.0", 3)
    said, fetched = release()
    assert (said["version"], fetched) == (None, [])

    wiki.load({title: text.replace("2001", "2002")}, "2024-07-01T00:00:00Z")
    said, fetched = release()
    assert (said["version"], fetched) == ("1.1.0", [str(wiki.query(titles=title)["query"]["pages"][0]["pageid"])])

    wiki.load({title: ""}, "2024-08-01T00:00:00Z")
    said, _ = release()
    assert (said["version"], said["counts"]["articles"], said["failures"]) == ("1.1.1", 3, [])
    assert [(one["page"], one["error"]) for one in said["stale"]] == [(title, "Unreadable")]
    manifest = json.loads((tmp_path / "out" / "latest" / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["stale"] == said["stale"]

    wiki.delete(title)
    said, fetched = release()
    assert (said["version"], said["stale"], fetched) == ("1.2.0", [], [])
    assert [(one["page"], one["error"]) for one in said["failures"]] == [(title, "Missing")]
    assert "the page was deleted on" in said["failures"][0]["message"]
    assert said["counts"]["articles"] == 2
    manifest = json.loads((tmp_path / "out" / "latest" / "manifest.json").read_text(encoding="utf-8"))
    (left,) = manifest["departed"]
    assert (left["title"], left["reason"]) == (title, said["failures"][0]["message"])
