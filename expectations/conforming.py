"""The expectation that cells are as their columns were declared, for all columns that a kind of test concerns.

One expectation a kind rather than one a column: Great Expectations takes about 10 ms for each, whatever it tests.
"""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.metrics.map_metric_provider import MulticolumnMapMetricProvider
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)

from expectations.cells import checked_columns, fits
from expectations.frames import cells_of
from expectations.rowwise import DOMAIN, RowExpectation
from parsers.tables import table


class CellsConform(MulticolumnMapMetricProvider):
    """True in each row whose cells all pass a kind of test."""

    condition_metric_name = "multicolumn_values.conform_to_declaration"
    condition_domain_keys = DOMAIN
    condition_value_keys = ("declared", "kind")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, declared: str, kind: str, **_: Any) -> pd.Series:  # noqa: N805
        return conforming(kind, declared, column_list).all(axis=1)


class ExpectCellsToConformToDeclaration(RowExpectation):
    """Expects every cell of `column_list` to pass a `kind` of test (see `cells`); `declared` names the table."""

    declared: str
    kind: str

    map_metric: ClassVar[str | None] = "multicolumn_values.conform_to_declaration"
    success_keys: ClassVar[tuple[str, ...]] = ("declared", "kind", "mostly")


def conforming(kind: str, declared: str, cells: pd.DataFrame) -> pd.DataFrame:
    """For each column that the kind of test says something about, True in the rows whose cell passes it."""
    columns = {column.name: column for column in table(declared).columns if column.name in cells}
    tested = checked_columns(kind, tuple(columns.values()))
    return pd.DataFrame({name: fits(kind, columns[name], cells_of(cells, name)) for name in tested}, index=cells.index)
