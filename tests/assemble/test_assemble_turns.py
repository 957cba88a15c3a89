"""Ties that come again: an undated change is no later one of its kind where the next sentence undoes it."""

from parsers.assemble.article import assemble_article
from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article

TITLE = "Kenya–Norway relations"


def ties(text: str) -> list[tuple[object, object]]:
    reading = read_article(read_document(Page("case", TITLE, f"= {TITLE} =\n\n{text}", "flattened")))
    rows = assemble_article(reading, read_facts(reading))["ties"]
    return sorted(((row["kind"], row["date_edtf"]) for row in rows), key=str)


def test_what_is_undone_at_once_is_another_change() -> None:
    text = (
        "President Otieno re-established diplomatic ties with Norway. Diplomatic ties with Norway were suspended again "
        "under his successor. Diplomatic relations between the two were restored in 2000."
    )
    assert ties(text) == [("resumed", "2000"), ("resumed", None), ("severed", None)]


def test_a_summary_in_a_paragraph_of_its_own_is_the_same_change() -> None:
    text = (
        "Kenya restored diplomatic relations with Norway after the war.\n\n"
        "Diplomatic relations were severed in 1967. They were restored in 1990."
    )
    assert ties(text) == [("resumed", "1990"), ("severed", "1967")]
