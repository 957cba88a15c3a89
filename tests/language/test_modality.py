"""Clauses that state something, plan it, or bar it."""

from __future__ import annotations

import pytest

from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.language.annotate import read_article
from parsers.language.modality import happened, is_planned
from parsers.language.sides import facing, is_side


@pytest.mark.parametrize(
    ("sentence", "done", "planned"),
    [
        ("Norway opened an embassy in Nairobi.", True, False),
        ("Norway will open an embassy in Nairobi.", False, True),
        ("Norway announced plans for an embassy in Nairobi.", False, True),
        ("The opening of the Norwegian embassy in Nairobi was postponed.", False, False),
        ("Norway would have opened an embassy in Nairobi.", False, False),
        ("Norway opened an embassy in Nairobi, while Kenya will open one in Oslo.", True, False),
    ],
)
def test_the_clause_decides_what_happened_and_what_is_planned(sentence: str, done: bool, planned: bool) -> None:
    page = Page("page.txt", "Kenya–Norway relations", f"= Kenya–Norway relations =\n\n{sentence}\n", "flattened")
    statement = read_article(read_document(page)).statements[-1]
    at = statement.document.text.index("embassy")
    assert happened(statement, at, at + 7) is done
    assert is_planned(statement, at, at + 7) is planned


def test_a_historical_state_is_a_side_where_its_heir_is() -> None:
    assert is_side("SUN", ("HND", "RUS")) and not is_side("SUN", ("AZE", "CHN"))
    assert facing("SUN", ("HND", "RUS")) == "HND"
    assert facing("FRA", ("HND", "RUS")) is None
