"""Pages of a live wiki: which are found, what is fetched, what is said of those that are not there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from fake_wiki import DAY, FakeWiki

from flows.sources import gather, pages_of
from flows.sources.mediawiki import address, client, fetch, walk
from flows.sources.mediawiki.etiquette import CONNECTIONS, CONTACT
from parsers.document.model import Page
from parsers.errors import SourceError
from parsers.language.states import states

TITLE = "Estonia–Peru relations"
TEXT = f"'''{TITLE}''' are the relations between [[Estonia]] and [[Peru]].\n"


@pytest.fixture(autouse=True)
def at_home(state: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty state folder, no waiting between tries, and few states, whose names are looked up one by one."""
    monkeypatch.setattr(client, "pause", lambda _: None)
    few = {code: states()[code] for code in ("TCD", "CHL", "EST", "MLI", "PER")}
    monkeypatch.setattr(walk, "states", lambda: few)


@pytest.fixture
def wiki() -> Iterator[FakeWiki]:
    with FakeWiki().running() as running:
        running.load({TITLE: TEXT})
        yield running


def read(wiki: FakeWiki, titles: str) -> list[Page]:
    return gather([f"wikipedia:{titles}#{wiki.api}"])


def names(pages: list[Page]) -> list[str]:
    return [page.name for page in pages if not page.absent]


def reasons(pages: list[Page]) -> dict[str, tuple[str, bool]]:
    return {page.name: (page.absent.found, page.absent.lasting) for page in pages if page.absent}


def test_a_title_is_a_page_with_all_that_the_wiki_knows(wiki: FakeWiki) -> None:
    (page,) = read(wiki, TITLE)
    assert page == Page(
        name=TITLE,
        title=TITLE,
        raw=TEXT,
        form="wikitext",
        revision_id=1,
        timestamp=DAY,
        url=f"{wiki.url}/index.php?oldid=1",
        licence="CC BY-SA 4.0",
        site=f"{wiki.url}/index.php",
    )


@pytest.mark.parametrize("site", ["", "/", "/wiki/Main_Page", "/api.php"])
def test_any_page_of_a_wiki_leads_to_its_api(site: str, wiki: FakeWiki) -> None:
    assert names(gather(address.at_site([f"wikipedia:{TITLE}"], wiki.url + site))) == [TITLE]


@pytest.mark.parametrize(
    ("source", "titles", "site"),
    [
        ("wikipedia:", (), address.WIKIPEDIA),
        ("wikipedia: ", (), address.WIKIPEDIA),
        ("wikipedia:A–B relations", ("A–B relations",), address.WIKIPEDIA),
        ("wikipedia:A_b  c |D||A b c", ("A b c", "D"), address.WIKIPEDIA),
        ("wikipedia:A–B relations#Trade", ("A–B relations",), address.WIKIPEDIA),
        ("wikipedia:Cafe\u0301", ("Café",), address.WIKIPEDIA),
        ("wikipedia:A#B|C#https://w.example.org/api.php", ("A", "C"), "https://w.example.org/api.php"),
    ],
)
def test_what_a_string_asks_for(source: str, titles: tuple[str, ...], site: str) -> None:
    assert address.asked(source) == address.Asked(titles, site)


@pytest.mark.parametrize("titles", ["|", " | ", "#History", "_"])
def test_titles_that_are_all_empty_ask_for_no_whole_wiki(titles: str) -> None:
    with pytest.raises(SourceError, match="titles without a letter"):
        address.asked(f"wikipedia:{titles}#https://wiki.example.org")


def test_an_address_is_no_title() -> None:
    with pytest.raises(SourceError, match=r"an address where a title should be.*--site"):
        address.asked("wikipedia:https://wiki.example.org/wiki/A–B_relations")


@pytest.mark.parametrize(
    ("sources", "site", "found"),
    [
        (["wikipedia:A"], "wiki.example.org", "no address"),
        (["a.txt"], "https://wiki.example.org", "nothing to read"),
        ([], "https://wiki.example.org", "nothing to read"),
    ],
)
def test_a_site_that_cannot_be_meant_is_refused(sources: list[str], site: str, found: str) -> None:
    with pytest.raises(SourceError, match=found):
        address.at_site(sources, site)


def test_a_site_takes_the_place_of_another() -> None:
    assert address.at_site(["wikipedia:A#https://one.example.org"], "https://two.example.org") == [
        "wikipedia:A#https://two.example.org"
    ]


def test_redirects_lead_to_the_page_also_twice_and_it_is_read_once(wiki: FakeWiki) -> None:
    wiki.load({"Peru and Estonia": f"#REDIRECT [[{TITLE}]]", "P&E": "#redirect [[Peru and Estonia]]"})
    assert names(read(wiki, f"p&E|Peru and Estonia|{TITLE}")) == [TITLE]


