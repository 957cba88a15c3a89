"""The gate before a release: `examine` finds what holds of the rows, `concluded` says what that comes to, and `require`
stops what must not be published.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from expectations.outcome import CRITICAL, WARNING, Failure, Outcome
from parsers.columnar import Stored, schema_of
from parsers.errors import ValidationFailed
from parsers.tables import tables

LISTED = 20
"""Rows that the results and the report name for each expectation."""

_NAMED = 10
"""Rows, and expectations, that the message of an error names."""


@dataclass(frozen=True)
class Validation:
    """What came of validating rows.

    `results` is made for JSON and depends on the rows alone; `report_html` is one self-contained page. `critical` and
    `warnings` are the expectations not met, in the order of the tables, each with all its rows; `outcomes` are all.
    """

    results: dict[str, object]
    report_html: str
    critical: tuple[Failure, ...]
    warnings: tuple[Failure, ...]
    outcomes: tuple[Outcome, ...] = field(default=(), repr=False)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Every expectation not met, critical ones first."""
        return self.critical + self.warnings


def examine(
    rows: Mapping[str, Stored], *, only: Collection[str] | None = None, changed: Mapping[str, Stored] | None = None
) -> list[Outcome]:
    """What came of every expectation of the rows of all tables; a table that is not given has no rows.

    `only` names the tables to validate, the others being there to be looked up; left out, all are validated. `changed`
    are the rows to validate of some tables: all rows of some pairs of states and of their articles, in all tables of
    such. Raises KeyError on a table that is not declared. Imports Great Expectations, which takes seconds the first
    time. Columns that are not declared are no concern of this stage: the writers refuse them.
    """
    os.environ["GX_ANALYTICS_ENABLED"] = "false"  # read once, by the import below
    from expectations import engine
    from expectations.rules import rules_of
    from expectations.whole import Whole

    declared = tables()
    for name in rows:
        declared[name]
    stored = {name: rows.get(name) or Stored(schema_of(table).empty_table()) for name, table in declared.items()}
    rules = {name: rules_of(table) for name, table in declared.items()}
    chosen = {name: table for name, table in declared.items() if only is None or name in only}
    return engine.examine(chosen, Whole(stored, changed), rules)


def concluded(rows: Mapping[str, Stored], outcomes: Sequence[Outcome]) -> Validation:
    """What the outcomes of the rows come to."""
    from expectations.report import page

    there = {one.table for one in outcomes}
    counts = {name: len(rows[name]) if name in rows else 0 for name in tables() if name in there}
    critical, warnings = _failures(outcomes, CRITICAL), _failures(outcomes, WARNING)
    report = page(counts, outcomes, LISTED)
    return Validation(_results(counts, outcomes), report, critical, warnings, tuple(outcomes))


def require(validation: Validation, *, report: str = "validation/report.html") -> None:
    """Nothing, where no critical expectation failed; else raises ValidationFailed, which names table, rule and rows.

    `report` is where the caller keeps the page with all that failed.
    """
    if not validation.critical:
        return
    failures = [_told(failure) for failure in validation.critical[:_NAMED]]
    more = len(validation.critical) - len(failures)
    raise ValidationFailed(
        "; ".join(failures) + (f"; and {more} more expectations" if more else ""),
        where="validation",
        expected="rows that meet every critical expectation",
        remedy=f"see {report} for all of them, and correct the source or the rule that read it",
    )


def _told(failure: Failure) -> str:
    named = ", ".join(failure.row_ids[:_NAMED])
    more = len(failure.row_ids) - _NAMED
    rows = failure.error or (named + (f" and {more} more rows" if more > 0 else ""))
    return f"{failure.table}.{failure.expectation} ({failure.column}: {failure.meaning}) fails in {rows}"


def _failures(outcomes: Iterable[Outcome], severity: str) -> tuple[Failure, ...]:
    return tuple(
        Failure(each.table, each.name, each.column, each.row_ids, each.meaning, each.severity, each.error)
        for each in outcomes
        if not each.success and each.severity == severity
    )


def _results(counts: Mapping[str, int], outcomes: Sequence[Outcome]) -> dict[str, object]:
    """The results as JSON holds them: totals, then every expectation of every table."""
    unmet = [each.severity for each in outcomes if not each.success]
    return {
        "success": CRITICAL not in unmet,
        "expectations": len(outcomes),
        "critical_failures": unmet.count(CRITICAL),
        "warnings": unmet.count(WARNING),
        "tables": {
            name: {"rows": count, "expectations": [_result(each) for each in outcomes if each.table == name]}
            for name, count in counts.items()
        },
    }


def _result(each: Outcome) -> dict[str, object]:
    result: dict[str, object] = {
        "name": each.name,
        "column": each.column,
        "severity": each.severity,
        "meaning": each.meaning,
        "success": each.success,
        "unexpected_count": len(each.row_ids),
        "row_ids": list(each.row_ids[:LISTED]),
    }
    if not each.success:
        result |= {"found": list(each.found[:LISTED])}
    if each.error is not None:
        result |= {"error": each.error}
    return result
