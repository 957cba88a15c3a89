"""Where each cell of a fact was read: the words of the stored text that say it."""

import pytest

from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article

VISIT = "On 4 May 2011, Kenyan president Amina Otieno paid a state visit to Oslo."
GRANT = "In 2007, Norway granted Kenya about 12 million euros for schools."
TIES = "The two countries established diplomatic relations on 3 March 1964."


def words(text: str, table: str) -> dict[str, list[str]]:
    """The words behind each cell of the only fact of a table."""
    title = "Kenya–Norway relations"
    document = read_document(Page("case", title, f"= {title} =\n\n{text}", "flattened"))
    (fact,) = (fact for fact in read_facts(read_article(document)) if fact.table == table)
    found: dict[str, list[str]] = {}
    for column, start, end in fact.cells:
        found.setdefault(column, []).append(document.text[start:end])
    return found


@pytest.mark.parametrize(
    ("text", "table", "expected"),
    [
        (VISIT, "visits", {"date_edtf": ["4 May 2011"], "sending_iso3": ["Kenyan"], "receiving_iso3": ["Oslo"]}),
        (VISIT, "visits", {"office": ["Kenyan president"], "rank": ["Kenyan president"], "kind": ["state"]}),
        (GRANT, "aid", {"donor_iso3": ["Norway"], "recipient_iso3": ["Kenya"], "currency": ["12 million euros"]}),
        (TIES, "ties", {"kind": ["established"], "date_edtf": ["3 March 1964"]}),
    ],
)
def test_cells_have_the_words_that_say_them(text: str, table: str, expected: dict[str, list[str]]) -> None:
    found = words(text, table)
    assert {column: found.get(column) for column in expected} == expected


def test_a_side_that_no_words_say_has_no_cell() -> None:
    assert "sending_iso3" not in words("In 2011, Amina Otieno visited Oslo.", "visits")
