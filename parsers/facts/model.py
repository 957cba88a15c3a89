"""The values of this stage: what a rule finds in a statement, and the fact that it makes.

A fact fills the own columns of a table's declaration; what every table shares (identifier, relation, dates, evidence,
count of statements) is added by `parsers.assemble`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from parsers.language.mention import DateValue, Mention


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: own columns of its table, the date mention that goes with it, and the mentions behind
    columns.

    `values` maps columns to values (codes, text as written, numbers, lists as tuples); a column that is not there is
    null. `spans` maps columns to the mention, or the (start, end), that they were read from. `start` and `end` narrow
    the evidence to a part of the statement where that alone states the fact; null means the whole statement.
    """

    values: Mapping[str, object]
    date: Mention | None = None
    spans: Mapping[str, Mention | tuple[int, int]] = field(default_factory=dict)
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact, read by one rule from one statement.

    `date` and `date_text` say when; `start` and `end` are the statement's span in the stored text; `cells` are the
    spans that single columns were read from.
    """

    table: str
    rule_id: str
    start: int
    end: int
    values: Mapping[str, object]
    date: DateValue | None = None
    date_text: str | None = None
    cells: tuple[tuple[str, int, int], ...] = ()
