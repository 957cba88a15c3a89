"""People: the cases of names.yaml, and that no mention runs over another."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.language.annotate import read_article
from parsers.language.mention import Mention, PersonValue

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "names.yaml").read_text(encoding="utf-8"))
TITLE = "Kenya–Norway relations"


def people(case: dict[str, Any]) -> list[Mention]:
    title = case.get("pair", TITLE)
    reading = read_article(read_document(Page("case", title, f"= {title} =\n\n{case['text']}", "flattened")))
    return [mention for statement in reading.statements for mention in statement.of("person")]


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_each_text_gives_its_people(case: dict[str, Any]) -> None:
    found = [mention.value for mention in people(case) if isinstance(mention.value, PersonValue)]
    assert len(found) == len(case["people"]), f"found {found}"
    for expected, value in zip(case["people"], found, strict=True):
        assert {name: getattr(value, name) for name in expected} == expected
    assert [mention.text for mention in people(case)] == case.get("words", [mention.text for mention in people(case)])


@pytest.mark.parametrize("case", CASES, ids=[case["text"][:60] for case in CASES])
def test_mentions_are_apart_and_hold_their_name(case: dict[str, Any]) -> None:
    found = people(case)
    assert all(one.end <= other.start for one, other in pairwise(found))
    for mention in found:
        assert isinstance(mention.value, PersonValue)
        assert mention.value.name is None or mention.value.name in mention.text