def test_what_is_not_there_is_said_with_its_reason_and_the_others_go_on(wiki: FakeWiki) -> None:
    wiki.load(dict.fromkeys(["Gone", "Away", f"Talk:{TITLE}"], "x"))
    wiki.load({"Round": "#REDIRECT [[About]]", "About": "#REDIRECT [[Round]]", "Nowhere": "#REDIRECT [[Never]]"})
    wiki.delete("Gone", "nothing in it")
    wiki.move("Away", "Here", redirect=False)
    pages = read(wiki, f"Never|Gone|Away|Round|Nowhere|A[|Talk:{TITLE}|{TITLE}")
    assert names(pages) == [TITLE]
    said = reasons(pages)
    assert all(lasting for _, lasting in said.values())
    assert {name: found for name, (found, _) in said.items()} == {
        "Never": "there is no such page",
        "Gone": "the page was deleted on 2024-05-01, “nothing in it”",
        "Away": "the page was moved to “Here” on 2024-05-01",
        "Round": "a redirect that leads back to itself",
        "Nowhere": "there is no such page (it stands for “Never”)",
        "A[": "no title that a wiki can have (The requested page title contains invalid characters.)",
        f"Talk:{TITLE}": "a page of namespace 1, no article",
    }


def test_a_moved_page_has_its_new_title_and_is_the_same_page(wiki: FakeWiki) -> None:
    wiki.move(TITLE, "Peru–Estonia relations")
    assert [(page.name, page.revision_id) for page in read(wiki, TITLE)] == [("Peru–Estonia relations", 2)]


def test_hidden_text_is_said(wiki: FakeWiki) -> None:
    wiki.hidden.add(1)
    assert reasons(read(wiki, TITLE)) == {TITLE: ("the text of its newest revision is hidden", True)}


PAIRS = ["Chad–Taiwan relations", "Chile–Estonia relations", "Estonia–Peru relations", "Mali–Sino relations"]


def many(wiki: FakeWiki) -> None:
    """Categories in a circle, with what belongs there and what does not."""
    by_country = "[[Category:Bilateral relations by country]]"
    estonia, peru = "[[Category:Bilateral relations of Estonia]]", "[[Category:Bilateral relations of Peru]]"
    wiki.load(
        {
            "Category:Bilateral relations": estonia,  # the circle
            "Category:Bilateral relations by country": "[[Category:Bilateral relations]]",
            "Category:Bilateral relations of Estonia": by_country + peru,
            "Category:Bilateral relations of Peru": by_country,
            "Category:Treaties of Estonia": estonia,
            "Category:Chad–Taiwan relations": estonia,
            "Category:Mali–Niger relations": peru,
            TITLE: TEXT + estonia + peru,
            "Chile–Estonia relations": TEXT + estonia,
            "Chad–Taiwan relations": TEXT + "[[Category:Chad–Taiwan relations]]",
            "Mali–Sino relations": TEXT,  # in no category
            "Embassy of Estonia, Lima": TEXT + estonia,
            "Estonia–Peru treaty": TEXT + "[[Category:Treaties of Estonia]]",
            "Latvia–Peru relations": f"#REDIRECT [[{TITLE}]]\n{peru}",
            "Zonk–Peru relations": TEXT,  # no state, and in no category
        }
    )


@pytest.mark.parametrize("limit", [500, 2, 1])
def test_all_pairs_are_found_by_categories_and_titles(limit: int, wiki: FakeWiki) -> None:
    wiki.limit = limit
    many(wiki)
    assert names(read(wiki, "")) == PAIRS


def test_a_category_gives_its_own_pairs(wiki: FakeWiki) -> None:
    many(wiki)
    wiki.load(
        {
            "Category:Two": "",
            "Chile–Peru relations": "[[Category:Two]]",
            "Category:Mali–Sino relations": "[[Category:Two]]",
        }
    )
    assert names(read(wiki, "category:Two")) == ["Chile–Peru relations", "Mali–Sino relations"]
    assert "Chile–Estonia relations" in names(read(wiki, "Category:Bilateral relations of Peru"))


def test_deep_categories_are_left(wiki: FakeWiki, monkeypatch: pytest.MonkeyPatch) -> None:
    many(wiki)
    monkeypatch.setattr(walk, "DEPTH", 0)
    assert "Chile–Estonia relations" not in names(read(wiki, "Category:Bilateral relations by country|" + TITLE))


def test_a_wiki_with_too_many_categories_is_refused(wiki: FakeWiki, monkeypatch: pytest.MonkeyPatch) -> None:
    many(wiki)
    monkeypatch.setattr(walk, "MOST_CATEGORIES", 2)
    with pytest.raises(SourceError, match="more than 2 categories"):
        read(wiki, "")


def test_a_wiki_without_such_articles_is_refused() -> None:
    with FakeWiki().running() as wiki, pytest.raises(SourceError, match="no articles"):
        read(wiki, "")


