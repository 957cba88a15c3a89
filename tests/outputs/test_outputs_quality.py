"""How good a release says that it is: counted from its rows, measured on annotations, told over the releases."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest
import yaml
from measure import TABLES
from plausible import MANIFEST, Rows, make_rows, release_of

from outputs import Published, quality, quality_text
from outputs.guide import JOINS, LIMITS
from outputs.model import Release
from outputs.profile import profiles
from parsers.tables import tables

Publish = Callable[..., Published]

FLOORS = Path(__file__).parents[1] / "scores.yaml"
MEASURED = Path(__file__).parents[2] / "outputs" / "measured.yaml"


def said(path: Path) -> dict[str, Any]:
    return dict(json.loads((path / "quality.json").read_text(encoding="utf-8")))


def test_the_figures_are_those_of_the_rows(sample: Path) -> None:
    """Counted once more from the Parquet files, in another way."""
    whole = sample / "latest"
    read = {name: pq.read_table(whole / "parquet" / f"{name}.parquet") for name in tables()}
    facts = [read[name] for name, table in tables().items() if table.is_fact and name != "events"]
    found = said(whole)["figures"]
    assert found["articles"] == 8 and found["articles_failed"] == 0 and found["articles_stale"] == 0
    assert found["facts"] == sum(map(len, facts)) > 400
    assert found["facts_dated"] == sum(len(one.filter(pc.is_valid(one["date_edtf"]))) for one in facts)
    assert found["dated_statements"] == len(read["events"])
    other = pc.sum(pc.equal(read["events"]["kind"].cast("string"), "other")).as_py()
    assert found["dated_statements_with_fact"] == len(read["events"]) - other
    assert (found["expectations"], found["expectations_unmet"]) == (4, 1)
    assert found["checks"] == len(read["checks"]) > found["checks_failed"]


def made(rows: Rows, **given: Any) -> Release:
    return release_of(rows, **given)


def test_the_codebook_says_which_rows_in_conflict_have_no_mark(sample: Path) -> None:
    rows = pq.read_table(sample / "latest/parquet/conflicts.parquet").to_pylist()
    unmarked = [row for row in rows if "has_conflict" not in tables()[row["table"]].names]
    assert {row["table"] for row in unmarked} == {"people"}
    assert len(unmarked) == 2 * len({frozenset((row["one"], row["other"])) for row in unmarked})
    limits = (sample / "latest/CODEBOOK.md").read_text(encoding="utf-8").partition("## Known limits")[2]
    said = " ".join(limits.split())
    assert "`people` has no such column" in said and "one disagreement is two rows" in said


def test_conflicts_and_failed_checks_are_counted() -> None:
    rows = make_rows()
    rows["visits"][0]["has_conflict"] = True
    check = {"relation_id": "EST-PER", "table": "trade", "row_ids": ["a"], "expected": "b", "found": "c"}
    rows["checks"] = [
        {"check_id": str(number), "kind": kind, "passed": passed, **check}
        for number, (kind, passed) in enumerate([("sum", True), ("sum", False), ("change", False)])
    ]
    found = quality.figures(made(rows))
    assert (found["facts_in_conflict"], found["checks"], found["checks_failed"]) == (1, 3, 2)
    assert quality.by_kind(made(rows))["checks_failed"] == {"change": 1, "sum": 1}
    assert quality.by_table(made(rows))["visits"] == {"rows": 2, "dated": 1, "dated_to_the_day": 0, "in_conflict": 1}


def test_what_cannot_be_known_is_null_and_shown_as_a_dash() -> None:
    release = made(make_rows())
    found = quality.figures(release)
    unknown = {name for name, value in found.items() if value is None}
    assert unknown == {"articles_failed", "articles_stale", "expectations", "expectations_unmet"}
    assert "| articles of which an older reading was kept | – | – |" in quality_text.counted(release)


def test_stale_and_failed_articles_come_from_the_manifest() -> None:
    found = quality.figures(made(make_rows(), manifest={"failures": ["a", "b"], "stale": ["c"]}))
    assert (found["articles_failed"], found["articles_stale"]) == (2, 1)


@pytest.mark.parametrize(
    ("figures", "name", "expected"),
    [
        ({"checks": 4, "checks_failed": 1}, "checks_failed", 0.25),
        ({"checks": 0, "checks_failed": 0}, "checks_failed", None),
        ({"checks": None, "checks_failed": 1}, "checks_failed", None),
        ({"checks": 4}, "checks", None),
    ],
)
def test_a_share_is_of_what_there_is(figures: Mapping[str, object], name: str, expected: float | None) -> None:
    assert quality.share(figures, name) == expected


def test_the_trend_has_every_release_on_the_shelf(tmp_path: Path, release: Publish) -> None:
    for city in ("Tartu", "Narva"):
        rows = make_rows()
        rows["visits"][0]["city"] = city
        rows["visits"] = rows["visits"] if city == "Tartu" else rows["visits"][:1]
        release(tmp_path, rows)
    trend = said(tmp_path / "latest")["trend"]
    assert [one["version"] for one in trend] == ["1.1.0", "1.0.0"]
    assert trend[1]["facts"] == trend[0]["facts"] + 1
    index = json.loads((tmp_path / "index.json").read_text(encoding="utf-8"))
    assert [one["quality"]["facts"] for one in index["releases"]] == [one["facts"] for one in trend]
    for name in ("README.md", "CODEBOOK.md"):
        text = (tmp_path / "latest" / name).read_text(encoding="utf-8")
        assert "\n| 1.1.0 | " in text and "\n| 1.0.0 | " in text, name


def test_a_release_without_figures_is_left_out_of_the_trend() -> None:
    history = ({"version": "1.0.0", "date": None},)
    assert [one["version"] for one in quality.trend(made(make_rows(), version="1.1.0", history=history))] == ["1.1.0"]


def test_the_trend_alone_makes_no_release(tmp_path: Path, release: Publish) -> None:
    release(tmp_path)
    release(tmp_path, manifest={**MANIFEST, "failures": ["empty.txt"]})
    assert release(tmp_path, manifest={**MANIFEST, "failures": ["empty.txt"]}).version is None


def test_new_scores_make_a_patch(tmp_path: Path, release: Publish, monkeypatch: pytest.MonkeyPatch) -> None:
    release(tmp_path)
    scores = [{**one, "measured": "2027-01-01"} for one in quality.measured()]
    for module in ("outputs.describe.quality", "outputs.quality_text"):
        monkeypatch.setattr(f"{module}.measured", lambda: scores)
    published = release(tmp_path)
    assert published.version == "1.0.1"
    assert {"CODEBOOK.md", "README.md", "quality.json"} <= set(published.reasons[0].partition(": ")[2].split(", "))


# ---- scores


def test_the_scores_of_a_release_claim_no_more_than_is_reached() -> None:
    """`make measure` records both: a floor in tests/scores.yaml below what a release tells was recorded without it."""
    floors = yaml.safe_load(FLOORS.read_text(encoding="utf-8"))
    claims = {one["set"]: one for one in quality.measured()}
    assert set(floors) < set(claims), "the floors are of articles that rules were tuned on: say how others fare"
    for name, floor in floors.items():
        floors_of = {TABLES.get(table, table): reached for table, reached in floor["scores"].items()}
        for table, figures in claims[name]["tables"].items():
            for figure, reached in floors_of[table].items():
                assert figures[figure] <= reached, f"{name}, {table}, {figure}: run `make measure`"


def test_the_recorded_scores_are_whole() -> None:
    for name, one in yaml.safe_load(MEASURED.read_text(encoding="utf-8")).items():
        assert isinstance(one["tuned"], bool) and one["articles"] > 0 and one["what"], name
        assert str(one["measured"]).count("-") == 2, name
        for table, figures in one["tables"].items():
            assert table in tables(), f"{table} is no table of a release"
            assert all(0 <= figures[figure] <= 1 for figure in ("precision", "recall")), table


def test_articles_that_no_rule_was_tuned_on_come_first(sample: Path) -> None:
    tuned = [one["tuned"] for one in said(sample / "latest")["scores"]]
    assert tuned == sorted(tuned) and set(tuned) == {False, True}
    codebook = (sample / "latest" / "CODEBOOK.md").read_text(encoding="utf-8")
    assert codebook.index("no rule was tuned on this set") < codebook.index("; rules were tuned on this set")


# ---- profiles, the codebook


def test_a_profile_counts_nulls_and_codes_and_gives_the_first_value() -> None:
    rows = make_rows()
    found = profiles(made(rows).stored["visits"])
    assert (found["kind"].nulls, found["kind"].example, dict(found["kind"].codes)) == (1, "working", {"working": 1})
    assert (found["city"].nulls, found["city"].example) == (1, "Tallinn")
    assert (found["occasion"].nulls, found["occasion"].example) == (2, None)
    assert found["hosts"].example == ["Urmas Tamm", 'Jaan "Jan" Saar']


@pytest.mark.parametrize(
    "words", ["Correlates of War", "Gleditsch-Ward", "COLT", "AidData", "PLOVER", "Known limits", "`states.cow`"]
)
def test_the_codebook_says_how_to_join_and_what_it_cannot_tell(words: str, sample: Path) -> None:
    assert words in (sample / "latest" / "CODEBOOK.md").read_text(encoding="utf-8")


def test_columns_named_in_the_guide_are_declared() -> None:
    named = re.findall(r"`([a-z]+)\.([a-z_0-9]+)`", JOINS + LIMITS)
    assert len(named) > 10
    assert [one for one in named if one[0] not in tables() or one[1] not in tables()[one[0]].names] == []
