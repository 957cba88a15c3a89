"""The expectation that a rule of a table holds in its rows.

The arguments name the rule; what it computes is looked up while the validation runs (see `running`), since a rule may
need other tables, which Great Expectations does not hand to an expectation.
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


class RuleHolds(MulticolumnMapMetricProvider):
    """True in each row in which a rule holds."""

    condition_metric_name = "multicolumn_values.rule_holds"
    condition_domain_keys = DOMAIN
    condition_value_keys = ("declared", "rule")

    @multicolumn_condition_partial(engine=PandasExecutionEngine)
    def _pandas(cls, column_list: pd.DataFrame, declared: str, rule: str, **_: Any) -> pd.Series:  # noqa: N805
        run = current()
        return run.rules[declared][rule].holds(run.batch, run.whole).astype(bool).loc[column_list.index]


class ExpectRuleToHold(RowExpectation):
    """Expects the rule of that name to hold in every row of the table `declared`."""

    declared: str
    rule: str

    map_metric: ClassVar[str | None] = "multicolumn_values.rule_holds"
    success_keys: ClassVar[tuple[str, ...]] = ("declared", "rule", "mostly")
