"""The flattened form: blocks, list heads, infobox fields, sections; and what makes a page unreadable in either form."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sound_document import assert_sound

from parsers.document.model import Document, Page
from parsers.document.read import MAX_BYTES, check_readable, read_document, recognise_form, title_in
from parsers.errors import ArticleError, Redirect, Unreadable

PAGE = """= Norway–Peru relations =

Infobox
- Mission1: Embassy of Norway, Lima
- Envoy1: Kari Holm

Norway and Peru have had relations since 1923.\u00a0Both are members of the UN.

== Visits ==
High-level visits from Norway to Peru
- Prime Minister Ola Berg (1999)
-- with Minister Nils Dahl

A paragraph between the lists.

- President Ana Ruiz (2004)
  - with her husband

=== Trade ===
The main goods are:

- fish
- copper
== Missions ==
- Norway has an embassy in Lima.
"""


def read(raw: str, form: str = "flattened") -> Document:
    return read_document(Page("norway.txt", "Norway–Peru relations", raw, form))


def texts(document: Document, kind: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


def test_the_stored_text_begins_with_the_title_and_has_one_line_a_block() -> None:
    document = read(PAGE)
    assert document.text.startswith(
        "Norway–Peru relations\n\nMission1: Embassy of Norway, Lima\nEnvoy1: Kari Holm\n\n"
        "Norway and Peru have had relations since 1923. Both are members of the UN.\n\n"
        "Visits\nHigh-level visits from Norway to Peru\nPrime Minister Ola Berg (1999)\nwith Minister Nils Dahl\n\n"
    )


def test_infobox_lines_are_fields_with_their_names() -> None:
    fields = [block for block in read(PAGE).blocks if block.kind == "field"]
    assert [(block.label, block.section) for block in fields] == [("Mission1", 0), ("Envoy1", 0)]


def test_each_item_knows_the_line_that_introduces_it() -> None:
    document = read(PAGE)
    heads = {
        document.text[block.start : block.end]: block.head and document.text[slice(*block.head)]
        for block in document.blocks
        if block.kind == "item"
    }
    assert heads == {
        "Prime Minister Ola Berg (1999)": "High-level visits from Norway to Peru",
        "with Minister Nils Dahl": "Prime Minister Ola Berg (1999)",
        "President Ana Ruiz (2004)": None,
        "with her husband": "President Ana Ruiz (2004)",
        "fish": "The main goods are:",
        "copper": "The main goods are:",
        "Norway has an embassy in Lima.": None,
    }


def test_items_know_their_depth() -> None:
    depths = [block.depth for block in read(PAGE).blocks if block.kind == "item"]
    assert depths == [1, 2, 1, 2, 1, 1, 1]


def test_sections_have_paths_and_span_their_subsections() -> None:
    document = read(PAGE)
    assert [section.path for section in document.sections] == [
        (),
        ("Visits",),
        ("Visits", "Trade"),
        ("Missions",),
    ]
    visits, trade = document.sections[1], document.sections[2]
    assert visits.start < trade.start < trade.end == visits.end
    assert document.text[trade.start : trade.end].endswith("copper")


def test_a_field_is_one_sentence_and_headings_have_none() -> None:
    document = read(PAGE)
    sentences = [document.text[sentence.start : sentence.end] for sentence in document.sentences]
    assert sentences[:3] == [
        "Mission1: Embassy of Norway, Lima",
        "Envoy1: Kari Holm",
        "Norway and Peru have had relations since 1923.",
    ]
    assert "Visits" not in sentences


def test_what_is_left_of_a_footnote_is_no_text() -> None:
    document = read("= T =\nOslo sent Lima a gift.{{cite news | title = Gift\n- An item {{Cite web\n")
    assert [document.text[block.start : block.end] for block in document.blocks[1:]] == [
        "Oslo sent Lima a gift.",
        "An item",
    ]


def test_the_marks_of_footnotes_of_a_page_copied_from_a_browser_are_no_text() -> None:
    document = read(
        "= T =\n== Trade[edit] ==\nOslo,[1][2] in May 1961,[a] sent Lima[note 3] a gift[who?] of [sic] tin[s].[14]: 27 "
        "It arrived.[citation needed]\n"
    )
    assert [document.text[block.start : block.end] for block in document.blocks[1:]] == [
        "Trade",
        "Oslo, in May 1961, sent Lima a gift of [sic] tin[s]. It arrived.",
    ]


def test_headings_without_spaces_and_of_every_level() -> None:
    document = read("= T =\n==Trade==\n====== Deep ======\ntext in the deep\n")
    assert [(section.level, section.title) for section in document.sections[1:]] == [(2, "Trade"), (6, "Deep")]


@pytest.mark.parametrize(
    ("raw", "form"),
    [
        ("= Norway–Peru relations =\n\nText.", "flattened"),
        ("= Norway–Peru relations =\n\n[[Norway]] and Peru.", "wikitext"),
        ("= Norway–Peru relations =\n\nNorway and Peru trade.{{cite web\nText [[File.", "flattened"),
        ("= Norway–Peru relations =\n\nNorway and Peru trade.{{cite web\n|title=Trade}}", "wikitext"),
        ("'''Norway–Peru relations''' are relations.", "wikitext"),
        ("== History ==\nText.", "wikitext"),
        ("", "wikitext"),
    ],
)
def test_the_form_is_recognised(raw: str, form: str) -> None:
    assert recognise_form(raw) == form


@pytest.mark.parametrize(
    ("raw", "form", "title"),
    [
        ("\ufeff= Norway–Peru relations =\nText.", "flattened", "Norway–Peru relations"),
        ("Text without a title.", "flattened", None),
        ("{{DISPLAYTITLE:Norway–Peru relations}}\nText.", "wikitext", "Norway–Peru relations"),
        ("The '''[[Norway]]–Peru relations''' are good.", "wikitext", "Norway–Peru relations"),
        ("'''Norway''' is a state.", "wikitext", None),
        ("= Norway–Peru relations =\n'''Norway''' is a state.", "wikitext", "Norway–Peru relations"),
    ],
)
def test_the_title_that_a_page_gives_itself(raw: str, form: str, title: str | None) -> None:
    assert title_in(raw, form) == title


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        ("", "an empty page"),
        (" \n\ufeff\n", "an empty page"),
        ("\x89PNG\x00\x00 the of and", "binary"),
        ("the of and \ufffd\ufffd\ufffd\ufffd", "another encoding"),
        ("of the " * (MAX_BYTES // 6), r"466,662 bytes; expected at most 400,000 bytes; "),
        ("of the \n" * 20_000, "20,000 lines; expected at most 10,000 lines; "),
        ("0123 4567 " * 400, "hardly any letters"),
        ("qwertz" * 400, "no words"),
        ("lorem ipsum dolor " * 100, "no sentence"),
        ("'''Norway–Peru''' may refer to:\n* one\n* two", "disambiguation"),
        ("Norway and Peru.\n{{Disambiguation}}", "disambiguation"),
    ],
)
def test_an_unreadable_page_says_why(raw: str, found: str) -> None:
    with pytest.raises(Unreadable, match=found):
        check_readable(Page("page.txt", "T", raw, "wikitext"))


@pytest.mark.parametrize(
    ("raw", "said"),
    [
        (
            "{|\n! Year !! What they did\n|-\n| 2001 || The ministers met in Lima "
            + "and spoke of it " * 2_000
            + "\n|}",
            "a table row of 32,0.. characters, which begins “2001 . The ministers met”; "
            "expected a table row of at most 20,000 characters; ",
        ),
        (
            "{{Infobox bilateral relations\n| mission1 = Embassy in Lima " + "and also of Oslo " * 2_000 + "\n}}",
            "an infobox field of 34,... characters, which begins “.*Embassy in Lima.*”; "
            "expected an infobox field of at most 20,000 characters; ",
        ),
        ("{{and of the two|" * 50 + "}}" * 50, "markup nested 50 deep; expected markup nested at most 40 deep; "),
        ("[[a]] " * 41_000, "41,000 links, .* pieces of markup; expected at most 40,000 pieces of markup; "),
    ],
    ids=["a row", "a field", "depth", "marks"],
)
def test_what_is_beyond_a_limit_names_page_revision_and_limit(raw: str, said: str) -> None:
    page = Page("kenya-norway.wiki", "Kenya–Norway relations", f"The two of them.\n\n{raw}\n", "wikitext", 123)
    with pytest.raises(Unreadable, match=rf"^kenya-norway\.wiki \(revision 123\): {said}"):
        read_document(page)


def test_a_redirect_names_its_target() -> None:
    with pytest.raises(Redirect, match="Norway–Peru relations"):
        check_readable(Page("page.txt", "T", "#redirect [[Norway–Peru relations#History]]", "wikitext"))


def test_an_unknown_form_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="latex"):
        read("Norway and Peru.", "latex")


PIECES = r"""
= T =|== H ==|=== ===|Infobox|- Mission1: An embassy|- item|-- deep. Deeper.|  * x|A head:||]]|}}|<br>|;t:d
The text of it. And “more. Of” it (see p. 4).|{{a¦b|[[c¦d]]|{¦|¦ x ¦¦ y|¦-|! z|¦}|* '''i'''|<ref>r</ref>|<!--
{{ubl¦a¦b}}|{{Infobox x¦k=v}}|[[File:a.png¦thumb¦c]]|<gallery>|A¦b|</gallery>|{{quote¦|{{flagicon¦PER}}|-->
"""
LINES = st.sampled_from(PIECES.replace("\n", "|").split("|")).map(lambda line: line.replace("¦", "|"))


@given(st.lists(LINES | st.text(max_size=20), max_size=25), st.sampled_from(["wikitext", "flattened"]))
def test_any_text_gives_a_sound_document_or_an_article_error(lines: list[str], form: str) -> None:
    try:
        document = read("\n".join(lines), form)
    except ArticleError:
        return
    assert_sound(document)


@pytest.mark.parametrize(
    ("line", "stored"),
    [
        ("Peru recognised Ghana _de jure_.", "Peru recognised Ghana de jure."),
        ("_Nordlys_ (_Aurora_) sailed.", "Nordlys (Aurora) sailed."),
        ("A file of_that_name, a _ alone, and /_a_ stay.", "A file of_that_name, a _ alone, and /_a_ stay."),
    ],
)
def test_underscores_around_words_are_left_out(line: str, stored: str) -> None:
    assert read(f"= Ghana–Peru relations =\n\n{line}", "flattened").text.rstrip().endswith(stored)


def test_a_table_of_bars_has_rows_with_column_heads() -> None:
    page = Page(
        "f",
        "Kenya–Norway relations",
        "= Kenya–Norway relations =\n\n| Guest | Date |\n| Amina Otieno | 2003 |\n",
        "flattened",
    )
    document = read_document(page)
    rows = [block for block in document.blocks if block.kind == "row"]
    assert [document.text[row.start : row.end] for row in rows] == ["Amina Otieno | 2003"]
    assert [(cell.head, document.text[cell.start : cell.end]) for cell in rows[0].cells] == [
        ("Guest", "Amina Otieno"),
        ("Date", "2003"),
    ]
