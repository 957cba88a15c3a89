"""Tables: spans expanded, heads recognised, rows as blocks whose cells point at their words."""

from __future__ import annotations

from parsers.document.model import Document, Page
from parsers.document.read import read_document


def read(raw: str) -> Document:
    return read_document(Page("p.wiki", "T", f"opening words\n{raw}", "wikitext"))


def rows(raw: str) -> list[list[tuple[int, str, str]]]:
    document = read(raw)
    return [
        [(cell.column, cell.head, document.text[cell.start : cell.end]) for cell in block.cells]
        for block in document.blocks
        if block.kind == "row"
    ]


def lines(raw: str, kind: str = "row") -> list[str]:
    document = read(raw)
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


VISITS = """{| class="wikitable sortable"
|+ Visits to [[Peru]]
! Year !! scope="col" | Visitor<ref>list</ref> !! Place
|-
| rowspan="2" | 1999
| [[Ola Berg]] || rowspan=2 style="x" | Lima
|-
| Kari Holm
|-
| 2004 || colspan="2" | {{flagicon|Norway}}
|}"""


def test_a_repeated_cell_points_at_its_words_in_the_earlier_row() -> None:
    assert rows(VISITS) == [
        [(0, "Year", "1999"), (1, "Visitor", "Ola Berg"), (2, "Place", "Lima")],
        [(0, "Year", "1999"), (1, "Visitor", "Kari Holm"), (2, "Place", "Lima")],
        [(0, "Year", "2004"), (1, "Visitor", "Norway"), (2, "Place", "Norway")],
    ]
    assert lines(VISITS) == ["1999 | Ola Berg | Lima", "Kari Holm", "2004 | Norway"]


def test_the_caption_is_the_head_of_its_rows_and_heads_are_no_rows() -> None:
    document = read(VISITS)
    assert lines(VISITS, "caption") == ["Visits to Peru"]
    assert {document.text[slice(*(b.head or (0, 0)))] for b in document.blocks if b.kind == "row"} == {"Visits to Peru"}


def test_a_footnote_in_a_head_is_kept() -> None:
    assert [citation.text for citation in read(VISITS).citations] == ["list"]


def test_without_a_caption_the_line_above_is_the_head() -> None:
    document = read("\nTrade in millions:\n{|\n! A\n|-\n| 1\n|}")
    (row,) = [block for block in document.blocks if block.kind == "row"]
    assert document.text[slice(*(row.head or (0, 0)))] == "Trade in millions:"


def test_two_head_rows_are_joined() -> None:
    table = "{|\n! rowspan=2 | Year\n! colspan=2 | Exports\n|-\n! to A\n! to B\n|-\n| 2001 || 5 || 6\n|}"
    assert rows(table) == [[(0, "Year", "2001"), (1, "Exports to A", "5"), (2, "Exports to B", "6")]]


def test_a_first_row_in_bold_is_a_head() -> None:
    table = "{|\n| '''Year''' || '''Total'''\n|-\n| 2001 || 5\n|}"
    assert rows(table) == [[(0, "Year", "2001"), (1, "Total", "5")]]


def test_a_first_column_of_header_cells_is_no_head_row() -> None:
    assert rows("{|\n! 2001\n| 5\n|-\n! 2002\n| 6\n|}") == [
        [(0, "", "2001"), (1, "", "5")],
        [(0, "", "2002"), (1, "", "6")],
    ]


def test_a_row_across_the_table_introduces_the_rows_below_it() -> None:
    document = read("{|\n! Year !! Visitor\n|-\n! colspan=2 | To Norway\n|-\n| 1999 || Ana Ruiz\n|}")
    (row,) = [block for block in document.blocks if block.kind == "row"]
    assert document.text[slice(*(row.head or (0, 0)))] == "To Norway"


def test_html_tables_nested_tables_and_lists_in_cells() -> None:
    table = "<table><tr><th>A</th></tr><tr><td rowspan='9'>x\n* y\n* z<br>w</td></tr></table>"
    assert rows(table) == [[(0, "A", "x; y; z w")]]
    assert lines("{|\n| a\n{|\n| b\n|}\n|}") == ["a b"]


def test_an_unclosed_table_ends_with_its_section() -> None:
    document = read("{|\n! Year\n|-\n| 1999\n\n== Trade ==\nIt grew.")
    assert [document.text[b.start : b.end] for b in document.blocks[2:]] == ["1999", "Trade", "It grew."]


def test_huge_spans_are_bounded() -> None:
    table = "{|\n" + "|-\n| rowspan=60000 colspan=9999 | the first || of two\n" * 2_000 + "|}"
    assert len(rows(table)) == 2_000


def test_attributes_stand_before_a_template_that_brings_its_bar() -> None:
    table = (
        '{|\n! A !! B !! C\n|-\n| colspan="2" {{n/a}} || rowspan=2 {{yes}}\n|-\n| 1 || align=center {{no|Never}}\n|}'
    )
    assert rows(table) == [
        [(0, "A", "N/A"), (1, "B", "N/A"), (2, "C", "Yes")],
        [(0, "A", "1"), (1, "B", "Never"), (2, "C", "Yes")],
    ]


def test_tables_with_their_bars_in_templates() -> None:
    inside = "{{center|1={{{!}} class=x\n! Year !! Value\n{{!}}-\n{{!}} 2001 {{!}}{{!}} 5\n{{!}}} }}"
    assert rows(inside) == [[(0, "Year", "2001"), (1, "Value", "5")]]
    assert lines("{|\n{{!}} a {{!}}{{!}} b\n{{!}}-\n{{!}} c\n|}") == ["a | b", "c"]


def test_a_flag_in_a_cell_tells_its_state_beside_words() -> None:
    document = read(
        "{|\n| {{flagicon|PER}} Ana || {{flagicon|PER}}{{flagicon|NOR}} both || {{flagicon|NOR}} || none\n|}"
    )
    (row,) = [block for block in document.blocks if block.kind == "row"]
    assert [(document.text[c.start : c.end], c.flag) for c in row.cells] == [
        ("Ana", "Peru"), ("both", ""), ("Norway", "Norway"), ("none", ""),
    ]  # fmt: skip


def test_html_cells_that_are_never_closed() -> None:
    assert rows("as told:\n<table><tr><th>A<th>B<tr><td>1<td>2</table>") == [[(0, "A", "1"), (1, "B", "2")]]


def test_an_indented_table_is_a_table() -> None:
    assert rows(":{|\n! A\n|-\n| 1\n|}") == [[(0, "A", "1")]]
