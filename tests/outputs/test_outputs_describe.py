"""The describing files: each is found by its place, and says what the declarations and the rows say."""

from __future__ import annotations

import csv
import io
import json
import pkgutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import yaml
from plausible import make_rows, release_of

from outputs import Published, describe
from outputs.describe import card, changelog, codebook
from outputs.markdown import BAR
from parsers.tables import tables

Publish = Callable[..., Published]


def test_every_module_is_a_describing_file() -> None:
    found = describe.describers()
    assert len(found) == len(list(pkgutil.iter_modules(describe.__path__)))
    assert [one.round for one in found] == sorted(one.round for one in found)
    assert len({one.path for one in found}) == len(found)


def test_the_codebook_has_every_table_column_and_code(tmp_path: Path, release: Publish) -> None:
    text = (release(tmp_path).path / "CODEBOOK.md").read_text()
    sections = {
        section.partition("\n")[0]: section for section in text.partition("\n## Tables\n")[2].split("\n### ")[1:]
    }
    assert list(sections) == list(tables())
    shared = text.partition("\n## Columns of every fact\n")[2].partition("\n## ")[0]
    for name, table in tables().items():
        for column in table.columns:
            section = shared if column.name in table.shared else sections[name]
            assert f"| `{column.name}` | `{column.type}`" in section
            assert all(f"| `{code}` | {meaning} |" in section for code, meaning in column.values.items())
    assert "| `working` | working visit | 1 |" in sections["visits"]
    assert "| `city` | `string` | The city visited, as written. | 50.0% | `Tallinn` |" in sections["visits"]
    assert "Unit: percent. At least 0, at most 100." in sections["trade"]


def test_the_codebook_tells_of_the_columns_of_every_fact_once(tmp_path: Path, release: Publish) -> None:
    text = (release(tmp_path).path / "CODEBOOK.md").read_text()
    facts = [table for table in tables().values() if table.is_fact]
    assert {table.shared for table in facts} == {facts[0].shared}, "they are the same in all, so that once is enough"
    assert all(table.columns[2:].count(table.column(name)) == 1 for table in facts for name in facts[0].shared[1:])
    assert text.count("Codes of `date_precision`") == text.count("| `date_text` |") == 1
    dated = sum(row["date_precision"] == "month" for table in facts for row in make_rows()[table.name])
    assert f"| `month` | one month | {dated} |" in text
    known = sum(row["date_text"] is None for table in facts for row in make_rows()[table.name])
    total = sum(len(make_rows()[table.name]) for table in facts)
    assert f"| `date_text` | `string` | The words the date was read from. | {known / total:.1%} |" in text


def test_a_code_that_is_not_declared_is_shown(rows: dict[str, list[dict[str, object]]]) -> None:
    rows["visits"][0]["kind"] = "secret"
    text = codebook.render(release_of(rows))
    assert "| `secret` | not declared | 1 |" in text


def test_attribution_has_every_source(tmp_path: Path, release: Publish) -> None:
    text = (release(tmp_path).path / "ATTRIBUTION.csv").read_text()
    lines = list(csv.DictReader(io.StringIO(text)))
    assert [line["page"] for line in lines] == ["Estonia–Peru relations", "Chile–Fiji relations"]
    assert lines[0]["permalink"].endswith("oldid=123456789") and lines[0]["licence"] == "CC BY-SA 4.0"
    assert lines[1]["revision"] == ""


def test_the_card_names_a_file_for_each_table(tmp_path: Path, release: Publish) -> None:
    path = release(tmp_path).path
    head = yaml.safe_load((path / "README.md").read_text().split("---\n")[1])
    assert [one["config_name"] for one in head["configs"]] == list(tables())
    assert all((path / one["data_files"]).is_file() for one in head["configs"])


def test_a_release_says_what_its_rules_read(sample: Path) -> None:
    """Each rule that a fact names, with the number of its facts, in the codebook and for programs."""
    said = json.loads((sample / "latest/manifest.json").read_text(encoding="utf-8"))["rules"]
    book = (sample / "latest/CODEBOOK.md").read_text(encoding="utf-8").partition("\n## Rules\n")[2]
    facts = {name: table for name, table in tables().items() if table.is_fact}
    files = (sample / f"latest/parquet/{name}.parquet" for name in facts)
    found = Counter(name for file in files for name in pq.read_table(file)["rule_id"].to_pylist())
    assert {name: one["rows"] for name, one in said.items() if one["rows"] and name != "people.named"} == found
    assert said["people.named"]["rows"] == len(pq.read_table(sample / "latest/parquet/people.parquet"))
    assert said["visits.went"]["reads"].partition("Not read:")[2]
    assert set(facts) == {name.partition(".")[0] for name in said} - {"people"}
    for name, one in said.items():
        assert f"\n| `{name}` | {one['reads'].replace('|', BAR)} | {one['rows']:,} |\n" in book


def test_a_rule_that_nobody_knows_is_told_of(rows: dict[str, list[dict[str, object]]]) -> None:
    rows["visits"][0]["rule_id"] = "visits.guessed"
    assert "| `visits.guessed` | (the release does not say what it reads) | 1 |" in codebook.render(release_of(rows))


def test_places_in_a_text_say_what_they_count() -> None:
    """Of an article with an emoji, half of the languages that read a release would find other words."""
    places = {
        (name, column.name): column.unit
        for name, table in tables().items()
        for column in table.columns
        if column.name in ("start", "end", "position")
    }
    assert len(places) == 9 and all(str(unit).startswith("Unicode code points") for unit in places.values())


def test_what_the_card_says_of_joins_is_declared() -> None:
    with_person = {name for name, table in tables().items() if "person_id" in table.names} - {"people"}
    assert with_person == {"visits", "envoys"}
    assert "\n- `person_id` leads from `visits` and `envoys` to `people`.\n" in card.TEXT


def test_the_changelog_of_a_first_release_is_a_table_of_rows(tmp_path: Path, release: Publish) -> None:
    text = (release(tmp_path).path / "CHANGELOG.md").read_text()
    opening = "# Changelog\n\n## 1.0.0\n\nThe first release. Newest source: 2024-05-03T10:11:12Z.\n\n| table | rows |\n"
    assert text.startswith(opening)
    assert "| `visits` | 2 |\n" in text and "| `checks` | 0 |\n" in text
    assert text.count("`visits`") == 1 and "Why" not in text
    undated = changelog.render(release_of(make_rows(), version="1.0.0"))
    assert "The first release. No source has a date.\n" in undated
