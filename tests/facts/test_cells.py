"""Where each cell of a fact was read: the words of the stored text that say it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from parsers.document.model import Block, Document, Page
from parsers.document.read import read_document
from parsers.facts.cells import cells_of
from parsers.facts.model import Finding
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article
from parsers.language.reading import Context, Statement

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


LETTERS = st.text(alphabet="aAsSiIıİſkKσΣς3_ -\n.", max_size=12)


@given(text=LETTERS, value=LETTERS.filter(str.strip))
def test_words_are_found_as_an_expression_finds_them(text: str, value: str) -> None:
    page, block = Page("p", "Kenya–Norway relations", text, "flattened"), Block("paragraph", 0, len(text), 0)
    document = Document(page, text, (), (block,), ())
    statement = Statement(document, block, 0, len(text), (), (), Context(("KEN", "NOR")))
    expression = r"[\s-]+".join(map(re.escape, re.split(r"[\s-]+", value)))
    found = re.search(rf"(?<!\w){expression}\w*", text, re.IGNORECASE)
    cells = cells_of(statement, Finding({"title": value}))
    assert cells == ((("title", *found.span()),) if found else ())
