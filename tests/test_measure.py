"""What `make measure` writes: the README's table of quality is the one that its script makes of `measured.yaml`."""

from __future__ import annotations

import yaml
from measure import MEASURED, README, with_table

SETS = yaml.safe_load(MEASURED.read_text(encoding="utf-8"))


def test_the_readmes_table_is_made_of_what_was_measured() -> None:
    readme = README.read_text(encoding="utf-8")
    assert with_table(readme, SETS) == readme, "run tests/measure.py, or write README.md anew with its with_table"
    assert "| held back: " in readme


def test_the_table_has_the_sets_that_no_rule_was_tuned_on() -> None:
    figures = {"annotated": 1_200, "precision": 1.0, "recall": 0.5}
    sets = {
        "kept": {"what": "articles", "tuned": False, "articles": 7, "tables": {"visits": figures, "ties": figures}},
        "seen": {"what": "others", "tuned": True, "articles": 7, "tables": {"visits": figures}},
    }
    table = with_table(README.read_text(encoding="utf-8"), sets).partition("<!-- made")[2].partition("<!-- end")[0]
    assert table.splitlines()[3:] == ["| kept: articles | 7 | 2,400 | 1.00 | 0.50 | 0.67 |"]
