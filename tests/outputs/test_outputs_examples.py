"""The example script: right answers on rows that can be counted by eye, and a whole run on the sample."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from plausible import Rows

from outputs import Published
from outputs.examples import questions

Publish = Callable[..., Published]


def like(row: dict[str, object], **cells: object) -> dict[str, object]:
    """A row with other cells, and no date but the year where one is given."""
    year = cells.pop("year", None)
    dated = {"date_start": date(year, 1, 1), "date_end": date(year, 12, 31)} if isinstance(year, int) else {}
    undated: dict[str, object] = {"date_start": None, "date_end": None}
    return {**row, **undated, **dated, **cells}


def shelf(tmp_path: Path, release: Publish, rows: Rows, table: str, cells: list[dict[str, object]]) -> Path:
    """A folder with a release in which a table has these rows; what they do not say is as in its first row."""
    key = next(iter(rows[table][0]))
    rows[table] = [like(rows[table][0], **{key: f"{table}-{number}"}, **each) for number, each in enumerate(cells)]
    release(tmp_path, rows)
    return tmp_path


def test_visits_are_counted_by_year_and_direction(tmp_path: Path, release: Publish, rows: Rows) -> None:
    cells: list[dict[str, object]] = [
        {"year": 2011, "sending_iso3": "PER", "receiving_iso3": "EST"},
        {"year": 2011, "sending_iso3": "PER", "receiving_iso3": "EST"},
        {"year": 2013, "sending_iso3": "EST", "receiving_iso3": "PER"},
        {"year": 2012, "sending_iso3": "EST", "receiving_iso3": "PER", "relation_id": "CHL-EST"},
        {"sending_iso3": "EST", "receiving_iso3": "PER"},
    ]
    found = questions.visits_per_year("PER", "EST", shelf(tmp_path, release, rows, "visits", cells))
    assert found.to_dict("index") == {
        2011: {"PER → EST": 2, "EST → PER": 0},
        2012: {"PER → EST": 0, "EST → PER": 0},
        2013: {"PER → EST": 0, "EST → PER": 1},
    }
    assert questions.visits_per_year("CHL", "FJI", tmp_path).empty


def test_embassies_are_those_that_are_open(tmp_path: Path, release: Publish, rows: Rows) -> None:
    cells: list[dict[str, object]] = [
        {"sending_iso3": "PER", "receiving_iso3": "EST", "kind": "embassy", "city": "Tallinn", "status": "open"},
        {"sending_iso3": "EST", "receiving_iso3": "PER", "kind": "high commission", "city": None, "status": "open"},
        {"sending_iso3": "EST", "receiving_iso3": "PER", "kind": "consulate", "city": "Cusco", "status": "open"},
        {"sending_iso3": "PER", "receiving_iso3": "EST", "kind": "embassy", "city": "Tartu", "status": "closed"},
    ]
    found = questions.embassies(shelf(tmp_path, release, rows, "missions", cells))
    assert found.to_dict("index") == {"EST": {"EST": "", "PER": "?"}, "PER": {"EST": "Tallinn", "PER": ""}}


def test_trade_is_seen_from_one_side(tmp_path: Path, release: Publish, rows: Rows) -> None:
    base: dict[str, object] = {"measure": "value", "currency": "USD", "year": 2010}
    cells: list[dict[str, object]] = [
        {**base, "flow": "export", "value": 4e6, "reporter_iso3": "PER"},
        {**base, "flow": "export", "value": 6e6, "reporter_iso3": "EST"},
        {**base, "flow": "import", "value": 8e6, "reporter_iso3": "PER"},
        {**base, "flow": "total", "value": 10e6, "reporter_iso3": None},
        {**base, "flow": "balance", "value": 1e6, "reporter_iso3": "EST"},
        {**base, "flow": "export", "value": 9e6, "reporter_iso3": "PER", "measure": "growth"},
        {**base, "flow": "export", "value": 9e6, "reporter_iso3": "PER", "relation_id": "CHL-PER"},
    ]
    found = questions.trade_over_time("PER", "EST", shelf(tmp_path, release, rows, "trade", cells))
    assert found.to_dict("index") == {(2010, "USD"): {"exports": 4.0, "imports": 7.0, "total": 10.0}}


def test_agreements_fall_under_the_first_topic_that_fits(tmp_path: Path, release: Publish, rows: Rows) -> None:
    cells: list[dict[str, object]] = [
        {"title": "Convention on Double Taxation", "topic": None, "year": 1990},
        {"title": "Agreement", "topic": "tax and trade", "year": 2001},
        {"title": "Air Services Agreement", "topic": None, "relation_id": "CHL-FJI"},
        {"title": "Fair Play Charter", "topic": None, "year": 2001},
        {"title": None, "topic": "trade", "year": 2001},
    ]
    found = questions.agreements_by_topic(shelf(tmp_path, release, rows, "agreements", cells))
    assert found[["agreements", "pairs"]].to_dict("index") == {
        "taxation": {"agreements": 2, "pairs": 1},
        "other": {"agreements": 1, "pairs": 1},
        "transport": {"agreements": 1, "pairs": 1},
    }
    assert found.loc["taxation", ["first", "last"]].tolist() == [1990, 2001]
    assert found.loc["transport"].isna()["first"]


def test_the_network_is_weighted_by_what_ties_two_states(tmp_path: Path, release: Publish, rows: Rows) -> None:
    counts = {"meetings_count": 0, "agreements_count": 2, "missions_count": 1, "partnerships_count": 0}
    relation = {**rows["relations"][0], **counts}
    rows["relations"] = [
        {
            **relation,
            "relation_id": f"{one}-{other}",
            "state_a_iso3": one,
            "state_b_iso3": other,
            "visits_count": visits,
        }
        for one, other, visits in [("CHL", "PER", 1), ("EST", "PER", 7)]
    ]
    release(tmp_path, rows)
    edges = questions.network(tmp_path)
    assert edges[["one", "other", "weight"]].to_numpy().tolist() == [["EST", "PER", 10], ["CHL", "PER", 4]]
    assert questions.centrality(edges).to_dict("index") == {
        "PER": {"partners": 2, "weight": 14},
        "EST": {"partners": 1, "weight": 10},
        "CHL": {"partners": 1, "weight": 4},
    }


def test_the_script_answers_all_on_the_sample(sample: Path) -> None:
    line = [sys.executable, "-m", "outputs.examples.questions", str(sample)]
    found = subprocess.run(line, capture_output=True, text=True, check=True)
    for title in ("Visits a year", "Who has an embassy", "Trade of", "Agreements by", "A network", "The states"):
        assert title in found.stdout
    assert found.stderr == ""


@pytest.mark.parametrize("answer", [questions.embassies, questions.agreements_by_topic, questions.network])
def test_the_sample_has_an_answer(answer: Callable[[Path], pd.DataFrame], sample: Path) -> None:
    assert len(answer(sample)) >= 5
