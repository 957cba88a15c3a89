"""What expressions require is required: a search that looks for the words first finds what a plain one finds."""

import re
from pathlib import Path

import pytest

from parsers.document.model import Page
from parsers.document.read import read_document
from parsers.facts.rule import read_facts, rules
from parsers.language.annotate import read_article
from parsers.language.factored import factored
from parsers.language.required import Folded, in_lower_case, required

SAMPLE = Path(__file__).parents[2] / "flows" / "sources" / "sample" / "ghana-india.wiki"


@pytest.mark.parametrize(
    ("expression", "sets"),
    [
        ("open(?:ed)? an embassy", [["open an embassy", "opened an embassy"]]),
        ("travell?ed (?:to|in) ", [["traveled in ", "traveled to ", "travelled in ", "travelled to "]]),
        (r"signed \w+ treaty", [["signed "], [" treaty"]]),
        (r"(?:signed|ratified \d+) pacts", [["ratified ", "signed"], [" pacts"]]),
        ("(?:new )*pact", [["pact"]]),
        ("(?=treaty)(?!pact)loan(?<!grant)", [["loan"]]),
        (r"(?P<own>its )?(?(own)fund|bank) credit", [[" credit"]]),
        ("visit|.", []),
        ("(?:to|by) [A-Z]", []),
    ],
)
def test_words_of_an_expression(expression: str, sets: list[list[str]]) -> None:
    assert sorted(map(sorted, required(expression))) == sorted(sets)


def test_what_is_required_never_hides_a_match() -> None:
    reading = read_article(read_document(Page("p", "Ghana–India relations", SAMPLE.read_text("utf-8"), "wikitext")))
    rules()
    read_facts(reading)
    hidden = [
        (one.expression, statement.low_skeleton)
        for one in Folded._made
        for statement in reading.statements
        if not one.may_match(statement.low_skeleton)
        and re.search(one.expression, statement.low_skeleton, re.IGNORECASE)
    ]
    assert len(Folded._made) > 50
    assert hidden == []


def test_a_factored_expression_matches_what_the_plain_one_does() -> None:
    reading = read_article(read_document(Page("p", "Ghana–India relations", SAMPLE.read_text("utf-8"), "wikitext")))
    rules()
    plain = {one.expression: in_lower_case(one.expression) for one in Folded._made}
    changed = {kept: factored(kept) for kept in plain.values() if factored(kept) != kept}
    assert len(changed) > 5
    for kept, tree in changed.items():
        for statement in reading.statements:
            found = [match.span() for match in re.finditer(kept, statement.low_skeleton)]
            assert [match.span() for match in re.finditer(tree, statement.low_skeleton)] == found, kept


@pytest.mark.parametrize("words", [["sign", "signed"], ["a.b", "axb"], ["met|"], ["to (be)"]])
def test_only_lists_of_plain_words_in_which_the_longest_wins_are_factored(words: list[str]) -> None:
    listed = "|".join([*words, *(f"word{number}" for number in range(30))])
    assert factored(f"(?:{listed})") == f"(?:{listed})"
