"""The cases of every fact table: tests/cases/<table>.yaml holds sentences and the rows that they state."""

import re
from functools import cache
from pathlib import Path

import pytest
import yaml

from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.facts import rule as rules_of
from parsers.facts.model import Fact
from parsers.facts.rule import read_facts, rules
from parsers.language.annotate import read_article
from parsers.language.reading import Reading
from parsers.tables import tables

FOLDER = Path(__file__).parents[1] / "cases"
LEXICONS = sorted((Path(__file__).parents[2] / "parsers").rglob("*.yaml"))
KEYS = {"name", "why", "title", "text", "wikitext", "expect"}
TABLES = sorted({one.table for one in rules() if (FOLDER / f"{one.table}.yaml").exists()})


@cache
def cases(table: str) -> list[dict]:
    return yaml.safe_load((FOLDER / f"{table}.yaml").read_text(encoding="utf-8"))


@cache
def reading(title: str, raw: str, form: str) -> Reading:
    return read_article(read_document(Page("case", title, raw, form)))


def facts(table: str, case: dict) -> list[Fact]:
    """The facts of a case: its `text` is flattened, without the title; its `wikitext` is a whole page."""
    title = case["title"]
    read = reading(title, case["wikitext"], "wikitext") if "wikitext" in case else None
    read = read or reading(title, f"= {title} =\n\n{case['text']}", "flattened")
    return [fact for fact in read_facts(read) if fact.table == table]


def cell(fact: Fact, column: str) -> object:
    if column == "date":
        return fact.date.edtf if fact.date else None
    value = fact.values.get(column)
    return list(value) if isinstance(value, tuple) else value


def is_right(table: str, case: dict) -> bool:
    """Whether there are as many facts as expected, and each expected row has a fact of its own with its columns."""
    left = facts(table, case)
    if len(left) != len(case["expect"]):
        return False
    for row in case["expect"]:
        found = next((f for f in left if all(cell(f, name) == _plain(value) for name, value in row.items())), None)
        if found is None:
            return False
        left.remove(found)
    return True


def _plain(value: object) -> object:
    return value.isoformat() if hasattr(value, "isoformat") else value


@pytest.mark.parametrize("table", TABLES)
def test_cases_are_whole(table: str) -> None:
    """An unquoted comma would end a name or a why, and an empty row would be any fact's."""
    declared = {column.name for column in tables()[table].columns} | {"date"}
    for case in cases(table):
        assert set(case) <= KEYS, f"{case['name']}: quote what holds a comma: {set(case) - KEYS}"
        assert all(row and set(row) <= declared for row in case["expect"]), case["name"]
    names = [case["name"] for case in cases(table)]
    assert len(names) == len(set(names)), [name for name in names if names.count(name) > 1]


@pytest.mark.parametrize("one", rules(), ids=lambda one: one.rule_id)
def test_a_rule_says_what_it_will_not_read(one: rules_of.Rule) -> None:
    assert re.search(r"\b(?:not|no|none|nothing|never|only)\b", one.reads.lower()), one.rule_id


@pytest.mark.parametrize("path", [*LEXICONS, *FOLDER.glob("*.yaml")], ids=lambda path: path.name)
def test_any_reader_of_yaml_can_read_it(path: Path) -> None:
    """Where libyaml is not there, PyYAML reads by itself, which takes less for a word."""
    text = path.read_text(encoding="utf-8")
    assert yaml.load(text, yaml.SafeLoader) == yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))


@pytest.mark.parametrize(
    ("table", "case"),
    [pytest.param(table, case, id=f"{table}: {case['name']}") for table in TABLES for case in cases(table)],
)
def test_case(table: str, case: dict) -> None:
    found = [{"date": cell(f, "date"), **f.values} for f in facts(table, case)]
    assert is_right(table, case), f"{case['why']}\nexpected: {case['expect']}\nfound: {found}"


@pytest.mark.parametrize("rule_id", [one.rule_id for one in rules() if one.table in TABLES])
def test_every_rule_is_needed(rule_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rest = tuple(one for one in rules() if one.rule_id != rule_id)
    monkeypatch.setattr(rules_of, "rules", lambda: rest)
    table = rule_id.partition(".")[0]
    assert not all(is_right(table, case) for case in cases(table)), "no case fails without this rule"
