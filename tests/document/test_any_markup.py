"""Any markup at all: a page is read into a sound document, or refused with a reason; nothing else happens."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from sound_document import assert_sound
from test_tree import PIECES

from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.errors import Unreadable

WORDS = ["the state ", "Kenya", " visited ", "2001", ". ", ", and "]
TEMPLATES = [
    "{{flag|KEN}}", "{{flagicon|NOR}}", "{{USD|", "{{start date|2001|2|", "{{convert|5|km}}", "{{columns-list|\n* ",
    "{{infobox x|a=", "|b=", "{{ubl|", "{{quote|", "{{#if:x|", "{{lc:", "{{langx|ru|", "{{efn|", "{{r|x}}", "{{!}}",
    "{{{!}}\n", "{{!}}}", "{{multiple image|caption1=", "[[File:a.png|thumb|", "<table>", "<tr>", "<td>", "</table>",
    "rowspan=3 {{no}}", "{{nts|", "{{dts|", "{{percentage|1|", "{{frac|", "{{nihongo|", "{{ill|", "{{as of|",
    "{{cite web|title=",
]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES + WORDS + TEMPLATES), max_size=40).map("".join))
@settings(max_examples=400, deadline=None)
def test_any_markup_is_sound_or_refused(raw: str) -> None:
    try:
        document = read_document(
            Page("p.wiki", "Kenya–Norway relations", f"The state of the world.\n\n{raw}", "wikitext")
        )
    except Unreadable as error:
        assert "p.wiki" in str(error)
        return
    assert_sound(document)
