"""The expectation that foreign keys point to rows that exist, for all foreign keys of a table.

The arguments name the parents ("states.iso3"), and their keys are looked up while the validation runs (see `running`):
the results would otherwise hold every key.
"""

from __future__ import annotations

from typing import Any, ClassVar

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
from great_expectations.execution_engine import PandasExecutionEngine
from great_expectations.expectations.metrics.map_metric_provider import MulticolumnMapMetricProvider
from great_expectations.expectations.metrics.map_metric_provider.multicolumn_condition_partial import (
    multicolumn_condition_partial,
)

from expectations.cells import Mask, mask_of
from expectations.frames import cells_of
from expectations.rowwise import DOMAIN, RowExpectation
from expectations.running import current
from parsers.tables import table


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
    return pd.DataFrame({name: _exists(cells_of(cells, name), parent) for name, parent in parents.items()}, cells.index)


def _exists(cells: pa.ChunkedArray, parent: str) -> Mask:
    name, column = parent.split(".")
    if column != table(name).key:
        raise ValueError(f"{parent} is not the key of its table")
    return mask_of(pc.or_(pc.is_null(cells), pc.is_in(cells, value_set=current().whole.keys_of(name))))
