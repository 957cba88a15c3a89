"""Statements with their skeletons, context and dates, and patterns over them."""

from __future__ import annotations

from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.language.annotate import read_article
from parsers.language.pattern import Pattern, Piece
from parsers.language.reading import Reading, Statement

TEXT = """= Kenya–Norway relations =

In May 2003, the President of Kenya Amina Otieno visited Oslo and Bergen. During the visit, she met King Harald V.

== Visits ==

Visits from Norway to Kenya
- Prime Minister Kari Berg (2001, 2004)
"""


def read(text: str = TEXT) -> Reading:
    return read_article(read_document(Page("page.txt", "Kenya–Norway relations", text, "flattened")))


def statement(words: str) -> Statement:
    return next(one for one in read().statements if words in one.text)


def test_skeleton_replaces_mentions_and_keeps_every_offset() -> None:
    visited = statement("visited Oslo")
    assert visited.skeleton == "In [date:0], the [person:1] visited [place:2] and [place:3]."
    at = visited.skeleton.index("visited")
    assert visited.document.text[visited.offset(at) :].startswith("visited Oslo")


def test_every_mention_slices_to_its_own_text() -> None:
    reading = read()
    for one in reading.statements:
        for mention in (*one.mentions, *one.inner):
            assert reading.document.text[mention.start : mention.end] == mention.text
            assert one.start <= mention.start < mention.end <= one.end


def test_pattern_gives_mentions_words_and_spans() -> None:
    match = Pattern(r"<who:persons> (?P<verb>visited) <city:place>").first(statement("visited Oslo"))
    assert match is not None
    who, city = match.mention("who"), match.mention("city")
    assert who is not None and who.text == "President of Kenya Amina Otieno"
    assert city is not None and city.text == "Oslo"
    assert match.words("verb") == "visited"
    span = match.span("verb")
    assert span is not None and match.statement.document.text[slice(*span)] == "visited"


def test_a_gap_without_person_stops_at_a_person() -> None:
    met = statement("she met")
    assert Pattern(r"met ~~~<p:person>").first(met) is not None
    assert Pattern(r"During ~~~(?P<end>V\.)").first(met) is None


def test_a_piece_is_found_between_places_and_up_to_one() -> None:
    skeleton = "[state:0] has also supported the bid"
    end = skeleton.index("supported")
    assert Piece(r"(?: has)?(?: also)? ").between(skeleton, len("[state:0]"), end) is not None
    assert Piece(r"(?: has)? ").between(skeleton, len("[state:0]"), end) is None
    assert [one.start() for one in Piece(r"(?:has |also )+\Z").everywhere(skeleton, end)] == [10, 14]
    assert Piece(r"<state>").at(skeleton, 0) is not None and Piece(r"<state>").at(skeleton, end) is None


def test_context_carries_date_person_head_and_path() -> None:
    met, listed = statement("she met"), statement("Kari Berg")
    assert met.context.person is not None and met.context.person.text.endswith("Amina Otieno")
    date = met.when(met.start)
    assert date is not None and date.text == "May 2003"
    assert listed.context.path == ("Visits",)
    assert listed.context.head is not None and listed.context.head.text == "Visits from Norway to Kenya"
    assert listed.context.date is None


def test_dates_counted_up_belong_together() -> None:
    listed = statement("Kari Berg")
    assert [date.text for date in listed.listed_with(listed.dates[0]) if date] == ["2001", "2004"]


def test_the_head_of_a_list_is_the_last_sentence_above_it() -> None:
    reading = read(
        "= Kenya–Norway relations =\n\nThe two states are far apart. Kenya has posts in:\n- Oslo\n- Bergen\n"
    )
    item = next(one for one in reading.statements if one.text == "Oslo")
    assert item.context.head is not None and item.context.head.text == "Kenya has posts in:"
