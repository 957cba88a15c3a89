"""A row explained from a release's own files."""

from __future__ import annotations

import json
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from flows.assembled import assembled
from outputs.explain import explain
from outputs.explained import as_object, as_text
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
    assert found.table.name == "visits" and found.row["date_edtf"] == "2003-06"
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


def test_what_the_rules_read_is_taken_from_the_release(release: Path) -> None:
    row = visit_of(release, "Kari Berg")
    (support,) = explain(release, row).supports
    said = {"rules": {support.rule_id: {"reads": "Trips. Not read: falls.", "rows": 2}}}
    (release / "manifest.json").write_text(json.dumps(said))
    assert f"Rule {support.rule_id}: Trips. Not read: falls." in as_text(explain(release, row))
    (release / "manifest.json").write_text(json.dumps({"rules": {"visits.other": {"reads": "Other.", "rows": 2}}}))
    assert f"Rule {support.rule_id}: (the release does not say what it reads)" in as_text(explain(release, row))
    (release / "manifest.json").write_text("{")
    with pytest.raises(OutputError, match=r"manifest\.json: it cannot be read"):
        explain(release, row)


def test_a_table_that_this_program_does_not_declare_can_be_asked(release: Path) -> None:
    (path := release / "parquet" / "visits.parquet").rename(path.with_name("journeys.parquet"))
    journeys = path.with_name("journeys.parquet")
    rows = pq.read_table(journeys).rename_columns({"visit_id": "journey_id"})
    said = {**(rows.schema.metadata or {}), b"table": b"journeys", b"key": b"journey_id", b"description": b"a journey"}
    pq.write_table(rows.replace_schema_metadata(said), journeys)
    row_id = id_of(release, "journeys", visitor="Kari Berg")
    found = explain(release, row_id)
    assert as_text(found).startswith(f"{row_id} (journeys: a journey)") and found.supports
    assert as_object(found)["table"] == "journeys"


def test_an_unknown_row_is_refused_with_the_remedy(release: Path) -> None:
    with pytest.raises(OutputError, match=r"no row 'visit-nowhere'.*take one from"):
        explain(release, "visit-nowhere")


def id_of(release: Path, name: str, **wanted: object) -> str:
    """The key of the first row of the table of this name that has what is wanted."""
    import pandas as pd

    rows = pd.read_parquet(release / "parquet" / f"{name}.parquet")
    found = rows.loc[(rows[list(wanted)] == pd.Series(wanted)).all(axis=1)]
    return str(found.iloc[0, 0])


def test_a_person_is_explained_by_the_sentences_that_name_her(release: Path) -> None:
    found = explain(release, id_of(release, "people", state_iso3="NOR"))
    (support,) = found.supports
    assert support.text.startswith("In June of the same year") and support.text.endswith("Nairobi.")
    assert "offices[state_iso3[Norwegian] foreign minister name[Kari Berg]]" in as_text(found)
    assert found.reads["people.named"]


def test_an_event_tells_of_the_row_that_has_it(release: Path) -> None:
    visit = visit_of(release, "Amina Otieno")
    found = explain(release, id_of(release, "events", fact_id=visit))
    assert [(table.name, row["visit_id"]) for table, row in found.about] == [("visits", visit)]
    assert f"About {visit}" in as_text(found)


def test_a_row_tells_of_its_checks_and_a_check_of_its_rows(tmp_path: Path) -> None:
    words = "Kenya and Norway established diplomatic relations in 1964. Norway opened an embassy in Nairobi in {}."
    for year, result in (("1966", "passed"), ("1961", "failed")):
        text = f"= Kenya–Norway relations =\n\n{words.format(year)}\n"
        reading = read_article(read_document(Page("page.txt", "Kenya–Norway relations", text, "flattened")))
        folder = tmp_path / year
        assembled([part_of(assemble_article(reading, read_facts(reading)))], folder)
        mission = id_of(folder, "missions", opened_edtf=year)
        assert f"Check (order of dates), {result}: relations are" in as_text(explain(folder, mission))
        check = explain(folder, id_of(folder, "checks", table="missions"))
        assert [row["mission_id"] for _, row in check.about] == [mission] and not check.supports
        assert as_object(check)["row_id"] == check.row_id and "Stated" not in as_text(check)


def test_what_no_words_say_is_told(release: Path) -> None:
    found = explain(release, id_of(release, "events", fact_id=visit_of(release, "Kari Berg")))
    assert "kind" in found.unsaid and "Without words of their own" in as_text(found)


def test_only_the_statement_that_is_dated_refers_to_a_year_before(tmp_path: Path) -> None:
    text = (
        "= Kenya–Norway relations =\n\nThe two states signed a treaty in 1970. Norway has an embassy in Nairobi.\n\n"
        "Norway opened its embassy in Nairobi in 1972.\n"
    )
    reading = read_article(read_document(Page("page.txt", "Kenya–Norway relations", text, "flattened")))
    assembled([part_of(assemble_article(reading, read_facts(reading)))], tmp_path / "1.0.0")
    found = explain(tmp_path / "1.0.0", id_of(tmp_path / "1.0.0", "missions", opened_edtf="1972"))
    assert [support.reference for support in found.supports] == [None, None]
