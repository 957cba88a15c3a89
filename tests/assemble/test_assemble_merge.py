"""Merging: the table of cases in tests/cases/merge.yaml."""

import random
from pathlib import Path
from typing import Any

import pytest
import yaml
from articles import Article, rows_of

from parsers.assemble import assemble_article
from parsers.tables import tables

TABLES: dict[str, Any] = yaml.safe_load((Path(__file__).parents[1] / "cases" / "merge.yaml").read_text("utf-8"))
CASES: list[dict[str, Any]] = TABLES["cases"]


def article_of(case: dict[str, Any]) -> Article:
    article = Article()
    for number, given in enumerate(case["statements"], start=1):
        fact = {**TABLES["defaults"].get(case["table"], {}), "table": case["table"], **given}
        listed, words = fact.pop("list", None), fact.pop("words", f"Sentence {number} of this case tells it.")
        if fact.pop("again", False):
            article.add(fact)
        else:
            article.say(words, fact, listed=listed)
    return article


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_statements_make_the_rows_and_conflicts_of_the_case(case: dict[str, Any]) -> None:
    rows = rows_of(article_of(case))
    found = rows[case["table"]]
    expected = case["rows"]
    shown = [{name: _shown(row, name) for name in wanted} for row, wanted in zip(found, expected, strict=False)]
    assert shown == expected and len(found) == len(expected), case["why"]
    conflicts = [[row["kind"], row["column"], row["one"], row["other"]] for row in rows["conflicts"]]
    assert sorted(conflicts) == sorted(case.get("conflicts", [])), case["why"]
    assert {row[tables()[case["table"]].key] for row in found if row["has_conflict"]} == {
        row["row_id"] for row in rows["conflicts"]
    }


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_the_order_of_facts_does_not_matter(case: dict[str, Any]) -> None:
    article = article_of(case)
    shuffled = random.Random(7).sample(article.facts, len(article.facts))
    assert assemble_article(article.reading(), article.facts) == assemble_article(article.reading(), shuffled)


def _shown(row: dict[str, Any], name: str) -> Any:
    return row["date_edtf"] if name == "date" else row[name]


def test_there_are_enough_cases() -> None:
    assert len(CASES) >= 30
