"""The one place that starts Great Expectations: frames and suites in, what came of each expectation out.

Nothing is written to the home or working folder and no connection is made: the context lives in memory, and analytics
are off. Its progress bars are off too; the flow shows its own. Importing this module takes seconds.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from typing import Any

import great_expectations as gx
import pandas as pd
from great_expectations.data_context.types.base import ProgressBarsConfig
from great_expectations.execution_engine import pandas_execution_engine

from expectations.conforming import ExpectCellsToConformToDeclaration, conforming
from expectations.foreign_key import ExpectForeignKeysToExist, existing
from expectations.frames import ROW, UNIT, Typed, cells_of, raw_frame, whole_units
from expectations.outcome import CRITICAL, Outcome
from expectations.rule import Rule
from expectations.running import Run, running
from expectations.suites import suite
from expectations.whole import Whole
from parsers.columnar import Stored
from parsers.tables import Table

_WITH_ROWS = {
    "result_format": "COMPLETE",
    "unexpected_index_column_names": [ROW, UNIT],
    "return_unexpected_index_query": False,
}
_LONGEST_CELL = 80

ROWS = 2**18
"""Rows that Great Expectations is given at a time: each time costs some 10 ms for each expectation."""


def examine(tables: Mapping[str, Table], whole: Whole, rules: Mapping[str, Mapping[str, Rule]]) -> list[Outcome]:
    """What came of every expectation of every table, in the order of the tables and of their suites.

    All rows are validated, those of a long table ROWS at a time or some more, so that the rows of one pair of states or
    article are together; what came of each part is put together. A table without rows meets everything.
    """
    context = gx.get_context(mode="ephemeral")
    context.enable_analytics(enable=False)
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    given = (
        context.data_sources.add_pandas("rows").add_dataframe_asset("table").add_batch_definition_whole_dataframe("all")
    )
    with _unhashed():
        return [
            outcome
            for name, table in tables.items()
            for outcome in _examine_one(given, table, suite(table, rules[name]), Run(whole, rules, whole[name]))
        ]


@contextmanager
def _unhashed() -> Iterator[None]:
    """While it is open, Great Expectations takes no hash of the frames that it is given.

    It puts one into the markers of a batch, which nobody reads here; that took a quarter of the time (1.24.1).
    """
    taken = pandas_execution_engine.hash_pandas_dataframe
    pandas_execution_engine.hash_pandas_dataframe = lambda frame: ""
    try:
        yield
    finally:
        pandas_execution_engine.hash_pandas_dataframe = taken


def _examine_one(given: Any, table: Table, expected: gx.ExpectationSuite, run: Run) -> list[Outcome]:
    outcomes = [outcome for each in expected.expectations for outcome in _met(table, each)]
    start = 0
    for rows in whole_units(run.whole.examined[table.name], table.order[0], ROWS):
        raw = raw_frame(table, rows, start)
        with running(replace(run, batch=Typed(Stored(rows)))):
            outcomes = [_both(*pair) for pair in zip(outcomes, _of_part(given, table, raw, expected), strict=True)]
        start += rows.num_rows
    return outcomes


def _of_part(given: Any, table: Table, raw: pd.DataFrame, expected: gx.ExpectationSuite) -> list[Outcome]:
    results = _results(given.get_batch({"dataframe": raw}), expected)
    return [
        outcome
        for each in expected.expectations
        for outcome in _outcomes(table, each, results[_identity(each.meta)], raw)
    ]


def _both(one: Outcome, other: Outcome) -> Outcome:
    """What came of an expectation in two parts of a table; where it could not be evaluated, that is told."""
    if other.success or one.error is not None:
        return one
    if other.error is not None:
        return other
    rows = {name: getattr(one, name) + getattr(other, name) for name in ("row_ids", "found", "units")}
    return replace(one, **rows)


def _results(batch: Any, expected: gx.ExpectationSuite) -> dict[tuple[str, ...], Any]:
    """The result of each expectation; only those not met are asked for the rows, which takes as long as the test."""
    met = batch.validate(expected, result_format="BOOLEAN_ONLY")
    results = {_identity(result.expectation_config.meta): result for result in met.results}
    unmet = [each for each in expected.expectations if not results[_identity(each.meta)].success]
    if unmet:
        rows = batch.validate(gx.ExpectationSuite(name=expected.name, expectations=unmet), result_format=_WITH_ROWS)
        results |= {_identity(result.expectation_config.meta): result for result in rows.results}
    return results


def _identity(meta: Any) -> tuple[str, ...]:
    """The name and columns of an expectation, which no other of its suite has; results need not come in its order."""
    return meta["name"], *meta["columns"]


def _outcomes(table: Table, each: Any, result: Any, raw: pd.DataFrame) -> Iterator[Outcome]:
    """What came of an expectation of some rows: one outcome, or one a column where it tests columns one by one."""
    if result.success:
        yield from _met(table, each)
    elif "unexpected_index_list" not in result.result:
        yield replace(_outcome(table, each), severity=CRITICAL, error=_reason(result.exception_info))
    elif isinstance(each, ExpectCellsToConformToDeclaration):
        yield from _by_column(table, each, conforming(each.kind, table.name, raw[list(table.names)]), raw)
    elif isinstance(each, ExpectForeignKeysToExist):
        yield from _by_column(table, each, existing(each.parents, raw), raw)
    else:
        rows = result.result["unexpected_index_list"]
        columns = each.meta["columns"]
        found = tuple(_shown({name: row[name] for name in columns}) for row in rows)
        row_ids, units = (tuple(row[name] for row in rows) for name in (ROW, UNIT))
        yield replace(_outcome(table, each), row_ids=row_ids, found=found, units=units)


def _met(table: Table, each: Any) -> Iterator[Outcome]:
    """One outcome a column, where the expectation tests columns one by one."""
    whole = _outcome(table, each)
    if isinstance(each, ExpectCellsToConformToDeclaration | ExpectForeignKeysToExist):
        yield from (replace(whole, columns=(name,)) for name in whole.columns)
    else:
        yield whole


def _by_column(table: Table, each: Any, passes: pd.DataFrame, raw: pd.DataFrame) -> Iterator[Outcome]:
    whole = _outcome(table, each)
    for name in whole.columns:
        rows = raw.loc[~passes[name], [ROW, UNIT, name]]
        found = tuple(_shown({name: cell}) for cell in cells_of(rows, name).to_pylist())
        yield replace(whole, columns=(name,), row_ids=tuple(rows[ROW]), found=found, units=tuple(rows[UNIT]))


def _outcome(table: Table, each: Any) -> Outcome:
    """The outcome of an expectation that every row meets."""
    meta = each.meta
    severity = getattr(each.severity, "value", each.severity)
    return Outcome(table.name, meta["name"], tuple(meta["columns"]), severity, meta["meaning"])


def _shown(cells: Mapping[str, object]) -> str:
    """The cells as one line, long ones cut: what a reader needs to find the fault."""
    return ", ".join(f"{name}={_cut(cell)}" for name, cell in cells.items())


def _cut(cell: object) -> str:
    text = "empty" if cell is None else str(cell) if isinstance(cell, date) else repr(cell)
    return text if len(text) <= _LONGEST_CELL else f"{text[: _LONGEST_CELL - 1]}…"


def _reason(exceptions: Mapping[str, Any]) -> str:
    """The first message of what Great Expectations caught; it keeps one by metric, or a single one."""
    caught = exceptions.values() if "exception_message" not in exceptions else [exceptions]
    messages = sorted(str(each["exception_message"]) for each in caught)
    return messages[0].splitlines()[0] if messages and messages[0] else "no reason given"