def test_titles_are_asked_for_fifty_at_a_time_and_long_ones_as_a_form(wiki: FakeWiki) -> None:
    titles = [f"{'Ä' * 100}{number}" for number in range(120)]
    wiki.load(dict.fromkeys(titles, TEXT))
    assert len(names(read(wiki, "|".join(titles)))) == 120
    assert [one["titles"].count("|") + 1 for one in wiki.asked if "titles" in one] == [50, 50, 20]
    # The first page alone, then fifty a question.
    assert [one["pageids"].count("|") + 1 for one in wiki.asked if "pageids" in one] == [1, 50, 50, 19]
    assert any(headers.get("promise-non-write-api-action") == "true" for headers in wiki.headers)


def test_texts_that_do_not_fit_into_one_answer_are_continued(wiki: FakeWiki) -> None:
    wiki.bytes = 3 * len(TEXT)
    titles = [f"Page {number}" for number in range(20)]
    wiki.load({title: TEXT + title for title in titles})
    assert [page.raw for page in read(wiki, "|".join(titles))] == [TEXT + title for title in sorted(titles)]
    assert any("rvcontinue" in one for one in wiki.asked)


def test_only_pages_with_a_new_revision_are_fetched(wiki: FakeWiki) -> None:
    many(wiki)
    read(wiki, "")
    fetched = len(wiki.texts_asked())
    assert fetched == len(PAIRS)
    assert names(read(wiki, "")) == PAIRS
    assert len(wiki.texts_asked()) == fetched

    wiki.load(
        {"Chile–Estonia relations": TEXT + "More.[[Category:Bilateral relations of Estonia]]"}, "2024-06-01T10:00:00Z"
    )
    (changed,) = [page for page in read(wiki, "") if page.title == "Chile–Estonia relations"]
    assert "More." in changed.raw
    assert changed.timestamp == "2024-06-01T10:00:00Z"
    assert wiki.texts_asked()[fetched:] == [str(wiki.pages[changed.title].number)]


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"page_id": 1}'])
def test_a_damaged_file_of_the_store_is_fetched_anew(damage: bytes, wiki: FakeWiki, tmp_path: Path) -> None:
    before = read(wiki, TITLE)
    (path,) = (tmp_path / "state" / "pages").rglob("*.json")
    path.write_bytes(damage or path.read_bytes().replace(b"Estonia", b"Latvia "))
    assert read(wiki, TITLE) == before
    assert wiki.texts_asked() == ["1", "1"]


def test_two_sites_do_not_share_their_pages(wiki: FakeWiki) -> None:
    read(wiki, TITLE)
    with FakeWiki().running() as other:
        other.load({TITLE: "Another text.\n"})
        assert [page.raw for page in read(other, TITLE)] == ["Another text.\n"]


def test_who_asks_for_one_page_alone_waits_for_one(wiki: FakeWiki) -> None:
    many(wiki)
    (page,) = islice(pages_of(f"wikipedia:#{wiki.api}"), 1)
    assert page.title == "Chile–Estonia relations"
    assert len(wiki.asked) < 8


@pytest.mark.parametrize("connections", ["1", "3"])
def test_a_page_at_which_the_wiki_fails_does_not_cost_the_others(
    connections: str, wiki: FakeWiki, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CONNECTIONS, connections)
    titles = [f"Page {number:03}" for number in range(160)]
    wiki.load(dict.fromkeys(titles, TEXT))
    wiki.broken = {wiki.pages["Page 077"].number}
    pages = read(wiki, "|".join(titles))
    assert names(pages) == [title for title in titles if title != "Page 077"]
    ((found, lasting),) = reasons(pages).values()
    assert found.startswith("its text could not be fetched (HTTP 500")
    assert not lasting


def test_a_wiki_that_fails_at_every_text_is_an_error(wiki: FakeWiki, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "MOST_FAILED", 3)
    wiki.load(dict.fromkeys(map(str, range(30)), TEXT))
    wiki.broken = set(range(100))
    with pytest.raises(SourceError, match="fails at too many pages"):
        read(wiki, "|".join(map(str, range(30))))
    with pytest.raises(SourceError, match="no text of any page"):
        read(wiki, TITLE)


def test_the_site_is_told_who_asks_and_may_refuse_while_it_lags(
    wiki: FakeWiki, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(CONTACT, "mail\n to someone@example.org")
    read(wiki, TITLE)
    for headers, asked in zip(wiki.headers, wiki.asked, strict=True):
        assert headers["user-agent"].startswith("Bilaterals/")
        assert "(mail to someone@example.org) python-httpx/" in headers["user-agent"]
        assert "gzip" in headers["accept-encoding"]
        assert asked["maxlag"] == "5"


@pytest.mark.parametrize(("said", "meant"), [("", 1), ("3", 3), ("0", 1), ("900", 8), ("many", 1), ("-2", 1)])
def test_how_many_requests_may_be_under_way(said: str, meant: int, monkeypatch: pytest.MonkeyPatch) -> None:
    from flows.sources.mediawiki.etiquette import etiquette

    monkeypatch.setenv(CONNECTIONS, said)
    assert etiquette().connections == meant
