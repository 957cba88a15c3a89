"""What a rule of a table is: its name, the columns it reads, how severe a breach is, the rows in which it holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd

from expectations.frames import Typed
from expectations.outcome import CRITICAL, WARNING
from expectations.whole import Whole

__all__ = ["CRITICAL", "WARNING", "Holds", "Rule", "Typed", "Whole"]

Holds = Callable[[Typed, Whole], pd.Series]
"""From some rows of the rule's table, and all tables, to True in each row in which it holds; with the rows' index.

All rows of one pair of states, or of one article, are among them.
"""


@dataclass(frozen=True)
class Rule:
    """One rule: `meaning` is a sentence that says what holds in a sound row; `severity` is CRITICAL or WARNING."""

    name: str
    columns: tuple[str, ...]
    severity: str
    meaning: str
    holds: Holds

    def __post_init__(self) -> None:
        """Refuses a severity that the gate does not know."""
        if self.severity not in (CRITICAL, WARNING):
            raise ValueError(f"rule {self.name}: severity {self.severity!r} is neither {CRITICAL} nor {WARNING}")
