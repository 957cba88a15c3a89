"""A row explained from a release's own files."""

from __future__ import annotations

from pathlib import Path

import pytest

from flows.assembled import assembled
from outputs.explain import as_text, explain
from parsers.assemble import assemble_article, part_of
from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.errors import OutputError
from parsers.facts.rule import read_facts
from parsers.language.annotate import read_article

TEXT = (
    "= Kenya–Norway relations =\n\nIn May 2003 the Kenyan president Amina Otieno paid a state visit to Norway. "
    "In June of the same year Norwegian foreign minister Kari Berg visited Nairobi.\n"
)


@pytest.fixture
def release(tmp_path: Path) -> Path:
    reading = read_article(read_document(Page("page.txt", "Kenya–Norway relations", TEXT, "flattened")))
    folder = tmp_path / "1.0.0"
    assembled([part_of(assemble_article(reading, read_facts(reading)))], folder)
    return folder


def visit_of(release: Path, visitor: str) -> str:
    import pandas as pd

    visits = pd.read_parquet(release / "parquet" / "visits.parquet")
    return str(visits.set_index("visitor").visit_id[visitor])


def test_explains_the_row_the_sentence_the_rule_and_the_reference(release: Path) -> None:
    found = explain(release, visit_of(release, "Kari Berg"))
    assert found.table == "visits" and found.row["date_edtf"] == "2003-06"
    (support,) = found.supports
    assert support.text.startswith("In June of the same year")
    assert support.reference is not None and "May 2003" in support.reference
    assert any(column == "visitor" and "Kari Berg" in support.text[start:end] for column, start, end in support.marks)
    assert "Not read" in found.reads[support.rule_id]


def test_text_marks_the_words_of_each_cell(release: Path) -> None:
    text = as_text(explain(release, visit_of(release, "Amina Otieno")))
    assert "visitor[office, rank[sending_iso3, sending_name[Kenyan] president] Amina Otieno]" in text
    assert "Rule visits." in text
    assert "the year stands before" not in text


def test_an_unknown_row_is_refused_with_the_remedy(release: Path) -> None:
    with pytest.raises(OutputError, match=r"no row 'visit-nowhere'.*take one from"):
        explain(release, "visit-nowhere")
