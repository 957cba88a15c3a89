"""How good a release is, in figures: what was read of what was there, what disagrees, what failed, how it was scored.

Everything is counted from the release itself, but for the scores: those were measured on articles annotated by hand,
on the date that they bear, and stand in `measured.yaml` (`make measure` renews it), so that the same code makes the
same bytes on any day. A figure that the release cannot know is None, never 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import pyarrow.compute as pc
import yaml

from outputs.model import Release, once

EVENTS = "events"

MEANINGS = {
    "articles": "articles read",
    "articles_failed": "articles that could not be read",
    "articles_stale": "articles of which an older reading was kept",
    "facts": "facts, in all tables but events",
    "facts_dated": "facts with a date",
    "facts_in_conflict": "facts on which statements disagree",
    "dated_statements": "dated statements (rows of events)",
    "dated_statements_with_fact": "dated statements that became a fact of another table",
    "conflicts": "rows of conflicts (two rows that disagree have one each; names of people are among them)",
    "checks": "arithmetic and logical checks",
    "checks_failed": "checks that failed",
    "expectations": "expectations of Great Expectations",
    "expectations_unmet": "expectations that were not met",
}

SHARES = {
    "articles_failed": "articles",
    "articles_stale": "articles",
    "facts_dated": "facts",
    "facts_in_conflict": "facts",
    "dated_statements_with_fact": "dated_statements",
    "checks_failed": "checks",
    "expectations_unmet": "expectations",
}
"""Figures that are part of another."""


@once
def figures(release: Release) -> dict[str, int | None]:
    """The figures of MEANINGS, by name; also in index.json, for the trend."""
    facts = [name for name, table in release.tables.items() if table.is_fact and name != EVENTS]
    return {
        "articles": _rows(release, "articles"),
        "articles_failed": _listed(release.manifest, "failures"),
        "articles_stale": _listed(release.manifest, "stale"),
        "facts": sum(_rows(release, name) for name in facts),
        "facts_dated": sum(_known(release, name, "date_edtf") for name in facts),
        "facts_in_conflict": sum(_true(release, name, "has_conflict") for name in facts),
        "dated_statements": _rows(release, EVENTS),
        "dated_statements_with_fact": _known(release, EVENTS, "fact_table") if EVENTS in release.tables else 0,
        "conflicts": _rows(release, "conflicts"),
        "checks": _rows(release, "checks"),
        "checks_failed": _rows(release, "checks") - _true(release, "checks", "passed")
        if "checks" in release.tables
        else 0,
        "expectations": _told(release.validation, "expectations"),
        "expectations_unmet": _unmet(release.validation),
    }


@once
def by_table(release: Release) -> dict[str, dict[str, int]]:
    """For each table of facts: its rows, those with a date, those dated to the day, those in conflict."""
    return {name: _table(release, name) for name, table in release.tables.items() if table.is_fact}


def by_kind(release: Release) -> dict[str, dict[str, int]]:
    """How many rows there are of each kind of dated statement, of conflict and of failed check."""
    found: dict[str, dict[str, int]] = {}
    for name in (EVENTS, "conflicts"):
        if name in release.tables:
            found[name] = dict(release.profile(name)["kind"].codes)
    if "checks" in release.tables:
        found["checks_failed"] = _failed(release)
    return found


def trend(release: Release) -> list[dict[str, object]]:
    """The figures of this release and of those before it that say theirs, newest first, with version and date."""
    own: dict[str, object] = {"version": release.version, "date": release.date, **figures(release)}
    before = [(said, said.get("quality")) for said in release.history]
    told = [(said, quality) for said, quality in before if isinstance(quality, Mapping)]
    return [own, *({"version": said["version"], "date": said["date"], **quality} for said, quality in told)]


@cache
def measured() -> tuple[dict[str, Any], ...]:
    """What was measured on annotated articles: sets as in `measured.yaml`, those that no rule was tuned on first."""
    sets = yaml.safe_load(files("outputs").joinpath("measured.yaml").read_text(encoding="utf-8"))
    return tuple(sorted(({"set": name, **said} for name, said in sets.items()), key=lambda one: one["tuned"]))


def macro_f1(one: Mapping[str, Any]) -> float:
    """The mean of the F1 of a set's tables.

    >>> macro_f1({"tables": {"visits": {"precision": 1.0, "recall": 0.5}, "ties": {"precision": 1.0, "recall": 1.0}}})
    0.833
    """
    scores = [f1(said["precision"], said["recall"]) for said in one["tables"].values()]
    return round(sum(scores) / len(scores), 3)


def f1(precision: float, recall: float) -> float:
    """The harmonic mean of precision and recall, 0 where both are."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def share(said: Mapping[str, object], name: str) -> float | None:
    """A figure as a part of the figure that it belongs to; None where either is unknown or there is nothing."""
    part, whole = said.get(name), said.get(SHARES.get(name, ""))
    return part / whole if isinstance(part, int) and isinstance(whole, int) and whole else None


def _table(release: Release, name: str) -> dict[str, int]:
    return {
        "rows": _rows(release, name),
        "dated": _known(release, name, "date_edtf"),
        "dated_to_the_day": release.profile(name)["date_precision"].codes.get("day", 0),
        "in_conflict": _true(release, name, "has_conflict"),
    }


def _failed(release: Release) -> dict[str, int]:
    """The checks that failed, by kind, in alphabetical order."""
    rows = release.stored["checks"].read(["kind", "passed"])
    failed = rows.filter(pc.invert(rows["passed"]))["kind"].to_pylist()
    return dict(sorted(Counter(map(str, failed)).items()))


def _rows(release: Release, name: str) -> int:
    return release.stored[name].num_rows if name in release.stored else 0


def _known(release: Release, name: str, column: str) -> int:
    return _rows(release, name) - release.profile(name)[column].nulls


def _true(release: Release, name: str, column: str) -> int:
    return release.profile(name)[column].trues


def _listed(manifest: Mapping[str, object], name: str) -> int | None:
    listed = manifest.get(name)
    return len(listed) if isinstance(listed, list | tuple) else None


def _told(said: Mapping[str, object], name: str) -> int | None:
    value = said.get(name)
    return value if isinstance(value, int) else None


def _unmet(validation: Mapping[str, object]) -> int | None:
    critical, warnings = _told(validation, "critical_failures"), _told(validation, "warnings")
    return critical + warnings if critical is not None and warnings is not None else None
