"""A Great Expectations suite a table, derived from its declaration and its rules.

Derived are: the key is unique; required cells, types, codes' patterns and bounds (one expectation a kind, for all
columns that it concerns); allowed values (one a column); foreign keys. Then come the rules: those that every table with
the same columns shares (`shared`) and those of the table alone (`rules/`). What is derived is critical.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import great_expectations as gx
import great_expectations.expectations as gxe

from expectations.cells import MEANINGS, checked_columns
from expectations.conforming import ExpectCellsToConformToDeclaration
from expectations.foreign_key import ExpectForeignKeysToExist
from expectations.frames import ROW
from expectations.holding import ExpectRuleToHold
from expectations.outcome import CRITICAL
from expectations.rule import Rule
from expectations.unique_key import ExpectKeyToBeUnique
from parsers.tables import Table


def suite(table: Table, rules: Mapping[str, Rule]) -> gx.ExpectationSuite:
    """The suite of a table; the `meta` of an expectation has its `name`, `columns` and `meaning`."""
    expectations = [*_keys(table), *_cells(table), *_values(table), *_rules(table, rules.values())]
    return gx.ExpectationSuite(name=table.name, expectations=expectations)


def _keys(table: Table) -> Iterator[gxe.Expectation]:
    about = _about("unique", (table.key,), "a key names one row only")
    yield ExpectKeyToBeUnique(column_list=_listed([table.key]), declared=table.name, key=table.key, **about)
    parents = {column.name: column.references for column in table.columns if column.references is not None}
    if parents:
        about = _about("foreign_key", tuple(parents), "a foreign key names a row that exists")
        yield ExpectForeignKeysToExist(column_list=_listed(parents), parents=parents, **about)


def _cells(table: Table) -> Iterator[gxe.Expectation]:
    for kind, meaning in MEANINGS.items():
        columns = checked_columns(kind, table.columns)
        if columns:
            yield ExpectCellsToConformToDeclaration(
                column_list=_listed(columns),
                declared=table.name,
                kind=kind,
                **_about(kind, columns, meaning),
            )


def _values(table: Table) -> Iterator[gxe.Expectation]:
    for column in table.columns:
        if column.values:
            about = _about("values", (column.name,), "a category has one of its declared values")
            yield gxe.ExpectColumnValuesToBeInSet(column=column.name, value_set=list(column.values), **about)


def _rules(table: Table, rules: Iterable[Rule]) -> Iterator[gxe.Expectation]:
    for rule in rules:
        about = _about(rule.name, rule.columns, rule.meaning, rule.severity)
        yield ExpectRuleToHold(column_list=_listed(rule.columns), declared=table.name, rule=rule.name, **about)


def _listed(columns: Iterable[str]) -> list[str]:
    """The columns after the one that names the row, since Great Expectations refuses a list of one."""
    return [ROW, *columns]


def _about(name: str, columns: Iterable[str], meaning: str, severity: str = CRITICAL) -> dict[str, Any]:
    return {"severity": severity, "meta": {"name": name, "columns": list(columns), "meaning": meaning}}
