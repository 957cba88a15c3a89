"""`dump:PATH`: the same pages from every layout of the same dump, all that are wanted and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest
from small_dumps import HEAD, dump, layouts, page, read, titles

from flows.bench.corpus import corpus
from flows.bench.dumps import elements
from flows.sources import check, gather
from flows.sources.dump import layout as layout_module
from flows.sources.dump import opens
from parsers.document.model import Absence
from parsers.errors import SourceError

ARTICLES = 12
LAYOUTS = ("plain", "bz2", "multistream", "without index")


@pytest.fixture(scope="module")
def dumps(tmp_path_factory):
    return layouts(tmp_path_factory.mktemp("dumps"), elements(ARTICLES, 3))


@pytest.mark.parametrize("layout", LAYOUTS)
def test_each_layout_gives_the_articles_on_pairs_of_states(dumps, layout):
    expected = sorted(corpus(ARTICLES), key=lambda page: page.title)
    found = read(dumps[layout])
    assert [(page.title, page.raw, page.revision_id, page.timestamp) for page in found] == [
        (page.title, page.raw, page.revision_id, page.timestamp) for page in expected
    ]
    assert {page.form for page in found} == {"wikitext"}
    assert all(page.name == page.title and page.absent is None for page in found)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("step", [1_000, 7_919, 60_000])
def test_each_page_is_found_once_wherever_the_parts_begin(dumps, layout, step, monkeypatch, tmp_path):
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path))
    monkeypatch.setattr(layout_module, "TEXT_CHUNK", max(step // 3, 400))
    monkeypatch.setattr("flows.sources.dump.opening.TEXT_RANGE", step * 10)
    monkeypatch.setattr("flows.sources.dump.opening.BZIP2_RANGE", step)
    monkeypatch.setattr("flows.sources.dump.bzip2.READ", step)
    expected = sorted(page.title for page in corpus(ARTICLES))
    assert [page.title for page in read(dumps[layout])] == expected


def test_only_streams_with_wanted_titles_are_decompressed(dumps, tmp_path, monkeypatch):
    monkeypatch.setenv("BILATERALS_HOME", str(tmp_path))
    wanted = next(iter(corpus(1))).title
    (tmp_path / "titles.txt").write_text(wanted, encoding="utf-8")
    read_at = []
    stream = layout_module.stream
    monkeypatch.setattr(layout_module, "stream", lambda file, offset: read_at.append(offset) or stream(file, offset))
    assert titles(dumps["multistream"], f"#titles={tmp_path / 'titles.txt'}") == [wanted]
    assert len(read_at) == 1


TITLED = {
    "Chad–Taiwan relations": True,
    "Chad-Taiwan relations": True,
    "Chad—Taiwan relations": True,
    "Bosnia and Herzegovina–Trinidad and Tobago relations": True,
    "Foreign relations of Chad": False,
    "Public relations": False,
    "Chad–Atlantis relations": False,
    "Chad–Taiwan border": False,
}


@pytest.mark.parametrize(("title", "wanted"), TITLED.items())
def test_pairs_of_states_are_wanted(tmp_path, title, wanted):
    path = dump(tmp_path / "d.xml", page("Fiji–Peru relations"), page(title))
    assert (title in titles(path)) is wanted


def test_other_namespaces_and_redirects_are_left_out(tmp_path):
    path = dump(
        tmp_path / "d.xml",
        page("Talk:Chad–Peru relations", ns=1),
        page("Chad–Peru relations", ns=118),
        page(
            "Peru–Fiji relations", "#REDIRECT [[Fiji–Peru relations]]", inside='<redirect title="Fiji–Peru relations"/>'
        ),
        page("Fiji–Peru relations"),
    )
    assert titles(path) == ["Fiji–Peru relations"]


def test_a_list_of_titles_stands_for_the_pairs(tmp_path):
    path = dump(tmp_path / "d.xml", page("A &amp; B"), page("Chad–Peru relations"), page("Embassy Row"))
    listed = tmp_path / "titles.txt"
    listed.write_text("# those that we want\n\nA & B\nEmbassy_Row\nChad–Fiji relations\n", encoding="utf-8")
    found = read(path, f"#titles={listed}")
    assert [(page.title, page.absent) for page in found] == [
        ("A & B", None),
        (
            "Chad–Fiji relations",
            Absence("no article of this title in the dump", "name another page, or leave it out", True),
        ),
        ("Embassy Row", None),
    ]


def test_a_redirect_that_is_named_says_where_it_leads(tmp_path):
    path = dump(tmp_path / "d.xml", page("Peru–Fiji relations", inside='<redirect title="Fiji–Peru relations"/>'))
    (tmp_path / "t.txt").write_text("Peru–Fiji relations", encoding="utf-8")
    assert [page.raw for page in read(path, f"#titles={tmp_path / 't.txt'}")] == ["#REDIRECT [[Fiji–Peru relations]]"]


def test_the_newest_of_several_revisions_is_read(tmp_path):
    revisions = "".join(
        f"<revision><id>{number}</id><timestamp>{day}T00:00:00Z</timestamp><text>{number}</text></revision>"
        for number, day in ((1, "2001-01-01"), (3, "2003-01-01"), (2, "2002-01-01"))
    )
    (found,) = read(dump(tmp_path / "d.xml", page("Fiji–Peru relations", revision=revisions)))
    assert (found.revision_id, found.timestamp, found.raw) == (3, "2003-01-01T00:00:00Z", "3")


SITES = {
    "https://en.wikipedia.org/wiki/Main_Page": ("https://en.wikipedia.org/w/index.php?oldid=7", "CC BY-SA 4.0"),
    "http://127.0.0.1:8080/index.php/Main_Page": ("http://127.0.0.1:8080/index.php?oldid=7", None),
    "http://wiki.example/w/index.php?title=Main_Page": ("http://wiki.example/w/index.php?oldid=7", None),
    "https://wiki.example/Main_Page": ("https://wiki.example/Fiji%E2%80%93Peru_relations?oldid=7", None),
    "https://notwikipedia.org/wiki/Main": ("https://notwikipedia.org/wiki/Fiji%E2%80%93Peru_relations?oldid=7", None),
    "": (None, None),
}


@pytest.mark.parametrize(("base", "expected"), SITES.items())
def test_the_head_says_where_revisions_stand_and_what_their_licence_is(tmp_path, base, expected):
    head = f"<mediawiki><siteinfo><base>{base}</base></siteinfo>"
    (found,) = read(dump(tmp_path / "d.xml", page("Fiji–Peru relations"), head=head))
    assert (found.url, found.licence) == expected


def test_the_licence_can_be_named(tmp_path):
    path = dump(tmp_path / "with#hash.xml", page("Fiji–Peru relations"))
    assert [page.licence for page in read(path, "#licence=CC BY 3.0")] == ["CC BY 3.0"]


def test_two_dumps_are_two_sources(tmp_path):
    first = dump(tmp_path / "1.xml", page("Fiji–Peru relations"))
    second = dump(tmp_path / "2.xml.bz2", page("Chad–Peru relations"))
    pages = gather([f"dump:{second}", f"dump:{first}"])
    assert [page.title for page in pages] == ["Chad–Peru relations", "Fiji–Peru relations"]
    check([f"dump:{first}"])


def test_an_article_is_what_the_text_of_the_element_is(tmp_path):
    text = "&lt;page&gt; a &amp;amp; b\n\n&lt;/page&gt; “–” &quot;&#160;"
    (found,) = read(dump(tmp_path / "d.xml", page("Fiji–Peru relations", text)))
    assert found.raw == '<page> a &amp; b\n\n</page> “–” "\xa0'


def test_a_dump_without_pairs_of_states_is_refused(tmp_path):
    with pytest.raises(SourceError, match="no articles"):
        read(dump(tmp_path / "d.xml", page("Public relations")))


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("dump:", "dump:: it names no file; expected the path of a dump; write it as dump:PATH"),
        ("dump:#licence=CC BY 4.0", "it names no file"),
        ("dump:wikis/*.xml", "No such file or directory.*; name each dump, without wildcards"),
    ],
)
def test_a_dump_that_is_not_named_is_refused(source, found):
    with pytest.raises(SourceError, match=found):
        check([source])


def test_other_strings_are_no_dumps():
    assert [opens(source) for source in ("dump:x.xml", "dump", "x.xml", "sample:")] == [True, False, False, False]


def test_the_order_is_that_of_the_dump(tmp_path):
    from flows.sources.dump import pages

    path = dump(tmp_path / "d.xml", page("Fiji–Peru relations"), page("Chad–Peru relations"), head=HEAD)
    assert [page.title for page in pages(f"dump:{path}", None)] == ["Fiji–Peru relations", "Chad–Peru relations"]
    assert replace(next(pages(f"dump:{path}", "flattened")), raw="").form == "wikitext"
