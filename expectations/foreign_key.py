"""The expectation that foreign keys point to rows that exist, for all foreign keys of a table.

The arguments name the parents ("states.iso3"), and their keys are looked up while the validation runs (see `running`):
the results would otherwise hold every key, and comparing them would take a second for 20,000 rows rather than 0.06.
"""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.metrics.map_metric_provider import MulticolumnMapMetricProvider
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)

from expectations.rowwise import DOMAIN, RowExpectation
from expectations.running import current


class ForeignKeysExist(MulticolumnMapMetricProvider):
    """True in each row whose foreign keys are all empty or among the keys of their parents."""

    condition_metric_name = "multicolumn_values.foreign_keys_exist"
    condition_domain_keys = DOMAIN
    condition_value_keys = ("parents",)

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, parents: dict[str, str], **_: Any) -> pd.Series:  # noqa: N805
        return existing(parents, column_list).all(axis=1)


class ExpectForeignKeysToExist(RowExpectation):
    """Expects every value of a column in `parents` to be a key of its parent, given as "table.column"."""

    parents: dict[str, str]

    map_metric: ClassVar[str | None] = "multicolumn_values.foreign_keys_exist"
    success_keys: ClassVar[tuple[str, ...]] = ("parents", "mostly")


def existing(parents: dict[str, str], cells: pd.DataFrame) -> pd.DataFrame:
    """For each foreign key, True in the rows where it is empty or a key of its parent."""
    keys = {name: current().keys(parent) for name, parent in parents.items()}
    found = {name: [cell is None or _is_in(cell, keys[name]) for cell in cells[name]] for name in parents}
    return pd.DataFrame(found, index=cells.index)


def _is_in(cell: object, keys: frozenset[object]) -> bool:
    return isinstance(cell, str) and cell in keys
