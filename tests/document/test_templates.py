"""What templates and inline markup say as text, by a table that a reader checks by eye; and infobox fields."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from parsers.document.model import Document, Page
from parsers.document.read import read_document
from parsers.document.templates import amounts, boxes, dates, flags, languages, links, words

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent.parent / "cases" / "document_templates.yaml").read_text(encoding="utf-8")
)


def read(raw: str) -> Document:
    return read_document(Page("p.wiki", "T", f"opening\n\n{raw}\n", "wikitext"))


def fields(raw: str) -> list[tuple[str, str]]:
    document = read(raw)
    return [(b.label, document.text[b.start : b.end]) for b in document.blocks if b.kind == "field"]


@pytest.mark.parametrize("case", CASES, ids=[case["wikitext"][:40] for case in CASES])
def test_words_that_a_reader_sees(case: dict[str, Any]) -> None:
    document = read(case["wikitext"])
    assert document.text.removeprefix("T\n\nopening\n\n") == case["text"]
    assert [name for name, _ in document.unknown_templates] == case.get("unknown", [])


def test_flags_and_interlanguage_links_are_links() -> None:
    document = read("{{flag|TCD|name=Chad's}} and {{ill|Ana Ruiz|es|lt=Ruiz}}")
    assert [(document.text[link.start : link.end], link.target) for link in document.links] == [
        ("Chad's", "Chad"),
        ("Ruiz", "Ana Ruiz"),
    ]


def test_the_infobox_of_a_pair_gives_fields_and_its_unnamed_states() -> None:
    raw = """{{Infobox bilateral relations|Chadian–Peruvian|Chad|Peru|map=x.svg|filetype=png|mapsize=200px
| mission1 = [[Embassy of Chad, Lima]] | mission2 = | envoytitle1 = {{nowrap|Ambassador}} <!-- none -->
| envoy1 = {{ubl|Ana Ruiz|Juan Paz}} }}"""
    assert fields(raw) == [
        ("Title", "Title: Chadian–Peruvian"),
        ("State1", "State1: Chad"),
        ("State2", "State2: Peru"),
        ("Mission1", "Mission1: Embassy of Chad, Lima"),
        ("Envoytitle1", "Envoytitle1: Ambassador"),
        ("Envoy1", "Envoy1: Ana Ruiz; Juan Paz"),
    ]


def test_a_flag_alone_in_a_field_says_its_state() -> None:
    assert fields("{{Infobox treaty|image_size=20|signatories={{flagicon|PER}}|date=1990}}") == [
        ("Signatories", "Signatories: Peru"),
        ("Date", "Date: 1990"),
    ]


def test_flags_alone_in_an_item_say_their_states() -> None:
    document = read("* {{flagicon|KEN}} {{flagicon|NOR}}\n* {{flagicon|KEN}} Nairobi\n{{flagicon|PER}}")
    assert [document.text[b.start : b.end] for b in document.blocks[2:]] == ["Kenya, Norway", "Nairobi"]


def test_the_infobox_leaves_out_what_only_says_how_it_looks() -> None:
    raw = """{{Infobox bilateral relations|title=Chad–Peru relations|party1=Chad|party2=Peru|image_flag=x.png
| flag1 = y.png | mapsize = 200 | caption = The two | mission1 = None
| envoytitle2 = [[Chargé d'affaires|Chargé]] | envoy2 = {{flagicon|PER}} Juan
| listing = {{plainlist|
* one
* two
}} }}"""
    assert fields(raw) == [
        ("Title", "Title: Chad–Peru relations"),
        ("State1", "State1: Chad"),
        ("State2", "State2: Peru"),
        ("Caption", "Caption: The two"),
        ("Mission1", "Mission1: None"),
        ("Envoytitle2", "Envoytitle2: Chargé"),
        ("Envoy2", "Envoy2: Juan"),
        ("Listing", "Listing: one; two"),
    ]


def test_pictures_of_templates_have_captions() -> None:
    document = read(
        "{{multiple image |image1=a |caption1=One |image2=b |caption2=Two |footer=Foot |header=Head}}\n"
        "{{wide image |c.png |500px |Wide}} {{gallery |title=Shown |d.png |[[Three]] |e.png |Four}}\n"
        "{{location map |Peru |caption=Map}}"
    )
    captions = [document.text[b.start : b.end] for b in document.blocks if b.kind == "caption"]
    assert captions == ["Head", "One", "Two", "Foot", "Wide", "Shown", "Three", "Four", "Map"]


def test_a_quotation_names_who_said_it() -> None:
    document = read(
        "{{cquote|Peace.|9px|9px|Ana Ruiz|a speech}} {{quote|text=War.|author=Juan|source=Post}} {{rquote|left|No.|B}}"
    )
    words = [document.text[b.start : b.end] for b in document.blocks[2:]]
    assert words == ["Peace.", "— Ana Ruiz, a speech", "War.", "— Juan, Post", "No.", "— B"]


def test_footnotes_of_every_kind_are_citations() -> None:
    document = read(
        "a{{sfnm|1a1=Berg|1y=2001|2a1=Holm|2y=2002}}{{refn|name=n|A note{{cite web|title=T|url=http://x.org}}}}{{r|n}}"
        "<ref>{{harvnb|Berg|2001|p=4}}; {{cite book |title=B |last=Dahl}}.</ref>{{efn|Said by [[Ana Ruiz|Ruiz]].}}"
        "{{#tag:ref|Words}}"
    )
    texts = [citation.text for citation in document.citations]
    assert texts == ["Berg 2001 Holm 2002", "T; A note", "T; A note", "Berg 2001, 4; Dahl. B", "Said by Ruiz.", "Words"]


def test_list_templates_are_items_and_quotations_are_paragraphs() -> None:
    document = read(
        "Agreements:\n{{columns-list|colwidth=20em|\n* one\n** two\n}}\n{{hlist|a|b}}\n{{quote|Peace.|A. Ruiz}}"
    )
    words = [(b.kind, b.depth, document.text[b.start : b.end]) for b in document.blocks[2:]]
    assert words == [
        ("paragraph", 0, "Agreements:"),
        ("item", 1, "one"),
        ("item", 2, "two"),
        ("item", 1, "a"),
        ("item", 1, "b"),
        ("paragraph", 0, "Peace."),
        ("paragraph", 0, "— A. Ruiz"),
    ]
    assert document.text[slice(*(document.blocks[3].head or (0, 0)))] == "Agreements:"


def test_unknown_templates_are_counted() -> None:
    assert read("{{Odd|a}} {{odd|b}} {{Other_one}}").unknown_templates == (("odd", 2), ("other one", 1))


def test_no_template_stands_in_two_lists() -> None:
    kinds = ("silent", "first", "second", "third", "joined", "spaced", "commas", "captions", "uncomputed", "lists")
    listed = [name for kind in (*kinds, "passages") for name in words.names(words.LISTS[kind])]
    listed += [name for kind in ("signs", "cell_words", "prefixes", "currencies") for name in words.LISTS[kind]]
    listed += [
        name
        for module in (amounts, boxes, dates, flags, languages, links)
        for rule in module.RULES
        for name in rule.split(", ")
    ]
    assert [name for name, times in Counter(listed).items() if times > 1] == []
