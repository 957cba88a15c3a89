"""The rules of single tables: `rules/<table>.py` holds RULES, a tuple of `Rule`s, and is found by the table's name.

A table without such a file has none of its own. A rule says what would make a row useless or suspect: critical, where
the row cannot be right whatever the source says; a warning, where the source may well say it.
"""

from __future__ import annotations

import importlib
import pkgutil

from expectations.rule import Rule
from expectations.shared import shared_rules
from parsers.tables import Table


def rules_of(table: Table) -> dict[str, Rule]:
    """The rules of a table by name: shared ones first, then its own; ValueError where a name is given twice."""
    rules = [*shared_rules(table), *_own(table.name)]
    named = {rule.name: rule for rule in rules}
    if len(named) < len(rules):
        raise ValueError(f"table {table.name}: two rules have one name among {', '.join(rule.name for rule in rules)}")
    return named


def _own(name: str) -> tuple[Rule, ...]:
    if name not in (module.name for module in pkgutil.iter_modules(__path__)):
        return ()
    rules: tuple[Rule, ...] = importlib.import_module(f"{__name__}.{name}").RULES
    return rules
