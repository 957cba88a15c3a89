"""The expectation that a key names one row only, among all rows of its table.

A long table is validated some rows at a time; keys that occur twice are looked up in the whole (see `running`).
"""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
import pyarrow.compute as pc
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.metrics.map_metric_provider import MulticolumnMapMetricProvider
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)

from expectations.cells import mask_of
from expectations.frames import cells_of
from expectations.rowwise import DOMAIN, RowExpectation
from expectations.running import current


class KeyIsUnique(MulticolumnMapMetricProvider):
    """True in each row whose key no other row of the table has."""

    condition_metric_name = "multicolumn_values.key_is_unique"
    condition_domain_keys = DOMAIN
    condition_value_keys = ("declared", "key")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, declared: str, key: str, **_: Any) -> pd.Series:  # noqa: N805
        twice = pc.is_in(cells_of(column_list, key), value_set=current().repeated(declared))
        return pd.Series(~mask_of(twice), index=column_list.index)


class ExpectKeyToBeUnique(RowExpectation):
    """Expects the `key` of every row to be that of no other row of the table `declared`."""

    declared: str
    key: str

    map_metric: ClassVar[str | None] = "multicolumn_values.key_is_unique"
    success_keys: ClassVar[tuple[str, ...]] = ("declared", "key", "mostly")
