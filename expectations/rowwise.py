"""What our expectations of rows have in common: they test every row, and build their configuration once."""

from __future__ import annotations

from typing import Literal

from great_expectations.expectations.expectation import MulticolumnMapExpectation
from great_expectations.expectations.expectation_configuration import ExpectationConfiguration
from pydantic.v1 import PrivateAttr

DOMAIN = ("batch_id", "table", "column_list", "row_condition", "condition_parser", "ignore_row_if")
"""What a metric of several columns is told of the rows that it is computed on."""


class RowExpectation(MulticolumnMapExpectation):
    """An expectation of the cells of a row, empty ones too.

    Great Expectations asks for an expectation's configuration some 140 times a validation and builds it anew each time,
    which takes half of the time of a validation (measured with 1.24.1); an instance never changes, so once is enough.
    """

    ignore_row_if: Literal["all_values_are_missing", "any_value_is_missing", "never"] = "never"

    _built: ExpectationConfiguration | None = PrivateAttr(default=None)

    @property
    def configuration(self) -> ExpectationConfiguration:
        """The configuration of this expectation."""
        if self._built is None:
            self._built = super().configuration
        return self._built
