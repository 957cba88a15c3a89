"""Wikitext pages: blocks, links, footnotes, pictures, lists, unclosed and hostile markup."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from sound_document import assert_sound

from parsers.document.model import Document, Page
from parsers.document.read import read_document
from parsers.errors import Unreadable

PAGE = """{{Short description|Bilateral relations}}
{{Infobox bilateral relations|Norway–Peru|Norway|Peru|mission1=[[Embassy of Norway, Lima]]}}
[[File:Flag.svg|thumb|left|alt=two flags|120px|The flags of [[Norway]] and Peru]]
'''Norway–Peru relations''' are the [[bilateralism|relation]]s of [[Norway]]
and '''[[Peru]]'''.<ref name="a">{{cite web |url=https://example.org/x |title=Ties |publisher=[[The Ministry]]
|date=2 May 2010}}</ref>
<!-- a remark -->
They began in&nbsp;1923.<ref name=a /><ref>[https://example.org/y The list] of embassies</ref>{{sfn|Berg|2004|p=7}}

== [[Visits]] ==
; From Norway to Peru
* [[Ola Berg]]<ref name="later"/> (1999)
** with his wife
*# and son
: an indented line

'''From Peru to Norway'''
* Ana Ruiz

<gallery>
A.jpg|At the [[harbour]]
B.jpg
</gallery>
<blockquote>We agree.</blockquote>
One<br />Two

== References ==
{{reflist|refs=<ref name="later">Oslo Post, 1999</ref>}}
[[Category:Norway]]
"""


def read(raw: str) -> Document:
    return read_document(Page("p.wiki", "Norway–Peru relations", raw, "wikitext"))


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.text[block.start : block.end]) for block in document.blocks]


def test_a_page_becomes_blocks_in_reading_order() -> None:
    assert blocks(read(PAGE)) == [
        ("title", "Norway–Peru relations"),
        ("field", "Title: Norway–Peru"),
        ("field", "State1: Norway"),
        ("field", "State2: Peru"),
        ("field", "Mission1: Embassy of Norway, Lima"),
        ("caption", "The flags of Norway and Peru"),
        ("paragraph", "Norway–Peru relations are the relations of Norway and Peru. They began in 1923."),
        ("heading", "Visits"),
        ("paragraph", "From Norway to Peru"),
        ("item", "Ola Berg (1999)"),
        ("item", "with his wife"),
        ("item", "and son"),
        ("item", "an indented line"),
        ("paragraph", "From Peru to Norway"),
        ("item", "Ana Ruiz"),
        ("caption", "At the harbour"),
        ("paragraph", "We agree."),
        ("paragraph", "One"),
        ("paragraph", "Two"),
        ("heading", "References"),
    ]


def test_a_page_is_sound() -> None:
    assert_sound(read(PAGE))


def test_links_cover_their_words_and_trailing_letters() -> None:
    document = read(PAGE)
    links = [(document.text[link.start : link.end], link.target) for link in document.links]
    assert links == [
        ("Embassy of Norway, Lima", "Embassy of Norway, Lima"),
        ("Norway", "Norway"),
        ("relations", "Bilateralism"),
        ("Norway", "Norway"),
        ("Peru", "Peru"),
        ("Visits", "Visits"),
        ("Ola Berg", "Ola Berg"),
        ("harbour", "Harbour"),
    ]


def test_footnotes_stand_where_their_marks_are() -> None:
    document = read(PAGE)
    found = [(document.text[max(0, c.at - 8) : c.at], c.title, c.url, c.text) for c in document.citations]
    assert found == [
        ("nd Peru.", "Ties", "https://example.org/x", "Ties. The Ministry. 2 May 2010"),
        ("in 1923.", "Ties", "https://example.org/x", "Ties. The Ministry. 2 May 2010"),
        ("in 1923.", "The list", "https://example.org/y", "The list of embassies"),
        ("in 1923.", None, None, "Berg 2004, 7"),
        ("Ola Berg", None, None, "Oslo Post, 1999"),
    ]
    first = document.citations[0]
    assert (first.publisher, first.date) == ("The Ministry", "2 May 2010")


def test_each_item_has_its_head_and_depth() -> None:
    document = read(PAGE)
    items = [(b.depth, document.text[slice(*(b.head or (0, 0)))]) for b in document.blocks if b.kind == "item"]
    assert items == [
        (1, "From Norway to Peru"),
        (2, "Ola Berg (1999)"),
        (2, "Ola Berg (1999)"),
        (1, "From Norway to Peru"),
        (1, "From Peru to Norway"),
    ]


def test_pictures_leak_no_parameters() -> None:
    document = read(
        "[[Image:a.png|right|200px|a tooltip]]x [[File:b.jpg|frame|upright=1.2|link=|A {{flag|Chad}} [[b|c]]]] y"
    )
    assert blocks(document)[1:] == [("paragraph", "x y"), ("caption", "A Chad c")]


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("one [[two|three four", "one two|three four"),
        ("one {{flag|two three", "one flag|two three"),
        ("one ]] two }} three", "one two three"),
        ("'''one two ''three", "'one two three"),
        ("one <ref>two three", "one two three"),
        ("one <!-- two three", "one two three"),
        ("one <small>two </div> three", "one two three"),
        ("one [http://example.org two three", "one [http://example.org two three"),
        ("one {| two |} three", "one {| two |} three"),
        ("= one", "= one"),
        ("one\n|-\n| two || three", "one two || three"),
    ],
)
def test_unclosed_markup_loses_no_words(raw: str, words: str) -> None:
    document = read(raw)
    assert document.text.removeprefix("Norway–Peru relations").split() == words.split()


def test_comments_and_what_is_only_included_are_not_shown() -> None:
    assert blocks(read("a<!-- b\n\nc --> d\n<!-- e -->\nf<noinclude> g</noinclude><includeonly> h</includeonly>"))[
        1:
    ] == [
        ("paragraph", "a d f g"),
    ]


def test_the_page_says_its_title_and_no_magic_words() -> None:
    assert blocks(read("{{PAGENAME}} are __NOTOC__ old"))[1:] == [("paragraph", "Norway–Peru relations are old")]


HOSTILE = {
    "nested templates": "the {{a|" * 10_000 + "}}" * 10_000,
    "brackets": "the [[ [ " * 200_000,
    "links": "the [[a]] " * 190_000,
    "a large table": "{|\n" + "|-\n| the || of\n" * 100_000 + "|}",
    "nested tables": "the\n{|\n" * 5_000,
    "unclosed tags": "the <b> " * 30_000,
    "unclosed addresses": "the [http://a b " * 20_000,
    "unclosed comments": "the <!-- " * 200_000,
    "open brackets in prose": "(The a. B " * 150_000,
    "open quotations": "“The a. B " * 60_000,
}


@pytest.mark.parametrize("raw", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_markup_ends_soon(raw: str) -> None:
    started = time.process_time()
    try:
        read(raw)
    except Unreadable as error:
        assert "p.wiki" in str(error)
    assert time.process_time() - started < 10, "five seconds on an idle machine, doubled for a busy one"


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "pages").glob("*.wiki")), ids=lambda path: path.stem)
def test_every_page_of_the_corpus_is_sound(path: Path) -> None:
    document = read(path.read_text(encoding="utf-8"))
    assert_sound(document)
    assert document.unknown_templates == ()
