"""Evidence of cells: the words that say what each cell holds, read from words to rows."""

from __future__ import annotations

import pytest

from parsers.assemble import assemble_article
from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article


def words_of(text: str, table: str, column: str) -> list[str]:
    """The words marked for a column of a table's rows, in order of place."""
    reading = read_article(read_document(Page("page.txt", "Kenya–Norway relations", text, "wikitext")))
    rows = assemble_article(reading, read_facts(reading))["evidence"]
    found = [(row["start"], str(row["text"])) for row in rows if (row["table"], row["column"]) == (table, column)]
    return [words for _, words in sorted(found)]


@pytest.mark.parametrize(("text", "table", "column", "words"), [
    ("Norway recognized Kenya in 1963.", "ties", "kind", ["recognized"]),
    ("Several posts were reported in 1969. Norway severed diplomatic relations with Kenya in 1970.", "ties", "kind",
     ["severed"]),
    ("In 1985 Kenya condemned the bombing of the harbour.", "positions", "stance", ["condemned"]),
    ("Kenya closed its embassy in Oslo in 1985.", "missions", "status", ["closed"]),
    ("Norway opened an embassy in Nairobi in 1965. It closed the embassy in Nairobi in 1991.", "missions", "status",
     ["closed"]),
    ("In 2009 Kenya was given a loan of $5 million by Norway.", "events", "actor_iso3", ["Norway"]),
    ("In 2009 Kenya was given a loan of $5 million by Norway.", "events", "target_iso3", ["Kenya"]),
    ("In 2010 the President of Kenya visited Norway.", "visits", "visitor", []),
    ("The first ambassador of Kenya to Norway was Joseph Otieno, who served from 1991 to 1995.", "people", "offices",
     ["ambassador of Kenya to Norway was Joseph Otieno"]),
    ("Kenyan President Daniel Otieno and King Olav of Norway met in 1971.", "people", "state_iso3",
     ["Kenyan", "Norway"]),
    ("In 1971 Norwegian Minister Nils Moen met President Daniel Otieno.", "people", "state_iso3", ["Norwegian"]),
], ids=str)  # fmt: skip
def test_cells_have_the_words_that_say_them(text: str, table: str, column: str, words: list[str]) -> None:
    assert words_of(text, table, column) == words
